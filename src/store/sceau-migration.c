/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-migration.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "sceau-store-resources.h"

#define FOLDER "/io/github/sceau/Sceau/store/migrations/"
#define NEWEST "/io/github/sceau/Sceau/store/newest-schema"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full): the scripts in their order; "001-initial.sql" is the first. */
static char **
list_scripts (guint *length)
{
  char **names = g_resource_enumerate_children (sceau_store_get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  *length = g_strv_length (names);
  qsort (names, *length, sizeof (char *), compare_names);
  for (guint i = 0; i < *length; i++)
    g_assert (g_ascii_strtoull (names[i], NULL, 10) == i + 1);
  return names;
}

int
sceau_migration_newest (void)
{
  guint length;
  g_auto (GStrv) names = list_scripts (&length);

  return (int) length;
}

/* A new file --------------------------------------------------------------------- */

typedef gboolean (*DefinitionFunc) (const char *name, const char *sql, gpointer data, GError **error);

/* What the migrations make of an empty file, as list-newest-schema.py found it when Sceau was built. */
static gboolean
foreach_definition (DefinitionFunc func, gpointer data, GError **error)
{
  g_autoptr (GBytes) listing = g_resource_lookup_data (sceau_store_get_resource (), NEWEST, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *text = g_bytes_get_data (listing, &size);
  const char *end = text + size;

  while (text < end)
    {
      const char *name = text;
      const char *sql = name + strlen (name) + 1;

      if (!func (name, sql, data, error))
        return FALSE;
      text = sql + strlen (sql) + 1;
    }
  return TRUE;
}

/* The engine makes its own tables and indexes by itself. */
static gboolean
define (const char *name, const char *sql, gpointer database, GError **error)
{
  return strstr (name, " sqlite_") != NULL || sceau_database_exec (database, sql, error);
}

static gboolean
collect (const char *name, const char *sql, gpointer schema, GError **error)
{
  if (*name != '\0')
    g_hash_table_insert (schema, g_strdup (name), sceau_database_squeeze (sql));
  return TRUE;
}

GHashTable *
sceau_migration_list_newest (void)
{
  GHashTable *schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  foreach_definition (collect, schema, NULL);
  return schema;
}

static gboolean
is_empty (SceauDatabase *database, gboolean *empty, GError **error)
{
  gint64 objects;

  if (!sceau_database_query_int (database, &objects, 0, error, "SELECT count (*) FROM sqlite_schema", ""))
    return FALSE;
  *empty = objects == 0;
  return TRUE;
}

static gboolean
make_newest (SceauDatabase *database, GError **error)
{
  if (!sceau_database_begin (database, error))
    return FALSE;
  if (foreach_definition (define, database, error))
    return sceau_database_commit (database, error);
  sceau_database_rollback (database);
  return FALSE;
}

/* A file of before --------------------------------------------------------------- */

static gboolean
check_references (SceauDatabase *database, GError **error)
{
  gint64 broken;

  if (!sceau_database_query_int (database, &broken, 0, error, "SELECT count (*) FROM pragma_foreign_key_check", ""))
    return FALSE;
  if (broken == 0)
    return TRUE;
  g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CORRUPT,
               _("“%s” holds references to rows that are gone. Restore the school from its last backup."),
               sceau_database_get_path (database));
  return FALSE;
}

/* The script ends with its own number, which is taken back with the rest when the step fails. */
static gboolean
run_step (SceauDatabase *database, const char *name, gint64 before, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) script
    = g_resource_lookup_data (sceau_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (script != NULL);
  if (!sceau_database_begin (database, error))
    return FALSE;
  /* While this one waited for the lock, another process may have made the step. */
  if (sceau_database_get_version (database, NULL) > before)
    {
      sceau_database_rollback (database);
      return TRUE;
    }
  if (sceau_database_exec (database, g_bytes_get_data (script, NULL), error) && check_references (database, error))
    return sceau_database_commit (database, error);
  sceau_database_rollback (database);
  return FALSE;
}

static gboolean
check_version (SceauDatabase *database, gint64 version, guint newest, GError **error)
{
  const char *path = sceau_database_get_path (database);
  g_autofree char *name = g_filename_display_name (path);

  if (version < 0)
    g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CORRUPT,
                 _("“%s” has an impossible version. Restore the school from its last backup."), name);
  else if (version > newest)
    g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NEWER_SCHEMA,
                 _("“%s” was written by a newer version of Sceau. Install that version to open it."), name);
  else if (version < newest && !sceau_database_file_is_writable (database))
    g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_READ_ONLY,
                 _("“%s” was written by an older version of Sceau and is read-only. "
                   "Give yourself the permission to write it, so that it can be brought up to date."),
                 name);
  else
    return TRUE;
  return FALSE;
}

gboolean
sceau_migration_run (SceauDatabase *database, GError **error)
{
  guint newest;
  g_auto (GStrv) names = list_scripts (&newest);
  g_autoptr (GError) local = NULL;
  gint64 version = sceau_database_get_version (database, &local);
  gboolean empty;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!check_version (database, version, newest, error) || !is_empty (database, &empty, error))
    return FALSE;
  if (empty && version == 0)
    return make_newest (database, error);
  for (guint i = (guint) version; i < newest; i++)
    if (!run_step (database, names[i], i, error))
      return FALSE;
  return TRUE;
}
