/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-result-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-result-row-private.h"
#include "sceau-table-private.h"

#define NOT_FOUND N_("There is no such result for the modality “%s”.")
#define SELECT "SELECT r.enrolment_id, r.modality_code, r.attempt, r.kind, r.value, r.examiner, r.date, r.comment, r.group_value FROM result AS r"

gpointer
sceau_result_row_read (SceauStatement *row)
{
  SceauMark mark = SCEAU_MARK_NONE;
  SceauResult *result;

  SCEAU_TABLE_GET_ENUM (row, 3, sceau_mark_kind_from_id, &mark.kind);
  mark.value = (gint32) sceau_statement_get_int (row, 4);
  result = sceau_result_new (sceau_statement_get_int (row, 0), sceau_statement_get_text (row, 1),
                             (int) sceau_statement_get_int (row, 2), mark);
  result->examiner = sceau_statement_dup_text (row, 5);
  result->date = sceau_statement_get_date (row, 6);
  result->comment = sceau_statement_dup_text (row, 7);
  if (!sceau_statement_is_null (row, 8))
    result->group_value = (gint32) sceau_statement_get_int (row, 8);
  return result;
}

/* Writing ------------------------------------------------------------------------- */

/* A workflow writes its entry of the journal after the results, at the end of the same transaction. */
#define NEXT_ENTRY "(SELECT count + 1 FROM journal_head WHERE id = 1)"
/* What was written by an entry stays attributed to it until it really changes. */
#define WRITTEN_BY \
  "CASE WHEN kind IS $1 AND value IS $2 AND group_value IS $3 AND examiner IS $4 AND date IS $5 AND comment IS $6 " \
  "THEN journal_id ELSE " NEXT_ENTRY " END"

static gboolean
run_row (SceauDatabase *database, const char *sql, const SceauResult *result, GError **error)
{
  g_autoptr (SceauStatement) statement = sceau_statement_new (database, sql, error);

  if (statement == NULL)
    return FALSE;
  sceau_statement_bind_text (statement, 1, sceau_mark_kind_to_id (result->mark.kind));
  if (result->mark.kind == SCEAU_MARK_VALUE)
    sceau_statement_bind_int (statement, 2, result->mark.value);
  if (result->group_value >= 0)
    sceau_statement_bind_int (statement, 3, result->group_value);
  sceau_statement_bind_text (statement, 4, result->examiner);
  sceau_statement_bind_date (statement, 5, result->date);
  sceau_statement_bind_text (statement, 6, result->comment);
  sceau_statement_bind_text (statement, 7, result->modality_code);
  sceau_statement_bind_int (statement, 8, result->attempt);
  sceau_statement_bind_int (statement, 9, result->enrolment_id);
  return sceau_statement_run (statement, error);
}

gboolean
sceau_result_table_save (SceauSchool *school, const SceauResult *result, GError **error)
{
  SceauDatabase *database;

  g_return_val_if_fail (school != NULL && result != NULL, FALSE);

  database = sceau_school_database (school);
  if (!run_row (database,
                "UPDATE result SET kind = $1, value = $2, group_value = $3, examiner = $4, date = $5, comment = $6, "
                "journal_id = " WRITTEN_BY " WHERE modality_code = $7 AND attempt = $8 AND enrolment_id = $9",
                result, error))
    return FALSE;
  /* The certification comes from the enrolment, so that a modality of another one is refused by the references. */
  if (sceau_database_changes (database) == 0
      && !run_row (database,
                   "INSERT INTO result (kind, value, group_value, examiner, date, comment, enrolment_id, modality_code, attempt, "
                   "certification_code, journal_id) SELECT $1, $2, $3, $4, $5, $6, id, $7, $8, certification_code, " NEXT_ENTRY " "
                   "FROM enrolment WHERE id = $9",
                   result, error))
    return FALSE;
  return sceau_table_check_id (school, _("There is no enrolment number %s."), result->enrolment_id, error);
}

gboolean
sceau_result_table_delete (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt, GError **error)
{
  g_return_val_if_fail (school != NULL && modality_code != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error,
                             "DELETE FROM result WHERE enrolment_id = $1 AND modality_code = $2 AND attempt = $3", "lti",
                             enrolment_id, modality_code, attempt)
         && sceau_table_check_one (school, _(NOT_FOUND), modality_code, error);
}

/* Reading -------------------------------------------------------------------------- */

SceauResult *
sceau_result_table_find (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && modality_code != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   SELECT " WHERE r.enrolment_id = $1 AND r.modality_code = $2 AND r.attempt = $3", error);
  if (statement != NULL)
    {
      sceau_statement_bind_int (statement, 1, enrolment_id);
      sceau_statement_bind_text (statement, 2, modality_code);
      sceau_statement_bind_int (statement, 3, attempt);
    }
  return sceau_table_find (statement, sceau_result_row_read, _(NOT_FOUND), modality_code, error);
}

static GPtrArray *
list (SceauSchool *school, const char *sql, gint64 id, GError **error)
{
  SceauStatement *statement = sceau_statement_new (sceau_school_database (school), sql, error);

  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, id);
  return sceau_table_collect (statement, sceau_result_row_read, (GDestroyNotify) sceau_result_free, error);
}

