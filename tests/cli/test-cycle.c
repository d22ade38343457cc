/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-test-cli.h"

#include <string.h>

/* Invented people: one passes everything, one misses a block, one never came, one comes by VAE. */
static const char roster[]
  = "number;sex;birth_name;usage_name;first_name;birth_date;birth_commune;birth_place;route;admission;company_start;"
    "company_end;company\r\n"
    "A1;F;Lefèvre;;Zoé;07/03/1994;31555;Toulouse;FI;;01/12/2025;30/04/2026;Exemple SA\r\n"
    "A2;M;Őrsi-Wójcik;;Łukasz;12/12/1990;59350;Lille;apprentissage;;01/12/2025;30/04/2026;Exemple SA\r\n"
    "A3;F;d’Œuvray;Garçon;Anaïs;29/02/1996;2A004;Ajaccio;FC;a;01/12/2025;30/04/2026;Exemple SA\r\n"
    "A4;M;Mbaye;;Noël;01/01/1980;75115;Paris;VAE;;;;\r\n";

static const char marks[]
  = "number;BC01-EC1;BC01-MSP1;BC02-TP1;BC02-EC1;BC02-MSP1;BC02-MSP2;BC03-TP1;BC03-EC1;BC03-TP2;BC04-EC1;BC04-EC2;"
    "THESE\r\n"
    "A1;14,5;12;15;11;13.25;10;16;12;11;14;13;15\r\n"
    "A2;6;7;15;11;13;10;16;12;11;14;13;15\r\n"
    "A3;ABS;ABS;ABS;ABS;ABS;ABS;ABS;ABS;ABS;ABS;ABS;ABS\r\n"
    "A4;14;12;15;11;13;10;8;9;7;5;6;15\r\n";

static JsonObject *
find_member (JsonNode *list, const char *key, const char *value)
{
  JsonArray *array = json_node_get_array (list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (g_strcmp0 (json_object_get_string_member (object, key), value) == 0)
        return object;
    }
  g_error ("nothing with %s = %s", key, value);
}

