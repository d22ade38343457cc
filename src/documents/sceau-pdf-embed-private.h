/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-font-private.h"

#include <hpdf.h>

G_BEGIN_DECLS

/* Puts the face, cut to the letters used, into @doc.  NULL with @error, or with an error that
 * libharu told its handler. */
HPDF_Font sceau_pdf_embed_font (HPDF_Doc doc, SceauFontSet *fonts, SceauFace font, GError **error);

G_END_DECLS
