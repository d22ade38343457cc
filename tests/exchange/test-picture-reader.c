/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Logos, seals and signatures as users have them, and as nobody should. */

#include "sceau-picture-reader.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>

#include "exchange-test.h"
#include "sceau-exchange-error.h"

typedef struct
{
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("sceau-picture-XXXXXX", &self->path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_free (self->path);
}

static SceauPicture *
read_bytes (Fixture *self, const void *bytes, gsize length, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  g_assert_true (g_file_set_contents (self->path, bytes, (gssize) length, NULL));
  return sceau_picture_read_file (file, NULL, error);
}

/* --- PNG, chunk by chunk -------------------------------------------------------- */

static guint32
crc_of (const guint8 *data, gsize length)
{
  guint32 crc = 0xFFFFFFFF;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? 0xEDB88320 ^ crc >> 1 : crc >> 1;
    }
  return ~crc;
}

static void
append_32 (GByteArray *to, guint32 value)
{
  const guint8 bytes[] = { value >> 24, value >> 16 & 255, value >> 8 & 255, value & 255 };

  g_byte_array_append (to, bytes, sizeof bytes);
}

static void
append_chunk (GByteArray *to, const char *type, const void *data, gsize length)
{
  const guint start = to->len + 4;

  append_32 (to, (guint32) length);
  g_byte_array_append (to, (const guint8 *) type, 4);
  if (length > 0)
    g_byte_array_append (to, data, (guint) length);
  append_32 (to, crc_of (to->data + start, to->len - start));
}

static GByteArray *
begin_png (guint32 width, guint32 height, guint8 depth, guint8 colour)
{
  GByteArray *png = g_byte_array_new ();
  g_autoptr (GByteArray) head = g_byte_array_new ();
  const guint8 rest[] = { depth, colour, 0, 0, 0 };

  g_byte_array_append (png, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  append_32 (head, width);
  append_32 (head, height);
  g_byte_array_append (head, rest, sizeof rest);
  append_chunk (png, "IHDR", head->data, head->len);
  return png;
}

static void
append_pixels (GByteArray *png, const guint8 *rows, gsize length)
{
  g_autoptr (GZlibCompressor) deflate = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autofree guint8 *packed = g_malloc (length + 1024);
  gsize read, written;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_converter_convert (G_CONVERTER (deflate), rows, length, packed, length + 1024, G_CONVERTER_INPUT_AT_END, &read,
                                        &written, &error),
                   ==, G_CONVERTER_FINISHED);
  append_chunk (png, "IDAT", packed, written);
  append_chunk (png, "IEND", NULL, 0);
}

/* @row_bytes: of one row, each byte @value, behind its filter. */
static GByteArray *
make_png (guint32 width, guint32 height, guint8 depth, guint8 colour, guint row_bytes, guint8 value)
{
  GByteArray *png = begin_png (width, height, depth, colour);
  const gsize length = (gsize) height * (row_bytes + 1);
  g_autofree guint8 *rows = g_malloc (length);

  memset (rows, value, length);
  for (guint32 y = 0; y < height; y++)
    rows[(gsize) y * (row_bytes + 1)] = 0;
  if (colour == 3)
    append_chunk (png, "PLTE", "\xc0\x10\x20\x00\x00\x00", 6);
  append_pixels (png, rows, length);
  return png;
}

static GBytes *
make_pixbuf (int width, int height, const char *type, guint32 colour)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, colour);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static GdkPixbuf *
unpack (const SceauPicture *picture)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (picture->png);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, picture->width);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, picture->height);
  g_assert_cmpint (gdk_pixbuf_get_bits_per_sample (pixbuf), ==, 8);
  return pixbuf;
}

/* A bit of play for what compression and colour spaces do. */
static void
assert_colour (const GdkPixbuf *pixbuf, int x, int y, guint32 expected)
{
  const guint8 *at = gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) + x * gdk_pixbuf_get_n_channels (pixbuf);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (ABS ((int) at[i] - (int) (expected >> (16 - 8 * i) & 255)), <, 40);
}

/* --- What is taken --------------------------------------------------------------- */

