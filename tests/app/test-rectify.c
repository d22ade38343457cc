/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A jury that meets again to mend a decision: who is present then, who presides, and what lets too few decide. */

#include "sceau-test-window.h"

#include "sceau-date-row.h"
#include "sceau-decision-panel.h"
#include "sceau-deliberation-view.h"
#include "sceau-hold-jury.h"
#include "sceau-import-report.h"
#include "sceau-jury-members.h"
#include "sceau-jury-session-view.h"
#include "sceau-jury-table.h"
#include "sceau-rectify-dialog.h"
#include "sceau-test-school.h"

typedef struct
{
  SceauTestSchool *school;
  SceauWindow *window;
  gint64 session; /* sealed: all but the last juror decided on A002, the first by name; the last one came after a pause */
  GtkWidget *dialog;
} Fixture;

static gint64
hold_session (SceauTestSchool *school, SceauFaults *faults, GError **error)
{
  const SceauVerdict verdict = { "A002", SCEAU_OUTCOME_CERTIFIED, NULL, NULL, -1, -1, -1 };
  gint64 id = sceau_plan_jury (school->school, school->certification_code, "2025-2026", sceau_date_new (2026, 9, 15), "Salle inventée",
                               faults, error);

  if (id != 0 && sceau_convene_jury (school->school, id, school->jurors, 5, school->jurors[0], faults, error)
      && sceau_open_jury (school->school, id, school->jurors, 4, NULL, faults, error)
      && sceau_propose_decisions (school->school, id, NULL, NULL, error)
      && sceau_decide (school->school, id, &verdict, faults, error)
      && sceau_suspend_jury (school->school, id, "Pause de midi", faults, error)
      && sceau_resume_jury (school->school, id, school->jurors, 5, NULL, faults, error)
      && sceau_accept_proposals (school->school, id, NULL, error)
      && sceau_seal_jury (school->school, id, faults, NULL, NULL, error))
    return id;
  return 0;
}

static void
open_dialog (Fixture *fixture)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);

  gtk_widget_activate_action (sceau_test_find (root, SCEAU_TYPE_JURY_SESSION_VIEW, NULL), "session.deliberate", NULL);
  SCEAU_WAIT_FOR (sceau_test_find (root, SCEAU_TYPE_DECISION_PANEL, NULL));
  SCEAU_WAIT_FOR (sceau_test_find (root, GTK_TYPE_LABEL, "Proposal"));
  gtk_widget_activate_action (sceau_test_find (root, SCEAU_TYPE_DELIBERATION_VIEW, NULL), "deliberation.rectify", NULL);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_RECTIFY_DIALOG));
  fixture->dialog = GTK_WIDGET (sceau_test_find_window (SCEAU_TYPE_RECTIFY_DIALOG));
  gtk_test_widget_wait_for_draw (fixture->dialog);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  fixture->school = sceau_test_school_new (2);
  sceau_test_school_add_results (fixture->school);
  fixture->session = hold_session (fixture->school, faults, &error);
  g_assert_no_error (error);
  fixture->window = sceau_test_window_open (fixture->school->path);
  sceau_window_show_page (fixture->window, "juries");
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_ACTION_ROW, NULL));
  gtk_widget_activate (sceau_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_ACTION_ROW, NULL));
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Look Through"));
  SCEAU_WAIT_FOR (gtk_widget_is_sensitive (sceau_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Look Through")));
  open_dialog (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_test_window_close (fixture->window);
  sceau_test_school_free (fixture->school);
}

static SceauJuryMembers *
get_members (Fixture *fixture)
{
  return SCEAU_JURY_MEMBERS (sceau_test_find (fixture->dialog, SCEAU_TYPE_JURY_MEMBERS, NULL));
}

/* The boxes of the members in their order: who is present without a label, who presides with one. */
static void
collect_boxes (GtkWidget *widget, gboolean labelled, GPtrArray *boxes)
{
  if (GTK_IS_CHECK_BUTTON (widget) && (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)) != NULL) == labelled)
    g_ptr_array_add (boxes, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_boxes (child, labelled, boxes);
}

static GtkCheckButton *
get_box (Fixture *fixture, gboolean labelled, guint index)
{
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();

  collect_boxes (GTK_WIDGET (get_members (fixture)), labelled, boxes);
  g_assert_cmpuint (boxes->len, ==, 5);
  return g_ptr_array_index (boxes, index);
}

static void
mark_present (Fixture *fixture, guint index, gboolean present)
{
  gtk_check_button_set_active (get_box (fixture, FALSE, index), present);
}

static void
set_text (Fixture *fixture, GType type, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (fixture->dialog, type, title)), text);
}

/* Fails the first candidate, on the day of the session: it has come, whatever this machine's clock says. */
static void
fill_in (Fixture *fixture)
{
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();

  adw_combo_row_set_selected (ADW_COMBO_ROW (sceau_test_find (fixture->dialog, ADW_TYPE_COMBO_ROW, NULL)), SCEAU_OUTCOME_FAILED);
  collect_boxes (fixture->dialog, FALSE, boxes);
  for (guint i = 0; i < 2; i++)
    gtk_check_button_set_active (g_ptr_array_index (boxes, i), FALSE);
  set_text (fixture, ADW_TYPE_ENTRY_ROW, "Reason of the rectification", "Erreur de saisie inventée");
  set_text (fixture, SCEAU_TYPE_DATE_ROW, NULL, "15/09/2026");
}

static void
rectify (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->dialog, "dialog.rectify", NULL);
}

static guint
count_sessions (Fixture *fixture)
{
  const SceauJuryQuery query = { 0 };

  return (guint) sceau_jury_table_count (fixture->school->school, &query, NULL);
}

