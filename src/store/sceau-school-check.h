/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-fault.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/**
 * sceau_school_check: everything that can be verified about a school file: the
 * engine's own checks, references, the schema (nothing added, dropped or altered),
 * the journal's chain, the seal of each sealed session, the kept bytes of each
 * parchemin and of the minutes, the numbers without gaps.  Adds a fault for each finding.
 *
 * Returns: FALSE with @error only when the check itself could not be done.
 */
gboolean sceau_school_check (SceauSchool *school, SceauFaults *faults, GError **error);

/* What is frozen, and nothing else of it: the seal of each sealed session, the kept bytes of documents, what must
 * agree with them.  For a journal that was verified already. */
gboolean sceau_school_check_frozen (SceauSchool *school, SceauFaults *faults, GError **error);

/* What lists sort by and searches look into, against what it is made of: it says nothing while those columns are not known to be right. */
gboolean sceau_school_check_derived (SceauSchool *school, SceauFaults *faults, GError **error);

G_END_DECLS
