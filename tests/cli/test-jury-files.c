/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is printed for a session, its file, and the journal outside its school, by the command line. */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "sceau-test-cli.h"

/* Everybody here is invented. */
static const char directory[] = "nom;fonction;employeur;interne;sexe;email\n"
                                "Iris MODELE;Directrice des programmes;École Modèle;interne;F;iris@exemple.fr\n"
                                "Jean MODELE;Directeur;École Modèle;interne;M;\n"
                                "Karim MODELE;RSSI;Alpha Modèle;externe;M;\n"
                                "Lina MODELE;Consultante;Bêta Modèle;externe;F;\n"
                                "Marc MODELE;Auditeur;Gamma Modèle;externe;M;\n";

static const char roster[] = "number;sex;birth_name;first_name;birth_date;birth_commune;birth_place;route;company\n"
                             "A1;F;Lefèvre;Zoé;1994-03-07;31555;Toulouse;FC;\n";

static void
set_up (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *jurors = NULL;
  g_autofree char *learners = NULL;

  sceau_test_cli_set_up (cli, data);
  jurors = sceau_test_cli_write (cli, "jurors.csv", directory, -1);
  learners = sceau_test_cli_write (cli, "roster.csv", roster, -1);
  sceau_test_cli_found (cli);
  sceau_test_cli_run (cli, 0, "juror", "import", jurors, NULL);
  sceau_test_cli_run (cli, 0, "learner", "import", learners, "--certification", "RNCP41445", "--cohort", "2026", NULL);
  sceau_test_cli_run (cli, 0, "jury", "new", "--certification", "RNCP41445", "--cohort", "2026", "--date", "2026-06-18", "--place", "Lille", NULL);
}

static void
convene (SceauTestCli *cli)
{
  sceau_test_cli_run (cli, 0, "jury", "convene", "1", "--juror", "1,2,3,4,5", "--president", "1", NULL);
}

/* The file begins with @start; what may not be overwritten stays. */
static void
assert_file (const char *path, const char *start)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (contents, start));
}

static void
writes_convocations (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *folder = sceau_test_cli_path (cli, "letters");
  g_autofree char *other = sceau_test_cli_path (cli, "other");
  g_autofree char *letter = g_build_filename (folder, "convocation-01-Iris_MODELE.pdf", NULL);
  g_autoptr (JsonNode) paths = NULL;

  sceau_test_cli_run (cli, 2, "jury", "convocations", "1", NULL);
  sceau_test_cli_run (cli, 2, "jury", "convocations", "x", "--out", folder, NULL);
  sceau_test_cli_run (cli, 1, "jury", "convocations", "9", "--out", folder, NULL);
  sceau_test_cli_run (cli, 1, "jury", "convocations", "1", "--out", folder, NULL);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  convene (cli);
  sceau_test_cli_run (cli, 0, "jury", "convocations", "1", "--out", folder, NULL);
  assert_file (letter, "%PDF");
  sceau_test_cli_run (cli, 1, "jury", "convocations", "1", "--out", folder, NULL);
  sceau_test_cli_assert_said (cli, "exists already");
  paths = sceau_test_cli_json (cli, "jury", "convocations", "1", "--out", other, NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (paths)), ==, 6);
  assert_file (json_array_get_string_element (json_node_get_array (paths), 5), "BEGIN:VCALENDAR");
}

static void
writes_the_invitation (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *plain = sceau_test_cli_path (cli, "plain.ics");
  g_autofree char *asking = sceau_test_cli_path (cli, "asking.ics");
  g_autofree char *text = NULL;

  sceau_test_cli_run (cli, 2, "jury", "invitation", "1", NULL);
  sceau_test_cli_run (cli, 1, "jury", "invitation", "1", plain, NULL);
  convene (cli);
  sceau_test_cli_run (cli, 0, "jury", "invitation", "1", plain, NULL);
  sceau_test_cli_run (cli, 1, "jury", "invitation", "1", plain, NULL);
  sceau_test_cli_run (cli, 0, "jury", "invitation", "1", asking, "--organiser", "jury@exemple.fr", NULL);
  g_assert_true (g_file_get_contents (plain, &text, NULL, NULL));
  g_assert_null (strstr (text, "ATTENDEE"));
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (asking, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "ATTENDEE"));
}

