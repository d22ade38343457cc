/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-pdf-content-private.h"

#include "sceau-pdf-picture-private.h"

#include <math.h>

/* Shaped texts remembered: enough for all lines of a batch that come back. */
#define MOST_SHOWN 8192

/* What the page being written has last been told, so that nothing is said twice. */
typedef struct
{
  double line_width;
  double tracking;
  int font;
  double size;
  SceauPdfColour stroke, fill;
} State;

static const State unknown_state = { .line_width = -1, .font = -1, .stroke = { -1, -1, -1 }, .fill = { -1, -1, -1 } };

typedef struct
{
  float size;
  guint8 font;
  gboolean rare;    /* has glyphs that are not in the core */
  char *text;
  char *operators;
} Shown;

struct _SceauPdfSetter
{
  SceauFontSet *fonts;
  SceauGlyphs *const *core;
  SceauGlyphs *glyphs[SCEAU_N_FACES];
  GHashTable *shown; /* (element-type Shown): a set */

  /* Of the page being set. */
  const SceauPdf *pdf;
  GString *content;
  GArray *states;    /* (element-type State): as saved */
  State state;
  double height;
};

static guint
hash_shown (gconstpointer key)
{
  const Shown *shown = key;

  return g_str_hash (shown->text) * 31 + (guint) (shown->size * 100) * 7 + shown->font;
}

static gboolean
same_shown (gconstpointer a, gconstpointer b)
{
  const Shown *one = a;
  const Shown *two = b;

  return one->font == two->font && one->size == two->size && g_str_equal (one->text, two->text);
}

static void
free_shown (gpointer data)
{
  Shown *shown = data;

  g_free (shown->text);
  g_free (shown->operators);
  g_free (shown);
}

SceauPdfSetter *
sceau_pdf_setter_new (SceauGlyphs *const *core)
{
  SceauPdfSetter *self = g_new0 (SceauPdfSetter, 1);

  self->fonts = sceau_font_set_new ();
  self->core = core;
  for (guint i = 0; i < SCEAU_N_FACES; i++)
    self->glyphs[i] = sceau_glyphs_new ();
  self->shown = g_hash_table_new_full (hash_shown, same_shown, free_shown, NULL);
  self->states = g_array_new (FALSE, FALSE, sizeof (State));
  return self;
}

void
sceau_pdf_setter_free (SceauPdfSetter *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < SCEAU_N_FACES; i++)
    sceau_glyphs_free (self->glyphs[i]);
  sceau_font_set_free (self->fonts);
  g_hash_table_unref (self->shown);
  g_array_unref (self->states);
  g_free (self);
}

SceauGlyphs *
sceau_pdf_setter_take_glyphs (SceauPdfSetter *self, SceauFace font)
{
  SceauGlyphs *glyphs = self->glyphs[font];

  self->glyphs[font] = sceau_glyphs_new ();
  return glyphs;
}

/* --- Numbers ------------------------------------------------------------- */

void
sceau_pdf_append_number (GString *to, double number)
{
  const gint64 hundredths = (gint64) round (fabs (number) * 100);

  if (number < 0 && hundredths > 0)
    g_string_append_c (to, '-');
  g_string_append_printf (to, "%" G_GINT64_FORMAT, hundredths / 100);
  if (hundredths % 100 != 0)
    {
      g_string_append_c (to, '.');
      g_string_append_c (to, (char) ('0' + hundredths % 100 / 10));
      if (hundredths % 10 != 0)
        g_string_append_c (to, (char) ('0' + hundredths % 10));
    }
  g_string_append_c (to, ' ');
}

/* Directions of a turned coordinate system want more digits. */
static void
append_factor (GString *to, double factor)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (to, g_ascii_formatd (digits, sizeof digits, "%.5f", factor));
  g_string_append_c (to, ' ');
}

static void
append_numbers (GString *to, const double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    sceau_pdf_append_number (to, numbers[i]);
}

#define APPEND(self, operator, ...) G_STMT_START { \
  const double numbers_[] = { __VA_ARGS__ }; \
  append_numbers ((self)->content, numbers_, G_N_ELEMENTS (numbers_)); \
  g_string_append ((self)->content, operator "\n"); } G_STMT_END

/* PDF counts from the lower left corner. */
static double
up (const SceauPdfSetter *self, double y)
{
  return self->height - y;
}

