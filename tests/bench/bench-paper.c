/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* bench-paper N…: the same page (two faces, QR code, logo, 12 fields) by Sceau, by a bare libharu program, by cairo with
 * pango and, where they are installed, by ReportLab and by LibreOffice's mail merge, N times in one PDF and in a file
 * each, one after the other in this one run: only ratios tell anything, for seconds of two machines do not compare. */

#include "sceau-pdf-batch.h"

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <hpdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define WIDTH 841.89
#define HEIGHT 595.28
#define LOGO_SIDE 96
#define QR_X 690.0
#define QR_SIDE 90.0
#define N_FIELDS 12
#define N_PRINTED 6

/* --- The page ------------------------------------------------------------ */

typedef struct
{
  double x, y; /* from the upper left corner */
  double size;
  gboolean sans;
  gboolean centred;
} Line;

static const Line printed_lines[N_PRINTED] = {
  { 421, 90, 30, FALSE, TRUE },  { 421, 190, 14, FALSE, TRUE }, { 421, 290, 14, FALSE, TRUE },
  { 421, 340, 18, FALSE, TRUE }, { 140, 480, 10, TRUE, FALSE }, { 480, 480, 10, TRUE, FALSE },
};
static const char *const printed_texts[N_PRINTED] = {
  "Parchemin de certification", "L’École supérieure des métiers inventés certifie que", "a obtenu la certification professionnelle",
  "Expert en sécurité des systèmes d’information", "Le titulaire", "La directrice générale",
};
static const Line field_lines[N_FIELDS] = {
  { 421, 240, 26, FALSE, TRUE }, { 421, 262, 12, FALSE, TRUE }, { 421, 362, 12, FALSE, TRUE }, { 421, 380, 12, FALSE, TRUE },
  { 421, 400, 12, FALSE, TRUE }, { 421, 418, 12, FALSE, TRUE }, { 480, 500, 10, TRUE, FALSE }, { 480, 515, 10, TRUE, FALSE },
  { 140, 500, 10, TRUE, FALSE }, { 140, 515, 10, TRUE, FALSE }, { 140, 555, 8, TRUE, FALSE },  { 480, 555, 8, TRUE, FALSE },
};

typedef struct
{
  char *fields[N_FIELDS];
  char *code;
} Paper;

static void
paper_init (Paper *paper, guint i)
{
  static const char *const first[] = { "Zoé", "Inès", "Hugo", "Aïcha", "Maël", "Chloé", "Noël", "Jeanne", "François", "Łukasz" };
  static const char *const last[] = { "Lefèvre", "Martin", "D’Œuvre", "Garçon", "Nuñez", "Petit", "Châtelain", "Roux", "Brière" };
  static const char *const towns[] = { "Lyon", "Saint-Étienne", "Besançon", "Nîmes", "L’Haÿ-les-Roses", "Angoulême" };
  const guint n = i * 7919;

  paper->fields[0] = g_strdup_printf ("%s %s", first[n % G_N_ELEMENTS (first)], last[n / 11 % G_N_ELEMENTS (last)]);
  paper->fields[1] = g_strdup_printf ("né(e) le %u mars %u à %s", 1 + n % 28, 1975 + n % 30, towns[n % G_N_ELEMENTS (towns)]);
  paper->fields[2] = g_strdup ("de niveau 7 du cadre national des certifications professionnelles");
  paper->fields[3] = g_strdup ("enregistrée au répertoire sous le numéro RNCP41445");
  paper->fields[4] = g_strdup ("par décision de France compétences du 23 octobre 2025");
  paper->fields[5] = g_strdup_printf ("Délibération du jury du %u novembre 2026", 1 + n % 28);
  paper->fields[6] = g_strdup ("Claire Fontaine");
  paper->fields[7] = g_strdup ("par délégation du 1er janvier 2026");
  paper->fields[8] = g_strdup_printf ("Fait à %s", towns[n / 5 % G_N_ELEMENTS (towns)]);
  paper->fields[9] = g_strdup_printf ("le %u décembre 2026", 1 + n % 28);
  paper->fields[10] = g_strdup_printf ("N° 2026-%05u-K", i);
  paper->fields[11] = g_strdup_printf ("Vérification : sceau.example/v/%08X", n * 2654435761u);
  paper->code = g_strdup_printf ("SCEAU1:%s|%s|%s|RNCP41445|%08X%08X%08X%08X%08X%08X%08X%08X", paper->fields[0], paper->fields[1],
                                 paper->fields[10], n, n * 3, n * 5, n * 7, n * 11, n * 13, n * 17, n * 19);
}

