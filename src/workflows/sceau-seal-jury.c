/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The end of a session: what it decided rests on today's results, becomes acquired, and is frozen for ever. */

#include <glib/gi18n-lib.h>

#include "sceau-acquired-block-table.h"
#include "sceau-decision-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-jury-table.h"
#include "sceau-proposal-step-table.h"

static void
check_candidate (const SceauDeliberation *deliberation, const SceauEnrolment *enrolment, const SceauDecision *decision,
                 const char *place, SceauFaults *faults)
{
  SceauDossier dossier = sceau_deliberation_dossier (deliberation, enrolment);
  g_autoptr (SceauDecision) fresh = sceau_jury_propose (&dossier, decision->session_id);
  g_autoptr (SceauProposal) proposal = NULL;

  if (fresh->proposal == SCEAU_OUTCOME_WITHDRAWN && decision->proposal != SCEAU_OUTCOME_WITHDRAWN)
    {
      sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, NULL, NULL, _("The learner has withdrawn since the decision."),
                           _("Decide anew on this candidate."));
      return;
    }
  if (!sceau_jury_same_proposal (decision, fresh))
    {
      sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, NULL, NULL, _("The results changed after the decision."),
                           _("Decide anew on this candidate."));
      return;
    }
  if (decision->outdated)
    {
      sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, NULL, NULL, _("What the proposal rests on was changed after it was made."),
                           _("Decide anew on this candidate."));
      return;
    }
  proposal = sceau_proposal_new (&dossier);
  sceau_decision_check (decision, &dossier, proposal,
                        sceau_jury_session_count_voters (deliberation->session, sceau_plan_find_jury_rule (deliberation->plan, enrolment->route),
                                                         decision->sitting, enrolment->id), faults);
}

/* An earlier session cannot decide on what a later one has decided already. FALSE on errors of the file. */
static gboolean
check_order (SceauSchool *school, const SceauDeliberation *deliberation, const SceauDecision *decision, const char *place,
             SceauFaults *faults, GError **error)
{
  const SceauJurySession *mine = deliberation->session;
  const SceauDecision *holding = sceau_deliberation_in_force (deliberation, decision->enrolment_id);
  g_autoptr (SceauJurySession) other = NULL;
  g_autofree char *day = NULL;
  g_autofree char *reason = NULL;

  if (holding == NULL)
    return TRUE;
  other = sceau_require_jury (school, holding->session_id, error);
  if (other == NULL)
    return FALSE;
  if (other->date < mine->date || (other->date == mine->date && other->id < mine->id))
    return TRUE;
  day = sceau_date_say (other->date);
  reason = g_strdup_printf (_("Jury session %d, of %s, has decided on this candidate since: an earlier session cannot decide after it."),
                            (int) other->id, day);
  sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, NULL, NULL, reason, _("Rectify the decision of the later session if it is wrong."));
  return TRUE;
}

static gboolean
check_decision (SceauSchool *school, const SceauDeliberation *deliberation, const SceauDecision *decision, SceauFaults *faults, GError **error)
{
  const SceauEnrolment *enrolment = sceau_deliberation_find (deliberation, decision->enrolment_id);
  g_autofree char *place = sceau_jury_candidate_name (decision->learner_name, decision->learner_number);
  guint known = sceau_faults_count_errors (faults);

  if (!decision->decided)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, NULL, NULL, _("The jury has not decided on this candidate."),
                         _("Decide on everybody before sealing."));
  else if (enrolment == NULL)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, NULL, NULL, _("The learner has left the cohort since the deliberation."),
                         _("Put the enrolment back in the cohort of this session."));
  else if (!check_order (school, deliberation, decision, place, faults, error))
    return FALSE;
  else if (sceau_faults_count_errors (faults) == known)
    check_candidate (deliberation, enrolment, decision, place, faults);
  return TRUE;
}

