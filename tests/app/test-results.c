/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-test-window.h"

#include <glib/gstdio.h>

#include "sceau-import-report.h"
#include "sceau-journal.h"
#include "sceau-record-results.h"
#include "sceau-result-import.h"
#include "sceau-result-table.h"
#include "sceau-results-page.h"
#include "sceau-test-school.h"

#define LEARNERS 12
#define NO_MARK (-1)

typedef struct
{
  SceauTestSchool *school;
  SceauWindow *window;
  SceauResultsPage *page;
  SceauResultGrid *grid;
} Fixture;

typedef enum
{
  EMPTY,
  WITH_RESULTS,
  SEALED
} Stage;

static SceauResultSheet *
sheet (Fixture *fixture)
{
  return sceau_results_page_get_sheet (fixture->page);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  Stage stage = GPOINTER_TO_UINT (data);

  fixture->school = sceau_test_school_new (LEARNERS);
  if (stage != EMPTY)
    sceau_test_school_add_results (fixture->school);
  if (stage == SEALED)
    sceau_test_school_seal (fixture->school);
  fixture->window = sceau_test_window_open (fixture->school->path);
  sceau_window_show_page (fixture->window, "results");
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (fixture->window), SCEAU_TYPE_RESULT_GRID, NULL) != NULL);
  fixture->page = SCEAU_RESULTS_PAGE (sceau_test_find (GTK_WIDGET (fixture->window), SCEAU_TYPE_RESULTS_PAGE, NULL));
  fixture->grid = sceau_results_page_get_grid (fixture->page);
  g_assert_cmpuint (sceau_result_sheet_get_n_rows (sheet (fixture)), ==, LEARNERS);
  g_assert_cmpuint (sceau_result_sheet_get_n_columns (sheet (fixture)), ==, 4);
  /* A page of rows is as high as the window, once it has a height. */
  SCEAU_WAIT_FOR (gtk_widget_get_height (GTK_WIDGET (fixture->grid)) > 0);
  sceau_result_grid_set_cursor (fixture->grid, 0, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_test_window_close (fixture->window);
  sceau_test_school_free (fixture->school);
}

static void
press (Fixture *fixture, guint keyval, GdkModifierType modifiers)
{
  g_assert_true (sceau_test_press_key (GTK_WIDGET (fixture->grid), keyval, modifiers));
}

/* As a person types: what the grid does not want is the editor's. */
static void
type (Fixture *fixture, const char *text)
{
  GtkEditable *editor = GTK_EDITABLE (sceau_result_grid_get_editor (fixture->grid));

  for (; *text != '\0'; text++)
    if (!sceau_test_press_key (GTK_WIDGET (fixture->grid), gdk_unicode_to_keyval ((guchar) *text), 0))
      {
        int position = -1;

        gtk_editable_insert_text (editor, text, 1, &position);
      }
}

static void
wait_until_saved (Fixture *fixture)
{
  SCEAU_WAIT_FOR (!sceau_results_page_is_saving (fixture->page));
}

/* Hundredths in the school file, NO_MARK when there is none; states that are no value are below. */
static int
stored (Fixture *fixture, guint row, guint column, int attempt)
{
  g_autoptr (SceauResult) result
    = sceau_result_table_find (fixture->school->school, sceau_result_sheet_get_row (sheet (fixture), row)->enrolment_id,
                               sceau_result_sheet_get_column (sheet (fixture), column)->code, attempt, NULL);

  if (result == NULL)
    return NO_MARK;
  return result->mark.kind == SCEAU_MARK_VALUE ? result->mark.value : NO_MARK - (int) result->mark.kind;
}

static gint64
count_entries (Fixture *fixture)
{
  const SceauJournalQuery query = { 0 };

  return sceau_journal_count (fixture->school->school, &query, NULL);
}

static void
assert_cursor (Fixture *fixture, guint row, guint column)
{
  guint at_row, at_column;

  g_assert_true (sceau_result_grid_get_cursor (fixture->grid, &at_row, &at_column));
  g_assert_cmpuint (at_row, ==, row);
  g_assert_cmpuint (at_column, ==, column);
}

