/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What happened to the parchemins of the register, line after line. */

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-table-private.h"

int
sceau_certificate_table_next_rank (SceauSchool *school, const char *number, SceauRegisterActKind kind, GError **error)
{
  gint64 next;

  g_return_val_if_fail (school != NULL && number != NULL, -1);

  return sceau_database_query_int (sceau_school_database (school), &next, 1, error,
                                   "SELECT coalesce (max (rank), 0) + 1 FROM register_act WHERE number = $1 AND kind = $2", "tt", number,
                                   sceau_register_act_to_id (kind))
           ? (int) next
           : -1;
}

gboolean
sceau_certificate_table_add_act (SceauSchool *school, const SceauRegisterAct *act, GBytes *pdf, GError **error)
{
  g_autofree char *sha256 = NULL;

  g_return_val_if_fail (school != NULL && act != NULL && act->number != NULL, FALSE);
  g_return_val_if_fail ((act->kind == SCEAU_REGISTER_DUPLICATE) == (pdf != NULL), FALSE);

  sha256 = pdf != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf) : NULL;
  return sceau_database_run (sceau_school_database (school), error,
                             "INSERT INTO register_act (number, kind, rank, date, person, detail, reason, sha256, pdf) "
                             "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                             "ttidttttb", act->number, sceau_register_act_to_id (act->kind), act->rank, act->date, act->person,
                             act->detail, act->reason, sha256, pdf);
}

static gpointer
read_act (SceauStatement *row)
{
  SceauRegisterAct *act = sceau_register_act_new ();

  act->id = sceau_statement_get_int (row, 0);
  act->number = sceau_statement_dup_text (row, 1);
  SCEAU_TABLE_GET_ENUM (row, 2, sceau_register_act_from_id, &act->kind);
  act->rank = (int) sceau_statement_get_int (row, 3);
  act->date = sceau_statement_get_date (row, 4);
  act->person = sceau_statement_dup_text (row, 5);
  act->detail = sceau_statement_dup_text (row, 6);
  act->reason = sceau_statement_dup_text (row, 7);
  act->sha256 = sceau_statement_dup_text (row, 8);
  return act;
}

GPtrArray *
sceau_certificate_table_list_acts (SceauSchool *school, const char *number, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && number != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT id, number, kind, rank, date, person, detail, reason, sha256 FROM register_act "
                                   "WHERE number = $1 ORDER BY id",
                                   error);
  if (statement != NULL)
    sceau_statement_bind_text (statement, 1, number);
  return sceau_table_collect (statement, read_act, (GDestroyNotify) sceau_register_act_free, error);
}

static gpointer
read_bytes (SceauStatement *row)
{
  return sceau_statement_dup_bytes (row, 0);
}

GBytes *
sceau_certificate_table_load_duplicate (SceauSchool *school, const char *number, int rank, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && number != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT pdf FROM register_act WHERE number = $1 AND kind = 'duplicate' AND rank = $2", error);
  if (statement != NULL)
    {
      sceau_statement_bind_text (statement, 1, number);
      sceau_statement_bind_int (statement, 2, rank);
    }
  return sceau_table_find (statement, read_bytes, _("The parchemin %s has no duplicate of this rank."), number, error);
}
