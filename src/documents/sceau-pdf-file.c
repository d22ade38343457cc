/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* errno becomes a sentence with a remedy. */
static void
set_write_error (GError **error, const char *path, const char *folder, int number)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_IO,
                   _("“%s” cannot be written: the folder “%s” does not exist. Create it, or choose another."), path, folder);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_IO,
                   _("“%s” cannot be written: the folder “%s” is read-only. Choose another."), path, folder);
      break;
    case ENOSPC:
    case EDQUOT:
      g_set_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_IO,
                   _("“%s” cannot be written: the disk is full. Make room, or choose another folder."), path);
      break;
    case EEXIST:
      g_set_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_IO,
                   _("“%s” is already there and was left as it is. Choose another name, or move it away first."), path);
      break;
    case EISDIR:
      g_set_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_IO,
                   _("“%s” cannot be written: it is a folder. Give the name of a file."), path);
      break;
    default:
      g_set_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_IO,
                   _("“%s” cannot be written: %s."), path, g_strerror (number));
    }
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      const ssize_t written = write (fd, data, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      left -= written;
    }
  return fsync (fd) == 0;
}

/* Gives the finished temporary file its name.  link() refuses an existing file in the same
 * step, so that two programs cannot both believe that they wrote it; file systems without
 * hard links (USB sticks) get a check and a rename. */
static gboolean
give_name (const char *temporary, const char *path, SceauPdfReplace replace)
{
  if (replace == SCEAU_PDF_KEEP_EXISTING)
    {
      if (link (temporary, path) == 0)
        return g_unlink (temporary) == 0;
      if (errno != EPERM && errno != EOPNOTSUPP && errno != EMLINK)
        return FALSE;
      if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        {
          errno = EEXIST;
          return FALSE;
        }
    }
  return g_rename (temporary, path) == 0;
}

/* A name is safe on the disk only when its folder is; some file systems cannot and need not. */
static void
sync_folder (const char *folder)
{
  const int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  g_close (fd, NULL);
}

static gboolean
write_temporary (char *temporary, GBytes *bytes)
{
  const int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  gboolean written;
  int number;

  if (fd < 0)
    return FALSE;
  written = write_all (fd, bytes);
  number = errno;
  if (!g_close (fd, NULL) && written)
    {
      written = FALSE;
      number = EIO;
    }
  if (!written)
    g_unlink (temporary);
  errno = number;
  return written;
}

gboolean
sceau_pdf_write_file (GBytes *bytes, const char *path, SceauPdfReplace replace, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  /* Named after the process: sceau-file-set takes away what a killed one leaves. */
  g_autofree char *hidden = g_strdup_printf (".sceau-%d-XXXXXX", (int) getpid ());
  g_autofree char *temporary = g_build_filename (folder, hidden, NULL);

  g_return_val_if_fail (bytes != NULL && path != NULL, FALSE);

  if (replace == SCEAU_PDF_KEEP_EXISTING && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      set_write_error (error, path, folder, EEXIST);
      return FALSE;
    }
  if (!write_temporary (temporary, bytes))
    {
      set_write_error (error, path, folder, errno);
      return FALSE;
    }
  if (!give_name (temporary, path, replace))
    {
      const int number = errno;

      g_unlink (temporary);
      set_write_error (error, path, folder, number);
      return FALSE;
    }
  sync_folder (folder);
  return TRUE;
}
