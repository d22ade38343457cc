/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-mark-sheet.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* The whole grid of one learner at one attempt; @points (element-type SceauCriterionPoints) empty: takes it away. Refused under a seal. */
gboolean   sceau_criterion_points_table_save           (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt,
                                                        GPtrArray *points, GError **error);
/* (element-type SceauCriterionPoints): by criterion in the order of the plan. */
GPtrArray *sceau_criterion_points_table_list           (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt, GError **error);
/* Of every learner of a cohort, by enrolment, modality, attempt and criterion. */
GPtrArray *sceau_criterion_points_table_list_by_cohort (SceauSchool *school, gint64 cohort_id, GError **error);

G_END_DECLS
