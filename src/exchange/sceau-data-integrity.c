/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The proof of a signed JSON document (W3C Data Integrity, eddsa-jcs-2022). */

#include "sceau-data-integrity.h"

#include "sceau-encoding.h"

#include <string.h>

#define KEY_BYTES 32
#define HASH_BYTES 32

/* base58 is a number of base 58, most significant digit first; each zero byte in front is a "1". */
char *
sceau_multibase_encode (const guint8 *bytes, gsize length)
{
  static const char alphabet[] = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  /* log 256 / log 58 is less than 1.4. */
  const gsize room = length * 14 / 10 + 1;
  g_autofree guint8 *digits = g_malloc0 (room);
  GString *text = g_string_new ("z");
  gsize zeros = 0, first = room;

  while (zeros < length && bytes[zeros] == 0)
    zeros++;
  for (gsize i = zeros; i < length; i++)
    {
      guint carry = bytes[i];
      gsize at = room;

      while (at > first || carry > 0)
        {
          at--;
          carry += 256U * digits[at];
          digits[at] = carry % 58;
          carry /= 58;
        }
      first = MIN (first, at);
    }
  for (gsize i = 0; i < zeros; i++)
    g_string_append_c (text, alphabet[0]);
  for (gsize i = first; i < room; i++)
    g_string_append_c (text, alphabet[digits[i]]);
  return g_string_free (text, FALSE);
}

/* The key behind the two bytes that say "Ed25519 public key" (multicodec 0xED as varint). */
static char *
encode_key (const char *public_key)
{
  guint8 bytes[2 + KEY_BYTES] = { 0xED, 0x01 };

  g_return_val_if_fail (sceau_hex_read (public_key, bytes + 2, KEY_BYTES), NULL);

  return sceau_multibase_encode (bytes, sizeof bytes);
}

char *
sceau_did_key (const char *public_key)
{
  g_autofree char *key = encode_key (public_key);

  return g_strconcat ("did:key:", key, NULL);
}

JsonObject *
sceau_data_integrity_options (JsonObject *document, const char *public_key, const char *created)
{
  g_autofree char *key = encode_key (public_key);
  g_autofree char *method = g_strconcat ("did:key:", key, "#", key, NULL);
  JsonObject *options = json_object_new ();

  json_object_set_string_member (options, "type", "DataIntegrityProof");
  json_object_set_string_member (options, "cryptosuite", "eddsa-jcs-2022");
  json_object_set_string_member (options, "created", created);
  json_object_set_string_member (options, "verificationMethod", method);
  json_object_set_string_member (options, "proofPurpose", "assertionMethod");
  /* §3.3.1: the proof says itself in which context it was made. */
  if (json_object_has_member (document, "@context"))
    json_object_set_member (options, "@context", json_node_copy (json_object_get_member (document, "@context")));
  return options;
}

static gboolean
hash_object (JsonObject *object, guint8 hash[HASH_BYTES], GError **error)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *text = sceau_canonical_json (node, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = HASH_BYTES;

  if (text == NULL)
    return FALSE;
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
  g_checksum_get_digest (checksum, hash, &length);
  return TRUE;
}

GBytes *
sceau_data_integrity_hash (JsonObject *document, JsonObject *options, GError **error)
{
  guint8 hashes[2 * HASH_BYTES];

  if (!hash_object (options, hashes, error) || !hash_object (document, hashes + HASH_BYTES, error))
    return NULL;
  return g_bytes_new (hashes, sizeof hashes);
}

void
sceau_data_integrity_add_proof (JsonObject *document, JsonObject *options, GBytes *signature)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (signature, &length);
  g_autofree char *value = sceau_multibase_encode (bytes, length);
  JsonArray *proofs = json_array_new ();

  json_object_set_string_member (options, "proofValue", value);
  json_array_add_object_element (proofs, options);
  json_object_set_array_member (document, "proof", proofs);
}
