/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-font-private.h"

#include <math.h>

/* A correction smaller than this cannot be seen and is not worth its bytes. */
#define SMALLEST_CORRECTION 0.12

/* Widths remembered for one face: enough for the words of a long document, bounded for a batch. */
#define MOST_WIDTHS 20000

#define NARROW_NO_BREAK_SPACE 0x202F
#define NO_BREAK_SPACE 0x00A0
#define NO_BREAK_HYPHEN 0x2011

typedef struct
{
  const SceauFontFace *face;
  hb_font_t *font;
  GHashTable *widths; /* text → Width: words and lines come back again and again */
} Face;

typedef struct
{
  double units;
  guint letters;
} Width;

struct _SceauFontSet
{
  Face faces[SCEAU_N_FACES];
  hb_buffer_t *buffer; /* kept: most of the cost of shaping a name is its allocation */
};

/* --- The set ------------------------------------------------------------- */

SceauFontSet *
sceau_font_set_new (void)
{
  SceauFontSet *self = g_new0 (SceauFontSet, 1);

  self->buffer = hb_buffer_create ();
  return self;
}

void
sceau_font_set_free (SceauFontSet *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < SCEAU_N_FACES; i++)
    {
      hb_font_destroy (self->faces[i].font);
      g_clear_pointer (&self->faces[i].widths, g_hash_table_unref);
    }
  hb_buffer_destroy (self->buffer);
  g_free (self);
}

gboolean
sceau_font_set_open (SceauFontSet *self, SceauFace font, GError **error)
{
  Face *face = &self->faces[font];

  if (face->face != NULL)
    return TRUE;
  face->face = sceau_font_face_open (font, error);
  if (face->face == NULL)
    return FALSE;
  face->font = hb_font_create (face->face->whole);
  face->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return TRUE;
}

gboolean
sceau_font_set_has_glyph (const SceauFontSet *self, SceauFace font, gunichar letter)
{
  hb_codepoint_t glyph;

  return hb_font_get_nominal_glyph (self->faces[font].font, letter, &glyph);
}

/* "No-break" is a word to whoever breaks lines.  On the page it is a space or a hyphen like any
 * other, so that a search for « n° 12 » finds it. */
static gunichar
twin (const SceauFontSet *self, SceauFace font, gunichar letter)
{
  if (letter == NO_BREAK_SPACE)
    return ' ';
  if (letter == NO_BREAK_HYPHEN)
    return '-';
  if (letter == NARROW_NO_BREAK_SPACE && !sceau_font_set_has_glyph (self, font, letter))
    return ' ';
  return letter;
}

char *
sceau_font_set_prepare (const SceauFontSet *self, SceauFace font, const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *prepared;

  if (composed == NULL)
    return g_strdup (text);
  prepared = g_string_sized_new (strlen (composed));
  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (prepared, twin (self, font, g_utf8_get_char (at)));
  return g_string_free (prepared, FALSE);
}

/* --- Shaping ------------------------------------------------------------- */

/* Kerning that would mislead whoever extracts the text is undone: a pair that the face moves
 * apart in small capitals, which are tracked already (F I), looks like two words; a capital
 * drawn into the space before it (O Y) makes two words one. */
static void
undo_misleading_kerning (SceauFontSet *self, SceauFace font, const char *text)
{
  unsigned int n = 0;
  const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos (self->buffer, &n);
  hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (self->buffer, &n);

  for (unsigned int i = 0; i < n; i++)
    {
      const hb_position_t advance = hb_font_get_glyph_h_advance (self->faces[font].font, glyphs[i].codepoint);
      const gboolean beside_space = text[glyphs[i].cluster] == ' ' || (i + 1 < n && text[glyphs[i + 1].cluster] == ' ');

      if (beside_space || (font == SCEAU_FACE_SMALL_CAPS && positions[i].x_advance > advance))
        positions[i].x_advance = advance;
    }
}

/* Only kerning, small capitals where they are asked for, the placing of marks, and figures as high as capitals: EB Garamond's own hang below the line and its
 * 1 looks like a capital I, charming in a novel, wrong in « RNCP41445BC01 ».  No ligatures: each letter stays a
 * letter for whoever searches or copies. */
