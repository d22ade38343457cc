/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-acquired-block-table.h"

#include "sceau-table-private.h"

#define SELECT "SELECT a.id, a.learner_id, a.certification_code, a.block_code, a.kind, a.date, a.proof, a.session_id FROM acquired_block AS a"

#define NOT_ANNULLED " AND NOT EXISTS (SELECT 1 FROM acquired_block_annulment AS n WHERE n.acquired_block_id = a.id)"

static gpointer
read_block (SceauStatement *row)
{
  SceauAcquiredBlock *block = sceau_acquired_block_new ();

  block->id = sceau_statement_get_int (row, 0);
  block->learner_id = sceau_statement_get_int (row, 1);
  block->certification_code = sceau_statement_dup_text (row, 2);
  block->block_code = sceau_statement_dup_text (row, 3);
  SCEAU_TABLE_GET_ENUM (row, 4, sceau_acquisition_kind_from_id, &block->kind);
  block->date = sceau_statement_get_date (row, 5);
  block->proof = sceau_statement_dup_text (row, 6);
  block->session_id = sceau_statement_get_int (row, 7);
  return block;
}

gboolean
sceau_acquired_block_table_insert (SceauSchool *school, SceauAcquiredBlock *block, GError **error)
{
  SceauDatabase *database;

  g_return_val_if_fail (school != NULL && block != NULL, FALSE);

  database = sceau_school_database (school);
  if (!sceau_database_run (database, error,
                           "INSERT INTO acquired_block (learner_id, certification_code, block_code, kind, date, proof, session_id) "
                           "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                           "ltttdtr", block->learner_id, block->certification_code, block->block_code,
                           sceau_acquisition_kind_to_id (block->kind), block->date, block->proof, block->session_id))
    return FALSE;
  block->id = sceau_database_last_id (database);
  return TRUE;
}

gboolean
sceau_acquired_block_table_annul (SceauSchool *school, gint64 id, gint64 session_id, const char *reason, GError **error)
{
  g_return_val_if_fail (school != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error,
                             "INSERT INTO acquired_block_annulment (acquired_block_id, session_id, reason) VALUES ($1, $2, $3)",
                             "llt", id, session_id, reason);
}

GPtrArray *
sceau_acquired_block_table_list_by_learner (SceauSchool *school, gint64 learner_id, const char *certification_code, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (
    sceau_school_database (school),
    SELECT " WHERE a.learner_id = $1 AND ($2 IS NULL OR a.certification_code = $2)" NOT_ANNULLED
           " ORDER BY a.certification_code, a.block_code",
    error);
  if (statement != NULL)
    {
      sceau_statement_bind_int (statement, 1, learner_id);
      sceau_statement_bind_text (statement, 2, certification_code);
    }
  return sceau_table_collect (statement, read_block, (GDestroyNotify) sceau_acquired_block_free, error);
}

GPtrArray *
sceau_acquired_block_table_list_by_cohort (SceauSchool *school, gint64 cohort_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   SELECT " JOIN enrolment AS e ON e.learner_id = a.learner_id "
                                          "AND e.certification_code = a.certification_code "
                                          "WHERE e.cohort_id = $1" NOT_ANNULLED " ORDER BY a.learner_id, a.block_code",
                                   error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, cohort_id);
  return sceau_table_collect (statement, read_block, (GDestroyNotify) sceau_acquired_block_free, error);
}

GPtrArray *
sceau_acquired_block_table_list_by_session (SceauSchool *school, gint64 session_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   SELECT " WHERE a.session_id = $1 ORDER BY a.learner_id, a.block_code", error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, session_id);
  return sceau_table_collect (statement, read_block, (GDestroyNotify) sceau_acquired_block_free, error);
}
