/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A delivery that is stopped goes on; its files, its codes, what is said and shown before it, and attestations. */

#include <glib/gstdio.h>
#include <string.h>

#include "sceau-certificate-table.h"
#include "sceau-code-finder.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-jury-fixture.h"
#include "sceau-keep-house-style.h"
#include "sceau-keep-school.h"
#include "sceau-verify-certificate.h"

#define PASSPHRASE "douze mots que personne ne sait"

static SceauIssueOptions
options_of (gint64 id)
{
  return (SceauIssueOptions){ .session_id = id, .delivered = sceau_date_new (2026, 11, 21), .place = "Lille" };
}

static GPtrArray *
issue (SceauJuryFixture *fixture, const SceauIssueOptions *options, GError **error)
{
  return sceau_issue_certificates (fixture->school, options, fixture->base->faults, NULL, NULL, error);
}

static char *
in_folder (SceauJuryFixture *fixture, const char *name)
{
  return g_build_filename (fixture->base->folder, name, NULL);
}

static gint64
count_register (SceauJuryFixture *fixture)
{
  const SceauCertificateQuery query = { 0 };

  return sceau_certificate_table_count (fixture->school, &query, NULL);
}

static void
assert_genuine (SceauJuryFixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauVerified) verified = sceau_verify_certificate_file (fixture->school, path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (verified->verification, ==, SCEAU_VERIFY_GENUINE);
}

