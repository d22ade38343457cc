/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-font.h"

#include <hb.h>

G_BEGIN_DECLS

/**
 * SceauFontFace: one of the shipped faces as it lies in its file.  It is opened once for the whole process, never
 * changes and is never freed: any thread may read it.
 */
typedef struct
{
  hb_face_t *whole;
  hb_face_t *prepared;    /* the same, made ready for cutting */
  char *name;             /* of PostScript */
  double units;           /* of the em */
  int ascent, descent;    /* thousandths of the em, as all below */
  int cap_height;
  int slant;              /* degrees, negative to the right */
  int box[4];
} SceauFontFace;

/* The face whose file draws @font: small capitals are those of the serif. */
SceauFace            sceau_face_file         (SceauFace font);
/* NULL with SCEAU_DOCUMENT_ERROR_FONT when its file is missing or damaged. */
const SceauFontFace *sceau_font_face_open    (SceauFace font, GError **error);
/* The face with @glyphs alone, under the numbers they have: a TrueType file without hints and without the tables
 * that a PDF does not look at. */
GBytes              *sceau_font_face_cut     (const SceauFontFace *self, const hb_set_t *glyphs, GError **error);
/* Thousandths of the em. */
double               sceau_font_face_advance (const SceauFontFace *self, hb_font_t *font, hb_codepoint_t glyph);

/**
 * SceauGlyphs: glyphs of one face, each with the letters that it stands for.
 */
typedef struct
{
  hb_set_t *set;
  GHashTable *letters; /* glyph → its letters */
} SceauGlyphs;

SceauGlyphs *sceau_glyphs_new   (void);
void         sceau_glyphs_free  (SceauGlyphs *self);
/* Does nothing when the glyph is there. */
void         sceau_glyphs_add   (SceauGlyphs *self, hb_codepoint_t glyph, const char *letters, gsize length);
void         sceau_glyphs_merge (SceauGlyphs *self, const SceauGlyphs *other);
gboolean     sceau_glyphs_empty (const SceauGlyphs *self);
/* The map from glyphs to letters that copying and searching need: ISO 32000-1, 9.10.3. */
char        *sceau_glyphs_unicode_map (const SceauGlyphs *self);
/* Six capitals that tell this cut of a face from others: ISO 32000-1, 9.6.4. */
void         sceau_glyphs_tag   (const SceauGlyphs *self, char tag[7]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauGlyphs, sceau_glyphs_free)

G_END_DECLS
