/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

#include "sceau-statistics-data.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_STATISTICS_CHART (sceau_statistics_chart_get_type ())
G_DECLARE_FINAL_TYPE (SceauStatisticsChart, sceau_statistics_chart, SCEAU, STATISTICS_CHART, GtkWidget)

/**
 * SceauStatisticsChart: certified people of each year, and below them the three rates: filled from the
 * school's data, outlined as the fiche publishes them.  Every bar bears its figure, and the accessible label
 * says them all.
 */
GtkWidget *sceau_statistics_chart_new      (void);
void       sceau_statistics_chart_set_data (SceauStatisticsChart *self, const SceauStatisticsData *data);

G_END_DECLS
