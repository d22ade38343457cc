/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The seal: what it rests on, what it freezes, and that it is there whole or not at all. */

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "sceau-acquired-block-table.h"
#include "sceau-backup.h"
#include "sceau-decision-table.h"
#include "sceau-frozen-result-table.h"
#include "sceau-journal.h"
#include "sceau-jury-fixture.h"
#include "sceau-jury-table.h"
#include "sceau-quota-snapshot-table.h"
#include "sceau-record-results.h"
#include "sceau-school-check.h"

/* More kills than steps in a seal, so that some fall before, some after, and some between. */
#define KILLS 48

static const char *program;

static gboolean
seal (SceauJuryFixture *fixture, gint64 id, GError **error)
{
  return sceau_seal_jury (fixture->school, id, fixture->base->faults, NULL, NULL, error);
}

static void
test_freezes_what_it_rests_on (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (3);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  g_autoptr (SceauFaults) findings = sceau_faults_new ();
  g_autofree char *head = NULL;
  g_autofree char *seal_now = NULL;
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) quotas = NULL;
  g_autoptr (GError) error = NULL;

  head = sceau_journal_get_head (fixture->school, NULL);
  g_assert_true (seal (fixture, id, &error));
  g_assert_no_error (error);

  session = sceau_jury_table_find (fixture->school, id, NULL);
  seal_now = sceau_jury_table_compute_seal (fixture->school, id, NULL);
  g_assert_cmpint (session->state, ==, SCEAU_SESSION_SEALED);
  g_assert_cmpstr (session->seal, ==, seal_now);
  g_assert_cmpstr (session->journal_head, ==, head);
  g_assert_cmpstr (session->sealed_at, ==, "2026-11-22T12:00:00Z");

  blocks = sceau_acquired_block_table_list_by_session (fixture->school, id, NULL);
  g_assert_cmpuint (blocks->len, ==, 3 * 4);
  g_assert_cmpint (((SceauAcquiredBlock *) g_ptr_array_index (blocks, 0))->kind, ==, SCEAU_ACQUISITION_JURY);
  results = sceau_frozen_result_table_list (fixture->school, id, SCEAU_FREEZE_SEAL, NULL);
  g_assert_cmpuint (results->len, ==, 3 * 12);
  quotas = sceau_quota_snapshot_table_list (fixture->school, id, NULL);
  g_assert_cmpuint (quotas->len, ==, 3);
  g_assert_cmpint (((SceauQuotaSnapshot *) g_ptr_array_index (quotas, 0))->learners, ==, 3);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "jury.seal"), ==, 1);

  g_assert_true (sceau_school_check (fixture->school, findings, &error));
  g_assert_cmpuint (sceau_faults_length (findings), ==, 0);
}

static SceauAcquiredBlock *
find_block (SceauJuryFixture *fixture, guint index, const char *code)
{
  g_autoptr (GPtrArray) blocks = sceau_acquired_block_table_list_by_cohort (fixture->school, fixture->cohort_id, NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const SceauAcquiredBlock *block = g_ptr_array_index (blocks, i);

      /* Learners were enrolled in order, each once. */
      if (block->learner_id == (gint64) index + 1 && g_str_equal (block->block_code, code))
        return g_ptr_array_steal_index (blocks, i);
    }
  return NULL;
}

static void
test_a_vae_jury_gives_blocks_by_vae (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (0);
  g_autoptr (SceauAcquiredBlock) block = NULL;

  sceau_jury_fixture_add (fixture, SCEAU_ROUTE_VAE, SCEAU_ADMISSION_NORMAL, NULL);
  sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  block = find_block (fixture, 0, "RNCP41445BC01");
  g_assert_cmpint (block->kind, ==, SCEAU_ACQUISITION_VAE);
}

