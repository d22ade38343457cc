/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The end of a paper: who signs, the seal, the code that proves it, and its number. */

#include "sceau-paper-page-private.h"

#include "sceau-ornament.h"
#include "sceau-text-layout.h"

#include <math.h>

#define LABEL_SIZE 11.0
#define NAME_SIZE 12.0
#define NUMBER_SIZE 9.5
#define SENTENCE_SIZE 7.2
#define SENTENCE_LEADING 8.6

#define SIGNATURE 88.0        /* height of a place to sign, with label and name */
#define SIGNATURE_LINE 60.0   /* from its top to the line */
#define SIGNATURE_GAP 22.0    /* between two of them */
#define SEAL 66.0
#define CODE 90.0             /* with its quiet zone: a module is 0.4 mm, which any telephone reads */
#define SYMBOL_GAP 16.0       /* between seal and code */
#define NUMBER_HEIGHT 13.0
#define STRIP_GAP 12.0        /* between signatures and the strip of code and number */
#define STRIP_TEXT 196.0      /* width of what stands beside the code */
#define MIDDLE 238.0          /* of a landscape page of centred lines: between the signatures */

static gboolean
is_landscape (const SceauPaperPage *self)
{
  return self->width > self->height;
}

static gboolean
is_centred (const SceauPaperPage *self)
{
  return self->look->design->centred;
}

static gboolean
has_code (const SceauPaperPage *self)
{
  return self->content->code_text != NULL;
}

static const SceauPicture *
find_seal (const SceauPaperPage *self)
{
  const gboolean wanted = self->look->design->seal == SCEAU_SEAL_PICTURE;

  return wanted && self->look->style != NULL ? self->look->style->seal : NULL;
}

static gboolean
has_seal (const SceauPaperPage *self)
{
  return self->look->design->seal != SCEAU_SEAL_NONE;
}

double
sceau_paper_foot_height (const SceauPaperPage *self)
{
  if (!is_landscape (self))
    return SIGNATURE + STRIP_GAP + (has_code (self) ? CODE : NUMBER_HEIGHT);
  if (!is_centred (self))
    return SIGNATURE;
  return MAX (SIGNATURE, (has_code (self) ? CODE + 2 * SENTENCE_LEADING : SEAL + 4) + NUMBER_HEIGHT + 4);
}

/* --- Parts ---------------------------------------------------------------- */

static double
anchor (const SceauPaperPage *self, const SceauPaperBox *box)
{
  return is_centred (self) ? box->x + box->width / 2 : box->x;
}

static SceauPdfAlign
alignment (const SceauPaperPage *self)
{
  return is_centred (self) ? SCEAU_PDF_CENTRE : SCEAU_PDF_LEFT;
}

/* The signature stands on the line, and may cross it as a hand does. */
static void
draw_picture (const SceauPaperPage *self, const SceauPicture *picture, const SceauPaperBox *box, double top, double line)
{
  double width = box->width * 0.84;
  double height = line + 4 - top;

  sceau_paper_fit_picture (picture, &width, &height);
  sceau_pdf_image (self->pdf, picture, is_centred (self) ? box->x + (box->width - width) / 2 : box->x, line + 4 - height, width,
                   height);
}

/* Who signs, room to sign, a line, and the name below it. */
static void
draw_signature (const SceauPaperPage *self, const SceauPaperBox *box, const char *title, const char *name, const SceauPicture *picture)
{
  const SceauPdfStyle label_style = sceau_paper_small_style (self, "phrase", LABEL_SIZE);
  const SceauPdfStyle name_style = sceau_paper_small_style (self, "text", NAME_SIZE);
  g_autofree char *label = title != NULL ? g_strconcat (title, g_str_has_suffix (title, ",") ? "" : ",", NULL) : NULL;
  g_autoptr (SceauTextLines) above = sceau_text_fit (self->pdf, &label_style, label != NULL ? label : "", box->width, 2, 0.6);
  g_autoptr (SceauTextLines) below = sceau_text_fit (self->pdf, &name_style, name != NULL ? name : "", box->width, 2, 0.6);
  const double leading = above->style.size * 1.15;
  const double line = box->y + SIGNATURE_LINE;
  const double half = is_centred (self) ? box->width * 0.42 : 0;

  sceau_text_draw (self->pdf, &above->style, alignment (self), anchor (self, box), box->y + above->style.size * 0.8, leading,
                   above->lines);
  if (picture != NULL)
    draw_picture (self, picture, box, box->y + leading * above->lines->len + 1, line);
  sceau_pdf_line (self->pdf, anchor (self, box) - half, line, is_centred (self) ? anchor (self, box) + half : box->x + box->width,
                  line, 0.4, self->colours[SCEAU_COLOUR_SECONDARY]);
  sceau_text_draw (self->pdf, &below->style, alignment (self), anchor (self, box), line + 4 + below->style.size * 0.8,
                   below->style.size * 1.15, below->lines);
}

