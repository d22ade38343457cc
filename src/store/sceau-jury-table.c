/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-jury-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-recusal-table.h"
#include "sceau-session-event-table.h"
#include "sceau-table-private.h"

#define NOT_FOUND N_("There is no jury session number %s.")

#define SELECT \
  "SELECT s.id, s.certification_code, s.cohort_id, c.name, s.date, s.place, s.state, s.rectifies, s.rectification_reason, " \
  "s.derogation, s.seal, s.sealed_at, s.journal_head, s.start_time, s.embargo, " \
  "(SELECT n.date FROM notification AS n WHERE n.session_id = s.id), " \
  "s.state = 'open' AND 'suspended' IS (SELECT e.kind FROM session_event AS e WHERE e.session_id = s.id ORDER BY e.position DESC LIMIT 1)"
#define JOINED " FROM jury_session AS s JOIN cohort AS c ON c.id = s.cohort_id"

/* Under the seal a member is what the juror was then; where to reach somebody is never sealed. */
#define SELECT_MEMBERS \
  "SELECT m.session_id, m.juror_id, m.president, m.present, " \
  "CASE WHEN m.name IS NULL THEN j.name ELSE m.name END, " \
  "CASE WHEN m.name IS NULL THEN j.function ELSE m.function END, " \
  "CASE WHEN m.name IS NULL THEN j.employer ELSE m.employer END, " \
  "CASE WHEN m.name IS NULL THEN j.internal ELSE m.internal END, " \
  "CASE WHEN m.name IS NULL THEN j.sex ELSE m.sex END, " \
  "CASE WHEN m.name IS NULL THEN j.mandate_start ELSE m.mandate_start END, " \
  "CASE WHEN m.name IS NULL THEN j.mandate_end ELSE m.mandate_end END, m.alternate, " \
  "CASE WHEN m.name IS NULL THEN j.field ELSE m.field END, j.email, j.phone, j.address, j.retired " \
  "FROM jury_member AS m JOIN juror AS j ON j.id = m.juror_id WHERE m.session_id IN (SELECT s.id"
#define MEMBERS_IN_ORDER ") ORDER BY m.session_id, m.alternate, m.position"

static gpointer
read_session (SceauStatement *row)
{
  SceauJurySession *session = sceau_jury_session_new ();

  session->id = sceau_statement_get_int (row, 0);
  session->certification_code = sceau_statement_dup_text (row, 1);
  session->cohort_id = sceau_statement_get_int (row, 2);
  session->cohort_name = sceau_statement_dup_text (row, 3);
  session->date = sceau_statement_get_date (row, 4);
  session->place = sceau_statement_dup_text (row, 5);
  SCEAU_TABLE_GET_ENUM (row, 6, sceau_session_state_from_id, &session->state);
  session->rectifies = sceau_statement_get_int (row, 7);
  session->rectification_reason = sceau_statement_dup_text (row, 8);
  session->derogation = sceau_statement_dup_text (row, 9);
  session->seal = sceau_statement_dup_text (row, 10);
  session->sealed_at = sceau_statement_dup_text (row, 11);
  session->journal_head = sceau_statement_dup_text (row, 12);
  session->start_time = sceau_statement_dup_text (row, 13);
  session->embargo = sceau_statement_get_date (row, 14);
  session->notified = sceau_statement_get_date (row, 15);
  session->suspended = (gboolean) sceau_statement_get_int (row, 16);
  return session;
}

