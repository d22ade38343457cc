/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What a jury proposes, decides, accepts, seals and rectifies, by the model. */

#include "session-model-private.h"

/* @acquired: what the learner has before the decision. */
static ModelDecision *
propose (const SessionModel *self, guint index, GPtrArray *acquired)
{
  const ModelLearner *learner = session_model_get_learner (self, index);
  const SceauDossier dossier = { self->certification, self->plan, learner->enrolment, learner->results, acquired };
  ModelDecision *decision = g_new0 (ModelDecision, 1);
  g_autoptr (GString) print = g_string_new (NULL);

  decision->learner = index;
  decision->votes = -1;
  decision->proposal = sceau_proposal_new (&dossier);
  g_string_append_printf (print, "%d %s", decision->proposal->outcome, decision->proposal->reason);
  for (guint i = 0; i < decision->proposal->blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (decision->proposal->blocks, i);

      g_string_append_printf (print, " %d %d %s", verdict->state, verdict->mean, verdict->reason);
    }
  decision->print = g_string_free (g_steal_pointer (&print), FALSE);
  return decision;
}

static guint
list_proposed (const ModelDecision *decision)
{
  guint blocks = 0;

  for (guint i = 0; i < decision->proposal->blocks->len; i++)
    if (((SceauBlockVerdict *) g_ptr_array_index (decision->proposal->blocks, i))->state == SCEAU_BLOCK_ACQUIRED)
      blocks |= 1u << i;
  return blocks;
}

/* A decision that only took the proposal falls with it. */
static void
carry (ModelDecision *fresh, const ModelDecision *old)
{
  fresh->decided = old->decided && (old->reasoned || (old->outcome == fresh->proposal->outcome && old->blocks == list_proposed (fresh)));
  if (!fresh->decided)
    return;
  fresh->outcome = old->outcome;
  fresh->blocks = old->blocks;
  fresh->reasoned = old->reasoned;
  fresh->votes = old->votes;
  fresh->present = old->present;
}

ModelAnswer
session_model_propose (SessionModel *self, gint64 id)
{
  ModelSession *session = session_model_require (self, id, 1u << SCEAU_SESSION_OPEN);
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) model_decision_free);
  gboolean changed;

  if (session == NULL)
    return MODEL_REFUSED;
  changed = FALSE;
  for (guint i = 0; i < self->learners->len; i++)
    {
      const ModelDecision *old = model_session_find_decision (session, i);
      ModelDecision *fresh;

      if (!session_model_is_candidate (self, i))
        {
          changed = changed || old != NULL;
          continue;
        }
      fresh = propose (self, i, session_model_get_learner (self, i)->acquired);
      changed = changed || old == NULL || old->outdated || !g_str_equal (old->print, fresh->print);
      if (old != NULL && g_str_equal (old->print, fresh->print))
        {
          fresh->decided = old->decided;
          fresh->outcome = old->outcome;
          fresh->blocks = old->blocks;
          fresh->reasoned = old->reasoned;
          fresh->votes = old->votes;
          fresh->present = old->present;
        }
      else if (old != NULL)
        carry (fresh, old);
      else
        model_session_enter_conflict (session, i);
      g_ptr_array_add (decisions, fresh);
    }
  if (decisions->len == 0)
    return MODEL_REFUSED;
  g_ptr_array_unref (session->decisions);
  session->decisions = g_steal_pointer (&decisions);
  return changed ? MODEL_WRITTEN : MODEL_UNCHANGED;
}

static guint
choose_blocks (const SessionModel *self, const ModelDecision *decision, const ModelVerdict *verdict, guint earlier)
{
  if (verdict->names_blocks)
    return verdict->blocks;
  if (verdict->outcome == SCEAU_OUTCOME_CERTIFIED)
    return (1u << self->certification->blocks->len) - 1;
  if (verdict->outcome == SCEAU_OUTCOME_PARTIAL || verdict->outcome == SCEAU_OUTCOME_DEFERRED
      || verdict->outcome == decision->proposal->outcome)
    return list_proposed (decision);
  return earlier;
}

static gboolean
meets_requirements (const ModelDecision *decision)
{
  for (guint i = 0; i < decision->proposal->requirements->len; i++)
    if (!((SceauRequirementVerdict *) g_ptr_array_index (decision->proposal->requirements, i))->met)
      return FALSE;
  return TRUE;
}

