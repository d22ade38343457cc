/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Every column of every table, one after the other: whoever changes what stands in it is found out by school check. */

#include "sceau-test-alter.h"

/* The sanitizers take their time: they see every fourth column, the plain run all of them. */
#ifdef __SANITIZE_ADDRESS__
#define STRIDE 4
#else
#define STRIDE 1
#endif
#define LEAST_COLUMNS 350

/* What counts rows, and in no order that says anything. */
static const struct
{
  const char *table;
  const char *column;
} numbers[] = {
  { "acquired_block", "id" },
  { "certificate", "id" },
  { "register_act", "id" },
  { "quota_exception", "id" },
  { "result_letter", "id" },
  { "fiche", "id" },
  { "mandate", "id" },
  { "signing_key", "id" },
  { "result_history", "id" },
  /* A trigger sets it, and nobody seals what the rules propose otherwise today. */
  { "jury_decision", "outdated" },
  /* Until the seal, which copies them from the directory. */
  { "jury_member", "mandate_start" },
  { "jury_member", "mandate_end" },
};

static gboolean
is_number (const char *table, const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (numbers[i].table, table) && g_str_equal (numbers[i].column, column))
      return TRUE;
  return FALSE;
}

/* (transfer full): the columns of the key, "a, b". */
static char *
list_key (const char *school, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s') WHERE pk > 0 ORDER BY pk", table);
  g_autoptr (GPtrArray) columns = sceau_test_alter_query (school, sql);

  g_ptr_array_add (columns, NULL);
  return g_strjoinv (", ", (char **) columns->pdata);
}

/* (transfer full): changes the column in one row, of the latest session where the table has sessions, to something of the
 * same form; a row that would become the twin of another one stays. */
static char *
describe_change (const char *table, const char *column, const char *type, const char *key)
{
  const char *empty = g_str_equal (type, "INTEGER") ? "1" : g_str_equal (type, "BLOB") ? "x'00'" : "'2026-01-02'";

  return g_strdup_printf (
    "UPDATE OR IGNORE %1$s SET %2$s = CASE WHEN %2$s IS NULL THEN %3$s "
    "WHEN typeof (%2$s) = 'integer' AND %2$s IN (0, 1) THEN 1 - %2$s WHEN typeof (%2$s) = 'integer' THEN %2$s + 1 "
    "WHEN typeof (%2$s) = 'blob' THEN CAST (%2$s || x'00' AS BLOB) "
    "WHEN %2$s LIKE '____-__-__' THEN date (%2$s, '+1 day') "
    "WHEN %2$s LIKE '____-__-__T__:__:__Z' THEN strftime ('%%Y-%%m-%%dT%%H:%%M:%%SZ', %2$s, '+1 day') "
    "WHEN length (%2$s) = 64 THEN CASE substr (%2$s, 1, 1) WHEN '0' THEN '1' ELSE '0' END || substr (%2$s, 2) "
    "ELSE %2$s || 'x' END "
    "WHERE (%4$s) = (SELECT %4$s FROM %1$s ORDER BY %2$s IS NULL, %4$s DESC LIMIT 1)",
    table, column, empty, key);
}

static void
try_column (SceauTestCli *cli, const char *contents, gsize length, const char *table, const char *column, const char *type, const char *key,
            guint *tried)
{
  g_autofree char *sql = describe_change (table, column, type, key);

  g_assert_true (g_file_set_contents (cli->school, contents, (gssize) length, NULL));
  if (sceau_test_alter (cli->school, sql) == 0)
    return;
  g_test_message ("%s.%s", table, column);
  sceau_test_cli_run (cli, 1, "school", "check", NULL);
  (*tried)++;
}

static void
finds_a_change_of_any_column (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *demo = sceau_test_cli_path (cli, "demo");
  g_autofree char *sound = g_build_filename (demo, "ecole-de-demonstration.sceau", NULL);
  g_autoptr (GPtrArray) columns = NULL;
  g_autofree char *contents = NULL;
  guint tried = 0;
  gsize length;

  sceau_test_cli_run (cli, 0, "demo", demo, "--learners", "8", NULL);
  sceau_test_cli_open_session (cli, sound);
  g_assert_true (g_file_get_contents (sound, &contents, &length, NULL));
  columns = sceau_test_alter_query (sound, "SELECT t.name || ' ' || c.name || ' ' || c.type FROM sqlite_schema AS t "
                                           "JOIN pragma_table_info (t.name) AS c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' "
                                           "AND t.name NOT IN ('journal', 'journal_head') ORDER BY t.name, c.cid");
  for (guint i = 0; i < columns->len; i += STRIDE)
    {
      g_auto (GStrv) words = g_strsplit (g_ptr_array_index (columns, i), " ", 3);
      g_autofree char *key = list_key (sound, words[0]);

      if (!is_number (words[0], words[1]))
        try_column (cli, contents, length, words[0], words[1], words[2], key, &tried);
    }
  g_assert_cmpuint (tried, >, LEAST_COLUMNS / STRIDE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/altered-columns/finds-a-change-of-any-column", SceauTestCli, NULL, sceau_test_cli_set_up,
              finds_a_change_of_any_column, sceau_test_cli_tear_down);
  return g_test_run ();
}
