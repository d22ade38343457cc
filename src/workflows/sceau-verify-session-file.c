/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The file of a session against its manifest, without any school. */

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sceau-archive-reader.h"
#include "sceau-export-private.h"

#define BLOCK 65536
/* A manifest names some thousands of files at most. */
#define MAX_MANIFEST (16 * 1024 * 1024)

typedef struct
{
  SceauFaults *faults;
  GHashTable *found;    /* (element-type utf8 utf8): path → "size sha256" */
  GByteArray *manifest; /* or NULL */
  gboolean damaged;     /* not read to its end */
} Inspection;

static void
inspection_clear (Inspection *self)
{
  g_hash_table_unref (self->found);
  g_clear_pointer (&self->manifest, g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Inspection, inspection_clear)

static void
add_fault (Inspection *self, const char *place, const char *reason, const char *remedy)
{
  sceau_faults_add_at (self->faults, SCEAU_FAULT_ERROR, place, NULL, NULL, reason, remedy);
}

/* "a/b.pdf", and nothing that leads out of the folder or to somewhere else on another system. */
static gboolean
is_safe_path (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || g_str_equal (parts[i], ".") || g_str_equal (parts[i], ".."))
      return FALSE;
  for (const char *p = path; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) || strchr ("\\:", *p) != NULL)
      return FALSE;
  return *path != '\0';
}

/* Up to @size bytes of the file that @source stands for; 0 at its end, -1 when it is damaged. */
typedef gssize (*ReadFunc) (gpointer source, void *buffer, gsize size);

static void
inspect_file (Inspection *self, const char *path, ReadFunc read_func, gpointer source)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *block = g_malloc (BLOCK);
  gboolean is_manifest = g_str_equal (path, SCEAU_SESSION_MANIFEST);
  guint64 size = 0;
  gssize n;

  if (!is_safe_path (path))
    {
      add_fault (self, path, _("This name leads out of the folder: the file was not made by Sceau."), _("Do not unpack it."));
      return;
    }
  if (g_hash_table_contains (self->found, path))
    {
      add_fault (self, path, _("This file is there twice."), _("Take the file of the session as it was exported."));
      return;
    }
  if (is_manifest)
    self->manifest = g_byte_array_new ();
  while ((n = read_func (source, block, BLOCK)) > 0)
    {
      g_checksum_update (checksum, block, n);
      size += (guint64) n;
      if (is_manifest && size <= MAX_MANIFEST)
        g_byte_array_append (self->manifest, block, (guint) n);
    }
  if (n < 0)
    add_fault (self, path, _("This file is damaged and cannot be read to its end."), _("Take the file of the session as it was exported."));
  g_hash_table_insert (self->found, g_strdup (path), g_strdup_printf ("%" G_GUINT64_FORMAT " %s", size, g_checksum_get_string (checksum)));
}

/* A zip -------------------------------------------------------------------------------- */

static gssize
read_entry (gpointer source, void *buffer, gsize size)
{
  return sceau_archive_reader_read (source, buffer, size);
}

static gboolean
inspect_zip (Inspection *self, const char *path, GError **error)
{
  g_autoptr (SceauArchiveReader) reader = sceau_archive_reader_open (path, error);
  SceauArchiveStep step;

  if (reader == NULL)
    return FALSE;
  while ((step = sceau_archive_reader_next (reader)) == SCEAU_ARCHIVE_ENTRY)
    {
      const char *name = sceau_archive_reader_get_name (reader);

      if (sceau_archive_reader_is_file (reader))
        inspect_file (self, name, read_entry, reader);
      else if (!sceau_archive_reader_is_folder (reader))
        add_fault (self, name, _("This is a link and no file: it was not made by Sceau."), _("Do not unpack it."));
    }
  self->damaged = step == SCEAU_ARCHIVE_DAMAGED;
  if (self->damaged)
    add_fault (self, NULL, _("The archive is damaged and cannot be read to its end."), _("Take the file of the session as it was exported."));
  return TRUE;
}

/* A folder ----------------------------------------------------------------------------- */

static gssize
read_descriptor (gpointer source, void *buffer, gsize size)
{
  return read (GPOINTER_TO_INT (source), buffer, size);
}

