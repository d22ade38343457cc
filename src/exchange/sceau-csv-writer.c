/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-csv-writer.h"

#include <string.h>

#include "sceau-atomic-file.h"
#include "sceau-staging.h"

struct _SceauCsvWriter
{
  GString *text;
  gboolean row_begun;
};

SceauCsvWriter *
sceau_csv_writer_new (void)
{
  SceauCsvWriter *self = g_new0 (SceauCsvWriter, 1);

  self->text = g_string_new ("\xEF\xBB\xBF"); /* the BOM: without it Excel reads Windows-1252 */
  return self;
}

void
sceau_csv_writer_free (SceauCsvWriter *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* A number in either notation, and a telephone number, do no harm as they stand. */
static gboolean
is_number (const char *text)
{
  gsize digits;

  if (*text == '-' || *text == '+')
    text++;
  digits = strspn (text, "0123456789");
  text += digits;
  if (digits > 0 && (*text == ',' || *text == '.') && g_ascii_isdigit (text[1]))
    text += 1 + strspn (text + 1, "0123456789");
  return digits > 0 && *text == '\0';
}

static gboolean
is_formula (const char *text)
{
  return *text != '\0' && text[1] != '\0' && strchr ("=+-@\t\r", *text) != NULL && !is_number (text);
}

static void
begin_cell (SceauCsvWriter *self)
{
  if (self->row_begun)
    g_string_append_c (self->text, ';');
  self->row_begun = TRUE;
}

void
sceau_csv_writer_add_text (SceauCsvWriter *self, const char *text)
{
  const char *formula_guard;

  g_return_if_fail (self != NULL);

  begin_cell (self);
  if (text == NULL)
    return;
  formula_guard = is_formula (text) ? "'" : "";
  if (strpbrk (text, ";,\t\"\r\n") == NULL)
    {
      g_string_append (self->text, formula_guard);
      g_string_append (self->text, text);
      return;
    }
  g_string_append_c (self->text, '"');
  g_string_append (self->text, formula_guard);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *p);
    }
  g_string_append_c (self->text, '"');
}

void
sceau_csv_writer_add_number (SceauCsvWriter *self, gint64 number)
{
  g_return_if_fail (self != NULL);

  begin_cell (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, number);
}

void
sceau_csv_writer_add_row (SceauCsvWriter *self, const char *first, ...)
{
  va_list cells;

  g_return_if_fail (self != NULL);

  va_start (cells, first);
  for (const char *cell = first; cell != NULL; cell = va_arg (cells, const char *))
    sceau_csv_writer_add_text (self, cell);
  va_end (cells);
  sceau_csv_writer_end_row (self);
}

void
sceau_csv_writer_end_row (SceauCsvWriter *self)
{
  g_return_if_fail (self != NULL);

  g_string_append (self->text, "\r\n");
  self->row_begun = FALSE;
}

GBytes *
sceau_csv_writer_to_bytes (SceauCsvWriter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_bytes_new (self->text->str, self->text->len);
}

gboolean
sceau_csv_writer_drain (SceauCsvWriter *self, int fd)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  bytes = g_bytes_new_static (self->text->str, self->text->len);
  if (!sceau_staging_write (fd, bytes, FALSE))
    return FALSE;
  g_string_truncate (self->text, 0);
  return TRUE;
}

gboolean
sceau_csv_writer_save (SceauCsvWriter *self, GFile *file, gboolean overwrite, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  bytes = sceau_csv_writer_to_bytes (self);
  return sceau_atomic_file_save (file, bytes, overwrite, error);
}
