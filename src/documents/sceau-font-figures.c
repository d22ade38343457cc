/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-font-figures-private.h"

#define N_FIGURES 10
#define LAST_OF_FORMAT_4 0xFFFE

/* Letters in a row whose glyphs are in a row too. */
typedef struct
{
  guint16 first, last;
  guint16 glyph; /* of the first */
} Segment;

/* --- Finding the figures ------------------------------------------------- */

static gboolean
find_lining_figures (hb_face_t *face, hb_codepoint_t glyphs[N_FIGURES])
{
  hb_font_t *font = hb_font_create (face);
  hb_buffer_t *buffer = hb_buffer_create ();
  hb_glyph_info_t *infos;
  unsigned int n = 0;
  gboolean changed = FALSE;
  hb_feature_t feature;

  hb_feature_from_string ("lnum", -1, &feature);
  hb_buffer_add_utf8 (buffer, "0123456789", N_FIGURES, 0, N_FIGURES);
  hb_buffer_guess_segment_properties (buffer);
  hb_shape (font, buffer, &feature, 1);
  infos = hb_buffer_get_glyph_infos (buffer, &n);
  for (unsigned int i = 0; i < n && n == N_FIGURES; i++)
    {
      hb_codepoint_t plain = 0;

      glyphs[i] = infos[i].codepoint;
      hb_font_get_nominal_glyph (font, '0' + i, &plain);
      changed |= plain != glyphs[i];
    }
  hb_buffer_destroy (buffer);
  hb_font_destroy (font);
  return changed;
}

/* --- Writing the map ----------------------------------------------------- */

static void
add_letter (GArray *segments, hb_codepoint_t letter, hb_codepoint_t glyph)
{
  Segment *last = segments->len > 0 ? &g_array_index (segments, Segment, segments->len - 1) : NULL;

  if (last != NULL && letter == last->last + 1u && glyph == last->glyph + (letter - last->first))
    last->last = letter;
  else
    {
      const Segment segment = { letter, letter, glyph };

      g_array_append_val (segments, segment);
    }
}

static GArray *
list_segments (hb_face_t *face, const hb_codepoint_t figures[N_FIGURES])
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  const Segment end = { 0xFFFF, 0xFFFF, 0 }; /* the format asks for it */
  hb_font_t *font = hb_font_create (face);
  hb_set_t *letters = hb_set_create ();
  hb_codepoint_t letter = HB_SET_VALUE_INVALID;

  hb_face_collect_unicodes (face, letters);
  while (hb_set_next (letters, &letter) && letter <= LAST_OF_FORMAT_4)
    {
      hb_codepoint_t glyph = 0;

      hb_font_get_nominal_glyph (font, letter, &glyph);
      add_letter (segments, letter, letter >= '0' && letter <= '9' ? figures[letter - '0'] : glyph);
    }
  hb_set_destroy (letters);
  hb_font_destroy (font);
  g_array_append_val (segments, end);
  return segments;
}

static void
put16 (GByteArray *table, guint value)
{
  const guint8 bytes[2] = { value >> 8, value };

  g_byte_array_append (table, bytes, sizeof bytes);
}

/* The head of a format 4 subtable, with the search hints that it carries. */
static void
put_head (GByteArray *table, guint n)
{
  const guint length = 16 + 8 * n;
  guint power = 0;

  while ((2u << power) <= n)
    power++;
  put16 (table, 0);  /* version of the table */
  put16 (table, 1);  /* one subtable: */
  put16 (table, 3);  /* Windows, */
  put16 (table, 1);  /* Unicode BMP, */
  put16 (table, 0);
  put16 (table, 12); /* 12 bytes from here */
  put16 (table, 4);
  put16 (table, length);
  put16 (table, 0);
  put16 (table, 2 * n);
  put16 (table, 2u << power);
  put16 (table, power);
  put16 (table, 2 * n - (2u << power));
}

/* OpenType, "cmap", format 4. */
static GByteArray *
write_map (const GArray *segments)
{
  GByteArray *table = g_byte_array_new ();
  const guint n = segments->len;

  put_head (table, n);
  for (guint i = 0; i < n; i++)
    put16 (table, g_array_index (segments, Segment, i).last);
  put16 (table, 0);
  for (guint i = 0; i < n; i++)
    put16 (table, g_array_index (segments, Segment, i).first);
  for (guint i = 0; i < n; i++)
    put16 (table, i + 1 < n ? g_array_index (segments, Segment, i).glyph - g_array_index (segments, Segment, i).first : 1);
  for (guint i = 0; i < n; i++)
    put16 (table, 0);
  return table;
}

/* --- The new face -------------------------------------------------------- */

static void
copy_tables (hb_face_t *from, hb_face_t *to)
{
  hb_tag_t tags[64];
  unsigned int n = G_N_ELEMENTS (tags);

  hb_face_get_table_tags (from, 0, &n, tags);
  for (unsigned int i = 0; i < n; i++)
    {
      hb_blob_t *table;

      if (tags[i] == HB_TAG ('c', 'm', 'a', 'p'))
        continue;
      table = hb_face_reference_table (from, tags[i]);
      hb_face_builder_add_table (to, tags[i], table);
      hb_blob_destroy (table);
    }
}

hb_face_t *
sceau_font_lining_figures (hb_face_t *face)
{
  hb_codepoint_t figures[N_FIGURES];
  g_autoptr (GArray) segments = NULL;
  GByteArray *map;
  hb_face_t *changed;
  hb_blob_t *blob;
  guint8 *data;
  gsize length;

  if (!find_lining_figures (face, figures))
    return face;
  segments = list_segments (face, figures);
  map = write_map (segments);
  length = map->len;
  data = g_byte_array_free (map, FALSE);
  blob = hb_blob_create ((const char *) data, length, HB_MEMORY_MODE_READONLY, data, g_free);
  changed = hb_face_builder_create ();
  copy_tables (face, changed);
  hb_face_builder_add_table (changed, HB_TAG ('c', 'm', 'a', 'p'), blob);
  hb_blob_destroy (blob);
  hb_face_destroy (face);
  return changed;
}
