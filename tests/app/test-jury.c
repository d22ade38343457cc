/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A jury from its first member to its seal, by actions, widgets and keys. */

#include "sceau-test-window.h"

#include "sceau-candidate-list.h"
#include "sceau-date-row.h"
#include "sceau-decision-panel.h"
#include "sceau-decision-table.h"
#include "sceau-deliberation-view.h"
#include "sceau-hold-jury.h"
#include "sceau-import-report.h"
#include "sceau-juror-table.h"
#include "sceau-jury-members.h"
#include "sceau-jury-session-view.h"
#include "sceau-jury-table.h"
#include "sceau-new-jury-dialog.h"
#include "sceau-juror-dialog.h"
#include "sceau-rectify-dialog.h"
#include "sceau-test-manners.h"
#include "sceau-test-school.h"

#define LEARNERS 4

typedef struct
{
  SceauTestSchool *school;
  SceauWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer learners)
{
  fixture->school = sceau_test_school_new (GPOINTER_TO_INT (learners));
  sceau_test_school_add_results (fixture->school);
}

static void
tear_down (Fixture *fixture, gconstpointer learners)
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
find (Fixture *fixture, GType type)
{
  return sceau_test_find (root (fixture), type, NULL);
}

static void
open_page (Fixture *fixture)
{
  fixture->window = sceau_test_window_open (fixture->school->path);
  sceau_window_show_page (fixture->window, "juries");
}

static gint64
plan (Fixture *fixture)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_plan_jury (fixture->school->school, fixture->school->certification_code, "2025-2026",
                               sceau_date_new (2026, 9, 15), "Salle inventée", faults, &error);

  g_assert_no_error (error);
  return id;
}

static gint64
convene (Fixture *fixture)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = plan (fixture);

  sceau_convene_jury (fixture->school->school, id, fixture->school->jurors, 5, fixture->school->jurors[0], faults, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
propose (Fixture *fixture)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = convene (fixture);

  sceau_open_jury (fixture->school->school, id, fixture->school->jurors, 5, NULL, faults, &error);
  g_assert_no_error (error);
  sceau_propose_decisions (fixture->school->school, id, NULL, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static SceauSessionState
get_state (Fixture *fixture, gint64 id)
{
  g_autoptr (SceauJurySession) session = sceau_jury_table_find (fixture->school->school, id, NULL);

  return session->state;
}

/* The n-th decision of the session, in the order of the names. */
static SceauDecision *
get_decision (Fixture *fixture, gint64 id, guint n)
{
  g_autoptr (GPtrArray) decisions = sceau_decision_table_list_by_session (fixture->school->school, id, NULL);

  return g_ptr_array_steal_index (decisions, n);
}

static void
open_session (Fixture *fixture)
{
  open_page (fixture);
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW));
  gtk_widget_activate (find (fixture, ADW_TYPE_ACTION_ROW));
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_JURY_SESSION_VIEW));
}

static gboolean
act (Fixture *fixture, const char *action)
{
  return gtk_widget_activate_action (find (fixture, SCEAU_TYPE_JURY_SESSION_VIEW), action, NULL);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *action)
{
  if (GTK_IS_ACTIONABLE (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_enabled (Fixture *fixture, const char *action)
{
  return gtk_widget_is_sensitive (find_button (root (fixture), action));
}

/* Sets the first boxes below a widget, in their order; those beside a label are radio buttons. */
static guint
tick (GtkWidget *widget, guint left, gboolean active)
{
  if (left > 0 && GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)) == NULL)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), active);
      return left - 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    left = tick (child, left, active);
  return left;
}

static GtkWidget *
find_radio (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget) && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), "presides") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_radio (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
confirm (void)
{
  SCEAU_WAIT_FOR (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG)), "confirm");
  gtk_window_destroy (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
}

