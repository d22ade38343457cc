/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Which result of a modality counts, and for how much.
 *
 * Attempts are never overwritten; the plan says whether the best or the last one counts.
 *  - A blank attempt is no attempt: a line that was opened and not filled changes nothing.
 *  - A fraud voids what came before it.  It counts unless the school let the candidate
 *    sit a later attempt, which then counts by itself.
 *  - Exempt is better than any value, any value is better than an absence.
 *  - A retake counts at most for the cap of its modality.  An attempt is a retake when one before it was
 *    used up; a justified absence uses up none, so that what follows it is still the first attempt.
 *  - A mark still to come (pending, or excused with nothing after it) keeps the modality open,
 *    so that nobody fails on what is not known.
 */

#include "sceau-assessment-private.h"

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

/* Justified absences before @attempt that no fraud voided. */
static int
count_excused (const SceauDossier *dossier, const char *modality_code, int attempt, const SceauResult *fraud)
{
  int n = 0;

  for (guint i = 0; i < dossier->results->len; i++)
    {
      const SceauResult *result = get_result (dossier, i, modality_code);

      if (result != NULL && result->mark.kind == SCEAU_MARK_EXCUSED && result->attempt < attempt
          && (fraud == NULL || result->attempt > fraud->attempt))
        n++;
    }
  return n;
}

/* What a result counts for. */
static SceauMark
cap_mark (const SceauDossier *dossier, const SceauModality *modality, const SceauResult *result, const SceauResult *fraud)
{
  SceauMark mark = result->mark;

  if (modality != NULL && modality->retake_cap >= 0 && mark.kind == SCEAU_MARK_VALUE && mark.value > modality->retake_cap
      && result->attempt - count_excused (dossier, modality->code, result->attempt, fraud) >= 2)
    mark.value = modality->retake_cap;
  return mark;
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

/* A result with what it counts for. */
typedef struct
{
  const SceauResult *result;
  SceauMark mark;
} Candidate;

static gboolean
replaces (const Candidate *candidate, const Candidate *best, SceauRetakePolicy policy)
{
  int rank, best_rank;

  if (best->result == NULL)
    return TRUE;
  if (policy == SCEAU_RETAKE_LAST)
    return candidate->result->attempt >= best->result->attempt;
  rank = rank_mark (candidate->mark);
  best_rank = rank_mark (best->mark);
  if (rank != best_rank)
    return rank > best_rank;
  if (rank == 2 && candidate->mark.value != best->mark.value)
    return candidate->mark.value > best->mark.value;
  return candidate->result->attempt >= best->result->attempt;
}

static Candidate
find_counting (const SceauDossier *dossier, const char *modality_code, const SceauModality *modality)
{
  const SceauResult *fraud = find_fraud (dossier, modality_code);
  Candidate best = { NULL, SCEAU_MARK_NONE };

  for (guint i = 0; i < dossier->results->len; i++)
    {
      const SceauResult *result = get_result (dossier, i, modality_code);
      Candidate candidate;

      if (result == NULL || (fraud != NULL && result->attempt <= fraud->attempt))
        continue;
      candidate = (Candidate) { result, cap_mark (dossier, modality, result, fraud) };
      if (replaces (&candidate, &best, dossier->plan->retakes))
        best = candidate;
    }
  return best.result == NULL && fraud != NULL ? (Candidate) { fraud, fraud->mark } : best;
}

const SceauResult *
sceau_dossier_counting_result (const SceauDossier *dossier, const char *modality_code)
{
  return find_counting (dossier, modality_code, sceau_plan_find_modality (dossier->plan, modality_code)).result;
}

SceauMark
sceau_dossier_counting_mark (const SceauDossier *dossier, const char *modality_code)
{
  return find_counting (dossier, modality_code, sceau_plan_find_modality (dossier->plan, modality_code)).mark;
}

/* Attempts that cannot be had again. */
static int
count_used (const SceauDossier *dossier, const char *modality_code)
{
  const SceauResult *fraud = find_fraud (dossier, modality_code);
  int last = 0;

  for (guint i = 0; i < dossier->results->len; i++)
    {
      const SceauResult *result = get_result (dossier, i, modality_code);

      if (result != NULL)
        last = MAX (last, result->attempt);
    }
  return last - count_excused (dossier, modality_code, last + 1, fraud);
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
  SceauAssessment assessment = { modality, SCEAU_MARK_NONE, SCEAU_MARK_NONE, 0, 0, TRUE };
  Candidate counting = find_counting (dossier, modality->code, modality);

  if (counting.result == NULL)
    return assessment;
  assessment.mark = counting.mark;
  assessment.obtained = counting.result->mark;
  assessment.attempt = counting.result->attempt;
  assessment.used = count_used (dossier, modality->code);
  assessment.open = is_to_come (counting.mark)
                    || (counting.mark.kind != SCEAU_MARK_FRAUD && may_improve (dossier, counting.result));
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

gboolean
sceau_assessment_is_exhausted (const SceauAssessment *self)
{
  return self->modality->max_attempts > 0 && self->used >= self->modality->max_attempts;
}

gboolean
sceau_assessment_is_capped (const SceauAssessment *self)
{
  return !sceau_mark_equal (self->mark, self->obtained);
}

gboolean
sceau_assessment_misses_floor (const SceauAssessment *self)
{
  return self->mark.kind == SCEAU_MARK_VALUE && self->modality->floor >= 0 && self->mark.value < self->modality->floor;
}