static char *
read_text (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Stopped and gone on with ---------------------------------------------------------------- */

typedef struct
{
  SceauProgress progress;
  GCancellable *cancellable;
  guint left; /* pages that may still be begun */
} Stop;

static void
stop_at_page (double fraction, const char *what, gpointer data)
{
  Stop *stop = data;

  stop->progress.last = 0; /* every step is told */
  if (g_strcmp0 (what, "Issuing the parchemins") == 0 && stop->left-- == 0)
    g_cancellable_cancel (stop->cancellable);
}

static void
test_goes_on_where_it_was_cancelled (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (5);
  g_autofree char *folder = in_folder (fixture, "parchemins");
  g_autofree char *first = g_build_filename (folder, "2026-0001 LEFEVRE-AB Zoe.pdf", NULL);
  g_autofree char *last = g_build_filename (folder, "2026-0005 LEFEVRE-AF Zoe.pdf", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Stop stop = { .progress = { .report = stop_at_page, .user_data = &stop }, .cancellable = cancellable, .left = 3 };
  SceauIssueOptions options = options_of (sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED));
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GError) error = NULL;

  options.folder = folder;
  g_assert_null (sceau_issue_certificates_by (fixture->school, &options, NULL, 2, fixture->base->faults, &stop.progress,
                                              cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (count_register (fixture), ==, 2);
  g_assert_true (sceau_workflow_fixture_has_fault (fixture->base, SCEAU_FAULT_WARNING, 0, "2 parchemins of 5 were issued before that"));
  assert_genuine (fixture, first);

  sceau_workflow_fixture_forget_faults (fixture->base);
  rest = issue (fixture, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rest->len, ==, 3);
  g_assert_cmpstr (((SceauCertificate *) g_ptr_array_index (rest, 0))->number, ==, "2026-0003");
  assert_genuine (fixture, last);
}

static void
test_writes_what_is_missing (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (3);
  g_autofree char *path = in_folder (fixture, "2026-0002 LEFEVRE-AC Zoe.pdf");
  g_autofree char *merged = in_folder (fixture, "tous.pdf");
  g_autofree char *archive = in_folder (fixture, "tous.zip");
  g_autofree char *words = NULL;
  SceauIssueOptions options = options_of (sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED));
  g_autoptr (GPtrArray) issued = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  options.folder = fixture->base->folder;
  issued = issue (fixture, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);

  options.merged = merged;
  options.archive = archive;
  for (int i = 0; i < 2; i++)
    {
      g_clear_pointer (&none, g_ptr_array_unref);
      none = issue (fixture, &options, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (none->len, ==, 0);
    }
  assert_genuine (fixture, path);
  words = sceau_pdf_words (merged);
  if (words != NULL)
    {
      sceau_assert_contains (words, "Zoé LEFÈVRE-AB");
      sceau_assert_contains (words, "Zoé LEFÈVRE-AD");
    }
  g_assert_cmpint (count_register (fixture), ==, 3);

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_true (g_file_set_contents (archive, "mine too", -1, NULL));
  g_assert_null (issue (fixture, &options, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "is not the parchemin 2026-0002");
  g_free (words);
  words = read_text (path);
  g_assert_cmpstr (words, ==, "mine");
  options.folder = NULL;
  g_assert_null (issue (fixture, &options, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "exists already with another content");
  g_free (words);
  words = read_text (archive);
  g_assert_cmpstr (words, ==, "mine too");
}

/* The merged file shows what was issued, or says that it does not. */
static void
test_merges_only_what_was_issued (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  g_autofree char *merged = in_folder (fixture, "tous.pdf");
  SceauIssueOptions options = options_of (sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED));
  g_autoptr (GPtrArray) issued = issue (fixture, &options, NULL);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (issued->len, ==, 2);
  sceau_jury_fixture_rename (fixture, 0);
  options.merged = merged;
  none = issue (fixture, &options, &error);
  g_assert_no_error (error);
  g_assert_true (sceau_workflow_fixture_has_fault (fixture->base, SCEAU_FAULT_WARNING, 0, "The merged file is without this parchemin"));
  g_assert_true (g_file_test (merged, G_FILE_TEST_IS_REGULAR));
}

/* Codes ---------------------------------------------------------------------------------- */

static void
assert_code (SceauJuryFixture *fixture, const char *path, SceauVerification expected)
{
  g_autofree char *contents = NULL;
  g_autofree char *code = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SceauVerified) verified = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  code = sceau_find_code_text (bytes);
  g_assert_nonnull (code);
  verified = sceau_verify_certificate_text (fixture->school, code, &error);
  g_assert_no_error (error);
  g_assert_cmpint (verified->verification, ==, expected);
}

static void
test_bears_a_code_that_verifies (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autofree char *path = in_folder (fixture, "2026-0001 LEFEVRE-AB Zoe.pdf");
  g_autofree char *copy = in_folder (fixture, "duplicata.pdf");
  SceauIssueOptions options = options_of (sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED));
  g_autoptr (GPtrArray) issued = NULL;
  g_autoptr (GPtrArray) acts = NULL;
  g_autoptr (GError) error = NULL;
  const SceauCertificate *certificate;

  options.folder = fixture->base->folder;
  options.passphrase = "trop court";
  g_assert_null (issue (fixture, &options, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "fewer than twelve characters");
  g_assert_cmpint (count_register (fixture), ==, 0);

  options.passphrase = PASSPHRASE;
  issued = issue (fixture, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (fixture->base->faults), ==, 0);
  certificate = g_ptr_array_index (issued, 0);
  g_assert_nonnull (certificate->code_text);
  assert_code (fixture, path, SCEAU_VERIFY_GENUINE);

  g_assert_true (sceau_duplicate_certificate (fixture->school, "2026-0001", copy, "Perte", "Ana Exemple", PASSPHRASE,
                                              fixture->base->faults, &error));
  g_assert_no_error (error);
  assert_code (fixture, copy, SCEAU_VERIFY_DUPLICATE);
  acts = sceau_certificate_table_list_acts (fixture->school, "2026-0001", NULL);
  g_assert_cmpuint (acts->len, ==, 1);
  g_assert_cmpstr (((SceauRegisterAct *) g_ptr_array_index (acts, 0))->person, ==, "Ana Exemple");
  g_assert_true (sceau_check_school (fixture->school, fixture->base->faults, &error));
  g_assert_cmpuint (sceau_faults_length (fixture->base->faults), ==, 0);
}

/* Before --------------------------------------------------------------------------------- */

static void
test_says_everything_and_writes_nothing (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (3);
  SceauIssueOptions options = options_of (sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  sceau_jury_fixture_rename (fixture, 0);
  sceau_jury_fixture_rename (fixture, 2);
  before = sceau_workflow_fixture_digest (fixture->base);
  options.delivered = sceau_date_new (2026, 11, 19);
  g_assert_true (sceau_check_certificates (fixture->school, &options, fixture->base->faults, &error));
  g_assert_no_error (error);
  said = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (said, "A001");
  sceau_assert_contains (said, "A003");
  sceau_assert_contains (said, "U+738B");
  sceau_assert_contains (said, "before the decision of the jury");
  sceau_assert_contains (said, "no code");
  after = sceau_workflow_fixture_digest (fixture->base);
  g_assert_cmpstr (before, ==, after);
}

static void
test_shows_drafts_and_writes_nothing (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  SceauIssueOptions options = options_of (sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED));
  g_autofree char *before = sceau_workflow_fixture_digest (fixture->base);
  g_autofree char *path = in_folder (fixture, "projet.pdf");
  g_autofree char *after = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autoptr (GPtrArray) issued = NULL;
  g_autoptr (GError) error = NULL;

  pdf = sceau_preview_certificates (fixture->school, &options, NULL, &error);
  g_assert_no_error (error);
  after = sceau_workflow_fixture_digest (fixture->base);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  words = sceau_pdf_words (path);
  if (words != NULL)
    sceau_assert_contains (words, "Zoé LEFÈVRE-AC");
  issued = issue (fixture, &options, &error);
  g_assert_cmpuint (issued->len, ==, 2);
  none = sceau_preview_certificates (fixture->school, &options, NULL, &error);
  g_assert_null (none);
  sceau_jury_fixture_assert_said (fixture, &error, "No parchemin is left to be shown");
}

static void
test_is_signed_by_who_is_habilitated (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autofree char *path = in_folder (fixture, "2026-0001 LEFEVRE-AB Zoe.pdf");
  SceauIssueOptions options = options_of (sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED));
  SceauSignatory signatory = { .name = (char *) "Ysé INVENTÉE", .title = (char *) "Directrice adjointe",
                               .start = sceau_date_new (2026, 1, 1), .end = SCEAU_NO_DATE };
  g_autofree char *words = NULL;
  g_autoptr (GPtrArray) issued = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  id = sceau_add_signatory (fixture->school, &signatory, fixture->base->faults, &error);
  g_assert_no_error (error);
  sceau_end_signatory (fixture->school, id, sceau_date_new (2026, 11, 20), fixture->base->faults, &error);
  g_assert_no_error (error);
  options.folder = fixture->base->folder;
  g_assert_null (issue (fixture, &options, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "not habilitated to sign on the day of delivery");

  options.delivered = sceau_date_new (2026, 11, 20);
  issued = issue (fixture, &options, &error);
  g_assert_no_error (error);
  words = sceau_pdf_words (path);
  if (words != NULL)
    sceau_assert_contains (words, "Ysé INVENTÉE");
}

/* Attestations --------------------------------------------------------------------------- */

static void
test_attests_what_awaits_its_parchemin (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  g_autofree char *path = in_folder (fixture, "reussite.pdf");
  g_autofree char *later = in_folder (fixture, "trop-tard.pdf");
  SceauAttestation attestation = { .paper = SCEAU_PAPER_SUCCESS_ATTESTATION, .learner_number = "A001",
                                   .delivered = sceau_date_new (2026, 11, 21) };
  SceauIssueOptions options;
  g_autofree char *words = NULL;
  g_autoptr (GPtrArray) issued = NULL;
  g_autoptr (GError) error = NULL;

  sceau_jury_fixture_fail_block (fixture, 1);
  options = options_of (sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED));
  g_assert_true (sceau_issue_attestation (fixture->school, &attestation, path, fixture->base->faults, &error));
  g_assert_no_error (error);
  assert_genuine (fixture, path);
  words = sceau_pdf_words (path);
  if (words != NULL)
    sceau_assert_contains (words, "dans l’attente de la délivrance du parchemin");
  attestation.learner_number = "A002";
  g_assert_false (sceau_issue_attestation (fixture->school, &attestation, later, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "No sealed jury has certified learner A002");

  issued = issue (fixture, &options, &error);
  attestation.learner_number = "A001";
  g_assert_false (sceau_issue_attestation (fixture->school, &attestation, later, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "is issued");
  g_assert_false (g_file_test (later, G_FILE_TEST_EXISTS));
}

static void
test_a_supplement_lists_what_was_won (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autofree char *path = in_folder (fixture, "supplement.pdf");
  const SceauAttestation attestation = { .paper = SCEAU_PAPER_SUPPLEMENT, .learner_number = "A001",
                                         .delivered = sceau_date_new (2026, 11, 21) };
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_issue_attestation (fixture->school, &attestation, path, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "No sealed jury");
  sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_assert_true (sceau_issue_attestation (fixture->school, &attestation, path, fixture->base->faults, &error));
  g_assert_no_error (error);
  words = sceau_pdf_words (path);
  if (words == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  sceau_assert_contains (words, "RNCP41445BC01");
  sceau_assert_contains (words, "RNCP41445BC04");
  sceau_assert_contains (words, "acquis le 20 novembre 2026");
  sceau_assert_contains (words, "sur 20");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/issue-groups/goes-on-where-it-was-cancelled", test_goes_on_where_it_was_cancelled);
  g_test_add_func ("/workflows/issue-groups/writes-what-is-missing", test_writes_what_is_missing);
  g_test_add_func ("/workflows/issue-groups/merges-only-what-was-issued", test_merges_only_what_was_issued);
  g_test_add_func ("/workflows/issue-groups/bears-a-code-that-verifies", test_bears_a_code_that_verifies);
  g_test_add_func ("/workflows/issue-groups/says-everything-and-writes-nothing", test_says_everything_and_writes_nothing);
  g_test_add_func ("/workflows/issue-groups/shows-drafts-and-writes-nothing", test_shows_drafts_and_writes_nothing);
  g_test_add_func ("/workflows/issue-groups/is-signed-by-who-is-habilitated", test_is_signed_by_who_is_habilitated);
  g_test_add_func ("/workflows/issue-groups/attests-what-awaits-its-parchemin", test_attests_what_awaits_its_parchemin);
  g_test_add_func ("/workflows/issue-groups/a-supplement-lists-what-was-won", test_a_supplement_lists_what_was_won);
  return g_test_run ();
}