static void
paper_clear (Paper *paper)
{
  for (guint i = 0; i < N_FIELDS; i++)
    g_free (paper->fields[i]);
  g_free (paper->code);
}

static void
logo_pixel (guint x, guint y, guint8 rgb[3])
{
  const int dx = (int) x - LOGO_SIDE / 2;
  const int dy = (int) y - LOGO_SIDE / 2;
  const gboolean inside = dx * dx + dy * dy < LOGO_SIDE * LOGO_SIDE / 5;

  rgb[0] = inside ? 23 : 255;
  rgb[1] = inside ? 41 : 255;
  rgb[2] = inside ? 82 : 255;
}

/* The modules of the code as rectangles, from the upper left corner: for those that have no code of their own. */
static void
draw_modules (const char *text, void (*rectangle) (gpointer to, double x, double y, double width, double height), gpointer to)
{
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  const double module = QR_SIDE / (code->width + 8);

  for (int y = 0; y < code->width; y++)
    for (int x = 0; x < code->width; x++)
      {
        int end = x;

        while (end < code->width && (code->data[y * code->width + end] & 1) != 0)
          end++;
        if (end > x)
          rectangle (to, QR_X + (x + 4) * module, 440 + (y + 4) * module, (end - x) * module, module);
        x = end;
      }
  QRcode_free (code);
}

static char *
font_path (gboolean sans)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "fonts", sans ? "Lato-Regular.ttf" : "EBGaramond12-Regular.ttf", NULL);
}

static char *
file_path (const char *folder, guint i)
{
  return g_strdup_printf ("%s/%05u.pdf", folder, i);
}

/* --- Sceau --------------------------------------------------------------- */

typedef struct
{
  const char *folder;
  SceauPicture logo;
} Ours;

static void
ours_line (SceauPdf *pdf, const Line *line, const char *text)
{
  const SceauPdfStyle style = { line->sans ? SCEAU_FACE_SANS : SCEAU_FACE_SERIF, line->size, 0, { 0, 0, 0 } };

  sceau_pdf_text (pdf, &style, line->centred ? SCEAU_PDF_CENTRE : SCEAU_PDF_LEFT, line->x, line->y, text);
}

static gboolean
ours_draw (SceauPdf *pdf, guint index, gpointer data, GError **error)
{
  const Ours *ours = data;
  const SceauPdfColour blue = { 0.09, 0.16, 0.32 };
  Paper paper;

  paper_init (&paper, index);
  sceau_pdf_set_title (pdf, paper.fields[0]);
  sceau_pdf_add_page (pdf, WIDTH, HEIGHT);
  sceau_pdf_set_printed (pdf, TRUE);
  sceau_pdf_frame (pdf, 22, 22, WIDTH - 44, HEIGHT - 44, 2.5, blue);
  sceau_pdf_frame (pdf, 28, 28, WIDTH - 56, HEIGHT - 56, 0.6, blue);
  sceau_pdf_image (pdf, &ours->logo, 60, 50, 64, 64);
  for (guint i = 0; i < N_PRINTED; i++)
    ours_line (pdf, &printed_lines[i], printed_texts[i]);
  sceau_pdf_set_printed (pdf, FALSE);
  for (guint i = 0; i < N_FIELDS; i++)
    ours_line (pdf, &field_lines[i], paper.fields[i]);
  sceau_pdf_qr (pdf, QR_X, 440, QR_SIDE, paper.code);
  sceau_pdf_bookmark (pdf, paper.fields[0]);
  paper_clear (&paper);
  return TRUE;
}

