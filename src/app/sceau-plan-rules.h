/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-plan-draft.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_PLAN_RULES (sceau_plan_rules_get_type ())
G_DECLARE_FINAL_TYPE (SceauPlanRules, sceau_plan_rules, SCEAU, PLAN_RULES, AdwBin)

/* SceauPlanRules: how the blocks of a draft are validated, which attempt counts, until when one may appeal. */
SceauPlanRules *sceau_plan_rules_new (SceauPlanDraft *draft);

G_END_DECLS