static void
press (Fixture *fixture, guint keyval)
{
  g_assert_true (sceau_test_press_key (find (fixture, SCEAU_TYPE_DELIBERATION_VIEW), keyval, 0));
}

static void
deliberate (Fixture *fixture)
{
  SCEAU_WAIT_FOR (is_enabled (fixture, "session.deliberate"));
  g_assert_true (act (fixture, "session.deliberate"));
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_DECISION_PANEL));
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL, "Proposal"));
}

static GtkEditable *
get_reason (Fixture *fixture)
{
  GtkWidget *row = sceau_test_find (root (fixture), ADW_TYPE_ENTRY_ROW, "Reason of the jury (needed)");

  return row != NULL ? GTK_EDITABLE (row) : NULL;
}

static void
says_what_to_do_first (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;
  GtkWidget *day, *place;
  g_autoptr (GPtrArray) sessions = NULL;
  const SceauJuryQuery query = { 0 };

  open_page (fixture);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL, "Plan the First Session"));
  gtk_widget_activate_action (find_button (root (fixture), "page.new-session"), "page.new-session", NULL);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_NEW_JURY_DIALOG));
  dialog = sceau_test_find_window (SCEAU_TYPE_NEW_JURY_DIALOG);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  g_assert_false (gtk_widget_is_sensitive (find_button (GTK_WIDGET (dialog), "dialog.create")));

  day = sceau_test_find (GTK_WIDGET (dialog), SCEAU_TYPE_DATE_ROW, NULL);
  place = sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Place");
  gtk_editable_set_text (GTK_EDITABLE (place), "Salle inventée");
  gtk_editable_set_text (GTK_EDITABLE (day), "31/02/2026");
  g_assert_true (gtk_widget_has_css_class (day, "error"));
  g_assert_false (gtk_widget_is_sensitive (find_button (GTK_WIDGET (dialog), "dialog.create")));
  gtk_editable_set_text (GTK_EDITABLE (day), "15/09/2026");
  g_assert_false (gtk_widget_has_css_class (day, "error"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.create", NULL);
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_JURY_SESSION_VIEW));

  sessions = sceau_jury_table_list (fixture->school->school, &query, NULL);
  g_assert_cmpuint (sessions->len, ==, 1);
  g_assert_cmpstr (((SceauJurySession *) g_ptr_array_index (sessions, 0))->place, ==, "Salle inventée");
  g_assert_cmpuint (((SceauJurySession *) g_ptr_array_index (sessions, 0))->date, ==, sceau_date_new (2026, 9, 15));
}

static void
adds_a_juror (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) jurors = NULL;
  GtkWidget *dialog;

  plan (fixture);
  open_session (fixture);
  SCEAU_WAIT_FOR (is_enabled (fixture, "session.add-juror"));
  act (fixture, "session.add-juror");
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_JUROR_DIALOG));
  dialog = GTK_WIDGET (sceau_test_find_window (SCEAU_TYPE_JUROR_DIALOG));
  gtk_test_widget_wait_for_draw (dialog);
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (dialog, ADW_TYPE_ENTRY_ROW, "First name and name")), "Zoé AJOUTÉE");
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Function")), "Experte");
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Employer")), "Cabinet inventé");
  gtk_widget_activate_action (dialog, "dialog.create", NULL);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), ADW_TYPE_ACTION_ROW, "Zoé AJOUTÉE"));
  jurors = sceau_juror_table_list (fixture->school->school, "ajoutee", NULL);
  g_assert_cmpuint (jurors->len, ==, 1);
  g_assert_false (((SceauJuror *) g_ptr_array_index (jurors, 0))->internal);
}