static gboolean
check_all (SceauSchool *school, const SceauDeliberation *deliberation, GPtrArray *decisions, SceauFaults *faults, SceauProgress *progress,
           GCancellable *cancellable, GError **error)
{
  guint known = sceau_faults_count_errors (faults);

  for (guint i = 0; i < decisions->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      sceau_progress_report (progress, i, decisions->len * 2, _("Checking the decisions against the results"));
      if (!check_decision (school, deliberation, g_ptr_array_index (decisions, i), faults, error))
        return FALSE;
    }
  return !sceau_faults_refuse (faults, known, error);
}

/* Who leaves -------------------------------------------------------------------------- */

/* Whom another session has certified since the deliberation leaves this one, and the others are sealed without. */
static gboolean
let_certified_leave (SceauSchool *school, const SceauDeliberation *deliberation, GPtrArray *decisions, JsonArray *left,
                     GPtrArray *remarks, SceauFaults *faults, GError **error)
{
  for (guint i = decisions->len; i > 0; i--)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i - 1);
      const SceauEnrolment *enrolment = sceau_deliberation_find (deliberation, decision->enrolment_id);
      const SceauDecision *holding = sceau_deliberation_in_force (deliberation, decision->enrolment_id);
      g_autofree char *place = NULL;

      if (enrolment == NULL || holding == NULL || sceau_deliberation_is_candidate (deliberation, enrolment))
        continue;
      place = sceau_jury_candidate_name (decision->learner_name, decision->learner_number);
      sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, place, NULL, NULL,
                           _("Another session has certified this candidate since: this one is sealed without a decision on the case."), NULL);
      /* Legal text: French whatever the locale. */
      g_ptr_array_add (remarks, g_strdup_printf ("%s, certifié par la session de jury n°\302\240%" G_GINT64_FORMAT
                                                 ", n’est plus candidat\302\240: aucune décision n’est rendue.",
                                                 place, holding->session_id));
      json_array_add_object_element (left, sceau_json_from_decision (decision));
      if (!sceau_decision_table_delete (school, decision->session_id, decision->enrolment_id, error))
        return FALSE;
      g_ptr_array_remove_index (decisions, i - 1);
    }
  return TRUE;
}

static gboolean
require_candidate (GPtrArray *decisions, GError **error)
{
  if (decisions->len > 0)
    return TRUE;
  g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                       _("Other sessions have certified every candidate of this one since: there is nothing left to seal, and it stays as it is."));
  return FALSE;
}

/* What follows the decisions --------------------------------------------------------- */

gboolean
sceau_jury_keep_steps (SceauSchool *school, gint64 session_id, const SceauDossier *dossier, GError **error)
{
  g_autoptr (GPtrArray) steps = sceau_proposal_explain (dossier);

  return sceau_proposal_step_table_save (school, session_id, dossier->enrolment->id, steps, error);
}

GPtrArray *
sceau_explain_proposal (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauDeliberation) deliberation = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  SceauDossier dossier;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return NULL;
  deliberation = sceau_deliberation_load (school, session_id, enrolment_id, error);
  if (deliberation == NULL)
    return NULL;
  if (deliberation->session->state == SCEAU_SESSION_SEALED)
    {
      kept = sceau_proposal_step_table_list (school, session_id, enrolment_id, error);
      /* Seals of older versions kept none. */
      if (kept == NULL || kept->len > 0)
        return g_steal_pointer (&kept);
    }
  dossier = sceau_deliberation_dossier (deliberation, g_ptr_array_index (deliberation->enrolments, 0));
  return sceau_proposal_explain (&dossier);
}

static gboolean
has_block (const SceauDossier *dossier, const char *block_code)
{
  for (guint i = 0; i < dossier->acquired_blocks->len; i++)
    if (g_str_equal (((SceauAcquiredBlock *) g_ptr_array_index (dossier->acquired_blocks, i))->block_code, block_code))
      return TRUE;
  return FALSE;
}

/* Legal text: French whatever the locale. */
static char *
describe_proof (const SceauJurySession *session)
{
  g_autofree char *date = sceau_date_format_french (session->date);

  return g_strdup_printf ("Procès-verbal du jury n°\302\240%" G_GINT64_FORMAT " du %s", session->id, date);
}

