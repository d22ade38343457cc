/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The only file that calls libharu (2.3 or later): through the objects of hpdf_objects.h.  What that library really
 * does, and what it is not asked for, is in README.md here. */

#include "sceau-pdf-objects-private.h"

#include <glib/gi18n-lib.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <string.h>

typedef struct
{
  SceauPdfObjects *made;
  HPDF_Doc doc;   /* for its memory and its errors; never written */
  HPDF_Xref xref; /* where our objects get their numbers */
  GError *error;  /* the first */
} Maker;

static void
keep_error (HPDF_STATUS number, HPDF_STATUS detail, void *data)
{
  Maker *self = data;

  /* After its first error libharu answers an error to every call: only the first tells why. */
  if (self->error == NULL)
    g_set_error (&self->error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_IO,
                 _("The PDF cannot be made (libharu error 0x%04lX, detail %lu): there may not be enough memory."),
                 (unsigned long) number, (unsigned long) detail);
}

static guint
number_of (gpointer object)
{
  return ((HPDF_Obj_Header *) object)->obj_id & 0x00FFFFFF;
}

/* libharu answers NULL when memory is short, and its handler has the error then: callers look at that between
 * objects, for its calls bear no NULL. */
static HPDF_Dict
new_dict (Maker *self)
{
  HPDF_Dict dict = self->error == NULL ? HPDF_Dict_New (self->doc->mmgr) : NULL;

  if (dict != NULL && HPDF_Xref_Add (self->xref, dict) == HPDF_OK)
    return dict;
  return NULL;
}

static HPDF_Dict
new_stream (Maker *self, GBytes *bytes)
{
  HPDF_Dict stream = self->error == NULL ? HPDF_DictStream_New (self->doc->mmgr, self->xref) : NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (stream == NULL)
    return NULL;
  stream->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
  HPDF_Stream_Write (stream->stream, data, length);
  return stream;
}

static void
add_string (Maker *self, HPDF_Dict to, const char *key, const char *text)
{
  HPDF_Dict_Add (to, key, HPDF_String_New (self->doc->mmgr, text, NULL));
}

static void
add_numbers (Maker *self, HPDF_Dict to, const char *key, const int *numbers, guint n)
{
  HPDF_Array array = HPDF_Array_New (self->doc->mmgr);

  HPDF_Dict_Add (to, key, array);
  for (guint i = 0; i < n && self->error == NULL; i++)
    HPDF_Array_AddNumber (array, numbers[i]);
}

/* --- Fonts --------------------------------------------------------------- */

/* Runs of glyphs in a row, each with its widths: ISO 32000-1, 9.7.4.3. */
static void
add_widths (Maker *self, HPDF_Dict to, const SceauFontFace *face, const SceauGlyphs *glyphs)
{
  hb_font_t *font = hb_font_create (face->whole);
  HPDF_Array widths = HPDF_Array_New (self->doc->mmgr);
  HPDF_Array run = NULL;
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
  hb_codepoint_t last = 0;

  HPDF_Dict_Add (to, "W", widths);
  while (self->error == NULL && hb_set_next (glyphs->set, &glyph))
    {
      if (run == NULL || glyph != last + 1)
        {
          run = HPDF_Array_New (self->doc->mmgr);
          HPDF_Array_AddNumber (widths, glyph);
          HPDF_Array_Add (widths, run);
        }
      if (run != NULL)
        HPDF_Array_AddReal (run, sceau_font_face_advance (face, font, glyph));
      last = glyph;
    }
  hb_font_destroy (font);
}

static HPDF_Dict
make_descriptor (Maker *self, const SceauFontFace *face, const char *name, HPDF_Dict file)
{
  HPDF_Dict descriptor = new_dict (self);

  if (descriptor == NULL)
    return NULL;
  HPDF_Dict_AddName (descriptor, "Type", "FontDescriptor");
  HPDF_Dict_AddName (descriptor, "FontName", name);
  HPDF_Dict_AddNumber (descriptor, "Flags", 4); /* symbolic: codes are glyphs */
  add_numbers (self, descriptor, "FontBBox", face->box, 4);
  HPDF_Dict_AddNumber (descriptor, "ItalicAngle", face->slant);
  HPDF_Dict_AddNumber (descriptor, "Ascent", face->ascent);
  HPDF_Dict_AddNumber (descriptor, "Descent", face->descent);
  HPDF_Dict_AddNumber (descriptor, "CapHeight", face->cap_height);
  HPDF_Dict_AddNumber (descriptor, "StemV", 80);
  HPDF_Dict_Add (descriptor, "FontFile2", file);
  return descriptor;
}

