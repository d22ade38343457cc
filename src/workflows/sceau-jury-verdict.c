/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The machine proposes, the jury decides: proposal, decision and what lies between. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-hold-jury-private.h"
#include "sceau-text.h"
#include "sceau-words.h"

/* Legal text: French whatever the locale. */
#define CASTING_VOTE "Partage égal des voix\302\240: la voix de la présidence du jury est prépondérante."
#define TAKEN_LATE "Décision prise après la fin de la délibération, le\302\240"

SceauDecision *
sceau_jury_propose (const SceauDossier *dossier, gint64 session_id)
{
  g_autoptr (SceauProposal) proposal = sceau_proposal_new (dossier);
  SceauDecision *decision = sceau_decision_new ();

  decision->session_id = session_id;
  decision->enrolment_id = dossier->enrolment->id;
  decision->learner_number = g_strdup (dossier->enrolment->learner_number);
  decision->learner_name = g_strdup (dossier->enrolment->learner_name);
  decision->route = dossier->enrolment->route;
  decision->proposal = proposal->outcome;
  decision->proposal_reason = g_strdup (proposal->reason);
  g_ptr_array_unref (decision->proposal_blocks);
  decision->proposal_blocks = g_ptr_array_ref (proposal->blocks);
  return decision;
}

static gboolean
same_verdict (const SceauBlockVerdict *a, const SceauBlockVerdict *b)
{
  return g_strcmp0 (a->block_code, b->block_code) == 0 && a->state == b->state && a->mean == b->mean
         && (a->state != SCEAU_BLOCK_ACQUIRED || a->how == b->how) && g_strcmp0 (a->reason, b->reason) == 0;
}

gboolean
sceau_jury_same_proposal (const SceauDecision *a, const SceauDecision *b)
{
  if (a->proposal != b->proposal || g_strcmp0 (a->proposal_reason, b->proposal_reason) != 0
      || a->proposal_blocks->len != b->proposal_blocks->len)
    return FALSE;
  for (guint i = 0; i < a->proposal_blocks->len; i++)
    if (!same_verdict (g_ptr_array_index (a->proposal_blocks, i), g_ptr_array_index (b->proposal_blocks, i)))
      return FALSE;
  return TRUE;
}

gboolean
sceau_jury_same_blocks (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_ptr_array_find_with_equal_func (b, g_ptr_array_index (a, i), g_str_equal, NULL))
      return FALSE;
  return TRUE;
}

/* (transfer full) (element-type utf8) */
static GPtrArray *
list_proposed_blocks (const SceauDecision *decision)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < decision->proposal_blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (decision->proposal_blocks, i);

      if (verdict->block_code != NULL && verdict->state == SCEAU_BLOCK_ACQUIRED)
        g_ptr_array_add (blocks, g_strdup (verdict->block_code));
    }
  return blocks;
}

gboolean
sceau_jury_follows_proposal (const SceauDecision *decision)
{
  g_autoptr (GPtrArray) proposed = list_proposed_blocks (decision);

  return decision->outcome == decision->proposal && sceau_jury_same_blocks (decision->acquired_blocks, proposed);
}

void
sceau_jury_accept (SceauDecision *decision, const SceauJurySession *session)
{
  decision->decided = TRUE;
  decision->sitting = sceau_jury_session_count_sittings (session);
  decision->outcome = decision->proposal;
  g_ptr_array_unref (decision->acquired_blocks);
  decision->acquired_blocks = list_proposed_blocks (decision);
}

/* Every block that the whole needs, and the optional ones that the results give. */
static GPtrArray *
list_certified_blocks (const SceauDecision *decision, const SceauCertification *certification)
{
  g_autoptr (GPtrArray) proposed = list_proposed_blocks (decision);
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (certification->blocks, i);

      if (!block->optional || g_ptr_array_find_with_equal_func (proposed, block->code, g_str_equal, NULL))
        g_ptr_array_add (blocks, g_strdup (block->code));
    }
  return blocks;
}

