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
  return g_steal_pointer (&self);
}

SceauJuryFile *
sceau_load_jury (SceauSchool *school, gint64 session_id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return NULL;
  return sceau_jury_load_file (school, session_id, error);
}
