/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Learners who come, change and leave, by the forms of the window. */

#include "sceau-test-form.h"
#include "sceau-test-window.h"

#include <glib/gstdio.h>

#include "sceau-acquired-block-table.h"
#include "sceau-cohort-table.h"
#include "sceau-cohort-view.h"
#include "sceau-enrol-learners.h"
#include "sceau-enrolment-dialog.h"
#include "sceau-enrolment-table.h"
#include "sceau-evaluation.h"
#include "sceau-learner-table.h"
#include "sceau-learner-view.h"
#include "sceau-new-cohort-dialog.h"
#include "sceau-quota-strip.h"

#define CODE "RNCP41445"
#define LEARNERS 5

typedef struct
{
  char *folder;
  char *path;
  SceauWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("sceau-enrol-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = sceau_test_window_make_school (fixture->folder, LEARNERS);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  sceau_test_window_close (fixture->window);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GtkWidget *
root (Fixture *fixture)
{
  return GTK_WIDGET (fixture->window);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *text)
{
  return sceau_test_find (root (fixture), type, text);
}

static SceauSchool *
open_file (Fixture *fixture, SceauSchoolMode mode)
{
  g_autoptr (GError) error = NULL;
  SceauSchool *school = sceau_school_open (fixture->path, mode, &error);

  g_assert_no_error (error);
  return school;
}

static SceauCohort *
read_cohort (Fixture *fixture)
{
  g_autoptr (SceauSchool) school = open_file (fixture, SCEAU_SCHOOL_READ_ONLY);
  g_autoptr (GPtrArray) cohorts = sceau_cohort_table_list (school, CODE, NULL);

  return g_ptr_array_steal_index (cohorts, 0);
}

/* (transfer full): what the file says of the enrolment of a learner, by the number. */
static SceauEnrolment *
read_enrolment (Fixture *fixture, const char *number)
{
  g_autoptr (SceauSchool) school = open_file (fixture, SCEAU_SCHOOL_READ_ONLY);
  const SceauEnrolmentQuery query = { .search = number };
  g_autoptr (GPtrArray) enrolments = sceau_enrolment_table_list (school, &query, NULL);

  return enrolments->len == 1 ? g_ptr_array_steal_index (enrolments, 0) : NULL;
}

static void
plan_learners (Fixture *fixture, int planned)
{
  g_autoptr (SceauCohort) cohort = read_cohort (fixture);
  g_autoptr (SceauSchool) school = open_file (fixture, SCEAU_SCHOOL_READ_WRITE);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  cohort->planned_learners = planned;
  sceau_amend_cohort (school, cohort, faults, &error);
  g_assert_no_error (error);
}

static void
open_cohort (Fixture *fixture)
{
  fixture->window = sceau_test_window_open (fixture->path);
  sceau_window_show_page (fixture->window, "cohorts");
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "Promotion 2026"));
  gtk_widget_activate (find (fixture, ADW_TYPE_ACTION_ROW, "Promotion 2026"));
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_COHORT_VIEW, NULL));
  /* The form of a learner opens once the cohort has been read; its quotas say that it was. */
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_QUOTA_STRIP, NULL));
}

static void
open_learner (Fixture *fixture)
{
  open_cohort (fixture);
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "A0001"));
  g_signal_emit_by_name (find (fixture, GTK_TYPE_COLUMN_VIEW, NULL), "activate", 0);
  SCEAU_WAIT_FOR (find (fixture, SCEAU_TYPE_LEARNER_VIEW, NULL));
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "Birth name"));
}

/* Activates one of the actions of the learner's view about the first learner's enrolment. */
static SceauFormDialog *
open_form (Fixture *fixture, const char *action)
{
  g_autoptr (SceauEnrolment) enrolment = read_enrolment (fixture, "A0001");

  g_assert_true (gtk_widget_activate_action (find (fixture, SCEAU_TYPE_LEARNER_VIEW, NULL), action, "x", enrolment->id));
  return sceau_test_form_await ();
}

