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
  if (content->code_text != NULL)
    sceau_pdf_set_identifier (pdf, content->code_text);
  sceau_pdf_set_created (pdf, day_of (content));
}

/* --- The specimen --------------------------------------------------------- */

/* What dates and places are mostly written with. */
#define TEXT_LETTERS " ,-.0123456789abcdefghilmnopqrstuvéè’"

/* Letters that learners will want beside those of the specimen.  A face that draws names and titles alone gets none:
 * all that names are written with is far more than one name takes, so each paper brings its own. */
static void
reserve_letters (SceauPdf *pdf, const SceauDesign *design)
{
  const SceauTextStyle *name = sceau_design_find_style (design, "name");
  const SceauTextStyle *text = sceau_design_find_style (design, "text");

  if (name != NULL && text != NULL)
    sceau_pdf_reserve (pdf, text->face, name->face == text->face ? SCEAU_PDF_BATCH_LETTERS : TEXT_LETTERS);
}

static SceauLearner *
invent_learner (void)
{
  SceauLearner *learner = sceau_learner_new ();

  learner->first_name = g_strdup ("Camille");
  learner->birth_name = g_strdup ("Exemple");
  learner->birth_date = sceau_date_new (1999, 3, 1);
  learner->birth_place = g_strdup ("Paris");
  return learner;
}

/* What papers like @content begin with: it depends on the look, the school and the certification and on nobody, so a
 * paper has the same bytes by itself and in any batch. */
static SceauPdf *
make_specimen (const SceauPaperLook *look, const SceauPaperContent *content)
{
  SceauPdf *pdf = sceau_pdf_new ();
  g_autoptr (SceauLearner) learner = invent_learner ();
  g_autoptr (SceauBlock) block = sceau_block_new ();
  const SceauPaperBlock acquired = { block, "acquis le 1er janvier 2026" };
  SceauPaperContent specimen = {
    .paper = content->paper,
    .school = content->school,
    .mandate = content->mandate,
    .signatory = content->signatory,
    .certification = content->certification,
    .block = content->block,
    .learner = learner,
    .number = "2026-0001",
    .decided = sceau_date_new (2026, 1, 1),
    .delivered = sceau_date_new (2026, 1, 1),
    .place = "Paris",
    .code_text = content->code_text != NULL ? "SCEAU" : NULL,
    .blocks = &acquired,
    .n_blocks = 1,
  };

  block->code = g_strdup ("RNCP12345BC01");
  block->title = g_strdup ("Concevoir et gérer un projet");
  draw (pdf, look, &specimen);
  reserve_letters (pdf, look->design);
  return pdf;
}

/* --- Batches -------------------------------------------------------------- */

typedef struct
{
  const SceauPaperLook *look;
  SceauPaperContentFunc next;
  SceauPaperReadyFunc ready;
  gpointer data;
  guint index;                      /* of the paper that is described next */
  const SceauPaperContent *content; /* of the one before, while it waits to be drawn */
  SceauPaperContent common;         /* of the first paper with the specimen under way */
  guint first;                      /* its index */
} Batch;

static gboolean
describe_next (Batch *self, GError **error)
{
  if (self->content == NULL && !self->next (self->index++, &self->content, self->data, error))
    return FALSE;
  return self->content != NULL;
}

static SceauPdf *
begin_batch (Batch *self, GError **error)
{
  self->first = self->index;
  if (self->content != NULL)
    self->first--;
  if (!describe_next (self, error))
    return NULL;
  self->common = *self->content;
  return make_specimen (self->look, self->content);
}

/* Whether the specimen is one of the paper to come, too. */
static gboolean
is_alike (const Batch *self)
{
  const SceauPaperContent *one = &self->common;
  const SceauPaperContent *two = self->content;

  return one->paper == two->paper && one->school == two->school && one->mandate == two->mandate && one->signatory == two->signatory
         && one->certification == two->certification && one->block == two->block
         && (one->code_text == NULL) == (two->code_text == NULL);
}

/* --- One file each -------------------------------------------------------- */

static gboolean
draw_next (SceauPdf *pdf, guint index, gpointer data, GError **error)
{
  Batch *batch = data;
  const SceauPaperContent *content;

  if (!describe_next (batch, error) || !is_alike (batch))
    return FALSE;
  content = g_steal_pointer (&batch->content);
  draw (pdf, batch->look, content);
  describe (pdf, batch->look, content);
  return TRUE;
}

static gboolean
take (GBytes *file, guint index, gpointer data, GError **error)
{
  const Batch *batch = data;

  return batch->ready (batch->first + index, file, batch->data, error);
}

gboolean
sceau_paper_document_render_each (const SceauPaperLook *look, guint n, SceauPaperContentFunc next, SceauPaperReadyFunc ready,
                                  gpointer data, GCancellable *cancellable, GError **error)
{
  Batch batch = { .look = look, .next = next, .ready = ready, .data = data };

  while (batch.index < n || batch.content != NULL)
    {
      g_autoptr (SceauPdf) specimen = begin_batch (&batch, error);

      if (specimen == NULL
          || !sceau_pdf_batch_each (specimen, n - batch.first, draw_next, take, &batch, cancellable, error))
        return FALSE;
    }
  return TRUE;
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
  Batch *batch = data;
  const guint first = sceau_pdf_n_pages (pdf);
  const SceauPaperContent *content;
  g_autofree char *name = NULL;

  if (!describe_next (batch, error))
    return FALSE;
  content = g_steal_pointer (&batch->content);
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
  Batch batch = { .look = look, .next = next, .data = data };
  g_autoptr (SceauPdf) specimen = NULL;

  g_return_val_if_fail (n > 0, FALSE);

  specimen = begin_batch (&batch, error);
  if (specimen == NULL)
    return FALSE;
  sceau_pdf_set_title (specimen, look->template->title);
  sceau_pdf_set_author (specimen, batch.common.school->name);
  sceau_pdf_set_subject (specimen, batch.common.certification->title);
  sceau_pdf_set_created (specimen, day_of (&batch.common));
  return sceau_pdf_batch_merged (specimen, n, draw_marked, &batch, out, cancellable, error);
}
