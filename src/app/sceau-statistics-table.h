/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The fiche's table from the school's data, (element-type SceauStatisticsYear): each rate over its terms and the answers. */
GtkWidget *sceau_statistics_table_new           (GPtrArray *years);
/* The table that the fiche publishes, (element-type SceauPublishedStatistics). */
GtkWidget *sceau_statistics_published_table_new (GPtrArray *published);

G_END_DECLS
