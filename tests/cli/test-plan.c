/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A plan that is exported, changed outside and imported: it comes back byte for byte, nothing that was given by the
 * plan before is lost, and what would lose it is refused by name. */

#include <glib/gstdio.h>

#include "sceau-test-cli.h"

#define COHORT "--certification", "RNCP41445", "--cohort", "2026"

typedef void (*Change) (JsonObject *plan);

static JsonObject *
find_modality (JsonObject *plan, const char *code)
{
  JsonArray *modalities = json_object_get_array_member (plan, "modalities");

  for (guint i = 0; i < json_array_get_length (modalities); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (modalities, i), "code"), code))
      return json_array_get_object_element (modalities, i);
  g_assert_not_reached ();
}

static void
take_out (JsonObject *plan, const char *code)
{
  JsonArray *modalities = json_object_get_array_member (plan, "modalities");

  for (guint i = json_array_get_length (modalities); i > 0; i--)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (modalities, i - 1), "code"), code))
      json_array_remove_element (modalities, i - 1);
}

static void
export (SceauTestCli *cli, const char *path)
{
  sceau_test_cli_run (cli, 0, "fiche", "plan", "RNCP41445", "--export", path, NULL);
}

/* @change made in the file that the school exports, and imported. */
static void
import_changed (SceauTestCli *cli, int status, Change change)
{
  g_autofree char *path = sceau_test_cli_path (cli, "changed.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GError) error = NULL;

  export (cli, path);
  g_assert_true (json_parser_load_from_file (parser, path, &error));
  change (json_node_get_object (json_parser_get_root (parser)));
  json_generator_set_root (generator, json_parser_get_root (parser));
  g_assert_true (json_generator_to_file (generator, path, &error));
  g_assert_no_error (error);
  sceau_test_cli_run (cli, status, "fiche", "plan", "RNCP41445", "--import", path, NULL);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
add_criterion (JsonArray *criteria, const char *code, int points)
{
  JsonObject *criterion = json_object_new ();

  json_object_set_string_member (criterion, "code", code);
  json_object_set_string_member (criterion, "title", "Méthode");
  json_object_set_int_member (criterion, "points", points);
  json_array_add_object_element (criteria, criterion);
}

static void
add_grid (JsonObject *modality)
{
  JsonArray *criteria = json_array_new ();

  add_criterion (criteria, "C1", 12);
  add_criterion (criteria, "C2", 8);
  json_object_set_array_member (modality, "criteria", criteria);
}

/* A grid, a double entry, and a retake that is capped. */
static void
enrich (JsonObject *plan)
{
  add_grid (find_modality (plan, "BC01-MSP1"));
  json_object_set_boolean_member (find_modality (plan, "BC02-EC1"), "double_entry", TRUE);
  json_object_set_int_member (find_modality (plan, "BC04-EC1"), "retake_cap", 10);
  json_object_set_int_member (find_modality (plan, "BC04-EC1"), "max_attempts", 2);
}

static void
enrol (SceauTestCli *cli, const char *number)
{
  sceau_test_cli_run (cli, 0, "learner", "add", COHORT, "--number", number, "--sex", "F", "--birth-name", number, "--first-name", "Zoé",
                      "--birth-date", "1994-03-07", "--birth-commune", "31555", "--route", "FC", NULL);
}

/* A mark in a sheet that was handed in, the points of a grid, and a mark that was only typed a second time. */
static void
assess (SceauTestCli *cli)
{
  g_autofree char *second = sceau_test_cli_write (cli, "second.csv", "number;BC02-EC1\nA1;11\n", -1);

  sceau_test_cli_found (cli);
  import_changed (cli, 0, enrich);
  enrol (cli, "A1");
  sceau_test_cli_run (cli, 0, "result", "set", COHORT, "--modality", "BC01-EC1", "--learner", "A1", "--mark", "13,5", NULL);
  sceau_test_cli_run (cli, 0, "result", "submit", COHORT, "--modality", "BC01-EC1", "--examiner", "Iris MODELE", NULL);
  sceau_test_cli_run (cli, 0, "result", "grid", COHORT, "--modality", "BC01-MSP1", "--learner", "A1", "--points", "C1=7;C2=6", NULL);
  sceau_test_cli_run (cli, 0, "result", "second", second, COHORT, NULL);
}

/* (transfer full): all that was given, as the command line lists it. */
static char *
list_given (SceauTestCli *cli)
{
  GString *text = g_string_new (NULL);

  sceau_test_cli_run (cli, 0, "result", "list", COHORT, NULL);
  g_string_append (text, cli->output);
  sceau_test_cli_run (cli, 0, "result", "sheets", COHORT, NULL);
  g_string_append (text, cli->output);
  sceau_test_cli_run (cli, 1, "result", "compare", COHORT, "--modality", "BC02-EC1", NULL);
  g_string_append (text, cli->output);
  return g_string_free (text, FALSE);
}

static void
comes_back_byte_for_byte (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *first = sceau_test_cli_path (cli, "first.json");
  g_autofree char *second = sceau_test_cli_path (cli, "second.json");
  g_autofree char *third = sceau_test_cli_path (cli, "third.json");
  g_autofree char *before = NULL, *after = NULL;
  g_autofree char *one = NULL, *two = NULL, *three = NULL;

  sceau_test_cli_found (cli);
  import_changed (cli, 0, enrich);
  export (cli, first);
  before = sceau_test_cli_hash (cli->school);
  sceau_test_cli_run (cli, 0, "fiche", "plan", "RNCP41445", "--import", first, NULL);
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (before, ==, after);
  export (cli, second);
  g_assert_cmpint (g_remove (cli->school), ==, 0);
  sceau_test_cli_found (cli);
  sceau_test_cli_run (cli, 0, "fiche", "plan", "RNCP41445", "--import", first, NULL);
  export (cli, third);
  one = sceau_test_cli_hash (first);
  two = sceau_test_cli_hash (second);
  three = sceau_test_cli_hash (third);
  g_assert_cmpstr (one, ==, two);
  g_assert_cmpstr (one, ==, three);
}

static void
reword (JsonObject *plan)
{
  JsonArray *criteria = json_object_get_array_member (find_modality (plan, "BC01-MSP1"), "criteria");

  json_object_set_string_member (find_modality (plan, "BC01-EC1"), "title", "Étude de cas corrigée");
  json_object_set_int_member (find_modality (plan, "BC01-EC1"), "weight", 3);
  json_object_set_string_member (json_array_get_object_element (criteria, 0), "title", "Méthode suivie");
}

static void
shorten (JsonObject *plan)
{
  take_out (plan, "BC03-TP1");
}

static void
nothing_given_is_lost (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  assess (cli);
  before = list_given (cli);
  import_changed (cli, 0, reword);
  after = list_given (cli);
  g_assert_cmpstr (before, ==, after);
  import_changed (cli, 0, shorten);
  sceau_test_cli_run (cli, 1, "result", "set", COHORT, "--modality", "BC01-EC1", "--learner", "A1", "--mark", "12", NULL);
  sceau_test_cli_assert_said (cli, "submitted");
  sceau_test_cli_run (cli, 0, "result", "grid", COHORT, "--modality", "BC01-MSP1", "--learner", "A1", "--points", "C1=8;C2=6", NULL);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

static void
lose_marks (JsonObject *plan)
{
  take_out (plan, "BC01-EC1");
  take_out (plan, "BC01-MSP1");
  take_out (plan, "BC02-EC1");
}

static void
lose_criterion (JsonObject *plan)
{
  json_array_remove_element (json_object_get_array_member (find_modality (plan, "BC01-MSP1"), "criteria"), 1);
}

static void
weigh_criterion (JsonObject *plan)
{
  JsonArray *criteria = json_object_get_array_member (find_modality (plan, "BC01-MSP1"), "criteria");

  json_object_set_int_member (json_array_get_object_element (criteria, 0), "points", 10);
  json_object_set_int_member (json_array_get_object_element (criteria, 1), "points", 10);
}

static void
drop_grid (JsonObject *plan)
{
  json_object_remove_member (find_modality (plan, "BC01-MSP1"), "criteria");
}

static void
rename_modality (JsonObject *plan)
{
  json_object_set_string_member (find_modality (plan, "BC01-EC1"), "code", "BC01-EC9");
}

static void
move_block (JsonObject *plan)
{
  json_object_set_string_member (find_modality (plan, "BC02-EC1"), "block", "RNCP41445BC03");
  json_object_set_array_member (find_modality (plan, "BC02-EC1"), "competences", json_array_new ());
}

static void
what_would_lose_a_mark_is_refused_by_name (SceauTestCli *cli, gconstpointer data)
{
  static const struct
  {
    Change change;
    const char *names[4];
  } rows[] = {
    { lose_marks, { "BC01-EC1", "BC01-MSP1", "BC02-EC1", "has results and cannot leave the plan" } },
    { lose_criterion, { "BC01-MSP1, C2", "has points and cannot leave the plan" } },
    { weigh_criterion, { "BC01-MSP1, C1", "BC01-MSP1, C2", "what it is worth cannot change" } },
    { drop_grid, { "BC01-MSP1, C1", "BC01-MSP1, C2" } },
    { rename_modality, { "BC01-EC1", "cannot leave the plan" } },
    { move_block, { "BC02-EC1", "cannot move to another block" } },
  };
  g_autofree char *before = NULL;

  assess (cli);
  before = sceau_test_cli_hash (cli->school);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *after = NULL;

      import_changed (cli, 1, rows[i].change);
      for (guint j = 0; j < G_N_ELEMENTS (rows[i].names) && rows[i].names[j] != NULL; j++)
        sceau_test_cli_assert_said (cli, rows[i].names[j]);
      after = sceau_test_cli_hash (cli->school);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
lose_case_study (JsonObject *plan)
{
  take_out (plan, "BC01-EC1");
}

/* Once every mark is taken away the modality may go; what was written in it stays in the history and in the journal. */
static void
what_has_nothing_left_may_leave (SceauTestCli *cli, gconstpointer data)
{
  assess (cli);
  sceau_test_cli_run (cli, 0, "result", "reopen", COHORT, "--modality", "BC01-EC1", "--reason", "Erreur de saisie", NULL);
  import_changed (cli, 1, lose_case_study);
  sceau_test_cli_run (cli, 0, "result", "set", COHORT, "--modality", "BC01-EC1", "--learner", "A1", "--mark", "", NULL);
  import_changed (cli, 0, lose_case_study);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
  sceau_test_cli_run (cli, 0, "journal", "verify", NULL);
  g_assert_nonnull (strstr (cli->output, "“school check”"));
}

static void
harden (JsonObject *plan)
{
  json_object_set_int_member (find_modality (plan, "BC01-EC1"), "pass_mark", 15);
  json_object_set_int_member (find_modality (plan, "BC01-EC1"), "floor", 14);
}

/* Rules that change while a jury sits make its proposals out of date; those of a sealed session stay. */
static void
a_jury_is_told_that_its_rules_changed (SceauTestCli *cli, gconstpointer data)
{
  assess (cli);
  sceau_test_cli_run (cli, 0, "juror", "add", "--name", "Iris MODELE", "--function", "Directrice", "--employer", "École Modèle", "--internal", NULL);
  sceau_test_cli_run (cli, 0, "jury", "new", COHORT, "--date", "2026-06-19", "--place", "Lille", NULL);
  sceau_test_cli_run (cli, 0, "jury", "convene", "1", "--juror", "1", "--president", "1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "open", "1", "--present", "1", "--derogation", "Jury restreint.", NULL);
  sceau_test_cli_run (cli, 0, "jury", "propose", "1", NULL);
  import_changed (cli, 0, harden);
  sceau_test_cli_run (cli, 1, "jury", "accept", "1", NULL);
  sceau_test_cli_assert_said (cli, "out of date");
  sceau_test_cli_run (cli, 0, "jury", "propose", "1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "accept", "1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "seal", "1", NULL);
  import_changed (cli, 0, reword);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

static void
add (const char *name, void (*test) (SceauTestCli *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/cli/plan/", name, NULL);

  g_test_add (path, SceauTestCli, NULL, sceau_test_cli_set_up, test, sceau_test_cli_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("comes-back-byte-for-byte", comes_back_byte_for_byte);
  add ("nothing-given-is-lost", nothing_given_is_lost);
  add ("what-would-lose-a-mark-is-refused-by-name", what_would_lose_a_mark_is_refused_by_name);
  add ("what-has-nothing-left-may-leave", what_has_nothing_left_may_leave);
  add ("a-jury-is-told-that-its-rules-changed", a_jury_is_told_that_its_rules_changed);
  return g_test_run ();
}
