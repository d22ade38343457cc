/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* From a sealed decision to a document that stays what it is. */

#include <glib/gstdio.h>
#include <string.h>

#include "sceau-certificate-table.h"
#include "sceau-certification-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-jury-fixture.h"

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

static gint64
count_register (SceauJuryFixture *fixture)
{
  const SceauCertificateQuery query = { 0 };

  return sceau_certificate_table_count (fixture->school, &query, NULL);
}

/* Delivery ------------------------------------------------------------------------- */

static void
test_delivers_who_is_certified (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (3);
  g_autofree char *folder = in_folder (fixture, "parchemins");
  g_autofree char *merged = in_folder (fixture, "ensemble.pdf");
  g_autofree char *path = g_build_filename (folder, "2026-0001 LEFEVRE-AB Zoe.pdf", NULL);
  g_autofree char *second = g_build_filename (folder, "2026-0002 LEFEVRE-AC Zoe.pdf", NULL);
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;
  const SceauCertificate *certificate;
  gint64 id;

  sceau_jury_fixture_fail_block (fixture, 2);
  id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  certificates = issue (fixture, id, folder, merged, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (certificates->len, ==, 2);
  certificate = g_ptr_array_index (certificates, 0);
  g_assert_cmpstr (certificate->number, ==, "2026-0001");
  g_assert_cmpstr (certificate->learner_name, ==, "Zoé LEFÈVRE-AB");

  g_assert_true (g_file_test (second, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (merged, G_FILE_TEST_IS_REGULAR));
  written = read_bytes (path);
  kept = sceau_load_certificate_pdf (fixture->school, "2026-0001", &error);
  g_assert_true (g_bytes_equal (written, kept));
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "certificate.issue"), ==, 1);

  again = issue (fixture, id, folder, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, 0);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "certificate.issue"), ==, 1);
}

static void
test_says_what_the_fiche_says (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *path = in_folder (fixture, "2026-0001 LEFEVRE-AB Zoe.pdf");
  g_autofree char *text = NULL;
  g_autoptr (SceauCertification) fiche = sceau_certification_table_find (fixture->school, SCEAU_FIXTURE_CODE, NULL);
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GError) error = NULL;
  const char *const mentions[] = { "Zoé LEFÈVRE-AB", "2026-0001", "20 novembre 2026", "21 novembre 2026", "Villeneuve-d’Ascq",
                                   "RNCP41445", "en date du 27/10/2025", "France compétences", "INSTITUT MINES TELECOM - IMT NORD EUROPE",
                                   "Anne FICTIVE", "Directrice", "7 mars 1994", "Toulouse" };
  const char *const forbidden[] = { "Master", "Mastère", "Qualiopi", "sous réserve", "DUPLICATA", "SPÉCIMEN" };

  certificates = issue (fixture, id, fixture->base->folder, NULL, FALSE, &error);
  g_assert_no_error (error);
  text = sceau_pdf_words (path);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  sceau_assert_contains (text, fiche->title);
  sceau_assert_contains (text, ((SceauCode *) g_ptr_array_index (fiche->nsf, 0))->code);
  sceau_assert_contains (text, "7");
  for (guint i = 0; i < G_N_ELEMENTS (mentions); i++)
    sceau_assert_contains (text, mentions[i]);
  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    g_assert_null (strstr (text, forbidden[i]));
}

static void
test_follows_only_a_seal (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GError) error = NULL;

  certificates = issue (fixture, id, NULL, NULL, FALSE, &error);
  g_assert_null (certificates);
  sceau_jury_fixture_assert_said (fixture, &error, "seal the session first");
}

/* RNCP41445: last delivery on 26-10-2034, four years after the end of its registration. */
static void
test_the_last_day_of_delivery (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GError) error = NULL;

  certificates = sceau_issue_certificates (
      fixture->school,
      &(SceauIssueOptions){ .session_id = id, .delivered = sceau_date_new (2034, 10, 27), .place = "Lille" },
      fixture->base->faults, NULL, NULL, &error);
  g_assert_null (certificates);
  sceau_jury_fixture_assert_said (fixture, &error, "no delivery after 26/10/2034");
  certificates = sceau_issue_certificates (
      fixture->school,
      &(SceauIssueOptions){ .session_id = id, .delivered = sceau_date_new (2034, 10, 26), .place = "Lille" },
      fixture->base->faults, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((SceauCertificate *) g_ptr_array_index (certificates, 0))->number, ==, "2034-0001");
}

