/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-stack.h"

#include "sceau-ornament.h"

/* Shares of the size of a letter. */
#define LEADING 1.22
#define ASCENT 0.72

#define DIVIDER_HEIGHT 6.0
#define DIVIDER_WIDTH 220.0 /* of one between centred lines; at the left it is as wide as the lines may be */

/* A gap may grow to this many times its size before the rest is left free above and below. */
#define WIDEST 2.6

typedef struct
{
  SceauTextLines *text; /* NULL: a divider */
  double gap;
  SceauDivider divider;
  SceauPdfColour colour; /* of the divider */
  gboolean printed;
} Item;

struct _SceauStack
{
  SceauPdf *pdf;
  double width;
  double scale;
  gboolean centred;
  gboolean printed; /* of the items to come */
  GArray *items; /* (element-type Item) */
};

static void
clear_item (gpointer data)
{
  Item *item = data;

  sceau_text_lines_free (item->text);
}

SceauStack *
sceau_stack_new (SceauPdf *pdf, double width, double scale, gboolean centred)
{
  SceauStack *self = g_new0 (SceauStack, 1);

  self->pdf = pdf;
  self->width = width;
  self->scale = scale;
  self->centred = centred;
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  return self;
}

void
sceau_stack_free (SceauStack *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_free (self);
}

void
sceau_stack_set_printed (SceauStack *self, gboolean printed)
{
  self->printed = printed;
}

void
sceau_stack_add (SceauStack *self, const SceauPdfStyle *style, double gap, guint max_lines, double smallest,
                 const char *text)
{
  SceauPdfStyle scaled = *style;
  Item item = { .gap = gap * self->scale, .printed = self->printed };

  if (text == NULL || *text == '\0')
    return;
  scaled.size *= self->scale;
  scaled.tracking *= self->scale;
  item.text = sceau_text_fit (self->pdf, &scaled, text, self->width, max_lines, smallest);
  g_array_append_val (self->items, item);
}

void
sceau_stack_add_divider (SceauStack *self, SceauDivider divider, double gap, SceauPdfColour colour)
{
  const Item item = { NULL, gap * self->scale, divider, colour, self->printed };

  if (divider != SCEAU_DIVIDER_NONE)
    g_array_append_val (self->items, item);
}

static double
item_height (const Item *item)
{
  if (item->text == NULL)
    return DIVIDER_HEIGHT;
  return item->text->style.size * (ASCENT + LEADING * (item->text->lines->len - 1));
}

static double
sum_of_gaps (const SceauStack *self)
{
  double sum = 0;

  for (guint i = 1; i < self->items->len; i++)
    sum += g_array_index (self->items, Item, i).gap;
  return sum;
}

double
sceau_stack_height (const SceauStack *self)
{
  double height = sum_of_gaps (self);

  for (guint i = 0; i < self->items->len; i++)
    height += item_height (&g_array_index (self->items, Item, i));
  return height;
}

static void
draw_divider (const SceauStack *self, const Item *item, double left, double y)
{
  const double width = self->centred ? MIN (self->width, DIVIDER_WIDTH * self->scale) : self->width;
  const double from = self->centred ? left + (self->width - width) / 2 : left;

  if (item->divider == SCEAU_DIVIDER_RULE)
    sceau_pdf_line (self->pdf, from, y, from + width, y, 0.6, item->colour);
  else
    sceau_ornament_divider (self->pdf, from + width / 2, y, width, item->colour);
}

static void
draw_item (const SceauStack *self, const Item *item, double left, double y)
{
  const double size = item->text != NULL ? item->text->style.size : 0;

  if (item->text == NULL)
    draw_divider (self, item, left, y + DIVIDER_HEIGHT / 2);
  else if (self->centred)
    sceau_text_draw (self->pdf, &item->text->style, SCEAU_PDF_CENTRE, left + self->width / 2, y + size * ASCENT,
                     size * LEADING, item->text->lines);
  else
    sceau_text_draw (self->pdf, &item->text->style, SCEAU_PDF_LEFT, left, y + size * ASCENT, size * LEADING, item->text->lines);
}

void
sceau_stack_draw (const SceauStack *self, double left, double top, double height)
{
  const double gaps = sum_of_gaps (self);
  const double spare = MAX (0, height - sceau_stack_height (self));
  const double widening = gaps > 0 ? MIN (WIDEST - 1, spare / gaps) : 0;
  /* Centred lines stand in the middle of their room; others hang from its top. */
  double y = self->centred ? top + (spare - widening * gaps) / 2 : top;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (i > 0)
        y += item->gap * (1 + widening);
      sceau_pdf_set_printed (self->pdf, item->printed);
      draw_item (self, item, left, y);
      y += item_height (item);
    }
  sceau_pdf_set_printed (self->pdf, FALSE);
}
