/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What an open jury does: see the proposals, decide, take the rest as proposed. */

#include <glib/gi18n-lib.h>

#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-frozen-result-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-jury-table.h"

/* What one round of proposals changes in the file. */
typedef struct
{
  SceauSchool *school;
  const SceauDeliberation *deliberation;
  GHashTable *standing;  /* enrolment id → SceauDecision that the session has now */
  JsonArray *before;     /* proposals as they were */
  JsonArray *after;      /* those that are new or not the same */
  GPtrArray *recusals;   /* (element-type SceauRecusal): of those who join the session */
  GPtrArray *reopened;   /* (element-type utf8): learners whose decision rested on the proposal alone */
} Round;

static GHashTable *
index_decisions (GPtrArray *decisions)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < decisions->len; i++)
    {
      SceauDecision *decision = g_ptr_array_index (decisions, i);

      g_hash_table_insert (index, &decision->enrolment_id, decision);
    }
  return index;
}

static void
carry_decision (SceauDecision *fresh, const SceauDecision *old)
{
  if (!old->decided)
    return;
  fresh->decided = TRUE;
  fresh->outcome = old->outcome;
  g_ptr_array_unref (fresh->acquired_blocks);
  fresh->acquired_blocks = g_ptr_array_ref (old->acquired_blocks);
  fresh->reason = g_strdup (old->reason);
  fresh->votes_for = old->votes_for;
  fresh->votes_against = old->votes_against;
  fresh->votes_abstain = old->votes_abstain;
  fresh->sitting = old->sitting;
}

/* The jury's word stays.  Only a decision that took the proposal as it was, and so gave no reason of
 * its own, must be taken again when the proposal is another one. */
static void
keep_decision (Round *round, SceauDecision *fresh, const SceauDecision *old)
{
  carry_decision (fresh, old);
  if (!fresh->decided || fresh->reason != NULL || sceau_jury_follows_proposal (fresh))
    return;
  fresh->decided = FALSE;
  fresh->votes_for = fresh->votes_against = fresh->votes_abstain = -1;
  g_ptr_array_add (round->reopened, g_strdup (fresh->learner_number));
}

static gboolean
propose_one (Round *round, const SceauEnrolment *enrolment, GError **error)
{
  SceauDossier dossier = sceau_deliberation_dossier (round->deliberation, enrolment);
  g_autoptr (SceauDecision) fresh = sceau_jury_propose (&dossier, round->deliberation->session->id);
  const SceauDecision *old = g_hash_table_lookup (round->standing, &enrolment->id);

  if (old != NULL)
    {
      g_hash_table_remove (round->standing, &enrolment->id);
      if (sceau_jury_same_proposal (old, fresh) && !old->outdated)
        return TRUE;
      json_array_add_object_element (round->before, sceau_json_from_decision (old));
      keep_decision (round, fresh, old);
    }
  json_array_add_object_element (round->after, sceau_json_from_decision (fresh));
  if (!sceau_decision_table_save (round->school, fresh, error))
    return FALSE;
  /* What the jury is given first is what a mark changed in deliberation is compared with. */
  return old != NULL || sceau_frozen_result_table_join (round->school, fresh->session_id, fresh->enrolment_id, error);
}