static void
test_refuses_a_delivery_that_cannot_be (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autoptr (GError) error = NULL;

  g_assert_null (sceau_issue_certificates (
      fixture->school,
      &(SceauIssueOptions){ .session_id = id, .delivered = sceau_date_new (2026, 11, 19), .place = "Lille" },
      fixture->base->faults, NULL, NULL, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "before the decision of the jury");
  g_assert_null (sceau_issue_certificates (
      fixture->school, &(SceauIssueOptions){ .session_id = id, .delivered = SCEAU_NO_DATE, .place = "Lille" },
      fixture->base->faults, NULL, NULL, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "day of delivery");
  g_assert_null (sceau_issue_certificates (
      fixture->school,
      &(SceauIssueOptions){ .session_id = id, .delivered = sceau_date_new (2026, 11, 21), .place = " " },
      fixture->base->faults, NULL, NULL, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "place of delivery");
  g_assert_cmpint (count_register (fixture), ==, 0);
}

/* The fiche was registered from 27-10-2025 on: an entry before is another fiche's. */
static void
test_an_entry_outside_the_registration (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_table_find (fixture->school, 1, NULL);
  g_autoptr (GError) error = NULL;
  gint64 id;

  enrolment->entry = sceau_date_new (2025, 10, 26);
  sceau_enrolment_table_update (fixture->school, enrolment, &error);
  g_assert_no_error (error);
  id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_assert_null (issue (fixture, id, NULL, NULL, FALSE, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "26 October 2025");
}

/* Numbers, files, cancels ---------------------------------------------------------- */

static void
test_a_refused_run_takes_no_number (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (3);
  g_autofree char *folder = in_folder (fixture, "parchemins");
  g_autoptr (GPtrArray) certificates = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  sceau_jury_fixture_rename (fixture, 0);
  before = sceau_workflow_fixture_digest (fixture->base);
  g_assert_null (issue (fixture, id, folder, NULL, FALSE, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "U+738B");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  after = sceau_workflow_fixture_digest (fixture->base);
  g_assert_cmpstr (before, ==, after);

  certificates = issue (fixture, id, folder, NULL, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (certificates->len, ==, 2);
  g_assert_cmpstr (((SceauCertificate *) g_ptr_array_index (certificates, 0))->number, ==, "2026-0001");
  g_assert_cmpstr (((SceauCertificate *) g_ptr_array_index (certificates, 1))->number, ==, "2026-0002");
}

static void
cancel_at_once (double fraction, const char *what, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_a_cancelled_run_leaves_nothing (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *folder = in_folder (fixture, "parchemins");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SceauProgress progress = { .report = cancel_at_once, .user_data = cancellable };
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (sceau_issue_certificates (
      fixture->school,
      &(SceauIssueOptions){
          .session_id = id, .delivered = sceau_date_new (2026, 11, 21), .place = "Lille", .folder = folder },
      fixture->base->faults, &progress, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  certificates = issue (fixture, id, NULL, NULL, FALSE, &error);
  g_assert_cmpstr (((SceauCertificate *) g_ptr_array_index (certificates, 0))->number, ==, "2026-0001");
}

/* A file stands where the folder should be: the remedy is another folder, not more space. */
static void
test_writes_into_no_file (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *folder = in_folder (fixture, "notes.txt");
  g_autofree char *below = g_build_filename (folder, "parchemins", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "kept", -1, NULL));
  g_assert_null (sceau_issue_certificates (
      fixture->school,
      &(SceauIssueOptions){
          .session_id = id, .delivered = sceau_date_new (2026, 11, 21), .place = "Lille", .folder = folder },
      fixture->base->faults, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  sceau_jury_fixture_assert_said (fixture, &error, "Choose a folder.");
  g_assert_null (sceau_issue_certificates (
      fixture->school,
      &(SceauIssueOptions){
          .session_id = id, .delivered = sceau_date_new (2026, 11, 21), .place = "Lille", .folder = below },
      fixture->base->faults, NULL, NULL, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "Choose a folder.");
}

static void
test_overwrites_no_file (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *path = in_folder (fixture, "2026-0002 LEFEVRE-AC Zoe.pdf");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_null (issue (fixture, id, fixture->base->folder, NULL, FALSE, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "2026-0002 LEFEVRE-AC Zoe.pdf: This file exists already");
  g_assert_null (issue (fixture, id, NULL, path, FALSE, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "This file exists already");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  g_assert_cmpint (count_register (fixture), ==, 0);
}

static void
test_a_folder_that_cannot_be (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *folder = g_build_filename (fixture->base->path, "inside-a-file", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (issue (fixture, id, folder, NULL, FALSE, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (count_register (fixture), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/issue-certificates/delivers-who-is-certified", test_delivers_who_is_certified);
  g_test_add_func ("/workflows/issue-certificates/says-what-the-fiche-says", test_says_what_the_fiche_says);
  g_test_add_func ("/workflows/issue-certificates/follows-only-a-seal", test_follows_only_a_seal);
  g_test_add_func ("/workflows/issue-certificates/the-last-day-of-delivery", test_the_last_day_of_delivery);
  g_test_add_func ("/workflows/issue-certificates/refuses-a-delivery-that-cannot-be", test_refuses_a_delivery_that_cannot_be);
  g_test_add_func ("/workflows/issue-certificates/an-entry-outside-the-registration", test_an_entry_outside_the_registration);
  g_test_add_func ("/workflows/issue-certificates/a-refused-run-takes-no-number", test_a_refused_run_takes_no_number);
  g_test_add_func ("/workflows/issue-certificates/a-cancelled-run-leaves-nothing", test_a_cancelled_run_leaves_nothing);
  g_test_add_func ("/workflows/issue-certificates/overwrites-no-file", test_overwrites_no_file);
  g_test_add_func ("/workflows/issue-certificates/writes-into-no-file", test_writes_into_no_file);
  g_test_add_func ("/workflows/issue-certificates/a-folder-that-cannot-be", test_a_folder_that_cannot_be);
  return g_test_run ();
}
