/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-pdf-picture-private.h"

#include "sceau-pdf-emitter-private.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* Beyond what any logo needs; a picture that claims more is not unpacked. */
#define MOST_PIXELS (4096 * 4096)

/* Finer than paper shows: a scan of a signature is not printed larger than it is drawn. */
#define MOST_PER_INCH 400

/* --- Decoding ------------------------------------------------------------ */

static guint32
read_32 (const guint8 *at)
{
  return (guint32) at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3];
}

/* The head of a PNG (ISO/IEC 15948, 5.2 and 11.2.2) says its size before anything is unpacked; its end is looked
 * at too, for a decoder may take half a picture for a whole one. */
static gboolean
is_as_told (const SceauPicture *picture)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
  static const guint8 end[] = { 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82 };
  gsize length = 0;
  const guint8 *data = picture->png != NULL ? g_bytes_get_data (picture->png, &length) : NULL;

  return length > 24 + sizeof end && memcmp (data, signature, sizeof signature) == 0
         && memcmp (data + length - sizeof end, end, sizeof end) == 0
         && picture->width > 0 && picture->height > 0 && picture->width <= MOST_PIXELS / picture->height
         && read_32 (data + 16) == (guint32) picture->width && read_32 (data + 20) == (guint32) picture->height;
}

static guint8
on_white (guint8 value, guint8 opacity)
{
  return 255 - (255 - value) * opacity / 255;
}

/* --- Pixels --------------------------------------------------------------- */

static GByteArray *
flatten (const GdkPixbuf *pixbuf)
{
  const int width = gdk_pixbuf_get_width (pixbuf);
  const int height = gdk_pixbuf_get_height (pixbuf);
  const int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  const gboolean has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  GByteArray *pixels = g_byte_array_sized_new ((guint) (3 * width * height));

  for (int y = 0; y < height; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);

      for (int x = 0; x < width; x++, from += n_channels)
        {
          guint8 pixel[3];

          for (int colour = 0; colour < 3; colour++)
            pixel[colour] = on_white (from[colour], has_alpha ? from[3] : 255);
          g_byte_array_append (pixels, pixel, 3);
        }
    }
  return pixels;
}

/* Signatures and seals are mostly black: one byte a pixel says as much as three.  FALSE when there is a colour. */
static gboolean
take_colours_away (GByteArray *pixels)
{
  const guint n = pixels->len / 3;

  for (guint i = 0; i < n; i++)
    if (pixels->data[3 * i] != pixels->data[3 * i + 1] || pixels->data[3 * i] != pixels->data[3 * i + 2])
      return FALSE;
  for (guint i = 0; i < n; i++)
    pixels->data[i] = pixels->data[3 * i];
  g_byte_array_set_size (pixels, n);
  return TRUE;
}

/* --- Prediction: ISO/IEC 15948, 9.2 --------------------------------------- */

#define N_PREDICTORS 5

static guint8
predict (guint predictor, guint8 left, guint8 above, guint8 corner)
{
  const int to_left = ABS (above - corner);
  const int to_above = ABS (left - corner);
  const int to_corner = ABS (left + above - 2 * corner);

  switch (predictor)
    {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (guint8) ((left + above) / 2);
    case 4:
      if (to_left <= to_above && to_left <= to_corner)
        return left;
      return to_above <= to_corner ? above : corner;
    default:
      return 0;
    }
}

/* @row as what it differs by from what @predictor expects; returns how much that is. */
static guint
predict_row (guint predictor, const guint8 *row, const guint8 *above, guint length, guint step, guint8 *to)
{
  guint sum = 0;

  for (guint i = 0; i < length; i++)
    {
      const guint8 left = i >= step ? row[i - step] : 0;
      const guint8 up = above != NULL ? above[i] : 0;
      const guint8 corner = i >= step && above != NULL ? above[i - step] : 0;

      to[i] = (guint8) (row[i] - predict (predictor, left, up, corner));
      sum += to[i] < 128 ? to[i] : 256 - to[i];
    }
  return sum;
}

