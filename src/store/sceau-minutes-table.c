/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-minutes-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

gboolean
sceau_minutes_table_insert (SceauSchool *school, gint64 session_id, GBytes *pdf, char **sha256, GError **error)
{
  g_autofree char *hash = NULL;

  g_return_val_if_fail (school != NULL && pdf != NULL && sha256 != NULL, FALSE);

  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  if (!sceau_database_run (sceau_school_database (school), error,
                           "INSERT INTO jury_minutes (session_id, sha256, pdf) VALUES ($1, $2, $3)", "ltb", session_id, hash,
                           pdf))
    return FALSE;
  *sha256 = g_steal_pointer (&hash);
  return TRUE;
}

GBytes *
sceau_minutes_table_load (SceauSchool *school, gint64 session_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), "SELECT sha256, pdf FROM jury_minutes WHERE session_id = $1", error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, session_id);
  return sceau_table_find_document (
    statement, _("No minutes were kept for the jury session number %s."),
    _("The minutes kept for the jury session number %s are not those of its seal. Restore a backup of the school."), session_id, error);
}
