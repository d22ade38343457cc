/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-grid-document.h"

#include "sceau-heading.h"
#include "sceau-ornament.h"
#include "sceau-table.h"
#include "sceau-text.h"
#include "sceau-words.h"

#include <glib/gi18n-lib.h>

#define NBSP "\u00A0"

#define CRITERION_ROW 30.0
#define WRITING_LINE 20.0
#define SIGNATURE_HEIGHT 62.0

/* --- Who and what -------------------------------------------------------- */

static char *
describe_block (const SceauGridContent *content)
{
  const char *code = content->modality->block_code;
  const SceauBlock *block = code != NULL ? sceau_certification_find_block (content->certification, code) : NULL;

  return block != NULL ? g_strdup_printf ("%s — %s", block->code, block->title) : NULL;
}

static char *
describe_modality (const SceauModality *modality)
{
  const char *type = sceau_words_modality_type (modality->type);

  if (!sceau_words_is_filled (modality->title) || sceau_text_same (modality->title, type))
    return g_strdup_printf ("%s — %s", modality->code, type);
  return g_strdup_printf ("%s — %s (%s)", modality->code, modality->title, type);
}

static char *
describe_candidate (const SceauGridCandidate *candidate)
{
  if (!sceau_words_is_filled (candidate->name))
    return g_strdup (candidate->number);
  return sceau_words_is_filled (candidate->number) ? g_strdup_printf ("%s (n°" NBSP "%s)", candidate->name, candidate->number)
                                                   : g_strdup (candidate->name);
}

static void
draw_facts (SceauFlow *flow, const SceauGridContent *content, const SceauGridCandidate *candidate)
{
  g_autofree char *block = describe_block (content);
  g_autofree char *modality = describe_modality (content->modality);
  g_autofree char *who = describe_candidate (candidate);
  g_autofree char *attempt = candidate->attempt > 0 ? g_strdup_printf ("%d%s", candidate->attempt, candidate->attempt == 1 ? "er" : "e") : NULL;
  g_autofree char *date = candidate->result != NULL ? sceau_date_format_long (candidate->result->date) : NULL;

  if (block != NULL)
    sceau_flow_fact (flow, "Bloc", block);
  sceau_flow_fact (flow, "Épreuve", modality);
  if (sceau_words_is_filled (content->modality->deliverable))
    sceau_flow_fact (flow, "Livrable", content->modality->deliverable);
  if (sceau_words_is_filled (content->cohort_name))
    sceau_flow_fact (flow, "Promotion", content->cohort_name);
  sceau_flow_space (flow, 3);
  sceau_flow_fact (flow, "Candidat", who);
  sceau_flow_fact (flow, "Passage", attempt);
  sceau_flow_fact (flow, "Date de l’épreuve", date);
}

/* --- Criteria ------------------------------------------------------------ */

/* -1 when no points were given for it. */
static gint32
find_points (const SceauGridContent *content, const SceauGridCandidate *candidate, const char *criterion)
{
  for (guint i = 0; candidate->points != NULL && i < candidate->points->len; i++)
    {
      const SceauCriterionPoints *points = g_ptr_array_index (candidate->points, i);
      const gboolean ours = candidate->result == NULL || points->enrolment_id == candidate->result->enrolment_id;

      if (ours && g_strcmp0 (points->modality_code, content->modality->code) == 0 && g_strcmp0 (points->criterion, criterion) == 0
          && (candidate->attempt == 0 || points->attempt == candidate->attempt))
        return points->points;
    }
  return -1;
}

/* The statement of the block's competence that a criterion shows, or NULL. */
static const char *
find_competence (const SceauGridContent *content, const SceauCriterion *criterion)
{
  const char *code = content->modality->block_code;
  const SceauBlock *block = code != NULL ? sceau_certification_find_block (content->certification, code) : NULL;

  if (block == NULL || criterion->competence < 1 || (guint) criterion->competence > block->competences->len)
    return NULL;
  return g_ptr_array_index (block->competences, criterion->competence - 1);
}

