/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-edit-jury-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-date-row.h"
#include "sceau-jury-work.h"

struct _SceauEditJuryDialog
{
  AdwWindow parent_instance;

  SceauDateRow *date_row;
  AdwEntryRow *time_row;
  AdwEntryRow *place_row;
  SceauDateRow *embargo_row;
  GtkLabel *hint;
  SceauContext *context;
  gint64 session_id;
};

G_DEFINE_FINAL_TYPE (SceauEditJuryDialog, sceau_edit_jury_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* (out) (transfer full): "14:30" for "14h30", "14:30" or "14 h"; NULL for nothing.  FALSE when it is no hour. */
static gboolean
read_time (SceauEditJuryDialog *self, char **time)
{
  g_autofree char *text = dup_text (self->time_row);
  g_autoptr (GRegex) pattern = g_regex_new ("^([01]?[0-9]|2[0-3])\\s*[:hH]\\s*([0-5][0-9])?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *minutes = NULL;

  *time = NULL;
  if (*text == '\0')
    return TRUE;
  if (!g_regex_match (pattern, text, 0, &match))
    return FALSE;
  hours = g_match_info_fetch (match, 1);
  minutes = g_match_info_fetch (match, 2);
  *time = g_strdup_printf ("%02d:%02d", (int) g_ascii_strtoll (hours, NULL, 10),
                           minutes != NULL ? (int) g_ascii_strtoll (minutes, NULL, 10) : 0);
  return TRUE;
}

static void
fields_changed_cb (SceauEditJuryDialog *self)
{
  g_autofree char *place = dup_text (self->place_row);
  g_autofree char *time = NULL;
  gboolean timed = read_time (self, &time);
  gboolean dated = !sceau_date_row_is_wrong (self->date_row) && !sceau_date_row_is_wrong (self->embargo_row);
  gboolean complete = sceau_date_row_get_date (self->date_row) != SCEAU_NO_DATE && *place != '\0';
  const char *hint = _("Results are notified on the day of the embargo at the earliest; without one, any day after the seal.");

  if (!dated)
    hint = _("This is no day: dates are written like 22/11/2026.");
  else if (!timed)
    hint = _("This is no hour: it is written like 14:30 or 14h30.");
  else if (!complete)
    hint = _("A session needs a day and a place.");
  gtk_label_set_text (self->hint, hint);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", dated && timed && complete);
}

static void
amended_cb (GtkWidget *from, gpointer job, const GError *error)
{
  sceau_jury_work_explain (from, _("The session could not be changed"), job, error);
  if (error == NULL)
    gtk_window_close (GTK_WINDOW (from));
}

static void
create_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauEditJuryDialog *self = SCEAU_EDIT_JURY_DIALOG (widget);
  SceauJuryWork *work = sceau_jury_work_new (self->session_id);

  work->date = sceau_date_row_get_date (self->date_row);
  work->embargo = sceau_date_row_get_date (self->embargo_row);
  work->text = dup_text (self->place_row);
  read_time (self, &work->start_time);
  sceau_long_work_run (widget, self->context, _("Changing the session"), sceau_jury_work_amend, work,
                       (GDestroyNotify) sceau_jury_work_free, amended_cb);
}

static void
sceau_edit_jury_dialog_finalize (GObject *object)
{
  g_clear_object (&SCEAU_EDIT_JURY_DIALOG (object)->context);
  G_OBJECT_CLASS (sceau_edit_jury_dialog_parent_class)->finalize (object);
}

static void
sceau_edit_jury_dialog_class_init (SceauEditJuryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_edit_jury_dialog_finalize;
  g_type_ensure (SCEAU_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-edit-jury-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauEditJuryDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, SceauEditJuryDialog, time_row);
  gtk_widget_class_bind_template_child (widget_class, SceauEditJuryDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, SceauEditJuryDialog, embargo_row);
  gtk_widget_class_bind_template_child (widget_class, SceauEditJuryDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_edit_jury_dialog_init (SceauEditJuryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Once it is open only the embargo can still change. */
SceauEditJuryDialog *
sceau_edit_jury_dialog_new (GtkWindow *parent, SceauContext *context, const SceauJurySession *session)
{
  SceauEditJuryDialog *self = g_object_new (SCEAU_TYPE_EDIT_JURY_DIALOG, "transient-for", parent, NULL);
  gboolean movable = session->state < SCEAU_SESSION_OPEN;

  self->context = g_object_ref (context);
  self->session_id = session->id;
  sceau_date_row_set_date (self->date_row, session->date);
  gtk_editable_set_text (GTK_EDITABLE (self->time_row), session->start_time != NULL ? session->start_time : "");
  gtk_editable_set_text (GTK_EDITABLE (self->place_row), session->place != NULL ? session->place : "");
  sceau_date_row_set_date (self->embargo_row, session->embargo);
  gtk_widget_set_sensitive (GTK_WIDGET (self->date_row), movable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->time_row), movable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->place_row), movable);
  fields_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
  return self;
}
