/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_MARK_SHEETS_VIEW (sceau_mark_sheets_view_get_type ())
G_DECLARE_FINAL_TYPE (SceauMarkSheetsView, sceau_mark_sheets_view, SCEAU, MARK_SHEETS_VIEW, AdwBin)

/**
 * SceauMarkSheetsView: the sheets of one cohort: blank, draft, submitted or frozen, and how many marks are missing.
 * Signal "chosen" (const char *modality_code, int attempt, const char *title): one was activated.
 */
SceauMarkSheetsView *sceau_mark_sheets_view_new    (SceauContext *context, gint64 cohort_id);
void                 sceau_mark_sheets_view_reload (SceauMarkSheetsView *self);

G_END_DECLS