static SceauJurySession *
find_session (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  SceauJurySession *session = sceau_jury_table_find (fixture->school->school, id, &error);

  g_assert_no_error (error);
  return session;
}

static void
assert_present (const SceauJurySession *session, const gboolean present[5])
{
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (((SceauJuryMember *) g_ptr_array_index (session->members, i))->present, ==, present[i]);
}

static void
ticks_those_who_decided (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ticked = sceau_jury_members_get_ticked (get_members (fixture));
  int least;

  g_assert_cmpmem (ticked->data, ticked->len * sizeof (gint64), fixture->school->jurors, 4 * sizeof (gint64));
  g_assert_cmpint (sceau_jury_members_get_president (get_members (fixture)), ==, fixture->school->jurors[0]);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_box (fixture, TRUE, 4))));

  /* Whoever is not there does not preside. */
  mark_present (fixture, 0, FALSE);
  g_assert_cmpint (sceau_jury_members_get_president (get_members (fixture)), ==, 0);
  gtk_widget_measure (fixture->dialog, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 410);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
}

static void
keeps_who_met_again (Fixture *fixture, gconstpointer data)
{
  const gboolean then[] = { TRUE, TRUE, TRUE, TRUE, TRUE };
  const gboolean again[] = { TRUE, TRUE, TRUE, FALSE, TRUE };
  g_autoptr (SceauJurySession) wrong = NULL;
  g_autoptr (SceauJurySession) rectifying = NULL;

  fill_in (fixture);
  mark_present (fixture, 3, FALSE);
  mark_present (fixture, 4, TRUE);
  gtk_check_button_set_active (get_box (fixture, TRUE, 1), TRUE);
  rectify (fixture);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_RECTIFY_DIALOG) == NULL);
  wrong = find_session (fixture, fixture->session);
  rectifying = find_session (fixture, fixture->session + 1);
  g_assert_cmpint (rectifying->rectifies, ==, wrong->id);
  assert_present (wrong, then);
  assert_present (rectifying, again);
  g_assert_true (((SceauJuryMember *) g_ptr_array_index (wrong->members, 0))->president);
  g_assert_true (((SceauJuryMember *) g_ptr_array_index (rectifying->members, 1))->president);
  g_assert_false (((SceauJuryMember *) g_ptr_array_index (rectifying->members, 0))->president);
  g_assert_null (rectifying->derogation);

  /* An absent external member is worth a look, not a refusal. */
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT)), GTK_TYPE_LABEL,
                                     "Done. Please look at this:"));
  gtk_window_destroy (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
}

static void
needs_a_derogation_without_quorum (Fixture *fixture, gconstpointer data)
{
  const gboolean again[] = { TRUE, TRUE, FALSE, FALSE, FALSE };
  g_autoptr (SceauJurySession) rectifying = NULL;
  GtkWidget *report;

  fill_in (fixture);
  mark_present (fixture, 2, FALSE);
  mark_present (fixture, 3, FALSE);
  rectify (fixture);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
  report = GTK_WIDGET (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
  SCEAU_WAIT_FOR (sceau_test_find (report, GTK_TYPE_LABEL,
                                   "Members present: 2; the quorum is 3. Mark the members who are present, or put the session off."));
  g_assert_cmpuint (count_sessions (fixture), ==, 1);
  gtk_window_destroy (GTK_WINDOW (report));

  set_text (fixture, ADW_TYPE_ENTRY_ROW, "Reason of the derogation", "  Trois membres retenus par la neige ");
  rectify (fixture);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_RECTIFY_DIALOG) == NULL);
  rectifying = find_session (fixture, fixture->session + 1);
  g_assert_cmpstr (rectifying->derogation, ==, "Trois membres retenus par la neige");
  assert_present (rectifying, again);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
  gtk_window_destroy (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
}

/* The page shows its candidates once it is read; what is known of the session as a whole stands beside them. */
static GtkWidget *
find_fact (Fixture *fixture, const char *text)
{
  GtkWidget *label = sceau_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Composition");

  if (label != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  return sceau_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, text);
}

/* Each of the two sessions says what the other decided. */
static void
shows_both_decisions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  g_autofree char *since = g_strdup_printf ("Rectified by session no. %" G_GINT64_FORMAT ": Not certified", fixture->session + 1);
  g_autofree char *title = g_strdup_printf ("Rectification no. %" G_GINT64_FORMAT " of 15/09/2026 · Salle inventée", fixture->session + 1);
  g_autofree char *first = g_strdup_printf ("First decision: Certified · %sBC01, %sBC02", fixture->school->certification_code,
                                            fixture->school->certification_code);

  fill_in (fixture);
  mark_present (fixture, 4, TRUE);
  rectify (fixture);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_RECTIFY_DIALOG) == NULL);
  g_assert_null (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
  gtk_widget_activate_action (root, "win.back", NULL);
  SCEAU_WAIT_FOR (find_fact (fixture, since));
  gtk_widget_activate_action (root, "win.back", NULL);
  SCEAU_WAIT_FOR (sceau_test_find (root, GTK_TYPE_LABEL, title));
  gtk_widget_activate (gtk_widget_get_ancestor (sceau_test_find (root, GTK_TYPE_LABEL, title), ADW_TYPE_ACTION_ROW));
  SCEAU_WAIT_FOR (find_fact (fixture, first));
}

int
main (int argc, char **argv)
{
  sceau_test_window_init (&argc, &argv);

#define ADD(path, func) g_test_add ("/app/rectify/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("ticks-those-who-decided", ticks_those_who_decided);
  ADD ("keeps-who-met-again", keeps_who_met_again);
  ADD ("needs-a-derogation-without-quorum", needs_a_derogation_without_quorum);
  ADD ("shows-both-decisions", shows_both_decisions);
#undef ADD
  return g_test_run ();
}
