/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A correction of the civil status, the parchemin that follows it, and what `verify` says of each state. */

#include <string.h>

#include "sceau-certificate-table.h"
#include "sceau-house-style-table.h"
#include "sceau-jury-fixture.h"
#include "sceau-keep-register.h"
#include "sceau-keep-school.h"
#include "sceau-learner-table.h"
#include "sceau-verify-certificate.h"

#define PASSPHRASE "un phare dans la brume"
#define TODAY sceau_date_new (2026, 11, 22)

/* Parchemins of A001, A002…: 2026-0001, 2026-0002…, on 21 November 2026. */
static SceauJuryFixture *
make_register (guint learners, const char *passphrase)
{
  SceauJuryFixture *fixture = sceau_jury_fixture_new (learners);
  const SceauIssueOptions options = {
    .session_id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED),
    .delivered = sceau_date_new (2026, 11, 21),
    .place = "Lille",
    .passphrase = passphrase,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) certificates = sceau_issue_certificates (fixture->school, &options, fixture->base->faults, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (certificates->len, ==, learners);
  g_free (sceau_jury_fixture_take_faults (fixture));
  return fixture;
}

typedef enum
{
  FIRST_NAME,
  BIRTH_PLACE,
  EMAIL
} Field;

static void
correct (SceauJuryFixture *fixture, const char *number, Field field, const char *text)
{
  g_autoptr (SceauLearner) learner = sceau_learner_table_find_by_number (fixture->school, number, NULL);
  char **member = field == FIRST_NAME ? &learner->first_name : field == BIRTH_PLACE ? &learner->birth_place : &learner->email;
  g_autoptr (GError) error = NULL;

  g_free (*member);
  *member = g_strdup (text);
  sceau_edit_learner (fixture->school, learner, fixture->base->faults, &error);
  g_assert_no_error (error);
  sceau_workflow_fixture_forget_faults (fixture->base);
}

static char *
replace_as (SceauJuryFixture *fixture, const char *number, const char *name, const SceauReplacement *replacement, GError **error)
{
  g_autofree char *path = g_build_filename (fixture->base->folder, name, NULL);

  return sceau_replace_certificate (fixture->school, number, replacement, path, fixture->base->faults, error);
}

static const SceauReplacement usual = { .place = "Lille", .reason = "Prénom rectifié", .proof = "acte de naissance du 3 mars 2026" };

static char *
replace (SceauJuryFixture *fixture, const char *number, const char *name, const char *passphrase, GError **error)
{
  SceauReplacement replacement = usual;

  replacement.delivered = TODAY;
  replacement.passphrase = passphrase;
  return replace_as (fixture, number, name, &replacement, error);
}

static void
assert_sound (SceauJuryFixture *fixture)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_check_school (fixture->school, faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
}

static void
test_replaces (void)
{
  g_autoptr (SceauJuryFixture) fixture = make_register (2, NULL);
  g_autofree char *path = g_build_filename (fixture->base->folder, "new.pdf", NULL);
  g_autofree char *number = NULL, *faults = NULL, *words = NULL;
  g_autoptr (SceauCertificate) old = NULL, fresh = NULL;
  g_autoptr (GPtrArray) acts = NULL;
  const SceauRegisterAct *act;
  g_autoptr (GError) error = NULL;

  correct (fixture, "A001", FIRST_NAME, "Zoë");
  number = replace (fixture, "2026-0001-Q", "new.pdf", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, "2026-0003");
  old = sceau_certificate_table_find (fixture->school, "2026-0001", &error);
  fresh = sceau_certificate_table_find (fixture->school, "2026-0003", &error);
  g_assert_cmpint (old->state, ==, SCEAU_CERTIFICATE_REPLACED);
  g_assert_cmpint (old->ended, ==, TODAY);
  g_assert_cmpstr (old->replaced_by, ==, "2026-0003");
  g_assert_cmpstr (fresh->replaces, ==, "2026-0001");
  g_assert_nonnull (strstr (fresh->learner_name, "Zoë"));
  g_assert_null (strstr (old->learner_name, "Zoë"));
  acts = sceau_certificate_table_list_acts (fixture->school, "2026-0001", &error);
  g_assert_cmpuint (acts->len, ==, 1);
  act = g_ptr_array_index (acts, 0);
  g_assert_cmpstr (act->detail, ==, "2026-0003");
  g_assert_cmpstr (act->reason, ==, "Prénom rectifié, sur présentation\302\240: acte de naissance du 3 mars 2026");
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "certificate.replace"), ==, 1);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "register.replaced"), ==, 1);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "certificate.issue"), ==, 2);
  faults = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (faults, "code");
  assert_sound (fixture);
  words = sceau_pdf_words (path);
  if (words != NULL)
    sceau_assert_contains (words, "Zoë");
}

