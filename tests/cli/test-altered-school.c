/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Somebody opens the school with another program, lifts the protections, changes one thing and puts the protections back:
 * school check must name what was changed. */

#include <sqlite3.h>

#include "sceau-test-cli.h"

static const struct
{
  const char *name;
  const char *sql;
  const char *said; /* on stderr by school check */
} alterations[] = {
  { "school-name", "UPDATE school SET name = 'X'", "school" },
  { "certification-title", "UPDATE certification SET title = 'Master' WHERE code = 'RNCP41445'", "fiche RNCP41445" },
  { "last-delivery", "UPDATE certification SET last_delivery = '2099-12-31' WHERE code = 'RNCP41445'", "fiche RNCP41445" },
  { "block-title", "UPDATE block SET title = 'X' WHERE code = 'RNCP41445BC01'", "fiche RNCP41445" },
  { "optional-block", "UPDATE block SET optional = 1 WHERE code = 'RNCP41445BC01'", "fiche RNCP41445" },
  { "competence", "DELETE FROM competence WHERE block_code = 'RNCP41445BC02' AND number = 6", "fiche RNCP41445" },
  { "certifier", "UPDATE certifier SET name = 'X' WHERE certification_code = 'INV3818'", "fiche INV3818" },
  { "kept-fiche", "UPDATE fiche SET content = CAST ('<FICHES/>' AS BLOB) WHERE certification_code = 'INV3818'", "INV3818" },
  { "pass-mark", "UPDATE modality SET pass_mark = 1 WHERE certification_code = 'RNCP41445' AND code = 'THESE'", "plan RNCP41445" },
  { "quota", "UPDATE quota SET max_percent = 100", "plan RNCP41445" },
  { "jury-rule", "DELETE FROM jury_rule_function", "plan RNCP41445" },
  { "cohort", "UPDATE cohort SET end_date = '2026-12-31' WHERE id = 2", "cohort RNCP41445" },
  { "learner-name", "UPDATE learner SET birth_name = 'Autre' WHERE number = '25-0001'", "learner 25-0001" },
  { "learner-shown-name", "UPDATE learner SET sorted_name = 'X' WHERE number = '25-0001'", "learner 25-0001" },
  { "learner-birth", "UPDATE learner SET birth_date = '1990-01-01' WHERE number = '25-0002'", "learner 25-0002" },
  { "learner-added", "INSERT INTO learner SELECT 999, 'Z1', sex, birth_name, usage_name, first_name, other_names, birth_date, "
                     "birth_commune, birth_place, birth_country, email, sorted_name, sort_key, search FROM learner WHERE id = 1", "learner Z1" },
  { "withdrawn", "UPDATE enrolment SET state = 'withdrawn' WHERE id = 1", "enrolment 18-0001" },
  { "entry", "UPDATE enrolment SET entry = '2018-11-13' WHERE id = 1", "enrolment 18-0001" },
  { "block-added", "INSERT INTO acquired_block (learner_id, certification_code, block_code, kind, date, proof) "
                   "SELECT l.id, 'RNCP41445', 'RNCP41445BC01', 'earlier', '2024-06-28', 'X' FROM learner AS l WHERE l.number = '26-0001'",
    "acquired block 26-0001" },
  { "open-result", "UPDATE result SET value = 2000 WHERE value IS NOT NULL AND enrolment_id = (SELECT max (enrolment_id) FROM result)", "result" },
  { "juror-name", "UPDATE juror SET name = 'X' WHERE id = 1", "juror 1" },
  { "mandate", "UPDATE mandate SET signatory = 'X'", "mandate INV3818" },
  { "certificate-name", "UPDATE certificate SET learner_name = 'X' WHERE number = '2026-0001'", "certificate 2026-0001" },
  { "certificate-delivered", "UPDATE certificate SET delivered = '2026-12-31' WHERE number = '2026-0001'", "certificate 2026-0001" },
  { "last-certificate", "DELETE FROM certificate WHERE id = (SELECT max (id) FROM certificate)", "certificate 2026-" },
  { "duplicate", "DELETE FROM certificate_event", "duplicate 1 of certificate 2026-0001" },
  { "survey-answer", "UPDATE survey_answer SET situation = 'permanent', target_job = 1 WHERE situation IN ('seeking', 'no_answer', 'fixed_term')",
    "survey answer of enrolment" },
  { "survey-job", "UPDATE survey_answer SET target_job = 1 - target_job", "survey answer of enrolment" },
  { "survey-deleted", "DELETE FROM survey_answer WHERE enrolment_id = (SELECT min (enrolment_id) FROM survey_answer)",
    "survey answer of enrolment" },
  { "survey-added", "INSERT INTO survey_answer SELECT enrolment_id, 24, situation, target_job, answered FROM survey_answer LIMIT 1",
    "at 24 months" },
  { "journal-tail", "DELETE FROM journal WHERE id >= (SELECT max (id) FROM journal WHERE verb = 'learner.enrol'); "
                    "UPDATE journal_head SET count = (SELECT max (id) FROM journal), "
                    "head = (SELECT hash FROM journal ORDER BY id DESC LIMIT 1)", "the journal has no entry of it" },
};

