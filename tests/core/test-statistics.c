/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The rates of the fiche (FORMATS §3.2): denominator, rounding, what is due. */

#include "sceau-statistics.h"
#include "test-rows.h"

typedef struct
{
  const char *sentence;
  int numerator;
  int denominator;
  const char *text;
} RateRow;

static const RateRow rate_rows[] = {
  { "nobody in the denominator is n.c. and not 0", 0, 0, "n.c." },
  { "nobody employed is 0", 0, 5, "0 %" },
  { "everybody employed is 100", 5, 5, "100 %" },
  { "a half rounds up", 1, 8, "13 %" },
  { "half a per cent rounds up", 1, 200, "1 %" },
  { "less than half a per cent rounds down", 1, 201, "0 %" },
  { "a third rounds down", 1, 3, "33 %" },
  { "two thirds round up", 2, 3, "67 %" },
  { "99.5 rounds to 100", 199, 200, "100 %" },
  { "99.49 does not round to 100", 198, 199, "99 %" },
  { "great numbers do not overflow", 2000000000, 2000000000, "100 %" },
};

static void
test_rate (gconstpointer data)
{
  const RateRow *row = data;
  g_autofree char *text = sceau_rate_to_text (sceau_rate_new (row->numerator, row->denominator));

  test_assert_says (text, row->text);
  g_assert_null (strchr (text, ' ')); /* the space is a no-break one */
}

typedef struct
{
  const char *sentence;
  const char *today;
  int respondents[2], neutralised[2], employed[2], target[2];
  const char *global_6m, *target_6m, *target_24m;
} YearRow;

/* The last person of the year was certified on 2024-08-31. */
static const YearRow year_rows[] = {
  { "the denominator is the respondents minus the neutralised", "2026-11-22", { 12, 0 }, { 2, 0 }, { 9, 0 }, { 8, 0 }, "90 %",
    "80 %", "n.c." },
  { "everybody neutralised is n.c.", "2026-11-22", { 4, 4 }, { 4, 4 }, { 0, 0 }, { 0, 0 }, "n.c.", "n.c.", "n.c." },
  { "nobody answered is n.c.", "2026-11-22", { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 }, "n.c.", "n.c.", "n.c." },
  { "six months after 31 August is 28 February and due", "2025-02-28", { 2, 2 }, { 0, 0 }, { 1, 1 }, { 1, 1 }, "50 %", "50 %",
    "-" },
  { "the day before nothing is due though somebody answered", "2025-02-27", { 2, 2 }, { 0, 0 }, { 1, 1 }, { 1, 1 }, "-", "-",
    "-" },
  { "two years are due on the day", "2026-08-31", { 2, 4 }, { 0, 0 }, { 1, 3 }, { 1, 3 }, "50 %", "50 %", "75 %" },
  { "two years are not due the day before", "2026-08-30", { 2, 4 }, { 0, 0 }, { 1, 3 }, { 1, 3 }, "50 %", "50 %", "-" },
  { "the target job cannot exceed employment", "2026-11-22", { 10, 0 }, { 0, 0 }, { 5, 0 }, { 7, 0 }, "50 %", "50 %", "n.c." },
  { "the target rate at two years may exceed the global one at six months", "2026-11-22", { 10, 10 }, { 0, 0 }, { 6, 9 },
    { 5, 8 }, "60 %", "50 %", "80 %" },
  { "more neutralised than respondents is n.c. and no negative rate", "2026-11-22", { 1, 0 }, { 3, 0 }, { 1, 0 }, { 1, 0 },
    "n.c.", "n.c.", "n.c." },
  { "more employed than counted is held at 100", "2026-11-22", { 3, 0 }, { 1, 0 }, { 3, 0 }, { 3, 0 }, "100 %", "100 %", "n.c." },
};

static void
test_year (gconstpointer data)
{
  const YearRow *row = data;
  SceauStatisticsCounts counts = { .year = 2024, .certified = 20, .certified_vae = 3 };
  SceauStatisticsYear year;
  SceauDate today;
  g_autofree char *global_6m = NULL;
  g_autofree char *target_6m = NULL;
  g_autofree char *target_24m = NULL;

  counts.last_certified = sceau_date_new (2024, 8, 31);
  for (int i = 0; i < 2; i++)
    {
      counts.respondents[i] = row->respondents[i];
      counts.neutralised[i] = row->neutralised[i];
      counts.employed[i] = row->employed[i];
      counts.target[i] = row->target[i];
    }
  g_assert_true (sceau_date_parse_iso (row->today, &today));
  sceau_statistics_compute (&counts, today, &year);
  global_6m = sceau_rate_to_text (year.global_6m);
  target_6m = sceau_rate_to_text (year.target_6m);
  target_24m = sceau_rate_to_text (year.target_24m);
  test_assert_says (global_6m, row->global_6m);
  test_assert_says (target_6m, row->target_6m);
  test_assert_says (target_24m, row->target_24m);
  g_assert_cmpint (year.certified, ==, 20);
  g_assert_cmpint (year.certified_vae, ==, 3);
  g_assert_cmpint (year.respondents_6m, ==, row->respondents[0]);
  g_assert_cmpint (year.neutralised_24m, ==, row->neutralised[1]);
}

static void
test_situations (void)
{
  int n_neutralised = 0;
  int n_employed = 0;

  for (int i = 0; i < SCEAU_N_SITUATIONS; i++)
    {
      SceauSituation again;

      n_neutralised += sceau_situation_is_neutralised (i) ? 1 : 0;
      n_employed += sceau_situation_is_employment (i) ? 1 : 0;
      g_assert_false (sceau_situation_is_neutralised (i) && sceau_situation_is_employment (i));
      g_assert_true (sceau_situation_from_id (sceau_situation_to_id (i), &again));
      g_assert_cmpint (again, ==, i);
      g_assert_cmpstr (sceau_situation_title (i), !=, "");
    }
  g_assert_cmpint (n_neutralised, ==, 4);
  g_assert_cmpint (n_employed, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("statistics/rate", rate_rows, test_rate);
  TEST_ROWS_ADD ("statistics/year", year_rows, test_year);
  g_test_add_func ("/core/statistics/situations-are-employed-or-neutralised-or-neither", test_situations);
  return g_test_run ();
}
