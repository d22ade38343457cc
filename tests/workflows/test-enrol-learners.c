/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-enrol-learners.h"

#include <string.h>

#include "sceau-acquired-block-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-journal.h"
#include "sceau-learner-table.h"
#include "sceau-test-school.h"
#include "sceau-workflow-fixture.h"

static SceauLearner *
make_learner (const char *number, const char *first_name)
{
  SceauLearner *learner = sceau_learner_new ();

  learner->number = g_strdup (number);
  learner->birth_name = g_strdup (" Œuvrard ");
  learner->first_name = g_strdup (first_name);
  learner->sex = SCEAU_SEX_MALE;
  learner->birth_date = sceau_date_new (1990, 2, 28);
  learner->birth_commune = g_strdup ("31555");
  return learner;
}

static SceauEnrolment *
make_enrolment (SceauRoute route)
{
  SceauEnrolment *enrolment = sceau_enrolment_new ();

  enrolment->route = route;
  return enrolment;
}

/* Each row is a cohort that cannot be opened. */
static void
test_wrong_cohorts_are_refused (void)
{
  const struct
  {
    const char *name;
    SceauDate start;
    SceauDate end;
    const char *words;
  } rows[] = {
    { NULL, sceau_date_new (2026, 1, 5), sceau_date_new (2026, 12, 18), "name" },
    { "  ", sceau_date_new (2026, 1, 5), sceau_date_new (2026, 12, 18), "name" },
    { "B", sceau_date_new (2026, 12, 18), sceau_date_new (2026, 1, 5), "ends before" },
    { "B", SCEAU_NO_DATE, sceau_date_new (2026, 1, 5), "first day" },
    { "B", sceau_date_new (2026, 1, 5), SCEAU_NO_DATE, "last day" },
    { "2026 a", sceau_date_new (2026, 1, 5), sceau_date_new (2026, 12, 18), "already" },
  };
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_cohort (NULL);
  g_autofree char *before = sceau_workflow_fixture_digest (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      sceau_workflow_fixture_forget_faults (fixture);
      g_assert_cmpint (sceau_open_cohort (fixture->school, SCEAU_FIXTURE_CODE, rows[i].name, rows[i].start, rows[i].end,
                                          0, fixture->faults, &error),
                       ==, 0);
      g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
      g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_ERROR, 0, rows[i].words));
      after = sceau_workflow_fixture_digest (fixture);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_an_unknown_certification_has_no_cohort (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sceau_open_cohort (fixture->school, "RNCP1", "A", sceau_date_new (2026, 1, 5), sceau_date_new (2026, 2, 5),
                                      0, fixture->faults, &error),
                   ==, 0);
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
}

static void
test_a_typed_learner_is_stored_as_written_and_trimmed (void)
{
  gint64 cohort;
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_cohort (&cohort);
  g_autoptr (SceauLearner) learner = make_learner ("B001", "Łukasz");
  g_autoptr (SceauEnrolment) enrolment = make_enrolment (SCEAU_ROUTE_CONTINUING);
  g_autoptr (SceauLearner) stored = NULL;
  g_autoptr (SceauEnrolment) stored_enrolment = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_enrol_learner (fixture->school, learner, enrolment, cohort, fixture->faults, &error));
  g_assert_no_error (error);
  stored = sceau_learner_table_find_by_number (fixture->school, "B001", NULL);
  g_assert_cmpstr (stored->birth_name, ==, "Œuvrard");
  g_assert_cmpstr (stored->first_name, ==, "Łukasz");
  stored_enrolment = sceau_enrolment_table_find (fixture->school, enrolment->id, NULL);
  g_assert_cmpuint (stored_enrolment->entry, ==, sceau_date_new (2026, 1, 5));
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "learner.enrol"), ==, 1);
}

static void
test_a_number_belongs_to_one_person (void)
{
  gint64 cohort;
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_cohort (&cohort);
  g_autoptr (GArray) enrolments = sceau_workflow_fixture_enrol (fixture, cohort, 1);
  g_autoptr (SceauLearner) learner = make_learner ("A001", "Paul");
  g_autoptr (SceauEnrolment) enrolment = make_enrolment (SCEAU_ROUTE_CONTINUING);
  g_autofree char *before = sceau_workflow_fixture_digest (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (enrolments->len, ==, 1);
  g_assert_false (sceau_enrol_learner (fixture->school, learner, enrolment, cohort, fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_ERROR, 0, "LEFÈVRE"));
  after = sceau_workflow_fixture_digest (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_nobody_enters_a_cohort_twice (void)
{
  gint64 cohort;
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_cohort (&cohort);
  g_autoptr (SceauLearner) learner = make_learner ("B001", "Paul");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SceauEnrolment) enrolment = make_enrolment (SCEAU_ROUTE_CONTINUING);
      g_autoptr (GError) error = NULL;

      g_assert_true (sceau_enrol_learner (fixture->school, learner, enrolment, cohort, fixture->faults, &error) == (i == 0));
      if (i == 1)
        g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
    }
  g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_ERROR, 0, "already"));
}

