/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-pdf-file-private.h"

#include "sceau-pdf-metadata-private.h"

/* Kids of one node of the page tree. */
#define MOST_KIDS 64

/* Printed parts that are remembered: papers of one kind have few, and memory must not grow with their number. */
#define MOST_PRINTED 256

/* Numbers that are the same in every file. */
enum
{
  CATALOG = 1,
  PAGES,
  INFORMATION,
  METADATA,
  RESOURCES,
  OUTLINES,
  FIRST_FREE
};

/* --- Resources ----------------------------------------------------------- */

static void
append_fonts (GString *to, const SceauPdfObjects *objects, const char *suffix)
{
  for (guint i = 0; i < SCEAU_N_FACES; i++)
    if (objects->fonts[i] != 0)
      g_string_append_printf (to, "/F%u%s %u 0 R", i, suffix, objects->fonts[i]);
}

static void
append_names (GString *to, const SceauPdfObjects *objects)
{
  for (guint i = 0; i < objects->names->len; i++)
    g_string_append_printf (to, "/%s %u 0 R", (const char *) g_ptr_array_index (objects->names, i),
                            g_array_index (objects->numbers, guint, i));
}

/* A text names the font of the head first: a face that the head lacks goes by that name too. */
static void
append_missing_fonts (GString *to, const SceauPdfObjects *objects, const SceauPdfObjects *more)
{
  for (guint i = 0; i < SCEAU_N_FACES; i++)
    if (objects->fonts[i] == 0 && more->fonts[i] != 0)
      g_string_append_printf (to, "/F%u %u 0 R", i, more->fonts[i]);
}

/* @more: of this file beyond the head, or NULL. */
static void
pack_resources (SceauPdfEmitter *emitter, guint number, const SceauPdfObjects *objects, const SceauPdfObjects *more)
{
  g_autoptr (GString) to = g_string_new ("<</Font<<");

  append_fonts (to, objects, "");
  if (more != NULL)
    {
      append_fonts (to, more, "X");
      append_missing_fonts (to, objects, more);
    }
  g_string_append (to, ">>/XObject<<");
  append_names (to, objects);
  if (more != NULL)
    append_names (to, more);
  g_string_append (to, ">>>>");
  sceau_pdf_emitter_pack (emitter, number, to->str, to->len);
}

static void
emit_objects (SceauPdfEmitter *emitter, const SceauPdfObjects *objects, guint first)
{
  sceau_pdf_emitter_reserve (emitter, objects->next - first);
  for (guint i = 0; i < objects->objects->len; i++)
    {
      const SceauPdfObject *object = &g_array_index (objects->objects, SceauPdfObject, i);
      gsize length;
      const char *data = g_bytes_get_data (object->bytes, &length);

      if (object->is_stream)
        sceau_pdf_emitter_object (emitter, object->number, data, length);
      else
        sceau_pdf_emitter_pack (emitter, object->number, data, length);
    }
}

/* --- The head ------------------------------------------------------------ */

SceauPdfHead *
sceau_pdf_head_new (SceauGlyphs *const *glyphs, const SceauPdf *pdf, GConverter *deflater, GError **error)
{
  const SceauPdfNeeds needs = { glyphs, pdf->pictures, pdf->shared, TRUE };
  g_autoptr (SceauPdfHead) self = g_new0 (SceauPdfHead, 1);

  self->emitter = sceau_pdf_emitter_new (deflater);
  sceau_pdf_emitter_reserve (self->emitter, FIRST_FREE - 1);
  self->objects = sceau_pdf_objects_new (&needs, FIRST_FREE, error);
  if (self->objects == NULL)
    return NULL;
  self->resources = RESOURCES;
  emit_objects (self->emitter, self->objects, FIRST_FREE);
  pack_resources (self->emitter, RESOURCES, self->objects, NULL);
  sceau_pdf_emitter_flush_packed (self->emitter);
  sceau_pdf_emitter_sum (self->emitter);
  return g_steal_pointer (&self);
}

