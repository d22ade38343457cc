/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What happens beside the straight course of a session, and after its seal: by actions, dialogs and keys. */

#include "sceau-test-window.h"

#include <glib/gstdio.h>

#include "sceau-appeal-dialog.h"
#include "sceau-appeal-table.h"
#include "sceau-date-row.h"
#include "sceau-deliberation-view.h"
#include "sceau-due-list.h"
#include "sceau-edit-jury-dialog.h"
#include "sceau-enrolment-table.h"
#include "sceau-export-session.h"
#include "sceau-hold-jury.h"
#include "sceau-import-report.h"
#include "sceau-jury-members.h"
#include "sceau-jury-session-view.h"
#include "sceau-jury-table.h"
#include "sceau-keep-jurors.h"
#include "sceau-letter-view.h"
#include "sceau-paper-preview.h"
#include "sceau-moment.h"
#include "sceau-notify-dialog.h"
#include "sceau-record-results.h"
#include "sceau-recuse-dialog.h"
#include "sceau-sequel-view.h"
#include "sceau-test-school.h"

#define LEARNERS 3

typedef struct
{
  SceauTestSchool *school;
  SceauWindow *window;
  gint64 session;
} Fixture;

static void
propose (Fixture *fixture)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  sceau_open_jury (fixture->school->school, fixture->session, fixture->school->jurors, 5, NULL, faults, &error);
  g_assert_no_error (error);
  sceau_propose_decisions (fixture->school->school, fixture->session, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
add_sixth_juror (Fixture *fixture)
{
  g_autoptr (SceauJuror) juror = sceau_juror_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  juror->name = g_strdup ("Fanny SUPPLÉANTE");
  juror->function = g_strdup ("Experte");
  juror->employer = g_strdup ("Cabinet inventé");
  juror->sex = SCEAU_SEX_FEMALE;
  sceau_add_juror (fixture->school->school, juror, faults, &error);
  g_assert_no_error (error);
}

/* A session in the state that is asked for. */
static void
set_up (Fixture *fixture, gconstpointer state)
{
  SceauSessionState to = (SceauSessionState) GPOINTER_TO_INT (state);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  fixture->school = sceau_test_school_new (LEARNERS);
  sceau_test_school_add_results (fixture->school);
  add_sixth_juror (fixture);
  if (to == SCEAU_SESSION_SEALED)
    {
      fixture->session = sceau_test_school_seal (fixture->school);
      return;
    }
  fixture->session = sceau_plan_jury (fixture->school->school, fixture->school->certification_code, "2025-2026",
                                      sceau_date_new (2026, 9, 15), "Salle inventée", faults, &error);
  g_assert_no_error (error);
  if (to >= SCEAU_SESSION_CONVENED)
    sceau_convene_jury (fixture->school->school, fixture->session, fixture->school->jurors, 5, fixture->school->jurors[0], faults, &error);
  g_assert_no_error (error);
  if (to >= SCEAU_SESSION_OPEN)
    propose (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer state)
{
  sceau_test_window_close (fixture->window);
  sceau_test_school_free (fixture->school);
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

static SceauJurySession *
read_session (Fixture *fixture)
{
  return sceau_jury_table_find (fixture->school->school, fixture->session, NULL);
}

static void
open_session (Fixture *fixture)
{
  fixture->window = sceau_test_window_open (fixture->school->path);
  sceau_window_show_page (fixture->window, "juries");
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, NULL));
  gtk_widget_activate (find (fixture, ADW_TYPE_ACTION_ROW, NULL));
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_JURY_SESSION_VIEW, NULL));
}

static gboolean
act (Fixture *fixture, GType type, const char *action)
{
  GtkWidget *widget = find (fixture, type, NULL);

  return widget != NULL && gtk_widget_activate_action (widget, action, NULL);
}

/* Until the session was read an action does nothing: it is tried until it shows what it is for. */
#define ACT_UNTIL(action, shown) SCEAU_WAIT_FOR ((shown) || (act (fixture, SCEAU_TYPE_JURY_SESSION_VIEW, action), FALSE))

