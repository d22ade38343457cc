/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Codes and files held against the register and the school's keys, and what strangers verify with. */

#include "sceau-verify-certificate.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "sceau-certificate-table.h"
#include "sceau-jury-fixture.h"
#include "sceau-keep-key.h"

#define PASSPHRASE "un phare dans la brume"
#define NEW_PASSPHRASE "deux phares dans la nuit"

/* One school with one parchemin for all: opening a key takes a second. */
static SceauJuryFixture *fixture;
static SceauSigner *signer;

static SceauVerificationCode *
make_code (SceauPaper paper)
{
  SceauVerificationCode *code = sceau_verification_code_new ();

  code->paper = paper;
  code->key_id = g_strdup (sceau_signer_key_id (signer));
  code->number = paper == SCEAU_PAPER_CERTIFICATE ? sceau_certificate_print_number ("2026-0001") : g_strdup ("ATT-7");
  code->holder = g_strdup ("Zoé LEFÈVRE");
  code->birth_date = sceau_date_new (1999, 3, 1);
  code->certification_code = g_strdup (SCEAU_FIXTURE_CODE);
  code->title = g_strdup ("Expert en exemples");
  code->decided = sceau_date_new (2026, 11, 20);
  code->delivered = sceau_date_new (2026, 11, 21);
  code->siret = g_strdup ("73282932000074");
  return code;
}

/* (transfer full) */
static char *
sign (const SceauVerificationCode *code)
{
  g_autofree char *message = sceau_verification_code_message (code);
  g_autoptr (GBytes) signature = sceau_signer_sign (signer, message, strlen (message));

  return sceau_verification_code_to_text (code, signature);
}

static void
set_text (char **member, const char *text)
{
  g_free (*member);
  *member = g_strdup (text);
}

static void
assert_text (const char *text, SceauVerification expected, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauVerified) verified = sceau_verify_certificate_text (fixture->school, text, &error);

  g_assert_no_error (error);
  g_test_message ("%s: %s", sceau_verification_to_id (verified->verification), verified->explanation);
  g_assert_cmpstr (sceau_verification_to_id (verified->verification), ==, sceau_verification_to_id (expected));
  g_assert_nonnull (strstr (verified->explanation, words));
}

static SceauDate
decided_day (void)
{
  g_autoptr (SceauCertificate) certificate = sceau_certificate_table_find (fixture->school, "2026-0001", NULL);

  return certificate->decided;
}

static void
test_codes (void)
{
  static const struct
  {
    const char *from, *to; /* after signing */
    SceauVerification expected;
    const char *words;
  } rows[] = {
    { NULL, NULL, SCEAU_VERIFY_GENUINE, "register has this very" },
    { "Zoé LEFÈVRE", "Zoé MARTIN", SCEAU_VERIFY_ALTERED, "A name, a title or a date" },
    { "Expert en", "Maître en", SCEAU_VERIFY_ALTERED, "A name, a title or a date" },
    { "1999-03-01", "1998-03-01", SCEAU_VERIFY_ALTERED, "A name, a title or a date" },
    { "SCEAU1|", "SCEAU2|", SCEAU_VERIFY_UNKNOWN, "begins with" },
    { "|s=", "|s=A", SCEAU_VERIFY_UNKNOWN, "not whole" },
    { "|h=", "|z=", SCEAU_VERIFY_UNKNOWN, "damaged" },
  };
  g_autoptr (SceauVerificationCode) code = make_code (SCEAU_PAPER_CERTIFICATE);
  g_autofree char *text = NULL;

  code->decided = decided_day ();
  text = sign (code);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) shown = g_string_new (text);

      if (rows[i].from != NULL)
        g_assert_cmpuint (g_string_replace (shown, rows[i].from, rows[i].to, 1), ==, 1);
      assert_text (shown->str, rows[i].expected, rows[i].words);
    }
  assert_text ("", SCEAU_VERIFY_UNKNOWN, "begins with");
}