void
sceau_pdf_head_free (SceauPdfHead *self)
{
  if (self == NULL)
    return;
  sceau_pdf_objects_free (self->objects);
  sceau_pdf_emitter_free (self->emitter);
  g_free (self);
}

/* --- Pages that are set -------------------------------------------------- */

struct _SceauPdfPrinted
{
  GMutex lock;
  GHashTable *deflated; /* (element-type GBytes GBytes): operators → the same deflated */
};

SceauPdfPrinted *
sceau_pdf_printed_new (void)
{
  SceauPdfPrinted *self = g_new0 (SceauPdfPrinted, 1);

  g_mutex_init (&self->lock);
  self->deflated = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                                          (GDestroyNotify) g_bytes_unref);
  return self;
}

void
sceau_pdf_printed_free (SceauPdfPrinted *self)
{
  if (self == NULL)
    return;
  g_mutex_clear (&self->lock);
  g_hash_table_unref (self->deflated);
  g_free (self);
}

static GBytes *
deflate_printed (SceauPdfPrinted *self, GConverter *deflater, const GString *content)
{
  g_autoptr (GBytes) key = g_bytes_new (content->str, content->len);
  GBytes *deflated;

  g_mutex_lock (&self->lock);
  deflated = g_hash_table_lookup (self->deflated, key);
  if (deflated != NULL)
    g_bytes_ref (deflated);
  g_mutex_unlock (&self->lock);
  if (deflated != NULL)
    return deflated;
  deflated = sceau_pdf_deflate (deflater, content->str, content->len);
  g_mutex_lock (&self->lock);
  if (g_hash_table_size (self->deflated) < MOST_PRINTED)
    g_hash_table_replace (self->deflated, g_bytes_ref (key), g_bytes_ref (deflated));
  g_mutex_unlock (&self->lock);
  return deflated;
}

static void
free_bytes (gpointer bytes)
{
  g_clear_pointer (&bytes, g_bytes_unref);
}

static gboolean
set_page (SceauPdfSetPages *self, SceauPdfSetter *setter, GConverter *deflater, SceauPdfPrinted *printed, const SceauPdfPage *page,
          GError **error)
{
  g_autoptr (GString) under = g_string_new (NULL);
  g_autoptr (GString) own = g_string_sized_new (4096);

  if (!sceau_pdf_setter_page (setter, self->pdf, page, TRUE, under, error)
      || !sceau_pdf_setter_page (setter, self->pdf, page, FALSE, own, error))
    return FALSE;
  g_ptr_array_add (self->printed, under->len > 0 ? deflate_printed (printed, deflater, under) : NULL);
  g_ptr_array_add (self->own, sceau_pdf_deflate (deflater, own->str, own->len));
  return TRUE;
}

SceauPdfSetPages *
sceau_pdf_set_pages_new (SceauPdfSetter *setter, GConverter *deflater, SceauPdfPrinted *printed, const SceauPdf *pdf, GError **error)
{
  g_autoptr (SceauPdfSetPages) self = g_new0 (SceauPdfSetPages, 1);
  gboolean set;

  self->pdf = pdf;
  self->printed = g_ptr_array_new_with_free_func (free_bytes);
  self->own = g_ptr_array_new_with_free_func (free_bytes);
  set = sceau_pdf_setter_shared (setter, pdf, error);
  for (guint i = 0; i < pdf->pages->len && set; i++)
    set = set_page (self, setter, deflater, printed, g_ptr_array_index (pdf->pages, i), error);
  for (guint i = 0; i < SCEAU_N_FACES && set; i++)
    if (pdf->reserved[i] != NULL)
      set = sceau_pdf_setter_reserve (setter, i, pdf->reserved[i]->str, error);
  for (guint i = 0; i < SCEAU_N_FACES; i++)
    self->glyphs[i] = sceau_pdf_setter_take_glyphs (setter, i);
  return set ? g_steal_pointer (&self) : NULL;
}

