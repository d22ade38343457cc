/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Which result of a modality counts, and what it says.
 *
 * Attempts are never overwritten; the plan says whether the best or the last one counts.
 *  - A blank attempt is no attempt: a line that was opened and not filled changes nothing.
 *  - A fraud voids what came before it.  It counts unless the school let the candidate
 *    sit a later attempt, which then counts by itself.
 *  - Exempt is better than any value, any value is better than an absence.
 *  - A mark still to come (pending, or excused with nothing after it) keeps the modality open,
 *    so that nobody fails on what is not known.
 */

#include "sceau-assessment-private.h"

#include "sceau-text.h"

static const SceauResult *
get_result (const SceauDossier *dossier, guint index, const char *modality_code)
{
  const SceauResult *result = g_ptr_array_index (dossier->results, index);

  if (g_strcmp0 (result->modality_code, modality_code) != 0 || result->mark.kind == SCEAU_MARK_BLANK)
    return NULL;
  return result;
}

/* The last fraud, or NULL when there is none. */
static const SceauResult *
find_fraud (const SceauDossier *dossier, const char *modality_code)
{
  const SceauResult *fraud = NULL;

  for (guint i = 0; i < dossier->results->len; i++)
    {
      const SceauResult *result = get_result (dossier, i, modality_code);

      if (result != NULL && result->mark.kind == SCEAU_MARK_FRAUD && (fraud == NULL || result->attempt >= fraud->attempt))
        fraud = result;
    }
  return fraud;
}

/* How good a mark is when the best attempt counts; of two alike the later one is kept. */
static int
rank_mark (SceauMark mark)
{
  switch (mark.kind)
    {
    case SCEAU_MARK_EXEMPT:
      return 3;
    case SCEAU_MARK_VALUE:
      return 2;
    case SCEAU_MARK_PENDING:
      return 1;
    case SCEAU_MARK_ABSENT:
    case SCEAU_MARK_EXCUSED:
    case SCEAU_MARK_BLANK:
    case SCEAU_MARK_FRAUD:
      return 0;
    }
  g_return_val_if_reached (0);
}

static gboolean
replaces (const SceauResult *result, const SceauResult *best, SceauRetakePolicy policy)
{
  int rank, best_rank;

  if (best == NULL)
    return TRUE;
  if (policy == SCEAU_RETAKE_LAST)
    return result->attempt >= best->attempt;
  rank = rank_mark (result->mark);
  best_rank = rank_mark (best->mark);
  if (rank != best_rank)
    return rank > best_rank;
  if (rank == 2 && result->mark.value != best->mark.value)
    return result->mark.value > best->mark.value;
  return result->attempt >= best->attempt;
}

const SceauResult *
sceau_dossier_counting_result (const SceauDossier *dossier, const char *modality_code)
{
  const SceauResult *fraud = find_fraud (dossier, modality_code);
  const SceauResult *best = NULL;

  for (guint i = 0; i < dossier->results->len; i++)
    {
      const SceauResult *result = get_result (dossier, i, modality_code);

      if (result == NULL || (fraud != NULL && result->attempt <= fraud->attempt))
        continue;
      if (replaces (result, best, dossier->plan->retakes))
        best = result;
    }
  return best != NULL ? best : fraud;
}

static gboolean
is_to_come (SceauMark mark)
{
  return mark.kind == SCEAU_MARK_BLANK || mark.kind == SCEAU_MARK_PENDING || mark.kind == SCEAU_MARK_EXCUSED;
}

/* Whether another attempt than the counting one, which is the best so far, may still do better: not than a
 * dispense, and not one that a fraud voided. */
static gboolean
may_improve (const SceauDossier *dossier, const SceauResult *counting)
{
  const SceauResult *fraud = find_fraud (dossier, counting->modality_code);
  const SceauResult *last = counting;
  gboolean pending = FALSE;

  if (dossier->plan->retakes == SCEAU_RETAKE_LAST || counting->mark.kind == SCEAU_MARK_EXEMPT)
    return FALSE;
  for (guint i = 0; i < dossier->results->len; i++)
    {
      const SceauResult *result = get_result (dossier, i, counting->modality_code);

      if (result == NULL || (fraud != NULL && result->attempt <= fraud->attempt))
        continue;
      if (result->attempt > last->attempt)
        last = result;
      pending = pending || result->mark.kind == SCEAU_MARK_PENDING;
    }
  return pending || last->mark.kind == SCEAU_MARK_EXCUSED;
}