static gboolean
allows_votes (const ModelSession *session, guint learner, const int *votes)
{
  guint voters = model_session_list_voters (session, learner);

  if (votes[0] < 0 && votes[1] < 0 && votes[2] < 0)
    return TRUE;
  if (votes[0] < 0 || votes[1] < 0 || votes[2] < 0 || votes[0] + votes[1] + votes[2] > (int) session_model_count_bits (voters)
      || votes[1] > votes[0] || votes[0] + votes[1] == 0)
    return FALSE;
  return votes[0] != votes[1] || (voters & (1u << session->president)) != 0;
}

/* Blocks of which the learner has taken something. */
static guint
list_assessed (const SessionModel *self, const ModelLearner *learner)
{
  guint blocks = 0;

  for (guint i = 0; i < learner->results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (learner->results, i);
      const SceauModality *modality = sceau_plan_find_modality (self->plan, result->modality_code);

      for (guint j = 0; j < self->certification->blocks->len; j++)
        if ((result->mark.kind == SCEAU_MARK_VALUE || result->mark.kind == SCEAU_MARK_EXEMPT)
            && g_strcmp0 (modality->block_code, ((SceauBlock *) g_ptr_array_index (self->certification->blocks, j))->code) == 0)
          blocks |= 1u << j;
    }
  return blocks;
}

/* Who left is not certified, and gets no block of which nothing was taken. */
static gboolean
allows_departed (const SessionModel *self, const ModelDecision *decision, guint earlier)
{
  const ModelLearner *learner = session_model_get_learner (self, decision->learner);

  if (learner->enrolment->state == SCEAU_ENROLMENT_ACTIVE)
    return TRUE;
  return decision->outcome != SCEAU_OUTCOME_CERTIFIED
         && (decision->blocks & ~(earlier | list_proposed (decision) | list_assessed (self, learner))) == 0;
}

/* The verdict on @decision, which holds the proposal; FALSE when the rules refuse it. */
static gboolean
apply (const SessionModel *self, const ModelSession *session, ModelDecision *decision, const ModelVerdict *verdict, guint earlier)
{
  guint all = (1u << self->certification->blocks->len) - 1;

  decision->blocks = choose_blocks (self, decision, verdict, earlier);
  decision->outcome = verdict->outcome;
  decision->decided = TRUE;
  decision->present = session->present;
  decision->votes = verdict->votes[0] < 0 ? -1 : verdict->votes[0] + verdict->votes[1] + verdict->votes[2];
  decision->reasoned = verdict->reasoned || (verdict->votes[0] >= 0 && verdict->votes[0] == verdict->votes[1]);
  if (verdict->names_blocks && verdict->unknown_block)
    return FALSE;
  if (!verdict->reasoned && (decision->outcome != decision->proposal->outcome || decision->blocks != list_proposed (decision)))
    return FALSE;
  if ((earlier & ~decision->blocks) != 0)
    return FALSE;
  if ((decision->outcome == SCEAU_OUTCOME_PARTIAL && decision->blocks == 0) || !allows_departed (self, decision, earlier))
    return FALSE;
  if (decision->outcome == SCEAU_OUTCOME_CERTIFIED && (decision->blocks != all || !meets_requirements (decision)))
    return FALSE;
  return allows_votes (session, decision->learner, verdict->votes);
}

static void
replace_decision (ModelSession *session, ModelDecision *decision)
{
  ModelDecision *old = model_session_find_decision (session, decision->learner);

  if (old != NULL)
    g_ptr_array_remove (session->decisions, old);
  g_ptr_array_add (session->decisions, decision);
}

ModelAnswer
session_model_decide (SessionModel *self, gint64 id, int learner, const ModelVerdict *verdict)
{
  ModelSession *session = session_model_require (self, id, 1u << SCEAU_SESSION_OPEN | 1u << SCEAU_SESSION_DELIBERATED);
  ModelDecision *decision;
  GPtrArray *acquired;

  if (session == NULL || learner < 0 || model_session_find_decision (session, (guint) learner) == NULL)
    return MODEL_REFUSED;
  /* Once the deliberation is over, the minutes tell why the jury came back to it. */
  if (session->state == SCEAU_SESSION_DELIBERATED && !verdict->reasoned)
    return MODEL_REFUSED;
  acquired = session_model_get_learner (self, (guint) learner)->acquired;
  decision = propose (self, (guint) learner, acquired);
  if (!apply (self, session, decision, verdict, session_model_list_acquired (self, acquired)))
    {
      model_decision_free (decision);
      return MODEL_REFUSED;
    }
  replace_decision (session, decision);
  return MODEL_WRITTEN;
}

