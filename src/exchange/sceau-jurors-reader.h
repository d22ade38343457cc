/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-juror.h"

G_BEGIN_DECLS

/* One row of a directory of jurors. */
typedef struct
{
  int line; /* of the source file, for the faults of the caller */
  SceauJuror *juror;
} SceauJurorEntry;

void sceau_juror_entry_free (SceauJurorEntry *self);

/**
 * sceau_jurors_reader_read: a directory of jurors as CSV.  Columns are known by their English names (those of
 * the template) or by the French words that schools use, in any order, without regard to case and accents.
 * @faults: gets every faulty line at once: unknown columns (warning), a mandatory column or cell that is missing,
 *   a side that is neither internal nor external, a sex, a date or a contact that is none, somebody named twice.
 *
 * Returns: (transfer full) (element-type SceauJurorEntry): the rows without error, also when others are faulty:
 *   whether they may go in alone is the caller's decision.  NULL with SCEAU_EXCHANGE_ERROR when the file as a
 *   whole is of no use.
 */
GPtrArray *sceau_jurors_reader_read       (GFile *file, SceauFaults *faults, GCancellable *cancellable, GError **error);
GPtrArray *sceau_jurors_reader_read_bytes (GBytes *bytes, SceauFaults *faults, GError **error);

/* An empty directory: the header with every column. */
gboolean   sceau_jurors_template_write    (GFile *file, gboolean overwrite, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauJurorEntry, sceau_juror_entry_free)

G_END_DECLS