static SceauJuryMember *
read_member (SceauStatement *row)
{
  SceauJuror *juror = sceau_juror_new ();
  SceauJuryMember *member = sceau_jury_member_new (juror);

  juror->id = sceau_statement_get_int (row, 1);
  member->president = (gboolean) sceau_statement_get_int (row, 2);
  member->present = (gboolean) sceau_statement_get_int (row, 3);
  juror->name = sceau_statement_dup_text (row, 4);
  juror->function = sceau_statement_dup_text (row, 5);
  juror->employer = sceau_statement_dup_text (row, 6);
  juror->internal = (gboolean) sceau_statement_get_int (row, 7);
  SCEAU_TABLE_GET_ENUM (row, 8, sceau_sex_from_text, &juror->sex);
  juror->mandate_start = sceau_statement_get_date (row, 9);
  juror->mandate_end = sceau_statement_get_date (row, 10);
  member->alternate = (gboolean) sceau_statement_get_int (row, 11);
  juror->field = sceau_statement_dup_text (row, 12);
  juror->email = sceau_statement_dup_text (row, 13);
  juror->phone = sceau_statement_dup_text (row, 14);
  juror->address = sceau_statement_dup_text (row, 15);
  juror->retired = (gboolean) sceau_statement_get_int (row, 16);
  return member;
}

/* Writing ------------------------------------------------------------------------- */

/* The UPDATE and the INSERT bind alike. */
static gboolean
write_member (SceauDatabase *database, const SceauJurySession *session, guint position, const char *sql, GError **error)
{
  const SceauJuryMember *member = g_ptr_array_index (session->members, position);

  return sceau_database_run (database, error, sql, "iiiill", (int) position, member->president ? 1 : 0,
                             member->present ? 1 : 0, member->alternate ? 1 : 0, session->id, member->juror->id);
}

static gboolean
insert_member (SceauDatabase *database, const SceauJurySession *session, guint position, GError **error)
{
  return write_member (database, session, position,
                       "INSERT INTO jury_member (position, president, present, alternate, session_id, juror_id) "
                       "VALUES ($1, $2, $3, $4, $5, $6)",
                       error);
}

static gboolean
insert_members (SceauDatabase *database, const SceauJurySession *session, GError **error)
{
  for (guint i = 0; i < session->members->len; i++)
    if (!insert_member (database, session, i, error))
      return FALSE;
  return TRUE;
}

/* Who stays keeps the row, since recusals refer to it; who goes takes the recusals along. Members not named (yet) are
 * those without a place. */
static gboolean
replace_members (SceauDatabase *database, const SceauJurySession *session, GError **error)
{
  if (!sceau_database_run (database, error, "UPDATE jury_member SET position = -1 WHERE session_id = $1", "l", session->id))
    return FALSE;
  for (guint i = 0; i < session->members->len; i++)
    {
      if (!write_member (database, session, i,
                         "UPDATE jury_member SET position = $1, president = $2, present = $3, alternate = $4 "
                         "WHERE session_id = $5 AND juror_id = $6 AND position = -1",
                         error))
        return FALSE;
      if (sceau_database_changes (database) == 0 && !insert_member (database, session, i, error))
        return FALSE;
    }
  return sceau_database_run (database, error,
                             "DELETE FROM recusal WHERE session_id = $1 AND juror_id IN "
                             "(SELECT juror_id FROM jury_member WHERE session_id = $1 AND position = -1)",
                             "l", session->id)
         && sceau_database_run (database, error, "DELETE FROM jury_member WHERE session_id = $1 AND position = -1", "l",
                                session->id);
}

static gboolean
insert (SceauDatabase *database, SceauJurySession *session, GError **error)
{
  if (!sceau_database_run (database, error,
                           "INSERT INTO jury_session (certification_code, cohort_id, date, place, state, rectifies, "
                           "rectification_reason, derogation, start_time, embargo) "
                           "VALUES ($1, $2, $3, $4, 'preparation', $5, $6, $7, $8, $9)",
                           "tldtrtttd", session->certification_code, session->cohort_id, session->date, session->place,
                           session->rectifies, session->rectification_reason, session->derogation, session->start_time,
                           session->embargo))
    return FALSE;
  session->id = sceau_database_last_id (database);
  session->state = SCEAU_SESSION_PREPARATION;
  return insert_members (database, session, error);
}

