/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-plan.h"

G_BEGIN_DECLS

/* How one quota stands for a cohort. */
typedef struct
{
  const SceauQuota *quota;
  int places; /* floor (learners × max_percent / 100) */
  int used;   /* learners admitted on a basis that it counts; a learner counts once */
} SceauQuotaState;

/**
 * sceau_quota_evaluate: one quota over the admissions of a cohort (bases of the
 * @n active learners, one entry a learner).
 */
SceauQuotaState sceau_quota_evaluate (const SceauQuota *quota, const SceauAdmission *admissions, guint n);

/* Every quota of the plan at once; each one exceeded adds an error with places and use. */
gboolean        sceau_quotas_check   (const SceauPlan *plan, const SceauAdmission *admissions, guint n, SceauFaults *faults);

G_END_DECLS
