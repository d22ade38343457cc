/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-mark-sheet-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

#define NOT_FOUND N_("The marks for the modality “%s” were not submitted.")

/* Submission ----------------------------------------------------------------------- */

gboolean
sceau_mark_sheet_table_submit (SceauSchool *school, const SceauMarkSheet *sheet, GError **error)
{
  g_autofree char *now = NULL;

  g_return_val_if_fail (school != NULL && sheet != NULL, FALSE);

  now = sceau_school_now (school);
  return sceau_database_run (sceau_school_database (school), error,
                             "INSERT INTO mark_sheet (cohort_id, modality_code, attempt, certification_code, examiner, date, "
                             "submitted_by, submitted_at) SELECT id, $1, $2, certification_code, $3, $4, $5, $6 "
                             "FROM cohort WHERE id = $7",
                             "titdttl", sheet->modality_code, sheet->attempt, sheet->examiner, sheet->date,
                             sheet->submitted_by != NULL ? sheet->submitted_by : sceau_school_get_author (school),
                             sheet->submitted_at != NULL ? sheet->submitted_at : now, sheet->cohort_id)
         && sceau_table_check_id (school, _("There is no cohort number %s."), sheet->cohort_id, error);
}

gboolean
sceau_mark_sheet_table_reopen (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, GError **error)
{
  g_return_val_if_fail (school != NULL && modality_code != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error,
                             "DELETE FROM mark_sheet WHERE cohort_id = $1 AND modality_code = $2 AND attempt = $3", "lti",
                             cohort_id, modality_code, attempt)
         && sceau_table_check_one (school, _(NOT_FOUND), modality_code, error);
}

/* State and figures ---------------------------------------------------------------- */

static SceauSheetState
judge (const SceauMarkSheet *sheet)
{
  if (sheet->frozen > 0 && sheet->frozen == sheet->entered && sheet->entered == sheet->expected)
    return SCEAU_SHEET_FROZEN;
  if (sheet->submitted_at != NULL)
    return SCEAU_SHEET_SUBMITTED;
  return sheet->entered > 0 ? SCEAU_SHEET_DRAFT : SCEAU_SHEET_BLANK;
}

static gpointer
read_sheet (SceauStatement *row)
{
  SceauMarkSheet *sheet = sceau_mark_sheet_new ();

  sheet->cohort_id = sceau_statement_get_int (row, 0);
  sheet->modality_code = sceau_statement_dup_text (row, 1);
  sheet->attempt = (int) sceau_statement_get_int (row, 2);
  sheet->examiner = sceau_statement_dup_text (row, 3);
  sheet->date = sceau_statement_get_date (row, 4);
  sheet->submitted_by = sceau_statement_dup_text (row, 5);
  sheet->submitted_at = sceau_statement_dup_text (row, 6);
  sheet->expected = (int) sceau_statement_get_int (row, 7);
  sheet->entered = (int) sceau_statement_get_int (row, 8);
  sheet->frozen = (int) sceau_statement_get_int (row, 9);
  sheet->state = judge (sheet);
  return sheet;
}

/* "sheet": what there is to fill in.  "cell": each learner in training who has a mark there or should have one: whoever
 * targets the block and has not acquired it otherwise at the first attempt, whoever was excused from the one before at a
 * later attempt, since only there another one is due without a choice.  $2 and $3 narrow it down to one sheet. */
