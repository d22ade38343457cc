/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-mark-sheet.h"
#include "sceau-plan.h"
#include "sceau-worker.h"

G_BEGIN_DECLS

/* All that there is to know about the marks of one cohort for one modality at one attempt. */
typedef struct
{
  gint64 cohort_id;
  char *cohort_name;
  int attempt;
  SceauPlan *plan;
  const SceauModality *modality; /* of @plan */
  SceauMarkSheet *sheet;
  GPtrArray *enrolments;  /* (element-type SceauEnrolment): by name */
  GPtrArray *missing;     /* (element-type SceauMissingMark) */
  GHashTable *marks;      /* (element-type gint64 SceauResult): by enrolment */
  GHashTable *second;     /* (element-type gint64 SceauSecondEntry): by enrolment */
  GPtrArray *differences; /* (element-type SceauEntryDifference) */
  guint n_alone;          /* marks of which one person typed both entries, and every correction */
  GPtrArray *alone;       /* (element-type utf8): those persons */
} SceauMarkSheetFile;

/* In the worker's thread: one consistent view of the file. */
SceauMarkSheetFile *sceau_mark_sheet_file_load  (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, GError **error);
void                sceau_mark_sheet_file_free  (SceauMarkSheetFile *self);
/* (nullable) (transfer none): what stands for one learner. */
const SceauResult  *sceau_mark_sheet_file_get   (const SceauMarkSheetFile *self, gint64 enrolment_id);
/* (transfer full): the same as text; "" for nothing. */
char               *sceau_mark_sheet_file_get_text (const SceauMarkSheetFile *self, gint64 enrolment_id);
/* (transfer full) (element-type utf8): the groups of the cohort, in the order of their names. */
GPtrArray          *sceau_mark_sheet_file_list_groups (const SceauMarkSheetFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauMarkSheetFile, sceau_mark_sheet_file_free)

G_END_DECLS
