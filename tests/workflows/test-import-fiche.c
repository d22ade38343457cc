/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-import-fiche.h"

#include <glib/gstdio.h>

#include "sceau-certification-table.h"
#include "sceau-journal.h"
#include "sceau-plan-table.h"
#include "sceau-workflow-fixture.h"

static GPtrArray *
import (SceauWorkflowFixture *fixture, const char *path, gboolean dry_run, GError **error)
{
  sceau_workflow_fixture_forget_faults (fixture);
  return sceau_import_fiche (fixture->school, path, NULL, dry_run, fixture->faults, NULL, NULL, error);
}

/* (transfer full): a copy of the shipped fiche in the fixture's folder, with @from replaced by @to. */
static char *
write_altered (SceauWorkflowFixture *fixture, const char *from, const char *to)
{
  g_autofree char *path = sceau_workflow_fixture_referential (SCEAU_FIXTURE_CODE ".xml");
  g_autofree char *text = NULL;
  GString *altered;
  char *written;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  altered = g_string_new (text);
  g_assert_cmpuint (g_string_replace (altered, from, to, 0), >, 0);
  written = sceau_workflow_fixture_write (fixture, "altered.xml", altered->str);
  g_string_free (altered, TRUE);
  return written;
}

static SceauFicheFate
only_fate (GPtrArray *fiches)
{
  g_assert_cmpuint (fiches->len, ==, 1);
  return ((SceauImportedFiche *) g_ptr_array_index (fiches, 0))->fate;
}

static void
test_shipped_fiches_are_found_and_come_in (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (GPtrArray) paths = sceau_list_shipped_fiches ();

  g_assert_cmpuint (paths->len, >=, 2);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) fiches = import (fixture, g_ptr_array_index (paths, i), FALSE, &error);

      g_assert_no_error (error);
      g_assert_cmpint (only_fate (fiches), ==, SCEAU_FICHE_ADDED);
    }
  g_assert_true (sceau_certification_table_exists (fixture->school, "RNCP41445"));
  g_assert_true (sceau_certification_table_exists (fixture->school, "INV3818"));
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "fiche.import"), ==, paths->len);
}

static void
test_the_plan_beside_the_fiche_comes_with_it (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_fiche ();
  g_autoptr (SceauPlan) plan = sceau_plan_table_find (fixture->school, SCEAU_FIXTURE_CODE, NULL);

  g_assert_nonnull (sceau_plan_find_modality (plan, "BC01-EC1"));
  g_assert_cmpuint (plan->quotas->len, >, 0);
}

static void
test_without_a_plan_one_is_drafted (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *path = write_altered (fixture, "Expert en cybersécurité (MS)", "Expert (fictif)");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fiches = import (fixture, path, FALSE, &error);
  g_autoptr (SceauCertification) certification = NULL;
  g_autoptr (SceauPlan) plan = NULL;
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  const SceauModality *modality;

  g_assert_no_error (error);
  g_assert_cmpint (only_fate (fiches), ==, SCEAU_FICHE_ADDED);
  certification = sceau_certification_table_find (fixture->school, SCEAU_FIXTURE_CODE, NULL);
  plan = sceau_plan_table_find (fixture->school, SCEAU_FIXTURE_CODE, NULL);
  g_assert_cmpuint (plan->modalities->len, ==, certification->blocks->len);
  modality = sceau_plan_find_modality (plan, "BC01-E1");
  g_assert_nonnull (modality);
  g_assert_cmpint (modality->pass_mark, ==, 1000);
  g_assert_cmpstr (modality->block_code, ==, "RNCP41445BC01");
  g_assert_true (sceau_plan_check (plan, certification, faults));
}

