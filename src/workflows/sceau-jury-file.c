/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* All there is to show about one session, on the screen and in its minutes. */

#include "sceau-decision-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-jury-table.h"
#include "sceau-quota-snapshot-table.h"

static SceauQuotaLine *
quota_line_new (const char *code, const char *title, int max_percent, int learners, int places, int used)
{
  SceauQuotaLine *line = g_new0 (SceauQuotaLine, 1);

  line->code = g_strdup (code);
  line->title = g_strdup (title);
  line->max_percent = max_percent;
  line->learners = learners;
  line->places = places;
  line->used = used;
  return line;
}

static void
quota_line_free (SceauQuotaLine *line)
{
  g_free (line->code);
  g_free (line->title);
  g_free (line);
}

void
sceau_jury_file_free (SceauJuryFile *self)
{
  if (self == NULL)
    return;
  sceau_jury_session_free (self->session);
  sceau_certification_free (self->certification);
  sceau_plan_free (self->plan);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->quotas, g_ptr_array_unref);
  g_clear_pointer (&self->first, g_ptr_array_unref);
  g_clear_pointer (&self->rectified, g_ptr_array_unref);
  g_free (self);
}

/* As they stood when the session was sealed. */
static gboolean
load_kept_quotas (SceauJuryFile *self, SceauSchool *school, GError **error)
{
  g_autoptr (GPtrArray) kept = sceau_quota_snapshot_table_list (school, self->session->id, error);

  if (kept == NULL)
    return FALSE;
  for (guint i = 0; i < kept->len; i++)
    {
      const SceauQuotaSnapshot *quota = g_ptr_array_index (kept, i);

      g_ptr_array_add (self->quotas, quota_line_new (quota->code, quota->title, quota->max_percent, quota->learners, quota->places, quota->used));
    }
  return TRUE;
}

static gboolean
load_present_quotas (SceauJuryFile *self, SceauSchool *school, GError **error)
{
  const SceauDeliberation view = { .session = self->session, .plan = self->plan };
  guint learners = 0;
  g_autoptr (GArray) states = sceau_jury_evaluate_quotas (school, &view, &learners, error);

  if (states == NULL)
    return FALSE;
  for (guint i = 0; i < states->len; i++)
    {
      const SceauQuotaState *state = &g_array_index (states, SceauQuotaState, i);

      g_ptr_array_add (self->quotas, quota_line_new (state->quota->code, state->quota->title, state->quota->max_percent,
                                                     (int) learners, state->places, state->used));
    }
  return TRUE;
}

static gboolean
has_candidate (const SceauJuryFile *self, gint64 enrolment_id)
{
  for (guint i = 0; i < self->decisions->len; i++)
    if (((SceauDecision *) g_ptr_array_index (self->decisions, i))->enrolment_id == enrolment_id)
      return TRUE;
  return FALSE;
}

/* What another session decided on candidates of this one. */
static gboolean
take_decisions (const SceauJuryFile *self, SceauSchool *school, gint64 session_id, GPtrArray *taken, GError **error)
{
  g_autoptr (GPtrArray) decisions = sceau_decision_table_list_by_session (school, session_id, error);

  if (decisions == NULL)
    return FALSE;
  while (decisions->len > 0)
    {
      g_autoptr (SceauDecision) decision = g_ptr_array_steal_index (decisions, 0);

      if (has_candidate (self, decision->enrolment_id))
        g_ptr_array_add (taken, g_steal_pointer (&decision));
    }
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const SceauJurySession *left = *(const SceauJurySession *const *) a, *right = *(const SceauJurySession *const *) b;

  return (left->id > right->id) - (left->id < right->id);
}

/* A rectification can be rectified: each is planned after the one that it mends, so that one walk by number finds them all. */
static gboolean
load_rectified (SceauJuryFile *self, SceauSchool *school, GError **error)
{
  const SceauJuryQuery query = { .cohort_id = self->session->cohort_id, .states = 1u << SCEAU_SESSION_SEALED };
  g_autoptr (GPtrArray) sessions = sceau_jury_table_list (school, &query, error);
  g_autoptr (GHashTable) mended = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (sessions == NULL)
    return FALSE;
  g_ptr_array_sort (sessions, compare_ids);
  g_hash_table_add (mended, &self->session->id);
  for (guint i = 0; i < sessions->len; i++)
    {
      SceauJurySession *session = g_ptr_array_index (sessions, i);

      if (session->rectifies == 0 || !g_hash_table_contains (mended, &session->rectifies))
        continue;
      g_hash_table_add (mended, &session->id);
      if (!take_decisions (self, school, session->id, self->rectified, error))
        return FALSE;
    }
  return TRUE;
}

SceauJuryFile *
sceau_jury_load_file (SceauSchool *school, gint64 session_id, GError **error)
{
  g_autoptr (SceauJuryFile) self = g_new0 (SceauJuryFile, 1);

  self->session = sceau_require_jury (school, session_id, error);
  if (self->session == NULL)
    return NULL;
  self->certification = sceau_require_certification (school, self->session->certification_code, error);
  if (self->certification == NULL)
    return NULL;
  self->plan = sceau_require_plan (school, self->session->certification_code, error);
  if (self->plan == NULL)
    return NULL;
  self->decisions = sceau_decision_table_list_by_session (school, session_id, error);
  if (self->decisions == NULL)
    return NULL;
  self->quotas = g_ptr_array_new_with_free_func ((GDestroyNotify) quota_line_free);
  if (self->session->state == SCEAU_SESSION_SEALED ? !load_kept_quotas (self, school, error) : !load_present_quotas (self, school, error))
    return NULL;
  self->first = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_decision_free);
  self->rectified = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_decision_free);
  if (self->session->rectifies != 0 && !take_decisions (self, school, self->session->rectifies, self->first, error))
    return NULL;
  return load_rectified (self, school, error) ? g_steal_pointer (&self) : NULL;
}

SceauJuryFile *
sceau_load_jury (SceauSchool *school, gint64 session_id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return NULL;
  return sceau_jury_load_file (school, session_id, error);
}
