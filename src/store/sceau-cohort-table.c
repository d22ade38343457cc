/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cohort-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

#define NOT_FOUND N_("There is no cohort number %s.")
#define SELECT "SELECT id, certification_code, name, start_date, end_date, planned_learners FROM cohort"

static gpointer
read_cohort (SceauStatement *row)
{
  SceauCohort *cohort = sceau_cohort_new ();

  cohort->id = sceau_statement_get_int (row, 0);
  cohort->certification_code = sceau_statement_dup_text (row, 1);
  cohort->name = sceau_statement_dup_text (row, 2);
  cohort->start = sceau_statement_get_date (row, 3);
  cohort->end = sceau_statement_get_date (row, 4);
  cohort->planned_learners = (int) sceau_statement_get_int (row, 5);
  return cohort;
}

gboolean
sceau_cohort_table_insert (SceauSchool *school, SceauCohort *cohort, GError **error)
{
  SceauDatabase *database;

  g_return_val_if_fail (school != NULL && cohort != NULL, FALSE);

  database = sceau_school_database (school);
  if (!sceau_database_run (database, error,
                           "INSERT INTO cohort (certification_code, name, start_date, end_date, planned_learners) "
                           "VALUES ($1, $2, $3, $4, $5)",
                           "ttddi", cohort->certification_code, cohort->name, cohort->start, cohort->end,
                           cohort->planned_learners))
    return FALSE;
  cohort->id = sceau_database_last_id (database);
  return TRUE;
}

gboolean
sceau_cohort_table_update (SceauSchool *school, const SceauCohort *cohort, GError **error)
{
  g_return_val_if_fail (school != NULL && cohort != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error,
                             "UPDATE cohort SET certification_code = $1, name = $2, start_date = $3, end_date = $4, "
                             "planned_learners = $5 WHERE id = $6",
                             "ttddil", cohort->certification_code, cohort->name, cohort->start, cohort->end,
                             cohort->planned_learners, cohort->id)
         && sceau_table_check_id (school, _(NOT_FOUND), cohort->id, error);
}

gboolean
sceau_cohort_table_delete (SceauSchool *school, gint64 id, GError **error)
{
  g_return_val_if_fail (school != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error, "DELETE FROM cohort WHERE id = $1", "l", id)
         && sceau_table_check_id (school, _(NOT_FOUND), id, error);
}

SceauCohort *
sceau_cohort_table_find (SceauSchool *school, gint64 id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), SELECT " WHERE id = $1", error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, id);
  return sceau_table_find_id (statement, read_cohort, _(NOT_FOUND), id, error);
}

SceauCohort *
sceau_cohort_table_find_by_name (SceauSchool *school, const char *certification_code, const char *name, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && certification_code != NULL && name != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), SELECT " WHERE certification_code = $1 AND name = $2", error);
  if (statement != NULL)
    {
      sceau_statement_bind_text (statement, 1, certification_code);
      sceau_statement_bind_text (statement, 2, name);
    }
  return sceau_table_find (statement, read_cohort, _("This certification has no cohort “%s”. Create it first."), name, error);
}

GPtrArray *
sceau_cohort_table_list (SceauSchool *school, const char *certification_code, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (
    sceau_school_database (school),
    SELECT " WHERE $1 IS NULL OR certification_code = $1 ORDER BY start_date DESC, certification_code, name, id", error);
  if (statement != NULL)
    sceau_statement_bind_text (statement, 1, certification_code);
  return sceau_table_collect (statement, read_cohort, (GDestroyNotify) sceau_cohort_free, error);
}

GHashTable *
sceau_cohort_table_count_enrolments (SceauSchool *school, GError **error)
{
  g_autoptr (GHashTable) counts = NULL;
  SceauStep step;

  g_return_val_if_fail (school != NULL, NULL);

  g_autoptr (SceauStatement) rows = sceau_statement_new (
    sceau_school_database (school), "SELECT cohort_id, count (*) FROM enrolment GROUP BY cohort_id", error);
  if (rows == NULL)
    return NULL;
  counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    {
      gint64 id = sceau_statement_get_int (rows, 0);

      g_hash_table_insert (counts, g_memdup2 (&id, sizeof id), GINT_TO_POINTER ((int) sceau_statement_get_int (rows, 1)));
    }
  return step == SCEAU_STEP_DONE ? g_steal_pointer (&counts) : NULL;
}
