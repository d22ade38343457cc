/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The outcome that the program proposes to the jury for one enrolment (DESIGN §3, Evaluation and Jury).
 *
 * A missing mark is neither won nor lost.  The outcome is therefore worked out twice, once as if
 * everything that is still to come were won and once as if it were lost: when both agree it is known,
 * otherwise the decision is deferred.
 */

#include "sceau-assessment-private.h"

/* What is gathered on the way to the proposal. */
typedef struct
{
  const SceauDossier *dossier;
  SceauProposal *proposal;
  SceauBlockVerdict *whole; /* of a certification without blocks, NULL otherwise */
  GArray *counting;         /* (element-type SceauAssessment): what the enrolment is assessed on */
} Judgement;

/* A block acquired before the session is not assessed again, but a fraud in it stays a fraud. */
static gboolean
is_assessed (const SceauDossier *dossier, const char *block_code)
{
  for (guint i = 0; dossier->acquired_blocks != NULL && i < dossier->acquired_blocks->len; i++)
    {
      const SceauAcquiredBlock *acquired = g_ptr_array_index (dossier->acquired_blocks, i);

      if (g_strcmp0 (acquired->block_code, block_code) == 0)
        return FALSE;
    }
  return TRUE;
}

static void
add_assessments (Judgement *self, const char *block_code)
{
  g_autoptr (GArray) assessments = sceau_dossier_assess_all (self->dossier, block_code);
  gboolean assessed = block_code == NULL || is_assessed (self->dossier, block_code);

  for (guint i = 0; i < assessments->len; i++)
    {
      SceauAssessment assessment = g_array_index (assessments, SceauAssessment, i);

      if (assessed || assessment.mark.kind == SCEAU_MARK_FRAUD)
        g_array_append_val (self->counting, assessment);
    }
}

static void
judge_blocks (Judgement *self)
{
  GPtrArray *blocks = self->dossier->certification->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (blocks, i);

      g_ptr_array_add (self->proposal->blocks, sceau_block_evaluate (self->dossier, block->code));
      if (sceau_enrolment_targets (self->dossier->enrolment, block->code))
        add_assessments (self, block->code);
    }
  if (blocks->len > 0)
    return;
  self->whole = sceau_block_evaluate (self->dossier, NULL);
  add_assessments (self, NULL);
}

/* Whether the enrolment can end with the whole certification: who came for a few blocks is not told
 * about a thesis, nor waited for. */
static gboolean
aims_at_whole (const Judgement *self)
{
  for (guint i = 0; i < self->proposal->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (self->dossier->certification->blocks, i);
      const SceauBlockVerdict *verdict = g_ptr_array_index (self->proposal->blocks, i);

      if (!block->optional && verdict->state == SCEAU_BLOCK_NOT_TARGETED)
        return FALSE;
    }
  return TRUE;
}

static void
judge_requirements (Judgement *self)
{
  GPtrArray *requirements = self->dossier->plan->requirements;

  for (guint i = 0; i < requirements->len; i++)
    {
      const SceauRequirement *requirement = g_ptr_array_index (requirements, i);
      const SceauModality *modality = sceau_plan_find_modality (self->dossier->plan, requirement->modality_code);

      g_ptr_array_add (self->proposal->requirements, sceau_requirement_evaluate (self->dossier, requirement));
      if (requirement->kind == SCEAU_REQUIREMENT_MODALITY && modality != NULL
          && !(requirement->exempt_routes & (1u << self->dossier->enrolment->route)))
        {
          SceauAssessment assessment = sceau_dossier_assess (self->dossier, modality);

          if (aims_at_whole (self) || assessment.mark.kind == SCEAU_MARK_FRAUD)
            g_array_append_val (self->counting, assessment);
        }
    }
}

/* Whether a verdict is won; what is pending is won when @pending_won. */
static gboolean
is_won (const SceauBlockVerdict *verdict, gboolean pending_won)
{
  return verdict->state == SCEAU_BLOCK_ACQUIRED || (pending_won && verdict->state == SCEAU_BLOCK_PENDING);
}

