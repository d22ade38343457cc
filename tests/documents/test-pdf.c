/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "document-fixtures.h"
#include "sceau-text-layout.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

static const SceauPdfStyle plain = { SCEAU_FACE_SERIF, 12, 0, { 0, 0, 0 } };

static GBytes *
render_text (SceauFace font, const char *text, GError **error)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  SceauPdfStyle style = plain;

  style.font = font;
  sceau_pdf_set_title (pdf, "Élodie Łukasz");
  sceau_pdf_set_created (pdf, sceau_date_new (2026, 11, 22));
  sceau_pdf_add_page (pdf, 600, 200);
  sceau_pdf_text (pdf, &style, SCEAU_PDF_LEFT, 20, 50, text);
  return sceau_pdf_finish (pdf, error);
}

static void
test_text_comes_out (void)
{
  static const char *const texts[] = {
    "Zoé LEFÈVRE", "Łukasz ŐRSI", "Ñandú d’Œuvre", "Nguyễn Thị Ánh", "Ελένη Παπαδοπούλου", "Жанна Їжак",
    "« 12 % » — 326 : n° 1er", "AVATAR To Ta Va", "İğşç ŽŠČ Șț",
  };
  static const SceauFace fonts[] = { SCEAU_FACE_SERIF, SCEAU_FACE_SANS, SCEAU_FACE_SANS_BOLD };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (fonts); j++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) bytes = render_text (fonts[j], texts[i], &error);
        g_autofree char *text = NULL;

        g_assert_no_error (error);
        text = pdf_text (bytes);
        g_assert_cmpstr (text, ==, texts[i]);
        pdf_assert_sound (bytes);
      }
}

static void
test_accent_without_letter (void)
{
  /* E and an acute accent have one letter together; q and a tilde have none. */
  g_autoptr (GBytes) composed = render_text (SCEAU_FACE_SERIF, "E\u0301lodie", NULL);
  g_autoptr (GBytes) loose = render_text (SCEAU_FACE_SERIF, "aq\u0303b", NULL);
  g_autofree char *composed_text = pdf_text (composed);
  g_autofree char *loose_text = pdf_text (loose);

  g_assert_cmpstr (composed_text, ==, "Élodie");
  g_assert_cmpstr (loose_text, ==, "aq\u0303b");
}

static void
test_no_break_space_is_found_as_space (void)
{
  g_autoptr (GBytes) bytes = render_text (SCEAU_FACE_SANS, "n°\u00A012\u202F% Saint\u2011Omer", NULL);
  g_autofree char *text = pdf_text (bytes);

  assert_contains (text, "n° 12");
  assert_contains (text, "Saint-Omer");
}

static void
test_information (void)
{
  g_autoptr (GBytes) bytes = render_text (SCEAU_FACE_SERIF, "x", NULL);
  g_autofree char *information = pdf_run (bytes, "pdfinfo", NULL);
  g_autofree char *json = pdf_run (bytes, "qpdf", "--json");

  assert_contains (information, "Élodie Łukasz");
  assert_contains (information, "2026");
  assert_contains (json, "\"/Lang\": \"u:fr-FR\"");
}

static void
test_font_is_small (void)
{
  g_autoptr (GBytes) bytes = render_text (SCEAU_FACE_SERIF, "Zoé Lefèvre, experte en cybersécurité", NULL);

  g_assert_cmpuint (g_bytes_get_size (bytes), <, 12000);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) one = render_text (SCEAU_FACE_SERIF, "Zoé", NULL);
  g_autoptr (GBytes) two = render_text (SCEAU_FACE_SERIF, "Zoé", NULL);

  g_assert_true (g_bytes_equal (one, two));
}

static void
test_shared_drawing_is_there_once (void)
{
  gsize sizes[2];

  for (guint pages = 0; pages < 2; pages++)
    {
      g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
      g_autoptr (GBytes) bytes = NULL;

      for (guint i = 0; i <= pages * 50; i++)
        {
          sceau_pdf_add_page (pdf, 300, 300);
          if (!sceau_pdf_begin_shared (pdf, "lines"))
            continue;
          for (int line = 0; line < 500; line++)
            sceau_pdf_line (pdf, line * line % 300, line, 300 - line, line * 7 % 300, 0.5, (SceauPdfColour) { 0, 0, 0 });
          sceau_pdf_end_shared (pdf);
        }
      bytes = sceau_pdf_finish (pdf, NULL);
      g_assert_nonnull (bytes);
      sizes[pages] = g_bytes_get_size (bytes);
    }
  g_assert_cmpuint (sizes[1] - sizes[0], <, 50 * 450);
}

