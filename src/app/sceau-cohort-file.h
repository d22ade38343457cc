/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrol-learners.h"

G_BEGIN_DECLS

/* What the screen needs to know of one cohort beside its learners. */
typedef struct
{
  SceauCohort *cohort;
  SceauCertification *certification;
  SceauPlan *plan;     /* or NULL */
  GPtrArray *outlooks; /* (element-type SceauQuotaOutlook): with those simulated */
} SceauCohortFile;

/* In the worker's thread. @more: (array length=n): bases of admission of learners who might come. */
SceauCohortFile *sceau_cohort_file_load (SceauSchool *school, gint64 cohort_id, const SceauAdmission *more, guint n, GError **error);
void             sceau_cohort_file_free (SceauCohortFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauCohortFile, sceau_cohort_file_free)

G_END_DECLS
