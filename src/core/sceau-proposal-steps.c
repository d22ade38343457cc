/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The reasoning of a proposal as the auditor's table.  It tells the judgement that the proposal is made of,
 * step by step, and works nothing out again.  A step is decisive when the outcome rests on it: from the
 * decisive steps alone, the last one aside, the outcome can be found again. */

#include "sceau-assessment-private.h"

#define WHOLE "ENSEMBLE"

/* Takes @found and @expected. */
static SceauProposalStep *
add_step (GPtrArray *steps, const char *subject, const char *rule, char *found, char *expected)
{
  SceauProposalStep *step = g_new0 (SceauProposalStep, 1);

  step->subject = g_strdup (subject);
  step->rule = g_strdup (rule);
  step->found = sceau_french_sentence (found);
  step->expected = sceau_french_sentence (expected);
  g_ptr_array_add (steps, step);
  return step;
}

static void
settle_step (SceauProposalStep *step, gboolean met, gboolean pending, gboolean decisive)
{
  step->met = met;
  step->pending = !met && pending;
  step->decisive = decisive;
}

/* What the modalities of a block, or the one of a requirement, serve. */
typedef struct
{
  GPtrArray *steps;
  SceauBlockRuleKind kind;
  SceauBlockState state;
  gboolean decisive;
  gboolean excused; /* the outcome is that every absence is justified: each of them decides */
} Purpose;

/* A modality carries the verdict when it stands as the verdict does. */
static gboolean
carries (const Purpose *purpose, const SceauProposalStep *step)
{
  switch (purpose->state)
    {
    case SCEAU_BLOCK_ACQUIRED:
      return purpose->decisive && step->met;
    case SCEAU_BLOCK_NOT_ACQUIRED:
      return purpose->decisive && !step->met && !step->pending;
    case SCEAU_BLOCK_PENDING:
      return purpose->decisive && step->pending;
    case SCEAU_BLOCK_NOT_TARGETED:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

static void
add_fraud (const SceauAssessment *assessment, GPtrArray *steps, gboolean decisive)
{
  SceauProposalStep *step = add_step (steps, assessment->modality->code, "fraude",
                                      sceau_assessment_describe_found (assessment), g_strdup ("aucune fraude"));

  settle_step (step, FALSE, FALSE, decisive);
}

/* In a mean a mark is only counted; elsewhere it must reach the pass mark. */
static void
add_mark (const SceauAssessment *assessment, const Purpose *purpose)
{
  const SceauModality *modality = assessment->modality;
  gboolean in_mean = purpose->kind == SCEAU_BLOCK_RULE_WEIGHTED_MEAN;
  g_autofree char *limit = in_mean ? sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, modality->weight }, SCEAU_SCALE_TWENTY)
                                   : sceau_value_describe (modality->pass_mark, modality->scale);
  gboolean counted = assessment->mark.kind == SCEAU_MARK_VALUE || assessment->mark.kind == SCEAU_MARK_EXEMPT;
  /* A value that may still improve is met only where the block is acquired with it. */
  gboolean met = in_mean ? counted && (!assessment->open || purpose->state == SCEAU_BLOCK_ACQUIRED)
                         : sceau_assessment_passes (assessment);
  SceauProposalStep *step
      = add_step (purpose->steps, modality->code, in_mean ? "note" : "seuil", sceau_assessment_describe_found (assessment),
                  g_strdup_printf (in_mean ? "une note, coefficient %s" : "au moins %s", limit));

  settle_step (step, met, assessment->open, FALSE);
  step->decisive = carries (purpose, step) || (purpose->excused && assessment->mark.kind == SCEAU_MARK_EXCUSED);
}

static void
add_floor (const SceauAssessment *assessment, const Purpose *purpose)
{
  const SceauModality *modality = assessment->modality;
  g_autofree char *limit = NULL;
  SceauProposalStep *step;

  if (purpose->kind != SCEAU_BLOCK_RULE_WEIGHTED_MEAN || modality->floor < 0 || assessment->mark.kind != SCEAU_MARK_VALUE)
    return;
  limit = sceau_value_describe (modality->floor, modality->scale);
  step = add_step (purpose->steps, modality->code, "plancher", sceau_assessment_describe_found (assessment),
                   g_strdup_printf ("au moins %s", limit));
  settle_step (step, !sceau_assessment_misses_floor (assessment), assessment->open, FALSE);
  step->decisive = carries (purpose, step);
}

