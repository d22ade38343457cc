/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-school.h"
#include "sceau-statistics.h"

G_BEGIN_DECLS

/* The figures of one certification: the school's own and, apart from them, those that its fiche publishes. */
typedef struct
{
  SceauCertification *certification;
  GPtrArray *years; /* (element-type SceauStatisticsYear): latest first */
} SceauStatisticsData;

/* In the worker's thread. */
SceauStatisticsData *sceau_statistics_data_load (SceauSchool *school, const char *certification_code, GError **error);
void                 sceau_statistics_data_free (SceauStatisticsData *self);

/* "83 %", "n.c.", "–": as the screen shows a rate. */
char                *sceau_statistics_rate_text    (SceauRate rate);
/* The same for a published figure; –1 is absent. */
char                *sceau_statistics_percent_text (int percent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauStatisticsData, sceau_statistics_data_free)

G_END_DECLS
