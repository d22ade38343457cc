/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* After the seal: notification and letters, embargo, appeals, signed minutes; and the keys that sign. */

#include "sceau-appeal-table.h"
#include "sceau-certificate-table.h"
#include "sceau-decision-table.h"
#include "sceau-jury-table.h"
#include "sceau-notification-table.h"
#include "sceau-school-check.h"
#include "sceau-signed-minutes-table.h"
#include "sceau-signing-key-table.h"
#include "sceau-test-school.h"

#define PUBLIC_KEY "00112233445566778899aabbccddeeff00112233445566778899aabbccddeef"

static gint64
enrolment_at (SceauTestSchool *fixture, guint index)
{
  return g_array_index (fixture->enrolments, gint64, index);
}

static void
assert_sound (SceauTestSchool *fixture)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_school_check (fixture->school, faults, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      g_autofree char *text = sceau_fault_to_string (sceau_faults_get (faults, i));

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
}

/* A sealed session whose results wait for the first of December; without @embargo they wait for nothing. */
static gint64
seal (SceauTestSchool *fixture, gboolean embargo)
{
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  gint64 id;

  sceau_test_school_add_results (fixture);
  id = sceau_test_school_deliberate (fixture);
  session = sceau_jury_table_find (fixture->school, id, &error);
  g_assert_no_error (error);
  session->embargo = embargo ? sceau_date_new (2026, 12, 1) : SCEAU_NO_DATE;
  g_assert_true (sceau_jury_table_update (fixture->school, session, &error));
  hash = sceau_jury_table_seal (fixture->school, id, &error);
  g_assert_no_error (error);
  return id;
}

static void
notify (SceauTestSchool *fixture, gint64 id, SceauDate date)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_notification_table_insert (fixture->school, id, date, 60, &error));
  g_assert_no_error (error);
}

