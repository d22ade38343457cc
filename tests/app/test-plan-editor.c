/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The evaluation plan in the window: edited, checked, taken back, saved, refused. */

#include "sceau-test-window.h"

#include <glib/gstdio.h>

#include "sceau-certification-view.h"
#include "sceau-import-report.h"
#include "sceau-form-dialog.h"
#include "sceau-import-fiche.h"
#include "sceau-plan-editor.h"
#include "sceau-plan-matrix.h"
#include "sceau-plan-table.h"

#define CODE "RNCP41445"

typedef struct
{
  char *folder;
  char *path;
  SceauWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer learners)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("sceau-plan-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = sceau_test_window_make_school (fixture->folder, GPOINTER_TO_UINT (learners));
}

static void
tear_down (Fixture *fixture, gconstpointer learners)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  sceau_test_window_close (fixture->window);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GtkWidget *
root (Fixture *fixture)
{
  return GTK_WIDGET (fixture->window);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *text)
{
  return sceau_test_find (root (fixture), type, text);
}

static gboolean
act (Fixture *fixture, const char *action)
{
  return gtk_widget_activate_action (find (fixture, SCEAU_TYPE_PLAN_EDITOR, NULL), action, NULL);
}

/* From the start page to the plan of the one certification. */
static void
open_editor (Fixture *fixture)
{
  fixture->window = sceau_test_window_open (fixture->path);
  sceau_window_show_page (fixture->window, "certifications");
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, NULL));
  gtk_widget_activate (find (fixture, ADW_TYPE_ACTION_ROW, NULL));
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_CERTIFICATION_VIEW, NULL));
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Edit the Plan…"), "clicked");
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_PLAN_EDITOR, NULL));
}

/* What the file holds, read by somebody else. */
static SceauPlan *
read_plan (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SceauSchool *school = sceau_school_open (fixture->path, SCEAU_SCHOOL_READ_ONLY, &error);
  SceauPlan *plan;

  g_assert_no_error (error);
  plan = sceau_plan_table_find (school, CODE, &error);
  g_assert_no_error (error);
  sceau_school_close (school);
  return plan;
}

static const char *
saved_title (Fixture *fixture, const char *code)
{
  g_autoptr (SceauPlan) plan = read_plan (fixture);
  const SceauModality *modality = sceau_plan_find_modality (plan, code);

  return modality != NULL ? g_intern_string (modality->title) : NULL;
}

static const char *
first_code (Fixture *fixture)
{
  g_autoptr (SceauPlan) plan = read_plan (fixture);

  return g_intern_string (((SceauModality *) g_ptr_array_index (plan->modalities, 0))->code);
}

static SceauFormDialog *
edit (Fixture *fixture, const char *code)
{
  const char *title = saved_title (fixture, code);

  gtk_widget_activate (find (fixture, ADW_TYPE_ACTION_ROW, title));
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG)));
  return SCEAU_FORM_DIALOG (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG));
}

static void
type (SceauFormDialog *dialog, const char *row, const char *text)
{
  GtkWidget *entry = sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, row);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static gboolean
can_accept (SceauFormDialog *dialog)
{
  GtkWidget *button = sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Apply");

  if (button == NULL)
    button = sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Add");
  return gtk_widget_is_sensitive (button);
}

static void
rename_first (Fixture *fixture, const char *title)
{
  SceauFormDialog *dialog = edit (fixture, first_code (fixture));

  type (dialog, "Title", title);
  g_assert_true (can_accept (dialog));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.accept", NULL);
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, title));
}

static void
save (Fixture *fixture)
{
  GtkWidget *button = find (fixture, GTK_TYPE_BUTTON, "_Save");

  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_true (act (fixture, "plan.save"));
  SCEAU_WAIT_FOR (!gtk_widget_is_sensitive (button) || sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
}

static void
saves_an_edited_modality (Fixture *fixture, gconstpointer data)
{
  const char *code = first_code (fixture);
  gpointer level;

  open_editor (fixture);
  g_assert_false (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Save")));
  rename_first (fixture, "Étude renommée");
  g_assert_cmpstr (saved_title (fixture, code), !=, "Étude renommée");
  save (fixture);
  g_assert_cmpstr (saved_title (fixture, code), ==, "Étude renommée");

  level = find (fixture, SCEAU_TYPE_PLAN_EDITOR, NULL);
  g_object_add_weak_pointer (level, &level);
  gtk_widget_activate_action (root (fixture), "win.back", NULL);
  SCEAU_WAIT_FOR (level == NULL);
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_EXPANDER_ROW, NULL));
}

