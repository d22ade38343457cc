/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certification.h"
#include "sceau-enrolment.h"
#include "sceau-mark-sheet.h"
#include "sceau-school.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_RESULT_SHEET (sceau_result_sheet_get_type ())
G_DECLARE_FINAL_TYPE (SceauResultSheet, sceau_result_sheet, SCEAU, RESULT_SHEET, GObject)

/**
 * SceauResultSheet: the results of one cohort at one attempt, as a table: a row for each
 * learner, a column for each modality, blocks in the order of the fiche and transversal
 * modalities last.  Rows are counted among those that the filter lets through.
 *
 * A mark is shown as soon as it is typed and is "pending" until the school file has it.
 * What was typed and could not be taken stays in its cell as a fault, with the reason.
 */
typedef struct
{
  SceauMark mark;
  SceauMark earlier; /* of the attempt before; blank at the first */
  guint8 asked;      /* a mark is expected: targeted, not acquired, and at a later attempt failed before */
  guint8 later;      /* a later attempt has a result */
  guint16 pending;   /* writes on their way */
} SceauSheetCell;

typedef struct
{
  gint64 enrolment_id;
  char *number;
  char *name; /* "LEFÈVRE Zoé"; with the number when two have the same */
  gboolean active;
} SceauSheetRow;

/* In the worker's thread: (transfer full), in a number of queries that depends on nothing. */
SceauResultSheet    *sceau_result_sheet_load             (SceauSchool *school, gint64 cohort_id, int attempt, GError **error);

int                  sceau_result_sheet_get_attempt      (SceauResultSheet *self);
int                  sceau_result_sheet_get_last_attempt (SceauResultSheet *self); /* that has a result; 0 when none has */
guint                sceau_result_sheet_get_n_learners   (SceauResultSheet *self); /* filtered out or not */
guint                sceau_result_sheet_get_n_rows       (SceauResultSheet *self);
guint                sceau_result_sheet_get_n_columns    (SceauResultSheet *self);
const SceauSheetRow *sceau_result_sheet_get_row          (SceauResultSheet *self, guint row);
const SceauModality *sceau_result_sheet_get_column       (SceauResultSheet *self, guint column);
const char          *sceau_result_sheet_get_block_title  (SceauResultSheet *self, guint column); /* (nullable) */
const SceauSheetCell *sceau_result_sheet_get_cell        (SceauResultSheet *self, guint row, guint column);
/* How many marks are expected in a column and not there yet, among active learners. */
guint                sceau_result_sheet_count_missing    (SceauResultSheet *self, guint column);
/* Where an enrolment and a modality stand; FALSE when the sheet, or its filter, leaves them out. */
gboolean             sceau_result_sheet_find             (SceauResultSheet *self, gint64 enrolment_id, const char *modality_code,
                                                          guint *row, guint *column);

/* Words of the name or number, and only learners with something missing.  Applied now: a row does not go while one types in it. */
void                 sceau_result_sheet_filter           (SceauResultSheet *self, const char *search, gboolean missing_only);

/* Blank, draft, handed in or frozen, as the whole column is at this attempt; and who handed it in when (transfer full) (nullable). */
SceauSheetState      sceau_result_sheet_get_state        (SceauResultSheet *self, guint column);
char                *sceau_result_sheet_describe_state   (SceauResultSheet *self, guint column);

/* (transfer full) (nullable): why the mark of a cell may not become @mark. */
char                *sceau_result_sheet_object           (SceauResultSheet *self, guint row, guint column, SceauMark mark);
/* (transfer full) (nullable): the seal that locks a cell, in a sentence. */
char                *sceau_result_sheet_describe_seal    (SceauResultSheet *self, guint row, guint column);
gboolean             sceau_result_sheet_is_sealed        (SceauResultSheet *self, guint row, guint column);
/* Sealed, or in a column that was handed in; (transfer full) (nullable): which of them, in a sentence. */
gboolean             sceau_result_sheet_is_locked        (SceauResultSheet *self, guint row, guint column);
char                *sceau_result_sheet_describe_lock    (SceauResultSheet *self, guint row, guint column);

/* (transfer full): the text of a cell: what stands there, or the faulty text that was typed. */
char                *sceau_result_sheet_get_text         (SceauResultSheet *self, guint row, guint column);
/* (transfer full): "LEFÈVRE Zoé, BC01-EC1, attempt 1" */
char                *sceau_result_sheet_name_cell        (SceauResultSheet *self, guint row, guint column);
/* (transfer full): the mark and all there is to say of it, for those who cannot see the colours. */
char                *sceau_result_sheet_describe_cell    (SceauResultSheet *self, guint row, guint column);

/* What was typed in a cell and not taken. @reason: NULL takes the fault away. */
void                 sceau_result_sheet_set_fault        (SceauResultSheet *self, gint64 enrolment_id, const char *modality_code,
                                                          const char *text, const char *reason);
/* (nullable): the reason. */
const char          *sceau_result_sheet_get_fault        (SceauResultSheet *self, guint row, guint column);
/* Faults outlive a fresh reading of the same cohort. */
void                 sceau_result_sheet_take_faults      (SceauResultSheet *self, SceauResultSheet *before);

/* (element-type SceauResult): shown at once, as pending. */
void                 sceau_result_sheet_expect           (SceauResultSheet *self, GPtrArray *results);
/* (element-type SceauResult): what the school file has now; no longer pending. */
void                 sceau_result_sheet_settle           (SceauResultSheet *self, GPtrArray *results);

/* Signals: "rows-changed": the rows are others; "cells-changed": marks, faults or counts are. */

G_END_DECLS
