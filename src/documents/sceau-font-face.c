/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-font-face-private.h"

#include "sceau-document-data.h"
#include "sceau-document-error.h"

#include <glib/gi18n-lib.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>

static const char *const font_files[SCEAU_N_FACES] = {
  [SCEAU_FACE_SERIF] = "EBGaramond12-Regular.ttf",
  [SCEAU_FACE_SERIF_ITALIC] = "EBGaramond12-Italic.ttf",
  [SCEAU_FACE_SMALL_CAPS] = "EBGaramond12-Regular.ttf", /* by its feature "smcp" */
  [SCEAU_FACE_SANS] = "Lato-Regular.ttf",
  [SCEAU_FACE_SANS_BOLD] = "Lato-Bold.ttf",
  [SCEAU_FACE_SANS_ITALIC] = "Lato-Italic.ttf",
};

/* --- Where the fonts are ------------------------------------------------- */

static GMutex lock;           /* over both below */
static char *chosen_font_dir;
static GHashTable *opened;    /* path → SceauFontFace */

void
sceau_document_set_font_dir (const char *dir)
{
  g_mutex_lock (&lock);
  g_free (chosen_font_dir);
  chosen_font_dir = g_strdup (dir);
  g_mutex_unlock (&lock);
}

static char *
find_font (SceauFace font)
{
  if (chosen_font_dir != NULL)
    return g_build_filename (chosen_font_dir, font_files[font], NULL);
  return sceau_document_data_path ("fonts", font_files[font]);
}

SceauFace
sceau_face_file (SceauFace font)
{
  return font == SCEAU_FACE_SMALL_CAPS ? SCEAU_FACE_SERIF : font;
}

/* --- Opening ------------------------------------------------------------- */

static int
thousandths (const SceauFontFace *self, double units)
{
  return (int) round (units * 1000 / self->units);
}

static int
read_metric (const SceauFontFace *self, hb_font_t *font, hb_ot_metrics_tag_t tag)
{
  hb_position_t value = 0;

  hb_ot_metrics_get_position_with_fallback (font, tag, &value);
  return thousandths (self, value);
}

/* The box that holds every glyph stands in the table "head", at byte 36. */
static void
read_box (SceauFontFace *self)
{
  hb_blob_t *head = hb_face_reference_table (self->whole, HB_TAG ('h', 'e', 'a', 'd'));
  unsigned int length = 0;
  const guint8 *data = (const guint8 *) hb_blob_get_data (head, &length);

  for (guint i = 0; i < 4 && length >= 44; i++)
    self->box[i] = thousandths (self, (gint16) (data[36 + 2 * i] << 8 | data[37 + 2 * i]));
  hb_blob_destroy (head);
}

static void
read_metrics (SceauFontFace *self)
{
  hb_font_t *font = hb_font_create (self->whole);
  char name[64] = "";
  unsigned int length = sizeof name;

  self->units = hb_face_get_upem (self->whole);
  self->ascent = read_metric (self, font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
  self->descent = read_metric (self, font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
  self->cap_height = read_metric (self, font, HB_OT_METRICS_TAG_CAP_HEIGHT);
  self->slant = (int) round (hb_style_get_value (font, HB_STYLE_TAG_SLANT_ANGLE));
  hb_ot_name_get_utf8 (self->whole, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name);
  self->name = g_strdup (name);
  read_box (self);
  hb_font_destroy (font);
}

static SceauFontFace *
open_file (const char *path)
{
  hb_blob_t *blob = hb_blob_create_from_file (path);
  hb_face_t *whole = hb_face_create (blob, 0);
  SceauFontFace *self;

  hb_blob_destroy (blob);
  if (hb_face_get_glyph_count (whole) == 0)
    {
      hb_face_destroy (whole);
      return NULL;
    }
  hb_face_make_immutable (whole);
  self = g_new0 (SceauFontFace, 1);
  self->whole = whole;
  self->prepared = hb_subset_preprocess (whole);
  read_metrics (self);
  return self;
}

const SceauFontFace *
sceau_font_face_open (SceauFace font, GError **error)
{
  g_autofree char *path = NULL;
  SceauFontFace *self;

  g_mutex_lock (&lock);
  if (opened == NULL)
    opened = g_hash_table_new (g_str_hash, g_str_equal);
  path = find_font (font);
  self = g_hash_table_lookup (opened, path);
  if (self == NULL)
    self = open_file (path);
  if (self != NULL && !g_hash_table_contains (opened, path))
    g_hash_table_insert (opened, g_strdup (path), self);
  g_mutex_unlock (&lock);
  if (self == NULL)
    g_set_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_FONT,
                 _("The font “%s” is missing or damaged: install Sceau again, or set SCEAU_DATA_DIR to its data folder."),
                 path);
  return self;
}

/* --- Cutting ------------------------------------------------------------- */

static void
drop_tables (hb_subset_input_t *input)
{
  static const char *const tags[] = { "GSUB", "GPOS", "GDEF", "kern", "DSIG", "FFTM", "cmap", "name", "OS/2", "post", "gasp",
                                      "cvt ", "fpgm", "prep", "LTSH", "hdmx", "VDMX", "BASE", "JSTF" };
  hb_set_t *drop = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    hb_set_add (drop, hb_tag_from_string (tags[i], 4));
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
sceau_font_face_cut (const SceauFontFace *self, const hb_set_t *glyphs, GError **error)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_face_t *cut;
  GBytes *bytes;

  hb_set_union (hb_subset_input_glyph_set (input), glyphs);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_RETAIN_GIDS);
  drop_tables (input);
  cut = hb_subset_or_fail (self->prepared, input);
  hb_subset_input_destroy (input);
  if (cut == NULL)
    {
      g_set_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_FONT,
                   _("The font “%s” cannot be cut to the letters of the document: install Sceau again."), self->name);
      return NULL;
    }
  bytes = bytes_of_face (cut);
  hb_face_destroy (cut);
  return bytes;
}

