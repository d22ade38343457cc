/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-font-private.h"
#include "sceau-pdf.h"

G_BEGIN_DECLS

typedef enum
{
  SCEAU_PDF_OP_TEXT,      /* x y: where it begins */
  SCEAU_PDF_OP_MOVE,      /* x y */
  SCEAU_PDF_OP_LINE,      /* x y */
  SCEAU_PDF_OP_CURVE,     /* x y x2 y2 x3 y3 */
  SCEAU_PDF_OP_CLOSE,
  SCEAU_PDF_OP_STROKE,    /* size: line width */
  SCEAU_PDF_OP_FILL,
  SCEAU_PDF_OP_RECTANGLE, /* x y: upper left corner, x2 y2: its size */
  SCEAU_PDF_OP_SAVE,
  SCEAU_PDF_OP_RESTORE,
  SCEAU_PDF_OP_TRANSLATE, /* x y */
  SCEAU_PDF_OP_SHARED,    /* shared: index of the drawing */
  SCEAU_PDF_OP_ROTATE,    /* size: degrees, x y: centre */
  SCEAU_PDF_OP_IMAGE,     /* shared: index of the picture, x y: upper left corner, x2 y2: its size */
  SCEAU_PDF_OP_QR         /* text: what it says, x y: upper left corner, size: its side */
} SceauPdfOpKind;

/* One recorded call. */
typedef struct
{
  guint8 kind; /* SceauPdfOpKind */
  guint8 font; /* SceauFace */
  guint8 printed; /* drawn under what is not */
  guint16 shared;
  float size;
  float tracking;
  float x, y, x2, y2, x3, y3;
  SceauPdfColour colour;
  const char *text; /* in the document's string chunk */
} SceauPdfOp;

/* A picture, ready for the page; documents of a batch hold the same one (g_atomic_rc_box). */
typedef struct
{
  GBytes *png; /* as it was given: the same one is kept once */
  GBytes *pixels; /* from the upper left corner */
  int width, height;
  guint n_channels; /* 1: grey, 3: red, green, blue */
  gboolean predicted; /* rows are what they differ by from those before (ISO 32000-1, 7.4.4.4) */
  char *name; /* in the file, made of its bytes and its size */
} SceauPdfPicture;

typedef struct
{
  char *title;
  guint page; /* its index */
} SceauPdfBookmark;

/* A page, or a drawing that pages of the same size share, and documents of a batch too (g_atomic_rc_box). */
typedef struct
{
  char *key; /* of a shared drawing, else NULL */
  double width, height;
  GArray *ops; /* (element-type SceauPdfOp) */
  GBytes *content; /* of a shared drawing, once it is set: its operators */
  char *name; /* and its name in the file, made of them */
} SceauPdfPage;

struct _SceauPdf
{
  const SceauPdf *specimen; /* whose drawings and pictures may be used, or NULL */
  SceauFontSet *fonts;
  gboolean owns_fonts;
  GPtrArray *pages; /* (element-type SceauPdfPage) */
  GPtrArray *shared; /* (element-type SceauPdfPage) */
  GPtrArray *pictures; /* (element-type SceauPdfPicture) */
  GArray *bookmarks; /* (element-type SceauPdfBookmark): in the order of their making */
  SceauPdfPage *page;
  SceauPdfPage *under; /* the page that waits for the end of a shared drawing, else NULL */
  GString *reserved[SCEAU_N_FACES]; /* letters, or NULL */
  gboolean printed; /* what is drawn now is */
  GStringChunk *texts; /* a text that comes back on every page is kept once */
  GError *error;
  char *title;
  char *author;
  char *subject;
  char *identifier;
  SceauDate created;
};

void      sceau_pdf_release_page (gpointer page);
void      sceau_pdf_release_picture (gpointer picture);
/* A document of the batch that @specimen begins: drawings and pictures which that one holds are not made anew, texts
 * are measured with @fonts.  Both must outlive it. */
SceauPdf *sceau_pdf_new_in_batch (const SceauPdf *specimen, SceauFontSet *fonts);
/* The recorded document as a file. */
GBytes   *sceau_pdf_write   (const SceauPdf *self, GError **error);
/* The first error, as a copy; TRUE when there is one. */
gboolean  sceau_pdf_told_error (const SceauPdf *self, GError **error);
/* A name for what has the bytes @content: @kind and ten digits. */
char     *sceau_pdf_name_of (char kind, GBytes *content);

G_END_DECLS
