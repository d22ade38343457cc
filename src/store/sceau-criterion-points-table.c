/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-criterion-points-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

static gboolean
insert (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt, const SceauCriterionPoints *points,
        GError **error)
{
  return sceau_database_run (sceau_school_database (school), error,
                             "INSERT INTO criterion_points (enrolment_id, modality_code, attempt, criterion, certification_code, "
                             "points) SELECT id, $1, $2, $3, certification_code, $4 FROM enrolment WHERE id = $5",
                             "titil", modality_code, attempt, points->criterion, (int) points->points, enrolment_id)
         && sceau_table_check_id (school, _("There is no enrolment number %s."), enrolment_id, error);
}

static gboolean
replace (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt, GPtrArray *points, GError **error)
{
  if (!sceau_database_run (sceau_school_database (school), error,
                           "DELETE FROM criterion_points WHERE enrolment_id = $1 AND modality_code = $2 AND attempt = $3", "lti",
                           enrolment_id, modality_code, attempt))
    return FALSE;
  for (guint i = 0; i < points->len; i++)
    if (!insert (school, enrolment_id, modality_code, attempt, g_ptr_array_index (points, i), error))
      return FALSE;
  return TRUE;
}

gboolean
sceau_criterion_points_table_save (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt,
                                   GPtrArray *points, GError **error)
{
  gboolean own;

  g_return_val_if_fail (school != NULL && modality_code != NULL && points != NULL, FALSE);

  return sceau_school_enter (school, &own, error)
         && sceau_school_leave (school, own, replace (school, enrolment_id, modality_code, attempt, points, error), error);
}

static gpointer
read_points (SceauStatement *row)
{
  SceauCriterionPoints *points = sceau_criterion_points_new ();

  points->enrolment_id = sceau_statement_get_int (row, 0);
  points->modality_code = sceau_statement_dup_text (row, 1);
  points->attempt = (int) sceau_statement_get_int (row, 2);
  points->criterion = sceau_statement_dup_text (row, 3);
  points->points = (gint32) sceau_statement_get_int (row, 4);
  return points;
}

#define SELECT \
  "SELECT p.enrolment_id, p.modality_code, p.attempt, p.criterion, p.points FROM enrolment AS e " \
  "JOIN criterion_points AS p ON p.enrolment_id = e.id " \
  "JOIN criterion AS c ON c.certification_code = p.certification_code AND c.modality_code = p.modality_code AND c.code = p.criterion"

GPtrArray *
sceau_criterion_points_table_list (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && modality_code != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   SELECT " WHERE e.id = $1 AND p.modality_code = $2 AND p.attempt = $3 ORDER BY c.position", error);
  if (statement != NULL)
    {
      sceau_statement_bind_int (statement, 1, enrolment_id);
      sceau_statement_bind_text (statement, 2, modality_code);
      sceau_statement_bind_int (statement, 3, attempt);
    }
  return sceau_table_collect (statement, read_points, (GDestroyNotify) sceau_criterion_points_free, error);
}

GPtrArray *
sceau_criterion_points_table_list_by_cohort (SceauSchool *school, gint64 cohort_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   SELECT " WHERE e.cohort_id = $1 ORDER BY p.enrolment_id, p.modality_code, p.attempt, c.position",
                                   error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, cohort_id);
  return sceau_table_collect (statement, read_points, (GDestroyNotify) sceau_criterion_points_free, error);
}
