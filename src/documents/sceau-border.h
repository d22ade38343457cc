/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-pdf.h"

G_BEGIN_DECLS

/* The borders that a design may name, each a drawing that the pages of a document share. */

/* How far from each edge of the paper what is written must stay. */
typedef struct
{
  double left, top, right, bottom;
} SceauBorderRoom;

SceauBorderRoom sceau_border_room (SceauBorder border, double margin, gboolean landscape);
/* @primary for rules and the column, @accent for what is finer. */
void            sceau_border_draw (SceauPdf *pdf, SceauBorder border, double page_width, double page_height, double margin,
                                   SceauPdfColour primary, SceauPdfColour accent);

G_END_DECLS