/* --- Letters that cannot be printed -------------------------------------- */

static void
test_refused_letters (void)
{
  static const struct
  {
    const char *text;
    gunichar letter;
    const char *told; /* its name, after its code */
    const char *kind;
  } rows[] = {
    { "Zo\U0001F600", 0x1F600, "(U+1F600, GRINNING FACE)", "emoji" }, /* beyond what libharu keeps */
    { "\U0001F469\u200D\U0001F393", 0x1F469, "(U+1F469, WOMAN)", "emoji" },
    { "\U00020BB7野", 0x20BB7, "(U+20BB7, CJK UNIFIED IDEOGRAPH-20BB7)", "letter" },
    { "שרה", 0x05E9, "(U+05E9, HEBREW LETTER SHIN)", "letter" },
    { "Zoé\u200F", 0x200F, "(U+200F, RIGHT-TO-LEFT MARK)", "invisible" },
    { "Zoé\u00AD", 0x00AD, "(U+00AD, SOFT HYPHEN)", "invisible" },
    { "Zo\té", '\t', "(U+0009, <control-0009>)", "invisible" },
    { "Zo\x01", 1, "(U+0001, <control-0001>)", "invisible" },
    { "Zo\uE000", 0xE000, "(U+E000, <private use area-E000>)", "without a meaning" },
    { "Zo\u0378", 0x0378, "(U+0378, <unassigned-0378>)", "without a meaning" },
    { "\u0301Zoé", 0x0301, "(U+0301, COMBINING ACUTE ACCENT)", "without a letter" },
    { "Zoé \u0303", 0x0303, "(U+0303, COMBINING TILDE)", "without a letter" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gunichar missing = 0;

      g_assert_false (sceau_pdf_check_text (SCEAU_FACE_SERIF, "The learner’s name", rows[i].text, &missing, &error));
      g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH);
      g_assert_cmphex (missing, ==, rows[i].letter);
      assert_contains (error->message, rows[i].told);
      assert_contains (error->message, rows[i].kind);
      assert_contains (error->message, rows[i].text);
      assert_contains (error->message, "The learner’s name");
    }
}

static void
test_accepted_letters (void)
{
  static const char *const texts[] = { "", "Zoé", "E\u0301", "q\u0303", "Nguyễn", "Παπαδοπούλου", "Їжак", "a\u00A0b", "L’Haÿ" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (sceau_pdf_check_text (SCEAU_FACE_SERIF, "name", texts[i], NULL, &error));
      g_assert_no_error (error);
    }
}

static void
test_malformed_text (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_pdf_check_text (SCEAU_FACE_SANS, "name", "Zo\xE9", NULL, &error));
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH);
}

static void
test_first_error_is_kept (void)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autoptr (GError) error = NULL;

  sceau_pdf_add_page (pdf, 100, 100);
  sceau_pdf_text (pdf, &plain, SCEAU_PDF_LEFT, 0, 10, "a\U0001F600");
  sceau_pdf_text (pdf, &plain, SCEAU_PDF_LEFT, 0, 20, "\x02");
  sceau_pdf_line (pdf, 0, 0, 10, 10, 1, plain.colour);
  g_assert_true (sceau_pdf_has_failed (pdf));
  g_assert_null (sceau_pdf_finish (pdf, &error));
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH);
  assert_contains (error->message, "U+1F600");
}

static void
test_missing_fonts (void)
{
  g_autoptr (GError) error = NULL;

  sceau_document_set_font_dir ("/nonexistent/fonts");
  g_assert_null (render_text (SCEAU_FACE_SERIF, "Zoé", &error));
  sceau_document_set_font_dir (NULL);
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_FONT);
  assert_contains (error->message, "/nonexistent/fonts");
}

static void
test_damaged_font (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "EBGaramond12-Regular.ttf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "not a font", -1, NULL));
  sceau_document_set_font_dir (folder);
  g_assert_null (render_text (SCEAU_FACE_SERIF, "Zoé", &error));
  sceau_document_set_font_dir (NULL);
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_FONT);
  g_unlink (path);
  g_rmdir (folder);
}

