/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Signed JSON: canonical text, proof by the test vectors of the W3C, and the badge of a parchemin. */

#include "sceau-open-badge-writer.h"

#include <sodium.h>
#include <string.h>

#include "sceau-data-integrity.h"
#include "sceau-exchange-error.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

static char *
to_hex (GBytes *bytes)
{
  GString *hex = g_string_new (NULL);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (hex, "%02x", data[i]);
  return g_string_free (hex, FALSE);
}

/* Canonical text ------------------------------------------------------------------------ */

static void
test_canonical_text (void)
{
  static const struct
  {
    const char *sentence, *json, *canonical;
  } rows[] = {
    { "members by name, no blanks", "{ \"b\" : [ 1, true , null ],\n \"a\" : {} }", "{\"a\":{},\"b\":[1,true,null]}" },
    { "an empty list", "[]", "[]" },
    { "a name that begins another comes first", "{\"ab\":1,\"a\":2}", "{\"a\":2,\"ab\":1}" },
    { "capitals before small letters", "{\"a\":1,\"B\":2,\"\":3}", "{\"\":3,\"B\":2,\"a\":1}" },
    { "by UTF-16, not by UTF-8: U+1F600 before U+FB33", "{\"\xEF\xAC\xB3\":1,\"\xF0\x9F\x98\x80\":2,\"\xE2\x82\xAC\":3,\"\xC3\xB6\":4}",
      "{\"\xC3\xB6\":4,\"\xE2\x82\xAC\":3,\"\xF0\x9F\x98\x80\":2,\"\xEF\xAC\xB3\":1}" },
    { "the shortest escapes", "\"\\u0008\\u0009\\u000a\\u000c\\u000d\\u001b\\u0022\\u005c\\u002f\\u00e9\\u007f\"",
      "\"\\b\\t\\n\\f\\r\\u001b\\\"\\\\/\xC3\xA9\x7F\"" },
    { "integers that a double holds", "[0,-1,9007199254740991,-9007199254740991]", "[0,-1,9007199254740991,-9007199254740991]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) node = parse (rows[i].json);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = sceau_canonical_json (node, &error);

      g_test_message ("%s", rows[i].sentence);
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, rows[i].canonical);
    }
}

static void
test_refuses_other_numbers (void)
{
  static const char *const rows[] = { "1.5", "[{\"a\":1e30}]", "9007199254740992", "-9007199254740992", "{\"a\":[0.1]}" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) node = parse (rows[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (sceau_canonical_json (node, &error));
      g_assert_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_FAULTY);
    }
}

/* The proof: W3C vc-di-eddsa, appendix "Representation: eddsa-jcs-2022" ------------------------- */

#define VECTOR_DOCUMENT                                                                                                                  \
  "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\",\"https://www.w3.org/ns/credentials/examples/v2\"],"                         \
  "\"id\":\"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33\",\"type\":[\"VerifiableCredential\",\"AlumniCredential\"],"                    \
  "\"name\":\"Alumni Credential\",\"description\":\"A minimum viable example of an Alumni Credential.\","                                \
  "\"issuer\":\"https://vc.example/issuers/5678\",\"validFrom\":\"2023-01-01T00:00:00Z\","                                              \
  "\"credentialSubject\":{\"id\":\"did:example:abcdefgh\",\"alumniOf\":\"The School of Examples\"}}"
#define VECTOR_KEY "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
#define VECTOR_HASH                                                                                                                      \
  "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19"
#define VECTOR_SIGNATURE                                                                                                                 \
  "407cd12654b33d718ecbb99179a1506daaa849450bf3fc523cce3e1c96f8b80351da3f253d725c6f00b07c9e5448d50b3ef78012b9ab54255116d069c6dd2808"
#define VECTOR_PROOF_VALUE "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX"
/* The public half of VECTOR_KEY; its private half, without prefix. */
#define VECTOR_PUBLIC "b00d8d938e7f773d51565aad36a623f5344f7f5d1960f9cf3e8e12620ea2810f"
#define VECTOR_SEED "c96ef9ea10c5e414c471723aff9de72c35fa5b70fae97e8832ecac7d2e2b8ed6"

