/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-pdf-picture-private.h"
#include "sceau-pdf-private.h"

#include <glib/gi18n-lib.h>

static void
clear_page (gpointer data)
{
  SceauPdfPage *page = data;

  g_array_unref (page->ops);
  g_clear_pointer (&page->content, g_bytes_unref);
  g_free (page->name);
  g_free (page->key);
}

void
sceau_pdf_release_page (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_page);
}

static void
clear_bookmark (gpointer data)
{
  SceauPdfBookmark *bookmark = data;

  g_free (bookmark->title);
}

static SceauPdf *
new_document (const SceauPdf *specimen, SceauFontSet *fonts)
{
  SceauPdf *self = g_new0 (SceauPdf, 1);

  self->specimen = specimen;
  self->fonts = fonts != NULL ? fonts : sceau_font_set_new ();
  self->owns_fonts = fonts == NULL;
  self->pages = g_ptr_array_new_with_free_func (sceau_pdf_release_page);
  self->shared = g_ptr_array_new_with_free_func (sceau_pdf_release_page);
  self->pictures = g_ptr_array_new_with_free_func (sceau_pdf_release_picture);
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (SceauPdfBookmark));
  g_array_set_clear_func (self->bookmarks, clear_bookmark);
  self->texts = g_string_chunk_new (4096);
  return self;
}

SceauPdf *
sceau_pdf_new (void)
{
  return new_document (NULL, NULL);
}

SceauPdf *
sceau_pdf_new_in_batch (const SceauPdf *specimen, SceauFontSet *fonts)
{
  return new_document (specimen, fonts);
}

void
sceau_pdf_free (SceauPdf *self)
{
  if (self == NULL)
    return;
  if (self->owns_fonts)
    sceau_font_set_free (self->fonts);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->shared);
  g_ptr_array_unref (self->pictures);
  g_array_unref (self->bookmarks);
  for (guint i = 0; i < SCEAU_N_FACES; i++)
    if (self->reserved[i] != NULL)
      g_string_free (self->reserved[i], TRUE);
  g_string_chunk_free (self->texts);
  g_clear_error (&self->error);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->identifier);
  g_free (self);
}

/* As it may stand in the metadata, which are XML. */
static void
set_text (char **field, const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *kept = g_string_new (NULL);

  for (const char *at = composed; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar letter = g_utf8_get_char (at);

      g_string_append_unichar (kept, g_unichar_iscntrl (letter) || letter == 0xFFFE || letter == 0xFFFF ? ' ' : letter);
    }
  g_free (*field);
  *field = g_string_free (kept, FALSE);
}

void
sceau_pdf_set_title (SceauPdf *self, const char *title)
{
  set_text (&self->title, title);
}

void
sceau_pdf_set_author (SceauPdf *self, const char *author)
{
  set_text (&self->author, author);
}

void
sceau_pdf_set_subject (SceauPdf *self, const char *subject)
{
  set_text (&self->subject, subject);
}

void
sceau_pdf_set_identifier (SceauPdf *self, const char *identifier)
{
  set_text (&self->identifier, identifier);
}

void
sceau_pdf_set_created (SceauPdf *self, SceauDate date)
{
  self->created = date;
}

gboolean
sceau_pdf_has_failed (const SceauPdf *self)
{
  return self->error != NULL;
}

static SceauPdfPage *
new_page (const char *key, double width, double height)
{
  SceauPdfPage *page = g_atomic_rc_box_new0 (SceauPdfPage);

  page->key = g_strdup (key);
  page->width = width;
  page->height = height;
  page->ops = g_array_new (FALSE, TRUE, sizeof (SceauPdfOp));
  return page;
}

void
sceau_pdf_add_page (SceauPdf *self, double width, double height)
{
  self->page = new_page (NULL, width, height);
  self->printed = FALSE;
  g_ptr_array_add (self->pages, self->page);
}

guint
sceau_pdf_n_pages (const SceauPdf *self)
{
  return self->pages->len;
}

void
sceau_pdf_select_page (SceauPdf *self, guint index)
{
  g_return_if_fail (index < self->pages->len);

  self->page = g_ptr_array_index (self->pages, index);
}

