/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The minutes of a session: what they say beside its record, drawn, kept at the seal and given back byte for byte. */

#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-frozen-result-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-learner-table.h"
#include "sceau-minutes-document.h"
#include "sceau-minutes-table.h"
#include "sceau-print-session.h"
#include "sceau-quota-exception-table.h"
#include "sceau-result-table.h"

/* What the minutes say beside the jury file itself; legal text, French whatever the locale. */
typedef struct
{
  SceauJuryFile *file;
  SceauSchoolIdentity *identity;
  SceauJurySession *rectified;    /* or NULL */
  GPtrArray *rectified_decisions; /* or NULL */
  GPtrArray *derogation;
  GArray *changes;                /* (element-type SceauMinutesMarkChange) */
  GArray *observations;           /* (element-type SceauMinutesObservation) */
  GPtrArray *codes;               /* (element-type utf8): what those two point to */
  GArray *quotas;                 /* (element-type SceauMinutesQuota) */
  GPtrArray *results;             /* (element-type SceauResult) */
  GPtrArray *learners;            /* (element-type SceauLearner): for the anonymous variant, or NULL */
  GPtrArray *admitted;            /* (element-type SceauQuotaException) */
  GArray *exceptions;             /* (element-type SceauMinutesQuotaException): those of @admitted that are candidates */
} Minutes;

static void
minutes_clear (Minutes *self)
{
  sceau_jury_file_free (self->file);
  sceau_school_identity_free (self->identity);
  sceau_jury_session_free (self->rectified);
  g_clear_pointer (&self->rectified_decisions, g_ptr_array_unref);
  g_clear_pointer (&self->derogation, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_array_unref);
  g_clear_pointer (&self->observations, g_array_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->quotas, g_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->learners, g_ptr_array_unref);
  g_clear_pointer (&self->admitted, g_ptr_array_unref);
  g_clear_pointer (&self->exceptions, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Minutes, minutes_clear)

static const SceauDecision *
find_decision (GPtrArray *decisions, gint64 enrolment_id)
{
  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);

      if (decision->enrolment_id == enrolment_id)
        return decision;
    }
  return NULL;
}

static gboolean
load_mark_changes (Minutes *self, SceauSchool *school, GError **error)
{
  g_autoptr (GPtrArray) changes = sceau_frozen_result_table_list_changes (school, self->file->session->id, error);

  self->changes = g_array_new (FALSE, FALSE, sizeof (SceauMinutesMarkChange));
  self->codes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const SceauMarkChange *change = g_ptr_array_index (changes, i);
      const SceauMinutesMarkChange told
          = { change->enrolment_id, g_strdup (change->modality_code), change->attempt, change->before, change->after };

      g_ptr_array_add (self->codes, (gpointer) told.modality_code);
      if (find_decision (self->file->decisions, change->enrolment_id) != NULL)
        g_array_append_val (self->changes, told);
    }
  return changes != NULL;
}

/* @text: (transfer full) */
static void
observe (Minutes *self, gint64 enrolment_id, char *text)
{
  const SceauMinutesObservation observation = { enrolment_id, text };

  g_ptr_array_add (self->codes, text);
  g_array_append_val (self->observations, observation);
}

/* Blocks that the first decision gave and the rectification takes back. */
static void
add_annulled_blocks (Minutes *self)
{
  for (guint i = 0; i < self->file->decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (self->file->decisions, i);
      const SceauDecision *wrong = find_decision (self->rectified_decisions, decision->enrolment_id);

      for (guint j = 0; wrong != NULL && j < wrong->acquired_blocks->len; j++)
        {
          const char *code = g_ptr_array_index (wrong->acquired_blocks, j);

          if (g_ptr_array_find_with_equal_func (decision->acquired_blocks, code, g_str_equal, NULL))
            continue;
          observe (self, decision->enrolment_id, g_strdup_printf ("l’acquisition du bloc %s est annulée.", code));
        }
    }
}

/* As they are under the seal, and until then as they are now. */
static gboolean
load_results (Minutes *self, SceauSchool *school, GError **error)
{
  const SceauJurySession *session = self->file->session;

  self->results = session->state == SCEAU_SESSION_SEALED
                    ? sceau_frozen_result_table_list (school, session->id, SCEAU_FREEZE_SEAL, error)
                    : sceau_result_table_list_by_cohort (school, session->cohort_id, error);
  return self->results != NULL;
}

