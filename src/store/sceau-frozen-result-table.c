/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-frozen-result-table.h"

#include "sceau-canonical-private.h"
#include "sceau-result-row-private.h"
#include "sceau-table-private.h"

void
sceau_mark_change_free (SceauMarkChange *self)
{
  if (self == NULL)
    return;
  g_free (self->modality_code);
  g_free (self);
}

static const char *
moment_to_id (SceauFreeze moment)
{
  return moment == SCEAU_FREEZE_OPENING ? "opening" : "seal";
}

gboolean
sceau_frozen_result_table_freeze (SceauSchool *school, gint64 session_id, SceauFreeze moment, GError **error)
{
  SceauDatabase *database;
  gboolean own;
  gboolean done;

  g_return_val_if_fail (school != NULL, FALSE);

  database = sceau_school_database (school);
  if (!sceau_school_enter (school, &own, error))
    return FALSE;
  done = sceau_database_run (database, error, "DELETE FROM frozen_result WHERE session_id = $1 AND moment = $2", "lt",
                             session_id, moment_to_id (moment))
         && sceau_database_run (database, error,
                                "INSERT INTO frozen_result (moment, session_id, enrolment_id, modality_code, attempt, kind, value, "
                                "examiner, date, comment) SELECT $1, d.session_id, r.enrolment_id, r.modality_code, r.attempt, "
                                "r.kind, r.value, r.examiner, r.date, r.comment FROM jury_decision AS d "
                                "JOIN result AS r ON r.enrolment_id = d.enrolment_id WHERE d.session_id = $2",
                                "tl", moment_to_id (moment), session_id);
  return sceau_school_leave (school, own, done, error);
}

gboolean
sceau_frozen_result_table_join (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error)
{
  g_return_val_if_fail (school != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error,
                             "INSERT INTO frozen_result (moment, session_id, enrolment_id, modality_code, attempt, kind, value, "
                             "examiner, date, comment) SELECT 'opening', $1, r.enrolment_id, r.modality_code, r.attempt, r.kind, "
                             "r.value, r.examiner, r.date, r.comment FROM result AS r WHERE r.enrolment_id = $2",
                             "ll", session_id, enrolment_id);
}

GPtrArray *
sceau_frozen_result_table_list (SceauSchool *school, gint64 session_id, SceauFreeze moment, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT enrolment_id, modality_code, attempt, kind, value, examiner, date, comment, NULL "
                                   "FROM frozen_result WHERE session_id = $1 AND moment = $2 "
                                   "ORDER BY enrolment_id, modality_code, attempt",
                                   error);
  if (statement != NULL)
    {
      sceau_statement_bind_int (statement, 1, session_id);
      sceau_statement_bind_text (statement, 2, moment_to_id (moment));
    }
  return sceau_table_collect (statement, sceau_result_row_read, (GDestroyNotify) sceau_result_free, error);
}