#define PRESS(label)                                                             \
  G_STMT_START                                                                   \
  {                                                                              \
    SCEAU_WAIT_FOR (find_labelled (root (fixture), GTK_TYPE_BUTTON, label));     \
    gtk_widget_activate (find_labelled (root (fixture), GTK_TYPE_BUTTON, label)); \
  }                                                                              \
  G_STMT_END

static GtkWidget *
wait_dialog (GType type)
{
  GtkWidget *dialog;

  SCEAU_WAIT_FOR (sceau_test_find_window (type));
  dialog = GTK_WIDGET (sceau_test_find_window (type));
  gtk_test_widget_wait_for_draw (dialog);
  return dialog;
}

static void
set_text (GtkWidget *dialog, GType type, const char *title, const char *text)
{
  GtkWidget *row = sceau_test_find (dialog, type, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
give_reason (const char *reason)
{
  GtkWidget *dialog = wait_dialog (ADW_TYPE_MESSAGE_DIALOG);

  set_text (dialog, ADW_TYPE_ENTRY_ROW, "Reason", reason);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "go");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The one that can be used now. */
static GtkWidget *
find_labelled (GtkWidget *widget, GType type, const char *label)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      g_autofree char *text = NULL;

      g_object_get (widget, "label", &text, NULL);
      if (g_strcmp0 (text, label) == 0 && gtk_widget_is_sensitive (widget) && gtk_widget_get_mapped (widget))
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_row (Fixture *fixture, const char *name)
{
  GtkWidget *row = sceau_test_find (find (fixture, SCEAU_TYPE_JURY_MEMBERS, NULL), ADW_TYPE_ACTION_ROW, name);

  g_assert_nonnull (row);
  return row;
}

static void
tick (Fixture *fixture, const char *name)
{
  GtkWidget *box = find_labelled (find_row (fixture, name), GTK_TYPE_CHECK_BUTTON, NULL);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), TRUE);
}

static guint
count_alternates (Fixture *fixture)
{
  g_autoptr (SceauJurySession) session = read_session (fixture);
  guint n = 0;

  for (guint i = 0; i < session->members->len; i++)
    n += ((SceauJuryMember *) g_ptr_array_index (session->members, i))->alternate;
  return n;
}

static void
convenes_an_alternate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauJurySession) session = NULL;
  static const char *const names[] = { "Alice INVENTÉE", "Bruno FICTIF", "Claire EXEMPLE", "David MODÈLE", "Emma ESSAI" };

  open_session (fixture);
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "Fanny SUPPLÉANTE"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    tick (fixture, names[i]);
  g_assert_null (find_labelled (find_row (fixture, "Fanny SUPPLÉANTE"), GTK_TYPE_CHECK_BUTTON, "alternate"));
  tick (fixture, "Fanny SUPPLÉANTE");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_labelled (find_row (fixture, "Fanny SUPPLÉANTE"), GTK_TYPE_CHECK_BUTTON, "alternate")), TRUE);
  /* Who only stands in presides over nothing. */
  g_assert_null (find_labelled (find_row (fixture, "Fanny SUPPLÉANTE"), GTK_TYPE_CHECK_BUTTON, "presides"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_labelled (find_row (fixture, "Alice INVENTÉE"), GTK_TYPE_CHECK_BUTTON, "presides")), TRUE);
  PRESS ("_Convene");
  SCEAU_WAIT_FOR (count_alternates (fixture) == 1);
  session = read_session (fixture);
  g_assert_cmpint (session->state, ==, SCEAU_SESSION_CONVENED);
  g_assert_cmpuint (session->members->len, ==, 6);
}

/* It is done, and said to be too few: the session could not be opened with them. */
static void
warns_whoever_convenes_too_few (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauJurySession) session = NULL;
  GtkWidget *report;

  open_session (fixture);
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "Alice INVENTÉE"));
  tick (fixture, "Alice INVENTÉE");
  tick (fixture, "Bruno FICTIF");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_labelled (find_row (fixture, "Alice INVENTÉE"), GTK_TYPE_CHECK_BUTTON, "presides")), TRUE);
  PRESS ("_Convene");
  report = wait_dialog (SCEAU_TYPE_IMPORT_REPORT);
  g_assert_nonnull (sceau_test_find (report, GTK_TYPE_LABEL, "Done. Please look at this:"));
  session = read_session (fixture);
  g_assert_cmpint (session->state, ==, SCEAU_SESSION_CONVENED);
  gtk_window_destroy (GTK_WINDOW (report));
}

