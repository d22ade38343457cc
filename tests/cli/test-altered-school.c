/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Somebody opens the school with another program, lifts the protections, changes one thing and puts the protections back:
 * school check must name what was changed. */

#include "sceau-test-alter.h"

typedef struct
{
  const char *name;
  const char *sql;
  const char *said; /* on stderr by school check */
} Alteration;

static const Alteration alterations[] = {
  { "school-name", "UPDATE school SET name = 'X'", "school" },
  { "certification-title", "UPDATE certification SET title = 'Master' WHERE code = 'RNCP41445'", "fiche RNCP41445" },
  { "last-delivery", "UPDATE certification SET last_delivery = '2099-12-31' WHERE code = 'RNCP41445'", "fiche RNCP41445" },
  { "block-title", "UPDATE block SET title = 'X' WHERE code = 'RNCP41445BC01'", "fiche RNCP41445" },
  { "optional-block", "UPDATE block SET optional = 1 WHERE code = 'RNCP41445BC01'", "fiche RNCP41445" },
  { "competence-number", "UPDATE competence SET number = 99 WHERE block_code = 'RNCP41445BC02' AND number = 6", "competence RNCP41445" },
  { "kept-fiche-date", "UPDATE fiche SET imported_at = '2020-01-01T00:00:00Z'", "original" },
  { "kept-fiche-gone", "DELETE FROM fiche WHERE certification_code = 'INV3818'", "of fiche INV3818" },
  { "kept-fiche-added", "INSERT INTO fiche (certification_code, imported_at, sha256, content) "
                        "VALUES ('INV3818', '2026-01-01T00:00:00Z', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', x'00')", "of fiche INV3818" },
  { "requirement-months", "UPDATE requirement SET min_months = 3 WHERE kind = 'modality'", "plan RNCP41445" },
  { "company-months", "UPDATE requirement SET max_months = 24 WHERE kind = 'company_period'", "plan RNCP41445" },
  { "competence", "DELETE FROM competence WHERE block_code = 'RNCP41445BC02' AND number = 6", "fiche RNCP41445" },
  { "certifier", "UPDATE certifier SET name = 'X' WHERE certification_code = 'INV3818'", "fiche INV3818" },
  { "kept-fiche", "UPDATE fiche SET content = CAST ('<FICHES/>' AS BLOB) WHERE certification_code = 'INV3818'", "INV3818" },
  { "pass-mark", "UPDATE modality SET pass_mark = 1 WHERE certification_code = 'RNCP41445' AND code = 'THESE'", "plan RNCP41445" },
  { "quota", "UPDATE quota SET max_percent = 100", "plan RNCP41445" },
  { "jury-rule", "DELETE FROM jury_rule_function", "plan RNCP41445" },
  { "cohort", "UPDATE cohort SET end_date = '2026-12-31' WHERE id = 2", "cohort RNCP41445" },
  { "learner-name", "UPDATE learner SET birth_name = 'Autre' WHERE number = '25-0001'", "learner 25-0001" },
  { "learner-shown-name", "UPDATE learner SET sorted_name = 'X' WHERE number = '25-0001'", "learner 25-0001" },
  { "learner-search", "UPDATE learner SET search = 'x' WHERE number = '25-0001'", "learner “25-0001”" },
  { "learner-order", "UPDATE learner SET sort_key = 'x' WHERE number = '25-0001'", "found by other words" },
  { "juror-search", "UPDATE juror SET search = '' WHERE id = 1", "found by other words" },
  { "fiche-search", "UPDATE certification SET search = 'x'", "found by other words" },
  { "parchemin-search", "UPDATE certificate SET search = 'x'", "found by other words" },
  { "learner-birth", "UPDATE learner SET birth_date = '1990-01-01' WHERE number = '25-0002'", "learner 25-0002" },
  { "learner-added", "INSERT INTO learner SELECT 999, 'Z1', sex, birth_name, usage_name, first_name, other_names, birth_date, "
                     "birth_commune, birth_place, birth_country, email, sorted_name, sort_key, search FROM learner WHERE id = 1", "learner Z1" },
  { "withdrawn", "UPDATE enrolment SET state = 'withdrawn' WHERE id = 1", "enrolment 18-0001" },
  { "entry", "UPDATE enrolment SET entry = '2018-11-13' WHERE id = 1", "enrolment 18-0001" },
  { "block-added", "INSERT INTO acquired_block (learner_id, certification_code, block_code, kind, date, proof) "
                   "SELECT l.id, 'RNCP41445', 'RNCP41445BC01', 'earlier', '2024-06-28', 'X' FROM learner AS l WHERE l.number = '26-0001'",
    "acquired block 26-0001" },
  { "open-result", "UPDATE result SET value = 2000 WHERE value IS NOT NULL AND enrolment_id = (SELECT max (enrolment_id) FROM result)", "result" },
  { "history-first", "DELETE FROM result_history WHERE id = (SELECT min (id) FROM result_history)", "past of result" },
  { "history-of-an-entry", "DELETE FROM result_history WHERE replaced_by = (SELECT min (replaced_by) FROM result_history)", "past of result" },
  { "history-all", "DELETE FROM result_history", "past of result" },
  { "history-twice", "INSERT INTO result_history (enrolment_id, modality_code, attempt, kind, value, journal_id, replaced_by, removed) "
                     "SELECT enrolment_id, modality_code, attempt, kind, value, journal_id, replaced_by, removed FROM result_history "
                     "ORDER BY id LIMIT 1", "again" },
  { "history-writer", "UPDATE result_history SET journal_id = journal_id + 1 WHERE id = (SELECT min (id) FROM result_history)", "past of result" },
  { "history-no-writer", "UPDATE result_history SET journal_id = 0", "past of result" },
  { "history-removed", "UPDATE result_history SET removed = 1 - removed WHERE id = (SELECT min (id) FROM result_history)", "past of result" },
  { "result-writer", "UPDATE result SET journal_id = 0 WHERE enrolment_id = (SELECT max (enrolment_id) FROM result)", "result" },
  { "conflict-learner", "UPDATE juror_conflict SET learner_id = (SELECT min (id) FROM learner) WHERE learner_id IS NOT NULL", "learner of conflict" },
  { "signed-minutes-moment", "UPDATE signed_minutes SET attached_at = '2020-01-01T00:00:00Z'", "moment of signed minutes" },
  { "juror-name", "UPDATE juror SET name = 'X' WHERE id = 1", "juror 1" },
  { "mandate", "UPDATE mandate SET signatory = 'X'", "mandate INV3818" },
  { "certificate-name", "UPDATE certificate SET learner_name = 'X' WHERE number = '2026-0001'", "certificate 2026-0001" },
  { "certificate-delivered", "UPDATE certificate SET delivered = '2026-12-31' WHERE number = '2026-0001'", "certificate 2026-0001" },
  { "last-certificate", "DELETE FROM certificate WHERE id = (SELECT max (id) FROM certificate)", "certificate 2026-" },
  { "duplicate", "DELETE FROM register_act WHERE kind = 'duplicate'", "duplicate 1 of certificate 2026-0001" },
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

/* Of a session that is open, and of the school's signing key. */
static const Alteration open_alterations[] = {
  { "decision", "UPDATE jury_decision SET outcome = 'certified' WHERE session_id = 4 AND outcome IS NOT NULL", "decision of jury 4" },
  { "decision-reason", "UPDATE jury_decision SET reason = 'X' WHERE session_id = 4 AND reason IS NOT NULL", "decision of jury 4" },
  { "decision-votes", "UPDATE jury_decision SET votes_for = 5, votes_against = 0 WHERE session_id = 4 AND votes_for = 4", "decision of jury 4" },
  { "decision-blocks", "DELETE FROM decision_block WHERE session_id = 4", "decision of jury 4" },
  { "decision-gone", "CREATE TEMP TABLE gone AS SELECT enrolment_id AS id FROM jury_decision WHERE session_id = 4 AND outcome IS NOT NULL; "
                     "DELETE FROM frozen_result WHERE session_id = 4 AND enrolment_id IN (SELECT id FROM gone); "
                     "DELETE FROM decision_block_verdict WHERE session_id = 4 AND enrolment_id IN (SELECT id FROM gone); "
                     "DELETE FROM decision_block WHERE session_id = 4 AND enrolment_id IN (SELECT id FROM gone); "
                     "DELETE FROM jury_decision WHERE session_id = 4 AND enrolment_id IN (SELECT id FROM gone)", "decision of jury 4" },
  { "half-decided", "UPDATE jury_decision SET reason = 'X' WHERE session_id = 4 AND outcome IS NULL", "decision of jury 4" },
  { "proposal", "UPDATE jury_decision SET proposal = 'certified' WHERE session_id = 4 AND outcome IS NULL", "decision of jury 4" },
  { "proposal-reason", "UPDATE jury_decision SET proposal_reason = 'X' WHERE session_id = 4 AND outcome IS NULL", "decision of jury 4" },
  { "proposal-added", "INSERT INTO jury_decision (session_id, enrolment_id, certification_code, proposal) "
                      "SELECT 4, id, certification_code, 'certified' FROM enrolment WHERE cohort_id = 2 LIMIT 1", "decision of jury 4" },
  { "verdict", "UPDATE decision_block_verdict SET mean = 2000 WHERE session_id = 4 AND mean IS NOT NULL", "verdicts of jury 4" },
  { "verdict-reason", "UPDATE decision_block_verdict SET reason = 'X' WHERE session_id = 4", "verdicts of jury 4" },
  { "verdicts-gone", "DELETE FROM decision_block_verdict WHERE session_id = 4", "verdicts of jury 4" },
  { "given-mark", "UPDATE frozen_result SET value = 2000 WHERE session_id = 4 AND value IS NOT NULL", "results given to jury 4" },
  { "given-marks-gone", "DELETE FROM frozen_result WHERE session_id = 4", "results given to jury 4" },
  { "sealed-mark", "INSERT INTO frozen_result SELECT session_id, 'seal', enrolment_id, modality_code, attempt, kind, value, examiner, "
                   "date, comment FROM frozen_result WHERE session_id = 4 LIMIT 1", "jury session “4”" },
  { "quota-snapshot", "INSERT INTO quota_snapshot (session_id, code, max_percent, learners, places, used) VALUES (4, 'a', 40, 30, 12, 0)",
    "jury session “4”" },
  { "steps", "INSERT INTO proposal_step (session_id, enrolment_id, position, subject, rule, decisive, verdict) "
             "SELECT 4, enrolment_id, 0, 'x', 'x', 1, 'met' FROM jury_decision WHERE session_id = 4 LIMIT 1", "steps of jury 4" },
  { "history-order", "UPDATE result_history SET id = id + 100000 WHERE modality_code = 'BC02-TP1' AND id = (SELECT max (id) - 1 FROM result_history)",
    "is not in its order" },
  { "member-position", "UPDATE jury_member SET position = 9 WHERE session_id = 4 AND juror_id = 5", "jury_member 4" },
  { "sealed-private", "UPDATE signing_key SET sealed_private = CAST (sealed_private || x'00' AS BLOB)", "sealed half of signing key" },
};

static void
try_each (SceauTestCli *cli, const char *sound, const Alteration *rows, guint n)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (sound, &contents, &length, NULL));
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s", rows[i].name);
      g_assert_true (g_file_set_contents (cli->school, contents, (gssize) length, NULL));
      g_assert_cmpint (sceau_test_alter (cli->school, rows[i].sql), >, 0);
      sceau_test_cli_run (cli, 1, "school", "check", NULL);
      sceau_test_cli_assert_said (cli, rows[i].said);
    }
}

