/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Sheets of marks in the window: handed in, typed twice, by group and by grid, and what a mark was. */

#include "sceau-test-window.h"

#include <glib/gstdio.h>

#include "sceau-date-row.h"
#include "sceau-enrolment-table.h"
#include "sceau-grid-dialog.h"
#include "sceau-import-report.h"
#include "sceau-journal.h"
#include "sceau-mark-sheet-table.h"
#include "sceau-mark-sheet-view.h"
#include "sceau-mark-sheets-view.h"
#include "sceau-plan-table.h"
#include "sceau-record-results.h"
#include "sceau-result-dialog.h"
#include "sceau-result-table.h"
#include "sceau-results-page.h"
#include "sceau-submit-dialog.h"
#include "sceau-test-school.h"

#define LEARNERS 4
#define MANY 200
#define GROUP "Alpha"

/* The modalities of the school, with what is peculiar to each here. */
#define TWICE "BC01-EC1"
#define BY_GROUP "BC01-MSP"
#define BY_GRID "BC02-EC1"
#define PLAIN "BC02-TP"

typedef struct
{
  SceauTestSchool *school;
  SceauWindow *window;
  SceauResultsPage *page;
} Fixture;

typedef enum
{
  WITH_RESULTS,
  EMPTY,
  READ_ONLY,
  CROWDED
} Stage;

static SceauModality *
get_modality (SceauPlan *plan, const char *code)
{
  SceauModality *modality = (SceauModality *) sceau_plan_find_modality (plan, code);

  g_assert_nonnull (modality);
  return modality;
}

static void
add_criterion (SceauModality *modality, const char *code, gint32 points)
{
  SceauCriterion *criterion = sceau_criterion_new ();

  criterion->code = g_strdup (code);
  criterion->title = g_strdup_printf ("Critère %s", code);
  criterion->points = points;
  g_ptr_array_add (modality->criteria, criterion);
}

static void
enrich_plan (SceauSchool *school, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauPlan) plan = sceau_plan_table_find (school, code, &error);

  g_assert_no_error (error);
  get_modality (plan, TWICE)->double_entry = TRUE;
  get_modality (plan, BY_GROUP)->collective = TRUE;
  add_criterion (get_modality (plan, BY_GRID), "C1", 1200);
  add_criterion (get_modality (plan, BY_GRID), "C2", 800);
  sceau_plan_table_save (school, plan, &error);
  g_assert_no_error (error);
}

static void
form_group (SceauTestSchool *school)
{
  for (guint i = 0; i < school->enrolments->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_table_find (school->school, g_array_index (school->enrolments, gint64, i), &error);

      g_assert_no_error (error);
      g_free (enrolment->group);
      enrolment->group = g_strdup (GROUP);
      sceau_enrolment_table_update (school->school, enrolment, &error);
      g_assert_no_error (error);
    }
}

