/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What was issued stays what it is: copies, duplicates, revocations, verification, and attestations of blocks. */

#include <string.h>

#include "sceau-jury-fixture.h"
#include "sceau-verify-certificate.h"

static GPtrArray *
issue (SceauJuryFixture *fixture, gint64 id, const char *folder, const char *merged, gboolean accept_valid, GError **error)
{
  return sceau_issue_certificates (fixture->school,
                                   &(SceauIssueOptions){ .session_id = id,
                                                         .delivered = sceau_date_new (2026, 11, 21),
                                                         .place = "Villeneuve-d’Ascq",
                                                         .folder = folder,
                                                         .merged = merged,
                                                         .accept_valid = accept_valid },
                                   fixture->base->faults, NULL, NULL, error);
}

static char *
in_folder (SceauJuryFixture *fixture, const char *name)
{
  return g_build_filename (fixture->base->folder, name, NULL);
}

static GBytes *
read_bytes (const char *path)
{
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

static SceauVerification
verify (SceauJuryFixture *fixture, const char *path, const char *expected_number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauVerified) verified = sceau_verify_certificate_file (fixture->school, path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verified->number, ==, expected_number);
  g_assert_nonnull (verified->explanation);
  return verified->verification;
}

static void
test_reprints_the_same_bytes (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *original = in_folder (fixture, "2026-0001 LEFEVRE-AB Zoe.pdf");
  g_autofree char *copy = in_folder (fixture, "copy.pdf");
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GError) error = NULL;

  certificates = issue (fixture, id, fixture->base->folder, NULL, FALSE, &error);
  g_assert_true (sceau_reprint_certificate (fixture->school, "2026-0001", copy, &error));
  g_assert_no_error (error);
  first = read_bytes (original);
  second = read_bytes (copy);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpint (verify (fixture, copy, "2026-0001"), ==, SCEAU_VERIFY_GENUINE);

  g_assert_false (sceau_reprint_certificate (fixture->school, "2026-0001", copy, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (sceau_reprint_certificate (fixture->school, "2026-0009", copy, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
}

static void
test_duplicates_say_so (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *first = in_folder (fixture, "first.pdf");
  g_autofree char *second = in_folder (fixture, "second.pdf");
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) certificates = issue (fixture, id, NULL, NULL, FALSE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_duplicate_certificate (fixture->school, "2026-0001", first, " ", NULL, NULL,
                                               fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "needs a reason");
  g_assert_true (sceau_duplicate_certificate (fixture->school, "2026-0001", first, "Perte déclarée", NULL, NULL,
                                              fixture->base->faults, &error));
  g_assert_no_error (error);
  g_assert_false (sceau_duplicate_certificate (fixture->school, "2026-0001", first, "Perte déclarée", NULL, NULL,
                                               fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "exists already");
  g_assert_true (sceau_duplicate_certificate (fixture->school, "2026-0001", second, "Vol", NULL, NULL,
                                              fixture->base->faults, &error));
  g_assert_cmpint (verify (fixture, first, "2026-0001"), ==, SCEAU_VERIFY_DUPLICATE);
  g_assert_cmpint (verify (fixture, second, "2026-0001"), ==, SCEAU_VERIFY_DUPLICATE);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "certificate.duplicate"), ==, 2);

  text = sceau_pdf_words (second);
  if (text != NULL)
    {
      sceau_assert_contains (text, "DUPLICATA n° 2");
      sceau_assert_contains (text, "2026-0001");
    }
}

/* A duplicate says what the original says: not another name. */
static void
test_a_new_name_has_no_duplicate (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *path = in_folder (fixture, "duplicate.pdf");
  g_autoptr (GPtrArray) certificates = issue (fixture, id, NULL, NULL, FALSE, NULL);
  g_autoptr (GError) error = NULL;

  sceau_jury_fixture_rename (fixture, 0);
  g_assert_false (sceau_duplicate_certificate (fixture->school, "2026-0001", path, "Perte", NULL, NULL,
                                               fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "delivered to Zoé LEFÈVRE-AB");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_a_revocation_stays_visible (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *original = in_folder (fixture, "2026-0001 LEFEVRE-AB Zoe.pdf");
  g_autofree char *duplicate = in_folder (fixture, "duplicate.pdf");
  g_autofree char *third = in_folder (fixture, "third.pdf");
  g_autoptr (GPtrArray) certificates = issue (fixture, id, fixture->base->folder, NULL, FALSE, NULL);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_duplicate_certificate (fixture->school, "2026-0001", duplicate, "Perte", NULL, NULL,
                                              fixture->base->faults, &error));
  g_assert_false (sceau_revoke_certificate (fixture->school, "2026-0001", "\t", &error));
  sceau_jury_fixture_assert_said (fixture, &error, "needs a reason");
  g_assert_true (sceau_revoke_certificate (fixture->school, "2026-0001", "Fraude établie.", &error));
  g_assert_no_error (error);
  g_assert_false (sceau_revoke_certificate (fixture->school, "2026-0001", "Encore.", &error));
  sceau_jury_fixture_assert_said (fixture, &error, "it is revoked");
  g_assert_false (sceau_duplicate_certificate (fixture->school, "2026-0001", third, "Perte", NULL, NULL,
                                               fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "is revoked");
  g_assert_cmpint (verify (fixture, original, "2026-0001"), ==, SCEAU_VERIFY_REVOKED);
  g_assert_cmpint (verify (fixture, duplicate, "2026-0001"), ==, SCEAU_VERIFY_REVOKED);

  again = issue (fixture, id, NULL, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((SceauCertificate *) g_ptr_array_index (again, 0))->number, ==, "2026-0002");
}

static void
test_an_altered_file_is_unknown (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *path = in_folder (fixture, "2026-0001 LEFEVRE-AB Zoe.pdf");
  g_autofree char *data = NULL;
  g_autoptr (GPtrArray) certificates = issue (fixture, id, fixture->base->folder, NULL, FALSE, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  data[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  g_assert_cmpint (verify (fixture, path, NULL), ==, SCEAU_VERIFY_UNKNOWN);
  g_assert_null (sceau_verify_certificate_file (fixture->school, fixture->base->folder, &error));
  g_assert_nonnull (error);
}

/* Blocks --------------------------------------------------------------------------- */

static void
test_attests_an_acquired_block (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autofree char *path = in_folder (fixture, "attestation.pdf");
  g_autofree char *other = in_folder (fixture, "other.pdf");
  g_autofree char *text = NULL;
  SceauDate day = sceau_date_new (2026, 11, 21);
  g_autoptr (GError) error = NULL;

  sceau_jury_fixture_fail_block (fixture, 0);
  sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_assert_true (sceau_issue_attestation (fixture->school,
                                          &(SceauAttestation){ .paper = SCEAU_PAPER_BLOCK_ATTESTATION,
                                                               .learner_number = "A001",
                                                               .block_code = "RNCP41445BC01",
                                                               .delivered = day },
                                          path, fixture->base->faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "attestation.issue"), ==, 1);
  g_assert_false (sceau_issue_attestation (fixture->school,
                                           &(SceauAttestation){ .paper = SCEAU_PAPER_BLOCK_ATTESTATION,
                                                                .learner_number = "A001",
                                                                .block_code = "RNCP41445BC04",
                                                                .delivered = day },
                                           other, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "has not acquired the block");
  g_assert_false (sceau_issue_attestation (fixture->school,
                                           &(SceauAttestation){ .paper = SCEAU_PAPER_BLOCK_ATTESTATION,
                                                                .learner_number = "A001",
                                                                .block_code = "RNCP41445BC01",
                                                                .delivered = sceau_date_new (2026, 11, 19) },
                                           other, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "before the jury decided");
  g_assert_false (sceau_issue_attestation (fixture->school,
                                           &(SceauAttestation){ .paper = SCEAU_PAPER_BLOCK_ATTESTATION,
                                                                .learner_number = "A001",
                                                                .block_code = "RNCP41445BC01",
                                                                .delivered = day },
                                           path, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "exists already");
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "attestation.issue"), ==, 1);

  text = sceau_pdf_words (path);
  if (text != NULL)
    sceau_assert_contains (text, "RNCP41445BC01");
}

static void
test_attests_no_dispense (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autofree char *path = in_folder (fixture, "attestation.pdf");
  const SceauAcquiredBlock dispense = { .learner_id = 1,
                                        .certification_code = (char *) SCEAU_FIXTURE_CODE,
                                        .block_code = (char *) "RNCP41445BC02",
                                        .kind = SCEAU_ACQUISITION_DISPENSE,
                                        .date = sceau_date_new (2026, 2, 2),
                                        .proof = (char *) "Décision 2026-12" };
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_record_acquired_block (fixture->school, &dispense, fixture->base->faults, &error));
  g_assert_false (sceau_issue_attestation (fixture->school,
                                           &(SceauAttestation){ .paper = SCEAU_PAPER_BLOCK_ATTESTATION,
                                                                .learner_number = "A001",
                                                                .block_code = "RNCP41445BC02",
                                                                .delivered = sceau_date_new (2026, 11, 21) },
                                           path, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "no jury has validated it");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/certificate-copies/reprints-the-same-bytes", test_reprints_the_same_bytes);
  g_test_add_func ("/workflows/certificate-copies/duplicates-say-so", test_duplicates_say_so);
  g_test_add_func ("/workflows/certificate-copies/a-new-name-has-no-duplicate", test_a_new_name_has_no_duplicate);
  g_test_add_func ("/workflows/certificate-copies/a-revocation-stays-visible", test_a_revocation_stays_visible);
  g_test_add_func ("/workflows/certificate-copies/an-altered-file-is-unknown", test_an_altered_file_is_unknown);
  g_test_add_func ("/workflows/certificate-copies/attests-an-acquired-block", test_attests_an_acquired_block);
  g_test_add_func ("/workflows/certificate-copies/attests-no-dispense", test_attests_no_dispense);
  return g_test_run ();
}
