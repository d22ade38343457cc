/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-recusal-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

gboolean
sceau_recusal_table_insert (SceauSchool *school, gint64 session_id, const SceauRecusal *recusal, GError **error)
{
  g_return_val_if_fail (school != NULL && recusal != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error,
                             "DELETE FROM recusal WHERE session_id = $1 AND juror_id = $2 AND enrolment_id = $3 AND lifted IS NOT NULL",
                             "lll", session_id, recusal->juror_id, recusal->enrolment_id)
         && sceau_database_run (sceau_school_database (school), error,
                                "INSERT INTO recusal (session_id, juror_id, enrolment_id, kind, reason, lifted) "
                                "VALUES ($1, $2, $3, $4, $5, $6)",
                                "lllttt", session_id, recusal->juror_id, recusal->enrolment_id,
                                sceau_conflict_kind_to_id (recusal->kind), recusal->reason, recusal->lifted);
}

gboolean
sceau_recusal_table_lift (SceauSchool *school, gint64 session_id, gint64 juror_id, gint64 enrolment_id, const char *reason, GError **error)
{
  g_return_val_if_fail (school != NULL && reason != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error,
                             "UPDATE recusal SET lifted = $1 WHERE session_id = $2 AND juror_id = $3 AND enrolment_id = $4 "
                             "AND lifted IS NULL",
                             "tlll", reason, session_id, juror_id, enrolment_id)
         && sceau_table_check_id (school, _("The juror number %s is not recused for this candidate."), juror_id, error);
}

static gpointer
read_recusal (SceauStatement *row)
{
  SceauRecusal *recusal = g_new0 (SceauRecusal, 1);

  recusal->juror_id = sceau_statement_get_int (row, 0);
  recusal->juror_name = sceau_statement_dup_text (row, 1);
  recusal->enrolment_id = sceau_statement_get_int (row, 2);
  recusal->learner_number = sceau_statement_dup_text (row, 3);
  recusal->learner_name = sceau_statement_dup_text (row, 4);
  SCEAU_TABLE_GET_ENUM (row, 5, sceau_conflict_kind_from_id, &recusal->kind);
  recusal->reason = sceau_statement_dup_text (row, 6);
  recusal->lifted = sceau_statement_dup_text (row, 7);
  return recusal;
}

static GPtrArray *
list (SceauSchool *school, gint64 session_id, gboolean lifted, GError **error)
{
  SceauStatement *statement;

  /* The juror has the name of the minutes, as the members have. */
  statement = sceau_statement_new (
    sceau_school_database (school),
    "SELECT r.juror_id, CASE WHEN m.name IS NULL THEN j.name ELSE m.name END, r.enrolment_id, l.number, l.sorted_name, r.kind, "
    "r.reason, r.lifted FROM recusal AS r JOIN jury_member AS m ON m.session_id = r.session_id AND m.juror_id = r.juror_id "
    "JOIN juror AS j ON j.id = r.juror_id JOIN enrolment AS e ON e.id = r.enrolment_id JOIN learner AS l ON l.id = e.learner_id "
    "WHERE r.session_id = $1 AND (r.lifted IS NOT NULL) = $2 ORDER BY l.sort_key, l.id, m.alternate, m.position, r.juror_id",
    error);
  if (statement != NULL)
    {
      sceau_statement_bind_int (statement, 1, session_id);
      sceau_statement_bind_int (statement, 2, lifted);
    }
  return sceau_table_collect (statement, read_recusal, (GDestroyNotify) sceau_recusal_free, error);
}

GPtrArray *
sceau_recusal_table_list (SceauSchool *school, gint64 session_id, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return list (school, session_id, FALSE, error);
}

GPtrArray *
sceau_recusal_table_list_lifted (SceauSchool *school, gint64 session_id, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return list (school, session_id, TRUE, error);
}
