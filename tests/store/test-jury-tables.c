/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* From the deliberation to the register: what a seal keeps, and what every table gives back. */

#include "sceau-acquired-block-table.h"
#include "sceau-certificate-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-frozen-result-table.h"
#include "sceau-juror-table.h"
#include "sceau-jury-table.h"
#include "sceau-quota-snapshot-table.h"
#include "sceau-result-table.h"
#include "sceau-school-check.h"
#include "sceau-survey-table.h"
#include "sceau-test-school.h"

static gint64
enrolment_at (SceauTestSchool *fixture, guint index)
{
  return g_array_index (fixture->enrolments, gint64, index);
}

static void
test_sealed_school_is_sound (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (3);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;
  gint64 session_id;

  sceau_test_school_add_results (fixture);
  session_id = sceau_test_school_seal (fixture);
  number = sceau_test_school_issue (fixture, session_id, enrolment_at (fixture, 0));
  g_assert_cmpstr (number, ==, "2026-0001");
  g_assert_true (sceau_school_check (fixture->school, faults, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      g_autofree char *text = sceau_fault_to_string (sceau_faults_get (faults, i));
      g_test_message ("%s", text);
    }
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
}

static void
begin (SceauTestSchool *fixture)
{
  g_autoptr (GError) error = NULL;

  sceau_school_begin (fixture->school, &error);
  g_assert_no_error (error);
}

/* The file changes under the test's hands: read again by another handle. */
static void
reopen (SceauTestSchool *fixture)
{
  g_autoptr (GError) error = NULL;

  sceau_school_close (fixture->school);
  fixture->school = sceau_school_open (fixture->path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* After the seal: the frozen attempt stays, a later one can be added. */
static void
test_sealed_results (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  SceauMark mark = { SCEAU_MARK_VALUE, 1900 };
  g_autoptr (SceauResult) first = NULL;
  g_autoptr (SceauResult) second = NULL;
  g_autoptr (GError) error = NULL;

  sceau_test_school_add_results (fixture);
  sceau_test_school_seal (fixture);
  first = sceau_result_new (enrolment_at (fixture, 0), "BC01-EC1", 1, mark);
  second = sceau_result_new (enrolment_at (fixture, 0), "BC01-EC1", 2, mark);
  g_assert_true (sceau_result_table_is_frozen (fixture->school, first->enrolment_id, "BC01-EC1", 1));
  g_assert_false (sceau_result_table_is_frozen (fixture->school, first->enrolment_id, "BC01-EC1", 2));
  g_assert_false (sceau_result_table_save (fixture->school, first, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_SEALED);
  g_clear_error (&error);
  g_assert_true (sceau_result_table_save (fixture->school, second, &error));
  g_assert_no_error (error);
}

static void
test_mark_changed_in_deliberation (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  SceauMark mark = { SCEAU_MARK_VALUE, 1000 };
  g_autoptr (SceauResult) result = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  const SceauMarkChange *change;
  gint64 session_id;

  sceau_test_school_add_results (fixture);
  session_id = sceau_test_school_deliberate (fixture);
  g_assert_true (sceau_frozen_result_table_freeze (fixture->school, session_id, SCEAU_FREEZE_OPENING, &error));
  result = sceau_result_new (enrolment_at (fixture, 1), "BC02-TP", 1, mark);
  g_assert_true (sceau_result_table_save (fixture->school, result, &error));
  g_assert_true (sceau_result_table_delete (fixture->school, enrolment_at (fixture, 0), "BC01-EC1", 1, &error));
  changes = sceau_frozen_result_table_list_changes (fixture->school, session_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 2);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->modality_code, ==, "BC01-EC1");
  g_assert_cmpint (change->after.kind, ==, SCEAU_MARK_BLANK);
  change = g_ptr_array_index (changes, 1);
  g_assert_true (change->existed);
  g_assert_cmpint (change->before.value, !=, 1000);
  g_assert_cmpint (change->after.value, ==, 1000);
}

static void
test_jury (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  const SceauJuryQuery sealed = { .states = 1u << SCEAU_SESSION_SEALED };
  const SceauJuryQuery open = { .states = 1u << SCEAU_SESSION_OPEN };
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *seal = NULL;
  SceauJuror *juror;
  gint64 id;

  sceau_test_school_add_results (fixture);
  id = sceau_test_school_seal (fixture);
  juror = sceau_juror_table_find (fixture->school, fixture->jurors[0], &error);
  g_free (juror->function);
  juror->function = g_strdup ("Retraitée");
  g_assert_true (sceau_juror_table_update (fixture->school, juror, &error));
  sceau_juror_free (juror);
  reopen (fixture);
  session = sceau_jury_table_find (fixture->school, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (session->state, ==, SCEAU_SESSION_SEALED);
  g_assert_cmpstr (session->sealed_at, ==, "2026-11-22T10:00:00Z");
  g_assert_cmpuint (session->members->len, ==, 5);
  g_assert_true (((SceauJuryMember *) g_ptr_array_index (session->members, 0))->president);
  /* What she was when she sat. */
  g_assert_cmpstr (((SceauJuryMember *) g_ptr_array_index (session->members, 0))->juror->function, ==, "Directrice des programmes");
  seal = sceau_jury_table_compute_seal (fixture->school, id, &error);
  g_assert_cmpstr (seal, ==, session->seal);
  list = sceau_jury_table_list (fixture->school, &sealed, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (((SceauJurySession *) g_ptr_array_index (list, 0))->members->len, ==, 5);
  g_assert_cmpint (sceau_jury_table_count (fixture->school, &open, &error), ==, 0);
  g_assert_false (sceau_jury_table_update (fixture->school, session, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_SEALED);
  g_clear_error (&error);
  g_assert_false (sceau_jury_table_save_members (fixture->school, session, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_SEALED);
}

static void
test_decision (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (3);
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_test_school_deliberate (fixture);
  int decided;
  int all;

  decision = sceau_decision_table_find (fixture->school, id, enrolment_at (fixture, 1), &error);
  g_assert_no_error (error);
  g_assert_true (decision->decided);
  g_assert_cmpint (decision->votes_for, ==, 5);
  g_assert_cmpstr (decision->learner_number, ==, "A002");
  g_assert_cmpuint (decision->proposal_blocks->len, ==, 2);
  g_assert_cmpint (((SceauBlockVerdict *) g_ptr_array_index (decision->proposal_blocks, 0))->mean, ==, 1350);
  g_assert_cmpuint (decision->acquired_blocks->len, ==, 2);
  decision->outcome = SCEAU_OUTCOME_PARTIAL;
  g_assert_false (sceau_decision_table_save (fixture->school, decision, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  decision->reason = g_strdup ("Le rapport est à reprendre.");
  g_ptr_array_remove_index (decision->acquired_blocks, 1);
  decision->votes_abstain = -1;
  g_assert_true (sceau_decision_table_save (fixture->school, decision, &error));
  g_assert_no_error (error);
  list = sceau_decision_table_list_by_session (fixture->school, id, &error);
  g_assert_cmpuint (list->len, ==, 3);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = sceau_decision_table_list_by_enrolment (fixture->school, enrolment_at (fixture, 1), &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (((SceauDecision *) g_ptr_array_index (list, 0))->outcome, ==, SCEAU_OUTCOME_PARTIAL);
  g_assert_cmpuint (((SceauDecision *) g_ptr_array_index (list, 0))->acquired_blocks->len, ==, 1);
  g_assert_cmpint (((SceauDecision *) g_ptr_array_index (list, 0))->votes_abstain, ==, -1);
  g_assert_null (sceau_decision_table_find_in_force (fixture->school, enrolment_at (fixture, 1), &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (sceau_decision_table_count (fixture->school, id, &decided, &all, &error));
  g_assert_cmpint (decided, ==, 3);
  g_assert_cmpint (all, ==, 3);
  g_assert_true (sceau_decision_table_delete (fixture->school, id, enrolment_at (fixture, 1), &error));
  g_assert_no_error (error);
}

static void
test_quota_snapshot (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  SceauQuota quota = { "a", "Dérogation a", 2, 40 };
  const SceauQuotaState state = { &quota, 12, 9 };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_test_school_deliberate (fixture);
  const SceauQuotaSnapshot *snapshot;

  g_assert_true (sceau_quota_snapshot_table_insert (fixture->school, id, &state, 30, &error));
  list = sceau_quota_snapshot_table_list (fixture->school, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  snapshot = g_ptr_array_index (list, 0);
  g_assert_cmpstr (snapshot->title, ==, "Dérogation a");
  g_assert_cmpint (snapshot->learners, ==, 30);
  g_assert_cmpint (snapshot->places, ==, 12);
  g_assert_cmpint (snapshot->used, ==, 9);
}

static void
test_certificate (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (3);
  const SceauCertificateQuery search = { .search = "2026-0002" };
  const SceauRegisterAct duplicate = { .number = "2026-0002", .kind = SCEAU_REGISTER_DUPLICATE, .rank = 1,
                                       .date = sceau_date_new (2026, 12, 1), .reason = "Perdu" };
  const SceauRegisterAct revocation = { .number = "2026-0002", .kind = SCEAU_REGISTER_REVOKED, .date = sceau_date_new (2027, 1, 5),
                                        .reason = "Fraude" };
  g_autoptr (SceauCertificate) certificate = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) acts = NULL;
  g_autoptr (GBytes) copy = g_bytes_new_static ("%PDF DUPLICATA", 14);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  gint64 session_id;

  sceau_test_school_add_results (fixture);
  session_id = sceau_test_school_seal (fixture);
  for (guint i = 0; i < 3; i++)
    g_free (sceau_test_school_issue (fixture, session_id, enrolment_at (fixture, i)));
  g_assert_cmpint (sceau_certificate_table_next_sequence (fixture->school, 2026, &error), ==, 4);
  g_assert_cmpint (sceau_certificate_table_next_sequence (fixture->school, 2027, &error), ==, 1);
  pdf = sceau_certificate_table_load_pdf (fixture->school, "2026-0002", &error);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "%PDF-1.7 invented", 17);
  begin (fixture);
  g_assert_cmpint (sceau_certificate_table_next_rank (fixture->school, "2026-0002", SCEAU_REGISTER_DUPLICATE, &error), ==, 1);
  g_assert_true (sceau_certificate_table_add_act (fixture->school, &duplicate, copy, &error));
  g_assert_true (sceau_certificate_table_add_act (fixture->school, &revocation, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sceau_school_commit (fixture->school, &error));
  certificate = sceau_certificate_table_find (fixture->school, "2026-0002", &error);
  g_assert_cmpint (certificate->state, ==, SCEAU_CERTIFICATE_REVOKED);
  g_assert_cmpstr (certificate->revocation_reason, ==, "Fraude");
  g_assert_cmpint (certificate->ended, ==, sceau_date_new (2027, 1, 5));
  g_assert_cmpint (certificate->duplicates, ==, 1);
  acts = sceau_certificate_table_list_acts (fixture->school, "2026-0002", &error);
  g_assert_cmpuint (acts->len, ==, 2);
  g_assert_cmpint (((SceauRegisterAct *) g_ptr_array_index (acts, 1))->kind, ==, SCEAU_REGISTER_REVOKED);
  g_assert_false (sceau_certificate_table_add_act (fixture->school, &revocation, NULL, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_SEALED);
  g_clear_error (&error);
  list = sceau_certificate_table_list (fixture->school, &search, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (sceau_certificate_table_count (fixture->school, NULL, &error), ==, 3);
}

/* The situations that the SQL counts are those of core. */
static void
test_statistics (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (SCEAU_N_SITUATIONS);
  g_autoptr (GArray) years = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (GError) error = NULL;
  const SceauStatisticsCounts *counts;
  int neutralised = 0;
  int employed = 0;

  sceau_test_school_add_results (fixture);
  sceau_test_school_seal (fixture);
  for (SceauSituation situation = SCEAU_SITUATION_NO_ANSWER; situation < SCEAU_N_SITUATIONS; situation++)
    {
      SceauSurveyAnswer answer = { .enrolment_id = enrolment_at (fixture, situation), .horizon = 6, .situation = situation,
                                   .target_job = TRUE, .answered = sceau_date_new (2027, 4, 20) };

      g_assert_true (sceau_survey_table_save (fixture->school, &answer, &error));
      g_assert_true (sceau_survey_table_save (fixture->school, &answer, &error));
      g_assert_no_error (error);
      neutralised += sceau_situation_is_neutralised (situation);
      employed += sceau_situation_is_employment (situation);
    }
  years = sceau_survey_table_count (fixture->school, fixture->certification_code, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (years->len, ==, 1);
  counts = &g_array_index (years, SceauStatisticsCounts, 0);
  g_assert_cmpint (counts->year, ==, 2026);
  g_assert_cmpint (counts->certified, ==, SCEAU_N_SITUATIONS);
  g_assert_cmpint (counts->certified_vae, ==, 2);
  g_assert_cmpuint (counts->last_certified, ==, sceau_date_new (2026, 10, 15));
  g_assert_cmpint (counts->respondents[0], ==, SCEAU_N_SITUATIONS - 1);
  g_assert_cmpint (counts->neutralised[0], ==, neutralised);
  g_assert_cmpint (counts->employed[0], ==, employed);
  g_assert_cmpint (counts->target[0], ==, employed);
  g_assert_cmpint (counts->respondents[1], ==, 0);
  answers = sceau_survey_table_list (fixture->school, fixture->certification_code, 2026, 24, &error);
  g_assert_cmpuint (answers->len, ==, SCEAU_N_SITUATIONS);
  g_assert_cmpint (((SceauSurveyAnswer *) g_ptr_array_index (answers, 0))->situation, ==, SCEAU_SITUATION_NO_ANSWER);
  stored = sceau_survey_table_list_all (fixture->school, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stored->len, ==, SCEAU_N_SITUATIONS);
  for (guint i = 0; i < stored->len; i++)
    {
      const SceauSurveyAnswer *answer = g_ptr_array_index (stored, i);

      g_assert_cmpint (answer->enrolment_id, ==, enrolment_at (fixture, i));
      g_assert_cmpint (answer->horizon, ==, 6);
      g_assert_cmpint (answer->situation, ==, i);
      g_assert_cmpuint (answer->answered, ==, sceau_date_new (2027, 4, 20));
    }
}

/* A rectifying session takes back a block that the first gave; both seals stay whole. */
static void
test_rectification (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  static const SceauSessionState steps[] = { SCEAU_SESSION_CONVENED, SCEAU_SESSION_OPEN, SCEAU_SESSION_DELIBERATED };
  g_autoptr (SceauJurySession) session = sceau_jury_session_new ();
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (SceauDecision) in_force = NULL;
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *seal = NULL;
  gint64 first;

  sceau_test_school_add_results (fixture);
  first = sceau_test_school_seal (fixture);
  session->certification_code = g_strdup (fixture->certification_code);
  session->cohort_id = fixture->cohort_id;
  session->date = sceau_date_new (2026, 11, 20);
  session->rectifies = first;
  session->rectification_reason = g_strdup ("Erreur de saisie sur le bloc 2");
  begin (fixture);
  g_assert_true (sceau_jury_table_insert (fixture->school, session, &error));
  decision = sceau_decision_table_find (fixture->school, first, enrolment_at (fixture, 0), &error);
  decision->session_id = session->id;
  decision->outcome = SCEAU_OUTCOME_PARTIAL;
  decision->reason = g_strdup ("Erreur de saisie");
  g_ptr_array_remove_index (decision->acquired_blocks, 1);
  g_assert_true (sceau_decision_table_save (fixture->school, decision, &error));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_true (sceau_jury_table_advance (fixture->school, session->id, steps[i], &error));
  g_assert_true (sceau_acquired_block_table_annul (fixture->school, 2, session->id, "Erreur de saisie", &error));
  g_assert_no_error (error);
  seal = sceau_jury_table_seal (fixture->school, session->id, &error);
  g_assert_no_error (error);
  g_assert_true (sceau_school_commit (fixture->school, &error));
  left = sceau_acquired_block_table_list_by_learner (fixture->school, 1, NULL, &error);
  g_assert_cmpuint (left->len, ==, 1);
  in_force = sceau_decision_table_find_in_force (fixture->school, enrolment_at (fixture, 0), &error);
  g_assert_cmpint (in_force->outcome, ==, SCEAU_OUTCOME_PARTIAL);
  g_assert_true (sceau_school_check (fixture->school, faults, &error));
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/jury-tables/sealed-school-is-sound", test_sealed_school_is_sound);
  g_test_add_func ("/store/jury-tables/sealed-results", test_sealed_results);
  g_test_add_func ("/store/jury-tables/mark-changed-in-deliberation", test_mark_changed_in_deliberation);
  g_test_add_func ("/store/jury-tables/jury", test_jury);
  g_test_add_func ("/store/jury-tables/decision", test_decision);
  g_test_add_func ("/store/jury-tables/quota-snapshot", test_quota_snapshot);
  g_test_add_func ("/store/jury-tables/certificate", test_certificate);
  g_test_add_func ("/store/jury-tables/statistics", test_statistics);
  g_test_add_func ("/store/jury-tables/rectification", test_rectification);
  return g_test_run ();
}
