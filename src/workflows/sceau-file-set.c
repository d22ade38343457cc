/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#define _GNU_SOURCE /* renameat2, syncfs */

#include "sceau-file-set.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Personal data: for the owner only, as the school file. */
#define FILE_MODE 0600
#define FOLDER_MODE 0700
/* Hidden names say which process writes them: ".sceau-1234-Ab3dEf". */
#define HIDDEN_PREFIX ".sceau-"

typedef struct
{
  char *path;
  char *hidden; /* NULL unless it lies on the disk under this name */
  GBytes *bytes;
} Entry;

struct _SceauFileSet
{
  GPtrArray *entries;  /* (element-type Entry) */
  GPtrArray *made;     /* (element-type filename): folders that staging made */
  gboolean published;
};

static void
entry_free (Entry *entry)
{
  if (entry->hidden != NULL)
    g_unlink (entry->hidden);
  g_free (entry->hidden);
  g_free (entry->path);
  g_bytes_unref (entry->bytes);
  g_free (entry);
}

SceauFileSet *
sceau_file_set_new (void)
{
  SceauFileSet *self = g_new0 (SceauFileSet, 1);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->made = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
sceau_file_set_free (SceauFileSet *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entries);
  for (guint i = self->made->len; i > 0 && !self->published; i--)
    g_rmdir (g_ptr_array_index (self->made, i - 1));
  g_ptr_array_unref (self->made);
  g_free (self);
}

void
sceau_file_set_add (SceauFileSet *self, const char *path, GBytes *bytes)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->path = g_canonicalize_filename (path, NULL);
  entry->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (self->entries, entry);
}

void
sceau_file_set_check (const SceauFileSet *self, SceauFaults *faults)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      g_autofree char *name = g_filename_display_name (entry->path);

      if (!g_hash_table_add (seen, entry->path))
        sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, name, NULL, NULL, _("Two documents would have this name."),
                             _("Choose another name for the merged file."));
      else if (g_file_test (entry->path, G_FILE_TEST_EXISTS) || g_file_test (entry->path, G_FILE_TEST_IS_SYMLINK))
        sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, name, NULL, NULL,
                             _("This file exists already and is not overwritten."), _("Move it away or choose another folder."));
    }
}

static gboolean
fail (const char *path, int error_number, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (error_number),
               _("“%s” cannot be written: %s. Free some space or choose another folder."), name, g_strerror (error_number));
  return FALSE;
}

static gboolean
make_folder (SceauFileSet *self, const char *folder, GError **error)
{
  g_autofree char *parent = NULL;

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  parent = g_path_get_dirname (folder);
  if (!make_folder (self, parent, error))
    return FALSE;
  if (g_mkdir (folder, FOLDER_MODE) != 0)
    return fail (folder, errno, error);
  g_ptr_array_add (self->made, g_strdup (folder));
  return TRUE;
}

static gboolean
write_all (int fd, GBytes *bytes)
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
  return TRUE;
}

/* Whether a process that is gone was writing a file of this name. */
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

/* A process that was killed could not take its hidden files away: the next one in the folder does. */
static void
sweep_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_left_behind (name) && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_unlink (path);
    }
}

static gboolean
stage_entry (SceauFileSet *self, Entry *entry, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (entry->path);
  g_autofree char *name = g_strdup_printf (HIDDEN_PREFIX "%d-XXXXXX", (int) getpid ());
  g_autofree char *hidden = g_build_filename (folder, name, NULL);
  gboolean written;
  int error_number;
  int fd;

  if (!make_folder (self, folder, error))
    return FALSE;
  fd = g_mkstemp_full (hidden, O_WRONLY | O_CLOEXEC, FILE_MODE);
  if (fd < 0)
    return fail (entry->path, errno, error);

  entry->hidden = g_steal_pointer (&hidden);
  written = write_all (fd, entry->bytes);
  error_number = errno;
  if (close (fd) != 0 && written)
    return fail (entry->path, errno, error);
  return written || fail (entry->path, error_number, error);
}

static void
sweep_folders (const SceauFileSet *self)
{
  g_autoptr (GHashTable) swept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      char *folder = g_path_get_dirname (((Entry *) g_ptr_array_index (self->entries, i))->path);

      if (!g_hash_table_contains (swept, folder))
        sweep_folder (folder);
      g_hash_table_add (swept, folder);
    }
}

/* One flush for the whole set: a wait for the disk at each of a thousand files takes minutes. */
static gboolean
flush_folder_of (const Entry *entry, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (entry->path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean flushed = fd >= 0 && syncfs (fd) == 0;
  int error_number = errno;

  if (fd >= 0)
    close (fd);
  return flushed || fail (folder, error_number, error);
}

gboolean
sceau_file_set_stage (SceauFileSet *self, GCancellable *cancellable, GError **error)
{
  const guint n = self->entries->len;

  sweep_folders (self);
  for (guint i = 0; i < n; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !stage_entry (self, g_ptr_array_index (self->entries, i), error))
      return FALSE;
  /* The set lies in one folder, its merged file perhaps in another, on another disk. */
  return n == 0 || (flush_folder_of (g_ptr_array_index (self->entries, 0), error)
                    && (n == 1 || flush_folder_of (g_ptr_array_index (self->entries, n - 1), error)));
}

/* Some file systems cannot rename without replacing: there, a look before must do. */
static int
rename_new (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  if (g_access (to, F_OK) == 0)
    {
      errno = EEXIST;
      return -1;
    }
  return g_rename (from, to);
}

/* A name that is not on the disk can be lost with the power. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

gboolean
sceau_file_set_publish (SceauFileSet *self, GError **error)
{
  gboolean published = TRUE;

  self->published = TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (rename_new (entry->hidden, entry->path) == 0)
        g_clear_pointer (&entry->hidden, g_free);
      else if (published)
        published = fail (entry->path, errno, error);
    }
  /* The set lies in one folder, its merged file perhaps in another. */
  if (self->entries->len > 0)
    {
      sync_folder (((Entry *) g_ptr_array_index (self->entries, 0))->path);
      sync_folder (((Entry *) g_ptr_array_index (self->entries, self->entries->len - 1))->path);
    }
  return published;
}