static gboolean
propose_all (Round *round, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  GPtrArray *enrolments = round->deliberation->enrolments;

  for (guint i = 0; i < enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (enrolments, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      sceau_progress_report (progress, i, enrolments->len, _("Evaluating the candidates"));
      if (sceau_deliberation_is_candidate (round->deliberation, enrolment) && !propose_one (round, enrolment, error))
        return FALSE;
    }
  return TRUE;
}

/* Who was certified by another session since, or left the cohort, is no candidate any more. */
static gboolean
drop_others (Round *round, GError **error)
{
  GHashTableIter iter;
  gpointer decision;

  g_hash_table_iter_init (&iter, round->standing);
  while (g_hash_table_iter_next (&iter, NULL, &decision))
    {
      const SceauDecision *old = decision;

      json_array_add_object_element (round->before, sceau_json_from_decision (old));
      if (!sceau_decision_table_delete (round->school, old->session_id, old->enrolment_id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
record_round (Round *round, GError **error)
{
  gint64 session_id = round->deliberation->session->id;
  g_autofree char *subject = sceau_jury_subject (session_id);
  g_autofree char *given = sceau_frozen_result_table_digest (round->school, session_id, SCEAU_FREEZE_OPENING, error);
  JsonObject *before;
  JsonObject *after;

  if (given == NULL)
    return FALSE;
  before = json_object_new ();
  after = json_object_new ();
  sceau_json_set_text (after, SCEAU_GIVEN_SHA256, given);
  json_object_set_array_member (before, "proposals", json_array_ref (round->before));
  json_object_set_array_member (after, "proposals", json_array_ref (round->after));
  sceau_json_add_recusals (after, session_id, round->recusals);
  if (round->reopened->len > 0)
    sceau_json_set_texts (after, "reopened", round->reopened);
  return sceau_journal_record (round->school, "jury.propose", subject, before, after, error);
}

static gboolean
run_round (Round *round, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  gint64 session_id = round->deliberation->session->id;
  int decided, all;

  if (!propose_all (round, progress, cancellable, error) || !drop_others (round, error)
      || !sceau_jury_keep_recusals (round->school, round->deliberation->session, round->recusals, error)
      || !sceau_decision_table_count (round->school, session_id, &decided, &all, error))
    return FALSE;
  if (all == 0)
    {
      g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                           _("The session has no candidate: nobody is enrolled in its cohort, or everybody is certified already."));
      return FALSE;
    }
  if (json_array_get_length (round->before) == 0 && json_array_get_length (round->after) == 0 && round->recusals->len == 0)
    return TRUE;
  return record_round (round, error);
}

/* What is known of a juror counts for those who join the session now; for the others it was entered when it opened.  A session that was opened by an older version has entered nothing yet. */
static void
keep_joining (const SceauDeliberation *deliberation, GPtrArray *recusals, GHashTable *standing)
{
  gboolean entered = deliberation->session->events->len > 0;

  for (guint i = recusals->len; entered && i > 0; i--)
    if (g_hash_table_contains (standing, &((SceauRecusal *) g_ptr_array_index (recusals, i - 1))->enrolment_id))
      g_ptr_array_remove_index (recusals, i - 1);
}

gboolean
sceau_propose_decisions (SceauSchool *school, gint64 session_id, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauDeliberation) deliberation = NULL;
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GHashTable) standing = NULL;
  g_autoptr (JsonArray) before = json_array_new ();
  g_autoptr (JsonArray) after = json_array_new ();
  g_autoptr (GPtrArray) reopened = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) recusals = NULL;
  Round round = { .school = school, .before = before, .after = after, .reopened = reopened };

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  deliberation = sceau_deliberation_load (school, session_id, 0, error);
  if (deliberation == NULL || !sceau_jury_require (school, deliberation->session, SCEAU_ACT_PROPOSE, error))
    return FALSE;
  decisions = sceau_decision_table_list_by_session (school, session_id, error);
  recusals = decisions != NULL ? sceau_jury_foresee_recusals (school, deliberation, error) : NULL;
  if (recusals == NULL)
    return FALSE;

  standing = index_decisions (decisions);
  keep_joining (deliberation, recusals, standing);
  round.recusals = recusals;
  round.deliberation = deliberation;
  round.standing = standing;
  return run_round (&round, progress, cancellable, error) && sceau_transaction_commit (&transaction, error);
}

/* 0 with @error when the learner is not of the session's cohort. */
gint64
sceau_jury_find_enrolment (SceauSchool *school, const SceauJurySession *session, const char *learner_number, GError **error)
{
  g_autoptr (SceauLearner) learner = sceau_require_learner (school, learner_number, error);
  g_autoptr (GPtrArray) enrolments = NULL;
  SceauEnrolmentQuery query = { .cohort_id = session->cohort_id };

  if (learner == NULL)
    return 0;
  query.learner_id = learner->id;
  enrolments = sceau_enrolment_table_list (school, &query, error);
  if (enrolments == NULL)
    return 0;
  if (enrolments->len == 0)
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                   _("The learner %s is not in the cohort “%s” that this session decides on."), learner_number,
                   session->cohort_name);
      return 0;
    }
  return ((SceauEnrolment *) g_ptr_array_index (enrolments, 0))->id;
}

SceauDeliberation *
sceau_jury_load_candidate (SceauSchool *school, gint64 session_id, SceauSessionAct act, const char *learner_number, GError **error)
{
  g_autoptr (SceauJurySession) session = sceau_require_jury (school, session_id, error);
  gint64 enrolment_id;

  if (session == NULL || !sceau_jury_require (school, session, act, error))
    return NULL;
  enrolment_id = sceau_jury_find_enrolment (school, session, learner_number, error);
  return enrolment_id != 0 ? sceau_deliberation_load (school, session_id, enrolment_id, error) : NULL;
}

