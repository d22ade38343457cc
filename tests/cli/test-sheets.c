/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Quotas, enrolments and sheets of marks, as a secretary types them.  Everybody is invented. */

#include "sceau-test-cli.h"

#define COHORT "--certification", "RNCP41445", "--cohort", "2026"

static void
add (SceauTestCli *cli, int status, const char *number, const char *name, const char *admission, const char *exception)
{
  if (exception != NULL)
    sceau_test_cli_run (cli, status, "learner", "add", COHORT, "--number", number, "--sex", "F", "--birth-name", name, "--first-name", "Zoé",
                        "--birth-date", "1994-03-07", "--birth-commune", "31555", "--route", "FC", "--admission", admission, "--exception",
                        exception, NULL);
  else
    sceau_test_cli_run (cli, status, "learner", "add", COHORT, "--number", number, "--sex", "F", "--birth-name", name, "--first-name", "Zoé",
                        "--birth-date", "1994-03-07", "--birth-commune", "31555", "--route", "FC", "--admission", admission, NULL);
}

static gint64
count (JsonNode *node)
{
  return json_array_get_length (json_node_get_array (node));
}

static gint64
count_places_left (SceauTestCli *cli, const char *code)
{
  g_autoptr (JsonNode) node = sceau_test_cli_json (cli, "cohort", "quotas", COHORT, NULL);
  JsonArray *quotas = json_object_get_array_member (json_node_get_object (node), "quotas");

  for (guint i = 0; i < json_array_get_length (quotas); i++)
    {
      JsonObject *quota = json_array_get_object_element (quotas, i);

      if (g_str_equal (json_object_get_string_member (quota, "code"), code))
        return json_object_get_int_member (quota, "left");
    }
  g_assert_not_reached ();
}