static const char sheets_sql[] =
  "WITH sheet (certification_code, modality_code, attempt) AS ("
  "  SELECT m.certification_code, m.code, 1 FROM cohort AS c JOIN modality AS m ON m.certification_code = c.certification_code "
  "  WHERE c.id = $1 "
  "  UNION SELECT certification_code, modality_code, attempt FROM mark_sheet WHERE cohort_id = $1 "
  "  UNION SELECT r.certification_code, r.modality_code, r.attempt FROM enrolment AS e JOIN result AS r ON r.enrolment_id = e.id "
  "  WHERE e.cohort_id = $1 AND r.attempt > 1 AND r.kind <> 'blank'), "
  "cell (modality_code, attempt, entered, frozen) AS ("
  "  SELECT s.modality_code, s.attempt, coalesce (r.kind, 'blank') <> 'blank', "
  "    EXISTS (SELECT 1 FROM frozen_result AS f WHERE f.moment = 'seal' AND f.enrolment_id = e.id "
  "            AND f.modality_code = s.modality_code AND f.attempt >= s.attempt) "
  "  FROM sheet AS s JOIN modality AS m ON m.certification_code = s.certification_code AND m.code = s.modality_code "
  "  JOIN enrolment AS e ON e.cohort_id = $1 AND e.state = 'active' "
  "  LEFT JOIN result AS r ON r.enrolment_id = e.id AND r.modality_code = s.modality_code AND r.attempt = s.attempt "
  "  WHERE coalesce (r.kind, 'blank') <> 'blank' "
  "  OR (s.attempt > 1 AND EXISTS (SELECT 1 FROM result AS p WHERE p.enrolment_id = e.id AND p.modality_code = s.modality_code "
  "                                AND p.attempt = s.attempt - 1 AND p.kind = 'excused')) "
  "  OR (s.attempt = 1 "
  "      AND (NOT EXISTS (SELECT 1 FROM enrolment_block AS b WHERE b.enrolment_id = e.id) "
  "           OR EXISTS (SELECT 1 FROM enrolment_block AS b WHERE b.enrolment_id = e.id AND b.block_code = m.block_code)) "
  "      AND NOT EXISTS (SELECT 1 FROM acquired_block AS a WHERE a.learner_id = e.learner_id "
  "                      AND a.certification_code = m.certification_code AND a.block_code = m.block_code "
  "                      AND NOT EXISTS (SELECT 1 FROM acquired_block_annulment AS x WHERE x.acquired_block_id = a.id)))) "
  "SELECT $1, s.modality_code, s.attempt, h.examiner, h.date, h.submitted_by, h.submitted_at, "
  "count (c.entered), coalesce (sum (c.entered), 0), coalesce (sum (c.entered AND c.frozen), 0) FROM sheet AS s "
  "JOIN modality AS m ON m.certification_code = s.certification_code AND m.code = s.modality_code "
  "LEFT JOIN mark_sheet AS h ON h.cohort_id = $1 AND h.modality_code = s.modality_code AND h.attempt = s.attempt "
  "LEFT JOIN cell AS c ON c.modality_code = s.modality_code AND c.attempt = s.attempt "
  "WHERE ($2 IS NULL OR (s.modality_code = $2 AND s.attempt = $3)) "
  "GROUP BY s.modality_code, s.attempt ORDER BY m.position, s.attempt";

static SceauStatement *
prepare (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, GError **error)
{
  SceauStatement *statement = sceau_statement_new (sceau_school_database (school), sheets_sql, error);

  if (statement == NULL)
    return NULL;
  sceau_statement_bind_int (statement, 1, cohort_id);
  sceau_statement_bind_text (statement, 2, modality_code);
  sceau_statement_bind_int (statement, 3, attempt);
  return statement;
}

SceauMarkSheet *
sceau_mark_sheet_table_find (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, GError **error)
{
  g_autoptr (SceauMarkSheet) sheet = NULL;

  g_return_val_if_fail (school != NULL && modality_code != NULL, NULL);

  sheet = sceau_table_find (prepare (school, cohort_id, modality_code, attempt, error), read_sheet, _(NOT_FOUND), modality_code, error);
  if (sheet == NULL || sheet->submitted_at != NULL)
    return g_steal_pointer (&sheet);
  g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND, _(NOT_FOUND), modality_code);
  return NULL;
}

GPtrArray *
sceau_mark_sheet_table_list (SceauSchool *school, gint64 cohort_id, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return sceau_table_collect (prepare (school, cohort_id, NULL, 0, error), read_sheet, (GDestroyNotify) sceau_mark_sheet_free, error);
}