SceauAssessment
sceau_dossier_assess (const SceauDossier *dossier, const SceauModality *modality)
{
  SceauAssessment assessment = { modality, SCEAU_MARK_NONE, TRUE };
  const SceauResult *counting = sceau_dossier_counting_result (dossier, modality->code);

  if (counting == NULL)
    return assessment;
  assessment.mark = counting->mark;
  assessment.open = is_to_come (counting->mark)
                    || (counting->mark.kind != SCEAU_MARK_FRAUD && may_improve (dossier, counting));
  return assessment;
}

gboolean
sceau_plan_claims (const SceauPlan *plan, const SceauModality *modality)
{
  for (guint i = 0; i < plan->requirements->len; i++)
    {
      const SceauRequirement *requirement = g_ptr_array_index (plan->requirements, i);

      if (requirement->kind == SCEAU_REQUIREMENT_MODALITY
          && g_strcmp0 (requirement->modality_code, modality->code) == 0)
        return TRUE;
    }
  return FALSE;
}

GArray *
sceau_dossier_assess_all (const SceauDossier *dossier, const char *block_code)
{
  GArray *assessments = g_array_new (FALSE, FALSE, sizeof (SceauAssessment));
  g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (dossier->plan, block_code);

  for (guint i = 0; i < modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (modalities, i);
      SceauAssessment assessment = sceau_dossier_assess (dossier, modality);

      if (block_code != NULL || !sceau_plan_claims (dossier->plan, modality))
        g_array_append_val (assessments, assessment);
    }
  return assessments;
}

gboolean
sceau_assessment_passes (const SceauAssessment *self)
{
  return sceau_mark_passes (self->mark, self->modality->pass_mark);
}

gboolean
sceau_assessment_is_lost (const SceauAssessment *self)
{
  return !self->open && !sceau_assessment_passes (self);
}

const char *
sceau_assessment_name (const SceauAssessment *self)
{
  return self->modality->title != NULL ? self->modality->title : self->modality->code;
}

char *
sceau_value_describe (gint32 value, SceauScale scale)
{
  g_autofree char *text = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, value }, scale);

  if (scale == SCEAU_SCALE_TWENTY)
    return g_strdup_printf ("%s sur 20", text);
  return g_steal_pointer (&text);
}

static char *
describe_mark (const SceauAssessment *self)
{
  g_autofree char *value = NULL;
  g_autofree char *pass_mark = NULL;

  switch (self->mark.kind)
    {
    case SCEAU_MARK_BLANK:
      return g_strdup ("résultat non saisi");
    case SCEAU_MARK_ABSENT:
      return g_strdup ("absence injustifiée");
    case SCEAU_MARK_EXCUSED:
      return g_strdup ("absence justifiée");
    case SCEAU_MARK_PENDING:
      return g_strdup ("note en attente");
    case SCEAU_MARK_EXEMPT:
      return g_strdup ("dispense");
    case SCEAU_MARK_FRAUD:
      return g_strdup ("fraude retenue");
    case SCEAU_MARK_VALUE:
      break;
    }
  value = sceau_value_describe (self->mark.value, self->modality->scale);
  if (self->open)
    return g_strdup_printf ("%s, nouveau passage en attente", value);
  pass_mark = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, self->modality->pass_mark }, self->modality->scale);
  return g_strdup_printf ("%s, seuil de %s", value, pass_mark);
}

char *
sceau_assessment_describe (const SceauAssessment *self)
{
  g_autofree char *mark = describe_mark (self);

  return g_strdup_printf ("« %s » (%s)", sceau_assessment_name (self), mark);
}

char *
sceau_french_sentence (char *text)
{
  g_autofree char *plain = text;

  return sceau_text_french_spaces (plain);
}
