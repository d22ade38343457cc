/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-pdf-private.h"

G_BEGIN_DECLS

/**
 * SceauPdfSetter: turns recorded calls into the operators of a page (ISO 32000-1, 8 and 9).  A code on the page is
 * the number of a glyph in the whole face, so what is set here fits any cut of the face.
 *
 * It belongs to one thread, and remembers the texts that it has shaped: most lines come back on every page.
 */
typedef struct _SceauPdfSetter SceauPdfSetter;

/**
 * sceau_pdf_setter_new:
 * @core: (array) (nullable): for each SceauFace the glyphs of its font "F0" … in every file of a batch, where
 *   others come from a font "F0X" that is cut for them.  %NULL: all from the first.  Must outlive the setter.
 */
SceauPdfSetter *sceau_pdf_setter_new    (SceauGlyphs *const *core);
void            sceau_pdf_setter_free   (SceauPdfSetter *self);

/* The glyphs that were set and are not in the core; (transfer full), and none from then on. */
SceauGlyphs    *sceau_pdf_setter_take_glyphs (SceauPdfSetter *self, SceauFace font);

/* Appends to @content what is printed on @page of @pdf, or what is not. */
gboolean        sceau_pdf_setter_page   (SceauPdfSetter *self, const SceauPdf *pdf, const SceauPdfPage *page, gboolean printed, GString *content, GError **error);
/* Sets the shared drawings of @pdf that are not set yet: each has its content and its name then. */
gboolean        sceau_pdf_setter_shared (SceauPdfSetter *self, const SceauPdf *pdf, GError **error);

/* Counts the glyphs of letters that are not shown. */
gboolean        sceau_pdf_setter_reserve (SceauPdfSetter *self, SceauFace font, const char *letters, GError **error);

/* "12.34 ", at most two decimals, whatever the locale. */
void            sceau_pdf_append_number (GString *to, double number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauPdfSetter, sceau_pdf_setter_free)

G_END_DECLS
