/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-paper-document.h"

#include "sceau-paper-page-private.h"
#include "sceau-pdf-batch.h"

/* --- One paper ------------------------------------------------------------ */

static void
draw (SceauPdf *pdf, const SceauPaperLook *look, const SceauPaperContent *content)
{
  SceauPaperPage page;

  sceau_paper_page_init (&page, pdf, look, content);
  if (sceau_pdf_has_failed (pdf))
    return;
  sceau_paper_page_begin (&page);
  if (content->paper == SCEAU_PAPER_SUPPLEMENT)
    {
      SceauPaperBox room = page.lines;

      room.height = page.whole.y + page.whole.height - room.y;
      sceau_paper_supplement_draw (&page, sceau_paper_lines_draw (&page, &room, FALSE));
      return;
    }
  sceau_paper_lines_draw (&page, &page.lines, TRUE);
  sceau_paper_foot_draw (&page);
}

static SceauDate
day_of (const SceauPaperContent *content)
{
  return content->duplicate_rank > 0 ? content->duplicate_date : content->delivered;
}

static void
describe (SceauPdf *pdf, const SceauPaperLook *look, const SceauPaperContent *content)
{
  g_autofree char *name = sceau_learner_full_name (content->learner);
  g_autofree char *title = g_strdup_printf ("%s — %s", look->template->title, name);

  sceau_pdf_set_title (pdf, title);
  sceau_pdf_set_author (pdf, content->school->name);
  sceau_pdf_set_subject (pdf, content->certification->title);
  sceau_pdf_set_created (pdf, day_of (content));
}

/* --- The specimen --------------------------------------------------------- */

/* Invented records, the same for every paper of one look. */
typedef struct
{
  SceauSchoolIdentity *school;
  SceauCertification *certification;
  SceauLearner *learner;
} Specimen;

static void
specimen_clear (Specimen *self)
{
  sceau_school_identity_free (self->school);
  sceau_certification_free (self->certification);
  sceau_learner_free (self->learner);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Specimen, specimen_clear)

static void
specimen_init (Specimen *self)
{
  SceauCertifier *certifier = sceau_certifier_new ();
  SceauBlock *block = sceau_block_new ();

  self->school = sceau_school_identity_new ();
  self->school->name = g_strdup ("École supérieure des métiers");
  self->school->signatory = g_strdup ("Camille EXEMPLE");
  self->school->signatory_title = g_strdup ("La directrice générale");
  self->certification = sceau_certification_new ();
  self->certification->register_kind = SCEAU_REGISTER_RNCP;
  self->certification->code = g_strdup ("RNCP12345");
  self->certification->title = g_strdup ("Chargé de projets en développement et qualité");
  self->certification->level = 6;
  self->certification->decision_date = sceau_date_new (2026, 1, 1);
  self->certification->duration_years = 5;
  certifier->name = g_strdup ("ÉCOLE DES MÉTIERS");
  g_ptr_array_add (self->certification->certifiers, certifier);
  g_ptr_array_add (self->certification->nsf, sceau_code_new ("326", "Informatique, traitement de l’information, réseaux"));
  block->code = g_strdup ("RNCP12345BC01");
  block->title = g_strdup ("Concevoir et gérer un projet");
  g_ptr_array_add (self->certification->blocks, block);
  self->learner = sceau_learner_new ();
  self->learner->first_name = g_strdup ("Camille");
  self->learner->birth_name = g_strdup ("Exemple");
  self->learner->birth_date = sceau_date_new (1999, 3, 1);
  self->learner->birth_place = g_strdup ("Paris");
}

