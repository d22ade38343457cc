/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-atomic-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "sceau-staging.h"

static gboolean
write_whole (const char *path, GBytes *bytes, gboolean overwrite)
{
  int fd, error_number;
  g_autofree char *hidden = sceau_staging_make_file (path, &fd);
  gboolean written;

  if (hidden == NULL)
    return FALSE;
  written = sceau_staging_write (fd, bytes, TRUE);
  error_number = errno;
  if (close (fd) != 0 && written)
    {
      written = FALSE;
      error_number = errno;
    }
  if (written && sceau_staging_publish (hidden, path, overwrite))
    {
      sceau_staging_settle (path);
      return TRUE;
    }
  if (written)
    error_number = errno;
  sceau_staging_discard (hidden);
  errno = error_number;
  return FALSE;
}

gboolean
sceau_atomic_file_save (GFile *file, GBytes *bytes, gboolean overwrite, GError **error)
{
  g_autofree char *path = NULL;

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
    return sceau_staging_set_error (error, path, EISDIR);
  if (!overwrite && g_file_test (path, G_FILE_TEST_EXISTS))
    return sceau_staging_set_error (error, path, EEXIST);
  if (write_whole (path, bytes, overwrite))
    return TRUE;
  return sceau_staging_set_error (error, path, errno);
}