static HPDF_Dict
make_descendant (Maker *self, const SceauFontFace *face, const SceauGlyphs *glyphs, const char *name, HPDF_Dict descriptor)
{
  HPDF_Dict descendant = new_dict (self);
  HPDF_Dict system = descendant != NULL ? HPDF_Dict_New (self->doc->mmgr) : NULL;

  if (system == NULL)
    return NULL;
  add_string (self, system, "Registry", "Adobe");
  add_string (self, system, "Ordering", "Identity");
  HPDF_Dict_AddNumber (system, "Supplement", 0);
  HPDF_Dict_AddName (descendant, "Type", "Font");
  HPDF_Dict_AddName (descendant, "Subtype", "CIDFontType2");
  HPDF_Dict_AddName (descendant, "BaseFont", name);
  HPDF_Dict_Add (descendant, "CIDSystemInfo", system);
  HPDF_Dict_AddName (descendant, "CIDToGIDMap", "Identity");
  HPDF_Dict_Add (descendant, "FontDescriptor", descriptor);
  add_widths (self, descendant, face, glyphs);
  return descendant;
}

/* A composite font whose codes are glyphs: ISO 32000-1, 9.7. */
static guint
make_font (Maker *self, const SceauFontFace *face, const SceauGlyphs *glyphs)
{
  g_autoptr (GBytes) cut = self->error == NULL ? sceau_font_face_cut (face, glyphs->set, &self->error) : NULL;
  g_autofree char *map = sceau_glyphs_unicode_map (glyphs);
  g_autoptr (GBytes) map_bytes = g_bytes_new (map, strlen (map));
  g_autofree char *name = NULL;
  char tag[7];
  HPDF_Dict file, unicode, descriptor, descendant, font;
  HPDF_Array descendants;

  if (cut == NULL)
    return 0;
  sceau_glyphs_tag (glyphs, tag);
  name = g_strdup_printf ("%s+%s", tag, face->name);
  file = new_stream (self, cut);
  if (file != NULL)
    HPDF_Dict_AddNumber (file, "Length1", g_bytes_get_size (cut));
  unicode = new_stream (self, map_bytes);
  descriptor = unicode != NULL ? make_descriptor (self, face, name, file) : NULL;
  descendant = descriptor != NULL ? make_descendant (self, face, glyphs, name, descriptor) : NULL;
  font = descendant != NULL ? new_dict (self) : NULL;
  descendants = font != NULL ? HPDF_Array_New (self->doc->mmgr) : NULL;
  if (descendants == NULL)
    return 0;
  HPDF_Array_Add (descendants, descendant);
  HPDF_Dict_AddName (font, "Type", "Font");
  HPDF_Dict_AddName (font, "Subtype", "Type0");
  HPDF_Dict_AddName (font, "BaseFont", name);
  HPDF_Dict_AddName (font, "Encoding", "Identity-H");
  HPDF_Dict_Add (font, "DescendantFonts", descendants);
  HPDF_Dict_Add (font, "ToUnicode", unicode);
  return number_of (font);
}

static void
make_fonts (Maker *self, SceauGlyphs *const *glyphs)
{
  for (guint i = 0; i < SCEAU_N_FACES && self->error == NULL; i++)
    {
      const SceauFontFace *face = NULL;

      if (sceau_glyphs_empty (glyphs[i]))
        continue;
      face = sceau_font_face_open (i, &self->error);
      if (face != NULL)
        self->made->fonts[i] = make_font (self, face, glyphs[i]);
    }
}

/* --- Pictures and drawings ----------------------------------------------- */

static void
add_name (Maker *self, const char *name, HPDF_Dict object)
{
  const guint number = number_of (object);

  g_ptr_array_add (self->made->names, g_strdup (name));
  g_array_append_val (self->made->numbers, number);
}

