/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The school's public keys as any program for Ed25519 reads them. */

#include <string.h>

#include "sceau-key-private.h"
#include "sceau-print-session.h"
#include "sceau-verifier-page.h"

/* SubjectPublicKeyInfo of an Ed25519 key (RFC 8410): this, then the 32 bytes. */
static const guint8 der_head[] = { 0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00 };

#define KEY_BYTES 32

static void
append_key (GString *text, const SceauSigningKey *key)
{
  /* The school file holds nothing but 64 hex digits here. */
  g_autoptr (GBytes) bytes = sceau_bytes_from_hex (key->public_key);
  g_autofree char *id = sceau_verifier_key_id (key->public_key);
  g_autofree char *created = sceau_date_format_iso (key->created);
  g_autofree char *retired = key->retired != SCEAU_NO_DATE ? sceau_date_format_iso (key->retired) : g_strdup ("-");
  g_autofree char *base64 = NULL;
  guint8 der[sizeof der_head + KEY_BYTES];

  g_return_if_fail (bytes != NULL && g_bytes_get_size (bytes) == KEY_BYTES);

  memcpy (der, der_head, sizeof der_head);
  memcpy (der + sizeof der_head, g_bytes_get_data (bytes, NULL), KEY_BYTES);
  base64 = g_base64_encode (der, sizeof der);
  /* What stands outside the lines of dashes is a remark (RFC 7468 §5.2). */
  g_string_append_printf (text, "key: %s\ncreated: %s\nretired: %s\n-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n", id, created,
                          retired, base64);
}

gboolean
sceau_export_public_keys (SceauSchool *school, const char *path, GError **error)
{
  /* A school has a key in use as soon as it has any. */
  g_autoptr (SceauSigningKey) current = sceau_signing_key_table_find_current (school, error);
  g_autoptr (GPtrArray) keys = current != NULL ? sceau_signing_key_table_list (school, error) : NULL;
  g_autoptr (GBytes) pem = NULL;
  GString *text;

  if (keys == NULL)
    return FALSE;
  text = g_string_new (NULL);
  for (guint i = 0; i < keys->len; i++)
    append_key (text, g_ptr_array_index (keys, i));
  pem = g_string_free_to_bytes (text);
  return sceau_write_document (pem, path, error);
}
