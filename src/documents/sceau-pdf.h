/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-date.h"
#include "sceau-document-error.h"
#include "sceau-font.h"
#include "sceau-house-style.h"

G_BEGIN_DECLS

/**
 * SceauPdf: a document being drawn.  Lengths are points (1/72 inch) from the top
 * left corner of the page, downwards; a text stands on its baseline.
 *
 * Drawing is recorded, not written: sceau_pdf_finish() knows every letter that was
 * used, cuts the fonts to them and only then calls libharu.  So pages may be visited
 * in any order ("page 2 of 7"), and the same calls give the same bytes.
 *
 * The first error is kept and every later call does nothing: look once, at the end.
 * One document belongs to one thread; several threads may each have their own.
 */
typedef struct _SceauPdf SceauPdf;

#define SCEAU_PDF_MM(length) ((length) * 72.0 / 25.4)
#define SCEAU_PDF_A4_SHORT SCEAU_PDF_MM (210)
#define SCEAU_PDF_A4_LONG SCEAU_PDF_MM (297)

typedef struct
{
  double red, green, blue; /* 0 … 1 */
} SceauPdfColour;

typedef enum
{
  SCEAU_PDF_LEFT,   /* the text begins at x */
  SCEAU_PDF_CENTRE, /* x is its middle */
  SCEAU_PDF_RIGHT   /* it ends at x */
} SceauPdfAlign;

typedef struct
{
  SceauFace font;
  double size;     /* points */
  double tracking; /* points added after each letter */
  SceauPdfColour colour;
} SceauPdfStyle;

SceauPdf *sceau_pdf_new         (void);
void      sceau_pdf_free        (SceauPdf *self);

void      sceau_pdf_set_title   (SceauPdf *self, const char *title);
void      sceau_pdf_set_author  (SceauPdf *self, const char *author);
void      sceau_pdf_set_subject (SceauPdf *self, const char *subject);
/* dc:identifier of the metadata, which can be read without unpacking anything. */
void      sceau_pdf_set_identifier (SceauPdf *self, const char *identifier);
/* The clock is never asked: without this call the document has no creation date. */
void      sceau_pdf_set_created (SceauPdf *self, SceauDate date);

gboolean  sceau_pdf_has_failed  (const SceauPdf *self);

void      sceau_pdf_add_page    (SceauPdf *self, double width, double height);
guint     sceau_pdf_n_pages     (const SceauPdf *self);
void      sceau_pdf_select_page (SceauPdf *self, guint index); /* 0-based: what is drawn next goes there */

/* Text.  The width includes kerning and tracking. */
double    sceau_pdf_text_width  (SceauPdf *self, const SceauPdfStyle *style, const char *text);
/* Fails the document, the sentence naming @what, unless every letter of @text is in @font: see sceau_pdf_check_text(). */
void      sceau_pdf_require     (SceauPdf *self, SceauFace font, const char *what, const char *text);
/* The letters of @letters that are in @font come with the document, shown or not: see sceau-pdf-batch.h. */
void      sceau_pdf_reserve     (SceauPdf *self, SceauFace font, const char *letters);
void      sceau_pdf_text        (SceauPdf *self, const SceauPdfStyle *style, SceauPdfAlign align, double x, double y, const char *text);
/* Centred on x, y and turned counter-clockwise by @degrees: watermarks. */
void      sceau_pdf_turned_text (SceauPdf *self, const SceauPdfStyle *style, double degrees, double x, double y, const char *text);

/* Vectors.  A path is begun by move_to() and ended by stroke() or fill(). */
void      sceau_pdf_move_to     (SceauPdf *self, double x, double y);
void      sceau_pdf_line_to     (SceauPdf *self, double x, double y);
void      sceau_pdf_curve_to    (SceauPdf *self, double x1, double y1, double x2, double y2, double x3, double y3);
void      sceau_pdf_close_path  (SceauPdf *self);
void      sceau_pdf_stroke      (SceauPdf *self, double width, SceauPdfColour colour);
void      sceau_pdf_fill        (SceauPdf *self, SceauPdfColour colour);
void      sceau_pdf_line        (SceauPdf *self, double x1, double y1, double x2, double y2, double width, SceauPdfColour colour);
void      sceau_pdf_frame       (SceauPdf *self, double x, double y, double width, double height, double line, SceauPdfColour colour);
void      sceau_pdf_block       (SceauPdf *self, double x, double y, double width, double height, SceauPdfColour colour);

/**
 * sceau_pdf_image: @picture in the rectangle whose upper left corner is x, y; the caller keeps its proportions.
 * The same picture is in the file once.  What is transparent shows white: PDF/A would allow transparency, but
 * some printers do not.  Fails the document when @picture is not a PNG of the size it says.
 */
void      sceau_pdf_image       (SceauPdf *self, const SceauPicture *picture, double x, double y, double width, double height);
/**
 * sceau_pdf_qr: @text as a QR code (ISO/IEC 18004, error correction M) in a white square of @size points, whose
 * margin of four modules is the quiet zone a reader asks for.  Fails the document when @text is longer than
 * SCEAU_PDF_QR_MAX bytes.
 */
#define SCEAU_PDF_QR_MAX 2330
void      sceau_pdf_qr          (SceauPdf *self, double x, double y, double size, const char *text);

/* An entry of the outline that viewers show beside the pages: to the top of the current page. */
void      sceau_pdf_bookmark    (SceauPdf *self, const char *title);

/**
 * sceau_pdf_set_printed: what is drawn while this is set is the same on most papers of its kind, like what a printer
 * would put on blank sheets beforehand; a batch compresses it once.  Everything printed lies under the rest of its
 * page, and each of the two balances its own sceau_pdf_save().  A page begins with it unset.
 */
void      sceau_pdf_set_printed (SceauPdf *self, gboolean printed);

/* Moves and turns what is drawn until the matching restore(): a motif repeated so costs a few bytes. */
void      sceau_pdf_save        (SceauPdf *self);
void      sceau_pdf_restore     (SceauPdf *self);
void      sceau_pdf_translate   (SceauPdf *self, double x, double y);
void      sceau_pdf_rotate      (SceauPdf *self, double degrees, double x, double y); /* about x, y */

/**
 * sceau_pdf_begin_shared: puts on the page a drawing without text and pictures that many pages share
 * and that is in the file once.  TRUE: the drawing named @key is new; draw it, then call
 * sceau_pdf_end_shared().  FALSE: it is known, nothing more is to be done.
 */
gboolean  sceau_pdf_begin_shared (SceauPdf *self, const char *key);
void      sceau_pdf_end_shared   (SceauPdf *self);

/**
 * sceau_pdf_finish: the bytes of the document (transfer full), or %NULL with the first
 * error that any call met: SCEAU_DOCUMENT_ERROR_GLYPH, _FONT or _IO.
 */
GBytes   *sceau_pdf_finish      (SceauPdf *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauPdf, sceau_pdf_free)

G_END_DECLS
