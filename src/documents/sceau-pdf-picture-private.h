/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-pdf-private.h"

G_BEGIN_DECLS

/* How many pixels of @picture are wanted where it is drawn in @room_width by @room_height points. */
void             sceau_pdf_picture_size   (const SceauPicture *picture, double room_width, double room_height, int *width, int *height);
/* The pixels of @picture in that size, what is transparent on white; NULL when it is no PNG of the size it says. */
SceauPdfPicture *sceau_pdf_picture_decode (const SceauPicture *picture, int width, int height, GError **error);

/* Appends to @content the operators that draw @text as a QR code in a white square of @side points, whose lower left
 * corner is x, y.  The length of @text is for the caller to check. */
gboolean         sceau_pdf_append_qr      (GString *content, double x, double y, double side, const char *text, GError **error);

G_END_DECLS
