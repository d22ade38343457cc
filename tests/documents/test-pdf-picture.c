/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Pictures on a page: what is seen, and what it costs. */

#include "document-fixtures.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

typedef guint32 (*PixelFunc) (int x, int y); /* 0xRRGGBBAA */

static SceauPicture *
make_picture (int width, int height, PixelFunc colour)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);
  SceauPicture *picture = g_new0 (SceauPicture, 1);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize length = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint32 value = colour (x, y);

        for (int i = 0; i < 4; i++)
          gdk_pixbuf_get_pixels (pixbuf)[y * gdk_pixbuf_get_rowstride (pixbuf) + 4 * x + i] = (guint8) (value >> (24 - 8 * i));
      }
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", &error, NULL);
  g_assert_no_error (error);
  picture->png = g_bytes_new_take (data, length);
  picture->width = width;
  picture->height = height;
  return picture;
}

/* As smooth as a photograph, no two neighbours alike. */
static guint32
photograph (int x, int y)
{
  return (guint32) (x + y / 3) % 256 << 24 | (guint32) (2 * x + y) / 3 % 256 << 16 | (guint32) (x + 2 * y) / 4 % 256 << 8 | 0xFF;
}

static guint32
signature (int x, int y)
{
  return ABS (x - y) < 8 ? 0x000000FF : 0x00000000;
}

static guint32
blue (int x, int y)
{
  return 0x17295200 | 0xFF;
}

/* A page of one picture, 100 points a side. */
static GBytes *
draw (const SceauPicture *picture, double width, double height)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autoptr (GError) error = NULL;
  const SceauPdfStyle style = { SCEAU_FACE_SANS, 5, 0, { 0, 0, 0 } };
  GBytes *bytes;

  sceau_pdf_add_page (pdf, 100, 100);
  sceau_pdf_text (pdf, &style, SCEAU_PDF_LEFT, 2, 98, "x");
  sceau_pdf_image (pdf, picture, 0, 0, width, height);
  bytes = sceau_pdf_finish (pdf, &error);
  g_assert_no_error (error);
  pdf_assert_sound (bytes);
  return bytes;
}

/* Its pixels as they are in the file, by another program. */
static GdkPixbuf *
extract (GBytes *bytes)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-XXXXXX", NULL);
  g_autofree char *pdf = g_build_filename (folder, "page.pdf", NULL);
  g_autofree char *stem = g_build_filename (folder, "image", NULL);
  g_autofree char *png = g_strconcat (stem, "-000.png", NULL);
  const char *argv[] = { "pdfimages", "-png", pdf, stem, NULL };
  g_autoptr (GError) error = NULL;
  GdkPixbuf *image;

  g_assert_true (g_file_set_contents (pdf, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  image = gdk_pixbuf_new_from_file (png, &error);
  g_assert_no_error (error);
  g_unlink (png);
  g_unlink (pdf);
  g_rmdir (folder);
  return image;
}

static void
assert_pixels (GdkPixbuf *image, int width, int height, PixelFunc colour)
{
  g_assert_cmpint (gdk_pixbuf_get_width (image), ==, width);
  g_assert_cmpint (gdk_pixbuf_get_height (image), ==, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *at
          = gdk_pixbuf_read_pixels (image) + y * gdk_pixbuf_get_rowstride (image) + x * gdk_pixbuf_get_n_channels (image);
        const guint32 value = colour (x, y);
        const guint32 expected = (value & 0xFF) == 0xFF ? value >> 8 : 0xFFFFFF; /* nothing is white */

        g_assert_cmphex ((guint32) at[0] << 16 | at[1] << 8 | at[2], ==, expected);
      }
}

static void
test_photograph (void)
{
  g_autoptr (SceauPicture) picture = make_picture (300, 200, photograph);
  g_autoptr (GBytes) bytes = draw (picture, 60, 40);
  g_autoptr (GdkPixbuf) image = extract (bytes);

  assert_pixels (image, 300, 200, photograph);
  /* Not predicted it takes 60 kB. */
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 12000);
}

static void
test_grey (void)
{
  g_autoptr (SceauPicture) picture = make_picture (300, 120, signature);
  g_autoptr (GBytes) bytes = draw (picture, 60, 24);
  g_autoptr (GdkPixbuf) image = extract (bytes);
  g_autofree char *list = pdf_run (bytes, "pdfimages", "-list");

  assert_pixels (image, 300, 120, signature);
  assert_contains (list, "gray");
}

static void
test_colour_stays (void)
{
  g_autoptr (SceauPicture) picture = make_picture (50, 50, blue);
  g_autoptr (GBytes) bytes = draw (picture, 20, 20);
  g_autoptr (GdkPixbuf) image = extract (bytes);

  assert_pixels (image, 50, 50, blue);
}

/* A scan of 2 400 points for a stamp of an inch: 400 are all that paper shows. */
static void
test_no_finer_than_paper (void)
{
  g_autoptr (SceauPicture) picture = make_picture (1200, 600, photograph);
  g_autoptr (GBytes) bytes = draw (picture, 72, 36);
  g_autoptr (GdkPixbuf) image = extract (bytes);

  g_assert_cmpint (gdk_pixbuf_get_width (image), ==, 400);
  g_assert_cmpint (gdk_pixbuf_get_height (image), ==, 200);
}

/* The same picture in two sizes is two; twice in one size it is one. */
static void
test_two_sizes (void)
{
  g_autoptr (SceauPicture) picture = make_picture (1000, 1000, blue);
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *list = NULL;

  sceau_pdf_add_page (pdf, 200, 100);
  sceau_pdf_image (pdf, picture, 0, 0, 18, 18);
  sceau_pdf_image (pdf, picture, 100, 0, 72, 72);
  sceau_pdf_image (pdf, picture, 100, 0, 72, 72);
  bytes = sceau_pdf_finish (pdf, &error);
  g_assert_no_error (error);
  list = pdf_run (bytes, "pdfimages", "-list");
  assert_contains (list, " 100   100 ");
  assert_contains (list, " 400   400 ");
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 6000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/pdf-picture/photograph", test_photograph);
  g_test_add_func ("/documents/pdf-picture/grey", test_grey);
  g_test_add_func ("/documents/pdf-picture/colour-stays", test_colour_stays);
  g_test_add_func ("/documents/pdf-picture/no-finer-than-paper", test_no_finer_than_paper);
  g_test_add_func ("/documents/pdf-picture/two-sizes", test_two_sizes);
  return g_test_run ();
}
