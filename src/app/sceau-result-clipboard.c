/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-result-clipboard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
sceau_sheet_change_clear (SceauSheetChange *self)
{
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->upon, g_array_unref);
}

static void
change_init (SceauSheetChange *self)
{
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  self->upon = g_array_new (FALSE, FALSE, sizeof (SceauMark));
  self->unchanged = 0;
  self->empty = 0;
}

/* Reads one cell and moves @text to its end: a tab, a line end or the end of the text. */
static char *
read_cell (const char **text)
{
  const char *p = *text;
  GString *cell = g_string_new (NULL);

  if (*p != '"')
    {
      gsize length = strcspn (p, "\t\r\n");

      *text = p + length;
      return g_string_free (g_string_append_len (cell, p, (gssize) length), FALSE);
    }
  /* A quote inside is doubled; what follows the closing one up to the next cell is kept as it is. */
  for (p++; *p != '\0' && (*p != '"' || p[1] == '"'); p++)
    {
      if (*p == '"')
        p++;
      g_string_append_c (cell, *p);
    }
  if (*p == '"')
    p++;
  g_string_append_len (cell, p, (gssize) strcspn (p, "\t\r\n"));
  *text = p + strcspn (p, "\t\r\n");
  return g_string_free (cell, FALSE);
}

static void
skip_line_end (const char **text)
{
  if (**text == '\r')
    (*text)++;
  if (**text == '\n')
    (*text)++;
}

GPtrArray *
sceau_clipboard_parse (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  while (*text != '\0')
    {
      GPtrArray *cells = g_ptr_array_new ();

      g_ptr_array_add (cells, read_cell (&text));
      while (*text == '\t')
        {
          text++;
          g_ptr_array_add (cells, read_cell (&text));
        }
      skip_line_end (&text);
      g_ptr_array_add (cells, NULL);
      g_ptr_array_add (lines, g_ptr_array_free (cells, FALSE));
    }
  return lines;
}

char *
sceau_clipboard_format (SceauResultSheet *sheet, const SceauSheetRange *range)
{
  GString *text = g_string_new (NULL);

  for (guint row = range->first_row; row <= range->last_row; row++)
    for (guint column = range->first_column; column <= range->last_column; column++)
      {
        g_autofree char *mark = sceau_mark_to_text (sceau_result_sheet_get_cell (sheet, row, column)->mark,
                                                    sceau_result_sheet_get_column (sheet, column)->scale);

        g_string_append (text, mark);
        g_string_append_c (text, column < range->last_column ? '\t' : '\n');
      }
  return g_string_free (text, FALSE);
}

static void
add_fault (SceauFaults *faults, SceauResultSheet *sheet, guint row, guint column, const char *value, const char *reason)
{
  g_autofree char *place = sceau_result_sheet_name_cell (sheet, row, column);

  sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, NULL, value, reason, NULL);
}

/* One cell becomes @mark; @value is how the user wrote it. */
static void
set_cell (SceauSheetChange *change, SceauResultSheet *sheet, guint row, guint column, SceauMark mark, const char *value,
          SceauFaults *faults)
{
  const SceauSheetCell *cell = sceau_result_sheet_get_cell (sheet, row, column);
  g_autofree char *objection = sceau_result_sheet_object (sheet, row, column, mark);

  if (objection != NULL)
    add_fault (faults, sheet, row, column, value, objection);
  else if (sceau_mark_equal (cell->mark, mark))
    change->unchanged++;
  else
    {
      g_ptr_array_add (change->results, sceau_result_new (sceau_result_sheet_get_row (sheet, row)->enrolment_id,
                                                          sceau_result_sheet_get_column (sheet, column)->code,
                                                          sceau_result_sheet_get_attempt (sheet), mark));
      g_array_append_val (change->upon, cell->mark);
    }
}

static void
paste_cell (SceauSheetChange *change, SceauResultSheet *sheet, guint row, guint column, const char *text, SceauFaults *faults)
{
  g_autoptr (GError) error = NULL;
  SceauMark mark;

  if (!sceau_mark_parse (text, sceau_result_sheet_get_column (sheet, column)->scale, &mark, &error))
    add_fault (faults, sheet, row, column, text, error->message);
  else if (mark.kind == SCEAU_MARK_BLANK)
    change->empty++;
  else
    set_cell (change, sheet, row, column, mark, text, faults);
}

/* A block that does not fit is refused whole: what would fall off the edge would be lost unseen. */
static gboolean
fits (SceauResultSheet *sheet, const SceauSheetRange *range, GPtrArray *lines, SceauFaults *faults)
{
  guint rows = sceau_result_sheet_get_n_rows (sheet) - range->first_row;
  guint columns = sceau_result_sheet_get_n_columns (sheet) - range->first_column;
  guint width = 0;
  g_autofree char *reason = NULL;

  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, g_strv_length (g_ptr_array_index (lines, i)));
  if (lines->len <= rows && width <= columns)
    return TRUE;
  if (lines->len > rows)
    reason = g_strdup_printf (ngettext ("The block has %u lines, but only %u learner is left from this cell on.",
                                        "The block has %u lines, but only %u learners are left from this cell on.", rows),
                              lines->len, rows);
  else
    reason = g_strdup_printf (ngettext ("The block has %u columns, but only %u modality is left from this cell on.",
                                        "The block has %u columns, but only %u modalities are left from this cell on.",
                                        columns),
                              width, columns);
  add_fault (faults, sheet, range->first_row, range->first_column, NULL, reason);
  return FALSE;
}

static void
paste_block (SceauSheetChange *change, SceauResultSheet *sheet, const SceauSheetRange *range, GPtrArray *lines,
             SceauFaults *faults)
{
  for (guint i = 0; i < lines->len; i++)
    {
      char **cells = g_ptr_array_index (lines, i);

      for (guint k = 0; cells[k] != NULL; k++)
        paste_cell (change, sheet, range->first_row + i, range->first_column + k, cells[k], faults);
    }
}

void
sceau_sheet_change_paste (SceauSheetChange *change, SceauResultSheet *sheet, const SceauSheetRange *range, const char *text,
                          SceauFaults *faults)
{
  g_autoptr (GPtrArray) lines = sceau_clipboard_parse (text);
  gboolean single = lines->len == 1 && g_strv_length (g_ptr_array_index (lines, 0)) == 1;

  change_init (change);
  if (!single)
    {
      if (fits (sheet, range, lines, faults))
        paste_block (change, sheet, range, lines, faults);
      return;
    }
  for (guint row = range->first_row; row <= range->last_row; row++)
    for (guint column = range->first_column; column <= range->last_column; column++)
      paste_cell (change, sheet, row, column, *(char **) g_ptr_array_index (lines, 0), faults);
}

void
sceau_sheet_change_fill (SceauSheetChange *change, SceauResultSheet *sheet, const SceauSheetRange *range, SceauMark mark,
                         SceauFaults *faults)
{
  change_init (change);
  for (guint row = range->first_row; row <= range->last_row; row++)
    for (guint column = range->first_column; column <= range->last_column; column++)
      set_cell (change, sheet, row, column, mark, NULL, faults);
}
