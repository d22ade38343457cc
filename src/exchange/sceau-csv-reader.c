/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-csv-sniffer.h"
#include "sceau-exchange-error.h"
#include "sceau-input-file.h"
#include "sceau-text.h"

struct _SceauCsv
{
  int header_line;
  guint n_columns;
  GStringChunk *texts;  /* owns every text */
  GPtrArray *header;    /* (element-type utf8) */
  GPtrArray *cells;     /* (element-type utf8): row by row, n_columns each */
  GArray *cell_lines;   /* (element-type int): beside @cells */
  GArray *row_lines;    /* (element-type int) */
};

#define MAX_COLUMNS 1000

typedef struct
{
  const char *p;
  const char *end;
  int line;
  char separator;
  SceauFaults *faults;
  GString *cell;
  GPtrArray *row;    /* (element-type utf8): the cells of the row being read */
  GArray *lines;     /* (element-type int): where they begin */
  guint n_cells;     /* also those beyond MAX_COLUMNS, which @row does not hold */
  int row_line;
  gboolean spoiled;  /* the row has a fault and is left out */
} Parser;

static void
parser_clear (Parser *parser)
{
  g_string_free (parser->cell, TRUE);
  g_ptr_array_unref (parser->row);
  g_array_unref (parser->lines);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parser, parser_clear)

static void
spoil (Parser *parser, int line, const char *value, const char *reason, const char *remedy)
{
  parser->spoiled = TRUE;
  sceau_faults_add (parser->faults, SCEAU_FAULT_ERROR, line, (int) parser->row->len + 1, NULL, value, reason, remedy);
}

/* Takes the line break under the cursor, whichever of the three it is. */
static void
take_line_break (Parser *parser)
{
  if (*parser->p == '\r' && parser->p + 1 < parser->end && parser->p[1] == '\n')
    parser->p++;
  parser->p++;
  parser->line++;
}

static gboolean
at_line_break (const Parser *parser)
{
  return *parser->p == '\n' || *parser->p == '\r';
}

/* Reads what stands between quotes; FALSE when the file ends before the closing one. */
static gboolean
read_quoted (Parser *parser, GError **error)
{
  int opened = parser->line;

  parser->p++;
  while (parser->p < parser->end)
    {
      if (*parser->p == '"')
        {
          parser->p++;
          if (parser->p == parser->end || *parser->p != '"')
            return TRUE;
        }
      if (at_line_break (parser))
        {
          take_line_break (parser);
          g_string_append_c (parser->cell, '\n');
          continue;
        }
      g_string_append_c (parser->cell, *parser->p++);
    }
  g_set_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE,
               _("Line %d, column %u: a quotation mark opens here and is never closed. Close it, or write it twice if "
                 "it belongs to the text."),
               opened, parser->row->len + 1);
  return FALSE;
}

/* Excel's ="0012", with which people keep the zeros that it would take away: the text alone, in place. */
static void
unwrap_formula (char *text)
{
  gsize length = strlen (text);

  if (length < 3 || !g_str_has_prefix (text, "=\"") || strchr (text + 2, '"') != text + length - 1)
    return;
  memmove (text, text + 2, length - 3);
  text[length - 3] = '\0';
}

static void
finish_cell (Parser *parser, int line)
{
  g_autofree char *reason = NULL;
  g_autofree char *remedy = NULL;
  char *text;

  /* A row of nothing but separators must not cost memory: it is only counted. */
  if (parser->n_cells++ >= MAX_COLUMNS)
    return;
  if (parser->cell->len > SCEAU_CSV_MAX_CELL)
    {
      spoil (parser, line, NULL, _("The cell holds more than 64 KiB of text."),
             _("Shorten it; look for a quotation mark that is closed too late."));
      g_string_truncate (parser->cell, 0);
    }
  if (memchr (parser->cell->str, '\0', parser->cell->len) != NULL)
    spoil (parser, line, parser->cell->str, _("The cell contains a NUL byte, which no text does."),
           _("Type the cell again and save the file as “CSV UTF-8”."));
  else if (!sceau_text_check (parser->cell->str, SCEAU_TEXT_FREE, &reason, &remedy))
    spoil (parser, line, parser->cell->str, reason, remedy);

  text = g_strstrip (g_strdup (parser->cell->str));
  /* The apostrophe that keeps a spreadsheet from running the text as a formula: see SceauCsvWriter. */
  if (text[0] == '\'' && text[1] != '\0' && text[2] != '\0' && strchr ("=+-@", text[1]) != NULL)
    memmove (text, text + 1, strlen (text));
  else
    unwrap_formula (text);
  g_ptr_array_add (parser->row, text);
  g_array_append_val (parser->lines, line);
}

