/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What a spreadsheet program will find in the file: the parts of the workbook, read back. */

#include <glib/gstdio.h>
#include <string.h>

#include "sceau-archive-reader.h"
#include "sceau-spreadsheet-writer.h"

/* (transfer full): the text of one part of the workbook, or NULL. */
static char *
read_part (GBytes *book, const char *name)
{
  g_autofree char *path = NULL;
  g_autoptr (SceauArchiveReader) reader = NULL;
  g_autoptr (GString) text = NULL;
  int fd = g_file_open_tmp ("sceau-book-XXXXXX", &path, NULL);

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (book, NULL), (gssize) g_bytes_get_size (book), NULL));
  reader = sceau_archive_reader_open (path, NULL);
  g_unlink (path);
  while (sceau_archive_reader_next (reader) == SCEAU_ARCHIVE_ENTRY)
    {
      char block[4096];
      gssize n;

      if (!g_str_equal (sceau_archive_reader_get_name (reader), name))
        continue;
      text = g_string_new (NULL);
      while ((n = sceau_archive_reader_read (reader, block, sizeof block)) > 0)
        g_string_append_len (text, block, n);
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  return NULL;
}

static GBytes *
write_book (SceauDate made)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSpreadsheetWriter) writer = sceau_spreadsheet_writer_new ("Décisions", "Décisions", made, &error);
  g_autofree char *endless = g_strnfill (40000, 'z');
  GBytes *bytes;

  g_assert_no_error (error);
  sceau_spreadsheet_writer_add_column (writer, "Numéro", 12);
  sceau_spreadsheet_writer_add_column (writer, "Voix", 8);
  sceau_spreadsheet_writer_add_column (writer, "Jour", 11);
  sceau_spreadsheet_writer_add_text (writer, "000123456789012345");
  sceau_spreadsheet_writer_add_number (writer, 5);
  sceau_spreadsheet_writer_add_date (writer, sceau_date_new (2026, 12, 18));
  sceau_spreadsheet_writer_end_row (writer);
  sceau_spreadsheet_writer_add_text (writer, "=HYPERLINK(\"http://example.org\")");
  sceau_spreadsheet_writer_add_number (writer, -1);
  sceau_spreadsheet_writer_add_date (writer, SCEAU_NO_DATE);
  sceau_spreadsheet_writer_end_row (writer);
  sceau_spreadsheet_writer_add_text (writer, NULL);
  sceau_spreadsheet_writer_add_number (writer, 0);
  sceau_spreadsheet_writer_add_date (writer, SCEAU_NO_DATE);
  sceau_spreadsheet_writer_end_row (writer);
  sceau_spreadsheet_writer_add_text (writer, endless);
  sceau_spreadsheet_writer_add_number (writer, 0);
  sceau_spreadsheet_writer_add_date (writer, SCEAU_NO_DATE);
  sceau_spreadsheet_writer_end_row (writer);
  bytes = sceau_spreadsheet_writer_to_bytes (writer, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
test_cells_keep_their_type (void)
{
  g_autoptr (GBytes) book = write_book (sceau_date_new (2026, 12, 18));
  g_autofree char *sheet = read_part (book, "xl/worksheets/sheet1.xml");
  g_autofree char *texts = read_part (book, "xl/sharedStrings.xml");
  g_autofree char *longest = g_strnfill (32767, 'z');

  g_assert_nonnull (strstr (texts, ">Numéro<"));
  g_assert_nonnull (strstr (texts, ">000123456789012345<"));
  g_assert_nonnull (strstr (texts, "=HYPERLINK("));
  g_assert_nonnull (strstr (texts, longest));
  g_assert_nonnull (strstr (sheet, "<c r=\"A2\" s=\"2\" t=\"s\">")); /* a shared text, not a number */
  g_assert_nonnull (strstr (sheet, "<c r=\"B2\"><v>5</v></c>"));
  g_assert_nonnull (strstr (sheet, "<v>46374</v>")); /* 18 December 2026 */
  g_assert_null (strstr (sheet, "<f>"));
  g_assert_null (strstr (sheet, "r=\"A4\""));
}

static void
test_the_heading_stays (void)
{
  g_autoptr (GBytes) book = write_book (sceau_date_new (2026, 12, 18));
  g_autofree char *sheet = read_part (book, "xl/worksheets/sheet1.xml");
  g_autofree char *names = read_part (book, "xl/workbook.xml");

  g_assert_nonnull (strstr (sheet, "ySplit=\"1\""));
  g_assert_nonnull (strstr (sheet, "state=\"frozen\""));
  g_assert_nonnull (strstr (sheet, "<autoFilter ref=\"A1:C5\"/>"));
  g_assert_nonnull (strstr (sheet, "<col min=\"1\" max=\"1\" width=\"12."));
  g_assert_nonnull (strstr (names, "_xlnm.Print_Titles"));
  g_assert_nonnull (strstr (names, "name=\"Décisions\""));
}

static void
test_the_same_cells_give_the_same_bytes (void)
{
  g_autoptr (GBytes) first = write_book (sceau_date_new (2026, 12, 18));
  g_autoptr (GBytes) second = NULL;

  g_usleep (1100000); /* a second that a clock would have noted */
  second = write_book (sceau_date_new (2026, 12, 18));
  g_assert_true (g_bytes_equal (first, second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/spreadsheet-writer/cells-keep-their-type", test_cells_keep_their_type);
  g_test_add_func ("/exchange/spreadsheet-writer/the-heading-stays", test_the_heading_stays);
  g_test_add_func ("/exchange/spreadsheet-writer/the-same-cells-give-the-same-bytes", test_the_same_cells_give_the_same_bytes);
  return g_test_run ();
}