static const char *
find_quota_title (const SceauPlan *plan, const char *code)
{
  for (guint i = 0; i < plan->quotas->len; i++)
    {
      const SceauQuota *quota = g_ptr_array_index (plan->quotas, i);

      if (g_str_equal (quota->code, code))
        return quota->title;
    }
  return code;
}

/* Candidates who were admitted although a quota was full. */
static gboolean
load_exceptions (Minutes *self, SceauSchool *school, GError **error)
{
  self->exceptions = g_array_new (FALSE, FALSE, sizeof (SceauMinutesQuotaException));
  self->admitted = sceau_quota_exception_table_list (school, self->file->session->cohort_id, error);
  for (guint i = 0; self->admitted != NULL && i < self->admitted->len; i++)
    {
      const SceauQuotaException *admitted = g_ptr_array_index (self->admitted, i);
      const SceauMinutesQuotaException exception = {
        .enrolment_id = admitted->enrolment_id,
        .learner_number = admitted->learner_number,
        .learner_name = admitted->learner_name,
        .quota = find_quota_title (self->file->plan, admitted->quota_code),
        .learners = admitted->learners,
        .places = admitted->places,
        .used = admitted->used,
        .date = admitted->date,
        .reason = admitted->reason,
      };

      if (find_decision (self->file->decisions, admitted->enrolment_id) != NULL)
        g_array_append_val (self->exceptions, exception);
    }
  return self->admitted != NULL;
}

GPtrArray *
sceau_jury_load_learners (SceauSchool *school, const GPtrArray *decisions, GError **error)
{
  g_autoptr (GPtrArray) learners = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_learner_free);

  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);
      SceauLearner *learner = sceau_require_learner (school, decision->learner_number, error);

      if (learner == NULL)
        return NULL;
      g_ptr_array_add (learners, learner);
    }
  return g_steal_pointer (&learners);
}

static gboolean
load_learners (Minutes *self, SceauSchool *school, GError **error)
{
  self->learners = sceau_jury_load_learners (school, self->file->decisions, error);
  return self->learners != NULL;
}

static gboolean
load_rectified (Minutes *self, SceauSchool *school, GError **error)
{
  gint64 id = self->file->session->rectifies;

  if (id == 0)
    return TRUE;
  self->rectified = sceau_require_jury (school, id, error);
  if (self->rectified == NULL)
    return FALSE;
  self->rectified_decisions = sceau_decision_table_list_by_session (school, id, error);
  if (self->rectified_decisions == NULL)
    return FALSE;
  add_annulled_blocks (self);
  return TRUE;
}

static void
list_quotas (Minutes *self)
{
  for (guint i = 0; i < self->file->quotas->len; i++)
    {
      const SceauQuotaLine *line = g_ptr_array_index (self->file->quotas, i);
      SceauMinutesQuota quota = { line->title, line->max_percent, line->learners, line->places, line->used };

      g_array_append_val (self->quotas, quota);
    }
}

static gboolean
load_minutes (Minutes *self, SceauSchool *school, gint64 session_id, GError **error)
{
  self->file = sceau_jury_load_file (school, session_id, error);
  if (self->file == NULL)
    return FALSE;
  self->identity = sceau_school_load_identity (school, error);
  if (self->identity == NULL)
    return FALSE;
  self->derogation = sceau_jury_describe_derogation (self->file);
  self->observations = g_array_new (FALSE, FALSE, sizeof (SceauMinutesObservation));
  self->quotas = g_array_new (FALSE, FALSE, sizeof (SceauMinutesQuota));
  list_quotas (self);
  return load_mark_changes (self, school, error) && load_rectified (self, school, error) && load_results (self, school, error)
         && load_exceptions (self, school, error);
}

/* The largest that a route among the candidates asks for, as the opening was judged; a route without a rule asks for
 * all members. */
