/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What must hold whatever the certification, the plan and the results are. */

#include "sceau-jury.h"
#include "test-invariant.h"
#include "test-reference-rules.h"
#include "test-rows.h"

static char *
check_plan (TestDossier *self, GRand *rand)
{
  g_autoptr (SceauFaults) none = sceau_faults_new ();
  g_autoptr (SceauFaults) found = sceau_faults_new ();
  SceauModality *modality;

  if (!sceau_plan_check (self->plan, self->certification, none) || sceau_faults_count_errors (none) > 0)
    return g_strdup_printf ("a good plan is refused: %s", sceau_faults_get (none, 0)->reason);
  modality = g_ptr_array_index (self->plan->modalities, g_rand_int_range (rand, 0, (gint32) self->plan->modalities->len));
  modality->weight = -modality->weight;
  if (sceau_plan_check (self->plan, self->certification, found) || sceau_faults_count_errors (found) == 0)
    return g_strdup ("a negative weight is accepted, or refused without a word");
  modality->weight = -modality->weight;
  return NULL;
}

static char *
check_reference (TestDossier *self, GRand *rand)
{
  g_autoptr (SceauBlockVerdict) whole = NULL;

  for (guint i = 0; i < self->certification->blocks->len; i++)
    {
      const char *code = test_get_block (self, i)->code;
      g_autoptr (SceauBlockVerdict) verdict = sceau_block_evaluate (&self->dossier, code);
      SceauBlockState expected = test_reference_block (&self->dossier, code);

      if (verdict->state != expected)
        return g_strdup_printf ("%s should be %s: %s", code, sceau_block_state_to_id (expected), verdict->reason);
    }
  if (self->certification->blocks->len > 0)
    return NULL;
  whole = sceau_block_evaluate (&self->dossier, NULL);
  if (whole->state != test_reference_block (&self->dossier, NULL))
    return g_strdup_printf ("the whole should not be: %s", whole->reason);
  return NULL;
}

/* The results of one block turn to the best, to nothing, to fraud and to anything: the others do not notice. */
static char *
check_no_compensation (TestDossier *self, GRand *rand)
{
  GPtrArray *blocks = self->certification->blocks;

  for (guint x = 0; x < blocks->len; x++)
    {
      g_autoptr (GPtrArray) results = test_copy_results (self->dossier.results);
      SceauDossier variant = test_with_results (self, results);

      for (guint i = results->len; i > 0; i--)
        {
          SceauResult *result = g_ptr_array_index (results, i - 1);
          const SceauModality *modality = sceau_plan_find_modality (self->plan, result->modality_code);

          if (modality == NULL || g_strcmp0 (modality->block_code, test_get_block (self, x)->code) != 0)
            continue;
          result->mark = test_draw_mark (rand, modality);
          if (result->mark.kind == SCEAU_MARK_PENDING)
            g_ptr_array_remove_index (results, i - 1);
        }
      for (guint y = 0; y < blocks->len; y++)
        {
          g_autoptr (SceauBlockVerdict) before = sceau_block_evaluate (&self->dossier, test_get_block (self, y)->code);
          g_autoptr (SceauBlockVerdict) after = sceau_block_evaluate (&variant, test_get_block (self, y)->code);

          if (x != y && (before->state != after->state || before->mean != after->mean || !g_str_equal (before->reason, after->reason)))
            return g_strdup_printf ("results of %s change %s: %s → %s", test_get_block (self, x)->code, test_get_block (self, y)->code,
                                    before->reason, after->reason);
        }
    }
  return NULL;
}

