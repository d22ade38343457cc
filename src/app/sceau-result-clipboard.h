/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-fault.h"
#include "sceau-result-sheet.h"

G_BEGIN_DECLS

/**
 * Marks to and from a spreadsheet, as it puts them on the clipboard: lines, and cells
 * parted by tabs; a cell with a tab, a line end or a quote stands in double quotes.
 */

/* A rectangle of a sheet; both ends are inside. */
typedef struct
{
  guint first_row, last_row;
  guint first_column, last_column;
} SceauSheetRange;

/* What a paste, or any other change of many cells, would do. */
typedef struct
{
  GPtrArray *results; /* (element-type SceauResult): marks that become others */
  GArray *upon;       /* (element-type SceauMark): what stands in their place, one for each */
  guint unchanged;    /* cells that hold this mark already */
  guint empty;        /* empty cells of the text: what stands there stays */
} SceauSheetChange;

void       sceau_sheet_change_clear (SceauSheetChange *self);

/* (transfer full) (element-type GStrv): the lines of @text with their cells; a line end at the end starts no line. */
GPtrArray *sceau_clipboard_parse    (const char *text);
/* (transfer full): the marks of @range. */
char      *sceau_clipboard_format   (SceauResultSheet *sheet, const SceauSheetRange *range);

/**
 * sceau_sheet_change_paste: what pasting @text into @range would do; one value fills the whole
 * range, a block begins at its first cell.  Every fault is added to @faults with its cell,
 * the value and the reason; then nothing is to be written.  @change: to be cleared in any case.
 */
void       sceau_sheet_change_paste (SceauSheetChange *change, SceauResultSheet *sheet, const SceauSheetRange *range,
                                     const char *text, SceauFaults *faults);
/* The same for giving every cell of @range one mark. */
void       sceau_sheet_change_fill  (SceauSheetChange *change, SceauResultSheet *sheet, const SceauSheetRange *range,
                                     SceauMark mark, SceauFaults *faults);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SceauSheetChange, sceau_sheet_change_clear)

G_END_DECLS
