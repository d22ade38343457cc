/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-juror-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-date-row.h"
#include "sceau-import-report.h"
#include "sceau-juror-work.h"

struct _SceauJurorDialog
{
  AdwWindow parent_instance;

  AdwEntryRow *name_row;
  AdwEntryRow *function_row;
  AdwEntryRow *employer_row;
  AdwComboRow *side_row; /* external, internal */
  AdwComboRow *sex_row;  /* not said, female, male */
  AdwEntryRow *field_row;
  AdwEntryRow *email_row;
  AdwEntryRow *phone_row;
  GtkTextBuffer *address;
  GtkButton *create_button;
  SceauDateRow *start_row;
  SceauDateRow *end_row;
  GtkLabel *hint;
  SceauContext *context;
  SceauJuror *edited; /* (nullable): as it was */
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
done_cb (GtkWidget *from, gpointer job, const GError *error)
{
  SceauJurorWork *work = job;

  sceau_show_faults (from, SCEAU_JUROR_DIALOG (from)->edited != NULL ? _("The juror could not be changed")
                                                                     : _("The juror could not be added"),
                     work->faults, error);
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

/* (transfer full): NULL when nothing is written there. */
static char *
get_address (SceauJurorDialog *self)
{
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (self->address, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (self->address, &start, &end, FALSE));
  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static char *
get_optional_text (AdwEntryRow *row)
{
  return is_filled (row) ? get_text (row) : NULL;
}

/* (transfer full): what is typed, over what is not shown here. */
static SceauJuror *
read_juror (SceauJurorDialog *self)
{
  SceauJuror *juror = sceau_juror_new ();

  if (self->edited != NULL)
    {
      juror->id = self->edited->id;
      juror->retired = self->edited->retired;
    }
  juror->name = get_text (self->name_row);
  juror->function = get_text (self->function_row);
  juror->employer = get_text (self->employer_row);
  juror->internal = adw_combo_row_get_selected (self->side_row) == 1;
  juror->sex = get_sex (self);
  juror->field = get_optional_text (self->field_row);
  juror->email = get_optional_text (self->email_row);
  juror->phone = get_optional_text (self->phone_row);
  juror->address = get_address (self);
  juror->mandate_start = sceau_date_row_get_date (self->start_row);
  juror->mandate_end = sceau_date_row_get_date (self->end_row);
  return juror;
}

static void
create_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauJurorDialog *self = SCEAU_JUROR_DIALOG (widget);
  SceauJurorWork *work = sceau_juror_work_new (0);

  work->juror = read_juror (self);
  if (self->edited != NULL)
    sceau_long_work_run (widget, self->context, _("Changing the juror"), sceau_juror_work_edit, work,
                         (GDestroyNotify) sceau_juror_work_free, done_cb);
  else
    sceau_long_work_run (widget, self->context, _("Adding the juror"), sceau_juror_work_add, work,
                         (GDestroyNotify) sceau_juror_work_free, done_cb);
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
show_juror (SceauJurorDialog *self, const SceauJuror *juror)
{
  static const guint sexes[] = { [SCEAU_SEX_UNKNOWN] = 0, [SCEAU_SEX_FEMALE] = 1, [SCEAU_SEX_MALE] = 2 };

  set_text (self->name_row, juror->name);
  set_text (self->function_row, juror->function);
  set_text (self->employer_row, juror->employer);
  adw_combo_row_set_selected (self->side_row, juror->internal ? 1 : 0);
  adw_combo_row_set_selected (self->sex_row, sexes[juror->sex]);
  set_text (self->field_row, juror->field);
  set_text (self->email_row, juror->email);
  set_text (self->phone_row, juror->phone);
  gtk_text_buffer_set_text (self->address, juror->address != NULL ? juror->address : "", -1);
  sceau_date_row_set_date (self->start_row, juror->mandate_start);
  sceau_date_row_set_date (self->end_row, juror->mandate_end);
  gtk_window_set_title (GTK_WINDOW (self), _("Edit the Juror"));
  gtk_button_set_label (self->create_button, _("_Save"));
}

static void
sceau_juror_dialog_finalize (GObject *object)
{
  SceauJurorDialog *self = SCEAU_JUROR_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->edited, sceau_juror_free);
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
  gtk_widget_class_bind_template_child (widget_class, SceauJurorDialog, field_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorDialog, address);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorDialog, create_button);
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
sceau_juror_dialog_new (GtkWindow *parent, SceauContext *context, const SceauJuror *juror)
{
  SceauJurorDialog *self = g_object_new (SCEAU_TYPE_JUROR_DIALOG, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  if (juror != NULL)
    {
      self->edited = sceau_juror_copy (juror);
      show_juror (self, juror);
    }
  return self;
}