char *
sceau_frozen_result_table_digest (SceauSchool *school, gint64 session_id, SceauFreeze moment, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  SceauStatement *rows;

  g_return_val_if_fail (school != NULL, NULL);

  rows = sceau_statement_new (sceau_school_database (school),
                              "SELECT enrolment_id, modality_code, attempt, kind, value, examiner, date, comment FROM frozen_result "
                              "WHERE session_id = $1 AND moment = $2 ORDER BY enrolment_id, modality_code, attempt",
                              error);
  if (rows == NULL)
    return NULL;
  sceau_statement_bind_int (rows, 1, session_id);
  sceau_statement_bind_text (rows, 2, moment_to_id (moment));
  return sceau_canonical_add_rows (checksum, moment_to_id (moment), rows, error) ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

static gpointer
read_change (SceauStatement *row)
{
  SceauMarkChange *change = g_new0 (SceauMarkChange, 1);

  change->enrolment_id = sceau_statement_get_int (row, 0);
  change->modality_code = sceau_statement_dup_text (row, 1);
  change->attempt = (int) sceau_statement_get_int (row, 2);
  change->existed = !sceau_statement_is_null (row, 3);
  SCEAU_TABLE_GET_ENUM (row, 3, sceau_mark_kind_from_id, &change->before.kind);
  change->before.value = (gint32) sceau_statement_get_int (row, 4);
  SCEAU_TABLE_GET_ENUM (row, 5, sceau_mark_kind_from_id, &change->after.kind);
  change->after.value = (gint32) sceau_statement_get_int (row, 6);
  return change;
}

/* The opening copy against "final": the seal's copy or, until then, the results themselves; $2 is one enrolment, or 0
 * for all.  The copy is joined by its key and not through a view of its own, which would be searched from end to end for
 * every mark: half a minute for two thousand candidates. */
static const char changes_sql[] =
  "WITH final AS (SELECT enrolment_id, modality_code, attempt, kind, value FROM frozen_result "
  "               WHERE session_id = $1 AND moment = 'seal' AND ($2 = 0 OR enrolment_id = $2) "
  "               UNION ALL "
  "               SELECT r.enrolment_id, r.modality_code, r.attempt, r.kind, r.value FROM jury_decision AS d "
  "               JOIN jury_session AS s ON s.id = d.session_id AND s.state <> 'sealed' "
  "               JOIN result AS r ON r.enrolment_id = d.enrolment_id "
  "               WHERE d.session_id = $1 AND ($2 = 0 OR d.enrolment_id = $2)) "
  "SELECT f.enrolment_id, f.modality_code, f.attempt, g.kind, g.value, f.kind, f.value FROM final AS f "
  "LEFT JOIN frozen_result AS g ON g.session_id = $1 AND g.moment = 'opening' AND g.enrolment_id = f.enrolment_id "
  "  AND g.modality_code = f.modality_code AND g.attempt = f.attempt "
  "WHERE (g.kind IS NOT f.kind OR g.value IS NOT f.value) "
  "  AND EXISTS (SELECT 1 FROM frozen_result WHERE session_id = $1 AND moment = 'opening') "
  "UNION ALL "
  "SELECT g.enrolment_id, g.modality_code, g.attempt, g.kind, g.value, NULL, NULL FROM frozen_result AS g "
  "WHERE g.session_id = $1 AND g.moment = 'opening' AND ($2 = 0 OR g.enrolment_id = $2) "
  "  AND NOT EXISTS (SELECT 1 FROM final AS f WHERE f.enrolment_id = g.enrolment_id AND f.modality_code = g.modality_code "
  "                  AND f.attempt = g.attempt) "
  "ORDER BY 1, 2, 3";

GPtrArray *
sceau_frozen_result_table_list_changes_of (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), changes_sql, error);
  if (statement != NULL)
    {
      sceau_statement_bind_int (statement, 1, session_id);
      sceau_statement_bind_int (statement, 2, enrolment_id);
    }
  return sceau_table_collect (statement, read_change, (GDestroyNotify) sceau_mark_change_free, error);
}

GPtrArray *
sceau_frozen_result_table_list_changes (SceauSchool *school, gint64 session_id, GError **error)
{
  return sceau_frozen_result_table_list_changes_of (school, session_id, 0, error);
}

void
sceau_sealed_result_free (SceauSealedResult *self)
{
  if (self == NULL)
    return;
  g_free (self->modality_code);
  g_free (self);
}

static gpointer
read_sealed (SceauStatement *row)
{
  SceauSealedResult *sealed = g_new0 (SceauSealedResult, 1);

  sealed->enrolment_id = sceau_statement_get_int (row, 0);
  sealed->modality_code = sceau_statement_dup_text (row, 1);
  sealed->attempt = (int) sceau_statement_get_int (row, 2);
  sealed->session_id = sceau_statement_get_int (row, 3);
  sealed->session_date = sceau_statement_get_date (row, 4);
  return sealed;
}

GPtrArray *
sceau_frozen_result_table_list_sealed (SceauSchool *school, gint64 cohort_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT f.enrolment_id, f.modality_code, f.attempt, s.id, s.date FROM enrolment AS e "
                                   "JOIN frozen_result AS f ON f.enrolment_id = e.id AND f.moment = 'seal' "
                                   "JOIN jury_session AS s ON s.id = f.session_id WHERE e.cohort_id = $1 "
                                   "ORDER BY f.enrolment_id, f.modality_code, f.attempt, s.id",
                                   error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, cohort_id);
  return sceau_table_collect (statement, read_sealed, (GDestroyNotify) sceau_sealed_result_free, error);
}