static GPtrArray *
list_named_blocks (const char *const *codes)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; codes[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (blocks, codes[i], g_str_equal, NULL))
      g_ptr_array_add (blocks, g_strdup (codes[i]));
  return blocks;
}

/* Who was absent, left or cheated gets nothing new without being told so block by block. */
static GPtrArray *
list_earlier_blocks (const SceauDossier *dossier)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < dossier->acquired_blocks->len; i++)
    {
      const SceauAcquiredBlock *block = g_ptr_array_index (dossier->acquired_blocks, i);

      g_ptr_array_add (blocks, g_strdup (block->block_code));
    }
  return blocks;
}

static GPtrArray *
choose_blocks (const SceauDecision *decision, const SceauDossier *dossier, const SceauVerdict *verdict)
{
  if (verdict->blocks != NULL)
    return list_named_blocks (verdict->blocks);

  switch (verdict->outcome)
    {
    case SCEAU_OUTCOME_CERTIFIED:
      return list_certified_blocks (decision, dossier->certification);
    case SCEAU_OUTCOME_PARTIAL:
    case SCEAU_OUTCOME_DEFERRED:
      return list_proposed_blocks (decision);
    case SCEAU_OUTCOME_FAILED:
    case SCEAU_OUTCOME_ABSENT:
    case SCEAU_OUTCOME_EXCUSED:
    case SCEAU_OUTCOME_WITHDRAWN:
    case SCEAU_OUTCOME_FRAUD:
    case SCEAU_N_OUTCOMES:
      break;
    }
  return verdict->outcome == decision->proposal ? list_proposed_blocks (decision) : list_earlier_blocks (dossier);
}

static gboolean
is_recused (const SceauJurySession *session, gint64 juror_id, gint64 enrolment_id)
{
  for (guint i = 0; i < session->recusals->len; i++)
    {
      const SceauRecusal *recusal = g_ptr_array_index (session->recusals, i);

      if (recusal->juror_id == juror_id && recusal->enrolment_id == enrolment_id)
        return TRUE;
    }
  return FALSE;
}

/* A president who is recused casts no vote in this case. */
static gboolean
is_presided (const SceauJurySession *session, gint64 enrolment_id)
{
  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);

      if (member->president && member->present && !is_recused (session, member->juror->id, enrolment_id))
        return TRUE;
    }
  return FALSE;
}

/* A decision is what more votes are for than against; at a tie the president's vote counts double. */
static void
check_majority (const SceauDecision *decision, const SceauJurySession *session, const char *place, SceauFaults *faults)
{
  if (decision->votes_against > decision->votes_for)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, "votes", NULL, _("The majority is against this decision."),
                         _("Enter what the jury decided instead."));
  else if (decision->votes_for >= 0 && decision->votes_against == decision->votes_for && !is_presided (session, decision->enrolment_id))
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, "votes", NULL,
                         _("The votes are equal and no president is present to cast the deciding one."), _("Vote again."));
}

/* The jury’s own words may lack a full stop: what follows them must not run into them. */
static gboolean
ends_sentence (const char *text)
{
  return g_str_has_suffix (text, ".") || g_str_has_suffix (text, "!") || g_str_has_suffix (text, "?") || g_str_has_suffix (text, "…");
}

/* The casting vote of the president is said where a reader of the minutes sees the tie. */
static void
note_casting_vote (SceauDecision *decision)
{
  if (decision->votes_for < 0 || decision->votes_for != decision->votes_against)
    return;

  if (decision->reason == NULL)
    decision->reason = g_strdup (CASTING_VOTE);
  else if (strstr (decision->reason, CASTING_VOTE) == NULL)
    {
      g_autofree char *reason = g_steal_pointer (&decision->reason);

      decision->reason = g_strconcat (reason, ends_sentence (reason) ? " " : ". ", CASTING_VOTE, NULL);
    }
}

