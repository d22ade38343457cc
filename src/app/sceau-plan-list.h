/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-plan-draft.h"

G_BEGIN_DECLS

typedef enum
{
  SCEAU_PLAN_LIST_REQUIREMENTS,
  SCEAU_PLAN_LIST_QUOTAS,
  SCEAU_PLAN_LIST_JURIES /* one for each access route */
} SceauPlanListKind;

#define SCEAU_TYPE_PLAN_LIST (sceau_plan_list_get_type ())
G_DECLARE_FINAL_TYPE (SceauPlanList, sceau_plan_list, SCEAU, PLAN_LIST, AdwBin)

/* SceauPlanList: one of the short lists of a draft: added to with +, edited with Enter, taken out with the bin. */
SceauPlanList *sceau_plan_list_new (SceauPlanDraft *draft, SceauPlanListKind kind);

G_END_DECLS
