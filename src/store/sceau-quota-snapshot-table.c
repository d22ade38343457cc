/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-quota-snapshot-table.h"

#include "sceau-table-private.h"

SceauQuotaSnapshot *
sceau_quota_snapshot_new (void)
{
  return g_new0 (SceauQuotaSnapshot, 1);
}

void
sceau_quota_snapshot_free (SceauQuotaSnapshot *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->title);
  g_free (self);
}

gboolean
sceau_quota_snapshot_table_insert (SceauSchool *school, gint64 session_id, const SceauQuotaState *state, int learners, GError **error)
{
  g_return_val_if_fail (school != NULL && state != NULL && state->quota != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error,
                             "INSERT INTO quota_snapshot (session_id, code, title, max_percent, learners, places, used) "
                             "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                             "lttiiii", session_id, state->quota->code, state->quota->title, state->quota->max_percent, learners,
                             state->places, state->used);
}

static gpointer
read_snapshot (SceauStatement *row)
{
  SceauQuotaSnapshot *snapshot = sceau_quota_snapshot_new ();

  snapshot->code = sceau_statement_dup_text (row, 0);
  snapshot->title = sceau_statement_dup_text (row, 1);
  snapshot->max_percent = (int) sceau_statement_get_int (row, 2);
  snapshot->learners = (int) sceau_statement_get_int (row, 3);
  snapshot->places = (int) sceau_statement_get_int (row, 4);
  snapshot->used = (int) sceau_statement_get_int (row, 5);
  return snapshot;
}

GPtrArray *
sceau_quota_snapshot_table_list (SceauSchool *school, gint64 session_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (
    sceau_school_database (school),
    "SELECT code, title, max_percent, learners, places, used FROM quota_snapshot WHERE session_id = $1 "
    "ORDER BY length (code), code", error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, session_id);
  return sceau_table_collect (statement, read_snapshot, (GDestroyNotify) sceau_quota_snapshot_free, error);
}
