/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-test-cli.h"

#include <string.h>

/* Runs one line of shell, where "$SCEAU_CLI" is the program; gives its exit status. */
static int
run_shell (SceauTestCli *cli, const char *line)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_setenv (launcher, "SCEAU_SCHOOL", cli->school, TRUE);
  g_subprocess_launcher_set_cwd (launcher, cli->folder);
  process = g_subprocess_launcher_spawn (launcher, &error, "sh", "-c", line, NULL);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

/* A script that redirects into a full disk must not believe that it has everything. */
static void
notices_a_full_disk (SceauTestCli *cli, gconstpointer data)
{
  sceau_test_cli_found (cli);
  g_assert_cmpint (run_shell (cli, "\"$SCEAU_CLI\" fiche list > /dev/full"), ==, 1);
  g_assert_cmpint (run_shell (cli, "\"$SCEAU_CLI\" --json fiche show RNCP41445 > /dev/full"), ==, 1);
  g_assert_cmpint (run_shell (cli, "\"$SCEAU_CLI\" --help > /dev/full"), ==, 1);
  g_assert_cmpint (run_shell (cli, "\"$SCEAU_CLI\" fiche > /dev/full"), ==, 2);
}

static void
notices_a_closed_output (SceauTestCli *cli, gconstpointer data)
{
  sceau_test_cli_found (cli);
  g_assert_cmpint (run_shell (cli, "\"$SCEAU_CLI\" fiche list >&-"), ==, 1);
  g_assert_cmpint (run_shell (cli, "\"$SCEAU_CLI\" fiche list > /dev/null 2>&-"), ==, 0);
}

/* With the streams closed, the first file to be opened must not get their numbers. */
static void
keeps_answers_out_of_files (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *open = sceau_test_cli_path (cli, "open.json");
  g_autofree char *closed = sceau_test_cli_path (cli, "closed.json");
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  sceau_test_cli_found (cli);
  run_shell (cli, "\"$SCEAU_CLI\" fiche plan RNCP41445 --export open.json > /dev/null");
  run_shell (cli, "\"$SCEAU_CLI\" fiche plan RNCP41445 --export closed.json <&- >&- 2>&-");
  expected = sceau_test_cli_hash (open);
  found = sceau_test_cli_hash (closed);
  g_assert_cmpstr (found, ==, expected);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) \
  g_test_add ("/cli/streams/" path, SceauTestCli, NULL, sceau_test_cli_set_up, test, sceau_test_cli_tear_down)
  ADD ("full-disk", notices_a_full_disk);
  ADD ("closed-output", notices_a_closed_output);
  ADD ("closed-streams", keeps_answers_out_of_files);
#undef ADD
  return g_test_run ();
}