/* The place of a new call, or NULL when nothing may be drawn any more. */
static SceauPdfOp *
record (SceauPdf *self, SceauPdfOpKind kind, double x, double y)
{
  SceauPdfOp *op;

  if (self->error != NULL)
    return NULL;
  g_return_val_if_fail (self->page != NULL, NULL);

  g_array_set_size (self->page->ops, self->page->ops->len + 1);
  op = &g_array_index (self->page->ops, SceauPdfOp, self->page->ops->len - 1);
  op->kind = kind;
  op->printed = self->printed && self->under == NULL;
  op->x = x;
  op->y = y;
  return op;
}

/* --- Text ---------------------------------------------------------------- */

static gboolean
open_font (SceauPdf *self, SceauFace font)
{
  return self->error == NULL && sceau_font_set_open (self->fonts, font, &self->error);
}

void
sceau_pdf_require (SceauPdf *self, SceauFace font, const char *what, const char *text)
{
  if (open_font (self, font))
    sceau_font_set_check_text (self->fonts, font, what, text, NULL, &self->error);
}

void
sceau_pdf_reserve (SceauPdf *self, SceauFace font, const char *letters)
{
  if (!open_font (self, font))
    return;
  if (self->reserved[font] == NULL)
    self->reserved[font] = g_string_new (NULL);
  for (const char *at = letters; *at != '\0'; at = g_utf8_next_char (at))
    if (sceau_font_set_has_glyph (self->fonts, font, g_utf8_get_char (at)))
      g_string_append_unichar (self->reserved[font], g_utf8_get_char (at));
}

/* The text as it will be drawn, or NULL when it cannot be. */
static char *
prepare (SceauPdf *self, SceauFace font, const char *text)
{
  sceau_pdf_require (self, font, _("The text"), text);
  return self->error == NULL ? sceau_font_set_prepare (self->fonts, font, text) : NULL;
}

double
sceau_pdf_text_width (SceauPdf *self, const SceauPdfStyle *style, const char *text)
{
  g_autofree char *prepared = NULL;

  if (!open_font (self, style->font) || !g_utf8_validate (text, -1, NULL))
    return 0;
  prepared = sceau_font_set_prepare (self->fonts, style->font, text);
  return sceau_font_set_measure (self->fonts, style->font, style->size, style->tracking, prepared);
}

void
sceau_pdf_text (SceauPdf *self, const SceauPdfStyle *style, SceauPdfAlign align, double x, double y, const char *text)
{
  g_autofree char *prepared = prepare (self, style->font, text);
  SceauPdfOp *op;

  if (prepared == NULL || *prepared == '\0')
    return;
  if (align != SCEAU_PDF_LEFT)
    x -= sceau_font_set_measure (self->fonts, style->font, style->size, style->tracking, prepared)
         * (align == SCEAU_PDF_CENTRE ? 0.5 : 1.0);
  op = record (self, SCEAU_PDF_OP_TEXT, x, y);
  if (op == NULL)
    return;
  op->font = style->font;
  op->size = style->size;
  op->tracking = style->tracking;
  op->colour = style->colour;
  op->text = g_string_chunk_insert_const (self->texts, prepared);
}

void
sceau_pdf_turned_text (SceauPdf *self, const SceauPdfStyle *style, double degrees, double x, double y, const char *text)
{
  sceau_pdf_save (self);
  sceau_pdf_rotate (self, degrees, x, y);
  sceau_pdf_text (self, style, SCEAU_PDF_CENTRE, x, y + style->size / 3, text);
  sceau_pdf_restore (self);
}

/* --- Vectors ------------------------------------------------------------- */

void
sceau_pdf_move_to (SceauPdf *self, double x, double y)
{
  record (self, SCEAU_PDF_OP_MOVE, x, y);
}

void
sceau_pdf_line_to (SceauPdf *self, double x, double y)
{
  record (self, SCEAU_PDF_OP_LINE, x, y);
}

