/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What the session shows; its verbs are in sceau-jury-session-actions.c. */

#include <glib/gi18n-lib.h>

#include "sceau-juror-table.h"
#include "sceau-jury-session-private.h"
#include "sceau-jury-words.h"
#include "sceau-narrow.h"
#include "sceau-page.h"

/* Pixels of the window below which the buttons stand one above the other. */
#define NARROW_WIDTH 900

enum
{
  SIGNAL_CANDIDATE_CHOSEN,
  SIGNAL_REMOVED,
  SIGNAL_LETTER_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauJurySessionView, sceau_jury_session_view, ADW_TYPE_BIN)

typedef struct
{
  gint64 session_id;
  SceauJuryFile *file;
  GPtrArray *jurors; /* (element-type SceauJuror): the directory, while members are chosen */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->file, sceau_jury_file_free);
  g_clear_pointer (&reading->jurors, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
read_session (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;

  reading->file = sceau_load_jury (school, reading->session_id, error);
  if (reading->file == NULL)
    return FALSE;
  if (reading->file->session->state > SCEAU_SESSION_CONVENED)
    return TRUE;
  reading->jurors = sceau_juror_table_list (school, NULL, error);
  return reading->jurors != NULL;
}

gboolean
sceau_jury_session_view_can_write (SceauJurySessionView *self)
{
  return !sceau_context_is_read_only (self->context);
}

gboolean
sceau_jury_session_view_is_choosing (SceauJurySessionView *self)
{
  SceauSessionState state = self->file != NULL ? self->file->session->state : SCEAU_SESSION_PREPARATION;

  return state == SCEAU_SESSION_PREPARATION || (state == SCEAU_SESSION_CONVENED && self->recomposing);
}

static void
count_decisions (SceauJurySessionView *self, GPtrArray *decisions)
{
  self->n_candidates = decisions->len;
  self->n_undecided = 0;
  self->n_outdated = 0;
  self->n_blocks = 0;
  for (guint i = 0; i < SCEAU_N_OUTCOMES; i++)
    self->counts[i] = 0;
  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);

      if (decision->outdated)
        self->n_outdated++;
      if (!decision->decided)
        {
          self->n_undecided++;
          continue;
        }
      self->counts[decision->outcome]++;
      self->n_blocks += decision->acquired_blocks->len;
    }
}

/* "40 candidates, 12 to decide – Certified: 20 · Partial validation: 8" */
static void
show_summary (SceauJurySessionView *self)
{
  g_autofree char *outcomes = sceau_count_outcomes (self->counts);
  g_autofree char *candidates = g_strdup_printf (ngettext ("%u candidate", "%u candidates", self->n_candidates), self->n_candidates);
  g_autofree char *undecided = g_strdup_printf (ngettext ("%u to decide", "%u to decide", self->n_undecided), self->n_undecided);
  g_autoptr (GString) text = g_string_new (candidates);

  if (self->n_undecided > 0)
    g_string_append_printf (text, " · %s", undecided);
  if (self->n_outdated > 0)
    {
      g_autofree char *outdated
        = g_strdup_printf (ngettext ("%u proposal out of date", "%u proposals out of date", self->n_outdated), self->n_outdated);

      g_string_append_printf (text, " · %s", outdated);
    }
  if (*outcomes != '\0')
    g_string_append_printf (text, " — %s", outcomes);
  gtk_label_set_text (self->summary, text->str);
}

static void
show_candidates (SceauJurySessionView *self)
{
  count_decisions (self, self->file->decisions);
  show_summary (self);
  sceau_candidate_list_take (self->candidates, self->file->decisions);
  gtk_stack_set_visible_child_name (self->candidates_stack, self->n_candidates > 0 ? "list" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->undecided_button), self->file->session->state == SCEAU_SESSION_OPEN);
}

static void
show_members (SceauJurySessionView *self, GPtrArray *jurors)
{
  const SceauJurySession *session = self->file->session;
  gboolean choosing = sceau_jury_session_view_is_choosing (self);

  if (choosing)
    sceau_jury_members_show_choice (self->members, jurors, session);
  else
    sceau_jury_members_show_session (self->members, session, sceau_jury_session_view_can_write (self));
  gtk_widget_set_visible (self->add_juror_button, choosing);
  gtk_widget_set_visible (self->no_juror, choosing && jurors->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->members), !choosing || jurors->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->members),
                            session->state < SCEAU_SESSION_SEALED && sceau_jury_session_view_can_write (self));
}