void
sceau_pdf_set_pages_free (SceauPdfSetPages *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->printed);
  g_ptr_array_unref (self->own);
  for (guint i = 0; i < SCEAU_N_FACES; i++)
    sceau_glyphs_free (self->glyphs[i]);
  g_free (self);
}

/* --- A file -------------------------------------------------------------- */

typedef struct
{
  char *title;
  guint page; /* its number */
} Bookmark;

struct _SceauPdfFile
{
  const SceauPdfHead *head;
  SceauPdfEmitter *emitter;
  GHashTable *printed;   /* (element-type GBytes): deflated → number of its stream */
  GArray *nodes;         /* (element-type guint): of the page tree */
  GString *kids;         /* of the last node */
  guint n_kids;
  guint n_pages;
  GArray *bookmarks;     /* (element-type Bookmark) */

  /* Beyond the head. */
  guint resources;       /* 0: nothing is */
  SceauGlyphs *glyphs[SCEAU_N_FACES];
  GPtrArray *pictures;   /* (element-type SceauPdfPicture) */
  GPtrArray *drawings;   /* (element-type SceauPdfPage) */
  GHashTable *names;     /* of both (element-type utf8): a set */
};

static void
clear_bookmark (gpointer data)
{
  Bookmark *bookmark = data;

  g_free (bookmark->title);
}

SceauPdfFile *
sceau_pdf_file_new (const SceauPdfHead *head, GConverter *deflater)
{
  SceauPdfFile *self = g_new0 (SceauPdfFile, 1);

  self->head = head;
  self->emitter = sceau_pdf_emitter_copy (head->emitter, deflater);
  self->printed = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, free_bytes, NULL);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->kids = g_string_new (NULL);
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (Bookmark));
  g_array_set_clear_func (self->bookmarks, clear_bookmark);
  for (guint i = 0; i < SCEAU_N_FACES; i++)
    self->glyphs[i] = sceau_glyphs_new ();
  self->pictures = g_ptr_array_new_with_free_func (sceau_pdf_release_picture);
  self->drawings = g_ptr_array_new_with_free_func (sceau_pdf_release_page);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < head->objects->names->len; i++)
    g_hash_table_add (self->names, g_ptr_array_index (head->objects->names, i));
  return self;
}

void
sceau_pdf_file_free (SceauPdfFile *self)
{
  if (self == NULL)
    return;
  sceau_pdf_emitter_free (self->emitter);
  g_hash_table_unref (self->printed);
  g_array_unref (self->nodes);
  g_string_free (self->kids, TRUE);
  g_array_unref (self->bookmarks);
  for (guint i = 0; i < SCEAU_N_FACES; i++)
    sceau_glyphs_free (self->glyphs[i]);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->pictures);
  g_ptr_array_unref (self->drawings);
  g_free (self);
}

/* --- Adding -------------------------------------------------------------- */

/* Notes what the pages need beyond the head.  Returns the number of their resources. */
static guint
note_needs (SceauPdfFile *self, const SceauPdfSetPages *pages)
{
  gboolean more = FALSE;

  for (guint i = 0; i < SCEAU_N_FACES; i++)
    {
      more |= !sceau_glyphs_empty (pages->glyphs[i]);
      sceau_glyphs_merge (self->glyphs[i], pages->glyphs[i]);
    }
  for (guint i = 0; i < pages->pdf->pictures->len; i++)
    {
      SceauPdfPicture *picture = g_ptr_array_index (pages->pdf->pictures, i);

      if (g_hash_table_contains (self->names, picture->name))
        continue;
      g_ptr_array_add (self->pictures, g_atomic_rc_box_acquire (picture));
      g_hash_table_add (self->names, picture->name);
    }
  for (guint i = 0; i < pages->pdf->shared->len; i++)
    {
      SceauPdfPage *drawing = g_ptr_array_index (pages->pdf->shared, i);

      if (g_hash_table_contains (self->names, drawing->name))
        continue;
      g_ptr_array_add (self->drawings, g_atomic_rc_box_acquire (drawing));
      g_hash_table_add (self->names, drawing->name);
    }
  more |= self->pictures->len > 0 || self->drawings->len > 0;
  if (more && self->resources == 0)
    self->resources = sceau_pdf_emitter_reserve (self->emitter, 1);
  return more ? self->resources : self->head->resources;
}

