/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-paper-document.h"
#include "sceau-pdf.h"

G_BEGIN_DECLS

/* What the files of sceau-paper-document share; no one else includes it. */

/* A part of a page, in points. */
typedef struct
{
  double x, y, width, height;
} SceauPaperBox;

/**
 * A page and its three parts, none of which touches another: what the template's lines may fill, the
 * column at their right that only a landscape page of a design that is not centred has (logo and code stand there),
 * and the foot with signatures, seal, code and number.
 */
typedef struct
{
  SceauPdf *pdf;
  const SceauPaperLook *look;
  const SceauPaperContent *content;
  double width, height;                       /* of the paper */
  SceauPdfColour colours[SCEAU_N_COLOURS];    /* the school's own in place of the design's */
  SceauPaperBox whole;                        /* inside the border, below the band of a duplicate */
  SceauPaperBox lines;
  SceauPaperBox margin_column;                /* width 0: there is none */
  SceauPaperBox foot;
  double continued_top;                       /* where what is written begins on a page with neither band nor logo */
  SceauPaperBox logo;                         /* width 0: there is none */
} SceauPaperPage;

/* Only computes: nothing is drawn. */
void          sceau_paper_page_init   (SceauPaperPage *self, SceauPdf *pdf, const SceauPaperLook *look, const SceauPaperContent *content);
/* Adds the page: watermark, border, band of a duplicate, logo. */
void          sceau_paper_page_begin  (const SceauPaperPage *self);
/* Another page of the same paper, with neither band nor logo. */
void          sceau_paper_page_continue (const SceauPaperPage *self);

/* The style @id of the design in the colours of the school; the design's first where it has no such style. */
SceauPdfStyle sceau_paper_style       (const SceauPaperPage *self, const char *id);
/* The same, no larger than @size. */
SceauPdfStyle sceau_paper_small_style (const SceauPaperPage *self, const char *id, double size);
/* The largest @width and @height within those given that have the proportions of @picture. */
void          sceau_paper_fit_picture (const SceauPicture *picture, double *width, double *height);
/* « DUPLICATA n° 1 — établi le 3 mars 2027 (perte) », or NULL of an original (transfer full). */
char         *sceau_paper_band        (const SceauPaperContent *content);

/* The lines of the template, in the largest scale in which all of them stand in @box. @spread: over its height. Returns where they end. */
double        sceau_paper_lines_draw  (const SceauPaperPage *self, const SceauPaperBox *box, gboolean spread);

double        sceau_paper_foot_height (const SceauPaperPage *self);
/* Signatures, seal, code and number. */
void          sceau_paper_foot_draw   (const SceauPaperPage *self);

/* The blocks and results of a supplement from @y of the first page; its later pages, its signatures, and the foot of each. */
void          sceau_paper_supplement_draw (SceauPaperPage *self, double y);

extern const char sceau_paper_verify_sentence[];
extern const char sceau_paper_watermark[];

G_END_DECLS