/* --- Lines --------------------------------------------------------------- */

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    double width;
    const char *lines; /* joined by | */
  } rows[] = {
    { "", 100, "" },
    { "un deux trois", 1000, "un deux trois" },
    { "un deux trois", 45, "un deux|trois" },
    { "n°\u00A012 et n°\u00A013", 50, "n°\u00A012 et|n°\u00A013" }, /* a no-break space holds */
    { "première\n\nseconde", 1000, "première||seconde" },
    { "arc-en-ciel", 40, "arc-en-|ciel" },
    { "Saint\u2011Omer à", 60, "Saint\u2011Omer|à" },
    { "mmmmmmmmmm", 31, "mmm|mmm|mmm|m" }, /* a word too long is cut, never clipped */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
      g_autoptr (GPtrArray) lines = sceau_text_break (pdf, &plain, rows[i].text, rows[i].width);
      g_autofree char *joined = NULL;

      for (guint j = 0; j < lines->len; j++)
        g_assert_cmpfloat (sceau_pdf_text_width (pdf, &plain, g_ptr_array_index (lines, j)), <=, rows[i].width + 0.5);
      g_ptr_array_add (lines, NULL);
      joined = g_strjoinv ("|", (char **) lines->pdata);
      g_assert_cmpstr (joined, ==, rows[i].lines);
    }
}

static void
test_fit (void)
{
  static const struct
  {
    const char *text;
    double width;
    guint max_lines;
    double smallest;
    guint lines;
    gboolean full_size;
  } rows[] = {
    { "Zoé Lefèvre", 200, 2, 0.7, 1, TRUE },                  /* it fits as it is */
    { "Zoé Lefèvre", 45, 2, 0.7, 1, FALSE },                  /* smaller, on one line */
    { "Zoé Lefèvre de Castelnau", 70, 2, 0.9, 2, TRUE },      /* on two lines */
    { "Zoé Lefèvre de Castelnau", 50, 2, 0.6, 2, FALSE },     /* smaller, on two lines */
    { "un deux trois quatre cinq six", 45, 2, 1.0, 4, TRUE }, /* more than allowed rather than clipped */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
      g_autoptr (SceauTextLines) fitted
        = sceau_text_fit (pdf, &plain, rows[i].text, rows[i].width, rows[i].max_lines, rows[i].smallest);

      g_assert_cmpuint (fitted->lines->len, ==, rows[i].lines);
      g_assert_cmpint (fitted->style.size == plain.size, ==, rows[i].full_size);
      for (guint j = 0; j < fitted->lines->len; j++)
        g_assert_cmpfloat (sceau_pdf_text_width (pdf, &fitted->style, g_ptr_array_index (fitted->lines, j)), <=, rows[i].width + 0.5);
    }
}

static void
test_kerning (void)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();

  g_assert_cmpfloat (sceau_pdf_text_width (pdf, &plain, "AV"), <,
                     sceau_pdf_text_width (pdf, &plain, "A") + sceau_pdf_text_width (pdf, &plain, "V") - 0.5);
}

/* libharu 2.3 cannot write streams of certain sizes everywhere: whatever letters come, the document is made. */
static void
test_faces_of_every_size (void)
{
  static const char letters[] = "abcdefghilmnoprstuvABCDEFGHILMNOPRSTUV0123456789";
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 400; i++)
    {
      const SceauPdfStyle style = { .font = SCEAU_FACE_SERIF, .size = 10 };
      g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      for (const char *p = letters; *p != '\0'; p++)
        if (g_rand_boolean (random))
          g_string_append_c (text, *p);
      sceau_pdf_add_page (pdf, SCEAU_PDF_A4_SHORT, SCEAU_PDF_A4_LONG);
      sceau_pdf_text (pdf, &style, SCEAU_PDF_LEFT, 40, 40, text->str);
      bytes = sceau_pdf_finish (pdf, &error);
      g_assert_no_error (error);
      g_assert_nonnull (bytes);
    }
}

/* --- Pictures, codes, bookmarks ------------------------------------------ */

/* A square of @side pixels of one colour, a quarter of it transparent. */
static SceauPicture *
make_picture (int side, guint32 colour)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, side, side);
  g_autoptr (GdkPixbuf) corner = gdk_pixbuf_new_subpixbuf (pixbuf, 0, 0, side / 2, side / 2);
  SceauPicture *picture = g_new0 (SceauPicture, 1);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize length = 0;

  gdk_pixbuf_fill (pixbuf, colour);
  gdk_pixbuf_fill (corner, 0);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", &error, NULL);
  g_assert_no_error (error);
  picture->png = g_bytes_new_take (data, length);
  picture->width = picture->height = side;
  return picture;
}