static void
add_jurors (SceauTestCli *cli)
{
  static const char *const table[][4] = {
    { "Iris MODELE", "Directrice des programmes", "--internal", "F" },
    { "Jean MODELE", "Directeur", "--internal", "M" },
    { "Karim MODELE", "RSSI", "--external", "M" },
    { "Lina MODELE", "Consultante", "--external", "F" },
    { "Marc MODELE", "Auditeur", "--external", "M" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    sceau_test_cli_run (cli, 0, "juror", "add", "--name", table[i][0], "--function", table[i][1], "--employer",
                        "Conseil Modèle", table[i][2], "--sex", table[i][3], NULL);
}

static void
enrol_and_mark (SceauTestCli *cli)
{
  g_autofree char *roster_path = sceau_test_cli_write (cli, "roster.csv", roster, -1);
  g_autofree char *marks_path = sceau_test_cli_write (cli, "marks.csv", marks, -1);
  g_autoptr (JsonNode) listed = NULL;

  sceau_test_cli_run (cli, 0, "learner", "import", roster_path, "--certification", "RNCP41445", "--cohort", "2026",
                      NULL);
  sceau_test_cli_run (cli, 0, "result", "import", marks_path, "--certification", "RNCP41445", "--cohort", "2026", NULL);
  listed = sceau_test_cli_json (cli, "result", "list", "--certification", "RNCP41445", "--cohort", "2026", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (listed)), ==, 48);
  g_assert_cmpstr (json_object_get_string_member (find_member (listed, "value", "13.25"), "modality"), ==, "BC02-MSP1");
}

static void
deliberate (SceauTestCli *cli)
{
  g_autoptr (JsonNode) proposed = NULL;
  JsonNode *candidates;

  sceau_test_cli_run (cli, 0, "jury", "new", "--certification", "RNCP41445", "--cohort", "2026", "--date", "2026-06-18",
                      "--place", "Lille", NULL);
  g_assert_cmpstr (cli->output, ==, "1\n");
  sceau_test_cli_run (cli, 1, "jury", "open", "1", "--present", "1,2,3,4,5", NULL);
  sceau_test_cli_run (cli, 0, "jury", "convene", "1", "--juror", "1,2,3,4,5", "--president", "1", NULL);
  sceau_test_cli_run (cli, 1, "jury", "open", "1", "--present", "1,3", NULL);
  sceau_test_cli_run (cli, 0, "jury", "open", "1", "--present", "1,2,3,4,5", NULL);
  proposed = sceau_test_cli_json (cli, "jury", "propose", "1", NULL);
  candidates = json_object_get_member (json_node_get_object (proposed), "candidates");
  g_assert_cmpstr (json_object_get_string_member (find_member (candidates, "learner", "A1"), "proposal"), ==, "certified");
  g_assert_cmpstr (json_object_get_string_member (find_member (candidates, "learner", "A2"), "proposal"), ==, "partial");
  g_assert_cmpstr (json_object_get_string_member (find_member (candidates, "learner", "A3"), "proposal"), ==, "absent");
  g_assert_cmpstr (json_object_get_string_member (find_member (candidates, "learner", "A4"), "proposal"), ==, "partial");
  /* A decision that differs needs its reason. */
  sceau_test_cli_run (cli, 1, "jury", "decide", "1", "--learner", "A2", "--outcome", "certified", NULL);
  sceau_test_cli_run (cli, 0, "jury", "decide", "1", "--learner", "A2", "--outcome", "certified", "--reason",
                      "Qualité de la thèse", "--votes", "4,1,0", NULL);
  sceau_test_cli_run (cli, 1, "jury", "seal", "1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "accept", "1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "seal", "1", NULL);
  sceau_test_cli_run (cli, 1, "jury", "decide", "1", "--learner", "A1", "--outcome", "failed", "--reason", "Non", NULL);
}

static void
issue_and_verify (SceauTestCli *cli)
{
  g_autofree char *folder = sceau_test_cli_path (cli, "parchemins");
  g_autofree char *merged = sceau_test_cli_path (cli, "tous.pdf");
  g_autofree char *reprint = sceau_test_cli_path (cli, "encore.pdf");
  g_autofree char *copy = sceau_test_cli_path (cli, "duplicata.pdf");
  g_autofree char *altered = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (JsonNode) register_list = NULL;
  gsize length;

  sceau_test_cli_run (cli, 1, "certificate", "issue", "--jury", "1", "--date", "2034-10-27", "--place", "Lille", "--out",
                      folder, NULL);
  sceau_test_cli_run (cli, 0, "certificate", "issue", "--jury", "1", "--date", "2026-07-01", "--place", "Lille", "--out",
                      folder, "--merged", merged, NULL);
  register_list = sceau_test_cli_json (cli, "certificate", "list", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (register_list)), ==, 2);
  /* The refused run before has burnt no number. */
  find_member (register_list, "number", "2026-0001-Q");
  find_member (register_list, "number", "2026-0002-R");

  sceau_test_cli_run (cli, 1, "certificate", "reprint", "2026-0001-R", reprint, NULL);
  sceau_test_cli_run (cli, 0, "certificate", "reprint", "2026-0001", reprint, NULL);
  hash = sceau_test_cli_hash (reprint);
  g_assert_cmpstr (hash, ==, json_object_get_string_member (find_member (register_list, "number", "2026-0001-Q"), "sha256"));
  sceau_test_cli_run (cli, 1, "certificate", "reprint", "2026-0001", reprint, NULL);
  sceau_test_cli_run (cli, 0, "certificate", "verify", reprint, NULL);

  g_assert_true (g_file_get_contents (reprint, &contents, &length, NULL));
  contents[length / 2] ^= 1;
  altered = sceau_test_cli_write (cli, "altere.pdf", contents, (gssize) length);
  sceau_test_cli_run (cli, 1, "certificate", "verify", altered, NULL);

  sceau_test_cli_run (cli, 0, "certificate", "duplicate", "2026-0001-Q", copy, "--reason", "Perte", NULL);
  sceau_test_cli_run (cli, 0, "certificate", "verify", copy, NULL);
  sceau_test_cli_run (cli, 0, "certificate", "revoke", "2026-0002", "--reason", "Fraude établie", NULL);
  sceau_test_cli_run (cli, 1, "certificate", "revoke", "2026-0002", "--reason", "Encore", NULL);
}

