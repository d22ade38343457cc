/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "test-dossier.h"

G_BEGIN_DECLS

/* A right plan: two blocks of two competences, a thesis, a quota, a jury; and what a test changes of it. */
typedef struct
{
  TestDossier *dossier;
  SceauPlan *plan;
  SceauModality *a, *b, *thesis; /* of BC01, of BC02, transversal */
  SceauRequirement *requirement, *company;
  SceauQuota *quota;
  SceauJuryRule *jury;
} TestPlanCase;

void test_plan_case_fill (TestPlanCase *c);

G_END_DECLS
