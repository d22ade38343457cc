/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct _SceauCliTable
{
  GPtrArray *rows; /* (element-type GStrv): the titles first */
  guint columns;
};

static void
print_to (FILE *stream, const char *format, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  fputs (text, stream);
}

void
sceau_cli_print (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_to (stdout, format, arguments);
  va_end (arguments);
}

void
sceau_cli_print_error (const char *format, ...)
{
  va_list arguments;

  /* A reader of both streams sees them in the order they were written. */
  fflush (stdout);
  va_start (arguments, format);
  print_to (stderr, format, arguments);
  va_end (arguments);
}

void
sceau_cli_hold_streams (void)
{
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
    /* Open for reading only, so that a lost answer is still noticed at the end. */
    if (fcntl (stream, F_GETFD) == -1 && open ("/dev/null", O_RDONLY) != stream)
      abort ();
}

gboolean
sceau_cli_end_output (void)
{
  gboolean lost = ferror (stdout) != 0;

  errno = 0;
  if (fflush (stdout) == 0 && !lost)
    return TRUE;
  sceau_cli_print_error (_("sceau-cli: the answer could not be written in full: %s.\n"),
                         errno != 0 ? g_strerror (errno) : _("the output does not take it"));
  return FALSE;
}

static GStrv
collect_cells (const char *first, va_list arguments)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  for (const char *cell = first; cell != NULL; cell = va_arg (arguments, const char *))
    g_strv_builder_add (cells, cell);
  return g_strv_builder_end (cells);
}

SceauCliTable *
sceau_cli_table_new (const char *title, ...)
{
  SceauCliTable *self = g_new0 (SceauCliTable, 1);
  va_list arguments;
  GStrv titles;

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  va_start (arguments, title);
  titles = collect_cells (title, arguments);
  va_end (arguments);
  self->columns = g_strv_length (titles);
  g_ptr_array_add (self->rows, titles);
  return self;
}

void
sceau_cli_table_free (SceauCliTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
sceau_cli_table_add (SceauCliTable *self, const char *cell, ...)
{
  va_list arguments;
  GStrv cells;

  va_start (arguments, cell);
  cells = collect_cells (cell, arguments);
  va_end (arguments);
  g_assert (g_strv_length (cells) == self->columns);
  g_ptr_array_add (self->rows, cells);
}

/* Columns of the terminal that a text takes: combining marks none, wide letters two. */
static guint
text_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (!g_unichar_iszerowidth (letter))
        width += g_unichar_iswide (letter) ? 2 : 1;
    }
  return width;
}

static guint *
measure_columns (SceauCliTable *self)
{
  guint *widths = g_new0 (guint, self->columns);

  for (guint row = 0; row < self->rows->len; row++)
    {
      char **cells = g_ptr_array_index (self->rows, row);

      for (guint column = 0; column < self->columns; column++)
        widths[column] = MAX (widths[column], text_width (cells[column]));
    }
  return widths;
}

void
sceau_cli_table_print (SceauCliTable *self)
{
  g_autofree guint *widths = measure_columns (self);

  for (guint row = 0; row < self->rows->len; row++)
    {
      char **cells = g_ptr_array_index (self->rows, row);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint column = 0; column < self->columns; column++)
        {
          g_string_append (line, cells[column]);
          if (column + 1 < self->columns)
            g_string_append_printf (line, "%*s", (int) (widths[column] - text_width (cells[column]) + 2), "");
        }
      g_strchomp (line->str);
      sceau_cli_print ("%s\n", line->str);
    }
}

void
sceau_cli_json_text (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  if (value == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, value);
}

void
sceau_cli_json_date (JsonBuilder *builder, const char *key, SceauDate date)
{
  g_autofree char *text = date == SCEAU_NO_DATE ? NULL : sceau_date_format_iso (date);

  sceau_cli_json_text (builder, key, text);
}

void
sceau_cli_json_integer (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

void
sceau_cli_json_boolean (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

void
sceau_cli_json_figure (JsonBuilder *builder, const char *key, int value)
{
  json_builder_set_member_name (builder, key);
  if (value < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, value);
}

void
sceau_cli_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  sceau_cli_print ("%s\n", text);
}
