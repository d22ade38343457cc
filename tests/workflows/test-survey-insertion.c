/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-survey-insertion.h"

#include <string.h>

#include "sceau-journal.h"
#include "sceau-jury-table.h"
#include "sceau-test-school.h"
#include "sceau-workflow-error.h"

static void
add_answer (GPtrArray *answers, gint64 enrolment_id, int horizon, SceauSituation situation, gboolean target_job, SceauDate answered)
{
  SceauSurveyAnswer *answer = sceau_survey_answer_new ();

  answer->enrolment_id = enrolment_id;
  answer->horizon = horizon;
  answer->situation = situation;
  answer->target_job = target_job;
  answer->answered = answered;
  g_ptr_array_add (answers, answer);
}

static GPtrArray *
make_answers (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_survey_answer_free);
}

static SceauDate
jury_date (SceauTestSchool *fixture, gint64 session_id)
{
  g_autoptr (SceauJurySession) session = sceau_jury_table_find (fixture->school, session_id, NULL);

  return session->date;
}

static gint64
enrolment (SceauTestSchool *fixture, guint i)
{
  return g_array_index (fixture->enrolments, gint64, i);
}

static void
test_answers_become_rates (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (4);
  gint64 session = sceau_test_school_seal (fixture);
  SceauDate decided = jury_date (fixture, session);
  g_autoptr (GPtrArray) answers = make_answers ();
  g_autoptr (GPtrArray) years = NULL;
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  const SceauStatisticsYear *year;

  add_answer (answers, enrolment (fixture, 0), 6, SCEAU_SITUATION_PERMANENT, TRUE, SCEAU_NO_DATE);
  add_answer (answers, enrolment (fixture, 1), 6, SCEAU_SITUATION_SEEKING, FALSE, SCEAU_NO_DATE);
  add_answer (answers, enrolment (fixture, 2), 6, SCEAU_SITUATION_STUDIES, FALSE, SCEAU_NO_DATE);
  g_assert_true (sceau_record_survey (fixture->school, answers, faults, &error));
  g_assert_no_error (error);

  years = sceau_compute_statistics (fixture->school, fixture->certification_code, sceau_date_add_years (decided, 3), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (years->len, ==, 1);
  year = g_ptr_array_index (years, 0);
  g_assert_cmpint (year->year, ==, sceau_date_year (decided));
  g_assert_cmpint (year->certified, ==, 4);
  g_assert_cmpint (year->respondents_6m, ==, 3);
  g_assert_cmpint (year->neutralised_6m, ==, 1);
  g_assert_cmpint (year->global_6m.percent, ==, 50);
  g_assert_cmpint (year->target_6m.numerator, ==, 1);
  g_assert_cmpint (year->target_6m.denominator, ==, 2);
  g_assert_cmpint (year->target_24m.state, ==, SCEAU_RATE_NONE);
}

static void
test_an_answer_replaces_the_one_before_and_both_are_kept (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  SceauJournalQuery query = { .limit = 1 };
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) entries = NULL;
  const SceauJournalEntry *entry;

  sceau_test_school_seal (fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) answers = make_answers ();
      g_autoptr (GError) error = NULL;

      add_answer (answers, enrolment (fixture, 0), 6, i == 0 ? SCEAU_SITUATION_SEEKING : SCEAU_SITUATION_PERMANENT, FALSE, SCEAU_NO_DATE);
      g_assert_true (sceau_record_survey (fixture->school, answers, faults, &error));
      g_assert_no_error (error);
    }

  entries = sceau_journal_list (fixture->school, &query, NULL);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->verb, ==, "survey.record");
  g_assert_nonnull (strstr (entry->before, "seeking"));
  g_assert_nonnull (strstr (entry->after, "permanent"));
}

/* Each row is an answer that cannot be: nothing of its batch is written. */
static void
test_refused_answers_write_nothing (void)
{
  static const struct
  {
    int horizon;
    SceauSituation situation;
    gboolean target_job;
    int days; /* after the jury; 0: no date */
    const char *words;
  } rows[] = {
    { 12, SCEAU_SITUATION_PERMANENT, FALSE, 0, "24" },
    { 6, SCEAU_SITUATION_SEEKING, TRUE, 0, "target job" },
    { 6, SCEAU_SITUATION_PERMANENT, TRUE, -10, "jury" },
    { 6, SCEAU_SITUATION_PERMANENT, TRUE, 100000, "future" },
  };
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  SceauDate decided = jury_date (fixture, sceau_test_school_seal (fixture));
  g_autofree char *before = sceau_journal_get_head (fixture->school, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) answers = make_answers ();
      g_autoptr (SceauFaults) faults = sceau_faults_new ();
      g_autofree char *after = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GPtrArray) years = NULL;
      g_autoptr (GError) error = NULL;

      add_answer (answers, enrolment (fixture, 1), 6, SCEAU_SITUATION_PERMANENT, FALSE, SCEAU_NO_DATE);
      add_answer (answers, enrolment (fixture, 0), rows[i].horizon, rows[i].situation, rows[i].target_job,
                  rows[i].days != 0 ? decided + rows[i].days : SCEAU_NO_DATE);
      g_assert_false (sceau_record_survey (fixture->school, answers, faults, &error));
      g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
      g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 1);
      text = sceau_fault_to_string (sceau_faults_get (faults, 0));
      g_assert_nonnull (strstr (text, rows[i].words));
      g_assert_nonnull (strstr (text, "A001"));

      after = sceau_journal_get_head (fixture->school, NULL);
      g_assert_cmpstr (before, ==, after);
      years = sceau_compute_statistics (fixture->school, fixture->certification_code, sceau_date_add_years (decided, 3), NULL);
      g_assert_cmpint (((SceauStatisticsYear *) g_ptr_array_index (years, 0))->respondents_6m, ==, 0);
    }
}

static void
test_only_certified_people_are_asked (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (GPtrArray) answers = make_answers ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  sceau_test_school_deliberate (fixture);
  add_answer (answers, enrolment (fixture, 0), 6, SCEAU_SITUATION_PERMANENT, TRUE, SCEAU_NO_DATE);
  g_assert_false (sceau_record_survey (fixture->school, answers, faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
}

static void
test_statistics_are_exported_whole_or_not_at_all (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  SceauDate decided = jury_date (fixture, sceau_test_school_seal (fixture));
  g_autofree char *path = g_build_filename (fixture->folder, "statistics.csv", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "statistics.docx", NULL);
  g_autofree char *text = NULL;
  g_autofree char *year = g_strdup_printf ("%d", sceau_date_year (decided));
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_export_statistics (fixture->school, fixture->certification_code, decided, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, year));

  g_assert_false (sceau_export_statistics (fixture->school, fixture->certification_code, decided, other, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_false (sceau_export_statistics (fixture->school, "RNCP1", decided, path, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/survey-insertion/answers-become-rates", test_answers_become_rates);
  g_test_add_func ("/workflows/survey-insertion/an-answer-replaces-the-one-before-and-both-are-kept",
                   test_an_answer_replaces_the_one_before_and_both_are_kept);
  g_test_add_func ("/workflows/survey-insertion/refused-answers-write-nothing", test_refused_answers_write_nothing);
  g_test_add_func ("/workflows/survey-insertion/only-certified-people-are-asked", test_only_certified_people_are_asked);
  g_test_add_func ("/workflows/survey-insertion/statistics-are-exported-whole-or-not-at-all",
                   test_statistics_are_exported_whole_or_not_at_all);
  return g_test_run ();
}
