/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-flow.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;
  double share;         /* of the width, relative to the other columns */
  SceauPdfAlign align;
} SceauTableColumn;

/**
 * SceauTable: rows whose cells wrap, with the header repeated on every page.  A row
 * goes to the next page whole, unless it is taller than a page: then it runs on.
 */
typedef struct _SceauTable SceauTable;

/* @columns must outlive the table. */
SceauTable *sceau_table_new            (SceauFlow *flow, const SceauTableColumn *columns, guint n_columns);
void        sceau_table_free           (SceauTable *self);

/* The school's own in place of blue on cream. */
void        sceau_table_set_colours    (SceauTable *self, SceauPdfColour titles, SceauPdfColour ground);
/* Rows are at least this high: room for a signature. */
void        sceau_table_set_row_height (SceauTable *self, double height);
/* As many cells as columns; NULL is empty. */
void        sceau_table_add_row        (SceauTable *self, const char *const *cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauTable, sceau_table_free)

G_END_DECLS
