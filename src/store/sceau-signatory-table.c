/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-house-style-table.h"
#include "sceau-picture-columns-private.h"

#define NOT_FOUND N_("There is no signatory number %s.")
#define SELECT \
  "SELECT id, name, title, reference, start_date, end_date, signature, signature_width, signature_height FROM signatory "

/* @sql takes the values in the order of the record, and the id last. */
static gboolean
run_with_signatory (SceauSchool *school, const char *sql, const SceauSignatory *signatory, GError **error)
{
  g_autoptr (SceauStatement) statement = sceau_statement_new (sceau_school_database (school), sql, error);

  if (statement == NULL)
    return FALSE;
  sceau_statement_bind_text (statement, 1, signatory->name);
  sceau_statement_bind_text (statement, 2, signatory->title);
  sceau_statement_bind_text (statement, 3, signatory->reference);
  sceau_statement_bind_date (statement, 4, signatory->start);
  sceau_statement_bind_date (statement, 5, signatory->end);
  sceau_picture_bind_columns (statement, 6, signatory->signature);
  sceau_statement_bind_id (statement, 9, signatory->id);
  return sceau_statement_run (statement, error);
}

gint64
sceau_signatory_table_insert (SceauSchool *school, const SceauSignatory *signatory, GError **error)
{
  g_return_val_if_fail (school != NULL && signatory != NULL, 0);

  if (!run_with_signatory (school,
                           "INSERT INTO signatory (name, title, reference, start_date, end_date, signature, signature_width, "
                           "signature_height, id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                           signatory, error))
    return 0;
  return sceau_database_last_id (sceau_school_database (school));
}

gboolean
sceau_signatory_table_update (SceauSchool *school, const SceauSignatory *signatory, GError **error)
{
  g_return_val_if_fail (school != NULL && signatory != NULL, FALSE);

  return run_with_signatory (school,
                             "UPDATE signatory SET name = $1, title = $2, reference = $3, start_date = $4, end_date = $5, "
                             "signature = $6, signature_width = $7, signature_height = $8 WHERE id = $9",
                             signatory, error)
         && sceau_table_check_id (school, _(NOT_FOUND), signatory->id, error);
}

static gpointer
read_signatory (SceauStatement *row)
{
  SceauSignatory *signatory = sceau_signatory_new ();

  signatory->id = sceau_statement_get_int (row, 0);
  signatory->name = sceau_statement_dup_text (row, 1);
  signatory->title = sceau_statement_dup_text (row, 2);
  signatory->reference = sceau_statement_dup_text (row, 3);
  signatory->start = sceau_statement_get_date (row, 4);
  signatory->end = sceau_statement_get_date (row, 5);
  signatory->signature = sceau_picture_read_columns (row, 6);
  return signatory;
}

SceauSignatory *
sceau_signatory_table_find_on (SceauSchool *school, SceauDate date, GError **error)
{
  g_autofree char *day = NULL;
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && date != SCEAU_NO_DATE, NULL);

  day = sceau_date_format_long (date);
  statement = sceau_statement_new (sceau_school_database (school),
                                   SELECT "WHERE start_date <= $1 AND (end_date IS NULL OR end_date >= $1) "
                                          "ORDER BY start_date DESC, id DESC LIMIT 1",
                                   error);
  if (statement != NULL)
    sceau_statement_bind_date (statement, 1, date);
  return sceau_table_find (statement, read_signatory, _("Nobody is habilitated to sign on %s. Add who signs, with the dates."), day,
                           error);
}

SceauSignatory *
sceau_signatory_table_find (SceauSchool *school, gint64 id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), SELECT "WHERE id = $1", error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, id);
  return sceau_table_find_id (statement, read_signatory, _(NOT_FOUND), id, error);
}

GPtrArray *
sceau_signatory_table_list (SceauSchool *school, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return sceau_table_collect (sceau_statement_new (sceau_school_database (school), SELECT "ORDER BY start_date DESC, id DESC", error),
                              read_signatory, (GDestroyNotify) sceau_signatory_free, error);
}
