/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "document-fixtures.h"
#include "sceau-pdf-batch.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

/* Invented people; the last three have letters that the specimen lacks. */
static const char *const names[] = { "Zoé Lefèvre", "Inès Martin", "Hugo Petit", "Łukasz Wójcik", "Ελένη Δήμου", "Nguyễn Thị Ánh" };

typedef struct
{
  guint first;             /* index of the first name */
  guint n;                 /* documents made so far */
  guint stop;              /* draw() fails at this one */
  GPtrArray *files;        /* (element-type GBytes) */
  SceauPicture *logo;
  SceauPicture *signature; /* that the specimen lacks */
} Fixture;

static SceauPicture *
make_picture (guint32 colour)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 16, 16);
  SceauPicture *picture = g_new0 (SceauPicture, 1);
  char *data = NULL;
  gsize length = 0;

  gdk_pixbuf_fill (pixbuf, colour);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL));
  picture->png = g_bytes_new_take (data, length);
  picture->width = picture->height = 16;
  return picture;
}

static void
fixture_init (Fixture *fixture)
{
  *fixture = (Fixture) { .stop = G_MAXUINT };
  fixture->files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  fixture->logo = make_picture (0x204080FF);
  fixture->signature = make_picture (0x101010FF);
}

static void
fixture_clear (Fixture *fixture)
{
  g_ptr_array_unref (fixture->files);
  sceau_picture_free (fixture->logo);
  sceau_picture_free (fixture->signature);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
draw_page (SceauPdf *pdf, const Fixture *fixture, const char *name, gboolean signed_by_hand)
{
  static const SceauPdfStyle style = { SCEAU_FACE_SERIF, 14, 0, { 0.1, 0.1, 0.3 } };
  g_autofree char *code = g_strdup_printf ("SCEAU1:%s", name);

  sceau_pdf_set_title (pdf, name);
  sceau_pdf_set_author (pdf, "École & Métiers");
  sceau_pdf_set_created (pdf, sceau_date_new (2026, 11, 20));
  sceau_pdf_add_page (pdf, 400, 300);
  sceau_pdf_set_printed (pdf, TRUE);
  if (sceau_pdf_begin_shared (pdf, "border"))
    {
      sceau_pdf_frame (pdf, 10, 10, 380, 280, 2, style.colour);
      sceau_pdf_end_shared (pdf);
    }
  sceau_pdf_image (pdf, fixture->logo, 20, 20, 40, 40);
  sceau_pdf_text (pdf, &style, SCEAU_PDF_CENTRE, 200, 100, "Parchemin");
  sceau_pdf_set_printed (pdf, FALSE);
  sceau_pdf_text (pdf, &style, SCEAU_PDF_CENTRE, 200, 150, name);
  sceau_pdf_qr (pdf, 300, 200, 80, code);
  if (!signed_by_hand)
    sceau_pdf_image (pdf, fixture->signature, 100, 200, 40, 40);
  sceau_pdf_bookmark (pdf, name);
}

static SceauPdf *
make_specimen (const Fixture *fixture)
{
  SceauPdf *pdf = sceau_pdf_new ();

  draw_page (pdf, fixture, "Camille Exemple", TRUE);
  sceau_pdf_reserve (pdf, SCEAU_FACE_SERIF, SCEAU_PDF_BATCH_LETTERS);
  sceau_pdf_set_title (pdf, "Parchemins");
  return pdf;
}

static gboolean
draw (SceauPdf *pdf, guint index, gpointer data, GError **error)
{
  const Fixture *fixture = data;

  if (index == fixture->stop)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "nobody");
      return FALSE;
    }
  index += fixture->first;
  draw_page (pdf, fixture, names[index % G_N_ELEMENTS (names)], index % 5 != 1);
  return TRUE;
}

static gboolean
keep (GBytes *file, guint index, gpointer data, GError **error)
{
  Fixture *fixture = data;

  g_assert_cmpuint (index, ==, fixture->n++);
  g_ptr_array_add (fixture->files, g_bytes_ref (file));
  return TRUE;
}

static void
render_each (Fixture *fixture, guint first, guint n)
{
  g_autoptr (SceauPdf) specimen = make_specimen (fixture);
  g_autoptr (GError) error = NULL;
  gboolean made;

  g_ptr_array_set_size (fixture->files, 0);
  fixture->first = first;
  fixture->n = 0;
  made = sceau_pdf_batch_each (specimen, n, draw, keep, fixture, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (made);
  g_assert_cmpuint (fixture->files->len, ==, n);
}

static void
test_each (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture);
  render_each (&fixture, 0, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GBytes *file = g_ptr_array_index (fixture.files, i);
      g_autofree char *text = pdf_text (file);
      g_autofree char *information = pdf_run (file, "pdfinfo", NULL);
      g_autofree char *images = pdf_run (file, "pdfimages", "-list");
      g_autofree char *expected = g_strconcat ("Parchemin ", names[i], NULL);

      pdf_assert_sound (file);
      g_assert_cmpstr (text, ==, expected);
      assert_contains (information, names[i]);
      assert_contains (information, "École & Métiers");
      g_assert_cmpint (g_strstr_len (images, -1, "16    16  rgb") != NULL, ==, TRUE);
      g_assert_cmpuint (g_bytes_get_size (file), <, 25000);
    }
}