gboolean
sceau_jury_table_insert (SceauSchool *school, SceauJurySession *session, GError **error)
{
  gboolean own;

  g_return_val_if_fail (school != NULL && session != NULL, FALSE);

  return sceau_school_enter (school, &own, error)
         && sceau_school_leave (school, own, insert (sceau_school_database (school), session, error), error);
}

gboolean
sceau_jury_table_update (SceauSchool *school, const SceauJurySession *session, GError **error)
{
  g_return_val_if_fail (school != NULL && session != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error,
                             "UPDATE jury_session SET date = $1, place = $2, derogation = $3, rectification_reason = $4, "
                             "start_time = $5, embargo = $6 WHERE id = $7",
                             "dttttdl", session->date, session->place, session->derogation, session->rectification_reason,
                             session->start_time, session->embargo, session->id)
         && sceau_table_check_id (school, _(NOT_FOUND), session->id, error);
}

gboolean
sceau_jury_table_save_members (SceauSchool *school, const SceauJurySession *session, GError **error)
{
  gboolean own;

  g_return_val_if_fail (school != NULL && session != NULL, FALSE);

  return sceau_school_enter (school, &own, error)
         && sceau_school_leave (school, own, replace_members (sceau_school_database (school), session, error), error);
}

gboolean
sceau_jury_table_advance (SceauSchool *school, gint64 id, SceauSessionState to, GError **error)
{
  g_return_val_if_fail (school != NULL, FALSE);
  g_return_val_if_fail (to != SCEAU_SESSION_SEALED, FALSE);

  return sceau_database_run (sceau_school_database (school), error, "UPDATE jury_session SET state = $1 WHERE id = $2", "tl",
                             sceau_session_state_to_id (to), id)
         && sceau_table_check_id (school, _(NOT_FOUND), id, error);
}

/* From the leaves to the trunk. Not its events: a session that has one was opened, and stays. */
static gboolean
delete_all (SceauDatabase *database, gint64 id, GError **error)
{
  static const char *const deletions[]
    = { "DELETE FROM proposal_step WHERE session_id = $1",  "DELETE FROM decision_block_verdict WHERE session_id = $1",
        "DELETE FROM decision_block WHERE session_id = $1", "DELETE FROM frozen_result WHERE session_id = $1",
        "DELETE FROM recusal WHERE session_id = $1",        "DELETE FROM jury_decision WHERE session_id = $1",
        "DELETE FROM quota_snapshot WHERE session_id = $1", "DELETE FROM jury_member WHERE session_id = $1",
        "DELETE FROM jury_session WHERE id = $1" };

  for (guint i = 0; i < G_N_ELEMENTS (deletions); i++)
    if (!sceau_database_run (database, error, deletions[i], "l", id))
      return FALSE;
  return TRUE;
}

gboolean
sceau_jury_table_delete (SceauSchool *school, gint64 id, GError **error)
{
  gboolean own;
  gboolean done;

  g_return_val_if_fail (school != NULL, FALSE);

  if (!sceau_school_enter (school, &own, error))
    return FALSE;
  done = delete_all (sceau_school_database (school), id, error) && sceau_table_check_id (school, _(NOT_FOUND), id, error);
  return sceau_school_leave (school, own, done, error);
}

/* Reading -------------------------------------------------------------------------- */

static gboolean
load_members (SceauStatement *statement, GPtrArray *sessions, GError **error)
{
  g_autoptr (SceauStatement) rows = statement;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  SceauStep step;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    {
      SceauJurySession *session = g_ptr_array_index (sessions, i);

      g_hash_table_insert (by_id, &session->id, session);
    }
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    {
      gint64 id = sceau_statement_get_int (rows, 0);
      SceauJurySession *session = g_hash_table_lookup (by_id, &id);

      if (session != NULL)
        g_ptr_array_add (session->members, read_member (rows));
    }
  return step == SCEAU_STEP_DONE;
}

