/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Where the parts of a paper stand, and what every paper has around its lines. */

#include "sceau-paper-page-private.h"

#include "sceau-border.h"
#include "sceau-ornament.h"
#include "sceau-stack.h"

#define NBSP "\u00A0"

#define SIDE 24.0             /* from the room of the border to the text, of a page with a border all around */
#define SIDE_COLUMN 14.0      /* the same beside a column */
#define TOP 14.0
#define BAND_PADDING 5.5
#define BAND_GAP 14.0
#define BAND_LEADING 1.25
#define MARGIN_COLUMN 118.0
#define MARGIN_COLUMN_GAP 30.0
#define FOOT_GAP 18.0         /* between lines and foot */
#define LOGO_WIDTH 190.0
#define LOGO_LANDSCAPE 40.0   /* height, at most */
#define LOGO_PORTRAIT 54.0
#define LOGO_GAP 15.0

#define SCALE_STEP 0.97
#define SMALLEST_SCALE 0.12   /* a page on which everything is this small has faults the linter names */

const char sceau_paper_verify_sentence[] =
  "Vérifiez ce document" NBSP ": le code contient ce qui est imprimé, signé par l’établissement.";
const char sceau_paper_watermark[] = "PROJET";

static const SceauPdfColour white = { 1, 1, 1 };

