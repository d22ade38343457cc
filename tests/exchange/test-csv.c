/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gstdio.h>

#include "exchange-test.h"
#include "sceau-csv-reader.h"
#include "sceau-csv-writer.h"
#include "sceau-exchange-error.h"

static SceauCsv *
read_data (const char *data, gsize length, SceauFaults *faults, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return sceau_csv_read_bytes (bytes, faults, error);
}

/* Every cell, header first: cells joined with "|", rows with "/". */
static char *
show (const SceauCsv *csv)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint c = 0; c < sceau_csv_n_columns (csv); c++)
    g_string_append_printf (text, "%s%s", c > 0 ? "|" : "", sceau_csv_header (csv, c));
  for (guint r = 0; r < sceau_csv_n_rows (csv); r++)
    for (guint c = 0; c < sceau_csv_n_columns (csv); c++)
      g_string_append_printf (text, "%s%s", c > 0 ? "|" : "/", sceau_csv_cell (csv, r, c));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_reads (void)
{
  static const struct
  {
    const char *sentence;
    const char *data;
    const char *cells;
  } rows[] = {
    { "semicolons", "a;b\n1;2\n", "a|b/1|2" },
    { "commas", "a,b\n1,2\n", "a|b/1|2" },
    { "tabs", "a\tb\n1\t2\n", "a|b/1|2" },
    { "the separator of the header counts", "a;b\n1,5;2,5\n", "a|b/1,5|2,5" },
    { "no line break at the end", "a;b\n1;2", "a|b/1|2" },
    { "CRLF", "a;b\r\n1;2\r\n", "a|b/1|2" },
    { "CR of old Macs", "a;b\r1;2\r", "a|b/1|2" },
    { "BOM", "\xEF\xBB\xBF" "a;b\n1;2\n", "a|b/1|2" },
    { "quotes", "a;b\n\"1;1\";\"2\"\n", "a|b/1;1|2" },
    { "doubled quotes", "a;b\n\"say \"\"hi\"\"\";2\n", "a|b/say \"hi\"|2" },
    { "a quote inside a bare cell", "a;b\n5\" pipe;2\n", "a|b/5\" pipe|2" },
    { "a line break inside quotes", "a;b\n\"1\r\n1\";2\n", "a|b/1\n1|2" },
    { "separators inside a quoted header", "\"a;a;a;a\",b\n1,2\n", "a;a;a;a|b/1|2" },
    { "blanks around are dropped", "a ; b\n 1 ;\t2\n", "a|b/1|2" },
    { "blank rows are skipped", "a;b\n\n;\n1;2\n;;;;\n", "a|b/1|2" },
    { "blank lines before the header", "\n\r\na;b\n1;2\n", "a|b/1|2" },
    { "empty cells", "a;b\n;2\n1;\n", "a|b/|2/1|" },
    { "empty columns at the end", "a;b;;\n1;2;;\n", "a|b/1|2" },
    { "Excel's line sep=", "sep=,\na,b;c\n1,2\n", "a|b;c/1|2" },
    { "the guard against formulas is taken away", "a;b\n'=1+1;'-x\n", "a|b/=1+1|-x" },
    { "Excel's guard of leading zeros is taken away", "a;b\n=\"0012\";\"=\"\"0013\"\"\"\n", "a|b/0012|0013" },
    { "Excel's guard around nothing", "a;b\n=\"\";2\n", "a|b/|2" },
    { "a formula that only begins like that guard stays", "a;b\n=\"1\"&\"2\";=\"\n", "a|b/=\"1\"&\"2\"|=\"" },
    { "the guard against formulas keeps that text", "a;b\n'=\"0012\";2\n", "a|b/=\"0012\"|2" },
    { "an apostrophe of a name stays", "a;b\n'Ndiaye;'\n", "a|b/'Ndiaye|'" },
    { "only a header", "a;b\n", "a|b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SceauFaults) faults = sceau_faults_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (SceauCsv) csv = read_data (rows[i].data, strlen (rows[i].data), faults, &error);
      g_autofree char *cells = NULL;

      g_test_message ("%s", rows[i].sentence);
      g_assert_no_error (error);
      g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
      cells = show (csv);
      g_assert_cmpstr (cells, ==, rows[i].cells);
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *sentence;
    const char *data;
    gsize length; /* 0: up to the NUL */
    const char *says;
  } rows[] = {
    { "nothing", "", 0, "empty" },
    { "only blank lines", "\n\n\r\n", 0, "empty" },
    { "Windows-1252", "nom;ville\nLef\xE8vre;Albi\n", 0, "Line 2, character 4: the byte 0xE8" },
    { "what the byte would be", "nom;ville\nLef\xE8vre;Albi\n", 0, "“è”" },
    { "how to mend it", "nom;ville\nLef\xE8vre;Albi\n", 0, "CSV UTF-8" },
    { "Windows-1252 on a line of an old Mac", "nom;ville\rLef\xE8vre;Albi\r", 0, "Line 2" },
    { "UTF-16 with BOM", "\xFF\xFE" "n\0o\0m\0;\0", 10, "UTF-16" },
    { "UTF-16 without BOM", "n\0o\0m\0;\0v\0i\0l\0l\0e\0", 18, "UTF-16" },
    { "a workbook renamed", "PK\x03\x04 workbook", 0, "workbook" },
    { "an old workbook renamed", "\xD0\xCF\x11\xE0 workbook", 0, "workbook" },
    { "vertical bars", "a|b|c\n1|2|3\n", 0, "“a|b|c”" },
    { "one column", "number\n1\n", 0, "“number”" },
    { "a quote never closed", "a;b\n1;2\n3;\"4\n5;6\n", 0, "Line 3, column 2" },
    { "a quote never closed in the header", "a;\"b\n1;2\n", 0, "Line 1" },
    { "text after a quote in the header", "\"a\"x;b\n1;2\n", 0, "header" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SceauFaults) faults = sceau_faults_new ();
      g_autoptr (GError) error = NULL;
      gsize length = rows[i].length > 0 ? rows[i].length : strlen (rows[i].data);

      g_test_message ("%s", rows[i].sentence);
      g_assert_null (read_data (rows[i].data, length, faults, &error));
      g_assert_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, rows[i].says));
    }
}

