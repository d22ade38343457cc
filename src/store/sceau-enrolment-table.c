/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-enrolment-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

#define NOT_FOUND N_("There is no enrolment number %s.")

#define SELECT \
  "SELECT e.id, e.learner_id, l.number, l.sorted_name, e.cohort_id, c.name, e.certification_code, e.route, e.admission, " \
  "e.entry, e.company_start, e.company_end, e.company, e.state, e.departure, e.departure_date, e.departure_reason, e.hearing, " \
  "e.tutor, e.team"
#define SELECT_BLOCKS "SELECT b.enrolment_id, b.block_code FROM enrolment_block AS b WHERE b.enrolment_id IN (SELECT e.id"

/* Two columns make a state: the first version only knew "active" and "withdrawn", the second says how somebody left and is
 * NULL in rows of that time. */
static SceauEnrolmentState
read_state (SceauStatement *row)
{
  SceauEnrolmentState state = SCEAU_ENROLMENT_ACTIVE;

  SCEAU_TABLE_GET_ENUM (row, 13, sceau_enrolment_state_from_id, &state);
  SCEAU_TABLE_GET_ENUM (row, 14, sceau_enrolment_state_from_id, &state);
  return state;
}

static gpointer
read_enrolment (SceauStatement *row)
{
  SceauEnrolment *enrolment = sceau_enrolment_new ();

  enrolment->id = sceau_statement_get_int (row, 0);
  enrolment->learner_id = sceau_statement_get_int (row, 1);
  enrolment->learner_number = sceau_statement_dup_text (row, 2);
  enrolment->learner_name = sceau_statement_dup_text (row, 3);
  enrolment->cohort_id = sceau_statement_get_int (row, 4);
  enrolment->cohort_name = sceau_statement_dup_text (row, 5);
  enrolment->certification_code = sceau_statement_dup_text (row, 6);
  SCEAU_TABLE_GET_ENUM (row, 7, sceau_route_from_id, &enrolment->route);
  SCEAU_TABLE_GET_ENUM (row, 8, sceau_admission_from_id, &enrolment->admission);
  enrolment->entry = sceau_statement_get_date (row, 9);
  enrolment->company_start = sceau_statement_get_date (row, 10);
  enrolment->company_end = sceau_statement_get_date (row, 11);
  enrolment->company = sceau_statement_dup_text (row, 12);
  enrolment->state = read_state (row);
  enrolment->state_since = sceau_statement_get_date (row, 15);
  enrolment->state_reason = sceau_statement_dup_text (row, 16);
  enrolment->hearing = sceau_statement_get_date (row, 17);
  enrolment->tutor = sceau_statement_dup_text (row, 18);
  enrolment->group = sceau_statement_dup_text (row, 19);
  return enrolment;
}

/* Writing ------------------------------------------------------------------------- */

static gboolean
insert_blocks (SceauDatabase *database, const SceauEnrolment *enrolment, GError **error)
{
  for (guint i = 0; i < enrolment->targeted_blocks->len; i++)
    if (!sceau_database_run (database, error,
                             "INSERT INTO enrolment_block (enrolment_id, position, certification_code, block_code) "
                             "VALUES ($1, $2, $3, $4)",
                             "litt", enrolment->id, (int) i, enrolment->certification_code,
                             g_ptr_array_index (enrolment->targeted_blocks, i)))
      return FALSE;
  return TRUE;
}

/* Somebody in training has no departure, whatever the record still says of one. */
static gboolean
run_row (SceauDatabase *database, const char *sql, const SceauEnrolment *enrolment, GError **error)
{
  gboolean active = enrolment->state == SCEAU_ENROLMENT_ACTIVE;
  g_autoptr (SceauStatement) statement = sceau_statement_new (database, sql, error);

  if (statement == NULL)
    return FALSE;
  sceau_statement_bind_int (statement, 1, enrolment->learner_id);
  sceau_statement_bind_int (statement, 2, enrolment->cohort_id);
  sceau_statement_bind_text (statement, 3, enrolment->certification_code);
  sceau_statement_bind_text (statement, 4, sceau_route_to_id (enrolment->route));
  sceau_statement_bind_text (statement, 5, sceau_admission_to_id (enrolment->admission));
  sceau_statement_bind_date (statement, 6, enrolment->entry);
  sceau_statement_bind_date (statement, 7, enrolment->company_start);
  sceau_statement_bind_date (statement, 8, enrolment->company_end);
  sceau_statement_bind_text (statement, 9, enrolment->company);
  sceau_statement_bind_text (statement, 10, enrolment->tutor);
  sceau_statement_bind_text (statement, 11, enrolment->group);
  sceau_statement_bind_text (statement, 12, active ? "active" : "withdrawn");
  sceau_statement_bind_text (statement, 13, active ? NULL : sceau_enrolment_state_to_id (enrolment->state));
  sceau_statement_bind_date (statement, 14, active ? SCEAU_NO_DATE : enrolment->state_since);
  sceau_statement_bind_text (statement, 15, active ? NULL : enrolment->state_reason);
  sceau_statement_bind_date (statement, 16, active ? SCEAU_NO_DATE : enrolment->hearing);
  if (enrolment->id != 0)
    sceau_statement_bind_int (statement, 17, enrolment->id);
  return sceau_statement_run (statement, error);
}

