/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The verbs of a session, each through its workflow in the worker's thread. */

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-juror-dialog.h"
#include "sceau-jury-session-private.h"
#include "sceau-jury-words.h"
#include "sceau-session-life.h"

void
sceau_jury_session_view_run (SceauJurySessionView *self, const char *title, SceauWorkerFunc verb, SceauJuryWork *work, SceauLongWorkDone done)
{
  self->acting = TRUE;
  sceau_long_work_run (GTK_WIDGET (self), self->context, title, verb, work, (GDestroyNotify) sceau_jury_work_free, done);
}

char *
sceau_jury_session_view_get_derogation (SceauJurySessionView *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->derogation_row))));

  return *text != '\0' && gtk_widget_get_visible (GTK_WIDGET (self->derogation_group)) ? g_steal_pointer (&text) : NULL;
}

static void
show_button (SceauJurySessionView *self, GtkWidget *button, const char *action, gboolean shown, gboolean enabled)
{
  gtk_widget_set_visible (button, shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, shown && enabled);
}

static void
suggest (GtkWidget *button, gboolean suggested)
{
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

static gboolean
is_suspended (SceauJurySessionView *self)
{
  return self->file != NULL && self->file->session->suspended;
}

/* Before the session is open, and while it is suspended. */
static void
update_composition (SceauJurySessionView *self, SceauSessionState state, gboolean can)
{
  g_autoptr (GArray) ticked = sceau_jury_members_get_ticked (self->members);
  gboolean choosing = sceau_jury_session_view_is_choosing (self);

  show_button (self, self->convene_button, "session.convene", choosing,
               can && ticked->len > 0 && sceau_jury_members_get_president (self->members) != 0);
  gtk_button_set_label (GTK_BUTTON (self->convene_button),
                        state == SCEAU_SESSION_CONVENED ? _("_Convene These Members") : _("_Convene"));
  show_button (self, self->keep_button, "session.keep-members", choosing && state == SCEAU_SESSION_CONVENED, TRUE);
  show_button (self, self->open_button, "session.open", !choosing && state == SCEAU_SESSION_CONVENED, can && ticked->len > 0);
  show_button (self, self->resume_button, "session.resume", is_suspended (self), can && ticked->len > 0);
}

/* What the table of the session's life allows; the sentence of a refusal is shown when it is tried. */
static void
update_course (SceauJurySessionView *self, gboolean can)
{
  static const struct
  {
    const char *action;
    SceauSessionAct act;
  } acts[] = {
    { "session.edit", SCEAU_ACT_EDIT },
    { "session.remove", SCEAU_ACT_REMOVE },
    { "session.suspend", SCEAU_ACT_SUSPEND },
  };
  SceauDate today = sceau_date_today ();

  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      gboolean allowed = can && sceau_session_allows (self->file->session, acts[i].act, today, NULL);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), acts[i].action, allowed);
      any |= allowed;
    }
  /* A menu of which nothing can be taken is none; while it is read again it stays where it is. */
  if (self->file != NULL && !self->reading)
    gtk_widget_set_visible (self->more_button, any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.change-members",
                                 can && !sceau_jury_session_view_is_choosing (self)
                                   && sceau_session_allows (self->file->session, SCEAU_ACT_CONVENE, today, NULL));
}

void
sceau_jury_session_view_update_actions (SceauJurySessionView *self)
{
  SceauSessionState state = self->file != NULL ? self->file->session->state : SCEAU_SESSION_PREPARATION;
  gboolean can = self->file != NULL && !self->reading && sceau_jury_session_view_can_write (self);
  gboolean sitting = state == SCEAU_SESSION_OPEN && !is_suspended (self);
  g_autofree char *derogation = sceau_jury_session_view_get_derogation (self);

  update_composition (self, state, can);
  update_course (self, can);
  gtk_button_set_label (GTK_BUTTON (self->open_button),
                        derogation != NULL ? _("_Open the Session by Derogation") : _("_Open the Session"));
  show_button (self, self->propose_button, "session.propose", sitting, can);
  gtk_button_set_label (GTK_BUTTON (self->propose_button), self->n_candidates > 0 ? _("_Refresh the Proposals") : _("_Propose"));
  suggest (self->propose_button, self->n_candidates == 0 || self->n_outdated > 0);
  show_button (self, self->deliberate_button, "session.deliberate", state >= SCEAU_SESSION_OPEN,
               !self->reading && self->n_candidates > 0);
  gtk_button_set_label (GTK_BUTTON (self->deliberate_button),
                        state == SCEAU_SESSION_SEALED ? _("_Look Through") : _("_Deliberate"));
  suggest (self->deliberate_button, sitting && self->n_undecided > 0);
  show_button (self, self->accept_button, "session.accept", sitting, can && self->n_candidates > 0);
  show_button (self, self->seal_button, "session.seal", state == SCEAU_SESSION_DELIBERATED, can);
  gtk_menu_button_set_label (self->minutes_button,
                             state == SCEAU_SESSION_SEALED ? _("_Minutes") : _("Draft _Minutes"));
  sceau_jury_session_view_update_papers (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.add-juror", can);
}

SceauJuryWork *
sceau_jury_session_view_work_of_ticked (SceauJurySessionView *self)
{
  SceauJuryWork *work = sceau_jury_work_new (self->session_id);

  g_array_unref (work->jurors);
  g_array_unref (work->alternates);
  work->jurors = sceau_jury_members_get_ticked (self->members);
  work->alternates = sceau_jury_members_get_alternates (self->members);
  return work;
}

/* Too few members can be convened, and a member added later; whoever convenes knows it from now on. */
static void
convened_cb (GtkWidget *from, gpointer job, const GError *error)
{
  if (error == NULL)
    {
      SCEAU_JURY_SESSION_VIEW (from)->recomposing = FALSE;
      sceau_show_warnings (from, _("The jury is convened"), ((SceauJuryWork *) job)->faults);
    }
  sceau_jury_work_explain (from, _("The jury could not be convened"), job, error);
}

static void
convene_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (widget);
  SceauJuryWork *work = sceau_jury_session_view_work_of_ticked (self);

  work->president = sceau_jury_members_get_president (self->members);
  sceau_jury_session_view_run (self, _("Convening the jury"), sceau_jury_work_convene, work, convened_cb);
}

