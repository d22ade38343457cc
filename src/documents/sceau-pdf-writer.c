/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* This file and sceau-pdf-embed.c are the only ones that call libharu (2.3 or later).  What
 * that library really does, and why some of this looks roundabout, is in README.md here. */

#include "sceau-pdf-embed-private.h"
#include "sceau-pdf-picture-private.h"

#include "sceau-config.h"

#include <glib/gi18n-lib.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_pages.h>
#include <math.h>

/* What the page being written has last been told, so that nothing is said twice. */
typedef struct
{
  double line_width;
  double tracking;
  int font;
  double size;
  SceauPdfColour stroke, fill;
} State;

typedef struct
{
  SceauPdf *pdf;
  HPDF_Doc doc;
  HPDF_Page page;
  double height;
  HPDF_Font fonts[SCEAU_N_FACES];
  GPtrArray *shared; /* (element-type HPDF_Dict): written so far, owned by the document */
  GPtrArray *pages; /* (element-type HPDF_Page) */
  GHashTable *images; /* SceauPdfPicture → HPDF_Image */
  GHashTable *shown; /* SceauPdfOp of a text → the operator that shows it */
  GArray *states; /* (element-type State): as saved */
  State state;
  HPDF_STATUS failure; /* the first that libharu told */
  GError *error;  /* the first */
} Writer;

static void
keep_error (HPDF_STATUS number, HPDF_STATUS detail, void *data)
{
  Writer *self = data;

  if (self->error == NULL)
    self->failure = number;
  /* After its first error libharu answers an error to every call: only the first tells why. */
  if (self->error == NULL)
    g_set_error (&self->error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_IO,
                 _("The PDF cannot be made (libharu error 0x%04lX, detail %lu): there may not be enough memory."),
                 (unsigned long) number, (unsigned long) detail);
}

/* --- Fonts --------------------------------------------------------------- */

static gboolean
load_fonts (Writer *self)
{
  for (guint font = 0; font < SCEAU_N_FACES; font++)
    {
      g_autoptr (GError) error = NULL;

      if (!sceau_font_set_is_used (self->pdf->fonts, font))
        continue;
      self->fonts[font] = sceau_pdf_embed_font (self->doc, self->pdf->fonts, font, &error);
      if (self->fonts[font] != NULL)
        continue;
      /* What libharu itself complained of came first and tells more. */
      if (self->error == NULL)
        self->error = g_steal_pointer (&error);
      return FALSE;
    }
  return TRUE;
}

/* --- State --------------------------------------------------------------- */

static const State unknown_state = { .line_width = -1, .font = -1, .stroke = { -1, -1, -1 }, .fill = { -1, -1, -1 } };

static gboolean
same_colour (SceauPdfColour a, SceauPdfColour b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void
set_stroke (Writer *self, double width, SceauPdfColour colour)
{
  if (self->state.line_width != width)
    HPDF_Page_SetLineWidth (self->page, width);
  if (!same_colour (self->state.stroke, colour))
    HPDF_Page_SetRGBStroke (self->page, colour.red, colour.green, colour.blue);
  self->state.line_width = width;
  self->state.stroke = colour;
}

static void
set_fill (Writer *self, SceauPdfColour colour)
{
  if (!same_colour (self->state.fill, colour))
    HPDF_Page_SetRGBFill (self->page, colour.red, colour.green, colour.blue);
  self->state.fill = colour;
}

static void
set_font (Writer *self, const SceauPdfOp *op)
{
  if (self->state.font != op->font || self->state.size != op->size)
    HPDF_Page_SetFontAndSize (self->page, self->fonts[op->font], op->size);
  if (self->state.tracking != op->tracking)
    HPDF_Page_SetCharSpace (self->page, op->tracking);
  self->state.font = op->font;
  self->state.size = op->size;
  self->state.tracking = op->tracking;
}

/* --- Drawing ------------------------------------------------------------- */

/* A hundredth of a point is finer than any printer; more digits are only bytes. */
static double
rounded (double length)
{
  return round (length * 100) / 100;
}

/* PDF counts from the lower left corner. */
static double
up (const Writer *self, double y)
{
  return rounded (self->height - y);
}

static void
append_number (GString *to, const char *format, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (to, g_ascii_formatd (digits, sizeof digits, format, number));
}

/* The letters of one piece as the font's two-byte codes. */
static void
append_letters (GString *to, const char *text, gsize length)
{
  g_string_append_c (to, '<');
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    g_string_append_printf (to, "%04X", g_utf8_get_char (at));
  g_string_append_c (to, '>');
}

/* One operator shows the whole text with its kerning.  libharu has no call for it, and its own
 * HPDF_Page_ShowText() leaves out a text without width, such as an accent on its own. */
static char *
show_pieces (const SceauPdfOp *op, const GArray *pieces)
{
  GString *shown = g_string_new ("[");
  double rise = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const SceauFontPiece *piece = &g_array_index (pieces, SceauFontPiece, i);

      if (piece->rise != rise)
        {
          g_string_append (shown, "]TJ ");
          append_number (shown, "%.2f", piece->rise);
          g_string_append (shown, " Ts [");
          rise = piece->rise;
        }
      if (piece->gap != 0)
        append_number (shown, "%.0f", -piece->gap * 1000 / op->size);
      append_letters (shown, op->text + piece->start, piece->length);
    }
  g_string_append (shown, rise == 0 ? "]TJ\n" : "]TJ 0 Ts\n");
  return g_string_free (shown, FALSE);
}