static void
names_every_alteration_of_an_open_session (SceauTestCli *cli, gconstpointer data)
{
  static const char *const marks[] = { "3", "4", "5" };
  g_autofree char *demo = sceau_test_cli_path (cli, "demo");
  g_autofree char *sound = g_build_filename (demo, "ecole-de-demonstration.sceau", NULL);

  sceau_test_cli_run (cli, 0, "demo", demo, "--learners", "30", NULL);
  sceau_test_cli_open_session (cli, sound);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    sceau_test_cli_run (cli, 0, "--school", sound, "result", "set", "--certification", "RNCP41445", "--cohort", "Promotion 2026", "--modality",
                        "BC02-TP1", "--learner", "26-0001", "--mark", marks[i], NULL);
  sceau_test_cli_run (cli, 0, "--school", sound, "school", "check", NULL);
  try_each (cli, sound, open_alterations, G_N_ELEMENTS (open_alterations));
}

static void
names_every_alteration (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *demo = sceau_test_cli_path (cli, "demo");
  g_autofree char *sound = g_build_filename (demo, "ecole-de-demonstration.sceau", NULL);

  sceau_test_cli_run (cli, 0, "demo", demo, "--learners", "30", NULL);
  sceau_test_cli_run (cli, 0, "--school", sound, "school", "check", NULL);
  try_each (cli, sound, alterations, G_N_ELEMENTS (alterations));
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
      g_assert_cmpint (sceau_test_alter (cli->school, rows[i].sql), >, 0);
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
  ADD ("names-every-alteration-of-an-open-session", names_every_alteration_of_an_open_session);
  ADD ("the-journal-answers-for-what-is-frozen", the_journal_answers_for_what_is_frozen);
  ADD ("stays-sound-through-edits", stays_sound_through_edits);
#undef ADD
  return g_test_run ();
}
