/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-result-letter-private.h"

#include "sceau-table.h"
#include "sceau-text.h"
#include "sceau-words.h"

#define NBSP "\u00A0"

/* --- Modalities that are not passed -------------------------------------- */

/* The latest attempt that was used up, or NULL: a justified absence uses up none and delays nothing. */
static const SceauResult *
find_latest (const SceauDossier *dossier, const char *modality_code)
{
  const SceauResult *latest = NULL;

  for (guint i = 0; dossier->results != NULL && i < dossier->results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (dossier->results, i);

      if (g_strcmp0 (result->modality_code, modality_code) == 0 && result->mark.kind != SCEAU_MARK_BLANK
          && result->mark.kind != SCEAU_MARK_EXCUSED && (latest == NULL || result->attempt > latest->attempt))
        latest = result;
    }
  return latest;
}

static gboolean
is_passed (const SceauDossier *dossier, const SceauModality *modality)
{
  const SceauResult *result = sceau_dossier_counting_result (dossier, modality->code);

  return result != NULL && sceau_mark_passes (result->mark, modality->pass_mark);
}

static int
count_used_attempts (const SceauDossier *dossier, const SceauResult *latest)
{
  int used = latest != NULL ? latest->attempt : 0;

  for (guint i = 0; latest != NULL && i < dossier->results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (dossier->results, i);

      if (g_strcmp0 (result->modality_code, latest->modality_code) == 0 && result->mark.kind == SCEAU_MARK_EXCUSED
          && result->attempt < latest->attempt)
        used--;
    }
  return used;
}