static void
undoes_and_redoes (Fixture *fixture, gconstpointer data)
{
  const char *title = saved_title (fixture, first_code (fixture));

  open_editor (fixture);
  rename_first (fixture, "Étude renommée");
  g_assert_true (act (fixture, "plan.undo"));
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, title));
  g_assert_false (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Save")));
  g_assert_true (act (fixture, "plan.redo"));
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "Étude renommée"));
  g_assert_true (act (fixture, "plan.undo"));
}

static void
checks_a_modality_as_one_types (Fixture *fixture, gconstpointer data)
{
  SceauFormDialog *dialog;

  open_editor (fixture);
  dialog = edit (fixture, first_code (fixture));
  g_assert_true (can_accept (dialog));
  type (dialog, "Passed from", "25");
  g_assert_false (can_accept (dialog));
  g_assert_true (gtk_widget_has_css_class (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Passed from"), "error"));
  type (dialog, "Passed from", "12,5");
  g_assert_true (can_accept (dialog));
  type (dialog, "Code", "THESE");
  g_assert_false (can_accept (dialog));
  type (dialog, "Code", "BC01-NEUF");
  type (dialog, "Title", "  ");
  g_assert_false (can_accept (dialog));
  gtk_window_close (GTK_WINDOW (dialog));
}

static gboolean
holds_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_ENTRY (widget) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (holds_text (child, text))
      return TRUE;
  return FALSE;
}

static void
adds_a_criterion (Fixture *fixture, gconstpointer data)
{
  const char *code = first_code (fixture);
  g_autoptr (SceauPlan) plan = NULL;
  const SceauModality *modality;
  SceauFormDialog *dialog;

  open_editor (fixture);
  dialog = edit (fixture, code);
  g_signal_emit_by_name (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Add a C_riterion"), "clicked");
  g_assert_false (can_accept (dialog));
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (dialog))), "Clarté de l’analyse");
  g_assert_true (can_accept (dialog));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.accept", NULL);
  SCEAU_WAIT_FOR (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Save")));
  dialog = edit (fixture, code);
  g_assert_true (holds_text (GTK_WIDGET (dialog), "Clarté de l’analyse"));
  gtk_window_close (GTK_WINDOW (dialog));
  save (fixture);
  plan = read_plan (fixture);
  modality = sceau_plan_find_modality (plan, code);
  g_assert_cmpuint (modality->criteria->len, ==, 1);
  g_assert_cmpstr (((SceauCriterion *) g_ptr_array_index (modality->criteria, 0))->title, ==, "Clarté de l’analyse");
}

static GtkWidget *
focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static void
ticks_the_matrix_from_the_keyboard (Fixture *fixture, gconstpointer data)
{
  GtkWidget *matrix, *first;

  open_editor (fixture);
  gtk_widget_activate_action (find (fixture, SCEAU_TYPE_PLAN_EDITOR, NULL), "plan.section", "s", "competences");
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_PLAN_MATRIX, NULL));
  matrix = find (fixture, SCEAU_TYPE_PLAN_MATRIX, NULL);
  first = sceau_test_find (matrix, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_widget_grab_focus (first);
  g_assert_true (sceau_test_press_key (first, GDK_KEY_Down, 0));
  g_assert_true (focus (fixture) != first && GTK_IS_CHECK_BUTTON (focus (fixture)));
  g_assert_true (sceau_test_press_key (focus (fixture), GDK_KEY_Up, 0));
  g_assert_true (focus (fixture) == first);
  g_assert_false (sceau_test_press_key (first, GDK_KEY_Left, 0));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (first)));

  /* The first competence is covered by this modality alone. */
  g_assert_null (sceau_test_find (matrix, GTK_TYPE_LABEL, "Not covered"));
  gtk_widget_activate (first);
  SCEAU_WAIT_FOR (sceau_test_find (matrix, GTK_TYPE_LABEL, "Not covered"));
  g_assert_true (focus (fixture) == first);
  g_assert_true (act (fixture, "plan.undo"));
  SCEAU_WAIT_FOR (!sceau_test_find (matrix, GTK_TYPE_LABEL, "Not covered"));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (first)));
}

