/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-pdf-emitter-private.h"

#include <string.h>

/* Objects in one packed stream: a reader unpacks all of them for one. */
#define MOST_PACKED 200

/* In a place: the object is packed; then the number of the stream, and its index there. */
#define PACKED (G_GUINT64_CONSTANT (1) << 63)

struct _SceauPdfEmitter
{
  GConverter *deflater;
  GByteArray *bytes;
  guint64 drained;      /* bytes that went away before them */
  guint summed;         /* of @bytes, those in @sum */
  GChecksum *sum;
  GArray *places;       /* (element-type guint64) by number, 0: free */
  GString *packed_head;
  GString *packed_body;
  GArray *packed;       /* (element-type guint): numbers */
};

/* --- Deflating ----------------------------------------------------------- */

GConverter *
sceau_pdf_deflater_new (void)
{
  return G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
}

GBytes *
sceau_pdf_deflate (GConverter *deflater, gconstpointer data, gsize length)
{
  const gsize room = length + length / 100 + 1024; /* more than zlib ever needs */
  g_autofree guint8 *packed = g_malloc (room);
  gsize read = 0;
  gsize written = 0;
  GConverterResult result;

  g_converter_reset (deflater);
  result = g_converter_convert (deflater, data, length, packed, room, G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
  g_assert (result == G_CONVERTER_FINISHED && read == length);
  return g_bytes_new (packed, written);
}

/* --- The emitter --------------------------------------------------------- */

static SceauPdfEmitter *
new_emitter (GConverter *deflater)
{
  SceauPdfEmitter *self = g_new0 (SceauPdfEmitter, 1);

  self->deflater = deflater;
  self->packed_head = g_string_new (NULL);
  self->packed_body = g_string_new (NULL);
  self->packed = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

static void
append (SceauPdfEmitter *self, gconstpointer data, gsize length)
{
  g_byte_array_append (self->bytes, data, length);
}

static void
append_text (SceauPdfEmitter *self, const char *text)
{
  append (self, text, strlen (text));
}

SceauPdfEmitter *
sceau_pdf_emitter_new (GConverter *deflater)
{
  SceauPdfEmitter *self = new_emitter (deflater);

  self->bytes = g_byte_array_new ();
  self->sum = g_checksum_new (G_CHECKSUM_SHA256);
  self->places = g_array_new (FALSE, TRUE, sizeof (guint64));
  g_array_set_size (self->places, 1); /* 0 is no object */
  append_text (self, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
  return self;
}

SceauPdfEmitter *
sceau_pdf_emitter_copy (const SceauPdfEmitter *other, GConverter *deflater)
{
  SceauPdfEmitter *self = new_emitter (deflater);

  g_return_val_if_fail (other->packed->len == 0 && other->drained == 0, self);

  self->bytes = g_byte_array_sized_new (other->bytes->len + 16384);
  append (self, other->bytes->data, other->bytes->len);
  self->summed = other->summed;
  self->sum = g_checksum_copy (other->sum);
  self->places = g_array_copy (other->places);
  return self;
}

void
sceau_pdf_emitter_free (SceauPdfEmitter *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_checksum_free (self->sum);
  g_array_unref (self->places);
  g_string_free (self->packed_head, TRUE);
  g_string_free (self->packed_body, TRUE);
  g_array_unref (self->packed);
  g_free (self);
}

guint
sceau_pdf_emitter_reserve (SceauPdfEmitter *self, guint n)
{
  const guint first = self->places->len;

  g_array_set_size (self->places, first + n);
  return first;
}

static void
begin_object (SceauPdfEmitter *self, guint number)
{
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n", number);

  g_array_index (self->places, guint64, number) = self->drained + self->bytes->len;
  append_text (self, head);
}

void
sceau_pdf_emitter_object (SceauPdfEmitter *self, guint number, gconstpointer value, gsize length)
{
  begin_object (self, number);
  append (self, value, length);
  append_text (self, "\nendobj\n");
}

void
sceau_pdf_emitter_stream (SceauPdfEmitter *self, guint number, const char *entries, gconstpointer data, gsize length)
{
  g_autofree char *head = g_strdup_printf ("<<%s/Length %zu>>\nstream\n", entries, length);

  begin_object (self, number);
  append_text (self, head);
  append (self, data, length);
  append_text (self, "\nendstream\nendobj\n");
}

/* --- Packed objects ------------------------------------------------------ */

void
sceau_pdf_emitter_pack (SceauPdfEmitter *self, guint number, const char *value, gssize length)
{
  g_string_append_printf (self->packed_head, "%u %zu ", number, self->packed_body->len);
  g_string_append_len (self->packed_body, value, length);
  g_string_append_c (self->packed_body, '\n');
  g_array_append_val (self->packed, number);
  if (self->packed->len >= MOST_PACKED)
    sceau_pdf_emitter_flush_packed (self);
}

void
sceau_pdf_emitter_flush_packed (SceauPdfEmitter *self)
{
  g_autofree char *entries = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint number;

  if (self->packed->len == 0)
    return;
  number = sceau_pdf_emitter_reserve (self, 1);
  for (guint i = 0; i < self->packed->len; i++)
    g_array_index (self->places, guint64, g_array_index (self->packed, guint, i)) = PACKED | (guint64) number << 16 | i;
  entries = g_strdup_printf ("/Type/ObjStm/N %u/First %zu/Filter/FlateDecode", self->packed->len, self->packed_head->len);
  g_string_append_len (self->packed_head, self->packed_body->str, self->packed_body->len);
  bytes = sceau_pdf_deflate (self->deflater, self->packed_head->str, self->packed_head->len);
  sceau_pdf_emitter_stream (self, number, entries, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_string_truncate (self->packed_head, 0);
  g_string_truncate (self->packed_body, 0);
  g_array_set_size (self->packed, 0);
}

/* --- The end ------------------------------------------------------------- */

void
sceau_pdf_emitter_sum (SceauPdfEmitter *self)
{
  g_checksum_update (self->sum, self->bytes->data + self->summed, self->bytes->len - self->summed);
  self->summed = self->bytes->len;
}

gboolean
sceau_pdf_emitter_drain (SceauPdfEmitter *self, GOutputStream *out, GCancellable *cancellable, GError **error)
{
  sceau_pdf_emitter_sum (self);
  if (!g_output_stream_write_all (out, self->bytes->data, self->bytes->len, NULL, cancellable, error))
    return FALSE;
  self->drained += self->bytes->len;
  self->summed = 0;
  g_byte_array_set_size (self->bytes, 0);
  return TRUE;
}

#define ROW_SIZE 8 /* one byte of kind, five of place, two of index */

static void
put_row (guint8 *row, guint64 place)
{
  const gboolean packed = (place & PACKED) != 0;
  const guint64 field = packed ? (place & ~PACKED) >> 16 : place;

  if (place == 0)
    return;
  row[0] = packed ? 2 : 1;
  for (guint i = 0; i < 5; i++)
    row[5 - i] = (guint8) (field >> 8 * i);
  row[6] = packed ? (guint8) (place >> 8) : 0;
  row[7] = packed ? (guint8) place : 0;
}

void
sceau_pdf_emitter_end (SceauPdfEmitter *self, guint catalog, guint information)
{
  guint64 start;
  g_autofree guint8 *table = NULL;
  g_autofree char *id = NULL;
  g_autofree char *entries = NULL;
  g_autofree char *end = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint number, n;

  sceau_pdf_emitter_flush_packed (self);
  sceau_pdf_emitter_sum (self);
  id = g_ascii_strup (g_checksum_get_string (self->sum), 32);
  start = self->drained + self->bytes->len;
  number = sceau_pdf_emitter_reserve (self, 1);
  g_array_index (self->places, guint64, number) = start;
  n = self->places->len;
  table = g_malloc0 (ROW_SIZE * n);
  for (guint i = 1; i < n; i++)
    put_row (table + ROW_SIZE * i, g_array_index (self->places, guint64, i));
  bytes = sceau_pdf_deflate (self->deflater, table, ROW_SIZE * n);
  entries = g_strdup_printf ("/Type/XRef/Size %u/W[1 5 2]/Root %u 0 R/Info %u 0 R/ID[<%s><%s>]/Filter/FlateDecode", n, catalog,
                             information, id, id);
  sceau_pdf_emitter_stream (self, number, entries, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  end = g_strdup_printf ("startxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", start);
  append_text (self, end);
}

GBytes *
sceau_pdf_emitter_take (SceauPdfEmitter *self)
{
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}