/* A block that came by dispense keeps its own proof. */
static void
test_keeps_blocks_acquired_before (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  const SceauAcquiredBlock dispense = { .learner_id = 1,
                                        .certification_code = (char *) SCEAU_FIXTURE_CODE,
                                        .block_code = (char *) "RNCP41445BC02",
                                        .kind = SCEAU_ACQUISITION_DISPENSE,
                                        .date = sceau_date_new (2026, 2, 2),
                                        .proof = (char *) "Décision 2026-12" };
  g_autoptr (SceauAcquiredBlock) block = NULL;
  g_autoptr (GPtrArray) given = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (sceau_record_acquired_block (fixture->school, &dispense, fixture->base->faults, &error));
  id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  block = find_block (fixture, 0, "RNCP41445BC02");
  g_assert_cmpint (block->kind, ==, SCEAU_ACQUISITION_DISPENSE);
  g_assert_cmpstr (block->proof, ==, "Décision 2026-12");
  given = sceau_acquired_block_table_list_by_session (fixture->school, id, NULL);
  g_assert_cmpuint (given->len, ==, 3);
}

static void
test_results_that_changed_are_named (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (3);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *faults = NULL;
  g_autoptr (GError) error = NULL;

  sceau_jury_fixture_fail_block (fixture, 1);
  before = sceau_workflow_fixture_digest (fixture->base);
  g_assert_false (seal (fixture, id, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_clear_error (&error);
  g_assert_cmpuint (sceau_faults_count_errors (fixture->base->faults), ==, 1);
  faults = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (faults, "(A002): The results changed after the decision. Decide anew");
  after = sceau_workflow_fixture_digest (fixture->base);
  g_assert_cmpstr (before, ==, after);

  g_assert_true (sceau_jury_fixture_decide (fixture, id, "A002", SCEAU_OUTCOME_PARTIAL, NULL, "Note rectifiée.", &error));
  g_assert_true (seal (fixture, id, &error));
  g_assert_no_error (error);
}

/* A mark that changes no proposal is no obstacle: the minutes show it. */
static void
test_a_mark_changed_in_deliberation_is_shown (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  sceau_jury_fixture_mark (fixture, 0, "THESE", 1300);
  g_assert_true (sceau_jury_fixture_decide (fixture, id, "A001", SCEAU_OUTCOME_CERTIFIED, NULL, "Note rectifiée.", &error));
  g_assert_true (seal (fixture, id, &error));
  g_assert_no_error (error);
  changes = sceau_frozen_result_table_list_changes (fixture->school, id, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((SceauMarkChange *) g_ptr_array_index (changes, 0))->modality_code, ==, "THESE");
}

/* Who joins after the first proposals brings marks that nobody changed in deliberation. */
static void
test_a_late_candidate_changed_no_mark (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  sceau_jury_fixture_mark (fixture, 0, "THESE", 1300);
  sceau_jury_fixture_add (fixture, SCEAU_ROUTE_INITIAL, SCEAU_ADMISSION_NORMAL, NULL);
  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  changes = sceau_frozen_result_table_list_changes (fixture->school, id, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
}

static void
test_two_sessions_certify_nobody_twice (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  gint64 second = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  g_autoptr (GError) error = NULL;

  g_assert_true (seal (fixture, first, &error));
  g_assert_false (seal (fixture, second, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  sceau_assert_contains (error->message, "there is nothing left to seal");
  sceau_jury_fixture_assert_said (fixture, &error, "Another session has certified this candidate");
  g_assert_cmpint (sceau_jury_fixture_state (fixture, second), ==, SCEAU_SESSION_DELIBERATED);
}

static void
test_only_who_is_not_certified_comes_again (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (3);
  g_autoptr (GPtrArray) decisions = NULL;
  gint64 id;

  sceau_jury_fixture_fail_block (fixture, 2);
  sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  decisions = sceau_decision_table_list_by_session (fixture->school, id, NULL);
  g_assert_cmpuint (decisions->len, ==, 1);
  g_assert_cmpstr (((SceauDecision *) g_ptr_array_index (decisions, 0))->learner_number, ==, "A003");
}

static void
test_who_withdraws_before_the_seal_is_not_certified (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_workflow_fixture_withdraw (fixture->school, g_array_index (fixture->enrolments, gint64, 1), "Abandon", &error));
  g_assert_no_error (error);
  g_assert_false (sceau_seal_jury (fixture->school, id, fixture->base->faults, NULL, NULL, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "withdrawn since");
  g_assert_cmpint (sceau_jury_fixture_state (fixture, id), ==, SCEAU_SESSION_DELIBERATED);

  g_assert_true (sceau_jury_fixture_decide (fixture, id, "A002", SCEAU_OUTCOME_WITHDRAWN, NULL, "Abandon appris depuis.", &error));
  g_assert_no_error (error);
  g_assert_true (sceau_seal_jury (fixture->school, id, fixture->base->faults, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_sealed_marks_are_final (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  before = sceau_workflow_fixture_digest (fixture->base);
  g_ptr_array_add (results, sceau_result_new (1, "THESE", 1, (SceauMark) { SCEAU_MARK_VALUE, 1900 }));
  g_assert_false (sceau_record_results (fixture->school, results, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (sceau_workflow_fixture_withdraw (fixture->school, 1, "Abandon", &error));
  g_assert_nonnull (error);
  after = sceau_workflow_fixture_digest (fixture->base);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_cancelled_seal_leaves_nothing (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  g_autofree char *before = sceau_workflow_fixture_digest (fixture->base);
  g_autofree char *after = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (sceau_seal_jury (fixture->school, id, fixture->base->faults, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = sceau_workflow_fixture_digest (fixture->base);
  g_assert_cmpstr (before, ==, after);
}

/* Kills ---------------------------------------------------------------------------- */

/* What this program does when the test starts it once more: "--seal FILE ID". */
static int
seal_and_exit (const char *path, const char *id)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (SceauSchool) school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, NULL);

  return school != NULL && sceau_seal_jury (school, g_ascii_strtoll (id, NULL, 10), faults, NULL, NULL, NULL) ? 0 : 1;
}

/* The microseconds that a seal took before it was killed; @patience 0: it may end. */
static gint64
run_seal (const char *path, gint64 id, gint64 patience)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GSubprocess) child
      = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--seal", path, number, NULL);

  g_assert_no_error (error);
  if (patience > 0)
    {
      g_usleep ((gulong) patience);
      g_subprocess_force_exit (child);
    }
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  return g_get_monotonic_time () - start;
}

/* A session of two candidates and five members, in which the first is voted on before a pause that two do not come back from. */
static gint64
pause_after_a_vote (SceauJuryFixture *fixture)
{
  const SceauVerdict before = { "A001", SCEAU_OUTCOME_CERTIFIED, NULL, NULL, 3, 2, 0 };
  const SceauVerdict too_many = { "A002", SCEAU_OUTCOME_CERTIFIED, NULL, NULL, 3, 1, 0 };
  const SceauVerdict after = { "A002", SCEAU_OUTCOME_CERTIFIED, NULL, NULL, 2, 1, 0 };
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  SceauFaults *faults = fixture->base->faults;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_open_jury (fixture->school, id, fixture->jurors, 5, NULL, faults, &error));
  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  g_assert_true (sceau_decide (fixture->school, id, &before, faults, &error));
  g_assert_true (sceau_suspend_jury (fixture->school, id, "Déjeuner", faults, &error));
  /* The quorum is asked for anew. */
  g_assert_false (sceau_resume_jury (fixture->school, id, fixture->jurors, 3, NULL, faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "quorum");
  g_assert_true (sceau_resume_jury (fixture->school, id, fixture->jurors, 3, "Deux départs", fixture->base->faults, &error));
  /* Who left votes no more. */
  g_assert_false (sceau_decide (fixture->school, id, &too_many, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "Votes counted: 4; members present: 3.");
  g_assert_true (sceau_decide (fixture->school, id, &after, fixture->base->faults, &error));
  g_assert_true (sceau_accept_proposals (fixture->school, id, NULL, &error));
  g_assert_no_error (error);
  return id;
}

static void
test_a_vote_holds_by_those_who_were_there (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id = pause_after_a_vote (fixture);
  g_autoptr (SceauFaults) findings = sceau_faults_new ();
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (seal (fixture, id, &error));
  g_assert_no_error (error);
  decisions = sceau_decision_table_list_by_session (fixture->school, id, &error);
  g_assert_cmpuint (((SceauDecision *) g_ptr_array_index (decisions, 0))->sitting, ==, 1);
  g_assert_cmpuint (((SceauDecision *) g_ptr_array_index (decisions, 1))->sitting, ==, 2);
  g_assert_true (sceau_school_check (fixture->school, findings, &error));
  g_assert_cmpuint (sceau_faults_length (findings), ==, 0);
}

/* A new proposal leaves the decision, and the sitting that took it, as they were. */
static void
test_a_new_proposal_keeps_the_sitting (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  const SceauVerdict verdict = { "A001", SCEAU_OUTCOME_DEFERRED, NULL, "Pièce à fournir.", 5, 0, 0 };
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  SceauFaults *faults = fixture->base->faults;
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  g_assert_true (sceau_decide (fixture->school, id, &verdict, faults, &error));
  g_assert_true (sceau_suspend_jury (fixture->school, id, "Déjeuner", faults, &error));
  g_assert_true (sceau_resume_jury (fixture->school, id, fixture->jurors, 4, "Un départ", faults, &error));
  sceau_jury_fixture_mark (fixture, 0, "THESE", 1575);
  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  g_assert_true (sceau_accept_proposals (fixture->school, id, NULL, &error));
  g_assert_true (seal (fixture, id, &error));
  g_assert_no_error (error);
  decision = sceau_decision_table_find (fixture->school, id, g_array_index (fixture->enrolments, gint64, 0), &error);
  g_assert_cmpuint (decision->sitting, ==, 1);
  g_assert_cmpint (decision->votes_for, ==, 5);
}

/* Somebody who voted, left, and turns out to have a conflict: the vote was not free of it. */
static void
test_a_recusal_of_who_left_opens_the_vote_again (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  const SceauVerdict verdict = { "A001", SCEAU_OUTCOME_CERTIFIED, NULL, NULL, 5, 0, 0 };
  SceauRecusal recusal = { fixture->jurors[4], NULL, g_array_index (fixture->enrolments, gint64, 0), NULL, NULL, SCEAU_CONFLICT_FAMILY,
                           (char *) "Belle-sœur" };
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  SceauFaults *faults = fixture->base->faults;
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  g_assert_true (sceau_decide (fixture->school, id, &verdict, faults, &error));
  g_assert_true (sceau_suspend_jury (fixture->school, id, "Déjeuner", faults, &error));
  g_assert_true (sceau_resume_jury (fixture->school, id, fixture->jurors, 4, "Un départ", faults, &error));
  g_assert_true (sceau_recuse_member (fixture->school, id, &recusal, faults, &error));
  g_assert_no_error (error);
  decision = sceau_decision_table_find (fixture->school, id, g_array_index (fixture->enrolments, gint64, 0), &error);
  g_assert_false (decision->decided);
}

/* TRUE when it is sealed; either way the file is whole. */
static gboolean
look_at_copy (const char *path, gint64 id, guint n_learners)
{
  g_autoptr (SceauFaults) findings = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchool) school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) frozen = NULL;
  SceauJournalQuery query = { .search = "jury.seal" };
  gboolean sealed;

  g_assert_no_error (error);
  session = sceau_jury_table_find (school, id, &error);
  g_assert_no_error (error);
  sealed = session->state == SCEAU_SESSION_SEALED;
  g_assert_true (sealed || session->state == SCEAU_SESSION_DELIBERATED);
  blocks = sceau_acquired_block_table_list_by_session (school, id, NULL);
  g_assert_cmpuint (blocks->len, ==, sealed ? n_learners * 4 : 0);
  frozen = sceau_frozen_result_table_list (school, id, SCEAU_FREEZE_SEAL, NULL);
  g_assert_cmpuint (frozen->len, ==, sealed ? n_learners * 12 : 0);
  g_assert_cmpint (sceau_journal_count (school, &query, NULL), ==, sealed ? 1 : 0);
  g_assert_true (sceau_school_check (school, findings, &error));
  g_assert_cmpuint (sceau_faults_length (findings), ==, 0);
  return sealed;
}

static gboolean
kill_once (SceauJuryFixture *fixture, gint64 id, guint index, gint64 patience, gint64 *took)
{
  g_autofree char *path = g_strdup_printf ("%s/killed-%u.sceau", fixture->base->folder, index);
  g_autoptr (GError) error = NULL;

  sceau_backup_create (fixture->school, path, &error);
  g_assert_no_error (error);
  *took = run_seal (path, id, patience);
  return look_at_copy (path, id, fixture->enrolments->len);
}

static void
test_a_killed_seal_is_there_or_not (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (6);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  guint sealed = 0;
  gint64 whole, took;

  g_assert_true (kill_once (fixture, id, 0, 0, &whole));
  for (guint i = 1; i <= KILLS; i++)
    sealed += kill_once (fixture, id, i, whole * 3 * i / KILLS, &took);
  g_test_message ("%u of %u seals were done when they were killed", sealed, KILLS);
  /* The first falls at once; how many of the last find the seal done depends on the machine. */
  g_assert_cmpuint (sealed, <, KILLS);
}

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 4 && g_str_equal (argv[1], "--seal"))
    return seal_and_exit (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/seal-jury/freezes-what-it-rests-on", test_freezes_what_it_rests_on);
  g_test_add_func ("/workflows/seal-jury/a-vae-jury-gives-blocks-by-vae", test_a_vae_jury_gives_blocks_by_vae);
  g_test_add_func ("/workflows/seal-jury/keeps-blocks-acquired-before", test_keeps_blocks_acquired_before);
  g_test_add_func ("/workflows/seal-jury/results-that-changed-are-named", test_results_that_changed_are_named);
  g_test_add_func ("/workflows/seal-jury/a-mark-changed-in-deliberation-is-shown", test_a_mark_changed_in_deliberation_is_shown);
  g_test_add_func ("/workflows/seal-jury/a-late-candidate-changed-no-mark", test_a_late_candidate_changed_no_mark);
  g_test_add_func ("/workflows/seal-jury/two-sessions-certify-nobody-twice", test_two_sessions_certify_nobody_twice);
  g_test_add_func ("/workflows/seal-jury/only-who-is-not-certified-comes-again", test_only_who_is_not_certified_comes_again);
  g_test_add_func ("/workflows/seal-jury/who-withdraws-before-the-seal-is-not-certified",
                   test_who_withdraws_before_the_seal_is_not_certified);
  g_test_add_func ("/workflows/seal-jury/a-vote-holds-by-those-who-were-there", test_a_vote_holds_by_those_who_were_there);
  g_test_add_func ("/workflows/seal-jury/a-new-proposal-keeps-the-sitting", test_a_new_proposal_keeps_the_sitting);
  g_test_add_func ("/workflows/seal-jury/a-recusal-of-who-left-opens-the-vote-again", test_a_recusal_of_who_left_opens_the_vote_again);
  g_test_add_func ("/workflows/seal-jury/sealed-marks-are-final", test_sealed_marks_are_final);
  g_test_add_func ("/workflows/seal-jury/a-cancelled-seal-leaves-nothing", test_a_cancelled_seal_leaves_nothing);
  g_test_add_func ("/workflows/seal-jury/a-killed-seal-is-there-or-not", test_a_killed_seal_is_there_or_not);
  return g_test_run ();
}
