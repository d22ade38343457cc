/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Inventaire 3818: CCI France certifies, a CCI holds the session.  No block, no level, and no parchemin
 * without the certifier's written mandate. */

#include <glib/gstdio.h>
#include <string.h>

#include "sceau-certificate-table.h"
#include "sceau-decision-table.h"
#include "sceau-hold-jury.h"
#include "sceau-import-fiche.h"
#include "sceau-issue-certificates.h"
#include "sceau-jury-fixture.h"
#include "sceau-keep-school.h"
#include "sceau-record-results.h"

#define CODE "INV3818"
#define COHORT "Session de novembre"

typedef struct
{
  SceauWorkflowFixture *base;
  SceauSchool *school;
  gint64 session_id;
} Centre;

static void
centre_clear (Centre *self)
{
  sceau_workflow_fixture_free (self->base);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Centre, centre_clear)

static void
identify (Centre *self)
{
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_identity_new ();
  g_autoptr (GError) error = NULL;

  identity->name = g_strdup ("CCI fictive des Trois-Vallées");
  identity->siret = g_strdup ("73282932000074");
  identity->city = g_strdup ("Exempleville");
  identity->signatory = g_strdup ("Jean FICTIF");
  identity->signatory_title = g_strdup ("Directeur");
  sceau_edit_identity (self->school, identity, self->base->faults, &error);
  g_assert_no_error (error);
}

