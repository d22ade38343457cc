/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A sealed decision that was wrong: mended by a session of its own, with the first one kept. */

#include <string.h>

#include "sceau-acquired-block-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrol-learners.h"
#include "sceau-enrolment-table.h"
#include "sceau-jury-fixture.h"
#include "sceau-notify-results.h"
#include "sceau-jury-table.h"
#include "sceau-school-check.h"

static gint64
rectify (SceauJuryFixture *fixture, gint64 id, const char *learner, SceauOutcome outcome, const char *blocks, GError **error)
{
  g_auto (GStrv) codes = blocks != NULL ? g_strsplit (blocks, " ", -1) : NULL;
  const SceauVerdict verdict = { learner, outcome, (const char *const *) codes, "Erreur de report.", -1, -1, -1 };

  return sceau_rectify_jury (fixture->school, id, &verdict, sceau_date_new (2026, 11, 21), fixture->base->faults, error);
}

static guint
count_blocks (SceauJuryFixture *fixture)
{
  g_autoptr (GPtrArray) blocks = sceau_acquired_block_table_list_by_cohort (fixture->school, fixture->cohort_id, NULL);

  return blocks->len;
}

static SceauOutcome
find_outcome (SceauJuryFixture *fixture, guint index)
{
  g_autoptr (SceauDecision) decision
      = sceau_decision_table_find_in_force (fixture->school, g_array_index (fixture->enrolments, gint64, index), NULL);

  return decision->outcome;
}

static void
assert_sound (SceauJuryFixture *fixture)
{
  g_autoptr (SceauFaults) findings = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_school_check (fixture->school, findings, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < sceau_faults_length (findings); i++)
    {
      g_autofree char *text = sceau_fault_to_string (sceau_faults_get (findings, i));

      g_error ("%s", text);
    }
}

#define THREE_BLOCKS "RNCP41445BC01 RNCP41445BC02 RNCP41445BC03"

static void
test_takes_back_a_block_given_by_error (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (SceauDecision) kept = NULL;
  g_autofree char *seal = NULL;
  g_autoptr (GError) error = NULL;
  gint64 second = rectify (fixture, first, "A001", SCEAU_OUTCOME_PARTIAL, THREE_BLOCKS, &error);

  g_assert_no_error (error);
  g_assert_cmpint (second, >, first);
  g_assert_cmpuint (count_blocks (fixture), ==, 4 + 3);
  g_assert_cmpint (find_outcome (fixture, 0), ==, SCEAU_OUTCOME_PARTIAL);
  g_assert_cmpint (find_outcome (fixture, 1), ==, SCEAU_OUTCOME_CERTIFIED);

  session = sceau_jury_table_find (fixture->school, second, NULL);
  seal = sceau_jury_table_compute_seal (fixture->school, second, NULL);
  g_assert_cmpint (session->state, ==, SCEAU_SESSION_SEALED);
  g_assert_cmpint (session->rectifies, ==, first);
  g_assert_cmpstr (session->rectification_reason, ==, "Erreur de report.");
  g_assert_cmpstr (session->seal, ==, seal);
  g_assert_cmpuint (session->members->len, ==, 5);

  kept = sceau_decision_table_find (fixture->school, first, g_array_index (fixture->enrolments, gint64, 0), NULL);
  g_assert_cmpint (kept->outcome, ==, SCEAU_OUTCOME_CERTIFIED);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "jury.rectify"), ==, 1);
  assert_sound (fixture);
}

/* S2 takes a block back, S3 gives it again, S4 takes everything back. */
static void
test_a_rectification_can_be_rectified (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autoptr (GError) error = NULL;
  gint64 second = rectify (fixture, first, "A001", SCEAU_OUTCOME_PARTIAL, THREE_BLOCKS, &error);
  gint64 third = rectify (fixture, second, "A001", SCEAU_OUTCOME_CERTIFIED, NULL, &error);
  gint64 fourth;

  g_assert_no_error (error);
  g_assert_cmpint (third, >, second);
  g_assert_cmpuint (count_blocks (fixture), ==, 4);
  g_assert_cmpint (find_outcome (fixture, 0), ==, SCEAU_OUTCOME_CERTIFIED);
  fourth = rectify (fixture, third, "A001", SCEAU_OUTCOME_FRAUD, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fourth, >, third);
  g_assert_cmpuint (count_blocks (fixture), ==, 0);
  assert_sound (fixture);
}

