/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Two plans held against each other, and what is found in one. */

#include "test-plan-case.h"

typedef TestPlanCase Case;

static void
share (Case *c)
{
  test_dossier_add_rule (c->dossier, "BC01", SCEAU_BLOCK_RULE_COMPETENCE_SHARE, 8000);
}

static void
test_find (void)
{
  Case c = { NULL };
  g_autoptr (GPtrArray) transversal = NULL;

  test_plan_case_fill (&c);
  g_assert_true (sceau_plan_find_modality (c.plan, "B") == c.b);
  g_assert_null (sceau_plan_find_modality (c.plan, "X"));
  g_assert_cmpint (sceau_plan_find_block_rule (c.plan, "BC01")->kind, ==, SCEAU_BLOCK_RULE_ALL_PASSED);
  share (&c);
  g_assert_cmpint (sceau_plan_find_block_rule (c.plan, "BC01")->threshold, ==, 8000);
  g_assert_true (sceau_plan_find_jury_rule (c.plan, SCEAU_ROUTE_INITIAL) == c.jury);
  g_assert_null (sceau_plan_find_jury_rule (c.plan, SCEAU_ROUTE_VAE));
  transversal = sceau_plan_list_modalities (c.plan, NULL);
  g_assert_cmpuint (transversal->len, ==, 1);
  g_assert_true (g_ptr_array_index (transversal, 0) == c.thesis);
  test_dossier_free (c.dossier);
}

static void
rename_a (Case *c)
{
  g_free (c->a->title);
  c->a->title = g_strdup ("Another title");
  c->a->weight = 300;
}

static void
drop_b (Case *c)
{
  g_ptr_array_remove (c->plan->modalities, c->b);
}

static void
add_new (Case *c)
{
  SceauModality *modality = sceau_modality_new ();

  modality->code = g_strdup ("N");
  g_ptr_array_add (c->plan->modalities, modality);
}

static void
widen_quota (Case *c)
{
  c->quota->max_percent = 50;
}

static void
lose_a_juror (Case *c)
{
  c->jury->members = 4;
}

static void
swap_order (Case *c)
{
  gpointer first = g_ptr_array_index (c->plan->modalities, 0);

  c->plan->modalities->pdata[0] = c->plan->modalities->pdata[1];
  c->plan->modalities->pdata[1] = first;
}

static void
change_retakes (Case *c)
{
  c->plan->retakes = SCEAU_RETAKE_LAST;
}

static void
change_appeal (Case *c)
{
  c->plan->appeal_days = 12;
}

static void
change_nothing (Case *c)
{
}

static void
test_differences (void)
{
  const struct
  {
    void (*change) (Case *c);
    const char *line; /* NULL: none */
  } changes[] = {
    { change_nothing, NULL },
    { rename_a, "Modality A – changed: title, weight" },
    { drop_b, "Modality B – removed" },
    { add_new, "Modality N – new" },
    { share, "Rule of the block BC01 – new" },
    { widen_quota, "Quota a – changed" },
    { lose_a_juror, "Jury, Initial training – changed" },
    { swap_order, "The order – changed" },
    { change_retakes, "Which attempt counts – changed" },
    { change_appeal, "Days to appeal – changed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      Case c = { NULL };
      g_autoptr (SceauPlan) before = NULL;
      g_autoptr (GPtrArray) lines = NULL;

      test_plan_case_fill (&c);
      before = sceau_plan_copy (c.plan);
      changes[i].change (&c);
      lines = sceau_plan_list_differences (before, c.plan);
      g_assert_cmpuint (lines->len, ==, changes[i].line != NULL ? 1 : 0);
      if (changes[i].line != NULL)
        g_assert_cmpstr (g_ptr_array_index (lines, 0), ==, changes[i].line);
      test_dossier_free (c.dossier);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/plan-differences/find", test_find);
  g_test_add_func ("/core/plan-differences/what-two-people-made-of-it-is-said", test_differences);
  return g_test_run ();
}
