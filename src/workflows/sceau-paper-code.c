/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* From what a paper prints to the signed text of its QR code. */

#include "sceau-paper-code.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-pdf.h"
#include "sceau-verification-code.h"
#include "sceau-workflow-error.h"

#define LONGEST SCEAU_PDF_QR_MAX
/* A key id and a signature have one length, whatever they are. */
#define ANY_KEY "0000000000000000"
#define SIGNATURE_LENGTH 64

/* The number of a parchemin has its check letter on paper; an attestation prints its reference as it is. */
static char *
print_number (const SceauPaperContent *content)
{
  if (content->number == NULL || content->paper != SCEAU_PAPER_CERTIFICATE)
    return g_strdup (content->number);
  return sceau_certificate_print_number (content->number);
}

static SceauVerificationCode *
describe (const char *key_id, const SceauPaperContent *content)
{
  SceauVerificationCode *code = sceau_verification_code_new ();

  code->paper = content->paper;
  code->key_id = g_strdup (key_id);
  code->number = print_number (content);
  code->holder = sceau_paper_field (content, SCEAU_FIELD_NAME);
  code->birth_date = content->learner->birth_date;
  code->certification_code = g_strdup (content->certification->code);
  code->title = g_strdup (content->certification->title);
  code->block_code = content->block != NULL ? g_strdup (content->block->code) : NULL;
  code->decided = content->decided;
  code->delivered = content->delivered;
  code->place = g_strdup (content->place);
  code->issuer = sceau_paper_field (content, SCEAU_FIELD_ISSUER);
  code->siret = g_strdup (content->school->siret);
  code->duplicate_rank = content->duplicate_rank;
  return code;
}

/* (transfer full) */
static char *
say_too_long (const SceauVerificationCode *code, gsize length)
{
  return g_strdup_printf (_("What the paper of %s says has %d bytes, and a QR code holds %d. Issue it without a code."),
                          code->holder != NULL ? code->holder : "?", (int) MIN (length, G_MAXINT), LONGEST);
}

gboolean
sceau_paper_code_check (const SceauPaperContent *content, SceauFaults *faults)
{
  static const guint8 nothing[SIGNATURE_LENGTH];
  g_autoptr (SceauVerificationCode) code = describe (ANY_KEY, content);
  g_autoptr (GBytes) signature = g_bytes_new_static (nothing, sizeof nothing);
  g_autofree char *text = sceau_verification_code_to_text (code, signature);
  g_autofree char *reason = NULL;

  if (strlen (text) <= LONGEST)
    return TRUE;
  reason = say_too_long (code, strlen (text));
  sceau_faults_add (faults, SCEAU_FAULT_ERROR, 0, 0, "code", NULL, reason, NULL);
  return FALSE;
}

char *
sceau_paper_code (const SceauSigner *signer, const SceauPaperContent *content, GError **error)
{
  g_autoptr (SceauVerificationCode) code = NULL;
  g_autofree char *message = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) signature = NULL;
  g_autofree char *reason = NULL;
  gsize length;

  g_return_val_if_fail (signer != NULL && content != NULL, NULL);

  code = describe (sceau_signer_key_id (signer), content);
  message = sceau_verification_code_message (code);
  signature = sceau_signer_sign (signer, message, strlen (message));
  text = sceau_verification_code_to_text (code, signature);
  length = strlen (text);
  if (length <= LONGEST)
    return g_steal_pointer (&text);
  reason = say_too_long (code, length);
  g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, reason);
  return NULL;
}
