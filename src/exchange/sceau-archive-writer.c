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
  int fd;
  int error_number; /* of the first write that failed, or 0 */
};

/* libarchive does not free its compressor when a write fails under it: it hears of no failure, and sceau_archive_writer_add()
 * and sceau_archive_writer_close() say it. */
static la_ssize_t
write_block (struct archive *archive, void *data, const void *block, size_t length)
{
  SceauArchiveWriter *self = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (block, length);

  if (self->error_number == 0 && !sceau_staging_write (self->fd, bytes, FALSE))
    self->error_number = errno;
  return (la_ssize_t) length;
}

/* Whether @done and everything is written so far. */
static gboolean
check (SceauArchiveWriter *self, gboolean done, GError **error)
{
  int error_number = self->error_number != 0 ? self->error_number : archive_errno (self->archive);

  if (done && self->error_number == 0)
    return TRUE;
  return sceau_staging_set_error (error, self->path, error_number > 0 ? error_number : EIO);
}

SceauArchiveWriter *
sceau_archive_writer_new (int fd, const char *path, GError **error)
{
  g_autoptr (SceauArchiveWriter) self = g_new0 (SceauArchiveWriter, 1);
  gboolean opened;

  self->archive = archive_write_new ();
  self->path = g_strdup (path);
  self->fd = fd;
  opened = archive_write_set_format_zip (self->archive) == ARCHIVE_OK
           && archive_write_set_options (self->archive, "hdrcharset=UTF-8") == ARCHIVE_OK
           && archive_write_set_bytes_in_last_block (self->archive, 1) == ARCHIVE_OK /* no padding */
           && archive_write_open (self->archive, self, NULL, write_block, NULL) == ARCHIVE_OK;
  return check (self, opened, error) ? g_steal_pointer (&self) : NULL;
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
  return check (self, added, error);
}

gboolean
sceau_archive_writer_close (SceauArchiveWriter *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return check (self, archive_write_close (self->archive) == ARCHIVE_OK, error);
}