/* Only when every criterion has points. */
static char *
make_total (const SceauGridContent *content, const SceauGridCandidate *candidate, gint32 *maximum)
{
  const GPtrArray *criteria = content->modality->criteria;
  gboolean complete = TRUE;
  gint32 sum = 0;

  *maximum = 0;
  for (guint i = 0; i < criteria->len; i++)
    {
      const SceauCriterion *criterion = g_ptr_array_index (criteria, i);
      const gint32 points = find_points (content, candidate, criterion->code);

      *maximum += criterion->points;
      complete = complete && points >= 0;
      sum += MAX (points, 0);
    }
  return complete ? sceau_words_hundredths (sum) : NULL;
}

static void
draw_criteria (SceauFlow *flow, const SceauGridContent *content, const SceauGridCandidate *candidate)
{
  static const SceauTableColumn columns[]
      = { { "Code", 36, SCEAU_PDF_LEFT }, { "Critère", 190, SCEAU_PDF_LEFT }, { "Compétence évaluée", 175, SCEAU_PDF_LEFT },
          { "Points", 52, SCEAU_PDF_RIGHT }, { "Maximum", 52, SCEAU_PDF_RIGHT } };
  const GPtrArray *criteria = content->modality->criteria;
  g_autoptr (SceauTable) table = NULL;
  g_autofree char *total = NULL;
  g_autofree char *most = NULL;
  gint32 maximum;

  if (criteria->len == 0)
    return;
  sceau_flow_space (flow, 8);
  table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));
  sceau_table_set_row_height (table, CRITERION_ROW);
  for (guint i = 0; i < criteria->len; i++)
    {
      const SceauCriterion *criterion = g_ptr_array_index (criteria, i);
      const gint32 points = find_points (content, candidate, criterion->code);
      g_autofree char *given = points >= 0 ? sceau_words_hundredths (points) : NULL;
      g_autofree char *limit = sceau_words_hundredths (criterion->points);

      sceau_table_add_row (table, (const char *[]) { criterion->code, criterion->title, find_competence (content, criterion), given, limit });
    }
  total = make_total (content, candidate, &maximum);
  most = sceau_words_hundredths (maximum);
  sceau_table_set_row_height (table, 0);
  sceau_table_add_row (table, (const char *[]) { "", "Total", "", total, most });
}

/* --- Mark, comment, signature -------------------------------------------- */

/* What an examiner writes or rings. */
static const char *
empty_mark (SceauScale scale)
{
  static const char *const texts[] = {
    [SCEAU_SCALE_TWENTY] = "…………… sur" NBSP "20",
    [SCEAU_SCALE_LETTERS] = "A — B — C — D — E — F (entourer)",
    [SCEAU_SCALE_ACQUISITION] = "acquis — partiellement acquis — non acquis (entourer)",
  };

  g_return_val_if_fail ((guint) scale < G_N_ELEMENTS (texts), "");
  return texts[scale];
}

static void
draw_mark (SceauFlow *flow, const SceauGridContent *content, const SceauGridCandidate *candidate)
{
  const SceauModality *modality = content->modality;
  const gboolean known = candidate->result != NULL && candidate->result->mark.kind != SCEAU_MARK_BLANK;
  g_autofree char *mark = known ? sceau_words_mark (candidate->result->mark, modality->scale) : g_strdup (empty_mark (modality->scale));
  g_autofree char *pass = sceau_words_mark ((SceauMark) { SCEAU_MARK_VALUE, modality->pass_mark }, modality->scale);
  g_autofree char *text = g_strdup_printf ("%s — seuil de validation" NBSP ": %s", mark, pass);

  sceau_flow_space (flow, 8);
  sceau_flow_fact (flow, "Note", text);
}

