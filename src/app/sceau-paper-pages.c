/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-paper-pages.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>

typedef struct
{
  double width;
  double height;
} Size;

struct _SceauPaperPages
{
  GObject parent_instance;

  GBytes *pdf;
  PopplerDocument *document;
  GArray *sizes; /* (element-type Size) */
  gboolean drawing;
};

G_DEFINE_FINAL_TYPE (SceauPaperPages, sceau_paper_pages, G_TYPE_OBJECT)

static void
sceau_paper_pages_finalize (GObject *object)
{
  SceauPaperPages *self = SCEAU_PAPER_PAGES (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->sizes, g_array_unref);
  G_OBJECT_CLASS (sceau_paper_pages_parent_class)->finalize (object);
}

static void
sceau_paper_pages_class_init (SceauPaperPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sceau_paper_pages_finalize;
}

static void
sceau_paper_pages_init (SceauPaperPages *self)
{
  self->sizes = g_array_new (FALSE, FALSE, sizeof (Size));
}

/* Opening ------------------------------------------------------------------------- */

static void
measure (SceauPaperPages *self)
{
  int n_pages = poppler_document_get_n_pages (self->document);

  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (self->document, i);
      /* A page that cannot be read still has its place: A4. */
      Size size = { 595, 842 };

      if (page != NULL)
        poppler_page_get_size (page, &size.width, &size.height);
      g_array_append_val (self->sizes, size);
      g_clear_object (&page);
    }
}

static void
open_in_thread (GTask *task, gpointer source, gpointer pdf, GCancellable *cancellable)
{
  g_autoptr (SceauPaperPages) self = g_object_new (SCEAU_TYPE_PAPER_PAGES, NULL);
  GError *error = NULL;

  self->pdf = g_bytes_ref (pdf);
  self->document = poppler_document_new_from_bytes (pdf, NULL, &error);
  if (self->document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  measure (self);
  if (self->sizes->len == 0)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The document has no page."));
  else
    g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
}

void
sceau_paper_pages_open_async (GBytes *pdf, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (pdf != NULL);

  g_task_set_source_tag (task, sceau_paper_pages_open_async);
  g_task_set_task_data (task, g_bytes_ref (pdf), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, open_in_thread);
}

SceauPaperPages *
sceau_paper_pages_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GBytes *
sceau_paper_pages_get_bytes (SceauPaperPages *self)
{
  return self->pdf;
}

guint
sceau_paper_pages_get_n_pages (SceauPaperPages *self)
{
  return self->sizes->len;
}

void
sceau_paper_pages_get_size (SceauPaperPages *self, guint page, double *width, double *height)
{
  const Size *size;

  g_return_if_fail (page < self->sizes->len);

  size = &g_array_index (self->sizes, Size, page);
  *width = size->width;
  *height = size->height;
}

/* Drawing ------------------------------------------------------------------------- */

typedef struct
{
  guint page;
  int width;
  int height;
} Drawing;

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
draw (PopplerPage *page, const Drawing *drawing, GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, drawing->width, drawing->height);
  cairo_t *cr = cairo_create (surface);
  GdkTexture *texture = NULL;
  double width, height;

  poppler_page_get_size (page, &width, &height);
  /* Paper is white, also in the dark. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, drawing->width / width, drawing->height / height);
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

static void
draw_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SceauPaperPages *self = source;
  const Drawing *drawing = task_data;
  PopplerPage *page;
  GdkTexture *texture = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  /* Debian 12's poppler defines no autoptr for its types. */
  page = poppler_document_get_page (self->document, (int) drawing->page);
  if (page != NULL)
    texture = draw (page, drawing, &error);
  else
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _("The page could not be read: the document is damaged."));
  g_clear_object (&page);
  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
sceau_paper_pages_draw_async (SceauPaperPages *self, guint page, int width, int height, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Drawing *drawing;

  g_return_if_fail (page < self->sizes->len && width > 0 && height > 0);
  g_return_if_fail (!self->drawing);

  task = g_task_new (self, cancellable, callback, user_data);
  drawing = g_new0 (Drawing, 1);
  drawing->page = page;
  drawing->width = width;
  drawing->height = height;
  self->drawing = TRUE;
  /* A cancelled one is waited for: its thread may still hold the document. */
  g_task_set_source_tag (task, sceau_paper_pages_draw_async);
  g_task_set_task_data (task, drawing, g_free);
  g_task_run_in_thread (task, draw_in_thread);
}

GdkTexture *
sceau_paper_pages_draw_finish (SceauPaperPages *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  self->drawing = FALSE;
  return g_task_propagate_pointer (G_TASK (result), error);
}
