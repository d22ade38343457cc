/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-mark-sheet.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* A blank mark takes the entry away; without a name it is the author's of the school. */
gboolean   sceau_second_entry_table_save  (SceauSchool *school, const SceauSecondEntry *entry, GError **error);
/* NOT_FOUND when nothing was typed there. */
SceauSecondEntry *sceau_second_entry_table_find (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt, GError **error);
/* (element-type SceauSecondEntry): of one sheet, by enrolment. */
GPtrArray *sceau_second_entry_table_list  (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, GError **error);
/* Of every sheet of a cohort, by enrolment, modality and attempt. */
GPtrArray *sceau_second_entry_table_list_by_cohort (SceauSchool *school, gint64 cohort_id, GError **error);

G_END_DECLS