static void
test_the_later_session_is_named (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 second = rectify (fixture, first, "A001", SCEAU_OUTCOME_PARTIAL, THREE_BLOCKS, &error);

  words = g_strdup_printf ("Jury session %" G_GINT64_FORMAT " has decided on LEFÈVRE-AB Zoé since", second);
  g_assert_cmpint (rectify (fixture, first, "A001", SCEAU_OUTCOME_FAILED, NULL, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, words);
}

/* The block that an earlier session of its own gave is not this session's to take back. */
static void
test_an_earlier_session_keeps_its_blocks (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autoptr (GError) error = NULL;
  gint64 id, second;

  sceau_jury_fixture_fail_block (fixture, 0);
  sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_assert_cmpuint (count_blocks (fixture), ==, 3);
  second = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  g_assert_true (sceau_jury_fixture_decide (fixture, second, "A001", SCEAU_OUTCOME_CERTIFIED, NULL, "Compensé par la thèse.", &error));
  g_assert_true (sceau_accept_proposals (fixture->school, second, NULL, &error));
  g_assert_true (sceau_seal_jury (fixture->school, second, fixture->base->faults, NULL, NULL, &error));
  g_assert_cmpuint (count_blocks (fixture), ==, 4);

  id = rectify (fixture, second, "A001", SCEAU_OUTCOME_PARTIAL, "RNCP41445BC01", &error);
  g_assert_cmpint (id, ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "stays acquired");
  id = rectify (fixture, second, "A001", SCEAU_OUTCOME_PARTIAL, THREE_BLOCKS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_blocks (fixture), ==, 3);
  assert_sound (fixture);
}

/* The first learner once more, in another cohort, with the thesis and nothing else. */
static gint64
enrol_again (SceauJuryFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauEnrolment) first = sceau_enrolment_table_find (fixture->school, g_array_index (fixture->enrolments, gint64, 0), &error);
  g_autoptr (SceauEnrolment) second = sceau_enrolment_new ();
  gint64 cohort = sceau_open_cohort (fixture->school, SCEAU_FIXTURE_CODE, "2027", sceau_date_new (2026, 1, 5), sceau_date_new (2026, 12, 18),
                                     0, fixture->base->faults, &error);

  g_assert_no_error (error);
  second->learner_id = first->learner_id;
  second->cohort_id = cohort;
  second->certification_code = g_strdup (SCEAU_FIXTURE_CODE);
  second->route = first->route;
  second->entry = first->entry;
  second->company_start = first->company_start;
  second->company_end = first->company_end;
  g_assert_true (sceau_enrolment_table_insert (fixture->school, second, &error));
  g_assert_no_error (error);
  g_array_append_val (fixture->enrolments, second->id);
  sceau_jury_fixture_mark (fixture, fixture->enrolments->len - 1, "THESE", 1500);
  return cohort;
}

/* The jury of the other cohort decides on the learner and seals. */
static gint64
decide_in_other_cohort (SceauJuryFixture *fixture, SceauOutcome outcome)
{
  SceauFaults *faults = fixture->base->faults;
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_plan_jury (fixture->school, SCEAU_FIXTURE_CODE, "2027", sceau_date_new (2026, 11, 20), "Lille", faults, &error);

  g_assert_true (sceau_convene_jury (fixture->school, id, fixture->jurors, 5, fixture->jurors[0], faults, &error));
  g_assert_true (sceau_open_jury (fixture->school, id, fixture->jurors, 5, NULL, faults, &error));
  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  g_assert_true (sceau_jury_fixture_decide (fixture, id, "A001", outcome, NULL, "Après débat.", &error));
  g_assert_no_error (error);
  g_assert_true (sceau_accept_proposals (fixture->school, id, NULL, &error));
  g_assert_true (sceau_seal_jury (fixture->school, id, faults, NULL, NULL, &error));
  g_assert_no_error (error);
  sceau_workflow_fixture_forget_faults (fixture->base);
  return id;
}

/* What another cohort only counted as acquired can be taken back: the jury is told where it is named. */
static void
test_a_shared_block_is_taken_back_with_a_warning (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first;

  sceau_jury_fixture_fail_block (fixture, 0);
  first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  enrol_again (fixture);
  decide_in_other_cohort (fixture, SCEAU_OUTCOME_PARTIAL);
  g_assert_cmpint (rectify (fixture, first, "A001", SCEAU_OUTCOME_PARTIAL, "RNCP41445BC01 RNCP41445BC02", &error), >, 0);
  g_assert_no_error (error);
  said = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (said, "in the cohort “2027”, names this block as acquired too");
  sceau_assert_contains (said, "RNCP41445BC03");
  g_assert_cmpuint (count_blocks (fixture), ==, 2);
  assert_sound (fixture);
}