static void
draw_comment (SceauFlow *flow, const SceauGridCandidate *candidate, guint n_lines)
{
  const char *comment = candidate->result != NULL ? candidate->result->comment : NULL;

  if (sceau_words_is_filled (comment))
    {
      sceau_flow_fact (flow, "Appréciation", comment);
      return;
    }
  sceau_flow_need (flow, (n_lines + 1) * WRITING_LINE);
  sceau_flow_fact (flow, "Appréciation", NULL);
  for (guint i = 1; i < n_lines; i++)
    {
      flow->y += WRITING_LINE;
      sceau_pdf_line (flow->pdf, flow->left, flow->y, flow->left + flow->width, flow->y, 0.4, sceau_ornament_grey);
    }
  sceau_flow_space (flow, 8);
}

/* Two boxes side by side. */
static void
draw_signature (SceauFlow *flow, const SceauGridCandidate *candidate)
{
  const char *examiner = candidate->result != NULL ? candidate->result->examiner : NULL;
  const char *const labels[] = { "Examinateur ou examinatrice", "Date et signature" };
  const double width = flow->width / 2;

  sceau_flow_need (flow, SIGNATURE_HEIGHT + 12);
  sceau_flow_space (flow, 8);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const double x = flow->left + i * width;

      sceau_pdf_frame (flow->pdf, x, flow->y, width, SIGNATURE_HEIGHT, 0.6, sceau_ornament_grey);
      sceau_pdf_text (flow->pdf, &sceau_flow_bold, SCEAU_PDF_LEFT, x + 6, flow->y + 14, labels[i]);
    }
  if (sceau_words_is_filled (examiner))
    {
      g_autoptr (SceauTextLines) name = sceau_text_fit (flow->pdf, &sceau_flow_text, examiner, width - 12, 2, 0.7);

      sceau_text_draw (flow->pdf, &name->style, SCEAU_PDF_LEFT, flow->left + 6, flow->y + 32, name->style.size * 1.3, name->lines);
    }
  flow->y += SIGNATURE_HEIGHT;
}

/* --- The document -------------------------------------------------------- */

static void
draw_grid (SceauPdf *pdf, const SceauGridContent *content, const SceauGridCandidate *candidate, const char *title)
{
  g_autofree char *running = g_strdup_printf ("%s — %s", title, candidate->name != NULL ? candidate->name : content->certification->title);
  g_autoptr (SceauFlow) flow = sceau_flow_new (pdf, running, NULL);

  sceau_words_require (pdf, _("The learner’s name"), candidate->name);
  sceau_flow_add_page (flow);
  sceau_heading_draw (flow, content->school, "Grille d’évaluation", content->certification);
  draw_facts (flow, content, candidate);
  draw_criteria (flow, content, candidate);
  draw_mark (flow, content, candidate);
  /* Without criteria the appreciation is all there is. */
  draw_comment (flow, candidate, content->modality->criteria->len > 0 ? 4 : 14);
  draw_signature (flow, candidate);
  sceau_flow_finish (flow, content->school->name);
}

GBytes *
sceau_grid_document_render (const SceauGridContent *content, GError **error)
{
  static const SceauGridCandidate anybody = { NULL };
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autofree char *title = NULL;

  g_return_val_if_fail (content != NULL && content->modality != NULL, NULL);

  title = g_strdup_printf ("Grille d’évaluation — %s", content->modality->code);
  for (gsize i = 0; i < content->n_candidates && !sceau_pdf_has_failed (pdf); i++)
    draw_grid (pdf, content, &content->candidates[i], title);
  if (content->n_candidates == 0)
    draw_grid (pdf, content, &anybody, title);
  sceau_pdf_set_title (pdf, title);
  sceau_pdf_set_author (pdf, content->school->name);
  sceau_pdf_set_subject (pdf, content->certification->title);
  if (content->established != SCEAU_NO_DATE)
    sceau_pdf_set_created (pdf, content->established);
  return sceau_pdf_finish (pdf, error);
}
