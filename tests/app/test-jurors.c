/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The directory of jurors in the window: who is in it, what is known of them, and who leaves it. */

#include "sceau-test-window.h"

#include <glib/gstdio.h>

#include "sceau-import-report.h"
#include "sceau-juror-dialog.h"
#include "sceau-juror-fact-dialog.h"
#include "sceau-juror-import.h"
#include "sceau-juror-table.h"
#include "sceau-juror-view.h"
#include "sceau-jurors-view.h"
#include "sceau-jury-page.h"
#include "sceau-keep-jurors.h"
#include "sceau-learner-chooser.h"
#include "sceau-test-school.h"

typedef struct
{
  SceauTestSchool *school;
  SceauWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->school = sceau_test_school_new (2);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_test_window_close (fixture->window);
  sceau_test_school_free (fixture->school);
}

static GtkWidget *
find (Fixture *fixture, GType type)
{
  return sceau_test_find (GTK_WIDGET (fixture->window), type, NULL);
}

static GtkWidget *
dialog (GType type)
{
  GtkWidget *window;

  SCEAU_WAIT_FOR (sceau_test_find_window (type));
  window = GTK_WIDGET (sceau_test_find_window (type));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static void
type_in (GtkWidget *root, const char *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (root, ADW_TYPE_ENTRY_ROW, row)), text);
}

static SceauJurorFile *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SceauJurorFile *file = sceau_load_juror (fixture->school->school, fixture->school->jurors[0], &error);

  g_assert_no_error (error);
  return file;
}

/* The juror is chosen as a key or a click chooses: the list is activated where the juror stands. */
static void
open_juror (Fixture *fixture)
{
  g_autoptr (GPtrArray) jurors = sceau_juror_table_list (fixture->school->school, NULL, NULL);
  guint position = 0;

  fixture->window = sceau_test_window_open (fixture->school->path);
  sceau_window_show_page (fixture->window, "juries");
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_JURY_PAGE));
  g_assert_true (gtk_widget_activate_action (find (fixture, SCEAU_TYPE_JURY_PAGE), "page.jurors", NULL));
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_JURORS_VIEW));
  SCEAU_WAIT_FOR (sceau_test_find (find (fixture, SCEAU_TYPE_JURORS_VIEW), GTK_TYPE_COLUMN_VIEW, NULL));
  for (guint i = 0; i < jurors->len; i++)
    if (((SceauJuror *) g_ptr_array_index (jurors, i))->id == fixture->school->jurors[0])
      position = i;
  SCEAU_WAIT_FOR (
    g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (sceau_test_find (
      find (fixture, SCEAU_TYPE_JURORS_VIEW), GTK_TYPE_COLUMN_VIEW, NULL))))) == jurors->len);
  g_signal_emit_by_name (sceau_test_find (find (fixture, SCEAU_TYPE_JURORS_VIEW), GTK_TYPE_COLUMN_VIEW, NULL), "activate", position);
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_JUROR_VIEW));
  SCEAU_WAIT_FOR (sceau_test_find (find (fixture, SCEAU_TYPE_JUROR_VIEW), GTK_TYPE_LABEL, "None declared"));
}

static void
act (Fixture *fixture, const char *action, const char *format, int fact)
{
  GtkWidget *view = find (fixture, SCEAU_TYPE_JUROR_VIEW);

  if (format != NULL)
    g_assert_true (gtk_widget_activate_action (view, action, format, fact));
  else
    g_assert_true (gtk_widget_activate_action (view, action, NULL));
}

static void
edits_a_juror (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauJurorFile) file = NULL;
  GtkWidget *edit;

  open_juror (fixture);
  act (fixture, "juror.edit", NULL, 0);
  edit = dialog (SCEAU_TYPE_JUROR_DIALOG);
  type_in (edit, "Field of competence", "réponse à incident");
  type_in (edit, "Email", "membre@exemple.invalid");
  gtk_widget_activate_action (edit, "dialog.create", NULL);
  SCEAU_WAIT_FOR (sceau_test_find (find (fixture, SCEAU_TYPE_JUROR_VIEW), GTK_TYPE_LABEL, "réponse à incident"));
  file = load (fixture);
  g_assert_cmpstr (file->juror->field, ==, "réponse à incident");
  g_assert_cmpstr (file->juror->email, ==, "membre@exemple.invalid");
}

static void
declares_a_conflict_with_a_cohort (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauJurorFile) file = NULL;
  GtkWidget *fact;

  open_juror (fixture);
  act (fixture, "juror.add-fact", "i", SCEAU_JUROR_FACT_CONFLICT);
  fact = dialog (SCEAU_TYPE_JUROR_FACT_DIALOG);
  adw_combo_row_set_selected (ADW_COMBO_ROW (sceau_test_find (fact, ADW_TYPE_COMBO_ROW, "With")), 1);
  gtk_widget_activate_action (fact, "dialog.create", NULL);
  SCEAU_WAIT_FOR (sceau_test_find (find (fixture, SCEAU_TYPE_JUROR_VIEW), ADW_TYPE_ACTION_ROW, "Trainer of the candidate"));
  file = load (fixture);
  g_assert_cmpuint (file->conflicts->len, ==, 1);
  g_assert_cmpint (((SceauJurorConflict *) g_ptr_array_index (file->conflicts, 0))->cohort_id, !=, 0);
}