static void
test_w3c_vector (void)
{
  g_autoptr (JsonNode) node = parse (VECTOR_DOCUMENT);
  JsonObject *document = json_node_get_object (node);
  JsonObject *options = sceau_data_integrity_options (document, VECTOR_PUBLIC, "2023-02-24T23:36:38Z");
  g_autofree char *did = sceau_did_key (VECTOR_PUBLIC);
  g_autofree char *hash_hex = NULL, *signature_hex = NULL;
  guint8 seed[crypto_sign_SEEDBYTES], public_key[crypto_sign_PUBLICKEYBYTES], secret[crypto_sign_SECRETKEYBYTES], signature[crypto_sign_BYTES];
  g_autoptr (GBytes) hash = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *proof;

  g_assert_cmpstr (did, ==, "did:key:" VECTOR_KEY);
  g_assert_cmpstr (json_object_get_string_member (options, "verificationMethod"), ==, "did:key:" VECTOR_KEY "#" VECTOR_KEY);
  hash = sceau_data_integrity_hash (document, options, &error);
  g_assert_no_error (error);
  hash_hex = to_hex (hash);
  g_assert_cmpstr (hash_hex, ==, VECTOR_HASH);

  g_assert_cmpint (sodium_hex2bin (seed, sizeof seed, VECTOR_SEED, strlen (VECTOR_SEED), NULL, NULL, NULL), ==, 0);
  crypto_sign_seed_keypair (public_key, secret, seed);
  crypto_sign_detached (signature, NULL, g_bytes_get_data (hash, NULL), g_bytes_get_size (hash), secret);
  bytes = g_bytes_new (signature, sizeof signature);
  signature_hex = to_hex (bytes);
  g_assert_cmpstr (signature_hex, ==, VECTOR_SIGNATURE);
  sceau_data_integrity_add_proof (document, options, bytes);
  proof = json_array_get_object_element (json_object_get_array_member (document, "proof"), 0);
  g_assert_cmpstr (json_object_get_string_member (proof, "proofValue"), ==, VECTOR_PROOF_VALUE);
}

/* draft-msporny-base58-03 §5, and leading zeros. */
static void
test_base58 (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *text;
  } rows[] = {
    { "Hello World!", 12, "z2NEpo7TZRRrLZSi2U" },
    { "The quick brown fox jumps over the lazy dog.", 44, "zUSm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z" },
    { "\x00\x00\x28\x7f\xb4\xcd", 6, "z11233QC4" },
    { "", 0, "z" },
    { "\x00", 1, "z1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = sceau_multibase_encode ((const guint8 *) rows[i].bytes, rows[i].length);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* The badge ----------------------------------------------------------------------------- */

typedef struct
{
  SceauSchoolIdentity *school;
  SceauCertification *certification;
  SceauLearner *learner;
  SceauPaperContent content;
  SceauOpenBadge badge;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  SceauBlock *block = sceau_block_new ();

  (void) data;
  self->school = sceau_school_identity_new ();
  self->school->name = g_strdup ("École d’Exemple");
  self->school->siret = g_strdup ("73282932000074");
  self->certification = sceau_certification_new ();
  self->certification->code = g_strdup ("RNCP99999");
  self->certification->title = g_strdup ("Expert en exemples");
  self->certification->level = 7;
  block->code = g_strdup ("RNCP99999BC01");
  block->title = g_strdup ("Donner un exemple");
  g_ptr_array_add (self->certification->blocks, block);
  self->learner = sceau_learner_new ();
  self->learner->birth_name = g_strdup ("Lefe\u0300vre"); /* taken apart */
  self->learner->first_name = g_strdup ("Zoé");
  self->content = (SceauPaperContent) {
    .paper = SCEAU_PAPER_CERTIFICATE,
    .school = self->school,
    .certification = self->certification,
    .learner = self->learner,
    .number = "2026-0001",
    .decided = sceau_date_new (2026, 11, 20),
    .delivered = sceau_date_new (2026, 11, 25),
    .place = "Lille",
  };
  self->badge = (SceauOpenBadge) { .content = &self->content, .public_key = VECTOR_PUBLIC, .created = "2026-11-26T08:00:00Z" };
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  (void) data;
  sceau_learner_free (self->learner);
  sceau_certification_free (self->certification);
  sceau_school_identity_free (self->school);
}

static JsonNode *
write_badge (const Fixture *self)
{
  g_autoptr (GBytes) signature = g_bytes_new_static ("0123456789012345678901234567890123456789012345678901234567890123", 64);
  g_autofree char *text = sceau_open_badge_write (&self->badge, signature);

  return parse (text);
}

/* Mandatory in ob_v3p0_achievementcredential_schema.json; a list where the schema wants one. */
static void
test_mandatory_members (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *path, *value;
  } rows[] = {
    { "$['@context'][0]", "https://www.w3.org/ns/credentials/v2" },
    { "$['@context'][1]", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json" },
    { "$.type[0]", "VerifiableCredential" },
    { "$.type[1]", "OpenBadgeCredential" },
    { "$.issuer.id", "did:key:" VECTOR_KEY },
    { "$.issuer.type[0]", "Profile" },
    { "$.issuer.otherIdentifier[0].identifier", "73282932000074" },
    { "$.validFrom", "2026-11-25T00:00:00Z" },
    { "$.awardedDate", "2026-11-20T00:00:00Z" },
    { "$.name", "Expert en exemples" },
    { "$.credentialSubject.type[0]", "AchievementSubject" },
    { "$.credentialSubject.licenseNumber", "2026-0001-Q" },
    { "$.credentialSubject.identifier[0].type", "IdentityObject" },
    { "$.credentialSubject.identifier[0].identityType", "name" },
    { "$.credentialSubject.identifier[0].identityHash", "Zoé LEFÈVRE" },
    { "$.credentialSubject.achievement.id", "https://www.francecompetences.fr/recherche/rncp/99999/" },
    { "$.credentialSubject.achievement.type[0]", "Achievement" },
    { "$.credentialSubject.achievement.achievementType", "Certification" },
    { "$.credentialSubject.achievement.name", "Expert en exemples" },
    { "$.credentialSubject.achievement.criteria.narrative", "- RNCP99999BC01 — Donner un exemple" },
    { "$.proof[0].type", "DataIntegrityProof" },
    { "$.proof[0].cryptosuite", "eddsa-jcs-2022" },
    { "$.proof[0].proofPurpose", "assertionMethod" },
    { "$.proof[0].created", "2026-11-26T08:00:00Z" },
    { "$.proof[0]['@context'][0]", "https://www.w3.org/ns/credentials/v2" },
  };
  g_autoptr (JsonNode) root = write_badge (self);
  JsonObject *achievement;

  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) found = json_path_query (rows[i].path, root, &error);

      g_test_message ("%s", rows[i].path);
      g_assert_no_error (error);
      g_assert_cmpuint (json_array_get_length (json_node_get_array (found)), ==, 1);
      g_assert_cmpstr (json_array_get_string_element (json_node_get_array (found), 0), ==, rows[i].value);
    }
  achievement = json_object_get_object_member (json_object_get_object_member (json_node_get_object (root), "credentialSubject"), "achievement");
  g_assert_true (json_object_has_member (achievement, "description"));
}

