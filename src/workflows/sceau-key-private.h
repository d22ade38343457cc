/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <json-glib/json-glib.h>

#include "sceau-keep-key.h"
#include "sceau-signing-key-table.h"

G_BEGIN_DECLS

/* What the files that make, open and ask the school's keys share; no one else includes it. */

/* An Ed25519 key in guarded memory that is wiped with it. */
typedef struct _SceauKeyPair SceauKeyPair;

SceauKeyPair    *sceau_key_pair_new       (GError **error);
/* The key that @source alone decides: whoever knows it can make the key again. */
SceauKeyPair    *sceau_key_pair_derive    (const char *source, GError **error);
void             sceau_key_pair_free      (SceauKeyPair *self);
const char      *sceau_key_pair_public    (const SceauKeyPair *self); /* 64 hex digits */
/* (transfer full): 64 bytes. */
GBytes          *sceau_key_pair_sign      (const SceauKeyPair *self, const void *data, gsize length);
/* The private half under a passphrase: Argon2id, then XSalsa20-Poly1305. */
GBytes          *sceau_key_pair_seal      (const SceauKeyPair *self, const char *passphrase, GError **error);
/* The same bytes each time, and cheap to open: for a passphrase that is no secret. */
GBytes          *sceau_key_pair_seal_openly (const SceauKeyPair *self, const char *passphrase, const char *source, GError **error);
/* A wrong passphrase is SCEAU_WORKFLOW_ERROR_REFUSED. */
SceauKeyPair    *sceau_key_pair_unseal    (GBytes *sealed, const char *passphrase, const char *public_key, GError **error);
/* @public_key: hex digits. */
gboolean         sceau_signature_is_genuine (const char *public_key, GBytes *signature, GBytes *message);
/* (transfer full): lower-case hex digits; and their bytes, %NULL when they are not pairs of hex digits. */
char            *sceau_bytes_to_hex       (GBytes *bytes);
GBytes          *sceau_bytes_from_hex     (const char *hex);

/* The key in use; NOT_FOUND of the store when none was made yet. */
SceauSigner     *sceau_signer_open_existing (SceauSchool *school, const char *passphrase, GError **error);
/**
 * sceau_signer_make_demonstration: a first key that the same @source makes again, under a passphrase that everybody may know: the
 * demonstration has the same bytes each time, and its key proves nothing.
 */
SceauSigner     *sceau_signer_make_demonstration (SceauSchool *school, const char *passphrase, const char *source, GError **error);
/* Whatever key of the school has this id; %NULL without @error: none. */
SceauSigningKey *sceau_find_school_key    (SceauSchool *school, const char *key_id, GError **error);

/* Records as the journal keeps them (transfer full): never the private half. */
JsonObject      *sceau_json_from_signing_key (const SceauSigningKey *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauKeyPair, sceau_key_pair_free)

G_END_DECLS
