/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-plan.h"

G_BEGIN_DECLS

/**
 * The evaluation plan as JSON: see README.md of this folder for the keys.
 * Marks and weights stand there as people say them ("pass_mark": 10, "weight": 1.5,
 * or "C" on the letter scale); they are read exactly, with at most two decimals.
 */

/**
 * sceau_plan_json_read: strict.  Unknown and doubled keys, wrong types, unknown
 * identifiers and numbers out of range are each an error in @faults, whose field is the
 * path ("modalities[3].pass_mark").  Whether the plan suits a certification is another
 * question: sceau_plan_check().
 *
 * Returns: (transfer full): NULL with SCEAU_EXCHANGE_ERROR_NOT_READABLE when the text is not
 *   JSON, _FAULTY when @faults has an error.
 */
SceauPlan *sceau_plan_json_read       (const char *text, gssize length, SceauFaults *faults, GError **error);
SceauPlan *sceau_plan_json_read_file  (GFile *file, SceauFaults *faults, GCancellable *cancellable, GError **error);

/* The same plan gives the same bytes; sceau_plan_json_read() gives the same plan back. */
char      *sceau_plan_json_write      (const SceauPlan *plan);
/* Whole or not at all; an existing file is refused with G_IO_ERROR_EXISTS unless @overwrite. */
gboolean   sceau_plan_json_write_file (const SceauPlan *plan, GFile *file, gboolean overwrite, GError **error);

G_END_DECLS