static void
check_nothing_follows (Parser *parser, const char *rest, int line)
{
  g_autofree char *after = g_strndup (rest, (gsize) (parser->p - rest));

  if (*g_strstrip (after) != '\0')
    spoil (parser, line, after, _("Text follows a closing quotation mark."),
           _("Write quotation marks inside a text twice, or remove what follows."));
}

static gboolean
read_cell (Parser *parser, GError **error)
{
  const char *rest;
  int line = parser->line;
  gboolean quoted = parser->p < parser->end && *parser->p == '"';

  g_string_truncate (parser->cell, 0);
  if (quoted && !read_quoted (parser, error))
    return FALSE;

  rest = parser->p;
  while (parser->p < parser->end && *parser->p != parser->separator && !at_line_break (parser))
    parser->p++;
  if (quoted)
    check_nothing_follows (parser, rest, line);
  else
    g_string_append_len (parser->cell, rest, parser->p - rest);
  finish_cell (parser, line);
  return TRUE;
}

/* Reads one row; the cursor must not be at the end. */
static gboolean
read_row (Parser *parser, GError **error)
{
  g_ptr_array_set_size (parser->row, 0);
  g_array_set_size (parser->lines, 0);
  parser->n_cells = 0;
  parser->spoiled = FALSE;
  parser->row_line = parser->line;
  while (read_cell (parser, error))
    {
      if (parser->p == parser->end)
        return TRUE;
      if (at_line_break (parser))
        {
          take_line_break (parser);
          return TRUE;
        }
      parser->p++;
    }
  return FALSE;
}

static void
drop_trailing_blanks (GPtrArray *row, guint keep)
{
  while (row->len > keep && *(const char *) g_ptr_array_index (row, row->len - 1) == '\0')
    g_ptr_array_set_size (row, (int) row->len - 1);
}

static gboolean
row_is_blank (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (*(const char *) g_ptr_array_index (row, i) != '\0')
      return FALSE;
  return TRUE;
}

static void
check_width (Parser *parser, guint n_columns)
{
  g_autofree char *reason = NULL;
  guint n = MAX (parser->row->len, parser->n_cells > MAX_COLUMNS ? parser->n_cells : 0);

  if (n == n_columns)
    return;
  parser->spoiled = TRUE;
  reason = g_strdup_printf (_("Number of cells: %u in this row, %u in the header."), n, n_columns);
  sceau_faults_add (parser->faults, SCEAU_FAULT_ERROR, parser->row_line, (int) MIN (n, n_columns) + 1, NULL,
                    parser->row->len > n_columns ? g_ptr_array_index (parser->row, n_columns) : NULL, reason,
                    n > n_columns ? _("Remove the cells that are too many, or put a text that contains the separator "
                                      "between quotation marks.")
                                  : _("Add the missing cells, empty if need be; look for a line break inside a text."));
}

static void
keep_row (SceauCsv *self, Parser *parser)
{
  g_array_append_val (self->row_lines, parser->row_line);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_ptr_array_add (self->cells, g_string_chunk_insert_const (self->texts, g_ptr_array_index (parser->row, i)));
      g_array_append_val (self->cell_lines, g_array_index (parser->lines, int, i));
    }
}

