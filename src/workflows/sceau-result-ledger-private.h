/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-mark-sheet.h"
#include "sceau-workflow-private.h"

G_BEGIN_DECLS

/**
 * SceauResultLedger: the results of some enrolments of one certification, as they stand while
 * entries are made one after the other; it says of each entry whether it may be made.
 * The school file is only read until sceau_result_ledger_write().
 */
typedef struct
{
  SceauSchool *school;
  SceauDate today;
  SceauCertification *certification;
  SceauPlan *plan;
  gboolean by_grid;     /* the marks come from the points of a grid, which change even where the mark stays */
  GHashTable *learners; /* (element-type gint64 SceauEnrolment): by id */
  GHashTable *standing; /* (element-type utf8 SceauResult): by enrolment, modality and attempt; entries made included */
  GHashTable *results_of; /* (element-type gint64 GPtrArray): those of @standing by enrolment; NULL until asked for */
  GHashTable *sheets;   /* (element-type utf8 SceauMarkSheet): by cohort, modality and attempt; NULL where nothing was handed in */
  GHashTable *deliberated; /* (element-type gint64 gboolean): whether a jury is deliberating on a cohort */
  GHashTable *entered;  /* (element-type utf8): keys of the entries made */
  GPtrArray *before;    /* (element-type SceauResult): what stood where entries were made; blank where nothing did */
  GPtrArray *after;     /* (element-type SceauResult): the entries made; a blank one takes a result back */
} SceauResultLedger;

gboolean sceau_result_ledger_open  (SceauResultLedger *self, SceauSchool *school, const char *certification_code, GError **error);
void     sceau_result_ledger_clear (SceauResultLedger *self);
/* Whose results will be entered. @enrolment: (transfer full) */
void     sceau_result_ledger_take_learner (SceauResultLedger *self, SceauEnrolment *enrolment);
/* The same for everybody of a cohort, with what stands there. */
gboolean sceau_result_ledger_take_cohort (SceauResultLedger *self, gint64 cohort_id, GError **error);
const SceauEnrolment *sceau_result_ledger_get_learner (SceauResultLedger *self, gint64 enrolment_id);
/* Takes what stands into account. @results: (element-type SceauResult) */
void     sceau_result_ledger_add_standing (SceauResultLedger *self, GPtrArray *results);

/* What stands there, entries made included, or NULL: a result that is blank says no more than one that is not there. */
const SceauResult *sceau_result_ledger_find (SceauResultLedger *self, gint64 enrolment_id, const char *modality_code, int attempt);
/* What stood there before the entries were made, or NULL. */
const SceauResult *sceau_result_ledger_find_before (SceauResultLedger *self, const SceauResult *entry);
/* (transfer container) (element-type SceauResult): what stands of one enrolment. */
GPtrArray *sceau_result_ledger_list_results (SceauResultLedger *self, gint64 enrolment_id);
gboolean sceau_result_ledger_was_entered (SceauResultLedger *self, const SceauResult *entry);
/* Whether the entry says anything that does not stand there already. */
gboolean sceau_result_ledger_changes (SceauResultLedger *self, const SceauResult *entry);

/* Why an entry may not be made: (transfer full) sentences; NULL when it may. */
typedef struct
{
  char *reason;
  char *remedy;
} SceauObjection;

void     sceau_objection_clear (SceauObjection *self);

/* Between 0 and the top of the scale, on one of its steps; whatever is no value is on every scale. */
gboolean sceau_mark_is_on_scale (SceauMark mark, SceauScale scale);
/* Modality, scale, date, seal, submitted sheet, grid, and the same cell twice. */
void     sceau_result_ledger_check (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection);
/* An attempt needs the one before it, and the plan's leave: asked once everything is entered, since entries come in any order. */
void     sceau_result_ledger_check_attempt (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection);
/**
 * sceau_result_ledger_enter: makes an entry that was checked.  NULL, or no date, keeps the examiner,
 * date or comment that stands there; "" takes a text away.  Returns FALSE when it changes nothing.
 */
gboolean sceau_result_ledger_enter (SceauResultLedger *self, const SceauResult *entry);
/* Checks and enters each of @entries (element-type SceauResult); what is objected to goes to @faults, with the learner's number.
 * FALSE when there was an error. */
gboolean sceau_result_ledger_enter_all (SceauResultLedger *self, GPtrArray *entries, SceauFaults *faults);
/* Writes every entry into the open transaction; (out) (transfer full): what stood there and what stands there, as JSON lists. */
gboolean sceau_result_ledger_store (SceauResultLedger *self, char **before, char **after, SceauProgress *progress,
                                    GCancellable *cancellable, GError **error);
/* Writes every entry with one journal entry into the open transaction; nothing when none was made. */
gboolean sceau_result_ledger_write (SceauResultLedger *self, const char *subject, SceauProgress *progress,
                                    GCancellable *cancellable, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SceauResultLedger, sceau_result_ledger_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SceauObjection, sceau_objection_clear)

G_END_DECLS
