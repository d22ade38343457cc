/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-workflow-private.h"

G_BEGIN_DECLS

/**
 * sceau_compare_journal: adds a fault for every record that is not what the journal last said of it, is gone,
 * or is unknown to it.  Ask it only of a journal that was verified.  FALSE on errors of the file only.
 */
gboolean sceau_compare_journal (SceauSchool *school, SceauFaults *faults, GError **error);

G_END_DECLS
