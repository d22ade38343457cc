/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-plan.h"
#include "sceau-statement.h"

G_BEGIN_DECLS

/* The modalities of a plan with their competences and criteria; the rest of it is in sceau-plan-table. */
gboolean sceau_plan_modalities_save (SceauDatabase *database, const SceauPlan *plan, GError **error);
gboolean sceau_plan_modalities_load (SceauDatabase *database, SceauPlan *plan, GError **error);

/* Adds what a row says to the plan. */
typedef void (*SceauPlanAdd) (SceauPlan *plan, SceauStatement *row);

/* Runs @sql, whose only value is the code of the certification. */
gboolean sceau_plan_load_list       (SceauDatabase *database, SceauPlan *plan, const char *sql, SceauPlanAdd add, GError **error);

G_END_DECLS
