/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-survey-insertion.h"

#include <glib/gi18n-lib.h>

#include "sceau-decision-table.h"
#include "sceau-statistics-writer.h"
#include "sceau-survey-table.h"
#include "sceau-workflow-private.h"

/* The year's rates rest on the sealed decisions and answers of this file alone: the rows that
 * the fiche publishes are another school's count of other promotions, and stay apart. */
GPtrArray *
sceau_compute_statistics (SceauSchool *school, const char *certification_code, SceauDate today, GError **error)
{
  g_autoptr (SceauCertification) certification = sceau_require_certification (school, certification_code, error);
  g_autoptr (GArray) counts = NULL;
  GPtrArray *years;

  if (certification == NULL)
    return NULL;
  counts = sceau_survey_table_count (school, certification_code, error);
  if (counts == NULL)
    return NULL;

  years = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < counts->len; i++)
    {
      SceauStatisticsYear *year = g_new0 (SceauStatisticsYear, 1);

      sceau_statistics_compute (&g_array_index (counts, SceauStatisticsCounts, i), today, year);
      g_ptr_array_add (years, year);
    }
  return years;
}

gboolean
sceau_export_statistics (SceauSchool *school, const char *certification_code, SceauDate today, const char *path, GError **error)
{
  g_autoptr (SceauCertification) certification = NULL;
  g_autoptr (GPtrArray) years = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (!g_str_has_suffix (lower, ".csv"))
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                   _("“%s” does not end with .csv, the format that statistics are written in. Choose such a name."), path);
      return FALSE;
    }

  certification = sceau_require_certification (school, certification_code, error);
  if (certification == NULL)
    return FALSE;
  years = sceau_compute_statistics (school, certification_code, today, error);
  if (years == NULL)
    return FALSE;

  rows = g_array_new (FALSE, FALSE, sizeof (SceauStatisticsYear));
  for (guint i = 0; i < years->len; i++)
    g_array_append_vals (rows, g_ptr_array_index (years, i), 1);
  file = g_file_new_for_path (path);
  return sceau_statistics_writer_write (file, certification, (const SceauStatisticsYear *) rows->data, rows->len, FALSE, error);
}

/* The person behind an answer, and the answer that the school holds already. */
typedef struct
{
  SceauEnrolment *enrolment;
  SceauSurveyAnswer *before; /* NULL when there is none */
} Respondent;

static void
respondent_clear (Respondent *self)
{
  g_clear_pointer (&self->enrolment, sceau_enrolment_free);
  g_clear_pointer (&self->before, sceau_survey_answer_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Respondent, respondent_clear)

static void
add_answer_fault (SceauFaults *faults, const SceauEnrolment *enrolment, const char *field, const char *value,
                  const char *reason, const char *remedy)
{
  g_autofree char *place = g_strdup_printf (_("learner %s"), enrolment->learner_number);

  sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, field, value, reason, remedy);
}

static gboolean
is_horizon (int months)
{
  return months == 6 || months == 24;
}

static void
check_answer (const SceauSurveyAnswer *answer, const SceauEnrolment *enrolment, const SceauDecision *decision,
              SceauDate decided, SceauDate today, SceauFaults *faults)
{
  g_autofree char *day = sceau_date_format_iso (answer->answered);

  if (decision == NULL || decision->outcome != SCEAU_OUTCOME_CERTIFIED)
    add_answer_fault (faults, enrolment, NULL, NULL, _("The survey asks certified people only, and no sealed decision certifies this learner."),
                      _("Leave this answer out, or seal the jury first."));
  if (!is_horizon (answer->horizon))
    {
      g_autofree char *horizon = g_strdup_printf ("%d", answer->horizon);

      add_answer_fault (faults, enrolment, "horizon", horizon, _("The survey is held at 6 and at 24 months."), _("Give 6 or 24."));
    }
  if (answer->target_job && !sceau_situation_is_employment (answer->situation))
    add_answer_fault (faults, enrolment, "target_job", sceau_situation_to_id (answer->situation),
                      _("Someone who is not in employment cannot work in the target job."), _("Correct the situation or the target job."));
  if (answer->answered != SCEAU_NO_DATE && (answer->answered > today || (decided != SCEAU_NO_DATE && answer->answered < decided)))
    add_answer_fault (faults, enrolment, "answered", day, _("The day of the answer lies before the jury or in the future."),
                      _("Give the day on which the answer came."));
}

