/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-paper-preview.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>

static GdkTexture *
texture_of (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels = NULL;

  cairo_surface_flush (surface);
  pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height,
                                       (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, pixels, (gsize) stride);
}

static GdkTexture *
draw (PopplerPage *page, int width, GError **error)
{
  double page_width, page_height, scale;
  cairo_surface_t *surface;
  cairo_t *cr;
  GdkTexture *texture = NULL;

  poppler_page_get_size (page, &page_width, &page_height);
  scale = width / page_width;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, (int) (page_height * scale));
  cr = cairo_create (surface);
  /* Paper is white, also in the dark. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    texture = texture_of (surface);
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _("The page could not be drawn. Open the document with another program."));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return texture;
}

static GdkTexture *
render_page (PopplerDocument *document, int index, int width, GError **error)
{
  PopplerPage *page = poppler_document_get_page (document, index);
  GdkTexture *texture = NULL;

  if (page != NULL)
    texture = draw (page, width, error);
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The document has no page."));
  g_clear_object (&page);
  return texture;
}

GdkTexture *
sceau_paper_preview_render (GBytes *pdf, int width, GError **error)
{
  PopplerDocument *document;
  GdkTexture *texture;

  g_return_val_if_fail (pdf != NULL && width > 0, NULL);

  /* Debian 12's poppler defines no autoptr for its types. */
  document = poppler_document_new_from_bytes (pdf, NULL, error);
  if (document == NULL)
    return NULL;
  texture = render_page (document, 0, width, error);
  g_object_unref (document);
  return texture;
}

GPtrArray *
sceau_paper_preview_render_all (GBytes *pdf, int width, GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_object_unref);
  PopplerDocument *document;
  gboolean drawn = TRUE;

  g_return_val_if_fail (pdf != NULL && width > 0, NULL);

  document = poppler_document_new_from_bytes (pdf, NULL, error);
  if (document == NULL)
    return NULL;
  for (int i = 0; drawn && i < poppler_document_get_n_pages (document); i++)
    {
      GdkTexture *page = render_page (document, i, width, error);

      drawn = page != NULL;
      if (drawn)
        g_ptr_array_add (pages, page);
    }
  g_object_unref (document);
  return drawn ? g_steal_pointer (&pages) : NULL;
}
