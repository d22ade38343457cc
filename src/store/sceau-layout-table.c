/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-house-style-table.h"
#include "sceau-table-private.h"

#define NOT_FOUND N_("The school has no design or template “%s” of its own.")

gboolean
sceau_layout_table_save (SceauSchool *school, const char *kind, const char *id, const char *json, GError **error)
{
  g_return_val_if_fail (school != NULL && kind != NULL && id != NULL && json != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error,
                             "INSERT INTO layout (kind, id, content) VALUES ($1, $2, $3) "
                             "ON CONFLICT (kind, id) DO UPDATE SET content = excluded.content",
                             "ttt", kind, id, json);
}

static gpointer
read_text (SceauStatement *row)
{
  return sceau_statement_dup_text (row, 0);
}

char *
sceau_layout_table_load (SceauSchool *school, const char *kind, const char *id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && kind != NULL && id != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), "SELECT content FROM layout WHERE kind = $1 AND id = $2", error);
  if (statement != NULL)
    {
      sceau_statement_bind_text (statement, 1, kind);
      sceau_statement_bind_text (statement, 2, id);
    }
  return sceau_table_find (statement, read_text, _(NOT_FOUND), id, error);
}

gboolean
sceau_layout_table_remove (SceauSchool *school, const char *kind, const char *id, GError **error)
{
  g_return_val_if_fail (school != NULL && kind != NULL && id != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error, "DELETE FROM layout WHERE kind = $1 AND id = $2", "tt", kind, id)
         && sceau_table_check_one (school, _(NOT_FOUND), id, error);
}

GPtrArray *
sceau_layout_table_list (SceauSchool *school, const char *kind, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && kind != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), "SELECT id FROM layout WHERE kind = $1 ORDER BY id", error);
  if (statement != NULL)
    sceau_statement_bind_text (statement, 1, kind);
  return sceau_table_collect (statement, read_text, g_free, error);
}