static void inspect_folder (Inspection *self, const char *folder, const char *prefix);

static void
inspect_place (Inspection *self, const char *place, const char *path)
{
  GStatBuf status;
  gboolean there = g_lstat (place, &status) == 0;
  int fd;

  if (there && S_ISDIR (status.st_mode))
    {
      inspect_folder (self, place, path);
      return;
    }
  fd = there && S_ISREG (status.st_mode) ? g_open (place, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0) : -1;
  if (fd < 0)
    {
      add_fault (self, path, _("This is no file that can be read."), _("Take the file of the session as it was exported."));
      return;
    }
  inspect_file (self, path, read_descriptor, GINT_TO_POINTER (fd));
  close (fd);
}

static void
inspect_folder (Inspection *self, const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    add_fault (self, prefix, _("This folder cannot be read."), _("Look at its permissions."));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *place = g_build_filename (folder, name, NULL);
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *path = *prefix != '\0' ? g_strconcat (prefix, "/", shown, NULL) : g_strdup (shown);

      inspect_place (self, place, path);
    }
}

/* The manifest ------------------------------------------------------------------------- */

/* (transfer full): or NULL after a fault. */
static SceauManifest *
read_manifest (Inspection *self)
{
  g_autoptr (SceauFaults) found = sceau_faults_new ();
  SceauManifest *manifest;

  if (self->manifest == NULL)
    {
      add_fault (self, SCEAU_SESSION_MANIFEST, _("The manifest is missing: nothing says what belongs to the session."),
                 _("Take the file of the session as it was exported."));
      return NULL;
    }
  manifest = sceau_manifest_read ((const char *) self->manifest->data, self->manifest->len, found);
  sceau_faults_add_all (self->faults, found, SCEAU_FAULT_ERROR, SCEAU_SESSION_MANIFEST);
  return manifest;
}

static void
compare_file (Inspection *self, const SceauManifestFile *file)
{
  const char *found = g_hash_table_lookup (self->found, file->path);
  g_autofree char *said = g_strdup_printf ("%" G_GINT64_FORMAT " %s", file->size, file->sha256);

  if (!is_safe_path (file->path))
    add_fault (self, file->path, _("The manifest names a place outside of the folder."), _("Do not unpack it."));
  else if (found == NULL)
    add_fault (self, file->path, _("This file is missing."), _("Take the file of the session as it was exported."));
  else if (!g_str_equal (found, said))
    add_fault (self, file->path, _("This file is not as its manifest says: one of the two was altered."),
               _("Take the file of the session as it was exported."));
}

static void
compare (Inspection *self, const SceauManifest *manifest)
{
  g_autoptr (GHashTable) expected = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) found = g_list_sort (g_hash_table_get_keys (self->found), (GCompareFunc) strcmp);

  g_hash_table_add (expected, (gpointer) SCEAU_SESSION_MANIFEST);
  for (guint i = 0; i < manifest->files->len; i++)
    {
      const SceauManifestFile *file = g_ptr_array_index (manifest->files, i);

      g_hash_table_add (expected, file->path);
      compare_file (self, file);
    }
  for (GList *l = found; l != NULL; l = l->next)
    if (!g_hash_table_contains (expected, l->data))
      add_fault (self, l->data, _("This file does not belong to the session: the manifest does not name it."), _("Take it away."));
}

gboolean
sceau_verify_session_file (const char *path, SceauManifest **manifest, SceauFaults *faults, GError **error)
{
  g_auto (Inspection) self = { .faults = faults };
  g_autoptr (SceauManifest) read = NULL;

  if (manifest != NULL)
    *manifest = NULL;
  self.found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    inspect_folder (&self, path, "");
  else if (!inspect_zip (&self, path, error))
    return FALSE;
  /* Half an archive has said enough: what is missing of it is not missing from the session. */
  if (self.damaged && self.manifest == NULL)
    return TRUE;
  read = read_manifest (&self);
  if (read != NULL)
    compare (&self, read);
  if (manifest != NULL)
    *manifest = g_steal_pointer (&read);
  return TRUE;
}
