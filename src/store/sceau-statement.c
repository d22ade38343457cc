/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-statement.h"

#include <string.h>

#include "sceau-database-private.h"

struct _SceauStatement
{
  SceauDatabase *database;
  sqlite3_stmt *handle;
  int bind_result; /* the first bind that failed, for the next step to report */
};

/* The engine numbers $1, $2… by their first appearance; we mean their numbers. */
static gboolean
places_are_in_order (sqlite3_stmt *handle)
{
  for (int i = 1; i <= sqlite3_bind_parameter_count (handle); i++)
    {
      g_autofree char *name = g_strdup_printf ("$%d", i);

      if (g_strcmp0 (sqlite3_bind_parameter_name (handle, i), name) != 0)
        return FALSE;
    }
  return TRUE;
}

SceauStatement *
sceau_statement_new (SceauDatabase *database, const char *sql, GError **error)
{
  SceauStatement *self;
  sqlite3_stmt *handle = NULL;
  g_autofree char *key = NULL;

  if (g_hash_table_steal_extended (database->prepared, sql, (gpointer *) &key, (gpointer *) &handle))
    g_assert (handle != NULL);
  else
    {
      int result = sqlite3_prepare_v3 (database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);

      if (result != SQLITE_OK)
        {
          sceau_database_fail (database, result, error);
          return NULL;
        }
      g_assert (places_are_in_order (handle));
    }
  self = g_new0 (SceauStatement, 1);
  self->database = database;
  self->handle = handle;
  return self;
}

void
sceau_statement_free (SceauStatement *self)
{
  const char *sql;

  if (self == NULL)
    return;
  sceau_statement_reset (self);
  sql = sqlite3_sql (self->handle);
  if (g_hash_table_contains (self->database->prepared, sql))
    sqlite3_finalize (self->handle);
  else
    g_hash_table_insert (self->database->prepared, g_strdup (sql), self->handle);
  g_free (self);
}

void
sceau_statement_reset (SceauStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->bind_result = SQLITE_OK;
}

static void
note (SceauStatement *self, int result)
{
  if (self->bind_result == SQLITE_OK)
    self->bind_result = result;
}

void
sceau_statement_bind_text (SceauStatement *self, int place, const char *text)
{
  note (self, sqlite3_bind_text (self->handle, place, text, -1, SQLITE_TRANSIENT));
}

void
sceau_statement_bind_int (SceauStatement *self, int place, gint64 value)
{
  note (self, sqlite3_bind_int64 (self->handle, place, value));
}

void
sceau_statement_bind_null (SceauStatement *self, int place)
{
  note (self, sqlite3_bind_null (self->handle, place));
}

void
sceau_statement_bind_id (SceauStatement *self, int place, gint64 id)
{
  if (id == 0)
    sceau_statement_bind_null (self, place);
  else
    sceau_statement_bind_int (self, place, id);
}

void
sceau_statement_bind_date (SceauStatement *self, int place, SceauDate date)
{
  g_autofree char *text = date == SCEAU_NO_DATE ? NULL : sceau_date_format_iso (date);

  sceau_statement_bind_text (self, place, text);
}

void
sceau_statement_bind_bytes (SceauStatement *self, int place, GBytes *bytes)
{
  gsize length = 0;
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (bytes == NULL)
    sceau_statement_bind_null (self, place);
  else if (length == 0)
    note (self, sqlite3_bind_zeroblob (self->handle, place, 0));
  else
    note (self, sqlite3_bind_blob64 (self->handle, place, data, length, SQLITE_TRANSIENT));
}

void
sceau_statement_bind_valist (SceauStatement *self, const char *types, va_list *values)
{
  /* A letter too many or too few would bind the wrong value: caught at the first run. */
  g_assert (sqlite3_bind_parameter_count (self->handle) == (int) strlen (types));
  for (int i = 0; types[i] != '\0'; i++)
    switch (types[i])
      {
      case 't':
        sceau_statement_bind_text (self, i + 1, va_arg (*values, const char *));
        break;
      case 'i':
        sceau_statement_bind_int (self, i + 1, va_arg (*values, int));
        break;
      case 'l':
        sceau_statement_bind_int (self, i + 1, va_arg (*values, gint64));
        break;
      case 'r':
        sceau_statement_bind_id (self, i + 1, va_arg (*values, gint64));
        break;
      case 'd':
        sceau_statement_bind_date (self, i + 1, va_arg (*values, SceauDate));
        break;
      case 'b':
        sceau_statement_bind_bytes (self, i + 1, va_arg (*values, GBytes *));
        break;
      default:
        g_assert_not_reached ();
      }
}

SceauStep
sceau_statement_step (SceauStatement *self, GError **error)
{
  int result = self->bind_result != SQLITE_OK ? self->bind_result : sqlite3_step (self->handle);

  if (result == SQLITE_ROW)
    return SCEAU_STEP_ROW;
  if (result == SQLITE_DONE)
    return SCEAU_STEP_DONE;
  sceau_database_fail (self->database, result, error);
  /* Lets go of the locks, so that the caller's rollback can do its work. */
  sqlite3_reset (self->handle);
  return SCEAU_STEP_ERROR;
}

gboolean
sceau_statement_run (SceauStatement *self, GError **error)
{
  SceauStep step;

  do
    step = sceau_statement_step (self, error);
  while (step == SCEAU_STEP_ROW);
  sceau_statement_reset (self);
  return step == SCEAU_STEP_DONE;
}

int
sceau_statement_get_width (SceauStatement *self)
{
  return sqlite3_column_count (self->handle);
}

gboolean
sceau_statement_is_null (SceauStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gint64
sceau_statement_get_int (SceauStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

const char *
sceau_statement_get_text (SceauStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

char *
sceau_statement_dup_text (SceauStatement *self, int column)
{
  return g_strdup (sceau_statement_get_text (self, column));
}

SceauDate
sceau_statement_get_date (SceauStatement *self, int column)
{
  SceauDate date = SCEAU_NO_DATE;
  const char *text = sceau_statement_get_text (self, column);

  if (text != NULL)
    sceau_date_parse_iso (text, &date);
  return date;
}

GBytes *
sceau_statement_dup_bytes (SceauStatement *self, int column)
{
  const void *data;

  if (sceau_statement_is_null (self, column))
    return NULL;
  data = sqlite3_column_blob (self->handle, column);
  return g_bytes_new (data, sqlite3_column_bytes (self->handle, column));
}
