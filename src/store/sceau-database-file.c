/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-database-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sceau-file-private.h"

/* The parts of the engine's file header that say whose file it is.  It is read before the engine sees the
 * file, so that nothing foreign is ever locked, recovered or changed by us. */
#define HEADER_SIZE 100
#define HEADER_APPLICATION_ID 68
static const char magic[16] = "SQLite format 3";

static gboolean
fail_foreign (const char *path, const char *sentence, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_A_SCHOOL, sentence, name);
  return FALSE;
}

/* How many bytes of the header there are; -1 on errors. */
static gssize
read_header (const char *path, guint8 *header, GError **error)
{
  gssize length = 0;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0)
    {
      sceau_file_fail (path, errno, error);
      return -1;
    }
  while (length < HEADER_SIZE)
    {
      gssize n = read (fd, header + length, HEADER_SIZE - length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          sceau_file_fail (path, errno, error);
          length = -1;
        }
      if (n <= 0)
        break;
      length += n;
    }
  close (fd);
  return length;
}

static gboolean
check_header (const char *path, GError **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gssize length = read_header (path, header, error);
  guint32 application_id;

  if (length < 0)
    return FALSE;
  if (length == 0)
    return fail_foreign (path, _("“%s” is empty: it is not a school file. Open another file, or restore a backup."), error);
  if (memcmp (header, magic, MIN (length, (gssize) sizeof magic)) != 0)
    return fail_foreign (path, _("“%s” is not a school file. Choose a file that Sceau has made (*.sceau)."), error);
  if (length < HEADER_SIZE)
    {
      g_autofree char *name = g_filename_display_name (path);
      g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CORRUPT,
                   _("“%s” is damaged or cut short. Restore the school from its last backup."), name);
      return FALSE;
    }
  memcpy (&application_id, header + HEADER_APPLICATION_ID, sizeof application_id);
  if (GUINT32_FROM_BE (application_id) != SCEAU_DATABASE_APPLICATION_ID)
    return fail_foreign (path, _("“%s” is the database of another application, not a school file. "
                                 "Choose a file that Sceau has made (*.sceau)."), error);
  return TRUE;
}

/* Also for root: a file without any write bit was put away as read-only. */
static gboolean
inspect_file (const char *path, gboolean *writable, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return sceau_file_fail (path, errno, error);
  if (S_ISDIR (status.st_mode))
    return fail_foreign (path, _("“%s” is a folder, not a school file. Choose a file in it."), error);
  if (!S_ISREG (status.st_mode))
    return fail_foreign (path, _("“%s” is not an ordinary file. Choose a file that Sceau has made (*.sceau)."), error);
  *writable = (status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) != 0 && g_access (path, W_OK) == 0;
  return check_header (path, error);
}

SceauDatabase *
sceau_database_open (const char *path, SceauDatabaseMode mode, GError **error)
{
  gboolean writable = FALSE;
  gint64 ignored;
  g_autoptr (SceauDatabase) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!inspect_file (path, &writable, error))
    return NULL;
  if (mode == SCEAU_DATABASE_READ_WRITE && !writable)
    {
      g_autofree char *name = g_filename_display_name (path);
      g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_READ_ONLY,
                   _("“%s” is read-only. Give yourself the permission to write it, or work on a copy."), name);
      return NULL;
    }
  /* A reader also opens a writable file for writing: after a crash, the engine has to bring back the last commit
   * before anybody can read. */
  self = sceau_database_connect (path, mode, writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, error);
  if (self == NULL)
    return NULL;
  /* The first read finds a file that was cut short, or that another program holds. */
  if (!sceau_database_query_int (self, &ignored, 0, error, "PRAGMA schema_version", "")
      || !sceau_database_query_int (self, &ignored, 0, error, "SELECT count (*) FROM sqlite_schema", ""))
    return NULL;
  return g_steal_pointer (&self);
}

SceauDatabase *
sceau_database_create (const char *path, GError **error)
{
  g_autoptr (SceauDatabase) self = NULL;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (fd < 0)
    {
      sceau_file_fail (path, errno, error);
      return NULL;
    }
  /* Owner only and writable, whatever the umask took away. */
  if (fchmod (fd, S_IRUSR | S_IWUSR) != 0)
    sceau_file_fail (path, errno, error);
  else
    self = sceau_database_connect (path, SCEAU_DATABASE_READ_WRITE, SQLITE_OPEN_READWRITE, error);
  close (fd);
  if (self == NULL || !sceau_database_exec (self, "PRAGMA application_id = 0x53434155", error))
    {
      g_unlink (path);
      return NULL;
    }
  return g_steal_pointer (&self);
}
