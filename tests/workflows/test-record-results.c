/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-record-results.h"

#include "sceau-journal.h"
#include "sceau-result-table.h"
#include "sceau-test-school.h"
#include "sceau-workflow-fixture.h"

typedef struct
{
  SceauWorkflowFixture *school;
  GArray *enrolments; /* (element-type gint64) */
} Grid;

static void
grid_clear (Grid *self)
{
  sceau_workflow_fixture_free (self->school);
  g_array_unref (self->enrolments);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

static Grid
make_grid (guint learners)
{
  gint64 cohort;
  Grid grid;

  grid.school = sceau_workflow_fixture_new_with_cohort (&cohort);
  grid.enrolments = sceau_workflow_fixture_enrol (grid.school, cohort, learners);
  sceau_workflow_fixture_forget_faults (grid.school);
  return grid;
}

static SceauMark
value (int hundredths)
{
  return (SceauMark) { SCEAU_MARK_VALUE, hundredths };
}

static GPtrArray *
make_results (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
}

static void
add (const Grid *grid, GPtrArray *results, guint learner, const char *modality, int attempt, SceauMark mark)
{
  g_ptr_array_add (results, sceau_result_new (g_array_index (grid->enrolments, gint64, learner), modality, attempt, mark));
}

static gboolean
record_one (const Grid *grid, const char *modality, int attempt, SceauMark mark, GError **error)
{
  g_autoptr (GPtrArray) results = make_results ();

  add (grid, results, 0, modality, attempt, mark);
  return sceau_record_results (grid->school->school, results, NULL, error);
}

static SceauMark
stored_mark (const Grid *grid, guint learner, const char *modality, int attempt)
{
  g_autoptr (SceauResult) result =
      sceau_result_table_find (grid->school->school, g_array_index (grid->enrolments, gint64, learner), modality, attempt, NULL);

  return result != NULL ? result->mark : SCEAU_MARK_NONE;
}

static void
test_many_marks_are_one_entry (void)
{
  g_auto (Grid) grid = make_grid (3);
  g_autoptr (GPtrArray) results = make_results ();
  g_autoptr (GError) error = NULL;

  add (&grid, results, 0, "BC01-EC1", 1, value (1450));
  add (&grid, results, 1, "BC01-EC1", 1, value (0));
  add (&grid, results, 2, "BC01-EC1", 1, (SceauMark) { SCEAU_MARK_ABSENT, 0 });
  g_assert_true (sceau_record_results (grid.school->school, results, NULL, &error));
  g_assert_no_error (error);

  g_assert_cmpint (stored_mark (&grid, 0, "BC01-EC1", 1).value, ==, 1450);
  g_assert_cmpint (stored_mark (&grid, 1, "BC01-EC1", 1).kind, ==, SCEAU_MARK_VALUE);
  g_assert_cmpint (stored_mark (&grid, 2, "BC01-EC1", 1).kind, ==, SCEAU_MARK_ABSENT);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (grid.school, "result.record"), ==, 1);
}

static void
test_no_mark_is_no_entry (void)
{
  g_auto (Grid) grid = make_grid (1);
  g_autoptr (GPtrArray) results = make_results ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_record_results (grid.school->school, results, &before, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (grid.school, "result.record"), ==, 0);
}