static gboolean
ours_save (GBytes *file, guint index, gpointer data, GError **error)
{
  const Ours *ours = data;
  g_autofree char *path = file_path (ours->folder, index);

  return g_file_set_contents_full (path, g_bytes_get_data (file, NULL), g_bytes_get_size (file), G_FILE_SET_CONTENTS_NONE, 0666, error);
}

static void
make_logo (SceauPicture *logo)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, LOGO_SIDE, LOGO_SIDE);
  char *data = NULL;
  gsize length = 0;

  for (guint y = 0; y < LOGO_SIDE; y++)
    for (guint x = 0; x < LOGO_SIDE; x++)
      logo_pixel (x, y, gdk_pixbuf_get_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) + 3 * x);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL);
  logo->png = g_bytes_new_take (data, length);
  logo->width = logo->height = LOGO_SIDE;
}

static void
run_ours (guint n, gboolean merged, const char *folder)
{
  g_autoptr (SceauPdf) specimen = sceau_pdf_new ();
  g_autoptr (GError) error = NULL;
  Ours ours = { folder, { NULL, 0, 0 } };

  make_logo (&ours.logo);
  ours_draw (specimen, 0, &ours, NULL);
  sceau_pdf_reserve (specimen, SCEAU_FACE_SERIF, SCEAU_PDF_BATCH_LETTERS);
  sceau_pdf_reserve (specimen, SCEAU_FACE_SANS, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -,°");
  if (merged)
    {
      g_autofree char *path = file_path (folder, 0);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GFileOutputStream) out = g_file_replace (file, NULL, FALSE, 0, NULL, &error);

      sceau_pdf_batch_merged (specimen, n, ours_draw, &ours, G_OUTPUT_STREAM (out), NULL, &error);
    }
  else
    sceau_pdf_batch_each (specimen, n, ours_draw, ours_save, &ours, NULL, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  g_bytes_unref (ours.logo.png);
}

/* --- libharu, as its manual says ----------------------------------------- */

typedef struct
{
  HPDF_Doc doc;
  HPDF_Font fonts[2];
  HPDF_Image logo;
} Haru;

static void
haru_fail (HPDF_STATUS number, HPDF_STATUS detail, void *data)
{
  g_error ("libharu: 0x%04lX, %lu", (unsigned long) number, (unsigned long) detail);
}

static void
haru_begin (Haru *haru)
{
  guint8 pixels[LOGO_SIDE * LOGO_SIDE * 3];

  for (guint i = 0; i < LOGO_SIDE * LOGO_SIDE; i++)
    logo_pixel (i % LOGO_SIDE, i / LOGO_SIDE, pixels + 3 * i);
  haru->doc = HPDF_New (haru_fail, NULL);
  HPDF_SetCompressionMode (haru->doc, HPDF_COMP_ALL);
  HPDF_UseUTFEncodings (haru->doc);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = font_path (i == 1);

      haru->fonts[i] = HPDF_GetFont (haru->doc, HPDF_LoadTTFontFromFile (haru->doc, path, HPDF_TRUE), "UTF-8");
    }
  haru->logo = HPDF_LoadRawImageFromMem (haru->doc, pixels, LOGO_SIDE, LOGO_SIDE, HPDF_CS_DEVICE_RGB, 8);
}

static void
haru_line (const Haru *haru, HPDF_Page page, const Line *line, const char *text)
{
  double x = line->x;

  HPDF_Page_SetFontAndSize (page, haru->fonts[line->sans], line->size);
  if (line->centred)
    x -= HPDF_Page_TextWidth (page, text) / 2;
  HPDF_Page_TextOut (page, x, HEIGHT - line->y, text);
}

