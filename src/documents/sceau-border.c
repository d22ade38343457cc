/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-border.h"

#include <math.h>

#include "sceau-ornament.h"

#define BAND 11.0          /* between the two rules of the interlaced border */
#define WAVE 18.0          /* wished length of one wave of the band */
#define STRANDS 3          /* waves interlaced in the band */
#define PADDING 14.0       /* from a rule to what is written */
#define CORNER 34.0        /* length of an arm of a corner */
#define COLUMN_LANDSCAPE 62.0
#define COLUMN_PORTRAIT 44.0
#define COLUMN_WAVE 46.0
#define COLUMN_STRANDS 9
#define COLUMN_EDGE 3.0    /* the stripe along the column */

/* A cubic that follows half a sine wave closely needs its handles at this share of its length. */
#define SINE_HANDLE 0.3642

typedef struct
{
  SceauPdf *pdf;
  double width, height, margin;
  SceauPdfColour primary, accent;
} Border;

static double
column_width (gboolean landscape)
{
  return landscape ? COLUMN_LANDSCAPE : COLUMN_PORTRAIT;
}

SceauBorderRoom
sceau_border_room (SceauBorder border, double margin, gboolean landscape)
{
  double all = margin;

  switch (border)
    {
    case SCEAU_BORDER_RULE:
    case SCEAU_BORDER_CORNERS:
      all += PADDING;
      break;
    case SCEAU_BORDER_DOUBLE:
      all += PADDING + 4;
      break;
    case SCEAU_BORDER_INTERLACED:
      all += BAND * 1.5 + 3 + PADDING / 2;
      break;
    case SCEAU_BORDER_COLUMN:
      return (SceauBorderRoom) { column_width (landscape) + COLUMN_EDGE + MAX (margin, PADDING), all, all + PADDING / 2, all + PADDING / 2 };
    case SCEAU_BORDER_NONE:
    default:
      break;
    }
  return (SceauBorderRoom) { all, all, all, all };
}

/* --- Waves ---------------------------------------------------------------- */

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
side (const Border *self, double x, double y, double length, gboolean across)
{
  const int waves = MAX (1, (int) lround (length / WAVE));
  const double step = length / waves;

  sceau_pdf_save (self->pdf);
  for (int i = 0; i < waves; i++)
    {
      for (int strand = 0; strand < STRANDS; strand++)
        {
          const double height = BAND * (0.34 + 0.17 * strand);

          wave (self->pdf, x, y, step, height, across);
          sceau_pdf_stroke (self->pdf, 0.35, self->accent);
          wave (self->pdf, x, y, step, -height, across);
          sceau_pdf_stroke (self->pdf, 0.35, self->accent);
        }
      sceau_pdf_translate (self->pdf, across ? 0 : step, across ? step : 0);
    }
  sceau_pdf_restore (self->pdf);
}

/* --- Each border ---------------------------------------------------------- */

/* A frame @inside the margin. */
static void
frame (const Border *self, double inside, double line, SceauPdfColour colour)
{
  const double from = self->margin + inside;

  sceau_pdf_frame (self->pdf, from, from, self->width - 2 * from, self->height - 2 * from, line, colour);
}

static void
knot (const Border *self, double x, double y)
{
  sceau_pdf_block (self->pdf, x - BAND, y - BAND, BAND * 2, BAND * 2, (SceauPdfColour) { 1, 1, 1 });
  sceau_pdf_frame (self->pdf, x - BAND, y - BAND, BAND * 2, BAND * 2, 0.8, self->primary);
  sceau_ornament_rosette (self->pdf, x, y, BAND * 0.86, self->accent);
}