/* --- State --------------------------------------------------------------- */

static gboolean
same_colour (SceauPdfColour a, SceauPdfColour b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void
append_colour (SceauPdfSetter *self, SceauPdfColour colour, const char *operator)
{
  const double parts[] = { colour.red, colour.green, colour.blue };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      /* A thousandth is finer than the eight bits of a colour. */
      g_string_append (self->content, g_ascii_formatd (digits, sizeof digits, "%.4g", round (parts[i] * 1000) / 1000));
      g_string_append_c (self->content, ' ');
    }
  g_string_append (self->content, operator);
}

static void
set_stroke (SceauPdfSetter *self, double width, SceauPdfColour colour)
{
  if (self->state.line_width != width)
    APPEND (self, "w", width);
  if (!same_colour (self->state.stroke, colour))
    append_colour (self, colour, "RG\n");
  self->state.line_width = width;
  self->state.stroke = colour;
}

static void
set_fill (SceauPdfSetter *self, SceauPdfColour colour)
{
  if (!same_colour (self->state.fill, colour))
    append_colour (self, colour, "rg\n");
  self->state.fill = colour;
}

static void
save_state (SceauPdfSetter *self)
{
  g_array_append_val (self->states, self->state);
  g_string_append (self->content, "q\n");
}

static void
restore_state (SceauPdfSetter *self)
{
  g_return_if_fail (self->states->len > 0);

  self->state = g_array_index (self->states, State, self->states->len - 1);
  g_array_set_size (self->states, self->states->len - 1);
  g_string_append (self->content, "Q\n");
}

/* --- Text ---------------------------------------------------------------- */

static void
append_font (GString *to, SceauFace font, gboolean rare, double size)
{
  g_string_append_printf (to, "/F%u%s ", sceau_face_file (font), rare ? "X" : "");
  sceau_pdf_append_number (to, size);
  g_string_append (to, "Tf ");
}

/* The glyphs as strings of an array, numbers between them where they do not stand as their widths say: pieces that
 * differ in font or height are arrays of their own.  Begins and ends in the core font, on the line. */
static void
append_shown (SceauPdfSetter *self, GString *to, const SceauPdfOp *op, const GArray *shaped, gboolean *has_rare)
{
  const SceauFace file = sceau_face_file (op->font);
  const SceauGlyphs *core = self->core != NULL ? self->core[file] : NULL;
  double rise = 0;
  gboolean rare = FALSE;

  g_string_append_c (to, '[');
  for (guint i = 0; i < shaped->len; i++)
    {
      const SceauFontGlyph *glyph = &g_array_index (shaped, SceauFontGlyph, i);
      const gboolean is_rare = core != NULL && !hb_set_has (core->set, glyph->glyph);

      if (is_rare != rare || glyph->rise != rise)
        {
          g_string_append (to, i > 0 ? ">]TJ " : "]TJ ");
          if (is_rare != rare)
            append_font (to, op->font, is_rare, op->size);
          if (glyph->rise != rise)
            {
              sceau_pdf_append_number (to, glyph->rise);
              g_string_append (to, "Ts ");
            }
          g_string_append_c (to, '[');
          rare = is_rare;
          rise = glyph->rise;
        }
      else if (i > 0 && glyph->gap != 0)
        g_string_append_c (to, '>');
      if (glyph->gap != 0)
        g_string_append_printf (to, "%d", -(int) glyph->gap);
      if (to->str[to->len - 1] == '[' || glyph->gap != 0)
        g_string_append_c (to, '<');
      g_string_append_printf (to, "%04X", glyph->glyph);
      if (core == NULL || is_rare)
        sceau_glyphs_add (self->glyphs[file], glyph->glyph, op->text + glyph->start, glyph->length);
      *has_rare |= is_rare;
    }
  g_string_append (to, ">]TJ");
  if (rise != 0)
    g_string_append (to, " 0 Ts");
  if (rare)
    {
      g_string_append_c (to, ' ');
      append_font (to, op->font, FALSE, op->size);
    }
}

