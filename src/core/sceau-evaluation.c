/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The records of an evaluation and their words; the rules are in sceau-block-rule.c,
 * sceau-requirement-rule.c and sceau-proposal.c. */

#include "sceau-evaluation.h"

#include <glib/gi18n-lib.h>

#include "sceau-id-private.h"

SCEAU_DEFINE_IDS (sceau_outcome, SceauOutcome, "certified", "partial", "failed", "deferred", "absent", "excused",
                  "withdrawn", "fraud")
SCEAU_DEFINE_IDS (sceau_block_state, SceauBlockState, "not_targeted", "acquired", "not_acquired", "pending")

static const char *const outcome_titles[]
    = { N_("Certified"), N_("Partial validation"), N_("Not certified"), N_("Deferred"),
        N_("Absent"),    N_("Excused"),            N_("Withdrawn"),     N_("Fraud") };
static const char *const outcome_french[]
    = { "Certifié(e)", "Validation partielle", "Non certifié(e)", "Ajourné(e)",
        "Absent(e)",   "Excusé(e)",            "Abandon",         "Fraude" };
static const char *const block_state_titles[]
    = { N_("Not targeted"), N_("Acquired"), N_("Not acquired"), N_("Pending") };

G_STATIC_ASSERT (G_N_ELEMENTS (outcome_titles) == SCEAU_N_OUTCOMES);
G_STATIC_ASSERT (G_N_ELEMENTS (outcome_french) == SCEAU_N_OUTCOMES);

void
sceau_block_verdict_free (SceauBlockVerdict *self)
{
  if (self == NULL)
    return;
  g_free (self->block_code);
  g_free (self->reason);
  g_free (self);
}

void
sceau_requirement_verdict_free (SceauRequirementVerdict *self)
{
  if (self == NULL)
    return;
  g_free (self->requirement_code);
  g_free (self->reason);
  g_free (self);
}

void
sceau_proposal_free (SceauProposal *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->requirements);
  g_free (self->reason);
  g_free (self);
}

void
sceau_proposal_step_free (SceauProposalStep *self)
{
  if (self == NULL)
    return;
  g_free (self->subject);
  g_free (self->rule);
  g_free (self->found);
  g_free (self->expected);
  g_free (self);
}

const SceauBlockVerdict *
sceau_proposal_find_block (const SceauProposal *self, const char *block_code)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (self->blocks, i);

      if (g_strcmp0 (verdict->block_code, block_code) == 0)
        return verdict;
    }
  return NULL;
}

const char *
sceau_outcome_title (SceauOutcome outcome)
{
  g_return_val_if_fail ((guint) outcome < SCEAU_N_OUTCOMES, "");

  return _(outcome_titles[outcome]);
}

const char *
sceau_outcome_french (SceauOutcome outcome)
{
  return sceau_id_get (outcome_french, G_N_ELEMENTS (outcome_french), outcome);
}

const char *
sceau_block_state_title (SceauBlockState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (block_state_titles), "");

  return _(block_state_titles[state]);
}
