/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "test-invariant.h"

#define FEW 4000
#define MANY 50000

/* The results one by one, so that a variant can change some. */
GPtrArray *
test_copy_results (GPtrArray *results)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);

  for (guint i = 0; i < results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (results, i);

      g_ptr_array_add (copy, sceau_result_new (1, result->modality_code, result->attempt, result->mark));
    }
  return copy;
}

SceauDossier
test_with_results (const TestDossier *self, GPtrArray *results)
{
  SceauDossier dossier = self->dossier;

  dossier.results = results;
  return dossier;
}

/* (transfer full): everything that a proposal says. */
char *
test_print_proposal (const SceauDossier *dossier)
{
  g_autoptr (SceauProposal) proposal = sceau_proposal_new (dossier);
  GString *text = g_string_new (sceau_outcome_to_id (proposal->outcome));

  g_string_append_printf (text, ": %s", proposal->reason);
  for (guint i = 0; i < proposal->blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (proposal->blocks, i);

      g_string_append_printf (text, " [%s %d %d %s]", sceau_block_state_to_id (verdict->state), verdict->how, verdict->mean,
                              verdict->reason);
    }
  for (guint i = 0; i < proposal->requirements->len; i++)
    {
      const SceauRequirementVerdict *verdict = g_ptr_array_index (proposal->requirements, i);

      g_string_append_printf (text, " [%d %d %s]", verdict->met, verdict->pending, verdict->reason);
    }
  return g_string_free (text, FALSE);
}

const SceauBlock *
test_get_block (const TestDossier *self, guint index)
{
  return g_ptr_array_index (self->certification->blocks, index);
}

const SceauBlockVerdict *
test_get_verdict (const SceauProposal *proposal, guint index)
{
  return g_ptr_array_index (proposal->blocks, index);
}

/* (transfer full): both proposals, one under the other. */
char *
test_say_change (const char *what, const SceauDossier *before, const SceauDossier *after)
{
  g_autofree char *old = test_print_proposal (before);
  g_autofree char *new = test_print_proposal (after);

  return g_strdup_printf ("%s\n  %s\n  %s", what, old, new);
}

/* Not acquired, pending, acquired: from worst to best. */
static int
rank_state (SceauBlockState state)
{
  return state == SCEAU_BLOCK_ACQUIRED ? 2 : state == SCEAU_BLOCK_PENDING ? 1 : 0;
}

char *
test_compare_raised (const TestDossier *self, const SceauDossier *raised)
{
  g_autoptr (SceauProposal) before = sceau_proposal_new (&self->dossier);
  g_autoptr (SceauProposal) after = sceau_proposal_new (raised);

  /* Without partial results a block goes with the whole, and so follows the outcome. */
  for (guint i = 0; self->certification->partial_allowed && i < before->blocks->len; i++)
    if (rank_state (test_get_verdict (after, i)->state) < rank_state (test_get_verdict (before, i)->state))
      return test_say_change ("what can only help lowers a block", &self->dossier, raised);
  if (before->outcome == SCEAU_OUTCOME_CERTIFIED && after->outcome != SCEAU_OUTCOME_CERTIFIED)
    return test_say_change ("what can only help takes the certification away", &self->dossier, raised);
  /* Who was away everywhere or cheated may, after that, be seen to have failed. */
  if ((before->outcome == SCEAU_OUTCOME_PARTIAL || before->outcome == SCEAU_OUTCOME_DEFERRED) && after->outcome == SCEAU_OUTCOME_FAILED)
    return test_say_change ("what can only help makes a failure", &self->dossier, raised);
  return NULL;
}

/* The check and the lots that it draws, the same at each try. */
typedef struct
{
  TestInvariantCheck check;
  guint32 seed;
} Try;

static char *
run_check (TestDossier *self, const Try *try)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (try->seed);

  return try->check (self, rand);
}

/* A case in which something is assessed by nothing says little. */
static gboolean
is_assessable (const TestDossier *self)
{
  for (guint i = 0; i < self->certification->blocks->len; i++)
    {
      g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (self->plan, test_get_block (self, i)->code);

      if (modalities->len == 0)
        return FALSE;
    }
  return self->certification->blocks->len > 0;
}

static gboolean
still_fails (TestDossier *self, gpointer data)
{
  g_autofree char *why = is_assessable (self) ? run_check (self, data) : NULL;

  return why != NULL;
}

static void
report_case (TestDossier *self, const TestInvariant *row, Try *try)
{
  g_autofree char *why = NULL;
  g_autofree char *description = NULL;

  test_dossier_shrink (self, still_fails, try);
  why = run_check (self, try);
  description = test_dossier_describe (self);
  g_test_message ("%s\n%s", why, description);
  g_test_fail_printf ("%s: not with case %u", row->sentence, try->seed);
}

static guint32
get_seed (void)
{
  const char *text = g_getenv ("SCEAU_TEST_SEED");

  return text != NULL ? (guint32) g_ascii_strtoull (text, NULL, 10) : 41445;
}

void
test_invariant (gconstpointer data)
{
  const TestInvariant *row = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (get_seed ());
  int n = g_test_thorough () ? MANY : FEW;

  g_test_message ("SCEAU_TEST_SEED=%u, %d cases", get_seed (), n);
  for (int i = 0; i < n && !g_test_failed (); i++)
    {
      Try try = { row->check, g_rand_int (rand) };
      g_autoptr (TestDossier) self = test_dossier_new_random (try.seed);
      g_autofree char *why = run_check (self, &try);

      if (why != NULL)
        report_case (self, row, &try);
    }
}
