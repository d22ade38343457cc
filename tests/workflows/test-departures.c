/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Who leaves, who comes back, who works with whom, who is let in beyond a quota.  Everybody is invented. */

#include "sceau-cohort-table.h"
#include "sceau-enrol-learners.h"
#include "sceau-enrolment-table.h"
#include "sceau-jury-fixture.h"
#include "sceau-keep-school.h"
#include "sceau-quota-exception-table.h"
#include "sceau-workflow-fixture.h"

typedef struct
{
  SceauWorkflowFixture *base;
  gint64 cohort;
  GArray *ids;
} Cohort;

static void
cohort_clear (Cohort *self)
{
  g_array_unref (self->ids);
  sceau_workflow_fixture_free (self->base);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cohort, cohort_clear)

static Cohort
cohort_new (guint learners)
{
  Cohort self = { 0 };

  self.base = sceau_workflow_fixture_new_with_cohort (&self.cohort);
  self.ids = sceau_workflow_fixture_enrol (self.base, self.cohort, learners);
  sceau_workflow_fixture_forget_faults (self.base);
  return self;
}

static gint64
id_of (Cohort *self, guint index)
{
  return g_array_index (self->ids, gint64, index);
}

static SceauEnrolment *
find (Cohort *self, guint index)
{
  return sceau_enrolment_table_find (self->base->school, id_of (self, index), NULL);
}

static void
assert_in_order (Cohort *self)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_check_school (self->base->school, faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
}

static gboolean
leave (Cohort *self, SceauEnrolmentState state, SceauDate since, const char *reason, SceauDate hearing, GError **error)
{
  const SceauDeparture departure = { state, since, reason, hearing };

  return sceau_record_departure (self->base->school, id_of (self, 0), &departure, self->base->faults, error);
}

#define DAY(month, day) sceau_date_new (2026, (month), (day))

/* Each row is a departure that cannot be, with a word of each reason. */
static void
test_a_departure_that_cannot_be (void)
{
  const struct
  {
    SceauEnrolmentState state;
    SceauDate since;
    const char *reason;
    SceauDate hearing;
    const char *words;
  } rows[] = {
    { SCEAU_ENROLMENT_ACTIVE, DAY (6, 1), "Santé", SCEAU_NO_DATE, "A departure is" },
    { SCEAU_ENROLMENT_WITHDRAWN, DAY (6, 1), "  ", SCEAU_NO_DATE, "needs its reason" },
    { SCEAU_ENROLMENT_WITHDRAWN, SCEAU_NO_DATE, "Santé", SCEAU_NO_DATE, "is missing" },
    { SCEAU_ENROLMENT_WITHDRAWN, DAY (11, 23), "Santé", SCEAU_NO_DATE, "in the future" },
    { SCEAU_ENROLMENT_WITHDRAWN, sceau_date_new (2025, 1, 1), "Santé", SCEAU_NO_DATE, "before having entered" },
    { SCEAU_ENROLMENT_WITHDRAWN, DAY (6, 1), "Santé", DAY (5, 1), "Only somebody who is excluded" },
    { SCEAU_ENROLMENT_EXCLUDED, DAY (6, 1), "Plagiat", SCEAU_NO_DATE, "without having been heard" },
    { SCEAU_ENROLMENT_EXCLUDED, DAY (6, 1), "Plagiat", DAY (6, 2), "after the exclusion" },
    { SCEAU_ENROLMENT_EXCLUDED, DAY (6, 1), "Plagiat", sceau_date_new (2024, 1, 1), "before the entry" },
  };
  g_auto (Cohort) self = cohort_new (1);
  g_autoptr (SceauEnrolment) enrolment = find (&self, 0);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  enrolment->entry = DAY (1, 5);
  g_assert_true (sceau_amend_enrolment (self.base->school, enrolment, NULL, self.base->faults, NULL));
  before = sceau_workflow_fixture_digest (self.base);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      sceau_workflow_fixture_forget_faults (self.base);
      g_assert_false (leave (&self, rows[i].state, rows[i].since, rows[i].reason, rows[i].hearing, &error));
      g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
      g_assert_true (sceau_workflow_fixture_has_fault (self.base, SCEAU_FAULT_ERROR, 0, rows[i].words));
    }
  after = sceau_workflow_fixture_digest (self.base);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_refused (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_clear_error (error);
}

static gboolean
come_back (Cohort *self, const char *reason, GError **error)
{
  return sceau_record_return (self->base->school, id_of (self, 0), reason, self->base->faults, error);
}