static void
haru_rectangle (gpointer page, double x, double y, double width, double height)
{
  HPDF_Page_Rectangle (page, x, HEIGHT - y - height, width, height);
}

static void
haru_page (const Haru *haru, guint index)
{
  HPDF_Page page = HPDF_AddPage (haru->doc);
  Paper paper;

  paper_init (&paper, index);
  HPDF_Page_SetWidth (page, WIDTH);
  HPDF_Page_SetHeight (page, HEIGHT);
  HPDF_Page_SetRGBStroke (page, 0.09, 0.16, 0.32);
  for (guint i = 0; i < 2; i++)
    {
      const double inset = i == 0 ? 22 : 28;

      HPDF_Page_SetLineWidth (page, i == 0 ? 2.5 : 0.6);
      HPDF_Page_Rectangle (page, inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset);
      HPDF_Page_Stroke (page);
    }
  HPDF_Page_DrawImage (page, haru->logo, 60, HEIGHT - 114, 64, 64);
  draw_modules (paper.code, haru_rectangle, page);
  HPDF_Page_Fill (page);
  HPDF_Page_BeginText (page);
  for (guint i = 0; i < N_PRINTED; i++)
    haru_line (haru, page, &printed_lines[i], printed_texts[i]);
  for (guint i = 0; i < N_FIELDS; i++)
    haru_line (haru, page, &field_lines[i], paper.fields[i]);
  HPDF_Page_EndText (page);
  paper_clear (&paper);
}

static void
run_haru (guint n, gboolean merged, const char *folder)
{
  for (guint i = 0; i < (merged ? 1 : n); i++)
    {
      g_autofree char *path = file_path (folder, i);
      Haru haru;

      haru_begin (&haru);
      for (guint page = merged ? 0 : i; page < (merged ? n : i + 1); page++)
        haru_page (&haru, page);
      HPDF_SaveToFile (haru.doc, path);
      HPDF_Free (haru.doc);
    }
}

/* --- cairo and pango ----------------------------------------------------- */

typedef struct
{
  PangoLayout *layout;
  PangoFontDescription *fonts[2];
  cairo_surface_t *logo;
} Cairo;

