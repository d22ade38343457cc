/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The school itself, its mandates, its fiches and their plans. */

#include "sceau-certification-table.h"
#include "sceau-compare-private.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-key-private.h"
#include "sceau-mandate-table.h"
#include "sceau-plan-private.h"
#include "sceau-plan-table.h"

static void
hear_identity (SceauComparison *self, const SceauHeard *heard)
{
  if (sceau_heard_after (heard) != NULL)
    sceau_compare_note (self->said, g_strdup ("school"), json_object_ref (sceau_heard_after (heard)));
}

/* (transfer full) */
static char *
mandate_key (const char *certification_code, const char *reference)
{
  return g_strdup_printf ("mandate %s, %s", certification_code, reference);
}

static void
hear_mandate (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *mandate = sceau_heard_after (heard);

  if (mandate != NULL)
    sceau_compare_note (self->said, mandate_key (sceau_json_text_of (mandate, "certification"), sceau_json_text_of (mandate, "reference")),
                        json_object_ref (mandate));
}

/* (transfer full) */
static char *
original_key (const char *code, const char *sha256)
{
  return g_strdup_printf ("original %.16s of fiche %s", sha256, code);
}

/* The value is when it was imported; "" where an earlier version did not say so. */
static void
hear_original (SceauComparison *self, const char *code, JsonObject *fiche)
{
  if (json_object_has_member (fiche, "fiche_sha256"))
    g_hash_table_insert (self->said, original_key (code, sceau_json_text_of (fiche, "fiche_sha256")),
                         g_strdup (sceau_json_text_of (fiche, "imported_at")));
  else
    g_hash_table_add (self->silent, g_strdup (code));
}

/* A first plan stands in the journal as it was written or, when it was drafted, by its digest. */
static void
hear_fiche (SceauComparison *self, JsonObject *fiche)
{
  const char *code = sceau_json_text_of (fiche, "code");
  JsonNode *plan = json_object_get_member (fiche, "plan");

  hear_original (self, code, fiche);
  g_hash_table_insert (self->said, g_strdup_printf ("fiche %s", code), g_strdup (sceau_json_text_of (fiche, "record_sha256")));
  if (json_object_has_member (fiche, "plan_sha256"))
    g_hash_table_insert (self->said, g_strdup_printf ("plan %s", code), g_strdup (sceau_json_text_of (fiche, "plan_sha256")));
  else if (plan != NULL && JSON_NODE_HOLDS_OBJECT (plan))
    sceau_compare_note (self->said, g_strdup_printf ("plan %s", code), json_node_dup_object (plan));
}

static void
hear_fiches (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *import = sceau_heard_after (heard);

  if (import != NULL)
    sceau_compare_hear_each (self, json_object_get_member (import, "fiches"), hear_fiche);
}

static void
hear_plan (SceauComparison *self, const SceauHeard *heard)
{
  if (sceau_heard_after (heard) != NULL)
    sceau_compare_note (self->said, g_strdup (heard->subject), json_object_ref (sceau_heard_after (heard)));
}

static void
note_key (SceauComparison *self, JsonObject *key)
{
  char *sealed = g_strdup_printf ("sealed half of signing key %s", sceau_json_text_of (key, "public_key"));

  sceau_compare_hear_part (self, sealed, key, "private_sha256");
  sceau_compare_note (self->said, sceau_json_key_of ("signing key", key, "public_key"), json_object_ref (key));
}

/* A key that is replaced was heard before: its entry says when it was retired. */
static void
hear_key (SceauComparison *self, const SceauHeard *heard)
{
  if (sceau_heard_before (heard) != NULL)
    note_key (self, sceau_heard_before (heard));
  if (sceau_heard_after (heard) != NULL)
    note_key (self, sceau_heard_after (heard));
}

const SceauHearing sceau_school_hearings[] = {
  { "school.", hear_identity },
  { "key.", hear_key },
  { "mandate.record", hear_mandate },
  { "fiche.import", hear_fiches },
  { "plan.replace", hear_plan },
  { NULL },
};

static gboolean
look_at_identity (SceauComparison *self, GError **error)
{
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_load_identity (self->school, error);
  g_autoptr (GPtrArray) mandates = identity != NULL ? sceau_mandate_table_list (self->school, error) : NULL;

  if (mandates == NULL)
    return FALSE;
  sceau_compare_note (self->found, g_strdup ("school"), sceau_json_from_identity (identity));
  for (guint i = 0; i < mandates->len; i++)
    {
      const SceauMandate *mandate = g_ptr_array_index (mandates, i);

      sceau_compare_note (self->found, mandate_key (mandate->certification_code, mandate->reference), sceau_json_from_mandate (mandate));
    }
  return TRUE;
}

static gboolean
look_at_keys (SceauComparison *self, GError **error)
{
  g_autoptr (GPtrArray) keys = sceau_signing_key_table_list (self->school, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      const SceauSigningKey *key = g_ptr_array_index (keys, i);

      JsonObject *record = sceau_json_from_signing_key (key);

      sceau_compare_find_part (self, g_strdup_printf ("sealed half of signing key %s", key->public_key), record, "private_sha256");
      sceau_compare_note (self->found, g_strdup_printf ("signing key %s", key->public_key), record);
    }
  return keys != NULL;
}

static gboolean
look_at_originals (SceauComparison *self, const char *code, GError **error)
{
  g_autoptr (GPtrArray) originals = sceau_certification_table_list_originals (self->school, code, error);

  for (guint i = 0; originals != NULL && i < originals->len; i++)
    {
      const SceauFicheOriginal *original = g_ptr_array_index (originals, i);
      g_autofree char *key = original_key (code, original->sha256);
      const char *said = g_hash_table_lookup (self->said, key);

      if (said != NULL || !g_hash_table_contains (self->silent, code))
        g_hash_table_insert (self->found, g_steal_pointer (&key), g_strdup (g_strcmp0 (said, "") == 0 ? "" : original->imported_at));
    }
  return originals != NULL;
}

static gboolean
look_at_certification (SceauComparison *self, const char *code, GError **error)
{
  g_autoptr (SceauCertification) certification = sceau_certification_table_find (self->school, code, error);
  g_autoptr (SceauPlan) plan = NULL;

  if (certification == NULL || !look_at_originals (self, code, error))
    return FALSE;
  sceau_compare_note (self->found, g_strdup_printf ("fiche %s", code), sceau_json_from_certification (certification));
  if (!sceau_plan_table_exists (self->school, code))
    return TRUE;
  plan = sceau_plan_table_find (self->school, code, error);
  if (plan != NULL)
    sceau_compare_note (self->found, g_strdup_printf ("plan %s", code), sceau_plan_to_json_object (plan));
  return plan != NULL;
}

gboolean
sceau_compare_school (SceauComparison *self, GError **error)
{
  g_autoptr (GPtrArray) heads = look_at_identity (self, error) && look_at_keys (self, error) ? sceau_certification_table_list (self->school, NULL, error) : NULL;

  for (guint i = 0; heads != NULL && i < heads->len; i++)
    if (!look_at_certification (self, ((SceauCertification *) g_ptr_array_index (heads, i))->code, error))
      return FALSE;
  return heads != NULL;
}