static void
holds_a_session (Fixture *fixture, gconstpointer data)
{
  gint64 id = plan (fixture);
  g_autoptr (SceauDecision) otherwise = NULL;
  g_autoptr (SceauDecision) accepted = NULL;
  GtkWidget *members;

  open_session (fixture);
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_JURY_MEMBERS));
  members = find (fixture, SCEAU_TYPE_JURY_MEMBERS);
  SCEAU_WAIT_FOR (find_radio (members));

  /* Two members are no jury, and the checks say so at once. */
  tick (members, 2, TRUE);
  g_assert_false (is_enabled (fixture, "session.convene"));
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL, "Checks"));
  tick (members, 5, TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_radio (members)), TRUE);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), ADW_TYPE_ACTION_ROW, "These members make a jury: every check passes."));
  g_assert_true (is_enabled (fixture, "session.convene"));
  act (fixture, "session.convene");
  SCEAU_WAIT_FOR (get_state (fixture, id) == SCEAU_SESSION_CONVENED);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), ADW_TYPE_ACTION_ROW, "With those present the jury can sit: every check passes."));
  act (fixture, "session.open");
  SCEAU_WAIT_FOR (get_state (fixture, id) == SCEAU_SESSION_OPEN);
  SCEAU_WAIT_FOR (is_enabled (fixture, "session.propose"));
  act (fixture, "session.propose");
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_CANDIDATE_LIST));
  g_assert_cmpuint (g_list_model_get_n_items (sceau_candidate_list_get_model (
                      SCEAU_CANDIDATE_LIST (find (fixture, SCEAU_TYPE_CANDIDATE_LIST)))), ==, LEARNERS);

  /* The first otherwise than proposed, which needs a reason; the second as proposed. */
  deliberate (fixture);
  press (fixture, GDK_KEY_3);
  g_assert_nonnull (get_reason (fixture));
  press (fixture, GDK_KEY_Return);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL,
                                   "This is not what is proposed: write why, the minutes will say it."));
  gtk_editable_set_text (get_reason (fixture), "Plagiat établi devant le jury");
  press (fixture, GDK_KEY_Return);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL, "2 of 4 · decided: 1 of 4"));
  press (fixture, GDK_KEY_Return);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL, "3 of 4 · decided: 2 of 4"));
  otherwise = get_decision (fixture, id, 0);
  g_assert_cmpint (otherwise->outcome, ==, SCEAU_OUTCOME_FAILED);
  g_assert_cmpstr (otherwise->reason, ==, "Plagiat établi devant le jury");
  accepted = get_decision (fixture, id, 1);
  g_assert_true (accepted->decided);
  g_assert_cmpint (accepted->outcome, ==, accepted->proposal);

  gtk_widget_activate_action (root (fixture), "win.back", NULL);
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_JURY_SESSION_VIEW));
  SCEAU_WAIT_FOR (is_enabled (fixture, "session.accept"));
  act (fixture, "session.accept");
  SCEAU_WAIT_FOR (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG))), ==,
                   "Accept 2 proposals and close?");
  confirm ();
  SCEAU_WAIT_FOR (get_state (fixture, id) == SCEAU_SESSION_DELIBERATED);
  SCEAU_WAIT_FOR (is_enabled (fixture, "session.seal"));
  act (fixture, "session.seal");
  SCEAU_WAIT_FOR (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG))),
                            "4 decisions"));
  g_assert_cmpint (get_state (fixture, id), ==, SCEAU_SESSION_DELIBERATED);
  confirm ();
  SCEAU_WAIT_FOR (get_state (fixture, id) == SCEAU_SESSION_SEALED);
}

