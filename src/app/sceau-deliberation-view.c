/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-deliberation-view.h"

#include <glib/gi18n-lib.h>

#include "sceau-ask-reason.h"
#include "sceau-candidate-view.h"
#include "sceau-decision-panel.h"
#include "sceau-decision-table.h"
#include "sceau-dialogs.h"
#include "sceau-jury-words.h"
#include "sceau-jury-work.h"
#include "sceau-narrow.h"
#include "sceau-page.h"
#include "sceau-rectify-dialog.h"
#include "sceau-recuse-dialog.h"
#include "sceau-session-life.h"

/* Pixels of the window below which what is read and what is entered stand one above the other. */
#define NARROW_WIDTH 1000
/* Two outcomes beside each other, in words. */
#define PANEL_WIDTH 420

struct _SceauDeliberationView
{
  AdwBin parent_instance;

  GtkBox *head;
  GtkBox *bar;
  GtkWidget *previous_button;
  GtkWidget *titles; /* in the bar, or below it where the bar has no room for a name */
  GtkLabel *name;
  GtkLabel *details;
  GtkLabel *progress;
  GtkLabel *notice;
  GtkButton *rectify_button;
  GtkToggleButton *anonymous_button;
  GtkLabel *keys;
  GtkScrolledWindow *whole;
  GtkScrolledWindow *left;
  GtkScrolledWindow *right;
  GtkBox *columns;
  SceauCandidateView *candidate;
  SceauDecisionPanel *panel;
  SceauContext *context;
  SceauCandidateFile *file; /* of the candidate shown, or NULL until it has been read */
  GArray *order;            /* (element-type gint64) */
  gint64 session_id;
  guint position;           /* in @order */
  GArray *decided;          /* (element-type gint64): enrolments decided here, the latest last */
  gint64 lifting;           /* juror whose recusal is about to be lifted */
  gint64 deciding;          /* enrolment whose decision is on its way, so that Enter held down counts once */
  gboolean anonymous;
};

G_DEFINE_FINAL_TYPE (SceauDeliberationView, sceau_deliberation_view, ADW_TYPE_BIN)

typedef struct
{
  gint64 session_id;
  gint64 enrolment_id;
  SceauCandidateFile *file;
  int decided;
  int all;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->file, sceau_candidate_file_free);
  g_free (reading);
}

static gboolean
read_candidate (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;

  reading->file = sceau_candidate_file_load (school, reading->session_id, reading->enrolment_id, error);
  return reading->file != NULL
         && sceau_decision_table_count (school, reading->session_id, &reading->decided, &reading->all, error);
}

static gboolean
can_decide (SceauDeliberationView *self)
{
  return sceau_session_allows (self->file->session, SCEAU_ACT_DECIDE, sceau_date_today (), NULL)
         && !sceau_context_is_read_only (self->context);
}

static void
show_notice (SceauDeliberationView *self)
{
  gboolean sealed = self->file->session->state == SCEAU_SESSION_SEALED;
  gboolean read_only = sceau_context_is_read_only (self->context);
  const char *text = NULL;

  if (sealed)
    text = _("The session is sealed: this decision cannot change any more. An error is mended by a rectification, which keeps it.");
  else if (read_only)
    text = _("The school file may only be read: nothing can be decided here.");
  else if (self->file->session->suspended)
    text = _("The session is suspended: nothing is decided until it is resumed.");
  gtk_label_set_text (self->notice, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->rectify_button), sealed && !read_only);
  gtk_widget_set_sensitive (GTK_WIDGET (self->panel), can_decide (self));
}

static void
show_head (SceauDeliberationView *self)
{
  const SceauDecision *decision = self->file->decision;
  /* Translators: a candidate whose name is not shown: the learner's number. */
  g_autofree char *number = g_strdup_printf (_("Candidate %s"), decision->learner_number);
  g_autofree char *details = self->anonymous ? g_strdup (sceau_route_title (decision->route))
                                             : g_strdup_printf ("%s · %s", decision->learner_number, sceau_route_title (decision->route));

  gtk_label_set_text (self->name, self->anonymous ? number : decision->learner_name);
  gtk_label_set_text (self->details, details);
}

static void
show_file (SceauDeliberationView *self)
{
  show_head (self);
  sceau_candidate_view_show (self->candidate, self->file, self->anonymous);
  sceau_decision_panel_show (self->panel, self->file);
  show_notice (self);
}

