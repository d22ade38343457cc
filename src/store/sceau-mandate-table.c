/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-mandate-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

#define SELECT \
  "SELECT certification_code, certifier_name, signatory, signatory_title, reference, start_date, end_date FROM mandate"

static gpointer
read_mandate (SceauStatement *row)
{
  SceauMandate *mandate = sceau_mandate_new ();

  mandate->certification_code = sceau_statement_dup_text (row, 0);
  mandate->certifier_name = sceau_statement_dup_text (row, 1);
  mandate->signatory = sceau_statement_dup_text (row, 2);
  mandate->signatory_title = sceau_statement_dup_text (row, 3);
  mandate->reference = sceau_statement_dup_text (row, 4);
  mandate->start = sceau_statement_get_date (row, 5);
  mandate->end = sceau_statement_get_date (row, 6);
  return mandate;
}

gboolean
sceau_mandate_table_insert (SceauSchool *school, const SceauMandate *mandate, GError **error)
{
  g_return_val_if_fail (school != NULL && mandate != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error,
                             "INSERT INTO mandate (certification_code, certifier_name, signatory, signatory_title, reference, "
                             "start_date, end_date) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                             "tttttdd", mandate->certification_code, mandate->certifier_name, mandate->signatory,
                             mandate->signatory_title, mandate->reference, mandate->start, mandate->end);
}

SceauMandate *
sceau_mandate_table_find (SceauSchool *school, const char *certification_code, SceauDate date, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && certification_code != NULL, NULL);

  /* Days as text compare like days. */
  statement = sceau_statement_new (sceau_school_database (school),
                                   SELECT " WHERE certification_code = $1 AND (start_date IS NULL OR start_date <= $2) "
                                          "AND (end_date IS NULL OR end_date >= $2) ORDER BY id DESC LIMIT 1",
                                   error);
  if (statement != NULL)
    {
      sceau_statement_bind_text (statement, 1, certification_code);
      sceau_statement_bind_date (statement, 2, date);
    }
  return sceau_table_find (statement, read_mandate, _("The school has no valid mandate of the certifier of “%s”."),
                           certification_code, error);
}

GPtrArray *
sceau_mandate_table_list (SceauSchool *school, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return sceau_table_collect (
    sceau_statement_new (sceau_school_database (school), SELECT " ORDER BY certification_code, start_date, id", error),
    read_mandate, (GDestroyNotify) sceau_mandate_free, error);
}
