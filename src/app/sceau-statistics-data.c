/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-statistics-data.h"

#include "sceau-certification-table.h"
#include "sceau-survey-insertion.h"

SceauStatisticsData *
sceau_statistics_data_load (SceauSchool *school, const char *certification_code, GError **error)
{
  g_autoptr (SceauStatisticsData) self = g_new0 (SceauStatisticsData, 1);

  self->certification = sceau_certification_table_find (school, certification_code, error);
  if (self->certification == NULL)
    return NULL;
  self->years = sceau_compute_statistics (school, certification_code, sceau_school_today (school), error);
  return self->years != NULL ? g_steal_pointer (&self) : NULL;
}

void
sceau_statistics_data_free (SceauStatisticsData *self)
{
  sceau_certification_free (self->certification);
  g_clear_pointer (&self->years, g_ptr_array_unref);
  g_free (self);
}

char *
sceau_statistics_rate_text (SceauRate rate)
{
  return rate.state == SCEAU_RATE_NOT_DUE ? g_strdup ("–") : sceau_rate_to_text (rate);
}

char *
sceau_statistics_percent_text (int percent)
{
  return percent >= 0 ? g_strdup_printf ("%d\302\240%%", percent) : g_strdup ("–");
}