/* Pages of 100 points a side, seen at one pixel a point. */
static GdkPixbuf *
see_page (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autofree char *folder = g_dir_make_tmp ("sceau-XXXXXX", NULL);
  g_autofree char *pdf = g_build_filename (folder, "page.pdf", NULL);
  g_autofree char *stem = g_build_filename (folder, "page", NULL);
  g_autofree char *png = g_strconcat (stem, ".png", NULL);
  const char *argv[] = { "pdftoppm", "-r", "72", "-png", "-singlefile", "-aa", "no", pdf, stem, NULL };
  g_autoptr (GError) error = NULL;
  GdkPixbuf *seen;

  g_assert_true (g_file_set_contents (pdf, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error));
  seen = gdk_pixbuf_new_from_file (png, &error);
  g_assert_no_error (error);
  g_unlink (png);
  g_unlink (pdf);
  g_rmdir (folder);
  return seen;
}

static guint32
pixel (const GdkPixbuf *seen, int x, int y)
{
  const guint8 *at = gdk_pixbuf_read_pixels (seen) + y * gdk_pixbuf_get_rowstride (seen) + x * gdk_pixbuf_get_n_channels (seen);

  return (guint32) at[0] << 16 | at[1] << 8 | at[2];
}

static void
test_image (void)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autoptr (SceauPicture) picture = make_picture (20, 0x204080FF);
  g_autoptr (SceauPicture) same = make_picture (20, 0x204080FF);
  g_autoptr (SceauPicture) other = make_picture (20, 0x802040FF);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkPixbuf) seen = NULL;
  g_autofree char *list = NULL;
  g_auto (GStrv) lines = NULL;

  sceau_pdf_add_page (pdf, 100, 100);
  sceau_pdf_block (pdf, 0, 0, 100, 100, (SceauPdfColour) { 1, 1, 0 });
  sceau_pdf_image (pdf, picture, 10, 10, 20, 20);
  sceau_pdf_image (pdf, same, 40, 10, 20, 20);
  sceau_pdf_image (pdf, other, 70, 60, 20, 30);
  bytes = sceau_pdf_finish (pdf, &error);
  g_assert_no_error (error);
  seen = see_page (bytes);
  g_assert_cmphex (pixel (seen, 25, 25), ==, 0x204080);
  g_assert_cmphex (pixel (seen, 55, 25), ==, 0x204080);
  g_assert_cmphex (pixel (seen, 85, 85), ==, 0x802040);
  g_assert_cmphex (pixel (seen, 14, 14), ==, 0xFFFFFF); /* transparent: white */
  g_assert_cmphex (pixel (seen, 5, 5), ==, 0xFFFF00);
  list = pdf_run (bytes, "pdfimages", "-list");
  lines = g_strsplit (list, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 6); /* two lines of heading, three images, the end */
  g_assert_true (strstr (lines[2], "smask") == NULL && strstr (list, "smask") == NULL);
}

static void
test_damaged_picture (void)
{
  g_autoptr (SceauPicture) picture = make_picture (20, 0x204080FF);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (picture->png, 0, g_bytes_get_size (picture->png) - 30);
      g_autoptr (GBytes) rubbish = g_bytes_new_static ("a picture, so they say, but it is none", 38);
      const SceauPicture rows[] = { { part, 20, 20 }, { rubbish, 20, 20 }, { picture->png, 4000, 20 } };
      g_autoptr (GError) error = NULL;

      sceau_pdf_add_page (pdf, 100, 100);
      sceau_pdf_image (pdf, &rows[i], 10, 10, 20, 20);
      g_assert_null (sceau_pdf_finish (pdf, &error));
      g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_IO);
    }
}

