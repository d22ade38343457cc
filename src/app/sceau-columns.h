/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-rows.h"

G_BEGIN_DECLS

/* (transfer full): what a cell says about a record; "" for nothing. */
typedef char *(*SceauCellText) (gconstpointer record);

typedef enum
{
  SCEAU_COLUMN_DEFAULT = 0,
  SCEAU_COLUMN_EXPAND  = 1 << 0, /* takes the room that is left */
  SCEAU_COLUMN_NUMERIC = 1 << 1, /* digits of one width, to the right */
  SCEAU_COLUMN_DIM     = 1 << 2, /* of less weight than its neighbours */
  SCEAU_COLUMN_WIDE    = 1 << 3  /* hidden where the window is narrow */
} SceauColumnFlags;

/**
 * sceau_columns_append: a column of text over a model of #SceauLazyRow (a #SceauLazyList).
 * Cells stay empty until their row's record is there and follow it when it is read anew.
 * Returns: (transfer none)
 */
GtkColumnViewColumn *sceau_columns_append (GtkColumnView *view, const char *title, SceauCellText text, SceauColumnFlags flags);
/* How a cell's word is coloured. */
typedef SceauTagStyle (*SceauCellStyle) (gconstpointer record);

/* The same, with each text as a tag: a small word on a coloured ground. */
GtkColumnViewColumn *sceau_columns_append_tags (GtkColumnView *view, const char *title, SceauCellText text, SceauCellStyle style,
                                                SceauColumnFlags flags);
/* Shows @list (transfer none) with one row selected; columns marked wide come and go with the window's width. */
void                 sceau_columns_show   (GtkColumnView *view, GListModel *list);

G_END_DECLS
