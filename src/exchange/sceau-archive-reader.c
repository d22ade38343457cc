/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-archive-reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "sceau-exchange-error.h"

#define BLOCK 65536

struct _SceauArchiveReader
{
  struct archive *archive;
  struct archive_entry *entry; /* of the archive */
  char *name;
};

SceauArchiveReader *
sceau_archive_reader_open (const char *path, GError **error)
{
  g_autoptr (SceauArchiveReader) self = g_new0 (SceauArchiveReader, 1);

  self->archive = archive_read_new ();
  /* By the list of files at its end and not entry after entry: whoever cuts the end off cuts files off with it, and nothing
   * else would tell. */
  if (archive_read_support_format_zip_seekable (self->archive) != ARCHIVE_OK
      || archive_read_open_filename (self->archive, path, BLOCK) != ARCHIVE_OK)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE,
                   _("“%s” cannot be read as a zip archive: it is missing, its end was cut off, or it is something else. Choose the file that was exported."), name);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
sceau_archive_reader_free (SceauArchiveReader *self)
{
  if (self == NULL)
    return;
  archive_read_free (self->archive);
  g_free (self->name);
  g_free (self);
}

SceauArchiveStep
sceau_archive_reader_next (SceauArchiveReader *self)
{
  const char *name;
  int status;

  g_return_val_if_fail (self != NULL, SCEAU_ARCHIVE_END);

  status = archive_read_next_header (self->archive, &self->entry);
  if (status == ARCHIVE_EOF)
    return SCEAU_ARCHIVE_END;
  if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
    return SCEAU_ARCHIVE_DAMAGED;
  name = archive_entry_pathname_utf8 (self->entry);
  if (name == NULL)
    name = archive_entry_pathname (self->entry);
  g_free (self->name);
  self->name = g_utf8_make_valid (name != NULL ? name : "", -1);
  return SCEAU_ARCHIVE_ENTRY;
}

const char *
sceau_archive_reader_get_name (SceauArchiveReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

gboolean
sceau_archive_reader_is_file (SceauArchiveReader *self)
{
  g_return_val_if_fail (self != NULL && self->entry != NULL, FALSE);

  return archive_entry_filetype (self->entry) == AE_IFREG;
}

gboolean
sceau_archive_reader_is_folder (SceauArchiveReader *self)
{
  g_return_val_if_fail (self != NULL && self->entry != NULL, FALSE);

  return archive_entry_filetype (self->entry) == AE_IFDIR;
}

gssize
sceau_archive_reader_read (SceauArchiveReader *self, void *buffer, gsize size)
{
  la_ssize_t n;

  g_return_val_if_fail (self != NULL, -1);

  n = archive_read_data (self->archive, buffer, size);
  return n >= 0 ? (gssize) n : -1;
}
