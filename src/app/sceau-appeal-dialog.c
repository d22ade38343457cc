/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-appeal-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-date-row.h"
#include "sceau-import-report.h"
#include "sceau-long-work.h"
#include "sceau-notify-results.h"

struct _SceauAppealDialog
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *candidate_row;
  AdwComboRow *outcome_row;
  SceauDateRow *date_row;
  AdwEntryRow *text_row;
  AdwEntryRow *session_row;
  GtkLabel *hint;
  SceauContext *context;
  gint64 session_id;
  gint64 appeal_id;   /* that is answered; 0: a new one is filed */
  GArray *enrolments; /* (element-type gint64): in the order of candidate_row */
};

G_DEFINE_FINAL_TYPE (SceauAppealDialog, sceau_appeal_dialog, ADW_TYPE_WINDOW)

/* In the order of outcome_row. */
static const SceauAppealState answers[] = { SCEAU_APPEAL_REJECTED, SCEAU_APPEAL_INADMISSIBLE, SCEAU_APPEAL_UPHELD };

typedef struct
{
  SceauAppeal *appeal;
  SceauFaults *faults;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  sceau_appeal_free (job->appeal);
  sceau_faults_free (job->faults);
  g_free (job);
}

static gboolean
file_appeal (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return sceau_file_appeal (school, job->appeal, job->faults, error);
}

static gboolean
answer_appeal (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return sceau_answer_appeal (school, job->appeal, job->faults, error);
}

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
is_upheld (SceauAppealDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->outcome_row);

  return self->appeal_id != 0 && selected < G_N_ELEMENTS (answers) && answers[selected] == SCEAU_APPEAL_UPHELD;
}

static void
fields_changed_cb (SceauAppealDialog *self)
{
  g_autofree char *text = dup_text (self->text_row);
  gboolean dated = sceau_date_row_get_date (self->date_row) != SCEAU_NO_DATE;
  const char *hint = "";

  if (sceau_date_row_is_wrong (self->date_row))
    hint = _("This is no day: dates are written like 22/11/2026.");
  else if (!dated || *text == '\0')
    hint = self->appeal_id == 0 ? _("The day on which it came and its grounds are needed.")
                                : _("The day of the answer and its reasons are needed. An answer cannot be changed afterwards.");
  else if (is_upheld (self))
    hint = _("A decision that was wrong is mended by a rectification; name the session that did it, once it is held.");
  gtk_label_set_text (self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->session_row), is_upheld (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", dated && *text != '\0');
}

static void
done_cb (GtkWidget *from, gpointer data, const GError *error)
{
  const Job *job = data;

  sceau_show_faults (from, _("The appeal could not be recorded"), job->faults, error);
  if (error == NULL)
    gtk_window_close (GTK_WINDOW (from));
}

static SceauAppeal *
read_answer (SceauAppealDialog *self)
{
  SceauAppeal *appeal = sceau_appeal_new ();
  g_autofree char *session = dup_text (self->session_row);

  appeal->id = self->appeal_id;
  appeal->session_id = self->session_id;
  appeal->state = answers[MIN (adw_combo_row_get_selected (self->outcome_row), G_N_ELEMENTS (answers) - 1)];
  appeal->answered = sceau_date_row_get_date (self->date_row);
  appeal->answer = dup_text (self->text_row);
  appeal->rectifying_id = is_upheld (self) ? g_ascii_strtoll (session, NULL, 10) : 0;
  return appeal;
}

static SceauAppeal *
read_appeal (SceauAppealDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->candidate_row);
  SceauAppeal *appeal = sceau_appeal_new ();

  appeal->session_id = self->session_id;
  appeal->enrolment_id = selected < self->enrolments->len ? g_array_index (self->enrolments, gint64, selected) : 0;
  appeal->filed = sceau_date_row_get_date (self->date_row);
  appeal->ground = dup_text (self->text_row);
  return appeal;
}

static void
create_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauAppealDialog *self = SCEAU_APPEAL_DIALOG (widget);
  Job *job = g_new0 (Job, 1);

  job->appeal = self->appeal_id != 0 ? read_answer (self) : read_appeal (self);
  job->faults = sceau_faults_new ();
  sceau_long_work_run (widget, self->context, _("Recording the appeal"), self->appeal_id != 0 ? answer_appeal : file_appeal, job,
                       job_free, done_cb);
}

static void
sceau_appeal_dialog_finalize (GObject *object)
{
  SceauAppealDialog *self = SCEAU_APPEAL_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->enrolments, g_array_unref);
  G_OBJECT_CLASS (sceau_appeal_dialog_parent_class)->finalize (object);
}

static void
sceau_appeal_dialog_class_init (SceauAppealDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_appeal_dialog_finalize;
  g_type_ensure (SCEAU_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-appeal-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauAppealDialog, group);
  gtk_widget_class_bind_template_child (widget_class, SceauAppealDialog, candidate_row);
  gtk_widget_class_bind_template_child (widget_class, SceauAppealDialog, outcome_row);
  gtk_widget_class_bind_template_child (widget_class, SceauAppealDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, SceauAppealDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, SceauAppealDialog, session_row);
  gtk_widget_class_bind_template_child (widget_class, SceauAppealDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_appeal_dialog_init (SceauAppealDialog *self)
{
  self->enrolments = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  sceau_date_row_set_date (self->date_row, sceau_date_today ());
}

static SceauAppealDialog *
dialog_new (GtkWindow *parent, SceauContext *context, gint64 session_id, gint64 appeal_id)
{
  SceauAppealDialog *self = g_object_new (SCEAU_TYPE_APPEAL_DIALOG, "transient-for", parent, NULL);
  gboolean answering = appeal_id != 0;

  self->context = g_object_ref (context);
  self->session_id = session_id;
  self->appeal_id = appeal_id;
  gtk_window_set_title (GTK_WINDOW (self), answering ? _("Answer an Appeal") : _("File an Appeal"));
  gtk_widget_set_visible (GTK_WIDGET (self->candidate_row), !answering);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome_row), answering);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date_row), answering ? _("Day of the answer") : _("Received on"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text_row), answering ? _("Reasons") : _("Grounds, in the candidate’s words"));
  return self;
}

SceauAppealDialog *
sceau_appeal_dialog_new (GtkWindow *parent, SceauContext *context, gint64 session_id, GPtrArray *decisions)
{
  SceauAppealDialog *self = dialog_new (parent, context, session_id, 0);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);
      g_autofree char *name = g_strdup_printf ("%s (%s)", decision->learner_name, decision->learner_number);

      gtk_string_list_append (names, name);
      g_array_append_val (self->enrolments, decision->enrolment_id);
    }
  adw_combo_row_set_model (self->candidate_row, G_LIST_MODEL (names));
  fields_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->candidate_row));
  return self;
}

SceauAppealDialog *
sceau_appeal_dialog_new_answer (GtkWindow *parent, SceauContext *context, const SceauAppeal *appeal)
{
  SceauAppealDialog *self = dialog_new (parent, context, appeal->session_id, appeal->id);
  g_autoptr (GtkStringList) outcomes = gtk_string_list_new (NULL);
  g_autofree char *description = g_strdup_printf ("%s – %s", appeal->learner_name, appeal->ground);
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    gtk_string_list_append (outcomes, sceau_appeal_state_title (answers[i]));
  adw_combo_row_set_model (self->outcome_row, G_LIST_MODEL (outcomes));
  adw_preferences_group_set_description (self->group, escaped);
  fields_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->outcome_row));
  return self;
}
