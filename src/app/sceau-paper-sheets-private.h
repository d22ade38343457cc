/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-paper-sheets.h"

G_BEGIN_DECLS

/* One page: where it lies in the whole, and its picture. */
typedef struct
{
  graphene_rect_t area;
  GdkTexture *texture; /* or NULL */
  guint generation;    /* of the document that the picture is of; 0: none */
  gboolean faulty;     /* it cannot be drawn */
} SceauPaperSheet;

struct _SceauPaperSheets
{
  GtkWidget parent_instance;

  GtkAdjustment *horizontal; /* or NULL outside of a scrolled window */
  GtkAdjustment *vertical;
  GtkScrollablePolicy horizontal_policy;
  GtkScrollablePolicy vertical_policy;

  SceauPaperPages *pages; /* or NULL */
  GArray *sheets;         /* (element-type SceauPaperSheet) */
  guint generation;       /* counts documents */
  GCancellable *drawing;  /* of the page that is being drawn, or NULL */

  SceauPaperFit fit;
  double zoom;
  double width; /* of all sheets, with what is around them */
  double height;

  guint page; /* the current one */
  /* What stays where it is when sheets grow or shrink: a point of a sheet, and where it lies in the widget.
   * With @whole the current page is brought into sight instead. */
  gboolean whole;
  guint anchor_page;
  graphene_point_t anchor; /* 0 to 1 of the page's width and height */
  graphene_point_t anchor_at;
  gboolean laying_out; /* scrolling is our own */
  guint announcing;    /* the place or the scale has changed: source that says so, or 0 */
};

SceauPaperSheet *sceau_paper_sheets_get_sheet     (SceauPaperSheets *self, guint page);
/* Of a scrolled window, or 0 outside. */
double           sceau_paper_sheets_get_value     (GtkAdjustment *adjustment);
/* Pages from @first on, before @end. */
void             sceau_paper_sheets_find_in_sight (SceauPaperSheets *self, guint *first, guint *end);
/* Whether the picture is of this document and as large as it is shown. */
gboolean         sceau_paper_sheets_is_fresh      (SceauPaperSheets *self, const SceauPaperSheet *sheet);
/* Has the page drawn that is wanted most, and after it the next. */
void             sceau_paper_sheets_draw_next     (SceauPaperSheets *self);

/* The point below @x, @y of the widget stays there when the scale changes. */
void sceau_paper_sheets_hold   (SceauPaperSheets *self, double x, double y);
void sceau_paper_sheets_listen (SceauPaperSheetsClass *klass);
void sceau_paper_sheets_attach_pointer (SceauPaperSheets *self);

G_END_DECLS
