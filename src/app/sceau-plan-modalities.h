/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-plan-draft.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_PLAN_MODALITIES (sceau_plan_modalities_get_type ())
G_DECLARE_FINAL_TYPE (SceauPlanModalities, sceau_plan_modalities, SCEAU, PLAN_MODALITIES, AdwBin)

/**
 * SceauPlanModalities: the modalities of a draft, block by block.  On a row Enter edits, Ctrl+D duplicates, Alt+Up
 * and Alt+Down move, Delete removes; a menu at its end says the same.
 */
SceauPlanModalities *sceau_plan_modalities_new (SceauPlanDraft *draft);

G_END_DECLS