static void
changes_the_members (Fixture *fixture, gconstpointer data)
{
  open_session (fixture);
  ACT_UNTIL ("session.change-members", find (fixture, ADW_TYPE_ACTION_ROW, "Fanny SUPPLÉANTE"));
  PRESS ("_Keep the Members");
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "Fanny SUPPLÉANTE") == NULL);
  g_assert_cmpuint (count_alternates (fixture), ==, 0);

  ACT_UNTIL ("session.change-members", find (fixture, ADW_TYPE_ACTION_ROW, "Fanny SUPPLÉANTE"));
  tick (fixture, "Fanny SUPPLÉANTE");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_labelled (find_row (fixture, "Fanny SUPPLÉANTE"), GTK_TYPE_CHECK_BUTTON, "alternate")), TRUE);
  PRESS ("_Convene These Members");
  SCEAU_WAIT_FOR (count_alternates (fixture) == 1);
}

static void
moves_a_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauJurySession) session = NULL;
  GtkWidget *dialog;

  open_session (fixture);
  ACT_UNTIL ("session.edit", sceau_test_find_window (SCEAU_TYPE_EDIT_JURY_DIALOG));
  dialog = wait_dialog (SCEAU_TYPE_EDIT_JURY_DIALOG);
  set_text (dialog, ADW_TYPE_ENTRY_ROW, "Hour", "25h");
  g_assert_nonnull (sceau_test_find (dialog, GTK_TYPE_LABEL, "This is no hour: it is written like 14:30 or 14h30."));
  g_assert_null (find_labelled (dialog, GTK_TYPE_BUTTON, "_Save"));
  set_text (dialog, ADW_TYPE_ENTRY_ROW, "Hour", "14h30");
  set_text (dialog, SCEAU_TYPE_DATE_ROW, "Day of the session", "16/09/2026");
  g_assert_true (gtk_widget_activate_action (dialog, "dialog.create", NULL));
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_EDIT_JURY_DIALOG) == NULL);
  session = read_session (fixture);
  g_assert_cmpstr (session->start_time, ==, "14:30");
  g_assert_cmpuint (session->date, ==, sceau_date_new (2026, 9, 16));
}

static gboolean
is_suspended (Fixture *fixture)
{
  g_autoptr (SceauJurySession) session = read_session (fixture);

  return session->suspended;
}

static void
suspends_and_resumes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) decisions = NULL;
  GtkWidget *view;

  open_session (fixture);
  ACT_UNTIL ("session.suspend", sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  give_reason ("Pause de midi");
  SCEAU_WAIT_FOR (is_suspended (fixture));
  /* Who is present again is ticked there. */
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_JURY_MEMBERS, NULL));

  PRESS ("_Deliberate");
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "The session is suspended: nothing is decided until it is resumed."));
  view = find (fixture, SCEAU_TYPE_DELIBERATION_VIEW, NULL);
  sceau_test_press_key (view, GDK_KEY_Return, 0);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "1 of 3 · decided: 0 of 3"));
  gtk_widget_activate_action (root (fixture), "win.back", NULL);

  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_JURY_SESSION_VIEW, NULL));
  PRESS ("_Resume");
  SCEAU_WAIT_FOR (!is_suspended (fixture));
}

static void
deliberate (Fixture *fixture)
{
  open_session (fixture);
  PRESS ("_Deliberate");
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "1 of 3 · decided: 0 of 3"));
}

static guint
count_recusals (Fixture *fixture)
{
  g_autoptr (SceauJurySession) session = read_session (fixture);

  return session->recusals->len;
}

