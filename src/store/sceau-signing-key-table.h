/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-date.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* An Ed25519 key of the school; only one is in use, earlier ones are kept to verify what they signed. */
typedef struct
{
  gint64 id;
  SceauDate created;
  SceauDate retired;      /* SCEAU_NO_DATE: in use */
  char *public_key;       /* 64 hex digits */
  GBytes *sealed_private; /* sealed by the passphrase */
} SceauSigningKey;

void             sceau_signing_key_free           (SceauSigningKey *self);
/* A new key; the one in use must have been retired before, in the same transaction. Returns its id, or 0. */
gint64           sceau_signing_key_table_insert   (SceauSchool *school, const SceauSigningKey *key, GError **error);
gboolean         sceau_signing_key_table_retire   (SceauSchool *school, gint64 id, SceauDate date, GError **error);
/* The same key under another passphrase. */
gboolean         sceau_signing_key_table_reseal   (SceauSchool *school, gint64 id, GBytes *sealed_private, GError **error);
/* NOT_FOUND when none was made yet. */
SceauSigningKey *sceau_signing_key_table_find_current (SceauSchool *school, GError **error);
/* (element-type SceauSigningKey): latest first. */
GPtrArray       *sceau_signing_key_table_list     (SceauSchool *school, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauSigningKey, sceau_signing_key_free)

G_END_DECLS
