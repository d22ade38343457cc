/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-juror-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"
#include "sceau-text.h"

#define NOT_FOUND N_("There is no juror number %s.")
#define SELECT \
  "SELECT id, name, function, employer, internal, sex, mandate_start, mandate_end, field, email, phone, address, retired FROM juror"

static gpointer
read_juror (SceauStatement *row)
{
  SceauJuror *juror = sceau_juror_new ();

  juror->id = sceau_statement_get_int (row, 0);
  juror->name = sceau_statement_dup_text (row, 1);
  juror->function = sceau_statement_dup_text (row, 2);
  juror->employer = sceau_statement_dup_text (row, 3);
  juror->internal = (gboolean) sceau_statement_get_int (row, 4);
  SCEAU_TABLE_GET_ENUM (row, 5, sceau_sex_from_text, &juror->sex);
  juror->mandate_start = sceau_statement_get_date (row, 6);
  juror->mandate_end = sceau_statement_get_date (row, 7);
  juror->field = sceau_statement_dup_text (row, 8);
  juror->email = sceau_statement_dup_text (row, 9);
  juror->phone = sceau_statement_dup_text (row, 10);
  juror->address = sceau_statement_dup_text (row, 11);
  juror->retired = (gboolean) sceau_statement_get_int (row, 12);
  return juror;
}

/* (transfer full): what the search of the list looks in. */
static char *
make_search (const SceauJuror *juror)
{
  const char *const parts[] = { juror->name, juror->function, juror->employer, juror->field };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", parts[i]);
  return sceau_text_fold (text->str);
}

static gboolean
write_juror (SceauSchool *school, const SceauJuror *juror, const char *sql, GError **error)
{
  g_autofree char *search = make_search (juror);

  return sceau_database_run (sceau_school_database (school), error, sql, "tttitddtttttir", juror->name, juror->function,
                             juror->employer, juror->internal ? 1 : 0, sceau_sex_to_id (juror->sex), juror->mandate_start,
                             juror->mandate_end, search, juror->field, juror->email, juror->phone, juror->address,
                             juror->retired ? 1 : 0, juror->id);
}

gboolean
sceau_juror_table_insert (SceauSchool *school, SceauJuror *juror, GError **error)
{
  g_return_val_if_fail (school != NULL && juror != NULL, FALSE);
  g_return_val_if_fail (juror->id == 0, FALSE);

  if (!write_juror (school, juror,
                    "INSERT INTO juror (name, function, employer, internal, sex, mandate_start, mandate_end, search, field, "
                    "email, phone, address, retired, id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                    error))
    return FALSE;
  juror->id = sceau_database_last_id (sceau_school_database (school));
  return TRUE;
}

gboolean
sceau_juror_table_update (SceauSchool *school, const SceauJuror *juror, GError **error)
{
  g_return_val_if_fail (school != NULL && juror != NULL, FALSE);

  return write_juror (school, juror,
                      "UPDATE juror SET name = $1, function = $2, employer = $3, internal = $4, sex = $5, "
                      "mandate_start = $6, mandate_end = $7, search = $8, field = $9, email = $10, phone = $11, address = $12, "
                      "retired = $13 WHERE id = $14",
                      error)
         && sceau_table_check_id (school, _(NOT_FOUND), juror->id, error);
}

/* A mistake in the directory goes with all that was noted about it; a trigger keeps who was named in a session. */
static gboolean
delete_juror (SceauDatabase *database, gint64 id, GError **error)
{
  static const char *const facts[] = { "DELETE FROM juror_conflict WHERE juror_id = $1",
                                       "DELETE FROM juror_recognition WHERE juror_id = $1",
                                       "DELETE FROM juror_unavailability WHERE juror_id = $1" };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (!sceau_database_run (database, error, facts[i], "l", id))
      return FALSE;
  return sceau_database_run (database, error, "DELETE FROM juror WHERE id = $1", "l", id);
}

gboolean
sceau_juror_table_delete (SceauSchool *school, gint64 id, GError **error)
{
  gboolean own;
  gboolean done;

  g_return_val_if_fail (school != NULL, FALSE);

  if (!sceau_school_enter (school, &own, error))
    return FALSE;
  done = delete_juror (sceau_school_database (school), id, error)
         && sceau_table_check_id (school, _(NOT_FOUND), id, error);
  return sceau_school_leave (school, own, done, error);
}

SceauJuror *
sceau_juror_table_find (SceauSchool *school, gint64 id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), SELECT " WHERE id = $1", error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, id);
  return sceau_table_find_id (statement, read_juror, _(NOT_FOUND), id, error);
}

GPtrArray *
sceau_juror_table_list (SceauSchool *school, const char *search, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (
    sceau_school_database (school),
    SELECT " WHERE search LIKE $1 AND search LIKE $2 AND search LIKE $3 AND search LIKE $4 ORDER BY search, id", error);
  if (statement != NULL)
    sceau_table_bind_search (statement, 1, search);
  return sceau_table_collect (statement, read_juror, (GDestroyNotify) sceau_juror_free, error);
}