static guint
hash_text_op (gconstpointer data)
{
  const SceauPdfOp *op = data;

  return g_direct_hash (op->text) ^ (op->font << 8) ^ (guint) (op->size * 1000);
}

/* Equal texts of a document are one string: see sceau_pdf_text(). */
static gboolean
same_text_op (gconstpointer a, gconstpointer b)
{
  const SceauPdfOp *one = a;
  const SceauPdfOp *two = b;

  return one->text == two->text && one->font == two->font && one->size == two->size && one->tracking == two->tracking;
}

/* A batch of parchemins repeats most of its lines on every page: they are shaped once. */
static const char *
find_shown (Writer *self, const SceauPdfOp *op)
{
  char *shown = g_hash_table_lookup (self->shown, op);
  g_autoptr (GArray) pieces = NULL;

  if (shown != NULL)
    return shown;
  pieces = sceau_font_set_shape (self->pdf->fonts, op->font, op->size, op->tracking, op->text);
  shown = show_pieces (op, pieces);
  g_hash_table_insert (self->shown, (gpointer) op, shown);
  return shown;
}

static void
write_text (Writer *self, const SceauPdfOp *op)
{
  const HPDF_PageAttr page_data = self->page->attr;

  HPDF_Page_BeginText (self->page);
  set_fill (self, op->colour);
  set_font (self, op);
  HPDF_Page_MoveTextPos (self->page, rounded (op->x), up (self, op->y));
  HPDF_Stream_WriteStr (page_data->stream, find_shown (self, op));
  HPDF_Page_EndText (self->page);
}

static void
write_rotation (Writer *self, const SceauPdfOp *op)
{
  const double angle = op->size * G_PI / 180;
  const double cosine = cos (angle);
  const double sine = sin (angle);
  const double x = op->x;
  const double y = self->height - op->y;

  HPDF_Page_Concat (self->page, cosine, sine, -sine, cosine,
                    x - cosine * x + sine * y, y - sine * x - cosine * y);
}

static void
save_state (Writer *self)
{
  g_array_append_val (self->states, self->state);
  HPDF_Page_GSave (self->page);
}

static void
restore_state (Writer *self)
{
  g_return_if_fail (self->states->len > 0);

  self->state = g_array_index (self->states, State, self->states->len - 1);
  g_array_set_size (self->states, self->states->len - 1);
  HPDF_Page_GRestore (self->page);
}

/* Colours and widths must be said before a path begins: the path's own calls are held
 * back until its stroke or fill is met. */
