/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-spreadsheet-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "sceau-staging.h"

/* What one cell can hold, in characters. */
#define LONGEST_TEXT 32767
#define SECONDS_A_DAY 86400

struct _SceauSpreadsheetWriter
{
  char *folder; /* only for this: the library writes a file */
  char *path;
  lxw_workbook *book; /* NULL once closed */
  lxw_worksheet *sheet;
  lxw_format *heading;
  lxw_format *text;
  lxw_format *day;
  lxw_col_t n_columns;
  lxw_col_t column;
  lxw_row_t row;
};

/* Ends at one day's first second in UTC, as the library counts. */
static time_t
seconds_of (SceauDate date)
{
  return date != SCEAU_NO_DATE ? ((time_t) date - (time_t) sceau_date_new (1970, 1, 1)) * SECONDS_A_DAY : 1;
}

static void
open_book (SceauSpreadsheetWriter *self, const char *title, const char *sheet, SceauDate made)
{
  lxw_workbook_options options = { .tmpdir = self->folder };
  lxw_doc_properties properties = { .title = (char *) title, .created = seconds_of (made) };

  self->book = workbook_new_opt (self->path, &options);
  workbook_set_properties (self->book, &properties);
  self->sheet = workbook_add_worksheet (self->book, sheet);
  self->heading = workbook_add_format (self->book);
  format_set_bold (self->heading);
  format_set_text_wrap (self->heading);
  format_set_align (self->heading, LXW_ALIGN_VERTICAL_TOP);
  format_set_bottom (self->heading, LXW_BORDER_THIN);
  self->text = workbook_add_format (self->book);
  format_set_num_format (self->text, "@");
  format_set_text_wrap (self->text);
  format_set_align (self->text, LXW_ALIGN_VERTICAL_TOP);
  self->day = workbook_add_format (self->book);
  format_set_num_format (self->day, "dd/mm/yyyy");
  format_set_align (self->day, LXW_ALIGN_VERTICAL_TOP);
}

SceauSpreadsheetWriter *
sceau_spreadsheet_writer_new (const char *title, const char *sheet, SceauDate made, GError **error)
{
  g_autoptr (SceauSpreadsheetWriter) self = g_new0 (SceauSpreadsheetWriter, 1);

  self->folder = g_dir_make_tmp ("sceau-sheet-XXXXXX", error);
  if (self->folder == NULL)
    return NULL;
  self->path = g_build_filename (self->folder, "book.xlsx", NULL);
  open_book (self, title, sheet, made);
  worksheet_freeze_panes (self->sheet, 1, 0);
  worksheet_repeat_rows (self->sheet, 0, 0);
  worksheet_set_landscape (self->sheet);
  worksheet_set_paper (self->sheet, 9); /* A4 */
  worksheet_fit_to_pages (self->sheet, 1, 0);
  return g_steal_pointer (&self);
}

void
sceau_spreadsheet_writer_free (SceauSpreadsheetWriter *self)
{
  if (self == NULL)
    return;
  if (self->book != NULL)
    lxw_workbook_free (self->book);
  if (self->folder != NULL)
    sceau_staging_discard (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

void
sceau_spreadsheet_writer_add_column (SceauSpreadsheetWriter *self, const char *heading, int width)
{
  g_return_if_fail (self != NULL && self->book != NULL && self->row == 0);

  worksheet_set_column (self->sheet, self->n_columns, self->n_columns, width, NULL);
  worksheet_write_string (self->sheet, 0, self->n_columns, heading, self->heading);
  self->n_columns++;
}

/* The row below the heading has number one. */
static lxw_row_t
row_of (const SceauSpreadsheetWriter *self)
{
  return self->row + 1;
}

void
sceau_spreadsheet_writer_add_text (SceauSpreadsheetWriter *self, const char *text)
{
  g_autofree char *cut = NULL;

  g_return_if_fail (self != NULL && self->book != NULL);

  if (text != NULL && g_utf8_strlen (text, -1) > LONGEST_TEXT)
    cut = g_utf8_substring (text, 0, LONGEST_TEXT);
  if (text != NULL)
    worksheet_write_string (self->sheet, row_of (self), self->column, cut != NULL ? cut : text, self->text);
  self->column++;
}

void
sceau_spreadsheet_writer_add_number (SceauSpreadsheetWriter *self, gint64 number)
{
  g_return_if_fail (self != NULL && self->book != NULL);

  worksheet_write_number (self->sheet, row_of (self), self->column++, (double) number, NULL);
}

void
sceau_spreadsheet_writer_add_date (SceauSpreadsheetWriter *self, SceauDate date)
{
  g_return_if_fail (self != NULL && self->book != NULL);

  if (date != SCEAU_NO_DATE)
    {
      lxw_datetime day = { sceau_date_year (date), sceau_date_month (date), sceau_date_day (date), 0, 0, 0 };

      worksheet_write_datetime (self->sheet, row_of (self), self->column, &day, self->day);
    }
  self->column++;
}

void
sceau_spreadsheet_writer_end_row (SceauSpreadsheetWriter *self)
{
  g_return_if_fail (self != NULL && self->column == self->n_columns);

  self->column = 0;
  self->row++;
}

GBytes *
sceau_spreadsheet_writer_to_bytes (SceauSpreadsheetWriter *self, GError **error)
{
  g_autofree char *data = NULL;
  gsize length;
  lxw_error status;

  g_return_val_if_fail (self != NULL && self->book != NULL, NULL);

  if (self->row > 0)
    worksheet_autofilter (self->sheet, 0, 0, self->row, self->n_columns - 1);
  status = workbook_close (g_steal_pointer (&self->book));
  if (status != LXW_NO_ERROR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The spreadsheet cannot be made in “%s”: %s. Make room there."), g_get_tmp_dir (),
                   lxw_strerror (status));
      return NULL;
    }
  if (!g_file_get_contents (self->path, &data, &length, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), length);
}
