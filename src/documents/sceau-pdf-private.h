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

/* A picture, ready for the page. */
typedef struct
{
  GBytes *png; /* as it was given: the same one is kept once */
  GBytes *pixels; /* red, green, blue of each, from the upper left corner */
  int width, height;
} SceauPdfPicture;

typedef struct
{
  char *title;
  guint page; /* its index */
} SceauPdfBookmark;

/* A page, or a drawing that pages of the same height share. */
typedef struct
{
  char *key; /* of a shared drawing, else NULL */
  double width, height;
  GArray *ops; /* (element-type SceauPdfOp) */
} SceauPdfPage;

struct _SceauPdf
{
  SceauFontSet *fonts;
  GPtrArray *pages; /* (element-type SceauPdfPage) */
  GPtrArray *shared; /* (element-type SceauPdfPage) */
  GPtrArray *pictures; /* (element-type SceauPdfPicture) */
  GArray *bookmarks; /* (element-type SceauPdfBookmark): in the order of their making */
  SceauPdfPage *page;
  SceauPdfPage *under; /* the page that waits for the end of a shared drawing, else NULL */
  gboolean printed; /* what is drawn now is */
  GStringChunk *texts; /* a text that comes back on every page is kept once */
  GError *error;
  char *title;
  char *author;
  char *subject;
  SceauDate created;
};

/* The recorded document through libharu. */
GBytes   *sceau_pdf_write (SceauPdf *self, GError **error);

G_END_DECLS
