/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Commands about the course of a session, drawn by lot, beside the answers of the model. */

#include "school-life.h"

#include <string.h>

#include "sceau-appeal-table.h"
#include "sceau-jury-table.h"
#include "sceau-notify-results.h"

#define REASON "Après débat."

int
school_life_draw (SchoolLife *self, int n)
{
  return g_rand_int_range (self->rand, 0, n);
}

gboolean
school_life_seldom (SchoolLife *self)
{
  return school_life_draw (self, 8) == 0;
}

gint64
school_life_draw_session (SchoolLife *self)
{
  if (self->model->sessions->len == 0 || school_life_draw (self, 20) == 0)
    return 99;
  if (self->focus != 0 && !school_life_seldom (self))
    return self->focus;
  return ((ModelSession *) self->model->sessions->pdata[school_life_draw (self, (int) self->model->sessions->len)])->id;
}

SceauDate
school_life_draw_date (SchoolLife *self)
{
  if (school_life_seldom (self))
    return SCEAU_NO_DATE;
  return sceau_date_new (2026, school_life_seldom (self) ? 1 : 11, 1 + school_life_draw (self, 28));
}

int
school_life_draw_learner (SchoolLife *self)
{
  return school_life_draw (self, 20) == 0 ? -1 : school_life_draw (self, (int) self->model->learners->len);
}

/* Who sits ---------------------------------------------------------------------------- */

static guint
list_ids (SchoolLife *self, guint bits, gint64 *ids)
{
  guint n = 0;

  for (guint i = 0; i < MODEL_JURORS; i++)
    if (bits & (1u << i))
      ids[n++] = self->jurors[i];
  return n;
}

void
school_life_convene (SchoolLife *self, SceauFaults *faults)
{
  gint64 titulars[MODEL_JURORS + 1];
  gint64 alternates[MODEL_JURORS];
  gint64 session = school_life_draw_session (self);
  guint sitting = school_life_seldom (self) ? (guint) school_life_draw (self, MODEL_TITULARS + 1) : MODEL_TITULARS;
  guint waiting = school_life_draw (self, 2) == 0 ? (guint) school_life_draw (self, 4) << MODEL_EXTERNAL_ALTERNATE : 0;
  gboolean stranger = school_life_seldom (self);
  int president = school_life_seldom (self) ? -1 : school_life_draw (self, 5);
  g_autoptr (GError) error = NULL;
  SceauPanel panel = { .titulars = titulars, .alternates = alternates };
  gboolean done;

  if (school_life_seldom (self))
    waiting |= 1u << school_life_draw (self, 5);
  panel.n_titulars = list_ids (self, sitting, titulars);
  panel.n_alternates = list_ids (self, waiting, alternates);
  panel.president = president < 0 ? 0 : self->jurors[president];
  if (stranger)
    titulars[panel.n_titulars++] = 777;
  school_life_tell (self, "convene %d: 0x%x and 0x%x%s, president %d", (int) session, sitting, waiting, stranger ? " and a stranger" : "", president);
  done = sceau_convene_panel (self->school, session, &panel, faults, &error);
  school_life_compare_answer (self, session_model_convene (self->model, session, sitting, waiting, stranger, president), done, error);
}

/* Those who are convened, mostly; or one of them is away, and the alternates come. */
static guint
draw_present (SchoolLife *self, gint64 session)
{
  const ModelSession *model = session_model_find (self->model, session);
  guint convened = model != NULL ? model->members : MODEL_TITULARS;

  if (school_life_seldom (self))
    return (guint) school_life_draw (self, 1 << MODEL_JURORS);
  if (model == NULL || school_life_draw (self, 2) == 0)
    return convened;
  return (convened & ~(1u << school_life_draw (self, 5))) | model->alternates;
}

void
school_life_open (SchoolLife *self, SceauFaults *faults)
{
  gint64 ids[MODEL_JURORS];
  gint64 session = school_life_draw_session (self);
  guint present = draw_present (self, session);
  gboolean derogation = school_life_draw (self, 2) == 0;
  g_autoptr (GError) error = NULL;
  gboolean done;

  school_life_tell (self, "open %d: present 0x%x%s", (int) session, present, derogation ? ", derogation" : "");
  done = sceau_open_jury (self->school, session, ids, list_ids (self, present, ids), derogation ? REASON : " ", faults, &error);
  school_life_compare_answer (self, session_model_open (self->model, session, present, derogation), done, error);
}