static void
make_school (Fixture *fixture, Stage stage)
{
  g_autoptr (GError) error = NULL;

  fixture->school = sceau_test_school_new (stage == CROWDED ? MANY : LEARNERS);
  sceau_school_begin (fixture->school->school, &error);
  g_assert_no_error (error);
  enrich_plan (fixture->school->school, fixture->school->certification_code);
  form_group (fixture->school);
  sceau_journal_append (fixture->school->school, "plan.test", fixture->school->certification_code, NULL, "{\"made\":\"for a test\"}", &error);
  g_assert_no_error (error);
  sceau_school_commit (fixture->school->school, &error);
  g_assert_no_error (error);
  if (stage != EMPTY)
    sceau_test_school_add_results (fixture->school);
  if (stage == READ_ONLY)
    g_assert_cmpint (g_chmod (fixture->school->path, 0400), ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  make_school (fixture, GPOINTER_TO_UINT (data));
  fixture->window = sceau_test_window_open (fixture->school->path);
  sceau_window_show_page (fixture->window, "results");
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (fixture->window), SCEAU_TYPE_RESULT_GRID, NULL) != NULL);
  fixture->page = SCEAU_RESULTS_PAGE (sceau_test_find (GTK_WIDGET (fixture->window), SCEAU_TYPE_RESULTS_PAGE, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_test_window_close (fixture->window);
  sceau_test_school_free (fixture->school);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *text)
{
  return sceau_test_find (GTK_WIDGET (fixture->window), type, text);
}

static GtkWidget *
get_view (Fixture *fixture)
{
  return find (fixture, SCEAU_TYPE_MARK_SHEET_VIEW, NULL);
}

/* From the grid to one sheet; @title: of its modality. */
static void
open_sheet (Fixture *fixture, const char *title)
{
  g_action_group_activate_action (sceau_page_get_actions (SCEAU_PAGE (fixture->page)), "sheets", NULL);
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_MARK_SHEETS_VIEW, NULL) != NULL && find (fixture, ADW_TYPE_ACTION_ROW, title) != NULL);
  gtk_widget_activate (find (fixture, ADW_TYPE_ACTION_ROW, title));
  SCEAU_WAIT_FOR (get_view (fixture) != NULL && sceau_test_find (get_view (fixture), ADW_TYPE_ACTION_ROW, "State") != NULL);
}

static gboolean
act (Fixture *fixture, const char *action)
{
  return gtk_widget_activate_action (get_view (fixture), action, NULL);
}

/* Hundredths, or -1 when there is no value. */
static int
stored (Fixture *fixture, guint learner, const char *modality)
{
  g_autoptr (SceauResult) result = sceau_result_table_find (fixture->school->school,
                                                            g_array_index (fixture->school->enrolments, gint64, learner), modality, 1, NULL);

  return result != NULL && result->mark.kind == SCEAU_MARK_VALUE ? result->mark.value : -1;
}

static gboolean
is_submitted (Fixture *fixture, const char *modality)
{
  g_autoptr (SceauMarkSheet) sheet = sceau_mark_sheet_table_find (fixture->school->school, fixture->school->cohort_id, modality, 1, NULL);

  return sheet != NULL;
}

/* What the window calls a learner. */
static char *
name_of (Fixture *fixture, guint learner)
{
  g_autoptr (SceauEnrolment) enrolment
    = sceau_enrolment_table_find (fixture->school->school, g_array_index (fixture->school->enrolments, gint64, learner), NULL);

  return g_strdup (enrolment->learner_name);
}

static GtkWidget *
find_row (Fixture *fixture, guint learner)
{
  g_autofree char *name = name_of (fixture, learner);

  return sceau_test_find (get_view (fixture), ADW_TYPE_ENTRY_ROW, name);
}