/* With four learners planned, 40 % leave one place. */
static void
test_a_full_quota_asks_for_an_exception (SceauTestCli *cli, gconstpointer data)
{
  g_autoptr (JsonNode) quotas = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  JsonObject *first;

  sceau_test_cli_found (cli);
  sceau_test_cli_run (cli, 0, "cohort", "edit", COHORT, "--planned", "4", NULL);
  sceau_test_cli_run (cli, 2, "cohort", "quotas", "--cohort", "2026", NULL);
  sceau_test_cli_run (cli, 1, "cohort", "quotas", COHORT, "--add", "z=2", NULL);
  add (cli, 0, "A1", "Modele", "a", NULL);
  /* Nobody came on basis b, whose own 30 % leave a place: but the total of a and b is full. */
  g_assert_cmpint (count_places_left (cli, "b"), ==, 0);
  before = sceau_test_cli_hash (cli->school);
  add (cli, 1, "A2", "Exemple", "a", NULL);
  sceau_test_cli_assert_said (cli, "exception");
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (before, ==, after);
  add (cli, 0, "A2", "Exemple", "a", "Accord du certificateur");
  quotas = sceau_test_cli_json (cli, "cohort", "quotas", COHORT, NULL);
  first = json_array_get_object_element (json_object_get_array_member (json_node_get_object (quotas), "quotas"), 0);
  g_assert_cmpint (json_object_get_int_member (first, "places"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (first, "used"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (first, "left"), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (quotas), "exceptions")), >=, 1);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

static void
test_people_leave_and_come_back (SceauTestCli *cli, gconstpointer data)
{
  sceau_test_cli_found (cli);
  add (cli, 0, "A1", "Modele", "normal", NULL);
  sceau_test_cli_run (cli, 0, "learner", "enrolment", "A1", COHORT, "--tutor", "Karim MODELE", "--group", "G1", NULL);
  sceau_test_cli_run (cli, 1, "learner", "enrolment", "A1", COHORT, "--route", "XYZ", NULL);
  sceau_test_cli_run (cli, 1, "learner", "enrolment", "A9", COHORT, "--group", "G1", NULL);
  sceau_test_cli_run (cli, 2, "learner", "leave", "A1", COHORT, "--date", "2026-03-02", "--reason", "Santé", NULL);
  sceau_test_cli_run (cli, 1, "learner", "leave", "A1", COHORT, "--excluded", "--date", "2026-03-02", "--reason", "Plagiat", NULL);
  sceau_test_cli_assert_said (cli, "heard");
  sceau_test_cli_run (cli, 0, "learner", "leave", "A1", COHORT, "--interrupted", "--date", "2026-03-02", "--reason", "Santé", NULL);
  sceau_test_cli_run (cli, 1, "learner", "leave", "A1", COHORT, "--interrupted", "--date", "2026-03-03", "--reason", "Santé", NULL);
  sceau_test_cli_run (cli, 0, "learner", "return", "A1", COHORT, "--reason", "Rétablie", NULL);
  sceau_test_cli_run (cli, 1, "learner", "return", "A1", COHORT, "--reason", "Encore", NULL);
  sceau_test_cli_run (cli, 0, "learner", "edit", "A1", "--usage-name", "Garçon", NULL);
  sceau_test_cli_run (cli, 0, "learner", "block", "A1", "--certification", "RNCP41445", "--block", "RNCP41445BC01", "--kind", "earlier", "--date",
                      "2024-06-28", "--proof", "PV 2024-06", NULL);
  sceau_test_cli_run (cli, 1, "learner", "block", "A1", "--certification", "RNCP41445", "--block", "RNCP41445BC01", "--kind", "jury", "--date",
                      "2024-06-28", "--proof", "PV", NULL);
  sceau_test_cli_run (cli, 0, "cohort", "edit", COHORT, "--name", "2026 bis", NULL);
  sceau_test_cli_run (cli, 0, "learner", "edit", "A1", "--number", "B1", NULL);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

static void
test_a_sheet_is_submitted_and_reopened (SceauTestCli *cli, gconstpointer data)
{
  g_autoptr (JsonNode) missing = NULL;
  g_autoptr (JsonNode) sheets = NULL;
  g_autoptr (JsonNode) history = NULL;

  sceau_test_cli_found (cli);
  add (cli, 0, "A1", "Modele", "normal", NULL);
  add (cli, 0, "A2", "Exemple", "normal", NULL);
  sceau_test_cli_run (cli, 0, "result", "set", COHORT, "--modality", "BC01-EC1", "--learner", "A1", "--mark", "14,5", NULL);
  sceau_test_cli_run (cli, 1, "result", "set", COHORT, "--modality", "BC01-EC1", "--learner", "A1", "--mark", "21", NULL);
  sceau_test_cli_run (cli, 1, "result", "set", COHORT, "--modality", "RIEN", "--learner", "A1", "--mark", "12", NULL);
  missing = sceau_test_cli_json (cli, "result", "missing", COHORT, "--modality", "BC01-EC1", NULL);
  g_assert_cmpint (count (missing), ==, 1);
  sceau_test_cli_run (cli, 1, "result", "submit", COHORT, "--modality", "BC01-EC1", NULL);
  sceau_test_cli_assert_said (cli, "A2");
  sceau_test_cli_run (cli, 0, "result", "set", COHORT, "--modality", "BC01-EC1", "--learner", "A2", "--mark", "ABS", NULL);
  sceau_test_cli_run (cli, 0, "result", "submit", COHORT, "--modality", "BC01-EC1", "--examiner", "Iris MODELE", NULL);
  sheets = sceau_test_cli_json (cli, "result", "sheets", COHORT, NULL);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (json_node_get_array (sheets), 0), "state"), ==, "submitted");
  sceau_test_cli_run (cli, 1, "result", "set", COHORT, "--modality", "BC01-EC1", "--learner", "A1", "--mark", "15", NULL);
  sceau_test_cli_run (cli, 2, "result", "reopen", COHORT, "--modality", "BC01-EC1", NULL);
  sceau_test_cli_run (cli, 0, "result", "reopen", COHORT, "--modality", "BC01-EC1", "--reason", "Erreur de report", NULL);
  sceau_test_cli_run (cli, 0, "result", "set", COHORT, "--modality", "BC01-EC1", "--learner", "A1", "--mark", "15", NULL);
  history = sceau_test_cli_json (cli, "result", "history", "A1", COHORT, "--modality", "BC01-EC1", NULL);
  g_assert_cmpint (count (history), >=, 1);
  /* The plan asks for neither of these. */
  sceau_test_cli_run (cli, 1, "result", "group", COHORT, "--modality", "BC01-EC1", "--group", "G1", "--mark", "12", NULL);
  sceau_test_cli_run (cli, 1, "result", "grid", COHORT, "--modality", "BC01-EC1", "--learner", "A1", "--points", "C1=3,5", NULL);
  sceau_test_cli_run (cli, 1, "result", "compare", COHORT, "--modality", "BC01-EC1", NULL);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

/* The first modality of the plan gets a grid of 25 and 15 points: more than a mark can be. */
static void
give_a_grid (SceauTestCli *cli)
{
  g_autofree char *path = sceau_test_cli_path (cli, "plan.json");
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) grid = json_from_string ("[{\"code\":\"C1\",\"title\":\"Analyse\",\"points\":25},"
                                                "{\"code\":\"C2\",\"title\":\"Soutenance\",\"points\":15}]", NULL);
  JsonObject *modality;

  sceau_test_cli_run (cli, 0, "fiche", "plan", "RNCP41445", "--export", path, NULL);
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  modality = json_array_get_object_element (json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "modalities"), 0);
  json_object_set_array_member (modality, "criteria", json_node_dup_array (grid));
  text = json_to_string (json_parser_get_root (parser), TRUE);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  sceau_test_cli_run (cli, 0, "fiche", "plan", "RNCP41445", "--import", path, NULL);
}

