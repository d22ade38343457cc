/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-mark-sheet-work.h"

#include "sceau-record-results.h"

SceauMarkSheetWork *
sceau_mark_sheet_work_new (gint64 cohort_id, const char *modality_code, int attempt)
{
  SceauMarkSheetWork *self = g_new0 (SceauMarkSheetWork, 1);

  self->cohort_id = cohort_id;
  self->modality_code = g_strdup (modality_code);
  self->attempt = attempt;
  self->faults = sceau_faults_new ();
  return self;
}

void
sceau_mark_sheet_work_free (SceauMarkSheetWork *self)
{
  if (self == NULL)
    return;
  g_free (self->modality_code);
  g_free (self->examiner);
  g_free (self->text);
  g_clear_pointer (&self->result, sceau_result_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  sceau_faults_free (self->faults);
  g_free (self);
}

gboolean
sceau_mark_sheet_work_submit (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauMarkSheetWork *work = data;

  return sceau_submit_sheet (school, work->cohort_id, work->modality_code, work->attempt, work->examiner, work->date,
                             work->incomplete, work->faults, error);
}

gboolean
sceau_mark_sheet_work_reopen (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauMarkSheetWork *work = data;

  return sceau_reopen_sheet (school, work->cohort_id, work->modality_code, work->attempt, work->text, work->faults, error);
}

gboolean
sceau_mark_sheet_work_second (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauMarkSheetWork *work = data;

  return sceau_record_second_entries (school, work->cohort_id, work->entries, work->faults, error);
}

gboolean
sceau_mark_sheet_work_settle (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauMarkSheetWork *work = data;

  return sceau_settle_difference (school, work->result->enrolment_id, work->modality_code, work->attempt, work->result->mark, error);
}

gboolean
sceau_mark_sheet_work_group (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauMarkSheetWork *work = data;

  return sceau_record_group_mark (school, work->cohort_id, work->text, work->result, TRUE, work->faults, error);
}

gboolean
sceau_mark_sheet_work_adjust (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauMarkSheetWork *work = data;

  return sceau_adjust_group_mark (school, work->result, work->faults, error);
}

gboolean
sceau_mark_sheet_work_grid (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauMarkSheetWork *work = data;

  return sceau_record_grid (school, work->result, work->entries, work->faults, error);
}
