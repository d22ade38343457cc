/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-long-work.h"
#include "sceau-mark-sheet.h"

G_BEGIN_DECLS

/* A change of one sheet of marks on its way through the worker.  Each verb reads what it needs. */
typedef struct
{
  gint64 cohort_id;
  char *modality_code;
  int attempt;
  char *examiner;
  SceauDate date;
  gboolean incomplete;
  char *text;          /* a reason, or the group */
  SceauResult *result; /* the mark that is given */
  GPtrArray *entries;  /* second entries, or the points of a grid */
  SceauFaults *faults; /* what the verb had to say */
} SceauMarkSheetWork;

SceauMarkSheetWork *sceau_mark_sheet_work_new  (gint64 cohort_id, const char *modality_code, int attempt);
void                sceau_mark_sheet_work_free (SceauMarkSheetWork *self);

/* Verbs, for sceau_long_work_run(). */
gboolean sceau_mark_sheet_work_submit (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_mark_sheet_work_reopen (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_mark_sheet_work_second (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_mark_sheet_work_settle (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_mark_sheet_work_group (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_mark_sheet_work_adjust (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_mark_sheet_work_grid (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);

G_END_DECLS