static void
write_path_op (Writer *self, const SceauPdfOp *op)
{
  switch ((SceauPdfOpKind) op->kind)
    {
    case SCEAU_PDF_OP_MOVE:
      HPDF_Page_MoveTo (self->page, rounded (op->x), up (self, op->y));
      break;
    case SCEAU_PDF_OP_LINE:
      HPDF_Page_LineTo (self->page, rounded (op->x), up (self, op->y));
      break;
    case SCEAU_PDF_OP_CURVE:
      HPDF_Page_CurveTo (self->page, rounded (op->x), up (self, op->y), rounded (op->x2), up (self, op->y2),
                         rounded (op->x3), up (self, op->y3));
      break;
    case SCEAU_PDF_OP_CLOSE:
      HPDF_Page_ClosePath (self->page);
      break;
    case SCEAU_PDF_OP_RECTANGLE:
      HPDF_Page_Rectangle (self->page, rounded (op->x), up (self, op->y + op->y2), rounded (op->x2), rounded (op->y2));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_path (Writer *self, const SceauPdfOp *ops, guint first, guint end)
{
  if (ops[end].kind == SCEAU_PDF_OP_STROKE)
    set_stroke (self, ops[end].size, ops[end].colour);
  else
    set_fill (self, ops[end].colour);
  for (guint i = first; i < end; i++)
    write_path_op (self, &ops[i]);
  if (ops[end].kind == SCEAU_PDF_OP_STROKE)
    HPDF_Page_Stroke (self->page);
  else
    HPDF_Page_Fill (self->page);
}

/* --- Pictures ------------------------------------------------------------ */

static void
write_image (Writer *self, const SceauPdfOp *op)
{
  const SceauPdfPicture *picture = g_ptr_array_index (self->pdf->pictures, op->shared);
  HPDF_Image image = g_hash_table_lookup (self->images, picture);

  if (image == NULL)
    {
      image = HPDF_LoadRawImageFromMem (self->doc, g_bytes_get_data (picture->pixels, NULL), picture->width, picture->height,
                                        HPDF_CS_DEVICE_RGB, 8);
      if (image == NULL)
        return;
      image->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
      g_hash_table_insert (self->images, (gpointer) picture, image);
    }
  HPDF_Page_DrawImage (self->page, image, rounded (op->x), up (self, op->y + op->y2), rounded (op->x2), rounded (op->y2));
}

static void
write_qr (Writer *self, const SceauPdfOp *op)
{
  const HPDF_PageAttr page_data = self->page->attr;
  g_autoptr (GString) content = g_string_new (NULL);

  if (sceau_pdf_append_qr (content, op->x, self->height - op->y - op->size, op->size, op->text))
    HPDF_Stream_WriteStr (page_data->stream, content->str);
  else
    keep_error (HPDF_FAILD_TO_ALLOC_MEM, 0, self);
}

static void write_shared (Writer *self, guint index);

static void
write_ops (Writer *self, const SceauPdfOp *ops, guint n, gboolean printed)
{
  guint path = 0; /* first call of the path being gathered */

  for (guint i = 0; i < n && self->error == NULL; i++)
    {
      if (ops[i].printed != printed)
        {
          path = i + 1;
          continue;
        }
      switch ((SceauPdfOpKind) ops[i].kind)
        {
        case SCEAU_PDF_OP_MOVE:
        case SCEAU_PDF_OP_LINE:
        case SCEAU_PDF_OP_CURVE:
        case SCEAU_PDF_OP_CLOSE:
        case SCEAU_PDF_OP_RECTANGLE:
          continue;
        case SCEAU_PDF_OP_STROKE:
        case SCEAU_PDF_OP_FILL:
          write_path (self, ops, path, i);
          break;
        case SCEAU_PDF_OP_TEXT:
          write_text (self, &ops[i]);
          break;
        case SCEAU_PDF_OP_SAVE:
          save_state (self);
          break;
        case SCEAU_PDF_OP_RESTORE:
          restore_state (self);
          break;
        case SCEAU_PDF_OP_TRANSLATE:
          HPDF_Page_Concat (self->page, 1, 0, 0, 1, ops[i].x, -ops[i].y);
          break;
        case SCEAU_PDF_OP_SHARED:
          write_shared (self, ops[i].shared);
          break;
        case SCEAU_PDF_OP_ROTATE:
          write_rotation (self, &ops[i]);
          break;
        case SCEAU_PDF_OP_IMAGE:
          write_image (self, &ops[i]);
          break;
        case SCEAU_PDF_OP_QR:
          write_qr (self, &ops[i]);
          break;
        default:
          g_assert_not_reached ();
        }
      path = i + 1;
    }
}

/* libharu has no call that makes a form: what is drawn while the page writes into another
 * stream becomes one. */
static HPDF_Dict
make_shared (Writer *self, const SceauPdfPage *drawing)
{
  const HPDF_PageAttr page_data = self->page->attr;
  const HPDF_Stream page_stream = page_data->stream;
  const HPDF_Box box = { 0, 0, rounded (drawing->width), rounded (drawing->height) };
  const State state = self->state;
  HPDF_Dict form = HPDF_DictStream_New (self->doc->mmgr, self->doc->xref);

  if (form == NULL)
    return NULL;
  form->header.obj_class |= HPDF_OSUBCLASS_XOBJECT;
  form->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
  HPDF_Dict_AddName (form, "Type", "XObject");
  HPDF_Dict_AddName (form, "Subtype", "Form");
  HPDF_Dict_Add (form, "BBox", HPDF_Box_Array_New (self->doc->mmgr, box));
  HPDF_Dict_Add (form, "Resources", HPDF_Dict_New (self->doc->mmgr));
  page_data->stream = form->stream;
  self->state = unknown_state;
  write_ops (self, (const SceauPdfOp *) (gpointer) drawing->ops->data, drawing->ops->len, FALSE);
  page_data->stream = page_stream;
  self->state = state;
  return form;
}

static void
write_shared (Writer *self, guint index)
{
  if (self->shared->len == index)
    g_ptr_array_add (self->shared, make_shared (self, g_ptr_array_index (self->pdf->shared, index)));
  if (self->error == NULL)
    HPDF_Page_ExecuteXObject (self->page, g_ptr_array_index (self->shared, index));
}

static void
write_page (Writer *self, const SceauPdfPage *page)
{
  self->page = HPDF_AddPage (self->doc);
  if (self->error != NULL)
    return;
  HPDF_Page_SetWidth (self->page, rounded (page->width));
  HPDF_Page_SetHeight (self->page, rounded (page->height));
  self->height = rounded (page->height);
  self->state = unknown_state;
  g_ptr_array_add (self->pages, self->page);
  write_ops (self, (const SceauPdfOp *) (gpointer) page->ops->data, page->ops->len, TRUE);
  write_ops (self, (const SceauPdfOp *) (gpointer) page->ops->data, page->ops->len, FALSE);
}

/* --- The document -------------------------------------------------------- */

static void
write_information (Writer *self)
{
  const SceauPdf *pdf = self->pdf;

  /* With the encoder set, libharu writes these as UTF-16; without, accents become rubbish. */
  HPDF_SetCurrentEncoder (self->doc, "UTF-8");
  HPDF_SetInfoAttr (self->doc, HPDF_INFO_CREATOR, "Sceau " SCEAU_VERSION);
  if (pdf->title != NULL)
    HPDF_SetInfoAttr (self->doc, HPDF_INFO_TITLE, pdf->title);
  if (pdf->author != NULL)
    HPDF_SetInfoAttr (self->doc, HPDF_INFO_AUTHOR, pdf->author);
  if (pdf->subject != NULL)
    HPDF_SetInfoAttr (self->doc, HPDF_INFO_SUBJECT, pdf->subject);
  if (pdf->created != SCEAU_NO_DATE)
    {
      const HPDF_Date date = { .year = sceau_date_year (pdf->created), .month = sceau_date_month (pdf->created),
                               .day = sceau_date_day (pdf->created), .ind = 'Z' };

      HPDF_SetInfoDateAttr (self->doc, HPDF_INFO_CREATION_DATE, date);
    }
  /* No public call sets the language that a screen reader speaks. */
  HPDF_Dict_Add (self->doc->catalog, "Lang", HPDF_String_New (self->doc->mmgr, "fr-FR", NULL));
}

static void
write_bookmarks (Writer *self)
{
  const GArray *bookmarks = self->pdf->bookmarks;

  for (guint i = 0; i < bookmarks->len && self->error == NULL; i++)
    {
      const SceauPdfBookmark *bookmark = &g_array_index (bookmarks, SceauPdfBookmark, i);
      HPDF_Outline outline = HPDF_CreateOutline (self->doc, NULL, bookmark->title, HPDF_GetEncoder (self->doc, "UTF-8"));
      HPDF_Destination top = HPDF_Page_CreateDestination (g_ptr_array_index (self->pages, bookmark->page));

      if (self->error == NULL)
        HPDF_Outline_SetDestination (outline, top);
    }
}

static GBytes *
take_bytes (Writer *self)
{
  GByteArray *bytes;
  HPDF_UINT32 left;

  HPDF_SaveToStream (self->doc);
  if (self->error != NULL)
    return NULL;
  left = HPDF_GetStreamSize (self->doc);
  bytes = g_byte_array_sized_new (left);
  HPDF_ResetStream (self->doc);
  while (left > 0)
    {
      guint8 chunk[16384];
      HPDF_UINT32 size = MIN (left, sizeof chunk);

      HPDF_ReadFromStream (self->doc, chunk, &size);
      if (size == 0)
        break;
      g_byte_array_append (bytes, chunk, size);
      left -= size;
    }
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
write_document (Writer *self)
{
  HPDF_UseUTFEncodings (self->doc);
  HPDF_SetCompressionMode (self->doc, HPDF_COMP_ALL);
  write_information (self);
  if (!load_fonts (self))
    return NULL;
  for (guint i = 0; i < self->pdf->pages->len && self->error == NULL; i++)
    write_page (self, g_ptr_array_index (self->pdf->pages, i));
  write_bookmarks (self);
  return self->error == NULL ? take_bytes (self) : NULL;
}

static GBytes *
write_once (SceauPdf *pdf, HPDF_STATUS *failure, GError **error)
{
  Writer self = { .pdf = pdf };
  GBytes *bytes = NULL;

  self.shared = g_ptr_array_new ();
  self.pages = g_ptr_array_new ();
  self.images = g_hash_table_new (NULL, NULL);
  self.shown = g_hash_table_new_full (hash_text_op, same_text_op, NULL, g_free);
  self.states = g_array_new (FALSE, FALSE, sizeof (State));
  self.doc = HPDF_New (keep_error, &self);
  if (self.doc != NULL)
    {
      bytes = write_document (&self);
      HPDF_Free (self.doc);
    }
  g_ptr_array_unref (self.shared);
  g_ptr_array_unref (self.pages);
  g_hash_table_unref (self.images);
  g_hash_table_unref (self.shown);
  g_array_unref (self.states);
  *failure = self.failure;
  if (self.error != NULL)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      g_propagate_error (error, self.error);
    }
  return bytes;
}

/* A letter that no page shows: the faces of the document grow by it. */
static void
add_spare_letter (SceauPdf *pdf, const char *letter)
{
  for (guint font = 0; font < SCEAU_N_FACES; font++)
    if (sceau_font_set_is_used (pdf->fonts, font))
      sceau_font_set_use (pdf->fonts, font, letter);
}

/* libharu 2.3 cannot embed a face whose size is a whole number of its buffers (4096 bytes): it goes to the end of
 * the last one, finds no next, and says that an object is invalid.  One face in a thousand is of such a size. */
GBytes *
sceau_pdf_write (SceauPdf *pdf, GError **error)
{
  static const char *const spare[] = { "Q", "X", "Z", "W", "K", "Y", "J", "q", "x", "z", "w", "k", "y", "j", "@", "#" };

  for (guint i = 0;; i++)
    {
      HPDF_STATUS failure = HPDF_OK;
      g_autoptr (GError) local = NULL;
      GBytes *bytes = write_once (pdf, &failure, &local);

      if (bytes != NULL)
        return bytes;
      if (failure != HPDF_INVALID_OBJECT || i == G_N_ELEMENTS (spare))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      add_spare_letter (pdf, spare[i]);
    }
}