static void
show_progress (SceauDeliberationView *self, int decided, int all)
{
  /* Translators: place of the candidate, number of candidates shown one by one, number decided, number of candidates. */
  g_autofree char *text = g_strdup_printf (_("%u of %u · decided: %d of %d"), self->position + 1, self->order->len, decided, all);

  gtk_label_set_text (self->progress, text);
}

static gboolean
can_recuse (SceauDeliberationView *self)
{
  return self->file != NULL && !sceau_context_is_read_only (self->context)
         && sceau_session_allows (self->file->session, SCEAU_ACT_RECUSE, sceau_date_today (), NULL);
}

static void
update_actions (SceauDeliberationView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deliberation.previous", self->position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deliberation.next", self->position + 1 < self->order->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deliberation.undo", self->decided->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deliberation.decide", self->file != NULL && can_decide (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deliberation.recuse", can_recuse (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deliberation.lift", can_recuse (self));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauDeliberationView) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || reading->enrolment_id != sceau_deliberation_view_get_enrolment (self))
    return;
  if (!done)
    {
      sceau_page_read_failed (GTK_WIDGET (self), _("The candidate could not be read"), error);
      return;
    }
  /* The panel looks at the old file until it shows the new one. */
  {
    g_autoptr (SceauCandidateFile) old = self->file;

    self->file = g_steal_pointer (&reading->file);
    show_file (self);
  }
  show_progress (self, reading->decided, reading->all);
  update_actions (self);
}

static void
move_to (SceauDeliberationView *self, guint position)
{
  if (position >= self->order->len || position == self->position)
    return;
  self->position = position;
  self->deciding = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  sceau_deliberation_view_reload (self);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauDeliberationView *self = SCEAU_DELIBERATION_VIEW (widget);

  move_to (self, self->position - 1);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauDeliberationView *self = SCEAU_DELIBERATION_VIEW (widget);

  move_to (self, self->position + 1);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauDeliberationView *self = SCEAU_DELIBERATION_VIEW (widget);

  gint64 last;

  if (self->decided->len == 0)
    return;
  last = g_array_index (self->decided, gint64, self->decided->len - 1);
  g_array_set_size (self->decided, self->decided->len - 1);
  update_actions (self);
  for (guint i = 0; i < self->order->len; i++)
    if (g_array_index (self->order, gint64, i) == last)
      move_to (self, i);
}

static void
recuse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauDeliberationView *self = SCEAU_DELIBERATION_VIEW (widget);

  gtk_window_present (GTK_WINDOW (sceau_recuse_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context, self->file)));
}

static void
lifted_cb (GtkWidget *from, gpointer job, const GError *error)
{
  sceau_jury_work_explain (from, _("The recusal could not be lifted"), job, error);
}

static void
lift_for (const char *reason, gpointer data)
{
  SceauDeliberationView *self = SCEAU_DELIBERATION_VIEW (data);
  SceauJuryWork *work = sceau_jury_work_new (self->session_id);

  work->juror_id = self->lifting;
  work->enrolment_id = sceau_deliberation_view_get_enrolment (self);
  work->reason = g_strdup (reason);
  sceau_long_work_run (GTK_WIDGET (self), self->context, _("Lifting the recusal"), sceau_jury_work_lift, work,
                       (GDestroyNotify) sceau_jury_work_free, lifted_cb);
}

static void
lift_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauDeliberationView *self = SCEAU_DELIBERATION_VIEW (widget);

  self->lifting = g_variant_get_int64 (parameter);
  sceau_ask_reason (widget, _("Lift this recusal?"), _("The member takes part in this candidate’s case again. The journal keeps the reason."),
                    _("_Lift"), FALSE, lift_for, widget);
}

static void
anonymous_toggled_cb (SceauDeliberationView *self)
{
  sceau_deliberation_view_set_anonymous (self, gtk_toggle_button_get_active (self->anonymous_button));
}