/* Whether the proposal is what the results and blocks say now. */
static gboolean
is_fresh (const SessionModel *self, const ModelDecision *decision)
{
  ModelDecision *fresh = propose (self, decision->learner, session_model_get_learner (self, decision->learner)->acquired);
  gboolean same = g_str_equal (fresh->print, decision->print);

  model_decision_free (fresh);
  return same;
}

ModelAnswer
session_model_accept (SessionModel *self, gint64 id)
{
  ModelSession *session = session_model_require (self, id, 1u << SCEAU_SESSION_OPEN);

  if (session == NULL || session->decisions->len == 0)
    return MODEL_REFUSED;
  for (guint i = 0; i < self->learners->len; i++)
    {
      const ModelDecision *decision = model_session_find_decision (session, i);

      if (session_model_is_candidate (self, i) ? decision == NULL || decision->outdated || !is_fresh (self, decision) : decision != NULL)
        return MODEL_REFUSED;
    }
  for (guint i = 0; i < session->decisions->len; i++)
    {
      ModelDecision *decision = model_session_get_decision (session, i);

      if (decision->decided)
        continue;
      decision->decided = TRUE;
      decision->present = session->present;
      decision->outcome = decision->proposal->outcome;
      decision->blocks = list_proposed (decision);
    }
  session->state = SCEAU_SESSION_DELIBERATED;
  return MODEL_WRITTEN;
}

static void
acquire (SessionModel *self, const ModelSession *session, const ModelDecision *decision)
{
  ModelLearner *learner = session_model_get_learner (self, decision->learner);
  guint held = session_model_list_acquired (self, learner->acquired);

  if ((decision->blocks & ~held) != 0)
    session_model_outdate (self, decision->learner, session);

  for (guint block = 0; block < self->certification->blocks->len; block++)
    {
      SceauAcquiredBlock *acquired;

      if ((decision->blocks & ~held & (1u << block)) == 0)
        continue;
      acquired = sceau_acquired_block_new ();
      acquired->block_code = g_strdup (session_model_get_code (self, block));
      acquired->date = session->day.date;
      acquired->proof = g_strdup_printf ("%" G_GINT64_FORMAT, session->id);
      acquired->session_id = session->id;
      g_ptr_array_add (learner->acquired, acquired);
    }
}

static void
freeze (ModelLearner *learner)
{
  for (guint i = 0; i < learner->results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (learner->results, i);
      int last = GPOINTER_TO_INT (g_hash_table_lookup (learner->frozen, result->modality_code));

      if (result->attempt > last)
        g_hash_table_insert (learner->frozen, g_strdup (result->modality_code), GINT_TO_POINTER (result->attempt));
    }
}

static void
seal (SessionModel *self, ModelSession *session)
{
  for (guint i = 0; i < session->decisions->len; i++)
    {
      acquire (self, session, model_session_get_decision (session, i));
      freeze (session_model_get_learner (self, model_session_get_decision (session, i)->learner));
    }
  session->state = SCEAU_SESSION_SEALED;
}

/* Whether a sealed session that comes after this one has decided on the learner. */
static gboolean
decides_later (const SessionModel *self, const ModelSession *session, guint learner)
{
  const ModelSession *holding = session_model_find_in_force (self, learner);

  return holding != NULL && (holding->day.date > session->day.date || (holding->day.date == session->day.date && holding->id > session->id));
}

/* By who was there when the decision was taken. */
static int
count_voters_of (const ModelSession *session, const ModelDecision *decision)
{
  ModelSession then = *session;

  then.present = decision->present;
  return (int) session_model_count_bits (model_session_list_voters (&then, decision->learner));
}

