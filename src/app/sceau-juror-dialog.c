/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-juror-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-date-row.h"
#include "sceau-jury-work.h"

struct _SceauJurorDialog
{
  AdwWindow parent_instance;

  AdwEntryRow *name_row;
  AdwEntryRow *function_row;
  AdwEntryRow *employer_row;
  AdwComboRow *side_row; /* external, internal */
  AdwComboRow *sex_row;  /* not said, female, male */
  SceauDateRow *start_row;
  SceauDateRow *end_row;
  GtkLabel *hint;
  SceauContext *context;
};

G_DEFINE_FINAL_TYPE (SceauJurorDialog, sceau_juror_dialog, ADW_TYPE_WINDOW)

static char *
get_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
is_filled (AdwEntryRow *row)
{
  g_autofree char *text = get_text (row);

  return *text != '\0';
}

static void
fields_changed_cb (SceauJurorDialog *self)
{
  gboolean complete = is_filled (self->name_row) && is_filled (self->function_row) && is_filled (self->employer_row);
  gboolean dated = !sceau_date_row_is_wrong (self->start_row) && !sceau_date_row_is_wrong (self->end_row);
  const char *hint = "";

  if (!dated)
    hint = _("This is no day: dates are written like 22/11/2026.");
  else if (!complete)
    hint = _("Name, function and employer stand in the minutes and are needed. A mandate without dates has no bounds.");
  gtk_label_set_text (self->hint, hint);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", complete && dated);
}

static void
added_cb (GtkWidget *from, gpointer job, const GError *error)
{
  sceau_jury_work_explain (from, _("The juror could not be added"), job, error);
  if (error == NULL)
    gtk_window_close (GTK_WINDOW (from));
}

static SceauSex
get_sex (SceauJurorDialog *self)
{
  static const SceauSex sexes[] = { SCEAU_SEX_UNKNOWN, SCEAU_SEX_FEMALE, SCEAU_SEX_MALE };
  guint selected = adw_combo_row_get_selected (self->sex_row);

  return selected < G_N_ELEMENTS (sexes) ? sexes[selected] : SCEAU_SEX_UNKNOWN;
}

static void
create_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauJurorDialog *self = SCEAU_JUROR_DIALOG (widget);
  SceauJuryWork *work = sceau_jury_work_new (0);

  work->juror = sceau_juror_new ();
  work->juror->name = get_text (self->name_row);
  work->juror->function = get_text (self->function_row);
  work->juror->employer = get_text (self->employer_row);
  work->juror->internal = adw_combo_row_get_selected (self->side_row) == 1;
  work->juror->sex = get_sex (self);
  work->juror->mandate_start = sceau_date_row_get_date (self->start_row);
  work->juror->mandate_end = sceau_date_row_get_date (self->end_row);
  sceau_long_work_run (widget, self->context, _("Adding the juror"), sceau_jury_work_add_juror, work,
                       (GDestroyNotify) sceau_jury_work_free, added_cb);
}

static void
sceau_juror_dialog_finalize (GObject *object)
{
  g_clear_object (&SCEAU_JUROR_DIALOG (object)->context);
  G_OBJECT_CLASS (sceau_juror_dialog_parent_class)->finalize (object);
}

static void
sceau_juror_dialog_class_init (SceauJurorDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_juror_dialog_finalize;
  g_type_ensure (SCEAU_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-juror-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauJurorDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorDialog, function_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorDialog, employer_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorDialog, side_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorDialog, sex_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorDialog, end_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_juror_dialog_init (SceauJurorDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  fields_changed_cb (self);
}

SceauJurorDialog *
sceau_juror_dialog_new (GtkWindow *parent, SceauContext *context)
{
  SceauJurorDialog *self = g_object_new (SCEAU_TYPE_JUROR_DIALOG, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  return self;
}
