/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Cohorts and enrolments: who is expected, who left and came back, groups, exceptions to quotas. */

#include "sceau-cohort-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-quota-exception-table.h"
#include "sceau-test-school.h"

static gint64
enrolment_at (SceauTestSchool *fixture, guint index)
{
  return g_array_index (fixture->enrolments, gint64, index);
}

static void
test_cohort (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauCohort) cohort = sceau_cohort_table_find (fixture->school, fixture->cohort_id, &error);
  g_autoptr (SceauCohort) found = NULL;

  g_assert_cmpint (cohort->planned_learners, ==, 0);
  cohort->planned_learners = 24;
  g_assert_true (sceau_cohort_table_update (fixture->school, cohort, &error));
  found = sceau_cohort_table_find (fixture->school, fixture->cohort_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->planned_learners, ==, 24);
}

static void
test_departures (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (4);
  const SceauEnrolmentQuery active = { .cohort_id = fixture->cohort_id, .active_only = TRUE };
  g_autoptr (GArray) admissions = NULL;
  g_autoptr (GError) error = NULL;

  for (SceauEnrolmentState state = SCEAU_ENROLMENT_WITHDRAWN; state <= SCEAU_ENROLMENT_EXCLUDED; state++)
    {
      g_autoptr (SceauEnrolment) found = NULL;

      sceau_test_school_leave (fixture, state, state);
      found = sceau_enrolment_table_find (fixture->school, enrolment_at (fixture, state), &error);
      g_assert_no_error (error);
      g_assert_cmpint (found->state, ==, state);
      g_assert_cmpuint (found->state_since, ==, sceau_date_new (2026, 2, 3));
      g_assert_cmpstr (found->state_reason, ==, "Raison inventée");
      g_assert_cmpint (found->hearing != SCEAU_NO_DATE, ==, state == SCEAU_ENROLMENT_EXCLUDED);
    }
  g_assert_cmpint (sceau_enrolment_table_count (fixture->school, &active, &error), ==, 1);
  admissions = sceau_enrolment_table_list_admissions (fixture->school, fixture->cohort_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (admissions->len, ==, 2);
}

/* Somebody who comes back has left nothing behind, and nobody is excluded without having been heard. */
static void
test_return (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autoptr (SceauEnrolment) found = NULL;
  g_autoptr (GError) error = NULL;

  sceau_test_school_leave (fixture, 0, SCEAU_ENROLMENT_INTERRUPTED);
  enrolment = sceau_enrolment_table_find (fixture->school, enrolment_at (fixture, 0), &error);
  enrolment->state = SCEAU_ENROLMENT_ACTIVE;
  g_assert_true (sceau_enrolment_table_update (fixture->school, enrolment, &error));
  found = sceau_enrolment_table_find (fixture->school, enrolment_at (fixture, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->state, ==, SCEAU_ENROLMENT_ACTIVE);
  g_assert_cmpuint (found->state_since, ==, SCEAU_NO_DATE);
  g_assert_null (found->state_reason);
  found->state = SCEAU_ENROLMENT_EXCLUDED;
  g_assert_false (sceau_enrolment_table_update (fixture->school, found, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
}

static void
test_groups (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (3);
  const SceauEnrolmentQuery group = { .cohort_id = fixture->cohort_id, .group = "Équipe 1" };
  const SceauEnrolmentQuery nobody = { .group = "Équipe" };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_table_find (fixture->school, enrolment_at (fixture, i), &error);

      enrolment->group = g_strdup ("Équipe 1");
      enrolment->tutor = g_strdup ("Karim INVENTÉ");
      g_assert_true (sceau_enrolment_table_update (fixture->school, enrolment, &error));
    }
  list = sceau_enrolment_table_list (fixture->school, &group, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((SceauEnrolment *) g_ptr_array_index (list, 0))->tutor, ==, "Karim INVENTÉ");
  g_assert_cmpstr (((SceauEnrolment *) g_ptr_array_index (list, 0))->group, ==, "Équipe 1");
  g_assert_cmpint (sceau_enrolment_table_count (fixture->school, &group, &error), ==, 2);
  g_assert_cmpint (sceau_enrolment_table_count (fixture->school, &nobody, &error), ==, 0);
}

static void
test_quota_exceptions (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  g_autoptr (SceauQuotaException) exception = sceau_quota_exception_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) elsewhere = NULL;
  g_autoptr (GError) error = NULL;
  const SceauQuotaException *found;

  exception->enrolment_id = enrolment_at (fixture, 0);
  exception->quota_code = g_strdup ("a");
  exception->date = sceau_date_new (2025, 9, 1);
  exception->reason = g_strdup ("Parcours professionnel exceptionnel (inventé)");
  exception->learners = 2;
  exception->places = 0;
  exception->used = 1;
  g_assert_cmpint (sceau_quota_exception_table_insert (fixture->school, exception, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (sceau_quota_exception_table_insert (fixture->school, exception, &error), ==, 0);
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  list = sceau_quota_exception_table_list (fixture->school, fixture->cohort_id, &error);
  all = sceau_quota_exception_table_list (fixture->school, 0, &error);
  elsewhere = sceau_quota_exception_table_list (fixture->school, 77, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpuint (elsewhere->len, ==, 0);
  g_assert_cmpuint (list->len, ==, 1);
  found = g_ptr_array_index (list, 0);
  g_assert_cmpstr (found->learner_number, ==, "A001");
  g_assert_cmpstr (found->quota_code, ==, "a");
  g_assert_cmpuint (found->date, ==, exception->date);
  g_assert_cmpint (found->learners, ==, 2);
  g_assert_cmpint (found->used, ==, 1);
  /* It goes with the enrolment that it let in. */
  g_assert_true (sceau_enrolment_table_delete (fixture->school, exception->enrolment_id, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/enrolment-tables/cohort", test_cohort);
  g_test_add_func ("/store/enrolment-tables/departures", test_departures);
  g_test_add_func ("/store/enrolment-tables/return", test_return);
  g_test_add_func ("/store/enrolment-tables/groups", test_groups);
  g_test_add_func ("/store/enrolment-tables/quota-exceptions", test_quota_exceptions);
  return g_test_run ();
}