static gboolean
insert (SceauDatabase *database, SceauEnrolment *enrolment, GError **error)
{
  /* A number of its own is the file's to give. */
  enrolment->id = 0;
  if (!run_row (database,
                "INSERT INTO enrolment (learner_id, cohort_id, certification_code, route, admission, entry, company_start, "
                "company_end, company, tutor, team, state, departure, departure_date, departure_reason, hearing) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
                enrolment, error))
    return FALSE;
  enrolment->id = sceau_database_last_id (database);
  return insert_blocks (database, enrolment, error);
}

gboolean
sceau_enrolment_table_insert (SceauSchool *school, SceauEnrolment *enrolment, GError **error)
{
  gboolean own;

  g_return_val_if_fail (school != NULL && enrolment != NULL, FALSE);

  return sceau_school_enter (school, &own, error)
         && sceau_school_leave (school, own, insert (sceau_school_database (school), enrolment, error), error);
}

static gboolean
same_blocks (GPtrArray *a, GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i));
  return same;
}

static gboolean
update (SceauSchool *school, const SceauEnrolment *enrolment, GError **error)
{
  SceauDatabase *database = sceau_school_database (school);
  g_autoptr (SceauEnrolment) stored = sceau_enrolment_table_find (school, enrolment->id, error);
  gboolean blocks_change;

  if (stored == NULL)
    return FALSE;
  /* Blocks under a seal can not even be written again as they are.  They go before the row, whose certification
   * they share, and come back after it. */
  blocks_change = !same_blocks (stored->targeted_blocks, enrolment->targeted_blocks)
                  || g_strcmp0 (stored->certification_code, enrolment->certification_code) != 0;
  if (blocks_change
      && !sceau_database_run (database, error, "DELETE FROM enrolment_block WHERE enrolment_id = $1", "l", enrolment->id))
    return FALSE;
  return run_row (database,
                  "UPDATE enrolment SET learner_id = $1, cohort_id = $2, certification_code = $3, route = $4, admission = $5, "
                  "entry = $6, company_start = $7, company_end = $8, company = $9, tutor = $10, team = $11, state = $12, "
                  "departure = $13, departure_date = $14, departure_reason = $15, hearing = $16 WHERE id = $17",
                  enrolment, error)
         && (!blocks_change || insert_blocks (database, enrolment, error));
}

gboolean
sceau_enrolment_table_update (SceauSchool *school, const SceauEnrolment *enrolment, GError **error)
{
  gboolean own;

  g_return_val_if_fail (school != NULL && enrolment != NULL, FALSE);

  return sceau_school_enter (school, &own, error)
         && sceau_school_leave (school, own, update (school, enrolment, error), error);
}

gboolean
sceau_enrolment_table_delete (SceauSchool *school, gint64 id, GError **error)
{
  SceauDatabase *database;
  gboolean own;
  gboolean done;

  g_return_val_if_fail (school != NULL, FALSE);

  database = sceau_school_database (school);
  if (!sceau_school_enter (school, &own, error))
    return FALSE;
  done = sceau_database_run (database, error, "DELETE FROM enrolment_block WHERE enrolment_id = $1", "l", id)
         && sceau_database_run (database, error, "DELETE FROM quota_exception WHERE enrolment_id = $1", "l", id)
         && sceau_database_run (database, error, "DELETE FROM enrolment WHERE id = $1", "l", id)
         && sceau_table_check_id (school, _(NOT_FOUND), id, error);
  return sceau_school_leave (school, own, done, error);
}

/* Reading -------------------------------------------------------------------------- */

/* The second of two queries: the blocks of all enrolments of the first one. */
static gboolean
load_blocks (SceauStatement *statement, GPtrArray *enrolments, GError **error)
{
  g_autoptr (SceauStatement) rows = statement;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  SceauStep step;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < enrolments->len; i++)
    {
      SceauEnrolment *enrolment = g_ptr_array_index (enrolments, i);

      g_hash_table_insert (by_id, &enrolment->id, enrolment);
    }
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    {
      gint64 id = sceau_statement_get_int (rows, 0);
      SceauEnrolment *enrolment = g_hash_table_lookup (by_id, &id);

      if (enrolment != NULL)
        g_ptr_array_add (enrolment->targeted_blocks, sceau_statement_dup_text (rows, 1));
    }
  return step == SCEAU_STEP_DONE;
}

#define JOINED " FROM enrolment AS e JOIN learner AS l ON l.id = e.learner_id JOIN cohort AS c ON c.id = e.cohort_id"
#define IN_ORDER ") ORDER BY b.enrolment_id, b.position"