/* The same parchemin has the same id, another has another: RFC 9562 version 8. */
static void
test_id_is_that_of_the_parchemin (Fixture *self, gconstpointer data)
{
  g_autoptr (JsonNode) first = write_badge (self);
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (JsonNode) other = NULL;
  const char *id = json_object_get_string_member (json_node_get_object (first), "id");

  (void) data;
  self->badge.created = "2027-01-01T00:00:00Z";
  again = write_badge (self);
  self->content.number = "2026-0002";
  other = write_badge (self);
  g_assert_true (g_regex_match_simple ("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id, 0, 0));
  g_assert_cmpstr (id, ==, json_object_get_string_member (json_node_get_object (again), "id"));
  g_assert_cmpstr (id, !=, json_object_get_string_member (json_node_get_object (other), "id"));
}

/* What is signed is what is written, without its proof: a verifier takes the file apart and comes to the same bytes. */
static void
test_signs_what_it_writes (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) to_sign = sceau_open_badge_signed_bytes (&self->badge);
  g_autoptr (JsonNode) root = write_badge (self);
  JsonObject *document = json_node_get_object (root);
  g_autoptr (JsonObject) proof = json_object_ref (json_array_get_object_element (json_object_get_array_member (document, "proof"), 0));
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) altered = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  json_object_remove_member (document, "proof");
  json_object_remove_member (proof, "proofValue");
  again = sceau_data_integrity_hash (document, proof, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (to_sign, again));
  json_object_set_string_member (document, "name", "Maître en exemples");
  altered = sceau_data_integrity_hash (document, proof, &error);
  g_assert_false (g_bytes_equal (to_sign, altered));
}

/* In the certifier's name: its name, and not the number of the school that signs. */
static void
test_issued_for_another (Fixture *self, gconstpointer data)
{
  const SceauMandate mandate = { .certifier_name = (char *) "Certificateur d’Exemple" };
  g_autoptr (JsonNode) root = NULL;
  JsonObject *issuer;

  (void) data;
  self->content.mandate = &mandate;
  root = write_badge (self);
  issuer = json_object_get_object_member (json_node_get_object (root), "issuer");
  g_assert_cmpstr (json_object_get_string_member (issuer, "name"), ==, "Certificateur d’Exemple");
  g_assert_false (json_object_has_member (issuer, "otherIdentifier"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (sodium_init (), >=, 0);
  g_test_add_func ("/exchange/open-badge/canonical-text", test_canonical_text);
  g_test_add_func ("/exchange/open-badge/refuses-other-numbers", test_refuses_other_numbers);
  g_test_add_func ("/exchange/open-badge/w3c-vector", test_w3c_vector);
  g_test_add_func ("/exchange/open-badge/base58", test_base58);
  g_test_add ("/exchange/open-badge/mandatory-members", Fixture, NULL, set_up, test_mandatory_members, tear_down);
  g_test_add ("/exchange/open-badge/id-is-that-of-the-parchemin", Fixture, NULL, set_up, test_id_is_that_of_the_parchemin, tear_down);
  g_test_add ("/exchange/open-badge/signs-what-it-writes", Fixture, NULL, set_up, test_signs_what_it_writes, tear_down);
  g_test_add ("/exchange/open-badge/issued-for-another", Fixture, NULL, set_up, test_issued_for_another, tear_down);
  return g_test_run ();
}