static void
test_what_stood_there_undoes_it (void)
{
  g_auto (Grid) grid = make_grid (2);
  g_autoptr (GPtrArray) results = make_results ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (record_one (&grid, "BC01-EC1", 1, value (800), NULL));
  add (&grid, results, 0, "BC01-EC1", 1, value (1200));
  add (&grid, results, 1, "BC01-EC1", 1, value (1300));
  g_assert_true (sceau_record_results (grid.school->school, results, &before, NULL));
  g_assert_cmpuint (before->len, ==, 2);

  g_assert_true (sceau_record_results (grid.school->school, before, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stored_mark (&grid, 0, "BC01-EC1", 1).value, ==, 800);
  g_assert_cmpint (stored_mark (&grid, 1, "BC01-EC1", 1).kind, ==, SCEAU_MARK_BLANK);
}

static void
test_the_same_mark_again_is_no_entry (void)
{
  g_auto (Grid) grid = make_grid (1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (record_one (&grid, "BC01-EC1", 1, value (800), NULL));
  before = sceau_workflow_fixture_digest (grid.school);
  g_assert_true (record_one (&grid, "BC01-EC1", 1, value (800), NULL));
  g_assert_true (record_one (&grid, "BC01-MSP1", 1, SCEAU_MARK_NONE, NULL));
  after = sceau_workflow_fixture_digest (grid.school);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_blank_takes_a_result_back (void)
{
  g_auto (Grid) grid = make_grid (1);

  g_assert_true (record_one (&grid, "BC01-EC1", 1, value (800), NULL));
  g_assert_true (record_one (&grid, "BC01-EC1", 1, SCEAU_MARK_NONE, NULL));
  g_assert_cmpint (stored_mark (&grid, 0, "BC01-EC1", 1).kind, ==, SCEAU_MARK_BLANK);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (grid.school, "result.record"), ==, 2);
}

/* Each row is an entry that no one may make, after a mark of 8 at the first attempt of BC01-EC1. */
static void
test_refused_entries_write_nothing (void)
{
  static const struct
  {
    const char *modality;
    int attempt;
    SceauMark mark;
    const char *words;
  } rows[] = {
    { "BC99-X", 1, { SCEAU_MARK_VALUE, 1000 }, "BC99-X" },
    { "BC01-MSP1", 1, { SCEAU_MARK_VALUE, 2001 }, "scale" },
    { "BC01-MSP1", 1, { SCEAU_MARK_VALUE, -1 }, "scale" },
    { "BC01-MSP1", 0, { SCEAU_MARK_VALUE, 1000 }, "attempt" },
    { "BC01-MSP1", 2, { SCEAU_MARK_VALUE, 1000 }, "attempt 1" },
    { "BC01-EC1", 3, { SCEAU_MARK_VALUE, 1000 }, "attempt 2" },
  };
  g_auto (Grid) grid = make_grid (1);
  g_autofree char *before = NULL;

  g_assert_true (record_one (&grid, "BC01-EC1", 1, value (800), NULL));
  before = sceau_workflow_fixture_digest (grid.school);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (record_one (&grid, rows[i].modality, rows[i].attempt, rows[i].mark, &error));
      g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
      g_assert_nonnull (g_strstr_len (error->message, -1, rows[i].words));
      after = sceau_workflow_fixture_digest (grid.school);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_a_retake_keeps_the_first_attempt (void)
{
  g_auto (Grid) grid = make_grid (1);
  g_autoptr (GError) error = NULL;

  g_assert_true (record_one (&grid, "BC01-EC1", 1, value (800), NULL));
  g_assert_true (record_one (&grid, "BC01-EC1", 2, value (1200), NULL));
  g_assert_cmpint (stored_mark (&grid, 0, "BC01-EC1", 1).value, ==, 800);
  g_assert_cmpint (stored_mark (&grid, 0, "BC01-EC1", 2).value, ==, 1200);

  g_assert_false (record_one (&grid, "BC01-EC1", 1, SCEAU_MARK_NONE, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
}

static void
test_attempts_may_come_in_any_order (void)
{
  g_auto (Grid) grid = make_grid (1);
  g_autoptr (GPtrArray) results = make_results ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GError) error = NULL;

  add (&grid, results, 0, "BC01-EC1", 2, value (1200));
  add (&grid, results, 0, "BC01-EC1", 1, value (800));
  g_assert_true (sceau_record_results (grid.school->school, results, &before, &error));
  g_assert_no_error (error);
  g_assert_true (sceau_record_results (grid.school->school, before, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stored_mark (&grid, 0, "BC01-EC1", 2).kind, ==, SCEAU_MARK_BLANK);
}

static void
test_one_refused_mark_refuses_all (void)
{
  g_auto (Grid) grid = make_grid (2);
  g_autoptr (GPtrArray) results = make_results ();
  g_autoptr (GError) error = NULL;

  add (&grid, results, 0, "BC01-EC1", 1, value (1200));
  add (&grid, results, 1, "BC01-EC1", 1, value (2500));
  g_assert_false (sceau_record_results (grid.school->school, results, NULL, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_assert_cmpint (stored_mark (&grid, 0, "BC01-EC1", 1).kind, ==, SCEAU_MARK_BLANK);
  g_assert_false (sceau_school_in_transaction (grid.school->school));
}

static void
test_a_mark_alone_keeps_examiner_and_comment (void)
{
  g_auto (Grid) grid = make_grid (1);
  g_autoptr (GPtrArray) results = make_results ();
  g_autoptr (SceauResult) stored = NULL;
  SceauResult *result;

  add (&grid, results, 0, "BC01-EC1", 1, value (800));
  result = g_ptr_array_index (results, 0);
  result->examiner = g_strdup ("Jean Fictif");
  result->comment = g_strdup ("Rapport en retard");
  g_assert_true (sceau_record_results (grid.school->school, results, NULL, NULL));
  g_assert_true (record_one (&grid, "BC01-EC1", 1, value (900), NULL));

  stored = sceau_result_table_find (grid.school->school, g_array_index (grid.enrolments, gint64, 0), "BC01-EC1", 1, NULL);
  g_assert_cmpint (stored->mark.value, ==, 900);
  g_assert_cmpstr (stored->examiner, ==, "Jean Fictif");
  g_assert_cmpstr (stored->comment, ==, "Rapport en retard");
}

static void
test_a_seal_freezes_and_says_which (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  g_autoptr (GPtrArray) standing = NULL;
  g_autoptr (GPtrArray) results = make_results ();
  g_autofree char *number = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  const SceauResult *first;

  sceau_test_school_add_results (fixture);
  number = g_strdup_printf ("session %" G_GINT64_FORMAT, sceau_test_school_seal (fixture));
  before = sceau_journal_get_head (fixture->school, NULL);
  standing = sceau_result_table_list_by_enrolment (fixture->school, g_array_index (fixture->enrolments, gint64, 0), NULL);
  g_assert_cmpuint (standing->len, >, 0);
  first = g_ptr_array_index (standing, 0);
  g_ptr_array_add (results, sceau_result_new (first->enrolment_id, first->modality_code, first->attempt, value (100)));
  g_assert_false (sceau_record_results (fixture->school, results, NULL, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_assert_nonnull (g_strstr_len (error->message, -1, number));
  after = sceau_journal_get_head (fixture->school, NULL);
  g_assert_cmpstr (before, ==, after);
}

/* The school's clock stands still on 2026-11-22. */
static void
test_a_mark_of_tomorrow_is_refused (void)
{
  g_auto (Grid) grid = make_grid (1);
  g_autoptr (GPtrArray) results = make_results ();
  g_autoptr (GError) error = NULL;
  SceauResult *result;

  add (&grid, results, 0, "BC01-EC1", 1, value (1450));
  result = g_ptr_array_index (results, 0);
  result->date = sceau_date_new (2026, 11, 23);
  g_assert_false (sceau_record_results (grid.school->school, results, NULL, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_assert_nonnull (g_strstr_len (error->message, -1, "23 November 2026"));
  g_assert_cmpint (stored_mark (&grid, 0, "BC01-EC1", 1).kind, ==, SCEAU_MARK_BLANK);
  g_clear_error (&error);

  result->date = sceau_date_new (2026, 11, 22);
  g_assert_true (sceau_record_results (grid.school->school, results, NULL, &error));
  g_assert_no_error (error);
}

/* The cohort begins on 2026-01-05, and so does who entered with it. */
static void
test_no_mark_is_older_than_the_parcours (void)
{
  g_auto (Grid) grid = make_grid (1);
  g_autoptr (GPtrArray) results = make_results ();
  g_autoptr (GError) error = NULL;
  SceauResult *result;

  add (&grid, results, 0, "BC01-EC1", 1, value (1450));
  result = g_ptr_array_index (results, 0);
  result->date = sceau_date_new (2016, 6, 1);
  g_assert_false (sceau_record_results (grid.school->school, results, NULL, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_assert_nonnull (g_strstr_len (error->message, -1, "is dated 1 June 2016, before the entry on 5 January 2026"));
  g_assert_cmpint (stored_mark (&grid, 0, "BC01-EC1", 1).kind, ==, SCEAU_MARK_BLANK);
  g_clear_error (&error);

  /* What another body dispensed from, it did before. */
  result->mark.kind = SCEAU_MARK_EXEMPT;
  g_assert_true (sceau_record_results (grid.school->school, results, NULL, &error));
  g_assert_no_error (error);
  result->mark = value (1450);
  result->date = sceau_date_new (2026, 1, 5);
  g_assert_true (sceau_record_results (grid.school->school, results, NULL, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/record-results/many-marks-are-one-entry", test_many_marks_are_one_entry);
  g_test_add_func ("/workflows/record-results/no-mark-is-no-entry", test_no_mark_is_no_entry);
  g_test_add_func ("/workflows/record-results/what-stood-there-undoes-it", test_what_stood_there_undoes_it);
  g_test_add_func ("/workflows/record-results/the-same-mark-again-is-no-entry", test_the_same_mark_again_is_no_entry);
  g_test_add_func ("/workflows/record-results/a-blank-takes-a-result-back", test_a_blank_takes_a_result_back);
  g_test_add_func ("/workflows/record-results/refused-entries-write-nothing", test_refused_entries_write_nothing);
  g_test_add_func ("/workflows/record-results/a-retake-keeps-the-first-attempt", test_a_retake_keeps_the_first_attempt);
  g_test_add_func ("/workflows/record-results/attempts-may-come-in-any-order", test_attempts_may_come_in_any_order);
  g_test_add_func ("/workflows/record-results/one-refused-mark-refuses-all", test_one_refused_mark_refuses_all);
  g_test_add_func ("/workflows/record-results/a-mark-alone-keeps-examiner-and-comment", test_a_mark_alone_keeps_examiner_and_comment);
  g_test_add_func ("/workflows/record-results/a-seal-freezes-and-says-which", test_a_seal_freezes_and_says_which);
  g_test_add_func ("/workflows/record-results/a-mark-of-tomorrow-is-refused", test_a_mark_of_tomorrow_is_refused);
  g_test_add_func ("/workflows/record-results/no-mark-is-older-than-the-parcours", test_no_mark_is_older_than_the_parcours);
  return g_test_run ();
}