static void
test_people_leave_and_return (void)
{
  g_auto (Cohort) self = cohort_new (1);
  g_autoptr (SceauEnrolment) gone = NULL;
  g_autoptr (SceauEnrolment) back = NULL;
  g_autoptr (GError) error = NULL;

  assert_refused (come_back (&self, "Encore", &error), &error);
  g_assert_true (leave (&self, SCEAU_ENROLMENT_INTERRUPTED, DAY (6, 1), " Santé ", SCEAU_NO_DATE, &error));
  g_assert_no_error (error);
  gone = find (&self, 0);
  g_assert_cmpint (gone->state, ==, SCEAU_ENROLMENT_INTERRUPTED);
  g_assert_cmpuint (gone->state_since, ==, DAY (6, 1));
  g_assert_cmpstr (gone->state_reason, ==, "Santé");
  g_assert_false (leave (&self, SCEAU_ENROLMENT_INTERRUPTED, DAY (6, 2), "Santé", SCEAU_NO_DATE, &error));
  g_clear_error (&error);
  g_assert_true (sceau_workflow_fixture_has_fault (self.base, SCEAU_FAULT_ERROR, 0, "interrupted already"));
  g_assert_false (leave (&self, SCEAU_ENROLMENT_WITHDRAWN, DAY (5, 1), "Santé", SCEAU_NO_DATE, &error));
  g_clear_error (&error);
  g_assert_true (sceau_workflow_fixture_has_fault (self.base, SCEAU_FAULT_ERROR, 0, "not interrupted yet"));
  g_assert_false (come_back (&self, " ", &error));
  g_clear_error (&error);
  g_assert_true (sceau_workflow_fixture_has_fault (self.base, SCEAU_FAULT_ERROR, 0, "A return needs"));

  g_assert_true (come_back (&self, "Rétablie", &error));
  back = find (&self, 0);
  g_assert_cmpint (back->state, ==, SCEAU_ENROLMENT_ACTIVE);
  g_assert_null (back->state_reason);
  g_assert_true (leave (&self, SCEAU_ENROLMENT_WITHDRAWN, DAY (7, 1), "Emploi", SCEAU_NO_DATE, &error));
  assert_refused (leave (&self, SCEAU_ENROLMENT_WITHDRAWN, DAY (7, 2), "Emploi", SCEAU_NO_DATE, &error), &error);
  g_assert_true (come_back (&self, "Reprise", &error));
  g_assert_true (leave (&self, SCEAU_ENROLMENT_EXCLUDED, DAY (9, 2), "Plagiat", DAY (9, 1), &error));
  g_assert_no_error (error);
  assert_refused (leave (&self, SCEAU_ENROLMENT_EXCLUDED, DAY (9, 3), "Plagiat", DAY (9, 1), &error), &error);
  assert_refused (leave (&self, SCEAU_ENROLMENT_WITHDRAWN, DAY (9, 3), "Emploi", SCEAU_NO_DATE, &error), &error);
  assert_in_order (&self);
}

/* An exclusion written down for the wrong person, or annulled, is taken back with its reason; the departure leaves nothing behind. */
static void
test_an_exclusion_is_taken_back (void)
{
  g_auto (Cohort) self = cohort_new (1);
  g_autoptr (SceauEnrolment) back = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (leave (&self, SCEAU_ENROLMENT_EXCLUDED, DAY (9, 2), "Plagiat", DAY (9, 1), &error));
  g_assert_true (come_back (&self, "Saisie sur la mauvaise personne", &error));
  g_assert_no_error (error);
  g_assert_true (sceau_workflow_fixture_has_fault (self.base, SCEAU_FAULT_WARNING, 0, "taken back"));
  back = find (&self, 0);
  g_assert_cmpint (back->state, ==, SCEAU_ENROLMENT_ACTIVE);
  g_assert_cmpuint (back->hearing, ==, SCEAU_NO_DATE);
  g_assert_null (back->state_reason);
  assert_in_order (&self);
}

