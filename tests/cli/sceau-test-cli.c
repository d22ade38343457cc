/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-test-cli.h"

#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>

void
sceau_test_cli_set_up (SceauTestCli *cli, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  cli->folder = g_dir_make_tmp ("sceau-cli-XXXXXX", &error);
  g_assert_no_error (error);
  cli->school = g_build_filename (cli->folder, "school.sceau", NULL);
}

static void
remove_tree (const char *path)
{
  /* A link is removed, never followed. */
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
sceau_test_cli_tear_down (SceauTestCli *cli, gconstpointer data)
{
  remove_tree (cli->folder);
  g_free (cli->folder);
  g_free (cli->school);
  g_free (cli->output);
  g_free (cli->errors);
}

static void
run (SceauTestCli *cli, int status, GPtrArray *words)
{
  g_autoptr (GSubprocessLauncher) launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  g_ptr_array_add (words, NULL);
  line = g_strjoinv (" ", (char **) words->pdata);
  g_subprocess_launcher_setenv (launcher, "SCEAU_SCHOOL", cli->school, TRUE);
  g_subprocess_launcher_setenv (launcher, "LANGUAGE", "en", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_free (g_steal_pointer (&cli->output));
  g_free (g_steal_pointer (&cli->errors));
  g_subprocess_communicate_utf8 (process, NULL, NULL, &cli->output, &cli->errors, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_if_exited (process) || g_subprocess_get_exit_status (process) != status)
    g_error ("%s: status %d instead of %d\n%s%s", line,
             g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1, status, cli->output,
             cli->errors);
  /* Nothing is refused in silence. */
  if (status != 0 && *cli->output == '\0' && *cli->errors == '\0')
    g_error ("%s: refused without a word", line);
}

static GPtrArray *
collect_words (const char *option, const char *first, va_list arguments)
{
  GPtrArray *words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) g_getenv ("SCEAU_CLI"));
  if (option != NULL)
    g_ptr_array_add (words, (gpointer) option);
  for (const char *word = first; word != NULL; word = va_arg (arguments, const char *))
    g_ptr_array_add (words, (gpointer) word);
  return words;
}

void
sceau_test_cli_run (SceauTestCli *cli, int status, const char *word, ...)
{
  g_autoptr (GPtrArray) words = NULL;
  va_list arguments;

  va_start (arguments, word);
  words = collect_words (NULL, word, arguments);
  va_end (arguments);
  run (cli, status, words);
}

void
sceau_test_cli_run_words (SceauTestCli *cli, int status, const char *const *words)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_add (all, (gpointer) g_getenv ("SCEAU_CLI"));
  for (; *words != NULL; words++)
    g_ptr_array_add (all, (gpointer) *words);
  run (cli, status, all);
}

JsonNode *
sceau_test_cli_json (SceauTestCli *cli, const char *word, ...)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;
  va_list arguments;

  va_start (arguments, word);
  words = collect_words ("--json", word, arguments);
  va_end (arguments);
  run (cli, 0, words);
  node = json_from_string (cli->output, &error);
  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

char *
sceau_test_cli_path (SceauTestCli *cli, const char *name)
{
  return g_build_filename (cli->folder, name, NULL);
}

char *
sceau_test_cli_referential (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "referentials", name, NULL);
}

char *
sceau_test_cli_write (SceauTestCli *cli, const char *name, const char *contents, gssize length)
{
  char *path = sceau_test_cli_path (cli, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
  return path;
}

char *
sceau_test_cli_words (const char *path)
{
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *output = NULL;
  g_autoptr (GRegex) spaces = g_regex_new ("[\\s\\x{a0}]+", 0, 0, NULL);

  if (program == NULL)
    return NULL;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL,
                               NULL, NULL));
  return g_regex_replace_literal (spaces, output, -1, 0, " ", 0, NULL);
}

char *
sceau_test_cli_hash (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

void
sceau_test_cli_assert_said (SceauTestCli *cli, const char *part)
{
  g_autofree char *said = g_utf8_casefold (cli->errors, -1);
  g_autofree char *wanted = g_utf8_casefold (part, -1);

  if (strstr (said, wanted) == NULL)
    g_error ("“%s” is not in: %s", part, cli->errors);
}

void
sceau_test_cli_found (SceauTestCli *cli)
{
  g_autofree char *fiche = sceau_test_cli_referential ("RNCP41445.xml");

  sceau_test_cli_run (cli, 0, "school", "new", cli->school, "--name", "INSTITUT MINES TELECOM - IMT NORD EUROPE",
                      "--siret", "18009202500139", "--city", "Lille", "--signatory", "Ada EXEMPLE",
                      "--signatory-title", "Directrice", NULL);
  sceau_test_cli_run (cli, 0, "fiche", "import", fiche, NULL);
  sceau_test_cli_run (cli, 0, "cohort", "new", "--certification", "RNCP41445", "--name", "2026", "--start",
                      "2025-11-03", "--end", "2026-09-30", NULL);
}