/* What the plan says of retakes, where it played a part; it changes a mark and decides nothing by itself. */
static void
add_retakes (const SceauAssessment *assessment, const Purpose *purpose)
{
  const SceauModality *modality = assessment->modality;
  SceauProposalStep *step;

  if (sceau_assessment_is_capped (assessment))
    {
      g_autofree char *given = sceau_value_describe (assessment->obtained.value, modality->scale);
      g_autofree char *cap = sceau_value_describe (modality->retake_cap, modality->scale);
      g_autofree char *ordinal = sceau_ordinal_describe (assessment->attempt);

      step = add_step (purpose->steps, modality->code, "rattrapage plafonné", g_strdup_printf ("%s au %s passage", given, ordinal),
                       g_strdup_printf ("compté pour %s au plus", cap));
      settle_step (step, TRUE, FALSE, FALSE);
    }
  if (modality->max_attempts > 0 && !sceau_assessment_passes (assessment) && assessment->used > 0)
    {
      step = add_step (purpose->steps, modality->code, "passages",
                       g_strdup_printf ("%d passage%s utilisé%s", assessment->used, assessment->used > 1 ? "s" : "",
                                        assessment->used > 1 ? "s" : ""),
                       g_strdup_printf ("%d au plus", modality->max_attempts));
      settle_step (step, !sceau_assessment_is_exhausted (assessment), FALSE, FALSE);
    }
}

static void
add_modality (const SceauAssessment *assessment, const Purpose *purpose, gboolean fraud_decides)
{
  if (assessment->mark.kind == SCEAU_MARK_FRAUD)
    {
      add_fraud (assessment, purpose->steps, fraud_decides);
      return;
    }
  add_mark (assessment, purpose);
  add_floor (assessment, purpose);
  add_retakes (assessment, purpose);
}

/* Whether the outcome rests on the verdict on a block. */
static gboolean
block_decides (const SceauJudgement *judgement, const SceauBlockVerdict *verdict, gboolean optional)
{
  gboolean lost = verdict->state == SCEAU_BLOCK_NOT_ACQUIRED || verdict->state == SCEAU_BLOCK_NOT_TARGETED;

  switch (judgement->proposal->outcome)
    {
    case SCEAU_OUTCOME_CERTIFIED:
      return !optional;
    case SCEAU_OUTCOME_PARTIAL:
      return verdict->state == SCEAU_BLOCK_ACQUIRED || (lost && !optional);
    case SCEAU_OUTCOME_FAILED:
    case SCEAU_OUTCOME_ABSENT:
      return lost && (!optional || judgement->dossier->certification->partial_allowed);
    case SCEAU_OUTCOME_DEFERRED:
    case SCEAU_OUTCOME_EXCUSED:
      return verdict->state == SCEAU_BLOCK_PENDING && judgement->dossier->enrolment->state == SCEAU_ENROLMENT_ACTIVE;
    case SCEAU_OUTCOME_WITHDRAWN:
    case SCEAU_OUTCOME_FRAUD:
      return FALSE;
    case SCEAU_N_OUTCOMES:
      break;
    }
  g_return_val_if_reached (FALSE);
}

/* No required block is lost, nor out of this parcours: the requirements are what is left to look at. */
static gboolean
may_certify (const SceauJudgement *judgement)
{
  for (guint i = 0; i < judgement->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (judgement->dossier->certification->blocks, i);
      SceauBlockState state = g_array_index (judgement->blocks, SceauBlockExamination, i).verdict->state;

      if (!block->optional && state != SCEAU_BLOCK_ACQUIRED && state != SCEAU_BLOCK_PENDING)
        return FALSE;
    }
  return TRUE;
}

static gboolean
requirement_decides (const SceauJudgement *judgement, const SceauRequirementVerdict *verdict)
{
  switch (judgement->proposal->outcome)
    {
    case SCEAU_OUTCOME_CERTIFIED:
      return TRUE;
    case SCEAU_OUTCOME_PARTIAL:
    case SCEAU_OUTCOME_FAILED:
    case SCEAU_OUTCOME_ABSENT:
      return !verdict->met && !verdict->pending && sceau_judgement_aims_at_whole (judgement);
    case SCEAU_OUTCOME_DEFERRED:
    case SCEAU_OUTCOME_EXCUSED:
      return verdict->pending && may_certify (judgement) && judgement->dossier->enrolment->state == SCEAU_ENROLMENT_ACTIVE;
    case SCEAU_OUTCOME_WITHDRAWN:
    case SCEAU_OUTCOME_FRAUD:
      return FALSE;
    case SCEAU_N_OUTCOMES:
      break;
    }
  g_return_val_if_reached (FALSE);
}

/* A fraud that counts decides, unless a departure came first. */
static gboolean
fraud_decides (const SceauJudgement *judgement)
{
  return judgement->proposal->outcome == SCEAU_OUTCOME_FRAUD && judgement->dossier->enrolment->state != SCEAU_ENROLMENT_EXCLUDED;
}

static void
add_grounds (GPtrArray *steps, const char *subject, const SceauGrounds *grounds, gboolean met, gboolean pending, gboolean decisive)
{
  SceauProposalStep *step = add_step (steps, subject, grounds->rule, g_strdup (grounds->found), g_strdup (grounds->expected));

  settle_step (step, met, pending, decisive);
}