static void
assert_shown (Fixture *fixture, guint row, guint column, const char *text)
{
  g_autofree char *shown = sceau_result_sheet_get_text (sheet (fixture), row, column);

  g_assert_cmpstr (shown, ==, text);
}

static GtkWidget *
cell (Fixture *fixture, guint row, guint column)
{
  GtkWidget *widget = sceau_result_grid_get_cell (fixture->grid, row, column);

  g_assert_nonnull (widget);
  return widget;
}

static void
writes_what_is_typed (Fixture *fixture, gconstpointer data)
{
  gint64 before = count_entries (fixture);

  type (fixture, "14,5");
  g_assert_true (sceau_result_grid_is_editing (fixture->grid));
  press (fixture, GDK_KEY_Return, 0);
  assert_cursor (fixture, 1, 0);
  assert_shown (fixture, 0, 0, "14,5");
  type (fixture, "0");
  press (fixture, GDK_KEY_Return, 0);
  type (fixture, "abs");
  press (fixture, GDK_KEY_Down, 0);
  wait_until_saved (fixture);
  g_assert_cmpint (stored (fixture, 0, 0, 1), ==, 1450);
  g_assert_cmpint (stored (fixture, 1, 0, 1), ==, 0);
  g_assert_cmpint (stored (fixture, 2, 0, 1), ==, NO_MARK - SCEAU_MARK_ABSENT);
  g_assert_cmpint (count_entries (fixture) - before, ==, 3);
}

static void
types_over_and_edits (Fixture *fixture, gconstpointer data)
{
  gint64 before = count_entries (fixture);
  GtkEditable *editor = GTK_EDITABLE (sceau_result_grid_get_editor (fixture->grid));
  g_autofree char *shown = sceau_result_sheet_get_text (sheet (fixture), 0, 0);

  press (fixture, GDK_KEY_F2, 0);
  g_assert_cmpstr (gtk_editable_get_text (editor), ==, shown);
  /* In a cell that is edited, arrows are the editor's. */
  g_assert_false (sceau_test_press_key (GTK_WIDGET (fixture->grid), GDK_KEY_Left, 0));
  gtk_editable_set_text (editor, "3");
  press (fixture, GDK_KEY_Escape, 0);
  g_assert_false (sceau_result_grid_is_editing (fixture->grid));
  assert_shown (fixture, 0, 0, shown);
  /* The same mark again is no change. */
  type (fixture, shown);
  press (fixture, GDK_KEY_Return, 0);
  wait_until_saved (fixture);
  g_assert_cmpint (count_entries (fixture), ==, before);
}

static void
moves_as_a_spreadsheet (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint keyval;
    GdkModifierType modifiers;
    guint row, column;
  } steps[] = {
    { GDK_KEY_Right, 0, 0, 1 },
    { GDK_KEY_Down, 0, 1, 1 },
    { GDK_KEY_Left, 0, 1, 0 },
    { GDK_KEY_Left, 0, 1, 0 },
    { GDK_KEY_Up, 0, 0, 0 },
    { GDK_KEY_End, 0, 0, 3 },
    { GDK_KEY_Tab, 0, 1, 0 },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, 0, 3 },
    { GDK_KEY_Home, 0, 0, 0 },
    { GDK_KEY_End, GDK_CONTROL_MASK, LEARNERS - 1, 3 },
    { GDK_KEY_Home, GDK_CONTROL_MASK, 0, 0 },
    { GDK_KEY_Down, GDK_CONTROL_MASK, LEARNERS - 1, 0 },
    { GDK_KEY_Page_Up, 0, 0, 0 },
    /* Enter goes back to where the row of Tabs began. */
    { GDK_KEY_Tab, 0, 0, 1 },
    { GDK_KEY_Tab, 0, 0, 2 },
    { GDK_KEY_Return, 0, 1, 0 },
    { GDK_KEY_Return, GDK_SHIFT_MASK, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      press (fixture, steps[i].keyval, steps[i].modifiers);
      assert_cursor (fixture, steps[i].row, steps[i].column);
      g_assert_true (gtk_widget_has_focus (cell (fixture, steps[i].row, steps[i].column)));
    }
  /* Tab leaves the grid where there is no cell further on: nobody is caught in it. */
  g_assert_false (sceau_test_press_key (GTK_WIDGET (fixture->grid), GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
}

static void
names_every_cell (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("%s, BC01-EC1, attempt 1", sceau_result_sheet_get_row (sheet (fixture), 0)->name);

  type (fixture, "8");
  press (fixture, GDK_KEY_Return, 0);
  wait_until_saved (fixture);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell (fixture, 0, 0)), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell (fixture, 0, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell (fixture, 0, 0)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "8 · below the pass mark 10");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell (fixture, 1, 0)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Not entered");
}