static void
test_qr (void)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autofree char *longest = g_strnfill (SCEAU_PDF_QR_MAX, 'a');
  g_autofree char *longer = g_strnfill (SCEAU_PDF_QR_MAX + 1, 'a');
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkPixbuf) seen = NULL;

  /* 2 bytes make the smallest code: 21 modules and 4 of margin on each side, 3 pixels each. */
  sceau_pdf_add_page (pdf, 100, 100);
  sceau_pdf_block (pdf, 0, 0, 100, 100, (SceauPdfColour) { 1, 1, 0 });
  sceau_pdf_qr (pdf, 10, 10, 29 * 3, "é");
  sceau_pdf_add_page (pdf, 100, 100);
  sceau_pdf_qr (pdf, 0, 0, 100, longest);
  bytes = sceau_pdf_finish (pdf, &error);
  g_assert_no_error (error);
  seen = see_page (bytes);
  g_assert_cmphex (pixel (seen, 5, 5), ==, 0xFFFF00);
  g_assert_cmphex (pixel (seen, 12, 12), ==, 0xFFFFFF);
  for (int module = 0; module < 7; module++) /* the upper edge of the mark that readers look for */
    g_assert_cmphex (pixel (seen, 10 + 3 * (4 + module) + 1, 10 + 3 * 4 + 1), ==, 0);
  g_assert_cmphex (pixel (seen, 10 + 3 * 11 + 1, 10 + 3 * 4 + 1), ==, 0xFFFFFF);
  g_assert_cmphex (pixel (seen, 10 + 3 * 5 + 1, 10 + 3 * 5 + 1), ==, 0xFFFFFF);
  sceau_pdf_qr (pdf, 0, 0, 100, longer);
  g_assert_null (sceau_pdf_finish (pdf, &error));
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_IO);
  assert_contains (error->message, "2331");
}

static void
test_bookmarks (void)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *json = NULL;

  for (guint page = 0; page < 2; page++)
    {
      sceau_pdf_add_page (pdf, 100, 100);
      sceau_pdf_text (pdf, &plain, SCEAU_PDF_LEFT, 10, 20, "page");
      sceau_pdf_bookmark (pdf, page == 0 ? "Zoé Lefèvre" : "Łukasz Ősz");
    }
  bytes = sceau_pdf_finish (pdf, &error);
  g_assert_no_error (error);
  pdf_assert_sound (bytes);
  json = pdf_run (bytes, "qpdf", "--json");
  assert_contains (json, "\"title\": \"Zoé Lefèvre\"");
  assert_contains (json, "\"title\": \"Łukasz Ősz\"");
  assert_contains (json, "\"destpageposfrom1\": 2");
}

static void
test_printed_lies_under (void)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkPixbuf) seen = NULL;

  sceau_pdf_add_page (pdf, 100, 100);
  sceau_pdf_block (pdf, 0, 0, 50, 100, (SceauPdfColour) { 1, 0, 0 });
  sceau_pdf_set_printed (pdf, TRUE);
  sceau_pdf_block (pdf, 0, 0, 100, 100, (SceauPdfColour) { 0, 0, 1 });
  sceau_pdf_set_printed (pdf, FALSE);
  bytes = sceau_pdf_finish (pdf, NULL);
  seen = see_page (bytes);
  g_assert_cmphex (pixel (seen, 25, 50), ==, 0xFF0000);
  g_assert_cmphex (pixel (seen, 75, 50), ==, 0x0000FF);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/pdf/text-comes-out", test_text_comes_out);
  g_test_add_func ("/documents/pdf/accent-without-letter", test_accent_without_letter);
  g_test_add_func ("/documents/pdf/no-break-space-is-found-as-space", test_no_break_space_is_found_as_space);
  g_test_add_func ("/documents/pdf/information", test_information);
  g_test_add_func ("/documents/pdf/font-is-small", test_font_is_small);
  g_test_add_func ("/documents/pdf/faces-of-every-size", test_faces_of_every_size);
  g_test_add_func ("/documents/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/documents/pdf/shared-drawing-is-there-once", test_shared_drawing_is_there_once);
  g_test_add_func ("/documents/pdf/refused-letters", test_refused_letters);
  g_test_add_func ("/documents/pdf/accepted-letters", test_accepted_letters);
  g_test_add_func ("/documents/pdf/malformed-text", test_malformed_text);
  g_test_add_func ("/documents/pdf/first-error-is-kept", test_first_error_is_kept);
  g_test_add_func ("/documents/pdf/missing-fonts", test_missing_fonts);
  g_test_add_func ("/documents/pdf/damaged-font", test_damaged_font);
  g_test_add_func ("/documents/pdf/lines", test_lines);
  g_test_add_func ("/documents/pdf/fit", test_fit);
  g_test_add_func ("/documents/pdf/kerning", test_kerning);
  g_test_add_func ("/documents/pdf/image", test_image);
  g_test_add_func ("/documents/pdf/damaged-picture", test_damaged_picture);
  g_test_add_func ("/documents/pdf/qr", test_qr);
  g_test_add_func ("/documents/pdf/bookmarks", test_bookmarks);
  g_test_add_func ("/documents/pdf/printed-lies-under", test_printed_lies_under);
  return g_test_run ();
}