static void
fill_civil_status (SceauFormDialog *dialog)
{
  sceau_test_form_type (dialog, "Birth name", "Personne");
  sceau_test_form_type (dialog, "First name", "Inventée");
  sceau_test_form_type (dialog, "The school’s number of the learner", "B0001");
  sceau_test_form_choose (dialog, "Sex", SCEAU_SEX_FEMALE);
  sceau_test_form_type (dialog, "Day of birth", "12/03/1999");
  sceau_test_form_type (dialog, "INSEE code of the commune (99… abroad)", "25056");
  sceau_test_form_type (dialog, "Place of birth", "Besançon");
}

static void
enrols_a_learner_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauEnrolment) enrolment = NULL;
  SceauFormDialog *dialog;

  open_cohort (fixture);
  g_assert_true (gtk_widget_activate_action (find (fixture, SCEAU_TYPE_COHORT_VIEW, NULL), "page.enrol", NULL));
  dialog = sceau_test_form_await ();
  g_assert_false (sceau_test_form_can_accept (dialog, "_Enrol"));
  fill_civil_status (dialog);
  g_assert_false (sceau_test_form_can_accept (dialog, "_Enrol"));
  sceau_test_form_type (dialog, "Entry", "01/10/2026");
  sceau_test_form_type (dialog, "Group", "G1");
  sceau_test_form_accept (dialog, "_Enrol");
  sceau_test_form_await_closed ();
  SCEAU_WAIT_FOR (find (fixture, GTK_TYPE_LABEL, "PERSONNE Inventée"));
  enrolment = read_enrolment (fixture, "B0001");
  g_assert_cmpstr (enrolment->group, ==, "G1");
  g_assert_cmpuint (enrolment->targeted_blocks->len, ==, 0);
}

static void
asks_for_an_exception_beyond_the_quota (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauEnrolment) enrolment = NULL;
  SceauFormDialog *dialog;

  /* Of one planned learner forty per cent are none, and five are there: two places of a. */
  plan_learners (fixture, 1);
  open_cohort (fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *number = g_strdup_printf ("A%04u", i + 1);
      g_autoptr (SceauEnrolment) amended = read_enrolment (fixture, number);
      g_autoptr (SceauSchool) school = open_file (fixture, SCEAU_SCHOOL_READ_WRITE);
      g_autoptr (SceauFaults) faults = sceau_faults_new ();
      g_autoptr (GError) error = NULL;

      amended->admission = SCEAU_ADMISSION_DEROGATION_A;
      sceau_amend_enrolment (school, amended, NULL, faults, &error);
      g_assert_no_error (error);
    }
  gtk_widget_activate_action (find (fixture, SCEAU_TYPE_COHORT_VIEW, NULL), "page.enrol", NULL);
  dialog = sceau_test_form_await ();
  fill_civil_status (dialog);
  sceau_test_form_type (dialog, "Entry", "01/10/2026");
  sceau_test_form_choose (dialog, "Admission", SCEAU_ADMISSION_DEROGATION_A);
  g_assert_null (sceau_test_form_row (dialog, ADW_TYPE_ENTRY_ROW, "Reason of the written exception"));
  sceau_test_form_accept (dialog, "_Enrol");
  SCEAU_WAIT_FOR (sceau_test_form_row (dialog, ADW_TYPE_ENTRY_ROW, "Reason of the written exception"));
  g_assert_false (sceau_test_form_can_accept (dialog, "_Enrol"));
  g_assert_null (read_enrolment (fixture, "B0001"));
  sceau_test_form_type (dialog, "Reason of the written exception", "Avis favorable et motivé de la commission");
  sceau_test_form_accept (dialog, "_Enrol");
  sceau_test_form_await_closed ();
  enrolment = read_enrolment (fixture, "B0001");
  g_assert_cmpint (enrolment->admission, ==, SCEAU_ADMISSION_DEROGATION_A);
}

static GtkWidget *
find_tag (Fixture *fixture, const char *prefix)
{
  GtkWidget *strip = find (fixture, SCEAU_TYPE_QUOTA_STRIP, NULL);
  GtkWidget *tags = strip != NULL ? sceau_test_find (strip, GTK_TYPE_FLOW_BOX, NULL) : NULL;

  for (GtkWidget *child = tags != NULL ? gtk_widget_get_first_child (tags) : NULL; child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = gtk_widget_get_first_child (child);

      if (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), prefix))
        return label;
    }
  return NULL;
}

