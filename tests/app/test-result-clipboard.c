/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-result-clipboard.h"

/* What a spreadsheet puts on the clipboard; cells are shown parted by |, lines by /. */
static const struct
{
  const char *what;
  const char *text;
  const char *cells;
} texts[] = {
  { "nothing", "", "" },
  { "one cell", "14,5", "14,5" },
  { "a column from Excel, which ends lines as Windows does", "14,5\r\n12\r\n", "14,5/12" },
  { "a column from LibreOffice", "14,5\n12\n", "14,5/12" },
  { "a column without a line end at the end", "14,5\n12", "14,5/12" },
  { "an empty cell inside a column", "14,5\n\n12\n", "14,5//12" },
  { "a block", "1\t2\n3\t4\n", "1|2/3|4" },
  { "empty cells at the end of a line", "1\t\t\n", "1||" },
  { "a line end inside a quoted cell", "\"a\nb\"\t2\n", "a\nb|2" },
  { "a doubled quote inside a quoted cell", "\"say \"\"yes\"\"\"\n", "say \"yes\"" },
  { "a quote that is never closed", "\"12", "12" },
  { "a quote inside a plain cell", "5\"\n", "5\"" },
  { "text after the closing quote", "\"12\"x\t3\n", "12x|3" },
  { "line ends of old Macintoshes", "1\r2\r", "1/2" },
};

static void
reads_what_spreadsheets_write (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) lines = sceau_clipboard_parse (texts[i].text);
      g_autoptr (GString) cells = g_string_new (NULL);

      for (guint k = 0; k < lines->len; k++)
        {
          g_autofree char *line = g_strjoinv ("|", g_ptr_array_index (lines, k));

          g_string_append_printf (cells, "%s%s", k > 0 ? "/" : "", line);
        }
      g_test_message ("%s", texts[i].what);
      g_assert_cmpstr (cells->str, ==, texts[i].cells);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/result-clipboard/reads-what-spreadsheets-write", reads_what_spreadsheets_write);
  return g_test_run ();
}
