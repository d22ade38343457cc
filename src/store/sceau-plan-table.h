/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-plan.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/**
 * sceau_plan_table_save: stores a plan, or brings the stored one to what @plan says.
 * A modality with results, sheets or second entries, and a criterion with points, can change their
 * titles or weights but can not disappear: SCEAU_STORE_ERROR_CONSTRAINT.
 */
gboolean   sceau_plan_table_save   (SceauSchool *school, const SceauPlan *plan, GError **error);
gboolean   sceau_plan_table_exists (SceauSchool *school, const char *certification_code);
SceauPlan *sceau_plan_table_find   (SceauSchool *school, const char *certification_code, GError **error);

G_END_DECLS
