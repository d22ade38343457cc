/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "session-model.h"

G_BEGIN_DECLS

/* What the files of the model share. */
void                model_decision_free          (ModelDecision *self);
ModelDecision      *model_session_get_decision   (const ModelSession *self, guint index);
ModelDecision      *model_session_find_decision  (const ModelSession *self, guint learner);
ModelLearner       *session_model_get_learner    (const SessionModel *self, guint index);
const char         *session_model_get_code       (const SessionModel *self, guint block);
/* NULL when there is no such session, it is suspended, or it is in none of @states. */
ModelSession       *session_model_require        (const SessionModel *self, gint64 id, guint states);
/* The latest sealed session about the learner, by its day and then by its number. */
const ModelSession *session_model_find_in_force  (const SessionModel *self, guint learner);
gboolean            session_model_is_candidate   (const SessionModel *self, guint learner);
/* Every open proposal about the learner, but for those of @session (nullable). */
void                session_model_outdate        (SessionModel *self, guint learner, const ModelSession *session);
/* Bits: who holds a seat, and who of them decides on this learner. */
guint               model_session_list_seated    (const ModelSession *self);
guint               model_session_list_voters    (const ModelSession *self, guint learner);
/* What is known of a juror about a learner, unless the session knows better. */
/* Whether a jury that meets on this one case is one by the plan. */
gboolean            model_session_may_decide     (const ModelSession *self, guint learner);
void                model_session_enter_conflict (ModelSession *self, guint learner);
/* Whether @wanted is the session @id, or one that it rectifies. */
gboolean            session_model_is_in_chain    (const SessionModel *self, gint64 id, gint64 wanted);
guint               session_model_count_bits     (guint bits);
guint               session_model_list_acquired  (const SessionModel *self, GPtrArray *acquired); /* bits */

G_END_DECLS
