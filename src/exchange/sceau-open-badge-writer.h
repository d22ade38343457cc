/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-paper.h"

G_BEGIN_DECLS

/**
 * An Open Badges 3.0 achievement credential (1EdTech, Verifiable Credentials data model 2.0) with a Data Integrity proof
 * "eddsa-jcs-2022": the issuer is the did:key of the school's Ed25519 key, so it is verified without a server.
 * The signature is over what sceau_open_badge_signed_bytes() gives: SHA-256 of the canonical proof options, then of the
 * canonical document (RFC 8785).
 */
typedef struct
{
  const SceauPaperContent *content; /* of a parchemin: with its number and its day of delivery */
  const char *public_key;  /* 64 hex digits */
  const char *created;     /* ISO time stamp with Z */
} SceauOpenBadge;

GBytes *sceau_open_badge_signed_bytes (const SceauOpenBadge *badge);
/* The JSON with its proof (transfer full). @signature: 64 bytes. */
char   *sceau_open_badge_write        (const SceauOpenBadge *badge, GBytes *signature);

G_END_DECLS
