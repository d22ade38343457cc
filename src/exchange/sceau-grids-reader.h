/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"

G_BEGIN_DECLS

/* The criteria grid of one learner, as a line of a file says it. */
typedef struct
{
  int line;
  char *number;    /* of the learner */
  GArray *points;  /* (element-type gint32): hundredths, in the order of the modality's criteria */
  SceauMark mark;  /* on the scales where points make none; else blank */
  char *examiner;  /* or NULL */
  SceauDate date;  /* or SCEAU_NO_DATE */
  char *comment;   /* or NULL */
} SceauGridEntry;

void sceau_grid_entry_free (SceauGridEntry *self);

/**
 * sceau_grids_reader_read: the grids of one modality as CSV: a line a learner, with "number", one column for
 * each criterion by its code, and perhaps "mark", "examiner", "date", "comment".  A line without any points says nothing.
 * @numbers: (element-type utf8): a set of the learners' numbers that may occur.
 * @faults: gets every fault at once: unknown learners and columns, points missing or outside their criterion, a learner twice.
 *
 * Returns: (transfer full) (element-type SceauGridEntry): the lines without error, also when others are faulty; NULL with
 *   SCEAU_EXCHANGE_ERROR when the file is of no use.
 */
GPtrArray *sceau_grids_reader_read (GFile *file, const SceauModality *modality, GHashTable *numbers, SceauFaults *faults,
                                    GCancellable *cancellable, GError **error);

/* The same for a cohort, ready to be filled in: a line for each of @enrolments (element-type SceauEnrolment). */
gboolean   sceau_grids_template_write (GFile *file, const SceauModality *modality, GPtrArray *enrolments, gboolean overwrite, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauGridEntry, sceau_grid_entry_free)

G_END_DECLS
