/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-letter.h"

#include "sceau-ornament.h"
#include "sceau-words.h"

#define NBSP "\u00A0"

#define SIDE SCEAU_PDF_MM (22)
#define WINDOW_LEFT SCEAU_PDF_MM (108)
#define WINDOW_TOP SCEAU_PDF_MM (54)
#define WINDOW_WIDTH SCEAU_PDF_MM (80)
#define WINDOW_HEIGHT SCEAU_PDF_MM (25)
#define BELOW_WINDOW SCEAU_PDF_MM (83)
#define FOLD SCEAU_PDF_MM (99)
#define LEADING 1.36 /* of the size, as in a flow */
#define LAST_GAP 2.0
#define SIGNATURE_GAP 7.0
#define SIGNATURE_ROOM 29.0

const SceauPdfStyle sceau_letter_text = { SCEAU_FACE_SANS, 9.6, 0, { 0.11, 0.11, 0.13 } };
const SceauPdfStyle sceau_letter_bold = { SCEAU_FACE_SANS_BOLD, 9.6, 0, { 0.11, 0.11, 0.13 } };

static const SceauPdfStyle sender_style = { SCEAU_FACE_SMALL_CAPS, 15, 0.6, { 0.09, 0.16, 0.32 } };
static const SceauPdfStyle address_style = { SCEAU_FACE_SANS, 10, 0, { 0.11, 0.11, 0.13 } };

static void
draw_sender (SceauFlow *flow, const SceauSchoolIdentity *school)
{
  const double width = flow->width;
  g_autofree char *siret = sceau_words_is_filled (school->siret) ? g_strdup_printf ("SIRET" NBSP "%s", school->siret) : NULL;
  g_autoptr (SceauTextLines) name = NULL;

  flow->width = WINDOW_LEFT - flow->left - 12;
  name = sceau_text_fit (flow->pdf, &sender_style, school->name, flow->width, 3, 0.7);
  flow->y = sceau_text_draw (flow->pdf, &name->style, SCEAU_PDF_LEFT, flow->left, flow->y + name->style.size * 0.8,
                             name->style.size * 1.15, name->lines);
  flow->y -= name->style.size * 0.5;
  if (sceau_words_is_filled (school->city))
    sceau_flow_paragraph (flow, &sceau_flow_note, school->city);
  if (siret != NULL)
    sceau_flow_paragraph (flow, &sceau_flow_note, siret);
  flow->width = width;
}

/* As many lines as there are, closer together when they are many: none may leave the window. */
static void
draw_recipient (SceauFlow *flow, const char *recipient)
{
  g_autofree char *clean = sceau_flow_clean (recipient);
  SceauPdfStyle style = address_style;
  g_autoptr (GPtrArray) lines = sceau_text_break_whole (flow->pdf, &style, clean, WINDOW_WIDTH);
  double leading = style.size * 1.35;

  while (lines->len * leading > WINDOW_HEIGHT && style.size > 6)
    {
      style.size -= 0.5;
      leading = style.size * 1.2;
      g_ptr_array_unref (lines);
      lines = sceau_text_break_whole (flow->pdf, &style, clean, WINDOW_WIDTH);
    }
  sceau_text_draw (flow->pdf, &style, SCEAU_PDF_LEFT, WINDOW_LEFT, WINDOW_TOP + style.size, leading, lines);
}

static void
draw_folds (SceauPdf *pdf)
{
  for (int i = 1; i <= 2; i++)
    sceau_pdf_line (pdf, 10, i * FOLD, 20, i * FOLD, 0.4, sceau_ornament_grey);
}

static void
draw_place_and_day (SceauFlow *flow, const SceauLetterHead *head)
{
  const char *city = head->school->city;
  g_autofree char *date = head->written != SCEAU_NO_DATE ? sceau_date_format_long (head->written) : g_strdup ("……………………………");
  g_autofree char *line = sceau_words_is_filled (city) ? g_strdup_printf ("%s, le" NBSP "%s", city, date)
                                                       : g_strdup_printf ("Le" NBSP "%s", date);

  sceau_pdf_text (flow->pdf, &sceau_letter_text, SCEAU_PDF_LEFT, WINDOW_LEFT, flow->y + sceau_letter_text.size * 0.8, line);
  flow->y += sceau_letter_text.size * 2.4;
}

SceauFlow *
sceau_letter_begin (SceauPdf *pdf, const SceauLetterHead *head)
{
  g_autofree char *running = g_strdup_printf ("%s — %s", head->school->name, head->object);
  g_autofree char *object = g_strdup_printf ("Objet" NBSP ": %s", head->object);
  SceauFlow *flow = sceau_flow_new (pdf, running, head->watermark);

  flow->left = SIDE;
  flow->width = SCEAU_PDF_A4_SHORT - 2 * SIDE;
  sceau_flow_add_page (flow);
  draw_folds (pdf);
  draw_sender (flow, head->school);
  draw_recipient (flow, head->recipient);
  flow->y = MAX (flow->y, BELOW_WINDOW);
  draw_place_and_day (flow, head);
  sceau_flow_paragraph (flow, &sceau_letter_bold, object);
  sceau_flow_space (flow, 5);
  return flow;
}

static void
draw_signatory (SceauFlow *flow, const char *line)
{
  const double width = flow->left + flow->width - WINDOW_LEFT;
  g_autoptr (SceauTextLines) fitted = NULL;

  if (!sceau_words_is_filled (line))
    return;
  fitted = sceau_text_fit (flow->pdf, &sceau_letter_text, line, width, 2, 0.8);
  sceau_text_draw (flow->pdf, &fitted->style, SCEAU_PDF_LEFT, WINDOW_LEFT, flow->y + fitted->style.size * 0.8,
                   fitted->style.size * LEADING, fitted->lines);
  flow->y += fitted->style.size * LEADING * fitted->lines->len;
}

void
sceau_letter_close (SceauFlow *flow, const SceauLetterEnd *end)
{
  const double heading = end->heading != NULL ? sceau_flow_measure (flow, &sceau_flow_bold, end->heading) : 0;

  /* Beside the words, two lines of the signatory and the room to sign. */
  sceau_flow_need (flow, heading + sceau_flow_measure (flow, end->style, end->last) + LAST_GAP
                             + sceau_flow_measure (flow, &sceau_letter_text, end->closing) + SIGNATURE_GAP
                             + 2.5 * sceau_letter_text.size * LEADING + SIGNATURE_ROOM);
  if (end->heading != NULL)
    sceau_flow_paragraph (flow, &sceau_flow_bold, end->heading);
  sceau_flow_paragraph (flow, end->style, end->last);
  sceau_flow_space (flow, LAST_GAP);
  sceau_flow_paragraph (flow, &sceau_letter_text, end->closing);
  sceau_flow_space (flow, SIGNATURE_GAP);
  draw_signatory (flow, end->school->signatory_title);
  draw_signatory (flow, end->school->signatory);
  sceau_flow_space (flow, SIGNATURE_ROOM);
}

void
sceau_letter_end (SceauFlow *flow, const SceauSchoolIdentity *school)
{
  sceau_flow_finish (flow, school->name);
}
