/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-import-fiche.h"

#include "sceau-plan-table.h"
#include "sceau-record-results.h"
#include "sceau-workflow-fixture.h"

static void
record_one (SceauWorkflowFixture *fixture, gint64 enrolment_id, const char *modality)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (results, sceau_result_new (enrolment_id, modality, 1, (SceauMark) { SCEAU_MARK_VALUE, 1250 }));
  sceau_record_results (fixture->school, results, NULL, &error);
  g_assert_no_error (error);
}

/* A school with one mark for BC01-EC1, and its plan to be edited. */
static SceauPlan *
make_assessed (SceauWorkflowFixture **fixture)
{
  gint64 cohort;
  g_autoptr (GArray) enrolments = NULL;

  *fixture = sceau_workflow_fixture_new_with_cohort (&cohort);
  enrolments = sceau_workflow_fixture_enrol (*fixture, cohort, 1);
  record_one (*fixture, g_array_index (enrolments, gint64, 0), "BC01-EC1");
  sceau_workflow_fixture_forget_faults (*fixture);
  return sceau_plan_table_find ((*fixture)->school, SCEAU_FIXTURE_CODE, NULL);
}

static SceauModality *
find_modality (SceauPlan *plan, const char *code)
{
  for (guint i = 0; i < plan->modalities->len; i++)
    {
      SceauModality *modality = g_ptr_array_index (plan->modalities, i);

      if (g_str_equal (modality->code, code))
        return modality;
    }
  g_assert_not_reached ();
}

static void
assert_refused (SceauWorkflowFixture *fixture, const SceauPlan *plan)
{
  g_autofree char *before = sceau_workflow_fixture_digest (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_replace_plan (fixture->school, plan, fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_ERROR, 0, "BC01-EC1"));
  after = sceau_workflow_fixture_digest (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_modality_with_results_stays (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = NULL;
  g_autoptr (SceauPlan) plan = make_assessed (&fixture);

  g_ptr_array_remove (plan->modalities, find_modality (plan, "BC01-EC1"));
  assert_refused (fixture, plan);
}

static void
test_a_modality_with_results_keeps_its_scale (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = NULL;
  g_autoptr (SceauPlan) plan = make_assessed (&fixture);
  SceauModality *modality = find_modality (plan, "BC01-EC1");

  modality->scale = SCEAU_SCALE_ACQUISITION;
  modality->pass_mark = 100;
  modality->floor = -1;
  assert_refused (fixture, plan);
}

static void
test_a_modality_with_results_keeps_its_block (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = NULL;
  g_autoptr (SceauPlan) plan = make_assessed (&fixture);
  SceauModality *modality = find_modality (plan, "BC01-EC1");

  g_free (modality->block_code);
  modality->block_code = g_strdup ("RNCP41445BC02");
  assert_refused (fixture, plan);
}

static void
test_a_new_title_is_journalled (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = NULL;
  g_autoptr (SceauPlan) plan = make_assessed (&fixture);
  g_autoptr (SceauPlan) stored = NULL;
  SceauModality *modality = find_modality (plan, "BC01-EC1");
  g_autoptr (GError) error = NULL;

  g_free (modality->title);
  modality->title = g_strdup ("Étude de cas corrigée");
  g_assert_true (sceau_replace_plan (fixture->school, plan, fixture->faults, &error));
  g_assert_no_error (error);
  stored = sceau_plan_table_find (fixture->school, SCEAU_FIXTURE_CODE, NULL);
  g_assert_cmpstr (sceau_plan_find_modality (stored, "BC01-EC1")->title, ==, "Étude de cas corrigée");
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "plan.replace"), ==, 1);
}

static void
test_what_was_exported_comes_back_as_it_was (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_fiche ();
  g_autofree char *path = g_build_filename (fixture->folder, "plan.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_export_plan (fixture->school, SCEAU_FIXTURE_CODE, path, &error));
  g_assert_no_error (error);
  g_assert_true (sceau_import_plan (fixture->school, SCEAU_FIXTURE_CODE, path, fixture->faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "plan.replace"), ==, 0);

  g_assert_false (sceau_export_plan (fixture->school, SCEAU_FIXTURE_CODE, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

static void
test_the_plan_of_another_certification_is_refused (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_fiche ();
  g_autofree char *path = sceau_workflow_fixture_referential ("INV3818.plan.json");
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_import_plan (fixture->school, SCEAU_FIXTURE_CODE, path, fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_ERROR, 0, "INV3818"));
}

static void
test_an_unknown_certification_names_those_that_exist (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_fiche ();
  g_autofree char *path = g_build_filename (fixture->folder, "plan.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_export_plan (fixture->school, "RNCP1", path, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  g_assert_nonnull (g_strstr_len (error->message, -1, SCEAU_FIXTURE_CODE));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_a_plan_changed_meanwhile_is_not_overwritten (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = NULL;
  g_autoptr (SceauPlan) base = make_assessed (&fixture);
  g_autoptr (SceauPlan) mine = sceau_plan_copy (base);
  g_autoptr (SceauPlan) theirs = sceau_plan_copy (base);
  g_autoptr (SceauPlan) current = NULL;
  g_autoptr (SceauPlan) again = NULL;
  g_autoptr (GError) error = NULL;

  mine->appeal_days = 30;
  theirs->appeal_days = 60;
  g_assert_true (sceau_replace_plan (fixture->school, theirs, fixture->faults, &error));
  g_assert_false (sceau_save_plan (fixture->school, base, mine, &current, fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_CHANGED);
  g_assert_true (sceau_plan_equal (current, theirs));
  g_clear_error (&error);

  g_assert_false (sceau_save_plan (fixture->school, NULL, mine, &again, fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_true (sceau_save_plan (fixture->school, current, mine, &again, fixture->faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "plan.replace"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/replace-plan/a-modality-with-results-stays", test_a_modality_with_results_stays);
  g_test_add_func ("/workflows/replace-plan/a-modality-with-results-keeps-its-scale", test_a_modality_with_results_keeps_its_scale);
  g_test_add_func ("/workflows/replace-plan/a-modality-with-results-keeps-its-block", test_a_modality_with_results_keeps_its_block);
  g_test_add_func ("/workflows/replace-plan/a-new-title-is-journalled", test_a_new_title_is_journalled);
  g_test_add_func ("/workflows/replace-plan/what-was-exported-comes-back-as-it-was", test_what_was_exported_comes_back_as_it_was);
  g_test_add_func ("/workflows/replace-plan/the-plan-of-another-certification-is-refused", test_the_plan_of_another_certification_is_refused);
  g_test_add_func ("/workflows/replace-plan/an-unknown-certification-names-those-that-exist", test_an_unknown_certification_names_those_that_exist);
  g_test_add_func ("/workflows/replace-plan/a-plan-changed-meanwhile-is-not-overwritten", test_a_plan_changed_meanwhile_is_not_overwritten);
  return g_test_run ();
}
