/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-pdf-content-private.h"
#include "sceau-pdf-emitter-private.h"
#include "sceau-pdf-objects-private.h"

G_BEGIN_DECLS

/**
 * SceauPdfHead: the beginning of a file, the same for every document of a batch: what they draw with.
 */
typedef struct
{
  SceauPdfObjects *objects;
  SceauPdfEmitter *emitter; /* what follows goes into a copy of it */
  guint resources;          /* the dictionary of all of them */
} SceauPdfHead;

SceauPdfHead *sceau_pdf_head_new  (SceauGlyphs *const *glyphs, const SceauPdf *pdf, GConverter *deflater, GError **error);
void          sceau_pdf_head_free (SceauPdfHead *self);

/* What is printed on pages, deflated; shared by threads. */
typedef struct _SceauPdfPrinted SceauPdfPrinted;
SceauPdfPrinted *sceau_pdf_printed_new  (void);
void             sceau_pdf_printed_free (SceauPdfPrinted *self);

/**
 * SceauPdfSetPages: a document whose pages are set and deflated, by any thread, and wait for their place in a file.
 */
typedef struct
{
  const SceauPdf *pdf;
  GPtrArray *printed;                 /* (element-type GBytes) of each page, NULL where nothing is printed */
  GPtrArray *own;                     /* (element-type GBytes) */
  SceauGlyphs *glyphs[SCEAU_N_FACES]; /* that are not in the setter's core */
} SceauPdfSetPages;

SceauPdfSetPages *sceau_pdf_set_pages_new  (SceauPdfSetter *setter, GConverter *deflater, SceauPdfPrinted *printed, const SceauPdf *pdf, GError **error);
void              sceau_pdf_set_pages_free (SceauPdfSetPages *self);

/**
 * SceauPdfFile: the rest of a file, page after page.
 */
typedef struct _SceauPdfFile SceauPdfFile;

SceauPdfFile *sceau_pdf_file_new   (const SceauPdfHead *head, GConverter *deflater);
void          sceau_pdf_file_free  (SceauPdfFile *self);
void          sceau_pdf_file_add   (SceauPdfFile *self, const SceauPdfSetPages *pages);
/* Gives what is there to @out: the file needs little memory, however many its pages. */
gboolean      sceau_pdf_file_drain (SceauPdfFile *self, GOutputStream *out, GCancellable *cancellable, GError **error);
/* Ends the file; @described has title, author, subject and date.  What was not drained, or NULL. */
GBytes       *sceau_pdf_file_end   (SceauPdfFile *self, const SceauPdf *described, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauPdfHead, sceau_pdf_head_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauPdfSetPages, sceau_pdf_set_pages_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauPdfFile, sceau_pdf_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauPdfPrinted, sceau_pdf_printed_free)

G_END_DECLS
