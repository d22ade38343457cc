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

#define BAND 11.0          /* between the two rules of the border */
#define WAVE 18.0          /* wished length of one wave of the band */
#define STRANDS 3          /* waves interlaced in the band */
#define PETALS 24

/* A cubic that follows half a sine wave closely needs its handles at this share of its length. */
#define SINE_HANDLE 0.3642

/* One strand over one wave from x, y rightwards (along) or downwards (across). */
static void
wave (SceauPdf *pdf, double x, double y, double length, double height, gboolean across)
{
  const double half = length / 2;
  const double handle = half * SINE_HANDLE;

  sceau_pdf_move_to (pdf, x, y);
  for (int i = 0; i < 2; i++)
    {
      const double from = half * i;
      const double lift = i == 0 ? height : -height;

      if (across)
        sceau_pdf_curve_to (pdf, x + lift, y + from + handle, x + lift, y + from + half - handle, x, y + from + half);
      else
        sceau_pdf_curve_to (pdf, x + from + handle, y + lift, x + from + half - handle, y + lift, x + from + half, y);
    }
}

/* One side of the band: the same few curves again and again, each time moved by one wave. */
static void
side (SceauPdf *pdf, double x, double y, double length, gboolean across)
{
  const int waves = MAX (1, (int) lround (length / WAVE));
  const double step = length / waves;

  sceau_pdf_save (pdf);
  for (int i = 0; i < waves; i++)
    {
      for (int strand = 0; strand < STRANDS; strand++)
        {
          const double height = BAND * (0.34 + 0.17 * strand);

          wave (pdf, x, y, step, height, across);
          sceau_pdf_stroke (pdf, 0.35, sceau_ornament_gold);
          wave (pdf, x, y, step, -height, across);
          sceau_pdf_stroke (pdf, 0.35, sceau_ornament_gold);
        }
      sceau_pdf_translate (pdf, across ? 0 : step, across ? step : 0);
    }
  sceau_pdf_restore (pdf);
}

static void
corner (SceauPdf *pdf, double x, double y)
{
  sceau_pdf_block (pdf, x - BAND, y - BAND, BAND * 2, BAND * 2, (SceauPdfColour) { 1, 1, 1 });
  sceau_pdf_frame (pdf, x - BAND, y - BAND, BAND * 2, BAND * 2, 0.8, sceau_ornament_blue);
  sceau_ornament_rosette (pdf, x, y, BAND * 0.86, sceau_ornament_gold);
}

static void
draw_border (SceauPdf *pdf, double page_width, double page_height, double margin)
{
  const double width = page_width - 2 * margin;
  const double height = page_height - 2 * margin;
  const double inner = BAND * 1.5;
  const double middle = margin + inner / 2;

  side (pdf, middle, middle, page_width - 2 * middle, FALSE);
  side (pdf, middle, page_height - middle, page_width - 2 * middle, FALSE);
  side (pdf, middle, middle, page_height - 2 * middle, TRUE);
  side (pdf, page_width - middle, middle, page_height - 2 * middle, TRUE);
  sceau_pdf_frame (pdf, margin, margin, width, height, 1.4, sceau_ornament_blue);
  sceau_pdf_frame (pdf, margin + inner, margin + inner, width - 2 * inner, height - 2 * inner, 0.6, sceau_ornament_blue);
  sceau_pdf_frame (pdf, margin + inner + 3, margin + inner + 3, width - 2 * inner - 6, height - 2 * inner - 6, 0.3,
                   sceau_ornament_blue);
  corner (pdf, middle, middle);
  corner (pdf, page_width - middle, middle);
  corner (pdf, middle, page_height - middle);
  corner (pdf, page_width - middle, page_height - middle);
}

void
sceau_ornament_border (SceauPdf *pdf, double page_width, double page_height, double margin)
{
  if (!sceau_pdf_begin_shared (pdf, "border"))
    return;
  draw_border (pdf, page_width, page_height, margin);
  sceau_pdf_end_shared (pdf);
}

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
  const int petals = radius > 2 * BAND ? PETALS * 2 : PETALS / 2;

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
lozenge (SceauPdf *pdf, double x, double y, double size)
{
  sceau_pdf_move_to (pdf, x - size * 1.6, y);
  sceau_pdf_line_to (pdf, x, y - size);
  sceau_pdf_line_to (pdf, x + size * 1.6, y);
  sceau_pdf_line_to (pdf, x, y + size);
  sceau_pdf_close_path (pdf);
  sceau_pdf_fill (pdf, sceau_ornament_gold);
}

/* A long thin triangle from the lozenge outwards. */
static void
blade (SceauPdf *pdf, double from, double to, double y)
{
  sceau_pdf_move_to (pdf, from, y - 0.55);
  sceau_pdf_line_to (pdf, to, y);
  sceau_pdf_line_to (pdf, from, y + 0.55);
  sceau_pdf_close_path (pdf);
  sceau_pdf_fill (pdf, sceau_ornament_gold);
}

void
sceau_ornament_divider (SceauPdf *pdf, double x, double y, double width)
{
  lozenge (pdf, x, y, 2.6);
  lozenge (pdf, x - 10, y, 1.3);
  lozenge (pdf, x + 10, y, 1.3);
  blade (pdf, x - 16, x - width / 2, y);
  blade (pdf, x + 16, x + width / 2, y);
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
