/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-second-entry-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

static gboolean
run_row (SceauSchool *school, const char *sql, const SceauSecondEntry *entry, GError **error)
{
  g_autoptr (SceauStatement) statement = sceau_statement_new (sceau_school_database (school), sql, error);

  if (statement == NULL)
    return FALSE;
  sceau_statement_bind_text (statement, 1, sceau_mark_kind_to_id (entry->mark.kind));
  if (entry->mark.kind == SCEAU_MARK_VALUE)
    sceau_statement_bind_int (statement, 2, entry->mark.value);
  sceau_statement_bind_text (statement, 3, entry->who != NULL ? entry->who : sceau_school_get_author (school));
  sceau_statement_bind_text (statement, 4, entry->modality_code);
  sceau_statement_bind_int (statement, 5, entry->attempt);
  sceau_statement_bind_int (statement, 6, entry->enrolment_id);
  return sceau_statement_run (statement, error);
}

static gboolean
take_away (SceauSchool *school, const SceauSecondEntry *entry, GError **error)
{
  return sceau_database_run (sceau_school_database (school), error,
                             "DELETE FROM second_entry WHERE enrolment_id = $1 AND modality_code = $2 AND attempt = $3", "lti",
                             entry->enrolment_id, entry->modality_code, entry->attempt);
}

gboolean
sceau_second_entry_table_save (SceauSchool *school, const SceauSecondEntry *entry, GError **error)
{
  SceauDatabase *database;

  g_return_val_if_fail (school != NULL && entry != NULL && entry->modality_code != NULL, FALSE);

  if (entry->mark.kind == SCEAU_MARK_BLANK)
    return take_away (school, entry, error);
  database = sceau_school_database (school);
  if (!run_row (school,
                "UPDATE second_entry SET kind = $1, value = $2, who = $3 "
                "WHERE modality_code = $4 AND attempt = $5 AND enrolment_id = $6",
                entry, error))
    return FALSE;
  /* The certification comes from the enrolment, as that of a result does. */
  if (sceau_database_changes (database) == 0
      && !run_row (school,
                   "INSERT INTO second_entry (kind, value, who, modality_code, attempt, enrolment_id, certification_code) "
                   "SELECT $1, $2, $3, $4, $5, id, certification_code FROM enrolment WHERE id = $6",
                   entry, error))
    return FALSE;
  return sceau_table_check_id (school, _("There is no enrolment number %s."), entry->enrolment_id, error);
}

static gpointer
read_entry (SceauStatement *row)
{
  SceauSecondEntry *entry = sceau_second_entry_new ();

  entry->enrolment_id = sceau_statement_get_int (row, 0);
  entry->modality_code = sceau_statement_dup_text (row, 1);
  entry->attempt = (int) sceau_statement_get_int (row, 2);
  SCEAU_TABLE_GET_ENUM (row, 3, sceau_mark_kind_from_id, &entry->mark.kind);
  entry->mark.value = (gint32) sceau_statement_get_int (row, 4);
  entry->who = sceau_statement_dup_text (row, 5);
  return entry;
}

SceauSecondEntry *
sceau_second_entry_table_find (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && modality_code != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT enrolment_id, modality_code, attempt, kind, value, who FROM second_entry "
                                   "WHERE enrolment_id = $1 AND modality_code = $2 AND attempt = $3",
                                   error);
  if (statement != NULL)
    {
      sceau_statement_bind_int (statement, 1, enrolment_id);
      sceau_statement_bind_text (statement, 2, modality_code);
      sceau_statement_bind_int (statement, 3, attempt);
    }
  return sceau_table_find_id (statement, read_entry, _("There is no enrolment number %s."), enrolment_id, error);
}

GPtrArray *
sceau_second_entry_table_list (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && modality_code != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT s.enrolment_id, s.modality_code, s.attempt, s.kind, s.value, s.who FROM enrolment AS e "
                                   "JOIN second_entry AS s ON s.enrolment_id = e.id AND s.modality_code = $1 AND s.attempt = $2 "
                                   "WHERE e.cohort_id = $3 ORDER BY s.enrolment_id",
                                   error);
  if (statement != NULL)
    {
      sceau_statement_bind_text (statement, 1, modality_code);
      sceau_statement_bind_int (statement, 2, attempt);
      sceau_statement_bind_int (statement, 3, cohort_id);
    }
  return sceau_table_collect (statement, read_entry, (GDestroyNotify) sceau_second_entry_free, error);
}

GPtrArray *
sceau_second_entry_table_list_by_cohort (SceauSchool *school, gint64 cohort_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT s.enrolment_id, s.modality_code, s.attempt, s.kind, s.value, s.who FROM enrolment AS e "
                                   "JOIN second_entry AS s ON s.enrolment_id = e.id WHERE e.cohort_id = $1 "
                                   "ORDER BY s.enrolment_id, s.modality_code, s.attempt",
                                   error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, cohort_id);
  return sceau_table_collect (statement, read_entry, (GDestroyNotify) sceau_second_entry_free, error);
}
