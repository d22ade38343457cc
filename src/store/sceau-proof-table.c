/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-proof-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

#define SELECT "SELECT p.enrolment_id, p.state, p.content, p.date, p.remark FROM certificate_proof AS p "

gboolean
sceau_proof_table_save (SceauSchool *school, const SceauProof *proof, GError **error)
{
  SceauDatabase *database;
  const char *state;

  g_return_val_if_fail (school != NULL && proof != NULL, FALSE);

  database = sceau_school_database (school);
  state = sceau_proof_state_to_id (proof->state);
  if (!sceau_database_run (database, error,
                           "UPDATE certificate_proof SET state = $1, content = $2, date = $3, remark = $4 WHERE enrolment_id = $5",
                           "ttdtl", state, proof->content, proof->date, proof->remark, proof->enrolment_id))
    return FALSE;
  if (sceau_database_changes (database) > 0)
    return TRUE;
  return sceau_database_run (database, error,
                             "INSERT INTO certificate_proof (enrolment_id, state, content, date, remark) VALUES ($1, $2, $3, $4, $5)",
                             "lttdt", proof->enrolment_id, state, proof->content, proof->date, proof->remark);
}

static gpointer
read_proof (SceauStatement *row)
{
  SceauProof *proof = sceau_proof_new ();

  proof->enrolment_id = sceau_statement_get_int (row, 0);
  SCEAU_TABLE_GET_ENUM (row, 1, sceau_proof_state_from_id, &proof->state);
  proof->content = sceau_statement_dup_text (row, 2);
  proof->date = sceau_statement_get_date (row, 3);
  proof->remark = sceau_statement_dup_text (row, 4);
  return proof;
}

SceauProof *
sceau_proof_table_find (SceauSchool *school, gint64 enrolment_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), SELECT "WHERE p.enrolment_id = $1", error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, enrolment_id);
  return sceau_table_find_id (statement, read_proof, _("No proof was printed for the enrolment number %s."), enrolment_id, error);
}

GPtrArray *
sceau_proof_table_list_by_session (SceauSchool *school, gint64 session_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   SELECT "JOIN jury_decision AS d ON d.enrolment_id = p.enrolment_id WHERE d.session_id = $1 "
                                          "ORDER BY p.enrolment_id",
                                   error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, session_id);
  return sceau_table_collect (statement, read_proof, (GDestroyNotify) sceau_proof_free, error);
}

GPtrArray *
sceau_proof_table_list_all (SceauSchool *school, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return sceau_table_collect (sceau_statement_new (sceau_school_database (school), SELECT "ORDER BY p.enrolment_id", error), read_proof,
                              (GDestroyNotify) sceau_proof_free, error);
}
