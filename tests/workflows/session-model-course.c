/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Who is convened, who sits, when and where, and what follows the seal, by the model. */

#include "session-model-private.h"

guint
session_model_count_bits (guint bits)
{
  guint n = 0;

  for (; bits != 0; bits >>= 1)
    n += bits & 1;
  return n;
}

/* Who sits ---------------------------------------------------------------------------- */

guint
model_session_list_seated (const ModelSession *self)
{
  guint absent = self->members & ~self->present;
  guint came = self->alternates & self->present;
  guint seated = self->members & self->present;

  if ((absent & 0x1c) != 0)
    seated |= came & (1u << MODEL_EXTERNAL_ALTERNATE);
  if ((absent & 0x02) != 0)
    seated |= came & (1u << MODEL_DIRECTOR_ALTERNATE);
  return seated;
}

/* Those who hold a seat, less who is recused. */
guint
model_session_list_voters (const ModelSession *self, guint learner)
{
  guint voters = model_session_list_seated (self);

  for (guint juror = 0; juror < MODEL_JURORS; juror++)
    if ((self->recused[juror] & (1u << learner)) != 0)
      voters &= ~(1u << juror);
  return voters;
}

void
model_session_enter_conflict (ModelSession *self, guint learner)
{
  guint bit = 1u << learner;

  if (learner == 1 && ((self->members | self->alternates) & (1u << MODEL_IN_CONFLICT)) != 0
      && (self->lifted[MODEL_IN_CONFLICT] & bit) == 0)
    self->recused[MODEL_IN_CONFLICT] |= bit;
}

ModelAnswer
session_model_convene (SessionModel *self, gint64 id, guint titulars, guint alternates, gboolean stranger, int president)
{
  ModelSession *session = session_model_require (self, id, 1u << SCEAU_SESSION_PREPARATION | 1u << SCEAU_SESSION_CONVENED);

  if (session == NULL || titulars == 0 || (titulars & alternates) != 0 || stranger || president < 0 || (titulars & (1u << president)) == 0)
    return MODEL_REFUSED;
  session->members = titulars;
  session->alternates = alternates;
  session->president = president;
  session->state = SCEAU_SESSION_CONVENED;
  for (guint juror = 0; juror < MODEL_JURORS; juror++)
    if (((titulars | alternates) & (1u << juror)) == 0)
      session->recused[juror] = session->lifted[juror] = 0;
  return MODEL_WRITTEN;
}

/* Whether this case is closed, so that nobody has to be left for it. */
static gboolean
is_settled (const ModelSession *session, guint learner)
{
  const ModelDecision *decision = model_session_find_decision (session, learner);

  return decision != NULL && decision->decided && !decision->outdated;
}

gboolean
model_session_may_decide (const ModelSession *self, guint learner)
{
  guint seated = model_session_list_seated (self);

  return model_session_list_voters (self, learner) != 0 && session_model_count_bits (seated) == 5 && (self->present & (1u << self->president)) != 0;
}

/* The plan wants all five seats held, with the president in one, somebody to decide on, and somebody left to decide on each. */
static gboolean
makes_a_jury (const SessionModel *self, const ModelSession *session)
{
  gboolean awaited = FALSE;

  for (guint i = 0; i < self->learners->len; i++)
    {
      if (!session_model_is_candidate (self, i))
        continue;
      awaited = TRUE;
      if (!is_settled (session, i) && model_session_list_voters (session, i) == 0)
        return FALSE;
    }
  return awaited && session->members == MODEL_TITULARS && session_model_count_bits (model_session_list_seated (session)) == 5
         && (session->present & (1u << session->president)) != 0;
}

/* Takes its place when it may; a derogation sets aside what a jury lacks, and nothing else. */
static gboolean
take_seats (const SessionModel *self, ModelSession *session, guint present, gboolean derogation, gboolean opens)
{
  ModelSession seated = *session;

  if (present == 0 || (present & ~(session->members | session->alternates)) != 0)
    return FALSE;
  seated.present = present;
  for (guint i = 0; opens && i < self->learners->len; i++)
    if (session_model_is_candidate (self, i))
      model_session_enter_conflict (&seated, i);
  if (!makes_a_jury (self, &seated))
    {
      if (!derogation)
        return FALSE;
      seated.derogated = TRUE;
    }
  seated.state = SCEAU_SESSION_OPEN;
  seated.suspended = FALSE;
  *session = seated;
  return TRUE;
}

ModelAnswer
session_model_open (SessionModel *self, gint64 id, guint present, gboolean derogation)
{
  ModelSession *session = session_model_require (self, id, 1u << SCEAU_SESSION_CONVENED);

  /* A jury does not sit on a day to come. */
  return session != NULL && session->day.date <= self->today && take_seats (self, session, present, derogation, TRUE) ? MODEL_WRITTEN : MODEL_REFUSED;
}

ModelAnswer
session_model_suspend (SessionModel *self, gint64 id, gboolean reasoned)
{
  ModelSession *session = session_model_require (self, id, 1u << SCEAU_SESSION_OPEN);

  if (session == NULL || !reasoned)
    return MODEL_REFUSED;
  session->suspended = TRUE;
  return MODEL_WRITTEN;
}

ModelAnswer
session_model_resume (SessionModel *self, gint64 id, guint present, gboolean derogation)
{
  ModelSession *session = session_model_find (self, id);

  return session != NULL && session->suspended && take_seats (self, session, present, derogation, FALSE) ? MODEL_WRITTEN : MODEL_REFUSED;
}

/* Recusals ---------------------------------------------------------------------------- */

/* Suspended or not. */
static ModelSession *
require_recusable (const SessionModel *self, gint64 id, int learner)
{
  ModelSession *session = session_model_find (self, id);

  return learner >= 0 && session != NULL && (session->state == SCEAU_SESSION_CONVENED || session->state == SCEAU_SESSION_OPEN) ? session : NULL;
}

