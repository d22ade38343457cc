/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-juror.h"
#include "sceau-long-work.h"

G_BEGIN_DECLS

/**
 * SceauJurorWork: a change of the directory of jurors on its way through the worker.  Each verb reads the
 * one record that it is about, or @id.
 */
typedef struct
{
  gint64 id;                          /* of what is removed, or of the juror who was added */
  gboolean retired;
  SceauJuror *juror;
  SceauJurorConflict *conflict;
  SceauJurorRecognition *recognition;
  SceauUnavailability *days;
  SceauFaults *faults;                /* what the verb had to say */
} SceauJurorWork;

SceauJurorWork *sceau_juror_work_new  (gint64 id);
void            sceau_juror_work_free (SceauJurorWork *self);

/* Verbs, for sceau_long_work_run(). */
gboolean sceau_juror_work_add (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_juror_work_edit (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_juror_work_remove (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_juror_work_retire (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_juror_work_declare_conflict (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_juror_work_withdraw_conflict (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_juror_work_record_recognition (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_juror_work_remove_recognition (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_juror_work_record_unavailability (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_juror_work_remove_unavailability (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);

G_END_DECLS
