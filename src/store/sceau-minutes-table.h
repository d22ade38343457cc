/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-school.h"

G_BEGIN_DECLS

/**
 * sceau_minutes_table_insert: the minutes of a sealed session, once, with the very
 * bytes that the jurors sign.  The caller's journal entry names @sha256, so that
 * sceau_school_check() notices when they are gone.
 * @sha256: (out) (transfer full): of @pdf.
 */
gboolean sceau_minutes_table_insert (SceauSchool *school, gint64 session_id, GBytes *pdf, char **sha256, GError **error);
/* NOT_FOUND when none were kept: the session is not sealed, or was sealed under schema 2; CORRUPT when they were altered. */
GBytes  *sceau_minutes_table_load   (SceauSchool *school, gint64 session_id, GError **error);

G_END_DECLS