static void
keeps_a_wrong_mark_out (Fixture *fixture, gconstpointer data)
{
  gint64 before = count_entries (fixture);

  type (fixture, "25");
  press (fixture, GDK_KEY_Return, 0);
  wait_until_saved (fixture);
  assert_shown (fixture, 0, 0, "25");
  g_assert_cmpstr (sceau_result_sheet_get_fault (sheet (fixture), 0, 0), ==,
                   "The mark “25” is above 20: give a mark from 0 to 20.");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (cell (fixture, 0, 0)), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpint (stored (fixture, 0, 0, 1), ==, NO_MARK);
  g_assert_cmpint (count_entries (fixture), ==, before);

  g_assert_nonnull (sceau_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Not everything is saved"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "page.go-to-fault", NULL);
  assert_cursor (fixture, 0, 0);
  press (fixture, GDK_KEY_Escape, 0);
  g_assert_null (sceau_result_sheet_get_fault (sheet (fixture), 0, 0));
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Everything is saved") != NULL);
  assert_shown (fixture, 0, 0, "");
}

static void
takes_back_through_the_school (Fixture *fixture, gconstpointer data)
{
  gint64 before = count_entries (fixture);

  type (fixture, "11");
  press (fixture, GDK_KEY_Return, 0);
  /* At once: the edit may still be on its way, and its order is kept. */
  press (fixture, GDK_KEY_z, GDK_CONTROL_MASK);
  wait_until_saved (fixture);
  g_assert_cmpint (stored (fixture, 0, 0, 1), ==, NO_MARK);
  assert_shown (fixture, 0, 0, "");
  assert_cursor (fixture, 0, 0);
  press (fixture, GDK_KEY_Z, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  wait_until_saved (fixture);
  g_assert_cmpint (stored (fixture, 0, 0, 1), ==, 1100);
  assert_shown (fixture, 0, 0, "11");
  g_assert_cmpint (count_entries (fixture) - before, ==, 3);
  press (fixture, GDK_KEY_z, GDK_CONTROL_MASK);
  wait_until_saved (fixture);
  g_assert_cmpint (stored (fixture, 0, 0, 1), ==, NO_MARK);
}

static void
clears_a_selection (Fixture *fixture, gconstpointer data)
{
  gint64 before = count_entries (fixture);
  int first = stored (fixture, 0, 0, 1);
  int second = stored (fixture, 1, 1, 1);

  g_assert_cmpint (first, !=, NO_MARK);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Delete, 0);
  wait_until_saved (fixture);
  g_assert_cmpint (stored (fixture, 0, 0, 1), ==, NO_MARK);
  g_assert_cmpint (stored (fixture, 1, 1, 1), ==, NO_MARK);
  g_assert_cmpint (stored (fixture, 2, 0, 1), !=, NO_MARK);
  g_assert_cmpint (count_entries (fixture) - before, ==, 1);
  press (fixture, GDK_KEY_z, GDK_CONTROL_MASK);
  wait_until_saved (fixture);
  g_assert_cmpint (stored (fixture, 0, 0, 1), ==, first);
  g_assert_cmpint (stored (fixture, 1, 1, 1), ==, second);
}

static void
pastes_a_column (Fixture *fixture, gconstpointer data)
{
  gint64 before = count_entries (fixture);

  sceau_results_page_paste (fixture->page, "12,5\r\nABS\r\n\r\n9\r\n");
  wait_until_saved (fixture);
  g_assert_cmpint (stored (fixture, 0, 0, 1), ==, 1250);
  g_assert_cmpint (stored (fixture, 1, 0, 1), ==, NO_MARK - SCEAU_MARK_ABSENT);
  g_assert_cmpint (stored (fixture, 2, 0, 1), ==, NO_MARK);
  g_assert_cmpint (stored (fixture, 3, 0, 1), ==, 900);
  g_assert_cmpint (count_entries (fixture) - before, ==, 1);
}

static void
fills_a_selection (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  sceau_results_page_paste (fixture->page, "10\n");
  wait_until_saved (fixture);
  for (guint row = 0; row < 2; row++)
    for (guint column = 0; column < 2; column++)
      g_assert_cmpint (stored (fixture, row, column, 1), ==, 1000);
  g_assert_cmpint (stored (fixture, 2, 0, 1), ==, NO_MARK);
}

static void
assert_paste_is_reported (Fixture *fixture, const char *text, const char *place, const char *sentence)
{
  gint64 before = count_entries (fixture);
  GtkWindow *report;

  sceau_results_page_paste (fixture->page, text);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT) != NULL);
  report = sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT);
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (report), GTK_TYPE_LABEL, place) != NULL);
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (report), GTK_TYPE_LABEL, sentence) != NULL);
  gtk_window_destroy (report);
  wait_until_saved (fixture);
  g_assert_cmpint (count_entries (fixture), ==, before);
}

