/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-json-writer-private.h"

void
sceau_json_writer_begin (SceauJsonWriter *writer, const char *key)
{
  if (!writer->first)
    g_string_append_c (writer->text, ',');
  g_string_append_printf (writer->text, "\n%*s", writer->depth * 2, "");
  if (key != NULL)
    g_string_append_printf (writer->text, "\"%s\": ", key);
  writer->first = FALSE;
}

void
sceau_json_writer_open (SceauJsonWriter *writer, const char *key, char bracket)
{
  if (writer->text->len > 0)
    sceau_json_writer_begin (writer, key);
  g_string_append_c (writer->text, bracket);
  writer->depth++;
  writer->first = TRUE;
}

void
sceau_json_writer_close (SceauJsonWriter *writer, char bracket)
{
  writer->depth--;
  if (!writer->first)
    g_string_append_printf (writer->text, "\n%*s", writer->depth * 2, "");
  g_string_append_c (writer->text, bracket);
  writer->first = FALSE;
}

static void
append_quoted (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (text, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (text, "\\n");
      else if ((guchar) *p < 0x20)
        g_string_append_printf (text, "\\u%04x", (guint) *p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

void
sceau_json_writer_text (SceauJsonWriter *writer, const char *key, const char *value)
{
  if (value == NULL)
    return;
  sceau_json_writer_begin (writer, key);
  append_quoted (writer->text, value);
}

void
sceau_json_writer_integer (SceauJsonWriter *writer, const char *key, int value)
{
  sceau_json_writer_begin (writer, key);
  g_string_append_printf (writer->text, "%d", value);
}

void
sceau_json_writer_hundredths (SceauJsonWriter *writer, const char *key, gint32 value)
{
  sceau_json_writer_begin (writer, key);
  g_string_append_printf (writer->text, "%d", value / 100);
  if (value % 100 != 0)
    g_string_append_printf (writer->text, value % 10 != 0 ? ".%02d" : ".%d",
                            value % 10 != 0 ? value % 100 : value % 100 / 10);
}

/* Short lists stay on one line. */
void
sceau_json_writer_texts (SceauJsonWriter *writer, const char *key, GPtrArray *texts)
{
  sceau_json_writer_begin (writer, key);
  g_string_append_c (writer->text, '[');
  for (guint i = 0; i < texts->len; i++)
    {
      if (i > 0)
        g_string_append (writer->text, ", ");
      append_quoted (writer->text, g_ptr_array_index (texts, i));
    }
  g_string_append_c (writer->text, ']');
}

void
sceau_json_writer_list (SceauJsonWriter *writer, const char *key, GPtrArray *records, SceauJsonWriteFunc write_one)
{
  sceau_json_writer_open (writer, key, '[');
  for (guint i = 0; i < records->len; i++)
    {
      sceau_json_writer_open (writer, NULL, '{');
      write_one (writer, g_ptr_array_index (records, i));
      sceau_json_writer_close (writer, '}');
    }
  sceau_json_writer_close (writer, ']');
}

void
sceau_json_writer_boolean (SceauJsonWriter *writer, const char *key, gboolean value)
{
  sceau_json_writer_begin (writer, key);
  g_string_append (writer->text, value ? "true" : "false");
}