static const char *
find_shown (SceauPdfSetter *self, const SceauPdfOp *op)
{
  const Shown key = { .size = op->size, .font = op->font, .text = (char *) op->text };
  const Shown *known = g_hash_table_lookup (self->shown, &key);
  g_autoptr (GString) operators = NULL;
  g_autoptr (GArray) shaped = NULL;
  Shown *shown;

  /* With rare glyphs the text is shaped again: they are counted for each document. */
  if (known != NULL && !known->rare)
    return known->operators;
  operators = g_string_sized_new (16 + 6 * strlen (op->text));
  shaped = sceau_font_set_shape (self->fonts, op->font, op->size, op->text);
  if (g_hash_table_size (self->shown) >= MOST_SHOWN)
    g_hash_table_remove_all (self->shown);
  shown = g_new0 (Shown, 1);
  shown->size = op->size;
  shown->font = op->font;
  append_shown (self, operators, op, shaped, &shown->rare);
  shown->text = g_strdup (op->text);
  shown->operators = g_string_free (g_steal_pointer (&operators), FALSE);
  g_hash_table_add (self->shown, shown);
  return shown->operators;
}

static gboolean
set_text (SceauPdfSetter *self, const SceauPdfOp *op, GError **error)
{
  if (!sceau_font_set_open (self->fonts, op->font, error))
    return FALSE;
  set_fill (self, op->colour);
  g_string_append (self->content, "BT ");
  if (self->state.font != (int) sceau_face_file (op->font) || self->state.size != op->size)
    append_font (self->content, op->font, FALSE, op->size);
  if (self->state.tracking != op->tracking)
    APPEND (self, "Tc", op->tracking);
  self->state.font = sceau_face_file (op->font);
  self->state.size = op->size;
  self->state.tracking = op->tracking;
  APPEND (self, "Td", op->x, up (self, op->y));
  g_string_append (self->content, find_shown (self, op));
  g_string_append (self->content, " ET\n");
  return TRUE;
}

/* --- Paths --------------------------------------------------------------- */

