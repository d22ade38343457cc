/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"
#include "sceau-worker.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_RESULT_EDITS (sceau_result_edits_get_type ())
G_DECLARE_FINAL_TYPE (SceauResultEdits, sceau_result_edits, SCEAU, RESULT_EDITS, GObject)

/**
 * SceauResultEdits: the marks on their way into the school file, in the order they were
 * typed, and the way back.  Each edit is one transaction with one journal entry; undo
 * and redo are edits themselves, so that the journal tells them too.
 *
 * An edit says which marks it was made upon.  Where the file holds others by then (another
 * window, an import), it is refused: nothing that somebody else entered is lost unseen.
 */
typedef enum
{
  SCEAU_RESULT_EDIT_WRITE,
  SCEAU_RESULT_EDIT_UNDO,
  SCEAU_RESULT_EDIT_REDO
} SceauResultEditKind;

SceauResultEdits *sceau_result_edits_new       (SceauWorker *worker);
/**
 * sceau_result_edits_write: queues one edit.
 * @results: (transfer full) (element-type SceauResult): what shall stand.
 * @upon: (transfer full) (element-type SceauMark): the marks that stand there now, one for each.
 * @what: what a toast calls it: "LEFÈVRE Zoé, BC01-EC1, attempt 1", "12 marks".
 */
void              sceau_result_edits_write     (SceauResultEdits *self, GPtrArray *results, GArray *upon, const char *what);
gboolean          sceau_result_edits_can_undo  (SceauResultEdits *self);
gboolean          sceau_result_edits_can_redo  (SceauResultEdits *self);
void              sceau_result_edits_undo      (SceauResultEdits *self);
void              sceau_result_edits_redo      (SceauResultEdits *self);
/* Edits that are queued or being written. */
guint             sceau_result_edits_get_busy  (SceauResultEdits *self);
/* How many edits have changed the school so far: compared with sceau_worker_get_changes(). */
guint             sceau_result_edits_get_done  (SceauResultEdits *self);

/**
 * Signal "ended" (SceauResultEditKind kind, GPtrArray *results, const char *what, const GError *error):
 * an edit is in the file, @results being what stands now, or it failed with @error and
 * @results are those that were wanted (empty for an undo that could not start).
 * Signal "changed": what can be undone or redone, or the number of busy edits, is another.
 */

G_END_DECLS
