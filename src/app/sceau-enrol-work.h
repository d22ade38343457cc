/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

#include "sceau-enrol-learners.h"
#include "sceau-worker.h"

G_BEGIN_DECLS

/* One verb of enrolling as a job of the worker: what it needs, and the faults it found. */
typedef struct
{
  SceauLearner *learner;
  SceauEnrolment *enrolment;
  SceauCohort *cohort;
  SceauAcquiredBlock *block;
  gint64 id;              /* of the cohort, or of the enrolment */
  SceauDeparture departure; /* its reason is @text */
  char *text;             /* exception, reason, or name of a group; or NULL */
  GArray *enrolments;     /* (element-type gint64): of a group */
  SceauFaults *faults;
} SceauEnrolWork;

SceauEnrolWork *sceau_enrol_work_new  (void);
void            sceau_enrol_work_free (gpointer data);

gboolean sceau_enrol_work_enrol   (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_enrol_work_amend   (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_enrol_work_edit    (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_enrol_work_cohort  (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_enrol_work_depart  (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_enrol_work_return  (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_enrol_work_acquire (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_enrol_work_group   (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);

/* For sceau_long_work_run() from a form: closes it when the work was done, and says its warnings; else says why not. */
void     sceau_enrol_work_end     (GtkWidget *form, gpointer work, const GError *error);
/* (nullable): the sentence that refuses an admission beyond its quota, when that is among the faults. */
const char *sceau_enrol_work_find_quota (const SceauEnrolWork *work);

G_END_DECLS
