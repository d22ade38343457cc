/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-juror-fact-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-cohort-list.h"
#include "sceau-date-row.h"
#include "sceau-import-report.h"
#include "sceau-juror-work.h"
#include "sceau-learner-chooser.h"

struct _SceauJurorFactDialog
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *conflict_group;
  AdwComboRow *kind_row;
  AdwComboRow *with_row; /* one learner, or everybody of a cohort */
  AdwComboRow *cohort_row;
  SceauLearnerChooser *learner;
  AdwPreferencesGroup *recognition_group;
  AdwEntryRow *title_row;
  AdwEntryRow *reference_row;
  AdwPreferencesGroup *days_group;
  SceauDateRow *start_row;
  SceauDateRow *end_row;
  AdwEntryRow *note_row;
  GtkLabel *hint;

  SceauContext *context;
  SceauJurorFact fact;
  gint64 juror_id;
  GArray *cohorts; /* (element-type gint64): in the order of cohort_row */
};

G_DEFINE_FINAL_TYPE (SceauJurorFactDialog, sceau_juror_fact_dialog, ADW_TYPE_WINDOW)

enum
{
  WITH_LEARNER,
  WITH_COHORT
};

/* (transfer full): NULL when nothing is written there. */
static char *
dup_text (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static gboolean
is_with_cohort (SceauJurorFactDialog *self)
{
  return adw_combo_row_get_selected (self->with_row) == WITH_COHORT;
}

/* What is still missing, or NULL. */
static const char *
say_what_is_missing (SceauJurorFactDialog *self)
{
  g_autofree char *title = dup_text (self->title_row);

  if (sceau_date_row_is_wrong (self->start_row) || sceau_date_row_is_wrong (self->end_row))
    return _("This is no day: dates are written like 22/11/2026.");
  switch (self->fact)
    {
    case SCEAU_JUROR_FACT_CONFLICT:
      if (is_with_cohort (self))
        return self->cohorts->len == 0 ? _("There is no cohort yet.") : NULL;
      return sceau_learner_chooser_get_number (self->learner) == NULL ? _("Type a name and choose the learner.") : NULL;
    case SCEAU_JUROR_FACT_RECOGNITION:
      return title == NULL ? _("Say what the recognition is called: “ExpertCyber”.") : NULL;
    case SCEAU_JUROR_FACT_ABSENCE:
      if (sceau_date_row_get_date (self->start_row) == SCEAU_NO_DATE || sceau_date_row_get_date (self->end_row) == SCEAU_NO_DATE)
        return _("The first and the last day are needed.");
    }
  return NULL;
}

static void
fields_changed_cb (SceauJurorFactDialog *self)
{
  const char *missing = say_what_is_missing (self);

  gtk_widget_set_visible (GTK_WIDGET (self->learner), self->fact == SCEAU_JUROR_FACT_CONFLICT && !is_with_cohort (self));
  gtk_widget_set_visible (GTK_WIDGET (self->cohort_row), is_with_cohort (self));
  gtk_label_set_text (self->hint, missing != NULL ? missing : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", missing == NULL);
}

static void
done_cb (GtkWidget *from, gpointer job, const GError *error)
{
  SceauJurorWork *work = job;

  sceau_show_faults (from, _("This could not be recorded"), work->faults, error);
  if (error == NULL)
    gtk_window_close (GTK_WINDOW (from));
}

static SceauJurorConflict *
read_conflict (SceauJurorFactDialog *self)
{
  SceauJurorConflict *conflict = sceau_juror_conflict_new ();
  guint cohort = adw_combo_row_get_selected (self->cohort_row);

  conflict->juror_id = self->juror_id;
  conflict->kind = (SceauConflictKind) adw_combo_row_get_selected (self->kind_row);
  if (!is_with_cohort (self))
    conflict->learner_number = g_strdup (sceau_learner_chooser_get_number (self->learner));
  else if (cohort < self->cohorts->len)
    conflict->cohort_id = g_array_index (self->cohorts, gint64, cohort);
  conflict->note = dup_text (self->note_row);
  return conflict;
}

static SceauJurorRecognition *
read_recognition (SceauJurorFactDialog *self)
{
  SceauJurorRecognition *recognition = sceau_juror_recognition_new ();

  recognition->juror_id = self->juror_id;
  recognition->title = dup_text (self->title_row);
  recognition->reference = dup_text (self->reference_row);
  recognition->start = sceau_date_row_get_date (self->start_row);
  recognition->end = sceau_date_row_get_date (self->end_row);
  return recognition;
}

static SceauUnavailability *
read_days (SceauJurorFactDialog *self)
{
  SceauUnavailability *days = sceau_unavailability_new ();

  days->juror_id = self->juror_id;
  days->start = sceau_date_row_get_date (self->start_row);
  days->end = sceau_date_row_get_date (self->end_row);
  days->note = dup_text (self->note_row);
  return days;
}

static void
create_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauJurorFactDialog *self = SCEAU_JUROR_FACT_DIALOG (widget);
  SceauJurorWork *work = sceau_juror_work_new (0);
  SceauWorkerFunc verb = NULL;

  switch (self->fact)
    {
    case SCEAU_JUROR_FACT_CONFLICT:
      work->conflict = read_conflict (self);
      verb = sceau_juror_work_declare_conflict;
      break;
    case SCEAU_JUROR_FACT_RECOGNITION:
      work->recognition = read_recognition (self);
      verb = sceau_juror_work_record_recognition;
      break;
    case SCEAU_JUROR_FACT_ABSENCE:
      work->days = read_days (self);
      verb = sceau_juror_work_record_unavailability;
      break;
    }
  sceau_long_work_run (widget, self->context, _("Recording what is known of the juror"), verb, work,
                       (GDestroyNotify) sceau_juror_work_free, done_cb);
}

static void
sceau_juror_fact_dialog_finalize (GObject *object)
{
  SceauJurorFactDialog *self = SCEAU_JUROR_FACT_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->cohorts, g_array_unref);
  G_OBJECT_CLASS (sceau_juror_fact_dialog_parent_class)->finalize (object);
}