static void
draw_interlaced (const Border *self)
{
  const double inner = BAND * 1.5;
  const double middle = self->margin + inner / 2;

  side (self, middle, middle, self->width - 2 * middle, FALSE);
  side (self, middle, self->height - middle, self->width - 2 * middle, FALSE);
  side (self, middle, middle, self->height - 2 * middle, TRUE);
  side (self, self->width - middle, middle, self->height - 2 * middle, TRUE);
  frame (self, 0, 1.4, self->primary);
  frame (self, inner, 0.6, self->primary);
  frame (self, inner + 3, 0.3, self->primary);
  knot (self, middle, middle);
  knot (self, self->width - middle, middle);
  knot (self, middle, self->height - middle);
  knot (self, self->width - middle, self->height - middle);
}

/* Two arms that meet at x, y and open towards the middle of the page. */
static void
draw_corner (const Border *self, double x, double y, double across, double down)
{
  sceau_pdf_line (self->pdf, x, y, x + across * CORNER, y, 1.2, self->primary);
  sceau_pdf_line (self->pdf, x, y, x, y + down * CORNER, 1.2, self->primary);
  sceau_pdf_line (self->pdf, x + across * 4, y + down * 4, x + across * CORNER * 0.7, y + down * 4, 0.5, self->accent);
  sceau_pdf_line (self->pdf, x + across * 4, y + down * 4, x + across * 4, y + down * CORNER * 0.7, 0.5, self->accent);
}

static void
draw_corners (const Border *self)
{
  const double right = self->width - self->margin;
  const double bottom = self->height - self->margin;

  draw_corner (self, self->margin, self->margin, 1, 1);
  draw_corner (self, right, self->margin, -1, 1);
  draw_corner (self, self->margin, bottom, 1, -1);
  draw_corner (self, right, bottom, -1, -1);
}

/* Towards white: strands that can just be seen on the column. */
static SceauPdfColour
lighten (SceauPdfColour colour, double share)
{
  return (SceauPdfColour) { colour.red + (1 - colour.red) * share, colour.green + (1 - colour.green) * share,
                            colour.blue + (1 - colour.blue) * share };
}

/* A column to the edges of the paper, with strands that swing inside it: fine enough to be lost on a photocopy. */
static void
draw_column (const Border *self)
{
  const double width = column_width (self->width > self->height);
  const int waves = MAX (1, (int) lround (self->height / COLUMN_WAVE));
  const double step = self->height / waves;
  const SceauPdfColour strand = lighten (self->primary, 0.28);

  sceau_pdf_block (self->pdf, 0, 0, width, self->height, self->primary);
  sceau_pdf_save (self->pdf);
  for (int i = 0; i < waves; i++)
    {
      for (int k = 0; k < COLUMN_STRANDS; k++)
        {
          const double height = width * 0.55 * (2.0 * k / (COLUMN_STRANDS - 1) - 1);

          wave (self->pdf, width / 2, 0, step, height, TRUE);
          sceau_pdf_stroke (self->pdf, 0.4, strand);
        }
      sceau_pdf_translate (self->pdf, 0, step);
    }
  sceau_pdf_restore (self->pdf);
  sceau_pdf_block (self->pdf, width, 0, COLUMN_EDGE, self->height, self->accent);
}

void
sceau_border_draw (SceauPdf *pdf, SceauBorder border, double page_width, double page_height, double margin,
                   SceauPdfColour primary, SceauPdfColour accent)
{
  const Border self = { pdf, page_width, page_height, margin, primary, accent };

  if (border == SCEAU_BORDER_NONE || !sceau_pdf_begin_shared (pdf, "border"))
    return;
  switch (border)
    {
    case SCEAU_BORDER_RULE:
      frame (&self, 0, 0.7, primary);
      break;
    case SCEAU_BORDER_DOUBLE:
      frame (&self, 0, 1.4, primary);
      frame (&self, 4, 0.5, accent);
      break;
    case SCEAU_BORDER_INTERLACED:
      draw_interlaced (&self);
      break;
    case SCEAU_BORDER_CORNERS:
      draw_corners (&self);
      break;
    case SCEAU_BORDER_COLUMN:
      draw_column (&self);
      break;
    case SCEAU_BORDER_NONE:
    default:
      break;
    }
  sceau_pdf_end_shared (pdf);
}
