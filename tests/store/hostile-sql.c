/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "hostile-sql.h"

#include <sqlite3.h>

#include "sceau-backup.h"

static int
run (sqlite3 *handle, const char *sql)
{
  return sqlite3_exec (handle, sql, NULL, NULL, NULL);
}

/* "@trigger:statement" drops the trigger, runs the statement and creates the trigger again as it was. */
static int
attack (sqlite3 *handle, const char *sql)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *drop = NULL;
  g_autofree char *create = NULL;
  sqlite3_stmt *statement;
  int result;

  if (sql[0] != '@')
    return run (handle, sql);
  parts = g_strsplit (sql + 1, ":", 2);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT sql FROM sqlite_schema WHERE name = ?", -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, parts[0], -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  create = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  drop = g_strdup_printf ("DROP TRIGGER %s", parts[0]);
  g_assert_cmpint (run (handle, drop), ==, SQLITE_OK);
  result = run (handle, parts[1]);
  g_assert_cmpint (run (handle, create), ==, SQLITE_OK);
  return result;
}

static gboolean
is_sound (const char *path)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  if (!sceau_backup_verify (path, faults, &error))
    {
      g_test_message ("not opened: %s", error->message);
      return FALSE;
    }
  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      g_autofree char *text = sceau_fault_to_string (sceau_faults_get (faults, i));
      g_test_message ("%s", text);
    }
  return sceau_faults_length (faults) == 0;
}

/* The file before the attack, and where attacked copies of it lie. */
static char *pristine;
static gsize pristine_length;
static char *folder;

static void
test_statement (gconstpointer data)
{
  const HostileStatement *attempt = data;
  g_autofree char *path = g_build_filename (folder, "attacked.sceau", NULL);
  sqlite3 *handle;
  int result;

  g_assert_true (g_file_set_contents (path, pristine, (gssize) pristine_length, NULL));
  /* Another program: references are not enforced, and it does what it likes. */
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  result = attack (handle, attempt->sql);
  g_test_message ("%s", result == SQLITE_OK ? "went through" : sqlite3_errmsg (handle));
  if (attempt->expected == HOSTILE_REFUSED)
    g_assert_cmpint (result, ==, SQLITE_CONSTRAINT);
  else
    g_assert_cmpint (result, ==, SQLITE_OK);
  sqlite3_close (handle);
  if (attempt->expected == HOSTILE_REFUSED)
    g_assert_true (is_sound (path));
  else
    g_assert_false (is_sound (path));
}

int
hostile_sql_run (SceauTestSchool *fixture, const char *prefix, const HostileStatement *statements, guint n_statements)
{
  int result;

  g_clear_pointer (&fixture->school, sceau_school_close);
  folder = fixture->folder;
  g_assert_true (g_file_get_contents (fixture->path, &pristine, &pristine_length, NULL));
  g_assert_true (is_sound (fixture->path));
  for (guint i = 0; i < n_statements; i++)
    {
      g_autofree char *name = g_strdup_printf ("/store/%s/%s", prefix, statements[i].name);

      g_test_add_data_func (name, &statements[i], test_statement);
    }
  result = g_test_run ();
  g_clear_pointer (&pristine, g_free);
  return result;
}
