/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-fault.h"

G_BEGIN_DECLS

/* One file of a session's file, as its manifest says. */
typedef struct
{
  char *path;   /* relative, "/" between its parts; whatever the manifest holds: a reader must distrust it */
  gint64 size;
  char *sha256;
} SceauManifestFile;

/**
 * SceauManifest: what the file of a session says of itself.  Nobody has signed it: it shows that the files
 * belong together, and its seal is what to hold against the minutes.
 */
typedef struct
{
  gint64 session;
  char *state;        /* as sceau_session_state_to_id() */
  char *seal;         /* SHA-256, 64 hex digits; NULL of a session that was not sealed when it was exported */
  char *journal_head; /* of the journal at the export, 64 hex digits */
  GPtrArray *files;   /* (element-type SceauManifestFile) */
} SceauManifest;

void           sceau_manifest_free (SceauManifest *self);
/* NULL after faults, whose field is the path inside of the manifest: a key or a file that stands twice is one. */
SceauManifest *sceau_manifest_read (const char *text, gsize length, SceauFaults *faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauManifest, sceau_manifest_free)

G_END_DECLS
