/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-csv-reader.h"

G_BEGIN_DECLS

/* A column that a kind of file may have. */
typedef struct
{
  const char *name;   /* the one of the template: "birth_name" */
  const char *french; /* for messages: "nom de naissance" */
  const char *words;  /* what else schools write, folded, "|" between: "nom|nom de famille" */
  gboolean mandatory;
} SceauCsvColumn;

/**
 * sceau_csv_columns_find: where the columns stand in @csv.
 * @positions: (out caller-allocates) (array length=n): -1 for an absent one.
 *
 * A column given twice under two words is a warning, the first counts; an absent
 * mandatory one is an error.  Returns: FALSE when one is absent.
 */
gboolean sceau_csv_columns_find (const SceauCsv *csv,
                                 const SceauCsvColumn *columns,
                                 guint n,
                                 int *positions,
                                 SceauFaults *faults);
/* Whether @header is one of @words. */
gboolean sceau_csv_columns_match (const char *header, const SceauCsvColumn *column);

/* Spreadsheets show long numbers as 2,02412E+11 and save them so: the digits are lost. */
gboolean sceau_csv_is_scientific (const char *text);
/* Whether the cell has the number of a learner of the set @numbers; an error in @faults when not. */
gboolean sceau_csv_check_number (const SceauCsv *csv, guint row, int column, GHashTable *numbers, SceauFaults *faults);
/* Reads the date in a cell; FALSE after an error in @faults.  A blank cell is SCEAU_NO_DATE. */
gboolean sceau_csv_read_date (const SceauCsv *csv, guint row, int column, const char *name, guint32 *date, SceauFaults *faults);

G_END_DECLS