int
sceau_jury_acquire_blocks (SceauSchool *school, const SceauDossier *dossier, const SceauJurySession *session,
                           const SceauDecision *decision, GError **error)
{
  int acquired = 0;

  for (guint i = 0; i < decision->acquired_blocks->len; i++)
    {
      const char *code = g_ptr_array_index (decision->acquired_blocks, i);
      g_autoptr (SceauAcquiredBlock) block = NULL;

      if (has_block (dossier, code))
        continue;
      block = sceau_acquired_block_new ();
      block->learner_id = dossier->enrolment->learner_id;
      block->certification_code = g_strdup (session->certification_code);
      block->block_code = g_strdup (code);
      block->kind = dossier->enrolment->route == SCEAU_ROUTE_VAE ? SCEAU_ACQUISITION_VAE : SCEAU_ACQUISITION_JURY;
      block->date = session->date;
      block->proof = describe_proof (session);
      block->session_id = session->id;
      if (!sceau_acquired_block_table_insert (school, block, error))
        return -1;
      acquired++;
    }
  return acquired;
}

static gboolean
acquire_all (SceauSchool *school, const SceauDeliberation *deliberation, GPtrArray *decisions, SceauProgress *progress,
             GCancellable *cancellable, int *acquired, GError **error)
{
  *acquired = 0;
  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);
      SceauDossier dossier
          = sceau_deliberation_dossier (deliberation, sceau_deliberation_find (deliberation, decision->enrolment_id));
      int added;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      sceau_progress_report (progress, decisions->len + i, decisions->len * 2, _("Recording the blocks acquired"));
      added = sceau_jury_keep_steps (school, decision->session_id, &dossier, error)
                ? sceau_jury_acquire_blocks (school, &dossier, deliberation->session, decision, error)
                : -1;
      if (added < 0)
        return FALSE;
      *acquired += added;
    }
  return TRUE;
}

static gboolean
record_seal (SceauSchool *school, gint64 session_id, guint candidates, int acquired, JsonArray *left, const char *seal,
             const char *minutes, GError **error)
{
  g_autofree char *subject = sceau_jury_subject (session_id);
  JsonObject *before = json_object_new ();
  JsonObject *after = json_object_new ();

  sceau_json_set_text (before, "state", sceau_session_state_to_id (SCEAU_SESSION_DELIBERATED));
  sceau_json_set_text (after, "state", sceau_session_state_to_id (SCEAU_SESSION_SEALED));
  json_object_set_int_member (after, "candidates", candidates);
  json_object_set_int_member (after, "blocks_acquired", acquired);
  if (json_array_get_length (left) > 0)
    json_object_set_array_member (before, "left", json_array_ref (left));
  sceau_json_set_text (after, "seal", seal);
  sceau_json_set_text (after, "minutes", minutes);
  return sceau_journal_record (school, "jury.seal", subject, before, after, error);
}

gboolean
sceau_seal_jury (SceauSchool *school, gint64 session_id, SceauFaults *faults, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauDeliberation) deliberation = NULL;
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonArray) left = json_array_new ();
  g_autofree char *seal = NULL;
  g_autofree char *minutes = NULL;
  int acquired;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  deliberation = sceau_deliberation_load (school, session_id, 0, error);
  if (deliberation == NULL || !sceau_jury_require (school, deliberation->session, SCEAU_ACT_SEAL, error))
    return FALSE;
  decisions = sceau_decision_table_list_by_session (school, session_id, error);
  if (decisions == NULL || !let_certified_leave (school, deliberation, decisions, left, remarks, faults, error)
      || !require_candidate (decisions, error)
      || !check_all (school, deliberation, decisions, faults, progress, cancellable, error)
      || !acquire_all (school, deliberation, decisions, progress, cancellable, &acquired, error)
      || !sceau_jury_keep_quotas (school, deliberation, error))
    return FALSE;

  seal = sceau_jury_table_seal (school, session_id, error);
  minutes = seal != NULL ? sceau_jury_keep_minutes (school, session_id, remarks, error) : NULL;
  return minutes != NULL && record_seal (school, session_id, decisions->len, acquired, left, seal, minutes, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error) && sceau_transaction_commit (&transaction, error);
}
