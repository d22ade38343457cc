/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-pdf.h"

G_BEGIN_DECLS

/* A text broken into lines, in the style in which it fits. */
typedef struct
{
  SceauPdfStyle style;
  GPtrArray *lines; /* (element-type utf8) */
} SceauTextLines;

void            sceau_text_lines_free (SceauTextLines *self);

/**
 * sceau_text_break: breaks @text (transfer container) at ordinary spaces and after hyphens, never at a no-break space or
 * inside a number like 2019-14.  Where much of a line would stay empty a French word is hyphenated (see
 * sceau-hyphens.h); one that is wider than @width alone is cut where it must.  A line feed begins a new line.
 */
GPtrArray      *sceau_text_break       (SceauPdf *pdf, const SceauPdfStyle *style, const char *text, double width);
/* The same without hyphens of ours: an address. */
GPtrArray      *sceau_text_break_whole (SceauPdf *pdf, const SceauPdfStyle *style, const char *text, double width);
/**
 * sceau_text_fit: makes @text fit into @width: one line, smaller down to @smallest of its
 * size (0 … 1) if need be, else two lines under the same rule, up to @max_lines; at the
 * very end as many lines as it takes at the smallest size, since nothing is ever clipped.  Several
 * lines are made as even as they can be.  Words
 * stay whole, and no-break spaces hold, while there is room at the smallest size.
 */
SceauTextLines *sceau_text_fit      (SceauPdf *pdf, const SceauPdfStyle *style, const char *text, double width, guint max_lines, double smallest);

/* Draws the lines from the baseline @y of the first, @leading apart; returns the baseline that would follow. */
double          sceau_text_draw     (SceauPdf *pdf, const SceauPdfStyle *style, SceauPdfAlign align, double x, double y, double leading, GPtrArray *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauTextLines, sceau_text_lines_free)

G_END_DECLS
