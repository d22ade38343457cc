/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Jurors and sessions by the command line, from the spreadsheet of the directory to the answer of an appeal. */

#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#include "sceau-test-cli.h"

/* Everybody here is invented. */
static const char directory[] = "nom;fonction;employeur;interne;sexe\n"
                                "Iris MODELE;Directrice des programmes;École Modèle;interne;F\n"
                                "Jean MODELE;Directeur;École Modèle;interne;M\n"
                                "Karim MODELE;RSSI;Alpha Modèle;externe;M\n"
                                "Lina MODELE;Consultante;Bêta Modèle;externe;F\n"
                                "Marc MODELE;Auditeur;Gamma Modèle;externe;M\n"
                                "Nora MODELE;Auditrice;Delta Modèle;externe;F\n";

static const char roster[] = "number;sex;birth_name;first_name;birth_date;birth_commune;birth_place;route;company\n"
                             "A1;F;Lefèvre;Zoé;1994-03-07;31555;Toulouse;FC;Gamma Modèle\n"
                             "A2;M;Petit;Ali;1995-03-07;31555;Toulouse;FC;\n";

static JsonObject *
first (JsonNode *node, const char *member)
{
  return json_array_get_object_element (json_object_get_array_member (json_node_get_object (node), member), 0);
}

static void
keeps_the_directory (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *path = sceau_test_cli_write (cli, "jurors.csv", directory, -1);
  g_autofree char *bad = sceau_test_cli_write (cli, "bad.csv", "nom;fonction;employeur;interne\n;x;y;peut-être\n", -1);
  g_autofree char *template = sceau_test_cli_path (cli, "template.csv");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (JsonNode) shown = NULL;

  sceau_test_cli_found (cli);
  before = sceau_test_cli_hash (cli->school);
  sceau_test_cli_run (cli, 0, "juror", "import", path, "--dry-run", NULL);
  sceau_test_cli_run (cli, 1, "juror", "import", bad, NULL);
  sceau_test_cli_assert_said (cli, "needs a name");
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (before, ==, after);
  sceau_test_cli_run (cli, 0, "juror", "import", path, NULL);
  sceau_test_cli_run (cli, 0, "juror", "template", template, NULL);
  sceau_test_cli_run (cli, 1, "juror", "template", template, NULL);

  sceau_test_cli_run (cli, 0, "juror", "edit", "3", "--field", "réponse à incident", "--email", "karim@exemple.fr", NULL);
  sceau_test_cli_run (cli, 1, "juror", "edit", "3", "--email", "karim", NULL);
  sceau_test_cli_run (cli, 1, "juror", "edit", "99", "--field", "x", NULL);
  sceau_test_cli_run (cli, 0, "juror", "recognition", "3", "--title", "ExpertCyber", "--end", "2028-01-01", NULL);
  sceau_test_cli_run (cli, 1, "juror", "recognition", "3", "--title", "X", "--start", "2028-01-02", "--end", "2028-01-01", NULL);
  sceau_test_cli_run (cli, 0, "juror", "away", "3", "--from", "2026-06-01", "--to", "2026-06-30", NULL);
  sceau_test_cli_run (cli, 2, "juror", "away", "3", "--from", "2026-06-01", NULL);
  sceau_test_cli_run (cli, 0, "juror", "conflict", "3", "--kind", "trainer", "--certification", "RNCP41445", "--cohort", "2026", NULL);
  sceau_test_cli_run (cli, 1, "juror", "conflict", "3", "--kind", "friend", "--learner", "A1", NULL);
  shown = sceau_test_cli_json (cli, "juror", "show", "3", NULL);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (shown), "field"), ==, "réponse à incident");
  g_assert_cmpstr (json_object_get_string_member (first (shown, "recognitions"), "title"), ==, "ExpertCyber");
  g_assert_cmpstr (json_object_get_string_member (first (shown, "conflicts"), "kind"), ==, "trainer");
  g_assert_cmpstr (json_object_get_string_member (first (shown, "away"), "to"), ==, "2026-06-30");
  sceau_test_cli_run (cli, 0, "juror", "conflict", "3", "--remove", "1", NULL);
  sceau_test_cli_run (cli, 1, "juror", "conflict", "3", "--remove", "1", NULL);
  sceau_test_cli_run (cli, 0, "juror", "retire", "3", NULL);
  sceau_test_cli_run (cli, 0, "juror", "retire", "3", "--back", NULL);
  sceau_test_cli_run (cli, 0, "juror", "remove", "3", NULL);
  sceau_test_cli_run (cli, 1, "juror", "show", "3", NULL);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

