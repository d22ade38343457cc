/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"

G_BEGIN_DECLS

/**
 * SceauMarkSheet: the marks of one cohort for one modality at one attempt, as an examiner hands them in.
 * Blank: nothing was entered; draft: marks are being entered; submitted: the examiner has handed them in
 * and only a reopening with a reason, or the jury in deliberation, changes them; frozen: a seal rests on them.
 */
typedef enum
{
  SCEAU_SHEET_BLANK,
  SCEAU_SHEET_DRAFT,
  SCEAU_SHEET_SUBMITTED,
  SCEAU_SHEET_FROZEN
} SceauSheetState;

typedef struct
{
  gint64 cohort_id;
  char *modality_code;
  int attempt;
  SceauSheetState state; /* computed by the store; only "submitted" is kept */
  int expected;          /* learners who should have a mark: active, targeting the block, due this attempt */
  int entered;           /* of them, with a mark that is not blank */
  int frozen;            /* of them, under a seal */
  char *examiner;        /* who examined; or NULL */
  SceauDate date;        /* of the assessment */
  char *submitted_by;    /* or NULL */
  char *submitted_at;    /* UTC, ISO time stamp, or NULL */
} SceauMarkSheet;

SceauMarkSheet *sceau_mark_sheet_new  (void);
void            sceau_mark_sheet_free (SceauMarkSheet *self);

const char *sceau_sheet_state_to_id   (SceauSheetState state); /* "blank", "draft", "submitted", "frozen" */
gboolean    sceau_sheet_state_from_id (const char *id, SceauSheetState *state);
const char *sceau_sheet_state_title   (SceauSheetState state); /* translated, for the screen */

/* The second entry of a mark, typed by somebody else without seeing the first. */
typedef struct
{
  gint64 enrolment_id;
  char *modality_code;
  int attempt;
  SceauMark mark;
  char *who;
} SceauSecondEntry;

SceauSecondEntry *sceau_second_entry_new  (void);
void              sceau_second_entry_free (SceauSecondEntry *self);

/* One value that a mark has had: what stood there from one journal entry to the next. */
typedef struct
{
  SceauResult *result; /* (owned); a blank mark: it was taken away */
  gint64 entry;        /* of the journal that wrote it; 0: before this was kept */
  char *at;            /* of that entry, or NULL */
  char *who;           /* or NULL */
} SceauResultVersion;

void sceau_result_version_free (SceauResultVersion *self);

/* The points that one learner got for one criterion of a grid. */
typedef struct
{
  gint64 enrolment_id;
  char *modality_code;
  int attempt;
  char *criterion;
  gint32 points; /* hundredths */
} SceauCriterionPoints;

SceauCriterionPoints *sceau_criterion_points_new  (void);
void                  sceau_criterion_points_free (SceauCriterionPoints *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauMarkSheet, sceau_mark_sheet_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauSecondEntry, sceau_second_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauResultVersion, sceau_result_version_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauCriterionPoints, sceau_criterion_points_free)

G_END_DECLS