static void
test_a_file_of_grids (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *good = sceau_test_cli_write (cli, "grids.csv", "number;C1;C2\nA1;22,5;10\nA2;25;15\n", -1);
  g_autofree char *bad = sceau_test_cli_write (cli, "bad.csv", "number;C1;C2\nA1;26;\nA9;1;1\n", -1);
  g_autofree char *template = sceau_test_cli_path (cli, "template.csv");
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) summary = NULL;
  g_autoptr (JsonNode) history = NULL;
  JsonObject *version;

  sceau_test_cli_found (cli);
  add (cli, 0, "A1", "Modele", "normal", NULL);
  add (cli, 0, "A2", "Exemple", "normal", NULL);
  sceau_test_cli_run (cli, 1, "result", "grid", good, COHORT, "--modality", "BC01-EC1", NULL);
  sceau_test_cli_run (cli, 1, "result", "template", template, COHORT, "--modality", "BC01-EC1", NULL);
  sceau_test_cli_assert_said (cli, "no criteria grid");
  give_a_grid (cli);
  sceau_test_cli_run (cli, 2, "result", "grid", good, COHORT, NULL);
  sceau_test_cli_run (cli, 0, "result", "template", template, COHORT, "--modality", "BC01-EC1", NULL);
  sceau_test_cli_run (cli, 1, "result", "template", template, COHORT, "--modality", "BC01-EC1", NULL);
  sceau_test_cli_assert_said (cli, "already there");
  g_assert_true (g_file_get_contents (template, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "number;name;C1;C2;examiner;date;comment\r\nA2;EXEMPLE Zoé;;;;;\r\nA1;MODELE Zoé;;;;;\r\n"));
  /* It can be read, and says that nobody filled it in. */
  sceau_test_cli_run (cli, 1, "result", "grid", template, COHORT, "--modality", "BC01-EC1", NULL);
  sceau_test_cli_assert_said (cli, "The file holds no points");
  sceau_test_cli_run (cli, 1, "result", "grid", bad, COHORT, "--modality", "BC01-EC1", NULL);
  sceau_test_cli_assert_said (cli, "C1");
  sceau_test_cli_assert_said (cli, "C2");
  sceau_test_cli_assert_said (cli, "A9");
  summary = sceau_test_cli_json (cli, "result", "grid", good, COHORT, "--modality", "BC01-EC1", NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (summary), "written"), ==, 2);
  sceau_test_cli_run (cli, 0, "result", "grid", COHORT, "--modality", "BC01-EC1", "--learner", "A2", "--points", "C1=20,5;C2=15", NULL);
  sceau_test_cli_run (cli, 1, "result", "grid", COHORT, "--modality", "BC01-EC1", "--learner", "A2", "--points", "C1=25,5;C2=15", NULL);
  history = sceau_test_cli_json (cli, "result", "history", "A2", COHORT, "--modality", "BC01-EC1", NULL);
  g_assert_cmpint (count (history), ==, 2);
  version = json_array_get_object_element (json_node_get_array (history), 1);
  g_assert_cmpstr (json_object_get_string_member (version, "value"), ==, "17.75");
  g_assert_nonnull (json_object_get_string_member (version, "at"));
  g_assert_nonnull (json_object_get_string_member (version, "who"));
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/sheets/a-full-quota-asks-for-an-exception", SceauTestCli, NULL, sceau_test_cli_set_up, test_a_full_quota_asks_for_an_exception,
              sceau_test_cli_tear_down);
  g_test_add ("/cli/sheets/people-leave-and-come-back", SceauTestCli, NULL, sceau_test_cli_set_up, test_people_leave_and_come_back,
              sceau_test_cli_tear_down);
  g_test_add ("/cli/sheets/a-sheet-is-submitted-and-reopened", SceauTestCli, NULL, sceau_test_cli_set_up, test_a_sheet_is_submitted_and_reopened,
              sceau_test_cli_tear_down);
  g_test_add ("/cli/sheets/a-file-of-grids", SceauTestCli, NULL, sceau_test_cli_set_up, test_a_file_of_grids, sceau_test_cli_tear_down);
  return g_test_run ();
}