static void
decided_cb (GtkWidget *from, gpointer job, const GError *error)
{
  SceauDeliberationView *self = SCEAU_DELIBERATION_VIEW (from);
  SceauJuryWork *work = job;

  self->deciding = 0;
  sceau_jury_work_explain (from, _("The decision could not be recorded"), work, error);
  if (error != NULL)
    return;
  g_array_append_val (self->decided, work->id);
  update_actions (self);
  if (work->id != sceau_deliberation_view_get_enrolment (self))
    return;
  if (self->position + 1 < self->order->len)
    {
      move_to (self, self->position + 1);
      return;
    }
  sceau_deliberation_view_reload (self);
  sceau_toast (from, _("Decision recorded. That was the last candidate."));
}

static void
decide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauDeliberationView *self = SCEAU_DELIBERATION_VIEW (widget);
  SceauJuryWork *work;

  if (self->file == NULL || self->file->enrolment->id != sceau_deliberation_view_get_enrolment (self)
      || self->deciding == self->file->enrolment->id || !sceau_decision_panel_validate (self->panel))
    return;
  work = sceau_jury_work_new (self->session_id);
  work->id = self->file->enrolment->id;
  work->learner_number = g_strdup (self->file->decision->learner_number);
  work->outcome = sceau_decision_panel_get_outcome (self->panel);
  work->blocks = sceau_decision_panel_get_blocks (self->panel);
  work->reason = sceau_decision_panel_get_reason (self->panel);
  sceau_decision_panel_get_votes (self->panel, &work->votes_for, &work->votes_against, &work->votes_abstain);
  self->deciding = work->id;
  sceau_long_work_run (widget, self->context, _("Recording the decision"), sceau_jury_work_decide, work,
                       (GDestroyNotify) sceau_jury_work_free, decided_cb);
}

static void
rectify_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauDeliberationView *self = SCEAU_DELIBERATION_VIEW (widget);

  if (self->file != NULL && self->file->session->state == SCEAU_SESSION_SEALED)
    gtk_window_present (GTK_WINDOW (sceau_rectify_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context,
                                                              self->file)));
}

static void
panel_changed_cb (SceauDeliberationView *self)
{
  self->deciding = 0;
}

static void
submitted_cb (SceauDeliberationView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "deliberation.decide", NULL);
}

/* Back to what is recorded. */
static void
take_back_entry (SceauDeliberationView *self)
{
  if (self->file != NULL)
    sceau_decision_panel_show (self->panel, self->file);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static const char *
action_of_key (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Page_Up:
      return "deliberation.previous";
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Page_Down:
      return "deliberation.next";
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return "deliberation.decide";
    default:
      return NULL;
    }
}

/* Keys that the focused widget did not want: text being typed never decides. */
static gboolean
key_pressed_cb (SceauDeliberationView *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  const char *action = action_of_key (keyval);
  SceauOutcome outcome;

  if (modifiers == GDK_CONTROL_MASK && (keyval == GDK_KEY_z || keyval == GDK_KEY_Z))
    return gtk_widget_activate_action (GTK_WIDGET (self), "deliberation.undo", NULL);
  if (modifiers == GDK_CONTROL_MASK && (keyval == GDK_KEY_h || keyval == GDK_KEY_H))
    {
      gtk_toggle_button_set_active (self->anonymous_button, !gtk_toggle_button_get_active (self->anonymous_button));
      return TRUE;
    }
  if (modifiers != 0)
    return FALSE;
  if (action != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
      return TRUE;
    }
  if (keyval == GDK_KEY_Escape)
    {
      take_back_entry (self);
      return TRUE;
    }
  /* A digit beside the entry it was meant for would change the decision unseen. */
  if (!sceau_outcome_from_key (keyval, &outcome) || self->file == NULL || !can_decide (self)
      || sceau_decision_panel_is_voting (self->panel))
    return FALSE;
  sceau_decision_panel_choose (self->panel, outcome);
  return TRUE;
}

static void
place_titles (SceauDeliberationView *self, gboolean below)
{
  GtkBox *old = GTK_BOX (gtk_widget_get_parent (self->titles));
  g_autoptr (GtkWidget) titles = g_object_ref (self->titles);

  gtk_widget_set_hexpand (self->previous_button, below);
  if (old == (below ? self->head : self->bar))
    return;
  gtk_box_remove (old, titles);
  if (below)
    gtk_box_append (self->head, titles);
  else
    gtk_box_insert_child_after (self->bar, titles, self->previous_button);
}

