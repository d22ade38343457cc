/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-record-results.h"

#include <string.h>

#include "sceau-criterion-points-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-import-fiche.h"
#include "sceau-keep-school.h"
#include "sceau-mark-sheet-table.h"
#include "sceau-plan-table.h"
#include "sceau-result-table.h"
#include "sceau-workflow-fixture.h"

#define MODALITY "BC01-EC1"
#define VALUE(hundredths) ((SceauMark) { SCEAU_MARK_VALUE, (hundredths) })

/* A cohort of three; the first modality of the plan is collective, typed twice, or has a grid, as a test asks. */
typedef struct
{
  SceauWorkflowFixture *base;
  SceauSchool *school;
  gint64 cohort;
  GArray *ids;
} Sheets;

static void
sheets_clear (Sheets *self)
{
  g_array_unref (self->ids);
  sceau_workflow_fixture_free (self->base);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheets, sheets_clear)

static Sheets
sheets_new (void)
{
  Sheets self = { 0 };

  self.base = sceau_workflow_fixture_new_with_cohort (&self.cohort);
  self.school = self.base->school;
  self.ids = sceau_workflow_fixture_enrol (self.base, self.cohort, 3);
  sceau_workflow_fixture_forget_faults (self.base);
  return self;
}

static void
change_plan (Sheets *self, void (*change) (SceauModality *modality))
{
  g_autoptr (SceauPlan) plan = sceau_plan_table_find (self->school, SCEAU_FIXTURE_CODE, NULL);
  g_autoptr (GError) error = NULL;

  change ((SceauModality *) sceau_plan_find_modality (plan, MODALITY));
  g_assert_true (sceau_replace_plan (self->school, plan, self->base->faults, &error));
  g_assert_no_error (error);
}

static void
make_double (SceauModality *modality)
{
  modality->double_entry = TRUE;
}

static void
make_collective (SceauModality *modality)
{
  modality->collective = TRUE;
}

static void
allow_two (SceauModality *modality)
{
  modality->max_attempts = 2;
  modality->retake_delay = 15;
}

static void
add_criterion (SceauModality *modality, const char *code, gint32 points)
{
  SceauCriterion *criterion = sceau_criterion_new ();

  criterion->code = g_strdup (code);
  criterion->title = g_strdup (code);
  criterion->points = points;
  g_ptr_array_add (modality->criteria, criterion);
}

static void
add_grid (SceauModality *modality)
{
  add_criterion (modality, "C1", 600);
  add_criterion (modality, "C2", 400);
}

static gint64
id_of (Sheets *self, guint index)
{
  return g_array_index (self->ids, gint64, index);
}

static gboolean
record (Sheets *self, guint index, int attempt, SceauMark mark, SceauDate date, GError **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  SceauResult *result = sceau_result_new (id_of (self, index), MODALITY, attempt, mark);

  result->date = date;
  g_ptr_array_add (results, result);
  return sceau_record_results (self->school, results, NULL, error);
}

static void
record_all (Sheets *self, guint n)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    g_assert_true (record (self, i, 1, VALUE (1200 + (int) i), SCEAU_NO_DATE, &error));
  g_assert_no_error (error);
}

static SceauMark
mark_of (Sheets *self, guint index)
{
  g_autoptr (SceauResult) result = sceau_result_table_find (self->school, id_of (self, index), MODALITY, 1, NULL);

  return result != NULL ? result->mark : SCEAU_MARK_NONE;
}

static void
assert_said (Sheets *self, const char *words)
{
  g_assert_true (sceau_workflow_fixture_has_fault (self->base, SCEAU_FAULT_ERROR, 0, words));
  sceau_workflow_fixture_forget_faults (self->base);
}

/* The journal and the tables say the same. */
static void
assert_in_order (Sheets *self)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_check_school (self->school, faults, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      g_autofree char *text = sceau_fault_to_string (sceau_faults_get (faults, i));

      g_error ("%s", text);
    }
}

