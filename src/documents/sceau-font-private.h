/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-font-face-private.h"

G_BEGIN_DECLS

/**
 * SceauFontSet: what one thread needs to shape and measure text in the faces that it opened.
 */
typedef struct _SceauFontSet SceauFontSet;

/* One glyph of a text, in the order of drawing. */
typedef struct
{
  hb_codepoint_t glyph;
  double gap;      /* thousandths of the em between where it belongs and where the widths put it */
  double rise;     /* above the baseline, in points: a mark over a tall letter */
  guint start;     /* its letters, in bytes from the beginning of the text */
  guint length;
} SceauFontGlyph;

SceauFontSet *sceau_font_set_new       (void);
void          sceau_font_set_free      (SceauFontSet *self);

/* Opens the face if it is not open yet; everything below needs it. */
gboolean      sceau_font_set_open      (SceauFontSet *self, SceauFace font, GError **error);
gboolean      sceau_font_set_has_glyph (const SceauFontSet *self, SceauFace font, gunichar letter);

/* sceau_pdf_check_text() over an open face. */
gboolean      sceau_font_set_check_text (const SceauFontSet *self, SceauFace font, const char *what, const char *text, gunichar *missing, GError **error);
/* The text as it will be drawn: NFC, no-break spaces and hyphens as ordinary ones. */
char         *sceau_font_set_prepare   (const SceauFontSet *self, SceauFace font, const char *text);
double        sceau_font_set_measure   (SceauFontSet *self, SceauFace font, double size, double tracking, const char *text);
/* (element-type SceauFontGlyph) */
GArray       *sceau_font_set_shape     (SceauFontSet *self, SceauFace font, double size, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauFontSet, sceau_font_set_free)

G_END_DECLS
