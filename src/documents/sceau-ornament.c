/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-ornament.h"

#include <math.h>

const SceauPdfColour sceau_ornament_blue = { 0.09, 0.16, 0.32 };
const SceauPdfColour sceau_ornament_gold = { 0.66, 0.52, 0.25 };
const SceauPdfColour sceau_ornament_pale_gold = { 0.86, 0.79, 0.64 };
const SceauPdfColour sceau_ornament_black = { 0.11, 0.11, 0.13 };
const SceauPdfColour sceau_ornament_grey = { 0.38, 0.39, 0.43 };
const SceauPdfColour sceau_ornament_red = { 0.55, 0.12, 0.14 };

#define LARGE 22.0 /* radius from which a rosette has many petals */

/* A petal that leaves the centre and comes back, wider than its share of the circle so that
 * neighbours cross. */
static void
petal (SceauPdf *pdf, double x, double y, double radius)
{
  const double wide = radius * 0.62;

  sceau_pdf_move_to (pdf, x, y);
  sceau_pdf_curve_to (pdf, x - wide, y - radius * 0.35, x - wide, y - radius, x, y - radius);
  sceau_pdf_curve_to (pdf, x + wide, y - radius, x + wide, y - radius * 0.35, x, y);
}

void
sceau_ornament_rosette (SceauPdf *pdf, double x, double y, double radius, SceauPdfColour colour)
{
  const int petals = radius > LARGE ? 48 : 12;

  sceau_pdf_save (pdf);
  for (int i = 0; i < petals; i++)
    {
      petal (pdf, x, y, radius);
      sceau_pdf_stroke (pdf, 0.3, colour);
      sceau_pdf_rotate (pdf, 360.0 / petals, x, y);
    }
  sceau_pdf_restore (pdf);
}

static void
lozenge (SceauPdf *pdf, double x, double y, double size, SceauPdfColour colour)
{
  sceau_pdf_move_to (pdf, x - size * 1.6, y);
  sceau_pdf_line_to (pdf, x, y - size);
  sceau_pdf_line_to (pdf, x + size * 1.6, y);
  sceau_pdf_line_to (pdf, x, y + size);
  sceau_pdf_close_path (pdf);
  sceau_pdf_fill (pdf, colour);
}

/* A long thin triangle from the lozenge outwards. */
static void
blade (SceauPdf *pdf, double from, double to, double y, SceauPdfColour colour)
{
  sceau_pdf_move_to (pdf, from, y - 0.55);
  sceau_pdf_line_to (pdf, to, y);
  sceau_pdf_line_to (pdf, from, y + 0.55);
  sceau_pdf_close_path (pdf);
  sceau_pdf_fill (pdf, colour);
}

void
sceau_ornament_divider (SceauPdf *pdf, double x, double y, double width, SceauPdfColour colour)
{
  lozenge (pdf, x, y, 2.6, colour);
  lozenge (pdf, x - 10, y, 1.3, colour);
  lozenge (pdf, x + 10, y, 1.3, colour);
  blade (pdf, x - 16, x - width / 2, y, colour);
  blade (pdf, x + 16, x + width / 2, y, colour);
}

void
sceau_ornament_watermark (SceauPdf *pdf, double page_width, double page_height, const char *text)
{
  SceauPdfStyle style = { SCEAU_FACE_SANS_BOLD, 100, 5, { 0.92, 0.92, 0.94 } };
  const double diagonal = hypot (page_width, page_height);
  const double width = sceau_pdf_text_width (pdf, &style, text);

  if (width > 0)
    style.size = MIN (150, style.size * diagonal * 0.62 / width);
  sceau_pdf_turned_text (pdf, &style, atan2 (page_height, page_width) * 180 / G_PI, page_width / 2, page_height / 2, text);
}