static void
recuses_and_lifts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  deliberate (fixture);
  g_assert_true (act (fixture, SCEAU_TYPE_DELIBERATION_VIEW, "deliberation.recuse"));
  dialog = wait_dialog (SCEAU_TYPE_RECUSE_DIALOG);
  set_text (dialog, ADW_TYPE_ENTRY_ROW, "Precision for the minutes", "Cousine");
  gtk_widget_activate_action (dialog, "dialog.create", NULL);
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "Alice INVENTÉE takes no part in this case."));
  g_assert_cmpuint (count_recusals (fixture), ==, 1);
  gtk_widget_activate (find_labelled (root (fixture), GTK_TYPE_BUTTON, "Lift…"));
  give_reason ("Homonymie");
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "Alice INVENTÉE takes no part in this case.") == NULL);
  g_assert_cmpuint (count_recusals (fixture), ==, 0);
}

static void
shows_a_recusal_that_was_lifted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  const SceauRecusal recusal = { .juror_id = fixture->school->jurors[0],
                                 .enrolment_id = g_array_index (fixture->school->enrolments, gint64, 0),
                                 .kind = SCEAU_CONFLICT_FAMILY,
                                 .reason = (char *) "Cousine" };

  sceau_recuse_member (fixture->school->school, fixture->session, &recusal, faults, &error);
  g_assert_no_error (error);
  sceau_lift_recusal (fixture->school->school, fixture->session, recusal.juror_id, recusal.enrolment_id, "Homonymie", faults, &error);
  g_assert_no_error (error);
  open_session (fixture);
  /* Once it is read the session shows its candidates. */
  SCEAU_WAIT_FOR (find_labelled (root (fixture), GTK_TYPE_BUTTON, "_Deliberate"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (find (fixture, GTK_TYPE_LABEL, "Composition"),
                                                                            GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "lifted"));
}

/* (transfer full): what the window calls the first learner. */
static char *
name_first_learner (Fixture *fixture)
{
  g_autoptr (SceauEnrolment) enrolment
    = sceau_enrolment_table_find (fixture->school->school, g_array_index (fixture->school->enrolments, gint64, 0), NULL);

  return g_strdup (enrolment->learner_name);
}

static void
expects_the_recusals_while_composing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauJurorConflict) conflict = sceau_juror_conflict_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *name = name_first_learner (fixture);
  const char *line;

  conflict->juror_id = fixture->school->jurors[1];
  conflict->learner_number = g_strdup ("A001");
  conflict->kind = SCEAU_CONFLICT_FAMILY;
  sceau_declare_conflict (fixture->school->school, conflict, faults, &error);
  g_assert_no_error (error);
  open_session (fixture);
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "Alice INVENTÉE"));
  tick (fixture, "Alice INVENTÉE");
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "Checks"));
  g_assert_null (find (fixture, GTK_TYPE_LABEL, "Expected Recusals"));
  tick (fixture, "Bruno FICTIF");
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "Expected Recusals"));
  line = adw_action_row_get_subtitle (ADW_ACTION_ROW (find (fixture, ADW_TYPE_ACTION_ROW, name)));
  g_assert_nonnull (strstr (line, "Bruno FICTIF"));
  /* Once, and not among the checks again. */
  g_assert_null (find (fixture, ADW_TYPE_ACTION_ROW, "This juror is of the candidate’s family and takes no part in this case."));
}

static void
explains_a_proposal (Fixture *fixture, gconstpointer data)
{
  GtkWidget *expander;

  deliberate (fixture);
  expander = find (fixture, GTK_TYPE_EXPANDER, NULL);
  g_assert_nonnull (expander);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  SCEAU_WAIT_FOR (sceau_test_find (expander, GTK_TYPE_GRID, NULL));
  g_assert_nonnull (sceau_test_find (expander, GTK_TYPE_LABEL, "Met"));
}

static const SceauDueItem *
find_due (const SceauDueList *list, const char *title)
{
  for (guint i = 0; i < list->items->len; i++)
    {
      const SceauDueItem *item = g_ptr_array_index (list->items, i);

      if (g_str_equal (item->title, title))
        return item;
    }
  return NULL;
}

static SceauDueList *
load_due (Fixture *fixture, SceauDate today)
{
  g_autoptr (GError) error = NULL;
  SceauDueList *list = sceau_due_list_load (fixture->school->school, today, &error);

  g_assert_no_error (error);
  return list;
}