/* "1, à partir du 12 décembre 2026" */
static char *
describe_attempts (const SceauDossier *dossier, const SceauModality *modality, const SceauResult *latest)
{
  const int used = count_used_attempts (dossier, latest);
  const int left = MAX (0, modality->max_attempts - used);
  GString *text = g_string_new (NULL);

  if (latest != NULL && latest->mark.kind == SCEAU_MARK_PENDING)
    {
      g_string_append (text, "résultat attendu");
      return g_string_free (text, FALSE);
    }
  if (modality->max_attempts == 0)
    g_string_append (text, "sans limite de nombre");
  else if (left == 0)
    g_string_append (text, "aucun");
  else
    g_string_append_printf (text, "%d", left);
  if (latest != NULL && latest->date != SCEAU_NO_DATE && modality->retake_delay > 0 && (modality->max_attempts == 0 || left > 0))
    {
      g_autofree char *date = sceau_date_format_long (latest->date + (SceauDate) modality->retake_delay);

      g_string_append_printf (text, ", à partir du" NBSP "%s", date);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_modality (const SceauModality *modality)
{
  const char *type = sceau_words_modality_type (modality->type);

  if (!sceau_words_is_filled (modality->title))
    return g_strdup_printf ("%s (%s)", type, modality->code);
  if (sceau_text_same (modality->title, type))
    return g_strdup (modality->title);
  return g_strdup_printf ("%s (%s)", modality->title, type);
}

static void
add_modality (SceauTable *table, const SceauDossier *dossier, const char *block, const SceauModality *modality)
{
  const SceauResult *counting = sceau_dossier_counting_result (dossier, modality->code);
  const SceauResult *latest = find_latest (dossier, modality->code);
  g_autofree char *title = describe_modality (modality);
  g_autofree char *mark = counting != NULL ? sceau_words_mark (counting->mark, modality->scale) : g_strdup ("—");
  g_autofree char *attempts = describe_attempts (dossier, modality, latest);

  sceau_table_add_row (table, (const char *[]) { block, title, mark, attempts });
}

/* --- What is asked of this candidate ------------------------------------- */

static gboolean
is_due (const SceauResultLetterContent *content, const SceauBlock *block)
{
  const SceauEnrolment *enrolment = content->dossier->enrolment;

  if (sceau_result_letter_has_block (content, block->code) || !sceau_enrolment_targets (enrolment, block->code))
    return FALSE;
  return !block->optional || enrolment->targeted_blocks->len > 0;
}

/* Those of a block that are not passed; all of them when each is passed and their mean is not enough. */
static void
add_block (SceauTable *table, const SceauResultLetterContent *content, const SceauBlock *block)
{
  const SceauDossier *dossier = content->dossier;
  g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (dossier->plan, block->code);
  const char *code = sceau_words_block_code (dossier->certification, block->code);
  guint n_failed = 0;

  for (guint i = 0; i < modalities->len; i++)
    n_failed += is_passed (dossier, g_ptr_array_index (modalities, i)) ? 0 : 1;
  for (guint i = 0; i < modalities->len; i++)
    if (n_failed == 0 || !is_passed (dossier, g_ptr_array_index (modalities, i)))
      add_modality (table, dossier, code, g_ptr_array_index (modalities, i));
}

/* A modality outside the blocks: what the whole is judged by, or what a requirement asks that is not met. */
static gboolean
is_asked (const SceauDossier *dossier, const SceauProposal *proposal, const SceauModality *modality)
{
  if (dossier->certification->blocks->len == 0)
    return TRUE;
  /* Somebody who came for some blocks is not asked what the whole asks. */
  if (dossier->enrolment->targeted_blocks->len > 0)
    return FALSE;
  for (guint i = 0; i < dossier->plan->requirements->len; i++)
    {
      const SceauRequirement *requirement = g_ptr_array_index (dossier->plan->requirements, i);

      if (g_strcmp0 (requirement->modality_code, modality->code) != 0)
        continue;
      for (guint j = 0; j < proposal->requirements->len; j++)
        {
          const SceauRequirementVerdict *verdict = g_ptr_array_index (proposal->requirements, j);

          if (g_strcmp0 (verdict->requirement_code, requirement->code) == 0 && !verdict->met)
            return TRUE;
        }
    }
  return FALSE;
}

static void
add_heading (SceauFlow *flow)
{
  sceau_flow_paragraph (flow, &sceau_flow_bold, "Ce qu’il vous reste à valider");
}

static SceauTable *
begin_table (SceauFlow *flow)
{
  static const SceauTableColumn columns[] = { { "Bloc", 40, SCEAU_PDF_LEFT },
                                              { "Épreuve", 198, SCEAU_PDF_LEFT },
                                              { "Résultat retenu", 84, SCEAU_PDF_LEFT },
                                              { "Passages restants", 148, SCEAU_PDF_LEFT } };

  sceau_flow_need (flow, 70);
  add_heading (flow);
  return sceau_table_new (flow, columns, G_N_ELEMENTS (columns));
}

static gboolean
has_modality_to_pass (const SceauResultLetterContent *content, const SceauProposal *proposal)
{
  const SceauDossier *dossier = content->dossier;

  for (guint i = 0; i < dossier->plan->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (dossier->plan->modalities, i);
      const SceauBlock *block
          = modality->block_code != NULL ? sceau_certification_find_block (dossier->certification, modality->block_code) : NULL;

      if (block != NULL ? is_due (content, block) : !is_passed (dossier, modality) && is_asked (dossier, proposal, modality))
        return TRUE;
    }
  return FALSE;
}

/* Whether there were any. */
static gboolean
draw_modalities (SceauFlow *flow, const SceauResultLetterContent *content, const SceauProposal *proposal)
{
  const SceauDossier *dossier = content->dossier;
  g_autoptr (GPtrArray) others = sceau_plan_list_modalities (dossier->plan, NULL);
  g_autoptr (SceauTable) table = NULL;

  if (!has_modality_to_pass (content, proposal))
    return FALSE;
  table = begin_table (flow);
  for (guint i = 0; i < dossier->certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (dossier->certification->blocks, i);

      if (is_due (content, block))
        add_block (table, content, block);
    }
  for (guint i = 0; i < others->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (others, i);

      if (!is_passed (dossier, modality) && is_asked (dossier, proposal, modality))
        add_modality (table, dossier, "", modality);
    }
  sceau_flow_space (flow, 4);
  return TRUE;
}

static gboolean
asks_modality (const SceauPlan *plan, const char *requirement_code)
{
  for (guint i = 0; i < plan->requirements->len; i++)
    {
      const SceauRequirement *requirement = g_ptr_array_index (plan->requirements, i);

      if (g_strcmp0 (requirement->code, requirement_code) == 0)
        return requirement->modality_code != NULL && sceau_plan_find_modality (plan, requirement->modality_code) != NULL;
    }
  return FALSE;
}

/* Requirements that are no assessment: their reasons are sentences already. */
static void
draw_requirements (SceauFlow *flow, const SceauPlan *plan, const SceauProposal *proposal, gboolean has_heading)
{
  for (guint i = 0; i < proposal->requirements->len; i++)
    {
      const SceauRequirementVerdict *verdict = g_ptr_array_index (proposal->requirements, i);

      if (verdict->met || !sceau_words_is_filled (verdict->reason) || asks_modality (plan, verdict->requirement_code))
        continue;
      if (!has_heading)
        add_heading (flow);
      has_heading = TRUE;
      sceau_flow_item (flow, &sceau_flow_text, verdict->reason);
    }
}

void
sceau_result_letter_draw_remains (SceauFlow *flow, const SceauResultLetterContent *content)
{
  g_autoptr (SceauProposal) proposal = sceau_proposal_new (content->dossier);
  const gboolean has_heading = draw_modalities (flow, content, proposal);

  if (content->dossier->enrolment->targeted_blocks->len == 0)
    draw_requirements (flow, content->dossier->plan, proposal, has_heading);
}
