/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-flow.h"

#include "sceau-ornament.h"

#define NBSP "\u00A0"

#define MARGIN 45.0
#define FOOT 36.0            /* from the bottom of the page to the baseline of the foot */
#define LEADING 1.36         /* of the size */
#define PARAGRAPH_GAP 4.0
#define HEADING_GAP 17.0
#define ITEM_INDENT 14.0
#define FACT_INDENT 92.0
#define FACT_GAP 2.0
#define WRITING_ROOM 5.0       /* above a line to write on */

const SceauPdfStyle sceau_flow_text = { SCEAU_FACE_SANS, 9, 0, { 0.11, 0.11, 0.13 } };
const SceauPdfStyle sceau_flow_bold = { SCEAU_FACE_SANS_BOLD, 9, 0, { 0.11, 0.11, 0.13 } };
const SceauPdfStyle sceau_flow_note = { SCEAU_FACE_SANS, 7.5, 0, { 0.38, 0.39, 0.43 } };

static const SceauPdfStyle heading_style = { SCEAU_FACE_SMALL_CAPS, 14, 0.5, { 0.09, 0.16, 0.32 } };

static SceauFlow *
new_flow (SceauPdf *pdf, double page_width, double page_height, const char *running_title, const char *watermark)
{
  SceauFlow *self = g_new0 (SceauFlow, 1);

  self->pdf = pdf;
  self->page_width = page_width;
  self->page_height = page_height;
  self->left = MARGIN;
  self->width = page_width - 2 * MARGIN;
  self->top = MARGIN;
  self->bottom = page_height - MARGIN - 14;
  self->foot = page_height - FOOT;
  self->running_title = g_strdup (running_title);
  self->watermark = g_strdup (watermark);
  self->first_page = sceau_pdf_n_pages (pdf);
  return self;
}

SceauFlow *
sceau_flow_new (SceauPdf *pdf, const char *running_title, const char *watermark)
{
  return new_flow (pdf, SCEAU_PDF_A4_SHORT, SCEAU_PDF_A4_LONG, running_title, watermark);
}

SceauFlow *
sceau_flow_new_wide (SceauPdf *pdf, const char *running_title, const char *watermark)
{
  return new_flow (pdf, SCEAU_PDF_A4_LONG, SCEAU_PDF_A4_SHORT, running_title, watermark);
}

void
sceau_flow_free (SceauFlow *self)
{
  if (self == NULL)
    return;
  g_free (self->running_title);
  g_free (self->watermark);
  g_free (self);
}

static void
draw_running_title (SceauFlow *self)
{
  g_autoptr (SceauTextLines) title = sceau_text_fit (self->pdf, &sceau_flow_note, self->running_title, self->width, 1, 0.7);

  if (title->lines->len > 0)
    sceau_pdf_text (self->pdf, &title->style, SCEAU_PDF_LEFT, self->left, self->y + 2, g_ptr_array_index (title->lines, 0));
  sceau_pdf_line (self->pdf, self->left, self->y + 7, self->left + self->width, self->y + 7, 0.4, sceau_ornament_pale_gold);
  self->y += 20;
}

void
sceau_flow_add_page (SceauFlow *self)
{
  if (self->ground != NULL)
    self->ground (self, self->ground_data);
  else
    sceau_pdf_add_page (self->pdf, self->page_width, self->page_height);
  self->y = self->top;
  if (self->watermark != NULL)
    sceau_ornament_watermark (self->pdf, self->page_width, self->page_height, self->watermark);
  if (sceau_pdf_n_pages (self->pdf) > self->first_page + 1)
    draw_running_title (self);
}

gboolean
sceau_flow_need (SceauFlow *self, double height)
{
  if (self->y + height <= self->bottom)
    return FALSE;
  sceau_flow_add_page (self);
  return TRUE;
}

void
sceau_flow_space (SceauFlow *self, double height)
{
  self->y += height;
}

void
sceau_flow_heading (SceauFlow *self, double keep, const char *text)
{
  sceau_flow_need (self, HEADING_GAP + heading_style.size * 2 + keep);
  self->y += HEADING_GAP + heading_style.size * 0.7;
  sceau_pdf_text (self->pdf, &heading_style, SCEAU_PDF_LEFT, self->left, self->y, text);
  self->y += 5;
  sceau_pdf_line (self->pdf, self->left, self->y, self->left + self->width, self->y, 0.6, sceau_ornament_gold);
  self->y += 7;
}

