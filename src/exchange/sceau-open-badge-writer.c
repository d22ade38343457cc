/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* One parchemin as an Open Badges 3.0 credential.  Mandatory members: the 1EdTech JSON schema of AchievementCredential. */

#include "sceau-open-badge-writer.h"

#include "sceau-data-integrity.h"
#include "sceau-text.h"

#define CREDENTIALS_CONTEXT "https://www.w3.org/ns/credentials/v2"
#define BADGES_CONTEXT "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
#define SCHEMA "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
/* The public page of a fiche: the register, then its digits. */
#define FICHE_PAGE "https://www.francecompetences.fr/recherche/%s/%s/"

/* A list of one type: the schema asks for lists. */
static void
set_types (JsonObject *object, const char *first, const char *second)
{
  JsonArray *types = json_array_new ();

  json_array_add_string_element (types, first);
  if (second != NULL)
    json_array_add_string_element (types, second);
  json_object_set_array_member (object, "type", types);
}

static void
set_text (JsonObject *object, const char *name, const char *text)
{
  g_autofree char *normal = text != NULL ? g_utf8_normalize (text, -1, G_NORMALIZE_NFC) : NULL;

  if (normal != NULL && *normal != '\0')
    json_object_set_string_member (object, name, normal);
}

static void
set_field (JsonObject *object, const char *name, const SceauPaperContent *content, SceauField field)
{
  g_autofree char *text = sceau_paper_field (content, field);

  set_text (object, name, text);
}

/* A day of the law has no hour: it begins at midnight, universal time. */
static void
set_day (JsonObject *object, const char *name, SceauDate date)
{
  g_autofree char *day = date != SCEAU_NO_DATE ? sceau_date_format_iso (date) : NULL;
  g_autofree char *moment = day != NULL ? g_strconcat (day, "T00:00:00Z", NULL) : NULL;

  set_text (object, name, moment);
}

/* The same parchemin is the same credential, whenever it is exported: a UUID of version 8 (RFC 9562) from school and number. */
static char *
make_id (const SceauPaperContent *content)
{
  g_autofree char *name = g_strdup_printf ("SCEAU1|%s|%s", content->school->siret, content->number);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);
  const char variant = "89ab"[g_ascii_xdigit_value (hash[16]) % 4];

  return g_strdup_printf ("urn:uuid:%.8s-%.4s-8%.3s-%c%.3s-%.12s", hash, hash + 8, hash + 13, variant, hash + 17, hash + 20);
}

/* The former inventaire has no pages any more: its fiche has a name only. */
static char *
make_fiche_page (const SceauCertification *certification)
{
  const char *kind = certification->register_kind == SCEAU_REGISTER_RNCP ? "rncp" : "rs";
  const char *digits = certification->code;

  if (certification->register_kind == SCEAU_REGISTER_INVENTAIRE)
    return g_strdup_printf ("urn:sceau:fiche:%s", certification->code);
  while (g_ascii_isalpha (*digits))
    digits++;
  return g_strdup_printf (FICHE_PAGE, kind, digits);
}

static JsonArray *
make_contexts (void)
{
  JsonArray *contexts = json_array_new ();

  json_array_add_string_element (contexts, CREDENTIALS_CONTEXT);
  json_array_add_string_element (contexts, BADGES_CONTEXT);
  return contexts;
}

static JsonArray *
make_schemas (void)
{
  JsonArray *schemas = json_array_new ();
  JsonObject *schema = json_object_new ();

  json_object_set_string_member (schema, "id", SCHEMA);
  json_object_set_string_member (schema, "type", "1EdTechJsonSchemaValidator2019");
  json_array_add_object_element (schemas, schema);
  return schemas;
}

/* The SIRET is that of the school: where it issues in a certifier's name, name and number would be of two bodies. */
static JsonArray *
make_issuer_identifiers (const SceauSchoolIdentity *school)
{
  JsonArray *identifiers = json_array_new ();
  JsonObject *siret = json_object_new ();

  json_object_set_string_member (siret, "type", "IdentifierEntry");
  json_object_set_string_member (siret, "identifier", school->siret);
  json_object_set_string_member (siret, "identifierType", "ext:SIRET");
  json_array_add_object_element (identifiers, siret);
  return identifiers;
}

static JsonObject *
make_issuer (const SceauOpenBadge *badge)
{
  JsonObject *issuer = json_object_new ();
  g_autofree char *did = sceau_did_key (badge->public_key);

  json_object_set_string_member (issuer, "id", did);
  set_types (issuer, "Profile", NULL);
  set_field (issuer, "name", badge->content, SCEAU_FIELD_ISSUER);
  if (badge->content->mandate == NULL)
    json_object_set_array_member (issuer, "otherIdentifier", make_issuer_identifiers (badge->content->school));
  return issuer;
}

