/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-hold-jury.h"

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
  gboolean outdated; /* what the proposal rests on was changed after it was made */
} ModelDecision;

typedef struct
{
  gint64 id;
  SceauSessionState state;
  SceauDate date;
  gint64 rectifies;
  guint members; /* bits: jurors by their place */
  guint present;
  int president;
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
} ModelLearner;

typedef struct
{
  const SceauCertification *certification;
  const SceauPlan *plan;
  SceauDate cohort_start;
  guint n_jurors;
  GPtrArray *learners; /* (element-type ModelLearner) */
  GPtrArray *sessions; /* (element-type ModelSession) */
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
SessionModel  *session_model_new         (const SceauCertification *certification, const SceauPlan *plan, SceauDate cohort_start, guint n_jurors);
void           session_model_free        (SessionModel *self);
ModelSession  *session_model_find        (const SessionModel *self, gint64 id);
/* Takes @enrolment. */
ModelLearner  *session_model_add_learner (SessionModel *self, const char *number, SceauEnrolment *enrolment);
ModelSession  *session_model_add_session (SessionModel *self, gint64 id, SceauDate date);

ModelAnswer    session_model_convene     (SessionModel *self, gint64 id, guint jurors, gboolean twice, gboolean stranger, int president);
ModelAnswer    session_model_open        (SessionModel *self, gint64 id, guint present, gboolean derogation);
ModelAnswer    session_model_propose     (SessionModel *self, gint64 id);
ModelAnswer    session_model_decide      (SessionModel *self, gint64 id, int learner, const ModelVerdict *verdict);
ModelAnswer    session_model_accept      (SessionModel *self, gint64 id);
ModelAnswer    session_model_seal        (SessionModel *self, gint64 id);
/* @new_id: of the rectifying session, if it is allowed. */
ModelAnswer    session_model_rectify     (SessionModel *self, gint64 id, int learner, const ModelVerdict *verdict, SceauDate date, gint64 new_id);
ModelAnswer    session_model_record      (SessionModel *self, guint learner, const char *modality, int attempt, SceauMark mark);
ModelAnswer    session_model_withdraw    (SessionModel *self, guint learner, gboolean reasoned);
/* @due: bits: learners who get a parchemin. */
ModelAnswer    session_model_issue       (SessionModel *self, gint64 id, SceauDate delivered, gboolean placed, guint *due);
/* (transfer full): the whole state as text, to compare. */
char          *session_model_print       (const SessionModel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SessionModel, session_model_free)

G_END_DECLS
