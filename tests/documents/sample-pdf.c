/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* sample-pdf FILE: a file with everything that the page engine can draw, for test-pdfa.py to damage. */

#include "sceau-pdf-batch.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

static SceauPicture *
make_picture (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 16, 16);
  SceauPicture *picture = g_new0 (SceauPicture, 1);
  char *data = NULL;
  gsize length = 0;

  gdk_pixbuf_fill (pixbuf, 0x20408080);
  if (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL))
    picture->png = g_bytes_new_take (data, length);
  picture->width = picture->height = 16;
  return picture;
}

static void
draw_page (SceauPdf *pdf, const SceauPicture *picture, const char *name)
{
  static const SceauPdfStyle style = { SCEAU_FACE_SERIF, 14, 0, { 0.1, 0.1, 0.3 } };

  sceau_pdf_set_title (pdf, name);
  sceau_pdf_set_author (pdf, "École & Métiers");
  sceau_pdf_set_subject (pdf, "Essai");
  sceau_pdf_set_created (pdf, sceau_date_new (2026, 11, 20));
  sceau_pdf_add_page (pdf, 400, 300);
  sceau_pdf_set_printed (pdf, TRUE);
  if (sceau_pdf_begin_shared (pdf, "border"))
    {
      sceau_pdf_frame (pdf, 10, 10, 380, 280, 2, style.colour);
      sceau_pdf_end_shared (pdf);
    }
  sceau_pdf_text (pdf, &style, SCEAU_PDF_CENTRE, 200, 100, "Parchemin");
  sceau_pdf_set_printed (pdf, FALSE);
  sceau_pdf_text (pdf, &style, SCEAU_PDF_CENTRE, 200, 150, name);
  sceau_pdf_image (pdf, picture, 20, 20, 40, 40);
  sceau_pdf_qr (pdf, 300, 200, 80, name);
  sceau_pdf_bookmark (pdf, name);
}

typedef struct
{
  const char *path;
  SceauPicture *picture;
} Sample;

static gboolean
draw (SceauPdf *pdf, guint index, gpointer data, GError **error)
{
  const Sample *sample = data;

  draw_page (pdf, sample->picture, "Łukasz Ősz");
  return TRUE;
}

static gboolean
save (GBytes *file, guint index, gpointer data, GError **error)
{
  const Sample *sample = data;

  return g_file_set_contents (sample->path, g_bytes_get_data (file, NULL), g_bytes_get_size (file), error);
}

int
main (int argc, char **argv)
{
  g_autoptr (SceauPdf) specimen = sceau_pdf_new ();
  g_autoptr (SceauPicture) picture = make_picture ();
  g_autoptr (GError) error = NULL;
  const Sample sample = { argc == 2 ? argv[1] : NULL, picture };

  if (argc != 2)
    return 2;
  draw_page (specimen, picture, "Camille Exemple");
  if (sceau_pdf_batch_each (specimen, 1, draw, save, (gpointer) &sample, NULL, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