SceauEnrolment *
sceau_enrolment_table_find (SceauSchool *school, gint64 id, GError **error)
{
  SceauDatabase *database;
  SceauStatement *statement;
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_return_val_if_fail (school != NULL, NULL);

  database = sceau_school_database (school);
  statement = sceau_statement_new (database, SELECT JOINED " WHERE e.id = $1", error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, id);
  enrolment = sceau_table_find_id (statement, read_enrolment, _(NOT_FOUND), id, error);
  if (enrolment == NULL)
    return NULL;
  statement = sceau_statement_new (database, SELECT_BLOCKS " FROM enrolment AS e WHERE e.id = $1" IN_ORDER, error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, id);
  g_ptr_array_add (one, enrolment);
  return load_blocks (statement, one, error) ? g_steal_pointer (&enrolment) : NULL;
}

/* A cohort or a learner is found by an index; the rest only filters.  One text for each, and values are bound. */
#define OF_COHORT " WHERE e.cohort_id = $1 AND ($2 = 0 OR e.learner_id = $2)"
#define OF_LEARNER " WHERE $1 = 0 AND e.learner_id = $2"
#define OF_ALL " WHERE $1 = 0 AND $2 = 0"
#define FILTERED \
  " AND ($3 IS NULL OR e.certification_code = $3) AND ($4 = 0 OR e.state = 'active')" \
  " AND l.search LIKE $5 AND l.search LIKE $6 AND l.search LIKE $7 AND l.search LIKE $8 AND ($9 IS NULL OR e.team = $9)"
#define PAGED " ORDER BY l.sort_key, l.id, e.id LIMIT $10 OFFSET $11"

#define VARIANTS(before, after) \
  { before JOINED OF_ALL FILTERED after, before JOINED OF_LEARNER FILTERED after, before JOINED OF_COHORT FILTERED after }

static SceauStatement *
prepare_query (SceauSchool *school, const char *const *sql, const SceauEnrolmentQuery *query, GError **error)
{
  int variant = query->cohort_id != 0 ? 2 : query->learner_id != 0 ? 1 : 0;
  SceauStatement *statement = sceau_statement_new (sceau_school_database (school), sql[variant], error);

  if (statement == NULL)
    return NULL;
  sceau_statement_bind_int (statement, 1, query->cohort_id);
  sceau_statement_bind_int (statement, 2, query->learner_id);
  sceau_statement_bind_text (statement, 3, query->certification_code);
  sceau_statement_bind_int (statement, 4, query->active_only ? 1 : 0);
  sceau_table_bind_search (statement, 5, query->search);
  sceau_statement_bind_text (statement, 9, query->group);
  return statement;
}

GPtrArray *
sceau_enrolment_table_list (SceauSchool *school, const SceauEnrolmentQuery *query, GError **error)
{
  static const SceauEnrolmentQuery all = { 0 };
  static const char *const heads[] = VARIANTS (SELECT, PAGED);
  static const char *const blocks[] = VARIANTS (SELECT_BLOCKS, PAGED IN_ORDER);
  g_autoptr (GPtrArray) enrolments = NULL;
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  query = query != NULL ? query : &all;
  statement = prepare_query (school, heads, query, error);
  if (statement != NULL)
    sceau_table_bind_page (statement, 10, query->limit, query->offset);
  enrolments = sceau_table_collect (statement, read_enrolment, (GDestroyNotify) sceau_enrolment_free, error);
  if (enrolments == NULL)
    return NULL;
  statement = prepare_query (school, blocks, query, error);
  if (statement != NULL)
    sceau_table_bind_page (statement, 10, query->limit, query->offset);
  return load_blocks (statement, enrolments, error) ? g_steal_pointer (&enrolments) : NULL;
}

gint64
sceau_enrolment_table_count (SceauSchool *school, const SceauEnrolmentQuery *query, GError **error)
{
  static const SceauEnrolmentQuery all = { 0 };
  static const char *const sql[] = VARIANTS ("SELECT count (*)", "");

  g_return_val_if_fail (school != NULL, -1);

  return sceau_table_count (prepare_query (school, sql, query != NULL ? query : &all, error), error);
}

GArray *
sceau_enrolment_table_list_admissions (SceauSchool *school, gint64 cohort_id, GError **error)
{
  g_autoptr (GArray) admissions = NULL;
  SceauStep step;

  g_return_val_if_fail (school != NULL, NULL);

  g_autoptr (SceauStatement) rows
    = sceau_statement_new (sceau_school_database (school),
                           "SELECT admission FROM enrolment WHERE cohort_id = $1 "
                           "AND (state = 'active' OR departure = 'interrupted') ORDER BY id",
                           error);
  if (rows == NULL)
    return NULL;
  sceau_statement_bind_int (rows, 1, cohort_id);
  admissions = g_array_new (FALSE, FALSE, sizeof (SceauAdmission));
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    {
      SceauAdmission admission = SCEAU_ADMISSION_NORMAL;

      SCEAU_TABLE_GET_ENUM (rows, 0, sceau_admission_from_id, &admission);
      g_array_append_val (admissions, admission);
    }
  return step == SCEAU_STEP_DONE ? g_steal_pointer (&admissions) : NULL;
}