static void
says_what_is_outdated (Fixture *fixture, gconstpointer data)
{
  SceauMark mark = { SCEAU_MARK_VALUE, 300 };
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  g_autoptr (SceauDueList) due = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < LEARNERS; i++)
    g_ptr_array_add (results, sceau_result_new (g_array_index (fixture->school->enrolments, gint64, i), "BC01-EC1", 1, mark));
  sceau_record_results (fixture->school->school, results, NULL, &error);
  g_assert_no_error (error);
  due = load_due (fixture, sceau_date_new (2026, 9, 15));
  g_assert_nonnull (strstr (find_due (due, "Jury of “2025-2026”")->detail, "3 proposals out of date"));
  deliberate (fixture);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL,
                          "Out of date: something it rests on was changed afterwards. It is made afresh when the jury decides."));
}

static void
walks_back_and_hides_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  deliberate (fixture);
  view = find (fixture, SCEAU_TYPE_DELIBERATION_VIEW, NULL);
  sceau_test_press_key (view, GDK_KEY_Return, 0);
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "2 of 3 · decided: 1 of 3"));
  sceau_test_press_key (view, GDK_KEY_Return, 0);
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "3 of 3 · decided: 2 of 3"));
  sceau_test_press_key (view, GDK_KEY_z, GDK_CONTROL_MASK);
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "2 of 3 · decided: 2 of 3"));
  sceau_test_press_key (view, GDK_KEY_z, GDK_CONTROL_MASK);
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "1 of 3 · decided: 2 of 3"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);

  sceau_test_press_key (view, GDK_KEY_h, GDK_CONTROL_MASK);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Candidate A003"));
  sceau_test_press_key (view, GDK_KEY_h, GDK_CONTROL_MASK);
  g_assert_null (find (fixture, GTK_TYPE_LABEL, "Candidate A003"));
}

static void
removes_a_session (Fixture *fixture, gconstpointer data)
{
  const SceauJuryQuery query = { 0 };
  GtkWidget *dialog;

  open_session (fixture);
  ACT_UNTIL ("session.remove", sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  dialog = wait_dialog (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "confirm");
  gtk_window_destroy (GTK_WINDOW (dialog));
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_JURY_SESSION_VIEW, NULL) == NULL);
  g_assert_cmpint ((int) sceau_jury_table_count (fixture->school->school, &query, NULL), ==, 0);
}

/* As it is typed: nobody is told before this day. */
static char *
format_seal_day (Fixture *fixture)
{
  g_autoptr (SceauJurySession) session = read_session (fixture);

  return sceau_moment_format (session->sealed_at, SCEAU_MOMENT_DAY);
}

static void
notify (Fixture *fixture)
{
  g_autofree char *day = format_seal_day (fixture);
  GtkWidget *dialog;

  open_session (fixture);
  /* A sealed session opens on what is to be done: somebody must be told. */
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_SEQUEL_VIEW, NULL));
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "Drafts of the Letters"));
  /* None before the notification. */
  g_assert_null (find_labelled (root (fixture), GTK_TYPE_BUTTON, "File an _Appeal…"));
  g_assert_true (act (fixture, SCEAU_TYPE_SEQUEL_VIEW, "sequel.notify"));
  dialog = wait_dialog (SCEAU_TYPE_NOTIFY_DIALOG);
  set_text (dialog, SCEAU_TYPE_DATE_ROW, NULL, day);
  gtk_widget_activate_action (dialog, "dialog.create", NULL);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_NOTIFY_DIALOG) == NULL);
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "Letters"));
}

