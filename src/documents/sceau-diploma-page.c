/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-diploma-page.h"

#include "sceau-mentions.h"
#include "sceau-ornament.h"

#include <glib/gi18n-lib.h>

#define BLUE { 0.09, 0.16, 0.32 }
#define GOLD { 0.58, 0.44, 0.18 }
#define BLACK { 0.11, 0.11, 0.13 }
#define GREY { 0.38, 0.39, 0.43 }

const SceauPdfStyle sceau_diploma_issuer = { SCEAU_FACE_SMALL_CAPS, 23, 1.4, BLUE };
const SceauPdfStyle sceau_diploma_kind = { SCEAU_FACE_SMALL_CAPS, 17, 1.1, GOLD };
const SceauPdfStyle sceau_diploma_title = { SCEAU_FACE_SERIF, 29, 0.2, BLUE };
const SceauPdfStyle sceau_diploma_phrase = { SCEAU_FACE_SERIF_ITALIC, 14, 0, BLACK };
const SceauPdfStyle sceau_diploma_name = { SCEAU_FACE_SERIF, 34, 0.4, BLACK };
const SceauPdfStyle sceau_diploma_text = { SCEAU_FACE_SERIF, 13, 0, BLACK };
const SceauPdfStyle sceau_diploma_secondary = { SCEAU_FACE_SERIF, 11, 0, GREY };
const SceauPdfStyle sceau_diploma_mention = { SCEAU_FACE_SERIF, 10.5, 0, BLACK };

static const SceauPdfStyle label_style = { SCEAU_FACE_SERIF_ITALIC, 11, 0, BLACK };
static const SceauPdfStyle signatory_style = { SCEAU_FACE_SERIF, 12, 0, BLACK };
static const SceauPdfStyle number_style = { SCEAU_FACE_SERIF, 10, 0.3, BLUE };
static const SceauPdfStyle band_style = { SCEAU_FACE_SANS_BOLD, 10.5, 0.8, { 1, 1, 1 } };

#define MARGIN 22.0           /* from the edge of the page to the border */
#define FRAME 44.0            /* from the edge to what may be written on */
#define SIDE 24.0             /* from there to the text */
#define BAND_HEIGHT 19.0
#define SIGNATURES_HEIGHT 106.0
#define SIGNATURES_GAP 12.0   /* above them */
#define SIGNATURE_ROOM 46.0   /* between the title of the signatory and the line */
#define ROSETTE 34.0

#define SMALLEST_SCALE 0.5

static void
check_texts (SceauPdf *pdf, const SceauDiplomaPage *page)
{
  g_autofree char *name = sceau_learner_full_name (page->learner);

  sceau_pdf_require (pdf, SCEAU_FACE_SERIF, _("The learner’s name"), name);
  if (page->learner->usage_name != NULL)
    sceau_pdf_require (pdf, SCEAU_FACE_SERIF, _("The learner’s usage name"), page->learner->usage_name);
  if (page->learner->other_names != NULL)
    sceau_pdf_require (pdf, SCEAU_FACE_SERIF, _("The learner’s other names"), page->learner->other_names);
  if (page->learner->birth_place != NULL)
    sceau_pdf_require (pdf, SCEAU_FACE_SERIF, _("The learner’s place of birth"), page->learner->birth_place);
  sceau_pdf_require (pdf, SCEAU_FACE_SMALL_CAPS, _("The school’s name"), page->school->name);
}

/* The largest scale at which everything stands above the signatures. */
static SceauStack *
make_stack (SceauPdf *pdf, const SceauDiplomaPage *page, double height)
{
  const double width = page->width - 2 * (FRAME + SIDE);

  for (double scale = 1.0;; scale -= 0.04)
    {
      SceauStack *stack = sceau_stack_new (pdf, width, scale);

      page->fill (stack, page->content);
      if (sceau_stack_height (stack) <= height || scale < SMALLEST_SCALE || sceau_pdf_has_failed (pdf))
        return stack;
      sceau_stack_free (stack);
    }
}