ModelAnswer
session_model_recuse (SessionModel *self, gint64 id, guint juror, int learner)
{
  ModelSession *session = require_recusable (self, id, learner);
  guint bit = learner >= 0 ? 1u << learner : 0;
  ModelDecision *decision;

  if (session == NULL || ((session->members | session->alternates) & (1u << juror)) == 0 || (session->recused[juror] & bit) != 0)
    return MODEL_REFUSED;
  session->recused[juror] |= bit;
  session->lifted[juror] &= ~bit;
  decision = model_session_find_decision (session, (guint) learner);
  if (decision != NULL && decision->decided && (decision->present & (1u << juror)) != 0 && !session->suspended)
    {
      decision->decided = decision->reasoned = FALSE;
      decision->votes = -1;
    }
  return MODEL_WRITTEN;
}

ModelAnswer
session_model_lift (SessionModel *self, gint64 id, guint juror, int learner, gboolean reasoned)
{
  ModelSession *session = require_recusable (self, id, learner);
  guint bit = learner >= 0 ? 1u << learner : 0;

  if (session == NULL || (session->recused[juror] & bit) == 0 || !reasoned)
    return MODEL_REFUSED;
  session->recused[juror] &= ~bit;
  session->lifted[juror] |= bit;
  return MODEL_WRITTEN;
}

/* The calendar ------------------------------------------------------------------------ */

/* The embargo is fixed by the seal, all the rest by the opening. */
ModelAnswer
session_model_amend (SessionModel *self, gint64 id, const ModelDay *day)
{
  ModelSession *session = session_model_find (self, id);
  gboolean moved;

  if (session == NULL || session->state == SCEAU_SESSION_SEALED || day->date == SCEAU_NO_DATE || day->date < self->cohort_start
      || day->place == 0 || day->bad_time || (day->embargo != SCEAU_NO_DATE && day->embargo < day->date))
    return MODEL_REFUSED;
  moved = day->date != session->day.date || day->place != session->day.place || day->time != session->day.time;
  if (moved && session->state > SCEAU_SESSION_CONVENED)
    return MODEL_REFUSED;
  if (!moved && day->embargo == session->day.embargo)
    return MODEL_UNCHANGED;
  session->day = *day;
  return MODEL_WRITTEN;
}

ModelAnswer
session_model_remove (SessionModel *self, gint64 id)
{
  ModelSession *session = session_model_require (self, id, 1u << SCEAU_SESSION_PREPARATION | 1u << SCEAU_SESSION_CONVENED);

  return session != NULL && g_ptr_array_remove (self->sessions, session) ? MODEL_WRITTEN : MODEL_REFUSED;
}

/* After the seal ---------------------------------------------------------------------- */

/* The clock stands still: every seal is of today, and nobody is told before it. */
ModelAnswer
session_model_notify (SessionModel *self, gint64 id, SceauDate date)
{
  ModelSession *session = session_model_require (self, id, 1u << SCEAU_SESSION_SEALED);

  if (session == NULL || session->notified != SCEAU_NO_DATE || date != self->today || date < session->day.date
      || date < session->day.embargo)
    return MODEL_REFUSED;
  session->notified = date;
  return MODEL_WRITTEN;
}

ModelAnswer
session_model_attach (SessionModel *self, gint64 id, int scan)
{
  ModelSession *session = session_model_require (self, id, 1u << SCEAU_SESSION_SEALED);

  if (session == NULL || scan < 0 || (session->scans & (1u << scan)) != 0)
    return MODEL_REFUSED;
  session->scans |= 1u << scan;
  return MODEL_WRITTEN;
}

ModelAppeal *
session_model_find_appeal (const SessionModel *self, gint64 id)
{
  for (guint i = 0; i < self->appeals->len; i++)
    if (g_array_index (self->appeals, ModelAppeal, i).id == id)
      return &g_array_index (self->appeals, ModelAppeal, i);
  return NULL;
}

/* A late one is taken: only the answer may call it inadmissible. */
ModelAnswer
session_model_appeal (SessionModel *self, gint64 id, int learner, SceauDate filed, gboolean grounded, gint64 new_id)
{
  const ModelSession *session = session_model_require (self, id, 1u << SCEAU_SESSION_SEALED);
  const ModelAppeal appeal = { new_id, id, (guint) learner, filed, SCEAU_APPEAL_FILED };

  if (session == NULL || session->notified == SCEAU_NO_DATE || learner < 0 || model_session_find_decision (session, (guint) learner) == NULL
      || !grounded || filed == SCEAU_NO_DATE || filed < session->notified || filed > self->today)
    return MODEL_REFUSED;
  g_array_append_val (self->appeals, appeal);
  return MODEL_WRITTEN;
}

ModelAnswer
session_model_reply (SessionModel *self, gint64 id, SceauAppealState state, SceauDate date, gboolean reasoned, gint64 rectifying)
{
  ModelAppeal *appeal = session_model_find_appeal (self, id);
  const ModelSession *session = session_model_find (self, rectifying);

  if (appeal == NULL || appeal->state != SCEAU_APPEAL_FILED || state == SCEAU_APPEAL_FILED || !reasoned || date == SCEAU_NO_DATE
      || date < appeal->filed || date > self->today)
    return MODEL_REFUSED;
  if (rectifying != 0
      && (state != SCEAU_APPEAL_UPHELD || session == NULL || !session_model_is_in_chain (self, session->rectifies, appeal->session)
          || model_session_find_decision (session, appeal->learner) == NULL))
    return MODEL_REFUSED;
  appeal->state = state;
  return MODEL_WRITTEN;
}