void
sceau_pdf_curve_to (SceauPdf *self, double x1, double y1, double x2, double y2, double x3, double y3)
{
  SceauPdfOp *op = record (self, SCEAU_PDF_OP_CURVE, x1, y1);

  if (op == NULL)
    return;
  op->x2 = x2;
  op->y2 = y2;
  op->x3 = x3;
  op->y3 = y3;
}

void
sceau_pdf_close_path (SceauPdf *self)
{
  record (self, SCEAU_PDF_OP_CLOSE, 0, 0);
}

void
sceau_pdf_stroke (SceauPdf *self, double width, SceauPdfColour colour)
{
  SceauPdfOp *op = record (self, SCEAU_PDF_OP_STROKE, 0, 0);

  if (op == NULL)
    return;
  op->size = width;
  op->colour = colour;
}

void
sceau_pdf_fill (SceauPdf *self, SceauPdfColour colour)
{
  SceauPdfOp *op = record (self, SCEAU_PDF_OP_FILL, 0, 0);

  if (op != NULL)
    op->colour = colour;
}

static void
rectangle (SceauPdf *self, double x, double y, double width, double height)
{
  SceauPdfOp *op = record (self, SCEAU_PDF_OP_RECTANGLE, x, y);

  if (op == NULL)
    return;
  op->x2 = width;
  op->y2 = height;
}

void
sceau_pdf_line (SceauPdf *self, double x1, double y1, double x2, double y2, double width, SceauPdfColour colour)
{
  sceau_pdf_move_to (self, x1, y1);
  sceau_pdf_line_to (self, x2, y2);
  sceau_pdf_stroke (self, width, colour);
}

void
sceau_pdf_frame (SceauPdf *self, double x, double y, double width, double height, double line, SceauPdfColour colour)
{
  rectangle (self, x, y, width, height);
  sceau_pdf_stroke (self, line, colour);
}

void
sceau_pdf_block (SceauPdf *self, double x, double y, double width, double height, SceauPdfColour colour)
{
  rectangle (self, x, y, width, height);
  sceau_pdf_fill (self, colour);
}

void
sceau_pdf_save (SceauPdf *self)
{
  record (self, SCEAU_PDF_OP_SAVE, 0, 0);
}

void
sceau_pdf_restore (SceauPdf *self)
{
  record (self, SCEAU_PDF_OP_RESTORE, 0, 0);
}

void
sceau_pdf_translate (SceauPdf *self, double x, double y)
{
  record (self, SCEAU_PDF_OP_TRANSLATE, x, y);
}

void
sceau_pdf_rotate (SceauPdf *self, double degrees, double x, double y)
{
  SceauPdfOp *op = record (self, SCEAU_PDF_OP_ROTATE, x, y);

  if (op != NULL)
    op->size = degrees;
}

void
sceau_pdf_set_printed (SceauPdf *self, gboolean printed)
{
  self->printed = printed;
}

/* --- Pictures ------------------------------------------------------------ */

static SceauPdfPicture *
find_known_picture (const GPtrArray *pictures, const SceauPicture *picture, int width, int height, guint *index)
{
  for (*index = 0; *index < pictures->len; *index += 1)
    {
      SceauPdfPicture *known = g_ptr_array_index (pictures, *index);

      if (known->width == width && known->height == height
          && (known->png == picture->png || (picture->png != NULL && g_bytes_equal (known->png, picture->png))))
        return known;
    }
  return NULL;
}

/* The index of @picture among those of the document, or -1 when the document fails over it. */
static int
find_picture (SceauPdf *self, const SceauPicture *picture, int width, int height)
{
  SceauPdfPicture *decoded = NULL;
  guint index;

  if (find_known_picture (self->pictures, picture, width, height, &index) != NULL)
    return index;
  if (self->specimen != NULL)
    decoded = find_known_picture (self->specimen->pictures, picture, width, height, &index);
  decoded = decoded != NULL ? g_atomic_rc_box_acquire (decoded) : sceau_pdf_picture_decode (picture, width, height, &self->error);
  if (decoded == NULL)
    return -1;
  g_ptr_array_add (self->pictures, decoded);
  return self->pictures->len - 1;
}

