/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* A rename is on the disk only once its folder is. */
static void
flush_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
set_error_from_errno (GError **error, const char *path)
{
  int saved = errno;
  g_autofree char *name = g_filename_display_name (path);

  if (saved == EEXIST)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _("“%s” exists already and was left as it is. Choose another name, or say that it may be replaced."),
                 name);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved),
                 _("“%s” cannot be written: %s. Check the folder, its permissions and the free space."), name,
                 g_strerror (saved));
  return FALSE;
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize left = 0;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize written = write (fd, data, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      left -= (gsize) written;
    }
  return fsync (fd) == 0;
}

/* link() refuses to replace in one step, where a check followed by rename() would leave a gap. */
static gboolean
put_in_place (const char *temporary, const char *path, gboolean overwrite)
{
  if (overwrite)
    return g_rename (temporary, path) == 0;
  if (link (temporary, path) == 0)
    return g_unlink (temporary) == 0;
  if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS)
    return FALSE;
  /* A file system without hard links (FAT on a key): the gap is the best there is. */
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return FALSE;
    }
  return g_rename (temporary, path) == 0;
}

gboolean
sceau_atomic_file_save (GFile *file, GBytes *bytes, gboolean overwrite, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *temporary = NULL;
  gboolean written;
  int fd;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("This place is not a folder of this computer. Save into a local folder."));
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      errno = EISDIR;
      return set_error_from_errno (error, path);
    }
  if (!overwrite && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return set_error_from_errno (error, path);
    }

  temporary = g_strconcat (path, ".XXXXXX", NULL);
  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    return set_error_from_errno (error, path);

  written = write_all (fd, bytes);
  if (close (fd) != 0)
    written = FALSE;
  if (!written || !put_in_place (temporary, path, overwrite))
    {
      set_error_from_errno (error, path);
      g_unlink (temporary);
      return FALSE;
    }
  flush_folder (path);
  return TRUE;
}
