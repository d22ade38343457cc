/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-verifier-page.h"

#include "sceau-encoding.h"

#include <string.h>

#include "sceau-exchange-resources.h"
#include "sceau-json-writer-private.h"
#include "sceau-text.h"

#define TEMPLATE "/io/github/sceau/Sceau/exchange/verifier.html"
#define PLACE "@DATA@"

char *
sceau_revocation_list_message (const SceauSchoolIdentity *school, GPtrArray *certificates, SceauDate made)
{
  g_autofree char *day = sceau_date_format_iso (made);
  GString *message = g_string_new (NULL);

  g_string_append_printf (message, "SCEAU1-LIST|%s|%s\n", school->siret, day);
  for (guint i = 0; i < certificates->len; i++)
    {
      const SceauCertificate *certificate = g_ptr_array_index (certificates, i);
      g_autofree char *number = sceau_certificate_print_number (certificate->number);
      g_autofree char *ended = sceau_date_format_iso (certificate->ended);

      if (certificate->state != SCEAU_CERTIFICATE_ISSUED)
        g_string_append_printf (message, "%s|%s|%s\n", number, sceau_certificate_state_to_id (certificate->state), ended);
    }
  return g_string_free (message, FALSE);
}

/* What the verification code calls the key. */
char *
sceau_verifier_key_id (const char *public_key)
{
  guint8 bytes[32];
  g_autofree char *hash = NULL;

  g_return_val_if_fail (sceau_hex_read (public_key, bytes, sizeof bytes), NULL);

  hash = sceau_sha256 (bytes, sizeof bytes);
  hash[16] = '\0';
  return g_steal_pointer (&hash);
}

static void
write_key (SceauJsonWriter *writer, const SceauVerifierKey *key)
{
  g_autofree char *id = sceau_verifier_key_id (key->public_key);
  g_autofree char *created = sceau_date_format_iso (key->created);
  g_autofree char *retired = key->retired != SCEAU_NO_DATE ? sceau_date_format_iso (key->retired) : NULL;

  sceau_json_writer_open (writer, NULL, '{');
  sceau_json_writer_text (writer, "id", id);
  sceau_json_writer_text (writer, "public", key->public_key);
  sceau_json_writer_text (writer, "created", created);
  sceau_json_writer_text (writer, "retired", retired);
  sceau_json_writer_close (writer, '}');
}

static char *
make_data (const SceauSchoolIdentity *school, const SceauVerifierKey *keys, gsize n_keys, const SceauVerifierList *list)
{
  SceauJsonWriter writer = SCEAU_JSON_WRITER_INIT;
  g_autofree char *signature = sceau_base64url_encode (list->signature);
  g_autofree char *made = sceau_date_format_iso (list->made);

  sceau_json_writer_open (&writer, NULL, '{');
  sceau_json_writer_text (&writer, "school", school->name);
  sceau_json_writer_text (&writer, "siret", school->siret);
  sceau_json_writer_open (&writer, "keys", '[');
  for (gsize i = 0; i < n_keys; i++)
    write_key (&writer, &keys[i]);
  sceau_json_writer_close (&writer, ']');
  sceau_json_writer_open (&writer, "list", '{');
  sceau_json_writer_text (&writer, "made", made);
  sceau_json_writer_text (&writer, "message", list->message);
  sceau_json_writer_text (&writer, "signature", signature);
  sceau_json_writer_text (&writer, "key", list->key_id);
  sceau_json_writer_close (&writer, '}');
  sceau_json_writer_close (&writer, '}');
  /* Inside the page "</script>" would end it, even between quotation marks. */
  g_string_replace (writer.text, "<", "\\u003c", 0);
  return g_string_free (writer.text, FALSE);
}

char *
sceau_verifier_page_write (const SceauSchoolIdentity *school, const SceauVerifierKey *keys, gsize n_keys, const SceauVerifierList *list)
{
  g_autoptr (GBytes) page = g_resource_lookup_data (sceau_exchange_get_resource (), TEMPLATE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *data = make_data (school, keys, n_keys, list);
  const char *text;
  const char *place;

  g_return_val_if_fail (page != NULL, NULL);

  text = g_bytes_get_data (page, NULL);
  place = strstr (text, PLACE);
  return g_strdup_printf ("%.*s%s%s", (int) (place - text), text, data, place + strlen (PLACE));
}