static void
cairo_line (cairo_t *cr, const Cairo *tools, const Line *line, const char *text)
{
  int width;

  pango_font_description_set_absolute_size (tools->fonts[line->sans], line->size * PANGO_SCALE);
  pango_layout_set_font_description (tools->layout, tools->fonts[line->sans]);
  pango_layout_set_text (tools->layout, text, -1);
  pango_layout_get_size (tools->layout, &width, NULL);
  cairo_move_to (cr, line->x - (line->centred ? (double) width / PANGO_SCALE / 2 : 0),
                 line->y - (double) pango_layout_get_baseline (tools->layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, tools->layout);
}

static void
cairo_rectangle_to (gpointer cr, double x, double y, double width, double height)
{
  cairo_rectangle (cr, x, y, width, height);
}

static void
cairo_page (cairo_t *cr, const Cairo *tools, guint index)
{
  Paper paper;

  paper_init (&paper, index);
  cairo_set_source_rgb (cr, 0.09, 0.16, 0.32);
  for (guint i = 0; i < 2; i++)
    {
      const double inset = i == 0 ? 22 : 28;

      cairo_set_line_width (cr, i == 0 ? 2.5 : 0.6);
      cairo_rectangle (cr, inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset);
      cairo_stroke (cr);
    }
  cairo_save (cr);
  cairo_translate (cr, 60, 50);
  cairo_scale (cr, 64.0 / LOGO_SIDE, 64.0 / LOGO_SIDE);
  cairo_set_source_surface (cr, tools->logo, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_modules (paper.code, cairo_rectangle_to, cr);
  cairo_fill (cr);
  for (guint i = 0; i < N_PRINTED; i++)
    cairo_line (cr, tools, &printed_lines[i], printed_texts[i]);
  for (guint i = 0; i < N_FIELDS; i++)
    cairo_line (cr, tools, &field_lines[i], paper.fields[i]);
  cairo_show_page (cr);
  paper_clear (&paper);
}

static cairo_surface_t *
cairo_logo (void)
{
  cairo_surface_t *logo = cairo_image_surface_create (CAIRO_FORMAT_RGB24, LOGO_SIDE, LOGO_SIDE);

  for (guint y = 0; y < LOGO_SIDE; y++)
    for (guint x = 0; x < LOGO_SIDE; x++)
      {
        guint32 *to = (guint32 *) (gpointer) (cairo_image_surface_get_data (logo) + y * cairo_image_surface_get_stride (logo)) + x;
        guint8 rgb[3];

        logo_pixel (x, y, rgb);
        *to = (guint32) rgb[0] << 16 | rgb[1] << 8 | rgb[2];
      }
  cairo_surface_mark_dirty (logo);
  return logo;
}

static void
run_cairo (guint n, gboolean merged, const char *folder)
{
  static const char *const families[] = { "EB Garamond", "Lato" };
  g_autofree char *fonts = g_test_build_filename (G_TEST_DIST, "..", "data", "fonts", NULL);
  PangoContext *context;
  Cairo tools;

  FcConfigAppFontAddDir (FcConfigGetCurrent (), (const FcChar8 *) fonts);
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  tools.layout = pango_layout_new (context);
  tools.logo = cairo_logo ();
  for (guint i = 0; i < 2; i++)
    {
      tools.fonts[i] = pango_font_description_new ();
      pango_font_description_set_family (tools.fonts[i], families[i]);
    }
  for (guint i = 0; i < (merged ? 1 : n); i++)
    {
      g_autofree char *path = file_path (folder, i);
      cairo_surface_t *surface = cairo_pdf_surface_create (path, WIDTH, HEIGHT);
      cairo_t *cr = cairo_create (surface);

      for (guint page = merged ? 0 : i; page < (merged ? n : i + 1); page++)
        cairo_page (cr, &tools, page);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_object_unref (tools.layout);
  g_object_unref (context);
  cairo_surface_destroy (tools.logo);
  for (guint i = 0; i < 2; i++)
    pango_font_description_free (tools.fonts[i]);
}

/* --- Programs of others, where they are installed ------------------------ */

static void
put_line (GString *sheet, const Line *line, const char *text)
{
  g_string_append_printf (sheet, "%d\t%d\t%d\t%s\t%d\t%s\n", (int) line->x, (int) line->y, (int) line->size, line->sans ? "sans" : "serif",
                          line->centred, text);
}

/* What bench-paper-reportlab.py draws; its head says what the lines are. */
static char *
make_sheet (guint n)
{
  GString *sheet = g_string_new (NULL);

  for (guint paper_index = 0; paper_index < n; paper_index++)
    {
      const Line code = { QR_X, 440, 0, TRUE, FALSE };
      Paper paper;

      paper_init (&paper, paper_index);
      for (guint i = 0; i < N_PRINTED; i++)
        put_line (sheet, &printed_lines[i], printed_texts[i]);
      for (guint i = 0; i < N_FIELDS; i++)
        put_line (sheet, &field_lines[i], paper.fields[i]);
      put_line (sheet, &code, paper.code);
      g_string_append_c (sheet, '\n');
      paper_clear (&paper);
    }
  return g_string_free (sheet, FALSE);
}

static void
run_script (const char *name, guint n, gboolean merged, const char *folder)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "bench", name, NULL);
  g_autofree char *fonts = g_test_build_filename (G_TEST_DIST, "..", "data", "fonts", NULL);
  g_autofree char *sheet = g_build_filename (folder, "sheet", NULL);
  g_autofree char *lines = make_sheet (n);

  if (g_file_set_contents (sheet, lines, -1, NULL))
    execl ("/usr/bin/python3", "python3", script, fonts, sheet, folder, merged ? "one" : "each", NULL);
  _exit (1);
}

static void
run_reportlab (guint n, gboolean merged, const char *folder)
{
  run_script ("bench-paper-reportlab.py", n, merged, folder);
}

static void
run_libreoffice (guint n, gboolean merged, const char *folder)
{
  run_script ("bench-paper-libreoffice.py", n, merged, folder);
}

static gboolean
has_module (const char *name)
{
  g_autofree char *command = g_strconcat ("import ", name, NULL);
  const char *argv[] = { "/usr/bin/python3", "-c", command, NULL };
  int status = 1;

  return g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, NULL) && status == 0;
}