static void
add_block (const SceauJudgement *judgement, const SceauBlockExamination *examination, gboolean optional, GPtrArray *steps)
{
  const SceauBlockVerdict *verdict = examination->verdict;
  Purpose purpose = { steps, examination->kind, verdict->state, block_decides (judgement, verdict, optional),
                      judgement->proposal->outcome == SCEAU_OUTCOME_EXCUSED };

  for (guint i = 0; verdict->state != SCEAU_BLOCK_NOT_TARGETED && i < examination->assessments->len; i++)
    add_modality (&g_array_index (examination->assessments, SceauAssessment, i), &purpose,
                  fraud_decides (judgement)
                      && (verdict->block_code == NULL
                          || sceau_enrolment_targets (judgement->dossier->enrolment, verdict->block_code)));
  add_grounds (steps, verdict->block_code != NULL ? verdict->block_code : WHOLE, &examination->grounds,
               verdict->state == SCEAU_BLOCK_ACQUIRED, verdict->state == SCEAU_BLOCK_PENDING, purpose.decisive);
}

static void
add_blocks (const SceauJudgement *judgement, GPtrArray *steps)
{
  SceauOutcome outcome = judgement->proposal->outcome;
  guint n_required = 0;

  for (guint i = 0; i < judgement->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (judgement->dossier->certification->blocks, i);

      add_block (judgement, &g_array_index (judgement->blocks, SceauBlockExamination, i), block->optional, steps);
      n_required += block->optional ? 0 : 1;
    }
  if (judgement->whole.verdict != NULL)
    add_block (judgement, &judgement->whole, FALSE, steps);
  else if (n_required == 0)
    settle_step (add_step (steps, WHOLE, "blocs requis", g_strdup ("aucun bloc requis"), g_strdup ("au moins un bloc requis")),
                 FALSE, FALSE, outcome == SCEAU_OUTCOME_PARTIAL || outcome == SCEAU_OUTCOME_FAILED || outcome == SCEAU_OUTCOME_ABSENT);
}

static void
add_requirement (const SceauJudgement *judgement, const SceauRequirementExamination *examination, GPtrArray *steps)
{
  const SceauRequirementVerdict *verdict = examination->verdict;
  SceauBlockState state = verdict->met       ? SCEAU_BLOCK_ACQUIRED
                          : verdict->pending ? SCEAU_BLOCK_PENDING
                                             : SCEAU_BLOCK_NOT_ACQUIRED;
  Purpose purpose = { steps, SCEAU_BLOCK_RULE_ALL_PASSED, state, requirement_decides (judgement, verdict),
                      judgement->proposal->outcome == SCEAU_OUTCOME_EXCUSED && sceau_judgement_aims_at_whole (judgement) };

  if (examination->assessment.modality != NULL)
    add_modality (&examination->assessment, &purpose, fraud_decides (judgement));
  add_grounds (steps, verdict->requirement_code, &examination->grounds, verdict->met, verdict->pending, purpose.decisive);
}

static void
add_departure (const SceauJudgement *judgement, GPtrArray *steps)
{
  const SceauEnrolment *enrolment = judgement->dossier->enrolment;
  SceauOutcome outcome = judgement->proposal->outcome;
  gboolean interrupted = enrolment->state == SCEAU_ENROLMENT_INTERRUPTED;
  SceauProposalStep *step;

  if (enrolment->state == SCEAU_ENROLMENT_ACTIVE)
    return;
  step = add_step (steps, WHOLE, "parcours", sceau_departure_describe (enrolment), g_strdup ("parcours en cours ou achevé"));
  /* A fraud goes before an interruption. */
  settle_step (step, FALSE, interrupted, !interrupted || outcome == SCEAU_OUTCOME_DEFERRED);
}

static void
add_outcome (const SceauJudgement *judgement, GPtrArray *steps)
{
  SceauOutcome outcome = judgement->proposal->outcome;
  SceauProposalStep *step = add_step (steps, WHOLE, "proposition", g_strdup (sceau_outcome_french (outcome)),
                                      g_strdup (judgement->whole.verdict != NULL
                                                    ? "évaluation d’ensemble et exigences transversales"
                                                    : "tous les blocs requis et toutes les exigences transversales"));

  settle_step (step, outcome == SCEAU_OUTCOME_CERTIFIED,
               outcome == SCEAU_OUTCOME_DEFERRED || outcome == SCEAU_OUTCOME_EXCUSED, TRUE);
}

GPtrArray *
sceau_proposal_explain (const SceauDossier *dossier)
{
  g_auto (SceauJudgement) judgement;
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_proposal_step_free);

  sceau_judgement_init (&judgement, dossier);
  add_blocks (&judgement, steps);
  for (guint i = 0; i < judgement.requirements->len; i++)
    add_requirement (&judgement, &g_array_index (judgement.requirements, SceauRequirementExamination, i), steps);
  add_departure (&judgement, steps);
  add_outcome (&judgement, steps);
  return steps;
}