static void
simulate (Fixture *fixture, int normal, int derogation_a)
{
  GtkWidget *button = sceau_test_find (find (fixture, SCEAU_TYPE_QUOTA_STRIP, NULL), GTK_TYPE_MENU_BUTTON, NULL);
  GtkWidget *grid = gtk_popover_get_child (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (gtk_grid_get_child_at (GTK_GRID (grid), 1, 1)), normal);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (gtk_grid_get_child_at (GTK_GRID (grid), 1, 2)), derogation_a);
}

static void
shows_the_places_and_simulates (Fixture *fixture, gconstpointer data)
{
  /* 40 % of 5 are 2 places, 30 % are 1; of 10 they would be 4 and 3. */
  open_cohort (fixture);
  SCEAU_WAIT_FOR (find_tag (fixture, "2 places"));
  g_assert_nonnull (find_tag (fixture, "1 place left"));
  simulate (fixture, 5, 0);
  SCEAU_WAIT_FOR (find_tag (fixture, "4 places"));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Simulation"));
  simulate (fixture, 0, 4);
  SCEAU_WAIT_FOR (find_tag (fixture, "Dérogation a"));
  g_assert_true (gtk_widget_has_css_class (find_tag (fixture, "Dérogation a"), "error"));
  simulate (fixture, 0, 0);
  SCEAU_WAIT_FOR (find_tag (fixture, "2 places"));
  g_assert_null (find (fixture, GTK_TYPE_LABEL, "Simulation"));
}

static void
edits_the_cohort_and_its_places_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauCohort) cohort = NULL;
  SceauFormDialog *dialog;

  open_cohort (fixture);
  gtk_widget_activate_action (find (fixture, SCEAU_TYPE_COHORT_VIEW, NULL), "page.edit-cohort", NULL);
  dialog = sceau_test_form_await ();
  sceau_test_form_type (dialog, "Name", "");
  g_assert_false (sceau_test_form_can_accept (dialog, "_Apply"));
  sceau_test_form_type (dialog, "Name", "Promotion 2026 A");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (sceau_test_form_row (dialog, GTK_TYPE_SPIN_BUTTON, NULL)), 20);
  sceau_test_form_accept (dialog, "_Apply");
  sceau_test_form_await_closed ();
  SCEAU_WAIT_FOR (find_tag (fixture, "8 places"));
  cohort = read_cohort (fixture);
  g_assert_cmpstr (cohort->name, ==, "Promotion 2026 A");
  g_assert_cmpint (cohort->planned_learners, ==, 20);
}

static void
edits_a_civil_status (Fixture *fixture, gconstpointer data)
{
  SceauFormDialog *dialog;

  open_learner (fixture);
  dialog = open_form (fixture, "learner.edit");
  sceau_test_form_type (dialog, "Day of birth", "31/02/1999");
  g_assert_false (sceau_test_form_can_accept (dialog, "_Apply"));
  sceau_test_form_type (dialog, "Day of birth", "28/02/1999");
  sceau_test_form_type (dialog, "Name in use", "Dupont-Inventé");
  sceau_test_form_accept (dialog, "_Apply");
  sceau_test_form_await_closed ();
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "Name in use"));
}

