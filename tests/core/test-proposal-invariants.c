/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What must hold of retakes and of the auditor's table, whatever the case is. */

#include "test-invariant.h"
#include "test-reference-rules.h"
#include "test-rows.h"

/* Where the best attempt counts, one that is added to what is known can only help. */
static char *
check_one_more_attempt (TestDossier *self, GRand *rand)
{
  for (guint i = 0; self->plan->retakes == SCEAU_RETAKE_BEST && i < self->plan->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (self->plan->modalities, i);
      g_autoptr (GPtrArray) results = test_copy_results (self->dossier.results);
      SceauDossier retaken = test_with_results (self, results);
      int last = 0;
      char *why;

      if (test_reference_standing (&self->dossier, modality).open)
        continue;
      for (guint j = 0; j < results->len; j++)
        if (g_str_equal (((SceauResult *) results->pdata[j])->modality_code, modality->code))
          last = MAX (last, ((SceauResult *) results->pdata[j])->attempt);
      g_ptr_array_add (results, sceau_result_new (1, modality->code, last + 1, test_draw_value (rand, modality)));
      why = test_compare_raised (self, &retaken);
      if (why != NULL)
        return why;
    }
  return NULL;
}

/* The mark that counts is the one that was given, or the cap of a retake that exceeds it. */
static char *
check_caps (TestDossier *self, GRand *rand)
{
  for (guint i = 0; i < self->plan->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (self->plan->modalities, i);
      const SceauResult *counting = sceau_dossier_counting_result (&self->dossier, modality->code);
      SceauMark mark = sceau_dossier_counting_mark (&self->dossier, modality->code);
      gboolean capped = counting != NULL && !sceau_mark_equal (mark, counting->mark);

      if (counting == NULL && mark.kind != SCEAU_MARK_BLANK)
        return g_strdup_printf ("%s counts without a result", modality->code);
      if (capped && (counting->attempt < 2 || mark.value != modality->retake_cap || counting->mark.value <= modality->retake_cap))
        return g_strdup_printf ("%s at attempt %d: %d counts for %d", modality->code, counting->attempt, counting->mark.value, mark.value);
      if (!sceau_mark_equal (mark, test_reference_standing (&self->dossier, modality).mark))
        return g_strdup_printf ("%s should not count for %d", modality->code, mark.value);
    }
  return NULL;
}

/* What the decisive steps say of each kind. */
typedef struct
{
  gboolean departed;
  gboolean fraud;
  gboolean met;     /* something */
  gboolean unmet;   /* something, for good */
  gboolean pending; /* something */
  gboolean block;   /* a block is met */
} Decisive;

static Decisive
read_decisive (const TestDossier *self, GPtrArray *steps)
{
  Decisive all = { FALSE };

  /* The last one is the outcome itself. */
  for (guint i = 0; i + 1 < steps->len; i++)
    {
      const SceauProposalStep *step = g_ptr_array_index (steps, i);

      if (!step->decisive)
        continue;
      all.departed = all.departed || (g_str_equal (step->rule, "parcours") && g_str_equal (step->subject, "ENSEMBLE"));
      all.fraud = all.fraud || g_str_equal (step->rule, "fraude");
      all.met = all.met || step->met;
      all.pending = all.pending || step->pending;
      all.unmet = all.unmet || (!step->met && !step->pending);
      all.block = all.block || (step->met && sceau_certification_find_block (self->certification, step->subject) != NULL);
    }
  return all;
}

/* The outcomes that the decisive steps leave possible, as bits. */
static guint
derive_outcomes (const TestDossier *self, const Decisive *all)
{
  static const guint departures[] = { 0, 1u << SCEAU_OUTCOME_WITHDRAWN, 1u << SCEAU_OUTCOME_DEFERRED, 1u << SCEAU_OUTCOME_FRAUD };

  if (all->departed)
    return departures[self->enrolment->state];
  if (all->fraud && !all->met && !all->pending)
    return 1u << SCEAU_OUTCOME_FRAUD;
  if (all->pending)
    return 1u << SCEAU_OUTCOME_DEFERRED | 1u << SCEAU_OUTCOME_EXCUSED;
  if (!all->unmet)
    return 1u << SCEAU_OUTCOME_CERTIFIED;
  if (all->block)
    return 1u << SCEAU_OUTCOME_PARTIAL;
  return 1u << SCEAU_OUTCOME_FAILED | 1u << SCEAU_OUTCOME_ABSENT;
}

/* (transfer full): a step that contradicts the verdict on its subject. */
static char *
contradict (const SceauProposal *proposal, const SceauProposalStep *step)
{
  const SceauBlockVerdict *block = sceau_proposal_find_block (proposal, step->subject);

  if (step->met && step->pending)
    return g_strdup_printf ("%s (%s) is met and pending", step->subject, step->rule);
  if (*step->rule == '\0' || *step->found == '\0' || *step->expected == '\0')
    return g_strdup_printf ("%s says nothing", step->subject);
  if (block != NULL
      && (step->met != (block->state == SCEAU_BLOCK_ACQUIRED) || step->pending != (block->state == SCEAU_BLOCK_PENDING)))
    return g_strdup_printf ("%s is told otherwise: %s", step->subject, block->reason);
  for (guint i = 0; i < proposal->requirements->len; i++)
    {
      const SceauRequirementVerdict *verdict = g_ptr_array_index (proposal->requirements, i);

      if (g_str_equal (verdict->requirement_code, step->subject) && (step->met != verdict->met || step->pending != verdict->pending))
        return g_strdup_printf ("%s is told otherwise: %s", step->subject, verdict->reason);
    }
  return NULL;
}

/* The auditor's table tells the proposal: verdict by verdict, and the outcome from the decisive steps alone. */
static char *
check_explanation (TestDossier *self, GRand *rand)
{
  g_autoptr (SceauProposal) proposal = sceau_proposal_new (&self->dossier);
  g_autoptr (GPtrArray) steps = sceau_proposal_explain (&self->dossier);
  const SceauProposalStep *last = g_ptr_array_index (steps, steps->len - 1);
  Decisive all = read_decisive (self, steps);

  for (guint i = 0; i < steps->len; i++)
    {
      char *why = contradict (proposal, g_ptr_array_index (steps, i));

      if (why != NULL)
        return why;
    }
  if (g_strcmp0 (last->found, sceau_outcome_french (proposal->outcome)) != 0)
    return g_strdup_printf ("the table ends with %s: %s", last->found, proposal->reason);
  if (!(derive_outcomes (self, &all) & (1u << proposal->outcome)))
    return g_strdup_printf ("the decisive steps do not make it %s: %s", sceau_outcome_to_id (proposal->outcome), proposal->reason);
  return NULL;
}

static const TestInvariant rows[] = {
  { "an attempt more never takes anything away where the best counts", check_one_more_attempt },
  { "a retake counts at most for its cap", check_caps },
  { "the auditor's table tells the proposal", check_explanation },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("invariants/proposal", rows, test_invariant);
  return g_test_run ();
}
