/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-fault.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/**
 * sceau_found_school: makes a new school file.  An existing file is never
 * overwritten.  The identity is checked first (name, SIRET).
 *
 * Returns: (transfer full): the opened school, or %NULL with @error; the faults are in @faults.
 */
SceauSchool *sceau_found_school  (const char                *path,
                                  const SceauSchoolIdentity *identity,
                                  SceauFaults               *faults,
                                  GError                   **error);

/* Changes the identity (city, signatory…); journalled with before and after. */
gboolean     sceau_edit_identity (SceauSchool               *school,
                                  const SceauSchoolIdentity *identity,
                                  SceauFaults               *faults,
                                  GError                   **error);

/* Everything that can be checked of the file itself: structure, triggers, journal, seals, documents, numbers. */
gboolean     sceau_check_school   (SceauSchool *school, SceauFaults *faults, GError **error);
/* The chain of the journal, then what it sealed: every frozen table is as its seal says.  @entries: (out): how many. */
gboolean     sceau_verify_journal (SceauSchool *school, SceauFaults *faults, gint64 *entries, GError **error);
/* A copy that is complete at one instant; never over an existing file. */
gboolean     sceau_back_up_school (SceauSchool *school, const char *path, GError **error);
/* Brings a checked backup to @path; an existing file there is refused. */
gboolean     sceau_restore_school (const char *backup, const char *path, SceauFaults *faults, GError **error);

G_END_DECLS
