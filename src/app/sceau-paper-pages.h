/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCEAU_TYPE_PAPER_PAGES (sceau_paper_pages_get_type ())
G_DECLARE_FINAL_TYPE (SceauPaperPages, sceau_paper_pages, SCEAU, PAPER_PAGES, GObject)

/**
 * SceauPaperPages: a PDF document that is looked at: how large its pages are, and each as a picture.
 * The document is read and its pages are drawn in another thread; sizes are known as soon as it is open.
 */

/* @pdf: the very bytes that are kept, or will be. */
void             sceau_paper_pages_open_async     (GBytes *pdf, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full): or NULL with @error when the bytes are no document that can be shown. */
SceauPaperPages *sceau_paper_pages_open_finish    (GAsyncResult *result, GError **error);

GBytes          *sceau_paper_pages_get_bytes      (SceauPaperPages *self);
guint            sceau_paper_pages_get_n_pages    (SceauPaperPages *self); /* never 0 */
/* In points, 1/72 of an inch. */
void             sceau_paper_pages_get_size       (SceauPaperPages *self, guint page, double *width, double *height);

/**
 * sceau_paper_pages_draw_async: one page as a picture of @width times @height pixels.
 * One at a time: the next is asked for when the one before has come, since a document is drawn by one thread only.
 */
void             sceau_paper_pages_draw_async     (SceauPaperPages *self, guint page, int width, int height, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) */
GdkTexture      *sceau_paper_pages_draw_finish    (SceauPaperPages *self, GAsyncResult *result, GError **error);

G_END_DECLS
