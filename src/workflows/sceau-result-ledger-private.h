/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

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
  SceauPlan *plan;
  GHashTable *learners; /* (element-type gint64 utf8): enrolment → number of the learner, for the journal */
  GHashTable *standing; /* (element-type utf8 SceauResult): by enrolment, modality and attempt; entries made included */
  GHashTable *entered;  /* (element-type utf8): keys of the entries made */
  GPtrArray *before;    /* (element-type SceauResult): what stood where entries were made; blank where nothing did */
  GPtrArray *after;     /* (element-type SceauResult): the entries made; a blank one takes a result back */
} SceauResultLedger;

gboolean sceau_result_ledger_open  (SceauResultLedger *self, SceauSchool *school, const char *certification_code, GError **error);
void     sceau_result_ledger_clear (SceauResultLedger *self);
/* Whose results will be entered. */
void     sceau_result_ledger_add_learner (SceauResultLedger *self, gint64 enrolment_id, const char *number);
/* Takes what stands into account. @results: (element-type SceauResult) */
void     sceau_result_ledger_add_standing (SceauResultLedger *self, GPtrArray *results);

/* Why an entry may not be made: (transfer full) sentences; NULL when it may. */
typedef struct
{
  char *reason;
  char *remedy;
} SceauObjection;

void     sceau_objection_clear (SceauObjection *self);

/* Modality, scale, date, seal, and the same cell twice. */
void     sceau_result_ledger_check (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection);
/* An attempt needs the one before it: asked once everything is entered, since entries come in any order. */
void     sceau_result_ledger_check_attempt (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection);
/**
 * sceau_result_ledger_enter: makes an entry that was checked.  NULL, or no date, keeps the examiner,
 * date or comment that stands there; "" takes a text away.  Returns FALSE when it changes nothing.
 */
gboolean sceau_result_ledger_enter (SceauResultLedger *self, const SceauResult *entry);
/* Writes every entry with one journal entry into the open transaction; nothing when none was made. */
gboolean sceau_result_ledger_write (SceauResultLedger *self, const char *subject, SceauProgress *progress,
                                    GCancellable *cancellable, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SceauResultLedger, sceau_result_ledger_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SceauObjection, sceau_objection_clear)

G_END_DECLS
