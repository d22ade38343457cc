/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Parchemins by the command line: names of every kind, folders that are no good, files that are somebody else's.  Everybody in it
 * is invented. */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "sceau-test-cli.h"

/* Who was certified by session 2 of the demonstration and has no parchemin in force any more. */
#define FREE_LEARNER "25-0004"

static void
open_demonstration (SceauTestCli *cli)
{
  sceau_test_cli_run (cli, 0, "demo", cli->folder, "--learners", "6", "--seed", "3", NULL);
  g_free (cli->school);
  cli->school = sceau_test_cli_path (cli, "ecole-de-demonstration.sceau");
  sceau_test_cli_run (cli, 0, "certificate", "revoke", "2026-0001", "--reason", "Essai", NULL);
}

static void
issue (SceauTestCli *cli, int status, const char *folder)
{
  sceau_test_cli_run (cli, status, "certificate", "issue", "--jury", "2", "--date", "2026-11-20", "--place", "Lille", "--out", folder,
                      NULL);
}

/* (transfer full): the one file of @folder whose number is @number. */
static char *
find_file (const char *folder, const char *number)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, number))
      return g_build_filename (folder, name, NULL);
  g_error ("no file of %s in %s", number, folder);
}

/* Names ---------------------------------------------------------------------------------- */

static const struct
{
  const char *typed;
  const char *printed; /* NULL: refused */
  const char *said;    /* on refusal */
} names[] = {
  { "Ô", "Théo Ô", NULL },
  { "García Márquez de la Peña", "Théo GARCÍA MÁRQUEZ DE LA PEÑA", NULL },
  { "de La Tour d’Auvergne", "DE LA TOUR D’AUVERGNE", NULL },
  { "N'Guyen", "N'GUYEN", NULL },
  { "Łukasiewicz-Żółć", "ŁUKASIEWICZ-ŻÓŁĆ", NULL },
  { "Nguyễn Thị Ánh Tuyết", "NGUYỄN THỊ ÁNH TUYẾT", NULL },
  { "İbrahimoğlu", "İBRAHIMOĞLU", NULL },
  { "Παπαδόπουλος", "ΠΑΠΑΔΌΠΟΥΛΟΣ", NULL },
  { "Щербаков", "ЩЕРБАКОВ", NULL },
  { "Lefe\u0300vre", "LEFÈVRE", NULL },
  { "Cohen\u200f", "Théo COHEN", NULL },
  { "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwww Mmmmmmmmmmmmmmmmmmmmmmmmmmmmm", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", NULL },
  { "Zoé 🎓", NULL, "GRADUATION CAP" },
};

static void
prints_names_of_every_kind (SceauTestCli *cli, gconstpointer data)
{
  guint sequence = 6;

  open_demonstration (cli);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder_name = g_strdup_printf ("noms-%u", i);
      g_autofree char *folder = sceau_test_cli_path (cli, folder_name);
      g_autofree char *number = g_strdup_printf ("2026-%04u", sequence);
      g_autofree char *path = NULL;
      g_autofree char *words = NULL;

      g_test_message ("%s", names[i].typed);
      sceau_test_cli_run (cli, 0, "learner", "edit", FREE_LEARNER, "--birth-name", names[i].typed, NULL);
      issue (cli, names[i].printed != NULL ? 0 : 1, folder);
      if (names[i].printed == NULL)
        {
          sceau_test_cli_assert_said (cli, names[i].said);
          sceau_test_cli_assert_said (cli, FREE_LEARNER);
          g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
          continue;
        }
      path = find_file (folder, number);
      sceau_test_cli_run (cli, 0, "certificate", "verify", path, NULL);
      words = sceau_test_cli_words (path);
      if (words != NULL && strstr (words, names[i].printed) == NULL)
        g_error ("“%s” is not in “%s”", names[i].printed, words);
      sceau_test_cli_run (cli, 0, "certificate", "revoke", number, "--reason", "Essai", NULL);
      sequence++;
    }
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

static void
refuses_names_that_hide_something (SceauTestCli *cli, gconstpointer data)
{
  static const char *const hiding[][2]
      = { { "Ctrl\007X", "U+0007" }, { "Cohen\u202eabc", "U+202E" }, { NULL, "more than 60 characters" } };
  g_autofree char *longest = g_strnfill (120, 'a');

  open_demonstration (cli);
  for (guint i = 0; i < G_N_ELEMENTS (hiding); i++)
    {
      const char *name = hiding[i][0] != NULL ? hiding[i][0] : longest;

      sceau_test_cli_run (cli, 1, "learner", "edit", FREE_LEARNER, "--birth-name", name, NULL);
      sceau_test_cli_assert_said (cli, hiding[i][1]);
    }
}

/* Folders and files ---------------------------------------------------------------------- */

static guint
count_register (SceauTestCli *cli)
{
  g_autoptr (JsonNode) node = sceau_test_cli_json (cli, "certificate", "list", NULL);

  return json_array_get_length (json_node_get_array (node));
}

/* A disk that is full while files are written: no number is taken, and with room the same call goes on. */
static void
goes_on_after_a_full_disk (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *folder = sceau_test_cli_path (cli, "parchemins");
  g_autofree char *file = NULL;
  struct rlimit before, limit;
  guint n;

  open_demonstration (cli);
  n = count_register (cli);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN); /* writing then fails as on a full disk */
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  issue (cli, 1, folder);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_register (cli), ==, n);

  issue (cli, 0, folder);
  g_assert_cmpuint (count_register (cli), ==, n + 1);
  file = find_file (folder, "2026-0006");
  sceau_test_cli_run (cli, 0, "certificate", "verify", file, NULL);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