static void
refuses_to_open (Fixture *fixture, gconstpointer data)
{
  gint64 id = convene (fixture);
  g_autoptr (SceauJurySession) session = NULL;
  GtkWidget *report, *derogation;

  open_session (fixture);
  SCEAU_WAIT_FOR (is_enabled (fixture, "session.open"));
  tick (find (fixture, SCEAU_TYPE_JURY_MEMBERS), 3, FALSE);
  act (fixture, "session.open");
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
  report = GTK_WIDGET (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
  SCEAU_WAIT_FOR (sceau_test_find (report, GTK_TYPE_LABEL,
                                   "Members present: 2; the quorum is 3. Mark the members who are present, or put the session off."));
  g_assert_cmpint (get_state (fixture, id), ==, SCEAU_SESSION_CONVENED);
  gtk_window_destroy (GTK_WINDOW (report));

  /* A written reason lets it go on, and is kept. */
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), ADW_TYPE_ENTRY_ROW, "Reason of the derogation"));
  derogation = sceau_test_find (root (fixture), ADW_TYPE_ENTRY_ROW, "Reason of the derogation");
  gtk_editable_set_text (GTK_EDITABLE (derogation), "Trois membres retenus par la neige");
  act (fixture, "session.open");
  SCEAU_WAIT_FOR (get_state (fixture, id) == SCEAU_SESSION_OPEN);
  session = sceau_jury_table_find (fixture->school->school, id, NULL);
  g_assert_cmpstr (session->derogation, ==, "Trois membres retenus par la neige");
}

static void
moves_by_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  propose (fixture);
  open_session (fixture);
  deliberate (fixture);
  view = find (fixture, SCEAU_TYPE_DELIBERATION_VIEW);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);
  SCEAU_WAIT_FOR (sceau_test_find (view, GTK_TYPE_LABEL, "1 of 4 · decided: 0 of 4"));
  press (fixture, GDK_KEY_Right);
  SCEAU_WAIT_FOR (sceau_test_find (view, GTK_TYPE_LABEL, "2 of 4 · decided: 0 of 4"));
  press (fixture, GDK_KEY_Return);
  SCEAU_WAIT_FOR (sceau_test_find (view, GTK_TYPE_LABEL, "3 of 4 · decided: 1 of 4"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);
  press (fixture, GDK_KEY_Right);
  SCEAU_WAIT_FOR (sceau_test_find (view, GTK_TYPE_LABEL, "4 of 4 · decided: 1 of 4"));
  press (fixture, GDK_KEY_Left);
  SCEAU_WAIT_FOR (sceau_test_find (view, GTK_TYPE_LABEL, "3 of 4 · decided: 1 of 4"));
  g_assert_true (sceau_test_press_key (view, GDK_KEY_z, GDK_CONTROL_MASK));
  SCEAU_WAIT_FOR (sceau_test_find (view, GTK_TYPE_LABEL, "2 of 4 · decided: 1 of 4"));

  /* The unshifted row of a French keyboard; Escape takes the choice back. */
  press (fixture, GDK_KEY_quotedbl);
  g_assert_cmpint (sceau_decision_panel_get_outcome (SCEAU_DECISION_PANEL (find (fixture, SCEAU_TYPE_DECISION_PANEL))), ==,
                   SCEAU_OUTCOME_FAILED);
  press (fixture, GDK_KEY_Escape);
  g_assert_cmpint (sceau_decision_panel_get_outcome (SCEAU_DECISION_PANEL (find (fixture, SCEAU_TYPE_DECISION_PANEL))), ==,
                   SCEAU_OUTCOME_CERTIFIED);
}

static GtkWidget *
get_vote (Fixture *fixture, const char *title)
{
  GtkWidget *row = sceau_test_find (root (fixture), ADW_TYPE_ACTION_ROW, title);

  return sceau_test_find (row, GTK_TYPE_SPIN_BUTTON, NULL);
}

