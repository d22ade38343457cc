/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-file-set.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "sceau-staging.h"

/* Personal data: for the owner only, as the school file. */
#define FOLDER_MODE 0700

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
    sceau_staging_discard (entry->hidden);
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
refuse_folder (const char *folder, GError **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY, _("“%s” is a file: nothing can be written into it. Choose a folder."), name);
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
    return errno == EEXIST ? refuse_folder (folder, error) : sceau_staging_set_error (error, folder, errno);
  g_ptr_array_add (self->made, g_strdup (folder));
  return TRUE;
}

static gboolean
stage_entry (SceauFileSet *self, Entry *entry, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (entry->path);
  gboolean written;
  int error_number;
  int fd;

  if (!make_folder (self, folder, error))
    return FALSE;
  entry->hidden = sceau_staging_make_file (entry->path, &fd);
  if (entry->hidden == NULL)
    return sceau_staging_set_error (error, entry->path, errno);
  written = sceau_staging_write (fd, entry->bytes, FALSE);
  error_number = errno;
  if (close (fd) != 0 && written)
    return sceau_staging_set_error (error, entry->path, errno);
  return written || sceau_staging_set_error (error, entry->path, error_number);
}

static void
sweep_folders (const SceauFileSet *self)
{
  g_autoptr (GHashTable) swept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      char *folder = g_path_get_dirname (((Entry *) g_ptr_array_index (self->entries, i))->path);

      if (!g_hash_table_contains (swept, folder))
        sceau_staging_sweep (folder);
      g_hash_table_add (swept, folder);
    }
}

/* One flush for the whole set: a wait for the disk at each of a thousand files takes minutes. */
static gboolean
flush_folder_of (const Entry *entry, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (entry->path);

  return sceau_staging_flush (folder) || sceau_staging_set_error (error, folder, errno);
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

gboolean
sceau_file_set_publish (SceauFileSet *self, GError **error)
{
  gboolean published = TRUE;

  self->published = TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (sceau_staging_publish (entry->hidden, entry->path, FALSE))
        g_clear_pointer (&entry->hidden, g_free);
      else if (published)
        published = sceau_staging_set_error (error, entry->path, errno);
    }
  if (self->entries->len > 0)
    {
      sceau_staging_settle (((Entry *) g_ptr_array_index (self->entries, 0))->path);
      sceau_staging_settle (((Entry *) g_ptr_array_index (self->entries, self->entries->len - 1))->path);
    }
  return published;
}
