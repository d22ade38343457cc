/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-hold-jury.h"
#include "sceau-session-life.h"

G_BEGIN_DECLS

/* What the life of jury sessions is said to be, in a few arrays: which command is refused, which one changes
 * nothing, which one writes, and what the school holds afterwards.  The rules of evaluation are those of the core,
 * which has tests of its own; blocks are bits, by their place in the fiche. */
typedef enum
{
  MODEL_REFUSED,
  MODEL_UNCHANGED, /* done, and there was nothing to write */
  MODEL_WRITTEN    /* one journal entry */
} ModelAnswer;

typedef struct
{
  guint learner; /* index in the model */
  SceauProposal *proposal;
  char *print;   /* all that the proposal says: another text is another proposal */
  gboolean decided;
  SceauOutcome outcome;
  guint blocks;
  gboolean reasoned; /* the jury gave a reason of its own */
  int votes;         /* how many were cast; -1: none was taken */
  guint present;     /* bits: the jurors who were there when it was taken */
  gboolean outdated; /* what the proposal rests on was changed after it was made */
} ModelDecision;

/* Jurors by their place: five who make a jury, and two who can sit in the place of some of them. */
enum
{
  MODEL_EXTERNAL_ALTERNATE = 5, /* for one of the externals, 2 to 4 */
  MODEL_DIRECTOR_ALTERNATE = 6, /* for the director, 1 */
  MODEL_JURORS = 7,
  MODEL_IN_CONFLICT = 4         /* is known not to sit in the case of the second learner */
};
#define MODEL_TITULARS 0x1fu
#define MODEL_ALTERNATES (1u << MODEL_EXTERNAL_ALTERNATE | 1u << MODEL_DIRECTOR_ALTERNATE)

/* When and where, each by the number of a text of the test; 0 of a time is none, of a place a blank one. */
typedef struct
{
  SceauDate date;
  int place;
  int time;
  gboolean bad_time;
  SceauDate embargo;
} ModelDay;

typedef struct
{
  gint64 id;
  SceauSessionState state;
  ModelDay day;
  gint64 rectifies;
  guint members; /* bits: jurors by their place */
  guint alternates;
  guint present;
  int president;
  gboolean suspended;
  gboolean derogated; /* it sat though something was lacking */
  SceauDate notified;
  guint recused[MODEL_JURORS]; /* bits: learners */
  guint lifted[MODEL_JURORS];
  guint scans;                 /* bits */
  GPtrArray *decisions; /* (element-type ModelDecision) */
} ModelSession;

typedef struct
{
  char *number;
  SceauEnrolment *enrolment;
  GPtrArray *results;    /* (element-type SceauResult) */
  GHashTable *frozen;    /* modality → last attempt under a seal */
  GPtrArray *acquired;   /* (element-type SceauAcquiredBlock) */
  char *certificate;     /* number of the parchemin in force, or NULL */
  SceauDate decided;     /* what it rests on: nothing stands in the register before that day */
} ModelLearner;

typedef struct
{
  gint64 id;
  gint64 session;
  guint learner;
  SceauDate filed;
  SceauAppealState state;
} ModelAppeal;

typedef struct
{
  const SceauCertification *certification;
  const SceauPlan *plan;
  SceauDate cohort_start;
  SceauDate today;
  gint64 last_session;  /* its number is never given again */
  GPtrArray *learners;  /* (element-type ModelLearner) */
  GPtrArray *sessions;  /* (element-type ModelSession) */
  GArray *appeals;      /* (element-type ModelAppeal) */
} SessionModel;

/* What a jury says, with bits for its blocks. */
typedef struct
{
  SceauOutcome outcome;
  gboolean names_blocks;
  guint blocks;
  gboolean unknown_block; /* one more, which the fiche does not have */
  gboolean reasoned;
  int votes[3];
} ModelVerdict;

/* Borrows the certification and the plan. */
SessionModel  *session_model_new         (const SceauCertification *certification, const SceauPlan *plan, SceauDate cohort_start, SceauDate today);
void           session_model_free        (SessionModel *self);
ModelSession  *session_model_find        (const SessionModel *self, gint64 id);
/* Takes @enrolment. */
ModelLearner  *session_model_add_learner (SessionModel *self, const char *number, SceauEnrolment *enrolment);
ModelSession  *session_model_add_session (SessionModel *self, gint64 id, SceauDate date);
/* NULL when nothing of this number was filed. */
ModelAppeal   *session_model_find_appeal (const SessionModel *self, gint64 id);

ModelAnswer    session_model_convene     (SessionModel *self, gint64 id, guint titulars, guint alternates, gboolean stranger, int president);
ModelAnswer    session_model_open        (SessionModel *self, gint64 id, guint present, gboolean derogation);
ModelAnswer    session_model_propose     (SessionModel *self, gint64 id);
ModelAnswer    session_model_decide      (SessionModel *self, gint64 id, int learner, const ModelVerdict *verdict);
ModelAnswer    session_model_accept      (SessionModel *self, gint64 id);
ModelAnswer    session_model_seal        (SessionModel *self, gint64 id);
/* @new_id: of the rectifying session, if it is allowed. */
ModelAnswer    session_model_rectify     (SessionModel *self, gint64 id, int learner, const ModelVerdict *verdict, SceauDate date, gint64 new_id);
ModelAnswer    session_model_record      (SessionModel *self, guint learner, const char *modality, int attempt, SceauMark mark);
ModelAnswer    session_model_withdraw    (SessionModel *self, guint learner, gboolean reasoned);
ModelAnswer    session_model_amend       (SessionModel *self, gint64 id, const ModelDay *day);
ModelAnswer    session_model_remove      (SessionModel *self, gint64 id);
ModelAnswer    session_model_suspend     (SessionModel *self, gint64 id, gboolean reasoned);
ModelAnswer    session_model_resume      (SessionModel *self, gint64 id, guint present, gboolean derogation);
ModelAnswer    session_model_recuse      (SessionModel *self, gint64 id, guint juror, int learner);
ModelAnswer    session_model_lift        (SessionModel *self, gint64 id, guint juror, int learner, gboolean reasoned);
ModelAnswer    session_model_notify      (SessionModel *self, gint64 id, SceauDate date);
/* @scan: its place among the files of the test; -1 for one that is none. */
ModelAnswer    session_model_attach      (SessionModel *self, gint64 id, int scan);
/* @new_id: of the appeal, if it is allowed. */
ModelAnswer    session_model_appeal      (SessionModel *self, gint64 id, int learner, SceauDate filed, gboolean grounded, gint64 new_id);
ModelAnswer    session_model_reply       (SessionModel *self, gint64 appeal, SceauAppealState state, SceauDate date, gboolean reasoned, gint64 rectifying);
/* @due: bits: learners who get a parchemin. */
ModelAnswer    session_model_issue       (SessionModel *self, gint64 id, SceauDate delivered, gboolean placed, guint *due);
/* (transfer full): the whole state as text, to compare. */
char          *session_model_print       (const SessionModel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SessionModel, session_model_free)

G_END_DECLS
