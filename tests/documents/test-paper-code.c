/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Whether the code of a paper can be read: by a decoder that is not the encoder's, from the page as it is printed or
 * copied. */

#include "paper-fixtures.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zbar.h>

typedef struct
{
  guint width, height;
  guint8 *pixels; /* grey */
} Page;

static void
page_clear (Page *self)
{
  g_free (self->pixels);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

/* A PGM of eight bits: its head is "P5", width, height, 255. */
static void
read_pgm (Page *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;
  guint64 numbers[3];
  char *at;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (data, "P5\n"));
  at = data + 2;
  for (guint i = 0; i < 3; i++)
    numbers[i] = g_ascii_strtoull (at, &at, 10);
  g_assert_cmpuint (numbers[2], ==, 255);
  self->width = numbers[0];
  self->height = numbers[1];
  g_assert_cmpuint (length - (at + 1 - data), ==, numbers[0] * numbers[1]);
  self->pixels = g_memdup2 (at + 1, numbers[0] * numbers[1]);
}

/* The first page, as it comes out of a printer of 600 points an inch. */
static void
print_page (Page *self, GBytes *pdf)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);
  g_autofree char *stem = g_build_filename (folder, "page", NULL);
  g_autofree char *image = g_strconcat (stem, ".pgm", NULL);
  const char *argv[] = { "pdftoppm", "-r", "600", "-gray", "-singlefile", "-l", "1", path, stem, NULL };
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  read_pgm (self, image);
  g_unlink (image);
  g_unlink (path);
  g_rmdir (folder);
}

/* As a scanner sees it that has @n times fewer points: each is the mean of what it covers. */
static void
scan_page (Page *self, const Page *printed, guint n)
{
  self->width = printed->width / n;
  self->height = printed->height / n;
  self->pixels = g_malloc ((gsize) self->width * self->height);
  for (guint y = 0; y < self->height; y++)
    for (guint x = 0; x < self->width; x++)
      {
        guint sum = 0;

        for (guint i = 0; i < n * n; i++)
          sum += printed->pixels[(gsize) (y * n + i / n) * printed->width + x * n + i % n];
        self->pixels[(gsize) y * self->width + x] = (guint8) (sum / (n * n));
      }
}

/* Twice as large, with means between the points: zbar wants three points a module, which 150 an inch do not give. */
static void
enlarge (Page *self)
{
  const guint width = self->width;
  const guint height = self->height;
  g_autofree guint8 *from = g_steal_pointer (&self->pixels);

  self->width = 2 * width - 1;
  self->height = 2 * height - 1;
  self->pixels = g_malloc ((gsize) self->width * self->height);
  for (guint y = 0; y < self->height; y++)
    for (guint x = 0; x < self->width; x++)
      {
        const guint8 *above = from + (gsize) (y / 2) * width;
        const guint8 *below = from + (gsize) ((y + 1) / 2) * width;

        self->pixels[(gsize) y * self->width + x]
          = (guint8) ((above[x / 2] + above[(x + 1) / 2] + below[x / 2] + below[(x + 1) / 2]) / 4);
      }
}

/* What the only code of the page says, or NULL. */
static char *
read_code (const Page *page)
{
  zbar_image_scanner_t *scanner = zbar_image_scanner_create ();
  zbar_image_t *image = zbar_image_create ();
  const zbar_symbol_t *symbol;
  char *text = NULL;

  zbar_image_scanner_set_config (scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
  zbar_image_scanner_set_config (scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, page->width, page->height);
  zbar_image_set_data (image, page->pixels, (unsigned long) page->width * page->height, NULL);
  g_assert_cmpint (zbar_scan_image (scanner, image), <=, 1);
  symbol = zbar_image_first_symbol (image);
  if (symbol != NULL)
    text = g_strndup (zbar_symbol_get_data (symbol), zbar_symbol_get_data_length (symbol));
  zbar_image_destroy (image);
  zbar_image_scanner_destroy (scanner);
  return text;
}

/* A bad photocopy: little contrast, and grain. */
static void
copy_badly (Page *page)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (gsize i = 0; i < (gsize) page->width * page->height; i++)
    page->pixels[i] = (guint8) (70 + page->pixels[i] * 130 / 255 + g_rand_int_range (random, -12, 13));
}

static void
test_code_is_read (void)
{
  static const guint coarser[] = { 2, 4 }; /* 300 and 150 points an inch */

  for (guint d = 0; d < G_N_ELEMENTS (fixture_designs); d++)
    for (guint paper = 0; paper < SCEAU_N_PAPERS; paper++)
      {
        g_autoptr (PaperFixture) fixture = NULL;
        g_autoptr (GBytes) bytes = NULL;
        g_auto (Page) printed = { 0 };

        if (paper == SCEAU_PAPER_SUPPLEMENT)
          continue; /* its code is on its last page, drawn by the same lines */
        fixture = paper_fixture_new (fixture_designs[d], paper);
        paper_fixture_adorn (fixture);
        bytes = paper_fixture_render (fixture);
        print_page (&printed, bytes);
        for (guint i = 0; i < G_N_ELEMENTS (coarser); i++)
          {
            g_auto (Page) page = { 0 };
            g_autofree char *text = NULL;

            scan_page (&page, &printed, coarser[i]);
            copy_badly (&page);
            if (coarser[i] == 4)
              enlarge (&page);
            text = read_code (&page);
            g_assert_cmpstr (text, ==, fixture_code);
          }
      }
}

/* What is read comes from the code alone. */
static void
test_no_code (void)
{
  g_autoptr (PaperFixture) fixture = paper_fixture_new ("classic", SCEAU_PAPER_CERTIFICATE);
  g_autoptr (GBytes) bytes = paper_fixture_render (fixture);
  g_auto (Page) page = { 0 };

  print_page (&page, bytes);
  g_assert_null (read_code (&page));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/paper-code/code-is-read", test_code_is_read);
  g_test_add_func ("/documents/paper-code/no-code", test_no_code);
  return g_test_run ();
}
