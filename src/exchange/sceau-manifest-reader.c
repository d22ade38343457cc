/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-manifest-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-json-fields-private.h"

#define HASH_DIGITS 64

static void
file_free (gpointer data)
{
  SceauManifestFile *file = data;

  g_free (file->path);
  g_free (file->sha256);
  g_free (file);
}

void
sceau_manifest_free (SceauManifest *self)
{
  if (self == NULL)
    return;
  g_free (self->state);
  g_free (self->seal);
  g_free (self->journal_head);
  g_ptr_array_unref (self->files);
  g_free (self);
}

/* (transfer full): NULL when the key is absent, or after a fault. */
static char *
read_hash (SceauJsonObject *object, const char *key)
{
  g_autofree char *text = sceau_json_text (object, key);

  if (text == NULL || (strlen (text) == HASH_DIGITS && strspn (text, "0123456789abcdef") == HASH_DIGITS))
    return g_steal_pointer (&text);
  sceau_json_fault (object, key, text, _("This is not the number of hexadecimal digits that stands here."),
                    _("Take the file of the session as it was exported."));
  return NULL;
}

static void
read_file (SceauManifest *self, SceauJsonObject *object, GHashTable *paths)
{
  SceauManifestFile *file = g_new0 (SceauManifestFile, 1);

  file->path = sceau_json_mandatory (object, "path");
  file->size = sceau_json_integer (object, "size", 0, G_MAXINT, -1);
  file->sha256 = read_hash (object, "sha256");
  if (file->sha256 == NULL)
    sceau_json_fault (object, "sha256", NULL, _("The hash of the file is missing."), _("Take the file of the session as it was exported."));
  if (file->path != NULL && !g_hash_table_add (paths, g_strdup (file->path)))
    sceau_json_fault (object, "path", file->path, _("The manifest names this file twice: nothing says which of the two lines holds."),
                      _("Take the file of the session as it was exported."));
  g_ptr_array_add (self->files, file);
}

static void
read_fields (SceauManifest *self, SceauJsonObject *root)
{
  static const char *const told[] = { "program", "school", "siret", "certification", "cohort", "date", "sealed_at" };
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (sceau_json_integer (root, "sceau_session_file", 1, 1, 0) != 1)
    sceau_json_fault (root, "sceau_session_file", NULL, _("This is not the manifest of a session."),
                      _("Take the file of the session as it was exported."));
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    g_free (sceau_json_text (root, told[i]));
  self->session = sceau_json_integer (root, "session", 1, G_MAXINT, 0);
  self->state = sceau_json_mandatory (root, "state");
  self->seal = read_hash (root, "seal");
  g_free (read_hash (root, "journal_head_at_seal"));
  self->journal_head = read_hash (root, "journal_head");
  for (guint i = 0; i < sceau_json_length (root, "files"); i++)
    {
      g_autoptr (SceauJsonObject) object = sceau_json_element_object (root, "files", i);

      if (object != NULL)
        read_file (self, object, paths);
    }
}

SceauManifest *
sceau_manifest_read (const char *text, gsize length, SceauFaults *faults)
{
  g_autoptr (SceauManifest) self = g_new0 (SceauManifest, 1);
  g_autoptr (SceauJson) json = NULL;
  g_autoptr (GError) error = NULL;
  guint known = sceau_faults_count_errors (faults);
  SceauJsonObject *root;

  self->files = g_ptr_array_new_with_free_func (file_free);
  json = sceau_json_new (text, (gssize) length, faults, &error);
  if (json == NULL)
    {
      sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, NULL, NULL, NULL, error->message, NULL);
      return NULL;
    }
  root = sceau_json_root (json);
  if (root != NULL)
    read_fields (self, root);
  sceau_json_object_close (root);
  return sceau_faults_count_errors (faults) == known ? g_steal_pointer (&self) : NULL;
}
