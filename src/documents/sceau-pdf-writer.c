/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-pdf-file-private.h"

static void
free_glyphs (SceauGlyphs **glyphs)
{
  for (guint i = 0; i < SCEAU_N_FACES; i++)
    sceau_glyphs_free (glyphs[i]);
}

GBytes *
sceau_pdf_write (const SceauPdf *pdf, GError **error)
{
  g_autoptr (SceauPdfSetter) setter = sceau_pdf_setter_new (NULL);
  g_autoptr (SceauPdfPrinted) printed = sceau_pdf_printed_new ();
  g_autoptr (GConverter) deflater = sceau_pdf_deflater_new ();
  g_autoptr (SceauPdfSetPages) pages = sceau_pdf_set_pages_new (setter, deflater, printed, pdf, error);
  g_autoptr (SceauPdfHead) head = NULL;
  g_autoptr (SceauPdfFile) file = NULL;
  SceauGlyphs *glyphs[SCEAU_N_FACES];

  if (pages == NULL)
    return NULL;
  /* Every letter is known now: the faces are cut to them, and nothing is beyond the head. */
  for (guint i = 0; i < SCEAU_N_FACES; i++)
    {
      glyphs[i] = pages->glyphs[i];
      pages->glyphs[i] = sceau_glyphs_new ();
    }
  head = sceau_pdf_head_new (glyphs, pdf, deflater, error);
  free_glyphs (glyphs);
  if (head == NULL)
    return NULL;
  file = sceau_pdf_file_new (head, deflater);
  sceau_pdf_file_add (file, pages);
  return sceau_pdf_file_end (file, pdf, error);
}