static void
goes_from_fiche_to_parchemin (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *minutes = sceau_test_cli_path (cli, "pv.pdf");
  g_autofree char *statistics = sceau_test_cli_path (cli, "statistiques.csv");
  g_autofree char *block = sceau_test_cli_path (cli, "bloc.pdf");
  g_autoptr (JsonNode) shown = NULL;
  g_autoptr (JsonNode) years = NULL;
  JsonObject *session;

  sceau_test_cli_found (cli);
  enrol_and_mark (cli);
  add_jurors (cli);
  deliberate (cli);
  shown = sceau_test_cli_json (cli, "jury", "show", "1", NULL);
  session = json_node_get_object (shown);
  g_assert_cmpstr (json_object_get_string_member (session, "state"), ==, "sealed");
  g_assert_cmpuint (strlen (json_object_get_string_member (session, "seal")), ==, 64);
  issue_and_verify (cli);
  sceau_test_cli_run (cli, 0, "jury", "minutes", "1", minutes, NULL);
  sceau_test_cli_run (cli, 0, "attestation", "issue", "--learner", "A4", "--block", "RNCP41445BC02", block, "--date",
                      "2026-07-01", NULL);
  years = sceau_test_cli_json (cli, "statistics", "show", "--certification", "RNCP41445", NULL);
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (json_node_get_array (years), 0), "certified"),
                   ==, 2);
  sceau_test_cli_run (cli, 0, "statistics", "export", "--certification", "RNCP41445", statistics, NULL);
  sceau_test_cli_run (cli, 0, "journal", "verify", NULL);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

static void
shows_the_fiche_as_published (SceauTestCli *cli, gconstpointer data)
{
  static const guint competences[] = { 7, 6, 6, 4 };
  g_autoptr (JsonNode) node = NULL;
  JsonObject *fiche;
  JsonArray *blocks, *routes;

  sceau_test_cli_found (cli);
  node = sceau_test_cli_json (cli, "fiche", "show", "RNCP41445", NULL);
  fiche = json_node_get_object (node);
  g_assert_cmpint (json_object_get_int_member (fiche, "level"), ==, 7);
  g_assert_cmpstr (json_object_get_string_member (fiche, "decision_date"), ==, "2025-10-27");
  g_assert_cmpstr (json_object_get_string_member (fiche, "registration_end"), ==, "2030-10-27");
  g_assert_cmpstr (json_object_get_string_member (fiche, "last_delivery"), ==, "2034-10-26");
  blocks = json_object_get_array_member (fiche, "blocks");
  g_assert_cmpuint (json_array_get_length (blocks), ==, G_N_ELEMENTS (competences));
  for (guint i = 0; i < G_N_ELEMENTS (competences); i++)
    g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (json_array_get_object_element (blocks, i), "competences")), ==,
      competences[i]);
  routes = json_object_get_array_member (fiche, "access_routes");
  g_assert_cmpuint (json_array_get_length (routes), ==, 6);
  g_assert_false (json_object_get_boolean_member (
    find_member (json_object_get_member (fiche, "access_routes"), "route", "individual"), "open"));
}

/* What another session decided on A1, as this one shows it. */
static void
assert_other_decision (JsonNode *shown, const char *member, gint64 session, const char *outcome)
{
  JsonObject *other = find_member (json_object_get_member (json_node_get_object (shown), member), "learner", "A1");

  g_assert_cmpint (json_object_get_int_member (other, "session"), ==, session);
  g_assert_cmpstr (json_object_get_string_member (other, "outcome"), ==, outcome);
  g_assert_nonnull (json_object_get_string_member (other, "reason"));
}

