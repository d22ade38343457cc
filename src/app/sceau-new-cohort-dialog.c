/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-new-cohort-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-certification.h"
#include "sceau-date-row.h"
#include "sceau-dialogs.h"
#include "sceau-enrol-learners.h"
#include "sceau-import-report.h"
#include "sceau-long-work.h"

struct _SceauNewCohortDialog
{
  AdwWindow parent_instance;

  AdwComboRow *certification_row;
  AdwEntryRow *name_row;
  SceauDateRow *start_row;
  SceauDateRow *end_row;
  GtkSpinButton *planned;
  GtkLabel *hint;
  SceauContext *context;
  GPtrArray *codes; /* (element-type utf8): of the entries of the combo row */
};

G_DEFINE_FINAL_TYPE (SceauNewCohortDialog, sceau_new_cohort_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  char *code;
  char *name;
  SceauDate start;
  SceauDate end;
  int planned;
  SceauFaults *faults;
} NewCohort;

static void
new_cohort_free (gpointer data)
{
  NewCohort *cohort = data;

  g_free (cohort->code);
  g_free (cohort->name);
  g_clear_pointer (&cohort->faults, sceau_faults_free);
  g_free (cohort);
}

static gboolean
open_cohort (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  NewCohort *cohort = job;

  return sceau_open_cohort (school, cohort->code, cohort->name, cohort->start, cohort->end, cohort->planned,
                            cohort->faults, error) != 0;
}

static void
fields_changed_cb (SceauNewCohortDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  SceauDate start = sceau_date_row_get_date (self->start_row);
  SceauDate end = sceau_date_row_get_date (self->end_row);
  gboolean reversed = start != SCEAU_NO_DATE && end != SCEAU_NO_DATE && end < start;

  gtk_label_set_text (self->hint, reversed ? _("The cohort ends before it begins.")
                                           : _("Dates are written like 01/10/2026."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create",
                                 *name != '\0' && start != SCEAU_NO_DATE && end != SCEAU_NO_DATE && !reversed);
}

static void
opened_cb (GtkWidget *from, gpointer job, const GError *error)
{
  NewCohort *cohort = job;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (from));

  if (error == NULL)
    gtk_window_close (GTK_WINDOW (from));
  else if (sceau_faults_length (cohort->faults) > 0)
    gtk_window_present (GTK_WINDOW (sceau_import_report_new (parent, _("New Cohort"), error->message,
                                                             g_steal_pointer (&cohort->faults), NULL)));
  else
    sceau_show_error (from, _("The cohort could not be opened"), error);
}

static void
create_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauNewCohortDialog *self = SCEAU_NEW_COHORT_DIALOG (widget);
  NewCohort *cohort = g_new0 (NewCohort, 1);

  cohort->code = g_strdup (g_ptr_array_index (self->codes, adw_combo_row_get_selected (self->certification_row)));
  cohort->name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  cohort->start = sceau_date_row_get_date (self->start_row);
  cohort->end = sceau_date_row_get_date (self->end_row);
  cohort->planned = gtk_spin_button_get_value_as_int (self->planned);
  cohort->faults = sceau_faults_new ();
  sceau_long_work_run (widget, self->context, _("Opening the cohort"), open_cohort, cohort, new_cohort_free, opened_cb);
}

static void
sceau_new_cohort_dialog_finalize (GObject *object)
{
  SceauNewCohortDialog *self = SCEAU_NEW_COHORT_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  G_OBJECT_CLASS (sceau_new_cohort_dialog_parent_class)->finalize (object);
}

static void
sceau_new_cohort_dialog_class_init (SceauNewCohortDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_new_cohort_dialog_finalize;
  g_type_ensure (SCEAU_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-new-cohort-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauNewCohortDialog, certification_row);
  gtk_widget_class_bind_template_child (widget_class, SceauNewCohortDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SceauNewCohortDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, SceauNewCohortDialog, end_row);
  gtk_widget_class_bind_template_child (widget_class, SceauNewCohortDialog, planned);
  gtk_widget_class_bind_template_child (widget_class, SceauNewCohortDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_new_cohort_dialog_init (SceauNewCohortDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  fields_changed_cb (self);
}

SceauNewCohortDialog *
sceau_new_cohort_dialog_new (GtkWindow *parent, SceauContext *context, GPtrArray *certifications)
{
  SceauNewCohortDialog *self = g_object_new (SCEAU_TYPE_NEW_COHORT_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->context = g_object_ref (context);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < certifications->len; i++)
    {
      const SceauCertification *certification = g_ptr_array_index (certifications, i);
      g_autofree char *title = g_strdup_printf ("%s – %s", certification->code, certification->title);

      g_ptr_array_add (self->codes, g_strdup (certification->code));
      gtk_string_list_append (titles, title);
    }
  adw_combo_row_set_model (self->certification_row, G_LIST_MODEL (titles));
  return self;
}