static void
judges_the_company_period_as_one_types (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauEnrolment) enrolment = NULL;
  SceauFormDialog *dialog;

  open_learner (fixture);
  dialog = open_form (fixture, "learner.amend");
  sceau_test_form_type (dialog, "Company period, from", "01/03/2027");
  sceau_test_form_type (dialog, "Company period, to", "31/05/2027");
  g_assert_nonnull (sceau_test_form_row (dialog, GTK_TYPE_LABEL, "The period in the company lasts 3 months; the plan asks for 4 to 6 months."));
  sceau_test_form_type (dialog, "Company period, to", "31/07/2027");
  g_assert_nonnull (sceau_test_form_row (dialog, GTK_TYPE_LABEL, "The period in the company lasts 5 months."));
  sceau_test_form_type (dialog, "Company period, to", "28/02/2027");
  g_assert_false (sceau_test_form_can_accept (dialog, "_Apply"));
  sceau_test_form_type (dialog, "Company period, to", "31/07/2027");
  sceau_test_form_type (dialog, "Tutor", "Personne Inventée");
  sceau_test_form_accept (dialog, "_Apply");
  sceau_test_form_await_closed ();
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "Company period"));
  enrolment = read_enrolment (fixture, "A0001");
  g_assert_cmpstr (enrolment->tutor, ==, "Personne Inventée");
}

/* So that the days of a departure are past whenever the test runs. */
static void
enter_early (Fixture *fixture)
{
  g_autoptr (SceauEnrolment) enrolment = read_enrolment (fixture, "A0001");
  g_autoptr (SceauSchool) school = open_file (fixture, SCEAU_SCHOOL_READ_WRITE);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  enrolment->entry = sceau_date_new (2025, 10, 28);
  sceau_amend_enrolment (school, enrolment, NULL, faults, &error);
  g_assert_no_error (error);
}

static void
records_a_departure_and_a_return (Fixture *fixture, gconstpointer data)
{
  SceauFormDialog *dialog;
  SceauEnrolment *enrolment;

  enter_early (fixture);
  open_learner (fixture);
  dialog = open_form (fixture, "learner.depart");
  sceau_test_form_choose (dialog, "How", 1);
  sceau_test_form_type (dialog, "Day of the departure", "14/11/2025");
  g_assert_false (sceau_test_form_can_accept (dialog, "_Record"));
  sceau_test_form_type (dialog, "Reason", "Congé");
  sceau_test_form_accept (dialog, "_Record");
  sceau_test_form_await_closed ();
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "State"));
  enrolment = read_enrolment (fixture, "A0001");
  g_assert_cmpint (enrolment->state, ==, SCEAU_ENROLMENT_INTERRUPTED);
  sceau_enrolment_free (enrolment);

  dialog = open_form (fixture, "learner.return");
  sceau_test_form_type (dialog, "Reason", "Fin du congé");
  sceau_test_form_accept (dialog, "_Record");
  sceau_test_form_await_closed ();
  SCEAU_WAIT_FOR (!find (fixture, ADW_TYPE_ACTION_ROW, "State"));
  enrolment = read_enrolment (fixture, "A0001");
  g_assert_cmpint (enrolment->state, ==, SCEAU_ENROLMENT_ACTIVE);
  sceau_enrolment_free (enrolment);
}

static void
excludes_nobody_who_was_not_heard (Fixture *fixture, gconstpointer data)
{
  SceauFormDialog *dialog;

  enter_early (fixture);
  open_learner (fixture);
  dialog = open_form (fixture, "learner.depart");
  sceau_test_form_type (dialog, "Day of the departure", "14/11/2025");
  sceau_test_form_type (dialog, "Reason", "Fraude retenue");
  g_assert_true (sceau_test_form_can_accept (dialog, "_Record"));
  g_assert_null (sceau_test_form_row (dialog, ADW_TYPE_ENTRY_ROW, "Day of the hearing"));
  sceau_test_form_choose (dialog, "How", 2);
  g_assert_false (sceau_test_form_can_accept (dialog, "_Record"));
  SCEAU_WAIT_FOR (sceau_test_form_row (dialog, ADW_TYPE_ENTRY_ROW, "Day of the hearing"));
  sceau_test_form_type (dialog, "Day of the hearing", "10/11/2025");
  sceau_test_form_accept (dialog, "_Record");
  sceau_test_form_await_closed ();
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "State"));
}

