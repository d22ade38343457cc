/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Means and quotas for numbers drawn by lot, against exact arithmetic. SCEAU_TEST_SEED draws others; -m thorough
 * draws many more. */

#include "sceau-quota.h"
#include "test-random-dossier.h"
#include "test-reference-rules.h"

#define FEW 20000
#define MANY 2000000

static GRand *
new_rand (int *n)
{
  const char *text = g_getenv ("SCEAU_TEST_SEED");
  guint32 seed = text != NULL ? (guint32) g_ascii_strtoull (text, NULL, 10) : 41445;

  *n = g_test_thorough () ? MANY : FEW;
  g_test_message ("SCEAU_TEST_SEED=%u, %d cases", seed, *n);
  return g_rand_new_with_seed (seed);
}

/* Weights up to the largest that an int holds, some that do not count. */
static int
draw_weight (GRand *rand)
{
  const int weights[] = { 0, -1, 1, 100, 10000, 100000, G_MAXINT, g_rand_int_range (rand, 1, 10001) };

  return weights[g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (weights))];
}

static void
test_mean (void)
{
  int n_cases;
  g_autoptr (GRand) rand = new_rand (&n_cases);

  for (int i = 0; i < n_cases; i++)
    {
      gint32 marks[40];
      int weights[40];
      guint n = (guint) g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (marks) + 1);
      gboolean weighted = FALSE;
      gint32 mean = -1;

      for (guint j = 0; j < n; j++)
        {
          marks[j] = g_rand_int_range (rand, 0, 2001);
          weights[j] = draw_weight (rand);
          weighted = weighted || weights[j] > 0;
        }
      g_assert_true (sceau_weighted_mean (marks, weights, n, &mean) == weighted);
      if (weighted && !test_reference_is_mean (marks, weights, n, mean))
        g_error ("%d is not the mean of case %d", mean, i);
      g_assert_true (weighted || mean == -1);
    }
}

/* Two to six modalities whose mean is the threshold and nothing else: each mark above it has its twin below. */
static TestDossier *
make_exact_case (GRand *rand, gint32 threshold)
{
  TestDossier *self = test_dossier_new ();
  int n_pairs = g_rand_int_range (rand, 1, 4);

  test_dossier_add_block (self, "BC01", 0);
  test_dossier_add_rule (self, "BC01", SCEAU_BLOCK_RULE_WEIGHTED_MEAN, threshold);
  for (int pair = 0; pair < n_pairs; pair++)
    {
      gint32 apart = g_rand_int_range (rand, 0, MIN (threshold, 2000 - threshold) + 1);
      int weight = g_rand_int_range (rand, 1, 10001);

      for (int side = -1; side <= 1; side += 2)
        {
          SceauModality *modality = sceau_modality_new ();

          modality->code = g_strdup_printf ("M%d%c", pair, side < 0 ? 'a' : 'b');
          modality->block_code = g_strdup ("BC01");
          modality->weight = weight;
          g_ptr_array_add (self->plan->modalities, modality);
          g_ptr_array_add (self->dossier.results, sceau_result_new (1, modality->code, 1,
                                                                    (SceauMark) { SCEAU_MARK_VALUE, threshold + side * apart }));
        }
    }
  return self;
}

static void
test_threshold (void)
{
  int n_cases;
  g_autoptr (GRand) rand = new_rand (&n_cases);

  for (int i = 0; i < n_cases; i++)
    {
      gint32 threshold = g_rand_int_range (rand, 1, 2001);
      g_autoptr (TestDossier) self = make_exact_case (rand, threshold);
      g_autoptr (SceauBlockVerdict) at = sceau_block_evaluate (&self->dossier, "BC01");
      g_autoptr (SceauBlockVerdict) below = NULL;
      g_autofree char *limit = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, threshold }, SCEAU_SCALE_TWENTY);
      g_autofree char *as_reached = g_strdup_printf ("moyenne de %s sur", limit);
      guint lowered = (guint) g_rand_int_range (rand, 0, (gint32) self->dossier.results->len);
      SceauResult *result = g_ptr_array_index (self->dossier.results, lowered);

      g_assert_cmpint (at->state, ==, SCEAU_BLOCK_ACQUIRED);
      g_assert_cmpint (at->mean, ==, threshold);
      if (result->mark.value == 0)
        continue;
      result->mark.value--;
      below = sceau_block_evaluate (&self->dossier, "BC01");
      g_assert_cmpint (below->state, ==, SCEAU_BLOCK_NOT_ACQUIRED);
      if (strstr (below->reason, as_reached) != NULL)
        g_error ("the mean under the threshold reads as the threshold: %s", below->reason);
    }
}