/* What had to be shown: the blocks of the fiche, each with its code. */
static char *
make_narrative (const SceauCertification *certification)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (certification->blocks, i);

      g_string_append_printf (text, "%s- %s — %s", i > 0 ? "\n" : "", block->code, block->title);
    }
  if (text->len == 0)
    g_string_append (text, certification->title);
  return g_string_free (text, FALSE);
}

static JsonObject *
make_achievement (const SceauPaperContent *content)
{
  JsonObject *achievement = json_object_new ();
  JsonObject *criteria = json_object_new ();
  g_autofree char *page = make_fiche_page (content->certification);
  g_autofree char *narrative = make_narrative (content->certification);
  g_autofree char *level = sceau_paper_field (content, SCEAU_FIELD_LEVEL);
  g_autofree char *registration = sceau_paper_field (content, SCEAU_FIELD_REGISTRATION);
  g_autofree char *description = g_strjoin ("\n", content->certification->title, level != NULL ? level : registration,
                                            level != NULL ? registration : NULL, NULL);

  json_object_set_string_member (achievement, "id", page);
  set_types (achievement, "Achievement", NULL);
  json_object_set_string_member (achievement, "achievementType", "Certification");
  json_object_set_string_member (achievement, "inLanguage", "fr");
  set_text (achievement, "humanCode", content->certification->code);
  set_text (achievement, "name", content->certification->title);
  set_text (achievement, "description", description);
  json_object_set_string_member (criteria, "id", page);
  set_text (criteria, "narrative", narrative);
  json_object_set_object_member (achievement, "criteria", criteria);
  return achievement;
}

/* The holder has no identifier on the net: the credential names the person as the paper does. */
static JsonObject *
make_subject (const SceauPaperContent *content)
{
  JsonObject *subject = json_object_new ();
  JsonObject *identity = json_object_new ();
  JsonArray *identities = json_array_new ();
  g_autofree char *number = sceau_certificate_print_number (content->number);

  set_types (subject, "AchievementSubject", NULL);
  json_object_set_string_member (identity, "type", "IdentityObject");
  json_object_set_boolean_member (identity, "hashed", FALSE);
  json_object_set_string_member (identity, "identityType", "name");
  set_field (identity, "identityHash", content, SCEAU_FIELD_NAME);
  json_array_add_object_element (identities, identity);
  json_object_set_array_member (subject, "identifier", identities);
  set_text (subject, "licenseNumber", number);
  set_field (subject, "narrative", content, SCEAU_FIELD_JURY);
  json_object_set_object_member (subject, "achievement", make_achievement (content));
  return subject;
}

static JsonObject *
make_document (const SceauOpenBadge *badge)
{
  const SceauPaperContent *content = badge->content;
  const SceauCertification *certification = content->certification;
  JsonObject *document = json_object_new ();
  g_autofree char *id = make_id (content);

  json_object_set_array_member (document, "@context", make_contexts ());
  json_object_set_string_member (document, "id", id);
  set_types (document, "VerifiableCredential", "OpenBadgeCredential");
  set_text (document, "name", certification->title);
  json_object_set_object_member (document, "issuer", make_issuer (badge));
  set_day (document, "validFrom", content->delivered);
  /* Its holder's certificate runs out in the répertoire spécifique only (FORMATS §5). */
  if (certification->register_kind == SCEAU_REGISTER_RS && certification->validity_years > 0)
    set_day (document, "validUntil", sceau_date_add_years (content->delivered, certification->validity_years));
  set_day (document, "awardedDate", content->decided);
  json_object_set_object_member (document, "credentialSubject", make_subject (content));
  json_object_set_array_member (document, "credentialSchema", make_schemas ());
  return document;
}

GBytes *
sceau_open_badge_signed_bytes (const SceauOpenBadge *badge)
{
  g_autoptr (JsonObject) document = make_document (badge);
  g_autoptr (JsonObject) options = sceau_data_integrity_options (document, badge->public_key, badge->created);

  /* It has no number, so it always has a canonical text. */
  return sceau_data_integrity_hash (document, options, NULL);
}

char *
sceau_open_badge_write (const SceauOpenBadge *badge, GBytes *signature)
{
  g_autoptr (JsonObject) document = make_document (badge);
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), document);
  g_autofree char *text = NULL;

  sceau_data_integrity_add_proof (document, sceau_data_integrity_options (document, badge->public_key, badge->created), signature);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}
