/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-appeal-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

#define NOT_FOUND N_("There is no appeal number %s.")

#define SELECT \
  "SELECT a.id, a.session_id, a.enrolment_id, l.number, l.sorted_name, a.filed, a.ground, a.state, a.answered, a.answer, " \
  "a.rectifying_id FROM appeal AS a JOIN enrolment AS e ON e.id = a.enrolment_id JOIN learner AS l ON l.id = e.learner_id"
#define CONDITION " WHERE ($1 = 0 OR a.session_id = $1) AND ($2 = 0 OR a.state = 'filed')"

gboolean
sceau_appeal_table_insert (SceauSchool *school, SceauAppeal *appeal, GError **error)
{
  SceauDatabase *database;

  g_return_val_if_fail (school != NULL && appeal != NULL, FALSE);

  database = sceau_school_database (school);
  if (!sceau_database_run (database, error,
                           "INSERT INTO appeal (session_id, enrolment_id, filed, ground, state) VALUES ($1, $2, $3, $4, 'filed')",
                           "lldt", appeal->session_id, appeal->enrolment_id, appeal->filed, appeal->ground))
    return FALSE;
  appeal->id = sceau_database_last_id (database);
  appeal->state = SCEAU_APPEAL_FILED;
  return TRUE;
}

gboolean
sceau_appeal_table_answer (SceauSchool *school, const SceauAppeal *appeal, GError **error)
{
  g_return_val_if_fail (school != NULL && appeal != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error,
                             "UPDATE appeal SET state = $1, answered = $2, answer = $3, rectifying_id = $4 WHERE id = $5", "tdtrl",
                             sceau_appeal_state_to_id (appeal->state), appeal->answered, appeal->answer, appeal->rectifying_id,
                             appeal->id)
         && sceau_table_check_id (school, _(NOT_FOUND), appeal->id, error);
}

static gpointer
read_appeal (SceauStatement *row)
{
  SceauAppeal *appeal = sceau_appeal_new ();

  appeal->id = sceau_statement_get_int (row, 0);
  appeal->session_id = sceau_statement_get_int (row, 1);
  appeal->enrolment_id = sceau_statement_get_int (row, 2);
  appeal->learner_number = sceau_statement_dup_text (row, 3);
  appeal->learner_name = sceau_statement_dup_text (row, 4);
  appeal->filed = sceau_statement_get_date (row, 5);
  appeal->ground = sceau_statement_dup_text (row, 6);
  SCEAU_TABLE_GET_ENUM (row, 7, sceau_appeal_state_from_id, &appeal->state);
  appeal->answered = sceau_statement_get_date (row, 8);
  appeal->answer = sceau_statement_dup_text (row, 9);
  appeal->rectifying_id = sceau_statement_get_int (row, 10);
  return appeal;
}

SceauAppeal *
sceau_appeal_table_find (SceauSchool *school, gint64 id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), SELECT " WHERE a.id = $1", error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, id);
  return sceau_table_find_id (statement, read_appeal, _(NOT_FOUND), id, error);
}

static SceauStatement *
prepare_query (SceauSchool *school, const char *sql, const SceauAppealQuery *query, gboolean paged, GError **error)
{
  SceauStatement *statement = sceau_statement_new (sceau_school_database (school), sql, error);

  if (statement == NULL)
    return NULL;
  sceau_statement_bind_int (statement, 1, query != NULL ? query->session_id : 0);
  sceau_statement_bind_int (statement, 2, query != NULL && query->open ? 1 : 0);
  if (paged)
    sceau_table_bind_page (statement, 3, query != NULL ? query->limit : 0, query != NULL ? query->offset : 0);
  return statement;
}

GPtrArray *
sceau_appeal_table_list (SceauSchool *school, const SceauAppealQuery *query, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return sceau_table_collect (
    prepare_query (school, SELECT CONDITION " ORDER BY a.filed DESC, a.id DESC LIMIT $3 OFFSET $4", query, TRUE, error), read_appeal,
    (GDestroyNotify) sceau_appeal_free, error);
}

gint64
sceau_appeal_table_count (SceauSchool *school, const SceauAppealQuery *query, GError **error)
{
  g_return_val_if_fail (school != NULL, -1);

  return sceau_table_count (prepare_query (school, "SELECT count (*) FROM appeal AS a" CONDITION, query, FALSE, error), error);
}