/* Files that went are written again, whether or not their folder went with them; what is somebody else's stays. */
static void
mends_a_folder_that_went (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *folder = sceau_test_cli_path (cli, "parchemins");
  g_autofree char *moved = sceau_test_cli_path (cli, "ailleurs");
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;

  open_demonstration (cli);
  issue (cli, 0, folder);
  g_assert_cmpint (g_rename (folder, moved), ==, 0);
  issue (cli, 0, folder);
  file = find_file (folder, "2026-0006");
  sceau_test_cli_run (cli, 0, "certificate", "verify", file, NULL);

  g_assert_true (g_file_set_contents (file, "notes", -1, NULL));
  issue (cli, 1, folder);
  sceau_test_cli_assert_said (cli, "2026-0006");
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "notes");
  issue (cli, 1, "/proc/parchemins");
  issue (cli, 1, file);
}

/* What is no parchemin of ours is answered, never a crash. */
static void
answers_to_foreign_files (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *folder = sceau_test_cli_path (cli, "parchemins");
  g_autofree char *file = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *foreign = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *half = NULL;
  g_autofree char *changed = NULL;
  gsize length;

  open_demonstration (cli);
  issue (cli, 0, folder);
  file = find_file (folder, "2026-0006");
  foreign = sceau_test_cli_write (cli, "etranger.pdf", "%PDF-1.4\n1 0 obj\n<<", -1);
  nothing = sceau_test_cli_write (cli, "vide.pdf", "", 0);
  g_assert_true (g_file_get_contents (file, &contents, &length, NULL));
  half = sceau_test_cli_write (cli, "moitie.pdf", contents, (gssize) length / 2);
  contents[length / 2] ^= 1;
  changed = sceau_test_cli_write (cli, "change.pdf", contents, (gssize) length);
  sceau_test_cli_run (cli, 1, "certificate", "verify", foreign, NULL);
  sceau_test_cli_run (cli, 1, "certificate", "verify", nothing, NULL);
  sceau_test_cli_run (cli, 1, "certificate", "verify", half, NULL);
  sceau_test_cli_run (cli, 1, "certificate", "verify", changed, NULL);
  sceau_test_cli_run (cli, 0, "certificate", "verify", file, NULL);
}

#define ADD(name, func) g_test_add ("/cli/papers/" name, SceauTestCli, NULL, sceau_test_cli_set_up, func, sceau_test_cli_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("prints-names-of-every-kind", prints_names_of_every_kind);
  ADD ("refuses-names-that-hide-something", refuses_names_that_hide_something);
  ADD ("goes-on-after-a-full-disk", goes_on_after_a_full_disk);
  ADD ("mends-a-folder-that-went", mends_a_folder_that_went);
  ADD ("answers-to-foreign-files", answers_to_foreign_files);
  return g_test_run ();
}
