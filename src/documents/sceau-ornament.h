/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-pdf.h"

G_BEGIN_DECLS

/* The house colours: deep blue for titles and rules, gold for ornaments, grey for what is secondary. */
extern const SceauPdfColour sceau_ornament_blue;
extern const SceauPdfColour sceau_ornament_gold;
extern const SceauPdfColour sceau_ornament_pale_gold;
extern const SceauPdfColour sceau_ornament_black;
extern const SceauPdfColour sceau_ornament_grey;
extern const SceauPdfColour sceau_ornament_red;

/* A rosette of interlaced petals, as a seal or behind one. */
void sceau_ornament_rosette (SceauPdf *pdf, double x, double y, double radius, SceauPdfColour colour);
/* A rule that thins out to both sides of a lozenge. */
void sceau_ornament_divider (SceauPdf *pdf, double x, double y, double width, SceauPdfColour colour);
/* Large pale letters across the page: "PROJET", "SPÉCIMEN". Drawn first, under the text. */
void sceau_ornament_watermark (SceauPdf *pdf, double page_width, double page_height, const char *text);

G_END_DECLS