/* How the rows are predicted: ISO 32000-1, 7.4.4.3. */
static void
add_prediction (Maker *self, HPDF_Dict image, const SceauPdfPicture *picture)
{
  HPDF_Array filters = HPDF_Array_New (self->doc->mmgr);
  HPDF_Dict prediction = HPDF_Dict_New (self->doc->mmgr);

  if (filters == NULL || prediction == NULL)
    return;
  HPDF_Dict_Add (image, "DecodeParms", filters); /* a list, since libharu says the filter in one */
  HPDF_Array_Add (filters, prediction);
  HPDF_Dict_AddNumber (prediction, "Predictor", 15);
  HPDF_Dict_AddNumber (prediction, "Colors", picture->n_channels);
  HPDF_Dict_AddNumber (prediction, "Columns", picture->width);
}

static void
make_picture (Maker *self, const SceauPdfPicture *picture)
{
  HPDF_Dict image = new_stream (self, picture->pixels);

  if (image == NULL)
    return;
  HPDF_Dict_AddName (image, "Type", "XObject");
  HPDF_Dict_AddName (image, "Subtype", "Image");
  HPDF_Dict_AddNumber (image, "Width", picture->width);
  HPDF_Dict_AddNumber (image, "Height", picture->height);
  HPDF_Dict_AddName (image, "ColorSpace", picture->n_channels == 1 ? "DeviceGray" : "DeviceRGB");
  HPDF_Dict_AddNumber (image, "BitsPerComponent", 8);
  if (picture->predicted)
    add_prediction (self, image, picture);
  add_name (self, picture->name, image);
}

static void
make_drawing (Maker *self, const SceauPdfPage *drawing)
{
  HPDF_Dict form = new_stream (self, drawing->content);
  HPDF_Array box = form != NULL ? HPDF_Array_New (self->doc->mmgr) : NULL;

  if (box == NULL)
    return;
  HPDF_Dict_AddName (form, "Type", "XObject");
  HPDF_Dict_AddName (form, "Subtype", "Form");
  HPDF_Dict_Add (form, "BBox", box);
  HPDF_Array_AddNumber (box, 0);
  HPDF_Array_AddNumber (box, 0);
  HPDF_Array_AddReal (box, drawing->width);
  HPDF_Array_AddReal (box, drawing->height);
  HPDF_Dict_Add (form, "Resources", HPDF_Dict_New (self->doc->mmgr));
  add_name (self, drawing->name, form);
}

/* ISO 19005-2, 6.2.3: what the colours of the pages mean. */
static void
make_intent (Maker *self)
{
  g_autoptr (GBytes) bytes = sceau_pdf_srgb_profile ();
  HPDF_Dict profile = new_stream (self, bytes);
  HPDF_Dict intent = profile != NULL ? new_dict (self) : NULL;

  if (intent == NULL)
    return;
  HPDF_Dict_AddNumber (profile, "N", 3);
  HPDF_Dict_AddName (intent, "Type", "OutputIntent");
  HPDF_Dict_AddName (intent, "S", "GTS_PDFA1");
  add_string (self, intent, "OutputConditionIdentifier", "sRGB");
  add_string (self, intent, "Info", "sRGB IEC61966-2.1");
  HPDF_Dict_Add (intent, "DestOutputProfile", profile);
  self->made->intent = number_of (intent);
}

/* --- Their bytes --------------------------------------------------------- */

static HPDF_UINT32
class_of (gpointer object)
{
  return ((HPDF_Obj_Header *) object)->obj_class & HPDF_OCLASS_ANY;
}

static GByteArray *
written (Maker *self, gpointer object)
{
  HPDF_Stream memory = HPDF_MemStream_New (self->doc->mmgr, 65536);
  GByteArray *bytes = g_byte_array_new ();

  if (memory == NULL)
    return bytes;
  HPDF_Obj_WriteValue (object, memory, NULL);
  for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount (memory); i++)
    {
      HPDF_UINT length = 0;
      const HPDF_BYTE *data = HPDF_MemStream_GetBufPtr (memory, i, &length);

      g_byte_array_append (bytes, data, length);
    }
  HPDF_Stream_Free (memory);
  return bytes;
}

/* Without the spaces that stand beside a delimiter: what is asked for is in names, numbers and lists, never in strings. */
static void
append_tight (GString *to, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      const gboolean is_space = *at == ' ' || *at == '\n';
      const gboolean after_delimiter = to->len > 0 && strchr ("[]<>", to->str[to->len - 1]) != NULL;

      if (!is_space)
        g_string_append_c (to, *at);
      else if (!after_delimiter && strchr ("/[]<> \n", at[1]) == NULL)
        g_string_append_c (to, ' ');
    }
}