/* Signed with the school's key all right: but is it what the register knows? */
static void
test_signed_codes_that_the_register_denies (void)
{
  g_autoptr (SceauVerificationCode) code = make_code (SCEAU_PAPER_CERTIFICATE);
  g_autofree char *another_day = NULL, *duplicate = NULL, *no_number = NULL, *other_number = NULL, *other_certification = NULL;

  code->decided = sceau_date_new (2020, 1, 1);
  another_day = sign (code);
  assert_text (another_day, SCEAU_VERIFY_ALTERED, "something else under this number");
  code->decided = decided_day ();
  set_text (&code->certification_code, "RNCP1");
  other_certification = sign (code);
  assert_text (other_certification, SCEAU_VERIFY_ALTERED, "something else under this number");
  set_text (&code->certification_code, SCEAU_FIXTURE_CODE);
  code->duplicate_rank = 3;
  duplicate = sign (code);
  assert_text (duplicate, SCEAU_VERIFY_ALTERED, "something else under this number");
  code->duplicate_rank = 0;
  set_text (&code->number, "2026-0999");
  other_number = sign (code);
  assert_text (other_number, SCEAU_VERIFY_UNKNOWN, "no such parchemin");
  set_text (&code->number, NULL);
  no_number = sign (code);
  assert_text (no_number, SCEAU_VERIFY_UNKNOWN, "no such parchemin");
}

static void
test_keys_of_others (void)
{
  g_autoptr (SceauVerificationCode) code = make_code (SCEAU_PAPER_CERTIFICATE);
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_load_identity (fixture->school, NULL);
  g_autofree char *forged = NULL, *foreign = NULL;

  set_text (&code->key_id, "0123456789abcdef");
  set_text (&code->siret, identity->siret);
  forged = sign (code);
  assert_text (forged, SCEAU_VERIFY_ALTERED, "forgery");
  set_text (&code->siret, "55208131766522");
  foreign = sign (code);
  assert_text (foreign, SCEAU_VERIFY_UNKNOWN, "another school");
}

