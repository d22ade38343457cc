/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "test-plan-case.h"

static void
add_transversal (TestPlanCase *c)
{
  c->requirement = sceau_requirement_new ();
  c->requirement->code = g_strdup ("THESE");
  c->requirement->kind = SCEAU_REQUIREMENT_MODALITY;
  c->requirement->modality_code = g_strdup ("T");
  g_ptr_array_add (c->plan->requirements, c->requirement);
  c->company = sceau_requirement_new ();
  c->company->code = g_strdup ("ENTREPRISE");
  c->company->kind = SCEAU_REQUIREMENT_COMPANY_PERIOD;
  c->company->min_months = 4;
  c->company->max_months = 6;
  g_ptr_array_add (c->plan->requirements, c->company);
  c->quota = sceau_quota_new ();
  c->quota->code = g_strdup ("a");
  c->quota->admissions = 1u << SCEAU_ADMISSION_DEROGATION_A;
  c->quota->max_percent = 40;
  g_ptr_array_add (c->plan->quotas, c->quota);
  c->jury = sceau_jury_rule_new (SCEAU_ROUTE_INITIAL);
  c->jury->members = 5;
  c->jury->internal = 2;
  c->jury->external = 3;
  g_ptr_array_add (c->plan->jury_rules, c->jury);
}

void
test_plan_case_fill (TestPlanCase *c)
{
  c->dossier = test_dossier_new ();
  c->plan = c->dossier->plan;
  test_dossier_add_block (c->dossier, "BC01", 2);
  test_dossier_add_block (c->dossier, "BC02", 2);
  test_dossier_add_modalities (c->dossier, "BC01", "A:1:10:7:1+2");
  test_dossier_add_modalities (c->dossier, "BC02", "B:1:10::1+2");
  test_dossier_add_modalities (c->dossier, NULL, "T");
  c->a = g_ptr_array_index (c->plan->modalities, 0);
  c->b = g_ptr_array_index (c->plan->modalities, 1);
  c->thesis = g_ptr_array_index (c->plan->modalities, 2);
  add_transversal (c);
}
