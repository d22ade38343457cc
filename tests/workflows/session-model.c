/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "session-model-private.h"

void
model_decision_free (ModelDecision *self)
{
  sceau_proposal_free (self->proposal);
  g_free (self->print);
  g_free (self);
}

static void
session_free (ModelSession *self)
{
  g_ptr_array_unref (self->decisions);
  g_free (self);
}

static void
learner_free (ModelLearner *self)
{
  g_free (self->number);
  sceau_enrolment_free (self->enrolment);
  g_ptr_array_unref (self->results);
  g_ptr_array_unref (self->acquired);
  g_hash_table_unref (self->frozen);
  g_free (self->certificate);
  g_free (self);
}

SessionModel *
session_model_new (const SceauCertification *certification, const SceauPlan *plan, SceauDate cohort_start, SceauDate today)
{
  SessionModel *self = g_new0 (SessionModel, 1);

  self->certification = certification;
  self->plan = plan;
  self->cohort_start = cohort_start;
  self->today = today;
  self->appeals = g_array_new (FALSE, TRUE, sizeof (ModelAppeal));
  self->learners = g_ptr_array_new_with_free_func ((GDestroyNotify) learner_free);
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) session_free);
  return self;
}

void
session_model_free (SessionModel *self)
{
  g_ptr_array_unref (self->learners);
  g_ptr_array_unref (self->sessions);
  g_array_unref (self->appeals);
  g_free (self);
}

ModelLearner *
session_model_get_learner (const SessionModel *self, guint index)
{
  return g_ptr_array_index (self->learners, index);
}

static ModelSession *
session_model_get_session (const SessionModel *self, guint index)
{
  return g_ptr_array_index (self->sessions, index);
}

ModelDecision *
model_session_get_decision (const ModelSession *session, guint index)
{
  return g_ptr_array_index (session->decisions, index);
}

const char *
session_model_get_code (const SessionModel *self, guint block)
{
  return ((SceauBlock *) g_ptr_array_index (self->certification->blocks, block))->code;
}

ModelSession *
session_model_find (const SessionModel *self, gint64 id)
{
  for (guint i = 0; i < self->sessions->len; i++)
    if (session_model_get_session (self, i)->id == id)
      return session_model_get_session (self, i);
  return NULL;
}

ModelDecision *
model_session_find_decision (const ModelSession *session, guint learner)
{
  for (guint i = 0; i < session->decisions->len; i++)
    if (model_session_get_decision (session, i)->learner == learner)
      return model_session_get_decision (session, i);
  return NULL;
}

ModelLearner *
session_model_add_learner (SessionModel *self, const char *number, SceauEnrolment *enrolment)
{
  ModelLearner *learner = g_new0 (ModelLearner, 1);

  learner->number = g_strdup (number);
  learner->enrolment = enrolment;
  learner->results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  learner->acquired = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_acquired_block_free);
  learner->frozen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (self->learners, learner);
  return learner;
}

ModelSession *
session_model_add_session (SessionModel *self, gint64 id, SceauDate date)
{
  ModelSession *session = g_new0 (ModelSession, 1);

  session->id = id;
  session->day = (ModelDay) { .date = date, .place = 1 };
  self->last_session = id;
  session->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) model_decision_free);
  g_ptr_array_add (self->sessions, session);
  return session;
}

const ModelSession *
session_model_find_in_force (const SessionModel *self, guint learner)
{
  const ModelSession *holding = NULL;

  for (guint i = 0; i < self->sessions->len; i++)
    {
      const ModelSession *session = session_model_get_session (self, i);

      if (session->state == SCEAU_SESSION_SEALED && model_session_find_decision (session, learner) != NULL
          && (holding == NULL || session->day.date > holding->day.date || (session->day.date == holding->day.date && session->id > holding->id)))
        holding = session;
    }
  return holding;
}

gboolean
session_model_is_candidate (const SessionModel *self, guint learner)
{
  const ModelSession *holding = session_model_find_in_force (self, learner);

  return holding == NULL || model_session_find_decision (holding, learner)->outcome != SCEAU_OUTCOME_CERTIFIED;
}

void
session_model_outdate (SessionModel *self, guint learner, const ModelSession *but)
{
  for (guint i = 0; i < self->sessions->len; i++)
    {
      ModelSession *session = session_model_get_session (self, i);
      ModelDecision *decision = model_session_find_decision (session, learner);

      if (decision != NULL && session != but && session->state != SCEAU_SESSION_SEALED)
        decision->outdated = TRUE;
    }
}