static void
set_path_op (SceauPdfSetter *self, const SceauPdfOp *op)
{
  switch ((SceauPdfOpKind) op->kind)
    {
    case SCEAU_PDF_OP_MOVE:
      APPEND (self, "m", op->x, up (self, op->y));
      break;
    case SCEAU_PDF_OP_LINE:
      APPEND (self, "l", op->x, up (self, op->y));
      break;
    case SCEAU_PDF_OP_CURVE:
      APPEND (self, "c", op->x, up (self, op->y), op->x2, up (self, op->y2), op->x3, up (self, op->y3));
      break;
    case SCEAU_PDF_OP_CLOSE:
      g_string_append (self->content, "h\n");
      break;
    case SCEAU_PDF_OP_RECTANGLE:
      APPEND (self, "re", op->x, up (self, op->y + op->y2), op->x2, op->y2);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Colours and widths must be said before a path begins: the path's own calls are held
 * back until its stroke or fill is met. */
static void
set_path (SceauPdfSetter *self, const SceauPdfOp *ops, guint first, guint end)
{
  const gboolean stroke = ops[end].kind == SCEAU_PDF_OP_STROKE;

  if (stroke)
    set_stroke (self, ops[end].size, ops[end].colour);
  else
    set_fill (self, ops[end].colour);
  for (guint i = first; i < end; i++)
    set_path_op (self, &ops[i]);
  g_string_append (self->content, stroke ? "S\n" : "f\n");
}

static void
set_rotation (SceauPdfSetter *self, const SceauPdfOp *op)
{
  const double angle = op->size * G_PI / 180;
  const double cosine = cos (angle);
  const double sine = sin (angle);
  const double x = op->x;
  const double y = up (self, op->y);

  append_factor (self->content, cosine);
  append_factor (self->content, sine);
  append_factor (self->content, -sine);
  append_factor (self->content, cosine);
  APPEND (self, "cm", x - cosine * x + sine * y, y - sine * x - cosine * y);
}

/* --- Pictures and drawings ----------------------------------------------- */

static void
set_picture (SceauPdfSetter *self, const SceauPdfOp *op)
{
  const SceauPdfPicture *picture = g_ptr_array_index (self->pdf->pictures, op->shared);

  g_string_append (self->content, "q ");
  APPEND (self, "cm", op->x2, 0, 0, op->y2, op->x, up (self, op->y + op->y2));
  g_string_append_printf (self->content, "/%s Do Q\n", picture->name);
}

static void
set_drawing (SceauPdfSetter *self, const SceauPdfOp *op)
{
  const SceauPdfPage *drawing = g_ptr_array_index (self->pdf->shared, op->shared);

  g_string_append_printf (self->content, "/%s Do\n", drawing->name);
}

/* --- Pages --------------------------------------------------------------- */

static gboolean
set_op (SceauPdfSetter *self, const SceauPdfOp *op, GError **error)
{
  switch ((SceauPdfOpKind) op->kind)
    {
    case SCEAU_PDF_OP_TEXT:
      return set_text (self, op, error);
    case SCEAU_PDF_OP_SAVE:
      save_state (self);
      return TRUE;
    case SCEAU_PDF_OP_RESTORE:
      restore_state (self);
      return TRUE;
    case SCEAU_PDF_OP_TRANSLATE:
      APPEND (self, "cm", 1, 0, 0, 1, op->x, -op->y);
      return TRUE;
    case SCEAU_PDF_OP_ROTATE:
      set_rotation (self, op);
      return TRUE;
    case SCEAU_PDF_OP_SHARED:
      set_drawing (self, op);
      return TRUE;
    case SCEAU_PDF_OP_IMAGE:
      set_picture (self, op);
      return TRUE;
    case SCEAU_PDF_OP_QR:
      return sceau_pdf_append_qr (self->content, op->x, up (self, op->y + op->size), op->size, op->text, error);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_path_op (const SceauPdfOp *op)
{
  return op->kind == SCEAU_PDF_OP_MOVE || op->kind == SCEAU_PDF_OP_LINE || op->kind == SCEAU_PDF_OP_CURVE
         || op->kind == SCEAU_PDF_OP_CLOSE || op->kind == SCEAU_PDF_OP_RECTANGLE;
}

gboolean
sceau_pdf_setter_page (SceauPdfSetter *self, const SceauPdf *pdf, const SceauPdfPage *page, gboolean printed, GString *content,
                       GError **error)
{
  const SceauPdfOp *ops = (const SceauPdfOp *) (gpointer) page->ops->data;
  guint path = 0; /* first call of the path being gathered */

  self->pdf = pdf;
  self->content = content;
  self->state = unknown_state;
  self->height = page->height;
  g_array_set_size (self->states, 0);
  for (guint i = 0; i < page->ops->len; i++)
    {
      if (ops[i].printed == printed && is_path_op (&ops[i]))
        continue;
      if (ops[i].printed != printed)
        {
          path = i + 1;
          continue;
        }
      if (ops[i].kind == SCEAU_PDF_OP_STROKE || ops[i].kind == SCEAU_PDF_OP_FILL)
        set_path (self, ops, path, i);
      else if (!set_op (self, &ops[i], error))
        return FALSE;
      path = i + 1;
    }
  return TRUE;
}

gboolean
sceau_pdf_setter_shared (SceauPdfSetter *self, const SceauPdf *pdf, GError **error)
{
  for (guint i = 0; i < pdf->shared->len; i++)
    {
      SceauPdfPage *drawing = g_ptr_array_index (pdf->shared, i);
      g_autoptr (GString) content = NULL;

      if (drawing->content != NULL)
        continue;
      content = g_string_new (NULL);
      if (!sceau_pdf_setter_page (self, pdf, drawing, FALSE, content, error))
        return FALSE;
      drawing->content = g_string_free_to_bytes (g_steal_pointer (&content));
      drawing->name = sceau_pdf_name_of ('S', drawing->content);
    }
  return TRUE;
}

gboolean
sceau_pdf_setter_reserve (SceauPdfSetter *self, SceauFace font, const char *letters, GError **error)
{
  if (!sceau_font_set_open (self->fonts, font, error))
    return FALSE;
  for (const char *at = letters; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *letter = g_strndup (at, g_utf8_next_char (at) - at);
      g_autoptr (GArray) shaped = sceau_font_set_shape (self->fonts, font, 1, letter);

      for (guint i = 0; i < shaped->len; i++)
        {
          const SceauFontGlyph *glyph = &g_array_index (shaped, SceauFontGlyph, i);

          sceau_glyphs_add (self->glyphs[sceau_face_file (font)], glyph->glyph, letter + glyph->start, glyph->length);
        }
    }
  return TRUE;
}
