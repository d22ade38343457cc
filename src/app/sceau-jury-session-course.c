/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What may be done beside the straight course of a session: other members, another day, a pause, no session at all. */

#include <glib/gi18n-lib.h>

#include "sceau-ask-reason.h"
#include "sceau-dialogs.h"
#include "sceau-edit-jury-dialog.h"
#include "sceau-jury-session-private.h"

static void
changed_cb (GtkWidget *from, gpointer job, const GError *error)
{
  sceau_jury_work_explain (from, _("The session could not be changed"), job, error);
}

static void
change_members_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (widget);

  self->recomposing = TRUE;
  gtk_stack_set_visible_child (self->stack, self->composition);
  sceau_jury_session_view_reload (self);
}

static void
keep_members_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (widget);

  self->recomposing = FALSE;
  sceau_jury_session_view_reload (self);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (widget);

  gtk_window_present (GTK_WINDOW (sceau_edit_jury_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context,
                                                              self->file->session)));
}

static void
removed_cb (GtkWidget *from, gpointer job, const GError *error)
{
  sceau_jury_work_explain (from, _("The session could not be removed"), job, error);
  if (error == NULL)
    g_signal_emit_by_name (from, "removed");
}

static void
remove_confirmed (gpointer data)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (data);

  sceau_jury_session_view_run (self, _("Removing the session"), sceau_jury_work_remove, sceau_jury_work_new (self->session_id),
                               removed_cb);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sceau_confirm (widget, _("Remove this session?"),
                 _("It was never opened: nothing that a jury did is lost. Members who were convened must be told."),
                 _("_Remove"), TRUE, remove_confirmed, g_object_ref (widget), g_object_unref);
}

static void
suspend_for (const char *reason, gpointer data)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (data);
  SceauJuryWork *work = sceau_jury_work_new (self->session_id);

  work->reason = g_strdup (reason);
  sceau_jury_session_view_run (self, _("Suspending the session"), sceau_jury_work_suspend, work, changed_cb);
}

static void
suspend_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sceau_ask_reason (widget, _("Suspend the session?"),
                    _("Nothing is decided until it is resumed; the hour and the reason stand in the minutes."),
                    _("_Suspend"), FALSE, suspend_for, widget);
}

static void
resume_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (widget);
  SceauJuryWork *work = sceau_jury_session_view_work_of_ticked (self);

  work->text = sceau_jury_session_view_get_derogation (self);
  sceau_jury_session_view_run (self, _("Resuming the session"), sceau_jury_work_resume, work, changed_cb);
}

void
sceau_jury_session_view_install_course (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "session.change-members", NULL, change_members_action);
  gtk_widget_class_install_action (widget_class, "session.keep-members", NULL, keep_members_action);
  gtk_widget_class_install_action (widget_class, "session.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "session.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "session.suspend", NULL, suspend_action);
  gtk_widget_class_install_action (widget_class, "session.resume", NULL, resume_action);
}
