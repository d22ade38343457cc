/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* memfd_create() */
#define _GNU_SOURCE

#include "sceau-pdf-embed-private.h"

#include "sceau-document-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <hpdf_doc.h>
#include <hpdf_fontdef.h>
#include <sys/mman.h>
#include <unistd.h>

/* libharu cuts the font once more, by the letters of the texts alone: the parts of letters
 * that are made of others (ị of ı and two dots) would go.  Ours is already cut: keep it whole. */
static void
keep_every_glyph (HPDF_Font font)
{
  const HPDF_FontAttr font_data = font->attr;
  const HPDF_TTFontDefAttr face = font_data->fontdef->attr;

  memset (face->glyph_tbl.flgs, 1, face->num_glyphs);
}

/* The map from the codes of the page to Unicode, which copying and searching need.  The codes
 * are the code points themselves; a range may not run over the end of its last byte. */
static char *
make_unicode_map (const SceauFontSet *fonts, SceauFace font)
{
  GString *map = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                               "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                               "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                               "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
  gunichar first = sceau_font_set_next_used (fonts, font, 0);

  while (first != 0)
    {
      gunichar last = first;
      gunichar next = sceau_font_set_next_used (fonts, font, first);

      while (next == last + 1 && (next & 0xFF) != 0)
        {
          last = next;
          next = sceau_font_set_next_used (fonts, font, next);
        }
      g_string_append_printf (map, "1 beginbfrange\n<%04X> <%04X> <%04X>\nendbfrange\n", first, last, first);
      first = next;
    }
  g_string_append (map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  return g_string_free (map, FALSE);
}

/* libharu 2.3 writes this map with an operator that is not allowed in it; strict readers
 * then find no text. */
static void
mend_unicode_map (HPDF_Font embedded, const SceauFontSet *fonts, SceauFace font)
{
  const HPDF_FontAttr font_data = embedded->attr;
  g_autofree char *map = make_unicode_map (fonts, font);

  if (font_data->cmap_stream == NULL)
    return;
  HPDF_MemStream_FreeData (font_data->cmap_stream->stream);
  HPDF_Stream_WriteStr (font_data->cmap_stream->stream, map);
}

static gboolean
fill_memory_file (int fd, GBytes *bytes)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      const ssize_t written = write (fd, data, left);

      if (written <= 0)
        return FALSE;
      data += written;
      left -= written;
    }
  return TRUE;
}

/* libharu 2.3 reads a TrueType font from a file only: one in memory needs no room on the disk
 * and leaves nothing behind.  libharu opens it anew and keeps it open until the document is freed. */
static const char *
load_bytes (HPDF_Doc doc, GBytes *bytes, GError **error)
{
  const int fd = memfd_create ("sceau-font", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  const char *name = NULL;

  if (fd >= 0 && fill_memory_file (fd, bytes))
    name = HPDF_LoadTTFontFromFile (doc, path, HPDF_TRUE);
  if (name == NULL)
    g_set_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_IO,
                 _("The fonts of the PDF cannot be prepared: %s."), g_strerror (errno));
  if (fd >= 0)
    g_close (fd, NULL);
  return name;
}

HPDF_Font
sceau_pdf_embed_font (HPDF_Doc doc, SceauFontSet *fonts, SceauFace font, GError **error)
{
  g_autoptr (GBytes) bytes = sceau_font_set_subset (fonts, font, error);
  const char *name = bytes != NULL ? load_bytes (doc, bytes, error) : NULL;
  HPDF_Font embedded = name != NULL ? HPDF_GetFont (doc, name, "UTF-8") : NULL;

  if (embedded == NULL)
    return NULL;
  keep_every_glyph (embedded);
  mend_unicode_map (embedded, fonts, font);
  return embedded;
}