void
sceau_flow_centred (SceauFlow *self, const SceauPdfStyle *style, guint max_lines, const char *text)
{
  g_autoptr (SceauTextLines) lines = sceau_text_fit (self->pdf, style, text, self->width, max_lines, 0.7);
  const double size = lines->style.size;

  sceau_text_draw (self->pdf, &lines->style, SCEAU_PDF_CENTRE, self->left + self->width / 2, self->y + size * 0.75,
                   size * 1.2, lines->lines);
  self->y += size * 1.2 * lines->lines->len;
}

char *
sceau_flow_clean (const char *text)
{
  return g_strdelimit (g_strdup (text), "\t\r", ' ');
}

/* How many of @left lines go on this page: never the first alone at its foot, nor the last alone on the next. */
static guint
count_fitting (const SceauFlow *self, guint done, guint left, double leading)
{
  const double room = self->bottom - self->y;
  guint fitting = room > 0 ? (guint) (room / leading + 1e-6) : 0;

  if (fitting >= left)
    return left;
  if (left - fitting == 1 && fitting > 0)
    fitting--;
  return done == 0 && fitting < 2 ? 0 : fitting;
}

static void
draw_indented (SceauFlow *self, const SceauPdfStyle *style, double indent, const char *text)
{
  const double leading = style->size * LEADING;
  g_autofree char *clean = sceau_flow_clean (text);
  g_autoptr (GPtrArray) lines = sceau_text_break (self->pdf, style, clean, self->width - indent);
  guint done = 0;

  while (done < lines->len && !sceau_pdf_has_failed (self->pdf))
    {
      const guint end = done + count_fitting (self, done, lines->len - done, leading);

      for (; done < end; done++, self->y += leading)
        sceau_pdf_text (self->pdf, style, SCEAU_PDF_LEFT, self->left + indent, self->y + style->size * 0.8,
                        g_ptr_array_index (lines, done));
      if (done < lines->len)
        sceau_flow_add_page (self);
    }
  self->y += PARAGRAPH_GAP;
}

double
sceau_flow_measure (SceauFlow *self, const SceauPdfStyle *style, const char *text)
{
  g_autofree char *clean = sceau_flow_clean (text);
  g_autoptr (GPtrArray) lines = sceau_text_break (self->pdf, style, clean, self->width);

  return lines->len * style->size * LEADING + PARAGRAPH_GAP;
}

void
sceau_flow_paragraph (SceauFlow *self, const SceauPdfStyle *style, const char *text)
{
  draw_indented (self, style, 0, text);
}

void
sceau_flow_item (SceauFlow *self, const SceauPdfStyle *style, const char *text)
{
  sceau_flow_need (self, style->size * LEADING * 2);
  sceau_pdf_text (self->pdf, style, SCEAU_PDF_LEFT, self->left + ITEM_INDENT / 3, self->y + style->size * 0.8, "–");
  draw_indented (self, style, ITEM_INDENT, text);
}

static void
draw_label (SceauFlow *self, const char *label)
{
  sceau_pdf_text (self->pdf, &sceau_flow_bold, SCEAU_PDF_LEFT, self->left, self->y + sceau_flow_bold.size * 0.8, label);
}

void
sceau_flow_fact (SceauFlow *self, const char *label, const char *value)
{
  const double x = self->left + FACT_INDENT;

  sceau_flow_need (self, sceau_flow_text.size * LEADING * 2);
  if (value != NULL && *value != '\0')
    {
      draw_label (self, label);
      draw_indented (self, &sceau_flow_text, FACT_INDENT, value);
      self->y -= PARAGRAPH_GAP - FACT_GAP;
      return;
    }
  self->y += WRITING_ROOM;
  draw_label (self, label);
  self->y += sceau_flow_text.size * LEADING;
  sceau_pdf_line (self->pdf, x, self->y - 1, self->left + self->width, self->y - 1, 0.4, sceau_ornament_grey);
  self->y += FACT_GAP;
}

void
sceau_flow_finish (SceauFlow *self, const char *note)
{
  const guint n = sceau_pdf_n_pages (self->pdf) - self->first_page;
  const double y = self->foot;
  g_autoptr (SceauTextLines) left = sceau_text_fit (self->pdf, &sceau_flow_note, note, self->width - 90, 1, 0.6);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("page" NBSP "%u sur" NBSP "%u", i + 1, n);

      sceau_pdf_select_page (self->pdf, self->first_page + i);
      sceau_pdf_line (self->pdf, self->left, y - 11, self->left + self->width, y - 11, 0.4, sceau_ornament_pale_gold);
      sceau_pdf_text (self->pdf, &sceau_flow_note, SCEAU_PDF_RIGHT, self->left + self->width, y, number);
      if (left->lines->len > 0)
        sceau_pdf_text (self->pdf, &left->style, SCEAU_PDF_LEFT, self->left, y, g_ptr_array_index (left->lines, 0));
    }
}
