/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-fault.h"
#include "sceau-progress.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* The journal as CSV, oldest first, in constant memory; an existing file is not overwritten. */
gboolean sceau_export_journal (SceauSchool *school, const char *path, SceauProgress *progress, GCancellable *cancellable, GError **error);

/* The head of the journal as a small signed JSON: school, SIRET, count, head, time, public key, signature. To be kept outside. */
gboolean sceau_anchor_journal     (SceauSchool *school, const char *passphrase, const char *path, GError **error);
/* Whether the anchor is genuine and the journal still holds what it holds: faults say what differs. */
gboolean sceau_verify_anchor      (SceauSchool *school, const char *path, SceauFaults *faults, GError **error);

G_END_DECLS
