/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Plans, directories of jurors and grids that nobody wrote in good faith: one sentence for each fault, nothing written. */

#include "sceau-test-cli.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *from; /* what is replaced in the exported plan, once; NULL: @to is the whole file */
  const char *to;
  const char *said;
  int faults; /* how many sentences; -1: several */
} BadPlan;

#define LONG_DEPTH 100000

static const BadPlan plans[] = {
  { "not-an-object", NULL, "[]", "object is expected", 1 },
  { "not-json", NULL, "bonjour", "not a JSON file", 1 },
  { "nothing", NULL, "", "not a JSON file", 1 },
  { "another-version", "\"sceau_plan\": 1", "\"sceau_plan\": 2", "sceau_plan", 1 },
  { "a-version-of-thirty-digits", "\"sceau_plan\": 1", "\"sceau_plan\": 100000000000000000000000000000", "sceau_plan", 1 },
  { "another-certification", "\"certification\": \"RNCP41445\"", "\"certification\": \"RNCP1\"", "another certification", 1 },
  { "modalities-as-text", "\"modalities\": [", "\"modalites\": [", "modalites", -1 },
  { "an-unknown-key", "\"retakes\": \"best\"", "\"retakes\": \"best\", \"bonus\": 1", "bonus", 1 },
  { "a-key-twice", "\"retakes\": \"best\"", "\"retakes\": \"best\", \"retakes\": \"last\"", "stands twice", 1 },
  { "an-unknown-word", "\"retakes\": \"best\"", "\"retakes\": \"worst\"", "worst", 1 },
  { "a-code-twice", "\"code\": \"BC01-MSP1\"", "\"code\": \"BC01-EC1\"", "there twice", -1 },
  { "a-code-that-is-a-number", "\"code\": \"BC01-EC1\"", "\"code\": 7", "modalities[0].code", 1 },
  { "a-code-of-another-direction", "\"code\": \"BC01-EC1\"", "\"code\": \"BC01\342\200\256-EC1\"", "\\u202E", 1 },
  { "a-nul-in-a-title", "\"title\": \"Étude de cas", "\"title\": \"Étude\\u0000 de cas", "\\u0000", 1 },
  { "a-title-that-is-an-object", "\"deliverable\": \"Rapport écrit étayé par défense orale\"", "\"deliverable\": {}", "text is expected", 1 },
  { "a-weight-below-zero", "\"weight\": 1", "\"weight\": -1", "weight", 1 },
  { "a-weight-without-bounds", "\"weight\": 1", "\"weight\": 1e400", "weight", 1 },
  { "a-pass-mark-beyond-the-scale", "\"pass_mark\": 10", "\"pass_mark\": 21", "pass_mark", 1 },
  { "a-pass-mark-in-words", "\"pass_mark\": 10", "\"pass_mark\": \"dix\"", "dix", 1 },
  { "yes-for-true", "\"collective\": false", "\"collective\": \"yes\"", "true or false", 1 },
  { "an-unknown-block", "\"block\": \"RNCP41445BC01\"", "\"block\": \"RNCP41445BC99\"", "BC99", -1 },
  { "competence-zero", "\"competences\": [1, 2, 4]", "\"competences\": [0]", "competences[0]", 1 },
  { "competence-of-thirteen-digits", "\"competences\": [1, 2, 4]", "\"competences\": [1099511627776]", "competences[0]", 1 },
  { "an-appeal-of-ages", "\"appeal_days\": 60", "\"appeal_days\": 1000000000000", "appeal_days", 1 },
  { "points-below-zero", "\"points\": 5", "\"points\": -5", "points", 1 },
};

