/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"

G_BEGIN_DECLS

/* One row of a roster: the person and the parcours. */
typedef struct
{
  int line;                   /* of the source file, for the faults of the caller */
  SceauLearner *learner;
  SceauEnrolment *enrolment;  /* learner_number is set; entry is SCEAU_NO_DATE when the roster is silent:
                               * the caller knows when the cohort starts */
  GPtrArray *acquired_blocks; /* (element-type SceauAcquiredBlock): blocks brought along, with their proof */
  char *exception;            /* why a derogation beyond its quota is accepted, or NULL */
} SceauRosterEntry;

void sceau_roster_entry_free (SceauRosterEntry *self);

/**
 * sceau_roster_reader_read: a roster of learners as CSV.  Columns are known by their
 * English names (those of the template) or by the French words that schools use, in
 * any order, without regard to case and accents.
 * @faults: gets every faulty line at once: unknown columns (warning), a mandatory column
 *   that is missing, a doubled number, an empty name, an impossible date, a route that does not
 *   exist, and what a spreadsheet did to codes and dates.
 *
 * Returns: (transfer full) (element-type SceauRosterEntry): the rows without error, also when
 *   others are faulty: whether they may go in alone is the caller's decision.  NULL with
 *   SCEAU_EXCHANGE_ERROR when the file as a whole is of no use.
 */
GPtrArray *sceau_roster_reader_read       (GFile *file, SceauFaults *faults, GCancellable *cancellable, GError **error);
GPtrArray *sceau_roster_reader_read_bytes (GBytes *bytes, SceauFaults *faults, GError **error);

/* An empty roster: the header with every column, and nothing else that would have to be deleted. */
gboolean   sceau_roster_template_write    (GFile *file, gboolean overwrite, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauRosterEntry, sceau_roster_entry_free)

G_END_DECLS
