/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-plan-draft.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_PLAN_MATRIX (sceau_plan_matrix_get_type ())
G_DECLARE_FINAL_TYPE (SceauPlanMatrix, sceau_plan_matrix, SCEAU, PLAN_MATRIX, AdwBin)

/**
 * SceauPlanMatrix: which modality covers which competence: a table of boxes for each block.  Arrows move, Space ticks;
 * the whole text of the competence that the keyboard is on stands below its table.
 */
SceauPlanMatrix *sceau_plan_matrix_new (SceauPlanDraft *draft);

G_END_DECLS
