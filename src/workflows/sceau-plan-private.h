/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-workflow-private.h"

G_BEGIN_DECLS

/* (transfer full): the plan of a file, read and checked against the fiche; NULL when it has
 * errors, which then stand in @faults with the file's name. */
SceauPlan  *sceau_plan_read_checked   (GFile *file, const SceauCertification *certification, SceauFaults *faults);
/* (transfer full): as sceau_plan_json_write() writes it. */
JsonObject *sceau_plan_to_json_object (const SceauPlan *plan);

G_END_DECLS