static void
pastes_everything_or_nothing (Fixture *fixture, gconstpointer data)
{
  const char *name = sceau_result_sheet_get_row (sheet (fixture), 1)->name;
  g_autofree char *place = g_strdup_printf ("%s, BC01-EC1, attempt 1 · “1O”", name);
  g_autofree char *first = g_strdup_printf ("%s, BC01-EC1, attempt 1", sceau_result_sheet_get_row (sheet (fixture), 0)->name);

  assert_paste_is_reported (fixture, "12\n1O\n14\n", place,
                            "“1O” is not a mark: give a number from 0 to 20 such as 14,5, or ABS, EXC, ATT, DISP or FRAUDE.");
  assert_paste_is_reported (fixture, "1\t2\t3\t4\t5\n", first,
                            "The block has 5 columns, but only 4 modalities are left from this cell on.");
  g_assert_cmpint (stored (fixture, 0, 0, 1), ==, NO_MARK);
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
copies_and_pastes_with_keys (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  type (fixture, "7,5");
  press (fixture, GDK_KEY_Tab, 0);
  type (fixture, "exc");
  press (fixture, GDK_KEY_Return, 0);
  press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->grid)), NULL, text_read_cb, &text);
  SCEAU_WAIT_FOR (text != NULL);
  g_assert_cmpstr (text, ==, "7,5\tEXC\n");
  sceau_result_grid_set_cursor (fixture->grid, 4, 2);
  press (fixture, GDK_KEY_v, GDK_CONTROL_MASK);
  SCEAU_WAIT_FOR (stored (fixture, 4, 3, 1) == NO_MARK - SCEAU_MARK_EXCUSED);
  g_assert_cmpint (stored (fixture, 4, 2, 1), ==, 750);
}

static void
leaves_sealed_cells_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *place = g_strdup_printf ("%s, BC01-EC1, attempt 1 · “3”", sceau_result_sheet_get_row (sheet (fixture), 0)->name);
  g_autofree char *seal = sceau_result_sheet_describe_seal (sheet (fixture), 0, 0);
  int before = stored (fixture, 0, 0, 1);

  g_assert_nonnull (seal);
  g_assert_true (g_str_has_prefix (seal, "Locked by the seal of jury session"));
  type (fixture, "3");
  g_assert_false (sceau_result_grid_is_editing (fixture->grid));
  press (fixture, GDK_KEY_F2, 0);
  g_assert_false (sceau_result_grid_is_editing (fixture->grid));
  assert_paste_is_reported (fixture, "3\n", place, seal);
  g_assert_cmpint (stored (fixture, 0, 0, 1), ==, before);
}

static void
choose_attempt (Fixture *fixture, int attempt)
{
  GtkWidget *chooser = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->page), SCEAU_TYPE_RESULTS_PAGE, "attempt"));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), (guint) attempt - 1);
  SCEAU_WAIT_FOR (sceau_result_sheet_get_attempt (sheet (fixture)) == attempt);
  sceau_result_grid_set_cursor (fixture->grid, 0, 0);
}