static void
test_names_faulty_rows (void)
{
  static const struct
  {
    const char *sentence;
    const char *data;
    gsize length;
    int line;
    int column;
    const char *says;
  } rows[] = {
    { "too many cells", "a;b\n1;2\n1;2;3\n5;6\n", 0, 3, 3, "cells: 3 in" },
    { "too few cells", "a;b\n1;2\n1\n5;6\n", 0, 3, 2, "cells: 1 in" },
    { "text after a quote", "a;b\n1;2\n\"1\"x;2\n5;6\n", 0, 3, 1, "closing" },
    { "a NUL byte", "a;b\n1;2\n1\0x;2\n5;6\n", 18, 3, 1, "NUL" },
    { "the line counts those inside quotes", "a;b\n\"1\n\n1\";2\n1;2;3\n5;6\n", 0, 5, 3, "cells: 3 in" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SceauFaults) faults = sceau_faults_new ();
      g_autoptr (GError) error = NULL;
      gsize length = rows[i].length > 0 ? rows[i].length : strlen (rows[i].data);
      g_autoptr (SceauCsv) csv = read_data (rows[i].data, length, faults, &error);
      const SceauFault *fault;

      g_test_message ("%s", rows[i].sentence);
      g_assert_no_error (error);
      g_assert_cmpuint (sceau_csv_n_rows (csv), ==, 2); /* the others stay */
      g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 1);
      fault = sceau_faults_get (faults, 0);
      g_assert_cmpint (fault->line, ==, rows[i].line);
      g_assert_cmpint (fault->column, ==, rows[i].column);
      g_assert_nonnull (strstr (fault->reason, rows[i].says));
      g_assert_nonnull (fault->remedy);
    }
}

static void
test_the_99th_column (void)
{
  g_autoptr (GString) data = g_string_new ("c1;c2;c3;c4;c5;c6;c7;c8;c9;c10;c11;c12\n");
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (SceauCsv) csv = NULL;

  for (int i = 1; i <= 99; i++)
    g_string_append_printf (data, "%s%d", i > 1 ? ";" : "", i);
  csv = read_data (data->str, data->len, faults, NULL);
  g_assert_cmpuint (sceau_csv_n_rows (csv), ==, 0);
  g_assert_nonnull (strstr (sceau_faults_get (faults, 0)->reason, "99 in this row, 12 in"));
  g_assert_cmpint (sceau_faults_get (faults, 0)->column, ==, 13);
}

