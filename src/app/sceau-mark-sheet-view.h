/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_MARK_SHEET_VIEW (sceau_mark_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (SceauMarkSheetView, sceau_mark_sheet_view, SCEAU, MARK_SHEET_VIEW, AdwBin)

/* One sheet of marks: who is missing, the second entry and what differs, groups, grids, and handing it in. */
SceauMarkSheetView *sceau_mark_sheet_view_new    (SceauContext *context, gint64 cohort_id, const char *modality_code, int attempt);
void                sceau_mark_sheet_view_reload (SceauMarkSheetView *self);

G_END_DECLS
