/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-progress.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* What happens to parchemins after they have their number, and the register on paper. Numbers are read with or without their letter. */

/**
 * sceau_record_register_act: an edition, a spoiled sheet, a hand-over, a posting or a return, for each of @numbers
 * (NULL-terminated): all or none, with every reason.  @act's number and rank are not looked at: each has its own.  Duplicates,
 * revocations and replacements have verbs of their own.
 */
gboolean sceau_record_register_act (SceauSchool *school, const char *const *numbers, const SceauRegisterAct *act, SceauFaults *faults,
                                    GError **error);
/* The register of @year (0: all) as CSV or XLSX by the name's end; an existing file is not overwritten. */
gboolean sceau_export_register     (SceauSchool *school, int year, const char *path, SceauProgress *progress, GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