static void
test_a_closed_route_is_refused (void)
{
  gint64 cohort;
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_cohort (&cohort);
  g_autoptr (SceauLearner) learner = make_learner ("B001", "Paul");
  g_autoptr (SceauEnrolment) enrolment = make_enrolment (SCEAU_ROUTE_INDIVIDUAL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_enrol_learner (fixture->school, learner, enrolment, cohort, fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_assert_null (sceau_learner_table_find_by_number (fixture->school, "B001", NULL));
}

static void
test_an_exceeded_quota_only_warns (void)
{
  gint64 cohort;
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_cohort (&cohort);
  g_autoptr (SceauLearner) learner = make_learner ("B001", "Paul");
  g_autoptr (SceauEnrolment) enrolment = make_enrolment (SCEAU_ROUTE_CONTINUING);
  g_autoptr (GError) error = NULL;

  sceau_workflow_fixture_forget_faults (fixture);
  enrolment->admission = SCEAU_ADMISSION_DEROGATION_A;
  g_assert_true (sceau_enrol_learner (fixture->school, learner, enrolment, cohort, fixture->faults, &error));
  g_assert_no_error (error);
  g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_WARNING, 0, SCEAU_FIXTURE_COHORT));
}

static void
test_an_edit_keeps_both_civil_states (void)
{
  gint64 cohort;
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_cohort (&cohort);
  g_autoptr (GArray) enrolments = sceau_workflow_fixture_enrol (fixture, cohort, 2);
  g_autoptr (SceauLearner) learner = sceau_learner_table_find_by_number (fixture->school, "A001", NULL);
  SceauJournalQuery query = { .limit = 1 };
  g_autoptr (GPtrArray) entries = NULL;
  const SceauJournalEntry *entry;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (enrolments->len, ==, 2);
  g_assert_true (sceau_edit_learner (fixture->school, learner, fixture->faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "learner.edit"), ==, 0);

  learner->usage_name = g_strdup ("MARTIN");
  g_assert_true (sceau_edit_learner (fixture->school, learner, fixture->faults, &error));
  g_assert_no_error (error);
  entries = sceau_journal_list (fixture->school, &query, NULL);
  entry = g_ptr_array_index (entries, 0);
  g_assert_null (strstr (entry->before, "MARTIN"));
  g_assert_nonnull (strstr (entry->after, "MARTIN"));

  g_free (learner->number);
  learner->number = g_strdup ("A002");
  g_assert_false (sceau_edit_learner (fixture->school, learner, fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
}

static void
test_a_withdrawal_needs_a_reason_and_happens_once (void)
{
  gint64 cohort;
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_cohort (&cohort);
  g_autoptr (GArray) enrolments = sceau_workflow_fixture_enrol (fixture, cohort, 1);
  gint64 id = g_array_index (enrolments, gint64, 0);
  g_autoptr (SceauEnrolment) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_workflow_fixture_withdraw (fixture->school, id, " ", &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_clear_error (&error);

  g_assert_true (sceau_workflow_fixture_withdraw (fixture->school, id, "Déménagement", &error));
  g_assert_no_error (error);
  stored = sceau_enrolment_table_find (fixture->school, id, NULL);
  g_assert_cmpint (stored->state, ==, SCEAU_ENROLMENT_WITHDRAWN);

  g_assert_false (sceau_workflow_fixture_withdraw (fixture->school, id, "Encore", &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (sceau_workflow_fixture_withdraw (fixture->school, 9999, "Personne", &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
}

static void
test_the_certified_cannot_withdraw (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (GError) error = NULL;

  sceau_test_school_seal (fixture);
  g_assert_false (sceau_workflow_fixture_withdraw (fixture->school, g_array_index (fixture->enrolments, gint64, 0), "Trop tard", &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
}

/* Each row is a block that nobody can bring along, by its code, kind, date and proof. */
static void
test_wrong_acquired_blocks_are_refused (void)
{
  const struct
  {
    const char *code;
    SceauAcquisitionKind kind;
    SceauDate date;
    const char *proof;
  } rows[] = {
    { "RNCP41445BC09", SCEAU_ACQUISITION_EARLIER, sceau_date_new (2026, 3, 1), "PV 12" },
    { "RNCP41445BC01", SCEAU_ACQUISITION_JURY, sceau_date_new (2026, 3, 1), "PV 12" },
    { "RNCP41445BC01", SCEAU_ACQUISITION_EARLIER, SCEAU_NO_DATE, "PV 12" },
    { "RNCP41445BC01", SCEAU_ACQUISITION_EARLIER, sceau_date_new (2030, 3, 1), "PV 12" },
    { "RNCP41445BC01", SCEAU_ACQUISITION_EARLIER, sceau_date_new (2026, 3, 1), NULL },
    { "RNCP41445BC01", SCEAU_ACQUISITION_EARLIER, sceau_date_new (2026, 3, 1), " " },
  };
  gint64 cohort;
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_cohort (&cohort);
  g_autoptr (GArray) enrolments = sceau_workflow_fixture_enrol (fixture, cohort, 1);
  g_autoptr (SceauLearner) learner = sceau_learner_table_find_by_number (fixture->school, "A001", NULL);
  g_autofree char *before = sceau_workflow_fixture_digest (fixture);

  g_assert_cmpuint (enrolments->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SceauAcquiredBlock block = { 0, learner->id, (char *) SCEAU_FIXTURE_CODE, (char *) rows[i].code, rows[i].kind, rows[i].date,
                                   (char *) rows[i].proof, 0 };
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (sceau_record_acquired_block (fixture->school, &block, fixture->faults, &error));
      g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
      after = sceau_workflow_fixture_digest (fixture);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_a_block_is_acquired_once (void)
{
  gint64 cohort;
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_cohort (&cohort);
  g_autoptr (GArray) enrolments = sceau_workflow_fixture_enrol (fixture, cohort, 1);
  g_autoptr (SceauLearner) learner = sceau_learner_table_find_by_number (fixture->school, "A001", NULL);
  SceauAcquiredBlock block = { 0, learner->id, (char *) SCEAU_FIXTURE_CODE, (char *) "RNCP41445BC01", SCEAU_ACQUISITION_DISPENSE,
                               sceau_date_new (2026, 3, 1), (char *) "Décision 2026-12", 0 };
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (enrolments->len, ==, 1);
  g_assert_true (sceau_record_acquired_block (fixture->school, &block, fixture->faults, &error));
  g_assert_no_error (error);
  g_assert_false (sceau_record_acquired_block (fixture->school, &block, fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  stored = sceau_acquired_block_table_list_by_learner (fixture->school, learner->id, NULL, NULL);
  g_assert_cmpuint (stored->len, ==, 1);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "block.acquire"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/enrol-learners/wrong-cohorts-are-refused", test_wrong_cohorts_are_refused);
  g_test_add_func ("/workflows/enrol-learners/an-unknown-certification-has-no-cohort", test_an_unknown_certification_has_no_cohort);
  g_test_add_func ("/workflows/enrol-learners/a-typed-learner-is-stored-as-written-and-trimmed",
                   test_a_typed_learner_is_stored_as_written_and_trimmed);
  g_test_add_func ("/workflows/enrol-learners/a-number-belongs-to-one-person", test_a_number_belongs_to_one_person);
  g_test_add_func ("/workflows/enrol-learners/nobody-enters-a-cohort-twice", test_nobody_enters_a_cohort_twice);
  g_test_add_func ("/workflows/enrol-learners/a-closed-route-is-refused", test_a_closed_route_is_refused);
  g_test_add_func ("/workflows/enrol-learners/an-exceeded-quota-only-warns", test_an_exceeded_quota_only_warns);
  g_test_add_func ("/workflows/enrol-learners/an-edit-keeps-both-civil-states", test_an_edit_keeps_both_civil_states);
  g_test_add_func ("/workflows/enrol-learners/a-withdrawal-needs-a-reason-and-happens-once",
                   test_a_withdrawal_needs_a_reason_and_happens_once);
  g_test_add_func ("/workflows/enrol-learners/the-certified-cannot-withdraw", test_the_certified_cannot_withdraw);
  g_test_add_func ("/workflows/enrol-learners/wrong-acquired-blocks-are-refused", test_wrong_acquired_blocks_are_refused);
  g_test_add_func ("/workflows/enrol-learners/a-block-is-acquired-once", test_a_block_is_acquired_once);
  return g_test_run ();
}
