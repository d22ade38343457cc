/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-picture-reader.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>

#include "sceau-exchange-error.h"
#include "sceau-input-file.h"

/* So much at a time: the size is known, and perhaps refused, long before the rest was looked at. */
#define STEP 4096

typedef enum
{
  KIND_PNG,
  KIND_JPEG,
  KIND_OTHER
} Kind;

typedef struct
{
  const char *name; /* for sentences */
  int width, height;
  gboolean refused; /* for its size */
} Reading;

G_GNUC_PRINTF (4, 5)
static gboolean
refuse (const char *name, SceauExchangeError code, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: name of a file, then the sentences that say what is wrong with it and what to do. */
  g_set_error (error, SCEAU_EXCHANGE_ERROR, code, _("“%s”: %s"), name, reason);
  return FALSE;
}

/* What its first bytes say: a name proves nothing. */
static Kind
find_kind (const guint8 *data, gsize length)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
  static const guint8 jpeg[] = { 0xFF, 0xD8, 0xFF };

  if (length >= sizeof png && memcmp (data, png, sizeof png) == 0)
    return KIND_PNG;
  return length >= sizeof jpeg && memcmp (data, jpeg, sizeof jpeg) == 0 ? KIND_JPEG : KIND_OTHER;
}

/* Whether the chunks of a PNG follow each other to its end (ISO/IEC 15948, 5.3): decoders take half a picture for a whole. */
static gboolean
png_is_whole (const guint8 *data, gsize length)
{
  gsize at = 8;

  while (at + 12 <= length)
    {
      const guint32 size = (guint32) data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3];

      if (size > length - at - 12)
        return FALSE;
      if (memcmp (data + at + 4, "IEND", 4) == 0)
        return TRUE;
      at += 12 + (gsize) size;
    }
  return FALSE;
}

/* Its last marker is the end of image (ISO/IEC 10918-1, B.1.1.3); cameras append their own data, so it is looked for. */
static gboolean
jpeg_is_whole (const guint8 *data, gsize length)
{
  for (gsize i = length; i >= 4; i--)
    if (data[i - 2] == 0xFF && data[i - 1] == 0xD9)
      return TRUE;
  return FALSE;
}

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Reading *self = data;

  self->width = width;
  self->height = height;
  self->refused = width < SCEAU_PICTURE_MIN_SIDE || height < SCEAU_PICTURE_MIN_SIDE || width > SCEAU_PICTURE_MAX_PIXELS / height;
  /* Without a size the decoder stops before it asks for the memory of the pixels. */
  if (self->refused)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

static gboolean
refuse_size (const Reading *self, GError **error)
{
  if (self->width < SCEAU_PICTURE_MIN_SIDE || self->height < SCEAU_PICTURE_MIN_SIDE)
    return refuse (self->name, SCEAU_EXCHANGE_ERROR_NOT_READABLE, error,
                   _("This picture has only %d × %d pixels, and would be a blot on paper. Choose one of a few hundred pixels."),
                   self->width, self->height);
  return refuse (self->name, SCEAU_EXCHANGE_ERROR_TOO_LARGE, error,
                 _("This picture has %d × %d pixels, more than 40 million. Make it smaller with an image editor: paper needs about a "
                   "thousand across."),
                 self->width, self->height);
}

static gboolean
refuse_damaged (const char *name, GError **error)
{
  return refuse (name, SCEAU_EXCHANGE_ERROR_NOT_READABLE, error,
                 _("This picture is damaged or incomplete. Ask for it again, or save it anew with an image editor."));
}

/* (transfer full) */
static GdkPixbuf *
decode (Reading *self, Kind kind, const guint8 *data, gsize length, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (kind == KIND_PNG ? "png" : "jpeg", error);
  gboolean sound = TRUE;
  GdkPixbuf *pixbuf;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), self);
  for (gsize at = 0; sound && !self->refused && at < length; at += STEP)
    sound = gdk_pixbuf_loader_write (loader, data + at, MIN (STEP, length - at), NULL);
  sound = gdk_pixbuf_loader_close (loader, NULL) && sound;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (self->refused)
    refuse_size (self, error);
  else if (!sound || pixbuf == NULL)
    refuse_damaged (self->name, error);
  else
    return gdk_pixbuf_apply_embedded_orientation (pixbuf);
  return NULL;
}

/* (transfer full): within what is kept, in its proportions; never larger than it was. */
static GdkPixbuf *
shrink (GdkPixbuf *pixbuf)
{
  const int width = gdk_pixbuf_get_width (pixbuf);
  const int height = gdk_pixbuf_get_height (pixbuf);
  const double scale = MIN (SCEAU_PICTURE_KEPT_WIDTH / (double) width, SCEAU_PICTURE_KEPT_HEIGHT / (double) height);

  if (scale >= 1)
    return g_object_ref (pixbuf);
  return gdk_pixbuf_scale_simple (pixbuf, MAX (1, (int) (width * scale + 0.5)), MAX (1, (int) (height * scale + 0.5)),
                                  GDK_INTERP_BILINEAR);
}

static SceauPicture *
encode (const char *name, GdkPixbuf *pixbuf, GError **error)
{
  SceauPicture *picture;
  char *png;
  gsize length;

  if (!gdk_pixbuf_save_to_buffer (pixbuf, &png, &length, "png", NULL, "compression", "9", NULL))
    {
      refuse_damaged (name, error);
      return NULL;
    }
  picture = g_new0 (SceauPicture, 1);
  picture->png = g_bytes_new_take (png, length);
  picture->width = gdk_pixbuf_get_width (pixbuf);
  picture->height = gdk_pixbuf_get_height (pixbuf);
  return picture;
}

/* (transfer full): the name as a person can read it. */
static char *
show_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : "");
}

SceauPicture *
sceau_picture_read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = show_name (file);
  g_autoptr (GBytes) bytes = sceau_input_file_load (file, SCEAU_PICTURE_MAX_BYTES, cancellable, error);
  g_autoptr (GdkPixbuf) whole = NULL;
  g_autoptr (GdkPixbuf) kept = NULL;
  Reading reading = { .name = name };
  const guint8 *data;
  gsize length;
  Kind kind;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  kind = find_kind (data, length);
  if (kind == KIND_OTHER)
    {
      refuse (name, SCEAU_EXCHANGE_ERROR_NOT_READABLE, error,
              _("This is neither a PNG nor a JPEG picture. Save it as PNG with an image editor, and choose that file."));
      return NULL;
    }
  whole = decode (&reading, kind, data, length, error);
  if (whole == NULL)
    return NULL;
  if (!(kind == KIND_PNG ? png_is_whole (data, length) : jpeg_is_whole (data, length)))
    {
      refuse_damaged (name, error);
      return NULL;
    }
  kept = shrink (whole);
  return encode (name, kept, error);
}