static void
type (GtkWidget *row, const char *text)
{
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
answer (const char *reason)
{
  GtkWindow *question;

  SCEAU_WAIT_FOR ((question = sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  if (reason != NULL)
    type (sceau_test_find (GTK_WIDGET (question), ADW_TYPE_ENTRY_ROW, "Reason"), reason);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "go");
  gtk_window_destroy (question);
  SCEAU_WAIT_FOR (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
}

static GtkWindow *
wait_for_window (GType window_type)
{
  GtkWindow *dialog;

  SCEAU_WAIT_FOR ((dialog = sceau_test_find_window (window_type)) != NULL && gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  return dialog;
}

static gboolean
try_to_create (GtkWindow *dialog)
{
  return gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.create", NULL);
}

static gboolean
is_sensitive (GtkWindow *dialog, const char *button)
{
  GtkWidget *widget = sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, button);

  g_assert_nonnull (widget);
  return gtk_widget_is_sensitive (widget);
}

static void
hand_in (Fixture *fixture)
{
  GtkWindow *dialog;

  act (fixture, "sheet.submit");
  dialog = wait_for_window (SCEAU_TYPE_SUBMIT_DIALOG);
  g_assert_false (is_sensitive (dialog, "_Hand In"));
  type (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Examiner"), "Camille Exemple");
  g_assert_true (is_sensitive (dialog, "_Hand In"));
  try_to_create (dialog);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_SUBMIT_DIALOG) == NULL);
}

static SceauResultSheet *
get_sheet (Fixture *fixture)
{
  return sceau_results_page_get_sheet (fixture->page);
}

/* A mark typed in the grid's fourth column, over what stands there. */
static gboolean
starts_to_type (Fixture *fixture)
{
  SceauResultGrid *grid = sceau_results_page_get_grid (fixture->page);

  sceau_result_grid_set_cursor (grid, 0, 3);
  sceau_test_press_key (GTK_WIDGET (grid), GDK_KEY_7, 0);
  return sceau_result_grid_is_editing (grid);
}

static void
is_handed_in_and_reopened (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lock = NULL;

  open_sheet (fixture, "Épreuve 4");
  hand_in (fixture);
  SCEAU_WAIT_FOR (is_submitted (fixture, PLAIN));
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_BUTTON, "_Reopen…") != NULL);
  SCEAU_WAIT_FOR (sceau_result_sheet_is_locked (get_sheet (fixture), 0, 3));
  lock = sceau_result_sheet_describe_lock (get_sheet (fixture), 0, 3);
  g_assert_nonnull (strstr (lock, "reopen the sheet"));
  g_assert_false (sceau_result_sheet_is_locked (get_sheet (fixture), 0, 2));
  sceau_page_pop_all (SCEAU_PAGE (fixture->page));
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "Submitted") != NULL);
  g_assert_false (starts_to_type (fixture));

  open_sheet (fixture, "Épreuve 4");
  act (fixture, "sheet.reopen");
  answer ("Erreur de report");
  SCEAU_WAIT_FOR (!is_submitted (fixture, PLAIN));
  SCEAU_WAIT_FOR (!sceau_result_sheet_is_locked (get_sheet (fixture), 0, 3));
  sceau_page_pop_all (SCEAU_PAGE (fixture->page));
  g_assert_true (starts_to_type (fixture));
}

static void
record_plain (Fixture *fixture, gint32 value)
{
  const gint64 enrolment = sceau_result_sheet_get_row (get_sheet (fixture), 0)->enrolment_id;
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (results, sceau_result_new (enrolment, PLAIN, 1, (SceauMark) { SCEAU_MARK_VALUE, value }));
  sceau_record_results (fixture->school->school, results, NULL, &error);
  g_assert_no_error (error);
}

static void
asks_before_it_is_incomplete (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;
  GtkWidget *incomplete;

  open_sheet (fixture, "Épreuve 4");
  g_assert_nonnull (find (fixture, ADW_TYPE_EXPANDER_ROW, "4 marks are missing"));
  /* A sheet without any mark is not handed in. */
  g_assert_false (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Hand In…")));
  record_plain (fixture, 1000);
  sceau_mark_sheet_view_reload (SCEAU_MARK_SHEET_VIEW (get_view (fixture)));
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_EXPANDER_ROW, "3 marks are missing") != NULL);
  act (fixture, "sheet.submit");
  dialog = wait_for_window (SCEAU_TYPE_SUBMIT_DIALOG);
  type (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Examiner"), "Camille Exemple");
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "3 marks are missing."));
  g_assert_false (is_sensitive (dialog, "_Hand In"));
  incomplete = sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_SWITCH, NULL);
  gtk_switch_set_active (GTK_SWITCH (incomplete), TRUE);
  g_assert_true (is_sensitive (dialog, "_Hand In"));
  try_to_create (dialog);
  SCEAU_WAIT_FOR (is_submitted (fixture, PLAIN));
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_BUTTON, "_Reopen…") != NULL);
}

/* Everybody's first mark again, and a little more for the first learner. */
static void
type_second_entries (Fixture *fixture)
{
  for (guint i = 0; i < LEARNERS; i++)
    {
      g_autofree char *text = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, stored (fixture, i, TWICE) }, SCEAU_SCALE_TWENTY);

      type (find_row (fixture, i), i == 0 ? "15,5" : text);
    }
}

