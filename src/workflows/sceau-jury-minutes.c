/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* All there is to show about one session, on the screen and in its minutes. */

#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-frozen-result-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-jury-table.h"
#include "sceau-minutes-document.h"
#include "sceau-minutes-table.h"
#include "sceau-pdf.h"
#include "sceau-quota-snapshot-table.h"

#define NBSP "\302\240"

static SceauQuotaLine *
quota_line_new (const char *code, const char *title, int max_percent, int places, int used)
{
  SceauQuotaLine *line = g_new0 (SceauQuotaLine, 1);

  line->code = g_strdup (code);
  line->title = g_strdup (title);
  line->max_percent = max_percent;
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

      g_ptr_array_add (self->quotas, quota_line_new (quota->code, quota->title, quota->max_percent, quota->places, quota->used));
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
                                                     state->places, state->used));
    }
  return TRUE;
}

static SceauJuryFile *
load_file (SceauSchool *school, gint64 session_id, GError **error)
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
  return load_file (school, session_id, error);
}

/* What the minutes say beside the jury file itself; legal text, French whatever the locale. */
typedef struct
{
  SceauJuryFile *file;
  SceauSchoolIdentity *identity;
  SceauJurySession *rectified;    /* or NULL */
  GPtrArray *rectified_decisions; /* or NULL */
  GPtrArray *derogation;
  GPtrArray *recusals;
  GPtrArray *remarks;
  GArray *quotas;                 /* (element-type SceauMinutesQuota) */
} Minutes;

static void
minutes_clear (Minutes *self)
{
  sceau_jury_file_free (self->file);
  sceau_school_identity_free (self->identity);
  sceau_jury_session_free (self->rectified);
  g_clear_pointer (&self->rectified_decisions, g_ptr_array_unref);
  g_clear_pointer (&self->derogation, g_ptr_array_unref);
  g_clear_pointer (&self->recusals, g_ptr_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->quotas, g_array_unref);
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

static char *
describe_change (const SceauMarkChange *change, const SceauDecision *decision, const SceauPlan *plan)
{
  const SceauModality *modality = sceau_plan_find_modality (plan, change->modality_code);
  SceauScale scale = modality != NULL ? modality->scale : SCEAU_SCALE_TWENTY;
  g_autofree char *before = sceau_mark_to_text (change->before, scale);
  g_autofree char *after = sceau_mark_to_text (change->after, scale);
  g_autofree char *where = g_strdup_printf ("%s (%s), %s, passage %d", decision->learner_name, decision->learner_number,
                                            change->modality_code, change->attempt);

  if (!change->existed || *before == '\0')
    return g_strdup_printf ("Note saisie en délibération" NBSP ": %s" NBSP ": %s.", where, after);
  if (*after == '\0')
    return g_strdup_printf ("Note retirée en délibération" NBSP ": %s" NBSP ": %s.", where, before);
  return g_strdup_printf ("Note modifiée en délibération" NBSP ": %s" NBSP ": %s au lieu de %s.", where, after, before);
}

static gboolean
add_mark_changes (Minutes *self, SceauSchool *school, GError **error)
{
  g_autoptr (GPtrArray) changes = sceau_frozen_result_table_list_changes (school, self->file->session->id, error);

  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    {
      const SceauMarkChange *change = g_ptr_array_index (changes, i);
      const SceauDecision *decision = find_decision (self->file->decisions, change->enrolment_id);

      if (decision != NULL)
        g_ptr_array_add (self->remarks, describe_change (change, decision, self->file->plan));
    }
  return TRUE;
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
          g_ptr_array_add (self->remarks,
                           g_strdup_printf ("%s (%s)" NBSP ": l’acquisition du bloc %s est annulée.", decision->learner_name,
                                            decision->learner_number, code));
        }
    }
}

static void
add_recusals_about (Minutes *self, const SceauDecision *decision, const SceauEnrolment *enrolment)
{
  for (guint i = 0; i < self->file->session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (self->file->session->members, i);

      if (!member->present || !sceau_jury_member_is_recused (member, enrolment))
        continue;
      g_ptr_array_add (self->recusals,
                       g_strdup_printf ("%s (%s) ne prend pas part à la décision sur %s (%s)" NBSP ": même employeur.",
                                        member->juror->name, member->juror->employer, decision->learner_name,
                                        decision->learner_number));
    }
}

static gboolean
add_recusals (Minutes *self, SceauSchool *school, GError **error)
{
  const SceauEnrolmentQuery query = { .cohort_id = self->file->session->cohort_id };
  g_autoptr (GPtrArray) enrolments = sceau_enrolment_table_list (school, &query, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (enrolments == NULL)
    return FALSE;
  for (guint i = 0; i < enrolments->len; i++)
    {
      SceauEnrolment *enrolment = g_ptr_array_index (enrolments, i);

      g_hash_table_insert (by_id, &enrolment->id, enrolment);
    }
  for (guint i = 0; i < self->file->decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (self->file->decisions, i);
      const SceauEnrolment *enrolment = g_hash_table_lookup (by_id, &decision->enrolment_id);

      if (enrolment != NULL)
        add_recusals_about (self, decision, enrolment);
    }
  return TRUE;
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
      SceauMinutesQuota quota = { line->title, line->max_percent, line->places, line->used };

      g_array_append_val (self->quotas, quota);
    }
}

static gboolean
load_minutes (Minutes *self, SceauSchool *school, gint64 session_id, GError **error)
{
  self->file = load_file (school, session_id, error);
  if (self->file == NULL)
    return FALSE;
  self->identity = sceau_school_load_identity (school, error);
  if (self->identity == NULL)
    return FALSE;
  self->derogation = sceau_jury_describe_derogation (self->file);
  self->recusals = g_ptr_array_new_with_free_func (g_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->quotas = g_array_new (FALSE, FALSE, sizeof (SceauMinutesQuota));
  list_quotas (self);
  return add_mark_changes (self, school, error) && add_recusals (self, school, error) && load_rectified (self, school, error);
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

/* Inside a transaction: of what the file says now. */
static GBytes *
draw_minutes (SceauSchool *school, gint64 session_id, GError **error)
{
  g_auto (Minutes) self = { NULL };
  SceauMinutesContent content = { NULL };

  if (!load_minutes (&self, school, session_id, error))
    return NULL;
  content.school = self.identity;
  content.certification = self.file->certification;
  content.session = self.file->session;
  content.decisions = self.file->decisions;
  content.quorum = find_quorum (self.file);
  content.quotas = (const SceauMinutesQuota *) self.quotas->data;
  content.n_quotas = self.quotas->len;
  content.derogation = self.derogation;
  content.recusals = self.recusals;
  content.remarks = self.remarks;
  content.rectified = self.rectified;
  content.rectified_decisions = self.rectified_decisions;
  return sceau_minutes_document_render (&content, error);
}

char *
sceau_jury_keep_minutes (SceauSchool *school, gint64 session_id, GError **error)
{
  g_autoptr (GBytes) pdf = draw_minutes (school, session_id, error);
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
    return draw_minutes (school, session_id, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

gboolean
sceau_write_minutes (SceauSchool *school, gint64 session_id, const char *path, GError **error)
{
  g_autoptr (GBytes) pdf = sceau_render_minutes (school, session_id, error);

  return pdf != NULL && sceau_pdf_write_file (pdf, path, SCEAU_PDF_KEEP_EXISTING, error);
}