static void
declares_a_conflict_with_a_learner_by_typing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauJurorFile) file = NULL;
  GtkWidget *fact, *chooser, *entry;

  open_juror (fixture);
  act (fixture, "juror.add-fact", "i", SCEAU_JUROR_FACT_CONFLICT);
  fact = dialog (SCEAU_TYPE_JUROR_FACT_DIALOG);
  chooser = sceau_test_find (fact, SCEAU_TYPE_LEARNER_CHOOSER, NULL);
  entry = sceau_test_find (chooser, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody of this name");
  SCEAU_WAIT_FOR (sceau_test_find (chooser, GTK_TYPE_LABEL, "Nobody has this name or number."));
  g_assert_null (sceau_learner_chooser_get_number (SCEAU_LEARNER_CHOOSER (chooser)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "A001");
  SCEAU_WAIT_FOR (sceau_learner_chooser_get_number (SCEAU_LEARNER_CHOOSER (chooser)) != NULL);
  gtk_widget_activate_action (fact, "dialog.create", NULL);
  SCEAU_WAIT_FOR (sceau_test_find (find (fixture, SCEAU_TYPE_JUROR_VIEW), ADW_TYPE_ACTION_ROW, "Trainer of the candidate"));
  file = load (fixture);
  g_assert_cmpstr (((SceauJurorConflict *) g_ptr_array_index (file->conflicts, 0))->learner_number, ==, "A001");
}

static void
records_days_away_and_takes_them_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauJurorFile) before = NULL;
  g_autoptr (SceauJurorFile) after = NULL;
  GtkWidget *fact;

  open_juror (fixture);
  act (fixture, "juror.add-fact", "i", SCEAU_JUROR_FACT_ABSENCE);
  fact = dialog (SCEAU_TYPE_JUROR_FACT_DIALOG);
  type_in (fact, "First day", "01/12/2026");
  type_in (fact, "Last day", "05/12/2026");
  gtk_widget_activate_action (fact, "dialog.create", NULL);
  SCEAU_WAIT_FOR (sceau_test_find (find (fixture, SCEAU_TYPE_JUROR_VIEW), ADW_TYPE_ACTION_ROW, "from 01/12/2026 to 05/12/2026"));
  before = load (fixture);
  g_assert_cmpuint (before->unavailabilities->len, ==, 1);
  gtk_widget_activate_action (find (fixture, SCEAU_TYPE_JUROR_VIEW), "juror.remove-fact", "(xi)",
                              ((SceauUnavailability *) g_ptr_array_index (before->unavailabilities, 0))->id, SCEAU_JUROR_FACT_ABSENCE);
  SCEAU_WAIT_FOR (sceau_test_find (find (fixture, SCEAU_TYPE_JUROR_VIEW), GTK_TYPE_LABEL, "None announced"));
  after = load (fixture);
  g_assert_cmpuint (after->unavailabilities->len, ==, 0);
}

static void
retires_and_takes_back (Fixture *fixture, gconstpointer data)
{
  open_juror (fixture);
  act (fixture, "juror.retire", NULL, 0);
  SCEAU_WAIT_FOR (sceau_test_find (find (fixture, SCEAU_TYPE_JUROR_VIEW), GTK_TYPE_LABEL, "Retired"));
  act (fixture, "juror.retire", NULL, 0);
  SCEAU_WAIT_FOR (sceau_test_find (find (fixture, SCEAU_TYPE_JUROR_VIEW), GTK_TYPE_LABEL, "Retired") == NULL);
}

static void
removes_who_never_sat (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauJuror) juror = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *question;

  open_juror (fixture);
  act (fixture, "juror.remove", NULL, 0);
  SCEAU_WAIT_FOR (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  question = sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "confirm");
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_JUROR_VIEW) == NULL);
  juror = sceau_juror_table_find (fixture->school->school, fixture->school->jurors[0], &error);
  g_assert_null (juror);
}

static guint
count_jurors (Fixture *fixture, const char *search)
{
  g_autoptr (GPtrArray) jurors = sceau_juror_table_list (fixture->school->school, search, NULL);

  return jurors->len;
}

static void
imports_a_list_after_showing_it (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->school->path);
  g_autofree char *path = g_build_filename (folder, "membres.csv", NULL);
  GtkWidget *report;

  g_assert_true (g_file_set_contents (path,
                                      "name;function;employer;internal;sex\n"
                                      "Inès INVENTÉE;Experte;Cabinet inventé;non;F\n"
                                      ";Expert;Cabinet inventé;non;M\n",
                                      -1, NULL));
  open_juror (fixture);
  sceau_juror_import_start (find (fixture, SCEAU_TYPE_JUROR_VIEW), sceau_page_get_context (SCEAU_PAGE (find (fixture, SCEAU_TYPE_JURY_PAGE))), path);
  report = dialog (SCEAU_TYPE_IMPORT_REPORT);
  gtk_widget_activate_action (report, "dialog.accept", NULL);
  SCEAU_WAIT_FOR (count_jurors (fixture, "inventée inès") == 1);
  g_assert_cmpuint (count_jurors (fixture, "Expert Cabinet inventé"), ==, 1);
  g_assert_cmpint (g_remove (path), ==, 0);
}

int
main (int argc, char **argv)
{
  sceau_test_window_init (&argc, &argv);

#define ADD(path, func) g_test_add ("/app/jurors/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("edits-a-juror", edits_a_juror);
  ADD ("declares-a-conflict-with-a-cohort", declares_a_conflict_with_a_cohort);
  ADD ("declares-a-conflict-with-a-learner-by-typing", declares_a_conflict_with_a_learner_by_typing);
  ADD ("records-days-away-and-takes-them-back", records_days_away_and_takes_them_back);
  ADD ("retires-and-takes-back", retires_and_takes_back);
  ADD ("removes-who-never-sat", removes_who_never_sat);
  ADD ("imports-a-list-after-showing-it", imports_a_list_after_showing_it);
#undef ADD
  return g_test_run ();
}