static void
assert_bytes (const char *data, SceauVerification expected, const char *words)
{
  g_autofree char *path = g_build_filename (fixture->base->folder, "strange.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauVerified) verified = NULL;

  g_assert_true (g_file_set_contents (path, data, -1, NULL));
  verified = sceau_verify_certificate_file (fixture->school, path, &error);
  g_assert_no_error (error);
  g_test_message ("%s: %s", sceau_verification_to_id (verified->verification), verified->explanation);
  g_assert_cmpstr (sceau_verification_to_id (verified->verification), ==, sceau_verification_to_id (expected));
  g_assert_nonnull (strstr (verified->explanation, words));
}

/* Files that are not in the register, with a code in their metadata, with a spoilt one, with none. */
static void
test_strange_files (void)
{
  g_autoptr (SceauVerificationCode) code = make_code (SCEAU_PAPER_CERTIFICATE);
  g_autofree char *text = NULL, *escaped = NULL, *whole = NULL, *altered = NULL, *twice = NULL, *cut = NULL;

  code->decided = decided_day ();
  set_text (&code->title, "Expert <en> exemples & autres");
  text = sign (code);
  escaped = g_markup_escape_text (text, -1);
  whole = g_strdup_printf ("%%PDF-1.7\n<dc:identifier>%s</dc:identifier>\n%%%%EOF\n", escaped);
  altered = g_strdup_printf ("%%PDF-1.7\n<dc:identifier>%.40sx%s</dc:identifier>", escaped, escaped + 41);
  twice = g_strdup_printf ("%s%s", whole, altered);
  cut = g_strdup_printf ("%%PDF-1.7\n<dc:identifier>%s", escaped);
  assert_bytes (whole, SCEAU_VERIFY_ALTERED, "Its code is genuine");
  assert_bytes (altered, SCEAU_VERIFY_UNKNOWN, "damaged");
  assert_bytes (twice, SCEAU_VERIFY_UNKNOWN, "Not a document of this register");
  assert_bytes (cut, SCEAU_VERIFY_UNKNOWN, "Not a document of this register");
  assert_bytes ("%PDF-1.7\n<dc:identifier>SCEAU1|\xFF\xFE</dc:identifier>", SCEAU_VERIFY_UNKNOWN, "Not a document of this register");
  assert_bytes ("%PDF-1.7\n<dc:identifier>SCEAU1|&bomb;</dc:identifier>", SCEAU_VERIFY_UNKNOWN, "Not a document of this register");
  assert_bytes ("", SCEAU_VERIFY_UNKNOWN, "Not a document of this register");
}

/* A badge is refused where there is nothing to attest; what is written bears the school's key. */
static void
test_badge (void)
{
  g_autofree char *path = g_build_filename (fixture->base->folder, "badge.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root, *proof;

  g_assert_false (sceau_export_open_badge (fixture->school, "2026-0999", PASSPHRASE, path, fixture->base->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (sceau_export_open_badge (fixture->school, "2026-0001", PASSPHRASE, path, fixture->base->faults, &error));
  g_assert_no_error (error);
  g_assert_true (json_parser_load_from_file (parser, path, &error));
  root = json_node_get_object (json_parser_get_root (parser));
  proof = json_array_get_object_element (json_object_get_array_member (root, "proof"), 0);
  g_assert_true (g_str_has_prefix (json_object_get_string_member (proof, "proofValue"), "z"));
  g_assert_false (sceau_export_open_badge (fixture->school, "2026-0001", PASSPHRASE, path, fixture->base->faults, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

static char *
export_page (const char *name, const char *passphrase)
{
  g_autofree char *path = g_build_filename (fixture->base->folder, name, NULL);
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_export_verifier (fixture->school, passphrase, path, fixture->base->faults, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Last: it ends the parchemin and the key. */
static void
test_revocation_and_rotation (void)
{
  g_autoptr (SceauVerificationCode) attestation = make_code (SCEAU_PAPER_BLOCK_ATTESTATION);
  g_autoptr (SceauVerificationCode) code = make_code (SCEAU_PAPER_CERTIFICATE);
  g_autofree char *in_time = NULL, *late = NULL, *parchemin = NULL, *before = NULL, *after = NULL;
  g_autofree char *badge = g_build_filename (fixture->base->folder, "revoked.json", NULL);
  g_autoptr (GError) error = NULL;

  code->decided = decided_day ();
  code->delivered = sceau_date_new (2027, 1, 1);
  parchemin = sign (code);
  in_time = sign (attestation);
  attestation->delivered = sceau_date_new (2026, 11, 23);
  late = sign (attestation);
  before = export_page ("before.html", PASSPHRASE);
  g_assert_null (strstr (before, "|revoked|"));
  assert_text (in_time, SCEAU_VERIFY_GENUINE, "word by word");
  assert_text (late, SCEAU_VERIFY_GENUINE, "word by word");

  g_assert_true (sceau_rotate_signing_key (fixture->school, PASSPHRASE, NEW_PASSPHRASE, fixture->base->faults, &error));
  g_assert_no_error (error);
  assert_text (in_time, SCEAU_VERIFY_GENUINE, "word by word");
  assert_text (late, SCEAU_VERIFY_UNKNOWN, "suspicious");
  assert_text (parchemin, SCEAU_VERIFY_GENUINE, "after the day its key was retired");

  g_assert_true (sceau_revoke_certificate (fixture->school, "2026-0001", "Fraude établie.", &error));
  g_assert_no_error (error);
  assert_text (parchemin, SCEAU_VERIFY_REVOKED, "revoked since");
  g_assert_false (sceau_export_open_badge (fixture->school, "2026-0001", NEW_PASSPHRASE, badge, fixture->base->faults, &error));
  g_assert_nonnull (strstr (error->message, "no longer in force"));
  after = export_page ("after.html", NEW_PASSPHRASE);
  g_assert_nonnull (strstr (after, "|revoked|"));
  g_assert_null (strstr (after, "Fraude"));
  g_assert_nonnull (strstr (after, sceau_signer_public_key (signer)));
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) certificates = NULL;
  gint64 id;
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture = sceau_jury_fixture_new (1);
  id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  certificates = sceau_issue_certificates (
      fixture->school,
      &(SceauIssueOptions){ .session_id = id, .delivered = sceau_date_new (2026, 11, 21), .place = "Lille" },
      fixture->base->faults, NULL, NULL, NULL);
  g_assert_nonnull (certificates);
  signer = sceau_signer_open (fixture->school, PASSPHRASE, fixture->base->faults, NULL);
  g_assert_nonnull (signer);
#define ADD(name, test) g_test_add_func ("/workflows/verify-certificate/" name, test)
  ADD ("codes", test_codes);
  ADD ("signed-codes-that-the-register-denies", test_signed_codes_that_the_register_denies);
  ADD ("keys-of-others", test_keys_of_others);
  ADD ("strange-files", test_strange_files);
  ADD ("badge", test_badge);
  ADD ("revocation-and-rotation", test_revocation_and_rotation);
#undef ADD
  status = g_test_run ();
  sceau_signer_free (signer);
  sceau_jury_fixture_free (fixture);
  return status;
}
