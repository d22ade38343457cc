/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The school's signing key: made, taken into use, replaced. */

#include <glib/gi18n-lib.h>

#include "sceau-anchor-private.h"
#include "sceau-workflow-private.h"

/* Characters; Argon2id makes each guess dear, length makes them many. */
#define SHORTEST_PASSPHRASE 12
/* So much of the public key tells one from another in the journal. */
#define SUBJECT_DIGITS 16

JsonObject *
sceau_json_from_signing_key (const SceauSigningKey *key)
{
  JsonObject *object = json_object_new ();
  g_autofree char *private_sha256 = NULL;

  sceau_json_set_text (object, "public_key", key->public_key);
  sceau_json_set_date (object, "created", key->created);
  sceau_json_set_date (object, "retired", key->retired);
  private_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, key->sealed_private);
  sceau_json_set_text (object, "private_sha256", private_sha256);
  return object;
}

/* NULL without an error when there is none. */
static SceauSigningKey *
find_key (SceauSchool *school, GError **error)
{
  g_autoptr (GError) local = NULL;
  SceauSigningKey *key = sceau_signing_key_table_find_current (school, &local);

  if (key == NULL && !g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  return key;
}

gboolean
sceau_has_signing_key (SceauSchool *school, GError **error)
{
  g_autoptr (SceauSigningKey) key = find_key (school, error);

  return key != NULL;
}

SceauKeyPair *
sceau_open_signing_key (SceauSchool *school, const char *passphrase, SceauSigningKey **record, GError **error)
{
  g_autoptr (SceauSigningKey) key = sceau_signing_key_table_find_current (school, error);
  SceauKeyPair *pair = key != NULL ? sceau_key_pair_unseal (key->sealed_private, passphrase, key->public_key, error) : NULL;

  if (pair != NULL && record != NULL)
    *record = g_steal_pointer (&key);
  return pair;
}

static gboolean
check_passphrase (const char *passphrase, SceauFaults *faults, GError **error)
{
  guint known = sceau_faults_count_errors (faults);

  if (!g_utf8_validate (passphrase, -1, NULL) || g_utf8_strlen (passphrase, -1) < SHORTEST_PASSPHRASE)
    sceau_faults_add_field (faults, "passphrase", NULL, _("The passphrase has fewer than twelve characters."),
                            _("Choose a sentence of several words that only you know."));
  return !sceau_faults_refuse (faults, known, error);
}

/* A new key, sealed; its creation is today. */
static SceauSigningKey *
prepare_key (SceauSchool *school, const char *passphrase, GError **error)
{
  g_autoptr (SceauKeyPair) pair = sceau_key_pair_new (error);
  g_autoptr (SceauSigningKey) key = g_new0 (SceauSigningKey, 1);

  if (pair == NULL)
    return NULL;
  key->sealed_private = sceau_key_pair_seal (pair, passphrase, error);
  if (key->sealed_private == NULL)
    return NULL;
  key->created = sceau_school_today (school);
  key->public_key = g_strdup (sceau_key_pair_public (pair));
  return g_steal_pointer (&key);
}

static gboolean
refuse_second (GError **error)
{
  g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                       _("The school has a signing key already. Replace it by a new one if it is no longer safe."));
  return FALSE;
}

static gboolean
keep_key (SceauSchool *school, const SceauSigningKey *key, const SceauSigningKey *old, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("key %.*s", SUBJECT_DIGITS, key->public_key);

  return sceau_signing_key_table_insert (school, key, error) != 0
         && sceau_journal_record (school, old != NULL ? "key.rotate" : "key.create", subject,
                                  old != NULL ? sceau_json_from_signing_key (old) : NULL, sceau_json_from_signing_key (key), error);
}

gboolean
sceau_make_signing_key (SceauSchool *school, const char *passphrase, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauSigningKey) present = NULL;
  g_autoptr (SceauSigningKey) key = NULL;
  g_autoptr (GError) local = NULL;

  if (sceau_has_signing_key (school, &local))
    return refuse_second (error);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!check_passphrase (passphrase, faults, error))
    return FALSE;
  /* Before the transaction: it takes about a second, and nobody else should wait for it. */
  key = prepare_key (school, passphrase, error);
  if (key == NULL || !sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  present = find_key (school, &local);
  if (present != NULL)
    return refuse_second (error);
  return keep_key (school, key, NULL, error) && sceau_transaction_commit (&transaction, error);
}

gboolean
sceau_rotate_signing_key (SceauSchool *school, const char *passphrase, const char *new_passphrase, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauSigningKey) old = NULL;
  g_autoptr (SceauSigningKey) key = NULL;
  g_autoptr (SceauKeyPair) pair = NULL;

  if (!check_passphrase (new_passphrase, faults, error))
    return FALSE;
  pair = sceau_open_signing_key (school, passphrase, &old, error);
  if (pair == NULL)
    return FALSE;
  key = prepare_key (school, new_passphrase, error);
  if (key == NULL || !sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  /* Somebody else who rotated it meanwhile has retired this one: the second key in use is refused. */
  old->retired = sceau_school_today (school);
  return sceau_signing_key_table_retire (school, old->id, old->retired, error) && keep_key (school, key, old, error)
         && sceau_transaction_commit (&transaction, error);
}

GBytes *
sceau_sign_with_school_key (SceauSchool *school, const char *passphrase, GBytes *message, GError **error)
{
  g_autoptr (SceauKeyPair) pair = sceau_open_signing_key (school, passphrase, NULL, error);

  return pair != NULL ? sceau_key_pair_sign (pair, message) : NULL;
}