static void
draw_holder (const SceauPaperPage *self, const SceauPaperBox *box)
{
  g_autofree char *holder = sceau_paper_field (self->content, SCEAU_FIELD_HOLDER);

  draw_signature (self, box, holder, NULL, NULL);
}

static void
draw_signatory (const SceauPaperPage *self, const SceauPaperBox *box)
{
  const SceauPaperContent *content = self->content;
  g_autofree char *title = sceau_paper_field (content, SCEAU_FIELD_SIGNATORY_TITLE);
  g_autofree char *name = sceau_paper_field (content, SCEAU_FIELD_SIGNATORY);
  const gboolean own = content->mandate == NULL && content->signatory != NULL;

  sceau_pdf_set_printed (self->pdf, TRUE);
  draw_signature (self, box, title, name, own ? content->signatory->signature : NULL);
  sceau_pdf_set_printed (self->pdf, FALSE);
}

/* Within a square of SEAL points whose middle is x, y. */
static void
draw_seal (const SceauPaperPage *self, double x, double y)
{
  const SceauPicture *picture = find_seal (self);
  /* It does not stand at one place on all papers of a look. */
  g_autofree char *key = g_strdup_printf ("seal %d %d", (int) round (x * 10), (int) round (y * 10));
  double width = SEAL;
  double height = SEAL;

  sceau_pdf_set_printed (self->pdf, TRUE);
  if (picture != NULL)
    {
      sceau_paper_fit_picture (picture, &width, &height);
      sceau_pdf_image (self->pdf, picture, x - width / 2, y - height / 2, width, height);
    }
  else if (sceau_pdf_begin_shared (self->pdf, key))
    {
      sceau_ornament_rosette (self->pdf, x, y, SEAL / 2, self->colours[SCEAU_COLOUR_ACCENT]);
      sceau_pdf_end_shared (self->pdf);
    }
  sceau_pdf_set_printed (self->pdf, FALSE);
}

static void
draw_number (const SceauPaperPage *self, SceauPdfAlign align, double x, double baseline, double width)
{
  g_autofree char *number = sceau_paper_field (self->content, SCEAU_FIELD_NUMBER);
  SceauPdfStyle style = sceau_paper_small_style (self, "secondary", NUMBER_SIZE);
  g_autoptr (SceauTextLines) lines = NULL;

  if (number == NULL)
    return;
  style.colour = self->colours[SCEAU_COLOUR_PRIMARY];
  lines = sceau_text_fit (self->pdf, &style, number, width, 1, 0.5);
  sceau_text_draw (self->pdf, &lines->style, align, x, baseline, lines->style.size * 1.1, lines->lines);
}

static void
draw_sentence (const SceauPaperPage *self, SceauPdfAlign align, double x, double baseline, double width)
{
  const SceauPdfStyle style = sceau_paper_small_style (self, "secondary", SENTENCE_SIZE);
  g_autoptr (SceauTextLines) lines = sceau_text_fit (self->pdf, &style, sceau_paper_verify_sentence, width, 3, 1);

  sceau_pdf_set_printed (self->pdf, TRUE);
  sceau_text_draw (self->pdf, &lines->style, align, x, baseline, SENTENCE_LEADING, lines->lines);
  sceau_pdf_set_printed (self->pdf, FALSE);
}

/* --- Landscape, centred: signature, seal and code with the number below, signature --- */

static void
draw_symbols (const SceauPaperPage *self, double middle, double top)
{
  const double height = has_code (self) ? CODE : SEAL;
  const double both = (SEAL + SYMBOL_GAP + CODE) / 2;
  const double y = top + height / 2;

  if (has_seal (self))
    draw_seal (self, has_code (self) ? middle - both + SEAL / 2 : middle, y);
  if (has_code (self))
    sceau_pdf_qr (self->pdf, has_seal (self) ? middle + both - CODE : middle - CODE / 2, top, CODE, self->content->code_text);
}