double
sceau_font_face_advance (const SceauFontFace *self, hb_font_t *font, hb_codepoint_t glyph)
{
  return hb_font_get_glyph_h_advance (font, glyph) * 1000 / self->units;
}

/* --- Glyphs and their letters -------------------------------------------- */

SceauGlyphs *
sceau_glyphs_new (void)
{
  SceauGlyphs *self = g_new0 (SceauGlyphs, 1);

  self->set = hb_set_create ();
  self->letters = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
sceau_glyphs_free (SceauGlyphs *self)
{
  if (self == NULL)
    return;
  hb_set_destroy (self->set);
  g_hash_table_unref (self->letters);
  g_free (self);
}

void
sceau_glyphs_add (SceauGlyphs *self, hb_codepoint_t glyph, const char *letters, gsize length)
{
  if (hb_set_has (self->set, glyph))
    return;
  hb_set_add (self->set, glyph);
  g_hash_table_insert (self->letters, GUINT_TO_POINTER (glyph), g_strndup (letters, length));
}

void
sceau_glyphs_merge (SceauGlyphs *self, const SceauGlyphs *other)
{
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

  while (hb_set_next (other->set, &glyph))
    {
      const char *letters = g_hash_table_lookup (other->letters, GUINT_TO_POINTER (glyph));

      sceau_glyphs_add (self, glyph, letters, strlen (letters));
    }
}

gboolean
sceau_glyphs_empty (const SceauGlyphs *self)
{
  return hb_set_is_empty (self->set);
}

#define MOST_IN_A_BLOCK 100
static void
append_letters (GString *map, const char *letters)
{
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (letters, -1, NULL, &n, NULL);

  g_string_append_c (map, '<');
  for (glong i = 0; i < n; i++)
    g_string_append_printf (map, "%04X", units[i]);
  g_string_append (map, ">\n");
}

/* Lines of one kind, in blocks of no more than the format allows. */
static void
append_blocks (GString *map, const char *kind, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      if (i % MOST_IN_A_BLOCK == 0)
        g_string_append_printf (map, "%u begin%s\n", MIN (lines->len - i, MOST_IN_A_BLOCK), kind);
      g_string_append (map, g_ptr_array_index (lines, i));
      if (i % MOST_IN_A_BLOCK == MOST_IN_A_BLOCK - 1 || i + 1 == lines->len)
        g_string_append_printf (map, "end%s\n", kind);
    }
}

/* The letter of @glyph if it is one alone that UTF-16 writes in one unit, else 0. */
static gunichar
single_letter (const SceauGlyphs *self, hb_codepoint_t glyph)
{
  const char *letters = g_hash_table_lookup (self->letters, GUINT_TO_POINTER (glyph));
  const gunichar letter = letters != NULL && *letters != '\0' ? g_utf8_get_char (letters) : 0;

  return letter != 0 && letter < 0x10000 && *g_utf8_next_char (letters) == '\0' ? letter : 0;
}

/* The last glyph of the run that @first begins: glyphs in a row, their letters in a row.  The second byte of neither
 * may run over: Adobe Technical Note 5014, 5.8. */
static hb_codepoint_t
end_of_run (const SceauGlyphs *self, hb_codepoint_t first)
{
  const gunichar letter = single_letter (self, first);
  hb_codepoint_t last = first;

  while (letter != 0 && hb_set_has (self->set, last + 1) && single_letter (self, last + 1) == letter + last + 1 - first
         && (last + 1) % 256 != 0 && (letter + last + 1 - first) % 256 != 0)
    last++;
  return last;
}

char *
sceau_glyphs_unicode_map (const SceauGlyphs *self)
{
  GString *map = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo "
                               "<</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n"
                               "/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
  g_autoptr (GPtrArray) ranges = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func (g_free);
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

  while (hb_set_next (self->set, &glyph))
    {
      const hb_codepoint_t first = glyph;
      GString *line = g_string_new (NULL);

      glyph = end_of_run (self, first);
      g_string_printf (line, "<%04X> ", first);
      if (glyph > first)
        g_string_append_printf (line, "<%04X> ", glyph);
      append_letters (line, g_hash_table_lookup (self->letters, GUINT_TO_POINTER (first)));
      g_ptr_array_add (glyph > first ? ranges : letters, g_string_free (line, FALSE));
    }
  append_blocks (map, "bfchar", letters);
  append_blocks (map, "bfrange", ranges);
  g_string_append (map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  return g_string_free (map, FALSE);
}

void
sceau_glyphs_tag (const SceauGlyphs *self, char tag[7])
{
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
  guint64 sum = G_GUINT64_CONSTANT (14695981039346656037); /* FNV-1a */

  while (hb_set_next (self->set, &glyph))
    sum = (sum ^ glyph) * G_GUINT64_CONSTANT (1099511628211);
  for (guint i = 0; i < 6; i++, sum /= 26)
    tag[i] = (char) ('A' + sum % 26);
  tag[6] = '\0';
}
