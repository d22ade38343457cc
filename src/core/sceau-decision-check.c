/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What a jury decides for one enrolment, against what was proposed and what the certification allows. */

#include "sceau-jury.h"

#include <glib/gi18n-lib.h>

#include "sceau-text.h"

static void
add_error (SceauFaults *faults,
           const char  *place,
           const char  *field,
           const char  *value,
           const char  *reason,
           const char  *remedy)
{
  sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, field, value, reason, remedy);
}

static gboolean
says_acquired (const SceauDecision *decision, const char *block_code)
{
  for (guint i = 0; i < decision->acquired_blocks->len; i++)
    if (g_strcmp0 (g_ptr_array_index (decision->acquired_blocks, i), block_code) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
differs (const SceauDecision *decision, const SceauProposal *proposal)
{
  if (decision->outcome != proposal->outcome)
    return TRUE;
  for (guint i = 0; i < proposal->blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (proposal->blocks, i);

      if (says_acquired (decision, verdict->block_code) != (verdict->state == SCEAU_BLOCK_ACQUIRED))
        return TRUE;
    }
  return FALSE;
}

static void
check_reason (const SceauDecision *decision, const SceauProposal *proposal, SceauFaults *faults)
{
  g_autofree char *reason = sceau_text_normalise (decision->reason);

  if (reason == NULL && differs (decision, proposal))
    add_error (faults, decision->learner_name, "reason", NULL,
               _("The decision differs from the proposal and gives no reason."),
               _("Write the reason of the jury: it stands in the minutes."));
}

static gboolean
is_kept (const SceauDossier *dossier, const char *block_code)
{
  for (guint i = 0; dossier->acquired_blocks != NULL && i < dossier->acquired_blocks->len; i++)
    {
      const SceauAcquiredBlock *acquired = g_ptr_array_index (dossier->acquired_blocks, i);

      if (g_strcmp0 (acquired->block_code, block_code) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What is given anew must be a block that the learner came for, and that may be had without the rest. */
static void
check_blocks (const SceauDecision *decision, const SceauDossier *dossier, SceauFaults *faults)
{
  /* A partial outcome is refused by itself. */
  gboolean alone = decision->outcome == SCEAU_OUTCOME_CERTIFIED || decision->outcome == SCEAU_OUTCOME_PARTIAL
                   || dossier->certification->partial_allowed;

  for (guint i = 0; i < decision->acquired_blocks->len; i++)
    {
      const char *code = g_ptr_array_index (decision->acquired_blocks, i);

      if (sceau_certification_find_block (dossier->certification, code) == NULL)
        add_error (faults, decision->learner_name, "blocks", code, _("The certification has no block of this code."),
                   _("Give codes of its blocks."));
      else if (!is_kept (dossier, code) && !sceau_enrolment_targets (dossier->enrolment, code))
        add_error (faults, decision->learner_name, "blocks", code, _("The learner did not come for this block."),
                   _("Leave it out, or enrol the learner for it first."));
      else if (!is_kept (dossier, code) && !alone)
        add_error (faults, decision->learner_name, "blocks", code,
                   _("This certification admits no partial validation: a block is acquired with the whole only."),
                   _("Leave the block out, or decide certified."));
    }
}

static void
check_kept_blocks (const SceauDecision *decision, const SceauDossier *dossier, SceauFaults *faults)
{
  for (guint i = 0; dossier->acquired_blocks != NULL && i < dossier->acquired_blocks->len; i++)
    {
      const SceauAcquiredBlock *acquired = g_ptr_array_index (dossier->acquired_blocks, i);

      if (sceau_certification_find_block (dossier->certification, acquired->block_code) != NULL
          && !says_acquired (decision, acquired->block_code))
        add_error (faults, decision->learner_name, "blocks", acquired->block_code,
                   _("This block was acquired before and stays acquired."), _("Keep it among the acquired blocks."));
    }
}

static void
check_partial (const SceauDecision *decision, const SceauCertification *certification, SceauFaults *faults)
{
  const char *title = sceau_outcome_title (decision->outcome);

  if (decision->outcome != SCEAU_OUTCOME_PARTIAL)
    return;
  if (certification->blocks->len == 0 || !certification->partial_allowed)
    add_error (faults, decision->learner_name, "outcome", title, _("This certification admits no partial validation."),
               _("Decide certified, not certified or deferred."));
  else if (decision->acquired_blocks->len == 0)
    add_error (faults, decision->learner_name, "blocks", NULL, _("A partial validation without a block validates nothing."),
               _("Say which blocks are acquired, or decide not certified."));
}

static void
check_certified (const SceauDecision      *decision,
                 const SceauCertification *certification,
                 const SceauProposal      *proposal,
                 SceauFaults              *faults)
{
  if (decision->outcome != SCEAU_OUTCOME_CERTIFIED)
    return;
  for (guint i = 0; i < certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (certification->blocks, i);

      if (!block->optional && !says_acquired (decision, block->code))
        add_error (faults, decision->learner_name, "blocks", block->code,
                   _("The certification is obtained only when this block is acquired."),
                   _("Add the block to those acquired, or decide a partial validation."));
    }
  for (guint i = 0; i < proposal->requirements->len; i++)
    {
      const SceauRequirementVerdict *verdict = g_ptr_array_index (proposal->requirements, i);

      if (!verdict->met)
        add_error (faults, decision->learner_name, "requirements", verdict->requirement_code,
                   _("The certification is obtained only when this requirement is met."),
                   _("Record what meets it (result, dispense or dates), or decide otherwise."));
    }
}

/* Whether the learner took anything of the block: an absence or a blank is nothing to judge. */
static gboolean
was_assessed (const SceauDossier *dossier, const char *block_code)
{
  for (guint i = 0; i < dossier->results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (dossier->results, i);
      const SceauModality *modality = sceau_plan_find_modality (dossier->plan, result->modality_code);

      if (modality != NULL && g_strcmp0 (modality->block_code, block_code) == 0
          && (result->mark.kind == SCEAU_MARK_VALUE || result->mark.kind == SCEAU_MARK_EXEMPT))
        return TRUE;
    }
  return FALSE;
}

/* Who left keeps what was assessed until then, who was excluded only what the results had given; neither is certified,
 * whatever reason the jury has. */
static void
check_departure (const SceauDecision *decision, const SceauDossier *dossier, const SceauProposal *proposal, SceauFaults *faults)
{
  gboolean excluded = dossier->enrolment->state == SCEAU_ENROLMENT_EXCLUDED;

  if (dossier->enrolment->state == SCEAU_ENROLMENT_ACTIVE)
    return;
  if (decision->outcome == SCEAU_OUTCOME_CERTIFIED)
    add_error (faults, decision->learner_name, "outcome", sceau_outcome_title (decision->outcome),
               excluded ? _("The learner was excluded for fraud and cannot be certified.")
                        : _("The learner has left, or interrupted the training, and cannot be certified."),
               excluded ? _("Decide fraud: blocks acquired before stay acquired. If the exclusion was wrong, take it back first.")
                        : _("Decide on the blocks that were assessed. If the departure was taken back, record that first."));
  for (guint i = 0; i < decision->acquired_blocks->len; i++)
    {
      const char *code = g_ptr_array_index (decision->acquired_blocks, i);
      const SceauBlockVerdict *verdict = sceau_proposal_find_block (proposal, code);

      if (verdict == NULL || verdict->state == SCEAU_BLOCK_ACQUIRED || is_kept (dossier, code))
        continue;
      if (excluded || !was_assessed (dossier, code))
        add_error (faults, decision->learner_name, "blocks", code,
                   excluded ? _("Nothing new is given to somebody excluded for fraud.")
                            : _("The learner left before anything of this block was assessed."),
                   _("Leave the block out."));
    }
}

static void
check_votes (const SceauDecision *decision, int members_present, SceauFaults *faults)
{
  gint64 total = (gint64) decision->votes_for + decision->votes_against + decision->votes_abstain;
  g_autofree char *shown = NULL;
  g_autofree char *total_shown = NULL;
  g_autofree char *reason = NULL;

  if (decision->votes_for < 0 && decision->votes_against < 0 && decision->votes_abstain < 0)
    return;
  shown = g_strdup_printf ("%d, %d, %d", decision->votes_for, decision->votes_against, decision->votes_abstain);
  if (decision->votes_for < 0 || decision->votes_against < 0 || decision->votes_abstain < 0)
    {
      add_error (faults, decision->learner_name, "votes", shown, _("The vote is incomplete."),
                 _("Give the votes for, against and the abstentions, zero included."));
      return;
    }
  if (decision->votes_for == 0 && decision->votes_against == 0)
    {
      add_error (faults, decision->learner_name, "votes", shown, _("Nobody voted for or against: that decides nothing, and is no tie to break."),
                 _("Vote again, or enter no votes where the jury agreed without one."));
      return;
    }
  if (total <= members_present)
    return;
  /* A format macro would cut the sentence in two for the translators. */
  total_shown = g_strdup_printf ("%" G_GINT64_FORMAT, total);
  reason = g_strdup_printf (_("Votes counted: %s; members present: %d."), total_shown, members_present);
  add_error (faults, decision->learner_name, "votes", shown, reason, _("Count the votes again."));
}

gboolean
sceau_decision_check (const SceauDecision *decision,
                      const SceauDossier  *dossier,
                      const SceauProposal *proposal,
                      int                  members_present,
                      SceauFaults         *faults)
{
  guint n_before = sceau_faults_count_errors (faults);

  check_reason (decision, proposal, faults);
  check_blocks (decision, dossier, faults);
  check_kept_blocks (decision, dossier, faults);
  check_partial (decision, dossier->certification, faults);
  check_certified (decision, dossier->certification, proposal, faults);
  check_departure (decision, dossier, proposal, faults);
  check_votes (decision, members_present, faults);
  return sceau_faults_count_errors (faults) == n_before;
}