static void
moves_duplicates_and_removes_from_the_keyboard (Fixture *fixture, gconstpointer data)
{
  const char *code = first_code (fixture);
  const char *title = saved_title (fixture, code);
  GtkWidget *section;
  g_autoptr (SceauPlan) plan = NULL;

  open_editor (fixture);
  gtk_widget_grab_focus (find (fixture, ADW_TYPE_ACTION_ROW, title));
  section = gtk_widget_get_ancestor (find (fixture, ADW_TYPE_ACTION_ROW, title), g_type_from_name ("SceauPlanModalities"));
  g_assert_true (sceau_test_press_key (section, GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_true (sceau_test_press_key (section, GDK_KEY_d, GDK_CONTROL_MASK));
  save (fixture);
  plan = read_plan (fixture);
  g_assert_cmpstr (((SceauModality *) g_ptr_array_index (plan->modalities, 1))->code, ==, code);
  g_assert_cmpstr (((SceauModality *) g_ptr_array_index (plan->modalities, 2))->title, ==, title);
  g_assert_true (sceau_test_press_key (section, GDK_KEY_Delete, 0));
  save (fixture);
  g_clear_pointer (&plan, sceau_plan_free);
  plan = read_plan (fixture);
  g_assert_cmpstr (((SceauModality *) g_ptr_array_index (plan->modalities, 2))->title, !=, title);
}

static void
says_what_is_wrong_and_refuses_it (Fixture *fixture, gconstpointer data)
{
  open_editor (fixture);
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "The plan is complete."));
  gtk_widget_activate_action (sceau_test_find (root (fixture), g_type_from_name ("SceauPlanModalities"), NULL),
                              "modality.remove", "s", "THESE");
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "The plan has no modality of this code."));
  save (fixture);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
  gtk_window_close (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
  g_assert_nonnull (saved_title (fixture, "THESE"));
  g_assert_true (act (fixture, "plan.undo"));
}

static void
changes_the_rule_of_a_block (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauPlan) plan = NULL;
  const SceauBlockRule *rule;
  GtkWidget *combo;

  open_editor (fixture);
  gtk_widget_activate_action (find (fixture, SCEAU_TYPE_PLAN_EDITOR, NULL), "plan.section", "s", "rules");
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_COMBO_ROW, "Validated by"));
  combo = find (fixture, ADW_TYPE_COMBO_ROW, "Validated by");
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), SCEAU_BLOCK_RULE_COMPETENCE_SHARE);
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "Share of at least, in per cent"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find (fixture, GTK_TYPE_SPIN_BUTTON, NULL)), 80);
  save (fixture);
  plan = read_plan (fixture);
  rule = sceau_plan_find_block_rule (plan, CODE "BC01");
  g_assert_cmpint (rule->kind, ==, SCEAU_BLOCK_RULE_COMPETENCE_SHARE);
  g_assert_cmpint (rule->threshold, ==, 8000);
}

static AdwMessageDialog *
await_question (void)
{
  SCEAU_WAIT_FOR (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  return ADW_MESSAGE_DIALOG (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
}

static void
answer (const char *response)
{
  AdwMessageDialog *question = await_question ();

  adw_message_dialog_response (question, response);
  gtk_window_destroy (GTK_WINDOW (question));
}

static void
asks_before_it_leaves_unsaved_edits (Fixture *fixture, gconstpointer data)
{
  open_editor (fixture);
  rename_first (fixture, "Étude renommée");
  gtk_widget_activate_action (root (fixture), "win.back", NULL);
  answer ("cancel");
  g_assert_nonnull (find (fixture, SCEAU_TYPE_PLAN_EDITOR, NULL));
  gtk_window_close (GTK_WINDOW (fixture->window));
  answer ("cancel");
  gtk_widget_activate_action (root (fixture), "win.close-school", NULL);
  answer ("cancel");
  g_assert_nonnull (find (fixture, ADW_TYPE_ACTION_ROW, "Étude renommée"));
  gtk_widget_activate_action (root (fixture), "win.back", NULL);
  answer ("confirm");
  SCEAU_WAIT_FOR (!find (fixture, SCEAU_TYPE_PLAN_EDITOR, NULL));
}

static void
takes_a_plan_from_a_file_as_an_edit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "autre.json", NULL);
  GtkWidget *editor;

  open_editor (fixture);
  editor = find (fixture, SCEAU_TYPE_PLAN_EDITOR, NULL);
  g_assert_true (g_file_set_contents (path, "{ \"sceau_plan\": 1, \"certification\": \"" CODE "\", \"modalities\": [] }", -1, NULL));
  gtk_widget_activate_action (editor, "plan.import-path", "s", path);
  SCEAU_WAIT_FOR (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Save")));
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "No modality assesses this block."));
  g_assert_true (act (fixture, "plan.undo"));
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "The plan is complete."));
}