static void
emit_deflated (SceauPdfFile *self, guint number, GBytes *bytes)
{
  sceau_pdf_emitter_stream (self->emitter, number, "/Filter/FlateDecode", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The number of the stream of what is printed: in the file once. */
static guint
emit_printed (SceauPdfFile *self, GBytes *printed)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->printed, printed));

  if (number != 0)
    return number;
  number = sceau_pdf_emitter_reserve (self->emitter, 1);
  emit_deflated (self, number, printed);
  if (g_hash_table_size (self->printed) < MOST_PRINTED)
    g_hash_table_insert (self->printed, g_bytes_ref (printed), GUINT_TO_POINTER (number));
  return number;
}

static void
end_node (SceauPdfFile *self)
{
  g_autofree char *value = NULL;

  if (self->n_kids == 0)
    return;
  value = g_strdup_printf ("<</Type/Pages/Parent %d 0 R/Count %u/Kids[%s]>>", PAGES, self->n_kids, self->kids->str);
  sceau_pdf_emitter_pack (self->emitter, g_array_index (self->nodes, guint, self->nodes->len - 1), value, strlen (value));
  g_string_truncate (self->kids, 0);
  self->n_kids = 0;
}

/* The node of the page tree that page @number goes to. */
static guint
find_parent (SceauPdfFile *self, guint number)
{
  if (self->n_kids == MOST_KIDS)
    end_node (self);
  if (self->n_kids == 0)
    {
      const guint node = sceau_pdf_emitter_reserve (self->emitter, 1);

      g_array_append_val (self->nodes, node);
    }
  g_string_append_printf (self->kids, "%s%u 0 R", self->n_kids > 0 ? " " : "", number);
  self->n_kids++;
  self->n_pages++;
  return g_array_index (self->nodes, guint, self->nodes->len - 1);
}

static guint
add_page (SceauPdfFile *self, const SceauPdfPage *page, GBytes *printed, GBytes *own, guint resources)
{
  const guint under = printed != NULL ? emit_printed (self, printed) : 0;
  const guint content = sceau_pdf_emitter_reserve (self->emitter, 2);
  const guint number = content + 1;
  g_autoptr (GString) value = g_string_new (NULL);

  emit_deflated (self, content, own);
  g_string_printf (value, "<</Type/Page/Parent %u 0 R/MediaBox[0 0 ", find_parent (self, number));
  sceau_pdf_append_number (value, page->width);
  sceau_pdf_append_number (value, page->height);
  g_string_append (value, "]/Contents[");
  if (under != 0)
    g_string_append_printf (value, "%u 0 R ", under);
  g_string_append_printf (value, "%u 0 R]/Resources %u 0 R>>", content, resources);
  sceau_pdf_emitter_pack (self->emitter, number, value->str, value->len);
  return number;
}

void
sceau_pdf_file_add (SceauPdfFile *self, const SceauPdfSetPages *pages)
{
  const guint resources = note_needs (self, pages);
  g_autofree guint *numbers = g_new0 (guint, pages->own->len);

  for (guint i = 0; i < pages->own->len; i++)
    numbers[i] = add_page (self, g_ptr_array_index (pages->pdf->pages, i), g_ptr_array_index (pages->printed, i),
                           g_ptr_array_index (pages->own, i), resources);
  for (guint i = 0; i < pages->pdf->bookmarks->len; i++)
    {
      const SceauPdfBookmark *told = &g_array_index (pages->pdf->bookmarks, SceauPdfBookmark, i);
      const Bookmark bookmark = { g_strdup (told->title), numbers[told->page] };

      g_array_append_val (self->bookmarks, bookmark);
    }
}

gboolean
sceau_pdf_file_drain (SceauPdfFile *self, GOutputStream *out, GCancellable *cancellable, GError **error)
{
  return sceau_pdf_emitter_drain (self->emitter, out, cancellable, error);
}

