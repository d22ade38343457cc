/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Marks that were handed in, what they were before, and what lies around a seal, under somebody with another program. */

#include "hostile-sql.h"
#include "sceau-criterion-points-table.h"
#include "sceau-journal.h"
#include "sceau-mark-sheet-table.h"
#include "sceau-plan-table.h"
#include "sceau-quota-exception-table.h"
#include "sceau-result-table.h"
#include "sceau-second-entry-table.h"

/* Learners 1 to 3 are under the seal of session 1, with points, a second entry and an exception on enrolment 1; learner 4
 * is a candidate of session 2, deliberated; learner 5 has no decision: the sheet of BC01-EC1 holds a mark of theirs, and
 * their mark for BC01-MSP was changed once; learner 6 had a mark that was taken away. */
static const HostileStatement statements[] = {
  /* Submitted sheets */
  { "submitted-update", "UPDATE result SET value = 2000 WHERE enrolment_id = 5 AND modality_code = 'BC01-EC1'", HOSTILE_REFUSED },
  { "submitted-update-comment", "UPDATE result SET comment = 'x' WHERE enrolment_id = 5 AND modality_code = 'BC01-EC1'", HOSTILE_REFUSED },
  { "submitted-delete", "DELETE FROM result WHERE enrolment_id = 5 AND modality_code = 'BC01-EC1'", HOSTILE_REFUSED },
  { "submitted-insert", "INSERT INTO result (enrolment_id, modality_code, attempt, certification_code, kind, value) VALUES (6, 'BC01-EC1', 1, 'RNCP99901', 'value', 2000)", HOSTILE_REFUSED },
  { "submitted-replace", "REPLACE INTO result (enrolment_id, modality_code, attempt, certification_code, kind, value) VALUES (5, 'BC01-EC1', 1, 'RNCP99901', 'value', 2000)", HOSTILE_REFUSED },
  { "submitted-upsert", "INSERT INTO result (enrolment_id, modality_code, attempt, certification_code, kind, value) VALUES (5, 'BC01-EC1', 1, 'RNCP99901', 'value', 2000) ON CONFLICT DO UPDATE SET value = 2000", HOSTILE_REFUSED },
  { "submitted-move-away", "UPDATE result SET attempt = 2 WHERE enrolment_id = 5 AND modality_code = 'BC01-EC1'", HOSTILE_REFUSED },
  { "submitted-move-onto", "UPDATE OR REPLACE result SET modality_code = 'BC01-EC1' WHERE enrolment_id = 5 AND modality_code = 'BC01-MSP'", HOSTILE_REFUSED },
  { "submitted-other-cohort", "INSERT INTO cohort (certification_code, name) VALUES ('RNCP99901', 'x'); UPDATE enrolment SET cohort_id = 2 WHERE id = 5", HOSTILE_REFUSED },
  { "submitted-points", "INSERT INTO criterion_points VALUES (5, 'BC01-EC1', 1, 'C1', 'RNCP99901', 100)", HOSTILE_REFUSED },
  { "sheet-update", "UPDATE mark_sheet SET examiner = 'x'", HOSTILE_REFUSED },
  { "sheet-update-nothing", "UPDATE mark_sheet SET examiner = examiner", HOSTILE_REFUSED },
  { "sheet-delete-sealed", "DELETE FROM mark_sheet WHERE modality_code = 'BC01-EC1'", HOSTILE_REFUSED },
  { "sheet-replace", "REPLACE INTO mark_sheet SELECT cohort_id, modality_code, attempt, certification_code, 'x', date, submitted_by, submitted_at FROM mark_sheet", HOSTILE_REFUSED },
  { "sheet-move", "UPDATE mark_sheet SET attempt = 7", HOSTILE_REFUSED },
  /* The history of a mark */
  { "history-update", "UPDATE result_history SET value = 1", HOSTILE_REFUSED },
  { "history-delete", "DELETE FROM result_history", HOSTILE_REFUSED },
  { "history-replace", "REPLACE INTO result_history SELECT id, enrolment_id, modality_code, attempt, kind, 1, group_value, examiner, date, comment, journal_id, (SELECT count + 1 FROM journal_head), removed FROM result_history", HOSTILE_REFUSED },
  { "history-insert-past", "INSERT INTO result_history SELECT NULL, enrolment_id, modality_code, attempt, kind, 1, group_value, examiner, date, comment, journal_id, replaced_by, removed FROM result_history", HOSTILE_REFUSED },
  { "history-insert-now", "INSERT INTO result_history SELECT NULL, enrolment_id, modality_code, attempt, kind, 1, group_value, examiner, date, comment, journal_id, (SELECT count + 1 FROM journal_head), removed FROM result_history", HOSTILE_DETECTED },
  { "mark-silently", "UPDATE result SET value = 2000 WHERE enrolment_id = 5 AND modality_code = 'BC01-MSP'", HOSTILE_DETECTED },
  { "mark-silently-attributed", "UPDATE result SET value = 2000, journal_id = (SELECT count + 1 FROM journal_head) WHERE enrolment_id = 5 AND modality_code = 'BC01-MSP'", HOSTILE_DETECTED },
  { "mark-removed-silently", "DELETE FROM result WHERE enrolment_id = 5 AND modality_code = 'BC01-MSP'", HOSTILE_DETECTED },
  { "mark-replaced", "REPLACE INTO result (enrolment_id, modality_code, attempt, certification_code, kind, value) VALUES (5, 'BC01-MSP', 1, 'RNCP99901', 'value', 2000)", HOSTILE_REFUSED },
  { "history-behind-trigger", "@result_history_delete:DELETE FROM result_history; UPDATE result SET journal_id = 0, value = 2000 WHERE enrolment_id = 5 AND modality_code = 'BC01-MSP'", HOSTILE_DETECTED },
  /* What a frozen mark came from */
  { "points-sealed-update", "UPDATE criterion_points SET points = 800 WHERE enrolment_id = 1", HOSTILE_REFUSED },
  { "points-sealed-delete", "DELETE FROM criterion_points WHERE enrolment_id = 1", HOSTILE_REFUSED },
  { "points-sealed-insert", "INSERT INTO criterion_points VALUES (2, 'BC01-EC1', 1, 'C1', 'RNCP99901', 100)", HOSTILE_REFUSED },
  { "points-sealed-replace", "REPLACE INTO criterion_points SELECT enrolment_id, modality_code, attempt, criterion, certification_code, 1 FROM criterion_points", HOSTILE_REFUSED },
  { "points-move-onto", "UPDATE OR REPLACE criterion_points SET enrolment_id = 1 WHERE enrolment_id = 4", HOSTILE_REFUSED },
  { "points-too-many", "INSERT INTO criterion_points VALUES (4, 'BC01-EC1', 1, 'C2', 'RNCP99901', 9000)", HOSTILE_REFUSED },
  { "points-raised", "UPDATE criterion_points SET points = 9000 WHERE enrolment_id = 4", HOSTILE_REFUSED },
  { "second-entry-sealed-update", "UPDATE second_entry SET value = 1 WHERE enrolment_id = 1", HOSTILE_REFUSED },
  { "second-entry-sealed-delete", "DELETE FROM second_entry WHERE enrolment_id = 1", HOSTILE_REFUSED },
  { "second-entry-sealed-insert", "INSERT INTO second_entry VALUES (2, 'BC01-EC1', 1, 'RNCP99901', 'value', 1, 'x')", HOSTILE_REFUSED },
  { "second-entry-sealed-replace", "REPLACE INTO second_entry VALUES (1, 'BC01-EC1', 1, 'RNCP99901', 'absent', NULL, 'x')", HOSTILE_REFUSED },
  { "criterion-delete", "DELETE FROM criterion WHERE code = 'C1'", HOSTILE_REFUSED },
  { "criterion-code", "UPDATE criterion SET code = 'X' WHERE code = 'C1'", HOSTILE_REFUSED },
  { "criterion-lower", "UPDATE criterion SET points = 1 WHERE code = 'C1'", HOSTILE_REFUSED },
  { "criterion-onto", "UPDATE OR REPLACE criterion SET position = 0 WHERE code = 'C2'", HOSTILE_REFUSED },
  { "criterion-replace-place", "REPLACE INTO criterion VALUES ('RNCP99901', 'BC01-EC1', 0, 'C9', 'x', 100, 0)", HOSTILE_REFUSED },
  { "criterion-replace-code", "REPLACE INTO criterion VALUES ('RNCP99901', 'BC01-EC1', 9, 'C1', 'x', 100, 0)", HOSTILE_REFUSED },
  /* Exceptions to quotas */
  { "exception-update", "UPDATE quota_exception SET reason = 'x'", HOSTILE_REFUSED },
  { "exception-delete-sealed", "DELETE FROM quota_exception WHERE enrolment_id = 1", HOSTILE_REFUSED },
  { "exception-insert-sealed", "INSERT INTO quota_exception (enrolment_id, quota_code, date, reason, learners, places, used) VALUES (2, 'a', '2025-09-01', 'x', 1, 0, 0)", HOSTILE_REFUSED },
  { "exception-replace", "REPLACE INTO quota_exception SELECT id, 5, quota_code, date, 'x', learners, places, used FROM quota_exception", HOSTILE_REFUSED },
  { "exception-replace-key", "REPLACE INTO quota_exception SELECT NULL, enrolment_id, quota_code, date, 'x', learners, places, used FROM quota_exception", HOSTILE_REFUSED },
  { "exception-without-reason", "INSERT INTO quota_exception (enrolment_id, quota_code, date, reason, learners, places, used) VALUES (5, 'a', '2025-09-01', ' ', 1, 0, 0)", HOSTILE_REFUSED },
  /* Departures */
  { "departure-of-certified", "UPDATE enrolment SET state = 'withdrawn', departure = 'withdrawn', departure_date = '2026-11-01' WHERE id = 1", HOSTILE_REFUSED },
  { "departure-of-certified-old-form", "UPDATE enrolment SET state = 'withdrawn' WHERE id = 1", HOSTILE_REFUSED },
  { "departure-of-active", "UPDATE enrolment SET departure = 'withdrawn' WHERE id = 5", HOSTILE_REFUSED },
  { "excluded-unheard", "UPDATE enrolment SET state = 'withdrawn', departure = 'excluded' WHERE id = 5", HOSTILE_REFUSED },
  { "company-of-certified", "UPDATE enrolment SET company_start = '2026-01-01', company_end = '2026-06-30' WHERE id = 1", HOSTILE_REFUSED },
  /* The order of seals */
  { "seal-before-later", "UPDATE jury_session SET date = '2026-10-14', state = 'sealed', seal = (SELECT seal FROM jury_session WHERE id = 1), seal_form = 3, sealed_at = '2026-11-01T00:00:00Z', journal_head = (SELECT head FROM journal_head) WHERE id = 2", HOSTILE_REFUSED },
  { "drop-history-trigger", "DROP TRIGGER result_changed", HOSTILE_DETECTED },
  { "drop-submitted-trigger", "DROP TRIGGER result_submitted_update", HOSTILE_DETECTED },
};