static void
settles_what_was_typed_twice (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_sheet (fixture, "Épreuve 1");
  g_assert_null (find (fixture, GTK_TYPE_LABEL, "Where the Entries Differ"));
  row = find_row (fixture, 0);
  type (row, "quinze");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  type_second_entries (fixture);
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_true (sceau_page_has_unsaved (SCEAU_PAGE (fixture->page)));
  act (fixture, "sheet.record-second");
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "Where the Entries Differ") != NULL);
  g_assert_false (sceau_page_has_unsaved (SCEAU_PAGE (fixture->page)));
  g_assert_nonnull (find (fixture, GTK_TYPE_BUTTON, "First: 12"));
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "Second: 15,5"), "clicked");
  SCEAU_WAIT_FOR (stored (fixture, 0, TWICE) == 1550);
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "Where the Entries Differ") == NULL);
  hand_in (fixture);
  SCEAU_WAIT_FOR (is_submitted (fixture, TWICE));
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_BUTTON, "Record the _Second Entry") == NULL);
}

/* Whoever uses the window typed the first entry of the first learner as well. */
static void
warns_when_one_person_types_both (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchool) other = sceau_school_open (fixture->school->path, SCEAU_SCHOOL_READ_ONLY, &error);

  g_assert_no_error (error);
  sceau_school_set_author (fixture->school->school, sceau_school_get_author (other));
  g_ptr_array_add (results, sceau_result_new (g_array_index (fixture->school->enrolments, gint64, 0), TWICE, 1, (SceauMark) { SCEAU_MARK_VALUE, 1250 }));
  sceau_record_results (fixture->school->school, results, NULL, &error);
  g_assert_no_error (error);
  open_sheet (fixture, "Épreuve 1");
  g_assert_null (find (fixture, GTK_TYPE_LABEL, "One Person for Both Entries"));
  type (find_row (fixture, 0), "12,5");
  act (fixture, "sheet.record-second");
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "One Person for Both Entries") != NULL);
  g_assert_nonnull (find (fixture, ADW_TYPE_ACTION_ROW, "Both entries of 1 mark are by one person: they do not check each other."));
}

static void
imports_grids (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->school->folder, "grilles.csv", NULL);
  GtkWindow *report;

  g_assert_true (g_file_set_contents (path, "number;C1;C2\nA001;9;6\nA002;99;1\n", -1, NULL));
  open_sheet (fixture, "Épreuve 3");
  g_assert_true (gtk_widget_activate_action (get_view (fixture), "sheet.import-grids-path", "s", path));
  report = wait_for_window (SCEAU_TYPE_IMPORT_REPORT);
  g_assert_cmpint (stored (fixture, 0, BY_GRID), ==, -1);
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (report), GTK_TYPE_BUTTON, "_Record the Valid Line"));
  gtk_widget_activate (sceau_test_find (GTK_WIDGET (report), GTK_TYPE_BUTTON, "_Record the Valid Line"));
  SCEAU_WAIT_FOR (stored (fixture, 0, BY_GRID) == 1500);
  g_assert_cmpint (stored (fixture, 1, BY_GRID), ==, -1);
}