static SceauPdfColour
make_colour (guint32 rgb)
{
  return (SceauPdfColour) { (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0 };
}

SceauPdfStyle
sceau_paper_style (const SceauPaperPage *self, const char *id)
{
  const SceauDesign *design = self->look->design;
  const SceauTextStyle *style = sceau_design_find_style (design, id);

  if (style == NULL)
    style = g_ptr_array_index (design->styles, 0);
  return (SceauPdfStyle) { style->face, style->size, style->tracking, self->colours[style->colour] };
}

SceauPdfStyle
sceau_paper_small_style (const SceauPaperPage *self, const char *id, double size)
{
  SceauPdfStyle style = sceau_paper_style (self, id);

  if (style.size > size)
    {
      style.tracking *= size / style.size;
      style.size = size;
    }
  return style;
}

char *
sceau_paper_band (const SceauPaperContent *content)
{
  g_autofree char *date = NULL;

  if (content->duplicate_rank <= 0)
    return NULL;
  date = sceau_date_format_long (content->duplicate_date);
  if (content->duplicate_reason == NULL || *content->duplicate_reason == '\0')
    return g_strdup_printf ("DUPLICATA n°" NBSP "%d — établi le" NBSP "%s", content->duplicate_rank, date);
  return g_strdup_printf ("DUPLICATA n°" NBSP "%d — établi le" NBSP "%s (%s)", content->duplicate_rank, date,
                          content->duplicate_reason);
}

void
sceau_paper_fit_picture (const SceauPicture *picture, double *width, double *height)
{
  const double scale = MIN (*width / picture->width, *height / picture->height);

  *width = picture->width * scale;
  *height = picture->height * scale;
}

static void
set_colours (SceauPaperPage *self)
{
  const SceauHouseStyle *style = self->look->style;

  for (guint i = 0; i < SCEAU_N_COLOURS; i++)
    self->colours[i] = make_colour (self->look->design->colours[i]);
  if (style != NULL && style->primary >= 0)
    self->colours[SCEAU_COLOUR_PRIMARY] = make_colour (style->primary);
  if (style != NULL && style->accent >= 0)
    self->colours[SCEAU_COLOUR_ACCENT] = make_colour (style->accent);
}

/* --- Geometry ------------------------------------------------------------- */

/* NULL of an original. */
static SceauTextLines *
fit_band (const SceauPaperPage *self)
{
  const SceauPdfStyle style = { SCEAU_FACE_SANS_BOLD, 10.5, 0.8, white };
  g_autofree char *band = sceau_paper_band (self->content);

  return band != NULL ? sceau_text_fit (self->pdf, &style, band, self->whole.width - 2 * BAND_PADDING, 2, 0.6) : NULL;
}

static double
band_height (const SceauTextLines *band)
{
  return 2 * BAND_PADDING + band->style.size * (0.75 + BAND_LEADING * (MAX (band->lines->len, 1) - 1));
}

static void
set_whole (SceauPaperPage *self)
{
  const SceauDesign *design = self->look->design;
  const SceauBorderRoom room = sceau_border_room (design->border, design->margin, self->width > self->height);
  const double side = design->border == SCEAU_BORDER_COLUMN ? SIDE_COLUMN : SIDE;
  g_autoptr (SceauTextLines) band = NULL;

  self->whole.x = room.left + side;
  self->whole.y = room.top + TOP;
  self->continued_top = self->whole.y;
  self->whole.width = self->width - self->whole.x - room.right - side;
  band = fit_band (self);
  if (band != NULL)
    self->whole.y += band_height (band) + BAND_GAP;
  self->whole.height = self->height - self->whole.y - room.bottom;
}

/* The logo takes its room from the lines, or stands in the column beside them. */
static void
set_logo (SceauPaperPage *self)
{
  const SceauPicture *picture = self->look->style != NULL ? self->look->style->logo : NULL;
  const gboolean beside = self->margin_column.width > 0;
  SceauPaperBox *logo = &self->logo;

  if (picture == NULL)
    return;
  logo->x = self->lines.x;
  logo->y = self->whole.y;
  logo->width = beside ? self->margin_column.width : LOGO_WIDTH;
  logo->height = self->width > self->height && !beside ? LOGO_LANDSCAPE : LOGO_PORTRAIT;
  sceau_paper_fit_picture (picture, &logo->width, &logo->height);
  if (beside)
    {
      logo->x = self->margin_column.x + self->margin_column.width - logo->width;
      return;
    }
  if (self->look->design->centred)
    logo->x += (self->lines.width - logo->width) / 2;
  self->lines.y += logo->height + LOGO_GAP;
}

void
sceau_paper_page_init (SceauPaperPage *self, SceauPdf *pdf, const SceauPaperLook *look, const SceauPaperContent *content)
{
  const gboolean landscape = look->template->landscape;

  *self = (SceauPaperPage) { .pdf = pdf, .look = look, .content = content };
  self->width = landscape ? SCEAU_PDF_A4_LONG : SCEAU_PDF_A4_SHORT;
  self->height = landscape ? SCEAU_PDF_A4_SHORT : SCEAU_PDF_A4_LONG;
  set_colours (self);
  set_whole (self);

  self->lines = self->whole;
  if (landscape && !look->design->centred)
    {
      self->lines.width -= MARGIN_COLUMN + MARGIN_COLUMN_GAP;
      self->margin_column = self->whole;
      self->margin_column.x += self->whole.width - MARGIN_COLUMN;
      self->margin_column.width = MARGIN_COLUMN;
    }
  self->foot = self->lines;
  self->foot.height = sceau_paper_foot_height (self);
  self->foot.y = self->whole.y + self->whole.height - self->foot.height;
  set_logo (self);
  self->lines.height = self->foot.y - FOOT_GAP - self->lines.y;
}

/* --- Around the lines ----------------------------------------------------- */

static void
draw_band (const SceauPaperPage *self)
{
  g_autoptr (SceauTextLines) band = fit_band (self);
  double height;

  if (band == NULL)
    return;
  height = band_height (band);
  sceau_pdf_block (self->pdf, self->whole.x, self->whole.y - BAND_GAP - height, self->whole.width, height, sceau_ornament_red);
  sceau_text_draw (self->pdf, &band->style, SCEAU_PDF_CENTRE, self->whole.x + self->whole.width / 2,
                   self->whole.y - BAND_GAP - height + BAND_PADDING + band->style.size * 0.74, band->style.size * BAND_LEADING,
                   band->lines);
}

static void
draw_ground (const SceauPaperPage *self)
{
  const SceauDesign *design = self->look->design;

  sceau_pdf_add_page (self->pdf, self->width, self->height);
  sceau_pdf_set_printed (self->pdf, TRUE);
  if (self->content->draft)
    sceau_ornament_watermark (self->pdf, self->width, self->height, sceau_paper_watermark);
  sceau_border_draw (self->pdf, design->border, self->width, self->height, design->margin,
                     self->colours[SCEAU_COLOUR_PRIMARY], self->colours[SCEAU_COLOUR_ACCENT]);
  sceau_pdf_set_printed (self->pdf, FALSE);
}

void
sceau_paper_page_begin (const SceauPaperPage *self)
{
  draw_ground (self);
  draw_band (self);
  if (self->logo.width <= 0)
    return;
  sceau_pdf_set_printed (self->pdf, TRUE);
  sceau_pdf_image (self->pdf, self->look->style->logo, self->logo.x, self->logo.y, self->logo.width, self->logo.height);
  sceau_pdf_set_printed (self->pdf, FALSE);
}

void
sceau_paper_page_continue (const SceauPaperPage *self)
{
  draw_ground (self);
}

/* --- The lines ------------------------------------------------------------ */

/* What a line says of the learner differs from paper to paper. */
static void
look_for_person (SceauField field, const char *literal, gpointer data)
{
  gboolean *personal = data;

  if (literal == NULL)
    *personal |= field == SCEAU_FIELD_NAME || field == SCEAU_FIELD_BIRTH || field == SCEAU_FIELD_OTHER_NAMES
                 || field == SCEAU_FIELD_HOLDER || field == SCEAU_FIELD_NUMBER;
}

static gboolean
is_printed (const SceauTemplateLine *line)
{
  gboolean personal = FALSE;

  if (line->kind == SCEAU_LINE_TEXT)
    sceau_template_split (line->text, look_for_person, &personal, NULL);
  return !personal;
}

static SceauStack *
fill_stack (const SceauPaperPage *self, double width, double scale)
{
  const SceauTemplate *template = self->look->template;
  SceauStack *stack = sceau_stack_new (self->pdf, width, scale, self->look->design->centred);

  for (guint i = 0; i < template->lines->len; i++)
    {
      const SceauTemplateLine *line = g_ptr_array_index (template->lines, i);
      g_autofree char *text = sceau_paper_line (self->content, line);
      const SceauPdfStyle style = sceau_paper_style (self, line->style);

      sceau_stack_set_printed (stack, is_printed (line));
      if (line->kind == SCEAU_LINE_DIVIDER)
        sceau_stack_add_divider (stack, self->look->design->divider, line->gap, self->colours[SCEAU_COLOUR_ACCENT]);
      else
        sceau_stack_add (stack, &style, line->gap, line->max_lines, line->smallest, text);
    }
  return stack;
}

double
sceau_paper_lines_draw (const SceauPaperPage *self, const SceauPaperBox *box, gboolean spread)
{
  for (double scale = 1;; scale *= SCALE_STEP)
    {
      g_autoptr (SceauStack) stack = fill_stack (self, box->width, scale);
      const double height = sceau_stack_height (stack);

      if (height > box->height && scale > SMALLEST_SCALE && !sceau_pdf_has_failed (self->pdf))
        continue;
      sceau_stack_draw (stack, box->x, box->y, spread ? box->height : height);
      return box->y + (spread ? box->height : height);
    }
}