/* Where the name stays, what is said of the birth is what the journal has; and a new one can be replaced in its turn. */
static void
test_birth_and_chain (void)
{
  g_autoptr (SceauJuryFixture) fixture = make_register (1, NULL);
  g_autofree char *second = NULL, *third = NULL;
  g_autoptr (GError) error = NULL;

  correct (fixture, "A001", BIRTH_PLACE, "Tours");
  second = replace (fixture, "2026-0001", "second.pdf", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second, ==, "2026-0002");
  g_free (sceau_jury_fixture_take_faults (fixture));
  g_assert_null (replace (fixture, "2026-0002", "none.pdf", NULL, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "correct it first");
  correct (fixture, "A001", BIRTH_PLACE, "Tourcoing");
  third = replace (fixture, second, "third.pdf", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (third, ==, "2026-0003");
  assert_sound (fixture);
}

/* What left the house is to be asked back. */
static void
test_old_sheet_outside (void)
{
  static const char *const first[] = { "2026-0001", NULL };
  const SceauRegisterAct handed = { .kind = SCEAU_REGISTER_HANDED, .date = TODAY };
  g_autoptr (SceauJuryFixture) fixture = make_register (1, NULL);
  g_autofree char *number = NULL, *faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_record_register_act (fixture->school, first, &handed, fixture->base->faults, &error));
  correct (fixture, "A001", FIRST_NAME, "Zoë");
  number = replace (fixture, "2026-0001", "new.pdf", NULL, &error);
  g_assert_no_error (error);
  faults = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (faults, "The old sheet left the house");
  assert_sound (fixture);
}

static void
assert_refused (SceauJuryFixture *fixture, const char *number, const SceauReplacement *replacement, const char *name, const char *words)
{
  g_autofree char *before = sceau_workflow_fixture_digest (fixture->base);
  g_autofree char *after = NULL;
  g_autofree char *given = NULL;
  g_autoptr (GError) error = NULL;

  given = replace_as (fixture, number, name, replacement, &error);
  g_assert_null (given);
  sceau_jury_fixture_assert_said (fixture, &error, words);
  after = sceau_workflow_fixture_digest (fixture->base);
  g_assert_cmpstr (before, ==, after);
}

static void
require_proofs (SceauJuryFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauHouseStyle) style = sceau_house_style_table_load (fixture->school, &error);

  style->proof_required = TRUE;
  g_assert_true (sceau_school_begin (fixture->school, &error));
  g_assert_true (sceau_house_style_table_save (fixture->school, style, &error));
  g_assert_true (sceau_school_commit (fixture->school, &error));
}

/* Nothing is written of what is refused. */
static void
test_refusals (void)
{
  static const char *const a001[] = { "A001", NULL };
  g_autoptr (SceauJuryFixture) fixture = make_register (2, NULL);
  g_autofree char *taken = sceau_workflow_fixture_write (fixture->base, "taken.pdf", "mine");
  g_autofree char *proofs = g_build_filename (fixture->base->folder, "bat.pdf", NULL);
  g_autofree char *number = NULL;
  SceauReplacement full = usual, bare = usual, unproven = usual, early = usual;
  g_autoptr (GError) error = NULL;

  full.delivered = bare.delivered = unproven.delivered = TODAY;
  bare.reason = " ";
  unproven.proof = NULL;
  early.delivered = sceau_date_new (2026, 11, 1);
  assert_refused (fixture, "2026-0001", &full, "new.pdf", "correct it first");
  correct (fixture, "A001", EMAIL, "zoe@example.org");
  assert_refused (fixture, "2026-0001", &full, "new.pdf", "correct it first");
  correct (fixture, "A001", FIRST_NAME, "Zoë");
  assert_refused (fixture, "2026-0009", &full, "new.pdf", "no parchemin");
  assert_refused (fixture, "2026-0001", &bare, "new.pdf", "What was corrected is missing");
  assert_refused (fixture, "2026-0001", &unproven, "new.pdf", "What proves the correction is missing");
  assert_refused (fixture, "2026-0001", &early, "new.pdf", "before");
  assert_refused (fixture, "2026-0001", &full, "taken.pdf", "taken.pdf");
  require_proofs (fixture);
  assert_refused (fixture, "2026-0001", &full, "new.pdf", "has not signed the proof");
  g_assert_true (sceau_print_proofs (fixture->school, 1, proofs, fixture->base->faults, &error));
  g_assert_true (sceau_record_proofs (fixture->school, 1, a001, SCEAU_PROOF_SIGNED, TODAY, NULL, fixture->base->faults, &error));
  number = replace (fixture, "2026-0001", "new.pdf", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, "2026-0003");
}