static void
records_a_block_with_its_proof (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauEnrolment) enrolment = read_enrolment (fixture, "A0001");
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  const SceauAcquiredBlock *block;
  SceauFormDialog *dialog;

  open_learner (fixture);
  dialog = open_form (fixture, "learner.acquire");
  sceau_test_form_choose (dialog, "Block", 1);
  sceau_test_form_choose (dialog, "How", 3);
  sceau_test_form_type (dialog, "Acquired on", "03/11/2025");
  g_assert_false (sceau_test_form_can_accept (dialog, "_Record"));
  sceau_test_form_type (dialog, "Reference of the proof", "Dispense D-12");
  sceau_test_form_accept (dialog, "_Record");
  sceau_test_form_await_closed ();
  school = open_file (fixture, SCEAU_SCHOOL_READ_ONLY);
  blocks = sceau_acquired_block_table_list_by_learner (school, enrolment->learner_id, CODE, NULL);
  g_assert_cmpuint (blocks->len, ==, 1);
  block = g_ptr_array_index (blocks, 0);
  g_assert_cmpstr (block->block_code, ==, CODE "BC02");
  g_assert_cmpint (block->kind, ==, SCEAU_ACQUISITION_DISPENSE);
  g_assert_cmpstr (block->proof, ==, "Dispense D-12");
}

static guint
tick (GtkWidget *widget, guint left)
{
  if (left > 0 && GTK_IS_CHECK_BUTTON (widget))
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), TRUE);
      return left - 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    left = tick (child, left);
  return left;
}

static void
forms_a_group (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauSchool) school = NULL;
  const SceauEnrolmentQuery query = { .group = "Équipe 1" };
  SceauFormDialog *dialog;

  open_cohort (fixture);
  gtk_widget_activate_action (find (fixture, SCEAU_TYPE_COHORT_VIEW, NULL), "page.form-group", NULL);
  dialog = sceau_test_form_await ();
  g_assert_false (sceau_test_form_can_accept (dialog, "_Form"));
  sceau_test_form_type (dialog, "Name of the group", "Équipe 1");
  g_assert_cmpuint (tick (GTK_WIDGET (dialog), 2), ==, 0);
  sceau_test_form_accept (dialog, "_Form");
  sceau_test_form_await_closed ();
  school = open_file (fixture, SCEAU_SCHOOL_READ_ONLY);
  g_assert_cmpint (sceau_enrolment_table_count (school, &query, NULL), ==, 2);
}

static void
save_group (SceauFormDialog *dialog)
{
  sceau_test_form_accept (dialog, "_Form");
  sceau_test_form_await_closed ();
}

static SceauFormDialog *
open_group_form (Fixture *fixture)
{
  gtk_widget_activate_action (find (fixture, SCEAU_TYPE_COHORT_VIEW, NULL), "page.form-group", NULL);
  return sceau_test_form_await ();
}

static guint
count_ticked (GtkWidget *widget)
{
  guint n = GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_ticked (child);
  return n;
}

static void
begins_a_known_group_with_its_members (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauSchool) school = NULL;
  const SceauEnrolmentQuery query = { .group = "Équipe 1" };
  SceauFormDialog *dialog;

  open_cohort (fixture);
  dialog = open_group_form (fixture);
  g_assert_null (sceau_test_form_row (dialog, ADW_TYPE_COMBO_ROW, "Group"));
  sceau_test_form_type (dialog, "Name of the group", "Équipe 1");
  tick (GTK_WIDGET (dialog), 2);
  save_group (dialog);

  dialog = open_group_form (fixture);
  g_assert_cmpuint (count_ticked (GTK_WIDGET (dialog)), ==, 0);
  sceau_test_form_choose (dialog, "Group", 1);
  g_assert_cmpuint (count_ticked (GTK_WIDGET (dialog)), ==, 2);
  g_assert_false (gtk_widget_is_sensitive (sceau_test_form_row (dialog, ADW_TYPE_ENTRY_ROW, "Name of the group")));
  sceau_test_form_choose (dialog, "Group", 0);
  g_assert_cmpuint (count_ticked (GTK_WIDGET (dialog)), ==, 0);
  sceau_test_form_choose (dialog, "Group", 1);
  tick (GTK_WIDGET (dialog), 3);
  save_group (dialog);
  school = open_file (fixture, SCEAU_SCHOOL_READ_ONLY);
  g_assert_cmpint (sceau_enrolment_table_count (school, &query, NULL), ==, 3);
}

