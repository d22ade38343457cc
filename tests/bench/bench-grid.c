/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* How long it takes to read the grid of one cohort of 200 learners and 12 modalities: bench-grid RESULTS…  Each number is a
 * school of its own with so many results in all; prints the figures of each and how they grew. */

#include <sqlite3.h>

#include "sceau-enrolment-table.h"
#include "sceau-frozen-result-table.h"
#include "sceau-mark-sheet-table.h"
#include "sceau-plan-table.h"
#include "sceau-result-table.h"
#include "sceau-test-school.h"

#define LEARNERS 200
#define MODALITIES 12
#define RUNS 31

static void
complete_plan (SceauTestSchool *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauPlan) plan = sceau_plan_table_find (fixture->school, fixture->certification_code, &error);

  g_assert_no_error (error);
  for (guint i = plan->modalities->len; i < MODALITIES; i++)
    {
      SceauModality *modality = sceau_modality_new ();

      modality->code = g_strdup_printf ("BC02-E%02u", i);
      modality->block_code = g_strdup ("RNCP99901BC02");
      modality->title = g_strdup ("Épreuve inventée");
      modality->pass_mark = 1000;
      g_ptr_array_add (plan->modalities, modality);
    }
  sceau_plan_table_save (fixture->school, plan, &error);
  g_assert_no_error (error);
}

/* One transaction of plain SQL: the whole school by the tables' own doors would take longer than what is measured. */
static void
fill (const char *path, guint cohorts)
{
  g_autofree char *script = g_strdup_printf (
    "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; BEGIN;"
    "INSERT INTO cohort (certification_code, name) WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u) "
    "SELECT 'RNCP99901', 'Promotion ' || i FROM n;"
    "INSERT INTO learner (number, sex, birth_name, first_name, sorted_name, sort_key, search) "
    "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u) "
    "SELECT printf ('N%%07d', i), 'F', 'Inventée', 'Zoé', 'INVENTÉE Zoé', printf ('inventee %%07d', i), 'inventee' FROM n;"
    "INSERT INTO enrolment (learner_id, cohort_id, certification_code, route, admission, entry, state) "
    "SELECT id, 2 + (id - 1) / %d, 'RNCP99901', 'initial', 'normal', '2025-09-01', 'active' FROM learner;"
    "INSERT INTO result (enrolment_id, modality_code, attempt, certification_code, kind, value, examiner, date) "
    "SELECT e.id, m.code, 1, 'RNCP99901', 'value', (e.id * 7 + m.position) %% 2001, 'Claire EXEMPLE', '2026-06-12' "
    "FROM enrolment AS e JOIN modality AS m ON m.certification_code = e.certification_code;"
    "COMMIT;",
    cohorts, cohorts * LEARNERS, LEARNERS);
  char *complaint = NULL;
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, script, NULL, NULL, &complaint);
  g_assert_cmpstr (complaint, ==, NULL);
  sqlite3_close (handle);
}

/* Everything that the page of results asks of the file for one cohort. */
static gint64
open_grid (SceauTestSchool *fixture, gint64 cohort_id)
{
  const SceauEnrolmentQuery query = { .cohort_id = cohort_id };
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) enrolments = sceau_enrolment_table_list (fixture->school, &query, &error);
  g_autoptr (GPtrArray) results = sceau_result_table_list_by_cohort (fixture->school, cohort_id, &error);
  g_autoptr (GPtrArray) sheets = sceau_mark_sheet_table_list (fixture->school, cohort_id, &error);
  g_autoptr (GPtrArray) sealed = sceau_frozen_result_table_list_sealed (fixture->school, cohort_id, &error);
  gint64 end = g_get_monotonic_time ();

  g_assert_no_error (error);
  g_assert_cmpuint (enrolments->len, ==, LEARNERS);
  g_assert_cmpuint (results->len, ==, LEARNERS * MODALITIES);
  g_assert_cmpuint (sheets->len, ==, MODALITIES);
  g_assert_cmpuint (sealed->len, ==, 0);
  return end - start;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const gint64 *) a < *(const gint64 *) b ? -1 : 1;
}

/* Milliseconds, the median of several runs. */
static double
measure (SceauTestSchool *fixture, gint64 cohort_id)
{
  gint64 times[RUNS];

  for (guint i = 0; i < RUNS; i++)
    times[i] = open_grid (fixture, cohort_id);
  qsort (times, RUNS, sizeof times[0], compare);
  return (double) times[RUNS / 2] / 1000;
}

int
main (int argc, char **argv)
{
  double before = 0;

  for (int i = 1; i < argc; i++)
    {
      guint cohorts = MAX ((guint) g_ascii_strtoull (argv[i], NULL, 10) / (LEARNERS * MODALITIES), 1);
      g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
      g_autoptr (GError) error = NULL;
      double milliseconds;

      complete_plan (fixture);
      sceau_school_close (fixture->school);
      fill (fixture->path, cohorts);
      fixture->school = sceau_school_open (fixture->path, SCEAU_SCHOOL_READ_ONLY, &error);
      g_assert_no_error (error);
      milliseconds = measure (fixture, 2 + cohorts / 2);
      g_print ("  %9u results:      %6.1f ms", cohorts * LEARNERS * MODALITIES, milliseconds);
      if (before > 0)
        g_print ("; %.2f times the time of the smaller school (promise: at most 1.2)", milliseconds / before);
      g_print ("\n");
      before = milliseconds;
    }
  return 0;
}