static void
show_advice (SceauJurySessionView *self)
{
  if (sceau_jury_session_view_can_write (self))
    gtk_label_set_text (self->advice, sceau_session_advice (self->file->session));
  else
    gtk_label_set_text (self->advice, _("The school file may only be read: nothing can be changed here."));
}

static void
show_sequel (SceauJurySessionView *self)
{
  gboolean sealed = self->file->session->state == SCEAU_SESSION_SEALED;

  gtk_stack_page_set_visible (self->sequel_page, sealed);
  if (sealed)
    sceau_sequel_view_load (self->sequel, self->context, self->session_id);
}

/* The first sight of a session is what is to be done in it: who sits, who is decided on, who is told. */
static void
choose_page (SceauJurySessionView *self)
{
  const SceauJurySession *session = self->file->session;

  if (session->state < SCEAU_SESSION_OPEN || session->suspended)
    gtk_stack_set_visible_child (self->stack, self->composition);
  else if (session->state == SCEAU_SESSION_SEALED && session->notified == SCEAU_NO_DATE)
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->sequel));
  else
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->candidates_stack));
}

static gboolean
can_press (GtkWidget *button)
{
  return gtk_widget_get_visible (button) && gtk_widget_is_sensitive (button);
}

/* The keyboard goes on to what is to be done next: the button that was pressed may be gone. */
static void
give_focus (SceauJurySessionView *self)
{
  GtkWidget *const next[] = { self->convene_button, self->open_button, self->resume_button, self->seal_button };

  self->acting = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    if (can_press (next[i]) && gtk_widget_grab_focus (next[i]))
      return;
  if (can_press (self->propose_button) && (self->n_candidates == 0 || self->n_outdated > 0))
    gtk_widget_grab_focus (self->propose_button);
  else if (can_press (self->deliberate_button))
    gtk_widget_grab_focus (self->deliberate_button);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->members), GTK_DIR_TAB_FORWARD);
}

static void
show_file (SceauJurySessionView *self, GPtrArray *jurors, gboolean advanced)
{
  const SceauJurySession *session = self->file->session;

  sceau_life_line_set_state (self->life, session->state);
  show_advice (self);
  show_members (self, jurors);
  show_candidates (self);
  sceau_jury_session_view_show_facts (self);
  show_sequel (self);
  if (advanced)
    choose_page (self);
  sceau_jury_session_view_update_actions (self);
  sceau_jury_session_view_check (self);
  if (advanced || self->acting)
    give_focus (self);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauJurySessionView) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean advanced;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  self->reading = FALSE;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      sceau_page_read_failed (GTK_WIDGET (self), _("The session could not be read"), error);
      return;
    }
  advanced = self->file == NULL || self->file->session->state != reading->file->session->state
             || self->file->session->suspended != reading->file->session->suspended;
  g_clear_pointer (&self->file, sceau_jury_file_free);
  self->file = g_steal_pointer (&reading->file);
  show_file (self, reading->jurors, advanced);
}

static void
reload_if_shown (SceauJurySessionView *self)
{
  SceauWorker *worker = sceau_context_get_worker (self->context);
  Reading *reading;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || (!self->stale && self->changes == sceau_worker_get_changes (worker)))
    return;
  self->stale = FALSE;
  self->reading = TRUE;
  self->changes = sceau_worker_get_changes (worker);
  sceau_jury_session_view_update_actions (self);
  reading = g_new0 (Reading, 1);
  reading->session_id = self->session_id;
  sceau_worker_run_async (worker, read_session, reading, reading_free, NULL, read_cb,
                          g_object_ref (self));
}

static void
members_changed_cb (SceauJurySessionView *self)
{
  sceau_jury_session_view_update_actions (self);
  sceau_jury_session_view_check (self);
}

static void
derogation_changed_cb (SceauJurySessionView *self)
{
  sceau_jury_session_view_update_actions (self);
}

static void
chosen_cb (SceauJurySessionView *self, gint64 enrolment_id)
{
  g_signal_emit (self, signals[SIGNAL_CANDIDATE_CHOSEN], 0, enrolment_id);
}

static void
letter_chosen_cb (SceauJurySessionView *self, guint position)
{
  g_signal_emit (self, signals[SIGNAL_LETTER_CHOSEN], 0, position);
}

static void
undecided_toggled_cb (SceauJurySessionView *self)
{
  sceau_candidate_list_filter_undecided (self->candidates, gtk_toggle_button_get_active (self->undecided_button));
}

static void
anonymous_toggled_cb (SceauJurySessionView *self)
{
  sceau_candidate_list_set_anonymous (self->candidates, gtk_toggle_button_get_active (self->anonymous_button));
}

static void
set_narrow (GtkWidget *widget, gboolean narrow)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (widget);
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->verbs), orientation);
}