static void
test_a_group_is_formed_moved_and_dissolved (void)
{
  g_auto (Cohort) self = cohort_new (3);
  const gint64 first[] = { id_of (&self, 0), id_of (&self, 1) };
  const gint64 second[] = { id_of (&self, 1), id_of (&self, 2) };
  const gint64 strangers[] = { id_of (&self, 0), 9001, 9002 };
  g_autoptr (SceauEnrolment) moved = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_form_group (self.base->school, self.cohort, " ", strangers, 3, self.base->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_clear_error (&error);
  /* The name that is missing and both strangers, at once. */
  g_assert_cmpuint (sceau_faults_count_errors (self.base->faults), ==, 3);
  g_assert_false (sceau_form_group (self.base->school, 77, "G1", first, 2, self.base->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (sceau_form_group (self.base->school, self.cohort, " G1 ", first, 2, self.base->faults, &error));
  g_assert_true (sceau_form_group (self.base->school, self.cohort, "G1", first, 2, self.base->faults, &error));
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (self.base, "group.form"), ==, 1);
  g_assert_true (sceau_form_group (self.base->school, self.cohort, "G2", second, 2, self.base->faults, &error));
  moved = find (&self, 1);
  g_assert_cmpstr (moved->group, ==, "G2");
  g_assert_true (sceau_form_group (self.base->school, self.cohort, "G2", NULL, 0, self.base->faults, &error));
  g_assert_no_error (error);
  sceau_enrolment_free (moved);
  moved = find (&self, 1);
  g_assert_null (moved->group);
  assert_in_order (&self);
}

static gboolean
admit (Cohort *self, guint index, SceauAdmission admission, const char *exception, GError **error)
{
  g_autoptr (SceauEnrolment) enrolment = find (self, index);

  enrolment->admission = admission;
  return sceau_amend_enrolment (self->base->school, enrolment, exception, self->base->faults, error);
}

/* Five learners planned: 40 % are two places, and the third derogation needs its reason. */
static void
test_an_exception_keeps_its_figures (void)
{
  g_auto (Cohort) self = cohort_new (4);
  g_autoptr (SceauCohort) cohort = sceau_cohort_table_find (self.base->school, self.cohort, NULL);
  g_autoptr (GPtrArray) exceptions = NULL;
  g_autoptr (GError) error = NULL;
  const SceauQuotaException *kept;

  cohort->planned_learners = 5;
  g_assert_true (sceau_amend_cohort (self.base->school, cohort, self.base->faults, &error));
  g_assert_true (admit (&self, 0, SCEAU_ADMISSION_DEROGATION_A, NULL, &error));
  g_assert_true (admit (&self, 1, SCEAU_ADMISSION_DEROGATION_A, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (admit (&self, 2, SCEAU_ADMISSION_DEROGATION_A, NULL, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_clear_error (&error);
  g_assert_true (admit (&self, 2, SCEAU_ADMISSION_DEROGATION_A, "Accord du certificateur", &error));
  g_assert_no_error (error);

  exceptions = sceau_quota_exception_table_list (self.base->school, self.cohort, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (exceptions->len, >=, 1);
  kept = g_ptr_array_index (exceptions, 0);
  g_assert_cmpint (kept->enrolment_id, ==, id_of (&self, 2));
  g_assert_cmpstr (kept->reason, ==, "Accord du certificateur");
  g_assert_cmpint (kept->learners, ==, 5);
  g_assert_cmpint (kept->places, ==, 2);
  assert_in_order (&self);
}

static void
bring_forward (SceauEnrolment *enrolment)
{
  enrolment->entry = DAY (1, 6);
}

static void
change_route (SceauEnrolment *enrolment)
{
  enrolment->route = enrolment->route == SCEAU_ROUTE_VAE ? SCEAU_ROUTE_CONTINUING : SCEAU_ROUTE_VAE;
}

static void
change_admission (SceauEnrolment *enrolment)
{
  enrolment->admission = SCEAU_ADMISSION_DEROGATION_B;
}

static void
target_one_block (SceauEnrolment *enrolment)
{
  if (enrolment->targeted_blocks == NULL)
    enrolment->targeted_blocks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (enrolment->targeted_blocks, g_strdup ("RNCP41445BC02"));
}

static void
change_tutor (SceauEnrolment *enrolment)
{
  g_free (enrolment->tutor);
  enrolment->tutor = g_strdup ("Karim MODÈLE");
}

/* What a sealed decision rests on stays; who looks after somebody may change. */
static void
test_a_seal_holds_the_enrolment (void)
{
  static void (*const changes[]) (SceauEnrolment *) = { bring_forward, change_route, change_admission, target_one_block };
  SceauJuryFixture *fixture = sceau_jury_fixture_new (1);
  gint64 id = g_array_index (fixture->enrolments, gint64, 0);
  g_autoptr (SceauEnrolment) last = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED), >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_table_find (fixture->school, id, NULL);

      changes[i](enrolment);
      g_assert_false (sceau_amend_enrolment (fixture->school, enrolment, NULL, fixture->base->faults, &error));
      g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
      g_clear_error (&error);
    }
  last = sceau_enrolment_table_find (fixture->school, id, NULL);
  change_tutor (last);
  g_assert_true (sceau_amend_enrolment (fixture->school, last, NULL, fixture->base->faults, &error));
  g_assert_no_error (error);
  sceau_jury_fixture_free (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/departures/a-departure-that-cannot-be", test_a_departure_that_cannot_be);
  g_test_add_func ("/workflows/departures/people-leave-and-return", test_people_leave_and_return);
  g_test_add_func ("/workflows/departures/an-exclusion-is-taken-back", test_an_exclusion_is_taken_back);
  g_test_add_func ("/workflows/departures/a-group-is-formed-moved-and-dissolved", test_a_group_is_formed_moved_and_dissolved);
  g_test_add_func ("/workflows/departures/an-exception-keeps-its-figures", test_an_exception_keeps_its_figures);
  g_test_add_func ("/workflows/departures/a-seal-holds-the-enrolment", test_a_seal_holds_the_enrolment);
  return g_test_run ();
}