static gboolean
submit (Sheets *self, gboolean incomplete, GError **error)
{
  return sceau_submit_sheet (self->school, self->cohort, MODALITY, 1, "Iris MODÈLE", sceau_date_new (2026, 6, 1), incomplete, self->base->faults, error);
}

static void
test_a_sheet_with_holes_is_not_submitted (void)
{
  g_auto (Sheets) self = sheets_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (SceauMarkSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  record_all (&self, 2);
  before = sceau_workflow_fixture_digest (self.base);
  g_assert_false (submit (&self, FALSE, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_clear_error (&error);
  assert_said (&self, "A003");
  after = sceau_workflow_fixture_digest (self.base);
  g_assert_cmpstr (before, ==, after);

  missing = sceau_list_missing_marks (self.school, self.cohort, MODALITY, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (((SceauMissingMark *) g_ptr_array_index (missing, 0))->learner_number, ==, "A003");

  g_assert_true (submit (&self, TRUE, &error));
  g_assert_no_error (error);
  sheet = sceau_mark_sheet_table_find (self.school, self.cohort, MODALITY, 1, NULL);
  g_assert_cmpint (sheet->state, ==, SCEAU_SHEET_SUBMITTED);
  g_assert_cmpstr (sheet->examiner, ==, "Iris MODÈLE");
  assert_in_order (&self);
}

static void
test_a_submitted_mark_waits_for_the_reopening (void)
{
  g_auto (Sheets) self = sheets_new ();
  g_autoptr (GError) error = NULL;

  record_all (&self, 3);
  g_assert_true (submit (&self, FALSE, &error));
  g_assert_false (submit (&self, FALSE, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (record (&self, 0, 1, VALUE (1500), SCEAU_NO_DATE, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Reopen"));
  g_clear_error (&error);
  /* What says nothing new does no harm. */
  g_assert_true (record (&self, 0, 1, VALUE (1200), SCEAU_NO_DATE, &error));

  g_assert_false (sceau_reopen_sheet (self.school, self.cohort, MODALITY, 1, " ", self.base->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_clear_error (&error);
  g_assert_true (sceau_reopen_sheet (self.school, self.cohort, MODALITY, 1, "Erreur de report", self.base->faults, &error));
  g_assert_true (record (&self, 0, 1, VALUE (1500), SCEAU_NO_DATE, &error));
  g_assert_no_error (error);
  assert_in_order (&self);
}

static void
add_second (GPtrArray *entries, gint64 id, SceauMark mark)
{
  SceauSecondEntry *entry = sceau_second_entry_new ();

  entry->enrolment_id = id;
  entry->modality_code = g_strdup (MODALITY);
  entry->attempt = 1;
  entry->mark = mark;
  g_ptr_array_add (entries, entry);
}

static void
test_two_entries_must_agree (void)
{
  g_auto (Sheets) self = sheets_new ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_second_entry_free);
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GPtrArray) settled = NULL;
  g_autoptr (GError) error = NULL;

  change_plan (&self, make_double);
  record_all (&self, 3);
  g_assert_false (submit (&self, FALSE, &error));
  g_clear_error (&error);
  assert_said (&self, "do not agree");

  add_second (entries, id_of (&self, 0), VALUE (1200));
  add_second (entries, id_of (&self, 1), VALUE (1210));
  g_assert_true (sceau_record_second_entries (self.school, self.cohort, entries, self.base->faults, &error));
  g_assert_no_error (error);
  differences = sceau_compare_entries (self.school, self.cohort, MODALITY, 1, &error);
  g_assert_cmpuint (differences->len, ==, 2);

  g_assert_true (sceau_settle_difference (self.school, id_of (&self, 1), MODALITY, 1, VALUE (1210), &error));
  g_assert_true (sceau_settle_difference (self.school, id_of (&self, 2), MODALITY, 1, VALUE (1202), &error));
  g_assert_no_error (error);
  g_assert_cmpint (mark_of (&self, 1).value, ==, 1210);
  settled = sceau_compare_entries (self.school, self.cohort, MODALITY, 1, &error);
  g_assert_cmpuint (settled->len, ==, 0);
  g_assert_true (submit (&self, FALSE, &error));
  g_assert_no_error (error);
  assert_in_order (&self);
}

static void
test_an_entry_that_nobody_asked_for_is_refused (void)
{
  g_auto (Sheets) self = sheets_new ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_second_entry_free);
  g_autoptr (GError) error = NULL;

  add_second (entries, id_of (&self, 0), VALUE (1200));
  g_assert_false (sceau_record_second_entries (self.school, self.cohort, entries, self.base->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  assert_said (&self, "double entry");
}

static void
test_a_group_gets_one_mark_and_a_member_another (void)
{
  g_auto (Sheets) self = sheets_new ();
  const gint64 members[] = { id_of (&self, 0), id_of (&self, 1) };
  g_autoptr (SceauResult) mark = sceau_result_new (0, MODALITY, 1, VALUE (1300));
  g_autoptr (SceauResult) adjusted = sceau_result_new (id_of (&self, 1), MODALITY, 1, VALUE (1500));
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_form_group (self.school, self.cohort, "G1", members, G_N_ELEMENTS (members), self.base->faults, &error));
  g_assert_no_error (error);
  g_assert_false (sceau_record_group_mark (self.school, self.cohort, "G1", mark, FALSE, self.base->faults, &error));
  g_clear_error (&error);
  assert_said (&self, "individual");

  change_plan (&self, make_collective);
  g_assert_false (sceau_record_group_mark (self.school, self.cohort, "G9", mark, FALSE, self.base->faults, &error));
  g_clear_error (&error);
  assert_said (&self, "Nobody");
  g_assert_true (sceau_record_group_mark (self.school, self.cohort, "G1", mark, FALSE, self.base->faults, &error));
  g_assert_no_error (error);
  g_assert_cmpint (mark_of (&self, 0).value, ==, 1300);
  g_assert_cmpint (mark_of (&self, 2).kind, ==, SCEAU_MARK_BLANK);

  g_assert_false (sceau_adjust_group_mark (self.school, adjusted, self.base->faults, &error));
  g_clear_error (&error);
  assert_said (&self, "reason");
  adjusted->comment = g_strdup ("A porté la soutenance");
  g_assert_true (sceau_adjust_group_mark (self.school, adjusted, self.base->faults, &error));
  g_assert_no_error (error);

  mark->mark.value = 1400;
  g_assert_true (sceau_record_group_mark (self.school, self.cohort, "G1", mark, TRUE, self.base->faults, &error));
  g_assert_cmpint (mark_of (&self, 0).value, ==, 1400);
  g_assert_cmpint (mark_of (&self, 1).value, ==, 1500);
  g_assert_true (sceau_record_group_mark (self.school, self.cohort, "G1", mark, FALSE, self.base->faults, &error));
  g_assert_cmpint (mark_of (&self, 1).value, ==, 1400);
  g_assert_no_error (error);
  assert_in_order (&self);
}

static GPtrArray *
make_points (Sheets *self, gint32 c1, gint32 c2)
{
  const struct { const char *code; gint32 points; } rows[] = { { "C1", c1 }, { "C2", c2 } };
  GPtrArray *points = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_criterion_points_free);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SceauCriterionPoints *one = sceau_criterion_points_new ();

      if (rows[i].points == -1)
        {
          sceau_criterion_points_free (one);
          continue;
        }
      one->enrolment_id = id_of (self, 0);
      one->modality_code = g_strdup (MODALITY);
      one->attempt = 1;
      one->criterion = g_strdup (rows[i].code);
      one->points = rows[i].points;
      g_ptr_array_add (points, one);
    }
  return points;
}

/* Each row is a grid and the mark that it makes on 0–20, or what is wrong with it. */
static void
test_a_grid_makes_the_mark (void)
{
  const struct
  {
    gint32 c1, c2, mark;
    const char *words;
  } rows[] = {
    { 600, 400, 2000, NULL }, { 0, 0, 0, NULL },           { 350, 250, 1200, NULL },
    { 601, 0, 0, "outside" }, { 0, 500, 0, "outside" },    { 100, -1, 0, "no points" },
    { 333, 333, 1332, NULL },
  };
  g_auto (Sheets) self = sheets_new ();
  g_autoptr (SceauResult) mark = sceau_result_new (id_of (&self, 0), MODALITY, 1, SCEAU_MARK_NONE);

  change_plan (&self, add_grid);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) points = make_points (&self, rows[i].c1, rows[i].c2);
      g_autoptr (GError) error = NULL;

      g_assert_true (sceau_record_grid (self.school, mark, points, self.base->faults, &error) == (rows[i].words == NULL));
      if (rows[i].words != NULL)
        assert_said (&self, rows[i].words);
      else
        g_assert_cmpint (mark_of (&self, 0).value, ==, rows[i].mark);
    }
  assert_in_order (&self);
}

static void
test_what_a_grid_made_is_changed_by_its_points (void)
{
  g_auto (Sheets) self = sheets_new ();
  g_autoptr (SceauResult) mark = sceau_result_new (id_of (&self, 0), MODALITY, 1, SCEAU_MARK_NONE);
  g_autoptr (GPtrArray) points = make_points (&self, 300, 200);
  g_autoptr (SceauPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  change_plan (&self, add_grid);
  g_assert_true (sceau_record_grid (self.school, mark, points, self.base->faults, &error));
  g_assert_no_error (error);
  g_assert_false (record (&self, 0, 1, VALUE (1700), SCEAU_NO_DATE, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_clear_error (&error);

  plan = sceau_plan_table_find (self.school, SCEAU_FIXTURE_CODE, NULL);
  g_ptr_array_set_size (((SceauModality *) sceau_plan_find_modality (plan, MODALITY))->criteria, 1);
  g_assert_false (sceau_replace_plan (self.school, plan, self.base->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  assert_said (&self, "cannot leave the plan");
}

/* 3 + 2 and 2 + 3 make the same mark: the paper that was handed in is another one all the same. */
static void
test_points_of_a_submitted_sheet_stay (void)
{
  g_auto (Sheets) self = sheets_new ();
  g_autoptr (SceauResult) mark = sceau_result_new (id_of (&self, 0), MODALITY, 1, SCEAU_MARK_NONE);
  g_autoptr (GPtrArray) points = make_points (&self, 300, 200);
  g_autoptr (GPtrArray) others = make_points (&self, 200, 300);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  change_plan (&self, add_grid);
  g_assert_true (sceau_record_grid (self.school, mark, points, self.base->faults, &error));
  g_assert_true (submit (&self, TRUE, &error));
  g_assert_no_error (error);
  before = sceau_workflow_fixture_digest (self.base);
  g_assert_false (sceau_record_grid (self.school, mark, others, self.base->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_clear_error (&error);
  assert_said (&self, "submitted by");
  /* What says nothing new does no harm, and writes nothing. */
  g_assert_true (sceau_record_grid (self.school, mark, points, self.base->faults, &error));
  g_assert_no_error (error);
  after = sceau_workflow_fixture_digest (self.base);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (sceau_reopen_sheet (self.school, self.cohort, MODALITY, 1, "Erreur de report", self.base->faults, &error));
  g_assert_true (sceau_record_grid (self.school, mark, others, self.base->faults, &error));
  g_assert_no_error (error);
  assert_in_order (&self);
}

static void
test_two_entries_by_one_person_are_said (void)
{
  g_auto (Sheets) self = sheets_new ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_second_entry_free);
  g_autoptr (GError) error = NULL;

  change_plan (&self, make_double);
  sceau_workflow_fixture_forget_faults (self.base);
  add_second (entries, id_of (&self, 0), VALUE (1200));
  g_assert_true (sceau_record_second_entries (self.school, self.cohort, entries, self.base->faults, &error));
  g_assert_cmpuint (sceau_faults_length (self.base->faults), ==, 0);
  record_all (&self, 1);
  ((SceauSecondEntry *) g_ptr_array_index (entries, 0))->mark.value = 1250;
  g_assert_true (sceau_record_second_entries (self.school, self.cohort, entries, self.base->faults, &error));
  g_assert_no_error (error);
  g_assert_true (sceau_workflow_fixture_has_fault (self.base, SCEAU_FAULT_WARNING, 0, sceau_school_get_author (self.school)));
  g_assert_true (sceau_workflow_fixture_has_fault (self.base, SCEAU_FAULT_WARNING, 0, "first entry of 1 mark"));
}

static gboolean
import_grids (Sheets *self, const char *text, SceauImportFlags flags, SceauImportSummary *summary, GError **error)
{
  g_autofree char *path = sceau_workflow_fixture_write (self->base, "grids.csv", text);

  return sceau_record_grids_from_file (self->school, path, SCEAU_FIXTURE_CODE, SCEAU_FIXTURE_COHORT, MODALITY, 1, flags, summary, self->base->faults, error);
}

static void
test_a_file_of_grids_makes_the_marks (void)
{
  g_auto (Sheets) self = sheets_new ();
  const char *text = "numéro;nom;C1;C2;examinateur\nA001;X;3,5;2,5;Iris MODÈLE\nA002;Y;6;4;\nA003;Z;;;\n";
  SceauImportSummary summary;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (import_grids (&self, text, SCEAU_IMPORT_DEFAULT, &summary, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_clear_error (&error);
  change_plan (&self, add_grid);
  before = sceau_workflow_fixture_digest (self.base);
  g_assert_true (import_grids (&self, text, SCEAU_IMPORT_DRY_RUN, &summary, &error));
  after = sceau_workflow_fixture_digest (self.base);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (summary.written, ==, 2);
  g_assert_true (import_grids (&self, text, SCEAU_IMPORT_DEFAULT, &summary, &error));
  g_assert_no_error (error);
  g_assert_cmpint (mark_of (&self, 0).value, ==, 1200);
  g_assert_cmpint (mark_of (&self, 1).value, ==, 2000);
  g_assert_cmpint (mark_of (&self, 2).kind, ==, SCEAU_MARK_BLANK);
  g_assert_true (import_grids (&self, text, SCEAU_IMPORT_DEFAULT, &summary, &error));
  g_assert_cmpuint (summary.unchanged, ==, 2);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (self.base, "result.grid"), ==, 1);
  assert_in_order (&self);
}

/* Every fault at once, with its line; the good lines alone when that is asked for. */
static void
test_a_file_of_grids_names_every_fault (void)
{
  g_auto (Sheets) self = sheets_new ();
  const char *text = "number;C1;C2\nA001;6,01;\nA009;1;1\nA002;1;2\nA002;1;2\nA003;deux;-1\n";
  SceauImportSummary summary;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  const struct { int line; const char *words; } faults[]
      = { { 2, "lie outside" }, { 2, "no points" }, { 3, "has this number" }, { 5, "already" }, { 6, "lie outside" } };

  change_plan (&self, add_grid);
  sceau_workflow_fixture_forget_faults (self.base);
  before = sceau_workflow_fixture_digest (self.base);
  g_assert_false (import_grids (&self, text, SCEAU_IMPORT_DEFAULT, &summary, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_clear_error (&error);
  after = sceau_workflow_fixture_digest (self.base);
  g_assert_cmpstr (before, ==, after);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    g_assert_true (sceau_workflow_fixture_has_fault (self.base, SCEAU_FAULT_ERROR, faults[i].line, faults[i].words));
  g_assert_cmpuint (sceau_faults_count_errors (self.base->faults), ==, 6);

  sceau_workflow_fixture_forget_faults (self.base);
  g_assert_true (import_grids (&self, text, SCEAU_IMPORT_ACCEPT_VALID, &summary, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (summary.written, ==, 1);
  g_assert_cmpuint (summary.refused, ==, 4);
  g_assert_cmpint (mark_of (&self, 1).value, ==, 600);
  sceau_workflow_fixture_forget_faults (self.base);
  g_assert_false (import_grids (&self, "number;C1;C9\nA001;1;1\n", SCEAU_IMPORT_ACCEPT_VALID, &summary, &error));
  g_assert_true (sceau_workflow_fixture_has_fault (self.base, SCEAU_FAULT_ERROR, 1, "no such criterion"));
  g_assert_true (sceau_workflow_fixture_has_fault (self.base, SCEAU_FAULT_ERROR, 1, "no column for this criterion"));
}

static void
test_the_plan_limits_retakes (void)
{
  g_auto (Sheets) self = sheets_new ();
  g_autoptr (GError) error = NULL;

  change_plan (&self, allow_two);
  g_assert_true (record (&self, 0, 1, VALUE (600), sceau_date_new (2026, 6, 1), &error));
  g_assert_false (record (&self, 0, 2, VALUE (1100), sceau_date_new (2026, 6, 10), &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (record (&self, 0, 2, VALUE (1100), sceau_date_new (2026, 6, 16), &error));
  g_assert_no_error (error);
  g_assert_false (record (&self, 0, 3, VALUE (1100), SCEAU_NO_DATE, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_clear_error (&error);
  /* A date that nobody knows delays nothing. */
  g_assert_true (record (&self, 1, 1, VALUE (600), SCEAU_NO_DATE, &error));
  g_assert_true (record (&self, 1, 2, VALUE (900), SCEAU_NO_DATE, &error));
  g_assert_no_error (error);
}

static void
test_a_retake_is_missing_only_from_the_excused (void)
{
  g_auto (Sheets) self = sheets_new ();
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (record (&self, 0, 1, VALUE (400), SCEAU_NO_DATE, &error));
  g_assert_true (record (&self, 1, 1, (SceauMark) { SCEAU_MARK_EXCUSED, 0 }, SCEAU_NO_DATE, &error));
  g_assert_true (record (&self, 2, 1, VALUE (1400), SCEAU_NO_DATE, &error));
  missing = sceau_list_missing_marks (self.school, self.cohort, MODALITY, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (((SceauMissingMark *) g_ptr_array_index (missing, 0))->learner_number, ==, "A002");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/mark-sheets/a-sheet-with-holes-is-not-submitted", test_a_sheet_with_holes_is_not_submitted);
  g_test_add_func ("/workflows/mark-sheets/a-submitted-mark-waits-for-the-reopening", test_a_submitted_mark_waits_for_the_reopening);
  g_test_add_func ("/workflows/mark-sheets/two-entries-must-agree", test_two_entries_must_agree);
  g_test_add_func ("/workflows/mark-sheets/an-entry-that-nobody-asked-for-is-refused", test_an_entry_that_nobody_asked_for_is_refused);
  g_test_add_func ("/workflows/mark-sheets/a-group-gets-one-mark-and-a-member-another", test_a_group_gets_one_mark_and_a_member_another);
  g_test_add_func ("/workflows/mark-sheets/a-grid-makes-the-mark", test_a_grid_makes_the_mark);
  g_test_add_func ("/workflows/mark-sheets/what-a-grid-made-is-changed-by-its-points", test_what_a_grid_made_is_changed_by_its_points);
  g_test_add_func ("/workflows/mark-sheets/points-of-a-submitted-sheet-stay", test_points_of_a_submitted_sheet_stay);
  g_test_add_func ("/workflows/mark-sheets/two-entries-by-one-person-are-said", test_two_entries_by_one_person_are_said);
  g_test_add_func ("/workflows/mark-sheets/a-file-of-grids-makes-the-marks", test_a_file_of_grids_makes_the_marks);
  g_test_add_func ("/workflows/mark-sheets/a-file-of-grids-names-every-fault", test_a_file_of_grids_names_every_fault);
  g_test_add_func ("/workflows/mark-sheets/the-plan-limits-retakes", test_the_plan_limits_retakes);
  g_test_add_func ("/workflows/mark-sheets/a-retake-is-missing-only-from-the-excused", test_a_retake_is_missing_only_from_the_excused);
  return g_test_run ();
}