void
sceau_pdf_image (SceauPdf *self, const SceauPicture *picture, double x, double y, double width, double height)
{
  SceauPdfOp *op = NULL;
  int wanted_width, wanted_height;
  int index;

  sceau_pdf_picture_size (picture, width, height, &wanted_width, &wanted_height);
  index = self->error == NULL ? find_picture (self, picture, wanted_width, wanted_height) : -1;
  if (index >= 0)
    op = record (self, SCEAU_PDF_OP_IMAGE, x, y);
  if (op == NULL)
    return;
  op->shared = index;
  op->x2 = width;
  op->y2 = height;
}

void
sceau_pdf_qr (SceauPdf *self, double x, double y, double size, const char *text)
{
  const gsize length = strlen (text);
  SceauPdfOp *op;

  if (self->error == NULL && (length == 0 || length > SCEAU_PDF_QR_MAX))
    g_set_error (&self->error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_IO,
                 _("A QR code cannot hold %zu bytes, only 1 to %d: shorten what it says."), length, SCEAU_PDF_QR_MAX);
  op = record (self, SCEAU_PDF_OP_QR, x, y);
  if (op == NULL)
    return;
  op->size = size;
  op->text = g_string_chunk_insert (self->texts, text);
}

void
sceau_pdf_bookmark (SceauPdf *self, const char *title)
{
  SceauPdfBookmark bookmark = { NULL, 0 };

  g_return_if_fail (self->page != NULL);

  if (!g_ptr_array_find (self->pages, self->under != NULL ? self->under : self->page, &bookmark.page))
    return;
  bookmark.title = g_utf8_normalize (title, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  if (bookmark.title != NULL)
    g_array_append_val (self->bookmarks, bookmark);
}

/* --- Shared drawings ----------------------------------------------------- */

static void
place_shared (SceauPdf *self, guint index)
{
  SceauPdfOp *op = record (self, SCEAU_PDF_OP_SHARED, 0, 0);

  if (op != NULL)
    op->shared = index;
}

static SceauPdfPage *
find_shared (const SceauPdf *self, const char *key, const SceauPdfPage *page, guint *index)
{
  for (*index = 0; *index < self->shared->len; *index += 1)
    {
      SceauPdfPage *drawing = g_ptr_array_index (self->shared, *index);

      if (g_str_equal (drawing->key, key) && drawing->width == page->width && drawing->height == page->height)
        return drawing;
    }
  return NULL;
}

gboolean
sceau_pdf_begin_shared (SceauPdf *self, const char *key)
{
  SceauPdfPage *drawing;
  guint index;

  g_return_val_if_fail (self->page != NULL && self->under == NULL, FALSE);

  drawing = find_shared (self, key, self->page, &index);
  if (drawing == NULL && self->specimen != NULL)
    {
      drawing = find_shared (self->specimen, key, self->page, &index);
      index = self->shared->len;
      if (drawing != NULL)
        g_ptr_array_add (self->shared, g_atomic_rc_box_acquire (drawing));
    }
  place_shared (self, index);
  if (drawing != NULL)
    return FALSE;
  drawing = new_page (key, self->page->width, self->page->height);
  g_ptr_array_add (self->shared, drawing);
  self->under = self->page;
  self->page = drawing;
  return TRUE;
}

void
sceau_pdf_end_shared (SceauPdf *self)
{
  g_return_if_fail (self->under != NULL);

  self->page = g_steal_pointer (&self->under);
}

/* --- The end ------------------------------------------------------------- */

char *
sceau_pdf_name_of (char kind, GBytes *content)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  return g_strdup_printf ("%c%.10s", kind, sum);
}

gboolean
sceau_pdf_told_error (const SceauPdf *self, GError **error)
{
  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  return self->error != NULL;
}

GBytes *
sceau_pdf_finish (SceauPdf *self, GError **error)
{
  g_return_val_if_fail (self->error != NULL || self->pages->len > 0, NULL);

  return sceau_pdf_told_error (self, error) ? NULL : sceau_pdf_write (self, error);
}