/* What an earlier late decision said of its own moment; a window gives the whole reason back to be edited. */
static void
forget_late_moment (SceauDecision *decision)
{
  char *from = decision->reason != NULL ? strstr (decision->reason, TAKEN_LATE) : NULL;
  const char *stop = from != NULL ? strchr (from, '.') : NULL;

  if (from == NULL)
    return;
  memmove (from, stop != NULL ? stop + 1 : "", stop != NULL ? strlen (stop) : 1);
  g_strstrip (decision->reason);
  if (*decision->reason == '\0')
    g_clear_pointer (&decision->reason, g_free);
}

void
sceau_jury_note_late (SceauDecision *decision, const SceauJurySession *session, const char *now, SceauFaults *faults)
{
  g_autofree char *place = sceau_jury_candidate_name (decision->learner_name, decision->learner_number);
  g_autofree char *moment = sceau_words_moment (now);
  g_autofree char *reason = NULL;

  if (session->state != SCEAU_SESSION_DELIBERATED)
    return;
  forget_late_moment (decision);
  if (decision->reason == NULL || g_str_equal (decision->reason, CASTING_VOTE))
    {
      sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, "reason", NULL,
                           _("The deliberation is over: a decision that is taken again needs a reason, which the minutes tell with its hour."),
                           _("Write why the jury came back to it."));
      return;
    }
  reason = g_steal_pointer (&decision->reason);
  decision->reason = g_strconcat (reason, ends_sentence (reason) ? " " : ". ", TAKEN_LATE, moment, ".", NULL);
}

/* The faults of a rule, with the candidate they are about. */
static void
add_faults_about (const SceauFaults *found, const char *place, SceauFaults *faults)
{
  for (guint i = 0; i < sceau_faults_length (found); i++)
    {
      const SceauFault *fault = sceau_faults_get (found, i);

      sceau_faults_add_at (faults, fault->severity, place, fault->field != NULL ? fault->field : fault->place, fault->value,
                           fault->reason, fault->remedy);
    }
}

gboolean
sceau_jury_apply_verdict (SceauDecision *decision, const SceauDossier *dossier, const SceauVerdict *verdict,
                          const SceauJurySession *session, SceauFaults *faults)
{
  g_autoptr (SceauFaults) found = sceau_faults_new ();
  g_autoptr (SceauProposal) proposal = sceau_proposal_new (dossier);
  g_autofree char *place = sceau_jury_candidate_name (decision->learner_name, decision->learner_number);
  guint known = sceau_faults_count_errors (faults);
  int voters;

  g_ptr_array_unref (decision->acquired_blocks);
  decision->acquired_blocks = choose_blocks (decision, dossier, verdict);
  decision->decided = TRUE;
  decision->outcome = verdict->outcome;
  g_free (decision->reason);
  decision->reason = sceau_take_note (verdict->reason, "reason", NULL, NULL, found);
  sceau_refuse_unprintable (decision->reason, "reason", _("The jury’s reason"), found);
  if (sceau_faults_length (found) > 0)
    {
      add_faults_about (found, place, faults);
      return FALSE;
    }
  decision->votes_for = verdict->votes_for;
  decision->votes_against = verdict->votes_against;
  decision->votes_abstain = verdict->votes_abstain;
  decision->sitting = sceau_jury_session_count_sittings (session);

  voters = sceau_jury_session_count_voters (session, sceau_plan_find_jury_rule (dossier->plan, dossier->enrolment->route), decision->sitting,
                                            decision->enrolment_id);
  sceau_decision_check (decision, dossier, proposal, voters, found);
  add_faults_about (found, place, faults);
  if (sceau_faults_count_errors (faults) > known)
    return FALSE;
  check_majority (decision, session, place, faults);
  note_casting_vote (decision);
  return sceau_faults_count_errors (faults) == known;
}