static void
rectifies_by_a_second_session (SceauTestCli *cli, gconstpointer data)
{
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;

  sceau_test_cli_found (cli);
  enrol_and_mark (cli);
  add_jurors (cli);
  deliberate (cli);
  sceau_test_cli_run (cli, 0, "jury", "rectify", "1", "--learner", "A1", "--outcome", "failed", "--reason",
                      "Erreur matérielle de report", "--date", "2026-06-25", NULL);
  g_assert_cmpstr (cli->output, ==, "2\n");
  first = sceau_test_cli_json (cli, "jury", "show", "1", NULL);
  second = sceau_test_cli_json (cli, "jury", "show", "2", NULL);
  g_assert_cmpstr (json_object_get_string_member (
                     find_member (json_object_get_member (json_node_get_object (first), "candidates"), "learner", "A1"),
                     "decision"),
                   ==, "certified");
  g_assert_cmpstr (json_object_get_string_member (
                     find_member (json_object_get_member (json_node_get_object (second), "candidates"), "learner", "A1"),
                     "decision"),
                   ==, "failed");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (second), "rectifies"), ==, 1);
  assert_other_decision (first, "rectified", 2, "failed");
  assert_other_decision (second, "first_decisions", 1, "certified");
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

/* The short command takes the first presence and says so; the long one says who sat, and what lets them. */
static void
rectifies_with_a_jury_of_its_own (SceauTestCli *cli, gconstpointer data)
{
  g_autoptr (JsonNode) third = NULL;
  JsonObject *session;

  sceau_test_cli_found (cli);
  enrol_and_mark (cli);
  add_jurors (cli);
  deliberate (cli);
  sceau_test_cli_run (cli, 0, "jury", "rectify", "1", "--learner", "A1", "--outcome", "failed", "--reason", "Erreur matérielle de report",
                      NULL);
  sceau_test_cli_assert_said (cli, "Nobody was named as present");
  sceau_test_cli_run (cli, 1, "jury", "rectify", "2", "--learner", "A1", "--outcome", "certified", "--reason", "Copie retrouvée",
                      "--present", "2,3,4", NULL);
  sceau_test_cli_assert_said (cli, "quorum");
  sceau_test_cli_assert_said (cli, "The president of the jury is not present.");
  sceau_test_cli_run (cli, 0, "jury", "rectify", "2", "--learner", "A1", "--outcome", "certified", "--reason", "Copie retrouvée",
                      "--present", "2,3,4", "--president", "2", "--derogation", "Deux membres en mission", NULL);
  g_assert_cmpstr (cli->output, ==, "3\n");
  g_assert_null (strstr (cli->errors, "Nobody was named"));
  third = sceau_test_cli_json (cli, "jury", "show", "3", NULL);
  session = json_node_get_object (third);
  g_assert_cmpstr (json_object_get_string_member (session, "derogation"), ==, "Deux membres en mission");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (session, "events")), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (session, "sittings")), ==, 1);
  sceau_test_cli_run (cli, 0, "jury", "show", "3", NULL);
  g_assert_nonnull (strstr (cli->output, "First decided by session 2:"));
  sceau_test_cli_run (cli, 0, "jury", "show", "1", NULL);
  g_assert_nonnull (strstr (cli->output, "Rectified by session 2:"));
  g_assert_nonnull (strstr (cli->output, "Rectified by session 3:"));
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/cycle/goes-from-fiche-to-parchemin", SceauTestCli, NULL, sceau_test_cli_set_up,
              goes_from_fiche_to_parchemin, sceau_test_cli_tear_down);
  g_test_add ("/cli/cycle/shows-the-fiche-as-published", SceauTestCli, NULL, sceau_test_cli_set_up,
              shows_the_fiche_as_published, sceau_test_cli_tear_down);
  g_test_add ("/cli/cycle/rectifies-by-a-second-session", SceauTestCli, NULL, sceau_test_cli_set_up,
              rectifies_by_a_second_session, sceau_test_cli_tear_down);
  g_test_add ("/cli/cycle/rectifies-with-a-jury-of-its-own", SceauTestCli, NULL, sceau_test_cli_set_up,
              rectifies_with_a_jury_of_its_own, sceau_test_cli_tear_down);
  return g_test_run ();
}