static void
convene (SceauTestCli *cli)
{
  g_autofree char *jurors = sceau_test_cli_write (cli, "jurors.csv", directory, -1);
  g_autofree char *learners = sceau_test_cli_write (cli, "roster.csv", roster, -1);

  sceau_test_cli_found (cli);
  sceau_test_cli_run (cli, 0, "juror", "import", jurors, NULL);
  sceau_test_cli_run (cli, 0, "learner", "import", learners, "--certification", "RNCP41445", "--cohort", "2026", NULL);
  sceau_test_cli_run (cli, 0, "jury", "new", "--certification", "RNCP41445", "--cohort", "2026", "--date", "2026-06-18", "--place", "Lille", NULL);
  sceau_test_cli_run (cli, 0, "jury", "edit", "1", "--time", "14:30", "--date", "2026-06-19", NULL);
  sceau_test_cli_run (cli, 1, "jury", "edit", "1", "--time", "25:00", NULL);
  sceau_test_cli_run (cli, 0, "jury", "convene", "1", "--juror", "1,2,3,4,5", "--president", "1", "--alternate", "6", NULL);
  sceau_test_cli_run (cli, 0, "jury", "check", "1", NULL);
  sceau_test_cli_run (cli, 1, "jury", "check", "1", "--present", "1,2", NULL);
  sceau_test_cli_run (cli, 1, "jury", "suspend", "1", "--reason", "Alerte incendie", NULL);
  sceau_test_cli_assert_said (cli, "is convened");
}