static int
find_quorum (const SceauJuryFile *file)
{
  guint n_members = sceau_jury_count_titular (file->session->members);
  int quorum = 0;

  for (guint i = 0; i < file->decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (file->decisions, i);
      const SceauJuryRule *rule = sceau_plan_find_jury_rule (file->plan, decision->route);

      quorum = MAX (quorum, rule != NULL ? sceau_jury_rule_quorum (rule, n_members) : (int) n_members);
    }
  return quorum;
}

int
sceau_jury_compare_numbers (gconstpointer a, gconstpointer b)
{
  const SceauDecision *left = *(const SceauDecision *const *) a, *right = *(const SceauDecision *const *) b;

  return g_strcmp0 (left->learner_number, right->learner_number);
}

static int
compare_recusals (gconstpointer a, gconstpointer b)
{
  const SceauRecusal *left = *(const SceauRecusal *const *) a, *right = *(const SceauRecusal *const *) b;

  return g_strcmp0 (left->learner_number, right->learner_number);
}

static int
compare_exceptions (gconstpointer a, gconstpointer b)
{
  const SceauMinutesQuotaException *left = a, *right = b;

  return g_strcmp0 (left->learner_number, right->learner_number);
}

/* Whoever has a list of the names would find them again in their order. */
static void
order_by_number (Minutes *self)
{
  g_ptr_array_sort (self->file->decisions, sceau_jury_compare_numbers);
  g_ptr_array_sort (self->file->session->recusals, compare_recusals);
  g_array_sort (self->exceptions, compare_exceptions);
}

/* Inside a transaction: of what the file says now. */
static GBytes *
draw_minutes (SceauSchool *school, gint64 session_id, GPtrArray *remarks, gboolean anonymous, GError **error)
{
  g_auto (Minutes) self = { NULL };
  SceauMinutesContent content = { NULL };

  if (!load_minutes (&self, school, session_id, error) || (anonymous && !load_learners (&self, school, error)))
    return NULL;
  if (anonymous)
    order_by_number (&self);
  content.school = self.identity;
  content.certification = self.file->certification;
  content.session = self.file->session;
  content.decisions = self.file->decisions;
  content.quorum = find_quorum (self.file);
  content.quotas = (const SceauMinutesQuota *) self.quotas->data;
  content.n_quotas = self.quotas->len;
  content.derogation = self.derogation;
  content.remarks = remarks;
  content.changes = (const SceauMinutesMarkChange *) self.changes->data;
  content.n_changes = self.changes->len;
  content.observations = (const SceauMinutesObservation *) self.observations->data;
  content.n_observations = self.observations->len;
  content.anonymous = anonymous;
  content.learners = self.learners;
  content.plan = self.file->plan;
  content.results = self.results;
  content.exceptions = (const SceauMinutesQuotaException *) self.exceptions->data;
  content.n_exceptions = self.exceptions->len;
  content.rectified = self.rectified;
  content.rectified_decisions = self.rectified_decisions;
  return sceau_minutes_document_render (&content, error);
}

char *
sceau_jury_keep_minutes (SceauSchool *school, gint64 session_id, GPtrArray *remarks, GError **error)
{
  g_autoptr (GBytes) pdf = draw_minutes (school, session_id, remarks, FALSE, error);
  char *sha256 = NULL;

  return pdf != NULL && sceau_minutes_table_insert (school, session_id, pdf, &sha256, error) ? sha256 : NULL;
}

GBytes *
sceau_render_minutes (SceauSchool *school, gint64 session_id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (GError) local = NULL;
  GBytes *kept;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return NULL;
  kept = sceau_minutes_table_load (school, session_id, &local);
  if (kept != NULL)
    return kept;
  if (g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    return draw_minutes (school, session_id, NULL, FALSE, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

gboolean
sceau_write_minutes (SceauSchool *school, gint64 session_id, const char *path, GError **error)
{
  g_autoptr (GBytes) pdf = sceau_render_minutes (school, session_id, error);

  return pdf != NULL && sceau_write_document (pdf, path, error);
}

GBytes *
sceau_render_anonymous_minutes (SceauSchool *school, gint64 session_id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;

  return sceau_transaction_begin_read (&transaction, school, error) ? draw_minutes (school, session_id, NULL, TRUE, error) : NULL;
}