static gboolean
read_header (SceauCsv *self, Parser *parser, GError **error)
{
  if (!read_row (parser, error))
    return FALSE;
  drop_trailing_blanks (parser->row, 0);
  if (parser->spoiled || parser->row->len == 0 || parser->n_cells > MAX_COLUMNS)
    {
      g_set_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE,
                   _("Line %d: the header cannot be used. Take the header of the template."), parser->row_line);
      return FALSE;
    }
  self->header_line = parser->row_line;
  self->n_columns = parser->row->len;
  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (self->header, g_string_chunk_insert_const (self->texts, g_ptr_array_index (parser->row, i)));
  return TRUE;
}

static gboolean
read_rows (SceauCsv *self, Parser *parser, GError **error)
{
  for (guint n = 0; parser->p < parser->end;)
    {
      if (!read_row (parser, error))
        return FALSE;
      if (!parser->spoiled && parser->n_cells <= MAX_COLUMNS && row_is_blank (parser->row))
        continue;
      if (++n > SCEAU_CSV_MAX_ROWS)
        {
          g_set_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_TOO_LARGE,
                       _("Line %d: the file has more than %d rows. Check that it is the right one, or split it."),
                       parser->row_line, SCEAU_CSV_MAX_ROWS);
          return FALSE;
        }
      drop_trailing_blanks (parser->row, self->n_columns);
      if (!parser->spoiled)
        check_width (parser, self->n_columns);
      if (!parser->spoiled)
        keep_row (self, parser);
    }
  return TRUE;
}

static SceauCsv *
csv_new (void)
{
  SceauCsv *self = g_new0 (SceauCsv, 1);

  self->texts = g_string_chunk_new (4096);
  self->header = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
  self->cell_lines = g_array_new (FALSE, FALSE, sizeof (int));
  self->row_lines = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

SceauCsv *
sceau_csv_read_bytes (GBytes *bytes, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauCsv) self = NULL;
  g_auto (Parser) parser = { 0 };
  SceauCsvFormat format;
  gsize length = 0;
  const char *data;

  g_return_val_if_fail (bytes != NULL && faults != NULL, NULL);

  parser.cell = g_string_new (NULL);
  parser.row = g_ptr_array_new_with_free_func (g_free);
  parser.lines = g_array_new (FALSE, FALSE, sizeof (int));
  data = g_bytes_get_data (bytes, &length);
  if (!sceau_csv_sniff (data, length, &format, error))
    return NULL;

  parser.p = data + format.start;
  parser.end = data + length;
  parser.line = format.line;
  parser.separator = format.separator;
  parser.faults = faults;
  self = csv_new ();
  if (!read_header (self, &parser, error) || !read_rows (self, &parser, error))
    return NULL;
  return g_steal_pointer (&self);
}

SceauCsv *
sceau_csv_read (GFile *file, SceauFaults *faults, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = sceau_input_file_load (file, SCEAU_CSV_MAX_BYTES, cancellable, error);

  if (bytes == NULL)
    return NULL;
  return sceau_csv_read_bytes (bytes, faults, error);
}

void
sceau_csv_free (SceauCsv *self)
{
  if (self == NULL)
    return;
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->header);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->cell_lines);
  g_array_unref (self->row_lines);
  g_free (self);
}

guint
sceau_csv_n_columns (const SceauCsv *self)
{
  return self->n_columns;
}

guint
sceau_csv_n_rows (const SceauCsv *self)
{
  return self->row_lines->len;
}

int
sceau_csv_header_line (const SceauCsv *self)
{
  return self->header_line;
}

const char *
sceau_csv_header (const SceauCsv *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, "");

  return g_ptr_array_index (self->header, column);
}

const char *
sceau_csv_cell (const SceauCsv *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->row_lines->len && column < self->n_columns, "");

  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}

int
sceau_csv_row_line (const SceauCsv *self, guint row)
{
  g_return_val_if_fail (row < self->row_lines->len, 0);

  return g_array_index (self->row_lines, int, row);
}

int
sceau_csv_cell_line (const SceauCsv *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->row_lines->len && column < self->n_columns, 0);

  return g_array_index (self->cell_lines, int, row * self->n_columns + column);
}