/* --- Ending -------------------------------------------------------------- */

static gboolean
emit_more (SceauPdfFile *self, GError **error)
{
  const SceauPdfNeeds needs = { self->glyphs, self->pictures, self->drawings, FALSE };
  g_autoptr (SceauPdfObjects) more = NULL;
  guint first;

  if (self->resources == 0)
    return TRUE;
  first = sceau_pdf_emitter_reserve (self->emitter, 0);
  more = sceau_pdf_objects_new (&needs, first, error);
  if (more == NULL)
    return FALSE;
  emit_objects (self->emitter, more, first);
  pack_resources (self->emitter, self->resources, self->head->objects, more);
  return TRUE;
}

static void
pack_bookmarks (SceauPdfFile *self)
{
  const guint n = self->bookmarks->len;
  const guint first = sceau_pdf_emitter_reserve (self->emitter, n);
  g_autofree char *root = g_strdup_printf ("<</Type/Outlines/First %u 0 R/Last %u 0 R/Count %u>>", first, first + n - 1, n);

  if (n == 0)
    return;
  sceau_pdf_emitter_pack (self->emitter, OUTLINES, root, strlen (root));
  for (guint i = 0; i < n; i++)
    {
      const Bookmark *bookmark = &g_array_index (self->bookmarks, Bookmark, i);
      g_autoptr (GString) value = g_string_new ("<</Title");

      sceau_pdf_append_string (value, bookmark->title);
      g_string_append_printf (value, "/Parent %d 0 R/Dest[%u 0 R/Fit]", OUTLINES, bookmark->page);
      if (i > 0)
        g_string_append_printf (value, "/Prev %u 0 R", first + i - 1);
      if (i + 1 < n)
        g_string_append_printf (value, "/Next %u 0 R", first + i + 1);
      g_string_append (value, ">>");
      sceau_pdf_emitter_pack (self->emitter, first + i, value->str, value->len);
    }
}

static void
pack_page_tree (SceauPdfFile *self)
{
  g_autoptr (GString) value = g_string_new (NULL);

  end_node (self);
  g_string_printf (value, "<</Type/Pages/Count %u/Kids[", self->n_pages);
  for (guint i = 0; i < self->nodes->len; i++)
    g_string_append_printf (value, "%s%u 0 R", i > 0 ? " " : "", g_array_index (self->nodes, guint, i));
  g_string_append (value, "]>>");
  sceau_pdf_emitter_pack (self->emitter, PAGES, value->str, value->len);
}

static void
emit_description (SceauPdfFile *self, const SceauPdf *described)
{
  g_autofree char *metadata = sceau_pdf_make_metadata (described);
  g_autofree char *information = sceau_pdf_make_information (described);
  g_autoptr (GString) catalog = g_string_new (NULL);

  sceau_pdf_emitter_stream (self->emitter, METADATA, "/Type/Metadata/Subtype/XML", metadata, strlen (metadata));
  sceau_pdf_emitter_pack (self->emitter, INFORMATION, information, strlen (information));
  g_string_printf (catalog, "<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R/OutputIntents[%u 0 R]/Lang(fr-FR)", PAGES, METADATA,
                   self->head->objects->intent);
  if (self->bookmarks->len > 0)
    g_string_append_printf (catalog, "/Outlines %d 0 R/PageMode/UseOutlines", OUTLINES);
  g_string_append (catalog, "/ViewerPreferences<</DisplayDocTitle true>>>>");
  sceau_pdf_emitter_pack (self->emitter, CATALOG, catalog->str, catalog->len);
}

GBytes *
sceau_pdf_file_end (SceauPdfFile *self, const SceauPdf *described, GError **error)
{
  if (!emit_more (self, error))
    return NULL;
  pack_page_tree (self);
  pack_bookmarks (self);
  emit_description (self, described);
  sceau_pdf_emitter_end (self->emitter, CATALOG, INFORMATION);
  return sceau_pdf_emitter_take (self->emitter);
}