static void
test_a_drafted_plan_of_a_whole_has_one_modality (void)
{
  g_autoptr (SceauCertification) certification = sceau_certification_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (SceauPlan) plan = NULL;
  SceauAccessRoute *route = sceau_access_route_new (SCEAU_ROUTE_VAE);

  certification->code = g_strdup ("INV9999");
  certification->title = g_strdup ("Certification fictive");
  certification->register_kind = SCEAU_REGISTER_INVENTAIRE;
  route->open = TRUE;
  g_ptr_array_add (certification->routes, route);
  g_ptr_array_add (certification->routes, sceau_access_route_new (SCEAU_ROUTE_INITIAL));

  plan = sceau_draft_plan (certification);
  g_assert_cmpuint (plan->modalities->len, ==, 1);
  g_assert_null (((SceauModality *) g_ptr_array_index (plan->modalities, 0))->block_code);
  g_assert_cmpuint (plan->jury_rules->len, ==, 1);
  g_assert_cmpint (sceau_plan_find_jury_rule (plan, SCEAU_ROUTE_VAE)->qualified, ==, 1);
  g_assert_true (sceau_plan_check (plan, certification, faults));
}

static void
test_the_same_fiche_again_changes_nothing (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_fiche ();
  g_autofree char *path = sceau_workflow_fixture_referential (SCEAU_FIXTURE_CODE ".xml");
  g_autofree char *before = sceau_workflow_fixture_digest (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fiches = import (fixture, path, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (only_fate (fiches), ==, SCEAU_FICHE_UNCHANGED);
  after = sceau_workflow_fixture_digest (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_corrected_fiche_replaces_the_text (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_fiche ();
  g_autofree char *path = write_altered (fixture, "Expert en cybersécurité (MS)", "Expert en cybersécurité (corrigé)");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fiches = import (fixture, path, FALSE, &error);
  g_autoptr (SceauCertification) certification = NULL;
  SceauJournalQuery query = { .limit = 1 };
  g_autoptr (GPtrArray) entries = NULL;
  const SceauJournalEntry *entry;

  g_assert_no_error (error);
  g_assert_cmpint (only_fate (fiches), ==, SCEAU_FICHE_UPDATED);
  certification = sceau_certification_table_find (fixture->school, SCEAU_FIXTURE_CODE, NULL);
  g_assert_cmpstr (certification->title, ==, "Expert en cybersécurité (corrigé)");

  entries = sceau_journal_list (fixture->school, &query, NULL);
  entry = g_ptr_array_index (entries, 0);
  g_assert_nonnull (g_strstr_len (entry->before, -1, "Expert en cybersécurité (MS)"));
  g_assert_nonnull (g_strstr_len (entry->after, -1, "Expert en cybersécurité (corrigé)"));
  g_assert_null (g_strstr_len (entry->before, -1, "competences"));
}

static void
test_a_dry_run_says_the_same_and_writes_nothing (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_fiche ();
  g_autofree char *path = write_altered (fixture, "Expert en cybersécurité (MS)", "Expert en cybersécurité (corrigé)");
  g_autofree char *before = sceau_workflow_fixture_digest (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fiches = import (fixture, path, TRUE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (only_fate (fiches), ==, SCEAU_FICHE_UPDATED);
  after = sceau_workflow_fixture_digest (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (sceau_school_in_transaction (fixture->school));
}

static void
test_a_block_that_is_assessed_cannot_disappear (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_fiche ();
  g_autofree char *path = write_altered (fixture, "RNCP41445BC04", "RNCP41445BC09");
  g_autofree char *before = sceau_workflow_fixture_digest (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (import (fixture, path, FALSE, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_assert_cmpuint (sceau_faults_count_errors (fixture->faults), >=, 1);
  after = sceau_workflow_fixture_digest (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_only_the_fiches_asked_for (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *path = sceau_workflow_fixture_referential (SCEAU_FIXTURE_CODE ".xml");
  const char *const codes[] = { SCEAU_FIXTURE_CODE, "RNCP99999", NULL };
  g_autofree char *before = sceau_workflow_fixture_digest (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (sceau_import_fiche (fixture->school, path, codes, FALSE, fixture->faults, NULL, NULL, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_ERROR, 0, "RNCP99999"));
  after = sceau_workflow_fixture_digest (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* What is not a fiche at all, or only half of one, leaves the school as it was. */
static void
test_bad_files_leave_the_school_as_it_was (void)
{
  static const char *const texts[] = {
    "",
    "not XML",
    "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX><FICHE>",
    "<OTHER/>",
    "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX></FICHES>",
    "<FICHES><VERSION_FLUX>9.9</VERSION_FLUX><FICHE><NUMERO_FICHE>RNCP1</NUMERO_FICHE></FICHE></FICHES>",
    "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX><FICHE><INTITULE>Sans code</INTITULE></FICHE></FICHES>",
    "<!DOCTYPE x [<!ENTITY a 'a'>]><FICHES><VERSION_FLUX>4.1</VERSION_FLUX></FICHES>",
  };
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *before = sceau_workflow_fixture_digest (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = sceau_workflow_fixture_write (fixture, "bad.xml", texts[i]);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (import (fixture, path, FALSE, &error));
      g_assert_nonnull (error);
      after = sceau_workflow_fixture_digest (fixture);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_one_faulty_fiche_keeps_the_others_out (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *path = write_altered (fixture, "</FICHES>", "<FICHE><NUMERO_FICHE>RNCP9</NUMERO_FICHE></FICHE></FICHES>");
  g_autofree char *before = sceau_workflow_fixture_digest (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (import (fixture, path, FALSE, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_assert_false (sceau_certification_table_exists (fixture->school, SCEAU_FIXTURE_CODE));
  after = sceau_workflow_fixture_digest (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_faulty_plan_beside_it_stops_the_fiche (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *path = write_altered (fixture, "Expert en cybersécurité (MS)", "Expert (fictif)");
  g_autofree char *plan = sceau_workflow_fixture_write (fixture, SCEAU_FIXTURE_CODE ".plan.json", "{ \"sceau_plan\": 1, \"modalitis\": [] }");
  g_autofree char *before = sceau_workflow_fixture_digest (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (plan);
  g_assert_null (import (fixture, path, FALSE, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_ERROR, 0, SCEAU_FIXTURE_CODE ".plan.json"));
  after = sceau_workflow_fixture_digest (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_cancelled_import_leaves_nothing (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *path = sceau_workflow_fixture_referential (SCEAU_FIXTURE_CODE ".xml");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = sceau_workflow_fixture_digest (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sceau_import_fiche (fixture->school, path, NULL, FALSE, fixture->faults, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = sceau_workflow_fixture_digest (fixture);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/import-fiche/shipped-fiches-are-found-and-come-in", test_shipped_fiches_are_found_and_come_in);
  g_test_add_func ("/workflows/import-fiche/the-plan-beside-the-fiche-comes-with-it", test_the_plan_beside_the_fiche_comes_with_it);
  g_test_add_func ("/workflows/import-fiche/without-a-plan-one-is-drafted", test_without_a_plan_one_is_drafted);
  g_test_add_func ("/workflows/import-fiche/a-drafted-plan-of-a-whole-has-one-modality", test_a_drafted_plan_of_a_whole_has_one_modality);
  g_test_add_func ("/workflows/import-fiche/the-same-fiche-again-changes-nothing", test_the_same_fiche_again_changes_nothing);
  g_test_add_func ("/workflows/import-fiche/a-corrected-fiche-replaces-the-text", test_a_corrected_fiche_replaces_the_text);
  g_test_add_func ("/workflows/import-fiche/a-dry-run-says-the-same-and-writes-nothing", test_a_dry_run_says_the_same_and_writes_nothing);
  g_test_add_func ("/workflows/import-fiche/a-block-that-is-assessed-cannot-disappear", test_a_block_that_is_assessed_cannot_disappear);
  g_test_add_func ("/workflows/import-fiche/only-the-fiches-asked-for", test_only_the_fiches_asked_for);
  g_test_add_func ("/workflows/import-fiche/bad-files-leave-the-school-as-it-was", test_bad_files_leave_the_school_as_it_was);
  g_test_add_func ("/workflows/import-fiche/one-faulty-fiche-keeps-the-others-out", test_one_faulty_fiche_keeps_the_others_out);
  g_test_add_func ("/workflows/import-fiche/a-faulty-plan-beside-it-stops-the-fiche", test_a_faulty_plan_beside_it_stops_the_fiche);
  g_test_add_func ("/workflows/import-fiche/cancelled-import-leaves-nothing", test_cancelled_import_leaves_nothing);
  return g_test_run ();
}
