/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-record-results.h"

#include <string.h>

#include "sceau-result-table.h"
#include "sceau-workflow-fixture.h"

#define LEARNERS 3

typedef struct
{
  SceauWorkflowFixture *fixture;
  GArray *enrolments; /* (element-type gint64) */
  gint64 cohort;
  SceauImportSummary summary;
  GError *error;
} Import;

static void
import_clear (Import *self)
{
  sceau_workflow_fixture_free (self->fixture);
  g_array_unref (self->enrolments);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static Import
make_import (void)
{
  Import import = { NULL };

  import.fixture = sceau_workflow_fixture_new_with_cohort (&import.cohort);
  import.enrolments = sceau_workflow_fixture_enrol (import.fixture, import.cohort, LEARNERS);
  return import;
}

static gboolean
run (Import *import, const char *text, int attempt, SceauImportFlags flags)
{
  g_autofree char *path = sceau_workflow_fixture_write (import->fixture, "results.csv", text);

  g_clear_error (&import->error);
  sceau_workflow_fixture_forget_faults (import->fixture);
  return sceau_record_results_from_file (import->fixture->school, path, SCEAU_FIXTURE_CODE, SCEAU_FIXTURE_COHORT, attempt, flags,
                                         &import->summary, import->fixture->faults, NULL, NULL, &import->error);
}

static SceauMark
stored_mark (Import *import, guint learner, const char *modality, int attempt)
{
  g_autoptr (SceauResult) result =
      sceau_result_table_find (import->fixture->school, g_array_index (import->enrolments, gint64, learner), modality, attempt, NULL);

  return result != NULL ? result->mark : SCEAU_MARK_NONE;
}

static void
test_a_wide_file_comes_in (void)
{
  g_auto (Import) import = make_import ();

  g_assert_true (run (&import, "number;BC01-EC1;BC01-MSP1\nA001;14,5;12.25\nA002;ABS;\nA003;;DISP\n", 1, SCEAU_IMPORT_DEFAULT));
  g_assert_no_error (import.error);
  g_assert_cmpuint (import.summary.lines, ==, 3);
  g_assert_cmpuint (import.summary.written, ==, 3);
  g_assert_cmpint (stored_mark (&import, 0, "BC01-EC1", 1).value, ==, 1450);
  g_assert_cmpint (stored_mark (&import, 0, "BC01-MSP1", 1).value, ==, 1225);
  g_assert_cmpint (stored_mark (&import, 1, "BC01-EC1", 1).kind, ==, SCEAU_MARK_ABSENT);
  g_assert_cmpint (stored_mark (&import, 2, "BC01-EC1", 1).kind, ==, SCEAU_MARK_BLANK);
  g_assert_cmpint (stored_mark (&import, 2, "BC01-MSP1", 1).kind, ==, SCEAU_MARK_EXEMPT);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (import.fixture, "result.record"), ==, 1);
}

static void
test_a_long_file_comes_in (void)
{
  g_auto (Import) import = make_import ();

  g_assert_true (run (&import, "number;modality;mark\nA001;BC01-EC1;14.5\nA001;BC01-MSP1;9\nA002;BC01-EC1;0\n", 1, SCEAU_IMPORT_DEFAULT));
  g_assert_no_error (import.error);
  g_assert_cmpuint (import.summary.written, ==, 3);
  g_assert_cmpint (stored_mark (&import, 0, "BC01-EC1", 1).value, ==, 1450);
  g_assert_cmpint (stored_mark (&import, 1, "BC01-EC1", 1).kind, ==, SCEAU_MARK_VALUE);
}

static void
test_an_empty_cell_changes_nothing (void)
{
  g_auto (Import) import = make_import ();

  g_assert_true (run (&import, "number;BC01-EC1\nA001;14,5\n", 1, SCEAU_IMPORT_DEFAULT));
  g_assert_true (run (&import, "number;BC01-EC1;BC01-MSP1\nA001;;11\nA002;;\n", 1, SCEAU_IMPORT_DEFAULT));
  g_assert_cmpint (stored_mark (&import, 0, "BC01-EC1", 1).value, ==, 1450);
  g_assert_cmpint (stored_mark (&import, 0, "BC01-MSP1", 1).value, ==, 1100);
}

