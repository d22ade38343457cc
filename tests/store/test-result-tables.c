/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What an assessment leaves in the file: the plan's grids, sheets, second entries, points, versions. */

#include "sceau-acquired-block-table.h"
#include "sceau-criterion-points-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-journal.h"
#include "sceau-jury-table.h"
#include "sceau-mark-sheet-table.h"
#include "sceau-plan-table.h"
#include "sceau-result-table.h"
#include "sceau-second-entry-table.h"
#include "sceau-test-school.h"

static gint64
enrolment_at (SceauTestSchool *fixture, guint index)
{
  return g_array_index (fixture->enrolments, gint64, index);
}

static SceauMark
mark_of (gint32 value)
{
  SceauMark mark = { SCEAU_MARK_VALUE, value };

  return mark;
}

/* Writes one mark as a workflow does: the entry of the journal comes after it, in the same transaction. */
static void
record (SceauTestSchool *fixture, gint64 enrolment_id, const char *modality_code, int attempt, SceauMark mark)
{
  g_autoptr (SceauResult) result = sceau_result_new (enrolment_id, modality_code, attempt, mark);
  g_autoptr (GError) error = NULL;

  sceau_school_begin (fixture->school, &error);
  if (mark.kind == SCEAU_MARK_BLANK)
    sceau_result_table_delete (fixture->school, enrolment_id, modality_code, attempt, &error);
  else
    sceau_result_table_save (fixture->school, result, &error);
  g_assert_no_error (error);
  sceau_journal_append (fixture->school, "result.record", modality_code, NULL, NULL, &error);
  sceau_school_commit (fixture->school, &error);
  g_assert_no_error (error);
}

/* The plan -------------------------------------------------------------------------- */

static void
add_criterion (SceauModality *modality, const char *code, gint32 points, int competence)
{
  SceauCriterion *criterion = sceau_criterion_new ();

  criterion->code = g_strdup (code);
  criterion->title = g_strdup_printf ("Critère %s", code);
  criterion->points = points;
  criterion->competence = competence;
  g_ptr_array_add (modality->criteria, criterion);
}

/* A plan whose first modality has a grid of three criteria. */
static SceauPlan *
save_grid (SceauTestSchool *fixture)
{
  g_autoptr (GError) error = NULL;
  SceauPlan *plan = sceau_plan_table_find (fixture->school, fixture->certification_code, &error);
  SceauModality *modality = g_ptr_array_index (plan->modalities, 0);

  add_criterion (modality, "C1", 800, 1);
  add_criterion (modality, "C2", 700, 2);
  add_criterion (modality, "C3", 500, 0);
  g_assert_true (sceau_plan_table_save (fixture->school, plan, &error));
  g_assert_no_error (error);
  return plan;
}

static void
test_plan (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (SceauPlan) plan = save_grid (fixture);
  g_autoptr (SceauPlan) found = NULL;
  g_autoptr (GError) error = NULL;
  SceauModality *modality = g_ptr_array_index (plan->modalities, 0);
  const SceauModality *other;
  const SceauCriterion *criterion;

  modality->double_entry = TRUE;
  modality->max_attempts = 2;
  modality->retake_delay = 30;
  modality->retake_cap = 0;
  plan->appeal_days = 60;
  g_assert_true (sceau_plan_table_save (fixture->school, plan, &error));
  found = sceau_plan_table_find (fixture->school, fixture->certification_code, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->appeal_days, ==, 60);
  modality = g_ptr_array_index (found->modalities, 0);
  g_assert_true (modality->double_entry);
  g_assert_cmpint (modality->max_attempts, ==, 2);
  g_assert_cmpint (modality->retake_delay, ==, 30);
  g_assert_cmpint (modality->retake_cap, ==, 0);
  g_assert_cmpuint (modality->criteria->len, ==, 3);
  criterion = g_ptr_array_index (modality->criteria, 1);
  g_assert_cmpstr (criterion->code, ==, "C2");
  g_assert_cmpstr (criterion->title, ==, "Critère C2");
  g_assert_cmpint (criterion->points, ==, 700);
  g_assert_cmpint (criterion->competence, ==, 2);
  other = g_ptr_array_index (found->modalities, 1);
  g_assert_cmpint (other->retake_cap, ==, -1);
  g_assert_cmpuint (other->criteria->len, ==, 0);
}