static void
notifies_and_reads_letters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauJurySession) session = NULL;
  g_autofree char *day = format_seal_day (fixture);
  g_autofree char *notified = NULL;

  notify (fixture);
  session = read_session (fixture);
  notified = sceau_date_format_french (session->notified);
  g_assert_cmpstr (notified, ==, day);
  g_signal_emit_by_name (find (fixture, SCEAU_TYPE_SEQUEL_VIEW, NULL), "letter-chosen", 0);
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_LETTER_VIEW, NULL));
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_PAPER_SHEETS, NULL));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "1 of 3"));
  g_assert_true (act (fixture, SCEAU_TYPE_LETTER_VIEW, "letter.next"));
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "2 of 3") && find (fixture, SCEAU_TYPE_PAPER_SHEETS, NULL));
  g_assert_true (act (fixture, SCEAU_TYPE_LETTER_VIEW, "letter.previous"));
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "1 of 3") && find (fixture, SCEAU_TYPE_PAPER_SHEETS, NULL));
}

static void
keeps_a_read_only_file (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_chmod (fixture->school->path, 0400), ==, 0);
  open_session (fixture);
  SCEAU_WAIT_FOR (find_labelled (root (fixture), GTK_TYPE_BUTTON, "_Deliberate"));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "The school file may only be read: nothing can be changed here."));
  g_assert_null (find_labelled (root (fixture), GTK_TYPE_BUTTON, "_Refresh the Proposals"));
  g_assert_null (find_labelled (root (fixture), GTK_TYPE_BUTTON, "_Accept the Rest…"));
  PRESS ("_Deliberate");
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "The school file may only be read: nothing can be decided here."));
  sceau_test_press_key (find (fixture, SCEAU_TYPE_DELIBERATION_VIEW, NULL), GDK_KEY_Return, 0);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "1 of 3 · decided: 0 of 3"));
  g_assert_cmpint (g_chmod (fixture->school->path, 0600), ==, 0);
}

static guint
count_appeals (Fixture *fixture, gboolean open)
{
  const SceauAppealQuery query = { .session_id = fixture->session, .open = open };

  return (guint) sceau_appeal_table_count (fixture->school->school, &query, NULL);
}

static void
hears_an_appeal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *day = format_seal_day (fixture);
  GtkWidget *dialog;

  SceauDate today = sceau_date_new (2026, 11, 22);
  g_autoptr (SceauDueList) sealed = load_due (fixture, today);
  g_autoptr (SceauDueList) notified = NULL;
  g_autoptr (SceauDueList) filed = NULL;
  g_autoptr (SceauDueList) answered = NULL;

  /* Who waits is on the dashboard: first all of them, then who appeals. */
  g_assert_nonnull (find_due (sealed, "Notify the results of “2025-2026”"));
  notify (fixture);
  notified = load_due (fixture, today);
  g_assert_null (find_due (notified, "Notify the results of “2025-2026”"));
  g_assert_true (act (fixture, SCEAU_TYPE_SEQUEL_VIEW, "sequel.appeal"));
  dialog = wait_dialog (SCEAU_TYPE_APPEAL_DIALOG);
  set_text (dialog, SCEAU_TYPE_DATE_ROW, NULL, day);
  set_text (dialog, ADW_TYPE_ENTRY_ROW, "Grounds, in the candidate’s words", "Une note manque");
  gtk_widget_activate_action (dialog, "dialog.create", NULL);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_APPEAL_DIALOG) == NULL);
  g_assert_cmpuint (count_appeals (fixture, TRUE), ==, 1);
  filed = load_due (fixture, today);

  SCEAU_WAIT_FOR (find_labelled (root (fixture), GTK_TYPE_BUTTON, "Answer…"));
  gtk_widget_activate (find_labelled (root (fixture), GTK_TYPE_BUTTON, "Answer…"));
  dialog = wait_dialog (SCEAU_TYPE_APPEAL_DIALOG);
  set_text (dialog, SCEAU_TYPE_DATE_ROW, NULL, day);
  set_text (dialog, ADW_TYPE_ENTRY_ROW, "Reasons", "La note est au procès-verbal");
  gtk_widget_activate_action (dialog, "dialog.create", NULL);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_APPEAL_DIALOG) == NULL);
  g_assert_cmpuint (count_appeals (fixture, TRUE), ==, 0);
  g_assert_cmpuint (count_appeals (fixture, FALSE), ==, 1);
  answered = load_due (fixture, today);
  g_assert_cmpuint (filed->items->len, ==, notified->items->len + 1);
  g_assert_cmpuint (answered->items->len, ==, notified->items->len);
}