static void
shows_the_attempt_before (Fixture *fixture, gconstpointer data)
{
  type (fixture, "8");
  press (fixture, GDK_KEY_Return, 0);
  wait_until_saved (fixture);
  choose_attempt (fixture, 2);
  g_assert_cmpint (sceau_result_sheet_get_cell (sheet (fixture), 0, 0)->earlier.value, ==, 800);
  g_assert_cmpuint (sceau_result_sheet_count_missing (sheet (fixture), 0), ==, 1);
  type (fixture, "12");
  press (fixture, GDK_KEY_Return, 0);
  /* Nobody comes a second time who did not come a first. */
  type (fixture, "12");
  press (fixture, GDK_KEY_Return, 0);
  wait_until_saved (fixture);
  g_assert_cmpint (stored (fixture, 0, 0, 1), ==, 800);
  g_assert_cmpint (stored (fixture, 0, 0, 2), ==, 1200);
  g_assert_cmpuint (sceau_result_sheet_count_missing (sheet (fixture), 0), ==, 0);
  g_assert_cmpstr (sceau_result_sheet_get_fault (sheet (fixture), 1, 0), ==,
                   "There is no result at attempt 1: record it first, as an absence if nobody came.");
  choose_attempt (fixture, 1);
  press (fixture, GDK_KEY_Delete, 0);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT) != NULL);
  gtk_window_destroy (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
  g_assert_cmpint (stored (fixture, 0, 0, 1), ==, 800);
}

static void
keeps_what_was_entered_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  const SceauMark mark = { SCEAU_MARK_VALUE, 1700 };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (results, sceau_result_new (sceau_result_sheet_get_row (sheet (fixture), 0)->enrolment_id, "BC01-EC1", 1, mark));
  sceau_record_results (fixture->school->school, results, NULL, &error);
  g_assert_no_error (error);
  type (fixture, "4");
  press (fixture, GDK_KEY_Return, 0);
  wait_until_saved (fixture);
  g_assert_cmpint (stored (fixture, 0, 0, 1), ==, 1700);
  g_assert_nonnull (sceau_result_sheet_get_fault (sheet (fixture), 0, 0));
  /* The grid reads again and, once the wrong text is dismissed, shows what stands. */
  SCEAU_WAIT_FOR (sceau_result_sheet_get_cell (sheet (fixture), 0, 0)->mark.value == 1700);
  sceau_result_grid_set_cursor (fixture->grid, 0, 0);
  press (fixture, GDK_KEY_Escape, 0);
  assert_shown (fixture, 0, 0, "17");
}

static void
shows_those_who_miss_something (Fixture *fixture, gconstpointer data)
{
  GtkWidget *missing_only
    = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->page), SCEAU_TYPE_RESULTS_PAGE, "missing_only"));

  g_assert_cmpuint (sceau_result_sheet_count_missing (sheet (fixture), 0), ==, 0);
  press (fixture, GDK_KEY_Delete, 0);
  wait_until_saved (fixture);
  g_assert_cmpuint (sceau_result_sheet_count_missing (sheet (fixture), 0), ==, 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (missing_only), TRUE);
  g_assert_cmpuint (sceau_result_sheet_get_n_rows (sheet (fixture)), ==, 1);
  /* The row stays while one types in it. */
  type (fixture, "13");
  press (fixture, GDK_KEY_Return, 0);
  wait_until_saved (fixture);
  g_assert_cmpuint (sceau_result_sheet_get_n_rows (sheet (fixture)), ==, 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (missing_only), FALSE);
  g_assert_cmpuint (sceau_result_sheet_get_n_rows (sheet (fixture)), ==, LEARNERS);
}

static void
finds_a_learner (Fixture *fixture, gconstpointer data)
{
  sceau_page_search (SCEAU_PAGE (fixture->page), "a003");
  g_assert_cmpuint (sceau_result_sheet_get_n_rows (sheet (fixture)), ==, 1);
  g_assert_cmpstr (sceau_result_sheet_get_row (sheet (fixture), 0)->number, ==, "A003");
  type (fixture, "16");
  press (fixture, GDK_KEY_Return, 0);
  wait_until_saved (fixture);
  g_assert_cmpint (stored (fixture, 0, 0, 1), ==, 1600);
  sceau_page_search (SCEAU_PAGE (fixture->page), "nobody at all");
  g_assert_cmpuint (sceau_result_sheet_get_n_rows (sheet (fixture)), ==, 0);
  g_assert_false (sceau_test_press_key (GTK_WIDGET (fixture->grid), GDK_KEY_1, 0));
  sceau_page_search (SCEAU_PAGE (fixture->page), "");
  g_assert_cmpuint (sceau_result_sheet_get_n_rows (sheet (fixture)), ==, LEARNERS);
}

