/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

#include "sceau-school.h"
#include "sceau-statistics.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_STATISTICS_RESPONDENT (sceau_statistics_respondent_get_type ())
G_DECLARE_FINAL_TYPE (SceauStatisticsRespondent, sceau_statistics_respondent, SCEAU, STATISTICS_RESPONDENT, GObject)

/* One certified person in a survey: who it is, and the answer as it is being entered. */

/* In the worker's thread; (element-type SceauStatisticsRespondent): sorted by name. */
GPtrArray  *sceau_statistics_respondents_load (SceauSchool *school, const char *certification_code, int year, int horizon, GError **error);

const char *sceau_statistics_respondent_get_name       (SceauStatisticsRespondent *self);
gboolean    sceau_statistics_respondent_matches        (SceauStatisticsRespondent *self, const char *folded);
const SceauSurveyAnswer *sceau_statistics_respondent_get_answer (SceauStatisticsRespondent *self);
/* Who is not in employment cannot work in the target job: that answer goes with it.  TRUE when something changed. */
gboolean    sceau_statistics_respondent_set_situation  (SceauStatisticsRespondent *self, SceauSituation situation);
gboolean    sceau_statistics_respondent_set_target_job (SceauStatisticsRespondent *self, gboolean target_job);
/* Whether the answer differs from the one that was written last. */
gboolean    sceau_statistics_respondent_is_pending     (SceauStatisticsRespondent *self);
void        sceau_statistics_respondent_set_written    (SceauStatisticsRespondent *self, const SceauSurveyAnswer *answer);

G_END_DECLS