/* Another program gives the first modality a title while the plan is edited. */
static void
change_elsewhere (Fixture *fixture, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauPlan) plan = read_plan (fixture);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  SceauSchool *school = sceau_school_open (fixture->path, SCEAU_SCHOOL_READ_WRITE, &error);
  SceauModality *modality = g_ptr_array_index (plan->modalities, 0);

  g_assert_no_error (error);
  g_free (modality->title);
  modality->title = g_strdup (title);
  g_assert_true (sceau_replace_plan (school, plan, faults, &error));
  sceau_school_close (school);
}

/* The plan, renamed here and elsewhere, and the question that saving it asks. */
static AdwMessageDialog *
save_over_another (Fixture *fixture)
{
  open_editor (fixture);
  rename_first (fixture, "Étude d’ici");
  change_elsewhere (fixture, "Étude d’ailleurs");
  g_assert_true (act (fixture, "plan.save"));
  return await_question ();
}

static void
says_what_somebody_else_changed (Fixture *fixture, gconstpointer data)
{
  const char *code = first_code (fixture);
  g_autofree char *line = g_strdup_printf ("Modality %s – changed: title", code);
  AdwMessageDialog *question = save_over_another (fixture);

  g_assert_nonnull (strstr (adw_message_dialog_get_body (question), line));
  answer ("cancel");
  g_assert_cmpstr (saved_title (fixture, code), ==, "Étude d’ailleurs");
  g_assert_nonnull (find (fixture, ADW_TYPE_ACTION_ROW, "Étude d’ici"));
  g_assert_true (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Save")));
}

static void
keeps_mine_when_told_so (Fixture *fixture, gconstpointer data)
{
  const char *code = first_code (fixture);

  save_over_another (fixture);
  answer ("keep");
  SCEAU_WAIT_FOR (!gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Save")));
  SCEAU_WAIT_FOR (g_strcmp0 (saved_title (fixture, code), "Étude d’ici") == 0);
}

static void
takes_theirs_and_can_go_back (Fixture *fixture, gconstpointer data)
{
  const char *code = first_code (fixture);

  save_over_another (fixture);
  answer ("reload");
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "Étude d’ailleurs"));
  g_assert_false (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Save")));
  g_assert_true (act (fixture, "plan.undo"));
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "Étude d’ici"));
  save (fixture);
  g_assert_cmpstr (saved_title (fixture, code), ==, "Étude d’ici");
}

/* A window that is narrow when the plan is opened is not pushed apart by what stands beside it in a wide one. */
static void
fits_a_narrow_window (Fixture *fixture, gconstpointer learners)
{
  fixture->window = sceau_test_window_open (fixture->path);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 410, 700);
  SCEAU_WAIT_FOR (gtk_widget_get_width (root (fixture)) <= 410);
  sceau_window_show_page (fixture->window, "certifications");
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, NULL));
  gtk_widget_activate (find (fixture, ADW_TYPE_ACTION_ROW, NULL));
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_CERTIFICATION_VIEW, NULL));
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Edit the Plan…"), "clicked");
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_PLAN_EDITOR, NULL));
  gtk_test_widget_wait_for_draw (find (fixture, SCEAU_TYPE_PLAN_EDITOR, NULL));
  g_assert_cmpint (gtk_widget_get_width (root (fixture)), <=, 410);
}

int
main (int argc, char **argv)
{
  sceau_test_window_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/app/plan-editor/" path, Fixture, GUINT_TO_POINTER (0), set_up, function, tear_down)
  ADD ("saves-an-edited-modality", saves_an_edited_modality);
  ADD ("undoes-and-redoes", undoes_and_redoes);
  ADD ("checks-a-modality-as-one-types", checks_a_modality_as_one_types);
  ADD ("adds-a-criterion", adds_a_criterion);
  ADD ("ticks-the-matrix-from-the-keyboard", ticks_the_matrix_from_the_keyboard);
  ADD ("moves-duplicates-and-removes-from-the-keyboard", moves_duplicates_and_removes_from_the_keyboard);
  ADD ("says-what-is-wrong-and-refuses-it", says_what_is_wrong_and_refuses_it);
  ADD ("changes-the-rule-of-a-block", changes_the_rule_of_a_block);
  ADD ("asks-before-it-leaves-unsaved-edits", asks_before_it_leaves_unsaved_edits);
  ADD ("takes-a-plan-from-a-file-as-an-edit", takes_a_plan_from_a_file_as_an_edit);
  ADD ("says-what-somebody-else-changed", says_what_somebody_else_changed);
  ADD ("keeps-mine-when-told-so", keeps_mine_when_told_so);
  ADD ("takes-theirs-and-can-go-back", takes_theirs_and_can_go_back);
  ADD ("fits-a-narrow-window", fits_a_narrow_window);
  return g_test_run ();
}
