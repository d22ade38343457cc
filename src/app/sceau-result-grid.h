/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

#include "sceau-result-clipboard.h"
#include "sceau-result-sheet.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_RESULT_GRID (sceau_result_grid_get_type ())
G_DECLARE_FINAL_TYPE (SceauResultGrid, sceau_result_grid, SCEAU, RESULT_GRID, GtkWidget)

/**
 * SceauResultGrid: a sheet of results under the keys of a spreadsheet.  It holds widgets for
 * the rows in sight only and uses them again as one scrolls; names and headers stay in place.
 *
 * It changes nothing itself: signal "entered" (uint row, uint column, char *text) says what was
 * typed; keys for more than one cell activate "page.copy", "page.cut", "page.paste",
 * "page.clear", "page.discard", "page.undo" and "page.redo".  Signal "moved": the cursor or
 * the selection is elsewhere.
 */
void       sceau_result_grid_set_sheet    (SceauResultGrid *self, SceauResultSheet *sheet); /* (nullable) */
void       sceau_result_grid_set_editable (SceauResultGrid *self, gboolean editable);
/* FALSE when there is no cell. */
gboolean   sceau_result_grid_get_cursor   (SceauResultGrid *self, guint *row, guint *column);
void       sceau_result_grid_set_cursor   (SceauResultGrid *self, guint row, guint column);
gboolean   sceau_result_grid_get_range    (SceauResultGrid *self, SceauSheetRange *range);
gboolean   sceau_result_grid_is_editing   (SceauResultGrid *self);
/* Takes over what is being typed, as Enter would, without moving. */
void       sceau_result_grid_commit       (SceauResultGrid *self);
/* (transfer none) (nullable): the widget of a cell, as long as it is in sight. */
GtkWidget *sceau_result_grid_get_cell     (SceauResultGrid *self, guint row, guint column);
/* (transfer none): where one types. */
GtkText   *sceau_result_grid_get_editor   (SceauResultGrid *self);

G_END_DECLS
