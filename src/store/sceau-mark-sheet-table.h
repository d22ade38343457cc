/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-mark-sheet.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* Hands a sheet in; refused when it is already. Its state and figures are not read; without a name or a time it is
 * submitted by the author of the school, now. */
gboolean        sceau_mark_sheet_table_submit (SceauSchool *school, const SceauMarkSheet *sheet, GError **error);
/* Takes the submission back; refused once a seal rests on one of its marks. */
gboolean        sceau_mark_sheet_table_reopen (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, GError **error);
/* NOT_FOUND when it was not submitted. */
SceauMarkSheet *sceau_mark_sheet_table_find   (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, GError **error);
/**
 * sceau_mark_sheet_table_list: (element-type SceauMarkSheet): every sheet of a cohort with its state and figures, in a
 * single query: one a modality of the plan at the first attempt, one a modality and attempt that has a mark
 * beyond it or was handed in; by modality in the order of the plan, then by attempt.
 * Expected at the first attempt are the learners in training who target the block and have not acquired it in another way;
 * at a later one those excused from the attempt before; and whoever has a mark.  A sheet is frozen when each of them has one
 * under a seal.
 */
GPtrArray      *sceau_mark_sheet_table_list   (SceauSchool *school, gint64 cohort_id, GError **error);

G_END_DECLS