/* What a jury gave stays, whatever is recorded, changed or taken back afterwards. */
static char *
check_acquired_stays (TestDossier *self, GRand *rand)
{
  for (guint i = 0; i < self->certification->blocks->len; i++)
    {
      const char *code = test_get_block (self, i)->code;
      g_autoptr (SceauBlockVerdict) verdict = sceau_block_evaluate (&self->dossier, code);
      g_autoptr (GPtrArray) results = test_copy_results (self->dossier.results);
      g_autoptr (GPtrArray) acquired = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_acquired_block_free);
      SceauDossier later = test_with_results (self, results);

      if (verdict->state != SCEAU_BLOCK_ACQUIRED)
        continue;
      later.acquired_blocks = acquired;
      g_ptr_array_add (acquired, sceau_acquired_block_new ());
      ((SceauAcquiredBlock *) acquired->pdata[0])->block_code = g_strdup (code);
      ((SceauAcquiredBlock *) acquired->pdata[0])->kind = verdict->how;
      for (int round = 0; round < 4; round++)
        {
          g_autoptr (SceauBlockVerdict) kept = sceau_block_evaluate (&later, code);

          if (kept->state != SCEAU_BLOCK_ACQUIRED || kept->how != verdict->how)
            return g_strdup_printf ("%s was acquired and is no more: %s", code, kept->reason);
          for (guint j = 0; j < results->len; j++)
            ((SceauResult *) results->pdata[j])->mark.kind = (SceauMarkKind) g_rand_int_range (rand, 0, SCEAU_MARK_FRAUD + 1);
          if (round == 2)
            g_ptr_array_set_size (results, 0);
        }
    }
  return NULL;
}

static char *
check_monotonous (TestDossier *self, GRand *rand)
{
  g_autoptr (GPtrArray) results = test_copy_results (self->dossier.results);
  SceauDossier raised = test_with_results (self, results);

  for (guint i = 0; i < results->len; i++)
    {
      SceauResult *result = g_ptr_array_index (results, i);
      const SceauModality *modality = sceau_plan_find_modality (self->plan, result->modality_code);
      SceauMark old = result->mark;
      SceauMark other;
      char *why;

      if (modality == NULL || old.kind != SCEAU_MARK_VALUE)
        continue;
      other = test_draw_value (rand, modality);
      result->mark.value = MAX (old.value, other.value);
      why = test_compare_raised (self, &raised);
      if (why != NULL)
        return why;
      result->mark = old;
    }
  return NULL;
}

static char *
check_order (TestDossier *self, GRand *rand)
{
  g_autoptr (GPtrArray) results = test_copy_results (self->dossier.results);
  SceauDossier shuffled = test_with_results (self, results);
  g_autofree char *before = test_print_proposal (&self->dossier);
  g_autofree char *after = NULL;

  test_shuffle (rand, results);
  after = test_print_proposal (&shuffled);
  return g_str_equal (before, after) ? NULL : test_say_change ("the order of the results matters", &self->dossier, &shuffled);
}

static char *
check_acquired_order (TestDossier *self, GRand *rand)
{
  g_autofree char *before = test_print_proposal (&self->dossier);
  g_autofree char *after = NULL;

  test_shuffle (rand, self->dossier.acquired_blocks);
  after = test_print_proposal (&self->dossier);
  return g_str_equal (before, after) ? NULL : g_strdup_printf ("the order of acquired blocks matters\n  %s\n  %s", before, after);
}

/* One block more than the learner has: from a former fiche, by VAE… */
static char *
check_one_more_block (TestDossier *self, GRand *rand)
{
  for (guint i = 0; i < self->certification->blocks->len; i++)
    {
      g_autoptr (GPtrArray) acquired = g_ptr_array_new ();
      g_autoptr (SceauAcquiredBlock) another = sceau_acquired_block_new ();
      SceauDossier richer = self->dossier;
      char *why;

      another->block_code = g_strdup (test_get_block (self, i)->code);
      another->kind = SCEAU_ACQUISITION_CORRESPONDENCE;
      g_ptr_array_extend (acquired, self->dossier.acquired_blocks, NULL, NULL);
      g_ptr_array_add (acquired, another);
      richer.acquired_blocks = acquired;
      why = test_compare_raised (self, &richer);
      if (why != NULL)
        return why;
    }
  return NULL;
}

/* What says nothing, or was voided by a fraud that a later attempt followed, might as well not be there. */
static char *
check_void (TestDossier *self, GRand *rand)
{
  g_autoptr (GPtrArray) results = test_copy_results (self->dossier.results);
  SceauDossier without = test_with_results (self, results);
  g_autofree char *before = test_print_proposal (&self->dossier);
  g_autofree char *after = NULL;

  for (guint i = results->len; i > 0; i--)
    {
      const SceauResult *result = g_ptr_array_index (results, i - 1);
      gboolean is_void = result->mark.kind == SCEAU_MARK_BLANK;

      for (guint j = 0; j < self->dossier.results->len; j++)
        {
          const SceauResult *other = g_ptr_array_index (self->dossier.results, j);

          is_void = is_void || (other->mark.kind == SCEAU_MARK_FRAUD && other->attempt > result->attempt
                                && g_str_equal (other->modality_code, result->modality_code));
        }
      if (is_void)
        g_ptr_array_remove_index (results, i - 1);
    }
  after = test_print_proposal (&without);
  return g_str_equal (before, after) ? NULL : test_say_change ("a void result matters", &self->dossier, &without);
}

