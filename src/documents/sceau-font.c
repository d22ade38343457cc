/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-font-private.h"

#include "sceau-config.h"
#include "sceau-document-error.h"
#include "sceau-font-figures-private.h"

#include <glib/gi18n-lib.h>
#include <hb-subset.h>
#include <math.h>

static const char *const font_files[SCEAU_N_FACES] = {
  [SCEAU_FACE_SERIF] = "EBGaramond12-Regular.ttf",
  [SCEAU_FACE_SERIF_ITALIC] = "EBGaramond12-Italic.ttf",
  [SCEAU_FACE_SMALL_CAPS] = "EBGaramondSC12-Regular.ttf",
  [SCEAU_FACE_SANS] = "Lato-Regular.ttf",
  [SCEAU_FACE_SANS_BOLD] = "Lato-Bold.ttf",
  [SCEAU_FACE_SANS_ITALIC] = "Lato-Italic.ttf",
};

/* A correction smaller than this cannot be seen and is not worth its bytes. */
#define SMALLEST_CORRECTION 0.12

/* Widths remembered for one face: enough for the words of a long document, bounded for a batch. */
#define MOST_WIDTHS 20000

#define NARROW_NO_BREAK_SPACE 0x202F
#define NO_BREAK_SPACE 0x00A0
#define NO_BREAK_HYPHEN 0x2011

typedef struct
{
  hb_face_t *face;
  hb_font_t *font;
  hb_set_t *used;
  GHashTable *widths; /* text → Width: words and lines come back again and again */
  double units_per_em;
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

/* --- Where the fonts are ------------------------------------------------- */

static GMutex font_dir_lock;
static char *chosen_font_dir;

void
sceau_document_set_font_dir (const char *dir)
{
  g_mutex_lock (&font_dir_lock);
  g_free (chosen_font_dir);
  chosen_font_dir = g_strdup (dir);
  g_mutex_unlock (&font_dir_lock);
}

static char *
find_font_dir (void)
{
  const char *data_dir = g_getenv ("SCEAU_DATA_DIR");
  char *dir;

  g_mutex_lock (&font_dir_lock);
  dir = g_strdup (chosen_font_dir);
  g_mutex_unlock (&font_dir_lock);
  if (dir != NULL)
    return dir;
  if (data_dir != NULL && *data_dir != '\0')
    return g_build_filename (data_dir, "fonts", NULL);
  dir = g_build_filename (SCEAU_DATA_DIR, "fonts", NULL);
  if (g_file_test (dir, G_FILE_TEST_IS_DIR))
    return dir;
  g_free (dir);
  return g_build_filename (SCEAU_SOURCE_DATA_DIR, "fonts", NULL);
}

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
      hb_face_destroy (self->faces[i].face);
      hb_set_destroy (self->faces[i].used);
      g_clear_pointer (&self->faces[i].widths, g_hash_table_unref);
    }
  hb_buffer_destroy (self->buffer);
  g_free (self);
}

gboolean
sceau_font_set_open (SceauFontSet *self, SceauFace font, GError **error)
{
  Face *face = &self->faces[font];
  g_autofree char *dir = NULL;
  g_autofree char *path = NULL;
  hb_blob_t *blob;

  if (face->face != NULL)
    return TRUE;
  dir = find_font_dir ();
  path = g_build_filename (dir, font_files[font], NULL);
  blob = hb_blob_create_from_file (path);
  face->face = hb_face_create (blob, 0);
  hb_blob_destroy (blob);
  if (hb_face_get_glyph_count (face->face) == 0)
    {
      hb_face_destroy (g_steal_pointer (&face->face));
      g_set_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_FONT,
                   _("The font “%s” is missing or damaged: install Sceau again, or set SCEAU_DATA_DIR to its data folder."),
                   path);
      return FALSE;
    }
  face->face = sceau_font_lining_figures (face->face);
  face->font = hb_font_create (face->face);
  face->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  face->used = hb_set_create ();
  face->units_per_em = hb_face_get_upem (face->face);
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

/* Only kerning and the placing of marks: a ligature would have no code point of its own,
 * and the text of the page must stay the text that was given. */