static void
run_sql (sqlite3 *handle, const char *sql)
{
  char *error = NULL;

  if (sqlite3_exec (handle, sql, NULL, NULL, &error) != SQLITE_OK)
    g_error ("%s: %s", sql, error);
}

static int
collect_cb (void *rows, int columns, char **values, char **names)
{
  g_ptr_array_add (rows, g_strdup (values[0]));
  return 0;
}

static GPtrArray *
query (sqlite3 *handle, const char *sql)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpint (sqlite3_exec (handle, sql, collect_cb, rows, NULL), ==, SQLITE_OK);
  return rows;
}

static void
run_all (sqlite3 *handle, GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    run_sql (handle, g_ptr_array_index (statements, i));
}

static void
alter (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;
  g_autoptr (GPtrArray) protections = NULL;
  g_autoptr (GPtrArray) removals = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  protections = query (handle, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
  removals = query (handle, "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'");
  run_sql (handle, "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN");
  run_all (handle, removals);
  run_sql (handle, sql);
  run_all (handle, protections);
  run_sql (handle, "COMMIT");
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
names_every_alteration (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *demo = sceau_test_cli_path (cli, "demo");
  g_autofree char *sound = g_build_filename (demo, "ecole-de-demonstration.sceau", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  sceau_test_cli_run (cli, 0, "demo", demo, "--learners", "30", NULL);
  sceau_test_cli_run (cli, 0, "--school", sound, "school", "check", NULL);
  g_assert_true (g_file_get_contents (sound, &contents, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_test_message ("%s", alterations[i].name);
      g_assert_true (g_file_set_contents (cli->school, contents, (gssize) length, NULL));
      alter (cli->school, alterations[i].sql);
      sceau_test_cli_run (cli, 1, "school", "check", NULL);
      sceau_test_cli_assert_said (cli, alterations[i].said);
    }
}

/* The chain may be whole while what it sealed was changed beside it. */
static void
the_journal_answers_for_what_is_frozen (SceauTestCli *cli, gconstpointer data)
{
  static const struct
  {
    const char *sql, *said;
  } rows[] = {
    { "UPDATE frozen_result SET value = 1900 WHERE moment = 'seal' AND modality_code = 'THESE' AND kind = 'value'", "seal" },
    { "DELETE FROM recusal", "seal" },
    { "UPDATE jury_minutes SET pdf = x'00'", "minutes" },
    { "DELETE FROM journal WHERE id = 12", "12" },
    { "UPDATE journal SET id = 9999 WHERE id = 12; UPDATE journal SET id = 12 WHERE id = 13; UPDATE journal SET id = 13 WHERE id = 9999", "12" },
  };
  g_autofree char *demo = sceau_test_cli_path (cli, "demo");
  g_autofree char *sound = g_build_filename (demo, "ecole-de-demonstration.sceau", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  sceau_test_cli_run (cli, 0, "demo", demo, "--learners", "30", NULL);
  g_assert_true (g_file_get_contents (sound, &contents, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (g_file_set_contents (cli->school, contents, (gssize) length, NULL));
      alter (cli->school, rows[i].sql);
      sceau_test_cli_run (cli, 1, "journal", "verify", NULL);
      sceau_test_cli_assert_said (cli, rows[i].said);
    }
}

/* Everything that the program itself may change leaves the school sound. */
static void
stays_sound_through_edits (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *roster = NULL;
  g_autofree char *plan = NULL;

  sceau_test_cli_found (cli);
  roster = sceau_test_cli_write (cli, "roster.csv",
                                 "number;sex;birth_name;first_name;birth_date;birth_commune;birth_place;route\n"
                                 "B1;F;Exemple;Ada;10/12/1985;59350;Lille;FI\n", -1);
  sceau_test_cli_run (cli, 0, "learner", "import", roster, "--certification", "RNCP41445", "--cohort", "2026", NULL);
  sceau_test_cli_run (cli, 0, "learner", "import", roster, "--certification", "RNCP41445", "--cohort", "2026", NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *marks = sceau_test_cli_write (cli, "marks.csv", i == 0 ? "number;BC01-EC1\nB1;12\n" : "number;BC01-EC1\nB1;13\n", -1);

      sceau_test_cli_run (cli, 0, "result", "import", marks, "--certification", "RNCP41445", "--cohort", "2026", NULL);
    }
  plan = sceau_test_cli_path (cli, "plan.json");
  sceau_test_cli_run (cli, 0, "fiche", "plan", "RNCP41445", "--export", plan, NULL);
  sceau_test_cli_run (cli, 0, "fiche", "plan", "RNCP41445", "--import", plan, NULL);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) \
  g_test_add ("/cli/altered-school/" path, SceauTestCli, NULL, sceau_test_cli_set_up, test, sceau_test_cli_tear_down)
  ADD ("names-every-alteration", names_every_alteration);
  ADD ("the-journal-answers-for-what-is-frozen", the_journal_answers_for_what_is_frozen);
  ADD ("stays-sound-through-edits", stays_sound_through_edits);
#undef ADD
  return g_test_run ();
}
