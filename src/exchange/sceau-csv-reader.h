/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-fault.h"

G_BEGIN_DECLS

/**
 * SceauCsv: a CSV table in memory: RFC 4180 and what French Excel makes of it.
 * UTF-8 with or without BOM; separator ";", "," or TAB, recognised from the header;
 * quotes, line breaks inside quotes; lines end with CRLF, LF or CR.  Cells are
 * trimmed.  Rows without any text are skipped.
 */
typedef struct _SceauCsv SceauCsv;

#define SCEAU_CSV_MAX_ROWS 200000
#define SCEAU_CSV_MAX_CELL (64 * 1024)
#define SCEAU_CSV_MAX_BYTES (64 * 1024 * 1024)

/**
 * sceau_csv_read: the first row is the header.
 * @faults: gets the rows that cannot be used, each with its line: too many or too few
 *   cells, a NUL byte, a cell beyond 64 KiB, text after a closing quote.  They are left out
 *   of the table, the others are in it.
 *
 * Returns: (transfer full): NULL with SCEAU_EXCHANGE_ERROR and a sentence with place and
 *   remedy when the file as a whole is of no use: not UTF-8, an Excel workbook, no known
 *   separator, a quote that is never closed, more than 200 000 rows or 64 MiB.
 */
SceauCsv   *sceau_csv_read       (GFile *file, SceauFaults *faults, GCancellable *cancellable, GError **error);
SceauCsv   *sceau_csv_read_bytes (GBytes *bytes, SceauFaults *faults, GError **error);
void        sceau_csv_free       (SceauCsv *self);

guint       sceau_csv_n_columns  (const SceauCsv *self);
guint       sceau_csv_n_rows     (const SceauCsv *self); /* without the header */
/* Columns and rows count from 0; texts are valid UTF-8 and never NULL. */
const char *sceau_csv_header     (const SceauCsv *self, guint column);
const char *sceau_csv_cell       (const SceauCsv *self, guint row, guint column);
/* 1-based line of the file where the header, the row or the cell begins. */
int         sceau_csv_header_line (const SceauCsv *self);
int         sceau_csv_row_line   (const SceauCsv *self, guint row);
int         sceau_csv_cell_line  (const SceauCsv *self, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauCsv, sceau_csv_free)

G_END_DECLS
