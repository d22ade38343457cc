/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-submit-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-date-row.h"
#include "sceau-import-report.h"
#include "sceau-mark-sheet-work.h"

struct _SceauSubmitDialog
{
  AdwWindow parent_instance;

  AdwEntryRow *examiner_row;
  SceauDateRow *date_row;
  AdwActionRow *incomplete_row;
  GtkSwitch *incomplete;
  GtkLabel *hint;
  SceauContext *context;
  gint64 cohort_id;
  char *modality_code;
  int attempt;
  guint missing;
};

G_DEFINE_FINAL_TYPE (SceauSubmitDialog, sceau_submit_dialog, ADW_TYPE_WINDOW)

static void
fields_changed_cb (SceauSubmitDialog *self)
{
  g_autofree char *examiner = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->examiner_row))));
  gboolean whole = self->missing == 0 || gtk_switch_get_active (self->incomplete);
  gboolean dated = !sceau_date_row_is_wrong (self->date_row);
  g_autofree char *missing = g_strdup_printf (ngettext ("%u mark is missing.", "%u marks are missing.", self->missing), self->missing);
  const char *hint = _("Afterwards only a reopening with its reason, or the jury in deliberation, changes these marks.");

  if (!dated)
    hint = _("This is no day: dates are written like 22/11/2026.");
  else if (*examiner == '\0')
    hint = _("Say who examined.");
  else if (!whole)
    hint = missing;
  gtk_label_set_text (self->hint, hint);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", dated && *examiner != '\0' && whole);
}

static void
submitted_cb (GtkWidget *from, gpointer data, const GError *error)
{
  const SceauMarkSheetWork *work = data;

  sceau_show_faults (from, _("The sheet could not be handed in"), work->faults, error);
  if (error == NULL)
    gtk_window_close (GTK_WINDOW (from));
}

static void
create_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauSubmitDialog *self = SCEAU_SUBMIT_DIALOG (widget);
  SceauMarkSheetWork *work = sceau_mark_sheet_work_new (self->cohort_id, self->modality_code, self->attempt);

  work->examiner = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->examiner_row))));
  work->date = sceau_date_row_get_date (self->date_row);
  work->incomplete = gtk_switch_get_active (self->incomplete);
  sceau_long_work_run (widget, self->context, _("Handing in the sheet"), sceau_mark_sheet_work_submit, work,
                       (GDestroyNotify) sceau_mark_sheet_work_free, submitted_cb);
}

static void
sceau_submit_dialog_finalize (GObject *object)
{
  SceauSubmitDialog *self = SCEAU_SUBMIT_DIALOG (object);

  g_clear_object (&self->context);
  g_free (self->modality_code);
  G_OBJECT_CLASS (sceau_submit_dialog_parent_class)->finalize (object);
}

static void
sceau_submit_dialog_class_init (SceauSubmitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_submit_dialog_finalize;
  g_type_ensure (SCEAU_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-submit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauSubmitDialog, examiner_row);
  gtk_widget_class_bind_template_child (widget_class, SceauSubmitDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, SceauSubmitDialog, incomplete_row);
  gtk_widget_class_bind_template_child (widget_class, SceauSubmitDialog, incomplete);
  gtk_widget_class_bind_template_child (widget_class, SceauSubmitDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_submit_dialog_init (SceauSubmitDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* (transfer none) (nullable): the examiner of the first mark that has one. */
static const char *
find_examiner (const SceauMarkSheetFile *file)
{
  for (guint i = 0; i < file->enrolments->len; i++)
    {
      const SceauResult *result = sceau_mark_sheet_file_get (file, ((SceauEnrolment *) g_ptr_array_index (file->enrolments, i))->id);

      if (result != NULL && result->examiner != NULL)
        return result->examiner;
    }
  return NULL;
}

SceauSubmitDialog *
sceau_submit_dialog_new (GtkWindow *parent, SceauContext *context, const SceauMarkSheetFile *file)
{
  SceauSubmitDialog *self = g_object_new (SCEAU_TYPE_SUBMIT_DIALOG, "transient-for", parent, NULL);
  const char *examiner = find_examiner (file);

  self->context = g_object_ref (context);
  self->cohort_id = file->cohort_id;
  self->modality_code = g_strdup (file->modality->code);
  self->attempt = file->attempt;
  self->missing = file->missing->len;
  gtk_widget_set_visible (GTK_WIDGET (self->incomplete_row), self->missing > 0);
  gtk_editable_set_text (GTK_EDITABLE (self->examiner_row), examiner != NULL ? examiner : "");
  fields_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->examiner_row));
  return self;
}
