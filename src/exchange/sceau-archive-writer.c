/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-archive-writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>

#include "sceau-staging.h"

struct _SceauArchiveWriter
{
  struct archive *archive;
  char *path;
};

static gboolean
fail (SceauArchiveWriter *self, GError **error)
{
  int error_number = archive_errno (self->archive);

  return sceau_staging_set_error (error, self->path, error_number > 0 ? error_number : EIO);
}

SceauArchiveWriter *
sceau_archive_writer_new (int fd, const char *path, GError **error)
{
  g_autoptr (SceauArchiveWriter) self = g_new0 (SceauArchiveWriter, 1);

  self->archive = archive_write_new ();
  self->path = g_strdup (path);
  if (archive_write_set_format_zip (self->archive) != ARCHIVE_OK
      || archive_write_set_options (self->archive, "hdrcharset=UTF-8") != ARCHIVE_OK
      || archive_write_open_fd (self->archive, fd) != ARCHIVE_OK)
    {
      fail (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
sceau_archive_writer_free (SceauArchiveWriter *self)
{
  if (self == NULL)
    return;
  archive_write_free (self->archive);
  g_free (self->path);
  g_free (self);
}

/* The entry has no time: a zip then says 1980, whatever the clock and the zone of the machine. */
static struct archive_entry *
entry_new (const char *name, gsize size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_unset_mtime (entry);
  return entry;
}

gboolean
sceau_archive_writer_add (SceauArchiveWriter *self, const char *name, GBytes *bytes, GError **error)
{
  struct archive_entry *entry;
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  gboolean added;

  g_return_val_if_fail (self != NULL && g_str_is_ascii (name), FALSE);

  entry = entry_new (name, size);
  added = archive_write_header (self->archive, entry) == ARCHIVE_OK
          && (size == 0 || archive_write_data (self->archive, data, size) == (la_ssize_t) size)
          && archive_write_finish_entry (self->archive) == ARCHIVE_OK;
  archive_entry_free (entry);
  return added || fail (self, error);
}

gboolean
sceau_archive_writer_close (SceauArchiveWriter *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return archive_write_close (self->archive) == ARCHIVE_OK || fail (self, error);
}
