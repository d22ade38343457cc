/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-test-alter.h"

#include <sqlite3.h>

static void
run_sql (sqlite3 *handle, const char *sql)
{
  char *error = NULL;

  if (sqlite3_exec (handle, sql, NULL, NULL, &error) != SQLITE_OK)
    g_error ("%s: %s", sql, error);
}

static int
collect_cb (void *rows, int columns, char **values, char **names)
{
  g_ptr_array_add (rows, g_strdup (values[0]));
  return 0;
}

static GPtrArray *
query (sqlite3 *handle, const char *sql)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpint (sqlite3_exec (handle, sql, collect_cb, rows, NULL), ==, SQLITE_OK);
  return rows;
}

int
sceau_test_alter (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;
  int changed;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL), ==, SQLITE_OK);
  run_sql (handle, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF; BEGIN");
  run_sql (handle, sql);
  changed = sqlite3_changes (handle);
  run_sql (handle, "COMMIT");
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  return changed;
}

GPtrArray *
sceau_test_alter_query (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;
  GPtrArray *rows;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  rows = query (handle, sql);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  return rows;
}

/* 32 × 32 pixels of one colour. */
static const char logo[] =
  "iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKklEQVR42mMQ1wyiKWIYtWDUglELRi0YtWDUglELRi0YtWDUglELhooFAG+MSB8aWPN1AAAAAElFTkSuQmCC";

char *
sceau_test_cli_write_picture (SceauTestCli *cli, const char *name)
{
  gsize length;
  g_autofree guchar *png = g_base64_decode (logo, &length);

  return sceau_test_cli_write (cli, name, (const char *) png, (gssize) length);
}

/* The papers of the school have a style, a template and a signatory of their own. */
static void
keep_house (SceauTestCli *cli, const char *school)
{
  g_autofree char *picture = sceau_test_cli_write_picture (cli, "logo.png");
  g_autofree char *template = sceau_test_cli_path (cli, "template.json");

  sceau_test_cli_run (cli, 0, "--school", school, "signatory", "add", "--name", "Ada EXEMPLE", "--title", "Adjointe", "--reference",
                      "Délégation 3", "--start", "2026-01-01", "--end", "2026-06-30", "--signature", picture, NULL);
  sceau_test_cli_run (cli, 0, "--school", school, "school", "style", "--design", "institutional", "--border", "corners", "--primary",
                      "#102040", "--accent", "#803010", "--logo", picture, "--seal-picture", picture, "--proof", "no", NULL);
  sceau_test_cli_run (cli, 0, "--school", school, "layout", "export", "template", "supplement", template, NULL);
  sceau_test_cli_run (cli, 0, "--school", school, "layout", "import", template, NULL);
}

void
sceau_test_cli_open_session (SceauTestCli *cli, const char *school)
{
  g_autofree char *passphrase = sceau_test_cli_write (cli, "passphrase", "démonstration sans secret\n", -1);
  g_autofree char *anchor = sceau_test_cli_path (cli, "anchor.json");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  /* It is planned for a day that may still be to come. */
  sceau_test_cli_run (cli, 0, "--school", school, "jury", "edit", "4", "--date", today, NULL);
  sceau_test_cli_run (cli, 0, "--school", school, "jury", "convene", "4", "--juror", "1,2,3,4,5", "--president", "1", NULL);
  sceau_test_cli_run (cli, 0, "--school", school, "jury", "open", "4", "--present", "1,2,3,4,5", NULL);
  sceau_test_cli_run (cli, 0, "--school", school, "jury", "propose", "4", NULL);
  sceau_test_cli_run (cli, 0, "--school", school, "jury", "decide", "4", "--learner", "26-0001", "--outcome", "partial", "--blocks",
                      "RNCP41445BC02", "--reason", "Un bloc est à reprendre.", "--votes", "4,1,0", NULL);
  sceau_test_cli_run (cli, 0, "--school", school, "journal", "anchor", anchor, "--passphrase-file", passphrase, NULL);
  keep_house (cli, school);
  sceau_test_cli_run (cli, 0, "--school", school, "school", "check", NULL);
}
