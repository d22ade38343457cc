/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-decision-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

#define NOT_FOUND N_("The session has no decision on the enrolment number %s.")

/* Writing ------------------------------------------------------------------------- */

static gboolean
write_head (SceauDatabase *database, const SceauDecision *decision, const char *sql, GError **error)
{
  const int votes[] = { decision->votes_for, decision->votes_against, decision->votes_abstain };
  g_autoptr (SceauStatement) statement = sceau_statement_new (database, sql, error);

  if (statement == NULL)
    return FALSE;
  sceau_statement_bind_text (statement, 1, sceau_outcome_to_id (decision->proposal));
  sceau_statement_bind_text (statement, 2, decision->proposal_reason);
  sceau_statement_bind_text (statement, 3, decision->decided ? sceau_outcome_to_id (decision->outcome) : NULL);
  sceau_statement_bind_text (statement, 4, decision->reason);
  for (int i = 0; i < 3; i++)
    if (votes[i] >= 0)
      sceau_statement_bind_int (statement, 5 + i, votes[i]);
  sceau_statement_bind_int (statement, 8, decision->outdated ? 1 : 0);
  sceau_statement_bind_int (statement, 9, decision->decided ? decision->sitting : 0);
  sceau_statement_bind_int (statement, 10, decision->session_id);
  sceau_statement_bind_int (statement, 11, decision->enrolment_id);
  return sceau_statement_run (statement, error);
}

static gboolean
delete_lists (SceauDatabase *database, gint64 session_id, gint64 enrolment_id, GError **error)
{
  return sceau_database_run (database, error, "DELETE FROM decision_block_verdict WHERE session_id = $1 AND enrolment_id = $2",
                             "ll", session_id, enrolment_id)
         && sceau_database_run (database, error, "DELETE FROM decision_block WHERE session_id = $1 AND enrolment_id = $2", "ll",
                                session_id, enrolment_id);
}

