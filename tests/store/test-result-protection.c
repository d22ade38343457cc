/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The rules that the file keeps by itself: what a mark was, submitted sheets, outdated proposals, departures and seals. */

#include "sceau-acquired-block-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-journal.h"
#include "sceau-jury-table.h"
#include "sceau-mark-sheet-table.h"
#include "sceau-plan-table.h"
#include "sceau-result-table.h"
#include "sceau-school-check.h"
#include "sceau-test-school.h"

static gint64
enrolment_at (SceauTestSchool *fixture, guint index)
{
  return g_array_index (fixture->enrolments, gint64, index);
}

static const SceauMark blank = { SCEAU_MARK_BLANK, 0 };

/* One mark with its entry of the journal, as a workflow writes them; blank takes it away.  FALSE when it is refused. */
static gboolean
record (SceauTestSchool *fixture, guint index, SceauMark mark, const char *comment, GError **error)
{
  g_autoptr (SceauResult) result = sceau_result_new (enrolment_at (fixture, index), "BC01-EC1", 1, mark);
  gboolean done;

  result->comment = g_strdup (comment);
  g_assert_true (sceau_school_begin (fixture->school, NULL));
  done = mark.kind == SCEAU_MARK_BLANK
           ? sceau_result_table_delete (fixture->school, result->enrolment_id, "BC01-EC1", 1, error)
           : sceau_result_table_save (fixture->school, result, error);
  if (!done)
    {
      sceau_school_rollback (fixture->school);
      return FALSE;
    }
  g_assert_true (sceau_journal_append (fixture->school, "result.record", "BC01-EC1", NULL, NULL, NULL));
  return sceau_school_commit (fixture->school, error);
}

static void
give (SceauTestSchool *fixture, guint index, gint32 value)
{
  g_autoptr (GError) error = NULL;

  record (fixture, index, (SceauMark){ SCEAU_MARK_VALUE, value }, NULL, &error);
  g_assert_no_error (error);
}

/* A mark handed in, changed, taken away and given again: every value with the entry, the time and the person. */
static void
test_versions (void)
{
  static const struct { SceauMarkKind kind; gint32 value; int entry; } expected[] = {
    { SCEAU_MARK_VALUE, 800, 2 }, { SCEAU_MARK_VALUE, 900, 3 }, { SCEAU_MARK_VALUE, 900, 5 }, { SCEAU_MARK_BLANK, 0, 6 },
    { SCEAU_MARK_ABSENT, 0, 7 },
  };
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  give (fixture, 0, 800);
  give (fixture, 0, 900);
  give (fixture, 0, 900); /* nothing new: no version */
  record (fixture, 0, (SceauMark){ SCEAU_MARK_VALUE, 900 }, "Relu", &error);
  record (fixture, 0, blank, NULL, &error);
  record (fixture, 0, (SceauMark){ SCEAU_MARK_ABSENT, 0 }, NULL, &error);
  g_assert_no_error (error);
  versions = sceau_result_table_list_versions (fixture->school, enrolment_at (fixture, 0), "BC01-EC1", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < versions->len; i++)
    {
      const SceauResultVersion *version = g_ptr_array_index (versions, i);

      g_assert_cmpint (version->result->mark.kind, ==, expected[i].kind);
      g_assert_cmpint (version->result->mark.value, ==, expected[i].value);
      g_assert_cmpint (version->entry, ==, expected[i].entry);
      g_assert_cmpstr (version->who, ==, "secrétaire");
      g_assert_cmpstr (version->at, ==, "2026-11-22T10:00:00Z");
    }
  g_assert_cmpstr (((SceauResultVersion *) g_ptr_array_index (versions, 2))->result->comment, ==, "Relu");
  g_clear_pointer (&versions, g_ptr_array_unref);
  versions = sceau_result_table_list_versions (fixture->school, enrolment_at (fixture, 0), "BC01-MSP", 1, &error);
  g_assert_cmpuint (versions->len, ==, 0);
  g_assert_true (sceau_school_check (fixture->school, faults, &error));
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
}

