/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-school.h"
#include "sceau-statistics.h"

G_BEGIN_DECLS

/* Adds the answer, or replaces the one of the same enrolment and horizon. */
gboolean   sceau_survey_table_save    (SceauSchool *school, const SceauSurveyAnswer *answer, GError **error);
/* (element-type SceauSurveyAnswer): one for each person certified in @year, no answer included. */
GPtrArray *sceau_survey_table_list    (SceauSchool *school, const char *certification_code, int year, int horizon, GError **error);
/* (element-type SceauSurveyAnswer): every answer that the file holds, whoever it is about; year and vae are not given. */
GPtrArray *sceau_survey_table_list_all (SceauSchool *school, GError **error);
/* (element-type SceauStatisticsCounts): one for each year with certified people, latest first, in one query.
 * Certified: the sealed decision in force says so; the year is the one of that session's date. */
GArray    *sceau_survey_table_count   (SceauSchool *school, const char *certification_code, GError **error);

G_END_DECLS