/* The file of a session is held against its manifest, and what somebody changed in it is told. */
static void
checks_the_file_of_a_session (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strconcat (fixture->school->path, ".zip", NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  sceau_export_session (fixture->school->school, fixture->session, path, NULL, NULL, &error);
  g_assert_no_error (error);
  open_session (fixture);
  gtk_widget_activate_action (find (fixture, SCEAU_TYPE_JURY_SESSION_VIEW, NULL), "page.check-session-file-of", "s", path);
  SCEAU_WAIT_FOR (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG))), ==,
                   "Every file is as the manifest says");
  gtk_window_destroy (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  bytes[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  gtk_widget_activate_action (find (fixture, SCEAU_TYPE_JURY_SESSION_VIEW, NULL), "page.check-session-file-of", "s", path);
  gtk_window_destroy (GTK_WINDOW (wait_dialog (SCEAU_TYPE_IMPORT_REPORT)));
}

/* Nothing on the page may keep the window wider than a small screen; 410 pixels are 420 with the border around it. */
static void
assert_narrow (Fixture *fixture)
{
  int least;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 410, 700);
  SCEAU_WAIT_FOR (gtk_widget_get_width (root (fixture)) <= 410);
  gtk_widget_measure (root (fixture), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 410);
}

static void
fits_a_narrow_window (Fixture *fixture, gconstpointer data)
{
  open_session (fixture);
  assert_narrow (fixture);
  /* What was looked at stays, rather than the sections over it. */
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_JURY_SESSION_VIEW, NULL));
  gtk_widget_activate_action (root (fixture), "win.back", NULL);
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_BUTTON, "_New…") != NULL);
  assert_narrow (fixture);
  sceau_window_show_page (fixture->window, "results");
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_DROP_DOWN, NULL) != NULL);
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "_Sheets…"));
  assert_narrow (fixture);
}

int
main (int argc, char **argv)
{
  sceau_test_window_init (&argc, &argv);

#define ADD(path, state, func) \
  g_test_add ("/app/jury-course/" path, Fixture, GINT_TO_POINTER (state), set_up, func, tear_down)
  ADD ("convenes-an-alternate", SCEAU_SESSION_PREPARATION, convenes_an_alternate);
  ADD ("warns-whoever-convenes-too-few", SCEAU_SESSION_PREPARATION, warns_whoever_convenes_too_few);
  ADD ("changes-the-members", SCEAU_SESSION_CONVENED, changes_the_members);
  ADD ("moves-a-session", SCEAU_SESSION_CONVENED, moves_a_session);
  ADD ("suspends-and-resumes", SCEAU_SESSION_OPEN, suspends_and_resumes);
  ADD ("shows-a-recusal-that-was-lifted", SCEAU_SESSION_OPEN, shows_a_recusal_that_was_lifted);
  ADD ("expects-the-recusals-while-composing", SCEAU_SESSION_PREPARATION, expects_the_recusals_while_composing);
  ADD ("recuses-and-lifts", SCEAU_SESSION_OPEN, recuses_and_lifts);
  ADD ("explains-a-proposal", SCEAU_SESSION_OPEN, explains_a_proposal);
  ADD ("says-what-is-outdated", SCEAU_SESSION_OPEN, says_what_is_outdated);
  ADD ("walks-back-and-hides-names", SCEAU_SESSION_OPEN, walks_back_and_hides_names);
  ADD ("removes-a-session", SCEAU_SESSION_CONVENED, removes_a_session);
  ADD ("keeps-a-read-only-file", SCEAU_SESSION_OPEN, keeps_a_read_only_file);
  ADD ("notifies-and-reads-letters", SCEAU_SESSION_SEALED, notifies_and_reads_letters);
  ADD ("hears-an-appeal", SCEAU_SESSION_SEALED, hears_an_appeal);
  ADD ("checks-the-file-of-a-session", SCEAU_SESSION_SEALED, checks_the_file_of_a_session);
  ADD ("fits-a-narrow-window", SCEAU_SESSION_SEALED, fits_a_narrow_window);
#undef ADD
  return g_test_run ();
}