static void
takes_every_kind_of_png (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *what;
    guint8 depth, colour;
    guint row_bytes; /* of 40 pixels */
    guint8 value;
    guint32 expected;
    gboolean transparent;
  } rows[] = {
    { "grey of one bit", 1, 0, 5, 0xFF, 0xFFFFFF, FALSE },
    { "grey of 16 bits", 16, 0, 80, 0x80, 0x808080, FALSE },
    { "a palette of 2 bits", 2, 3, 10, 0, 0xC01020, FALSE },
    { "colour of 16 bits", 16, 2, 240, 0x40, 0x404040, FALSE },
    { "grey with transparency", 8, 4, 80, 0x90, 0x909090, TRUE },
    { "colour of 16 bits with transparency", 16, 6, 320, 0x70, 0x707070, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GByteArray) png = make_png (40, 24, rows[i].depth, rows[i].colour, rows[i].row_bytes, rows[i].value);
      g_autoptr (GError) error = NULL;
      g_autoptr (SceauPicture) picture = read_bytes (self, png->data, png->len, &error);
      g_autoptr (GdkPixbuf) pixbuf = NULL;

      g_test_message ("%s", rows[i].what);
      g_assert_no_error (error);
      g_assert_cmpint (picture->width, ==, 40);
      pixbuf = unpack (picture);
      assert_colour (pixbuf, 20, 12, rows[i].expected);
      g_assert_cmpint (gdk_pixbuf_get_has_alpha (pixbuf), ==, rows[i].transparent);
    }
}

/* Red of 32 × 24 in four inks, as printers save it. */
static const char cmyk[] =
  "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6pseZqKuk/8AAFAgAGAAgBEMR"
  "AE0RAFkRAEsRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAAG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBNAFkASwAAPwCmTKZUwAAAAAAAAAAAAAAP/9k=";

static void
takes_a_jpeg_of_four_inks (Fixture *self, gconstpointer data)
{
  gsize length;
  g_autofree guchar *jpeg = g_base64_decode (cmyk, &length);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauPicture) picture = read_bytes (self, jpeg, length, &error);
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  g_assert_no_error (error);
  pixbuf = unpack (picture);
  g_assert_cmpint (picture->width, ==, 32);
  assert_colour (pixbuf, 16, 12, 0xFF0000);
}

/* An EXIF that says "turn it by 90 degrees" (orientation 6), as telephones write it. */
static void
turns_a_picture_as_its_camera_says (Fixture *self, gconstpointer data)
{
  static const guint8 exif[] = { 0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1,
                                 0, 6, 0, 0, 0, 0, 0, 0 };
  g_autoptr (GBytes) jpeg = make_pixbuf (60, 20, "jpeg", 0x2040A0FF);
  g_autoptr (GByteArray) turned = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauPicture) picture = NULL;
  gsize length;
  const guint8 *bytes = g_bytes_get_data (jpeg, &length);

  g_byte_array_append (turned, bytes, 2);
  g_byte_array_append (turned, exif, sizeof exif);
  g_byte_array_append (turned, bytes + 2, (guint) length - 2);
  picture = read_bytes (self, turned->data, turned->len, &error);
  g_assert_no_error (error);
  g_assert_cmpint (picture->width, ==, 20);
  g_assert_cmpint (picture->height, ==, 60);
}

