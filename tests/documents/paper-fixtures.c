/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "paper-fixtures.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "sceau-config.h"
#include "sceau-layout-json.h"

const char *const fixture_designs[3] = { "classic", "institutional", "contemporary" };
const char fixture_code[] =
  "SCEAU1|k=9f3c2b1a77d0e455|y=certificate|n=2026-0001-Q|h=Zoé LEFÈVRE|b=1999-03-01|c=RNCP41445|t=Expert en cybersécurité (MS)"
  "|j=2026-11-12|d=2026-11-20|p=Villeneuve-d’Ascq|o=École d’essai du Nord|i=18009202500139"
  "|s=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0-Pw";

static char *
read_layout (const char *id, const char *kind)
{
  g_autofree char *name = g_strdup_printf ("%s.%s.json", id, kind);
  g_autofree char *path = g_build_filename (SCEAU_SOURCE_DATA_DIR, "layouts", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

void
fixture_replace (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

SceauPicture *
fixture_picture (int width, int height)
{
  SceauPicture *picture = g_new0 (SceauPicture, 1);
  g_autoptr (GdkPixbuf) pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize length = 0;

  gdk_pixbuf_fill (pixels, 0x17295200);
  gdk_pixbuf_save_to_buffer (pixels, &data, &length, "png", &error, NULL);
  g_assert_no_error (error);
  picture->png = g_bytes_new_take (data, length);
  picture->width = width;
  picture->height = height;
  return picture;
}

static void
fill_supplement (PaperFixture *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->blocks); i++)
    {
      SceauBlock *block = g_ptr_array_index (self->certification->blocks, i);

      for (guint j = 0; j < 6; j++)
        g_ptr_array_add (block->competences, g_strdup_printf ("Analyser le risque %u.%u d’un système, en mesurer les effets et"
                                                              " en rendre compte à la direction", i + 1, j + 1));
      self->blocks[i] = (SceauPaperBlock) { block, "acquis le 12 novembre 2026" };
      self->results[i] = (SceauPaperResult) { block->code, "Étude de cas", "14,50 / 20", sceau_date_new (2026, 10, 3) };
    }
  self->results[4] = (SceauPaperResult) { NULL, "Thèse professionnelle", "acquis", SCEAU_NO_DATE };
  self->content.blocks = self->blocks;
  self->content.n_blocks = G_N_ELEMENTS (self->blocks);
  self->content.results = self->results;
  self->content.n_results = G_N_ELEMENTS (self->results);
}

PaperFixture *
paper_fixture_new (const char *design, SceauPaper paper)
{
  PaperFixture *self = g_new0 (PaperFixture, 1);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autofree char *design_json = read_layout (design, "design");
  g_autofree char *template_json = read_layout (sceau_paper_to_id (paper), "template");

  self->design = sceau_design_read_json (design_json, -1, faults, NULL);
  self->template = sceau_template_read_json (template_json, -1, faults, NULL);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  self->style = sceau_house_style_new ();
  self->school = fixture_school ();
  self->mandate = fixture_mandate ();
  self->certification = fixture_certification ();
  self->learner = fixture_learner ("Zoé", "Lefèvre", SCEAU_SEX_FEMALE);
  self->signatory = sceau_signatory_new ();
  self->signatory->name = g_strdup ("Aurélien ÉXEMPLE");
  self->signatory->title = g_strdup ("Le directeur délégué");
  self->signatory->signature = fixture_picture (300, 120);
  self->look = (SceauPaperLook) { self->design, self->template, self->style };
  self->content = (SceauPaperContent) {
    .paper = paper,
    .school = self->school,
    .certification = self->certification,
    .learner = self->learner,
    .block = paper == SCEAU_PAPER_BLOCK_ATTESTATION ? g_ptr_array_index (self->certification->blocks, 1) : NULL,
    .number = "2026-0001",
    .decided = sceau_date_new (2026, 11, 12),
    .delivered = sceau_date_new (2026, 11, 20),
    .place = "Villeneuve-d’Ascq",
  };
  if (paper == SCEAU_PAPER_SUPPLEMENT)
    fill_supplement (self);
  return self;
}

void
paper_fixture_free (PaperFixture *self)
{
  sceau_design_free (self->design);
  sceau_template_free (self->template);
  sceau_house_style_free (self->style);
  sceau_school_identity_free (self->school);
  sceau_mandate_free (self->mandate);
  sceau_signatory_free (self->signatory);
  sceau_certification_free (self->certification);
  sceau_learner_free (self->learner);
  g_free (self);
}

void
paper_fixture_use (PaperFixture *self, SceauCertification *certification)
{
  sceau_certification_free (self->certification);
  self->certification = certification;
  self->content.certification = certification;
}

void
paper_fixture_stretch (PaperFixture *self)
{
  SceauLearner *learner = self->learner;

  fixture_replace (&learner->first_name, "Marie-Antoinette-Philippine Élisabeth Joséphine Clémentine Théodora");
  fixture_replace (&learner->birth_name, "de Castelnau-Montmorency de La Rochefoucauld-Liancourt d’Œuvre");
  fixture_replace (&learner->usage_name, "de Castelnau-Montmorency de La Rochefoucauld-Liancourt d’Œuvre");
  fixture_replace (&learner->other_names, "Anne, Clémentine, Éléonore");
  fixture_replace (&self->school->name, "École nationale supérieure des technologies numériques et de la cybersécurité du Grand Hainaut"
                                        " et de la métropole européenne de Lille");
  fixture_replace (&self->school->signatory, "Marie-Antoinette-Philippine DE CASTELNAU-MONTMORENCY DE LA ROCHEFOUCAULD-LIANCOURT D’ŒUVRE");
  fixture_replace (&self->school->signatory_title, "La directrice générale déléguée à la formation et à la certification professionnelle");
  fixture_replace (&self->certification->title,
                   "Expert en management stratégique de la sécurité des systèmes d'information, de la gouvernance des données,"
                   " de la conformité réglementaire et de la résilience des organisations publiques et privées européennes");
  g_ptr_array_add (self->certification->nsf, sceau_code_new ("310", "Spécialités plurivalentes des échanges et de la gestion"));
  if (self->content.block != NULL)
    fixture_replace (&((SceauBlock *) g_ptr_array_index (self->certification->blocks, 1))->title,
                     "Concevoir, organiser et conduire les projets de sécurité des systèmes d’information dans le respect des"
                     " obligations légales et des ressources de l’organisation, en accompagnant les utilisateurs au changement");
}

void
paper_fixture_adorn (PaperFixture *self)
{
  self->style->logo = fixture_picture (480, 160);
  self->style->seal = fixture_picture (300, 300);
  self->content.signatory = self->signatory;
  self->content.code_text = fixture_code;
}

GBytes *
paper_fixture_render (const PaperFixture *self)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = sceau_paper_document_render (&self->look, &self->content, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

char *
paper_fixture_text (const PaperFixture *self)
{
  g_autoptr (GBytes) bytes = paper_fixture_render (self);

  if (self->content.paper != SCEAU_PAPER_SUPPLEMENT)
    g_assert_cmpuint (pdf_n_pages (bytes), ==, 1);
  return pdf_text (bytes);
}

/* A word of pdftotext -bbox: its box. */
static gboolean
read_box (const char *line, double box[4])
{
  static const char *const names[] = { "xMin=\"", "yMin=\"", "xMax=\"", "yMax=\"" };

  for (guint i = 0; i < 4; i++)
    {
      const char *at = strstr (line, names[i]);

      if (at == NULL)
        return FALSE;
      box[i] = g_ascii_strtod (at + strlen (names[i]), NULL);
    }
  return strstr (line, "<word") != NULL;
}

static gboolean
overlap (const double *a, const double *b)
{
  const double margin = 1.5; /* the boxes are those of the face, taller than its letters */
  const double height = MIN (a[3] - a[1], b[3] - b[1]) * 0.35;

  return a[0] + margin < b[2] && b[0] + margin < a[2] && a[1] + height < b[3] && b[1] + height < a[3];
}

/* The size of the page of a line of pdftotext -bbox, if it says one. */
static void
read_page (const char *line, double *width, double *height)
{
  const char *across = strstr (line, "<page width=\"");
  const char *down = across != NULL ? strstr (across, "height=\"") : NULL;

  if (down == NULL)
    return;
  *width = g_ascii_strtod (across + strlen ("<page width=\""), NULL);
  *height = g_ascii_strtod (down + strlen ("height=\""), NULL);
}

void
pdf_assert_apart (GBytes *bytes, double margin)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, 4 * sizeof (double));
  g_autofree char *output = pdf_run (bytes, "pdftotext", "-bbox");
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  double width = 0, height = 0;
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      double box[4];

      if (strstr (lines[i], "<page") != NULL)
        g_array_set_size (boxes, 0);
      read_page (lines[i], &width, &height);
      if (!read_box (lines[i], box))
        continue;
      g_assert_cmpfloat (box[0], >, margin);
      g_assert_cmpfloat (box[2], <, width - margin);
      g_assert_cmpfloat (box[1], >, margin - 4);
      g_assert_cmpfloat (box[3], <, height - margin + 4);
      for (guint j = 0; j < boxes->len; j++)
        if (overlap (box, &((double *) (gpointer) boxes->data)[4 * j]))
          g_error ("Two words stand on each other: %s", lines[i]);
      g_array_append_vals (boxes, box, 1);
      n++;
    }
  g_assert_cmpuint (n, >, 40);
}