/* Numbers of votes are digits like those that choose an outcome, and Enter after the last of them records. */
static void
counts_votes_by_keys (Fixture *fixture, gconstpointer data)
{
  gint64 id = propose (fixture);
  g_autoptr (SceauDecision) decision = NULL;
  GtkWidget *row, *spin;

  open_session (fixture);
  deliberate (fixture);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (sceau_test_find (root (fixture), ADW_TYPE_EXPANDER_ROW, NULL)), TRUE);
  SCEAU_WAIT_FOR (get_vote (fixture, "Against"));
  row = gtk_widget_get_ancestor (get_vote (fixture, "Against"), ADW_TYPE_ACTION_ROW);
  /* Tab goes from one number to the next, never to a row that takes none. */
  g_assert_false (gtk_widget_get_focusable (row));
  spin = get_vote (fixture, "For");
  gtk_widget_grab_focus (spin);
  g_assert_false (sceau_test_press_key (find (fixture, SCEAU_TYPE_DELIBERATION_VIEW), GDK_KEY_4, 0));
  g_assert_cmpint (sceau_decision_panel_get_outcome (SCEAU_DECISION_PANEL (find (fixture, SCEAU_TYPE_DECISION_PANEL))), ==,
                   SCEAU_OUTCOME_CERTIFIED);
  gtk_editable_set_text (GTK_EDITABLE (spin), "4");
  gtk_editable_set_text (GTK_EDITABLE (get_vote (fixture, "Against")), "1");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (spin)), "activate");
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL, "2 of 4 · decided: 1 of 4"));
  decision = get_decision (fixture, id, 0);
  g_assert_cmpint (decision->votes_for, ==, 4);
  g_assert_cmpint (decision->votes_against, ==, 1);
}

static gboolean
has_focus (Fixture *fixture, const char *action)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_button (root (fixture), action);
}

/* From the convocation to the seal, Enter does what comes next; the Alt keys are told apart in each state. */
static void
leads_the_keyboard_on (Fixture *fixture, gconstpointer data)
{
  convene (fixture);
  open_session (fixture);
  SCEAU_WAIT_FOR (has_focus (fixture, "session.open"));
  sceau_test_manners_check (GTK_WINDOW (fixture->window));
  gtk_widget_activate (find_button (root (fixture), "session.open"));
  SCEAU_WAIT_FOR (has_focus (fixture, "session.propose"));
  sceau_test_manners_check (GTK_WINDOW (fixture->window));
  gtk_widget_activate (find_button (root (fixture), "session.propose"));
  SCEAU_WAIT_FOR (has_focus (fixture, "session.deliberate"));
  sceau_test_manners_check (GTK_WINDOW (fixture->window));
  gtk_widget_activate (find_button (root (fixture), "session.accept"));
  confirm ();
  SCEAU_WAIT_FOR (has_focus (fixture, "session.seal"));
}

static void
hides_names (Fixture *fixture, gconstpointer data)
{
  gint64 id = propose (fixture);
  g_autoptr (SceauDecision) first = get_decision (fixture, id, 0);
  SceauDeliberationView *view;
  g_autofree char *number = g_strdup_printf ("Candidate %s", first->learner_number);

  open_session (fixture);
  deliberate (fixture);
  view = SCEAU_DELIBERATION_VIEW (find (fixture, SCEAU_TYPE_DELIBERATION_VIEW));
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL, first->learner_name));
  sceau_deliberation_view_set_anonymous (view, TRUE);
  g_assert_nonnull (sceau_test_find (root (fixture), GTK_TYPE_LABEL, number));
  g_assert_null (sceau_test_find (root (fixture), GTK_TYPE_LABEL, first->learner_name));
}

static void
keeps_a_sealed_session (Fixture *fixture, gconstpointer data)
{
  sceau_test_school_seal (fixture->school);
  open_session (fixture);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL,
                                   "This session is sealed: nothing in it can change any more. An error is mended by rectifying the decision."));
  for (guint i = 0; i < 5; i++)
    {
      static const char *const verbs[] = { "session.convene", "session.open", "session.propose", "session.accept", "session.seal" };

      g_assert_false (is_enabled (fixture, verbs[i]));
    }
  deliberate (fixture);
  g_assert_false (gtk_widget_is_sensitive (find (fixture, SCEAU_TYPE_DECISION_PANEL)));
  g_assert_false (sceau_test_press_key (find (fixture, SCEAU_TYPE_DELIBERATION_VIEW), GDK_KEY_3, 0));
}

