/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-progress.h"
#include "sceau-school.h"
#include "sceau-statistics.h"
#include "sceau-enrol-learners.h"

G_BEGIN_DECLS

/* (transfer full) (element-type SceauStatisticsYear): latest year first, from sealed decisions and survey answers. */
GPtrArray *sceau_compute_statistics (SceauSchool *school, const char *certification_code, SceauDate today, GError **error);
gboolean   sceau_export_statistics  (SceauSchool *school, const char *certification_code, SceauDate today, const char *path, GError **error);

/* Answers of certified people at 6 or 24 months; one journal entry for all. (element-type SceauSurveyAnswer) */
gboolean   sceau_record_survey      (SceauSchool *school, GPtrArray *answers, SceauFaults *faults, GError **error);

G_END_DECLS
