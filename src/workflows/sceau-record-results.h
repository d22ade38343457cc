/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrol-learners.h"
#include "sceau-mark-sheet.h"

G_BEGIN_DECLS

/**
 * sceau_record_results: writes marks in one transaction with one journal entry that
 * keeps before and after; the unit of undo.  Results frozen by a seal are refused.  An
 * attempt needs the one before it.
 * @results: (element-type SceauResult), all of one certification: a blank mark takes an entry back.
 *   An examiner, date or comment that is not given (NULL, or no date) stays as it stands; "" takes a text away.
 * @before: (out) (optional) (transfer full) (element-type SceauResult): what stood there, for undo.
 */
gboolean sceau_record_results (SceauSchool *school, GPtrArray *results, GPtrArray **before, GError **error);

/* The same from a CSV, long or as the template makes it; an empty cell changes nothing. */
gboolean sceau_record_results_from_file (SceauSchool *school, const char *path, const char *certification_code, const char *cohort,
                                         int attempt, SceauImportFlags flags, SceauImportSummary *summary, SceauFaults *faults,
                                         SceauProgress *progress, GCancellable *cancellable, GError **error);

gboolean sceau_write_results_template (SceauSchool *school, const char *certification_code, const char *cohort,
                                       const char *path, GError **error);

/* Hands the marks of one modality and attempt in. Refused while marks are missing (each is named; @incomplete lets them be
 * missing, as absent people are to be marked as such), or while a double entry differs or is not complete. */
gboolean sceau_submit_sheet (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, const char *examiner,
                             SceauDate date, gboolean incomplete, SceauFaults *faults, GError **error);
gboolean sceau_reopen_sheet (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, const char *reason,
                             SceauFaults *faults, GError **error);

/* A learner who should have a mark and has none. */
typedef struct
{
  gint64 enrolment_id;
  char *learner_number;
  char *learner_name;
  char *modality_code;
  int attempt;
} SceauMissingMark;

void       sceau_missing_mark_free  (SceauMissingMark *self);
/* (transfer full) (element-type SceauMissingMark): of one sheet, or of the cohort's first attempts and due retakes with
 * @modality_code NULL; by modality, then name. */
GPtrArray *sceau_list_missing_marks (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, GError **error);

/* Second entries, typed without seeing the first; (element-type SceauSecondEntry), of one cohort. Those by whoever typed the
 * first are recorded with a warning. */
gboolean   sceau_record_second_entries (SceauSchool *school, gint64 cohort_id, GPtrArray *entries, SceauFaults *faults, GError **error);

/* Where the two entries of a sheet do not agree, one of them blank included. */
typedef struct
{
  gint64 enrolment_id;
  char *learner_number;
  char *learner_name;
  SceauMark first;
  SceauMark second;
} SceauEntryDifference;

void       sceau_entry_difference_free (SceauEntryDifference *self);
/* (transfer full) (element-type SceauEntryDifference): by name. */
GPtrArray *sceau_compare_entries       (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, GError **error);
/* What the paper says: both entries become @mark. */
gboolean   sceau_settle_difference     (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt, SceauMark mark,
                                        GError **error);

/* One mark for everybody of a group; somebody adjusted before keeps the adjusted mark only with @keep_adjusted. */
gboolean   sceau_record_group_mark     (SceauSchool *school, gint64 cohort_id, const char *group, const SceauResult *mark,
                                        gboolean keep_adjusted, SceauFaults *faults, GError **error);
/* Another mark than the group's for one of its members; the comment says why. */
gboolean   sceau_adjust_group_mark     (SceauSchool *school, const SceauResult *mark, SceauFaults *faults, GError **error);

/* The grid of one learner: its points make the mark on 0–20; on the other scales @mark says it. (element-type SceauCriterionPoints) */
gboolean   sceau_record_grid           (SceauSchool *school, const SceauResult *mark, GPtrArray *points, SceauFaults *faults, GError **error);
/* Grids of a whole cohort from a CSV, one line a learner: "number", then the codes of the criteria, and perhaps "mark" (on the other
 * scales), "examiner", "date", "comment". A line without points says nothing; all or nothing, or the good lines alone. */
gboolean   sceau_record_grids_from_file (SceauSchool *school, const char *path, const char *certification_code, const char *cohort,
                                         const char *modality_code, int attempt, SceauImportFlags flags, SceauImportSummary *summary,
                                         SceauFaults *faults, GError **error);
/* The file that this reads, with the active learners of the cohort and empty cells; an existing file is not overwritten. */
gboolean   sceau_write_grid_template    (SceauSchool *school, const char *certification_code, const char *cohort, const char *modality_code,
                                         const char *path, GError **error);

G_END_DECLS
