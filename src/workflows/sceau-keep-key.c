/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The school's signing key: made, opened, replaced. */

#include "sceau-keep-key.h"

#include <glib/gi18n-lib.h>

#include "sceau-key-private.h"
#include "sceau-verifier-page.h"
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
  g_autoptr (SceauSigner) signer = NULL;
  g_autoptr (SceauSigningKey) old = NULL;
  g_autoptr (SceauSigningKey) key = NULL;

  if (!check_passphrase (new_passphrase, faults, error))
    return FALSE;
  signer = sceau_signer_open_existing (school, passphrase, error);
  if (signer == NULL)
    return FALSE;
  key = prepare_key (school, new_passphrase, error);
  if (key == NULL || !sceau_transaction_begin (&transaction, school, error) || !sceau_signer_check (signer, school, error))
    return FALSE;
  old = sceau_signing_key_table_find_current (school, error);
  if (old == NULL)
    return FALSE;
  old->retired = sceau_school_today (school);
  return sceau_signing_key_table_retire (school, old->id, old->retired, error) && keep_key (school, key, old, error)
         && sceau_transaction_commit (&transaction, error);
}

/* Signing ------------------------------------------------------------------------------ */

struct _SceauSigner
{
  SceauKeyPair *pair;
  gint64 record; /* of the key in the school file */
  char *key_id;
};

SceauSigner *
sceau_signer_open_existing (SceauSchool *school, const char *passphrase, GError **error)
{
  g_autoptr (SceauSigningKey) key = sceau_signing_key_table_find_current (school, error);
  SceauKeyPair *pair = key != NULL ? sceau_key_pair_unseal (key->sealed_private, passphrase, key->public_key, error) : NULL;
  SceauSigner *self;

  if (pair == NULL)
    return NULL;
  self = g_new0 (SceauSigner, 1);
  self->pair = pair;
  self->record = key->id;
  self->key_id = sceau_verifier_key_id (key->public_key);
  return self;
}

SceauSigner *
sceau_signer_open (SceauSchool *school, const char *passphrase, SceauFaults *faults, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (school != NULL && passphrase != NULL, NULL);

  if (!sceau_has_signing_key (school, &local))
    {
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (!sceau_make_signing_key (school, passphrase, faults, error))
        return NULL;
    }
  return sceau_signer_open_existing (school, passphrase, error);
}

static SceauSigningKey *
prepare_demonstration (SceauSchool *school, const char *passphrase, const char *source, GError **error)
{
  g_autoptr (SceauKeyPair) pair = sceau_key_pair_derive (source, error);
  g_autoptr (SceauSigningKey) key = g_new0 (SceauSigningKey, 1);

  if (pair == NULL)
    return NULL;
  key->sealed_private = sceau_key_pair_seal_openly (pair, passphrase, source, error);
  key->created = sceau_school_today (school);
  key->public_key = g_strdup (sceau_key_pair_public (pair));
  return key->sealed_private != NULL ? g_steal_pointer (&key) : NULL;
}

SceauSigner *
sceau_signer_make_demonstration (SceauSchool *school, const char *passphrase, const char *source, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauSigningKey) key = prepare_demonstration (school, passphrase, source, error);

  if (key == NULL || !sceau_transaction_begin (&transaction, school, error) || !keep_key (school, key, NULL, error)
      || !sceau_transaction_commit (&transaction, error))
    return NULL;
  return sceau_signer_open_existing (school, passphrase, error);
}

void
sceau_signer_free (SceauSigner *self)
{
  if (self == NULL)
    return;
  sceau_key_pair_free (self->pair);
  g_free (self->key_id);
  g_free (self);
}

const char *
sceau_signer_key_id (const SceauSigner *self)
{
  return self->key_id;
}

const char *
sceau_signer_public_key (const SceauSigner *self)
{
  return sceau_key_pair_public (self->pair);
}

GBytes *
sceau_signer_sign (const SceauSigner *self, const void *data, gsize length)
{
  return sceau_key_pair_sign (self->pair, data, length);
}

gboolean
sceau_signer_check (const SceauSigner *self, SceauSchool *school, GError **error)
{
  g_autoptr (SceauSigningKey) present = sceau_signing_key_table_find_current (school, error);

  if (present == NULL)
    return FALSE;
  if (present->id == self->record)
    return TRUE;
  g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_CHANGED,
                       _("The signing key was replaced at this moment. Try again with the new passphrase."));
  return FALSE;
}

/* Verifying ---------------------------------------------------------------------------- */

SceauSigningKey *
sceau_find_school_key (SceauSchool *school, const char *key_id, GError **error)
{
  g_autoptr (GPtrArray) keys = sceau_signing_key_table_list (school, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autofree char *id = sceau_verifier_key_id (((const SceauSigningKey *) g_ptr_array_index (keys, i))->public_key);

      if (g_str_equal (id, key_id))
        return g_ptr_array_steal_index_fast (keys, i);
    }
  return NULL;
}

gboolean
sceau_school_key_verify (SceauSchool *school, const char *key_id, GBytes *message, GBytes *signature, GError **error)
{
  g_autoptr (SceauSigningKey) key = NULL;

  g_return_val_if_fail (school != NULL && key_id != NULL && message != NULL && signature != NULL, FALSE);

  key = sceau_find_school_key (school, key_id, error);
  return key != NULL && sceau_signature_is_genuine (key->public_key, signature, message);
}
