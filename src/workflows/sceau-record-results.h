/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrol-learners.h"

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

G_END_DECLS
