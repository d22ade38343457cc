/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-plan.h"

G_BEGIN_DECLS

typedef enum
{
  SCEAU_PLAN_CONFLICT_RELOAD, /* the school's plan takes the place of what was edited */
  SCEAU_PLAN_CONFLICT_KEEP    /* what was edited replaces the school's plan */
} SceauPlanConflictAnswer;

typedef void (*SceauPlanConflictFunc) (GtkWidget *from, SceauPlanConflictAnswer answer, const SceauPlan *current);

/**
 * sceau_plan_conflict_ask: somebody else changed the plan while it was edited: says what they changed and what keeping
 * @mine would change in theirs, and asks which one is to stay.  Not called back when the user goes on editing.
 * @base: (nullable): the plan that @mine was edited from.  @current: the plan that the school holds now.
 * @from: stays alive until the answer.
 */
void sceau_plan_conflict_ask (GtkWidget *from, const SceauPlan *base, const SceauPlan *current, const SceauPlan *mine,
                              SceauPlanConflictFunc answered);

G_END_DECLS
