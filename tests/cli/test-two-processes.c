/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Several processes on one school, a disk that ends, an old school that somebody else has open: what was done is whole, and
 * what was refused left nothing behind. */

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include "sceau-test-cli.h"

#define AT_ONCE 6

static GSubprocess *
start_adding (SceauTestCli *cli, guint number)
{
  g_autoptr (GSubprocessLauncher) launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *name = g_strdup_printf ("Personne INVENTÉE %u", number);
  const char *const words[] = { g_getenv ("SCEAU_CLI"), "--school", cli->school, "juror", "add", "--name", name, "--function", "RSSI",
                                "--employer", "Alpha Modèle", "--external", NULL };
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_launcher_spawnv (launcher, words, &error);

  g_assert_no_error (error);
  return process;
}

/* One waits for the other; whoever waited too long wrote nothing. */
static void
processes_take_turns (SceauTestCli *cli, gconstpointer data)
{
  GSubprocess *processes[AT_ONCE];
  g_autoptr (JsonNode) jurors = NULL;
  guint done = 0;

  sceau_test_cli_found (cli);
  for (guint i = 0; i < AT_ONCE; i++)
    processes[i] = start_adding (cli, i);
  for (guint i = 0; i < AT_ONCE; i++)
    {
      g_autoptr (GSubprocess) process = processes[i];

      g_assert_true (g_subprocess_wait (process, NULL, NULL));
      done += g_subprocess_get_if_exited (process) && g_subprocess_get_exit_status (process) == 0;
    }
  jurors = sceau_test_cli_json (cli, "juror", "list", NULL);
  g_assert_cmpuint (done, >, 0);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (jurors)), ==, done);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

static sqlite3 *
hold (const char *path, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  return handle;
}

static void
says_who_is_in_the_way (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  sqlite3 *holder;

  sceau_test_cli_found (cli);
  before = sceau_test_cli_hash (cli->school);
  holder = hold (cli->school, "BEGIN IMMEDIATE");
  sceau_test_cli_run (cli, 1, "cohort", "new", "--certification", "RNCP41445", "--name", "2027", "--start", "2026-11-03", "--end",
                      "2027-09-30", NULL);
  sceau_test_cli_assert_said (cli, "used by another window or program. Wait until it has finished");
  /* Whoever only reads is not in the way of the one who writes. */
  sceau_test_cli_run (cli, 0, "cohort", "list", NULL);
  sqlite3_close (holder);
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (after, ==, before);
  sceau_test_cli_run (cli, 0, "cohort", "new", "--certification", "RNCP41445", "--name", "2027", "--start", "2026-11-03", "--end",
                      "2027-09-30", NULL);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

/* As if the disk ended where the school does. */
static void
writes_nothing_on_a_full_disk (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *fiche = sceau_test_cli_referential ("INV3818.xml");
  struct rlimit before, limit;
  GStatBuf status;

  sceau_test_cli_found (cli);
  g_assert_cmpint (g_stat (cli->school, &status), ==, 0);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = (rlim_t) status.st_size;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  sceau_test_cli_run (cli, 1, "fiche", "import", fiche, NULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  sceau_test_cli_assert_said (cli, "most often it is full");
  sceau_test_cli_run (cli, 1, "fiche", "show", "INV3818", NULL);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
  sceau_test_cli_run (cli, 0, "fiche", "import", fiche, NULL);
}

/* The old schema stays until the other one has finished. */
static void
an_old_school_waits_for_its_reader (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *dump = g_test_build_filename (G_TEST_DIST, "store", "schemas", "003.sql", NULL);
  g_autofree char *script = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  sqlite3 *holder;

  g_assert_true (g_file_get_contents (dump, &script, NULL, NULL));
  sqlite3_close (hold (cli->school, script));
  before = sceau_test_cli_hash (cli->school);
  holder = hold (cli->school, "BEGIN; SELECT count (*) FROM school");
  sceau_test_cli_run (cli, 1, "juror", "add", "--name", "X", "--function", "RSSI", "--employer", "Alpha", "--external", NULL);
  sceau_test_cli_assert_said (cli, "used by another window or program. Wait until it has finished");
  sqlite3_close (holder);
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (after, ==, before);
  sceau_test_cli_run (cli, 0, "juror", "add", "--name", "X", "--function", "RSSI", "--employer", "Alpha", "--external", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) \
  g_test_add ("/cli/two-processes/" path, SceauTestCli, NULL, sceau_test_cli_set_up, test, sceau_test_cli_tear_down)
  ADD ("processes-take-turns", processes_take_turns);
  ADD ("says-who-is-in-the-way", says_who_is_in_the_way);
  ADD ("writes-nothing-on-a-full-disk", writes_nothing_on_a_full_disk);
  ADD ("an-old-school-waits-for-its-reader", an_old_school_waits_for_its_reader);
#undef ADD
  return g_test_run ();
}
