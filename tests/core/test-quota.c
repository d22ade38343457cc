/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Quotas of derogations: a ≤ 40 %, b ≤ 30 %, a + b ≤ 40 % as RNCP41445 has them; integer floors. */

#include "sceau-quota.h"
#include "test-rows.h"

#define A (1u << SCEAU_ADMISSION_DEROGATION_A)
#define B (1u << SCEAU_ADMISSION_DEROGATION_B)

typedef struct
{
  const char *sentence;
  guint admissions;
  int percent;
  int normal, a, b; /* learners on each basis */
  int places;
  int used;
} Row;

static const Row rows[] = {
  { "nobody leaves no place and takes none", A, 40, 0, 0, 0, 0, 0 },
  { "one learner leaves no place", A, 40, 0, 1, 0, 0, 1 },
  { "two learners leave no place at 40 per cent", A, 40, 1, 1, 0, 0, 1 },
  { "three learners leave one place at 40 per cent", A, 40, 2, 1, 0, 1, 1 },
  { "three learners leave no place at 30 per cent", B, 30, 2, 0, 1, 0, 1 },
  { "seven learners leave two places and not 2.8", A, 40, 4, 2, 1, 2, 2 },
  { "seven learners leave two places at 30 per cent", B, 30, 5, 0, 2, 2, 2 },
  { "ten learners leave four places", A, 40, 6, 4, 0, 4, 4 },
  { "twenty-nine learners leave eleven places and not 11.6", A, 40, 18, 11, 0, 11, 11 },
  { "derogation b is not counted by a", A, 40, 5, 2, 3, 4, 2 },
  { "the sum counts both", A | B, 40, 5, 2, 3, 4, 5 },
  { "normal admissions are not counted", A | B, 40, 10, 0, 0, 4, 0 },
  { "a quota of zero leaves no place", A, 0, 9, 1, 0, 0, 1 },
  { "a quota of one hundred leaves every place", A, 100, 0, 3, 0, 3, 3 },
};

static SceauAdmission *
make_admissions (int normal, int a, int b)
{
  SceauAdmission *admissions = g_new0 (SceauAdmission, normal + a + b + 1);

  for (int i = 0; i < a; i++)
    admissions[normal + i] = SCEAU_ADMISSION_DEROGATION_A;
  for (int i = 0; i < b; i++)
    admissions[normal + a + i] = SCEAU_ADMISSION_DEROGATION_B;
  return admissions;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  const SceauQuota quota = { (char *) "q", NULL, row->admissions, row->percent };
  g_autofree SceauAdmission *admissions = make_admissions (row->normal, row->a, row->b);
  SceauQuotaState state = sceau_quota_evaluate (&quota, admissions, (guint) (row->normal + row->a + row->b));

  g_assert_true (state.quota == &quota);
  g_assert_cmpint (state.places, ==, row->places);
  g_assert_cmpint (state.used, ==, row->used);
}

typedef struct
{
  const char *sentence;
  int normal, a, b;
  const char *exceeded; /* codes of the quotas that are exceeded */
} CheckRow;

static const CheckRow check_rows[] = {
  { "an empty cohort exceeds nothing", 0, 0, 0, "" },
  { "one derogation alone exceeds its quota and the sum", 0, 1, 0, "a a+b" },
  { "derogations within every quota are accepted", 6, 2, 2, "" },
  { "a and b within their quotas can exceed the sum", 5, 3, 2, "a+b" },
  { "too many b exceed b alone", 6, 0, 4, "b" },
  { "too many a exceed a and the sum", 5, 5, 0, "a a+b" },
  { "twelve of thirty is the limit", 18, 6, 6, "" },
  { "thirteen of thirty is one too many", 17, 7, 6, "a+b" },
};

static void
add_quota (SceauPlan *plan, const char *code, guint admissions, int percent)
{
  SceauQuota *quota = sceau_quota_new ();

  quota->code = g_strdup (code);
  quota->admissions = admissions;
  quota->max_percent = percent;
  g_ptr_array_add (plan->quotas, quota);
}

static void
test_check (gconstpointer data)
{
  const CheckRow *row = data;
  g_autoptr (SceauPlan) plan = sceau_plan_new ("RNCP41445");
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autofree SceauAdmission *admissions = make_admissions (row->normal, row->a, row->b);
  g_autoptr (GString) exceeded = g_string_new (NULL);

  add_quota (plan, "a", A, 40);
  add_quota (plan, "b", B, 30);
  add_quota (plan, "a+b", A | B, 40);
  g_assert_cmpint (sceau_quotas_check (plan, admissions, (guint) (row->normal + row->a + row->b), faults), ==,
                   *row->exceeded == '\0');
  for (guint i = 0; i < sceau_faults_length (faults); i++)
    g_string_append_printf (exceeded, "%s%s", i > 0 ? " " : "", sceau_faults_get (faults, i)->place + strlen ("quota "));
  g_assert_cmpstr (exceeded->str, ==, row->exceeded);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("quota", rows, test_row);
  TEST_ROWS_ADD ("quota/check", check_rows, test_check);
  return g_test_run ();
}