static gboolean
insert_verdict (SceauDatabase *database, const SceauDecision *decision, guint position, GError **error)
{
  const SceauBlockVerdict *verdict = g_ptr_array_index (decision->proposal_blocks, position);
  g_autoptr (SceauStatement) statement = sceau_statement_new (
    database,
    "INSERT INTO decision_block_verdict (session_id, enrolment_id, position, block_code, state, how, mean, reason) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    error);

  if (statement == NULL)
    return FALSE;
  sceau_statement_bind_int (statement, 1, decision->session_id);
  sceau_statement_bind_int (statement, 2, decision->enrolment_id);
  sceau_statement_bind_int (statement, 3, position);
  sceau_statement_bind_text (statement, 4, verdict->block_code);
  sceau_statement_bind_text (statement, 5, sceau_block_state_to_id (verdict->state));
  if (verdict->state == SCEAU_BLOCK_ACQUIRED)
    sceau_statement_bind_text (statement, 6, sceau_acquisition_kind_to_id (verdict->how));
  if (verdict->mean >= 0)
    sceau_statement_bind_int (statement, 7, verdict->mean);
  sceau_statement_bind_text (statement, 8, verdict->reason);
  return sceau_statement_run (statement, error);
}

static gboolean
insert_blocks (SceauDatabase *database, const SceauDecision *decision, GError **error)
{
  for (guint i = 0; i < decision->acquired_blocks->len; i++)
    if (!sceau_database_run (database, error,
                             "INSERT INTO decision_block (session_id, enrolment_id, position, certification_code, block_code) "
                             "SELECT session_id, enrolment_id, $1, certification_code, $2 FROM jury_decision "
                             "WHERE session_id = $3 AND enrolment_id = $4",
                             "itll", (int) i, g_ptr_array_index (decision->acquired_blocks, i), decision->session_id,
                             decision->enrolment_id))
      return FALSE;
  return TRUE;
}

static gboolean
save (SceauSchool *school, const SceauDecision *decision, GError **error)
{
  SceauDatabase *database = sceau_school_database (school);

  if (!write_head (database, decision,
                   "UPDATE jury_decision SET proposal = $1, proposal_reason = $2, outcome = $3, reason = $4, votes_for = $5, "
                   "votes_against = $6, votes_abstain = $7, outdated = $8, sitting = $9 WHERE session_id = $10 AND enrolment_id = $11",
                   error))
    return FALSE;
  /* The certification is the session's: an enrolment in another one is refused by the references. */
  if (sceau_database_changes (database) == 0
      && !write_head (database, decision,
                      "INSERT INTO jury_decision (proposal, proposal_reason, outcome, reason, votes_for, votes_against, "
                      "votes_abstain, outdated, sitting, session_id, enrolment_id, certification_code) "
                      "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, certification_code FROM jury_session WHERE id = $10",
                      error))
    return FALSE;
  if (!sceau_table_check_id (school, _("There is no jury session number %s."), decision->session_id, error)
      || !delete_lists (database, decision->session_id, decision->enrolment_id, error))
    return FALSE;
  for (guint i = 0; i < decision->proposal_blocks->len; i++)
    if (!insert_verdict (database, decision, i, error))
      return FALSE;
  return insert_blocks (database, decision, error);
}

gboolean
sceau_decision_table_save (SceauSchool *school, const SceauDecision *decision, GError **error)
{
  gboolean own;

  g_return_val_if_fail (school != NULL && decision != NULL, FALSE);

  return sceau_school_enter (school, &own, error)
         && sceau_school_leave (school, own, save (school, decision, error), error);
}

gboolean
sceau_decision_table_delete (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error)
{
  SceauDatabase *database;
  gboolean own;
  gboolean done;

  g_return_val_if_fail (school != NULL, FALSE);

  database = sceau_school_database (school);
  if (!sceau_school_enter (school, &own, error))
    return FALSE;
  done = delete_lists (database, session_id, enrolment_id, error)
         && sceau_database_run (database, error, "DELETE FROM proposal_step WHERE session_id = $1 AND enrolment_id = $2", "ll",
                                session_id, enrolment_id)
         && sceau_database_run (database, error, "DELETE FROM frozen_result WHERE session_id = $1 AND enrolment_id = $2", "ll",
                                session_id, enrolment_id)
         && sceau_database_run (database, error, "DELETE FROM jury_decision WHERE session_id = $1 AND enrolment_id = $2", "ll",
                                session_id, enrolment_id)
         && sceau_table_check_id (school, _(NOT_FOUND), enrolment_id, error);
  return sceau_school_leave (school, own, done, error);
}

/* Reading -------------------------------------------------------------------------- */

/* The record that a list holds, and what its verdicts and blocks find it by. */
typedef struct
{
  gint64 session_id;
  gint64 enrolment_id;
} Key;

static guint
key_hash (gconstpointer pointer)
{
  const Key *key = pointer;

  return (guint) (key->session_id * 31 + key->enrolment_id);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  return left->session_id == right->session_id && left->enrolment_id == right->enrolment_id;
}

static int
get_votes (SceauStatement *row, int column)
{
  return sceau_statement_is_null (row, column) ? -1 : (int) sceau_statement_get_int (row, column);
}

static gpointer
read_head (SceauStatement *row)
{
  SceauDecision *decision = sceau_decision_new ();

  decision->session_id = sceau_statement_get_int (row, 0);
  decision->enrolment_id = sceau_statement_get_int (row, 1);
  decision->learner_number = sceau_statement_dup_text (row, 2);
  decision->learner_name = sceau_statement_dup_text (row, 3);
  SCEAU_TABLE_GET_ENUM (row, 4, sceau_route_from_id, &decision->route);
  SCEAU_TABLE_GET_ENUM (row, 5, sceau_outcome_from_id, &decision->proposal);
  decision->proposal_reason = sceau_statement_dup_text (row, 6);
  decision->decided = !sceau_statement_is_null (row, 7);
  SCEAU_TABLE_GET_ENUM (row, 7, sceau_outcome_from_id, &decision->outcome);
  decision->reason = sceau_statement_dup_text (row, 8);
  decision->votes_for = get_votes (row, 9);
  decision->votes_against = get_votes (row, 10);
  decision->votes_abstain = get_votes (row, 11);
  decision->outdated = (gboolean) sceau_statement_get_int (row, 12);
  decision->sitting = (guint) sceau_statement_get_int (row, 13);
  return decision;
}

static void
add_verdict (SceauDecision *decision, SceauStatement *row)
{
  SceauBlockVerdict *verdict = g_new0 (SceauBlockVerdict, 1);

  verdict->block_code = sceau_statement_dup_text (row, 2);
  SCEAU_TABLE_GET_ENUM (row, 3, sceau_block_state_from_id, &verdict->state);
  SCEAU_TABLE_GET_ENUM (row, 4, sceau_acquisition_kind_from_id, &verdict->how);
  verdict->mean = sceau_statement_is_null (row, 5) ? -1 : (gint32) sceau_statement_get_int (row, 5);
  verdict->reason = sceau_statement_dup_text (row, 6);
  g_ptr_array_add (decision->proposal_blocks, verdict);
}

static void
add_block (SceauDecision *decision, SceauStatement *row)
{
  g_ptr_array_add (decision->acquired_blocks, sceau_statement_dup_text (row, 2));
}

/* The three queries of each shape: heads, verdicts, acquired blocks. */
typedef const char *Queries[3];

#define QUERIES(condition, order) \
  { "SELECT d.session_id, d.enrolment_id, l.number, l.sorted_name, e.route, d.proposal, d.proposal_reason, d.outcome, d.reason, " \
    "d.votes_for, d.votes_against, d.votes_abstain, d.outdated, d.sitting FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id " \
    "JOIN enrolment AS e ON e.id = d.enrolment_id JOIN learner AS l ON l.id = e.learner_id WHERE " condition " ORDER BY " order, \
    "SELECT d.session_id, d.enrolment_id, d.block_code, d.state, d.how, d.mean, d.reason FROM decision_block_verdict AS d " \
    "WHERE " condition " ORDER BY d.session_id, d.enrolment_id, d.position", \
    "SELECT d.session_id, d.enrolment_id, d.block_code FROM decision_block AS d " \
    "WHERE " condition " ORDER BY d.session_id, d.enrolment_id, d.position" }

static SceauStatement *
prepare (SceauSchool *school, const char *sql, gint64 first, gint64 second, GError **error)
{
  SceauStatement *statement = sceau_statement_new (sceau_school_database (school), sql, error);

  if (statement == NULL)
    return NULL;
  sceau_statement_bind_int (statement, 1, first);
  if (second != 0)
    sceau_statement_bind_int (statement, 2, second);
  return statement;
}

static gboolean
load_list (SceauStatement *statement, GHashTable *by_key, void (*add) (SceauDecision *, SceauStatement *), GError **error)
{
  g_autoptr (SceauStatement) rows = statement;
  SceauStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    {
      Key key = { sceau_statement_get_int (rows, 0), sceau_statement_get_int (rows, 1) };
      SceauDecision *decision = g_hash_table_lookup (by_key, &key);

      if (decision != NULL)
        add (decision, rows);
    }
  return step == SCEAU_STEP_DONE;
}

static GPtrArray *
load (SceauSchool *school, const Queries queries, gint64 first, gint64 second, GError **error)
{
  g_autoptr (GPtrArray) decisions = sceau_table_collect (prepare (school, queries[0], first, second, error), read_head,
                                                         (GDestroyNotify) sceau_decision_free, error);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);

  if (decisions == NULL)
    return NULL;
  for (guint i = 0; i < decisions->len; i++)
    {
      SceauDecision *decision = g_ptr_array_index (decisions, i);
      Key key = { decision->session_id, decision->enrolment_id };

      g_hash_table_insert (by_key, g_memdup2 (&key, sizeof key), decision);
    }
  if (!load_list (prepare (school, queries[1], first, second, error), by_key, add_verdict, error)
      || !load_list (prepare (school, queries[2], first, second, error), by_key, add_block, error))
    return NULL;
  return g_steal_pointer (&decisions);
}