static void
rectifies (Fixture *fixture, gconstpointer data)
{
  gint64 wrong = sceau_test_school_seal (fixture->school);
  const SceauJuryQuery query = { 0 };
  g_autoptr (SceauDecision) first = NULL;
  g_autoptr (SceauDecision) holding = NULL;
  GtkWidget *dialog;

  open_session (fixture);
  deliberate (fixture);
  gtk_widget_activate_action (find (fixture, SCEAU_TYPE_DELIBERATION_VIEW), "deliberation.rectify", NULL);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_RECTIFY_DIALOG));
  dialog = GTK_WIDGET (sceau_test_find_window (SCEAU_TYPE_RECTIFY_DIALOG));
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_false (gtk_widget_is_sensitive (find_button (dialog, "dialog.rectify")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (sceau_test_find (dialog, ADW_TYPE_COMBO_ROW, NULL)), SCEAU_OUTCOME_FAILED);
  tick (dialog, 2, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Reason of the rectification")),
                         "Erreur de saisie d’un nom");
  /* The day of the session itself has come, whatever this machine's clock says. */
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (dialog, SCEAU_TYPE_DATE_ROW, NULL)), "15/10/2026");
  gtk_widget_activate_action (dialog, "dialog.rectify", NULL);
  SCEAU_WAIT_FOR (sceau_jury_table_count (fixture->school->school, &query, NULL) == 2);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_RECTIFY_DIALOG) == NULL);

  first = get_decision (fixture, wrong, 0);
  g_assert_cmpint (first->outcome, ==, SCEAU_OUTCOME_CERTIFIED);
  holding = sceau_decision_table_find_in_force (fixture->school->school, first->enrolment_id, NULL);
  g_assert_cmpint (holding->outcome, ==, SCEAU_OUTCOME_FAILED);
}

/* Whatever their number, only the cells on screen exist. */
static void
lists_a_large_cohort (Fixture *fixture, gconstpointer data)
{
  GListModel *model;
  gint64 begun;

  propose (fixture);
  open_session (fixture);
  begun = g_get_monotonic_time ();
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_CANDIDATE_LIST));
  g_test_message ("shown after %d ms", (int) ((g_get_monotonic_time () - begun) / 1000));
  model = sceau_candidate_list_get_model (SCEAU_CANDIDATE_LIST (find (fixture, SCEAU_TYPE_CANDIDATE_LIST)));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, GPOINTER_TO_UINT (data));
  sceau_candidate_list_search (SCEAU_CANDIDATE_LIST (find (fixture, SCEAU_TYPE_CANDIDATE_LIST)), "lefevre A006");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
}

int
main (int argc, char **argv)
{
  sceau_test_window_init (&argc, &argv);

#define ADD(path, learners, func) \
  g_test_add ("/app/jury/" path, Fixture, GINT_TO_POINTER (learners), set_up, func, tear_down)
  ADD ("says-what-to-do-first", 1, says_what_to_do_first);
  ADD ("adds-a-juror", 1, adds_a_juror);
  ADD ("holds-a-session", LEARNERS, holds_a_session);
  ADD ("refuses-to-open", LEARNERS, refuses_to_open);
  ADD ("moves-by-keys", LEARNERS, moves_by_keys);
  ADD ("counts-votes-by-keys", LEARNERS, counts_votes_by_keys);
  ADD ("leads-the-keyboard-on", LEARNERS, leads_the_keyboard_on);
  ADD ("hides-names", LEARNERS, hides_names);
  ADD ("keeps-a-sealed-session", LEARNERS, keeps_a_sealed_session);
  ADD ("rectifies", LEARNERS, rectifies);
  ADD ("lists-a-large-cohort", 600, lists_a_large_cohort);
#undef ADD
  return g_test_run ();
}
