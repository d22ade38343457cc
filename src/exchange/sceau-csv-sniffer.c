/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-csv-sniffer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-exchange-error.h"

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE, format, args);
  va_end (args);
  return FALSE;
}

static gboolean
starts_with (const char *data, gsize length, const char *magic, gsize magic_length)
{
  return length >= magic_length && memcmp (data, magic, magic_length) == 0;
}

/* Text in UTF-16 without a BOM: in Latin script every second byte is a NUL. */
static gboolean
looks_like_utf16 (const char *data, gsize length)
{
  gsize n = MIN (length, 64) & ~(gsize) 1, nuls[2] = { 0, 0 };

  if (n < 8)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (data[i] == '\0')
      nuls[i % 2]++;
  return nuls[0] > n / 4 || nuls[1] > n / 4;
}

static gboolean
check_is_text (const char *data, gsize length, GError **error)
{
  if (length == 0)
    return refuse (error, _("The file is empty. Start from the template."));
  if (starts_with (data, length, "PK\x03\x04", 4) || starts_with (data, length, "\xD0\xCF\x11\xE0", 4))
    return refuse (error,
                   _("This is a spreadsheet workbook or an archive, not a CSV file, whatever its name says. Open it "
                     "in the spreadsheet and save it as “CSV UTF-8”."));
  if (starts_with (data, length, "\xFF\xFE", 2) || starts_with (data, length, "\xFE\xFF", 2)
      || looks_like_utf16 (data, length))
    return refuse (
        error, _("The file is in UTF-16 (“Unicode text”). Open it in the spreadsheet and save it as “CSV UTF-8”."));
  return TRUE;
}

static gboolean
refuse_byte (const char *data, gsize offset, GError **error)
{
  guint8 byte = (guint8) data[offset];
  g_autofree char *windows = g_convert (data + offset, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  int line = 1;
  gsize line_start = 0;
  glong column;

  for (gsize i = 0; i < offset; i++)
    if (data[i] == '\n' || (data[i] == '\r' && data[i + 1] != '\n'))
      {
        line++;
        line_start = i + 1;
      }
  column = g_utf8_strlen (data + line_start, (gssize) (offset - line_start)) + 1;
  if (windows != NULL)
    return refuse (
        error,
        _("Line %d, character %ld: the byte 0x%02X is not UTF-8; in Windows-1252 it would be “%s”. In Excel, "
          "save the file as “CSV UTF-8” and import it again."),
        line, column, byte, windows);
  return refuse (error,
                 _("Line %d, character %ld: the byte 0x%02X is not UTF-8. In Excel, save the file as “CSV UTF-8” and "
                   "import it again."),
                 line, column, byte);
}

/* NUL bytes are let through here: they spoil one cell, which is then named, and not the encoding. */
static gboolean
check_utf8 (const char *data, gsize length, GError **error)
{
  const char *p = data, *end = data + length;

  while (p < end)
    {
      const char *stop = NULL;

      if (g_utf8_validate_len (p, (gsize) (end - p), &stop))
        return TRUE;
      if (*stop != '\0')
        return refuse_byte (data, (gsize) (stop - data), error);
      p = stop + 1;
    }
  return TRUE;
}

/* Excel reads the separator from such a line, and people add it for that. */
static void
skip_sep_line (const char *data, gsize length, SceauCsvFormat *format)
{
  const char *p = data + format->start, *end = data + length;

  if (end - p < 6 || g_ascii_strncasecmp (p, "sep=", 4) != 0 || strchr (";,\t", p[4]) == NULL
      || (p[5] != '\r' && p[5] != '\n'))
    return;
  format->separator = p[4];
  p += 5;
  if (*p == '\r' && p + 1 < end && p[1] == '\n')
    p++;
  format->start = (gsize) (p + 1 - data);
  format->line++;
}

static void
skip_blank_lines (const char *data, gsize length, SceauCsvFormat *format)
{
  while (format->start < length && strchr ("\r\n", data[format->start]) != NULL && data[format->start] != '\0')
    {
      if (data[format->start] == '\r' && format->start + 1 < length && data[format->start + 1] == '\n')
        format->start++;
      format->start++;
      format->line++;
    }
}

static gboolean
find_separator (const char *data, gsize length, SceauCsvFormat *format, GError **error)
{
  static const char known[] = ";,\t|";
  guint counts[G_N_ELEMENTS (known) - 1] = { 0 };
  guint best = 0;
  gboolean quoted = FALSE;
  gsize i;

  for (i = format->start; i < length && (quoted || (data[i] != '\n' && data[i] != '\r')); i++)
    {
      const char *found = data[i] == '\0' ? NULL : strchr (known, data[i]);

      if (data[i] == '"')
        quoted = !quoted;
      else if (found != NULL && !quoted)
        counts[found - known]++;
    }
  if (format->separator != '\0')
    return TRUE;
  for (guint k = 1; k < G_N_ELEMENTS (counts); k++)
    if (counts[k] > counts[best])
      best = k;
  if (counts[best] == 0 || known[best] == '|')
    {
      g_autofree char *header = g_strndup (data + format->start, i - format->start);
      g_autofree char *shown = g_utf8_substring (header, 0, MIN (g_utf8_strlen (header, -1), 60));

      return refuse (
          error,
          _("Line %d: the header “%s” does not separate its columns by “;”, “,” or a tab. Save the file with "
            "one of these separators."),
          format->line, shown);
    }
  format->separator = known[best];
  return TRUE;
}

gboolean
sceau_csv_sniff (const char *data, gsize length, SceauCsvFormat *format, GError **error)
{
  *format = (SceauCsvFormat) { .line = 1 };
  if (!check_is_text (data, length, error))
    return FALSE;
  if (starts_with (data, length, "\xEF\xBB\xBF", 3))
    format->start = 3;
  if (!check_utf8 (data, length, error))
    return FALSE;
  skip_sep_line (data, length, format);
  skip_blank_lines (data, length, format);
  if (format->start >= length)
    return refuse (error, _("The file is empty. Start from the template."));
  return find_separator (data, length, format, error);
}
