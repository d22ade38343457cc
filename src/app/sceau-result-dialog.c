/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-result-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-date-row.h"
#include "sceau-dialogs.h"
#include "sceau-long-work.h"
#include "sceau-moment.h"
#include "sceau-record-results.h"
#include "sceau-result-table.h"
#include "sceau-rows.h"

struct _SceauResultDialog
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *details;
  AdwEntryRow *examiner_row;
  SceauDateRow *date_row;
  AdwEntryRow *comment_row;
  AdwPreferencesGroup *versions;
  SceauContext *context;
  gint64 enrolment_id;
  char *modality_code;
  SceauScale scale;
  int attempt;
  SceauMark mark;  /* that stands there */
  gboolean locked; /* handed in or sealed */
};

G_DEFINE_FINAL_TYPE (SceauResultDialog, sceau_result_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  gint64 enrolment_id;
  char *modality_code;
  int attempt;
  GPtrArray *versions; /* (element-type SceauResultVersion) */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->versions, g_ptr_array_unref);
  g_free (reading->modality_code);
  g_free (reading);
}

static gboolean
read_versions (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  reading->versions = sceau_result_table_list_versions (school, reading->enrolment_id, reading->modality_code, reading->attempt, error);
  return reading->versions != NULL;
}

static void
add_version (SceauResultDialog *self, const SceauResultVersion *version)
{
  g_autofree char *mark = sceau_mark_to_text (version->result->mark, self->scale);
  g_autofree char *moment = version->at != NULL ? sceau_moment_format (version->at, SCEAU_MOMENT_MINUTE) : g_strdup (_("before the history was kept"));
  g_autofree char *by = version->who != NULL ? g_strdup_printf ("%s · %s", moment, version->who) : g_strdup (moment);
  g_autofree char *subtitle = version->result->comment != NULL ? g_strdup_printf ("%s\n%s", by, version->result->comment) : g_strdup (by);

  adw_preferences_group_add (self->versions, GTK_WIDGET (sceau_row_new (*mark != '\0' ? mark : _("Taken away"), subtitle)));
}

static void
show_versions (SceauResultDialog *self, GPtrArray *versions)
{
  const SceauResultVersion *last = versions->len > 0 ? g_ptr_array_index (versions, versions->len - 1) : NULL;

  for (guint i = versions->len; i > 0; i--)
    add_version (self, g_ptr_array_index (versions, i - 1));
  if (versions->len == 0)
    adw_preferences_group_set_description (self->versions, _("Nothing was entered here yet."));
  if (last == NULL || last->result->mark.kind == SCEAU_MARK_BLANK)
    return;
  self->mark = last->result->mark;
  gtk_editable_set_text (GTK_EDITABLE (self->examiner_row), last->result->examiner != NULL ? last->result->examiner : "");
  gtk_editable_set_text (GTK_EDITABLE (self->comment_row), last->result->comment != NULL ? last->result->comment : "");
  sceau_date_row_set_date (self->date_row, last->result->date);
}

/* There is a mark to say something about, and nothing forbids it. */
static gboolean
can_write (SceauResultDialog *self)
{
  return self->mark.kind != SCEAU_MARK_BLANK && !self->locked && !sceau_context_is_read_only (self->context);
}

static void
fields_changed_cb (SceauResultDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", can_write (self) && !sceau_date_row_is_wrong (self->date_row));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauResultDialog) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    sceau_show_error (GTK_WIDGET (self), _("The mark could not be read"), error);
  else
    show_versions (self, reading->versions);
  gtk_widget_set_sensitive (GTK_WIDGET (self->details), can_write (self));
  if (can_write (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->examiner_row));
  fields_changed_cb (self);
}

static gboolean
record (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  return sceau_record_results (school, data, NULL, error);
}

static void
recorded_cb (GtkWidget *from, gpointer data, const GError *error)
{
  if (error != NULL)
    sceau_show_error (from, _("The mark could not be changed"), error);
  else
    gtk_window_close (GTK_WINDOW (from));
}

static void
create_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauResultDialog *self = SCEAU_RESULT_DIALOG (widget);
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  SceauResult *result = sceau_result_new (self->enrolment_id, self->modality_code, self->attempt, self->mark);

  result->examiner = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->examiner_row)));
  result->comment = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->comment_row)));
  result->date = sceau_date_row_get_date (self->date_row);
  g_ptr_array_add (results, result);
  sceau_long_work_run (widget, self->context, _("Changing the mark"), record, results, (GDestroyNotify) g_ptr_array_unref, recorded_cb);
}

static void
sceau_result_dialog_finalize (GObject *object)
{
  SceauResultDialog *self = SCEAU_RESULT_DIALOG (object);

  g_clear_object (&self->context);
  g_free (self->modality_code);
  G_OBJECT_CLASS (sceau_result_dialog_parent_class)->finalize (object);
}

static void
sceau_result_dialog_class_init (SceauResultDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_result_dialog_finalize;
  g_type_ensure (SCEAU_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-result-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauResultDialog, details);
  gtk_widget_class_bind_template_child (widget_class, SceauResultDialog, examiner_row);
  gtk_widget_class_bind_template_child (widget_class, SceauResultDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, SceauResultDialog, comment_row);
  gtk_widget_class_bind_template_child (widget_class, SceauResultDialog, versions);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_result_dialog_init (SceauResultDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SceauResultDialog *
sceau_result_dialog_new (GtkWindow *parent, SceauContext *context, const char *title, gint64 enrolment_id,
                         const SceauModality *modality, int attempt, const char *lock)
{
  SceauResultDialog *self = g_object_new (SCEAU_TYPE_RESULT_DIALOG, "transient-for", parent, "title", title, NULL);
  Reading *reading = g_new0 (Reading, 1);

  self->context = g_object_ref (context);
  self->enrolment_id = enrolment_id;
  self->modality_code = g_strdup (modality->code);
  self->scale = modality->scale;
  self->attempt = attempt;
  self->locked = lock != NULL;
  adw_preferences_group_set_description (self->details, lock);
  gtk_widget_set_sensitive (GTK_WIDGET (self->details), FALSE);
  fields_changed_cb (self);
  reading->enrolment_id = enrolment_id;
  reading->modality_code = g_strdup (modality->code);
  reading->attempt = attempt;
  sceau_worker_run_async (sceau_context_get_worker (context), read_versions, reading, reading_free, NULL, read_cb, g_object_ref (self));
  return self;
}
