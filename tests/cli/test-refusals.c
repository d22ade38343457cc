/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is said, and in which order, when something is refused or has grown old.  Everybody is invented. */

#include "sceau-test-cli.h"

#include <string.h>

#define LAST "--certification", "RNCP41445", "--cohort", "Promotion 2026"
#define COHORT "--certification", "RNCP41445", "--cohort", "2026"

static void
set_up_demo (SceauTestCli *cli)
{
  sceau_test_cli_run (cli, 0, "demo", cli->folder, "--learners", "12", NULL);
  g_free (cli->school);
  cli->school = sceau_test_cli_path (cli, "ecole-de-demonstration.sceau");
}

/* @words: parted by |; @ID is the number.  @status: 2 where it is a word of the call, 1 where it is the value of an option. */
static const struct
{
  const char *words;
  int status;
} numbered[] = {
  { "jury|show|@ID", 2 },
  { "jury|seal|@ID", 2 },
  { "jury|propose|@ID", 2 },
  { "jury|edit|@ID|--place|Lille", 2 },
  { "jury|export|@ID|out.zip", 2 },
  { "jury|explain|@ID|out.pdf", 2 },
  { "jury|appeals|@ID", 2 },
  { "jury|extract|@ID|scan.pdf", 2 },
  { "jury|answer|@ID|--outcome|rejected|--date|2026-12-01|--reason|R", 2 },
  { "jury|answer|1|--outcome|rejected|--date|2026-12-01|--reason|R|--session|@ID", 1 },
  { "jury|convene|4|--juror|1,@ID|--president|1", 1 },
  { "jury|convene|4|--juror|1,2|--president|@ID", 1 },
  { "jury|convene|4|--juror|1,2|--president|1|--alternate|@ID", 1 },
  { "jury|open|4|--present|@ID", 1 },
  { "jury|recuse|4|--juror|@ID|--learner|26-0001|--kind|personal", 2 },
  { "juror|show|@ID", 2 },
  { "juror|edit|@ID|--field|Réseau", 2 },
  { "juror|remove|@ID", 2 },
  { "juror|retire|@ID", 2 },
  { "juror|away|1|--remove|@ID", 2 },
  { "certificate|issue|--jury|@ID|--date|2026-12-01|--place|Lille|--out|out", 1 },
};

static void
try_number (SceauTestCli *cli, guint row, const char *number)
{
  g_auto (GStrv) parts = g_strsplit (numbered[row].words, "|", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      g_auto (GStrv) pieces = g_strsplit (*part, "@ID", -1);

      g_free (*part);
      *part = g_strjoinv (number, pieces);
    }
  sceau_test_cli_run_words (cli, numbered[row].status, (const char *const *) parts);
  sceau_test_cli_assert_said (cli, "begin at 1");
}

static void
a_number_that_no_list_gives_is_refused_as_such (SceauTestCli *cli, gconstpointer data)
{
  static const char *const numbers[] = { "0", "quatre", "1.5", "99999999999", "4;5" };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_up_demo (cli);
  before = sceau_test_cli_hash (cli->school);
  for (guint i = 0; i < G_N_ELEMENTS (numbered); i++)
    for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
      try_number (cli, i, numbers[j]);
  sceau_test_cli_run (cli, 2, "jury", "show", "-1", NULL);
  sceau_test_cli_run (cli, 1, "result", "missing", LAST, "--attempt", "-4", NULL);
  sceau_test_cli_assert_said (cli, "numbered from 1");
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (before, ==, after);
}

static void
a_sealed_session_is_refused_before_its_values_are_judged (SceauTestCli *cli, gconstpointer data)
{
  set_up_demo (cli);
  sceau_test_cli_run (cli, 1, "jury", "edit", "2", "--place", "", "--time", "25:99", NULL);
  sceau_test_cli_assert_said (cli, "sealed");
  g_assert_null (strstr (cli->errors, "25:99"));
  g_assert_null (strstr (cli->errors, "warning"));
  /* Where something can change, every fault of the values is told. */
  sceau_test_cli_run (cli, 1, "jury", "edit", "4", "--place", "", "--time", "25:99", NULL);
  sceau_test_cli_assert_said (cli, "25:99");
  sceau_test_cli_assert_said (cli, "place is missing");
}

static void
an_appeal_is_judged_by_its_day_and_by_its_ground_at_once (SceauTestCli *cli, gconstpointer data)
{
  const char *day;
  const char *ground;

  set_up_demo (cli);
  sceau_test_cli_run (cli, 1, "jury", "appeal", "2", "--learner", "25-0001", "--date", "2020-01-01", "--ground", "", NULL);
  day = strstr (cli->errors, "before the results were notified");
  ground = strstr (cli->errors, "gives no ground");
  g_assert_nonnull (day);
  g_assert_nonnull (ground);
  g_assert_true (day < ground);
  sceau_test_cli_assert_said (cli, "2 errors");
}

