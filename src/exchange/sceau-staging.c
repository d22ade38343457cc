/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#define _GNU_SOURCE /* renameat2, syncfs, nftw */

#include "sceau-staging.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HIDDEN_PREFIX ".sceau-"
/* Folders open at a time while one is removed. */
#define OPEN_FOLDERS 8

static char *
hidden_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_strdup_printf (HIDDEN_PREFIX "%d-XXXXXX", (int) getpid ());

  return g_build_filename (folder, name, NULL);
}

char *
sceau_staging_make_file (const char *path, int *fd)
{
  g_autofree char *hidden = hidden_name (path);

  *fd = g_mkstemp_full (hidden, O_WRONLY | O_CLOEXEC, 0600);
  return *fd >= 0 ? g_steal_pointer (&hidden) : NULL;
}

char *
sceau_staging_make_folder (const char *path)
{
  g_autofree char *hidden = hidden_name (path);

  return g_mkdtemp_full (hidden, 0700) != NULL ? g_steal_pointer (&hidden) : NULL;
}

gboolean
sceau_staging_write (int fd, GBytes *bytes, gboolean flush)
{
  gsize left;
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
  return !flush || fsync (fd) == 0;
}

gboolean
sceau_staging_flush (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean flushed = fd >= 0 && syncfs (fd) == 0;
  int error_number = errno;

  if (fd >= 0)
    close (fd);
  errno = error_number;
  return flushed;
}

/* Some file systems cannot rename without replacing, some have no hard links either (FAT on a key): there, a look
 * before must do. */
static int
rename_new (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  if (link (from, to) == 0)
    return g_unlink (from);
  if (errno == EEXIST || g_file_test (to, G_FILE_TEST_EXISTS) || g_file_test (to, G_FILE_TEST_IS_SYMLINK))
    {
      errno = EEXIST;
      return -1;
    }
  return g_rename (from, to);
}

gboolean
sceau_staging_publish (const char *hidden, const char *path, gboolean overwrite)
{
  return (overwrite ? g_rename (hidden, path) : rename_new (hidden, path)) == 0;
}

/* A name that is not on the disk can be lost with the power; some file systems cannot flush a folder and need not. */
void
sceau_staging_settle (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static int
remove_one (const char *path, const struct stat *status, int kind, struct FTW *where)
{
  remove (path);
  return 0;
}

void
sceau_staging_discard (const char *hidden)
{
  nftw (hidden, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}

/* Whether a process that is gone was writing something of this name. */
static gboolean
is_left_behind (const char *name)
{
  char *end;
  gint64 process;

  if (!g_str_has_prefix (name, HIDDEN_PREFIX))
    return FALSE;
  process = g_ascii_strtoll (name + strlen (HIDDEN_PREFIX), &end, 10);
  return process > 1 && process <= G_MAXINT && *end == '-' && strlen (end) == strlen ("-XXXXXX")
         && kill ((pid_t) process, 0) != 0 && errno == ESRCH;
}

void
sceau_staging_sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_left_behind (name))
        sceau_staging_discard (path);
    }
}

/* NULL: there is nothing better to say than the system does. */
static const char *
find_sentence (int error_number)
{
  switch (error_number)
    {
    case EEXIST:
    case ENOTEMPTY:
      return _("“%s” is already there and was left as it is. Choose another name, or move it away first.");
    case ENOENT:
    case ENOTDIR:
      return _("“%s” cannot be written: its folder does not exist. Create it, or choose another.");
    case EACCES:
    case EPERM:
    case EROFS:
      return _("“%s” cannot be written: its folder is read-only. Choose another.");
    case ENOSPC:
    case EDQUOT:
      return _("“%s” cannot be written: the disk is full. Make room, or choose another folder.");
    case EISDIR:
      return _("“%s” cannot be written: it is a folder. Give the name of a file.");
    default:
      return NULL;
    }
}

gboolean
sceau_staging_set_error (GError **error, const char *path, int error_number)
{
  g_autofree char *name = g_filename_display_name (path);
  const char *sentence = find_sentence (error_number);

  if (sentence != NULL)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (error_number), sentence, name);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (error_number), _("“%s” cannot be written: %s. Choose another folder."), name,
                 g_strerror (error_number));
  return FALSE;
}