/* A certification that rests on the block comes first; with it rectified, the block can be taken back. */
static void
test_a_certification_on_a_shared_block_is_rectified_first (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first, second;

  sceau_jury_fixture_fail_block (fixture, 0);
  first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  enrol_again (fixture);
  second = decide_in_other_cohort (fixture, SCEAU_OUTCOME_CERTIFIED);
  words = g_strdup_printf ("(A001) cannot be taken back: jury session %" G_GINT64_FORMAT ", in the cohort “2027”, certified the learner with it. "
                           "Rectify that decision first.", second);
  /* The block that the other jury gave is not this one's to take. */
  g_assert_cmpint (rectify (fixture, first, "A001", SCEAU_OUTCOME_PARTIAL, "RNCP41445BC01 RNCP41445BC04", &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, words);
  g_assert_cmpint (rectify (fixture, second, "A001", SCEAU_OUTCOME_PARTIAL, THREE_BLOCKS, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (rectify (fixture, first, "A001", SCEAU_OUTCOME_PARTIAL, "RNCP41445BC01", &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (count_blocks (fixture), ==, 1);
  assert_sound (fixture);
}

/* A block that was taken back by a rectification can be won at a later session. */
static void
test_a_block_taken_back_can_be_won (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_cmpint (rectify (fixture, first, "A001", SCEAU_OUTCOME_PARTIAL, THREE_BLOCKS, &error), >, 0);
  id = sceau_plan_jury (fixture->school, SCEAU_FIXTURE_CODE, SCEAU_FIXTURE_COHORT, sceau_date_new (2026, 11, 22), "Lille",
                        fixture->base->faults, &error);
  g_assert_true (sceau_convene_jury (fixture->school, id, fixture->jurors, 5, fixture->jurors[0], fixture->base->faults, &error));
  g_assert_true (sceau_open_jury (fixture->school, id, fixture->jurors, 5, NULL, fixture->base->faults, &error));
  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  g_assert_true (sceau_accept_proposals (fixture->school, id, NULL, &error));
  g_assert_true (sceau_seal_jury (fixture->school, id, fixture->base->faults, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_blocks (fixture), ==, 4);
  g_assert_cmpint (find_outcome (fixture, 0), ==, SCEAU_OUTCOME_CERTIFIED);
  assert_sound (fixture);
}

static void
test_what_is_refused_leaves_the_file (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  const SceauVerdict silent = { "A001", SCEAU_OUTCOME_FAILED, NULL, "  ", -1, -1, -1 };
  const SceauVerdict early = { "A001", SCEAU_OUTCOME_FAILED, NULL, "Motif.", -1, -1, -1 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  sceau_jury_fixture_add (fixture, SCEAU_ROUTE_INITIAL, SCEAU_ADMISSION_NORMAL, NULL);
  before = sceau_workflow_fixture_digest (fixture->base);
  g_assert_cmpint (rectify (fixture, id, "A001", SCEAU_OUTCOME_CERTIFIED, NULL, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "nothing to rectify");
  g_assert_cmpint (rectify (fixture, id, "A002", SCEAU_OUTCOME_FAILED, NULL, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "did not decide on");
  g_assert_cmpint (sceau_rectify_jury (fixture->school, id, &silent, sceau_date_new (2026, 11, 21), fixture->base->faults, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "needs a reason");
  g_assert_cmpint (sceau_rectify_jury (fixture->school, id, &early, sceau_date_new (2026, 11, 19), fixture->base->faults, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "before the decision that it mends");
  g_assert_cmpint (sceau_rectify_jury (fixture->school, id, &early, SCEAU_NO_DATE, fixture->base->faults, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "date is missing");
  after = sceau_workflow_fixture_digest (fixture->base);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_parchemin_is_revoked_first (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GError) error = NULL;
  gint64 second;

  certificates = sceau_issue_certificates (
      fixture->school,
      &(SceauIssueOptions){ .session_id = id, .delivered = sceau_date_new (2026, 11, 21), .place = "Lille" },
      fixture->base->faults, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rectify (fixture, id, "A001", SCEAU_OUTCOME_FAILED, NULL, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "2026-0001 of LEFÈVRE-AB Zoé is issued: revoke it first");
  g_assert_true (sceau_revoke_certificate (fixture->school, "2026-0001", "Délivré par erreur.", &error));
  second = rectify (fixture, id, "A001", SCEAU_OUTCOME_PARTIAL, THREE_BLOCKS, &error);
  g_assert_no_error (error);

  /* Certified again after all: a new parchemin under a new number, and none by the sessions before. */
  id = rectify (fixture, second, "A001", SCEAU_OUTCOME_CERTIFIED, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&certificates, g_ptr_array_unref);
  certificates = sceau_issue_certificates (
      fixture->school,
      &(SceauIssueOptions){ .session_id = second, .delivered = sceau_date_new (2026, 11, 22), .place = "Lille" },
      fixture->base->faults, NULL, NULL, &error);
  g_assert_cmpuint (certificates->len, ==, 0);
  g_clear_pointer (&certificates, g_ptr_array_unref);
  certificates = sceau_issue_certificates (
      fixture->school,
      &(SceauIssueOptions){ .session_id = id, .delivered = sceau_date_new (2026, 11, 22), .place = "Lille" },
      fixture->base->faults, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (certificates->len, ==, 1);
  g_assert_cmpstr (((SceauCertificate *) g_ptr_array_index (certificates, 0))->number, ==, "2026-0002");
  assert_sound (fixture);
}

/* Nobody is told what is known to be wrong: the letter of the rectification is the one that is sent. */
static void
test_a_decision_replaced_before_it_was_told (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  gint64 first = g_array_index (fixture->enrolments, gint64, 0);
  gint64 second = g_array_index (fixture->enrolments, gint64, 1);
  gint64 mended = rectify (fixture, id, "A001", SCEAU_OUTCOME_FAILED, NULL, &error);
  g_autofree char *said = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GBytes) replaced = NULL;
  g_autoptr (GBytes) anew = NULL;

  g_assert_no_error (error);
  sceau_workflow_fixture_forget_faults (fixture->base);
  g_assert_true (sceau_notify_results (fixture->school, id, sceau_date_new (2026, 11, 22), fixture->base->faults, NULL, NULL, &error));
  g_assert_no_error (error);
  said = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (said, "no letter is sent for this decision");
  kept = sceau_render_result_letter (fixture->school, id, second, &error);
  g_assert_no_error (error);
  g_assert_nonnull (kept);
  replaced = sceau_render_result_letter (fixture->school, id, first, &error);
  g_assert_null (replaced);
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (sceau_notify_results (fixture->school, mended, sceau_date_new (2026, 11, 22), fixture->base->faults, NULL, NULL, &error));
  anew = sceau_render_result_letter (fixture->school, mended, first, &error);
  g_assert_no_error (error);
  g_assert_nonnull (anew);
  assert_sound (fixture);
}

/* The clock of the fixture stands on 22 November, when it was sealed; the jury sat before. */
static void
test_nobody_is_told_before_the_seal (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *said = NULL;

  g_assert_false (sceau_notify_results (fixture->school, id, sceau_date_new (2026, 11, 21), fixture->base->faults, NULL, NULL, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_clear_error (&error);
  said = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (said, "before they were sealed");
  g_assert_true (sceau_notify_results (fixture->school, id, sceau_date_new (2026, 11, 22), fixture->base->faults, NULL, NULL, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/rectify-jury/takes-back-a-block-given-by-error", test_takes_back_a_block_given_by_error);
  g_test_add_func ("/workflows/rectify-jury/a-rectification-can-be-rectified", test_a_rectification_can_be_rectified);
  g_test_add_func ("/workflows/rectify-jury/the-later-session-is-named", test_the_later_session_is_named);
  g_test_add_func ("/workflows/rectify-jury/an-earlier-session-keeps-its-blocks", test_an_earlier_session_keeps_its_blocks);
  g_test_add_func ("/workflows/rectify-jury/a-shared-block-is-taken-back-with-a-warning", test_a_shared_block_is_taken_back_with_a_warning);
  g_test_add_func ("/workflows/rectify-jury/a-certification-on-a-shared-block-is-rectified-first",
                   test_a_certification_on_a_shared_block_is_rectified_first);
  g_test_add_func ("/workflows/rectify-jury/a-block-taken-back-can-be-won", test_a_block_taken_back_can_be_won);
  g_test_add_func ("/workflows/rectify-jury/what-is-refused-leaves-the-file", test_what_is_refused_leaves_the_file);
  g_test_add_func ("/workflows/rectify-jury/a-parchemin-is-revoked-first", test_a_parchemin_is_revoked_first);
  g_test_add_func ("/workflows/rectify-jury/a-decision-replaced-before-it-was-told", test_a_decision_replaced_before_it_was_told);
  g_test_add_func ("/workflows/rectify-jury/nobody-is-told-before-the-seal", test_nobody_is_told_before_the_seal);
  return g_test_run ();
}