static gboolean
load_course (SceauSchool *school, SceauJurySession *session, GError **error)
{
  g_autoptr (GPtrArray) recusals = sceau_recusal_table_list (school, session->id, error);
  g_autoptr (GPtrArray) lifted = recusals != NULL ? sceau_recusal_table_list_lifted (school, session->id, error) : NULL;
  g_autoptr (GPtrArray) events = lifted != NULL ? sceau_session_event_table_list (school, session->id, error) : NULL;

  if (events == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (session->recusals, g_steal_pointer (&recusals));
  g_ptr_array_extend_and_steal (session->lifted, g_steal_pointer (&lifted));
  g_ptr_array_extend_and_steal (session->events, g_steal_pointer (&events));
  return TRUE;
}

SceauJurySession *
sceau_jury_table_find (SceauSchool *school, gint64 id, GError **error)
{
  SceauDatabase *database;
  SceauStatement *statement;
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_return_val_if_fail (school != NULL, NULL);

  database = sceau_school_database (school);
  statement = sceau_statement_new (database, SELECT JOINED " WHERE s.id = $1", error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, id);
  session = sceau_table_find_id (statement, read_session, _(NOT_FOUND), id, error);
  if (session == NULL)
    return NULL;
  statement = sceau_statement_new (database, SELECT_MEMBERS " FROM jury_session AS s WHERE s.id = $1" MEMBERS_IN_ORDER, error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, id);
  g_ptr_array_add (one, session);
  return load_members (statement, one, error) && load_course (school, session, error) ? g_steal_pointer (&session) : NULL;
}

/* Five states, asked for as bits in the order of SceauSessionState. */
#define CONDITION \
  " WHERE ($1 IS NULL OR s.certification_code = $1) AND ($2 = 0 OR s.cohort_id = $2)" \
  " AND ($3 = 0 OR ($3 & CASE s.state WHEN 'preparation' THEN 1 WHEN 'convened' THEN 2 WHEN 'open' THEN 4" \
  " WHEN 'deliberated' THEN 8 ELSE 16 END) <> 0)"
#define PAGED " ORDER BY s.date DESC, s.id DESC LIMIT $4 OFFSET $5"

static SceauStatement *
prepare_query (SceauSchool *school, const char *sql, const SceauJuryQuery *query, gboolean paged, GError **error)
{
  SceauStatement *statement = sceau_statement_new (sceau_school_database (school), sql, error);

  if (statement == NULL)
    return NULL;
  sceau_statement_bind_text (statement, 1, query->certification_code);
  sceau_statement_bind_int (statement, 2, query->cohort_id);
  sceau_statement_bind_int (statement, 3, query->states);
  if (paged)
    sceau_table_bind_page (statement, 4, query->limit, query->offset);
  return statement;
}

GPtrArray *
sceau_jury_table_list (SceauSchool *school, const SceauJuryQuery *query, GError **error)
{
  static const SceauJuryQuery all = { 0 };
  g_autoptr (GPtrArray) sessions = NULL;

  g_return_val_if_fail (school != NULL, NULL);

  query = query != NULL ? query : &all;
  sessions = sceau_table_collect (prepare_query (school, SELECT JOINED CONDITION PAGED, query, TRUE, error), read_session,
                                  (GDestroyNotify) sceau_jury_session_free, error);
  if (sessions == NULL
      || !load_members (prepare_query (school, SELECT_MEMBERS JOINED CONDITION PAGED MEMBERS_IN_ORDER, query, TRUE, error),
                        sessions, error))
    return NULL;
  return g_steal_pointer (&sessions);
}

gint64
sceau_jury_table_count (SceauSchool *school, const SceauJuryQuery *query, GError **error)
{
  static const SceauJuryQuery all = { 0 };

  g_return_val_if_fail (school != NULL, -1);

  return sceau_table_count (
    prepare_query (school, "SELECT count (*)" JOINED CONDITION, query != NULL ? query : &all, FALSE, error), error);
}