static gboolean
has_program (const char *name)
{
  g_autofree char *path = g_find_program_in_path (name);

  return path != NULL;
}

/* --- Measuring ----------------------------------------------------------- */

typedef struct
{
  double wall, cpu; /* milliseconds a page */
  double bytes;     /* a page */
  double memory;    /* MiB at most */
} Figures;

/* Removes the files of @folder and says how many bytes they were. */
static guint64
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint64 bytes = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf about;

      if (g_str_has_suffix (name, ".pdf") && g_stat (path, &about) == 0)
        bytes += about.st_size;
      g_unlink (path);
    }
  return bytes;
}

/* Each in a process of its own, whose memory is its own. */
static Figures
measure (void (*program) (guint n, gboolean merged, const char *folder), guint n, gboolean merged)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-bench-XXXXXX", NULL);
  const gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  Figures figures;
  int status = 0;
  const pid_t child = fork ();

  if (child == 0)
    {
      program (n, merged, folder);
      _exit (0);
    }
  if (child < 0 || wait4 (child, &status, 0, &usage) != child || status != 0)
    g_error ("a program under measure failed");
  figures.wall = (double) (g_get_monotonic_time () - start) / 1000 / n;
  figures.cpu = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0 / n
                + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000 / n;
  figures.memory = (double) usage.ru_maxrss / 1024;
  figures.bytes = (double) empty_folder (folder) / n;
  g_rmdir (folder);
  return figures;
}

static void
report (const char *what, Figures figures, Figures ours)
{
  g_print ("  %-16s %8.2f ms  %8.2f ms cpu  %9.0f bytes a page  %6.0f MiB   Sceau takes %.2f of its time, %.2f of its cpu\n", what,
           figures.wall, figures.cpu, figures.bytes, figures.memory, ours.wall / figures.wall, ours.cpu / figures.cpu);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    for (guint each = 0; each < 2; each++)
      {
        const guint n = (guint) g_ascii_strtoull (argv[i], NULL, 10);
        const Figures ours = measure (run_ours, n, !each);

        g_print ("%u papers, %s\n", n, each ? "a file each" : "one PDF");
        report ("Sceau", ours, ours);
        report ("libharu", measure (run_haru, each ? MIN (n, 200) : n, !each), ours);
        report ("cairo, pango", measure (run_cairo, n, !each), ours);
        if (has_module ("reportlab"))
          report ("ReportLab", measure (run_reportlab, MIN (n, 200), !each), ours);
        else
          g_print ("  ReportLab: skipped, since it is not installed (Debian package python3-reportlab)\n");
        if (has_program ("soffice") && has_module ("uno"))
          report ("LibreOffice", measure (run_libreoffice, MIN (n, each ? 50 : 200), !each), ours);
        else
          g_print ("  LibreOffice: skipped, since it is not installed (Debian packages libreoffice-writer-nogui, "
                   "libreoffice-base-nogui, python3-uno)\n");
      }
  return 0;
}
