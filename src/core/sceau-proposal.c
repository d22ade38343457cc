/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The outcome that the program proposes to the jury for one enrolment (DESIGN §3, Evaluation and Jury).
 *
 * A missing mark is neither won nor lost.  The outcome is therefore worked out twice, once as if
 * everything that is still to come were won and once as if it were lost: when both agree it is known,
 * otherwise the decision is deferred.
 */

#include "sceau-assessment-private.h"

#define BLOCK(self, i) (&g_array_index ((self)->blocks, SceauBlockExamination, (i)))

static void
count_assessments (SceauJudgement *self, GArray *assessments)
{
  if (assessments->len > 0)
    g_array_append_vals (self->counting, assessments->data, assessments->len);
}

/* A block acquired before the session is not assessed again, but a fraud in it stays a fraud. */
static void
judge_blocks (SceauJudgement *self)
{
  GPtrArray *blocks = self->dossier->certification->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (blocks, i);
      SceauBlockExamination examination;

      sceau_block_examine (self->dossier, block->code, &examination);
      g_array_append_val (self->blocks, examination);
      g_ptr_array_add (self->proposal->blocks, examination.verdict);
      if (sceau_enrolment_targets (self->dossier->enrolment, block->code))
        count_assessments (self, examination.assessments);
    }
  if (blocks->len > 0)
    return;
  sceau_block_examine (self->dossier, NULL, &self->whole);
  count_assessments (self, self->whole.assessments);
}

gboolean
sceau_judgement_aims_at_whole (const SceauJudgement *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (self->dossier->certification->blocks, i);

      if (!block->optional && BLOCK (self, i)->verdict->state == SCEAU_BLOCK_NOT_TARGETED)
        return FALSE;
    }
  return TRUE;
}

static void
judge_requirements (SceauJudgement *self)
{
  GPtrArray *requirements = self->dossier->plan->requirements;
  gboolean aims_at_whole = sceau_judgement_aims_at_whole (self);

  for (guint i = 0; i < requirements->len; i++)
    {
      SceauRequirementExamination examination;

      sceau_requirement_examine (self->dossier, g_ptr_array_index (requirements, i), &examination);
      g_array_append_val (self->requirements, examination);
      g_ptr_array_add (self->proposal->requirements, examination.verdict);
      if (examination.assessment.modality != NULL
          && (aims_at_whole || examination.assessment.mark.kind == SCEAU_MARK_FRAUD))
        g_array_append_val (self->counting, examination.assessment);
    }
}

/* Whether a verdict is won; what is pending is won when @pending_won. */
static gboolean
is_won (const SceauBlockVerdict *verdict, gboolean pending_won)
{
  return verdict->state == SCEAU_BLOCK_ACQUIRED || (pending_won && verdict->state == SCEAU_BLOCK_PENDING);
}

static gboolean
has_block (const SceauJudgement *self, gboolean pending_won)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (is_won (BLOCK (self, i)->verdict, pending_won))
      return TRUE;
  return FALSE;
}

/* Every required block and every requirement; optional blocks alone certify nobody. */
static gboolean
has_everything (const SceauJudgement *self, gboolean pending_won)
{
  guint n_required = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (self->dossier->certification->blocks, i);

      if (block->optional)
        continue;
      if (!is_won (BLOCK (self, i)->verdict, pending_won))
        return FALSE;
      n_required++;
    }
  for (guint i = 0; i < self->proposal->requirements->len; i++)
    {
      const SceauRequirementVerdict *verdict = g_ptr_array_index (self->proposal->requirements, i);

      if (!verdict->met && !(pending_won && verdict->pending))
        return FALSE;
    }
  if (self->whole.verdict != NULL)
    return is_won (self->whole.verdict, pending_won);
  return n_required > 0;
}

static SceauOutcome
settle (const SceauJudgement *self, gboolean pending_won)
{
  if (has_everything (self, pending_won))
    return SCEAU_OUTCOME_CERTIFIED;
  if (self->dossier->certification->partial_allowed && has_block (self, pending_won))
    return SCEAU_OUTCOME_PARTIAL;
  return SCEAU_OUTCOME_FAILED;
}

static gboolean
has_fraud (const SceauJudgement *self)
{
  for (guint i = 0; i < self->counting->len; i++)
    if (g_array_index (self->counting, SceauAssessment, i).mark.kind == SCEAU_MARK_FRAUD)
      return TRUE;
  return FALSE;
}

