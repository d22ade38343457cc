/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-date.h"

G_BEGIN_DECLS

/**
 * SceauSpreadsheetWriter: one sheet as XLSX, with a heading that stays on the screen and on every printed
 * page.  Each cell has its type: a text stays a text (leading zeros, "=1+1", a number of eighteen digits),
 * a date can be sorted.  The same cells give the same bytes.
 */
typedef struct _SceauSpreadsheetWriter SceauSpreadsheetWriter;

/* @made: what the properties of the file say; never the clock. */
SceauSpreadsheetWriter *sceau_spreadsheet_writer_new        (const char *title, const char *sheet, SceauDate made, GError **error);
void                    sceau_spreadsheet_writer_free       (SceauSpreadsheetWriter *self);
/* All columns come before the first cell; @width in characters. */
void                    sceau_spreadsheet_writer_add_column (SceauSpreadsheetWriter *self, const char *heading, int width);
void                    sceau_spreadsheet_writer_add_text   (SceauSpreadsheetWriter *self, const char *text); /* NULL: an empty cell */
void                    sceau_spreadsheet_writer_add_number (SceauSpreadsheetWriter *self, gint64 number);
void                    sceau_spreadsheet_writer_add_date   (SceauSpreadsheetWriter *self, SceauDate date); /* none: an empty cell */
void                    sceau_spreadsheet_writer_end_row    (SceauSpreadsheetWriter *self);
/* (transfer full); nothing can be added after. */
GBytes                 *sceau_spreadsheet_writer_to_bytes   (SceauSpreadsheetWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauSpreadsheetWriter, sceau_spreadsheet_writer_free)

G_END_DECLS
