/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-survey-table.h"

#include "sceau-table-private.h"

/* The people whose sealed decision in force says certified: $1 is the certification.  A later sealed decision on the
 * same enrolment (a rectification, or a second session after a partial one) takes the place of the earlier. */
#define CERTIFIED \
  "WITH ranked AS (SELECT d.enrolment_id, d.outcome, s.date AS decided, " \
  "  row_number () OVER (PARTITION BY d.enrolment_id ORDER BY s.date DESC, s.id DESC) AS place " \
  "  FROM jury_session AS s JOIN jury_decision AS d ON d.session_id = s.id " \
  "  WHERE s.certification_code = $1 AND s.state = 'sealed'), " \
  "certified AS (SELECT r.enrolment_id, r.decided, CAST (substr (r.decided, 1, 4) AS INTEGER) AS year, " \
  "  CASE WHEN e.route = 'vae' THEN 1 ELSE 0 END AS vae " \
  "  FROM ranked AS r JOIN enrolment AS e ON e.id = r.enrolment_id WHERE r.place = 1 AND r.outcome = 'certified') "

gboolean
sceau_survey_table_save (SceauSchool *school, const SceauSurveyAnswer *answer, GError **error)
{
  g_return_val_if_fail (school != NULL && answer != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error,
                             "INSERT INTO survey_answer (enrolment_id, horizon, situation, target_job, answered) "
                             "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (enrolment_id, horizon) DO UPDATE SET "
                             "situation = excluded.situation, target_job = excluded.target_job, answered = excluded.answered",
                             "litid", answer->enrolment_id, answer->horizon, sceau_situation_to_id (answer->situation),
                             answer->target_job ? 1 : 0, answer->answered);
}

static gpointer
read_answer (SceauStatement *row)
{
  SceauSurveyAnswer *answer = sceau_survey_answer_new ();

  answer->enrolment_id = sceau_statement_get_int (row, 0);
  answer->year = (int) sceau_statement_get_int (row, 1);
  answer->vae = (gboolean) sceau_statement_get_int (row, 2);
  answer->horizon = (int) sceau_statement_get_int (row, 3);
  SCEAU_TABLE_GET_ENUM (row, 4, sceau_situation_from_id, &answer->situation);
  answer->target_job = (gboolean) sceau_statement_get_int (row, 5);
  answer->answered = sceau_statement_get_date (row, 6);
  return answer;
}

GPtrArray *
sceau_survey_table_list (SceauSchool *school, const char *certification_code, int year, int horizon, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && certification_code != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   CERTIFIED "SELECT c.enrolment_id, c.year, c.vae, $2, a.situation, coalesce (a.target_job, 0), "
                                             "a.answered FROM certified AS c LEFT JOIN survey_answer AS a "
                                             "ON a.enrolment_id = c.enrolment_id AND a.horizon = $2 WHERE c.year = $3 "
                                             "ORDER BY c.enrolment_id",
                                   error);
  if (statement != NULL)
    {
      sceau_statement_bind_text (statement, 1, certification_code);
      sceau_statement_bind_int (statement, 2, horizon);
      sceau_statement_bind_int (statement, 3, year);
    }
  return sceau_table_collect (statement, read_answer, (GDestroyNotify) sceau_survey_answer_free, error);
}

static gpointer
read_stored_answer (SceauStatement *row)
{
  SceauSurveyAnswer *answer = sceau_survey_answer_new ();

  answer->enrolment_id = sceau_statement_get_int (row, 0);
  answer->horizon = (int) sceau_statement_get_int (row, 1);
  SCEAU_TABLE_GET_ENUM (row, 2, sceau_situation_from_id, &answer->situation);
  answer->target_job = (gboolean) sceau_statement_get_int (row, 3);
  answer->answered = sceau_statement_get_date (row, 4);
  return answer;
}

GPtrArray *
sceau_survey_table_list_all (SceauSchool *school, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return sceau_table_collect (sceau_statement_new (sceau_school_database (school),
                                                   "SELECT enrolment_id, horizon, situation, target_job, answered "
                                                   "FROM survey_answer ORDER BY enrolment_id, horizon",
                                                   error),
                              read_stored_answer, (GDestroyNotify) sceau_survey_answer_free, error);
}

/* The situations of core in SQL: FORMATS §3.3.  Neutralised people answered but stand outside the denominator. */
#define NEUTRALISED "('work_study', 'studies', 'incapacity', 'abroad')"
#define EMPLOYED "('permanent', 'fixed_term', 'temporary', 'self_employed')"
#define ANSWERED(a) "sum (CASE WHEN coalesce (" a ".situation, 'no_answer') <> 'no_answer' THEN 1 ELSE 0 END)"
#define AMONG(a, situations) "sum (CASE WHEN " a ".situation IN " situations " THEN 1 ELSE 0 END)"
#define TARGET(a) "sum (CASE WHEN " a ".situation IN " EMPLOYED " AND " a ".target_job = 1 THEN 1 ELSE 0 END)"

static const char count_sql[]
  = CERTIFIED "SELECT c.year, count (*), sum (c.vae), max (c.decided), " ANSWERED ("six") ", " AMONG ("six", NEUTRALISED) ", "
    AMONG ("six", EMPLOYED) ", " TARGET ("six") ", " ANSWERED ("two") ", " AMONG ("two", NEUTRALISED) ", "
    AMONG ("two", EMPLOYED) ", " TARGET ("two") " FROM certified AS c "
    "LEFT JOIN survey_answer AS six ON six.enrolment_id = c.enrolment_id AND six.horizon = 6 "
    "LEFT JOIN survey_answer AS two ON two.enrolment_id = c.enrolment_id AND two.horizon = 24 "
    "GROUP BY c.year ORDER BY c.year DESC";

GArray *
sceau_survey_table_count (SceauSchool *school, const char *certification_code, GError **error)
{
  g_autoptr (GArray) years = NULL;
  SceauStep step;

  g_return_val_if_fail (school != NULL && certification_code != NULL, NULL);

  g_autoptr (SceauStatement) rows = sceau_statement_new (sceau_school_database (school), count_sql, error);
  if (rows == NULL)
    return NULL;
  sceau_statement_bind_text (rows, 1, certification_code);
  years = g_array_new (FALSE, TRUE, sizeof (SceauStatisticsCounts));
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    {
      SceauStatisticsCounts counts = { 0 };

      counts.year = (int) sceau_statement_get_int (rows, 0);
      counts.certified = (int) sceau_statement_get_int (rows, 1);
      counts.certified_vae = (int) sceau_statement_get_int (rows, 2);
      counts.last_certified = sceau_statement_get_date (rows, 3);
      for (int i = 0; i < 2; i++)
        {
          counts.respondents[i] = (int) sceau_statement_get_int (rows, 4 + 4 * i);
          counts.neutralised[i] = (int) sceau_statement_get_int (rows, 5 + 4 * i);
          counts.employed[i] = (int) sceau_statement_get_int (rows, 6 + 4 * i);
          counts.target[i] = (int) sceau_statement_get_int (rows, 7 + 4 * i);
        }
      g_array_append_val (years, counts);
    }
  return step == SCEAU_STEP_DONE ? g_steal_pointer (&years) : NULL;
}