/* FALSE on errors of the file only; *@answer stays NULL when the school holds none. */
static gboolean
find_answer (SceauSchool *school, const SceauEnrolment *enrolment, int year, int horizon, GHashTable *promotions,
             SceauSurveyAnswer **answer, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%s/%d/%d", enrolment->certification_code, year, horizon);
  GPtrArray *known = g_hash_table_lookup (promotions, key);

  /* A whole promotion is read once: answers come by promotion. */
  if (known == NULL)
    {
      known = sceau_survey_table_list (school, enrolment->certification_code, year, horizon, error);
      if (known == NULL)
        return FALSE;
      g_hash_table_insert (promotions, g_steal_pointer (&key), known);
    }

  for (guint i = 0; i < known->len; i++)
    {
      const SceauSurveyAnswer *held = g_ptr_array_index (known, i);

      if (held->enrolment_id != enrolment->id || held->situation == SCEAU_SITUATION_NO_ANSWER)
        continue;
      *answer = sceau_survey_answer_new ();
      **answer = *held;
      return TRUE;
    }
  return TRUE;
}

static gboolean
find_respondent (SceauSchool *school, const SceauSurveyAnswer *answer, GHashTable *promotions, Respondent *respondent,
                 SceauFaults *faults, GError **error)
{
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GError) local = NULL;
  SceauDate decided = SCEAU_NO_DATE;

  respondent->enrolment = sceau_require_enrolment (school, answer->enrolment_id, error);
  if (respondent->enrolment == NULL)
    return FALSE;

  decision = sceau_decision_table_find_in_force (school, answer->enrolment_id, &local);
  if (decision == NULL && !g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (decision != NULL)
    {
      session = sceau_require_jury (school, decision->session_id, error);
      if (session == NULL)
        return FALSE;
      decided = session->date;
    }

  check_answer (answer, respondent->enrolment, decision, decided, sceau_school_today (school), faults);
  return decided == SCEAU_NO_DATE || !is_horizon (answer->horizon) ||
         find_answer (school, respondent->enrolment, sceau_date_year (decided), answer->horizon, promotions, &respondent->before, error);
}

static JsonObject *
answer_to_json (const SceauSurveyAnswer *answer, const SceauEnrolment *enrolment)
{
  JsonObject *object = sceau_json_from_survey_answer (answer);

  sceau_json_set_text (object, "learner", enrolment->learner_number);
  sceau_json_set_text (object, "certification", enrolment->certification_code);
  return object;
}

static void
free_answers (gpointer answers)
{
  g_ptr_array_unref (answers);
}

/* Checks and saves every answer; the caller's transaction takes all or none. */
static gboolean
save_answers (SceauSchool *school, GPtrArray *answers, JsonArray *before, JsonArray *after, SceauFaults *faults, GError **error)
{
  g_autoptr (GHashTable) promotions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_answers);
  guint known = sceau_faults_count_errors (faults);

  for (guint i = 0; i < answers->len; i++)
    {
      const SceauSurveyAnswer *answer = g_ptr_array_index (answers, i);
      g_auto (Respondent) respondent = { NULL, NULL };

      if (!find_respondent (school, answer, promotions, &respondent, faults, error))
        return FALSE;
      if (sceau_faults_count_errors (faults) > known)
        continue;
      if (!sceau_survey_table_save (school, answer, error))
        return FALSE;
      if (respondent.before != NULL)
        json_array_add_object_element (before, answer_to_json (respondent.before, respondent.enrolment));
      json_array_add_object_element (after, answer_to_json (answer, respondent.enrolment));
    }
  return !sceau_faults_refuse (faults, known, error);
}

gboolean
sceau_record_survey (SceauSchool *school, GPtrArray *answers, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (JsonArray) before = json_array_new ();
  g_autoptr (JsonArray) after = json_array_new ();
  g_autofree char *subject = NULL;
  JsonObject *was;
  JsonObject *is;

  if (answers->len == 0)
    return TRUE;
  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  if (!save_answers (school, answers, before, after, faults, error))
    return FALSE;

  was = json_object_new ();
  json_object_set_array_member (was, "answers", g_steal_pointer (&before));
  is = json_object_new ();
  json_object_set_array_member (is, "answers", g_steal_pointer (&after));
  subject = g_strdup_printf ("survey, %u answers", answers->len);
  if (!sceau_journal_record (school, "survey.record", subject, was, is, error))
    return FALSE;
  return sceau_transaction_commit (&transaction, error);
}