static void
begin (SceauTestSchool *fixture)
{
  g_autoptr (GError) error = NULL;

  sceau_school_begin (fixture->school, &error);
  g_assert_no_error (error);
}

static void
commit (SceauTestSchool *fixture, const char *verb)
{
  g_autoptr (GError) error = NULL;

  sceau_journal_append (fixture->school, verb, fixture->certification_code, NULL, NULL, &error);
  sceau_school_commit (fixture->school, &error);
  g_assert_no_error (error);
}

static void
record (SceauTestSchool *fixture, gint64 enrolment_id, const char *modality_code, gint32 value)
{
  SceauMark mark = { SCEAU_MARK_VALUE, value };
  g_autoptr (SceauResult) result = sceau_result_new (enrolment_id, modality_code, 1, mark);
  g_autoptr (GError) error = NULL;

  begin (fixture);
  sceau_result_table_save (fixture->school, result, &error);
  g_assert_no_error (error);
  commit (fixture, "result.test");
}

static void
add_grid (SceauTestSchool *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauPlan) plan = sceau_plan_table_find (fixture->school, fixture->certification_code, &error);
  SceauModality *modality = g_ptr_array_index (plan->modalities, 0);

  for (int i = 1; i <= 2; i++)
    {
      SceauCriterion *criterion = sceau_criterion_new ();

      criterion->code = g_strdup_printf ("C%d", i);
      criterion->title = g_strdup ("Critère inventé");
      criterion->points = 1000;
      g_ptr_array_add (modality->criteria, criterion);
    }
  begin (fixture);
  sceau_plan_table_save (fixture->school, plan, &error);
  g_assert_no_error (error);
  commit (fixture, "plan.test");
}