static guint
count_blocks (const Judgement *self, gboolean pending_won)
{
  guint n = 0;

  for (guint i = 0; i < self->proposal->blocks->len; i++)
    n += is_won (g_ptr_array_index (self->proposal->blocks, i), pending_won) ? 1 : 0;
  return n;
}

/* Every required block and every requirement; optional blocks alone certify nobody. */
static gboolean
has_everything (const Judgement *self, gboolean pending_won)
{
  const SceauProposal *proposal = self->proposal;
  guint n_required = 0;

  for (guint i = 0; i < proposal->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (self->dossier->certification->blocks, i);

      if (block->optional)
        continue;
      if (!is_won (g_ptr_array_index (proposal->blocks, i), pending_won))
        return FALSE;
      n_required++;
    }
  for (guint i = 0; i < proposal->requirements->len; i++)
    {
      const SceauRequirementVerdict *verdict = g_ptr_array_index (proposal->requirements, i);

      if (!verdict->met && !(pending_won && verdict->pending))
        return FALSE;
    }
  if (self->whole != NULL)
    return is_won (self->whole, pending_won);
  return n_required > 0;
}

static SceauOutcome
settle (const Judgement *self, gboolean pending_won)
{
  const SceauCertification *certification = self->dossier->certification;

  if (has_everything (self, pending_won))
    return SCEAU_OUTCOME_CERTIFIED;
  if (certification->blocks->len > 0 && certification->partial_allowed && count_blocks (self, pending_won) > 0)
    return SCEAU_OUTCOME_PARTIAL;
  return SCEAU_OUTCOME_FAILED;
}

static gboolean
has_fraud (const Judgement *self)
{
  for (guint i = 0; i < self->counting->len; i++)
    if (g_array_index (self->counting, SceauAssessment, i).mark.kind == SCEAU_MARK_FRAUD)
      return TRUE;
  return FALSE;
}

/* Dispenses apart, everything that counts is of @kind, and there is something. */
static gboolean
is_all_of_kind (const Judgement *self, SceauMarkKind kind)
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