static void
prints_sheets (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *path = sceau_test_cli_path (cli, "sheet.pdf");
  g_autofree char *grids = sceau_test_cli_path (cli, "grids.pdf");
  g_autofree char *kept = NULL;
  g_autofree char *after = NULL;

  sceau_test_cli_run (cli, 2, "jury", "attendance", "1", path, NULL);
  sceau_test_cli_run (cli, 2, "jury", "attendance", "1", path, "--jurors", "--candidates", NULL);
  sceau_test_cli_run (cli, 1, "jury", "attendance", "1", path, "--jurors", NULL);
  convene (cli);
  sceau_test_cli_run (cli, 0, "jury", "attendance", "1", path, "--jurors", NULL);
  assert_file (path, "%PDF");
  kept = sceau_test_cli_hash (path);
  sceau_test_cli_run (cli, 1, "jury", "attendance", "1", path, "--candidates", NULL);
  sceau_test_cli_assert_said (cli, "already there");
  after = sceau_test_cli_hash (path);
  g_assert_cmpstr (after, ==, kept);

  sceau_test_cli_run (cli, 2, "jury", "grids", "1", grids, NULL);
  sceau_test_cli_run (cli, 1, "jury", "grids", "1", grids, "--modality", "NONE", NULL);
  sceau_test_cli_run (cli, 0, "jury", "grids", "1", grids, "--modality", "BC01-EC1", NULL);
  sceau_test_cli_run (cli, 1, "jury", "grids", "1", grids, "--modality", "BC01-EC1", NULL);
  sceau_test_cli_run (cli, 1, "jury", "attendance", "1", "/dev/full", "--candidates", NULL);
}

static void
assert_intact (SceauTestCli *cli, const char *path)
{
  g_autoptr (JsonNode) verdict = sceau_test_cli_json (cli, "jury", "verify-file", path, NULL);

  g_assert_true (json_object_get_boolean_member (json_node_get_object (verdict), "intact"));
}

static void
exports_and_verifies (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *folder = sceau_test_cli_path (cli, "session");
  g_autofree char *zip = sceau_test_cli_path (cli, "session.zip");
  g_autofree char *nowhere = sceau_test_cli_path (cli, "none/session.zip");
  g_autofree char *decisions = g_build_filename (folder, "decisions.csv", NULL);

  sceau_test_cli_run (cli, 2, "jury", "export", "1", NULL);
  sceau_test_cli_run (cli, 1, "jury", "export", "9", folder, NULL);
  sceau_test_cli_run (cli, 1, "jury", "export", "1", nowhere, NULL);
  sceau_test_cli_assert_said (cli, "does not exist");
  convene (cli);
  sceau_test_cli_run (cli, 0, "jury", "export", "1", folder, NULL);
  sceau_test_cli_run (cli, 0, "jury", "export", "1", zip, NULL);
  sceau_test_cli_run (cli, 1, "jury", "export", "1", folder, NULL);
  sceau_test_cli_run (cli, 1, "jury", "export", "1", zip, NULL);
  sceau_test_cli_assert_said (cli, "already there");

  g_assert_cmpint (g_remove (cli->school), ==, 0); /* none is needed to verify */
  assert_intact (cli, folder);
  assert_intact (cli, zip);
  /* Nobody has signed it, and it does not say that somebody had. */
  sceau_test_cli_run (cli, 0, "jury", "verify-file", zip, NULL);
  g_assert_nonnull (strstr (cli->output, "as the manifest says"));
  g_assert_nonnull (strstr (cli->output, "Session 1 was not sealed when it was exported"));
  g_assert_nonnull (strstr (cli->output, "An anchor that the school has signed"));
  g_assert_true (g_file_set_contents (decisions, "altered", -1, NULL));
  sceau_test_cli_run (cli, 1, "jury", "verify-file", folder, NULL);
  sceau_test_cli_assert_said (cli, "decisions.csv");
  sceau_test_cli_run (cli, 1, "--json", "jury", "verify-file", folder, NULL);
  g_assert_nonnull (strstr (cli->output, "false"));
  sceau_test_cli_run (cli, 1, "jury", "verify-file", nowhere, NULL);
  sceau_test_cli_run (cli, 2, "jury", "verify-file", NULL);
}

/* In the child: files end there, as if the disk was full. */
static void
limit_files (gpointer bytes)
{
  const struct rlimit limit = { GPOINTER_TO_SIZE (bytes), GPOINTER_TO_SIZE (bytes) };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

/* Too small for any document. */
#define LESS_THAN_A_PDF 5000
#define LESS_THAN_A_JOURNAL 1000

/* @words: the arguments, ended by NULL; refused, and it says that a file cannot be written. */
static void
run_limited (SceauTestCli *cli, const char *const *words, gsize limit)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (arguments, (gpointer) g_getenv ("SCEAU_CLI"));
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (arguments, (gpointer) words[i]);
  g_ptr_array_add (arguments, NULL);
  g_subprocess_launcher_setenv (launcher, "SCEAU_SCHOOL", cli->school, TRUE);
  g_subprocess_launcher_setenv (launcher, "LANGUAGE", "en", TRUE);
  g_subprocess_launcher_set_cwd (launcher, cli->folder);
  g_subprocess_launcher_set_child_setup (launcher, limit_files, GSIZE_TO_POINTER (limit), NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &said, &error);
  g_assert_no_error (error);
  g_test_message ("%s %s: %s", words[0], words[1], said);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  g_assert_nonnull (strstr (said, "cannot be written"));
}