GPtrArray *
sceau_decision_table_list_by_session (SceauSchool *school, gint64 session_id, GError **error)
{
  static const Queries queries = QUERIES ("d.session_id = $1", "l.sort_key, l.id");

  g_return_val_if_fail (school != NULL, NULL);

  return load (school, queries, session_id, 0, error);
}

GPtrArray *
sceau_decision_table_list_by_enrolment (SceauSchool *school, gint64 enrolment_id, GError **error)
{
  static const Queries queries = QUERIES ("d.enrolment_id = $1", "s.date, s.id");

  g_return_val_if_fail (school != NULL, NULL);

  return load (school, queries, enrolment_id, 0, error);
}

SceauDecision *
sceau_decision_table_find (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error)
{
  static const Queries queries = QUERIES ("d.session_id = $1 AND d.enrolment_id = $2", "d.session_id");
  g_autoptr (GPtrArray) decisions = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (school != NULL && enrolment_id != 0, NULL);

  decisions = load (school, queries, session_id, enrolment_id, error);
  if (decisions == NULL)
    return NULL;
  if (decisions->len > 0)
    return g_ptr_array_steal_index (decisions, 0);
  key = g_strdup_printf ("%" G_GINT64_FORMAT, enrolment_id);
  g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND, _(NOT_FOUND), key);
  return NULL;
}

