/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-hold-jury.h"
#include "sceau-manifest-reader.h"

G_BEGIN_DECLS

/**
 * sceau_export_session: everything there is about one session as a folder, or as a zip when @path ends in ".zip":
 *
 *   convocations/  attendance/  grids/  minutes/  letters/  decisions.csv  decisions.xlsx  explanations.csv
 *   explanations.pdf  journal.csv (the entries of this session)  manifest.json (SHA-256 of every file, seal, head of the journal)
 *
 * File names are French.  @path must not exist; it appears whole or not at all.
 */
gboolean sceau_export_session      (SceauSchool *school, gint64 session_id, const char *path, SceauProgress *progress,
                                    GCancellable *cancellable, GError **error);
/* Whether the files are those of the manifest, no more and no fewer, without any school: every difference is a fault.  It
 * says nothing about who wrote the manifest: the seal in it is to be held against the minutes.
 * @manifest: (out) (optional) (transfer full): NULL when none could be read. */
gboolean sceau_verify_session_file (const char *path, SceauManifest **manifest, SceauFaults *faults, GError **error);

G_END_DECLS
