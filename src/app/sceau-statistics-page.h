/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"

G_BEGIN_DECLS

/* The figures of each certification, beside those of its fiche, and the answers that they rest on. */
#define SCEAU_TYPE_STATISTICS_PAGE (sceau_statistics_page_get_type ())
G_DECLARE_FINAL_TYPE (SceauStatisticsPage, sceau_statistics_page, SCEAU, STATISTICS_PAGE, SceauPage)

/* Writes the figures that are shown, as the action does once a file is chosen. */
void sceau_statistics_page_export (SceauStatisticsPage *self, const char *path);

G_END_DECLS
