/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"
#include "sceau-result-grid.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_RESULTS_PAGE (sceau_results_page_get_type ())
G_DECLARE_FINAL_TYPE (SceauResultsPage, sceau_results_page, SCEAU, RESULTS_PAGE, SceauPage)

/**
 * SceauResultsPage: the results of a cohort, typed as in a spreadsheet.  Certification, cohort and attempt are chosen
 * above the grid; every mark is written as soon as its cell is left.
 */

/* (nullable): what is shown, NULL until it is read. */
SceauResultSheet *sceau_results_page_get_sheet (SceauResultsPage *self);
SceauResultGrid  *sceau_results_page_get_grid  (SceauResultsPage *self);
/* Whether a mark is on its way to the school file. */
gboolean          sceau_results_page_is_saving (SceauResultsPage *self);
/* As if the text had been pasted with Ctrl+V into the selection. */
void              sceau_results_page_paste     (SceauResultsPage *self, const char *text);

G_END_DECLS
