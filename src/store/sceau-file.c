/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "sceau-store-error.h"

gboolean
sceau_file_fail (const char *path, int number, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND,
                   _("There is no file “%s”. Check its name, or create a new school."), name);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_IO,
                   _("You do not have the permission to use “%s”. Ask its owner, or choose another folder."), name);
      break;
    case EEXIST:
      g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_EXISTS,
                   _("“%s” is already there and is not overwritten. Choose another name."), name);
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NO_SPACE,
                   _("There is no space left to write “%s”. Free some space on the disk."), name);
      break;
    case EROFS:
      g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_READ_ONLY,
                   _("“%s” is on a read-only disk. Choose another folder."), name);
      break;
    default:
      g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_IO, _("“%s” can not be read or written: %s."), name,
                   g_strerror (number));
    }
  return FALSE;
}

char *
sceau_file_begin (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *name = g_filename_display_name (folder);
      g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND,
                   _("There is no folder “%s”. Create it, or choose another one."), name);
      return NULL;
    }
  /* A dangling link counts as something. */
  if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      sceau_file_fail (path, EEXIST, error);
      return NULL;
    }
  return g_strdup_printf ("%s.%08x.part", path, g_random_int ());
}

void
sceau_file_discard (const char *temporary)
{
  g_autofree char *journal = g_strconcat (temporary, "-journal", NULL);

  g_unlink (temporary);
  g_unlink (journal);
}

static gboolean
sync_path (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int saved;
  gboolean done;

  if (fd < 0)
    return FALSE;
  done = fsync (fd) == 0;
  saved = errno;
  close (fd);
  errno = saved;
  return done;
}

/* A hard link fails when the name is taken, a rename would not.  Where the file system has no links (a USB key),
 * the name is taken with an empty file first, then replaced. */
static gboolean
take_name (const char *temporary, const char *path)
{
  int fd;

  if (link (temporary, path) == 0)
    return unlink (temporary) == 0;
  if (errno == EEXIST)
    return FALSE;
  fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return FALSE;
  close (fd);
  return g_rename (temporary, path) == 0;
}

gboolean
sceau_file_publish (const char *temporary, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!sync_path (temporary) || !take_name (temporary, path))
    {
      sceau_file_fail (path, errno, error);
      sceau_file_discard (temporary);
      return FALSE;
    }
  /* Some file systems can not sync a folder; the file itself is safe. */
  sync_path (folder);
  return TRUE;
}