static SceauDecision *
find_proposal (SceauSchool *school, const SceauDeliberation *deliberation, GError **error)
{
  const SceauEnrolment *enrolment = g_ptr_array_index (deliberation->enrolments, 0);
  g_autoptr (GError) local = NULL;
  SceauDecision *decision = sceau_decision_table_find (school, deliberation->session->id, enrolment->id, &local);

  if (decision == NULL && g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                 deliberation->session->state == SCEAU_SESSION_OPEN
                     ? _("There is no proposal for %s yet: propose first, then decide.")
                     : _("%s is no candidate of this session: the deliberation ended without a proposal."),
                 enrolment->learner_name);
  else if (decision == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return decision;
}

/* The proposal is made afresh, so that the decision stands beside what the results say now. */
gboolean
sceau_decide (SceauSchool *school, gint64 session_id, const SceauVerdict *verdict, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauDeliberation) deliberation = NULL;
  g_autoptr (SceauDecision) old = NULL;
  g_autoptr (SceauDecision) decision = NULL;
  g_autofree char *subject = sceau_jury_subject (session_id);
  g_autofree char *now = sceau_school_now (school);
  guint known = sceau_faults_count_errors (faults);
  const SceauEnrolment *enrolment;
  SceauDossier dossier;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  deliberation = sceau_jury_load_candidate (school, session_id, SCEAU_ACT_DECIDE, verdict->learner_number, error);
  if (deliberation == NULL)
    return FALSE;
  old = find_proposal (school, deliberation, error);
  if (old == NULL)
    return FALSE;

  enrolment = g_ptr_array_index (deliberation->enrolments, 0);
  dossier = sceau_deliberation_dossier (deliberation, enrolment);
  decision = sceau_jury_propose (&dossier, session_id);
  if (sceau_jury_apply_verdict (decision, &dossier, verdict, deliberation->session, faults))
    sceau_jury_note_late (decision, deliberation->session, now, faults);
  if (sceau_faults_refuse (faults, known, error) || !sceau_decision_table_save (school, decision, error))
    return FALSE;
  return sceau_journal_record (school, "jury.decide", subject, sceau_json_from_decision (old), sceau_json_from_decision (decision), error)
         && sceau_transaction_commit (&transaction, error);
}

/* What is accepted must be what the results say now, for every candidate of today. */
static gboolean
check_proposals (const SceauDeliberation *deliberation, GHashTable *standing, GError **error)
{
  guint missing = 0;

  for (guint i = 0; i < deliberation->enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (deliberation->enrolments, i);
      SceauDossier dossier = sceau_deliberation_dossier (deliberation, enrolment);
      const SceauDecision *old = g_hash_table_lookup (standing, &enrolment->id);
      g_autoptr (SceauDecision) fresh = NULL;

      if (!sceau_deliberation_is_candidate (deliberation, enrolment))
        {
          missing += old != NULL;
          continue;
        }
      fresh = sceau_jury_propose (&dossier, deliberation->session->id);
      missing += old == NULL || old->outdated || !sceau_jury_same_proposal (old, fresh);
    }
  if (missing == 0 && g_hash_table_size (standing) > 0)
    return TRUE;
  if (g_hash_table_size (standing) == 0)
    g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, _("There is no proposal yet: propose first."));
  else
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                 ngettext ("The proposal for %u candidate is out of date: results or enrolments changed since. Propose again.",
                           "The proposals for %u candidates are out of date: results or enrolments changed since. Propose again.",
                           missing),
                 missing);
  return FALSE;
}

static gboolean
accept_rest (SceauSchool *school, const SceauJurySession *session, GPtrArray *decisions, JsonArray *taken, GError **error)
{
  for (guint i = 0; i < decisions->len; i++)
    {
      SceauDecision *decision = g_ptr_array_index (decisions, i);

      if (decision->decided)
        continue;
      sceau_jury_accept (decision, session);
      json_array_add_object_element (taken, sceau_json_from_decision (decision));
      if (!sceau_decision_table_save (school, decision, error))
        return FALSE;
    }
  return TRUE;
}

/* @taken: (transfer full) */
static gboolean
record_acceptance (SceauSchool *school, const SceauJurySession *session, JsonArray *taken, GError **error)
{
  g_autofree char *subject = sceau_jury_subject (session->id);
  JsonObject *before = json_object_new ();
  JsonObject *after = json_object_new ();

  sceau_json_set_text (before, "state", sceau_session_state_to_id (SCEAU_SESSION_OPEN));
  sceau_json_set_text (after, "state", sceau_session_state_to_id (SCEAU_SESSION_DELIBERATED));
  json_object_set_array_member (after, "accepted", taken);
  if (!sceau_jury_add_event (school, session, SCEAU_SESSION_EVENT_CLOSED, NULL, after, error))
    {
      json_object_unref (before);
      json_object_unref (after);
      return FALSE;
    }
  return sceau_journal_record (school, "jury.accept", subject, before, after, error);
}

gboolean
sceau_accept_proposals (SceauSchool *school, gint64 session_id, guint *n, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauDeliberation) deliberation = NULL;
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GHashTable) standing = NULL;
  g_autoptr (JsonArray) taken = json_array_new ();

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  deliberation = sceau_deliberation_load (school, session_id, 0, error);
  if (deliberation == NULL || !sceau_jury_require (school, deliberation->session, SCEAU_ACT_CLOSE, error))
    return FALSE;
  decisions = sceau_decision_table_list_by_session (school, session_id, error);
  if (decisions == NULL)
    return FALSE;

  standing = index_decisions (decisions);
  if (!check_proposals (deliberation, standing, error) || !accept_rest (school, deliberation->session, decisions, taken, error)
      || !sceau_jury_table_advance (school, session_id, SCEAU_SESSION_DELIBERATED, error)
      || !record_acceptance (school, deliberation->session, json_array_ref (taken), error) || !sceau_transaction_commit (&transaction, error))
    return FALSE;
  if (n != NULL)
    *n = json_array_get_length (taken);
  return TRUE;
}