static void
makes_a_large_picture_smaller (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *type;
    int width, height, kept_width, kept_height;
  } rows[] = {
    { "png", 2400, 600, 1200, 300 }, { "jpeg", 3000, 4000, 300, 400 }, { "png", 1200, 400, 1200, 400 },
    { "png", 1201, 16, 1200, 16 },   { "png", 16, 16, 16, 16 },        { "png", 16, 8000, 1, 400 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = make_pixbuf (rows[i].width, rows[i].height, rows[i].type, 0x102030FF);
      g_autoptr (GError) error = NULL;
      g_autoptr (SceauPicture) picture = read_bytes (self, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
      g_autoptr (GdkPixbuf) pixbuf = NULL;

      g_assert_no_error (error);
      pixbuf = unpack (picture);
      g_assert_cmpint (picture->width, ==, rows[i].kept_width);
      g_assert_cmpint (picture->height, ==, rows[i].kept_height);
      assert_colour (pixbuf, 0, 0, 0x102030);
    }
}

/* What a file tells beside its pixels stays with whoever made it, and one picture always gives the same bytes. */
static void
keeps_pixels_and_nothing_else (Fixture *self, gconstpointer data)
{
  static const char remark[] = "Comment\0pris chez Ada EXEMPLE";
  g_autoptr (GByteArray) png = begin_png (32, 32, 8, 2);
  g_autofree guint8 *rows = g_malloc0 (32 * 97);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauPicture) one = NULL, two = NULL;

  append_chunk (png, "tEXt", remark, sizeof remark - 1);
  append_pixels (png, rows, 32 * 97);
  /* Behind its end a file may hold anything. */
  g_byte_array_append (png, (const guint8 *) "<script>", 8);
  one = read_bytes (self, png->data, png->len, &error);
  g_assert_no_error (error);
  two = read_bytes (self, png->data, png->len, &error);
  g_assert_true (g_bytes_equal (one->png, two->png));
  g_assert_null (g_strstr_len (g_bytes_get_data (one->png, NULL), (gssize) g_bytes_get_size (one->png), "EXEMPLE"));
  g_assert_null (g_strstr_len (g_bytes_get_data (one->png, NULL), (gssize) g_bytes_get_size (one->png), "script"));
}

/* --- What is refused ------------------------------------------------------------- */

static void
assert_refused (Fixture *self, const void *bytes, gsize length, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (self->path);

  g_assert_null (read_bytes (self, bytes, length, &error));
  g_assert_error (error, SCEAU_EXCHANGE_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, name));
}

static void
refuses_what_is_no_picture (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *words;
  } rows[] = {
    { "", 0, "neither a PNG nor a JPEG" },
    { "Ceci est un texte.\n", 19, "neither a PNG nor a JPEG" },
    { "\0\0\0\0\0\0\0\0\0\0\0\0", 12, "neither a PNG nor a JPEG" },
    { "<svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'/>", 64, "Save it as PNG" },
    { "GIF89a\x20\0\x20\0\0\0\0;", 14, "neither a PNG nor a JPEG" },
    { "%PDF-1.7\n", 9, "neither a PNG nor a JPEG" },
    { "\x89PNG\r\n\x1a\n", 8, "damaged or incomplete" },
    { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "damaged or incomplete" },
    { "\xFF\xD8\xFF", 3, "damaged or incomplete" },
    { "\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xFF\xD9", 22, "damaged or incomplete" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_refused (self, rows[i].bytes, rows[i].length, SCEAU_EXCHANGE_ERROR_NOT_READABLE, rows[i].words);
}

/* Each says in a few bytes that it is huge: no memory is asked for its pixels. */
static void
refuses_a_bomb_by_its_head (Fixture *self, gconstpointer data)
{
  static const guint32 sizes[][2] = { { 20000, 20000 }, { 1000000, 1000000 }, { 40000001, 16 }, { 6400, 6400 }, { 100000, 500 } };
  g_autofree guint8 *nothing = g_malloc0 (100000);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GByteArray) png = begin_png (sizes[i][0], sizes[i][1], 8, 6);
      g_autoptr (GError) error = NULL;

      append_pixels (png, nothing, 100000);
      g_assert_cmpuint (png->len, <, 400);
      g_assert_null (read_bytes (self, png->data, png->len, &error));
      g_test_message ("%s", error->message);
      if (sizes[i][0] <= 1000000) /* libpng itself refuses a wider one */
        {
          g_assert_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_TOO_LARGE);
          g_assert_nonnull (strstr (error->message, "more than 40 million"));
        }
    }
}

static void
refuses_a_huge_jpeg_by_its_head (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) jpeg = make_pixbuf (64, 64, "jpeg", 0xFFFFFFFF);
  gsize length;
  g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (jpeg, &length), g_bytes_get_size (jpeg));

  length = g_bytes_get_size (jpeg);
  for (gsize i = 0; i + 9 < length; i++)
    if (bytes[i] == 0xFF && bytes[i + 1] == 0xC0)
      memset (bytes + i + 5, 0xFD, 4); /* 65021 × 65021 */
  assert_refused (self, bytes, length, SCEAU_EXCHANGE_ERROR_TOO_LARGE, "65021 × 65021");
}

