/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-fault.h"

G_BEGIN_DECLS

/**
 * SceauAnchor: what the journal of a school was at one moment, signed.  Kept outside the school file, it
 * shows later that nothing of what it attests was changed.
 */
typedef struct
{
  char *school;
  char *siret;
  gint64 count;     /* entries of the journal */
  char *head;       /* hash of the last of them, 64 hex digits */
  char *at;         /* UTC, ISO time stamp */
  char *public_key; /* Ed25519, 64 hex digits */
  char *signature;  /* of sceau_anchor_signed_text(), 128 hex digits */
} SceauAnchor;

SceauAnchor *sceau_anchor_new         (void);
void         sceau_anchor_free        (SceauAnchor *self);
/* The very bytes that are signed (transfer full): "sceau_anchor 1", then siret, count, head, at, public_key and school
 * as "name: value", each with a line feed after it. */
GBytes      *sceau_anchor_signed_text (const SceauAnchor *self);
GBytes      *sceau_anchor_to_json     (const SceauAnchor *self);
/* Whether it is an anchor, not whether it is genuine. */
SceauAnchor *sceau_anchor_read        (const char *path, SceauFaults *faults, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauAnchor, sceau_anchor_free)

G_END_DECLS