static gboolean
has_fraud (const TestDossier *self)
{
  for (guint i = 0; i < self->dossier.results->len; i++)
    if (((SceauResult *) g_ptr_array_index (self->dossier.results, i))->mark.kind == SCEAU_MARK_FRAUD)
      return TRUE;
  return FALSE;
}

static char *
check_certified (TestDossier *self, GRand *rand)
{
  g_autoptr (SceauProposal) proposal = sceau_proposal_new (&self->dossier);
  gboolean everything = TRUE;
  guint n_required = 0;

  for (guint i = 0; i < proposal->blocks->len; i++)
    if (!test_get_block (self, i)->optional)
      {
        n_required++;
        everything = everything && test_reference_block (&self->dossier, test_get_block (self, i)->code) == SCEAU_BLOCK_ACQUIRED;
      }
  if (proposal->blocks->len == 0)
    everything = test_reference_block (&self->dossier, NULL) == SCEAU_BLOCK_ACQUIRED;
  else
    everything = everything && n_required > 0;
  for (guint i = 0; i < proposal->requirements->len; i++)
    everything = everything && ((SceauRequirementVerdict *) g_ptr_array_index (proposal->requirements, i))->met;
  if (proposal->outcome == SCEAU_OUTCOME_CERTIFIED)
    return everything && self->enrolment->state == SCEAU_ENROLMENT_ACTIVE ? NULL : g_strdup_printf ("not so: %s", proposal->reason);
  if (everything && self->enrolment->state == SCEAU_ENROLMENT_ACTIVE && !has_fraud (self))
    return g_strdup_printf ("should be certified: %s", proposal->reason);
  return NULL;
}

/* Partial only where the fiche admits it and something is acquired; deferred only when something is missing. */
static char *
check_outcome (TestDossier *self, GRand *rand)
{
  g_autoptr (SceauProposal) proposal = sceau_proposal_new (&self->dossier);
  gboolean acquired = FALSE;
  gboolean missing = proposal->blocks->len == 0 && test_reference_block (&self->dossier, NULL) == SCEAU_BLOCK_PENDING;

  for (guint i = 0; i < proposal->blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = test_get_verdict (proposal, i);
      gboolean targeted = sceau_enrolment_targets (self->enrolment, test_get_block (self, i)->code);

      if (!targeted && verdict->state != SCEAU_BLOCK_NOT_TARGETED && verdict->state != SCEAU_BLOCK_ACQUIRED)
        return g_strdup_printf ("%s is not targeted: %s", verdict->block_code, verdict->reason);
      acquired = acquired || verdict->state == SCEAU_BLOCK_ACQUIRED;
      missing = missing || verdict->state == SCEAU_BLOCK_PENDING;
    }
  for (guint i = 0; i < proposal->requirements->len; i++)
    missing = missing || ((SceauRequirementVerdict *) g_ptr_array_index (proposal->requirements, i))->pending;
  if (proposal->outcome == SCEAU_OUTCOME_PARTIAL && (!acquired || !self->certification->partial_allowed))
    return g_strdup_printf ("nothing partial here: %s", proposal->reason);
  if (proposal->outcome == SCEAU_OUTCOME_DEFERRED && !missing && self->enrolment->state != SCEAU_ENROLMENT_INTERRUPTED)
    return g_strdup_printf ("nothing is missing: %s", proposal->reason);
  return NULL;
}