static void
shape (SceauFontSet *self, SceauFace font, const char *text)
{
  static const char *const wanted[] = { "lnum", "-liga", "-clig", "-calt", "-rlig", "-ccmp", "-locl", "smcp" };
  const guint n_wanted = font == SCEAU_FACE_SMALL_CAPS ? G_N_ELEMENTS (wanted) : G_N_ELEMENTS (wanted) - 1;
  hb_feature_t features[G_N_ELEMENTS (wanted)];

  for (guint i = 0; i < n_wanted; i++)
    hb_feature_from_string (wanted[i], -1, &features[i]);
  hb_buffer_clear_contents (self->buffer);
  hb_buffer_set_cluster_level (self->buffer, HB_BUFFER_CLUSTER_LEVEL_CHARACTERS);
  hb_buffer_add_utf8 (self->buffer, text, -1, 0, -1);
  hb_buffer_guess_segment_properties (self->buffer);
  hb_buffer_set_direction (self->buffer, HB_DIRECTION_LTR);
  hb_buffer_set_language (self->buffer, hb_language_from_string ("fr", -1));
  hb_shape (self->faces[font].font, self->buffer, features, n_wanted);
  undo_misleading_kerning (self, font, text);
}

static const Width *
find_width (SceauFontSet *self, SceauFace font, const char *text)
{
  GHashTable *widths = self->faces[font].widths;
  Width *width = g_hash_table_lookup (widths, text);
  hb_glyph_position_t *positions;
  unsigned int n = 0;

  if (width != NULL)
    return width;
  if (g_hash_table_size (widths) >= MOST_WIDTHS)
    g_hash_table_remove_all (widths);
  width = g_new0 (Width, 1);
  shape (self, font, text);
  positions = hb_buffer_get_glyph_positions (self->buffer, &n);
  for (unsigned int i = 0; i < n; i++)
    width->units += positions[i].x_advance;
  width->letters = n;
  g_hash_table_insert (widths, g_strdup (text), width);
  return width;
}

double
sceau_font_set_measure (SceauFontSet *self, SceauFace font, double size, double tracking, const char *text)
{
  const Width *width = find_width (self, font, text);

  /* Nothing follows the last letter: its tracking is not seen. */
  return width->units * size / self->faces[font].face->units + tracking * (width->letters > 0 ? width->letters - 1 : 0);
}

GArray *
sceau_font_set_shape (SceauFontSet *self, SceauFace font, double size, const char *text)
{
  const Face *face = &self->faces[font];
  const double scale = 1000 / face->face->units;
  GArray *shaped = g_array_new (FALSE, FALSE, sizeof (SceauFontGlyph));
  hb_glyph_position_t *positions;
  hb_glyph_info_t *glyphs;
  unsigned int n = 0;
  double x = 0;     /* where the next letter belongs */
  double drawn = 0; /* where a viewer that knows only the widths would put it */

  shape (self, font, text);
  glyphs = hb_buffer_get_glyph_infos (self->buffer, &n);
  positions = hb_buffer_get_glyph_positions (self->buffer, &n);
  for (unsigned int i = 0; i < n; i++)
    {
      const double at = x + positions[i].x_offset * scale;
      const guint end = i + 1 < n ? glyphs[i + 1].cluster : (guint) strlen (text);
      const double rise = positions[i].y_offset * size / face->face->units;
      SceauFontGlyph glyph = { glyphs[i].codepoint, 0, 0, glyphs[i].cluster, end - glyphs[i].cluster };

      if (fabs (at - drawn) * size / 1000 > SMALLEST_CORRECTION)
        {
          glyph.gap = round (at - drawn);
          drawn += glyph.gap;
        }
      if (fabs (rise) > SMALLEST_CORRECTION)
        glyph.rise = rise;
      g_array_append_val (shaped, glyph);
      drawn += sceau_font_face_advance (face->face, face->font, glyph.glyph);
      x += positions[i].x_advance * scale;
    }
  return shaped;
}