static void
enrol (SceauTestCli *cli, const char *number, const char *name)
{
  sceau_test_cli_run (cli, 0, "learner", "add", COHORT, "--number", number, "--sex", "F", "--birth-name", name, "--first-name", "Zoé",
                      "--birth-date", "1994-03-07", "--birth-commune", "31555", "--route", "FC", NULL);
}

static void
accented_names_stand_by_their_letter (SceauTestCli *cli, gconstpointer data)
{
  const char *e;
  const char *f;

  sceau_test_cli_found (cli);
  enrol (cli, "A1", "Fictif");
  enrol (cli, "A2", "Étalon");
  enrol (cli, "A3", "Exemple");
  sceau_test_cli_run (cli, 0, "result", "missing", COHORT, "--modality", "BC01-EC1", NULL);
  e = strstr (cli->output, "ÉTALON");
  f = strstr (cli->output, "EXEMPLE");
  g_assert_true (e != NULL && f != NULL && e < f);
  g_assert_true (f < strstr (cli->output, "FICTIF"));
}

static void
a_submission_is_told_by_the_day_of_the_reader (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *day = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GTimeZone) paris = g_time_zone_new_identifier ("Europe/Paris");

  set_up_demo (cli);
  sceau_test_cli_run (cli, 0, "result", "submit", LAST, "--modality", "BC02-TP1", NULL);
  now = g_date_time_new_now (paris);
  day = g_date_time_format (now, "%d/%m/%Y");
  sceau_test_cli_run (cli, 1, "result", "submit", LAST, "--modality", "BC02-TP1", NULL);
  sceau_test_cli_assert_said (cli, day);
  sceau_test_cli_run (cli, 1, "result", "set", LAST, "--modality", "BC02-TP1", "--learner", "26-0001", "--mark", "3", NULL);
  sceau_test_cli_assert_said (cli, day);
}

static void
an_outdated_proposal_is_told (SceauTestCli *cli, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  set_up_demo (cli);
  sceau_test_cli_run (cli, 0, "jury", "edit", "4", "--date", today, NULL);
  sceau_test_cli_run (cli, 0, "jury", "convene", "4", "--juror", "1,2,3,4,6", "--president", "1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "open", "4", "--present", "1,2,3,4,6", NULL);
  sceau_test_cli_run (cli, 0, "jury", "propose", "4", NULL);
  g_assert_null (strstr (cli->output, "outdated"));
  sceau_test_cli_run (cli, 0, "result", "set", LAST, "--modality", "BC02-TP1", "--learner", "26-0001", "--mark", "3", NULL);
  sceau_test_cli_run (cli, 0, "jury", "show", "4", NULL);
  g_assert_nonnull (strstr (cli->output, "1 proposal, marked *, is outdated"));
}

/* What was given is repeated so that it is recognised, not whole. */
static void
a_value_that_is_repeated_is_shortened (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *text = g_strnfill (5000, 'x');
  const char *const calls[][9] = {
    { "fiche", "show", text },
    { "fiche", "plan", text },
    { "cohort", "edit", "--certification", "RNCP41445", "--cohort", text },
    { "learner", "list", "--cohort", text },
    { "learner", "edit", text, "--sex", "F" },
    { "learner", "edit", "26-0001", "--sex", text },
    { "juror", "conflict", "1", "--kind", "family", "--learner", text },
    { "jury", "decide", "4", "--learner", "26-0001", "--outcome", text },
    { "jury", "appeals", text },
    { "cohort", "new", "--certification", text, "--name=N", "--start=2026-01-01", "--end=2026-02-01" },
    { "attestation", "issue", "--learner", text, "--block", "RNCP41445BC01", "out.pdf" },
    { text },
  };

  set_up_demo (cli);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      sceau_test_cli_run_words (cli, i == 8 || i == 11 ? 2 : 1, calls[i]);
      g_test_message ("%s %s", calls[i][0][0] != 'x' ? calls[i][0] : "", calls[i][1]);
      g_assert_cmpuint (strlen (cli->errors), <, 600);
    }
}

#define ADD(name, func) g_test_add ("/cli/refusals/" name, SceauTestCli, NULL, sceau_test_cli_set_up, func, sceau_test_cli_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-number-that-no-list-gives", a_number_that_no_list_gives_is_refused_as_such);
  ADD ("a-sealed-session-first-of-all", a_sealed_session_is_refused_before_its_values_are_judged);
  ADD ("an-appeal-by-its-day-and-its-ground", an_appeal_is_judged_by_its_day_and_by_its_ground_at_once);
  ADD ("accented-names-stand-by-their-letter", accented_names_stand_by_their_letter);
  ADD ("a-submission-by-the-day-of-the-reader", a_submission_is_told_by_the_day_of_the_reader);
  ADD ("an-outdated-proposal-is-told", an_outdated_proposal_is_told);
  ADD ("a-repeated-value-is-shortened", a_value_that_is_repeated_is_shortened);
  return g_test_run ();
}