static void
add_points (SceauTestSchool *fixture, gint64 enrolment_id)
{
  g_autoptr (GPtrArray) grid = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_criterion_points_free);
  SceauCriterionPoints *points = sceau_criterion_points_new ();
  g_autoptr (GError) error = NULL;

  points->criterion = g_strdup ("C1");
  points->points = 600;
  g_ptr_array_add (grid, points);
  begin (fixture);
  sceau_criterion_points_table_save (fixture->school, enrolment_id, "BC01-EC1", 1, grid, &error);
  g_assert_no_error (error);
  commit (fixture, "grid.test");
}

/* The second entry and the exception of the first learner. */
static void
add_what_is_sealed (SceauTestSchool *fixture)
{
  g_autoptr (SceauSecondEntry) entry = sceau_second_entry_new ();
  g_autoptr (SceauQuotaException) exception = sceau_quota_exception_new ();
  g_autoptr (GError) error = NULL;

  entry->enrolment_id = 1;
  entry->modality_code = g_strdup ("BC01-EC1");
  entry->attempt = 1;
  entry->mark.kind = SCEAU_MARK_VALUE;
  entry->mark.value = 1200;
  exception->enrolment_id = 1;
  exception->quota_code = g_strdup ("a");
  exception->date = sceau_date_new (2025, 9, 1);
  exception->reason = g_strdup ("Raison inventée");
  exception->used = 1;
  begin (fixture);
  sceau_second_entry_table_save (fixture->school, entry, &error);
  g_assert_no_error (error);
  sceau_quota_exception_table_insert (fixture->school, exception, &error);
  g_assert_no_error (error);
  commit (fixture, "test");
}

