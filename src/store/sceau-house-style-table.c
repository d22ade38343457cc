/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-house-style-table.h"

#include "sceau-picture-columns-private.h"

static gpointer
read_style (SceauStatement *row)
{
  SceauHouseStyle *style = sceau_house_style_new ();

  style->design = sceau_statement_dup_text (row, 0);
  style->primary = sceau_statement_is_null (row, 1) ? -1 : sceau_statement_get_int (row, 1);
  style->accent = sceau_statement_is_null (row, 2) ? -1 : sceau_statement_get_int (row, 2);
  style->logo = sceau_picture_read_columns (row, 3);
  style->seal = sceau_picture_read_columns (row, 6);
  style->proof_required = sceau_statement_get_int (row, 9) != 0;
  return style;
}

SceauHouseStyle *
sceau_house_style_table_load (SceauSchool *school, GError **error)
{
  SceauStatement *statement;
  g_autoptr (GPtrArray) styles = NULL;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT design, primary_colour, accent_colour, logo, logo_width, logo_height, "
                                   "seal, seal_width, seal_height, proof_required FROM house_style",
                                   error);
  styles = sceau_table_collect (statement, read_style, NULL, error);
  if (styles == NULL)
    return NULL;
  return styles->len > 0 ? g_ptr_array_index (styles, 0) : sceau_house_style_new ();
}

static void
bind_colour (SceauStatement *statement, int place, gint64 colour)
{
  if (colour < 0)
    sceau_statement_bind_null (statement, place);
  else
    sceau_statement_bind_int (statement, place, colour);
}

static gboolean
run_with_style (SceauSchool *school, const char *sql, const SceauHouseStyle *style, GError **error)
{
  g_autoptr (SceauStatement) statement = sceau_statement_new (sceau_school_database (school), sql, error);

  if (statement == NULL)
    return FALSE;
  sceau_statement_bind_text (statement, 1, style->design);
  bind_colour (statement, 2, style->primary);
  bind_colour (statement, 3, style->accent);
  sceau_picture_bind_columns (statement, 4, style->logo);
  sceau_picture_bind_columns (statement, 7, style->seal);
  sceau_statement_bind_int (statement, 10, style->proof_required ? 1 : 0);
  return sceau_statement_run (statement, error);
}

gboolean
sceau_house_style_table_save (SceauSchool *school, const SceauHouseStyle *style, GError **error)
{
  gint64 rows;

  g_return_val_if_fail (school != NULL && style != NULL, FALSE);

  if (!sceau_database_query_int (sceau_school_database (school), &rows, 0, error, "SELECT count (*) FROM house_style", ""))
    return FALSE;
  if (rows > 0)
    return run_with_style (school,
                           "UPDATE house_style SET design = $1, primary_colour = $2, accent_colour = $3, logo = $4, logo_width = $5, "
                           "logo_height = $6, seal = $7, seal_width = $8, seal_height = $9, proof_required = $10",
                           style, error);
  return run_with_style (school,
                         "INSERT INTO house_style (id, design, primary_colour, accent_colour, logo, logo_width, logo_height, seal, "
                         "seal_width, seal_height, proof_required) VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                         style, error);
}