static void
sceau_juror_fact_dialog_class_init (SceauJurorFactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_juror_fact_dialog_finalize;
  g_type_ensure (SCEAU_TYPE_DATE_ROW);
  g_type_ensure (SCEAU_TYPE_LEARNER_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-juror-fact-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauJurorFactDialog, conflict_group);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorFactDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorFactDialog, with_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorFactDialog, cohort_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorFactDialog, learner);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorFactDialog, recognition_group);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorFactDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorFactDialog, reference_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorFactDialog, days_group);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorFactDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorFactDialog, end_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorFactDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorFactDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_juror_fact_dialog_init (SceauJurorFactDialog *self)
{
  self->cohorts = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_kinds (SceauJurorFactDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (int i = 0; i < SCEAU_N_CONFLICTS; i++)
    gtk_string_list_append (kinds, sceau_conflict_kind_title ((SceauConflictKind) i));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}

static void
fill_cohorts (SceauJurorFactDialog *self, GPtrArray *cohorts)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < cohorts->len; i++)
    {
      const SceauCohort *cohort = ((const SceauCohortLine *) g_ptr_array_index (cohorts, i))->cohort;
      g_autofree char *name = g_strdup_printf ("%s · %s", cohort->name, cohort->certification_code);

      gtk_string_list_append (names, name);
      g_array_append_val (self->cohorts, cohort->id);
    }
  adw_combo_row_set_model (self->cohort_row, G_LIST_MODEL (names));
}

static const char *
title_of (SceauJurorFact fact)
{
  switch (fact)
    {
    case SCEAU_JUROR_FACT_CONFLICT:
      return _("New Conflict");
    case SCEAU_JUROR_FACT_RECOGNITION:
      return _("New Recognition");
    case SCEAU_JUROR_FACT_ABSENCE:
    default:
      return _("Days Away");
    }
}

SceauJurorFactDialog *
sceau_juror_fact_dialog_new (GtkWindow *parent, SceauContext *context, SceauJurorFact fact, gint64 juror_id, GPtrArray *cohorts)
{
  SceauJurorFactDialog *self
    = g_object_new (SCEAU_TYPE_JUROR_FACT_DIALOG, "transient-for", parent, "title", title_of (fact), NULL);

  self->context = g_object_ref (context);
  self->fact = fact;
  self->juror_id = juror_id;
  sceau_learner_chooser_set_context (self->learner, context);
  fill_kinds (self);
  fill_cohorts (self, cohorts);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_group), fact == SCEAU_JUROR_FACT_CONFLICT);
  gtk_widget_set_visible (GTK_WIDGET (self->recognition_group), fact == SCEAU_JUROR_FACT_RECOGNITION);
  gtk_widget_set_visible (GTK_WIDGET (self->days_group), fact != SCEAU_JUROR_FACT_CONFLICT);
  gtk_widget_set_visible (GTK_WIDGET (self->note_row), fact != SCEAU_JUROR_FACT_RECOGNITION);
  fields_changed_cb (self);
  gtk_widget_grab_focus (fact == SCEAU_JUROR_FACT_CONFLICT      ? GTK_WIDGET (self->kind_row)
                         : fact == SCEAU_JUROR_FACT_RECOGNITION ? GTK_WIDGET (self->title_row)
                                                                : GTK_WIDGET (self->start_row));
  return self;
}
