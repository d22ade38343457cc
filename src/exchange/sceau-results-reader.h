/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"

G_BEGIN_DECLS

/* One mark of a results file. */
typedef struct
{
  int line;
  int column;
  char *number;        /* of the learner */
  char *modality_code; /* as the plan spells it */
  SceauMark mark;      /* never blank: an empty cell says nothing */
  char *examiner;      /* or NULL */
  SceauDate date;      /* or SCEAU_NO_DATE */
  char *comment;       /* or NULL */
  int attempt;         /* 0: the file does not say */
} SceauResultEntry;

void sceau_result_entry_free (SceauResultEntry *self);

/**
 * sceau_results_reader_read: results as CSV, in one of two shapes told by the header:
 * long (number; modality; mark; and perhaps attempt; examiner; date; comment) or wide, as the
 * template makes it (number; perhaps the name for reading; one column for each modality).
 * @numbers: (element-type utf8): a set of the learners' numbers that may occur.
 * @faults: gets every fault at once: an unknown learner or modality, a mark above the scale,
 *   an unknown code, the same learner and modality twice.
 *
 * Returns: (transfer full) (element-type SceauResultEntry): the marks without error, also
 *   when others are faulty; NULL with SCEAU_EXCHANGE_ERROR when the file is of no use.
 */
GPtrArray *sceau_results_reader_read       (GFile *file,
                                            const SceauPlan *plan,
                                            GHashTable *numbers,
                                            SceauFaults *faults,
                                            GCancellable *cancellable,
                                            GError **error);
GPtrArray *sceau_results_reader_read_bytes (GBytes *bytes,
                                            const SceauPlan *plan,
                                            GHashTable *numbers,
                                            SceauFaults *faults,
                                            GError **error);

/**
 * sceau_results_template_write: the wide form for a cohort, ready to be filled in.
 * @enrolments: (element-type SceauEnrolment): one row each, by learner_number and learner_name.
 * @results: (nullable) (element-type SceauResult): marks of one attempt to show, by enrolment id.
 */
gboolean   sceau_results_template_write    (GFile *file,
                                            const SceauPlan *plan,
                                            GPtrArray *enrolments,
                                            GPtrArray *results,
                                            gboolean overwrite,
                                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauResultEntry, sceau_result_entry_free)

G_END_DECLS