static SceauCriterionPoints *
make_points (const char *criterion, gint32 value)
{
  SceauCriterionPoints *points = sceau_criterion_points_new ();

  points->criterion = g_strdup (criterion);
  points->points = value;
  return points;
}

/* C3 and C1 of the first learner, given in another order than the plan's. */
static void
save_points (SceauTestSchool *fixture)
{
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_criterion_points_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (points, make_points ("C3", 450));
  g_ptr_array_add (points, make_points ("C1", 0));
  g_assert_true (sceau_criterion_points_table_save (fixture->school, enrolment_at (fixture, 0), "BC01-EC1", 1, points, &error));
  g_assert_no_error (error);
}

/* A plan is saved as a whole although points refer to it: criteria change places and texts, and only one in use refuses to go. */
static void
test_plan_under_points (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (SceauPlan) plan = save_grid (fixture);
  g_autoptr (SceauPlan) found = NULL;
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (GError) error = NULL;
  SceauModality *modality = g_ptr_array_index (plan->modalities, 0);
  SceauCriterion *first = g_ptr_array_steal_index (modality->criteria, 0);

  save_points (fixture);
  g_free (first->title);
  first->title = g_strdup ("Récrit");
  g_ptr_array_add (modality->criteria, first);
  g_ptr_array_remove_index (modality->criteria, 0);
  add_criterion (modality, "C4", 100, 0);
  g_assert_true (sceau_plan_table_save (fixture->school, plan, &error));
  g_assert_no_error (error);
  found = sceau_plan_table_find (fixture->school, fixture->certification_code, &error);
  modality = g_ptr_array_index (found->modalities, 0);
  g_assert_cmpuint (modality->criteria->len, ==, 3);
  g_assert_cmpstr (((SceauCriterion *) g_ptr_array_index (modality->criteria, 0))->code, ==, "C3");
  g_assert_cmpstr (((SceauCriterion *) g_ptr_array_index (modality->criteria, 1))->title, ==, "Récrit");
  g_assert_cmpstr (((SceauCriterion *) g_ptr_array_index (modality->criteria, 2))->code, ==, "C4");
  points = sceau_criterion_points_table_list (fixture->school, enrolment_at (fixture, 0), "BC01-EC1", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (points->len, ==, 2);
  g_assert_cmpstr (((SceauCriterionPoints *) g_ptr_array_index (points, 0))->criterion, ==, "C3");
  g_assert_cmpint (((SceauCriterionPoints *) g_ptr_array_index (points, 0))->points, ==, 450);

  g_ptr_array_remove_index (modality->criteria, 0);
  g_assert_false (sceau_plan_table_save (fixture->school, found, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_ptr_array_remove_index (found->modalities, 0);
  g_assert_false (sceau_plan_table_save (fixture->school, found, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
}

/* Two criteria of one code: neither overwrites the other. */
static void
test_criterion_twice (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (SceauPlan) plan = save_grid (fixture);
  g_autoptr (SceauPlan) found = NULL;
  g_autoptr (GError) error = NULL;

  add_criterion (g_ptr_array_index (plan->modalities, 0), "C1", 100, 0);
  g_assert_false (sceau_plan_table_save (fixture->school, plan, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  found = sceau_plan_table_find (fixture->school, fixture->certification_code, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((SceauModality *) g_ptr_array_index (found->modalities, 0))->criteria->len, ==, 3);
}

/* A modality that leaves the plan takes its unused criteria along, and a sheet or a second entry holds it back. */
static void
test_modality_leaves (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (SceauPlan) plan = save_grid (fixture);
  g_autoptr (SceauSecondEntry) entry = sceau_second_entry_new ();
  g_autoptr (GError) error = NULL;

  entry->enrolment_id = enrolment_at (fixture, 0);
  entry->modality_code = g_strdup ("BC01-EC1");
  entry->attempt = 1;
  entry->mark = mark_of (1100);
  g_assert_true (sceau_second_entry_table_save (fixture->school, entry, &error));
  g_ptr_array_remove_index (plan->modalities, 0);
  g_assert_false (sceau_plan_table_save (fixture->school, plan, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  entry->mark = SCEAU_MARK_NONE;
  g_assert_true (sceau_second_entry_table_save (fixture->school, entry, &error));
  g_assert_true (sceau_plan_table_save (fixture->school, plan, &error));
  g_assert_no_error (error);
}

/* Results --------------------------------------------------------------------------- */

static void
test_group_mark (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (SceauResult) result = sceau_result_new (enrolment_at (fixture, 0), "BC01-EC1", 1, mark_of (1300));
  g_autoptr (SceauResult) found = NULL;
  g_autoptr (GError) error = NULL;

  result->group_value = 1450;
  g_assert_true (sceau_result_table_save (fixture->school, result, &error));
  found = sceau_result_table_find (fixture->school, enrolment_at (fixture, 0), "BC01-EC1", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->mark.value, ==, 1300);
  g_assert_cmpint (found->group_value, ==, 1450);
  result->group_value = -1;
  g_assert_true (sceau_result_table_save (fixture->school, result, &error));
  g_clear_pointer (&found, sceau_result_free);
  found = sceau_result_table_find (fixture->school, enrolment_at (fixture, 0), "BC01-EC1", 1, &error);
  g_assert_cmpint (found->group_value, ==, -1);
}

static void
test_second_entries (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (3);
  g_autoptr (SceauSecondEntry) entry = sceau_second_entry_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const SceauSecondEntry *found;

  entry->modality_code = g_strdup ("BC01-EC1");
  entry->attempt = 1;
  for (guint i = 3; i-- > 0;)
    {
      entry->enrolment_id = enrolment_at (fixture, i);
      entry->mark = i == 1 ? (SceauMark){ SCEAU_MARK_ABSENT, 0 } : mark_of (1000 + (gint32) i);
      g_assert_true (sceau_second_entry_table_save (fixture->school, entry, &error));
    }
  entry->mark = mark_of (0);
  entry->who = g_strdup ("deuxième secrétaire");
  g_assert_true (sceau_second_entry_table_save (fixture->school, entry, &error));
  entry->enrolment_id = enrolment_at (fixture, 2);
  entry->mark = SCEAU_MARK_NONE;
  g_assert_true (sceau_second_entry_table_save (fixture->school, entry, &error));
  list = sceau_second_entry_table_list (fixture->school, fixture->cohort_id, "BC01-EC1", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  found = g_ptr_array_index (list, 0);
  g_assert_cmpint (found->enrolment_id, ==, enrolment_at (fixture, 0));
  g_assert_cmpint (found->mark.kind, ==, SCEAU_MARK_VALUE);
  g_assert_cmpint (found->mark.value, ==, 0);
  g_assert_cmpstr (found->who, ==, "deuxième secrétaire");
  found = g_ptr_array_index (list, 1);
  g_assert_cmpint (found->mark.kind, ==, SCEAU_MARK_ABSENT);
  g_assert_cmpstr (found->who, ==, "secrétaire");
  entry->enrolment_id = 4711;
  entry->mark = mark_of (1);
  g_assert_false (sceau_second_entry_table_save (fixture->school, entry, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
}

static void
test_points (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  g_autoptr (SceauPlan) plan = save_grid (fixture);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_criterion_points_free);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  save_points (fixture);
  save_points (fixture);
  list = sceau_criterion_points_table_list_by_cohort (fixture->school, fixture->cohort_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((SceauCriterionPoints *) g_ptr_array_index (list, 0))->criterion, ==, "C1");
  g_assert_cmpstr (((SceauCriterionPoints *) g_ptr_array_index (list, 0))->modality_code, ==, "BC01-EC1");
  g_clear_pointer (&list, g_ptr_array_unref);
  /* A criterion that the grid does not have: nothing changes. */
  g_ptr_array_add (unknown, make_points ("C1", 100));
  g_ptr_array_add (unknown, make_points ("C9", 100));
  g_assert_false (sceau_criterion_points_table_save (fixture->school, enrolment_at (fixture, 0), "BC01-EC1", 1, unknown, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  list = sceau_criterion_points_table_list (fixture->school, enrolment_at (fixture, 0), "BC01-EC1", 1, &error);
  g_assert_cmpint (((SceauCriterionPoints *) g_ptr_array_index (list, 0))->points, ==, 0);
  g_clear_pointer (&list, g_ptr_array_unref);
  g_assert_true (sceau_criterion_points_table_save (fixture->school, enrolment_at (fixture, 0), "BC01-EC1", 1, none, &error));
  list = sceau_criterion_points_table_list (fixture->school, enrolment_at (fixture, 0), "BC01-EC1", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_outdated (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (SceauDecision) found = NULL;
  g_autoptr (GError) error = NULL;
  gint64 session_id;

  sceau_test_school_add_results (fixture);
  session_id = sceau_test_school_deliberate (fixture);
  decision = sceau_decision_table_find (fixture->school, session_id, enrolment_at (fixture, 0), &error);
  g_assert_false (decision->outdated);
  decision->outdated = TRUE;
  g_assert_true (sceau_decision_table_save (fixture->school, decision, &error));
  found = sceau_decision_table_find (fixture->school, session_id, enrolment_at (fixture, 0), &error);
  g_assert_no_error (error);
  g_assert_true (found->outdated);
}

/* Sheets ---------------------------------------------------------------------------- */

static void
submit (SceauTestSchool *fixture, const char *modality_code, int attempt)
{
  g_autoptr (SceauMarkSheet) sheet = sceau_mark_sheet_new ();
  g_autoptr (GError) error = NULL;

  sheet->cohort_id = fixture->cohort_id;
  sheet->modality_code = g_strdup (modality_code);
  sheet->attempt = attempt;
  sheet->examiner = g_strdup ("Examinateur inventé");
  sheet->date = sceau_date_new (2026, 6, 1);
  g_assert_true (sceau_mark_sheet_table_submit (fixture->school, sheet, &error));
  g_assert_no_error (error);
}

static void
check_sheet (GPtrArray *list, guint index, const char *modality_code, int attempt, SceauSheetState state, int expected, int entered,
             int frozen)
{
  const SceauMarkSheet *sheet = g_ptr_array_index (list, index);

  g_assert_cmpstr (sheet->modality_code, ==, modality_code);
  g_assert_cmpint (sheet->attempt, ==, attempt);
  g_assert_cmpint (sheet->state, ==, state);
  g_assert_cmpint (sheet->expected, ==, expected);
  g_assert_cmpint (sheet->entered, ==, entered);
  g_assert_cmpint (sheet->frozen, ==, frozen);
}

static void
test_submission (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  g_autoptr (SceauMarkSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (sceau_mark_sheet_table_find (fixture->school, fixture->cohort_id, "BC01-EC1", 1, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  submit (fixture, "BC01-EC1", 1);
  sheet = sceau_mark_sheet_table_find (fixture->school, fixture->cohort_id, "BC01-EC1", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sheet->state, ==, SCEAU_SHEET_SUBMITTED);
  g_assert_cmpint (sheet->expected, ==, 2);
  g_assert_cmpint (sheet->entered, ==, 0);
  g_assert_cmpstr (sheet->examiner, ==, "Examinateur inventé");
  g_assert_cmpuint (sheet->date, ==, sceau_date_new (2026, 6, 1));
  g_assert_cmpstr (sheet->submitted_by, ==, "secrétaire");
  g_assert_cmpstr (sheet->submitted_at, ==, "2026-11-22T10:00:00Z");
  g_assert_false (sceau_mark_sheet_table_submit (fixture->school, sheet, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (sceau_mark_sheet_table_reopen (fixture->school, fixture->cohort_id, "BC01-EC1", 1, &error));
  g_assert_false (sceau_mark_sheet_table_reopen (fixture->school, fixture->cohort_id, "BC01-EC1", 1, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
}

/* Who is expected: those in training who target the block and do not have it already; at a retake those who were excused. */
static void
test_sheets (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (5);
  g_autoptr (SceauAcquiredBlock) block = sceau_acquired_block_new ();
  g_autoptr (SceauEnrolment) second = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  second = sceau_enrolment_table_find (fixture->school, enrolment_at (fixture, 1), &error);
  g_ptr_array_add (second->targeted_blocks, g_strdup ("RNCP99901BC02"));
  g_assert_true (sceau_enrolment_table_update (fixture->school, second, &error));
  block->learner_id = 3;
  block->certification_code = g_strdup (fixture->certification_code);
  block->block_code = g_strdup ("RNCP99901BC01");
  block->kind = SCEAU_ACQUISITION_DISPENSE;
  block->date = sceau_date_new (2025, 9, 1);
  block->proof = g_strdup ("Dispense inventée");
  g_assert_true (sceau_acquired_block_table_insert (fixture->school, block, &error));
  sceau_test_school_leave (fixture, 3, SCEAU_ENROLMENT_INTERRUPTED);
  g_assert_no_error (error);

  record (fixture, enrolment_at (fixture, 0), "BC01-EC1", 1, (SceauMark){ SCEAU_MARK_EXCUSED, 0 });
  record (fixture, enrolment_at (fixture, 4), "BC01-EC1", 1, mark_of (800));
  record (fixture, enrolment_at (fixture, 4), "BC01-EC1", 2, mark_of (1200));
  record (fixture, enrolment_at (fixture, 3), "BC01-MSP", 1, mark_of (1200));
  submit (fixture, "BC01-EC1", 1);
  list = sceau_mark_sheet_table_list (fixture->school, fixture->cohort_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 5);
  check_sheet (list, 0, "BC01-EC1", 1, SCEAU_SHEET_SUBMITTED, 2, 2, 0);
  check_sheet (list, 1, "BC01-EC1", 2, SCEAU_SHEET_DRAFT, 2, 1, 0);
  check_sheet (list, 2, "BC01-MSP", 1, SCEAU_SHEET_BLANK, 2, 0, 0);
  check_sheet (list, 3, "BC02-EC1", 1, SCEAU_SHEET_BLANK, 4, 0, 0);
  check_sheet (list, 4, "BC02-TP", 1, SCEAU_SHEET_BLANK, 4, 0, 0);
}

/* A seal freezes the sheets of those whom it decided on, and a late learner makes one a draft again. */
static void
test_frozen_sheets (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (3);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  sceau_test_school_add_results (fixture);
  sceau_test_school_seal (fixture);
  list = sceau_mark_sheet_table_list (fixture->school, fixture->cohort_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 4);
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpint (((SceauMarkSheet *) g_ptr_array_index (list, i))->state, ==, SCEAU_SHEET_FROZEN);
  check_sheet (list, 0, "BC01-EC1", 1, SCEAU_SHEET_FROZEN, 3, 3, 3);
  g_clear_pointer (&list, g_ptr_array_unref);
  sceau_test_school_add_late_learner (fixture);
  list = sceau_mark_sheet_table_list (fixture->school, fixture->cohort_id, &error);
  check_sheet (list, 0, "BC01-EC1", 1, SCEAU_SHEET_DRAFT, 4, 4, 3);
  check_sheet (list, 1, "BC01-MSP", 1, SCEAU_SHEET_DRAFT, 4, 3, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/result-tables/plan", test_plan);
  g_test_add_func ("/store/result-tables/plan-under-points", test_plan_under_points);
  g_test_add_func ("/store/result-tables/criterion-twice", test_criterion_twice);
  g_test_add_func ("/store/result-tables/modality-leaves", test_modality_leaves);
  g_test_add_func ("/store/result-tables/group-mark", test_group_mark);
  g_test_add_func ("/store/result-tables/second-entries", test_second_entries);
  g_test_add_func ("/store/result-tables/points", test_points);
  g_test_add_func ("/store/result-tables/outdated", test_outdated);
  g_test_add_func ("/store/result-tables/submission", test_submission);
  g_test_add_func ("/store/result-tables/sheets", test_sheets);
  g_test_add_func ("/store/result-tables/frozen-sheets", test_frozen_sheets);
  return g_test_run ();
}