/* A mark that was taken away and never came back ends with a blank. */
static void
test_taken_away (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  const SceauResultVersion *last;

  give (fixture, 0, 0);
  record (fixture, 0, blank, NULL, &error);
  versions = sceau_result_table_list_versions (fixture->school, enrolment_at (fixture, 0), "BC01-EC1", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 2);
  last = g_ptr_array_index (versions, 1);
  g_assert_cmpint (last->result->mark.kind, ==, SCEAU_MARK_BLANK);
  g_assert_cmpint (last->entry, ==, 3);
}

static void
submit (SceauTestSchool *fixture)
{
  g_autoptr (SceauMarkSheet) sheet = sceau_mark_sheet_new ();
  g_autoptr (GError) error = NULL;

  sheet->cohort_id = fixture->cohort_id;
  sheet->modality_code = g_strdup ("BC01-EC1");
  sheet->attempt = 1;
  sceau_mark_sheet_table_submit (fixture->school, sheet, &error);
  g_assert_no_error (error);
}

static void
test_submitted (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  g_autoptr (GError) error = NULL;

  give (fixture, 0, 800);
  submit (fixture);
  g_assert_false (record (fixture, 0, (SceauMark){ SCEAU_MARK_VALUE, 900 }, NULL, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (record (fixture, 0, blank, NULL, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (record (fixture, 1, (SceauMark){ SCEAU_MARK_VALUE, 900 }, NULL, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (sceau_mark_sheet_table_reopen (fixture->school, fixture->cohort_id, "BC01-EC1", 1, &error));
  give (fixture, 0, 900);
}

/* The jury changes submitted marks of its candidates, and only of them; then the seal closes them and the sheet. */
static void
test_deliberation (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (GError) error = NULL;
  gint64 session_id;

  sceau_test_school_add_results (fixture);
  submit (fixture);
  session_id = sceau_test_school_deliberate (fixture);
  give (fixture, 0, 1000);
  decision = sceau_decision_table_find (fixture->school, session_id, enrolment_at (fixture, 0), &error);
  g_assert_true (decision->outdated);
  g_assert_true (sceau_mark_sheet_table_reopen (fixture->school, fixture->cohort_id, "BC01-EC1", 1, &error));
  sceau_test_school_add_late_learner (fixture);
  submit (fixture);
  g_assert_false (record (fixture, 2, (SceauMark){ SCEAU_MARK_VALUE, 900 }, NULL, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_free (sceau_jury_table_seal (fixture->school, session_id, &error));
  g_assert_no_error (error);
  g_assert_false (record (fixture, 0, (SceauMark){ SCEAU_MARK_VALUE, 900 }, NULL, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_SEALED);
  g_clear_error (&error);
  g_assert_false (sceau_mark_sheet_table_reopen (fixture->school, fixture->cohort_id, "BC01-EC1", 1, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_SEALED);
}

/* Outdated proposals ----------------------------------------------------------------- */

typedef void (*Change) (SceauTestSchool *fixture);

static void
change_mark (SceauTestSchool *fixture)
{
  give (fixture, 0, 1);
}

static void
remove_mark (SceauTestSchool *fixture)
{
  record (fixture, 0, blank, NULL, NULL);
}

static void
comment_mark (SceauTestSchool *fixture)
{
  record (fixture, 0, (SceauMark){ SCEAU_MARK_VALUE, 1200 }, "Relu", NULL);
}

static void
add_block (SceauTestSchool *fixture)
{
  g_autoptr (SceauAcquiredBlock) block = sceau_acquired_block_new ();

  block->learner_id = 1;
  block->certification_code = g_strdup (fixture->certification_code);
  block->block_code = g_strdup ("RNCP99901BC01");
  block->kind = SCEAU_ACQUISITION_DISPENSE;
  block->date = sceau_date_new (2025, 9, 1);
  block->proof = g_strdup ("Dispense inventée");
  sceau_acquired_block_table_insert (fixture->school, block, NULL);
}

static void
with_enrolment (SceauTestSchool *fixture, void (*edit) (SceauEnrolment *))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_table_find (fixture->school, enrolment_at (fixture, 0), &error);

  edit (enrolment);
  sceau_enrolment_table_update (fixture->school, enrolment, &error);
  g_assert_no_error (error);
}

static void
edit_route (SceauEnrolment *enrolment)
{
  enrolment->route = SCEAU_ROUTE_CONTINUING;
}

static void
edit_admission (SceauEnrolment *enrolment)
{
  enrolment->admission = SCEAU_ADMISSION_DEROGATION_A;
}

static void
edit_company (SceauEnrolment *enrolment)
{
  enrolment->company_start = sceau_date_new (2026, 3, 1);
}

static void
edit_departure (SceauEnrolment *enrolment)
{
  enrolment->state = SCEAU_ENROLMENT_INTERRUPTED;
}

static void
edit_blocks (SceauEnrolment *enrolment)
{
  g_ptr_array_add (enrolment->targeted_blocks, g_strdup ("RNCP99901BC01"));
}

static void
edit_tutor (SceauEnrolment *enrolment)
{
  g_free (enrolment->tutor);
  enrolment->tutor = g_strdup ("Karim INVENTÉ");
}

static void change_route (SceauTestSchool *fixture) { with_enrolment (fixture, edit_route); }
static void change_admission (SceauTestSchool *fixture) { with_enrolment (fixture, edit_admission); }
static void change_company (SceauTestSchool *fixture) { with_enrolment (fixture, edit_company); }
static void change_state (SceauTestSchool *fixture) { with_enrolment (fixture, edit_departure); }
static void change_blocks (SceauTestSchool *fixture) { with_enrolment (fixture, edit_blocks); }
static void change_tutor (SceauTestSchool *fixture) { with_enrolment (fixture, edit_tutor); }

static void
change_plan (SceauTestSchool *fixture)
{
  g_autoptr (SceauPlan) plan = sceau_plan_table_find (fixture->school, fixture->certification_code, NULL);

  ((SceauModality *) g_ptr_array_index (plan->modalities, 0))->pass_mark = 1100;
  g_assert_true (sceau_plan_table_save (fixture->school, plan, NULL));
}

static const struct
{
  const char *name;
  Change change;
  gboolean outdates;
} changes[] = {
  { "mark", change_mark, TRUE },
  { "mark-removed", remove_mark, TRUE },
  { "comment", comment_mark, FALSE },
  { "acquired-block", add_block, TRUE },
  { "route", change_route, TRUE },
  { "admission", change_admission, TRUE },
  { "company-period", change_company, TRUE },
  { "departure", change_state, TRUE },
  { "targeted-blocks", change_blocks, TRUE },
  { "tutor", change_tutor, FALSE },
  { "plan", change_plan, TRUE },
};

static void
test_change (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  g_autoptr (SceauDecision) first = NULL;
  g_autoptr (SceauDecision) second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 session_id;

  sceau_test_school_add_results (fixture);
  session_id = sceau_test_school_deliberate (fixture);
  changes[i].change (fixture);
  first = sceau_decision_table_find (fixture->school, session_id, enrolment_at (fixture, 0), &error);
  second = sceau_decision_table_find (fixture->school, session_id, enrolment_at (fixture, 1), &error);
  g_assert_no_error (error);
  g_assert_cmpint (first->outdated, ==, changes[i].outdates);
  g_assert_cmpint (second->outdated, ==, g_str_equal (changes[i].name, "plan"));
  /* Made anew, it is up to date. */
  first->outdated = FALSE;
  g_assert_true (sceau_decision_table_save (fixture->school, first, &error));
  g_clear_pointer (&first, sceau_decision_free);
  first = sceau_decision_table_find (fixture->school, session_id, enrolment_at (fixture, 0), &error);
  g_assert_false (first->outdated);
}

/* The blocks that a seal records do not outdate what it is about to seal. */
static void
test_sealed_is_not_outdated (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (GError) error = NULL;
  gint64 session_id;

  sceau_test_school_add_results (fixture);
  session_id = sceau_test_school_seal (fixture);
  decision = sceau_decision_table_find (fixture->school, session_id, enrolment_at (fixture, 0), &error);
  g_assert_no_error (error);
  g_assert_false (decision->outdated);
}

/* Under a seal ------------------------------------------------------------------------ */

/* Session of 15 October 2026 on the one learner, sealed with this outcome. */
static gint64
seal_as (SceauTestSchool *fixture, SceauOutcome outcome, SceauDate date)
{
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (GError) error = NULL;
  gint64 session_id = sceau_test_school_deliberate (fixture);

  session = sceau_jury_table_find (fixture->school, session_id, &error);
  session->date = date;
  sceau_jury_table_update (fixture->school, session, &error);
  g_assert_no_error (error);
  decision = sceau_decision_table_find (fixture->school, session_id, enrolment_at (fixture, 0), &error);
  decision->proposal = outcome;
  decision->outcome = outcome;
  g_ptr_array_set_size (decision->acquired_blocks, 0);
  sceau_decision_table_save (fixture->school, decision, &error);
  g_free (sceau_jury_table_seal (fixture->school, session_id, &error));
  g_assert_no_error (error);
  return session_id;
}

static gboolean
leave (SceauTestSchool *fixture, SceauEnrolmentState state, SceauDate since, GError **error)
{
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_table_find (fixture->school, enrolment_at (fixture, 0), error);

  enrolment->state = state;
  enrolment->state_since = since;
  enrolment->hearing = state == SCEAU_ENROLMENT_EXCLUDED ? since : SCEAU_NO_DATE;
  return sceau_enrolment_table_update (fixture->school, enrolment, error);
}

/* From how somebody stood at the seal with this outcome, to how they would stand after it. */
static const struct
{
  const char *name;
  SceauEnrolmentState before;
  SceauOutcome outcome;
  SceauEnrolmentState after;
  gboolean same_day; /* the departure keeps its day */
  gboolean allowed;
} departures[] = {
  { "leaves-with-blocks", SCEAU_ENROLMENT_ACTIVE, SCEAU_OUTCOME_PARTIAL, SCEAU_ENROLMENT_WITHDRAWN, FALSE, TRUE },
  { "leaves-after-failure", SCEAU_ENROLMENT_ACTIVE, SCEAU_OUTCOME_FAILED, SCEAU_ENROLMENT_INTERRUPTED, FALSE, TRUE },
  { "excluded-after-fraud", SCEAU_ENROLMENT_ACTIVE, SCEAU_OUTCOME_FRAUD, SCEAU_ENROLMENT_EXCLUDED, FALSE, TRUE },
  { "leaves-certified", SCEAU_ENROLMENT_ACTIVE, SCEAU_OUTCOME_CERTIFIED, SCEAU_ENROLMENT_WITHDRAWN, FALSE, FALSE },
  { "returns-after-withdrawal", SCEAU_ENROLMENT_WITHDRAWN, SCEAU_OUTCOME_WITHDRAWN, SCEAU_ENROLMENT_ACTIVE, FALSE, FALSE },
  { "withdrawal-redated", SCEAU_ENROLMENT_WITHDRAWN, SCEAU_OUTCOME_WITHDRAWN, SCEAU_ENROLMENT_WITHDRAWN, FALSE, FALSE },
  { "withdrawal-the-same", SCEAU_ENROLMENT_WITHDRAWN, SCEAU_OUTCOME_WITHDRAWN, SCEAU_ENROLMENT_WITHDRAWN, TRUE, TRUE },
  { "withdrawal-becomes-exclusion", SCEAU_ENROLMENT_WITHDRAWN, SCEAU_OUTCOME_WITHDRAWN, SCEAU_ENROLMENT_EXCLUDED, FALSE, FALSE },
  { "returns-after-exclusion", SCEAU_ENROLMENT_EXCLUDED, SCEAU_OUTCOME_FRAUD, SCEAU_ENROLMENT_ACTIVE, FALSE, FALSE },
  { "returns-after-interruption", SCEAU_ENROLMENT_INTERRUPTED, SCEAU_OUTCOME_DEFERRED, SCEAU_ENROLMENT_ACTIVE, FALSE, TRUE },
  { "leaves-after-interruption", SCEAU_ENROLMENT_INTERRUPTED, SCEAU_OUTCOME_DEFERRED, SCEAU_ENROLMENT_WITHDRAWN, FALSE, TRUE },
  { "interruption-redated", SCEAU_ENROLMENT_INTERRUPTED, SCEAU_OUTCOME_DEFERRED, SCEAU_ENROLMENT_INTERRUPTED, FALSE, FALSE },
};

static void
test_departure (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  SceauDate before = sceau_date_new (2026, 3, 1);
  SceauDate after = departures[i].same_day ? before : sceau_date_new (2026, 11, 2);
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (GError) error = NULL;

  g_assert_true (leave (fixture, departures[i].before, before, &error));
  seal_as (fixture, departures[i].outcome, sceau_date_new (2026, 10, 15));
  g_assert_cmpint (leave (fixture, departures[i].after, after, &error), ==, departures[i].allowed);
  if (departures[i].allowed)
    g_assert_no_error (error);
  else
    g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_SEALED);
}

/* A departure of after the session may be corrected: no decision rests on it. */
static void
test_later_departure (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (GError) error = NULL;

  seal_as (fixture, SCEAU_OUTCOME_DEFERRED, sceau_date_new (2026, 10, 15));
  g_assert_true (leave (fixture, SCEAU_ENROLMENT_WITHDRAWN, sceau_date_new (2026, 11, 2), &error));
  g_assert_true (leave (fixture, SCEAU_ENROLMENT_WITHDRAWN, sceau_date_new (2026, 11, 3), &error));
  g_assert_true (leave (fixture, SCEAU_ENROLMENT_ACTIVE, SCEAU_NO_DATE, &error));
  g_assert_no_error (error);
}

/* The period in the company grows after a partial result, and stays once the certification is obtained. */
static void
test_company_period (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autoptr (GError) error = NULL;

  seal_as (fixture, SCEAU_OUTCOME_PARTIAL, sceau_date_new (2026, 10, 15));
  with_enrolment (fixture, edit_company);
  seal_as (fixture, SCEAU_OUTCOME_CERTIFIED, sceau_date_new (2026, 11, 15));
  enrolment = sceau_enrolment_table_find (fixture->school, enrolment_at (fixture, 0), &error);
  g_free (enrolment->company);
  enrolment->company = g_strdup ("Entreprise inventée");
  g_assert_true (sceau_enrolment_table_update (fixture->school, enrolment, &error));
  enrolment->company_end = sceau_date_new (2026, 9, 1);
  g_assert_false (sceau_enrolment_table_update (fixture->school, enrolment, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_SEALED);
}

/* A session of an earlier day is not sealed after a later one that decided on the same person. */
static void
test_order_of_seals (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *seal = NULL;
  gint64 earlier;
  gint64 later;

  sceau_test_school_add_results (fixture);
  earlier = sceau_test_school_deliberate (fixture);
  later = sceau_test_school_deliberate (fixture);
  g_free (sceau_jury_table_seal (fixture->school, later, &error));
  g_assert_no_error (error);
  /* The same day counts as well: the number decides then which decision is in force. */
  g_assert_null (sceau_jury_table_seal (fixture->school, earlier, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "2026-10-15"));
  g_clear_error (&error);
  session = sceau_jury_table_find (fixture->school, earlier, &error);
  session->date = sceau_date_new (2026, 10, 16);
  g_assert_true (sceau_jury_table_update (fixture->school, session, &error));
  seal = sceau_jury_table_seal (fixture->school, earlier, &error);
  g_assert_no_error (error);
  g_assert_nonnull (seal);
  g_assert_true (sceau_school_check (fixture->school, faults, &error));
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/result-protection/versions", test_versions);
  g_test_add_func ("/store/result-protection/taken-away", test_taken_away);
  g_test_add_func ("/store/result-protection/submitted", test_submitted);
  g_test_add_func ("/store/result-protection/deliberation", test_deliberation);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *name = g_strconcat ("/store/result-protection/outdates/", changes[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_change);
    }
  g_test_add_func ("/store/result-protection/sealed-is-not-outdated", test_sealed_is_not_outdated);
  for (guint i = 0; i < G_N_ELEMENTS (departures); i++)
    {
      g_autofree char *name = g_strconcat ("/store/result-protection/departure/", departures[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_departure);
    }
  g_test_add_func ("/store/result-protection/later-departure", test_later_departure);
  g_test_add_func ("/store/result-protection/company-period", test_company_period);
  g_test_add_func ("/store/result-protection/order-of-seals", test_order_of_seals);
  return g_test_run ();
}
