/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-table.h"

#include "sceau-ornament.h"

#define PADDING 4.0
#define LEADING 10.6
#define MOST_COLUMNS 16

static const SceauPdfStyle cell_style = { SCEAU_FACE_SANS, 8.3, 0, { 0.11, 0.11, 0.13 } };
static const SceauPdfStyle header_style = { SCEAU_FACE_SANS_BOLD, 8, 0, { 0.09, 0.16, 0.32 } };
static const SceauPdfColour rule = { 0.80, 0.80, 0.82 };

struct _SceauTable
{
  SceauFlow *flow;
  const SceauTableColumn *columns;
  guint n_columns;
  double x[MOST_COLUMNS + 1]; /* left edges, and the right edge of the last */
  double row_height;
  SceauPdfStyle header;
  SceauPdfColour ground; /* of the header */
  gboolean begun;
};

SceauTable *
sceau_table_new (SceauFlow *flow, const SceauTableColumn *columns, guint n_columns)
{
  SceauTable *self;
  double sum = 0;
  double x = flow->left;

  g_return_val_if_fail (n_columns > 0 && n_columns <= MOST_COLUMNS, NULL);

  self = g_new0 (SceauTable, 1);
  self->flow = flow;
  self->columns = columns;
  self->n_columns = n_columns;
  self->header = header_style;
  self->ground = (SceauPdfColour) { 0.945, 0.93, 0.89 };
  for (guint i = 0; i < n_columns; i++)
    sum += columns[i].share;
  for (guint i = 0; i < n_columns; i++)
    {
      self->x[i] = x;
      x += flow->width * columns[i].share / sum;
    }
  self->x[n_columns] = x;
  return self;
}

void
sceau_table_free (SceauTable *self)
{
  g_free (self);
}

void
sceau_table_set_colours (SceauTable *self, SceauPdfColour titles, SceauPdfColour ground)
{
  self->header.colour = titles;
  self->ground = ground;
}

void
sceau_table_set_row_height (SceauTable *self, double height)
{
  self->row_height = height;
}

/* --- A row of broken cells ----------------------------------------------- */

static GPtrArray *
break_cells (SceauTable *self, const SceauPdfStyle *style, const char *const *cells)
{
  GPtrArray *broken = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *clean = sceau_flow_clean (cells[i] != NULL ? cells[i] : "");

      g_ptr_array_add (broken, sceau_text_break (self->flow->pdf, style, clean, self->x[i + 1] - self->x[i] - 2 * PADDING));
    }
  return broken;
}

static guint
count_lines (const GPtrArray *broken)
{
  guint most = 1;

  for (guint i = 0; i < broken->len; i++)
    most = MAX (most, ((GPtrArray *) g_ptr_array_index (broken, i))->len);
  return most;
}

static double
anchor (const SceauTable *self, guint column)
{
  if (self->columns[column].align == SCEAU_PDF_LEFT)
    return self->x[column] + PADDING;
  if (self->columns[column].align == SCEAU_PDF_RIGHT)
    return self->x[column + 1] - PADDING;
  return (self->x[column] + self->x[column + 1]) / 2;
}

static void
draw_lines (SceauTable *self, const SceauPdfStyle *style, const GPtrArray *broken, guint first, guint end)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      const GPtrArray *lines = g_ptr_array_index (broken, column);

      for (guint i = first; i < MIN (end, lines->len); i++)
        sceau_pdf_text (self->flow->pdf, style, self->columns[column].align, anchor (self, column),
                        self->flow->y + PADDING + style->size * 0.78 + (i - first) * LEADING,
                        g_ptr_array_index (lines, i));
    }
}

static void
draw_rules (const SceauTable *self, double top, double height)
{
  SceauPdf *pdf = self->flow->pdf;

  for (guint i = 0; i <= self->n_columns; i++)
    sceau_pdf_line (pdf, self->x[i], top, self->x[i], top + height, 0.4, rule);
  sceau_pdf_line (pdf, self->x[0], top + height, self->x[self->n_columns], top + height, 0.4, rule);
}

static double
height_of (guint lines)
{
  return 2 * PADDING + lines * LEADING - (LEADING - cell_style.size);
}

/* --- Header and rows ----------------------------------------------------- */

static double
draw_header (SceauTable *self)
{
  const char *titles[MOST_COLUMNS];
  g_autoptr (GPtrArray) broken = NULL;
  const double top = self->flow->y;
  double height;

  for (guint i = 0; i < self->n_columns; i++)
    titles[i] = self->columns[i].title;
  broken = break_cells (self, &self->header, titles);
  height = height_of (count_lines (broken));
  sceau_pdf_block (self->flow->pdf, self->x[0], top, self->x[self->n_columns] - self->x[0], height, self->ground);
  sceau_pdf_line (self->flow->pdf, self->x[0], top, self->x[self->n_columns], top, 0.8, self->header.colour);
  draw_lines (self, &self->header, broken, 0, count_lines (broken));
  draw_rules (self, top, height);
  self->flow->y += height;
  return height;
}

static void
draw_part (SceauTable *self, const GPtrArray *broken, guint first, guint end, double height)
{
  draw_lines (self, &cell_style, broken, first, end);
  draw_rules (self, self->flow->y, height);
  self->flow->y += height;
}

static void
begin (SceauTable *self, double height)
{
  /* A header with no row under it at the foot of a page looks forgotten. */
  if (!self->begun)
    {
      sceau_flow_need (self->flow, height + 3 * LEADING);
      draw_header (self);
    }
  else if (sceau_flow_need (self->flow, height))
    draw_header (self);
  self->begun = TRUE;
}

/* Taller than a page: what fits, then the rest on the next. */
static void
draw_running_row (SceauTable *self, const GPtrArray *broken)
{
  const guint n = count_lines (broken);
  guint first = 0;

  while (first < n && !sceau_pdf_has_failed (self->flow->pdf))
    {
      guint lines;

      begin (self, height_of (3));
      lines = (self->flow->bottom - self->flow->y - 2 * PADDING) / LEADING;
      lines = CLAMP (lines, 1, n - first);
      draw_part (self, broken, first, first + lines, height_of (lines));
      first += lines;
    }
}

void
sceau_table_add_row (SceauTable *self, const char *const *cells)
{
  const double page = self->flow->bottom - 100; /* what a page holds below its running title and a header */
  g_autoptr (GPtrArray) broken = NULL;
  double height;

  if (sceau_pdf_has_failed (self->flow->pdf))
    return;
  broken = break_cells (self, &cell_style, cells);
  height = MAX (self->row_height, height_of (count_lines (broken)));
  if (height > page)
    {
      draw_running_row (self, broken);
      return;
    }
  begin (self, height);
  draw_part (self, broken, 0, count_lines (broken), height);
}