/* Each row by the predictor that leaves least of it, whose number stands before it. */
static GBytes *
predict_rows (const GByteArray *pixels, guint length, guint step)
{
  GByteArray *rows = g_byte_array_sized_new (pixels->len + pixels->len / length);
  g_autofree guint8 *tried = g_malloc (length);
  g_autofree guint8 *best = g_malloc (length);

  for (guint at = 0; at < pixels->len; at += length)
    {
      guint least = G_MAXUINT;
      guint8 chosen = 0;

      for (guint8 predictor = 0; predictor < N_PREDICTORS; predictor++)
        {
          const guint sum
            = predict_row (predictor, pixels->data + at, at > 0 ? pixels->data + at - length : NULL, length, step, tried);

          if (sum >= least)
            continue;
          least = sum;
          chosen = predictor;
          memcpy (best, tried, length);
        }
      g_byte_array_append (rows, &chosen, 1);
      g_byte_array_append (rows, best, length);
    }
  return g_byte_array_free_to_bytes (rows);
}

static gsize
deflated_size (GBytes *bytes)
{
  g_autoptr (GConverter) deflater = sceau_pdf_deflater_new ();
  g_autoptr (GBytes) deflated = sceau_pdf_deflate (deflater, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return g_bytes_get_size (deflated);
}

/* Bytes that say how rows are predicted. */
#define COST_OF_TELLING 60

/* Photographs are smaller when predicted, drawings of few colours are not. */
static void
keep_pixels (SceauPdfPicture *self, GByteArray *pixels)
{
  const guint length = (guint) self->width * self->n_channels;
  g_autoptr (GBytes) predicted = predict_rows (pixels, length, self->n_channels);
  g_autoptr (GBytes) plain = g_byte_array_free_to_bytes (pixels);

  self->predicted = deflated_size (predicted) + COST_OF_TELLING < deflated_size (plain);
  self->pixels = g_bytes_ref (self->predicted ? predicted : plain);
}

/* --- The picture ---------------------------------------------------------- */

void
sceau_pdf_picture_size (const SceauPicture *picture, double room_width, double room_height, int *width, int *height)
{
  const double share = MAX (room_width / picture->width, room_height / picture->height) * MOST_PER_INCH / 72;

  *width = picture->width;
  *height = picture->height;
  if (!(share > 0 && share < 1))
    return;
  *width = MAX (1, (int) ceil (picture->width * share));
  *height = MAX (1, (int) ceil (picture->height * share));
}

static GdkPixbuf *
decode (const SceauPicture *picture)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  if (is_as_told (picture))
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (picture->png);

      pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, NULL);
    }
  if (pixbuf == NULL || gdk_pixbuf_get_width (pixbuf) != picture->width || gdk_pixbuf_get_height (pixbuf) != picture->height)
    return NULL;
  return g_steal_pointer (&pixbuf);
}

SceauPdfPicture *
sceau_pdf_picture_decode (const SceauPicture *picture, int width, int height, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = decode (picture);
  g_autofree char *name = NULL;
  SceauPdfPicture *self;
  GByteArray *pixels;

  if (pixbuf == NULL)
    {
      g_set_error_literal (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_IO,
                           _("A picture of the page is damaged: choose it again in the settings of the school."));
      return NULL;
    }
  if (width < picture->width || height < picture->height)
    {
      GdkPixbuf *small = gdk_pixbuf_scale_simple (pixbuf, width, height, GDK_INTERP_BILINEAR);

      g_object_unref (pixbuf);
      pixbuf = small;
    }
  self = g_atomic_rc_box_new0 (SceauPdfPicture);
  self->png = g_bytes_ref (picture->png);
  self->width = width;
  self->height = height;
  pixels = flatten (pixbuf);
  self->n_channels = take_colours_away (pixels) ? 1 : 3;
  keep_pixels (self, pixels);
  name = sceau_pdf_name_of ('I', self->png);
  self->name = g_strdup_printf ("%s.%d", name, width);
  return self;
}

static void
clear_picture (gpointer data)
{
  SceauPdfPicture *self = data;

  g_bytes_unref (self->png);
  g_bytes_unref (self->pixels);
  g_free (self->name);
}

void
sceau_pdf_release_picture (gpointer picture)
{
  g_atomic_rc_box_release_full (picture, clear_picture);
}
