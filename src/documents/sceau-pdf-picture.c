/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-pdf-picture-private.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>

/* Beyond what any logo needs; a picture that claims more is not unpacked. */
#define MOST_PIXELS (4096 * 4096)

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

static GBytes *
flatten (const GdkPixbuf *pixbuf)
{
  const int width = gdk_pixbuf_get_width (pixbuf);
  const int height = gdk_pixbuf_get_height (pixbuf);
  const int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  const gboolean has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  const gsize length = (gsize) 3 * width * height;
  guint8 *pixels = g_malloc (length);
  guint8 *to = pixels;

  for (int y = 0; y < height; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);

      for (int x = 0; x < width; x++, from += n_channels)
        for (int colour = 0; colour < 3; colour++)
          *to++ = on_white (from[colour], has_alpha ? from[3] : 255);
    }
  return g_bytes_new_take (pixels, length);
}

SceauPdfPicture *
sceau_pdf_picture_decode (const SceauPicture *picture, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  SceauPdfPicture *self;

  if (is_as_told (picture))
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (picture->png);

      pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, NULL);
    }
  if (pixbuf == NULL || gdk_pixbuf_get_width (pixbuf) != picture->width || gdk_pixbuf_get_height (pixbuf) != picture->height)
    {
      g_set_error_literal (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_IO,
                           _("A picture of the page is damaged: choose it again in the settings of the school."));
      return NULL;
    }
  self = g_atomic_rc_box_new0 (SceauPdfPicture);
  self->png = g_bytes_ref (picture->png);
  self->pixels = flatten (pixbuf);
  self->width = picture->width;
  self->height = picture->height;
  self->name = sceau_pdf_name_of ('I', self->png);
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