/* Side by side each column scrolls by itself; one above the other they scroll together. */
static void
set_narrow (GtkWidget *widget, gboolean narrow)
{
  SceauDeliberationView *self = SCEAU_DELIBERATION_VIEW (widget);
  GtkPolicyType inner = narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_scrolled_window_set_policy (self->whole, GTK_POLICY_NEVER, narrow ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_scrolled_window_set_policy (self->left, GTK_POLICY_NEVER, inner);
  gtk_scrolled_window_set_policy (self->right, GTK_POLICY_NEVER, inner);
  gtk_widget_set_size_request (GTK_WIDGET (self->panel), narrow ? -1 : PANEL_WIDTH, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->right), narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->keys), !narrow);
  place_titles (self, narrow);
}

/* Itself, not its first button: what is typed then decides. */
static gboolean
sceau_deliberation_view_grab_focus (GtkWidget *widget)
{
  GtkRoot *window = gtk_widget_get_root (widget);

  if (window != NULL)
    gtk_root_set_focus (window, widget);
  return window != NULL;
}

static void
sceau_deliberation_view_finalize (GObject *object)
{
  SceauDeliberationView *self = SCEAU_DELIBERATION_VIEW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->file, sceau_candidate_file_free);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->decided, g_array_unref);
  G_OBJECT_CLASS (sceau_deliberation_view_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "deliberation.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "deliberation.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "deliberation.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "deliberation.decide", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "deliberation.rectify", NULL, rectify_action);
  gtk_widget_class_install_action (widget_class, "deliberation.recuse", NULL, recuse_action);
  gtk_widget_class_install_action (widget_class, "deliberation.lift", "x", lift_action);
}

static void
sceau_deliberation_view_class_init (SceauDeliberationViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_deliberation_view_finalize;
  widget_class->grab_focus = sceau_deliberation_view_grab_focus;
  g_type_ensure (SCEAU_TYPE_CANDIDATE_VIEW);
  g_type_ensure (SCEAU_TYPE_DECISION_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-deliberation-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, head);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, bar);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, previous_button);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, titles);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, name);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, details);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, progress);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, notice);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, rectify_button);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, anonymous_button);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, keys);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, whole);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, left);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, right);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, columns);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, candidate);
  gtk_widget_class_bind_template_child (widget_class, SceauDeliberationView, panel);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, submitted_cb);
  gtk_widget_class_bind_template_callback (widget_class, anonymous_toggled_cb);
  install_actions (widget_class);
}

static void
sceau_deliberation_view_init (SceauDeliberationView *self)
{
  self->decided = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  sceau_narrow_watch (GTK_WIDGET (self), NARROW_WIDTH, set_narrow);
}

SceauDeliberationView *
sceau_deliberation_view_new (SceauContext *context, gint64 session_id, GArray *order, gint64 enrolment_id)
{
  SceauDeliberationView *self = g_object_new (SCEAU_TYPE_DELIBERATION_VIEW, NULL);

  g_return_val_if_fail (order->len > 0, NULL);

  self->context = g_object_ref (context);
  self->session_id = session_id;
  self->order = g_array_ref (order);
  for (guint i = 0; i < order->len; i++)
    if (g_array_index (order, gint64, i) == enrolment_id)
      self->position = i;
  update_actions (self);
  sceau_deliberation_view_reload (self);
  return self;
}

void
sceau_deliberation_view_reload (SceauDeliberationView *self)
{
  Reading *reading;

  /* What follows a decision reads the next candidate: this one need not be read once more. */
  if (self->deciding != 0)
    return;
  reading = g_new0 (Reading, 1);
  reading->session_id = self->session_id;
  reading->enrolment_id = sceau_deliberation_view_get_enrolment (self);
  sceau_worker_run_async (sceau_context_get_worker (self->context), read_candidate, reading, reading_free, NULL, read_cb,
                          g_object_ref (self));
}

void
sceau_deliberation_view_set_anonymous (SceauDeliberationView *self, gboolean anonymous)
{
  self->anonymous = anonymous;
  gtk_toggle_button_set_active (self->anonymous_button, anonymous);
  if (self->file == NULL)
    return;
  show_head (self);
  sceau_candidate_view_show (self->candidate, self->file, anonymous);
}

gint64
sceau_deliberation_view_get_enrolment (SceauDeliberationView *self)
{
  return g_array_index (self->order, gint64, self->position);
}
