/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-enrol-work.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-import-report.h"

SceauEnrolWork *
sceau_enrol_work_new (void)
{
  SceauEnrolWork *self = g_new0 (SceauEnrolWork, 1);

  self->enrolments = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->faults = sceau_faults_new ();
  return self;
}

void
sceau_enrol_work_free (gpointer data)
{
  SceauEnrolWork *self = data;

  g_clear_pointer (&self->learner, sceau_learner_free);
  g_clear_pointer (&self->enrolment, sceau_enrolment_free);
  g_clear_pointer (&self->cohort, sceau_cohort_free);
  g_clear_pointer (&self->block, sceau_acquired_block_free);
  g_clear_pointer (&self->faults, sceau_faults_free);
  g_array_unref (self->enrolments);
  g_free (self->text);
  g_free (self);
}

gboolean
sceau_enrol_work_enrol (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauEnrolWork *work = data;

  return sceau_enrol_learner_by_exception (school, work->learner, work->enrolment, work->id, work->text, work->faults, error);
}

gboolean
sceau_enrol_work_amend (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauEnrolWork *work = data;

  return sceau_amend_enrolment (school, work->enrolment, work->text, work->faults, error);
}

gboolean
sceau_enrol_work_edit (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauEnrolWork *work = data;

  return sceau_edit_learner (school, work->learner, work->faults, error);
}

gboolean
sceau_enrol_work_cohort (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauEnrolWork *work = data;

  return sceau_amend_cohort (school, work->cohort, work->faults, error);
}

gboolean
sceau_enrol_work_depart (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauEnrolWork *work = data;

  work->departure.reason = work->text;
  return sceau_record_departure (school, work->id, &work->departure, work->faults, error);
}

gboolean
sceau_enrol_work_return (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauEnrolWork *work = data;

  return sceau_record_return (school, work->id, work->text, work->faults, error);
}

gboolean
sceau_enrol_work_acquire (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauEnrolWork *work = data;

  return sceau_record_acquired_block (school, work->block, work->faults, error);
}

gboolean
sceau_enrol_work_group (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauEnrolWork *work = data;

  return sceau_form_group (school, work->id, work->text, (const gint64 *) work->enrolments->data, work->enrolments->len,
                           work->faults, error);
}

const char *
sceau_enrol_work_find_quota (const SceauEnrolWork *work)
{
  for (guint i = 0; i < sceau_faults_length (work->faults); i++)
    {
      const SceauFault *fault = sceau_faults_get (work->faults, i);

      /* "4/3" stands beside a quota; what a seal forbids has no value. */
      if (fault->severity == SCEAU_FAULT_ERROR && g_strcmp0 (fault->field, "admission") == 0 && fault->value != NULL)
        return fault->reason;
    }
  return NULL;
}

/* The fields of a fault are columns of a file; in a form their names say nothing. */
static SceauFaults *
copy_without_fields (const SceauFaults *faults)
{
  SceauFaults *copy = sceau_faults_new ();

  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      const SceauFault *fault = sceau_faults_get (faults, i);

      sceau_faults_add_at (copy, fault->severity, fault->place, NULL, fault->value, fault->reason, fault->remedy);
    }
  return copy;
}

void
sceau_enrol_work_end (GtkWidget *form, gpointer data, const GError *error)
{
  SceauEnrolWork *work = data;
  GtkWindow *window = GTK_WINDOW (form);
  gboolean faulty = sceau_faults_length (work->faults) > 0;

  if (error != NULL && !faulty)
    sceau_show_error (form, gtk_window_get_title (window), error);
  if (faulty)
    gtk_window_present (GTK_WINDOW (sceau_import_report_new (error != NULL ? window : gtk_window_get_transient_for (window),
                                                             gtk_window_get_title (window),
                                                             error != NULL ? error->message : _("Done. Please look at this:"),
                                                             copy_without_fields (work->faults), NULL)));
  if (error == NULL)
    gtk_window_close (window);
}
