/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-picture-columns-private.h"

SceauPicture *
sceau_picture_read_columns (SceauStatement *row, int column)
{
  SceauPicture *picture;

  if (sceau_statement_is_null (row, column))
    return NULL;
  picture = g_new0 (SceauPicture, 1);
  picture->png = sceau_statement_dup_bytes (row, column);
  picture->width = (int) sceau_statement_get_int (row, column + 1);
  picture->height = (int) sceau_statement_get_int (row, column + 2);
  return picture;
}

void
sceau_picture_bind_columns (SceauStatement *statement, int place, const SceauPicture *picture)
{
  if (picture == NULL)
    {
      for (int i = 0; i < 3; i++)
        sceau_statement_bind_null (statement, place + i);
      return;
    }
  sceau_statement_bind_bytes (statement, place, picture->png);
  sceau_statement_bind_int (statement, place + 1, picture->width);
  sceau_statement_bind_int (statement, place + 2, picture->height);
}
