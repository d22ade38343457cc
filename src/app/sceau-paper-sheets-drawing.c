/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-paper-sheets-private.h"

#include <math.h>

/* One page has so many pixels at most (64 MB); beyond it is drawn smaller and stretched. */
#define PIXELS_MAX (16.0 * 1000 * 1000)
/* Pages before and behind those in sight are drawn ahead while they are no larger. */
#define PIXELS_AHEAD (3.0 * 1000 * 1000)

SceauPaperSheet *
sceau_paper_sheets_get_sheet (SceauPaperSheets *self, guint page)
{
  return &g_array_index (self->sheets, SceauPaperSheet, page);
}

double
sceau_paper_sheets_get_value (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static double
bottom_of (const SceauPaperSheet *sheet)
{
  return (double) graphene_rect_get_y (&sheet->area) + (double) graphene_rect_get_height (&sheet->area);
}

void
sceau_paper_sheets_find_in_sight (SceauPaperSheets *self, guint *first, guint *end)
{
  double top = sceau_paper_sheets_get_value (self->vertical);
  double bottom = top + gtk_widget_get_height (GTK_WIDGET (self));
  guint page = 0;

  while (page < self->sheets->len && bottom_of (sceau_paper_sheets_get_sheet (self, page)) <= top)
    page++;
  *first = page;
  while (page < self->sheets->len && (double) graphene_rect_get_y (&sceau_paper_sheets_get_sheet (self, page)->area) < bottom)
    page++;
  *end = page;
}

static void
get_pixels (SceauPaperSheets *self, const SceauPaperSheet *sheet, int *width, int *height)
{
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double pixels = (double) graphene_rect_get_area (&sheet->area) * scale * scale;

  if (pixels > PIXELS_MAX)
    scale *= sqrt (PIXELS_MAX / pixels);
  *width = MAX (1, (int) ((double) graphene_rect_get_width (&sheet->area) * scale));
  *height = MAX (1, (int) ((double) graphene_rect_get_height (&sheet->area) * scale));
}

gboolean
sceau_paper_sheets_is_fresh (SceauPaperSheets *self, const SceauPaperSheet *sheet)
{
  int width, height;

  if (sheet->generation != self->generation)
    return FALSE;
  if (sheet->faulty)
    return TRUE;
  get_pixels (self, sheet, &width, &height);
  return gdk_texture_get_width (sheet->texture) == width && gdk_texture_get_height (sheet->texture) == height;
}

static gboolean
may_draw_ahead (SceauPaperSheets *self, guint page)
{
  int width, height;

  get_pixels (self, sceau_paper_sheets_get_sheet (self, page), &width, &height);
  return (double) width * height <= PIXELS_AHEAD;
}

/* The page most wanted: of those in sight, from the current one on; then a neighbour. */
static gboolean
find_wanted (SceauPaperSheets *self, guint *wanted)
{
  guint first, end;

  sceau_paper_sheets_find_in_sight (self, &first, &end);
  for (guint i = 0; i < end - first; i++)
    {
      guint start = self->page >= first && self->page < end ? self->page - first : 0;

      *wanted = first + (start + i) % (end - first);
      if (!sceau_paper_sheets_is_fresh (self, sceau_paper_sheets_get_sheet (self, *wanted)))
        return TRUE;
    }
  *wanted = end;
  if (end > first && end < self->sheets->len && may_draw_ahead (self, end) && !sceau_paper_sheets_is_fresh (self, sceau_paper_sheets_get_sheet (self, end)))
    return TRUE;
  *wanted = first - 1;
  return end > first && first > 0 && may_draw_ahead (self, first - 1) && !sceau_paper_sheets_is_fresh (self, sceau_paper_sheets_get_sheet (self, first - 1));
}

/* What is far away is drawn anew when somebody comes back to it. */
static void
forget_far (SceauPaperSheets *self)
{
  guint first, end;

  sceau_paper_sheets_find_in_sight (self, &first, &end);
  for (guint i = 0; i < self->sheets->len; i++)
    {
      SceauPaperSheet *sheet = sceau_paper_sheets_get_sheet (self, i);

      if (sheet->generation == 0 || (i + 1 >= first && i <= end))
        continue;
      g_clear_object (&sheet->texture);
      sheet->generation = 0;
      sheet->faulty = FALSE;
    }
}

typedef struct
{
  SceauPaperSheets *self; /* (owned) */
  guint page;
  guint generation;
} Drawing;

static void
drawn_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Drawing *drawing = user_data;
  g_autoptr (SceauPaperSheets) self = drawing->self;
  g_autoptr (GdkTexture) texture = sceau_paper_pages_draw_finish (SCEAU_PAPER_PAGES (object), result, NULL);

  /* Another document took its place, or none. */
  if (drawing->generation != self->generation)
    return;
  g_clear_object (&self->drawing);
  if (drawing->page < self->sheets->len)
    {
      SceauPaperSheet *sheet = sceau_paper_sheets_get_sheet (self, drawing->page);

      g_set_object (&sheet->texture, texture);
      sheet->faulty = texture == NULL;
      sheet->generation = self->generation;
    }
  forget_far (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  sceau_paper_sheets_draw_next (self);
}

void
sceau_paper_sheets_draw_next (SceauPaperSheets *self)
{
  Drawing *drawing;
  int width, height;
  guint page;

  if (self->drawing != NULL || self->pages == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || !find_wanted (self, &page))
    return;
  drawing = g_new0 (Drawing, 1);
  drawing->self = g_object_ref (self);
  drawing->page = page;
  drawing->generation = self->generation;
  self->drawing = g_cancellable_new ();
  get_pixels (self, sceau_paper_sheets_get_sheet (self, page), &width, &height);
  sceau_paper_pages_draw_async (self->pages, page, width, height, self->drawing, drawn_cb, drawing);
}