/* Who left is not judged by marks, and nobody else is said to have left. */
static char *
check_departure (TestDossier *self, GRand *rand)
{
  g_autoptr (SceauProposal) proposal = sceau_proposal_new (&self->dossier);
  SceauEnrolmentState state = self->enrolment->state;
  SceauOutcome outcome = proposal->outcome;

  if ((outcome == SCEAU_OUTCOME_WITHDRAWN) != (state == SCEAU_ENROLMENT_WITHDRAWN))
    return g_strdup_printf ("the withdrawal is not seen: %s", proposal->reason);
  if (state == SCEAU_ENROLMENT_EXCLUDED && outcome != SCEAU_OUTCOME_FRAUD)
    return g_strdup_printf ("the exclusion is not seen: %s", proposal->reason);
  if (state == SCEAU_ENROLMENT_INTERRUPTED && outcome != SCEAU_OUTCOME_DEFERRED && !has_fraud (self))
    return g_strdup_printf ("the interruption is not seen: %s", proposal->reason);
  for (guint i = 0; state == SCEAU_ENROLMENT_EXCLUDED && i < proposal->blocks->len; i++)
    if ((test_get_verdict (proposal, i)->state == SCEAU_BLOCK_ACQUIRED)
        != test_reference_has_block (&self->dossier, test_get_verdict (proposal, i)->block_code))
      return g_strdup_printf ("an exclusion gives or takes a block: %s", test_get_verdict (proposal, i)->reason);
  return NULL;
}

/* Every mark and date that is missing comes, good or bad. */
static void
complete (const TestDossier *self, GPtrArray *results, SceauEnrolment *enrolment, GRand *rand)
{
  for (guint i = 0; i < self->plan->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (self->plan->modalities, i);
      int last = 0;

      for (guint j = 0; j < results->len; j++)
        {
          SceauResult *result = g_ptr_array_index (results, j);

          if (!g_str_equal (result->modality_code, modality->code))
            continue;
          last = MAX (last, result->attempt);
          if (result->mark.kind == SCEAU_MARK_PENDING)
            result->mark = test_draw_value (rand, modality);
        }
      if (test_reference_standing (&self->dossier, modality).open)
        g_ptr_array_add (results, sceau_result_new (1, modality->code, last + 1, test_draw_value (rand, modality)));
    }
  if (enrolment->company_start == SCEAU_NO_DATE)
    enrolment->company_start = sceau_date_new (2026, 3, 1);
  if (enrolment->company_end == SCEAU_NO_DATE || enrolment->company_end < enrolment->company_start)
    enrolment->company_end = enrolment->company_start + (SceauDate) g_rand_int_range (rand, 0, 200);
}

/* An outcome that is known does not depend on what is missing; and when nothing is missing, it is known. */
static char *
check_known (TestDossier *self, GRand *rand)
{
  g_autoptr (SceauProposal) now = sceau_proposal_new (&self->dossier);
  g_autoptr (SceauProposal) then = NULL;
  g_autoptr (GPtrArray) results = test_copy_results (self->dossier.results);
  SceauEnrolment enrolment = *self->enrolment;
  SceauDossier later = test_with_results (self, results);

  /* What an interrupted parcours misses comes when it is taken up again. */
  if (enrolment.state == SCEAU_ENROLMENT_INTERRUPTED)
    return NULL;
  later.enrolment = &enrolment;
  complete (self, results, &enrolment, rand);
  then = sceau_proposal_new (&later);
  if (then->outcome == SCEAU_OUTCOME_DEFERRED || then->outcome == SCEAU_OUTCOME_EXCUSED)
    return test_say_change ("nothing is missing any more, and yet it is", &self->dossier, &later);
  if (now->outcome == SCEAU_OUTCOME_DEFERRED || now->outcome == SCEAU_OUTCOME_EXCUSED || now->outcome == then->outcome)
    return NULL;
  return test_say_change ("what was missing changes what was known", &self->dossier, &later);
}

/* French prose: no-break spaces where they are due, a full stop, and nothing of the machine. */
static gboolean
is_french (const char *text)
{
  static const char *const wrong[] = { " :", " ;", " !", " ?", " %", " »", "« ", "(null)", "  " };

  if (text == NULL || !g_utf8_validate (text, -1, NULL) || !g_str_has_suffix (text, "."))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (strstr (text, wrong[i]) != NULL)
      return FALSE;
  return TRUE;
}

