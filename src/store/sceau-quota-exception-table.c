/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-quota-exception-table.h"

#include "sceau-table-private.h"

SceauQuotaException *
sceau_quota_exception_new (void)
{
  return g_new0 (SceauQuotaException, 1);
}

void
sceau_quota_exception_free (SceauQuotaException *self)
{
  if (self == NULL)
    return;
  g_free (self->learner_number);
  g_free (self->learner_name);
  g_free (self->quota_code);
  g_free (self->reason);
  g_free (self);
}

gint64
sceau_quota_exception_table_insert (SceauSchool *school, const SceauQuotaException *exception, GError **error)
{
  SceauDatabase *database;

  g_return_val_if_fail (school != NULL && exception != NULL, 0);

  database = sceau_school_database (school);
  if (!sceau_database_run (database, error,
                           "INSERT INTO quota_exception (enrolment_id, quota_code, date, reason, learners, places, used) "
                           "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                           "ltdtiii", exception->enrolment_id, exception->quota_code, exception->date, exception->reason,
                           exception->learners, exception->places, exception->used))
    return 0;
  return sceau_database_last_id (database);
}

static gpointer
read_exception (SceauStatement *row)
{
  SceauQuotaException *exception = sceau_quota_exception_new ();

  exception->id = sceau_statement_get_int (row, 0);
  exception->enrolment_id = sceau_statement_get_int (row, 1);
  exception->learner_number = sceau_statement_dup_text (row, 2);
  exception->learner_name = sceau_statement_dup_text (row, 3);
  exception->quota_code = sceau_statement_dup_text (row, 4);
  exception->date = sceau_statement_get_date (row, 5);
  exception->reason = sceau_statement_dup_text (row, 6);
  exception->learners = (int) sceau_statement_get_int (row, 7);
  exception->places = (int) sceau_statement_get_int (row, 8);
  exception->used = (int) sceau_statement_get_int (row, 9);
  return exception;
}

/* One text for a cohort, which is found by an index, and one for all. */
#define SELECT \
  "SELECT q.id, q.enrolment_id, l.number, l.sorted_name, q.quota_code, q.date, q.reason, q.learners, q.places, q.used " \
  "FROM quota_exception AS q JOIN enrolment AS e ON e.id = q.enrolment_id JOIN learner AS l ON l.id = e.learner_id "
#define IN_ORDER " ORDER BY l.sort_key, l.id, q.date, q.id"

GPtrArray *
sceau_quota_exception_table_list (SceauSchool *school, gint64 cohort_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   cohort_id != 0 ? SELECT "WHERE e.cohort_id = $1" IN_ORDER : SELECT IN_ORDER, error);
  if (statement != NULL && cohort_id != 0)
    sceau_statement_bind_int (statement, 1, cohort_id);
  return sceau_table_collect (statement, read_exception, (GDestroyNotify) sceau_quota_exception_free, error);
}
