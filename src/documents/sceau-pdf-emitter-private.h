/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-document-error.h"

G_BEGIN_DECLS

/**
 * SceauPdfEmitter: the bytes of a PDF file being written, and where each object is in them.  Dictionaries are packed
 * together into compressed streams, and so is the table at the end (ISO 32000-1, 7.5.7 and 7.5.8).
 */
typedef struct _SceauPdfEmitter SceauPdfEmitter;

/* @deflater: from sceau_pdf_deflater_new(), of this thread; must outlive the emitter. */
SceauPdfEmitter *sceau_pdf_emitter_new     (GConverter *deflater);
/* One that goes on from where @other is; nothing may be waiting in it to be packed. */
SceauPdfEmitter *sceau_pdf_emitter_copy    (const SceauPdfEmitter *other, GConverter *deflater);
void             sceau_pdf_emitter_free    (SceauPdfEmitter *self);

/* The first of @n numbers that no object has. */
guint            sceau_pdf_emitter_reserve (SceauPdfEmitter *self, guint n);
/* @value: what stands between "7 0 obj" and "endobj". */
void             sceau_pdf_emitter_object  (SceauPdfEmitter *self, guint number, gconstpointer value, gsize length);
/* @entries: of the stream's dictionary, but for filter and length; @data as it is to be written. */
void             sceau_pdf_emitter_stream  (SceauPdfEmitter *self, guint number, const char *entries, gconstpointer data, gsize length);
/* A small object that is no stream: written with others, at the latest by sceau_pdf_emitter_flush_packed(). */
void             sceau_pdf_emitter_pack    (SceauPdfEmitter *self, guint number, const char *value, gssize length);
void             sceau_pdf_emitter_flush_packed (SceauPdfEmitter *self);
/* Adds what is there so far to the sum that the identifier is made of. */
void             sceau_pdf_emitter_sum     (SceauPdfEmitter *self);
/* Gives the bytes there are to @out and keeps only places in memory. */
gboolean         sceau_pdf_emitter_drain   (SceauPdfEmitter *self, GOutputStream *out, GCancellable *cancellable, GError **error);
/* Writes the table of objects and the end of the file. */
void             sceau_pdf_emitter_end     (SceauPdfEmitter *self, guint catalog, guint information);
/* The bytes that were not drained (transfer full). */
GBytes          *sceau_pdf_emitter_take    (SceauPdfEmitter *self);

GConverter      *sceau_pdf_deflater_new    (void);
GBytes          *sceau_pdf_deflate         (GConverter *deflater, gconstpointer data, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauPdfEmitter, sceau_pdf_emitter_free)

G_END_DECLS