static char *
export_plan (SceauTestCli *cli)
{
  g_autofree char *path = sceau_test_cli_path (cli, "plan.json");
  g_autoptr (GError) error = NULL;
  char *text;

  sceau_test_cli_run (cli, 0, "demo", cli->folder, "--learners", "5", NULL);
  g_free (cli->school);
  cli->school = sceau_test_cli_path (cli, "ecole-de-demonstration.sceau");
  sceau_test_cli_run (cli, 0, "fiche", "plan", "RNCP41445", "--export", path, NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
refuse_plan (SceauTestCli *cli, const char *name, const char *text, const char *said, int faults)
{
  g_autofree char *bad = sceau_test_cli_write (cli, "bad.json", text, -1);
  g_autofree char *lines = NULL;
  g_auto (GStrv) sentences = NULL;

  g_test_message ("%s", name);
  sceau_test_cli_run (cli, 1, "fiche", "plan", "RNCP41445", "--import", bad, NULL);
  sceau_test_cli_assert_said (cli, said);
  lines = g_strconcat ("\n", cli->errors, NULL);
  sentences = g_strsplit (lines, "\nerror: ", -1);
  if (faults > 0)
    g_assert_cmpint ((int) g_strv_length (sentences) - 1, ==, faults);
}

static void
a_hostile_plan_is_refused (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *plan = export_plan (cli);
  g_autofree char *deep = g_strnfill (LONG_DEPTH, '[');
  g_autofree char *before = sceau_test_cli_hash (cli->school);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_auto (GStrv) parts = plans[i].from != NULL ? g_strsplit (plan, plans[i].from, 2) : NULL;
      g_autofree char *text = NULL;

      if (parts != NULL && parts[1] == NULL)
        g_error ("%s: the plan has no %s", plans[i].name, plans[i].from);
      text = parts != NULL ? g_strconcat (parts[0], plans[i].to, parts[1], NULL) : g_strdup (plans[i].to);
      refuse_plan (cli, plans[i].name, text, plans[i].said, plans[i].faults);
    }
  refuse_plan (cli, "too-deep", deep, "nested too deep", 1);
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (before, ==, after);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *said;
} BadTable;

#define JURORS "name;function;employer;internal\n"

static const BadTable jurors[] = {
  { "empty", "", "empty" },
  { "no-header", "Ada;F;E;oui\n", "line 1" },
  { "not-utf-8", JURORS "Zo\351;F;E;oui\n", "0xE9" },
  { "open-quote", JURORS "\"Ada;F;E;oui\n", "never closed" },
  { "too-many-cells", JURORS "Ada;F;E;oui;x;y\n", "6 in this row" },
  { "too-few-cells", JURORS "Ada;F\n", "2 in this row" },
  { "neither-side", JURORS "Ada;F;E;peut-être\n", "peut-être" },
  { "twice", JURORS "Ada;F;E;oui\nAda;F;E;oui\n", "line 3" },
  { "no-name", JURORS " ;F;E;oui\n", "name" },
  { "no-day", "name;function;employer;internal;mandate_start\nA;F;E;oui;31/02/2026\n", "31/02/2026" },
  { "no-address", "name;function;employer;internal;email\nA;F;E;oui;pas une adresse\n", "pas une adresse" },
  { "workbook", "PK\3\4", "workbook" },
};

#define GRID "number;C1;C2;C3;C4\n"

static const BadTable grids[] = {
  { "empty", "", "empty" },
  { "no-line", GRID, "no points" },
  { "no-number", "C1;C2;C3;C4\n1;2;3;4\n", "number" },
  { "unknown-learner", GRID "ZZ;1;2;3;4\n", "ZZ" },
  { "above", GRID "26-0001;6;2;3;4\n", "from 0 to 5" },
  { "below", GRID "26-0001;-1;2;3;4\n", "from 0 to 5" },
  { "twenty-digits", GRID "26-0001;99999999999999999999;2;3;4\n", "from 0 to 5" },
  { "not-a-number", GRID "26-0001;nan;2;3;4\n", "nan" },
  { "scientific", GRID "26-0001;1e0;2;3;4\n", "1e0" },
  { "three-decimals", GRID "26-0001;1,555;2;3;4\n", "1,555" },
  { "missing-criterion", "number;C1;C2;C3\n26-0001;1;2;3\n", "C4" },
  { "unknown-criterion", "number;C1;C2;C3;C4;C9\n26-0001;1;2;3;4;5\n", "C9" },
  { "criterion-twice", "number;C1;C1;C2;C3;C4\n26-0001;1;1;2;3;4\n", "Two columns" },
  { "learner-twice", GRID "26-0001;1;2;3;4\n26-0001;1;2;3;5\n", "line 3" },
  { "blank", GRID "26-0001;;2;3;4\n", "no points" },
};

static void
hostile_tables_are_refused (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *plan = export_plan (cli);
  g_autofree char *before = sceau_test_cli_hash (cli->school);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (jurors); i++)
    {
      g_autofree char *path = sceau_test_cli_write (cli, "jurors.csv", jurors[i].text, -1);

      g_test_message ("jurors: %s", jurors[i].name);
      sceau_test_cli_run (cli, 1, "juror", "import", path, NULL);
      sceau_test_cli_assert_said (cli, jurors[i].said);
    }
  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    {
      g_autofree char *path = sceau_test_cli_write (cli, "grids.csv", grids[i].text, -1);

      g_test_message ("grids: %s", grids[i].name);
      sceau_test_cli_run (cli, 1, "result", "grid", path, "--certification", "RNCP41445", "--cohort", "Promotion 2026", "--modality",
                          "BC01-MSP1", NULL);
      sceau_test_cli_assert_said (cli, grids[i].said);
    }
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (before, ==, after);
}

#define ADD(name, func) g_test_add ("/cli/hostile-files/" name, SceauTestCli, NULL, sceau_test_cli_set_up, func, sceau_test_cli_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-plan", a_hostile_plan_is_refused);
  ADD ("jurors-and-grids", hostile_tables_are_refused);
  return g_test_run ();
}