/* Once is enough, and what is revoked stays so. */
static void
test_not_twice (void)
{
  g_autoptr (SceauJuryFixture) fixture = make_register (2, NULL);
  g_autofree char *number = NULL;
  SceauReplacement full = usual;
  g_autoptr (GError) error = NULL;

  full.delivered = TODAY;
  correct (fixture, "A001", FIRST_NAME, "Zoë");
  correct (fixture, "A002", FIRST_NAME, "Zoë");
  number = replace (fixture, "2026-0001", "new.pdf", NULL, &error);
  g_assert_no_error (error);
  g_free (sceau_jury_fixture_take_faults (fixture));
  assert_refused (fixture, "2026-0001", &full, "again.pdf", "the new one goes on in its place");
  g_assert_true (sceau_revoke_certificate (fixture->school, "2026-0002", "Fraude", &error));
  assert_refused (fixture, "2026-0002", &full, "again.pdf", "it is revoked");
}

/* --- What verify says of every state ------------------------------------------------ */

static char *
save (SceauJuryFixture *fixture, const char *number, const char *name)
{
  char *path = g_build_filename (fixture->base->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  sceau_reprint_certificate (fixture->school, number, path, &error);
  g_assert_no_error (error);
  return path;
}

static void
assert_file (SceauJuryFixture *fixture, const char *path, SceauVerification expected, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauVerified) verified = sceau_verify_certificate_file (fixture->school, path, &error);

  g_assert_no_error (error);
  g_test_message ("%s: %s", path, verified->explanation);
  g_assert_cmpstr (sceau_verification_to_id (verified->verification), ==, sceau_verification_to_id (expected));
  sceau_assert_contains (verified->explanation, words);
}

static void
assert_code (SceauJuryFixture *fixture, const char *text, SceauVerification expected, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauVerified) verified = sceau_verify_certificate_text (fixture->school, text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sceau_verification_to_id (verified->verification), ==, sceau_verification_to_id (expected));
  sceau_assert_contains (verified->explanation, words);
}

static char *
code_of (SceauJuryFixture *fixture, const char *number)
{
  g_autoptr (SceauCertificate) certificate = sceau_certificate_table_find (fixture->school, number, NULL);

  g_assert_nonnull (certificate->code_text);
  return g_strdup (certificate->code_text);
}

/* Four parchemins: 1 stays, 2 is revoked, 3 is replaced by 5, 4 has a spoiled sheet and a duplicate. */
static SceauJuryFixture *
make_states (char **duplicate)
{
  static const char *const fourth[] = { "2026-0004", NULL };
  static const SceauRegisterActKind course[] = { SCEAU_REGISTER_PRINTED, SCEAU_REGISTER_SPOILED, SCEAU_REGISTER_PRINTED, SCEAU_REGISTER_HANDED };
  SceauJuryFixture *fixture = make_register (4, PASSPHRASE);
  g_autofree char *number = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_revoke_certificate (fixture->school, "2026-0002", "Fraude", &error));
  correct (fixture, "A003", FIRST_NAME, "Zoë");
  number = replace (fixture, "2026-0003", "fifth.pdf", PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, "2026-0005");
  for (gsize i = 0; i < G_N_ELEMENTS (course); i++)
    {
      const SceauRegisterAct act = { .kind = course[i], .date = TODAY, .reason = (char *) "Bourrage" };

      g_assert_true (sceau_record_register_act (fixture->school, fourth, &act, fixture->base->faults, &error));
    }
  *duplicate = g_build_filename (fixture->base->folder, "duplicate.pdf", NULL);
  sceau_duplicate_certificate (fixture->school, "2026-0004", *duplicate, "Perte", NULL, PASSPHRASE, fixture->base->faults, &error);
  g_assert_no_error (error);
  return fixture;
}

