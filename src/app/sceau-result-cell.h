/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

#include "sceau-result-sheet.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_RESULT_CELL (sceau_result_cell_get_type ())
G_DECLARE_FINAL_TYPE (SceauResultCell, sceau_result_cell, SCEAU, RESULT_CELL, GtkWidget)

/**
 * SceauResultCell: one cell of the grid, drawn by itself: a label in each of a thousand
 * cells would be a thousand layouts.  It takes the focus and has a name for screen readers.
 */
SceauResultCell *sceau_result_cell_new    (void);
/* Shows a cell of @sheet; nothing is done when it looks the same already. */
void             sceau_result_cell_show   (SceauResultCell *self, SceauResultSheet *sheet, guint row, guint column,
                                           gboolean cursor, gboolean selected);

G_END_DECLS