/* What every paper of @look begins with: it depends on the look alone, so a paper has the same bytes by itself and in any batch. */
static SceauPdf *
make_specimen (const SceauPaperLook *look)
{
  SceauPdf *pdf = sceau_pdf_new ();
  g_auto (Specimen) specimen = { NULL };
  const SceauTextStyle *name = sceau_design_find_style (look->design, "name");
  SceauPaperContent content = { .paper = look->template->paper, .number = "2026-0001", .place = "Paris" };
  SceauPaperBlock block = { .how = "acquis le 1er janvier 2026" };

  specimen_init (&specimen);
  block.block = g_ptr_array_index (specimen.certification->blocks, 0);
  content.blocks = &block;
  content.n_blocks = 1;
  content.school = specimen.school;
  content.certification = specimen.certification;
  content.learner = specimen.learner;
  content.block = g_ptr_array_index (specimen.certification->blocks, 0);
  content.decided = content.delivered = sceau_date_new (2026, 1, 1);
  draw (pdf, look, &content);
  describe (pdf, look, &content);
  if (name != NULL)
    sceau_pdf_reserve (pdf, name->face, SCEAU_PDF_BATCH_LETTERS);
  return pdf;
}

/* --- One file each -------------------------------------------------------- */

typedef struct
{
  const SceauPaperLook *look;
  SceauPaperContentFunc next;
  SceauPaperReadyFunc ready;
  gpointer data;
} Batch;

static gboolean
draw_next (SceauPdf *pdf, guint index, gpointer data, GError **error)
{
  const Batch *batch = data;
  const SceauPaperContent *content = NULL;

  if (!batch->next (index, &content, batch->data, error))
    return FALSE;
  draw (pdf, batch->look, content);
  describe (pdf, batch->look, content);
  return TRUE;
}

static gboolean
take (GBytes *file, guint index, gpointer data, GError **error)
{
  const Batch *batch = data;

  return batch->ready (index, file, batch->data, error);
}

gboolean
sceau_paper_document_render_each (const SceauPaperLook *look, guint n, SceauPaperContentFunc next, SceauPaperReadyFunc ready,
                                  gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SceauPdf) specimen = make_specimen (look);
  Batch batch = { look, next, ready, data };

  return sceau_pdf_batch_each (specimen, n, draw_next, take, &batch, cancellable, error);
}

/* --- One alone: a batch of one -------------------------------------------- */

typedef struct
{
  const SceauPaperContent *content;
  GBytes *bytes;
} Single;

static gboolean
give_single (guint index, const SceauPaperContent **content, gpointer data, GError **error)
{
  *content = ((Single *) data)->content;
  return TRUE;
}

static gboolean
keep_single (guint index, GBytes *pdf, gpointer data, GError **error)
{
  ((Single *) data)->bytes = g_bytes_ref (pdf);
  return TRUE;
}

GBytes *
sceau_paper_document_render (const SceauPaperLook *look, const SceauPaperContent *content, GError **error)
{
  Single single = { content, NULL };

  sceau_paper_document_render_each (look, 1, give_single, keep_single, &single, NULL, error);
  return single.bytes;
}

/* --- One file of all ------------------------------------------------------ */

static gboolean
draw_marked (SceauPdf *pdf, guint index, gpointer data, GError **error)
{
  const Batch *batch = data;
  const SceauPaperContent *content = NULL;
  const guint first = sceau_pdf_n_pages (pdf);
  g_autofree char *name = NULL;

  if (!batch->next (index, &content, batch->data, error))
    return FALSE;
  draw (pdf, batch->look, content);
  if (sceau_pdf_has_failed (pdf))
    return TRUE; /* the batch says why */
  name = sceau_learner_full_name (content->learner);
  sceau_pdf_select_page (pdf, first);
  sceau_pdf_bookmark (pdf, name);
  return TRUE;
}

gboolean
sceau_paper_document_render_merged (const SceauPaperLook *look, guint n, SceauPaperContentFunc next, gpointer data,
                                    GOutputStream *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (SceauPdf) specimen = make_specimen (look);
  Batch batch = { .look = look, .next = next, .data = data };

  sceau_pdf_set_title (specimen, look->template->title);
  sceau_pdf_set_author (specimen, "");
  return sceau_pdf_batch_merged (specimen, n, draw_marked, &batch, out, cancellable, error);
}