static char *
check_reasons (TestDossier *self, GRand *rand)
{
  g_autoptr (SceauProposal) proposal = sceau_proposal_new (&self->dossier);

  if (!is_french (proposal->reason))
    return g_strdup_printf ("“%s”", proposal->reason);
  for (guint i = 0; i < proposal->blocks->len; i++)
    if (!is_french (test_get_verdict (proposal, i)->reason))
      return g_strdup_printf ("“%s”", test_get_verdict (proposal, i)->reason);
  for (guint i = 0; i < proposal->requirements->len; i++)
    {
      const SceauRequirementVerdict *verdict = g_ptr_array_index (proposal->requirements, i);

      if (!is_french (verdict->reason))
        return g_strdup_printf ("“%s”", verdict->reason);
    }
  return NULL;
}

static gboolean
wants_reason (const SceauFaults *faults)
{
  for (guint i = 0; i < sceau_faults_length (faults); i++)
    if (g_strcmp0 (sceau_faults_get (faults, i)->field, "reason") == 0)
      return TRUE;
  return FALSE;
}

/* One decision, without a reason and with one. */
static char *
check_decision (const TestDossier *self, SceauDecision *decision, const SceauProposal *proposal, gboolean same)
{
  g_autoptr (SceauFaults) silent = sceau_faults_new ();
  g_autoptr (SceauFaults) reasoned = sceau_faults_new ();
  gboolean accepted;

  decision->reason = g_strdup (" \302\240 ");
  accepted = sceau_decision_check (decision, &self->dossier, proposal, 5, silent);
  if (accepted != (sceau_faults_count_errors (silent) == 0))
    return g_strdup ("refused without a fault, or accepted with one");
  if (same && !accepted)
    return g_strdup_printf ("the proposal itself is refused: %s", sceau_faults_get (silent, 0)->reason);
  if (wants_reason (silent) == same)
    return g_strdup_printf ("%s, %u blocks: a reason is %s asked", sceau_outcome_to_id (decision->outcome),
                            decision->acquired_blocks->len, same ? "" : "not");
  g_free (decision->reason);
  decision->reason = g_strdup ("Après débat.");
  sceau_decision_check (decision, &self->dossier, proposal, 5, reasoned);
  return wants_reason (reasoned) ? g_strdup ("a reason is given and asked again") : NULL;
}

static char *
check_decisions (TestDossier *self, GRand *rand)
{
  g_autoptr (SceauProposal) proposal = sceau_proposal_new (&self->dossier);

  for (int round = 0; round < 4; round++)
    {
      g_autoptr (SceauDecision) decision = sceau_decision_new ();
      gboolean same;
      char *why;

      decision->outcome = proposal->outcome;
      if (round > 1)
        decision->outcome = (SceauOutcome) g_rand_int_range (rand, 0, SCEAU_N_OUTCOMES);
      same = decision->outcome == proposal->outcome;
      for (guint i = proposal->blocks->len; i > 0; i--)
        {
          const SceauBlockVerdict *verdict = test_get_verdict (proposal, i - 1);
          gboolean acquired = verdict->state == SCEAU_BLOCK_ACQUIRED;
          gboolean says = round % 2 == 1 && g_rand_int_range (rand, 0, 3) == 0 ? !acquired : acquired;

          if (says)
            g_ptr_array_add (decision->acquired_blocks, g_strdup (verdict->block_code));
          same = same && says == acquired;
        }
      why = check_decision (self, decision, proposal, same);
      if (why != NULL)
        return why;
    }
  return NULL;
}

static const TestInvariant rows[] = {
  { "a plan that can assess is accepted and a broken one is refused with a fault", check_plan },
  { "a block is what the rules written twice say", check_reference },
  { "blocks never compensate each other", check_no_compensation },
  { "a block once acquired stays acquired", check_acquired_stays },
  { "a higher mark never takes anything away", check_monotonous },
  { "a block more never takes anything away", check_one_more_block },
  { "the order of results does not matter", check_order },
  { "the order of acquired blocks does not matter", check_acquired_order },
  { "a void result is no result", check_void },
  { "certified means every required block and every requirement", check_certified },
  { "an outcome is one that the certification admits", check_outcome },
  { "a departure decides before any mark", check_departure },
  { "what is missing does not change what is known", check_known },
  { "every reason is French prose", check_reasons },
  { "a decision needs a reason when it differs and only then", check_decisions },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("invariants", rows, test_invariant);
  return g_test_run ();
}
