/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-candidate-file.h"

#include "sceau-acquired-block-table.h"
#include "sceau-certification-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-jury-table.h"
#include "sceau-plan-table.h"
#include "sceau-proposal-step-table.h"
#include "sceau-result-table.h"

static void
earlier_decision_free (gpointer data)
{
  SceauEarlierDecision *earlier = data;

  sceau_decision_free (earlier->decision);
  sceau_jury_session_free (earlier->session);
  g_free (earlier);
}

void
sceau_candidate_file_free (SceauCandidateFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->session, sceau_jury_session_free);
  g_clear_pointer (&self->certification, sceau_certification_free);
  g_clear_pointer (&self->plan, sceau_plan_free);
  g_clear_pointer (&self->enrolment, sceau_enrolment_free);
  g_clear_pointer (&self->decision, sceau_decision_free);
  g_clear_pointer (&self->proposal, sceau_proposal_free);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->acquired_blocks, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->recusals, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_free (self);
}

/* Under a seal the marks are those that the decision rests on, whatever came later. */
static gboolean
load_results (SceauCandidateFile *self, SceauSchool *school, GError **error)
{
  g_autoptr (GPtrArray) frozen = NULL;

  if (self->session->state != SCEAU_SESSION_SEALED)
    {
      self->results = sceau_result_table_list_by_enrolment (school, self->enrolment->id, error);
      return self->results != NULL;
    }
  frozen = sceau_frozen_result_table_list (school, self->session->id, SCEAU_FREEZE_SEAL, error);
  if (frozen == NULL)
    return FALSE;
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  for (guint i = frozen->len; i > 0; i--)
    if (((SceauResult *) g_ptr_array_index (frozen, i - 1))->enrolment_id == self->enrolment->id)
      g_ptr_array_insert (self->results, 0, g_ptr_array_steal_index (frozen, i - 1));
  return TRUE;
}

static gboolean
load_history (SceauCandidateFile *self, SceauSchool *school, GError **error)
{
  g_autoptr (GPtrArray) decisions = sceau_decision_table_list_by_enrolment (school, self->enrolment->id, error);

  if (decisions == NULL)
    return FALSE;
  self->history = g_ptr_array_new_with_free_func (earlier_decision_free);
  for (guint i = decisions->len; i > 0; i--)
    {
      SceauEarlierDecision *earlier;

      if (((SceauDecision *) g_ptr_array_index (decisions, i - 1))->session_id == self->session->id)
        continue;
      earlier = g_new0 (SceauEarlierDecision, 1);
      earlier->decision = g_ptr_array_steal_index (decisions, i - 1);
      g_ptr_array_insert (self->history, 0, earlier);
      earlier->session = sceau_jury_table_find (school, earlier->decision->session_id, error);
      if (earlier->session == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
list_recusals (SceauCandidateFile *self)
{
  self->recusals = g_ptr_array_new ();
  for (guint i = 0; i < self->session->recusals->len; i++)
    {
      SceauRecusal *recusal = g_ptr_array_index (self->session->recusals, i);

      if (recusal->enrolment_id == self->enrolment->id)
        g_ptr_array_add (self->recusals, recusal);
    }
}

/* Under a seal the table that was kept with it; a seal of an older version kept none, and the rules say it again. */
static gboolean
load_steps (SceauCandidateFile *self, SceauSchool *school, const SceauDossier *dossier, GError **error)
{
  if (self->session->state == SCEAU_SESSION_SEALED)
    {
      self->steps = sceau_proposal_step_table_list (school, self->session->id, self->enrolment->id, error);
      if (self->steps == NULL || self->steps->len > 0)
        return self->steps != NULL;
      g_clear_pointer (&self->steps, g_ptr_array_unref);
    }
  self->steps = sceau_proposal_explain (dossier);
  return TRUE;
}

static gboolean
evaluate (SceauCandidateFile *self, SceauSchool *school, GError **error)
{
  const SceauDossier dossier = {
    .certification = self->certification,
    .plan = self->plan,
    .enrolment = self->enrolment,
    .results = self->results,
    .acquired_blocks = self->acquired_blocks,
  };

  self->proposal = sceau_proposal_new (&dossier);
  return load_steps (self, school, &dossier, error);
}

static gboolean
load_all (SceauCandidateFile *self, SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error)
{
  const char *code;

  self->session = sceau_jury_table_find (school, session_id, error);
  self->enrolment = self->session != NULL ? sceau_enrolment_table_find (school, enrolment_id, error) : NULL;
  if (self->enrolment == NULL)
    return FALSE;
  code = self->session->certification_code;
  if ((self->certification = sceau_certification_table_find (school, code, error)) == NULL
      || (self->plan = sceau_plan_table_find (school, code, error)) == NULL
      || (self->decision = sceau_decision_table_find (school, session_id, enrolment_id, error)) == NULL
      || (self->acquired_blocks =
            sceau_acquired_block_table_list_by_learner (school, self->enrolment->learner_id, code, error)) == NULL
      || !load_results (self, school, error)
      || (self->changes = sceau_frozen_result_table_list_changes_of (school, session_id, enrolment_id, error)) == NULL
      || !load_history (self, school, error))
    return FALSE;
  list_recusals (self);
  return evaluate (self, school, error);
}

SceauCandidateFile *
sceau_candidate_file_load (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error)
{
  g_autoptr (SceauCandidateFile) self = g_new0 (SceauCandidateFile, 1);
  gboolean loaded;

  if (!sceau_school_begin_read (school, error))
    return NULL;
  loaded = load_all (self, school, session_id, enrolment_id, error);
  sceau_school_end_read (school);
  return loaded ? g_steal_pointer (&self) : NULL;
}