/* Whom another session has certified since leaves this one; when nobody is left there is nothing to seal. */
ModelAnswer
session_model_seal (SessionModel *self, gint64 id)
{
  ModelSession *session = session_model_require (self, id, 1u << SCEAU_SESSION_DELIBERATED);
  gboolean awaited = FALSE;

  if (session == NULL)
    return MODEL_REFUSED;
  for (guint i = 0; i < session->decisions->len; i++)
    {
      const ModelDecision *decision = model_session_get_decision (session, i);

      if (session_model_is_candidate (self, decision->learner)
          && (!is_fresh (self, decision) || decision->outdated
              || decision->votes > count_voters_of (session, decision)
              || decides_later (self, session, decision->learner)))
        return MODEL_REFUSED;
    }
  for (guint i = 0; i < session->decisions->len; i++)
    awaited = awaited || session_model_is_candidate (self, model_session_get_decision (session, i)->learner);
  if (!awaited)
    return MODEL_REFUSED;
  for (guint i = session->decisions->len; i > 0; i--)
    if (!session_model_is_candidate (self, model_session_get_decision (session, i - 1)->learner))
      g_ptr_array_remove_index (session->decisions, i - 1);
  seal (self, session);
  return MODEL_WRITTEN;
}

gboolean
session_model_is_in_chain (const SessionModel *self, gint64 id, gint64 wanted)
{
  const ModelSession *session = session_model_find (self, id);

  return session != NULL && (id == wanted || session_model_is_in_chain (self, session->rectifies, wanted));
}

/* Blocks that none of the sessions in the chain of @id gave. */
static GPtrArray *
list_before (const SessionModel *self, const ModelLearner *learner, gint64 id)
{
  GPtrArray *before = g_ptr_array_new ();

  for (guint i = 0; i < learner->acquired->len; i++)
    {
      SceauAcquiredBlock *block = g_ptr_array_index (learner->acquired, i);

      if (!session_model_is_in_chain (self, id, block->session_id))
        g_ptr_array_add (before, block);
    }
  return before;
}

/* At the same place the same members, those present who were so at the decision, with the same recusals about the one
 * candidate.  Nobody says why they may sit when something is lacking: the first derogation serves again. */
static void
seat_again (ModelSession *session, const ModelSession *wrong, const ModelDecision *decision)
{
  guint learner = decision->learner;

  session->day.place = wrong->day.place;
  session->members = wrong->members;
  session->alternates = wrong->alternates;
  session->present = decision->present;
  session->president = wrong->president;
  for (guint juror = 0; juror < MODEL_JURORS; juror++)
    {
      session->recused[juror] = wrong->recused[juror] & (1u << learner);
      session->lifted[juror] = wrong->lifted[juror] & (1u << learner);
    }
  model_session_enter_conflict (session, learner);
  session->derogated = wrong->derogated && !model_session_may_decide (session, learner);
}

ModelAnswer
session_model_rectify (SessionModel *self, gint64 id, int index, const ModelVerdict *verdict, SceauDate date, gint64 new_id)
{
  ModelSession *wrong = session_model_require (self, id, 1u << SCEAU_SESSION_SEALED);
  const ModelDecision *old = wrong != NULL && index >= 0 ? model_session_find_decision (wrong, (guint) index) : NULL;
  g_autoptr (GPtrArray) before = NULL;
  ModelLearner *learner;
  ModelSession *session;
  ModelSession seated = { 0 };
  ModelDecision *decision;

  if (old == NULL || session_model_find_in_force (self, (guint) index) != wrong || !verdict->reasoned || date == SCEAU_NO_DATE || date < wrong->day.date
      || (date > self->today && date > wrong->day.date))
    return MODEL_REFUSED;
  learner = session_model_get_learner (self, (guint) index);
  before = list_before (self, learner, id);
  decision = propose (self, (guint) index, before);
  seat_again (&seated, wrong, old);
  if ((!seated.derogated && !model_session_may_decide (&seated, (guint) index))
      || !apply (self, &seated, decision, verdict, session_model_list_acquired (self, before))
      || (decision->outcome == old->outcome && decision->blocks == old->blocks)
      || (decision->outcome != SCEAU_OUTCOME_CERTIFIED && learner->certificate != NULL))
    {
      model_decision_free (decision);
      return MODEL_REFUSED;
    }

  session = session_model_add_session (self, new_id, date);
  session->rectifies = id;
  seat_again (session, wrong, old);
  g_ptr_array_add (session->decisions, decision);
  for (guint i = learner->acquired->len; i > 0; i--)
    {
      SceauAcquiredBlock *block = g_ptr_array_index (learner->acquired, i - 1);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, block);
      if (session_model_is_in_chain (self, id, block->session_id) && (session_model_list_acquired (self, one) & decision->blocks) == 0)
        {
          g_ptr_array_remove_index (learner->acquired, i - 1);
          session_model_outdate (self, (guint) index, session);
        }
    }
  seal (self, session);
  return MODEL_WRITTEN;
}