static void
holds_a_session (SceauTestCli *cli)
{
  g_autofree char *annex = sceau_test_cli_path (cli, "annex.pdf");

  sceau_test_cli_run (cli, 0, "jury", "open", "1", "--present", "1,2,3,4,5", NULL);
  sceau_test_cli_run (cli, 1, "jury", "remove", "1", NULL);
  sceau_test_cli_assert_said (cli, "is open");
  sceau_test_cli_run (cli, 0, "jury", "propose", "1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "explain", "1", "--learner", "A1", NULL);
  sceau_test_cli_run (cli, 2, "jury", "explain", "1", NULL);
  sceau_test_cli_run (cli, 2, "jury", "explain", "1", annex, "--learner", "A1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "explain", "1", annex, NULL);
  sceau_test_cli_run (cli, 1, "jury", "explain", "1", annex, "--anonymous", NULL);
  sceau_test_cli_assert_said (cli, "already there");
  sceau_test_cli_run (cli, 0, "jury", "recuse", "1", "--juror", "1", "--learner", "A2", "--kind", "family", "--reason", "Cousine", NULL);
  sceau_test_cli_run (cli, 1, "jury", "recuse", "1", "--juror", "1", "--learner", "A2", "--kind", "family", NULL);
  sceau_test_cli_run (cli, 0, "jury", "lift", "1", "--juror", "1", "--learner", "A2", "--reason", "Erreur", NULL);
  sceau_test_cli_run (cli, 0, "jury", "suspend", "1", "--reason", "Alerte incendie", NULL);
  sceau_test_cli_run (cli, 1, "jury", "accept", "1", NULL);
  sceau_test_cli_assert_said (cli, "suspended");
  sceau_test_cli_run (cli, 1, "jury", "resume", "1", "--present", "1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "resume", "1", "--present", "1,2,3,4,6", NULL);
  sceau_test_cli_run (cli, 0, "jury", "accept", "1", NULL);
  sceau_test_cli_run (cli, 1, "jury", "notify", "1", "--date", "2026-06-20", NULL);
  sceau_test_cli_run (cli, 0, "jury", "seal", "1", NULL);
}

/* Nobody is told before the seal, and the seal is of today. */
static char *
format_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static void
follows_up (SceauTestCli *cli)
{
  g_autofree char *letter = sceau_test_cli_path (cli, "lettre.pdf");
  g_autofree char *letters = sceau_test_cli_path (cli, "lettres");
  g_autofree char *minutes = sceau_test_cli_path (cli, "pv.pdf");
  g_autofree char *anonymous = sceau_test_cli_path (cli, "anonyme.pdf");
  g_autofree char *again = sceau_test_cli_path (cli, "encore.pdf");
  g_autofree char *text = sceau_test_cli_write (cli, "faux.pdf", "bonjour", -1);
  g_autofree char *kept = NULL;
  g_autofree char *extracted = NULL;
  g_autofree char *today = format_today ();

  sceau_test_cli_run (cli, 0, "jury", "letter", "1", letter, "--learner", "A1", NULL);
  sceau_test_cli_run (cli, 1, "jury", "letters", "1", "--out", letters, NULL);
  sceau_test_cli_run (cli, 1, "jury", "appeal", "1", "--learner", "A1", "--date", today, "--ground", "Erreur de note", NULL);
  sceau_test_cli_run (cli, 1, "jury", "notify", "1", "--date", "2026-06-01", NULL);
  sceau_test_cli_run (cli, 1, "jury", "notify", "1", "--date", "2026-06-20", NULL);
  sceau_test_cli_assert_said (cli, "before they were sealed");
  sceau_test_cli_run (cli, 0, "jury", "notify", "1", "--date", today, NULL);
  sceau_test_cli_run (cli, 1, "jury", "notify", "1", "--date", today, NULL);
  sceau_test_cli_run (cli, 0, "jury", "letters", "1", "--out", letters, NULL);
  sceau_test_cli_run (cli, 1, "jury", "letters", "1", "--out", letters, NULL);
  sceau_test_cli_run (cli, 0, "jury", "appeal", "1", "--learner", "A1", "--date", today, "--ground", "Erreur de note", NULL);
  sceau_test_cli_run (cli, 1, "jury", "answer", "1", "--outcome", "filed", "--date", today, "--reason", "x", NULL);
  sceau_test_cli_run (cli, 1, "jury", "answer", "1", "--outcome", "rejected", "--date", today, "--reason", "x", "--session", "0", NULL);
  sceau_test_cli_assert_said (cli, "begin at 1");
  sceau_test_cli_run (cli, 0, "jury", "answer", "1", "--outcome", "rejected", "--date", today, "--reason", "Note exacte", NULL);
  sceau_test_cli_run (cli, 1, "jury", "answer", "1", "--outcome", "upheld", "--date", today, "--reason", "x", NULL);
  sceau_test_cli_run (cli, 0, "jury", "appeals", NULL);
  sceau_test_cli_run (cli, 0, "jury", "minutes", "1", minutes, NULL);
  sceau_test_cli_run (cli, 0, "jury", "minutes", "1", anonymous, "--anonymous", NULL);
  sceau_test_cli_run (cli, 1, "jury", "attach", "1", text, NULL);
  sceau_test_cli_assert_said (cli, "PDF, JPEG, PNG or TIFF");
  sceau_test_cli_run (cli, 0, "jury", "attach", "1", minutes, NULL);
  sceau_test_cli_run (cli, 1, "jury", "attach", "1", minutes, NULL);
  sceau_test_cli_run (cli, 0, "jury", "attachments", "1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "extract", "1", again, NULL);
  kept = sceau_test_cli_hash (minutes);
  extracted = sceau_test_cli_hash (again);
  g_assert_cmpstr (kept, ==, extracted);
  sceau_test_cli_run (cli, 1, "jury", "extract", "1", again, NULL);
}

/* What a scanner, a copy or a wrong name may hand over as the signed minutes. */
static void
refuses_what_is_no_scan (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *empty = sceau_test_cli_write (cli, "empty.pdf", "", 0);
  g_autofree char *named = sceau_test_cli_write (cli, "named.pdf", "PK\003\004 a letter", -1);
  g_autofree char *cut = sceau_test_cli_write (cli, "cut.pdf", "", 0);
  g_autofree char *huge = sceau_test_cli_write (cli, "huge.pdf", "%PDF-1.4\n", -1);
  g_autofree char *pages = g_strnfill (4000, 'x');
  g_autofree char *cut_late = g_strconcat ("%PDF-1.4\n%%EOF", pages, NULL);

  g_assert_true (g_file_set_contents (cut, cut_late, -1, NULL));
  g_assert_cmpint (truncate (huge, (off_t) 2 << 30), ==, 0); /* as large as a scan in colours, and holes only */
  convene (cli);
  holds_a_session (cli);
  sceau_test_cli_run (cli, 1, "jury", "attach", "1", empty, NULL);
  sceau_test_cli_assert_said (cli, "is empty");
  sceau_test_cli_run (cli, 1, "jury", "attach", "1", named, NULL);
  sceau_test_cli_assert_said (cli, "PDF, JPEG, PNG or TIFF");
  sceau_test_cli_run (cli, 1, "jury", "attach", "1", cut, NULL);
  sceau_test_cli_assert_said (cli, "cut off");
  sceau_test_cli_run (cli, 1, "jury", "attach", "1", huge, NULL);
  sceau_test_cli_assert_said (cli, "more than 50 MB");
  sceau_test_cli_run (cli, 1, "jury", "attach", "1", cli->folder, NULL);
  sceau_test_cli_assert_said (cli, "it is a folder");
  sceau_test_cli_run (cli, 0, "jury", "attachments", "1", NULL);
  g_assert_null (strstr (cli->output, ".pdf"));
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

static void
assert_sittings_of_juror (JsonObject *session, guint index, guint n, gint64 first_sitting)
{
  JsonObject *juror = json_array_get_object_element (json_object_get_array_member (session, "jurors"), index);
  JsonArray *sittings = json_object_get_array_member (juror, "sittings");

  g_assert_cmpuint (json_array_get_length (sittings), ==, n);
  g_assert_cmpint (json_array_get_int_element (sittings, 0), ==, first_sitting);
}

/* Juror 5 was there until the pause, the alternate 6 came after it. */
static void
has_sittings (SceauTestCli *cli, JsonObject *session)
{
  JsonArray *sittings = json_object_get_array_member (session, "sittings");
  JsonObject *second = json_array_get_object_element (sittings, 1);
  JsonObject *candidate = json_array_get_object_element (json_object_get_array_member (session, "candidates"), 0);

  g_assert_cmpuint (json_array_get_length (sittings), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (second, "present")), ==, 5);
  g_assert_nonnull (json_object_get_string_member (second, "ended"));
  g_assert_cmpint (json_object_get_int_member (candidate, "sitting"), ==, 2);
  assert_sittings_of_juror (session, 0, 2, 1);
  assert_sittings_of_juror (session, 4, 1, 1);
  assert_sittings_of_juror (session, 5, 1, 2);
  sceau_test_cli_run (cli, 0, "jury", "show", "1", NULL);
  g_assert_nonnull (strstr (cli->output, "sitting 2"));
}

static void
goes_from_convocation_to_appeal (SceauTestCli *cli, gconstpointer data)
{
  g_autoptr (JsonNode) shown = NULL;
  JsonObject *session;
  g_autofree char *today = format_today ();

  convene (cli);
  holds_a_session (cli);
  follows_up (cli);
  shown = sceau_test_cli_json (cli, "jury", "show", "1", NULL);
  session = json_node_get_object (shown);
  g_assert_cmpstr (json_object_get_string_member (session, "time"), ==, "14:30");
  g_assert_cmpstr (json_object_get_string_member (session, "notified"), ==, today);
  g_assert_false (json_object_get_boolean_member (session, "suspended"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (session, "events")), ==, 4);
  g_assert_cmpstr (json_object_get_string_member (first (shown, "recusals"), "kind"), ==, "employer");
  g_assert_cmpstr (json_object_get_string_member (first (shown, "recusals_lifted"), "lifted"), ==, "Erreur");
  g_assert_cmpstr (json_object_get_string_member (first (shown, "appeals"), "outcome"), ==, "rejected");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (session, "jurors")), ==, 6);
  has_sittings (cli, session);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/jury-course/keeps-the-directory", SceauTestCli, NULL, sceau_test_cli_set_up, keeps_the_directory, sceau_test_cli_tear_down);
  g_test_add ("/cli/jury-course/from-convocation-to-appeal", SceauTestCli, NULL, sceau_test_cli_set_up, goes_from_convocation_to_appeal,
              sceau_test_cli_tear_down);
  g_test_add ("/cli/jury-course/refuses-what-is-no-scan", SceauTestCli, NULL, sceau_test_cli_set_up, refuses_what_is_no_scan, sceau_test_cli_tear_down);
  return g_test_run ();
}
