/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-notify-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-date-row.h"
#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-long-work.h"
#include "sceau-notify-results.h"

struct _SceauNotifyDialog
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *group;
  SceauDateRow *date_row;
  SceauContext *context;
  gint64 session_id;
};

G_DEFINE_FINAL_TYPE (SceauNotifyDialog, sceau_notify_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  gint64 session_id;
  SceauDate date;
  SceauFaults *faults;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  sceau_faults_free (job->faults);
  g_free (job);
}

static gboolean
notify (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return sceau_notify_results (school, job->session_id, job->date, job->faults, progress, cancellable, error);
}

static void
fields_changed_cb (SceauNotifyDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", sceau_date_row_get_date (self->date_row) != SCEAU_NO_DATE);
}

/* What came too late is said although it was done. */
static void
notified_cb (GtkWidget *from, gpointer data, const GError *error)
{
  const Job *job = data;

  sceau_show_faults (from, _("The results could not be notified"), job->faults, error);
  if (error != NULL)
    return;
  if (sceau_faults_length (job->faults) > 0)
    sceau_show_message (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (from))), _("The results are notified"),
                        sceau_faults_get (job->faults, 0)->reason);
  else
    sceau_toast (from, _("The results are notified."));
  gtk_window_close (GTK_WINDOW (from));
}

static void
create_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauNotifyDialog *self = SCEAU_NOTIFY_DIALOG (widget);
  Job *job = g_new0 (Job, 1);

  job->session_id = self->session_id;
  job->date = sceau_date_row_get_date (self->date_row);
  job->faults = sceau_faults_new ();
  sceau_long_work_run (widget, self->context, _("Notifying the results"), notify, job, job_free, notified_cb);
}

static void
sceau_notify_dialog_finalize (GObject *object)
{
  g_clear_object (&SCEAU_NOTIFY_DIALOG (object)->context);
  G_OBJECT_CLASS (sceau_notify_dialog_parent_class)->finalize (object);
}

static void
sceau_notify_dialog_class_init (SceauNotifyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_notify_dialog_finalize;
  g_type_ensure (SCEAU_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-notify-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauNotifyDialog, group);
  gtk_widget_class_bind_template_child (widget_class, SceauNotifyDialog, date_row);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_notify_dialog_init (SceauNotifyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SceauNotifyDialog *
sceau_notify_dialog_new (GtkWindow *parent, SceauContext *context, const SceauJurySession *session, guint letters)
{
  SceauNotifyDialog *self = g_object_new (SCEAU_TYPE_NOTIFY_DIALOG, "transient-for", parent, NULL);
  g_autofree char *text = g_strdup_printf (ngettext ("%u letter is drawn with this date and kept for ever; delays of appeal begin. This cannot be undone.",
                                                     "%u letters are drawn with this date and kept for ever; delays of appeal begin. This cannot be undone.",
                                                     letters),
                                           letters);
  SceauDate today = sceau_date_today ();

  self->context = g_object_ref (context);
  self->session_id = session->id;
  adw_preferences_group_set_description (self->group, text);
  sceau_date_row_set_date (self->date_row, session->embargo != SCEAU_NO_DATE && session->embargo > today ? session->embargo : today);
  fields_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
  return self;
}