void
school_life_suspend (SchoolLife *self, SceauFaults *faults)
{
  gint64 session = school_life_draw_session (self);
  gboolean reasoned = !school_life_seldom (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  school_life_tell (self, "suspend %d%s", (int) session, reasoned ? "" : " without a reason");
  done = sceau_suspend_jury (self->school, session, reasoned ? REASON : " ", faults, &error);
  school_life_compare_answer (self, session_model_suspend (self->model, session, reasoned), done, error);
}

void
school_life_resume (SchoolLife *self, SceauFaults *faults)
{
  gint64 ids[MODEL_JURORS];
  gint64 session = school_life_draw_session (self);
  guint present = draw_present (self, session);
  gboolean derogation = school_life_draw (self, 2) == 0;
  g_autoptr (GError) error = NULL;
  gboolean done;

  school_life_tell (self, "resume %d: present 0x%x%s", (int) session, present, derogation ? ", derogation" : "");
  done = sceau_resume_jury (self->school, session, ids, list_ids (self, present, ids), derogation ? REASON : NULL, faults, &error);
  school_life_compare_answer (self, session_model_resume (self->model, session, present, derogation), done, error);
}

/* Recusals ---------------------------------------------------------------------------- */

static gint64
get_enrolment (SchoolLife *self, int learner)
{
  return learner < 0 ? 777 : ((ModelLearner *) self->model->learners->pdata[learner])->enrolment->id;
}

void
school_life_recuse (SchoolLife *self, SceauFaults *faults)
{
  gint64 session = school_life_draw_session (self);
  guint juror = (guint) school_life_draw (self, MODEL_JURORS);
  int learner = school_life_draw_learner (self);
  const SceauRecusal recusal = { .juror_id = self->jurors[juror],
                                 .enrolment_id = get_enrolment (self, learner),
                                 .kind = (SceauConflictKind) school_life_draw (self, SCEAU_N_CONFLICTS),
                                 .reason = school_life_draw (self, 2) == 0 ? (char *) REASON : NULL };
  g_autoptr (GError) error = NULL;
  gboolean done;

  school_life_tell (self, "recuse %d: juror %u, learner %d", (int) session, juror, learner);
  done = sceau_recuse_member (self->school, session, &recusal, faults, &error);
  school_life_compare_answer (self, session_model_recuse (self->model, session, juror, learner), done, error);
}

/* One that stands, mostly. */
static void
draw_recusal (SchoolLife *self, gint64 session, guint *juror, int *learner)
{
  const ModelSession *model = session_model_find (self->model, session);

  *juror = (guint) school_life_draw (self, MODEL_JURORS);
  *learner = school_life_draw_learner (self);
  for (guint i = 0; model != NULL && i < MODEL_JURORS && !school_life_seldom (self); i++)
    for (guint j = 0; j < self->model->learners->len; j++)
      if ((model->recused[i] & (1u << j)) != 0)
        {
          *juror = i;
          *learner = (int) j;
        }
}

void
school_life_lift (SchoolLife *self, SceauFaults *faults)
{
  gint64 session = school_life_draw_session (self);
  gboolean reasoned = !school_life_seldom (self);
  g_autoptr (GError) error = NULL;
  guint juror;
  int learner;
  gboolean done;

  draw_recusal (self, session, &juror, &learner);
  school_life_tell (self, "lift %d: juror %u, learner %d%s", (int) session, juror, learner, reasoned ? "" : ", without a reason");
  done = sceau_lift_recusal (self->school, session, self->jurors[juror], get_enrolment (self, learner), reasoned ? REASON : " ", faults, &error);
  school_life_compare_answer (self, session_model_lift (self->model, session, juror, learner, reasoned), done, error);
}

/* The calendar ------------------------------------------------------------------------ */

/* What it is now, and something else in it. */
static ModelDay
draw_day (SchoolLife *self, gint64 session)
{
  const ModelSession *model = session_model_find (self->model, session);
  ModelDay day = { .date = sceau_date_new (2026, 11, 20), .place = 1 };

  if (model != NULL)
    day = model->day;
  switch (school_life_draw (self, 6))
    {
    case 0:
      day.date = school_life_draw_date (self);
      break;
    case 1:
      day.place = school_life_draw (self, G_N_ELEMENTS (school_life_places));
      break;
    case 2:
      day.time = school_life_draw (self, G_N_ELEMENTS (school_life_times));
      day.bad_time = school_life_seldom (self);
      break;
    case 3:
      break;
    default:
      day.embargo = school_life_draw_date (self);
      break;
    }
  return day;
}

void
school_life_amend (SchoolLife *self, SceauFaults *faults)
{
  gint64 id = school_life_draw_session (self);
  ModelDay day = draw_day (self, id);
  const SceauJurySession session = {
    .id = id,
    .date = day.date,
    .place = (char *) school_life_places[day.place],
    .start_time = day.bad_time ? (char *) "25:00" : (char *) school_life_times[day.time],
    .embargo = day.embargo,
  };
  g_autoptr (GError) error = NULL;
  gboolean done;

  school_life_tell (self, "amend %d: day %d, “%s”, %s, embargo %d", (int) id, (int) day.date, session.place,
                    session.start_time != NULL ? session.start_time : "no time", (int) day.embargo);
  done = sceau_amend_jury (self->school, &session, faults, &error);
  school_life_compare_answer (self, session_model_amend (self->model, id, &day), done, error);
}

void
school_life_remove (SchoolLife *self, SceauFaults *faults)
{
  gint64 session = school_life_draw_session (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  school_life_tell (self, "remove %d", (int) session);
  done = sceau_remove_jury (self->school, session, &error);
  school_life_compare_answer (self, session_model_remove (self->model, session), done, error);
}

/* After the seal ---------------------------------------------------------------------- */

/* Today, mostly; the clock of the school stands still. */
static SceauDate
draw_day_after (SchoolLife *self)
{
  return school_life_draw (self, 3) == 0 ? school_life_draw_date (self) : self->model->today;
}

void
school_life_notify (SchoolLife *self, SceauFaults *faults)
{
  gint64 session = school_life_draw_session (self);
  SceauDate date = draw_day_after (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  school_life_tell (self, "notify %d, day %d", (int) session, (int) date);
  done = sceau_notify_results (self->school, session, date, faults, NULL, NULL, &error);
  school_life_compare_answer (self, session_model_notify (self->model, session, date), done, error);
}

void
school_life_attach (SchoolLife *self, SceauFaults *faults)
{
  gint64 session = school_life_draw_session (self);
  int scan = school_life_draw (self, G_N_ELEMENTS (self->scans));
  gboolean is_scan = scan < 2;
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSignedMinutes) kept = NULL;

  school_life_tell (self, "attach %d: %s", (int) session, self->scans[scan]);
  kept = sceau_attach_signed_minutes (self->school, session, self->scans[scan], &error);
  school_life_compare_answer (self, session_model_attach (self->model, session, is_scan ? scan : -1), kept != NULL, error);
}

void
school_life_appeal (SchoolLife *self, SceauFaults *faults)
{
  gint64 session = school_life_draw_session (self);
  int learner = school_life_draw_learner (self);
  gboolean grounded = !school_life_seldom (self);
  g_autoptr (SceauAppeal) appeal = sceau_appeal_new ();
  g_autoptr (GError) error = NULL;
  gboolean done;

  appeal->session_id = session;
  appeal->enrolment_id = get_enrolment (self, learner);
  appeal->filed = draw_day_after (self);
  appeal->ground = g_strdup (grounded ? "Une note manque." : " ");
  school_life_tell (self, "appeal %d: learner %d, day %d%s", (int) session, learner, (int) appeal->filed, grounded ? "" : ", without a ground");
  done = sceau_file_appeal (self->school, appeal, faults, &error);
  school_life_compare_answer (self, session_model_appeal (self->model, session, learner, appeal->filed, grounded, appeal->id), done, error);
}

void
school_life_reply (SchoolLife *self, SceauFaults *faults)
{
  const GArray *appeals = self->model->appeals;
  gint64 id = appeals->len == 0 || school_life_seldom (self)
                  ? 777
                  : g_array_index (appeals, ModelAppeal, (guint) school_life_draw (self, (int) appeals->len)).id;
  gboolean reasoned = !school_life_seldom (self);
  const SceauAppeal answer = {
    .id = id,
    .state = (SceauAppealState) school_life_draw (self, SCEAU_APPEAL_UPHELD + 1),
    .answered = draw_day_after (self),
    .answer = reasoned ? (char *) REASON : (char *) " ",
    .rectifying_id = school_life_draw (self, 3) == 0 ? school_life_draw_session (self) : 0,
  };
  g_autoptr (GError) error = NULL;
  gboolean done;

  school_life_tell (self, "answer appeal %d: %s on day %d, session %d%s", (int) id, sceau_appeal_state_to_id (answer.state), (int) answer.answered,
                    (int) answer.rectifying_id, reasoned ? "" : ", without a reason");
  done = sceau_answer_appeal (self->school, &answer, faults, &error);
  school_life_compare_answer (self, session_model_reply (self->model, id, answer.state, answer.answered, reasoned, answer.rectifying_id), done, error);
}
