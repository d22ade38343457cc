/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"
#include "sceau-mark-sheet.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* Adds a result, or changes the one of the same attempt; refused with SCEAU_STORE_ERROR_SEALED once a seal froze it. */
gboolean     sceau_result_table_save              (SceauSchool *school, const SceauResult *result, GError **error);
gboolean     sceau_result_table_delete            (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt, GError **error);
/* SCEAU_STORE_ERROR_NOT_FOUND when there is none. */
SceauResult *sceau_result_table_find              (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt, GError **error);
/* All (element-type SceauResult), sorted by enrolment, modality and attempt. */
GPtrArray   *sceau_result_table_list_by_enrolment (SceauSchool *school, gint64 enrolment_id, GError **error);
/* Every attempt of every learner of a cohort in one query: the whole grid. */
GPtrArray   *sceau_result_table_list_by_cohort    (SceauSchool *school, gint64 cohort_id, GError **error);
gint64       sceau_result_table_count_by_cohort   (SceauSchool *school, gint64 cohort_id, GError **error);
/* Whether the seal of a session froze this result. */
gboolean     sceau_result_table_is_frozen         (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt);
/* (element-type SceauResultVersion): everything that one cell was, oldest first, the mark that stands there now last. */
GPtrArray   *sceau_result_table_list_versions     (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt, GError **error);

/* What a mark was until an entry of the journal replaced it, or what it is now. */
typedef struct
{
  SceauResult *result; /* (owned) */
  gint64 written_by;   /* the entry that wrote it; 0: in a file of the first versions */
  gint64 replaced_by;  /* 0: it stands now */
  gboolean removed;    /* nothing came in its place */
} SceauResultPast;

void         sceau_result_past_free               (SceauResultPast *self);
/* (element-type SceauResultPast): of every learner of a cohort what stands now, then what was, oldest first. */
GPtrArray   *sceau_result_table_list_past         (SceauSchool *school, gint64 cohort_id, GError **error);

G_END_DECLS