/* What a document is does not depend on those made with it, nor on how many cores made them. */
static void
test_bytes_of_each_are_its_own (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) many = NULL;

  fixture_init (&fixture);
  render_each (&fixture, 0, 60);
  many = g_steal_pointer (&fixture.files);
  fixture.files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 0; i < 12; i++)
    {
      render_each (&fixture, i, 1);
      g_assert_true (g_bytes_equal (g_ptr_array_index (fixture.files, 0), g_ptr_array_index (many, i)));
      if (i % 2 == 0)
        g_assert_false (g_bytes_equal (g_ptr_array_index (many, i), g_ptr_array_index (many, i + 1)));
    }
}

static GBytes *
render_merged (Fixture *fixture, guint n)
{
  g_autoptr (SceauPdf) specimen = make_specimen (fixture);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  sceau_pdf_batch_merged (specimen, n, draw, fixture, out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (out, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static void
test_merged (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  const char *at;

  fixture_init (&fixture);
  file = render_merged (&fixture, 150);
  again = render_merged (&fixture, 150);
  g_assert_true (g_bytes_equal (file, again));
  pdf_assert_sound (file);
  g_assert_cmpuint (pdf_n_pages (file), ==, 150);
  g_assert_cmpuint (g_bytes_get_size (file), <, 30000 + 150 * 2800);
  text = pdf_text (file);
  at = text;
  for (guint i = 0; i < 150; i++)
    {
      at = strstr (at, names[i % G_N_ELEMENTS (names)]);
      g_assert_nonnull (at);
      at++;
    }
  json = pdf_run (file, "qpdf", "--json");
  assert_contains (json, "\"destpageposfrom1\": 150");
  assert_contains (json, "u:Parchemins");
}

static void
test_stops (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SceauPdf) specimen = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  fixture.stop = 37;
  specimen = make_specimen (&fixture);
  g_assert_false (sceau_pdf_batch_each (specimen, 100, draw, keep, &fixture, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (fixture.n, ==, 37); /* all before it came out */
}

static gboolean
cancel_at_ten (GBytes *file, guint index, gpointer data, GError **error)
{
  if (index == 10)
    g_cancellable_cancel (data);
  g_assert_cmpuint (index, <=, 10);
  return TRUE;
}

static gboolean
draw_any (SceauPdf *pdf, guint index, gpointer data, GError **error)
{
  sceau_pdf_add_page (pdf, 100, 100);
  sceau_pdf_qr (pdf, 0, 0, 100, "x");
  return TRUE;
}

static void
test_cancelled (void)
{
  g_autoptr (SceauPdf) specimen = sceau_pdf_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  draw_any (specimen, 0, NULL, NULL);
  g_assert_false (sceau_pdf_batch_each (specimen, 100000, draw_any, cancel_at_ten, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
draw_refused (SceauPdf *pdf, guint index, gpointer data, GError **error)
{
  const SceauPdfStyle style = { SCEAU_FACE_SERIF, 10, 0, { 0, 0, 0 } };

  sceau_pdf_add_page (pdf, 100, 100);
  sceau_pdf_text (pdf, &style, SCEAU_PDF_LEFT, 0, 0, index == 3 ? "Zo\U0001F600" : "Zoé");
  return TRUE;
}

static void
test_letter_refused (void)
{
  g_autoptr (SceauPdf) specimen = sceau_pdf_new ();
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  draw_refused (specimen, 0, NULL, NULL);
  g_assert_false (sceau_pdf_batch_merged (specimen, 5, draw_refused, NULL, out, NULL, &error));
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH);
  assert_contains (error->message, "U+1F600");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/pdf-batch/each", test_each);
  g_test_add_func ("/documents/pdf-batch/bytes-of-each-are-its-own", test_bytes_of_each_are_its_own);
  g_test_add_func ("/documents/pdf-batch/merged", test_merged);
  g_test_add_func ("/documents/pdf-batch/stops", test_stops);
  g_test_add_func ("/documents/pdf-batch/cancelled", test_cancelled);
  g_test_add_func ("/documents/pdf-batch/letter-refused", test_letter_refused);
  return g_test_run ();
}
