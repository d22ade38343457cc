/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What a jury has before it: candidates, their results and blocks, and what sealed sessions said of them. */

#include "sceau-acquired-block-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-jury-table.h"
#include "sceau-result-table.h"

void
sceau_deliberation_free (SceauDeliberation *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->in_force, g_hash_table_unref);
  g_clear_pointer (&self->results_of, g_hash_table_unref);
  g_clear_pointer (&self->acquired_of, g_hash_table_unref);
  g_clear_pointer (&self->sealed, g_ptr_array_unref);
  g_clear_pointer (&self->enrolments, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->acquired, g_ptr_array_unref);
  g_clear_pointer (&self->none, g_ptr_array_unref);
  sceau_plan_free (self->plan);
  sceau_certification_free (self->certification);
  sceau_jury_session_free (self->session);
  g_free (self);
}

static void
add_to_group (GHashTable *groups, gint64 *key, gpointer record)
{
  GPtrArray *group = g_hash_table_lookup (groups, key);

  if (group == NULL)
    {
      group = g_ptr_array_new ();
      g_hash_table_insert (groups, key, group);
    }
  g_ptr_array_add (group, record);
}

/* The keys live in the records, which live as long as the table. */
static GHashTable *
new_groups (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static void
group_records (SceauDeliberation *self)
{
  self->none = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->enrolments->len; i++)
    {
      SceauEnrolment *enrolment = g_ptr_array_index (self->enrolments, i);

      g_hash_table_insert (self->by_id, &enrolment->id, enrolment);
    }
  self->results_of = new_groups ();
  for (guint i = 0; i < self->results->len; i++)
    {
      SceauResult *result = g_ptr_array_index (self->results, i);

      add_to_group (self->results_of, &result->enrolment_id, result);
    }
  self->acquired_of = new_groups ();
  for (guint i = 0; i < self->acquired->len; i++)
    {
      SceauAcquiredBlock *block = g_ptr_array_index (self->acquired, i);

      add_to_group (self->acquired_of, &block->learner_id, block);
    }
}

static gboolean
load_cohort (SceauDeliberation *self, SceauSchool *school, GError **error)
{
  const SceauEnrolmentQuery query = { .cohort_id = self->session->cohort_id };

  self->enrolments = sceau_enrolment_table_list (school, &query, error);
  if (self->enrolments == NULL)
    return FALSE;
  self->results = sceau_result_table_list_by_cohort (school, self->session->cohort_id, error);
  if (self->results == NULL)
    return FALSE;
  self->acquired = sceau_acquired_block_table_list_by_cohort (school, self->session->cohort_id, error);
  return self->acquired != NULL;
}

static gboolean
load_one (SceauDeliberation *self, SceauSchool *school, gint64 enrolment_id, GError **error)
{
  SceauEnrolment *enrolment = sceau_require_enrolment (school, enrolment_id, error);

  if (enrolment == NULL)
    return FALSE;
  self->enrolments = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_enrolment_free);
  g_ptr_array_add (self->enrolments, enrolment);
  self->results = sceau_result_table_list_by_enrolment (school, enrolment_id, error);
  if (self->results == NULL)
    return FALSE;
  self->acquired = sceau_acquired_block_table_list_by_learner (school, enrolment->learner_id, enrolment->certification_code, error);
  return self->acquired != NULL;
}

/* @decisions: (transfer full) */
static void
keep_in_force (SceauDeliberation *self, GPtrArray *decisions)
{
  for (guint i = 0; i < decisions->len; i++)
    {
      SceauDecision *decision = g_ptr_array_index (decisions, i);

      if (!g_hash_table_contains (self->in_force, &decision->enrolment_id))
        g_hash_table_insert (self->in_force, &decision->enrolment_id, decision);
    }
  g_ptr_array_extend_and_steal (self->sealed, decisions);
}

/* The latest sealed session about an enrolment holds; a rectification is later than what it rectifies. */
static gboolean
load_sealed (SceauDeliberation *self, SceauSchool *school, GError **error)
{
  const SceauJuryQuery query = { .cohort_id = self->session->cohort_id, .states = 1u << SCEAU_SESSION_SEALED };
  g_autoptr (GPtrArray) sessions = sceau_jury_table_list (school, &query, error);

  if (sessions == NULL)
    return FALSE;

  self->in_force = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->sealed = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_decision_free);
  for (guint i = 0; i < sessions->len; i++)
    {
      const SceauJurySession *session = g_ptr_array_index (sessions, i);
      GPtrArray *decisions = sceau_decision_table_list_by_session (school, session->id, error);

      if (decisions == NULL)
        return FALSE;
      keep_in_force (self, decisions);
    }
  return TRUE;
}

static gboolean
load_sealed_of_one (SceauDeliberation *self, SceauSchool *school, gint64 enrolment_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  SceauDecision *decision = sceau_decision_table_find_in_force (school, enrolment_id, &local);

  self->in_force = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->sealed = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_decision_free);
  if (decision == NULL)
    {
      if (g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_ptr_array_add (self->sealed, decision);
  g_hash_table_insert (self->in_force, &decision->enrolment_id, decision);
  return TRUE;
}

SceauDeliberation *
sceau_deliberation_load (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error)
{
  g_autoptr (SceauDeliberation) self = g_new0 (SceauDeliberation, 1);

  self->session = sceau_require_jury (school, session_id, error);
  if (self->session == NULL)
    return NULL;
  self->certification = sceau_require_certification (school, self->session->certification_code, error);
  if (self->certification == NULL)
    return NULL;
  self->plan = sceau_require_plan (school, self->session->certification_code, error);
  if (self->plan == NULL)
    return NULL;
  if (enrolment_id == 0
          ? !load_cohort (self, school, error) || !load_sealed (self, school, error)
          : !load_one (self, school, enrolment_id, error) || !load_sealed_of_one (self, school, enrolment_id, error))
    return NULL;
  group_records (self);
  return g_steal_pointer (&self);
}

gboolean
sceau_deliberation_is_candidate (const SceauDeliberation *self, const SceauEnrolment *enrolment)
{
  const SceauDecision *decision = sceau_deliberation_in_force (self, enrolment->id);

  return decision == NULL || decision->outcome != SCEAU_OUTCOME_CERTIFIED;
}

const SceauEnrolment *
sceau_deliberation_find (const SceauDeliberation *self, gint64 enrolment_id)
{
  return g_hash_table_lookup (self->by_id, &enrolment_id);
}

const SceauDecision *
sceau_deliberation_in_force (const SceauDeliberation *self, gint64 enrolment_id)
{
  return g_hash_table_lookup (self->in_force, &enrolment_id);
}

static GPtrArray *
find_group (const SceauDeliberation *self, GHashTable *groups, gint64 id)
{
  GPtrArray *group = g_hash_table_lookup (groups, &id);

  return group != NULL ? group : self->none;
}

SceauDossier
sceau_deliberation_dossier (const SceauDeliberation *self, const SceauEnrolment *enrolment)
{
  return (SceauDossier) {
    .certification = self->certification,
    .plan = self->plan,
    .enrolment = enrolment,
    .results = find_group (self, self->results_of, enrolment->id),
    .acquired_blocks = find_group (self, self->acquired_of, enrolment->learner_id),
  };
}
