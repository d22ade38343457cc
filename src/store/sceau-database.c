/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-database-private.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

#include "sceau-statement.h"

#define BUSY_TIMEOUT_MS 2000

/* For every connection.  The rollback journal, not a write-ahead log: a school is one file that people copy and mail. */
static const char connection_settings[] =
  "PRAGMA journal_mode = DELETE;"
  "PRAGMA synchronous = EXTRA;"
  "PRAGMA trusted_schema = OFF;"
  "PRAGMA secure_delete = ON;"
  "PRAGMA cell_size_check = ON;"
  "PRAGMA temp_store = MEMORY;"
  "PRAGMA cache_size = -32768;";

static void
finalize_cb (gpointer handle)
{
  sqlite3_finalize (handle);
}

SceauDatabase *
sceau_database_connect (const char *path, SceauDatabaseMode mode, int flags, GError **error)
{
  g_autoptr (SceauDatabase) self = g_new0 (SceauDatabase, 1);
  int result;

  self->path = g_strdup (path);
  self->mode = mode;
  self->prepared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_cb);
  result = sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, NULL);
  if (result != SQLITE_OK)
    {
      sceau_database_fail (self, result, error);
      return NULL;
    }
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  if (!sceau_database_exec (self, connection_settings, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
sceau_database_postpone_sync (SceauDatabase *self, GError **error)
{
  return sceau_database_exec (self, "PRAGMA synchronous = OFF;", error);
}

void
sceau_database_close (SceauDatabase *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->prepared);
  /* Refuses while a statement is still out: a leak of ours. */
  if (self->handle != NULL && sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("a database was closed while statements were in use");
  g_free (self->path);
  g_free (self);
}

const char *
sceau_database_get_path (SceauDatabase *self)
{
  return self->path;
}

char *
sceau_database_dup_name (SceauDatabase *self)
{
  return g_filename_display_name (self->path);
}

gboolean
sceau_database_is_read_only (SceauDatabase *self)
{
  return self->mode == SCEAU_DATABASE_READ_ONLY;
}

gboolean
sceau_database_file_is_writable (SceauDatabase *self)
{
  return sqlite3_db_readonly (self->handle, "main") == 0;
}

gboolean
sceau_database_settle (SceauDatabase *self, GError **error)
{
  return sceau_database_exec (self, "PRAGMA foreign_keys = ON", error)
         && (!sceau_database_is_read_only (self) || sceau_database_exec (self, "PRAGMA query_only = ON", error));
}

gboolean
sceau_database_exec (SceauDatabase *self, const char *script, GError **error)
{
  int result = sqlite3_exec (self->handle, script, NULL, NULL, NULL);

  return result == SQLITE_OK || sceau_database_fail (self, result, error);
}

/* Transactions ---------------------------------------------------------------- */

static gboolean
refuse_nesting (SceauDatabase *self, GError **error)
{
  g_autofree char *name = NULL;

  if (!sceau_database_in_transaction (self))
    return TRUE;
  name = sceau_database_dup_name (self);
  g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_BUSY,
               _("An operation is already under way on “%s”. Let it finish first."), name);
  return FALSE;
}

/* Whoever deletes or replaces the file under us does not disturb the engine: it would go on writing where nobody
 * looks any more, and everything would be lost with the window. */
static gboolean
refuse_moved (SceauDatabase *self, GError **error)
{
  int moved = 0;
  g_autofree char *name = NULL;

  if (sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved)
    return TRUE;
  name = sceau_database_dup_name (self);
  g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND,
               _("“%s” was deleted, moved or replaced while it was open: nothing was changed. Put it back, or open the "
                 "school from where it is now."), name);
  return FALSE;
}

/* A transaction that began with a read could find, when it wants to write, that another one was faster;
 * then all its work is lost.  So a writer asks for the lock first. */
gboolean
sceau_database_begin (SceauDatabase *self, GError **error)
{
  return refuse_nesting (self, error) && refuse_moved (self, error) && sceau_database_exec (self, "BEGIN IMMEDIATE", error);
}

gboolean
sceau_database_begin_read (SceauDatabase *self, GError **error)
{
  return refuse_nesting (self, error) && sceau_database_exec (self, "BEGIN", error);
}

gboolean
sceau_database_commit (SceauDatabase *self, GError **error)
{
  if (sceau_database_exec (self, "COMMIT", error))
    return TRUE;
  sceau_database_rollback (self);
  return FALSE;
}

