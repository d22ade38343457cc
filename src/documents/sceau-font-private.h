/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-font.h"

G_BEGIN_DECLS

/**
 * SceauFontSet: the faces of one document, opened when first used, and the letters
 * that the document used in each.
 */
typedef struct _SceauFontSet SceauFontSet;

/* Letters that stand side by side as their widths say. */
typedef struct
{
  gsize start;  /* in bytes from the beginning of the text */
  gsize length;
  double gap;   /* kerning before the first letter, in points: beyond the widths of the letters before */
  double rise;  /* above the baseline, in points: a mark over a tall letter */
} SceauFontPiece;

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
/* (element-type SceauFontPiece) */
GArray       *sceau_font_set_shape     (SceauFontSet *self, SceauFace font, double size, double tracking, const char *text);

/* Remembers the letters of @text for the cut font. */
void          sceau_font_set_use       (SceauFontSet *self, SceauFace font, const char *text);
gboolean      sceau_font_set_is_used   (const SceauFontSet *self, SceauFace font);
/* The next letter used after @letter (0 to begin), or 0 when there is none. */
gunichar      sceau_font_set_next_used (const SceauFontSet *self, SceauFace font, gunichar letter);
/* The face cut to the letters used, without hints and layout tables: a TrueType file. */
GBytes       *sceau_font_set_subset    (SceauFontSet *self, SceauFace font, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauFontSet, sceau_font_set_free)

G_END_DECLS
