/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-juror-work.h"

#include "sceau-hold-jury.h"
#include "sceau-keep-jurors.h"

SceauJurorWork *
sceau_juror_work_new (gint64 id)
{
  SceauJurorWork *self = g_new0 (SceauJurorWork, 1);

  self->id = id;
  self->faults = sceau_faults_new ();
  return self;
}

void
sceau_juror_work_free (SceauJurorWork *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->juror, sceau_juror_free);
  g_clear_pointer (&self->conflict, sceau_juror_conflict_free);
  g_clear_pointer (&self->recognition, sceau_juror_recognition_free);
  g_clear_pointer (&self->days, sceau_unavailability_free);
  g_clear_pointer (&self->faults, sceau_faults_free);
  g_free (self);
}

gboolean
sceau_juror_work_add (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJurorWork *work = data;

  work->id = sceau_add_juror (school, work->juror, work->faults, error);
  return work->id != 0;
}

gboolean
sceau_juror_work_edit (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJurorWork *work = data;

  return sceau_edit_juror (school, work->juror, work->faults, error);
}

gboolean
sceau_juror_work_remove (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJurorWork *work = data;

  return sceau_remove_juror (school, work->id, error);
}

gboolean
sceau_juror_work_retire (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJurorWork *work = data;

  return sceau_retire_juror (school, work->id, work->retired, error);
}

gboolean
sceau_juror_work_declare_conflict (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJurorWork *work = data;

  return sceau_declare_conflict (school, work->conflict, work->faults, error);
}

gboolean
sceau_juror_work_withdraw_conflict (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJurorWork *work = data;

  return sceau_withdraw_conflict (school, work->id, error);
}

gboolean
sceau_juror_work_record_recognition (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJurorWork *work = data;

  return sceau_record_recognition (school, work->recognition, work->faults, error);
}

gboolean
sceau_juror_work_remove_recognition (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJurorWork *work = data;

  return sceau_remove_recognition (school, work->id, error);
}

gboolean
sceau_juror_work_record_unavailability (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJurorWork *work = data;

  return sceau_record_unavailability (school, work->days, work->faults, error);
}

gboolean
sceau_juror_work_remove_unavailability (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJurorWork *work = data;

  return sceau_remove_unavailability (school, work->id, error);
}
