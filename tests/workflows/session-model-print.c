/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The whole model as text, to be compared with the school. */

#include "session-model-private.h"

static void
print_decision (const SessionModel *self, GString *text, const ModelSession *session, guint learner)
{
  const ModelDecision *decision = model_session_find_decision (session, learner);

  if (decision == NULL)
    return;
  g_string_append_printf (text, "  %s: %s", session_model_get_learner (self, learner)->number, sceau_outcome_to_id (decision->proposal->outcome));
  if (decision->decided)
    g_string_append_printf (text, " → %s 0x%x", sceau_outcome_to_id (decision->outcome), decision->blocks);
  g_string_append_c (text, '\n');
}

static void
print_recusals (const SessionModel *self, GString *text, const guint *recusals, const char *word)
{
  for (guint learner = 0; learner < self->learners->len; learner++)
    {
      guint jurors = 0;

      for (guint juror = 0; juror < MODEL_JURORS; juror++)
        if ((recusals[juror] & (1u << learner)) != 0)
          jurors |= 1u << juror;
      if (jurors != 0)
        g_string_append_printf (text, "  %s for %s: 0x%x\n", word, session_model_get_learner (self, learner)->number, jurors);
    }
}

static void
print_session (const SessionModel *self, GString *text, const ModelSession *session)
{
  g_string_append_printf (text, "jury %" G_GINT64_FORMAT ": %s%s, day %d, place %d, time %d, embargo %d, notified %d, %u scans\n",
                          session->id, sceau_session_state_to_id (session->state), session->suspended ? " suspended" : "",
                          (int) session->day.date, session->day.place, session->day.time, (int) session->day.embargo,
                          (int) session->notified, session_model_count_bits (session->scans));
  g_string_append_printf (text, "  members 0x%x and 0x%x, present 0x%x, president %d\n", session->members, session->alternates,
                          session->present, session->state == SCEAU_SESSION_PREPARATION ? -1 : session->president);
  print_recusals (self, text, session->recused, "recused");
  print_recusals (self, text, session->lifted, "lifted");
}

char *
session_model_print (const SessionModel *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      const ModelSession *session = g_ptr_array_index (self->sessions, i);

      print_session (self, text, session);
      for (guint learner = 0; learner < self->learners->len; learner++)
        print_decision (self, text, session, learner);
    }
  for (guint i = 0; i < self->learners->len; i++)
    {
      const ModelLearner *learner = session_model_get_learner (self, i);

      g_string_append_printf (text, "%s: %s, %u results, blocks 0x%x, %s\n", learner->number,
                              learner->enrolment->state == SCEAU_ENROLMENT_WITHDRAWN ? "withdrawn" : "active",
                              learner->results->len, session_model_list_acquired (self, learner->acquired),
                              learner->certificate != NULL ? learner->certificate : "no parchemin");
    }
  for (guint i = 0; i < self->appeals->len; i++)
    {
      const ModelAppeal *appeal = &g_array_index (self->appeals, ModelAppeal, i);

      g_string_append_printf (text, "appeal %" G_GINT64_FORMAT ": jury %" G_GINT64_FORMAT ", %s, filed %d, %s\n", appeal->id,
                              appeal->session, session_model_get_learner (self, appeal->learner)->number, (int) appeal->filed,
                              sceau_appeal_state_to_id (appeal->state));
    }
  return g_string_free (text, FALSE);
}