static void
opens_a_cohort_with_its_planned_number (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (GPtrArray) cohorts = NULL;
  GtkWidget *dialog;

  fixture->window = sceau_test_window_open (fixture->path);
  sceau_window_show_page (fixture->window, "cohorts");
  SCEAU_WAIT_FOR (find (fixture, ADW_TYPE_ACTION_ROW, "Promotion 2026"));
  gtk_widget_activate_action (gtk_widget_get_parent (find (fixture, ADW_TYPE_ACTION_ROW, "Promotion 2026")), "page.new-cohort", NULL);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_NEW_COHORT_DIALOG));
  dialog = GTK_WIDGET (sceau_test_find_window (SCEAU_TYPE_NEW_COHORT_DIALOG));
  gtk_test_widget_wait_for_draw (dialog);
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Name of the cohort")), "Promotion 2027");
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (dialog, ADW_TYPE_ENTRY_ROW, "First day")), "01/10/2027");
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Last day")), "30/09/2028");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (sceau_test_find (dialog, GTK_TYPE_SPIN_BUTTON, NULL)), 25);
  g_assert_true (gtk_widget_activate_action (dialog, "dialog.create", NULL));
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_NEW_COHORT_DIALOG) == NULL);
  school = open_file (fixture, SCEAU_SCHOOL_READ_ONLY);
  cohorts = sceau_cohort_table_list (school, CODE, NULL);
  g_assert_cmpuint (cohorts->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const SceauCohort *cohort = g_ptr_array_index (cohorts, i);

      g_assert_cmpint (cohort->planned_learners, ==, g_str_equal (cohort->name, "Promotion 2027") ? 25 : 0);
    }
}

static void
describes_a_period (void)
{
  static const struct
  {
    int from[3];
    int to[3];
    const char *text;
  } rows[] = {
    { { 2026, 3, 1 }, { 2026, 7, 31 }, "5 months" },
    { { 2026, 3, 1 }, { 2026, 6, 30 }, "4 months" },
    { { 2026, 3, 1 }, { 2026, 7, 12 }, "4 months and 12 days" },
    { { 2026, 3, 15 }, { 2026, 3, 15 }, "1 day" },
    { { 2026, 1, 31 }, { 2026, 2, 27 }, "1 month" },
    { { 2026, 3, 2 }, { 2026, 3, 1 }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = sceau_describe_period (sceau_date_new (rows[i].from[0], rows[i].from[1], rows[i].from[2]),
                                                     sceau_date_new (rows[i].to[0], rows[i].to[1], rows[i].to[2]));

      g_assert_cmpstr (text, ==, rows[i].text);
    }
  g_assert_null (sceau_describe_period (SCEAU_NO_DATE, sceau_date_new (2026, 3, 1)));
}

int
main (int argc, char **argv)
{
  sceau_test_window_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/app/enrol/" path, Fixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/app/enrol/describes-a-period", describes_a_period);
  ADD ("enrols-a-learner-by-hand", enrols_a_learner_by_hand);
  ADD ("asks-for-an-exception-beyond-the-quota", asks_for_an_exception_beyond_the_quota);
  ADD ("shows-the-places-and-simulates", shows_the_places_and_simulates);
  ADD ("edits-the-cohort-and-its-places-follow", edits_the_cohort_and_its_places_follow);
  ADD ("edits-a-civil-status", edits_a_civil_status);
  ADD ("judges-the-company-period-as-one-types", judges_the_company_period_as_one_types);
  ADD ("records-a-departure-and-a-return", records_a_departure_and_a_return);
  ADD ("excludes-nobody-who-was-not-heard", excludes_nobody_who_was_not_heard);
  ADD ("records-a-block-with-its-proof", records_a_block_with_its_proof);
  ADD ("forms-a-group", forms_a_group);
  ADD ("begins-a-known-group-with-its-members", begins_a_known_group_with_its_members);
  ADD ("opens-a-cohort-with-its-planned-number", opens_a_cohort_with_its_planned_number);
  return g_test_run ();
}