GPtrArray *
sceau_result_table_list_by_enrolment (SceauSchool *school, gint64 enrolment_id, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return list (school, SELECT " WHERE r.enrolment_id = $1 ORDER BY r.modality_code, r.attempt", enrolment_id, error);
}

GPtrArray *
sceau_result_table_list_by_cohort (SceauSchool *school, gint64 cohort_id, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return list (school,
               SELECT " JOIN enrolment AS e ON e.id = r.enrolment_id WHERE e.cohort_id = $1 "
                      "ORDER BY r.enrolment_id, r.modality_code, r.attempt",
               cohort_id, error);
}

gint64
sceau_result_table_count_by_cohort (SceauSchool *school, gint64 cohort_id, GError **error)
{
  gint64 count;

  g_return_val_if_fail (school != NULL, -1);

  return sceau_database_query_int (sceau_school_database (school), &count, 0, error,
                                   "SELECT count (*) FROM enrolment AS e JOIN result AS r ON r.enrolment_id = e.id "
                                   "WHERE e.cohort_id = $1",
                                   "l", cohort_id)
           ? count
           : -1;
}

gboolean
sceau_result_table_is_frozen (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt)
{
  gint64 frozen;

  g_return_val_if_fail (school != NULL && modality_code != NULL, FALSE);

  return sceau_database_query_int (sceau_school_database (school), &frozen, 0, NULL,
                                   "SELECT 1 FROM frozen_result WHERE moment = 'seal' AND enrolment_id = $1 "
                                   "AND modality_code = $2 AND attempt >= $3 LIMIT 1",
                                   "lti", enrolment_id, modality_code, attempt)
         && frozen != 0;
}

/* History -------------------------------------------------------------------------- */

static gpointer
read_version (SceauStatement *row)
{
  SceauResultVersion *version = g_new0 (SceauResultVersion, 1);

  version->result = sceau_result_row_read (row);
  version->entry = sceau_statement_get_int (row, 9);
  version->at = sceau_statement_dup_text (row, 10);
  version->who = sceau_statement_dup_text (row, 11);
  return version;
}

/* Each row of the history is what stood there before a change; one that was taken away leaves a blank behind it. */
static const char versions_sql[] =
  "WITH version (place, after, enrolment_id, modality_code, attempt, kind, value, examiner, date, comment, group_value, entry) AS ("
  "  SELECT id, 0, enrolment_id, modality_code, attempt, kind, value, examiner, date, comment, group_value, journal_id "
  "  FROM result_history WHERE enrolment_id = $1 AND modality_code = $2 AND attempt = $3 "
  "  UNION ALL "
  "  SELECT id, 1, enrolment_id, modality_code, attempt, 'blank', NULL, NULL, NULL, NULL, NULL, replaced_by "
  "  FROM result_history WHERE enrolment_id = $1 AND modality_code = $2 AND attempt = $3 AND removed = 1 "
  "  UNION ALL "
  "  SELECT NULL, 0, enrolment_id, modality_code, attempt, kind, value, examiner, date, comment, group_value, journal_id "
  "  FROM result WHERE enrolment_id = $1 AND modality_code = $2 AND attempt = $3) "
  "SELECT v.enrolment_id, v.modality_code, v.attempt, v.kind, v.value, v.examiner, v.date, v.comment, v.group_value, "
  "v.entry, j.at, j.who FROM version AS v LEFT JOIN journal AS j ON j.id = v.entry "
  "ORDER BY v.place IS NULL, v.place, v.after";

GPtrArray *
sceau_result_table_list_versions (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && modality_code != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), versions_sql, error);
  if (statement != NULL)
    {
      sceau_statement_bind_int (statement, 1, enrolment_id);
      sceau_statement_bind_text (statement, 2, modality_code);
      sceau_statement_bind_int (statement, 3, attempt);
    }
  return sceau_table_collect (statement, read_version, (GDestroyNotify) sceau_result_version_free, error);
}

static gpointer
read_past (SceauStatement *row)
{
  SceauResultPast *past = g_new0 (SceauResultPast, 1);

  past->result = sceau_result_row_read (row);
  past->written_by = sceau_statement_get_int (row, 9);
  past->replaced_by = sceau_statement_get_int (row, 10);
  past->removed = (gboolean) sceau_statement_get_int (row, 11);
  return past;
}

void
sceau_result_past_free (SceauResultPast *self)
{
  if (self == NULL)
    return;
  sceau_result_free (self->result);
  g_free (self);
}

GPtrArray *
sceau_result_table_list_past (SceauSchool *school, gint64 cohort_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT r.enrolment_id, r.modality_code, r.attempt, r.kind, r.value, r.examiner, r.date, r.comment, "
                                   "r.group_value, r.journal_id, 0, 0, 0 AS place "
                                   "FROM enrolment AS e JOIN result AS r ON r.enrolment_id = e.id WHERE e.cohort_id = $1 "
                                   "UNION ALL "
                                   "SELECT h.enrolment_id, h.modality_code, h.attempt, h.kind, h.value, h.examiner, h.date, h.comment, "
                                   "h.group_value, h.journal_id, h.replaced_by, h.removed, h.id "
                                   "FROM enrolment AS e JOIN result_history AS h ON h.enrolment_id = e.id WHERE e.cohort_id = $1 "
                                   "ORDER BY place",
                                   error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, cohort_id);
  return sceau_table_collect (statement, read_past, (GDestroyNotify) sceau_result_past_free, error);
}