static void
test_limits (void)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'x');
  g_autofree char *big_cell = g_strconcat ("a;b\n", megabyte, ";2\n5;6\n", NULL);
  g_autofree char *separators = g_strnfill (3 * 1024 * 1024, ';');
  g_autofree char *wide = g_strconcat ("a;b\n", separators, "x\n5;6\n", NULL);
  g_autoptr (GString) many = g_string_new ("a;b\n");
  g_autoptr (SceauCsv) csv = read_data (big_cell, strlen (big_cell), faults, NULL);
  g_autoptr (SceauCsv) wide_csv = NULL;

  g_assert_cmpuint (sceau_csv_n_rows (csv), ==, 1);
  g_assert_nonnull (strstr (sceau_faults_get (faults, 0)->reason, "64 KiB"));

  wide_csv = read_data (wide, strlen (wide), faults, NULL);
  g_assert_cmpuint (sceau_csv_n_rows (wide_csv), ==, 1);
  g_assert_nonnull (strstr (sceau_faults_get (faults, 1)->reason, "3145729 in this row"));

  for (int i = 0; i <= SCEAU_CSV_MAX_ROWS; i++)
    g_string_append (many, "1;2\n");
  g_assert_null (read_data (many->str, many->len, faults, &error));
  g_assert_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_TOO_LARGE);
}

/* What is written comes back, and a spreadsheet runs none of it. */
static void
test_writes_and_reads_back (void)
{
  static const char *const cells[]
      = { "plain", "semi;colon", "a \"quote\"", "two\nlines", "=SUM(A1)", "+33 6 12", "-12,5", "@name", "-",
          "12,25", "",           "Łódź œuvre",  "'Ndiaye",    "=",        "-x" };
  g_autoptr (SceauCsvWriter) writer = sceau_csv_writer_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SceauCsv) csv = NULL;
  const char *text;

  sceau_csv_writer_add_row (writer, "text", "number", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      sceau_csv_writer_add_text (writer, cells[i]);
      sceau_csv_writer_add_number (writer, -(gint64) i - 1);
      sceau_csv_writer_end_row (writer);
    }
  bytes = sceau_csv_writer_to_bytes (writer);
  text = g_bytes_get_data (bytes, NULL);
  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBF" "text;number\r\n"));
  g_assert_nonnull (strstr (text, "\r\n'=SUM(A1);-5\r\n"));
  g_assert_nonnull (strstr (text, "\r\n'+33 6 12;"));
  g_assert_nonnull (strstr (text, "\r\n\"-12,5\";"));
  csv = sceau_csv_read_bytes (bytes, faults, NULL);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  g_assert_cmpuint (sceau_csv_n_rows (csv), ==, G_N_ELEMENTS (cells));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpstr (sceau_csv_cell (csv, i, 0), ==, cells[i]);
}

static void
test_never_overwrites_silently (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-csv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/out.csv");
  g_autoptr (GFile) a_folder = g_file_new_for_path (folder);
  g_autoptr (SceauCsvWriter) writer = sceau_csv_writer_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  GStatBuf status;

  g_assert_true (g_file_set_contents (path, "kept", -1, NULL));
  sceau_csv_writer_add_row (writer, "a", "b", NULL);
  g_assert_false (sceau_csv_writer_save (writer, file, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "kept");

  g_assert_true (sceau_csv_writer_save (writer, file, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (sceau_csv_writer_save (writer, file, FALSE, &error));

  g_assert_false (sceau_csv_writer_save (writer, nowhere, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (sceau_csv_writer_save (writer, a_folder, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* no temporary file was left */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv/reads", test_reads);
  g_test_add_func ("/exchange/csv/refuses", test_refuses);
  g_test_add_func ("/exchange/csv/names-faulty-rows", test_names_faulty_rows);
  g_test_add_func ("/exchange/csv/the-99th-column", test_the_99th_column);
  g_test_add_func ("/exchange/csv/limits", test_limits);
  g_test_add_func ("/exchange/csv/writes-and-reads-back", test_writes_and_reads_back);
  g_test_add_func ("/exchange/csv/never-overwrites-silently", test_never_overwrites_silently);
  return g_test_run ();
}
