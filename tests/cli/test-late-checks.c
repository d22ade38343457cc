/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What the jury would find at the end is said when it is entered. */

#include "sceau-test-cli.h"

#include <string.h>

#define RNCP "--certification", "RNCP41445", "--cohort", "2026"
#define ADA \
  "learner", "add", RNCP, "--sex", "F", "--first-name", "Ada", "--birth-date", "1990-01-01", "--birth-commune", "31555", "--route", "FI"
#define SET "result", "set", RNCP

static void
found_with_learners (SceauTestCli *cli)
{
  sceau_test_cli_found (cli);
  sceau_test_cli_run (cli, 0, ADA, "--number", "B1", "--birth-name", "Exemple", NULL);
  sceau_test_cli_run (cli, 0, ADA, "--number", "B2", "--birth-name", "Modele", "--blocks", "RNCP41445BC02", NULL);
}

static void
asks_the_delay_when_the_first_day_comes_last (SceauTestCli *cli, gconstpointer data)
{
  found_with_learners (cli);
  sceau_test_cli_run (cli, 0, SET, "--modality", "BC02-EC1", "--learner", "B1", "--mark", "8", NULL);
  sceau_test_cli_run (cli, 0, SET, "--modality", "BC02-EC1", "--learner", "B1", "--attempt", "2", "--mark", "12", "--date", "2026-07-01", NULL);
  sceau_test_cli_run (cli, 1, SET, "--modality", "BC02-EC1", "--learner", "B1", "--mark", "8", "--date", "2026-07-05", NULL);
  sceau_test_cli_assert_said (cli, "attempt 2 on 1 July 2026");
  sceau_test_cli_run (cli, 0, SET, "--modality", "BC02-EC1", "--learner", "B1", "--mark", "8", "--date", "2026-03-02", NULL);
  /* And again when that day is corrected. */
  sceau_test_cli_run (cli, 1, SET, "--modality", "BC02-EC1", "--learner", "B1", "--mark", "8", "--date", "2026-07-02", NULL);
  sceau_test_cli_assert_said (cli, "attempt 2 on 1 July 2026");
}

/* Who enters a mark twice is told that it stood there; the history shows what was said beside it. */
static void
says_that_a_mark_stands_already (SceauTestCli *cli, gconstpointer data)
{
  found_with_learners (cli);
  sceau_test_cli_run (cli, 0, SET, "--modality", "BC02-EC1", "--learner", "B1", "--mark", "8", "--date", "2026-03-05", "--comment",
                      "Copie incomplète", NULL);
  g_assert_nonnull (strstr (cli->output, "recorded"));
  sceau_test_cli_run (cli, 0, SET, "--modality", "BC02-EC1", "--learner", "B1", "--mark", "8", NULL);
  g_assert_null (strstr (cli->output, "recorded"));
  g_assert_nonnull (strstr (cli->output, "stands already"));
  sceau_test_cli_run (cli, 0, "result", "history", "B1", RNCP, "--modality", "BC02-EC1", NULL);
  g_assert_nonnull (strstr (cli->output, "Copie incomplète"));
  g_assert_nonnull (strstr (cli->output, "2026-03-05"));
}

static void
refuses_what_the_learner_does_not_take (SceauTestCli *cli, gconstpointer data)
{
  found_with_learners (cli);
  sceau_test_cli_run (cli, 1, SET, "--modality", "THESE", "--learner", "B2", "--mark", "12", NULL);
  sceau_test_cli_assert_said (cli, "the whole certification");
  sceau_test_cli_run (cli, 1, SET, "--modality", "BC01-EC1", "--learner", "B2", "--mark", "12", NULL);
  sceau_test_cli_assert_said (cli, "does not take block RNCP41445BC01");
  sceau_test_cli_run (cli, 0, SET, "--modality", "BC02-EC1", "--learner", "B2", "--mark", "12", NULL);
  sceau_test_cli_run (cli, 0, SET, "--modality", "THESE", "--learner", "B1", "--mark", "12", NULL);
}

/* Somebody who holds the other blocks leads to the whole certification, and is asked for the thesis. */
static void
asks_the_thesis_of_whoever_holds_the_rest (SceauTestCli *cli, gconstpointer data)
{
  static const char *const others[] = { "RNCP41445BC01", "RNCP41445BC03", "RNCP41445BC04" };

  found_with_learners (cli);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    sceau_test_cli_run (cli, 0, "learner", "block", "B2", "--certification", "RNCP41445", "--block", others[i], "--kind", "vae", "--date",
                        "2025-11-03", "--proof", "PV 12", NULL);
  sceau_test_cli_run (cli, 0, SET, "--modality", "THESE", "--learner", "B2", "--mark", "12", NULL);
}

static void
warns_of_a_company_period_out_of_bounds (SceauTestCli *cli, gconstpointer data)
{
  found_with_learners (cli);
  sceau_test_cli_run (cli, 0, ADA, "--number", "B3", "--birth-name", "Bref", "--company-start", "2026-06-01", "--company-end", "2026-07-31", NULL);
  sceau_test_cli_assert_said (cli, "2 months");
  sceau_test_cli_assert_said (cli, "4 to 6 months");
  sceau_test_cli_run (cli, 0, "learner", "enrolment", "B3", RNCP, "--company-end", "2026-12-31", NULL);
  sceau_test_cli_assert_said (cli, "7 months");
  sceau_test_cli_run (cli, 0, "learner", "enrolment", "B3", RNCP, "--company-end", "2026-09-30", NULL);
  g_assert_null (strstr (cli->errors, "months"));
  /* Nothing is asked of somebody who came for a block alone. */
  sceau_test_cli_run (cli, 0, "learner", "enrolment", "B2", RNCP, "--company-start", "2026-06-01", "--company-end", "2026-07-31", NULL);
  g_assert_null (strstr (cli->errors, "months"));
}

#define ADD(name, func) g_test_add ("/cli/late-checks/" name, SceauTestCli, NULL, sceau_test_cli_set_up, func, sceau_test_cli_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("the-delay-is-asked-when-the-first-day-comes-last", asks_the_delay_when_the_first_day_comes_last);
  ADD ("a-mark-that-stands-is-said-to-stand", says_that_a_mark_stands_already);
  ADD ("a-mark-of-what-is-not-taken-is-refused", refuses_what_the_learner_does_not_take);
  ADD ("whoever-holds-the-rest-writes-the-thesis", asks_the_thesis_of_whoever_holds_the_rest);
  ADD ("a-company-period-out-of-bounds-is-said-at-once", warns_of_a_company_period_out_of_bounds);
  return g_test_run ();
}
