/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-session-event-table.h"

#include "sceau-table-private.h"

gboolean
sceau_session_event_table_append (SceauSchool *school, gint64 session_id, SceauSessionEventKind kind, const char *reason,
                                  const char *present, GError **error)
{
  g_autofree char *now = NULL;

  g_return_val_if_fail (school != NULL, FALSE);

  now = sceau_school_now (school);
  return sceau_database_run (sceau_school_database (school), error,
                             "INSERT INTO session_event (session_id, position, kind, at, reason, present) "
                             "SELECT $1, coalesce (max (position), 0) + 1, $2, $3, $4, $5 FROM session_event WHERE session_id = $1",
                             "ltttt", session_id, sceau_session_event_kind_to_id (kind), now, reason, present);
}

static gpointer
read_event (SceauStatement *row)
{
  SceauSessionEvent *event = g_new0 (SceauSessionEvent, 1);

  SCEAU_TABLE_GET_ENUM (row, 0, sceau_session_event_kind_from_id, &event->kind);
  event->at = sceau_statement_dup_text (row, 1);
  event->reason = sceau_statement_dup_text (row, 2);
  event->present = sceau_statement_dup_text (row, 3);
  return event;
}

GPtrArray *
sceau_session_event_table_list (SceauSchool *school, gint64 session_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT kind, at, reason, present FROM session_event WHERE session_id = $1 ORDER BY position",
                                   error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, session_id);
  return sceau_table_collect (statement, read_event, (GDestroyNotify) sceau_session_event_free, error);
}