static void
draw_row (const SceauPaperPage *self)
{
  const SceauPaperBox *foot = &self->foot;
  const double middle = foot->x + foot->width / 2;
  const double side = (foot->width - MIDDLE) / 2;
  const double number = foot->y + (has_code (self) ? CODE : SEAL + 4) + 10;
  const SceauPaperBox left = { foot->x, foot->y, side, SIGNATURE };
  const SceauPaperBox right = { foot->x + foot->width - side, foot->y, side, SIGNATURE };

  if (self->look->template->holder_signs)
    draw_holder (self, &left);
  draw_signatory (self, &right);
  draw_symbols (self, middle, foot->y);
  draw_number (self, SCEAU_PDF_CENTRE, middle, number, MIDDLE);
  if (has_code (self))
    draw_sentence (self, SCEAU_PDF_CENTRE, middle, number + 11, MIDDLE);
}

/* --- Landscape, at the left: signatures below the lines, seal and code in the column -- */

static void
draw_signatures_from_left (const SceauPaperPage *self, const SceauPaperBox *row)
{
  const double width = (row->width - SIGNATURE_GAP) / 2 * 0.86;
  const SceauPaperBox first = { row->x, row->y, width, SIGNATURE };
  const SceauPaperBox second = { row->x + (row->width + SIGNATURE_GAP) / 2, row->y, width, SIGNATURE };

  if (self->look->template->holder_signs)
    draw_holder (self, &first);
  draw_signatory (self, self->look->template->holder_signs ? &second : &first);
}

static void
draw_column (const SceauPaperPage *self)
{
  const SceauPaperBox *column = &self->margin_column;
  const double right = column->x + column->width;
  double y = column->y + column->height;

  if (has_code (self))
    {
      y -= 3 * SENTENCE_LEADING;
      draw_sentence (self, SCEAU_PDF_RIGHT, right, y + SENTENCE_LEADING - 1, column->width);
    }
  draw_number (self, SCEAU_PDF_RIGHT, right, y - 3, column->width);
  y -= NUMBER_HEIGHT;
  if (has_code (self))
    {
      y -= CODE;
      sceau_pdf_qr (self->pdf, right - CODE, y, CODE, self->content->code_text);
      y -= SYMBOL_GAP;
    }
  if (has_seal (self))
    draw_seal (self, right - SEAL / 2, y - SEAL / 2);
}

/* --- Portrait: a row of signatures and seal, then a strip with code and number -------- */

static void
draw_signatures (const SceauPaperPage *self)
{
  const SceauPaperBox *foot = &self->foot;
  const double middle = has_seal (self) ? SEAL + 2 * SIGNATURE_GAP : SIGNATURE_GAP;
  const double side = (foot->width - middle) / 2;
  const SceauPaperBox left = { foot->x, foot->y, side, SIGNATURE };
  const SceauPaperBox right = { foot->x + foot->width - side, foot->y, side, SIGNATURE };
  const gboolean holder = self->look->template->holder_signs;

  if (holder)
    draw_holder (self, &left);
  draw_signatory (self, &right);
  if (has_seal (self))
    draw_seal (self, holder ? foot->x + foot->width / 2 : left.x + left.width / 2, foot->y + SIGNATURE / 2 - 4);
}

static void
draw_strip (const SceauPaperPage *self)
{
  const SceauPaperBox *foot = &self->foot;
  const double top = foot->y + SIGNATURE + STRIP_GAP;
  double x = foot->x;

  if (!has_code (self))
    {
      draw_number (self, alignment (self), anchor (self, foot), top + NUMBER_SIZE, foot->width);
      return;
    }
  if (is_centred (self))
    x += (foot->width - CODE - SYMBOL_GAP - STRIP_TEXT) / 2;
  sceau_pdf_qr (self->pdf, x, top, CODE, self->content->code_text);
  x += CODE + SYMBOL_GAP / 2;
  draw_number (self, SCEAU_PDF_LEFT, x, top + CODE / 2 - 8, STRIP_TEXT);
  draw_sentence (self, SCEAU_PDF_LEFT, x, top + CODE / 2 + 5, STRIP_TEXT);
}

void
sceau_paper_foot_draw (const SceauPaperPage *self)
{
  if (is_landscape (self) && is_centred (self))
    {
      draw_row (self);
      return;
    }
  if (is_landscape (self))
    {
      draw_signatures_from_left (self, &self->foot);
      draw_column (self);
      return;
    }
  if (is_centred (self))
    draw_signatures (self);
  else
    {
      SceauPaperBox row = self->foot;

      if (has_seal (self))
        {
          row.width -= SEAL + SIGNATURE_GAP;
          draw_seal (self, self->foot.x + self->foot.width - SEAL / 2, row.y + SIGNATURE / 2 - 4);
        }
      draw_signatures_from_left (self, &row);
    }
  draw_strip (self);
}