static void
sceau_jury_session_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sceau_jury_session_view_parent_class)->map (widget);
  reload_if_shown (SCEAU_JURY_SESSION_VIEW (widget));
}

static void
sceau_jury_session_view_finalize (GObject *object)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->file, sceau_jury_file_free);
  G_OBJECT_CLASS (sceau_jury_session_view_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, SceauJurySessionView, child)
  BIND (life);
  BIND (advice);
  BIND (buttons);
  BIND (verbs);
  BIND (convene_button);
  BIND (keep_button);
  BIND (open_button);
  BIND (resume_button);
  BIND (propose_button);
  BIND (deliberate_button);
  BIND (accept_button);
  BIND (seal_button);
  BIND (minutes_button);
  BIND (papers_button);
  BIND (more_button);
  BIND (stack);
  BIND (composition);
  BIND (members);
  BIND (add_juror_button);
  BIND (no_juror);
  BIND (checks_group);
  BIND (checks);
  BIND (expected);
  BIND (derogation_group);
  BIND (derogation_row);
  BIND (facts);
  BIND (sequel_page);
  BIND (sequel);
  BIND (candidates_stack);
  BIND (undecided_button);
  BIND (anonymous_button);
  BIND (summary);
  BIND (candidates);
#undef BIND
}

static void
sceau_jury_session_view_class_init (SceauJurySessionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_jury_session_view_finalize;
  widget_class->map = sceau_jury_session_view_map;
  signals[SIGNAL_CANDIDATE_CHOSEN] = g_signal_new ("candidate-chosen", SCEAU_TYPE_JURY_SESSION_VIEW, G_SIGNAL_RUN_LAST, 0,
                                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  signals[SIGNAL_REMOVED] = g_signal_new ("removed", SCEAU_TYPE_JURY_SESSION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  signals[SIGNAL_LETTER_CHOSEN] = g_signal_new ("letter-chosen", SCEAU_TYPE_JURY_SESSION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (SCEAU_TYPE_SEQUEL_VIEW);
  g_type_ensure (SCEAU_TYPE_LIFE_LINE);
  g_type_ensure (SCEAU_TYPE_JURY_MEMBERS);
  g_type_ensure (SCEAU_TYPE_FAULT_LIST);
  g_type_ensure (SCEAU_TYPE_CANDIDATE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-jury-session-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, members_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, derogation_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, letter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, undecided_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, anonymous_toggled_cb);
  sceau_jury_session_view_install_actions (widget_class);
}

static void
sceau_jury_session_view_init (SceauJurySessionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sceau_narrow_watch (GTK_WIDGET (self), NARROW_WIDTH, set_narrow);
}

SceauJurySessionView *
sceau_jury_session_view_new (SceauContext *context, gint64 session_id)
{
  SceauJurySessionView *self = g_object_new (SCEAU_TYPE_JURY_SESSION_VIEW, NULL);

  self->context = g_object_ref (context);
  self->session_id = session_id;
  self->stale = TRUE;
  sceau_jury_session_view_update_actions (self);
  return self;
}

void
sceau_jury_session_view_reload (SceauJurySessionView *self)
{
  self->stale = TRUE;
  reload_if_shown (self);
}

void
sceau_jury_session_view_search (SceauJurySessionView *self, const char *text)
{
  if (*text != '\0')
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->candidates_stack));
  sceau_candidate_list_search (self->candidates, text);
}

SceauDeliberationView *
sceau_jury_session_view_deliberate (SceauJurySessionView *self, gint64 enrolment_id)
{
  g_autoptr (GArray) order = sceau_candidate_list_get_order (self->candidates);
  SceauDeliberationView *view;

  /* Everybody is filtered away: then everybody it is. */
  if (order->len == 0)
    {
      gtk_toggle_button_set_active (self->undecided_button, FALSE);
      sceau_candidate_list_search (self->candidates, "");
      g_clear_pointer (&order, g_array_unref);
      order = sceau_candidate_list_get_order (self->candidates);
    }
  view = sceau_deliberation_view_new (self->context, self->session_id, order, enrolment_id);
  sceau_deliberation_view_set_anonymous (view, gtk_toggle_button_get_active (self->anonymous_button));
  return view;
}

SceauLetterView *
sceau_jury_session_view_read_letters (SceauJurySessionView *self, guint position)
{
  g_autoptr (GArray) order = sceau_sequel_view_get_order (self->sequel);
  g_autoptr (GPtrArray) names = sceau_sequel_view_get_names (self->sequel);

  return sceau_letter_view_new (self->context, self->session_id, order, names, position);
}
