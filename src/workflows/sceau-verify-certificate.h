/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-school.h"
#include "sceau-verification-code.h"

G_BEGIN_DECLS

typedef enum
{
  SCEAU_VERIFY_GENUINE,   /* the very bytes of the register, or a code that a key of the school signed and the register confirms */
  SCEAU_VERIFY_DUPLICATE, /* the very bytes of a duplicate */
  SCEAU_VERIFY_REVOKED,   /* genuine, but revoked since */
  SCEAU_VERIFY_REPLACED,  /* genuine, but another took its place */
  SCEAU_VERIFY_ALTERED,   /* it says it is of this school, and its signature is not that of its content */
  SCEAU_VERIFY_UNKNOWN    /* not a document of this register */
} SceauVerification;

const char *sceau_verification_to_id (SceauVerification verification);

typedef struct
{
  SceauVerification verification;
  char *number;                 /* or NULL */
  SceauVerificationCode *code;  /* what the code says, or NULL */
  char *explanation;            /* a translated sentence */
} SceauVerified;

void sceau_verified_free (SceauVerified *self);

/**
 * sceau_verify_certificate_file: a PDF, by its bytes first.  Other bytes are never genuine, whatever code they bear: the page may
 * show something else than the code says, and the explanation tells what the code says of itself.
 * Damaged and foreign files are answered, not errors; a file that cannot be read is one.
 */
SceauVerified *sceau_verify_certificate_file (SceauSchool *school, const char *path, GError **error);
/* What a telephone read from the QR code: by the key that signed it, in use or retired, then by the register. */
SceauVerified *sceau_verify_certificate_text (SceauSchool *school, const char *text, GError **error);

/* One HTML file with the school's public keys and its signed list of what is no longer valid; verifies offline. */
gboolean sceau_export_verifier   (SceauSchool *school, const char *passphrase, const char *path, SceauFaults *faults, GError **error);
/* An Open Badges 3.0 credential of one parchemin. */
gboolean sceau_export_open_badge (SceauSchool *school, const char *number, const char *passphrase, const char *path, SceauFaults *faults, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauVerified, sceau_verified_free)

G_END_DECLS
