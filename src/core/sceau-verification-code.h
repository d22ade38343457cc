/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-template.h"

G_BEGIN_DECLS

/**
 * SceauVerificationCode: what the QR code of a paper says, so that a stranger can hold it
 * against the page without asking anybody: the printed content and the school's Ed25519
 * signature over it.  As text, readable on any telephone:
 *
 *   SCEAU1|k=9f3c…|y=certificate|n=2026-0001-K|h=Zoé LEFÈVRE|b=1999-03-01|c=RNCP41445|t=…|j=2026-11-20|d=2026-11-25|p=Lille|o=…|i=…|s=<signature>
 *
 * UTF-8 in NFC; in a value "%", "|" and control characters are written %XX; a key without value is
 * left out; the order is fixed.  What is signed is the text before "|s=", byte for byte: nothing has to
 * be made canonical by who verifies.  The signature is base64url without padding.
 */
typedef struct
{
  SceauPaper paper;
  char *key_id;             /* first 16 hex digits of the SHA-256 of the public key */
  char *number;             /* as printed, with its check letter */
  char *holder;             /* as printed */
  SceauDate birth_date;
  char *certification_code;
  char *title;
  char *block_code;         /* of a block attestation, or NULL */
  SceauDate decided;
  SceauDate delivered;
  char *place;
  char *issuer;             /* whose name the paper bears */
  char *siret;              /* of the school that signs */
  int duplicate_rank;       /* 0: the original */
} SceauVerificationCode;

SceauVerificationCode *sceau_verification_code_new       (void);
void                   sceau_verification_code_free      (SceauVerificationCode *self);
/* The bytes to be signed (transfer full). */
char                  *sceau_verification_code_message   (const SceauVerificationCode *self);
/* With its signature of 64 bytes: what the QR code holds. */
char                  *sceau_verification_code_to_text   (const SceauVerificationCode *self, GBytes *signature);
/**
 * sceau_verification_code_from_text: reads what was scanned or pasted; blanks around it do not matter.
 * @message: (out) (optional): the bytes that were signed.  @signature: (out) (optional): 64 bytes.
 * Returns: %NULL with an INVALID SCEAU_CORE_ERROR whose sentence says what is not right.
 */
SceauVerificationCode *sceau_verification_code_from_text (const char *text, GBytes **message, GBytes **signature, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauVerificationCode, sceau_verification_code_free)

G_END_DECLS