static void
test_notification (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = seal (fixture, TRUE);
  gint64 unsealed = sceau_test_school_plan (fixture);
  SceauDate date;
  int days;

  g_assert_false (sceau_notification_table_find (fixture->school, id, &date, &days, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (sceau_notification_table_insert (fixture->school, unsealed, sceau_date_new (2026, 12, 1), 60, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (sceau_notification_table_insert (fixture->school, id, sceau_date_new (2026, 11, 30), 60, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  notify (fixture, id, sceau_date_new (2026, 12, 1));
  g_assert_true (sceau_notification_table_find (fixture->school, id, &date, &days, &error));
  g_assert_cmpuint (date, ==, sceau_date_new (2026, 12, 1));
  g_assert_cmpint (days, ==, 60);
  g_assert_false (sceau_notification_table_insert (fixture->school, id, sceau_date_new (2026, 12, 2), 60, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  session = sceau_jury_table_find (fixture->school, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (session->notified, ==, sceau_date_new (2026, 12, 1));
  assert_sound (fixture);
}

static void
test_letter (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  g_autoptr (GBytes) letter = g_bytes_new_static ("%PDF-1.7 letter", 15);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = seal (fixture, FALSE);

  g_assert_false (sceau_result_letter_table_insert (fixture->school, id, enrolment_at (fixture, 0), letter, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  notify (fixture, id, sceau_date_new (2026, 11, 22));
  g_assert_true (sceau_result_letter_table_insert (fixture->school, id, enrolment_at (fixture, 0), letter, &error));
  g_assert_no_error (error);
  g_assert_false (sceau_result_letter_table_insert (fixture->school, id, enrolment_at (fixture, 0), letter, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  kept = sceau_result_letter_table_find (fixture->school, id, enrolment_at (fixture, 0), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (kept, letter));
  none = sceau_result_letter_table_find (fixture->school, id, enrolment_at (fixture, 1), &error);
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  assert_sound (fixture);
}

static SceauCertificate *
make_certificate (SceauTestSchool *fixture, gint64 session_id, guint index, SceauDate delivered)
{
  SceauCertificate *certificate = sceau_certificate_new ();

  certificate->year = sceau_date_year (delivered);
  certificate->sequence = sceau_certificate_table_next_sequence (fixture->school, certificate->year, NULL);
  certificate->number = sceau_certificate_format_number (certificate->year, certificate->sequence);
  certificate->enrolment_id = enrolment_at (fixture, index);
  certificate->session_id = session_id;
  certificate->learner_number = g_strdup_printf ("A%03u", index + 1);
  certificate->learner_name = g_strdup ("Quelqu’un d’inventé");
  certificate->certification_code = g_strdup (fixture->certification_code);
  certificate->decided = sceau_date_new (2026, 10, 15);
  certificate->delivered = delivered;
  certificate->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "%PDF", 4);
  return certificate;
}

/* A parchemin would tell what the embargo keeps; without an embargo it follows the seal. */
static void
test_embargo (void)
{
  static const struct
  {
    gboolean embargo;
    gboolean notified;
    int day; /* of December 2026 */
    gboolean allowed;
  } cases[] = { { FALSE, FALSE, 1, TRUE }, { TRUE, FALSE, 0, FALSE }, { TRUE, FALSE, 1, TRUE }, { TRUE, TRUE, 2, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
      g_autoptr (SceauCertificate) certificate = NULL;
      g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF", 4);
      g_autoptr (GError) error = NULL;
      gint64 id = seal (fixture, cases[i].embargo);

      if (cases[i].notified)
        notify (fixture, id, sceau_date_new (2026, 12, 1));
      certificate = make_certificate (fixture, id, 0, cases[i].day > 0 ? sceau_date_new (2026, 12, cases[i].day) : sceau_date_new (2026, 11, 30));
      g_assert_cmpint (sceau_certificate_table_insert (fixture->school, certificate, pdf, &error), ==, cases[i].allowed);
      if (cases[i].allowed)
        g_assert_no_error (error);
      else
        g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
    }
}

/* A session in preparation that rectifies @first for everybody it decided on. */
static gint64
plan_rectification (SceauTestSchool *fixture, gint64 first)
{
  g_autoptr (SceauJurySession) session = sceau_jury_session_new ();
  g_autoptr (GError) error = NULL;

  session->certification_code = g_strdup (fixture->certification_code);
  session->cohort_id = fixture->cohort_id;
  session->date = sceau_date_new (2026, 12, 20);
  session->rectifies = first;
  session->rectification_reason = g_strdup ("Recours accueilli");
  g_assert_true (sceau_jury_table_insert (fixture->school, session, &error));
  g_assert_no_error (error);
  return session->id;
}

static void
test_appeal (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  const SceauAppealQuery open = { .open = TRUE };
  const SceauAppealQuery second_page = { .offset = 1, .limit = 1 };
  g_autoptr (SceauAppeal) appeal = sceau_appeal_new ();
  g_autoptr (SceauAppeal) other = sceau_appeal_new ();
  g_autoptr (SceauAppeal) found = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = seal (fixture, FALSE);
  gint64 unrelated = sceau_test_school_plan (fixture);
  gint64 rectifying;

  appeal->session_id = id;
  appeal->enrolment_id = enrolment_at (fixture, 1);
  appeal->filed = sceau_date_new (2026, 11, 25);
  appeal->ground = g_strdup ("Une note n’a pas été comptée.");
  g_assert_false (sceau_appeal_table_insert (fixture->school, appeal, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  notify (fixture, id, sceau_date_new (2026, 11, 22));
  g_assert_true (sceau_appeal_table_insert (fixture->school, appeal, &error));
  g_assert_no_error (error);
  other->session_id = id;
  other->enrolment_id = enrolment_at (fixture, 0);
  other->filed = sceau_date_new (2026, 11, 24);
  other->ground = g_strdup ("L’appréciation est trop sévère.");
  g_assert_true (sceau_appeal_table_insert (fixture->school, other, &error));
  list = sceau_appeal_table_list (fixture->school, NULL, &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (((SceauAppeal *) g_ptr_array_index (list, 0))->id, ==, appeal->id);
  page = sceau_appeal_table_list (fixture->school, &second_page, &error);
  g_assert_cmpuint (page->len, ==, 1);
  g_assert_cmpint (((SceauAppeal *) g_ptr_array_index (page, 0))->id, ==, other->id);

  /* Only the session that mends the decision can be named, and only an answer with its reasons is one. */
  appeal->state = SCEAU_APPEAL_UPHELD;
  appeal->answered = sceau_date_new (2026, 12, 20);
  appeal->rectifying_id = unrelated;
  g_assert_false (sceau_appeal_table_answer (fixture->school, appeal, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  rectifying = plan_rectification (fixture, id);
  appeal->rectifying_id = rectifying;
  g_assert_false (sceau_appeal_table_answer (fixture->school, appeal, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  appeal->answer = g_strdup ("La note est rétablie.");
  g_assert_true (sceau_appeal_table_answer (fixture->school, appeal, &error));
  g_assert_no_error (error);
  found = sceau_appeal_table_find (fixture->school, appeal->id, &error);
  g_assert_cmpint (found->state, ==, SCEAU_APPEAL_UPHELD);
  g_assert_cmpstr (found->learner_number, ==, "A002");
  g_assert_cmpstr (found->ground, ==, "Une note n’a pas été comptée.");
  g_assert_cmpstr (found->answer, ==, "La note est rétablie.");
  g_assert_cmpuint (found->answered, ==, sceau_date_new (2026, 12, 20));
  g_assert_cmpint (found->rectifying_id, ==, rectifying);
  g_assert_false (sceau_appeal_table_answer (fixture->school, appeal, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_SEALED);
  g_clear_error (&error);
  g_assert_false (sceau_jury_table_delete (fixture->school, rectifying, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_SEALED);
  g_clear_error (&error);
  g_assert_cmpint (sceau_appeal_table_count (fixture->school, &open, &error), ==, 1);
  g_assert_cmpint (sceau_appeal_table_count (fixture->school, NULL, &error), ==, 2);
  assert_sound (fixture);
}

static void
test_signed_minutes (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (GBytes) scan = g_bytes_new_static ("%PDF-1.4 scan", 13);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autoptr (GError) error = NULL;
  gint64 unsealed = sceau_test_school_plan (fixture);
  gint64 id = seal (fixture, FALSE);
  const SceauSignedMinutes *kept;
  gint64 number;

  g_assert_cmpint (sceau_signed_minutes_table_insert (fixture->school, unsealed, "pv.pdf", "application/pdf", scan, &error), ==, 0);
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpint (sceau_signed_minutes_table_insert (fixture->school, id, "pv.exe", "application/octet-stream", scan, &error), ==, 0);
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  number = sceau_signed_minutes_table_insert (fixture->school, id, "PV signé.pdf", "application/pdf", scan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (number, >, 0);
  g_assert_cmpint (sceau_signed_minutes_table_insert (fixture->school, id, "copie.pdf", "application/pdf", scan, &error), ==, 0);
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  list = sceau_signed_minutes_table_list (fixture->school, id, &error);
  g_assert_cmpuint (list->len, ==, 1);
  kept = g_ptr_array_index (list, 0);
  g_assert_cmpint (kept->id, ==, number);
  g_assert_cmpstr (kept->name, ==, "PV signé.pdf");
  g_assert_cmpstr (kept->media_type, ==, "application/pdf");
  g_assert_cmpstr (kept->attached_at, ==, "2026-11-22T10:00:00Z");
  g_assert_cmpuint (kept->size, ==, 13);
  read = sceau_signed_minutes_table_read (fixture->school, number, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, scan));
  none = sceau_signed_minutes_table_read (fixture->school, number + 1, &error);
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  assert_sound (fixture);
}

static void
test_signing_key (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (GBytes) private = g_bytes_new_static ("sealed", 6);
  g_autoptr (GBytes) resealed = g_bytes_new_static ("sealed again", 12);
  char first_public[] = PUBLIC_KEY "0";
  char second_public[] = PUBLIC_KEY "1";
  const SceauSigningKey first = { .created = sceau_date_new (2026, 11, 22), .public_key = first_public, .sealed_private = private };
  const SceauSigningKey second = { .created = sceau_date_new (2027, 11, 22), .public_key = second_public, .sealed_private = private };
  g_autoptr (SceauSigningKey) none = NULL;
  g_autoptr (SceauSigningKey) current = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  none = sceau_signing_key_table_find_current (fixture->school, &error);
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  id = sceau_signing_key_table_insert (fixture->school, &first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sceau_signing_key_table_insert (fixture->school, &second, &error), ==, 0);
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (sceau_signing_key_table_reseal (fixture->school, id, resealed, &error));
  current = sceau_signing_key_table_find_current (fixture->school, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (current->public_key, ==, first_public);
  g_assert_cmpuint (current->retired, ==, SCEAU_NO_DATE);
  g_assert_true (g_bytes_equal (current->sealed_private, resealed));
  g_assert_true (sceau_signing_key_table_retire (fixture->school, id, sceau_date_new (2027, 11, 22), &error));
  g_assert_false (sceau_signing_key_table_retire (fixture->school, id, sceau_date_new (2027, 11, 23), &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_SEALED);
  g_clear_error (&error);
  g_assert_cmpint (sceau_signing_key_table_insert (fixture->school, &second, &error), >, id);
  g_assert_no_error (error);
  keys = sceau_signing_key_table_list (fixture->school, &error);
  g_assert_cmpuint (keys->len, ==, 2);
  g_assert_cmpstr (((SceauSigningKey *) g_ptr_array_index (keys, 0))->public_key, ==, second_public);
  g_assert_cmpuint (((SceauSigningKey *) g_ptr_array_index (keys, 1))->retired, ==, sceau_date_new (2027, 11, 22));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/notification/notification", test_notification);
  g_test_add_func ("/store/notification/letter", test_letter);
  g_test_add_func ("/store/notification/embargo", test_embargo);
  g_test_add_func ("/store/notification/appeal", test_appeal);
  g_test_add_func ("/store/notification/signed-minutes", test_signed_minutes);
  g_test_add_func ("/store/notification/signing-key", test_signing_key);
  return g_test_run ();
}