static void
test_verifies_every_state (void)
{
  static const struct
  {
    const char *number;
    SceauVerification expected;
    const char *words;
  } rows[] = {
    { "2026-0001", SCEAU_VERIFY_GENUINE, "register has this very" }, { "2026-0002", SCEAU_VERIFY_REVOKED, "revoked since" },
    { "2026-0003", SCEAU_VERIFY_REPLACED, "2026-0005-" },            { "2026-0004", SCEAU_VERIFY_GENUINE, "register has this very" },
    { "2026-0005", SCEAU_VERIFY_GENUINE, "register has this very" },
  };
  g_autofree char *duplicate = NULL;
  g_autoptr (SceauJuryFixture) fixture = make_states (&duplicate);
  g_autofree char *page = g_build_filename (fixture->base->folder, "verifier.html", NULL);
  g_autofree char *html = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = save (fixture, rows[i].number, rows[i].number);
      g_autofree char *code = code_of (fixture, rows[i].number);

      assert_file (fixture, path, rows[i].expected, rows[i].words);
      assert_code (fixture, code, rows[i].expected, rows[i].words);
    }
  assert_file (fixture, duplicate, SCEAU_VERIFY_DUPLICATE, "duplicate that the register knows");
  g_assert_true (sceau_export_verifier (fixture->school, PASSPHRASE, page, fixture->base->faults, &error));
  g_assert_true (g_file_get_contents (page, &html, NULL, NULL));
  sceau_assert_contains (html, "|replaced|");
  sceau_assert_contains (html, "|revoked|");
  assert_sound (fixture);
}

/* One letter of the name, the title or a day; and files that are not as issued. */
static void
test_alterations (void)
{
  static const struct
  {
    const char *from, *to;
  } rows[] = {
    { "Zoé", "Léa" }, { "1994-03-07", "1994-03-08" }, { "2026-11-20", "2026-11-19" }, { "2026-11-21", "2026-11-23" }, { "RNCP41445", "RNCP41446" },
  };
  g_autoptr (SceauJuryFixture) fixture = make_register (1, PASSPHRASE);
  g_autofree char *code = code_of (fixture, "2026-0001");
  g_autofree char *path = save (fixture, "2026-0001", "whole.pdf");
  g_autofree char *cut = g_build_filename (fixture->base->folder, "cut.pdf", NULL);
  g_autofree char *empty = sceau_workflow_fixture_write (fixture->base, "empty.pdf", "");
  g_autofree char *foreign = sceau_workflow_fixture_write (fixture->base, "foreign.pdf", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
  g_autofree char *noise = sceau_workflow_fixture_write (fixture->base, "noise.pdf", "ceci n’est pas un PDF");
  g_autofree char *huge = g_build_filename (fixture->base->folder, "huge.pdf", NULL);
  g_autofree char *data = NULL;
  g_autoptr (SceauVerified) changed = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (huge);
  g_autoptr (GFileOutputStream) out = NULL;
  gsize length;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) altered = g_string_new (code);

      g_assert_cmpuint (g_string_replace (altered, rows[i].from, rows[i].to, 1), ==, 1);
      assert_code (fixture, altered->str, SCEAU_VERIFY_ALTERED, "A name, a title or a date");
    }
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_true (g_file_set_contents (cut, data, (gssize) length / 2, NULL));
  assert_file (fixture, cut, SCEAU_VERIFY_UNKNOWN, "Not a document of this register");
  data[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (cut, data, (gssize) length, NULL));
  changed = sceau_verify_certificate_file (fixture->school, cut, NULL);
  g_assert_cmpint (changed->verification, !=, SCEAU_VERIFY_GENUINE);
  assert_file (fixture, empty, SCEAU_VERIFY_UNKNOWN, "Not a document of this register");
  assert_file (fixture, foreign, SCEAU_VERIFY_UNKNOWN, "Not a document of this register");
  assert_file (fixture, noise, SCEAU_VERIFY_UNKNOWN, "Not a document of this register");
  out = g_file_create (file, G_FILE_CREATE_NONE, NULL, NULL);
  g_assert_true (g_seekable_seek (G_SEEKABLE (out), 65 * 1024 * 1024, G_SEEK_SET, NULL, NULL));
  g_assert_true (g_output_stream_write_all (G_OUTPUT_STREAM (out), "x", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (G_OUTPUT_STREAM (out), NULL, NULL));
  assert_file (fixture, huge, SCEAU_VERIFY_UNKNOWN, "far larger");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add_func ("/workflows/replace-certificate/" name, test)
  ADD ("replaces", test_replaces);
  ADD ("birth-and-chain", test_birth_and_chain);
  ADD ("old-sheet-outside", test_old_sheet_outside);
  ADD ("refusals", test_refusals);
  ADD ("not-twice", test_not_twice);
  ADD ("verifies-every-state", test_verifies_every_state);
  ADD ("alterations", test_alterations);
#undef ADD
  return g_test_run ();
}
