/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-juror-facts-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

/* The three lists are asked for alike: one juror, or all for 0. */
#define OF_JUROR " WHERE ($1 = 0 OR f.juror_id = $1) ORDER BY f.juror_id, "

static GPtrArray *
list (SceauSchool *school, const char *sql, gint64 juror_id, SceauRowReader read, GDestroyNotify destroy, GError **error)
{
  SceauStatement *statement = sceau_statement_new (sceau_school_database (school), sql, error);

  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, juror_id);
  return sceau_table_collect (statement, read, destroy, error);
}

/* Conflicts ------------------------------------------------------------------------ */

static gboolean
find_learner (SceauDatabase *database, const char *number, gint64 *id, GError **error)
{
  if (!sceau_database_query_int (database, id, 0, error, "SELECT id FROM learner WHERE number = $1", "t", number))
    return FALSE;
  if (*id != 0)
    return TRUE;
  g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND, _("There is no learner number %s."), number);
  return FALSE;
}

gboolean
sceau_juror_conflict_table_insert (SceauSchool *school, SceauJurorConflict *conflict, GError **error)
{
  SceauDatabase *database;
  gint64 learner_id = 0;

  g_return_val_if_fail (school != NULL && conflict != NULL, FALSE);
  g_return_val_if_fail ((conflict->learner_number == NULL) != (conflict->cohort_id == 0), FALSE);

  database = sceau_school_database (school);
  if (conflict->learner_number != NULL && !find_learner (database, conflict->learner_number, &learner_id, error))
    return FALSE;
  if (!sceau_database_run (database, error,
                           "INSERT INTO juror_conflict (juror_id, kind, learner_id, cohort_id, note) VALUES ($1, $2, $3, $4, $5)",
                           "ltrrt", conflict->juror_id, sceau_conflict_kind_to_id (conflict->kind), learner_id,
                           conflict->cohort_id, conflict->note))
    return FALSE;
  conflict->id = sceau_database_last_id (database);
  return TRUE;
}

gboolean
sceau_juror_conflict_table_delete (SceauSchool *school, gint64 id, GError **error)
{
  g_return_val_if_fail (school != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error, "DELETE FROM juror_conflict WHERE id = $1", "l", id)
         && sceau_table_check_id (school, _("No conflict of a juror has the number %s."), id, error);
}

static gpointer
read_conflict (SceauStatement *row)
{
  SceauJurorConflict *conflict = sceau_juror_conflict_new ();

  conflict->id = sceau_statement_get_int (row, 0);
  conflict->juror_id = sceau_statement_get_int (row, 1);
  SCEAU_TABLE_GET_ENUM (row, 2, sceau_conflict_kind_from_id, &conflict->kind);
  conflict->learner_number = sceau_statement_dup_text (row, 3);
  conflict->cohort_id = sceau_statement_get_int (row, 4);
  conflict->note = sceau_statement_dup_text (row, 5);
  return conflict;
}

GPtrArray *
sceau_juror_conflict_table_list (SceauSchool *school, gint64 juror_id, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return list (school,
               "SELECT f.id, f.juror_id, f.kind, l.number, f.cohort_id, f.note FROM juror_conflict AS f "
               "LEFT JOIN learner AS l ON l.id = f.learner_id" OF_JUROR "f.id",
               juror_id, read_conflict, (GDestroyNotify) sceau_juror_conflict_free, error);
}

/* Recognitions --------------------------------------------------------------------- */

gboolean
sceau_juror_recognition_table_insert (SceauSchool *school, SceauJurorRecognition *recognition, GError **error)
{
  SceauDatabase *database;

  g_return_val_if_fail (school != NULL && recognition != NULL, FALSE);

  database = sceau_school_database (school);
  if (!sceau_database_run (database, error,
                           "INSERT INTO juror_recognition (juror_id, title, reference, start_date, end_date) "
                           "VALUES ($1, $2, $3, $4, $5)",
                           "lttdd", recognition->juror_id, recognition->title, recognition->reference, recognition->start,
                           recognition->end))
    return FALSE;
  recognition->id = sceau_database_last_id (database);
  return TRUE;
}

gboolean
sceau_juror_recognition_table_delete (SceauSchool *school, gint64 id, GError **error)
{
  g_return_val_if_fail (school != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error, "DELETE FROM juror_recognition WHERE id = $1", "l", id)
         && sceau_table_check_id (school, _("No recognition of a juror has the number %s."), id, error);
}

static gpointer
read_recognition (SceauStatement *row)
{
  SceauJurorRecognition *recognition = sceau_juror_recognition_new ();

  recognition->id = sceau_statement_get_int (row, 0);
  recognition->juror_id = sceau_statement_get_int (row, 1);
  recognition->title = sceau_statement_dup_text (row, 2);
  recognition->reference = sceau_statement_dup_text (row, 3);
  recognition->start = sceau_statement_get_date (row, 4);
  recognition->end = sceau_statement_get_date (row, 5);
  return recognition;
}

GPtrArray *
sceau_juror_recognition_table_list (SceauSchool *school, gint64 juror_id, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return list (school,
               "SELECT f.id, f.juror_id, f.title, f.reference, f.start_date, f.end_date FROM juror_recognition AS f" OF_JUROR
               "f.start_date DESC, f.id DESC",
               juror_id, read_recognition, (GDestroyNotify) sceau_juror_recognition_free, error);
}

/* Days away ------------------------------------------------------------------------ */

gboolean
sceau_juror_unavailability_table_insert (SceauSchool *school, SceauUnavailability *days, GError **error)
{
  SceauDatabase *database;

  g_return_val_if_fail (school != NULL && days != NULL, FALSE);

  database = sceau_school_database (school);
  if (!sceau_database_run (database, error,
                           "INSERT INTO juror_unavailability (juror_id, start_date, end_date, note) VALUES ($1, $2, $3, $4)",
                           "lddt", days->juror_id, days->start, days->end, days->note))
    return FALSE;
  days->id = sceau_database_last_id (database);
  return TRUE;
}

gboolean
sceau_juror_unavailability_table_delete (SceauSchool *school, gint64 id, GError **error)
{
  g_return_val_if_fail (school != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error, "DELETE FROM juror_unavailability WHERE id = $1", "l", id)
         && sceau_table_check_id (school, _("No days away of a juror have the number %s."), id, error);
}

static gpointer
read_days (SceauStatement *row)
{
  SceauUnavailability *days = sceau_unavailability_new ();

  days->id = sceau_statement_get_int (row, 0);
  days->juror_id = sceau_statement_get_int (row, 1);
  days->start = sceau_statement_get_date (row, 2);
  days->end = sceau_statement_get_date (row, 3);
  days->note = sceau_statement_dup_text (row, 4);
  return days;
}

GPtrArray *
sceau_juror_unavailability_table_list (SceauSchool *school, gint64 juror_id, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return list (school,
               "SELECT f.id, f.juror_id, f.start_date, f.end_date, f.note FROM juror_unavailability AS f" OF_JUROR
               "f.start_date, f.id",
               juror_id, read_days, (GDestroyNotify) sceau_unavailability_free, error);
}
