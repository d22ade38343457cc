/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-pdf.h"

G_BEGIN_DECLS

/**
 * A batch: many documents of one look, drawn one at a time while the cores set and compress those before.  Memory does
 * not grow with their number.
 *
 * What every document begins with (faces, pictures, shared drawings) is made once, from a specimen: a document drawn
 * like those of the batch, with invented content, that is never printed.  It must depend on nothing but their look:
 * then the bytes of a document do not depend on the batch it is in, and a batch of one is how one is made alone.
 * sceau_pdf_reserve() says which letters the specimen does not show and names will want.  Letters, pictures and
 * drawings that it lacks are added to the documents that have them: the specimen decides on size, never on content.
 *
 * What is the same on most pages should be drawn under sceau_pdf_set_printed(), and with sceau_pdf_begin_shared().
 */

/* The letters that nearly every name in France is written with. */
#define SCEAU_PDF_BATCH_LETTERS \
  " ',-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÉÈÇàâçèéêëîïôùûüœ’"

/* Draws document @index into @pdf, which is empty.  Called in the caller's thread, in order; FALSE with @error stops, FALSE
 * without one ends the batch before this document. */
typedef gboolean (*SceauPdfBatchDrawFunc)  (SceauPdf *pdf, guint index, gpointer data, GError **error);
/* Document @index is made.  Called in the caller's thread, in order; FALSE with @error stops. */
typedef gboolean (*SceauPdfBatchReadyFunc) (GBytes *file, guint index, gpointer data, GError **error);

/**
 * sceau_pdf_batch_each: @n documents, one file each.  @specimen must not be used after but to free it.
 *
 * Returns: FALSE with the first error, in the order of the documents: of a callback, of sceau_pdf_finish(), or
 *   %G_IO_ERROR_CANCELLED.
 */
gboolean sceau_pdf_batch_each   (SceauPdf               *specimen,
                                 guint                   n,
                                 SceauPdfBatchDrawFunc   draw,
                                 SceauPdfBatchReadyFunc  ready,
                                 gpointer                data,
                                 GCancellable           *cancellable,
                                 GError                **error);
/**
 * sceau_pdf_batch_merged: @n documents (at least one) as one, to @out, with the bookmarks of all.  The title, the
 * author and the date of the file are those of @specimen.
 */
gboolean sceau_pdf_batch_merged (SceauPdf               *specimen,
                                 guint                   n,
                                 SceauPdfBatchDrawFunc   draw,
                                 gpointer                data,
                                 GOutputStream          *out,
                                 GCancellable           *cancellable,
                                 GError                **error);

G_END_DECLS
