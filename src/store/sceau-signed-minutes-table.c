/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-signed-minutes-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

void
sceau_signed_minutes_free (SceauSignedMinutes *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->media_type);
  g_free (self->sha256);
  g_free (self->attached_at);
  g_free (self);
}

gint64
sceau_signed_minutes_table_insert (SceauSchool *school, gint64 session_id, const char *name, const char *media_type, GBytes *content,
                                   GError **error)
{
  SceauDatabase *database;
  g_autofree char *sha256 = NULL;
  g_autofree char *now = NULL;

  g_return_val_if_fail (school != NULL && name != NULL && media_type != NULL && content != NULL, 0);

  database = sceau_school_database (school);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  now = sceau_school_now (school);
  if (!sceau_database_run (database, error,
                           "INSERT INTO signed_minutes (session_id, name, media_type, sha256, attached_at, content) "
                           "VALUES ($1, $2, $3, $4, $5, $6)",
                           "lttttb", session_id, name, media_type, sha256, now, content))
    return 0;
  return sceau_database_last_id (database);
}

static gpointer
read_scan (SceauStatement *row)
{
  SceauSignedMinutes *scan = g_new0 (SceauSignedMinutes, 1);

  scan->id = sceau_statement_get_int (row, 0);
  scan->session_id = sceau_statement_get_int (row, 1);
  scan->name = sceau_statement_dup_text (row, 2);
  scan->media_type = sceau_statement_dup_text (row, 3);
  scan->sha256 = sceau_statement_dup_text (row, 4);
  scan->attached_at = sceau_statement_dup_text (row, 5);
  scan->size = (gsize) sceau_statement_get_int (row, 6);
  return scan;
}

GPtrArray *
sceau_signed_minutes_table_list (SceauSchool *school, gint64 session_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT id, session_id, name, media_type, sha256, attached_at, length (content) "
                                   "FROM signed_minutes WHERE session_id = $1 ORDER BY id",
                                   error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, session_id);
  return sceau_table_collect (statement, read_scan, (GDestroyNotify) sceau_signed_minutes_free, error);
}

GBytes *
sceau_signed_minutes_table_read (SceauSchool *school, gint64 id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), "SELECT sha256, content FROM signed_minutes WHERE id = $1", error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, id);
  return sceau_table_find_document (statement, _("There are no signed minutes number %s."),
                                    _("The signed minutes number %s are not those that were attached. Restore a backup of the school."),
                                    id, error);
}