static void
test_the_same_file_again_is_unchanged (void)
{
  static const char text[] = "number;BC01-EC1\nA001;14,5\nA002;8\n";
  g_auto (Import) import = make_import ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (run (&import, text, 1, SCEAU_IMPORT_DEFAULT));
  before = sceau_workflow_fixture_digest (import.fixture);
  g_assert_true (run (&import, text, 1, SCEAU_IMPORT_DEFAULT));
  g_assert_cmpuint (import.summary.unchanged, ==, 2);
  g_assert_cmpuint (import.summary.written, ==, 0);
  after = sceau_workflow_fixture_digest (import.fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_retake_needs_the_attempt_before (void)
{
  g_auto (Import) import = make_import ();

  g_assert_true (run (&import, "number;BC01-EC1\nA001;8\n", 1, SCEAU_IMPORT_DEFAULT));
  g_assert_false (run (&import, "number;BC01-EC1\nA001;12\nA002;12\n", 2, SCEAU_IMPORT_DEFAULT));
  g_assert_error (import.error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_assert_true (sceau_workflow_fixture_has_fault (import.fixture, SCEAU_FAULT_ERROR, 3, "attempt 1"));
  g_assert_cmpint (stored_mark (&import, 0, "BC01-EC1", 2).kind, ==, SCEAU_MARK_BLANK);

  g_assert_true (run (&import, "number;BC01-EC1\nA001;12\n", 2, SCEAU_IMPORT_DEFAULT));
  g_assert_cmpint (stored_mark (&import, 0, "BC01-EC1", 2).value, ==, 1200);
  g_assert_cmpint (stored_mark (&import, 0, "BC01-EC1", 1).value, ==, 800);
}

/* Each row is a file with one faulty line, its line and a word of the fault. */
static void
test_bad_lines_leave_the_school_as_it_was (void)
{
  static const struct
  {
    const char *text;
    int line;
    const char *words;
  } rows[] = {
    { "number;BC01-EC1\nA001;12\nZ999;12\n", 3, "Z999" },
    { "number;modality;mark\nA001;BC01-EC1;12\nA001;BC99-X;12\n", 3, "BC99-X" },
    { "number;BC01-EC1\nA001;12\nA002;20,5\n", 3, "20,5" },
    { "number;BC01-EC1\nA001;12\nA002;-1\n", 3, "-1" },
    { "number;BC01-EC1\nA001;12\nA002;14,555\n", 3, "14,555" },
    { "number;BC01-EC1\nA001;12\nA002;PRESENT\n", 3, "PRESENT" },
    { "number;BC01-EC1\nA001;12\nA001;13\n", 3, "already" },
  };
  g_auto (Import) import = make_import ();
  g_autofree char *before = sceau_workflow_fixture_digest (import.fixture);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *after = NULL;
      SceauImportSummary real;

      g_assert_false (run (&import, rows[i].text, 1, SCEAU_IMPORT_DEFAULT));
      g_assert_error (import.error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
      g_assert_true (sceau_workflow_fixture_has_fault (import.fixture, SCEAU_FAULT_ERROR, rows[i].line, rows[i].words));
      real = import.summary;
      g_assert_false (run (&import, rows[i].text, 1, SCEAU_IMPORT_DRY_RUN));
      g_assert_cmpmem (&real, sizeof real, &import.summary, sizeof import.summary);
      after = sceau_workflow_fixture_digest (import.fixture);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_good_lines_come_in_when_accepted (void)
{
  g_auto (Import) import = make_import ();

  /* The second cell of the faulty line is good, and stays out with its line. */
  g_assert_true (run (&import, "number;BC01-EC1;BC01-MSP1\nA001;12;13\nA002;25;14\n", 1, SCEAU_IMPORT_ACCEPT_VALID));
  g_assert_no_error (import.error);
  g_assert_cmpuint (import.summary.written, ==, 1);
  g_assert_cmpuint (import.summary.refused, ==, 1);
  g_assert_cmpuint (import.summary.lines, ==, 2);
  g_assert_cmpint (stored_mark (&import, 0, "BC01-MSP1", 1).value, ==, 1300);
  g_assert_cmpint (stored_mark (&import, 1, "BC01-MSP1", 1).kind, ==, SCEAU_MARK_BLANK);
}

static void
test_a_dry_run_says_the_same_and_writes_nothing (void)
{
  static const char text[] = "number;BC01-EC1\nA001;14,5\nA002;8\n";
  g_auto (Import) import = make_import ();
  g_autofree char *before = sceau_workflow_fixture_digest (import.fixture);
  g_autofree char *after = NULL;
  SceauImportSummary dry;

  g_assert_true (run (&import, text, 1, SCEAU_IMPORT_DRY_RUN));
  dry = import.summary;
  after = sceau_workflow_fixture_digest (import.fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (run (&import, text, 1, SCEAU_IMPORT_DEFAULT));
  g_assert_cmpmem (&dry, sizeof dry, &import.summary, sizeof import.summary);
}

static void
cancel_at_once (double fraction, const char *what, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancelled_half_way_leaves_nothing (void)
{
  g_auto (Import) import = make_import ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SceauProgress progress = { cancel_at_once, cancellable, 0 };
  g_autofree char *path = sceau_workflow_fixture_write (import.fixture, "results.csv", "number;BC01-EC1\nA001;12\nA002;13\nA003;14\n");
  g_autofree char *before = sceau_workflow_fixture_digest (import.fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_record_results_from_file (import.fixture->school, path, SCEAU_FIXTURE_CODE, SCEAU_FIXTURE_COHORT, 1,
                                                  SCEAU_IMPORT_DEFAULT, &import.summary, import.fixture->faults, &progress, cancellable,
                                                  &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = sceau_workflow_fixture_digest (import.fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_the_template_comes_back (void)
{
  g_auto (Import) import = make_import ();
  g_autofree char *path = g_build_filename (import.fixture->folder, "template.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_write_results_template (import.fixture->school, SCEAU_FIXTURE_CODE, SCEAU_FIXTURE_COHORT, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "A001"));
  g_assert_nonnull (strstr (text, "BC01-EC1"));

  g_assert_false (sceau_write_results_template (import.fixture->school, SCEAU_FIXTURE_CODE, SCEAU_FIXTURE_COHORT, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/import-results/a-wide-file-comes-in", test_a_wide_file_comes_in);
  g_test_add_func ("/workflows/import-results/a-long-file-comes-in", test_a_long_file_comes_in);
  g_test_add_func ("/workflows/import-results/an-empty-cell-changes-nothing", test_an_empty_cell_changes_nothing);
  g_test_add_func ("/workflows/import-results/the-same-file-again-is-unchanged", test_the_same_file_again_is_unchanged);
  g_test_add_func ("/workflows/import-results/a-retake-needs-the-attempt-before", test_a_retake_needs_the_attempt_before);
  g_test_add_func ("/workflows/import-results/bad-lines-leave-the-school-as-it-was", test_bad_lines_leave_the_school_as_it_was);
  g_test_add_func ("/workflows/import-results/good-lines-come-in-when-accepted", test_good_lines_come_in_when_accepted);
  g_test_add_func ("/workflows/import-results/a-dry-run-says-the-same-and-writes-nothing", test_a_dry_run_says_the_same_and_writes_nothing);
  g_test_add_func ("/workflows/import-results/cancelled-half-way-leaves-nothing", test_cancelled_half_way_leaves_nothing);
  g_test_add_func ("/workflows/import-results/the-template-comes-back", test_the_template_comes_back);
  return g_test_run ();
}
