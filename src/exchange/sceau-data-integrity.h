/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a signed JSON document needs: W3C "Data Integrity EdDSA Cryptosuites v1.0", suite eddsa-jcs-2022. */

/**
 * sceau_canonical_json: the one text of @node under the JSON Canonicalization Scheme (RFC 8785): members by the UTF-16
 * units of their names, no blanks, the shortest escapes.
 *
 * Returns: (transfer full): %NULL with an FAULTY SCEAU_EXCHANGE_ERROR for a number that is no integer a double holds exactly: its
 *   canonical text asks for the printing of ECMAScript, which no document of ours needs.
 */
char       *sceau_canonical_json           (JsonNode *node, GError **error);

/* base58btc behind its multibase letter "z". */
char       *sceau_multibase_encode         (const guint8 *bytes, gsize length);
/* "did:key:z6Mk…" of an Ed25519 key. @public_key: 64 hex digits. */
char       *sceau_did_key                  (const char *public_key);

/* The proof without its value (transfer full): @created is an ISO time stamp with Z. It bears the @context of @document. */
JsonObject *sceau_data_integrity_options   (JsonObject *document, const char *public_key, const char *created);
/* The 64 bytes to be signed: SHA-256 of the canonical options, then of the canonical document, which has no proof yet. */
GBytes     *sceau_data_integrity_hash      (JsonObject *document, JsonObject *options, GError **error);
/* Puts the proof with its value into @document; @options: (transfer full); @signature: 64 bytes. */
void        sceau_data_integrity_add_proof (JsonObject *document, JsonObject *options, GBytes *signature);

G_END_DECLS