void
sceau_database_rollback (SceauDatabase *self)
{
  /* The engine rolls back by itself after some failures, such as a full disk. */
  if (sceau_database_in_transaction (self))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
sceau_database_in_transaction (SceauDatabase *self)
{
  return sqlite3_get_autocommit (self->handle) == 0;
}

/* One statement in one call --------------------------------------------------- */

gboolean
sceau_database_run (SceauDatabase *self, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (SceauStatement) statement = sceau_statement_new (self, sql, error);
  va_list values;

  if (statement == NULL)
    return FALSE;
  va_start (values, types);
  sceau_statement_bind_valist (statement, types, &values);
  va_end (values);
  return sceau_statement_run (statement, error);
}

gboolean
sceau_database_query_int (SceauDatabase *self, gint64 *value, gint64 absent, GError **error, const char *sql,
                          const char *types, ...)
{
  g_autoptr (SceauStatement) statement = sceau_statement_new (self, sql, error);
  va_list values;
  SceauStep step;

  *value = absent;
  if (statement == NULL)
    return FALSE;
  va_start (values, types);
  sceau_statement_bind_valist (statement, types, &values);
  va_end (values);
  step = sceau_statement_step (statement, error);
  if (step == SCEAU_STEP_ROW)
    *value = sceau_statement_get_int (statement, 0);
  return step != SCEAU_STEP_ERROR;
}

gboolean
sceau_database_query_text (SceauDatabase *self, char **text, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (SceauStatement) statement = sceau_statement_new (self, sql, error);
  va_list values;
  SceauStep step;

  *text = NULL;
  if (statement == NULL)
    return FALSE;
  va_start (values, types);
  sceau_statement_bind_valist (statement, types, &values);
  va_end (values);
  step = sceau_statement_step (statement, error);
  if (step == SCEAU_STEP_ROW)
    *text = sceau_statement_dup_text (statement, 0);
  return step != SCEAU_STEP_ERROR;
}

gint64
sceau_database_last_id (SceauDatabase *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

int
sceau_database_changes (SceauDatabase *self)
{
  return sqlite3_changes (self->handle);
}

/* What only the engine knows -------------------------------------------------- */

gint64
sceau_database_get_version (SceauDatabase *self, GError **error)
{
  gint64 version;

  return sceau_database_query_int (self, &version, -1, error, "PRAGMA user_version", "") ? version : -1;
}

gboolean
sceau_database_get_outside_version (SceauDatabase *self, gint64 *version, GError **error)
{
  return sceau_database_query_int (self, version, 0, error, "PRAGMA data_version", "");
}

gboolean
sceau_database_get_change_counter (SceauDatabase *self, guint64 *counter, GError **error)
{
  gint64 others;

  if (!sceau_database_get_outside_version (self, &others, error))
    return FALSE;
  *counter = ((guint64) others << 40) + (guint64) sqlite3_total_changes64 (self->handle);
  return TRUE;
}

GPtrArray *
sceau_database_check_integrity (SceauDatabase *self, GError **error)
{
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);
  SceauStep step;

  g_autoptr (SceauStatement) pages = sceau_statement_new (self, "PRAGMA integrity_check", error);
  if (pages == NULL)
    return NULL;
  while ((step = sceau_statement_step (pages, error)) == SCEAU_STEP_ROW)
    if (g_strcmp0 (sceau_statement_get_text (pages, 0), "ok") != 0)
      g_ptr_array_add (complaints, sceau_statement_dup_text (pages, 0));
  if (step == SCEAU_STEP_ERROR)
    return NULL;

  g_autoptr (SceauStatement) references = sceau_statement_new (self, "PRAGMA foreign_key_check", error);
  if (references == NULL)
    return NULL;
  while ((step = sceau_statement_step (references, error)) == SCEAU_STEP_ROW)
    g_ptr_array_add (complaints, g_strdup_printf ("%s: missing row of %s", sceau_statement_get_text (references, 0),
                                                  sceau_statement_get_text (references, 2)));
  return step == SCEAU_STEP_ERROR ? NULL : g_steal_pointer (&complaints);
}

/* A definition restored from a dump may be folded otherwise and is still the same. */
char *
sceau_database_squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *c = text; c != NULL && *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      g_string_append_c (squeezed, *c);
    else if (squeezed->len > 0 && squeezed->str[squeezed->len - 1] != ' ')
      g_string_append_c (squeezed, ' ');
  return g_string_free (squeezed, FALSE);
}

GHashTable *
sceau_database_list_schema (SceauDatabase *self, GError **error)
{
  /* Statistics of the query planner may come and go. */
  g_autoptr (SceauStatement) statement
    = sceau_statement_new (self, "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_stat%' ESCAPE '!'", error);
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  SceauStep step;

  if (statement == NULL)
    return NULL;
  while ((step = sceau_statement_step (statement, error)) == SCEAU_STEP_ROW)
    g_hash_table_insert (schema, sceau_statement_dup_text (statement, 0), sceau_database_squeeze (sceau_statement_get_text (statement, 1)));
  return step == SCEAU_STEP_ERROR ? NULL : g_steal_pointer (&schema);
}

gboolean
sceau_database_copy (SceauDatabase *self, SceauDatabase *target, GError **error)
{
  sqlite3_backup *backup;
  int result;

  if (!refuse_nesting (self, error))
    return FALSE;
  backup = sqlite3_backup_init (target->handle, "main", self->handle, "main");
  if (backup == NULL)
    return sceau_database_fail (target, sqlite3_extended_errcode (target->handle), error);
  /* All at once: no writer can come between, so the copy never has to start again. */
  result = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  if (result == SQLITE_DONE)
    return TRUE;
  return sceau_database_fail (result == SQLITE_CORRUPT ? self : target, result, error);
}