static void
refuses_what_is_too_small (Fixture *self, gconstpointer data)
{
  static const int sizes[][2] = { { 1, 1 }, { 15, 400 }, { 400, 15 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) png = make_pixbuf (sizes[i][0], sizes[i][1], i == 2 ? "jpeg" : "png", 0xFF);

      assert_refused (self, g_bytes_get_data (png, NULL), g_bytes_get_size (png), SCEAU_EXCHANGE_ERROR_NOT_READABLE, "a blot on paper");
    }
}

/* Whatever of it is missing, half a logo is not taken for a whole one. */
static void
refuses_a_truncated_picture (Fixture *self, gconstpointer data)
{
  static const char *const types[] = { "png", "jpeg" };

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      g_autoptr (GBytes) whole = make_pixbuf (300, 200, types[t], 0xA01030FF);
      gsize length;
      const guint8 *bytes = g_bytes_get_data (whole, &length);

      for (gsize kept = 30; kept < length; kept += 1 + length / 40)
        assert_refused (self, bytes, kept, SCEAU_EXCHANGE_ERROR_NOT_READABLE, "damaged or incomplete");
      assert_refused (self, bytes, length - 1, SCEAU_EXCHANGE_ERROR_NOT_READABLE, "damaged or incomplete");
    }
}

/* Any byte may be wrong: a picture, or a sentence, and never more. */
static void
survives_any_damage (Fixture *self, gconstpointer data)
{
  static const char *const types[] = { "png", "jpeg" };
  g_autoptr (GRand) dice = g_rand_new_with_seed (5);
  guint taken = 0, refused = 0;

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      g_autoptr (GBytes) whole = make_pixbuf (48, 32, types[t], 0xA01030FF);
      const gsize length = g_bytes_get_size (whole);

      for (guint i = 0; i < 200; i++)
        {
          g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), length);
          g_autoptr (SceauPicture) picture = NULL;
          g_autoptr (GError) error = NULL;

          for (guint j = 0; j < 1 + i % 3; j++)
            bytes[g_rand_int_range (dice, 0, (gint32) length)] = (guint8) g_rand_int_range (dice, 0, 256);
          picture = read_bytes (self, bytes, length, &error);
          g_assert_true ((picture != NULL) == (error == NULL));
          taken += picture != NULL;
          refused += picture == NULL;
        }
    }
  g_assert_cmpuint (taken, >, 10);
  g_assert_cmpuint (refused, >, 100);
}

static void
refuses_a_file_that_is_too_large (Fixture *self, gconstpointer data)
{
  g_autofree guint8 *bytes = g_malloc0 (SCEAU_PICTURE_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_bytes (self, bytes, SCEAU_PICTURE_MAX_BYTES + 1, &error));
  g_assert_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_TOO_LARGE);
}

static void
refuses_a_file_that_is_not_there (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/logo.png");
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GError) error = NULL;

  g_assert_null (sceau_picture_read_file (missing, NULL, &error));
  g_assert_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE);
  g_clear_error (&error);
  g_assert_null (sceau_picture_read_file (folder, NULL, &error));
  g_assert_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE);
}

#define ADD(name, func) g_test_add ("/exchange/picture-reader/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("takes-every-kind-of-png", takes_every_kind_of_png);
  ADD ("takes-a-jpeg-of-four-inks", takes_a_jpeg_of_four_inks);
  ADD ("turns-a-picture-as-its-camera-says", turns_a_picture_as_its_camera_says);
  ADD ("makes-a-large-picture-smaller", makes_a_large_picture_smaller);
  ADD ("keeps-pixels-and-nothing-else", keeps_pixels_and_nothing_else);
  ADD ("refuses-what-is-no-picture", refuses_what_is_no_picture);
  ADD ("refuses-a-bomb-by-its-head", refuses_a_bomb_by_its_head);
  ADD ("refuses-a-huge-jpeg-by-its-head", refuses_a_huge_jpeg_by_its_head);
  ADD ("refuses-what-is-too-small", refuses_what_is_too_small);
  ADD ("refuses-a-truncated-picture", refuses_a_truncated_picture);
  ADD ("survives-any-damage", survives_any_damage);
  ADD ("refuses-a-file-that-is-too-large", refuses_a_file_that_is_too_large);
  ADD ("refuses-a-file-that-is-not-there", refuses_a_file_that_is_not_there);
  return g_test_run ();
}
