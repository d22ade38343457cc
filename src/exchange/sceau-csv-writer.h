/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SceauCsvWriter: a CSV file that French Excel opens with a double click: UTF-8 with
 * BOM, ";" between cells, CRLF.  A text that a spreadsheet would run as a formula
 * (it begins with = + - @, a tab or a return and is not a number) is written with an
 * apostrophe before it, which sceau_csv_read() takes away again.
 */
typedef struct _SceauCsvWriter SceauCsvWriter;

SceauCsvWriter *sceau_csv_writer_new        (void);
void            sceau_csv_writer_free       (SceauCsvWriter *self);
void            sceau_csv_writer_add_text   (SceauCsvWriter *self, const char *text); /* NULL: an empty cell */
void            sceau_csv_writer_add_number (SceauCsvWriter *self, gint64 number);
/* One row at once, ended by NULL. */
void            sceau_csv_writer_add_row    (SceauCsvWriter *self, const char *first, ...) G_GNUC_NULL_TERMINATED;
void            sceau_csv_writer_end_row    (SceauCsvWriter *self);
GBytes         *sceau_csv_writer_to_bytes   (SceauCsvWriter *self); /* (transfer full) */
/* Writes what was added so far and forgets it, so that a long file takes no memory; FALSE with errno. */
gboolean        sceau_csv_writer_drain      (SceauCsvWriter *self, int fd);
/* Whole or not at all; an existing file is refused with G_IO_ERROR_EXISTS unless @overwrite. */
gboolean        sceau_csv_writer_save       (SceauCsvWriter *self, GFile *file, gboolean overwrite, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauCsvWriter, sceau_csv_writer_free)

G_END_DECLS