/* libharu writes the length of a stream as an object of its own; a reader that must unpack objects to learn how long
 * a stream is may stumble: it is put in its place, and that object is left out. */
static GByteArray *
say_length (HPDF_Dict stream, const GByteArray *bytes)
{
  static const char keyword[] = ">>\nstream\r\n";
  const HPDF_Number length = HPDF_Dict_GetItem (stream, "Length", HPDF_OCLASS_NUMBER);
  g_autofree char *told = g_strdup_printf ("/Length %u 0 R", number_of (length));
  const char *data = (const char *) bytes->data;
  const char *end = g_strstr_len (data, bytes->len, keyword);
  g_autofree char *entries = end != NULL ? g_strndup (data, end - data) : NULL;
  const char *at = entries != NULL ? strstr (entries, told) : NULL;
  g_autoptr (GString) head = g_string_new (NULL);
  GByteArray *said = g_byte_array_new ();

  g_assert (at != NULL);
  entries[at - entries] = '\0';
  append_tight (head, entries);
  g_string_append_printf (head, "/Length %d", length->value);
  append_tight (head, at + strlen (told));
  g_string_append (head, ">>\nstream\n");
  end += strlen (keyword);
  g_byte_array_append (said, (const guint8 *) head->str, head->len);
  g_byte_array_append (said, (const guint8 *) end, bytes->len - (end - data));
  return said;
}

static void
take_objects (Maker *self)
{
  const guint n = self->xref->entries->count;

  for (guint i = 0; i < n && self->error == NULL; i++)
    {
      const HPDF_XrefEntry entry = HPDF_List_ItemAt (self->xref->entries, i);
      SceauPdfObject object = { .number = number_of (entry->obj) };
      g_autoptr (GByteArray) bytes = NULL;

      if (class_of (entry->obj) == HPDF_OCLASS_NUMBER)
        continue;
      object.is_stream = class_of (entry->obj) == HPDF_OCLASS_DICT && ((HPDF_Dict) entry->obj)->stream != NULL;
      bytes = written (self, entry->obj);
      if (self->error != NULL)
        return;
      object.bytes = g_byte_array_free_to_bytes (object.is_stream ? say_length (entry->obj, bytes) : g_steal_pointer (&bytes));
      g_array_append_val (self->made->objects, object);
    }
  self->made->next += n;
}

static void
make_all (Maker *self, const SceauPdfNeeds *needs)
{
  make_fonts (self, needs->glyphs);
  for (guint i = 0; i < needs->pictures->len; i++)
    make_picture (self, g_ptr_array_index (needs->pictures, i));
  for (guint i = 0; i < needs->drawings->len; i++)
    make_drawing (self, g_ptr_array_index (needs->drawings, i));
  if (needs->with_profile)
    make_intent (self);
  if (self->error == NULL)
    take_objects (self);
}

static void
clear_object (gpointer data)
{
  SceauPdfObject *object = data;

  g_bytes_unref (object->bytes);
}

static SceauPdfObjects *
new_objects (guint first)
{
  SceauPdfObjects *made = g_new0 (SceauPdfObjects, 1);

  made->objects = g_array_new (FALSE, FALSE, sizeof (SceauPdfObject));
  g_array_set_clear_func (made->objects, clear_object);
  made->names = g_ptr_array_new_with_free_func (g_free);
  made->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  made->next = first;
  return made;
}

SceauPdfObjects *
sceau_pdf_objects_new (const SceauPdfNeeds *needs, guint first, GError **error)
{
  g_autoptr (SceauPdfObjects) made = new_objects (first);
  Maker self = { .made = made };

  self.doc = HPDF_New (keep_error, &self);
  if (self.doc != NULL)
    {
      self.xref = HPDF_Xref_New (self.doc->mmgr, first);
      if (self.xref != NULL)
        {
          make_all (&self, needs);
          HPDF_Xref_Free (self.xref);
        }
      HPDF_Free (self.doc);
    }
  else
    keep_error (HPDF_FAILD_TO_ALLOC_MEM, 0, &self);
  if (self.error == NULL)
    return g_steal_pointer (&made);
  g_propagate_error (error, self.error);
  return NULL;
}

void
sceau_pdf_objects_free (SceauPdfObjects *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->objects);
  g_ptr_array_unref (self->names);
  g_array_unref (self->numbers);
  g_free (self);
}
