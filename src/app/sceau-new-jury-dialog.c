/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-new-jury-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-cohort-list.h"
#include "sceau-date-row.h"
#include "sceau-jury-words.h"
#include "sceau-jury-work.h"

struct _SceauNewJuryDialog
{
  AdwWindow parent_instance;

  AdwComboRow *certification_row;
  AdwComboRow *cohort_row;
  SceauDateRow *date_row;
  AdwEntryRow *place_row;
  GtkLabel *hint;
  SceauContext *context;
  GPtrArray *lines; /* (element-type SceauCohortLine): all cohorts, by certification */
  GPtrArray *codes; /* (element-type utf8): certifications of the first row, unowned */
  GPtrArray *shown; /* (element-type SceauCohort): of the certification chosen, unowned */
};

enum
{
  SIGNAL_PLANNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauNewJuryDialog, sceau_new_jury_dialog, ADW_TYPE_WINDOW)

static const SceauCohort *
get_cohort (SceauNewJuryDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->cohort_row);

  return selected < self->shown->len ? g_ptr_array_index (self->shown, selected) : NULL;
}

static void
fields_changed_cb (SceauNewJuryDialog *self)
{
  g_autofree char *place = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->place_row))));
  const char *hint = "";
  gboolean complete = sceau_date_row_get_date (self->date_row) != SCEAU_NO_DATE && *place != '\0' && get_cohort (self) != NULL;

  if (sceau_date_row_is_wrong (self->date_row))
    hint = _("This is no day: dates are written like 22/11/2026.");
  else if (!complete)
    hint = _("A session needs a day and a place; members are chosen next.");
  gtk_label_set_text (self->hint, hint);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", complete);
}

static void
show_cohorts_of (SceauNewJuryDialog *self, const char *code)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const SceauCohortLine *line = g_ptr_array_index (self->lines, i);
      g_autofree char *name = NULL;

      if (!g_str_equal (line->cohort->certification_code, code))
        continue;
      name = g_strdup_printf (ngettext ("%s (%d learner)", "%s (%d learners)", (gulong) line->enrolments),
                              line->cohort->name, line->enrolments);
      g_ptr_array_add (self->shown, line->cohort);
      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->cohort_row, G_LIST_MODEL (names));
}

static void
certification_changed_cb (SceauNewJuryDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->certification_row);

  if (self->codes != NULL && selected < self->codes->len)
    show_cohorts_of (self, g_ptr_array_index (self->codes, selected));
  if (self->shown != NULL)
    fields_changed_cb (self);
}

static void
planned_cb (GtkWidget *from, gpointer job, const GError *error)
{
  SceauJuryWork *work = job;
  const SceauJurySession planned = { .id = work->id, .date = work->date };
  g_autofree char *title = sceau_jury_session_title (&planned);

  sceau_jury_work_explain (from, _("The session could not be planned"), work, error);
  if (error != NULL)
    return;
  g_signal_emit (from, signals[SIGNAL_PLANNED], 0, work->id, title);
  gtk_window_close (GTK_WINDOW (from));
}

static void
create_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauNewJuryDialog *self = SCEAU_NEW_JURY_DIALOG (widget);
  const SceauCohort *cohort = get_cohort (self);
  SceauJuryWork *work = sceau_jury_work_new (0);

  work->certification_code = g_strdup (cohort->certification_code);
  work->cohort = g_strdup (cohort->name);
  work->date = sceau_date_row_get_date (self->date_row);
  work->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->place_row)));
  sceau_long_work_run (widget, self->context, _("Planning the session"), sceau_jury_work_plan, work,
                       (GDestroyNotify) sceau_jury_work_free, planned_cb);
}

static void
sceau_new_jury_dialog_finalize (GObject *object)
{
  SceauNewJuryDialog *self = SCEAU_NEW_JURY_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (sceau_new_jury_dialog_parent_class)->finalize (object);
}

static void
sceau_new_jury_dialog_class_init (SceauNewJuryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_new_jury_dialog_finalize;
  signals[SIGNAL_PLANNED] = g_signal_new ("planned", SCEAU_TYPE_NEW_JURY_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);

  g_type_ensure (SCEAU_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-new-jury-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauNewJuryDialog, certification_row);
  gtk_widget_class_bind_template_child (widget_class, SceauNewJuryDialog, cohort_row);
  gtk_widget_class_bind_template_child (widget_class, SceauNewJuryDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, SceauNewJuryDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, SceauNewJuryDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, certification_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_new_jury_dialog_init (SceauNewJuryDialog *self)
{
  self->shown = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

SceauNewJuryDialog *
sceau_new_jury_dialog_new (GtkWindow *parent, SceauContext *context, GPtrArray *cohorts)
{
  SceauNewJuryDialog *self = g_object_new (SCEAU_TYPE_NEW_JURY_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->context = g_object_ref (context);
  self->lines = g_ptr_array_ref (cohorts);
  self->codes = g_ptr_array_new ();
  for (guint i = 0; i < cohorts->len; i++)
    {
      const SceauCohortLine *line = g_ptr_array_index (cohorts, i);
      g_autofree char *title = g_strdup_printf ("%s – %s", line->cohort->certification_code, line->certification_title);

      if (g_ptr_array_find_with_equal_func (self->codes, line->cohort->certification_code, g_str_equal, NULL))
        continue;
      g_ptr_array_add (self->codes, line->cohort->certification_code);
      gtk_string_list_append (titles, title);
    }
  adw_combo_row_set_model (self->certification_row, G_LIST_MODEL (titles));
  certification_changed_cb (self);
  /* Where there is something to choose; a row with one entry takes no key. */
  if (self->codes->len > 1)
    gtk_widget_grab_focus (GTK_WIDGET (self->certification_row));
  else if (self->shown->len > 1)
    gtk_widget_grab_focus (GTK_WIDGET (self->cohort_row));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
  return self;
}