SceauDecision *
sceau_decision_table_find_in_force (SceauSchool *school, gint64 enrolment_id, GError **error)
{
  gint64 session_id;

  g_return_val_if_fail (school != NULL, NULL);

  if (!sceau_database_query_int (sceau_school_database (school), &session_id, 0, error,
                                 "SELECT s.id FROM jury_decision AS d JOIN jury_session AS s ON s.id = d.session_id "
                                 "WHERE d.enrolment_id = $1 AND s.state = 'sealed' ORDER BY s.date DESC, s.id DESC LIMIT 1",
                                 "l", enrolment_id))
    return NULL;
  return sceau_decision_table_find (school, session_id, enrolment_id, error);
}

gboolean
sceau_decision_table_check_order (SceauSchool *school, gint64 session_id, GError **error)
{
  SceauStep step;

  g_return_val_if_fail (school != NULL, FALSE);

  g_autoptr (SceauStatement) row = sceau_statement_new (
    sceau_school_database (school),
    "SELECT l.sorted_name, l.number, t.id, t.date FROM jury_session AS s JOIN jury_decision AS d ON d.session_id = s.id "
    "JOIN jury_decision AS n ON n.enrolment_id = d.enrolment_id "
    "JOIN jury_session AS t ON t.id = n.session_id AND t.state = 'sealed' "
    "JOIN enrolment AS e ON e.id = d.enrolment_id JOIN learner AS l ON l.id = e.learner_id "
    "WHERE s.id = $1 AND (t.date > s.date OR (t.date = s.date AND t.id > s.id)) ORDER BY t.date DESC, t.id DESC, l.sort_key LIMIT 1",
    error);
  if (row == NULL)
    return FALSE;
  sceau_statement_bind_int (row, 1, session_id);
  step = sceau_statement_step (row, error);
  if (step == SCEAU_STEP_ROW)
    /* Translators: a learner's name and number, the number and day of a jury session. */
    g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT,
                 _("%s (%s) already has the decision of jury session %s of %s, which is later and sealed. "
                   "Take the candidate off this session, or rectify that one."),
                 sceau_statement_get_text (row, 0), sceau_statement_get_text (row, 1), sceau_statement_get_text (row, 2),
                 sceau_statement_get_text (row, 3));
  return step == SCEAU_STEP_DONE;
}

gboolean
sceau_decision_table_count (SceauSchool *school, gint64 session_id, int *decided, int *all, GError **error)
{
  SceauStep step;

  g_return_val_if_fail (school != NULL && decided != NULL && all != NULL, FALSE);

  g_autoptr (SceauStatement) row = sceau_statement_new (
    sceau_school_database (school), "SELECT count (outcome), count (*) FROM jury_decision WHERE session_id = $1", error);
  if (row == NULL)
    return FALSE;
  sceau_statement_bind_int (row, 1, session_id);
  step = sceau_statement_step (row, error);
  if (step != SCEAU_STEP_ROW)
    return FALSE;
  *decided = (int) sceau_statement_get_int (row, 0);
  *all = (int) sceau_statement_get_int (row, 1);
  return TRUE;
}