static void
submit (SceauTestSchool *fixture)
{
  g_autoptr (SceauMarkSheet) sheet = sceau_mark_sheet_new ();
  g_autoptr (GError) error = NULL;

  sheet->cohort_id = fixture->cohort_id;
  sheet->modality_code = g_strdup ("BC01-EC1");
  sheet->attempt = 1;
  begin (fixture);
  sceau_mark_sheet_table_submit (fixture->school, sheet, &error);
  g_assert_no_error (error);
  commit (fixture, "sheet.test");
}

static SceauTestSchool *
make_school (void)
{
  SceauTestSchool *fixture = sceau_test_school_new (3);
  g_autoptr (GError) error = NULL;

  sceau_test_school_add_results (fixture);
  add_grid (fixture);
  add_points (fixture, 1);
  add_what_is_sealed (fixture);
  sceau_test_school_seal (fixture);
  sceau_test_school_add_late_learner (fixture);
  add_points (fixture, 4);
  sceau_test_school_deliberate (fixture);
  sceau_test_school_add_late_learner (fixture);
  record (fixture, 5, "BC01-MSP", 700);
  record (fixture, 5, "BC01-MSP", 800);
  sceau_test_school_add_late_learner (fixture);
  begin (fixture);
  sceau_result_table_delete (fixture->school, 6, "BC01-EC1", 1, &error);
  g_assert_no_error (error);
  commit (fixture, "result.test");
  submit (fixture);
  return fixture;
}

int
main (int argc, char **argv)
{
  g_autoptr (SceauTestSchool) fixture = NULL;

  g_test_init (&argc, &argv, NULL);
  fixture = make_school ();
  return hostile_sql_run (fixture, "hostile-results", statements, G_N_ELEMENTS (statements));
}
