/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-paper-pages.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_PAPER_SHEETS (sceau_paper_sheets_get_type ())
G_DECLARE_FINAL_TYPE (SceauPaperSheets, sceau_paper_sheets, SCEAU, PAPER_SHEETS, GtkWidget)

typedef enum
{
  SCEAU_PAPER_FIT_PAGE,  /* a whole page is seen */
  SCEAU_PAPER_FIT_WIDTH, /* as wide as there is room */
  SCEAU_PAPER_FREE       /* as large as somebody asked for */
} SceauPaperFit;

/**
 * SceauPaperSheets: the pages of a document one below the other, sharp at the scale of the screen.  Only pages in sight
 * are drawn, in another thread; paper is white until then.  In a #GtkScrolledWindow it scrolls; elsewhere it asks
 * for the height that its pages take, which is meant for one or two.
 *
 * Up and Down scroll, Page Up and Page Down turn pages, Home and End go to the ends; Left and Right turn pages that are seen
 * whole, and scroll wider ones.  Ctrl with the wheel changes the scale below the pointer.
 *
 * Signal "moved" (void): another page is the current one.
 * Signal "scaled" (void): pages are shown smaller or larger.
 */
SceauPaperSheets *sceau_paper_sheets_new       (void);

/* @pages: (nullable). The place and the scale stay as they are, as far as there are pages. */
void              sceau_paper_sheets_set_pages (SceauPaperSheets *self, SceauPaperPages *pages);
guint             sceau_paper_sheets_get_page  (SceauPaperSheets *self);
/* Brings the page into sight; one that is not there is the last. */
void              sceau_paper_sheets_set_page  (SceauPaperSheets *self, guint page);

SceauPaperFit     sceau_paper_sheets_get_fit   (SceauPaperSheets *self);
void              sceau_paper_sheets_set_fit   (SceauPaperSheets *self, SceauPaperFit fit);
/* 1.0: as large as the paper is; between 0.1 and 4. */
double            sceau_paper_sheets_get_zoom  (SceauPaperSheets *self);
void              sceau_paper_sheets_set_zoom  (SceauPaperSheets *self, double zoom);
/* One step of the scale up or down: 25 %, 33 %, 50 %… */
void              sceau_paper_sheets_zoom_step (SceauPaperSheets *self, gboolean larger);

/* Whether every page in sight is drawn as the document says. */
gboolean          sceau_paper_sheets_is_drawn  (SceauPaperSheets *self);
/* (nullable) (transfer none): the picture of a page, or NULL when it is not in sight or not drawn yet. */
GdkTexture       *sceau_paper_sheets_peek      (SceauPaperSheets *self, guint page);

G_END_DECLS