/* Nothing is there then, and nothing hidden. */
static void
leaves_nothing_on_a_full_disk (SceauTestCli *cli, gconstpointer data)
{
  static const struct
  {
    gsize limit;
    const char *words[8];
  } rows[] = {
    { LESS_THAN_A_PDF, { "jury", "export", "1", "full/session" } },
    { LESS_THAN_A_PDF, { "jury", "export", "1", "full/session.zip" } },
    { LESS_THAN_A_PDF, { "jury", "attendance", "1", "full/sheet.pdf", "--jurors" } },
    { LESS_THAN_A_PDF, { "jury", "convocations", "1", "--out", "full" } },
    { LESS_THAN_A_PDF, { "jury", "minutes", "1", "full/minutes.pdf" } },
    { LESS_THAN_A_JOURNAL, { "journal", "export", "full/journal.csv" } },
  };
  g_autofree char *folder = sceau_test_cli_path (cli, "full");

  convene (cli);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GDir) dir = NULL;
      g_autoptr (GError) error = NULL;

      run_limited (cli, rows[i].words, rows[i].limit);
      dir = g_dir_open (folder, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (g_dir_read_name (dir), ==, NULL);
    }
}

static void
takes_the_journal_out (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *csv = sceau_test_cli_path (cli, "journal.csv");
  g_autofree char *anchor = sceau_test_cli_path (cli, "anchor.json");
  g_autofree char *second = sceau_test_cli_path (cli, "second.json");
  g_autofree char *secret = sceau_test_cli_write (cli, "secret", "un phare dans la brume\n", -1);
  g_autofree char *fresh = sceau_test_cli_write (cli, "fresh", "deux phares dans la nuit\n", -1);
  g_autofree char *wrong = sceau_test_cli_write (cli, "wrong", "trois phares dans le noir\n", -1);
  g_autofree char *brief = sceau_test_cli_write (cli, "brief", "court\n", -1);
  g_autoptr (JsonNode) verdict = NULL;
  g_autoptr (JsonNode) keys = NULL;

  sceau_test_cli_run (cli, 2, "journal", "export", NULL);
  sceau_test_cli_run (cli, 0, "journal", "export", csv, NULL);
  sceau_test_cli_run (cli, 1, "journal", "export", csv, NULL);
  sceau_test_cli_assert_said (cli, "already there");

  sceau_test_cli_run (cli, 2, "journal", "anchor", NULL);
  sceau_test_cli_run (cli, 1, "journal", "anchor", anchor, "--passphrase-file", brief, NULL);
  sceau_test_cli_assert_said (cli, "twelve characters");
  sceau_test_cli_run (cli, 0, "journal", "anchor", anchor, "--passphrase-file", secret, NULL);
  sceau_test_cli_run (cli, 1, "journal", "anchor", anchor, "--passphrase-file", secret, NULL);
  sceau_test_cli_run (cli, 1, "journal", "anchor", second, "--passphrase-file", wrong, NULL);
  g_assert_false (g_file_test (second, G_FILE_TEST_EXISTS));

  verdict = sceau_test_cli_json (cli, "journal", "verify", "--anchor", anchor, NULL);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (verdict), "intact"));
  sceau_test_cli_run (cli, 1, "journal", "verify", "--anchor", csv, NULL);
  sceau_test_cli_run (cli, 1, "journal", "verify", "--anchor", second, NULL);

  sceau_test_cli_run (cli, 1, "journal", "key", "--rotate", "--passphrase-file", wrong, "--new-passphrase-file", fresh, NULL);
  sceau_test_cli_run (cli, 0, "journal", "key", "--rotate", "--passphrase-file", secret, "--new-passphrase-file", fresh, NULL);
  keys = sceau_test_cli_json (cli, "journal", "key", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (keys)), ==, 2);
  sceau_test_cli_run (cli, 0, "journal", "verify", "--anchor", anchor, NULL);
  sceau_test_cli_run (cli, 0, "journal", "anchor", second, "--passphrase-file", fresh, NULL);
  sceau_test_cli_run (cli, 0, "journal", "verify", "--anchor", second, NULL);
  sceau_test_cli_run (cli, 2, "journal", "key", "too", "many", NULL);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/cli/jury-files/" name, SceauTestCli, NULL, set_up, test, sceau_test_cli_tear_down)
  ADD ("writes-convocations", writes_convocations);
  ADD ("writes-the-invitation", writes_the_invitation);
  ADD ("prints-sheets", prints_sheets);
  ADD ("exports-and-verifies", exports_and_verifies);
  ADD ("leaves-nothing-on-a-full-disk", leaves_nothing_on_a_full_disk);
  ADD ("takes-the-journal-out", takes_the_journal_out);
#undef ADD
  return g_test_run ();
}
