/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-test-demo.h"

#include <string.h>

#include "sceau-page.h"
#include "sceau-statistics-chart.h"
#include "sceau-statistics-data.h"
#include "sceau-statistics-page.h"
#include "sceau-statistics-survey.h"
#include "sceau-survey-insertion.h"
#include "sceau-survey-table.h"

#define CODE "RNCP41445"

/* (transfer full) (element-type SceauStatisticsYear): what the workflow says of the file now. */
static GPtrArray *
compute (SceauTestDemo *demo)
{
  g_autoptr (SceauSchool) school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_ONLY);
  g_autoptr (GError) error = NULL;
  GPtrArray *years = sceau_compute_statistics (school, CODE, sceau_school_today (school), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (years->len, ==, 1);
  return years;
}

static void
show_statistics (SceauTestDemo *demo)
{
  sceau_test_demo_show (demo, "statistics");
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, SCEAU_TYPE_STATISTICS_CHART, NULL) != NULL);
}

static SceauPage *
page_of (SceauTestDemo *demo)
{
  return SCEAU_PAGE (sceau_test_demo_find (demo, SCEAU_TYPE_PAGE, NULL));
}

static void
assert_label (SceauTestDemo *demo, char *text)
{
  if (sceau_test_demo_find (demo, GTK_TYPE_LABEL, text) == NULL)
    g_error ("The page does not say “%s”", text);
  g_free (text);
}

static void
assert_rate (SceauTestDemo *demo, SceauRate rate, int respondents, int certified)
{
  if (rate.state == SCEAU_RATE_NOT_DUE)
    {
      assert_label (demo, g_strdup ("–"));
      assert_label (demo, g_strdup_printf ("%d of %d answered", respondents, certified));
      return;
    }
  assert_label (demo, sceau_rate_to_text (rate));
  assert_label (demo, g_strdup_printf ("%d / %d\n%d of %d answered", rate.numerator, rate.denominator, respondents, certified));
}

static void
says_what_the_workflow_counts (SceauTestDemo *demo, gconstpointer data)
{
  g_autoptr (GPtrArray) years = compute (demo);
  const SceauStatisticsYear *year = g_ptr_array_index (years, 0);

  g_assert_cmpint (year->certified, >, 0);
  show_statistics (demo);
  assert_label (demo, g_strdup_printf ("%d", year->year));
  assert_label (demo, g_strdup_printf ("%d", year->certified));
  assert_rate (demo, year->global_6m, year->respondents_6m, year->certified);
  assert_rate (demo, year->target_6m, year->respondents_6m, year->certified);
  assert_rate (demo, year->target_24m, year->respondents_24m, year->certified);
  /* The fiche's own figures of 2022 and 2023 stand apart. */
  assert_label (demo, g_strdup ("Published on the Fiche"));
  assert_label (demo, g_strdup ("2022"));
  assert_label (demo, g_strdup ("90\302\240%"));
}

/* (transfer full) */
static char *
get_accessible_label (GtkWidget *widget)
{
  /* The only way to ask: it is not this, so what is it? */
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "not this");
}

static void
reads_the_chart_aloud (SceauTestDemo *demo, gconstpointer data)
{
  g_autoptr (GPtrArray) years = compute (demo);
  const SceauStatisticsYear *year = g_ptr_array_index (years, 0);
  g_autofree char *global = sceau_statistics_rate_text (year->global_6m);
  g_autofree char *certified = g_strdup_printf ("%d in this school: %d certified; employment at 6 months %s", year->year,
                                                year->certified, global);
  g_autofree char *label = NULL;
  GtkWidget *chart;

  show_statistics (demo);
  chart = sceau_test_demo_find (demo, SCEAU_TYPE_STATISTICS_CHART, NULL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_ROLE_IMG);
  label = get_accessible_label (chart);
  if (strstr (label, certified) == NULL)
    g_error ("The chart says “%s” and not “%s”", label, certified);
  g_assert_nonnull (strstr (label, "2022 on the fiche: 12 certified"));
  SCEAU_WAIT_FOR (gtk_widget_get_height (chart) > 200);
}

/* Surveys -------------------------------------------------------------------------- */

static SceauStatisticsSurvey *
open_survey (SceauTestDemo *demo, const char *title)
{
  SceauStatisticsSurvey *survey;

  gtk_widget_activate (sceau_test_demo_find (demo, ADW_TYPE_ACTION_ROW, title));
  survey = SCEAU_STATISTICS_SURVEY (sceau_page_get_top (page_of (demo)));
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (survey), GTK_TYPE_DROP_DOWN, NULL) != NULL);
  return survey;
}

/* Answers at 24 months that are known: nobody has answered in the demonstration. */
static guint
count_answers (SceauTestDemo *demo, int year, guint *targets)
{
  g_autoptr (SceauSchool) school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_ONLY);
  g_autoptr (GPtrArray) answers = sceau_survey_table_list (school, CODE, year, 24, NULL);
  guint n = 0;

  *targets = 0;
  for (guint i = 0; i < answers->len; i++)
    {
      const SceauSurveyAnswer *answer = g_ptr_array_index (answers, i);

      n += answer->situation == SCEAU_SITUATION_PERMANENT;
      *targets += answer->target_job ? 1 : 0;
    }
  return n;
}

