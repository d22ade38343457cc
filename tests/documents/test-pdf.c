/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "document-fixtures.h"
#include "sceau-text-layout.h"

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
  g_autofree char *file = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  assert_contains (information, "Élodie Łukasz");
  assert_contains (information, "2026");
  assert_contains (file, "/Lang (fr-FR)");
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
    const char *code;
  } rows[] = {
    { "Zo\U0001F600", 0x1F600, "U+1F600" },   /* emoji: beyond what libharu keeps */
    { "\U00020BB7野", 0x20BB7, "U+20BB7" },   /* CJK beyond the basic plane */
    { "שרה", 0x05E9, "U+05E9" },              /* Hebrew: not in the faces */
    { "Zoé\u200F", 0x200F, "U+200F" },        /* right-to-left mark */
    { "Zo\té", '\t', "U+0009" },
    { "Zo\x01", 1, "U+0001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gunichar missing = 0;

      g_assert_false (sceau_pdf_check_text (SCEAU_FACE_SERIF, "The learner’s name", rows[i].text, &missing, &error));
      g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH);
      g_assert_cmphex (missing, ==, rows[i].letter);
      assert_contains (error->message, rows[i].code);
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

/* libharu cannot write faces of certain sizes, one in a thousand: whatever letters come, the document is made. */
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
  return g_test_run ();
}