/* A withdrawal, then a fraud in what the enrolment targets, come before any arithmetic. */
static SceauOutcome
decide_outcome (const Judgement *self)
{
  SceauOutcome best, worst;

  if (self->dossier->enrolment->state == SCEAU_ENROLMENT_WITHDRAWN)
    return SCEAU_OUTCOME_WITHDRAWN;
  if (has_fraud (self))
    return SCEAU_OUTCOME_FRAUD;
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

static void
append_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

/* The reasons of the blocks in @state, and of the whole. */
static void
append_block_reasons (GString *text, const Judgement *self, SceauBlockState state)
{
  for (guint i = 0; i < self->proposal->blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (self->proposal->blocks, i);

      if (verdict->state == state)
        append_sentence (text, verdict->reason);
    }
  if (self->whole != NULL && self->whole->state == state)
    append_sentence (text, self->whole->reason);
}

static void
append_requirement_reasons (GString *text, const Judgement *self, gboolean pending)
{
  for (guint i = 0; aims_at_whole (self) && i < self->proposal->requirements->len; i++)
    {
      const SceauRequirementVerdict *verdict = g_ptr_array_index (self->proposal->requirements, i);

      if (!verdict->met && verdict->pending == pending)
        append_sentence (text, verdict->reason);
    }
}

/* What was lost, then what is missing: all that a candidate needs to know to go on. */
static void
append_shortfalls (GString *text, const Judgement *self)
{
  append_block_reasons (text, self, SCEAU_BLOCK_NOT_ACQUIRED);
  append_requirement_reasons (text, self, FALSE);
  append_block_reasons (text, self, SCEAU_BLOCK_PENDING);
  append_requirement_reasons (text, self, TRUE);
}

static void
append_acquired_count (GString *text, const Judgement *self)
{
  guint n = count_blocks (self, FALSE);
  gboolean first = TRUE;

  g_string_append_printf (text, "Validation partielle : %u bloc%s acquis sur %u (", n, n > 1 ? "s" : "",
                          self->proposal->blocks->len);
  for (guint i = 0; i < self->proposal->blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (self->proposal->blocks, i);

      if (verdict->state != SCEAU_BLOCK_ACQUIRED)
        continue;
      g_string_append_printf (text, "%s%s", first ? "" : ", ", verdict->block_code);
      first = FALSE;
    }
  g_string_append (text, ").");
}

static void
append_certified (GString *text, const Judgement *self)
{
  g_string_append (text, "Certification obtenue :");
  if (self->whole != NULL)
    g_string_append (text, " l’évaluation d’ensemble est réussie");
  else if (self->proposal->blocks->len == 1)
    g_string_append (text, " le bloc de compétences est acquis");
  else
    g_string_append (text, " tous les blocs de compétences requis sont acquis");
  if (self->proposal->requirements->len > 0)
    g_string_append (text, " et les exigences transversales sont remplies");
  g_string_append (text, ".");
  if (self->whole != NULL)
    append_sentence (text, self->whole->reason);
}

static void
append_fraud (GString *text, const Judgement *self)
{
  g_string_append (text, "Fraude retenue à l’évaluation :");
  for (guint i = 0, n = 0; i < self->counting->len; i++)
    {
      const SceauAssessment *assessment = &g_array_index (self->counting, SceauAssessment, i);

      if (assessment->mark.kind == SCEAU_MARK_FRAUD)
        g_string_append_printf (text, "%s« %s »", n++ > 0 ? ", " : " ", sceau_assessment_name (assessment));
    }
  g_string_append (text, ".");
}

static char *
explain_outcome (const Judgement *self, SceauOutcome outcome)
{
  g_autoptr (GString) text = g_string_new (NULL);

  switch (outcome)
    {
    case SCEAU_OUTCOME_CERTIFIED:
      append_certified (text, self);
      break;
    case SCEAU_OUTCOME_PARTIAL:
      append_acquired_count (text, self);
      append_shortfalls (text, self);
      break;
    case SCEAU_OUTCOME_FAILED:
      g_string_append (text, "Certification non obtenue.");
      append_shortfalls (text, self);
      break;
    case SCEAU_OUTCOME_DEFERRED:
      g_string_append (text, "Décision ajournée : des éléments manquent.");
      append_shortfalls (text, self);
      break;
    case SCEAU_OUTCOME_ABSENT:
      g_string_append (text, "Absence injustifiée à toutes les évaluations.");
      break;
    case SCEAU_OUTCOME_EXCUSED:
      g_string_append (text, "Absence justifiée à toutes les évaluations : un nouveau passage est dû.");
      break;
    case SCEAU_OUTCOME_WITHDRAWN:
      g_string_append (text, "Parcours abandonné : aucune certification n’est proposée.");
      break;
    case SCEAU_OUTCOME_FRAUD:
      append_fraud (text, self);
      break;
    case SCEAU_N_OUTCOMES:
      g_return_val_if_reached (NULL);
    }
  return sceau_french_sentence (g_string_free (g_steal_pointer (&text), FALSE));
}

SceauProposal *
sceau_proposal_new (const SceauDossier *dossier)
{
  SceauProposal *proposal = g_new0 (SceauProposal, 1);
  g_autoptr (GArray) counting = g_array_new (FALSE, FALSE, sizeof (SceauAssessment));
  Judgement judgement = { dossier, proposal, NULL, counting };

  proposal->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_block_verdict_free);
  proposal->requirements = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_requirement_verdict_free);
  judge_blocks (&judgement);
  judge_requirements (&judgement);
  proposal->outcome = decide_outcome (&judgement);
  proposal->reason = explain_outcome (&judgement, proposal->outcome);
  sceau_block_verdict_free (judgement.whole);
  return proposal;
}
