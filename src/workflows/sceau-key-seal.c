/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The school's key in memory, and its private half as the school file keeps it. */

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "sceau-key-private.h"
#include "sceau-workflow-error.h"

/* The sealed form: this byte, what the derivation costs (so that it can grow later), salt, nonce, secret box. */
#define FORM 1

typedef struct
{
  guint8 form;
  guint8 operations[8]; /* big-endian */
  guint8 memory[8];     /* big-endian, bytes */
  guint8 salt[crypto_pwhash_SALTBYTES];
  guint8 nonce[crypto_secretbox_NONCEBYTES];
  guint8 box[crypto_sign_SEEDBYTES + crypto_secretbox_MACBYTES];
} Sealed;

G_STATIC_ASSERT (sizeof (Sealed) == 1 + 8 + 8 + 16 + 24 + 48);

struct _SceauKeyPair
{
  guint8 *seed;    /* guarded: crypto_sign_SEEDBYTES */
  guint8 *secret;  /* guarded: crypto_sign_SECRETKEYBYTES */
  char public_hex[crypto_sign_PUBLICKEYBYTES * 2 + 1];
};

static gboolean
refuse_memory (GError **error)
{
  g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                       _("The key cannot be opened or made: 256 MiB of memory are needed for a moment. Close other programs and try again."));
  return FALSE;
}

void
sceau_key_pair_free (SceauKeyPair *self)
{
  if (self == NULL)
    return;
  sodium_free (self->seed);
  sodium_free (self->secret);
  g_free (self);
}

static SceauKeyPair *
key_pair_alloc (GError **error)
{
  g_autoptr (SceauKeyPair) self = g_new0 (SceauKeyPair, 1);

  if (sodium_init () < 0 || (self->seed = sodium_malloc (crypto_sign_SEEDBYTES)) == NULL
      || (self->secret = sodium_malloc (crypto_sign_SECRETKEYBYTES)) == NULL)
    {
      refuse_memory (error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static void
derive_pair (SceauKeyPair *self)
{
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];

  crypto_sign_seed_keypair (public_key, self->secret, self->seed);
  sodium_bin2hex (self->public_hex, sizeof self->public_hex, public_key, sizeof public_key);
}

SceauKeyPair *
sceau_key_pair_new (GError **error)
{
  g_autoptr (SceauKeyPair) self = key_pair_alloc (error);

  if (self == NULL)
    return NULL;
  randombytes_buf (self->seed, crypto_sign_SEEDBYTES);
  derive_pair (self);
  return g_steal_pointer (&self);
}

/* @n bytes that @source decides, others for each @purpose. */
static void
derive_bytes (guint8 *bytes, gsize n, const char *source, const char *purpose)
{
  g_autofree char *text = g_strdup_printf ("%s|%s", purpose, source);

  crypto_generichash (bytes, n, (const guint8 *) text, strlen (text), NULL, 0);
}

SceauKeyPair *
sceau_key_pair_derive (const char *source, GError **error)
{
  g_autoptr (SceauKeyPair) self = key_pair_alloc (error);

  if (self == NULL)
    return NULL;
  derive_bytes (self->seed, crypto_sign_SEEDBYTES, source, "key");
  derive_pair (self);
  return g_steal_pointer (&self);
}

const char *
sceau_key_pair_public (const SceauKeyPair *self)
{
  return self->public_hex;
}

GBytes *
sceau_key_pair_sign (const SceauKeyPair *self, const void *data, gsize length)
{
  guint8 *signature = g_malloc (crypto_sign_BYTES);

  crypto_sign_detached (signature, NULL, data, length, self->secret);
  return g_bytes_new_take (signature, crypto_sign_BYTES);
}

static void
put_number (guint8 bytes[8], guint64 number)
{
  guint64 big_endian = GUINT64_TO_BE (number);

  memcpy (bytes, &big_endian, 8);
}

static guint64
get_number (const guint8 bytes[8])
{
  guint64 big_endian;

  memcpy (&big_endian, bytes, 8);
  return GUINT64_FROM_BE (big_endian);
}

/* @key: (out): crypto_secretbox_KEYBYTES in guarded memory; free with sodium_free(). */
static gboolean
derive_box_key (const Sealed *sealed, const char *passphrase, guint8 **key, GError **error)
{
  *key = sodium_malloc (crypto_secretbox_KEYBYTES);
  if (*key != NULL
      && crypto_pwhash (*key, crypto_secretbox_KEYBYTES, passphrase, strlen (passphrase), sealed->salt, get_number (sealed->operations),
                        (size_t) get_number (sealed->memory), crypto_pwhash_ALG_ARGON2ID13)
           == 0)
    return TRUE;
  sodium_free (*key);
  *key = NULL;
  return refuse_memory (error);
}

/* @sealed: with cost, salt and nonce. */
static GBytes *
seal (const SceauKeyPair *self, Sealed *sealed, const char *passphrase, GError **error)
{
  guint8 *key;

  if (!derive_box_key (sealed, passphrase, &key, error))
    return NULL;
  crypto_secretbox_easy (sealed->box, self->seed, crypto_sign_SEEDBYTES, sealed->nonce, key);
  sodium_free (key);
  return g_bytes_new (sealed, sizeof *sealed);
}

GBytes *
sceau_key_pair_seal (const SceauKeyPair *self, const char *passphrase, GError **error)
{
  Sealed sealed = { .form = FORM };

  put_number (sealed.operations, crypto_pwhash_OPSLIMIT_MODERATE);
  put_number (sealed.memory, crypto_pwhash_MEMLIMIT_MODERATE);
  randombytes_buf (sealed.salt, sizeof sealed.salt);
  randombytes_buf (sealed.nonce, sizeof sealed.nonce);
  return seal (self, &sealed, passphrase, error);
}

GBytes *
sceau_key_pair_seal_openly (const SceauKeyPair *self, const char *passphrase, const char *source, GError **error)
{
  Sealed sealed = { .form = FORM };

  put_number (sealed.operations, crypto_pwhash_OPSLIMIT_MIN);
  put_number (sealed.memory, crypto_pwhash_MEMLIMIT_MIN);
  derive_bytes (sealed.salt, sizeof sealed.salt, source, "salt");
  derive_bytes (sealed.nonce, sizeof sealed.nonce, source, "nonce");
  return seal (self, &sealed, passphrase, error);
}

/* A file from elsewhere must not ask for more than we ever do. */
static gboolean
is_of_our_form (const Sealed *sealed)
{
  const guint64 operations = get_number (sealed->operations);
  const guint64 memory = get_number (sealed->memory);

  return sealed->form == FORM && operations >= crypto_pwhash_OPSLIMIT_MIN && operations <= crypto_pwhash_OPSLIMIT_SENSITIVE
         && memory >= crypto_pwhash_MEMLIMIT_MIN && memory <= crypto_pwhash_MEMLIMIT_SENSITIVE;
}

static gboolean
refuse_damaged (GError **error)
{
  g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                       _("The signing key in the school file is damaged. Restore a backup, or make a new key."));
  return FALSE;
}

static gboolean
open_box (SceauKeyPair *self, const Sealed *sealed, const char *passphrase, GError **error)
{
  guint8 *key;
  gboolean opened;

  if (!derive_box_key (sealed, passphrase, &key, error))
    return FALSE;
  opened = crypto_secretbox_open_easy (self->seed, sealed->box, sizeof sealed->box, sealed->nonce, key) == 0;
  sodium_free (key);
  if (!opened)
    g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                         _("This is not the passphrase of the school’s signing key. Type it again; mind capital letters."));
  return opened;
}

