/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-csv-columns-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-date.h"
#include "sceau-text.h"

gboolean
sceau_csv_columns_match (const char *header, const SceauCsvColumn *column)
{
  g_autofree char *folded = sceau_text_fold (header);
  g_auto (GStrv) words = NULL;

  if (folded == NULL || *folded == '\0')
    return FALSE;
  if (sceau_text_same (header, column->name) || sceau_text_same (header, column->french))
    return TRUE;
  words = g_strsplit (column->words, "|", -1);
  return g_strv_contains ((const char *const *) words, folded);
}

static void
place_column (const SceauCsv *csv, guint i, const SceauCsvColumn *columns, guint n, int *positions, SceauFaults *faults)
{
  const char *header = sceau_csv_header (csv, i);

  for (guint c = 0; c < n; c++)
    {
      g_autofree char *reason = NULL;

      if (!sceau_csv_columns_match (header, &columns[c]))
        continue;
      if (positions[c] < 0)
        {
          positions[c] = (int) i;
          return;
        }
      reason = g_strdup_printf (_("The column says the same as column %d; that one is used."), positions[c] + 1);
      sceau_faults_add (faults, SCEAU_FAULT_WARNING, sceau_csv_header_line (csv), (int) i + 1, header, NULL, reason,
                        _("Remove one of the two."));
      return;
    }
}

gboolean
sceau_csv_columns_find (const SceauCsv *csv, const SceauCsvColumn *columns, guint n, int *positions, SceauFaults *faults)
{
  gboolean complete = TRUE;

  for (guint c = 0; c < n; c++)
    positions[c] = -1;
  for (guint i = 0; i < sceau_csv_n_columns (csv); i++)
    place_column (csv, i, columns, n, positions, faults);
  for (guint c = 0; c < n; c++)
    if (columns[c].mandatory && positions[c] < 0)
      {
        g_autofree char *reason
            = g_strdup_printf (_("The column “%s” (“%s”) is missing."), columns[c].name, columns[c].french);

        sceau_faults_add (faults, SCEAU_FAULT_ERROR, sceau_csv_header_line (csv), 0, columns[c].name, NULL, reason,
                          _("Add it to the header, or start from the template."));
        complete = FALSE;
      }
  return complete;
}

gboolean
sceau_csv_is_scientific (const char *text)
{
  return g_regex_match_simple ("^[0-9]([.,][0-9]+)?E\\+?[0-9]{1,2}$", text, G_REGEX_CASELESS, 0);
}

gboolean
sceau_csv_read_date (const SceauCsv *csv, guint row, int column, const char *name, guint32 *date, SceauFaults *faults)
{
  const char *text = column >= 0 ? sceau_csv_cell (csv, row, (guint) column) : "";
  const char *reason = _("This is not a day of the calendar.");
  const char *remedy = _("Write the date as JJ/MM/AAAA or AAAA-MM-JJ, for instance 07/03/1994.");
  gsize digits = strspn (text, "0123456789");

  *date = SCEAU_NO_DATE;
  if (*text == '\0' || sceau_date_parse_any (text, date))
    return TRUE;
  if (text[digits] == '\0' && (digits == 4 || digits == 5))
    {
      reason = _("This is the serial number of a date in a spreadsheet, and which day it means depends on the spreadsheet.");
      remedy = _("Give the column the format “date” in the spreadsheet and save again.");
    }
  sceau_faults_add (faults, SCEAU_FAULT_ERROR, sceau_csv_cell_line (csv, row, (guint) column), column + 1, name, text,
                    reason, remedy);
  return FALSE;
}

gboolean
sceau_csv_check_number (const SceauCsv *csv, guint row, int column, GHashTable *numbers, SceauFaults *faults)
{
  const char *number = sceau_csv_cell (csv, row, (guint) column);
  const char *value = *number != '\0' ? number : NULL;
  const char *reason;
  const char *remedy;

  if (value == NULL)
    {
      reason = _("The learner's number is missing.");
      remedy = _("Give the number that the learner has in the roster.");
    }
  else if (sceau_csv_is_scientific (number))
    {
      reason = _("The spreadsheet has shortened the number, its digits are lost.");
      remedy = _("Give the column the format “text” in the spreadsheet and type the number again.");
    }
  else if (!g_hash_table_contains (numbers, number))
    {
      reason = _("No learner of this cohort has this number.");
      remedy = _("Compare it with the roster, or enrol the learner first.");
    }
  else
    return TRUE;
  sceau_faults_add (faults, SCEAU_FAULT_ERROR, sceau_csv_cell_line (csv, row, (guint) column), column + 1, "number", value, reason, remedy);
  return FALSE;
}