static void
draw_band (SceauPdf *pdf, const SceauDiplomaPage *page)
{
  const double width = page->width - 2 * FRAME;
  g_autoptr (SceauTextLines) text = sceau_text_fit (pdf, &band_style, page->band, width - 12, 1, 0.5);

  sceau_pdf_block (pdf, FRAME, FRAME, width, BAND_HEIGHT, sceau_ornament_red);
  sceau_pdf_text (pdf, &text->style, SCEAU_PDF_CENTRE, page->width / 2, FRAME + 13.2, page->band);
}

/* Who signs, room to sign, a line, and the name below it. */
static void
draw_signature (SceauPdf *pdf, double x, double y, double width, const char *title, const char *name)
{
  g_autoptr (SceauTextLines) heading = sceau_text_fit (pdf, &label_style, title, width, 2, 0.6);
  g_autoptr (SceauTextLines) below = sceau_text_fit (pdf, &signatory_style, name, width, 2, 0.6);
  const double line = y + 12 + SIGNATURE_ROOM;

  sceau_text_draw (pdf, &heading->style, SCEAU_PDF_CENTRE, x, y, heading->style.size * 1.15, heading->lines);
  sceau_pdf_line (pdf, x - width * 0.42, line, x + width * 0.42, line, 0.4, sceau_ornament_grey);
  sceau_text_draw (pdf, &below->style, SCEAU_PDF_CENTRE, x, line + 15, below->style.size * 1.15, below->lines);
}

static void
draw_seal (SceauPdf *pdf, const SceauDiplomaPage *page, double y)
{
  if (sceau_pdf_begin_shared (pdf, "seal"))
    {
      sceau_ornament_rosette (pdf, page->width / 2, y, ROSETTE, sceau_ornament_gold);
      sceau_pdf_end_shared (pdf);
    }
  if (page->number != NULL)
    sceau_pdf_text (pdf, &number_style, SCEAU_PDF_CENTRE, page->width / 2, y + ROSETTE + 14, page->number);
}

static void
draw_signatures (SceauPdf *pdf, const SceauDiplomaPage *page, double top)
{
  g_autofree char *holder = g_strconcat (sceau_mention_holder (page->learner), ",", NULL);
  const double left = FRAME + SIDE;
  const double column = (page->width - 2 * left) / 3;
  const double width = column - 14;

  draw_signature (pdf, left + column / 2, top + 16, width, holder, "");
  draw_seal (pdf, page, top + SIGNATURES_HEIGHT / 2 - 8);
  draw_signature (pdf, left + column * 2.5, top + 16, width, sceau_mention_signatory_title (page->school, page->mandate),
                  sceau_mention_signatory (page->school, page->mandate));
}

void
sceau_diploma_page_draw (SceauPdf *pdf, const SceauDiplomaPage *page)
{
  const double top = FRAME + 18 + (page->band != NULL ? BAND_HEIGHT : 0);
  const double signatures = page->height - FRAME - SIGNATURES_HEIGHT - 4;
  g_autoptr (SceauStack) stack = NULL;

  sceau_pdf_add_page (pdf, page->width, page->height);
  check_texts (pdf, page);
  if (sceau_pdf_has_failed (pdf))
    return;
  if (page->watermark != NULL)
    sceau_ornament_watermark (pdf, page->width, page->height, page->watermark);
  sceau_ornament_border (pdf, page->width, page->height, MARGIN);
  if (page->band != NULL)
    draw_band (pdf, page);
  stack = make_stack (pdf, page, signatures - SIGNATURES_GAP - top);
  sceau_stack_draw (stack, page->width / 2, top, signatures - SIGNATURES_GAP - top);
  draw_signatures (pdf, page, signatures);
}

void
sceau_diploma_describe (SceauPdf *pdf, const char *kind, const char *subject, const SceauLearner *learner,
                        const SceauSchoolIdentity *school)
{
  g_autofree char *name = learner != NULL ? sceau_learner_full_name (learner) : NULL;
  g_autofree char *title = name != NULL ? g_strdup_printf ("%s — %s", kind, name) : g_strdup (kind);

  sceau_pdf_set_title (pdf, title);
  sceau_pdf_set_author (pdf, school->name);
  sceau_pdf_set_subject (pdf, subject);
}