SceauKeyPair *
sceau_key_pair_unseal (GBytes *bytes, const char *passphrase, const char *public_key, GError **error)
{
  g_autoptr (SceauKeyPair) self = NULL;
  Sealed sealed;

  if (g_bytes_get_size (bytes) != sizeof sealed)
    {
      refuse_damaged (error);
      return NULL;
    }
  memcpy (&sealed, g_bytes_get_data (bytes, NULL), sizeof sealed);
  if (!is_of_our_form (&sealed))
    {
      refuse_damaged (error);
      return NULL;
    }
  self = key_pair_alloc (error);
  if (self == NULL || !open_box (self, &sealed, passphrase, error))
    return NULL;
  derive_pair (self);
  if (!g_str_equal (self->public_hex, public_key))
    {
      refuse_damaged (error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

gboolean
sceau_signature_is_genuine (const char *public_key, GBytes *signature, GBytes *message)
{
  guint8 key[crypto_sign_PUBLICKEYBYTES];
  size_t key_length;
  gsize length, message_length;
  const guint8 *bytes = g_bytes_get_data (signature, &length);
  const guint8 *data = g_bytes_get_data (message, &message_length);

  return sodium_init () >= 0 && sodium_hex2bin (key, sizeof key, public_key, strlen (public_key), NULL, &key_length, NULL) == 0
         && key_length == sizeof key && length == crypto_sign_BYTES && crypto_sign_verify_detached (bytes, data, message_length, key) == 0;
}

char *
sceau_bytes_to_hex (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  char *hex = g_malloc (length * 2 + 1);

  return sodium_bin2hex (hex, length * 2 + 1, data, length);
}

GBytes *
sceau_bytes_from_hex (const char *hex)
{
  const gsize digits = strlen (hex);
  g_autofree guint8 *bytes = g_malloc (digits / 2 + 1);
  size_t length;

  if (digits % 2 != 0 || sodium_hex2bin (bytes, digits / 2 + 1, hex, digits, NULL, &length, NULL) != 0 || length != digits / 2)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&bytes), length);
}
