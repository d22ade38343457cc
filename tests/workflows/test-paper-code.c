/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The text of a QR code, from what a paper prints to a signature that the school knows again. */

#include "sceau-paper-code.h"

#include <string.h>

#include "sceau-verification-code.h"
#include "sceau-workflow-fixture.h"

#define PASSPHRASE "un phare dans la brume"

/* One school and one key for all rows: opening a key takes a second. */
static SceauWorkflowFixture *fixture;
static SceauSigner *signer;

typedef struct
{
  SceauSchoolIdentity *school;
  SceauCertification *certification;
  SceauLearner *learner;
  SceauBlock *block;
  SceauPaperContent content;
} Paper;

static void
set_up (Paper *self, gconstpointer data)
{
  (void) data;
  self->school = sceau_school_identity_new ();
  self->school->name = g_strdup ("École d’Exemple");
  self->school->siret = g_strdup ("73282932000074");
  self->certification = sceau_certification_new ();
  self->certification->code = g_strdup ("RNCP99999");
  self->certification->title = g_strdup ("Expert en exemples | 100 %");
  self->block = sceau_block_new ();
  self->block->code = g_strdup ("RNCP99999BC01");
  self->block->title = g_strdup ("Donner un exemple");
  self->learner = sceau_learner_new ();
  self->learner->birth_name = g_strdup ("Lefèvre");
  self->learner->first_name = g_strdup ("Zoé");
  self->learner->birth_date = sceau_date_new (1999, 3, 1);
  self->content = (SceauPaperContent) {
    .paper = SCEAU_PAPER_CERTIFICATE,
    .school = self->school,
    .certification = self->certification,
    .learner = self->learner,
    .number = "2026-0001",
    .decided = sceau_date_new (2026, 11, 20),
    .delivered = sceau_date_new (2026, 11, 25),
    .place = "Lille",
  };
}

static void
tear_down (Paper *self, gconstpointer data)
{
  (void) data;
  sceau_block_free (self->block);
  sceau_learner_free (self->learner);
  sceau_certification_free (self->certification);
  sceau_school_identity_free (self->school);
}

static gboolean
is_signed (const char *text)
{
  g_autoptr (GBytes) message = NULL;
  g_autoptr (GBytes) signature = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauVerificationCode) code = sceau_verification_code_from_text (text, &message, &signature, &error);
  gboolean genuine;

  g_assert_no_error (error);
  genuine = sceau_school_key_verify (fixture->school, code->key_id, message, signature, &error);
  g_assert_no_error (error);
  return genuine;
}

static void
test_says_what_the_paper_prints (Paper *paper, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = sceau_paper_code (signer, &paper->content, &error);
  g_autofree char *again = sceau_paper_code (signer, &paper->content, &error);
  g_autofree char *printed = sceau_certificate_print_number ("2026-0001");
  g_autoptr (SceauVerificationCode) code = sceau_verification_code_from_text (text, NULL, NULL, &error);

  (void) data;
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, again);
  g_assert_cmpint (code->paper, ==, SCEAU_PAPER_CERTIFICATE);
  g_assert_cmpstr (code->key_id, ==, sceau_signer_key_id (signer));
  g_assert_cmpstr (code->number, ==, printed);
  g_assert_cmpstr (code->holder, ==, "Zoé LEFÈVRE");
  g_assert_cmpuint (code->birth_date, ==, paper->learner->birth_date);
  g_assert_cmpstr (code->title, ==, "Expert en exemples | 100 %");
  g_assert_null (code->block_code);
  g_assert_cmpuint (code->decided, ==, paper->content.decided);
  g_assert_cmpuint (code->delivered, ==, paper->content.delivered);
  g_assert_cmpstr (code->issuer, ==, "École d’Exemple");
  g_assert_cmpstr (code->siret, ==, "73282932000074");
  g_assert_true (is_signed (text));
}

/* Each row changes one thing that is printed: the signature is not that of the new text. */
static void
test_an_altered_code_is_not_signed (Paper *paper, gconstpointer data)
{
  static const struct
  {
    const char *from, *to;
  } rows[] = {
    { "LEFÈVRE", "MARTIN" },       { "Expert en", "Maître en" },   { "2026-11-20", "2025-11-20" }, { "2026-11-25", "2026-11-26" },
    { "1999-03-01", "1999-03-02" }, { "RNCP99999", "RNCP99998" },   { "Lille", "Paris" },           { "Exemple", "Autre" },
    { "certificate", "supplement" },
  };
  g_autofree char *text = sceau_paper_code (signer, &paper->content, NULL);

  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) altered = g_string_new (text);

      g_test_message ("%s → %s", rows[i].from, rows[i].to);
      g_assert_cmpuint (g_string_replace (altered, rows[i].from, rows[i].to, 1), ==, 1);
      g_assert_false (is_signed (altered->str));
    }
}

static void
test_other_papers (Paper *paper, gconstpointer data)
{
  g_autofree char *original = sceau_paper_code (signer, &paper->content, NULL);
  g_autofree char *attestation = NULL, *duplicate = NULL;
  g_autoptr (SceauVerificationCode) code = NULL;
  g_autoptr (SceauVerificationCode) copy = NULL;

  (void) data;
  paper->content.duplicate_rank = 2;
  duplicate = sceau_paper_code (signer, &paper->content, NULL);
  copy = sceau_verification_code_from_text (duplicate, NULL, NULL, NULL);
  g_assert_cmpint (copy->duplicate_rank, ==, 2);
  g_assert_cmpstr (duplicate, !=, original);
  paper->content.duplicate_rank = 0;
  paper->content.paper = SCEAU_PAPER_BLOCK_ATTESTATION;
  paper->content.block = paper->block;
  paper->content.number = "ATT-7";
  attestation = sceau_paper_code (signer, &paper->content, NULL);
  code = sceau_verification_code_from_text (attestation, NULL, NULL, NULL);
  g_assert_cmpstr (code->number, ==, "ATT-7");
  g_assert_cmpstr (code->block_code, ==, "RNCP99999BC01");
  g_assert_true (is_signed (attestation));
}

static void
test_refuses_what_no_code_holds (Paper *paper, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  g_free (paper->certification->title);
  paper->certification->title = g_strnfill (2400, 'a');
  g_assert_null (sceau_paper_code (signer, &paper->content, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Zoé LEFÈVRE"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture = sceau_workflow_fixture_new ();
  signer = sceau_signer_open (fixture->school, PASSPHRASE, fixture->faults, NULL);
  g_assert_nonnull (signer);
#define ADD(name, test) g_test_add ("/workflows/paper-code/" name, Paper, NULL, set_up, test, tear_down)
  ADD ("says-what-the-paper-prints", test_says_what_the_paper_prints);
  ADD ("an-altered-code-is-not-signed", test_an_altered_code_is_not_signed);
  ADD ("other-papers", test_other_papers);
  ADD ("refuses-what-no-code-holds", test_refuses_what_no_code_holds);
#undef ADD
  status = g_test_run ();
  sceau_signer_free (signer);
  sceau_workflow_fixture_free (fixture);
  return status;
}