static void
import_fiche (Centre *self)
{
  g_autofree char *path = sceau_workflow_fixture_referential (CODE ".xml");
  g_autoptr (GPtrArray) fiches = NULL;
  g_autoptr (GError) error = NULL;

  fiches = sceau_import_fiche (self->school, path, NULL, FALSE, self->base->faults, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
enrol_one (Centre *self, gint64 cohort_id, const char *number, int hundredths)
{
  g_autoptr (SceauLearner) learner = sceau_learner_new ();
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_new ();
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  g_autoptr (GError) error = NULL;

  learner->number = g_strdup (number);
  learner->birth_name = g_strdup ("KOWALŐ");
  learner->first_name = g_strdup_printf ("Łukasz %s", number);
  learner->sex = SCEAU_SEX_MALE;
  learner->birth_date = sceau_date_new (1988, 5, 1);
  learner->birth_commune = g_strdup ("99122");
  learner->birth_place = g_strdup ("Gdańsk");
  learner->birth_country = g_strdup ("Pologne");
  enrolment->route = SCEAU_ROUTE_CONTINUING;
  enrolment->entry = sceau_date_new (2026, 11, 2);
  sceau_enrol_learner (self->school, learner, enrolment, cohort_id, self->base->faults, &error);
  g_assert_no_error (error);
  g_ptr_array_add (results, sceau_result_new (enrolment->id, "QCM", 1, (SceauMark) { SCEAU_MARK_VALUE, hundredths }));
  g_ptr_array_add (results, sceau_result_new (enrolment->id, "EC", 1, (SceauMark) { SCEAU_MARK_VALUE, hundredths }));
  sceau_record_results (self->school, results, NULL, &error);
  g_assert_no_error (error);
}

static void
hold_session (Centre *self)
{
  const SceauJuror people[] = {
    { .name = (char *) "Claire DUMONT", .function = (char *) "Responsable", .employer = (char *) "CCI fictive", .internal = TRUE, .sex = SCEAU_SEX_FEMALE },
    { .name = (char *) "Marc PETIT", .function = (char *) "RSSI", .employer = (char *) "Bêta Exemple", .sex = SCEAU_SEX_MALE },
  };
  gint64 jurors[2];
  SceauFaults *faults = self->base->faults;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    jurors[i] = sceau_add_juror (self->school, &people[i], faults, &error);
  self->session_id = sceau_plan_jury (self->school, CODE, COHORT, sceau_date_new (2026, 11, 20), "Exempleville", faults, &error);
  g_assert_no_error (error);
  sceau_convene_jury (self->school, self->session_id, jurors, 2, jurors[0], faults, &error);
  g_assert_no_error (error);
  sceau_open_jury (self->school, self->session_id, jurors, 2, NULL, faults, &error);
  g_assert_no_error (error);
  sceau_propose_decisions (self->school, self->session_id, NULL, NULL, &error);
  g_assert_no_error (error);
}

static Centre
make_centre (void)
{
  Centre self = { NULL };
  g_autoptr (GError) error = NULL;
  gint64 cohort_id;

  self.base = sceau_workflow_fixture_new ();
  self.school = self.base->school;
  identify (&self);
  import_fiche (&self);
  cohort_id = sceau_open_cohort (self.school, CODE, COHORT, sceau_date_new (2026, 11, 2), sceau_date_new (2026, 11, 20),
                                 0, self.base->faults, &error);
  g_assert_no_error (error);
  enrol_one (&self, cohort_id, "C01", 1400);
  enrol_one (&self, cohort_id, "C02", 800);
  hold_session (&self);
  sceau_workflow_fixture_forget_faults (self.base);
  return self;
}

static void
seal (Centre *self)
{
  g_autoptr (GError) error = NULL;

  sceau_accept_proposals (self->school, self->session_id, NULL, &error);
  g_assert_no_error (error);
  sceau_seal_jury (self->school, self->session_id, self->base->faults, NULL, NULL, &error);
  g_assert_no_error (error);
  sceau_workflow_fixture_forget_faults (self->base);
}

static GPtrArray *
issue (Centre *self, GError **error)
{
  return sceau_issue_certificates (self->school,
                                   &(SceauIssueOptions){ .session_id = self->session_id,
                                                         .delivered = sceau_date_new (2026, 11, 21),
                                                         .place = "Exempleville",
                                                         .folder = self->base->folder },
                                   self->base->faults, NULL, NULL, error);
}

static gboolean
record_mandate (Centre *self, const char *certifier, const char *reference, GError **error)
{
  const SceauMandate mandate = { .certification_code = (char *) CODE,
                                 .certifier_name = (char *) certifier,
                                 .signatory = (char *) "Marie FICTIVE",
                                 .signatory_title = (char *) "Directrice générale",
                                 .reference = (char *) reference,
                                 .start = sceau_date_new (2026, 1, 1),
                                 .end = sceau_date_new (2026, 12, 31) };

  return sceau_record_mandate (self->school, &mandate, self->base->faults, error);
}

static gboolean
has_error (Centre *self, const char *words)
{
  gboolean found = sceau_workflow_fixture_has_fault (self->base, SCEAU_FAULT_ERROR, 0, words);

  sceau_workflow_fixture_forget_faults (self->base);
  return found;
}

static void
test_no_parchemin_without_mandate (void)
{
  g_auto (Centre) self = make_centre ();
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GError) error = NULL;

  seal (&self);
  g_assert_null (issue (&self, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_clear_error (&error);
  g_assert_true (has_error (&self, "not a certifier of this fiche"));

  g_assert_false (record_mandate (&self, "CCI fictive des Trois-Vallées", "M-1", &error));
  g_clear_error (&error);
  g_assert_true (has_error (&self, "not a certifier of the fiche"));
  g_assert_false (record_mandate (&self, "CCI France", " ", &error));
  g_clear_error (&error);
  g_assert_true (has_error (&self, "its reference is missing"));
  g_assert_true (record_mandate (&self, "CCI France", "Convention 2026-7", &error));
  g_assert_no_error (error);

  certificates = issue (&self, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (certificates->len, ==, 1);
  g_assert_cmpstr (((SceauCertificate *) g_ptr_array_index (certificates, 0))->learner_name, ==, "Łukasz C01 KOWALŐ");
}

/* The certifier's name and signatory, not the centre's signatory, stand on the page. */
static void
test_bears_the_certifiers_name (void)
{
  g_auto (Centre) self = make_centre ();
  g_autofree char *path = g_build_filename (self.base->folder, "2026-0001 KOWALO Lukasz C01.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GError) error = NULL;

  seal (&self);
  g_assert_true (record_mandate (&self, "CCI France", "Convention 2026-7", &error));
  certificates = issue (&self, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  text = sceau_pdf_words (path);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  sceau_assert_contains (text, "CCI France");
  sceau_assert_contains (text, "Marie FICTIVE");
  sceau_assert_contains (text, "Łukasz C01 KOWALŐ");
  g_assert_null (strstr (text, "Jean FICTIF"));
  g_assert_null (strstr (text, "Niveau"));
}

static void
test_a_certification_without_blocks_is_whole (void)
{
  g_auto (Centre) self = make_centre ();
  const SceauVerdict partial = { "C02", SCEAU_OUTCOME_PARTIAL, NULL, "Motif.", -1, -1, -1 };
  g_autofree char *path = g_build_filename (self.base->folder, "attestation.pdf", NULL);
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_decide (self.school, self.session_id, &partial, self.base->faults, &error));
  g_clear_error (&error);
  g_assert_true (has_error (&self, "admits no partial validation"));
  seal (&self);
  decisions = sceau_decision_table_list_by_session (self.school, self.session_id, NULL);
  g_assert_cmpint (((SceauDecision *) g_ptr_array_index (decisions, 0))->outcome, ==, SCEAU_OUTCOME_CERTIFIED);
  g_assert_cmpint (((SceauDecision *) g_ptr_array_index (decisions, 1))->outcome, ==, SCEAU_OUTCOME_FAILED);
  g_assert_false (sceau_issue_attestation (self.school,
                                           &(SceauAttestation){ .paper = SCEAU_PAPER_BLOCK_ATTESTATION,
                                                                .learner_number = "C01",
                                                                .block_code = "BC01",
                                                                .delivered = sceau_date_new (2026, 11, 21) },
                                           path, self.base->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  sceau_assert_contains (error->message, "has no blocks");
}

static void
test_a_certifier_needs_no_mandate (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (0);
  const SceauMandate mandate = { .certification_code = (char *) SCEAU_FIXTURE_CODE, .certifier_name = (char *) "CCI France" };
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_record_mandate (fixture->school, &mandate, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "needs no mandate");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/certify-for-another/no-parchemin-without-mandate", test_no_parchemin_without_mandate);
  g_test_add_func ("/workflows/certify-for-another/bears-the-certifiers-name", test_bears_the_certifiers_name);
  g_test_add_func ("/workflows/certify-for-another/a-certification-without-blocks-is-whole", test_a_certification_without_blocks_is_whole);
  g_test_add_func ("/workflows/certify-for-another/a-certifier-needs-no-mandate", test_a_certifier_needs_no_mandate);
  return g_test_run ();
}