static void
reports_a_faulty_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->school->folder, "results.csv", NULL);
  gint64 before = count_entries (fixture);
  GtkWindow *report;

  g_assert_true (g_file_set_contents (path, "number;BC01-EC1\nA001;21\nA002;12\n", -1, NULL));
  sceau_result_import_start (GTK_WIDGET (fixture->page), sceau_window_get_context (fixture->window), path,
                             fixture->school->certification_code, "2025-2026", 1);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT) != NULL);
  report = sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT);
  g_assert_cmpint (count_entries (fixture), ==, before);
  gtk_widget_activate_action (GTK_WIDGET (report), "dialog.accept", NULL);
  SCEAU_WAIT_FOR (count_entries (fixture) == before + 1);
  /* Others changed the school: the grid shows it by itself. */
  SCEAU_WAIT_FOR (sceau_result_sheet_count_missing (sheet (fixture), 0) == LEARNERS - 1);
}

/* The window's test school has more learners than names. */
static void
tells_namesakes_apart (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-results-XXXXXX", NULL);
  g_autofree char *path = sceau_test_window_make_school (folder, 9);
  SceauWindow *window = sceau_test_window_open (path);

  sceau_window_show_page (window, "results");
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "ABADIE Zoé (A0001)") != NULL);
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "ABADIE Zoé (A0009)") != NULL);
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "BÉRARD Loïc") != NULL);
  sceau_test_window_close (window);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
says_what_to_do_first (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-results-XXXXXX", NULL);
  g_autofree char *path = sceau_test_window_make_school (folder, 0);
  SceauWindow *window = sceau_test_window_open (path);

  sceau_window_show_page (window, "results");
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Nobody Is Enrolled Yet") != NULL);
  sceau_test_window_close (window);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  sceau_test_window_init (&argc, &argv);

  g_test_add_func ("/app/results/says-what-to-do-first", says_what_to_do_first);
  g_test_add_func ("/app/results/tells-namesakes-apart", tells_namesakes_apart);
#define ADD(path, stage, func) g_test_add ("/app/results/" path, Fixture, GUINT_TO_POINTER (stage), set_up, func, tear_down)
  ADD ("writes-what-is-typed", EMPTY, writes_what_is_typed);
  ADD ("types-over-and-edits", WITH_RESULTS, types_over_and_edits);
  ADD ("moves-as-a-spreadsheet", EMPTY, moves_as_a_spreadsheet);
  ADD ("names-every-cell", EMPTY, names_every_cell);
  ADD ("keeps-a-wrong-mark-out", EMPTY, keeps_a_wrong_mark_out);
  ADD ("takes-back-through-the-school", EMPTY, takes_back_through_the_school);
  ADD ("clears-a-selection", WITH_RESULTS, clears_a_selection);
  ADD ("pastes-a-column", EMPTY, pastes_a_column);
  ADD ("fills-a-selection", EMPTY, fills_a_selection);
  ADD ("pastes-everything-or-nothing", EMPTY, pastes_everything_or_nothing);
  ADD ("copies-and-pastes-with-keys", EMPTY, copies_and_pastes_with_keys);
  ADD ("leaves-sealed-cells-alone", SEALED, leaves_sealed_cells_alone);
  ADD ("shows-the-attempt-before", EMPTY, shows_the_attempt_before);
  ADD ("keeps-what-was-entered-elsewhere", EMPTY, keeps_what_was_entered_elsewhere);
  ADD ("shows-those-who-miss-something", WITH_RESULTS, shows_those_who_miss_something);
  ADD ("finds-a-learner", EMPTY, finds_a_learner);
  ADD ("reports-a-faulty-file", EMPTY, reports_a_faulty_file);
#undef ADD
  return g_test_run ();
}
