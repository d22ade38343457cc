/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_STATISTICS_SURVEY (sceau_statistics_survey_get_type ())
G_DECLARE_FINAL_TYPE (SceauStatisticsSurvey, sceau_statistics_survey, SCEAU, STATISTICS_SURVEY, AdwBin)

/**
 * SceauStatisticsSurvey: the people certified in one year, each with the situation at 6 or 24 months.  What
 * is changed is written together, by sceau_statistics_survey_save() or when the view goes.
 * Properties: "pending" (how many answers are not written yet).
 */
SceauStatisticsSurvey *sceau_statistics_survey_new         (SceauContext *context, const char *certification_code, int year, int horizon);
void                   sceau_statistics_survey_save        (SceauStatisticsSurvey *self);
guint                  sceau_statistics_survey_get_pending (SceauStatisticsSurvey *self);
void                   sceau_statistics_survey_search      (SceauStatisticsSurvey *self, const char *text);

G_END_DECLS