static void
shape (SceauFontSet *self, SceauFace font, const char *text)
{
  static const char *const off[] = { "-liga", "-clig", "-calt", "-rlig", "-ccmp", "-locl" };
  hb_feature_t features[G_N_ELEMENTS (off)];

  for (guint i = 0; i < G_N_ELEMENTS (off); i++)
    hb_feature_from_string (off[i], -1, &features[i]);
  hb_buffer_clear_contents (self->buffer);
  hb_buffer_set_cluster_level (self->buffer, HB_BUFFER_CLUSTER_LEVEL_CHARACTERS);
  hb_buffer_add_utf8 (self->buffer, text, -1, 0, -1);
  hb_buffer_guess_segment_properties (self->buffer);
  hb_buffer_set_direction (self->buffer, HB_DIRECTION_LTR);
  hb_buffer_set_language (self->buffer, hb_language_from_string ("fr", -1));
  hb_shape (self->faces[font].font, self->buffer, features, G_N_ELEMENTS (features));
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
  return width->units * size / self->faces[font].units_per_em + tracking * (width->letters > 0 ? width->letters - 1 : 0);
}

static void
begin_piece (GArray *pieces, gsize start, double gap, double rise)
{
  const SceauFontPiece piece = { start, 0, gap, rise };

  g_array_append_val (pieces, piece);
}

GArray *
sceau_font_set_shape (SceauFontSet *self, SceauFace font, double size, double tracking, const char *text)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (SceauFontPiece));
  const double scale = size / self->faces[font].units_per_em;
  hb_glyph_position_t *positions;
  hb_glyph_info_t *glyphs;
  unsigned int n = 0;
  double x = 0;      /* where the next letter belongs */
  double drawn = 0;  /* where a viewer that knows only the widths would put it */
  double height = 0; /* of the piece being made */

  shape (self, font, text);
  glyphs = hb_buffer_get_glyph_infos (self->buffer, &n);
  positions = hb_buffer_get_glyph_positions (self->buffer, &n);
  for (unsigned int i = 0; i < n; i++)
    {
      const double at = x + positions[i].x_offset * scale;
      const double up = positions[i].y_offset * scale;
      const gsize end = i + 1 < n ? glyphs[i + 1].cluster : strlen (text);
      SceauFontPiece *piece;

      if (i == 0 || fabs (at - drawn) > SMALLEST_CORRECTION || fabs (up - height) > SMALLEST_CORRECTION)
        {
          begin_piece (pieces, glyphs[i].cluster, at - drawn, up);
          drawn = at;
          height = up;
        }
      piece = &g_array_index (pieces, SceauFontPiece, pieces->len - 1);
      piece->length = end - piece->start;
      drawn += hb_font_get_glyph_h_advance (self->faces[font].font, glyphs[i].codepoint) * scale + tracking;
      x += positions[i].x_advance * scale + tracking;
    }
  return pieces;
}

/* --- Cutting ------------------------------------------------------------- */

void
sceau_font_set_use (SceauFontSet *self, SceauFace font, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    hb_set_add (self->faces[font].used, g_utf8_get_char (at));
}

gboolean
sceau_font_set_is_used (const SceauFontSet *self, SceauFace font)
{
  return self->faces[font].used != NULL && !hb_set_is_empty (self->faces[font].used);
}

gunichar
sceau_font_set_next_used (const SceauFontSet *self, SceauFace font, gunichar letter)
{
  hb_codepoint_t next = letter == 0 ? HB_SET_VALUE_INVALID : letter;

  return hb_set_next (self->faces[font].used, &next) ? next : 0;
}

static void
drop_layout_tables (hb_subset_input_t *input)
{
  static const hb_tag_t tags[] = {
    HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'),
    HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('D', 'S', 'I', 'G'), HB_TAG ('F', 'F', 'T', 'M'),
  };
  hb_set_t *drop = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    hb_set_add (drop, tags[i]);
}

static void
free_blob (gpointer blob)
{
  hb_blob_destroy (blob);
}

static GBytes *
bytes_of_face (hb_face_t *face)
{
  hb_blob_t *blob = hb_face_reference_blob (face);
  unsigned int length = 0;
  const char *data = hb_blob_get_data (blob, &length);

  return g_bytes_new_with_free_func (data, length, free_blob, blob);
}

GBytes *
sceau_font_set_subset (SceauFontSet *self, SceauFace font, GError **error)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_face_t *cut;
  GBytes *bytes;

  hb_set_union (hb_subset_input_unicode_set (input), self->faces[font].used);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING);
  drop_layout_tables (input);
  cut = hb_subset_or_fail (self->faces[font].face, input);
  hb_subset_input_destroy (input);
  if (cut == NULL)
    {
      g_set_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_FONT,
                   _("The font “%s” cannot be cut to the letters of the document: install Sceau again."),
                   font_files[font]);
      return NULL;
    }
  bytes = bytes_of_face (cut);
  hb_face_destroy (cut);
  return bytes;
}
