/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-fault.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/**
 * The school's Ed25519 key (libsodium).  It is made on first use; its private half is sealed by a passphrase and
 * never leaves the file in clear.  Memory that held it is wiped.
 */
gboolean sceau_has_signing_key    (SceauSchool *school, GError **error);
gboolean sceau_make_signing_key   (SceauSchool *school, const char *passphrase, SceauFaults *faults, GError **error);
/* A new key in the place of the present one, which keeps verifying what it signed. */
gboolean sceau_rotate_signing_key (SceauSchool *school, const char *passphrase, const char *new_passphrase, SceauFaults *faults, GError **error);
/* Every public key, latest first, as PEM with a heading for each, for who verifies with other means than Sceau. An existing file is not overwritten. */
gboolean sceau_export_public_keys (SceauSchool *school, const char *path, GError **error);

/**
 * SceauSigner: the school's Ed25519 key, opened once for many signatures.  The private half lies in locked memory
 * and is wiped by sceau_signer_free().
 */
typedef struct _SceauSigner SceauSigner;

/* Makes the key where the school has none yet: then the passphrase must be long enough, or a fault says so. A wrong passphrase is a sentence of its own. */
SceauSigner *sceau_signer_open       (SceauSchool *school, const char *passphrase, SceauFaults *faults, GError **error);
void         sceau_signer_free       (SceauSigner *self);
/* First 16 hex digits of the SHA-256 of the public key, and the key itself as 64 hex digits. */
const char  *sceau_signer_key_id     (const SceauSigner *self);
const char  *sceau_signer_public_key (const SceauSigner *self);
/* (transfer full): 64 bytes. */
GBytes      *sceau_signer_sign       (const SceauSigner *self, const void *data, gsize length);
/**
 * sceau_signer_check: whether its key is still the one in use; SCEAU_WORKFLOW_ERROR_CHANGED when somebody replaced it since it
 * was opened.  Who keeps what was signed asks this inside the transaction: nothing new bears a retired key.
 */
gboolean     sceau_signer_check      (const SceauSigner *self, SceauSchool *school, GError **error);

/* Whether a key of the school, in use or retired, signed @message; @key_id says which. FALSE without @error: it did not. */
gboolean     sceau_school_key_verify (SceauSchool *school, const char *key_id, GBytes *message, GBytes *signature, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauSigner, sceau_signer_free)

G_END_DECLS