/* Enter in one row gives the focus to the next one; what was typed outlives another change of the school. */
static void
goes_from_row_to_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  g_autoptr (GError) error = NULL;
  GtkWidget *before, *row;

  open_sheet (fixture, "Épreuve 1");
  row = sceau_test_find (get_view (fixture), ADW_TYPE_ENTRY_ROW, NULL);
  gtk_widget_grab_focus (row);
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_null (gtk_widget_get_focus_child (row));
  g_assert_nonnull (gtk_widget_get_focus_child (gtk_widget_get_next_sibling (row)));

  before = find_row (fixture, 2);
  type (before, "8,5");
  g_ptr_array_add (results, sceau_result_new (g_array_index (fixture->school->enrolments, gint64, 1), TWICE, 1, (SceauMark) { SCEAU_MARK_VALUE, 900 }));
  sceau_record_results (fixture->school->school, results, NULL, &error);
  g_assert_no_error (error);
  g_object_add_weak_pointer (G_OBJECT (before), (gpointer *) &before);
  sceau_mark_sheet_view_reload (SCEAU_MARK_SHEET_VIEW (get_view (fixture)));
  SCEAU_WAIT_FOR (before == NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (fixture, 2))), ==, "8,5");
  g_assert_true (sceau_page_has_unsaved (SCEAU_PAGE (fixture->page)));
  act (fixture, "sheet.record-second");
  SCEAU_WAIT_FOR (!sceau_page_has_unsaved (SCEAU_PAGE (fixture->page)));
}

static void
marks_a_group (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = name_of (fixture, 1);
  g_autofree char *adjusted = g_strdup_printf ("%s (adjusted)", name);

  open_sheet (fixture, "Épreuve 2");
  type (find (fixture, ADW_TYPE_ENTRY_ROW, "Mark of the group"), "14");
  g_signal_emit_by_name (find (fixture, ADW_TYPE_ENTRY_ROW, "Mark of the group"), "apply");
  SCEAU_WAIT_FOR (stored (fixture, 0, BY_GROUP) == 1400 && stored (fixture, LEARNERS - 1, BY_GROUP) == 1400);
  SCEAU_WAIT_FOR (find_row (fixture, 1) != NULL && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (find_row (fixture, 1))), "14"));

  type (find_row (fixture, 1), "11");
  g_signal_emit_by_name (find_row (fixture, 1), "apply");
  answer ("Absent à la soutenance");
  SCEAU_WAIT_FOR (stored (fixture, 1, BY_GROUP) == 1100);
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ENTRY_ROW, adjusted) != NULL);

  type (find (fixture, ADW_TYPE_ENTRY_ROW, "Mark of the group"), "16");
  g_signal_emit_by_name (find (fixture, ADW_TYPE_ENTRY_ROW, "Mark of the group"), "apply");
  SCEAU_WAIT_FOR (stored (fixture, 0, BY_GROUP) == 1600);
  g_assert_cmpint (stored (fixture, 1, BY_GROUP), ==, 1100);
}

static void
marks_by_points (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = name_of (fixture, 0);
  GtkWindow *dialog;
  GtkWidget *first, *second, *mark;

  open_sheet (fixture, "Épreuve 3");
  gtk_widget_activate (sceau_test_find (get_view (fixture), ADW_TYPE_ACTION_ROW, name));
  dialog = wait_for_window (SCEAU_TYPE_GRID_DIALOG);
  first = sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Critère C1 (out of 12)");
  second = sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Critère C2 (out of 8)");
  mark = sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Mark");
  g_assert_false (is_sensitive (dialog, "_Record"));
  type (first, "12,5");
  type (second, "4");
  g_assert_true (gtk_widget_has_css_class (first, "error"));
  g_assert_false (is_sensitive (dialog, "_Record"));
  type (first, "9,5");
  g_assert_false (gtk_widget_has_css_class (first, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (mark)), ==, "13,5");
  gtk_widget_grab_focus (first);
  g_signal_emit_by_name (first, "entry-activated");
  g_assert_nonnull (gtk_widget_get_focus_child (second));
  g_signal_emit_by_name (second, "entry-activated");
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_GRID_DIALOG) == NULL);
  g_assert_cmpint (stored (fixture, 0, BY_GRID), ==, 1350);
}

static GtkWindow *
open_mark (Fixture *fixture)
{
  sceau_result_grid_set_cursor (sceau_results_page_get_grid (fixture->page), 0, 3);
  g_action_group_activate_action (sceau_page_get_actions (SCEAU_PAGE (fixture->page)), "mark", NULL);
  return wait_for_window (SCEAU_TYPE_RESULT_DIALOG);
}