/* One mark of weight 1 beside six million: the mean is a fraction of a hundredth of a hundredth away. */
static void
test_hair (void)
{
  gint32 marks[61] = { 999 };
  int weights[61] = { 1 };
  g_autoptr (TestDossier) self = test_dossier_new ();
  g_autoptr (SceauBlockVerdict) verdict = NULL;
  gint32 mean;

  test_dossier_add_block (self, "BC01", 0);
  test_dossier_add_rule (self, "BC01", SCEAU_BLOCK_RULE_WEIGHTED_MEAN, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      SceauModality *modality = sceau_modality_new ();

      marks[i] = i == 0 ? 999 : 1000;
      weights[i] = i == 0 ? 1 : 100000;
      modality->code = g_strdup_printf ("M%u", i);
      modality->block_code = g_strdup ("BC01");
      modality->weight = weights[i];
      g_ptr_array_add (self->plan->modalities, modality);
      g_ptr_array_add (self->dossier.results, sceau_result_new (1, modality->code, 1, (SceauMark) { SCEAU_MARK_VALUE, marks[i] }));
    }
  g_assert_true (sceau_weighted_mean (marks, weights, G_N_ELEMENTS (marks), &mean));
  g_assert_cmpint (mean, ==, 1000);
  g_assert_false (test_reference_reaches (marks, weights, G_N_ELEMENTS (marks), 1000));
  verdict = sceau_block_evaluate (&self->dossier, "BC01");
  g_assert_cmpint (verdict->state, ==, SCEAU_BLOCK_NOT_ACQUIRED);
}

static void
draw_admissions (GRand *rand, SceauAdmission *admissions, guint n)
{
  for (guint i = 0; i < n; i++)
    admissions[i] = (SceauAdmission) (g_rand_int_range (rand, 0, 2) * g_rand_int_range (rand, 0, 3));
}

static void
check_one_quota (const SceauQuota *quota, SceauAdmission *admissions, guint n, GRand *rand)
{
  SceauQuotaState state = sceau_quota_evaluate (quota, admissions, n);
  SceauQuotaState moved, joined;
  guint i = (guint) g_rand_int_range (rand, 0, (gint32) n);
  SceauAdmission first = admissions[0];

  /* The integer floor, by multiplication only. */
  g_assert_cmpint (state.places * 100, <=, (int) n * quota->max_percent);
  g_assert_cmpint ((state.places + 1) * 100, >, (int) n * quota->max_percent);
  g_assert_cmpint (state.used, <=, (int) n);

  admissions[0] = admissions[i];
  admissions[i] = first;
  moved = sceau_quota_evaluate (quota, admissions, n);
  g_assert_cmpint (moved.places, ==, state.places);
  g_assert_cmpint (moved.used, ==, state.used);

  admissions[n] = SCEAU_ADMISSION_NORMAL;
  joined = sceau_quota_evaluate (quota, admissions, n + 1);
  g_assert_cmpint (joined.places, >=, state.places);
  g_assert_cmpint (joined.used, ==, state.used);
}

static void
add_quota (SceauPlan *plan, const char *code, guint admissions, int max_percent)
{
  SceauQuota *quota = sceau_quota_new ();

  quota->code = g_strdup (code);
  quota->admissions = admissions;
  quota->max_percent = max_percent;
  g_ptr_array_add (plan->quotas, quota);
}

/* The quotas of RNCP41445 with any percentages: a + b counts each learner once. */
static void
test_quotas (void)
{
  int n_cases;
  g_autoptr (GRand) rand = new_rand (&n_cases);

  for (int i = 0; i < n_cases; i++)
    {
      SceauAdmission admissions[201];
      guint n = (guint) g_rand_int_range (rand, 1, 201);
      g_autoptr (SceauPlan) plan = sceau_plan_new ("RNCP99999");
      g_autoptr (SceauFaults) faults = sceau_faults_new ();
      SceauQuotaState states[3];
      guint n_exceeded = 0;

      add_quota (plan, "a", 1u << SCEAU_ADMISSION_DEROGATION_A, g_rand_int_range (rand, 0, 101));
      add_quota (plan, "b", 1u << SCEAU_ADMISSION_DEROGATION_B, g_rand_int_range (rand, 0, 101));
      add_quota (plan, "a+b", 1u << SCEAU_ADMISSION_DEROGATION_A | 1u << SCEAU_ADMISSION_DEROGATION_B, g_rand_int_range (rand, 0, 101));
      draw_admissions (rand, admissions, n);
      for (guint j = 0; j < G_N_ELEMENTS (states); j++)
        {
          check_one_quota (g_ptr_array_index (plan->quotas, j), admissions, n, rand);
          states[j] = sceau_quota_evaluate (g_ptr_array_index (plan->quotas, j), admissions, n);
          n_exceeded += states[j].used > states[j].places;
        }
      g_assert_cmpint (states[2].used, ==, states[0].used + states[1].used);
      g_assert_true (sceau_quotas_check (plan, admissions, n, faults) == (n_exceeded == 0));
      g_assert_cmpuint (sceau_faults_count_errors (faults), ==, n_exceeded);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/exact-numbers/a-mean-is-exact-and-rounded-half-up", test_mean);
  g_test_add_func ("/core/exact-numbers/the-threshold-passes-and-a-hundredth-below-fails", test_threshold);
  g_test_add_func ("/core/exact-numbers/a-hair-below-the-threshold-fails", test_hair);
  g_test_add_func ("/core/exact-numbers/quotas-have-floors-and-no-order", test_quotas);
  return g_test_run ();
}
