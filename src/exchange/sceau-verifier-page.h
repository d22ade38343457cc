/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-verification-code.h"

G_BEGIN_DECLS

/* A key that signed papers of the school. */
typedef struct
{
  const char *public_key; /* 64 hex digits */
  SceauDate created;
  SceauDate retired;      /* SCEAU_NO_DATE: in use */
} SceauVerifierKey;

/* First 16 hex digits of the SHA-256 of the public key's 32 bytes: what a verification code calls it. */
char   *sceau_verifier_key_id         (const char *public_key);

/**
 * The list of what is no longer valid, as it is signed: one line "number|state|date" each, after a head with SIRET
 * and day of making.  Reasons stay inside the school.
 * @certificates: (element-type SceauCertificate): those in force are passed over.
 */
char   *sceau_revocation_list_message (const SceauSchoolIdentity *school, GPtrArray *certificates, SceauDate made);

/* That list with its signature; owns nothing. */
typedef struct
{
  const char *message;
  GBytes *signature;      /* 64 bytes */
  const char *key_id;     /* of the key that signed it */
  SceauDate made;
} SceauVerifierList;

/**
 * sceau_verifier_page_write: one HTML file that needs no network and asks no server: it holds @keys and the signed
 * list, and tells of a pasted or scanned code whether it is genuine, altered, revoked, or of another school.
 * The signature is checked by the browser's own WebCrypto (Ed25519).
 */
char   *sceau_verifier_page_write     (const SceauSchoolIdentity *school, const SceauVerifierKey *keys, gsize n_keys,
                                       const SceauVerifierList *list);

G_END_DECLS