/* How far down in its window a row stands. */
static double
get_height_of (GtkWindow *dialog, const char *title)
{
  GtkWidget *row = sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, title);
  double x, y;

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_translate_coordinates (row, GTK_WIDGET (dialog), 0, 0, &x, &y));
  return y;
}

static void
keeps_what_a_mark_was (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;
  g_autoptr (SceauResult) result = NULL;

  record_plain (fixture, 800);
  record_plain (fixture, 1100);
  dialog = open_mark (fixture);
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "8") != NULL);
  SCEAU_WAIT_FOR (get_height_of (dialog, "8") > 0);
  g_assert_cmpfloat (get_height_of (dialog, "11"), <, get_height_of (dialog, "8"));
  type (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Examiner"), "Camille Exemple");
  type (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Comment"), "Seconde lecture");
  type (sceau_test_find (GTK_WIDGET (dialog), SCEAU_TYPE_DATE_ROW, NULL), "10/11/2026");
  g_assert_true (is_sensitive (dialog, "_Save"));
  try_to_create (dialog);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_RESULT_DIALOG) == NULL);
  result = sceau_result_table_find (fixture->school->school, sceau_result_sheet_get_row (get_sheet (fixture), 0)->enrolment_id, PLAIN, 1, NULL);
  g_assert_cmpint (result->mark.value, ==, 1100);
  g_assert_cmpstr (result->examiner, ==, "Camille Exemple");
  g_assert_cmpstr (result->comment, ==, "Seconde lecture");
  g_assert_cmpint (result->date, ==, sceau_date_new (2026, 11, 10));
}

static void
changes_no_read_only_file (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = open_mark (fixture);

  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "What It Was") != NULL);
  g_assert_false (is_sensitive (dialog, "_Save"));
  gtk_window_close (dialog);
  open_sheet (fixture, "Épreuve 1");
  g_assert_false (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Hand In…")));
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "Record the _Second Entry"));
  sceau_page_pop_all (SCEAU_PAGE (fixture->page));
  open_sheet (fixture, "Épreuve 2");
  g_assert_false (gtk_widget_is_sensitive (find (fixture, ADW_TYPE_ENTRY_ROW, "Mark of the group")));
}

/* Two hundred rows to type in, twice over, within half a second. */
static void
opens_at_once (Fixture *fixture, gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();
  double seconds;

  open_sheet (fixture, "Épreuve 1");
  seconds = (double) (g_get_monotonic_time () - start) / G_TIME_SPAN_SECOND;
  g_test_minimized_result (seconds, "a sheet of %d learners: %.3f s", MANY, seconds);
  g_assert_nonnull (find_row (fixture, MANY - 1));
  g_assert_cmpfloat (seconds, <, 5);
}

int
main (int argc, char **argv)
{
  sceau_test_window_init (&argc, &argv);

#define ADD(path, stage, func) g_test_add ("/app/mark-sheets/" path, Fixture, GUINT_TO_POINTER (stage), set_up, func, tear_down)
  ADD ("is-handed-in-and-reopened", WITH_RESULTS, is_handed_in_and_reopened);
  ADD ("asks-before-it-is-incomplete", EMPTY, asks_before_it_is_incomplete);
  ADD ("settles-what-was-typed-twice", WITH_RESULTS, settles_what_was_typed_twice);
  ADD ("warns-when-one-person-types-both", EMPTY, warns_when_one_person_types_both);
  ADD ("imports-grids", EMPTY, imports_grids);
  ADD ("goes-from-row-to-row", WITH_RESULTS, goes_from_row_to_row);
  ADD ("marks-a-group", EMPTY, marks_a_group);
  ADD ("marks-by-points", WITH_RESULTS, marks_by_points);
  ADD ("keeps-what-a-mark-was", EMPTY, keeps_what_a_mark_was);
  ADD ("changes-no-read-only-file", READ_ONLY, changes_no_read_only_file);
  ADD ("opens-at-once", CROWDED, opens_at_once);
#undef ADD
  return g_test_run ();
}