static char *
survey_title (SceauTestDemo *demo, int *year)
{
  g_autoptr (GPtrArray) years = compute (demo);

  *year = ((SceauStatisticsYear *) g_ptr_array_index (years, 0))->year;
  return g_strdup_printf ("At 2 years, certified in %d", *year);
}

static void
answer_first (SceauStatisticsSurvey *survey, SceauSituation situation, gboolean target_job)
{
  GtkWidget *check = sceau_test_find (GTK_WIDGET (survey), GTK_TYPE_CHECK_BUTTON, NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (sceau_test_find (GTK_WIDGET (survey), GTK_TYPE_DROP_DOWN, NULL)), situation);
  g_assert_cmpint (gtk_widget_is_sensitive (check), ==, sceau_situation_is_employment (situation));
  if (target_job)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

static void
records_answers (SceauTestDemo *demo, gconstpointer data)
{
  int year;
  g_autofree char *title = survey_title (demo, &year);
  SceauStatisticsSurvey *survey;
  guint targets;

  show_statistics (demo);
  survey = open_survey (demo, title);
  answer_first (survey, SCEAU_SITUATION_SEEKING, FALSE);
  answer_first (survey, SCEAU_SITUATION_PERMANENT, TRUE);
  g_assert_cmpuint (sceau_statistics_survey_get_pending (survey), ==, 1);
  g_assert_cmpuint (count_answers (demo, year, &targets), ==, 0);
  g_action_group_activate_action (sceau_page_get_actions (page_of (demo)), "save", NULL);
  SCEAU_WAIT_FOR (sceau_statistics_survey_get_pending (survey) == 0);
  g_assert_cmpuint (count_answers (demo, year, &targets), ==, 1);
  g_assert_cmpuint (targets, ==, 1);
}

static void
keeps_answers_when_one_leaves (SceauTestDemo *demo, gconstpointer data)
{
  int year;
  g_autofree char *title = survey_title (demo, &year);
  guint targets;

  show_statistics (demo);
  answer_first (open_survey (demo, title), SCEAU_SITUATION_PERMANENT, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (demo->window), "win.back", NULL);
  SCEAU_WAIT_FOR (count_answers (demo, year, &targets) == 1);
  g_assert_cmpuint (targets, ==, 0);
}

static void
takes_the_target_job_with_the_employment (SceauTestDemo *demo, gconstpointer data)
{
  int year;
  g_autofree char *title = survey_title (demo, &year);
  SceauStatisticsSurvey *survey;
  GtkWidget *check;

  show_statistics (demo);
  survey = open_survey (demo, title);
  answer_first (survey, SCEAU_SITUATION_PERMANENT, TRUE);
  answer_first (survey, SCEAU_SITUATION_STUDIES, FALSE);
  check = sceau_test_find (GTK_WIDGET (survey), GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  answer_first (survey, SCEAU_SITUATION_NO_ANSWER, FALSE);
  g_assert_cmpuint (sceau_statistics_survey_get_pending (survey), ==, 0);
}

static void
exports_what_the_workflow_writes (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *path = g_build_filename (demo->folder, "page.csv", NULL);
  g_autofree char *expected_path = g_build_filename (demo->folder, "workflow.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (GError) error = NULL;

  show_statistics (demo);
  sceau_statistics_page_export (SCEAU_STATISTICS_PAGE (page_of (demo)), path);
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_LABEL, "Figures exported.") != NULL);
  school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_ONLY);
  sceau_export_statistics (school, CODE, sceau_school_today (school), expected_path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
shows_another_certification (SceauTestDemo *demo, gconstpointer data)
{
  GtkWidget *row;

  show_statistics (demo);
  row = sceau_test_demo_find (demo, ADW_TYPE_COMBO_ROW, "Certification");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_LABEL, "n.c.") != NULL);
  assert_label (demo, g_strdup ("2018"));
}

static void
says_what_to_do_first (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-empty-XXXXXX", NULL);
  SceauTestDemo demo = { g_strdup (folder), sceau_test_window_make_school (folder, 1), NULL };

  show_statistics (&demo);
  assert_label (&demo, g_strdup ("Nobody is certified yet in this school: its figures appear when the first session is sealed."));
  g_assert_false (g_action_group_get_action_enabled (sceau_page_get_actions (page_of (&demo)), "export"));
  sceau_test_demo_tear_down (&demo, NULL);
}

int
main (int argc, char **argv)
{
  int status;

  sceau_test_window_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add ("/app/statistics/" path, SceauTestDemo, NULL, sceau_test_demo_set_up, func, sceau_test_demo_tear_down)
  ADD ("says-what-the-workflow-counts", says_what_the_workflow_counts);
  ADD ("reads-the-chart-aloud", reads_the_chart_aloud);
  ADD ("records-answers", records_answers);
  ADD ("keeps-answers-when-one-leaves", keeps_answers_when_one_leaves);
  ADD ("takes-the-target-job-with-the-employment", takes_the_target_job_with_the_employment);
  ADD ("exports-what-the-workflow-writes", exports_what_the_workflow_writes);
  ADD ("shows-another-certification", shows_another_certification);
#undef ADD
  g_test_add_func ("/app/statistics/says-what-to-do-first", says_what_to_do_first);
  status = g_test_run ();
  sceau_test_demo_remove ();
  return status;
}
