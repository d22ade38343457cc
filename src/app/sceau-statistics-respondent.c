/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-statistics-respondent.h"

#include <string.h>

#include "sceau-enrolment-table.h"
#include "sceau-survey-table.h"
#include "sceau-text.h"

struct _SceauStatisticsRespondent
{
  GObject parent_instance;

  char *name;
  char *folded; /* name and number, for the search */
  SceauSurveyAnswer answer;
  SceauSurveyAnswer written;
};

G_DEFINE_FINAL_TYPE (SceauStatisticsRespondent, sceau_statistics_respondent, G_TYPE_OBJECT)

static void
sceau_statistics_respondent_finalize (GObject *object)
{
  SceauStatisticsRespondent *self = SCEAU_STATISTICS_RESPONDENT (object);

  g_free (self->name);
  g_free (self->folded);
  G_OBJECT_CLASS (sceau_statistics_respondent_parent_class)->finalize (object);
}

static void
sceau_statistics_respondent_class_init (SceauStatisticsRespondentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sceau_statistics_respondent_finalize;
}

static void
sceau_statistics_respondent_init (SceauStatisticsRespondent *self)
{
}

static SceauStatisticsRespondent *
respondent_new (const SceauEnrolment *enrolment, const SceauSurveyAnswer *answer)
{
  SceauStatisticsRespondent *self = g_object_new (SCEAU_TYPE_STATISTICS_RESPONDENT, NULL);
  g_autofree char *text = g_strdup_printf ("%s %s", enrolment->learner_name, enrolment->learner_number);

  self->name = g_strdup (enrolment->learner_name);
  self->folded = sceau_text_fold (text);
  self->answer = *answer;
  self->written = *answer;
  return self;
}

static GPtrArray *
join (GPtrArray *enrolments, GPtrArray *answers)
{
  g_autoptr (GHashTable) by_enrolment = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *respondents = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < answers->len; i++)
    {
      SceauSurveyAnswer *answer = g_ptr_array_index (answers, i);

      g_hash_table_insert (by_enrolment, &answer->enrolment_id, answer);
    }
  for (guint i = 0; i < enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (enrolments, i);
      const SceauSurveyAnswer *answer = g_hash_table_lookup (by_enrolment, &enrolment->id);

      if (answer != NULL)
        g_ptr_array_add (respondents, respondent_new (enrolment, answer));
    }
  return respondents;
}

GPtrArray *
sceau_statistics_respondents_load (SceauSchool *school, const char *certification_code, int year, int horizon, GError **error)
{
  const SceauEnrolmentQuery query = { .certification_code = certification_code };
  g_autoptr (GPtrArray) enrolments = NULL;
  g_autoptr (GPtrArray) answers = NULL;

  if (!sceau_school_begin_read (school, error))
    return NULL;
  enrolments = sceau_enrolment_table_list (school, &query, error);
  if (enrolments != NULL)
    answers = sceau_survey_table_list (school, certification_code, year, horizon, error);
  sceau_school_end_read (school);
  return answers != NULL ? join (enrolments, answers) : NULL;
}

const char *
sceau_statistics_respondent_get_name (SceauStatisticsRespondent *self)
{
  return self->name;
}

gboolean
sceau_statistics_respondent_matches (SceauStatisticsRespondent *self, const char *folded)
{
  return strstr (self->folded, folded) != NULL;
}

const SceauSurveyAnswer *
sceau_statistics_respondent_get_answer (SceauStatisticsRespondent *self)
{
  return &self->answer;
}

/* The day on which it was entered stands for the day of the answer. */
static void
date_answer (SceauStatisticsRespondent *self)
{
  self->answer.answered = self->answer.situation == SCEAU_SITUATION_NO_ANSWER ? SCEAU_NO_DATE : sceau_date_today ();
}

gboolean
sceau_statistics_respondent_set_situation (SceauStatisticsRespondent *self, SceauSituation situation)
{
  if (self->answer.situation == situation)
    return FALSE;
  self->answer.situation = situation;
  self->answer.target_job = self->answer.target_job && sceau_situation_is_employment (situation);
  date_answer (self);
  return TRUE;
}

gboolean
sceau_statistics_respondent_set_target_job (SceauStatisticsRespondent *self, gboolean target_job)
{
  if (self->answer.target_job == target_job || !sceau_situation_is_employment (self->answer.situation))
    return FALSE;
  self->answer.target_job = target_job;
  date_answer (self);
  return TRUE;
}

gboolean
sceau_statistics_respondent_is_pending (SceauStatisticsRespondent *self)
{
  return self->answer.situation != self->written.situation || self->answer.target_job != self->written.target_job;
}

void
sceau_statistics_respondent_set_written (SceauStatisticsRespondent *self, const SceauSurveyAnswer *answer)
{
  self->written = *answer;
}