guint
session_model_list_acquired (const SessionModel *self, GPtrArray *acquired)
{
  guint blocks = 0;

  for (guint i = 0; i < acquired->len; i++)
    for (guint block = 0; block < self->certification->blocks->len; block++)
      if (g_str_equal (((SceauAcquiredBlock *) g_ptr_array_index (acquired, i))->block_code, session_model_get_code (self, block)))
        blocks |= 1u << block;
  return blocks;
}

ModelSession *
session_model_require (const SessionModel *self, gint64 id, guint states)
{
  ModelSession *session = session_model_find (self, id);

  return session != NULL && !session->suspended && (states & (1u << session->state)) != 0 ? session : NULL;
}

static SceauResult *
find_result (const ModelLearner *learner, const char *modality, int attempt)
{
  for (guint i = 0; i < learner->results->len; i++)
    {
      SceauResult *result = g_ptr_array_index (learner->results, i);

      if (result->attempt == attempt && g_str_equal (result->modality_code, modality))
        return result;
    }
  return NULL;
}

/* Nothing is left to win once the block is acquired, or the learner dispensed. */
static gboolean
is_won (const SessionModel *self, const ModelLearner *learner, const char *modality, int attempt)
{
  const char *block = sceau_plan_find_modality (self->plan, modality)->block_code;
  const SceauResult *last = NULL;

  for (int i = 1; i < attempt; i++)
    {
      const SceauResult *result = find_result (learner, modality, i);

      if (result != NULL && result->mark.kind != SCEAU_MARK_EXCUSED)
        last = result;
    }
  for (guint i = 0; block != NULL && i < learner->acquired->len; i++)
    if (g_str_equal (((SceauAcquiredBlock *) g_ptr_array_index (learner->acquired, i))->block_code, block))
      return TRUE;
  return last != NULL && last->mark.kind == SCEAU_MARK_EXEMPT;
}

ModelAnswer
session_model_record (SessionModel *self, guint index, const char *modality, int attempt, SceauMark mark)
{
  ModelLearner *learner = session_model_get_learner (self, index);
  SceauResult *standing = find_result (learner, modality, attempt);
  gboolean blank = mark.kind == SCEAU_MARK_BLANK;

  if (sceau_plan_find_modality (self->plan, modality) == NULL || attempt < 1
      || (mark.kind == SCEAU_MARK_VALUE && (mark.value < 0 || mark.value > 2000)))
    return MODEL_REFUSED;
  if (standing == NULL ? blank : sceau_mark_equal (standing->mark, mark))
    return MODEL_UNCHANGED;
  if (attempt <= GPOINTER_TO_INT (g_hash_table_lookup (learner->frozen, modality))
      || (blank && find_result (learner, modality, attempt + 1) != NULL)
      || (!blank && attempt > 1 && find_result (learner, modality, attempt - 1) == NULL)
      || (!blank && attempt > 1 && standing == NULL && is_won (self, learner, modality, attempt)))
    return MODEL_REFUSED;
  if (blank)
    g_ptr_array_remove (learner->results, standing);
  else if (standing != NULL)
    standing->mark = mark;
  else
    g_ptr_array_add (learner->results, sceau_result_new (learner->enrolment->id, modality, attempt, mark));
  session_model_outdate (self, index, NULL);
  return MODEL_WRITTEN;
}

ModelAnswer
session_model_withdraw (SessionModel *self, guint index, gboolean reasoned)
{
  SceauEnrolment *enrolment = session_model_get_learner (self, index)->enrolment;

  if (!reasoned || enrolment->state == SCEAU_ENROLMENT_WITHDRAWN || !session_model_is_candidate (self, index))
    return MODEL_REFUSED;
  enrolment->state = SCEAU_ENROLMENT_WITHDRAWN;
  session_model_outdate (self, index, NULL);
  return MODEL_WRITTEN;
}

ModelAnswer
session_model_issue (SessionModel *self, gint64 id, SceauDate delivered, gboolean placed, guint *due)
{
  const ModelSession *session = session_model_require (self, id, 1u << SCEAU_SESSION_SEALED);

  *due = 0;
  if (session == NULL)
    return MODEL_REFUSED;
  for (guint i = 0; i < session->decisions->len; i++)
    {
      const ModelDecision *decision = model_session_get_decision (session, i);

      if (decision->outcome == SCEAU_OUTCOME_CERTIFIED && session_model_find_in_force (self, decision->learner) == session
          && session_model_get_learner (self, decision->learner)->certificate == NULL)
        *due |= 1u << decision->learner;
    }
  if (*due == 0)
    return MODEL_UNCHANGED;
  return placed && delivered != SCEAU_NO_DATE && delivered >= session->day.date ? MODEL_WRITTEN : MODEL_REFUSED;
}