/* Dispenses apart, everything that counts is of @kind, and there is something. */
static gboolean
is_all_of_kind (const SceauJudgement *self, SceauMarkKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->counting->len; i++)
    {
      SceauMarkKind one = g_array_index (self->counting, SceauAssessment, i).mark.kind;

      if (one == SCEAU_MARK_EXEMPT)
        continue;
      if (one != kind)
        return FALSE;
      n++;
    }
  return n > 0;
}

/* A departure for good, then a fraud in what the enrolment targets, then an interruption come before any arithmetic. */
static SceauOutcome
decide_outcome (const SceauJudgement *self)
{
  SceauEnrolmentState state = self->dossier->enrolment->state;
  SceauOutcome best, worst;

  if (state == SCEAU_ENROLMENT_WITHDRAWN)
    return SCEAU_OUTCOME_WITHDRAWN;
  if (state == SCEAU_ENROLMENT_EXCLUDED || has_fraud (self))
    return SCEAU_OUTCOME_FRAUD;
  if (state == SCEAU_ENROLMENT_INTERRUPTED)
    return SCEAU_OUTCOME_DEFERRED;
  best = settle (self, TRUE);
  worst = settle (self, FALSE);
  if (worst == SCEAU_OUTCOME_CERTIFIED || (best == worst && worst == SCEAU_OUTCOME_PARTIAL))
    return worst;
  if (best == worst && is_all_of_kind (self, SCEAU_MARK_ABSENT))
    return SCEAU_OUTCOME_ABSENT;
  if (is_all_of_kind (self, SCEAU_MARK_EXCUSED))
    return SCEAU_OUTCOME_EXCUSED;
  return best == worst ? worst : SCEAU_OUTCOME_DEFERRED;
}

/* Without partial results a block is acquired with the whole or not at all. */
static void
withhold_blocks (SceauJudgement *self)
{
  SceauOutcome outcome = self->proposal->outcome;
  SceauBlockState state
      = outcome == SCEAU_OUTCOME_DEFERRED || outcome == SCEAU_OUTCOME_EXCUSED ? SCEAU_BLOCK_PENDING : SCEAU_BLOCK_NOT_ACQUIRED;

  if (outcome == SCEAU_OUTCOME_CERTIFIED || self->dossier->certification->partial_allowed)
    return;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      SceauBlockExamination *examination = BLOCK (self, i);

      if (examination->kept || examination->verdict->state != SCEAU_BLOCK_ACQUIRED)
        continue;
      /* The examination frees the verdict that it replaces, which the proposal holds no longer. */
      self->proposal->blocks->pdata[i] = NULL;
      sceau_block_examination_withhold (examination, state);
      self->proposal->blocks->pdata[i] = examination->verdict;
      self->n_withheld++;
    }
}

void
sceau_judgement_init (SceauJudgement *self, const SceauDossier *dossier)
{
  *self = (SceauJudgement) { .dossier = dossier, .proposal = g_new0 (SceauProposal, 1) };
  self->proposal->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_block_verdict_free);
  self->proposal->requirements = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_requirement_verdict_free);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (SceauBlockExamination));
  self->requirements = g_array_new (FALSE, FALSE, sizeof (SceauRequirementExamination));
  self->counting = g_array_new (FALSE, FALSE, sizeof (SceauAssessment));
  judge_blocks (self);
  judge_requirements (self);
  self->proposal->outcome = decide_outcome (self);
  withhold_blocks (self);
  self->proposal->reason = sceau_judgement_explain (self);
}

void
sceau_judgement_clear (SceauJudgement *self)
{
  /* Their verdicts belong to the proposal. */
  for (guint i = 0; i < self->blocks->len; i++)
    {
      BLOCK (self, i)->verdict = NULL;
      sceau_block_examination_clear (BLOCK (self, i));
    }
  for (guint i = 0; i < self->requirements->len; i++)
    {
      SceauRequirementExamination *examination = &g_array_index (self->requirements, SceauRequirementExamination, i);

      examination->verdict = NULL;
      sceau_requirement_examination_clear (examination);
    }
  sceau_block_examination_clear (&self->whole);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->requirements, g_array_unref);
  g_clear_pointer (&self->counting, g_array_unref);
  g_clear_pointer (&self->proposal, sceau_proposal_free);
}

SceauProposal *
sceau_proposal_new (const SceauDossier *dossier)
{
  g_auto (SceauJudgement) judgement;

  sceau_judgement_init (&judgement, dossier);
  return g_steal_pointer (&judgement.proposal);
}
