/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-anchor-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-exchange-error.h"
#include "sceau-input-file.h"
#include "sceau-json-fields-private.h"

/* An anchor has a few hundred bytes. */
#define MAX_ANCHOR_BYTES 65536
#define HASH_DIGITS 64
#define SIGNATURE_DIGITS 128

SceauAnchor *
sceau_anchor_new (void)
{
  return g_new0 (SceauAnchor, 1);
}

void
sceau_anchor_free (SceauAnchor *self)
{
  if (self == NULL)
    return;
  g_free (self->school);
  g_free (self->siret);
  g_free (self->head);
  g_free (self->at);
  g_free (self->public_key);
  g_free (self->signature);
  g_free (self);
}

/* The name of the school comes last: whatever is in it, no other text has these bytes. */
GBytes *
sceau_anchor_signed_text (const SceauAnchor *self)
{
  GString *text = g_string_new ("sceau_anchor 1\n");

  g_return_val_if_fail (self != NULL, NULL);

  g_string_append_printf (text, "siret: %s\ncount: %" G_GINT64_FORMAT "\nhead: %s\nat: %s\npublic_key: %s\nschool: %s\n", self->siret,
                          self->count, self->head, self->at, self->public_key, self->school);
  return g_string_free_to_bytes (text);
}

GBytes *
sceau_anchor_to_json (const SceauAnchor *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  const struct
  {
    const char *name, *value;
  } texts[] = {
    { "school", self->school }, { "siret", self->siret },           { "head", self->head },
    { "at", self->at },         { "public_key", self->public_key }, { "signature", self->signature },
  };
  GString *text = g_string_new (NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sceau_anchor");
  json_builder_add_int_value (builder, 1);
  json_builder_set_member_name (builder, "count");
  json_builder_add_int_value (builder, self->count);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      json_builder_set_member_name (builder, texts[i].name);
      json_builder_add_string_value (builder, texts[i].value);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (text);
}

/* (transfer full) */
static char *
read_hex (SceauJsonObject *root, const char *key, gsize digits)
{
  char *text = sceau_json_mandatory (root, key);

  if (text != NULL && (strlen (text) != digits || strspn (text, "0123456789abcdef") != digits))
    {
      sceau_json_fault (root, key, text, _("This is not the number of hexadecimal digits that stands here."),
                        _("Take the anchor as it was exported."));
      g_clear_pointer (&text, g_free);
    }
  return text;
}

static void
read_fields (SceauAnchor *self, SceauJsonObject *root)
{
  if (sceau_json_integer (root, "sceau_anchor", 1, 1, 0) != 1)
    sceau_json_fault (root, "sceau_anchor", NULL, _("This is not an anchor that this version of Sceau knows."),
                      _("Choose a file made by “journal anchor”."));
  self->school = sceau_json_mandatory (root, "school");
  self->siret = sceau_json_mandatory (root, "siret");
  self->count = sceau_json_integer (root, "count", 1, G_MAXINT, -1);
  self->head = read_hex (root, "head", HASH_DIGITS);
  self->at = sceau_json_mandatory (root, "at");
  self->public_key = read_hex (root, "public_key", HASH_DIGITS);
  self->signature = read_hex (root, "signature", SIGNATURE_DIGITS);
  if (self->count < 1)
    sceau_json_fault (root, "count", NULL, _("The number of entries is missing."), _("Take the anchor as it was exported."));
}

SceauAnchor *
sceau_anchor_read (const char *path, SceauFaults *faults, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = sceau_input_file_load (file, MAX_ANCHOR_BYTES, NULL, error);
  guint known = sceau_faults_count_errors (faults);
  g_autoptr (SceauAnchor) self = sceau_anchor_new ();
  g_autoptr (SceauJson) json = NULL;
  SceauJsonObject *root;
  gsize length = 0;
  const char *text;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  json = sceau_json_new (text, (gssize) length, faults, error);
  if (json == NULL)
    return NULL;
  root = sceau_json_root (json);
  if (root != NULL)
    read_fields (self, root);
  sceau_json_object_close (root);
  if (sceau_faults_count_errors (faults) == known)
    return g_steal_pointer (&self);
  g_set_error_literal (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_FAULTY, _("This file is not an anchor of a journal."));
  return NULL;
}