static void
opened_cb (GtkWidget *from, gpointer job, const GError *error)
{
  sceau_jury_work_explain (from, _("The session could not be opened"), job, error);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (widget);
  SceauJuryWork *work = sceau_jury_session_view_work_of_ticked (self);

  work->text = sceau_jury_session_view_get_derogation (self);
  sceau_jury_session_view_run (self, _("Opening the session"), sceau_jury_work_open, work, opened_cb);
}

static void
proposed_cb (GtkWidget *from, gpointer job, const GError *error)
{
  sceau_jury_work_explain (from, _("Nothing could be proposed"), job, error);
}

static void
propose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (widget);

  sceau_jury_session_view_run (self, _("Making the proposals"), sceau_jury_work_propose, sceau_jury_work_new (self->session_id), proposed_cb);
}

static void
deliberate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SCEAU_JURY_SESSION_VIEW (widget)->acting = TRUE;
  g_signal_emit_by_name (widget, "candidate-chosen", G_GINT64_CONSTANT (0));
}

static void
accepted_cb (GtkWidget *from, gpointer job, const GError *error)
{
  SceauJuryWork *work = job;
  g_autofree char *text = NULL;

  sceau_jury_work_explain (from, _("The proposals could not be accepted"), work, error);
  if (error != NULL)
    return;
  text = g_strdup_printf (ngettext ("%u proposal accepted; the deliberation is closed.",
                                    "%u proposals accepted; the deliberation is closed.", work->n),
                          work->n);
  sceau_toast (from, text);
}

static void
accept_confirmed (gpointer user_data)
{
  SceauJurySessionView *self = user_data;

  sceau_jury_session_view_run (self, _("Accepting the proposals"), sceau_jury_work_accept, sceau_jury_work_new (self->session_id), accepted_cb);
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (widget);
  g_autofree char *heading = self->n_undecided > 0
    ? g_strdup_printf (ngettext ("Accept %u proposal and close?", "Accept %u proposals and close?", self->n_undecided), self->n_undecided)
    : g_strdup (_("Close the deliberation?"));

  sceau_confirm (widget, heading,
                 _("Whatever was not decided otherwise is decided as proposed. No candidate can join any more; a decision can still be changed until the session is sealed."),
                 self->n_undecided > 0 ? _("_Accept and Close") : _("_Close the Deliberation"), FALSE, accept_confirmed,
                 g_object_ref (self), g_object_unref);
}

static void
sealed_cb (GtkWidget *from, gpointer job, const GError *error)
{
  sceau_jury_work_explain (from, _("The session could not be sealed"), job, error);
  if (error == NULL)
    sceau_toast (from, _("The session is sealed."));
}

static void
seal_confirmed (gpointer user_data)
{
  SceauJurySessionView *self = user_data;

  sceau_jury_session_view_run (self, _("Sealing the session"), sceau_jury_work_seal, sceau_jury_work_new (self->session_id), sealed_cb);
}

static char *
list_present (const SceauJurySession *session)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);

      if (member->present)
        g_ptr_array_add (names, member->juror->name);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* Who seals must know what: how many decisions, of which kind, by whom, and that there is no way back. */
static char *
describe_seal (SceauJurySessionView *self)
{
  g_autofree char *title = sceau_jury_session_title (self->file->session);
  g_autofree char *outcomes = sceau_count_outcomes (self->counts);
  g_autofree char *present = list_present (self->file->session);
  g_autofree char *decisions = g_strdup_printf (ngettext ("%u decision (%s)", "%u decisions (%s)", self->n_candidates),
                                                self->n_candidates, outcomes);
  g_autofree char *blocks = g_strdup_printf (ngettext ("%u block acquired", "%u blocks acquired", self->n_blocks), self->n_blocks);

  /* Translators: session, cohort; decisions by outcome; blocks; members present. */
  return g_strdup_printf (_("%s, %s.\n\nIt freezes %s, %s, the results they rest on and the state of the quotas, as decided by %s.\n\nThis cannot be undone, by anybody. A decision that turns out to be wrong can only be rectified by another session that keeps this one."),
                          title, self->file->session->cohort_name, decisions, blocks, present);
}

static void
seal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (widget);
  g_autofree char *body = describe_seal (self);
  g_autofree char *verb = g_strdup_printf (ngettext ("_Seal %u Decision", "_Seal %u Decisions", self->n_candidates), self->n_candidates);

  sceau_confirm (widget, _("Seal this session for ever?"), body, verb, TRUE, seal_confirmed, g_object_ref (self), g_object_unref);
}

static void
add_juror_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (widget);

  gtk_window_present (GTK_WINDOW (sceau_juror_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context, NULL)));
}

void
sceau_jury_session_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "session.convene", NULL, convene_action);
  gtk_widget_class_install_action (widget_class, "session.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "session.propose", NULL, propose_action);
  gtk_widget_class_install_action (widget_class, "session.deliberate", NULL, deliberate_action);
  gtk_widget_class_install_action (widget_class, "session.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "session.seal", NULL, seal_action);
  gtk_widget_class_install_action (widget_class, "session.add-juror", NULL, add_juror_action);
  sceau_jury_session_view_install_course (widget_class);
  sceau_jury_session_view_install_papers (widget_class);
}
