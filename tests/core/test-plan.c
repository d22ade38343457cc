/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Whether a plan can assess its certification.  Each row takes a right plan (two blocks of two
 * competences, a thesis, a quota, a jury), changes one thing, and names the field that is refused. */

#include "test-plan-case.h"
#include "test-rows.h"

typedef TestPlanCase Case;

static void
set (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static void
nothing (Case *c)
{
}

static void
other_certification (Case *c)
{
  set (&c->plan->certification_code, "RNCP88888");
}

static void
code_twice (Case *c)
{
  set (&c->b->code, "A");
}

static void
code_missing (Case *c)
{
  set (&c->a->code, "");
}

static void
title_missing (Case *c)
{
  set (&c->a->title, " ");
}

static void
unknown_block (Case *c)
{
  set (&c->b->block_code, "BC09");
}

static void
weight_zero (Case *c)
{
  c->a->weight = 0;
}

static void
weight_negative (Case *c)
{
  c->a->weight = -100;
}

static void
weight_huge (Case *c)
{
  c->a->weight = G_MAXINT;
}

static void
pass_mark_above (Case *c)
{
  c->a->pass_mark = 2001;
}

static void
pass_mark_negative (Case *c)
{
  c->a->pass_mark = -1;
}

static void
pass_mark_above_letters (Case *c)
{
  c->a->scale = SCEAU_SCALE_LETTERS;
  c->a->floor = -1;
  c->a->pass_mark = 501;
}

static void
floor_above (Case *c)
{
  c->a->floor = 2001;
}

static void
no_floor (Case *c)
{
  c->a->floor = -1;
}

static void
mean (Case *c)
{
  test_dossier_add_rule (c->dossier, "BC01", SCEAU_BLOCK_RULE_WEIGHTED_MEAN, 1000);
}

static void
mean_above (Case *c)
{
  test_dossier_add_rule (c->dossier, "BC01", SCEAU_BLOCK_RULE_WEIGHTED_MEAN, 2001);
}

static void
mean_zero (Case *c)
{
  test_dossier_add_rule (c->dossier, "BC01", SCEAU_BLOCK_RULE_WEIGHTED_MEAN, 0);
}

static void
mean_of_letters (Case *c)
{
  mean (c);
  c->a->scale = SCEAU_SCALE_LETTERS;
  c->a->pass_mark = 300;
  c->a->floor = -1;
}

static void
share (Case *c)
{
  test_dossier_add_rule (c->dossier, "BC01", SCEAU_BLOCK_RULE_COMPETENCE_SHARE, 8000);
}

static void
share_above (Case *c)
{
  test_dossier_add_rule (c->dossier, "BC01", SCEAU_BLOCK_RULE_COMPETENCE_SHARE, 10001);
}

static void
share_uncovered (Case *c)
{
  share (c);
  g_array_set_size (c->a->competences, 1);
}

static void
share_of_nothing (Case *c)
{
  test_dossier_add_rule (c->dossier, NULL, SCEAU_BLOCK_RULE_COMPETENCE_SHARE, 8000);
}

static void
rule_twice (Case *c)
{
  mean (c);
  mean (c);
}

static void
rule_of_unknown_block (Case *c)
{
  test_dossier_add_rule (c->dossier, "BC09", SCEAU_BLOCK_RULE_ALL_PASSED, 0);
}

static void
competence_beyond (Case *c)
{
  g_array_index (c->a->competences, int, 1) = 3;
}

static void
competence_twice (Case *c)
{
  g_array_index (c->a->competences, int, 1) = g_array_index (c->a->competences, int, 0);
}

static void
competence_zero (Case *c)
{
  g_array_index (c->a->competences, int, 0) = 0;
}

static void
block_unassessed (Case *c)
{
  set (&c->b->block_code, NULL);
  g_array_set_size (c->b->competences, 0);
}

static void
requirement_of_nothing (Case *c)
{
  set (&c->requirement->modality_code, "X");
}

static void
requirement_of_a_block (Case *c)
{
  set (&c->requirement->modality_code, "A");
}

static void
requirement_twice (Case *c)
{
  set (&c->company->code, "THESE");
}

static void
company_reversed (Case *c)
{
  c->company->max_months = 3;
}

static void
company_unbounded (Case *c)
{
  c->company->min_months = 0;
  c->company->max_months = 0;
}

static void
company_at_least (Case *c)
{
  c->company->max_months = 0;
}

static void
quota_above (Case *c)
{
  c->quota->max_percent = 101;
}

static void
quota_negative (Case *c)
{
  c->quota->max_percent = -1;
}

static void
quota_zero (Case *c)
{
  c->quota->max_percent = 0;
}

static void
quota_of_nothing (Case *c)
{
  c->quota->admissions = 0;
}

static void
jury_too_small (Case *c)
{
  c->jury->members = 4;
}

static void
quorum_too_large (Case *c)
{
  c->jury->quorum = 6;
}

static void
jury_negative (Case *c)
{
  c->jury->external = -1;
}

static void
jury_any_number (Case *c)
{
  c->jury->members = 0;
}

typedef struct
{
  const char *sentence;
  void (*change) (Case *c);
  const char *field; /* that is refused first, NULL when the plan can assess */
} Row;

static const Row rows[] = {
  { "a right plan is accepted", nothing, NULL },
  { "a plan for another certification is refused", other_certification, "certification" },
  { "two modalities of one code are refused", code_twice, "code" },
  { "a modality without a code is refused", code_missing, "code" },
  { "a modality without a title is refused", title_missing, "title" },
  { "a modality of an unknown block is refused", unknown_block, "block" },
  { "a weight of zero is refused", weight_zero, "weight" },
  { "a negative weight is refused", weight_negative, "weight" },
  { "a weight that would overflow is refused", weight_huge, "weight" },
  { "a pass mark above the scale is refused", pass_mark_above, "pass_mark" },
  { "a negative pass mark is refused", pass_mark_negative, "pass_mark" },
  { "a pass mark is held against its own scale", pass_mark_above_letters, "pass_mark" },
  { "a floor above the scale is refused", floor_above, "floor" },
  { "no floor is accepted", no_floor, NULL },
  { "a mean over marks is accepted", mean, NULL },
  { "a mean with a threshold above the scale is refused", mean_above, "threshold" },
  { "a mean with a threshold of zero is refused", mean_zero, "threshold" },
  { "a mean over letters is refused", mean_of_letters, "scale" },
  { "a share of competences is accepted", share, NULL },
  { "a share above the whole is refused", share_above, "threshold" },
  { "a share with a competence that nothing covers is refused", share_uncovered, "competences" },
  { "a share without competences is refused", share_of_nothing, "rule" },
  { "two rules for one block are refused", rule_twice, "block" },
  { "a rule for an unknown block is refused", rule_of_unknown_block, "block" },
  { "a competence beyond the last is refused", competence_beyond, "competences" },
  { "a competence that a modality names twice is refused", competence_twice, "competences" },
  { "competence zero is refused", competence_zero, "competences" },
  { "a block that nothing assesses is refused", block_unassessed, "modalities" },
  { "a requirement on an unknown modality is refused", requirement_of_nothing, "modality" },
  { "a requirement on a modality of a block is refused", requirement_of_a_block, "modality" },
  { "two requirements of one code are refused", requirement_twice, "code" },
  { "a longest company period below the shortest is refused", company_reversed, "months" },
  { "a company period without bounds is refused", company_unbounded, "months" },
  { "a company period with a shortest length alone is accepted", company_at_least, NULL },
  { "a quota above one hundred is refused", quota_above, "max_percent" },
  { "a negative quota is refused", quota_negative, "max_percent" },
  { "a quota of zero is accepted", quota_zero, NULL },
  { "a quota that counts nothing is refused", quota_of_nothing, "admissions" },
  { "a jury smaller than its parts is refused", jury_too_small, "jury" },
  { "a quorum larger than the jury is refused", quorum_too_large, "jury" },
  { "a negative number of jurors is refused", jury_negative, "jury" },
  { "a jury of any number is accepted", jury_any_number, NULL },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  Case c = { NULL };
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  gboolean accepted;

  test_plan_case_fill (&c);
  row->change (&c);
  accepted = sceau_plan_check (c.plan, c.dossier->certification, faults);
  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      g_autofree char *said = sceau_fault_to_string (sceau_faults_get (faults, i));

      g_test_message ("%s", said);
    }
  g_assert_cmpint (accepted, ==, row->field == NULL);
  if (row->field != NULL)
    g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, row->field);
  test_dossier_free (c.dossier);
}

typedef struct
{
  const char *sentence;
  int max_attempts;
  int delay;
  gint32 cap;
  int appeal_days;
  const char *criteria; /* of A, whose block has two competences: "C1:500:2 C2:500" in hundredths */
  gboolean accepted;
  const char *field; /* of the first fault, warnings included; NULL for none */
} FieldRow;

#define NO_GRID ""

static const FieldRow field_rows[] = {
  { "two attempts fifteen days apart with a cap are accepted", 2, 15, 1000, 60, NO_GRID, TRUE, NULL },
  { "any number of attempts with a cap is accepted", 0, 0, 1000, 0, NO_GRID, TRUE, NULL },
  { "one attempt is accepted", 1, 0, -1, 0, NO_GRID, TRUE, NULL },
  { "one attempt with a cap is warned about", 1, 0, 1000, 0, NO_GRID, TRUE, "max_attempts" },
  { "one attempt with a delay is warned about", 1, 15, -1, 0, NO_GRID, TRUE, "max_attempts" },
  { "fewer attempts than none are refused", -1, 0, -1, 0, NO_GRID, FALSE, "max_attempts" },
  { "a hundred attempts are refused", 100, 0, -1, 0, NO_GRID, FALSE, "max_attempts" },
  { "a delay that goes back is refused", 2, -1, -1, 0, NO_GRID, FALSE, "retake_delay" },
  { "a delay of eleven years is refused", 2, 4015, -1, 0, NO_GRID, FALSE, "retake_delay" },
  { "a cap above the scale is refused", 2, 0, 2001, 0, NO_GRID, FALSE, "retake_cap" },
  { "a cap below no cap is refused", 2, 0, -2, 0, NO_GRID, FALSE, "retake_cap" },
  { "a cap below the pass mark is warned about", 2, 0, 999, 0, NO_GRID, TRUE, "retake_cap" },
  { "a cap on the whole scale is accepted", 2, 0, 2000, 0, NO_GRID, TRUE, NULL },
  { "an appeal before the notification is refused", 0, 0, -1, -1, NO_GRID, FALSE, "appeal_days" },
  { "an appeal of one day is accepted", 0, 0, -1, 1, NO_GRID, TRUE, NULL },
  { "an appeal after eleven years is refused", 0, 0, -1, 4015, NO_GRID, FALSE, "appeal_days" },
  { "a grid with points and competences is accepted", 0, 0, -1, 0, "C1:500:1 C2:1500:2", TRUE, NULL },
  { "a criterion of no competence is accepted", 0, 0, -1, 0, "C1:500:0", TRUE, NULL },
  { "two criteria of one code are refused", 0, 0, -1, 0, "C1:500:1 C1:500:2", FALSE, "code" },
  { "a criterion without a code is refused", 0, 0, -1, 0, ":500:1", FALSE, "code" },
  { "a criterion worth nothing is refused", 0, 0, -1, 0, "C1:0:1", FALSE, "points" },
  { "a criterion worth less than nothing is refused", 0, 0, -1, 0, "C1:-1:1", FALSE, "points" },
  { "a criterion that would overflow is refused", 0, 0, -1, 0, "C1:2147483647:1", FALSE, "points" },
  { "a criterion of a competence beyond the last is refused", 0, 0, -1, 0, "C1:500:3", FALSE, "criteria" },
  { "a criterion of a competence below zero is refused", 0, 0, -1, 0, "C1:500:-1", FALSE, "criteria" },
};

static void
add_criteria (SceauModality *modality, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (char **word = words; *word != NULL && **word != '\0'; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, ":", 3);
      SceauCriterion *criterion = sceau_criterion_new ();

      criterion->code = g_strdup (parts[0]);
      criterion->title = g_strdup ("Critère");
      criterion->points = (gint32) g_ascii_strtoll (parts[1], NULL, 10);
      criterion->competence = (int) g_ascii_strtoll (parts[2], NULL, 10);
      g_ptr_array_add (modality->criteria, criterion);
    }
}

static void
test_field (gconstpointer data)
{
  const FieldRow *row = data;
  Case c = { NULL };
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  test_plan_case_fill (&c);
  c.a->max_attempts = row->max_attempts;
  c.a->retake_delay = row->delay;
  c.a->retake_cap = row->cap;
  c.plan->appeal_days = row->appeal_days;
  add_criteria (c.a, row->criteria);
  g_assert_cmpint (sceau_plan_check (c.plan, c.dossier->certification, faults), ==, row->accepted);
  g_assert_cmpuint (sceau_faults_length (faults), ==, row->field != NULL ? 1 : 0);
  if (row->field != NULL)
    g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, row->field);
  test_dossier_free (c.dossier);
}

/* Accepted, and yet worth a word. */
static void
test_warnings (void)
{
  Case c = { NULL };
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  test_plan_case_fill (&c);
  c.b->scale = SCEAU_SCALE_LETTERS;
  c.b->pass_mark = 300;
  add_criteria (c.b, "C1:500:1");
  test_dossier_add_modalities (c.dossier, NULL, "U");
  g_assert_true (sceau_plan_check (c.plan, c.dossier->certification, faults));
  g_assert_cmpuint (sceau_faults_length (faults), ==, 2);
  test_assert_says (sceau_faults_get (faults, 0)->reason, "the grid is a guide");
  test_assert_says (sceau_faults_get (faults, 1)->reason, "it counts nowhere");
  test_dossier_free (c.dossier);
}

static void
test_without_blocks (void)
{
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (SceauFaults) none = sceau_faults_new ();
  SceauRequirement *thesis = sceau_requirement_new ();

  thesis->code = g_strdup ("THESE");
  thesis->modality_code = g_strdup ("T");
  g_ptr_array_add (dossier->plan->requirements, thesis);
  test_dossier_add_modalities (dossier, NULL, "T");
  g_assert_false (sceau_plan_check (dossier->plan, dossier->certification, faults));
  g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, "modalities");
  test_dossier_add_modalities (dossier, NULL, "A");
  g_assert_true (sceau_plan_check (dossier->plan, dossier->certification, none));
}

/* The thesis stands by itself, on any scale; the mean of the whole is not of it. */
static void
test_mean_of_the_whole (void)
{
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauFaults) refused = sceau_faults_new ();
  g_autoptr (SceauFaults) none = sceau_faults_new ();
  SceauRequirement *thesis = sceau_requirement_new ();

  test_dossier_add_modalities (dossier, NULL, "T:1:1 A");
  ((SceauModality *) g_ptr_array_index (dossier->plan->modalities, 0))->scale = SCEAU_SCALE_ACQUISITION;
  test_dossier_add_rule (dossier, NULL, SCEAU_BLOCK_RULE_WEIGHTED_MEAN, 1000);
  g_assert_false (sceau_plan_check (dossier->plan, dossier->certification, refused));
  g_assert_cmpstr (sceau_faults_get (refused, 0)->field, ==, "scale");
  thesis->code = g_strdup ("THESE");
  thesis->modality_code = g_strdup ("T");
  g_ptr_array_add (dossier->plan->requirements, thesis);
  g_assert_true (sceau_plan_check (dossier->plan, dossier->certification, none));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("plan", rows, test_row);
  TEST_ROWS_ADD ("plan/fields", field_rows, test_field);
  g_test_add_func ("/core/plan/what-is-accepted-with-a-word", test_warnings);
  g_test_add_func ("/core/plan/without-blocks-the-whole-is-assessed", test_without_blocks);
  g_test_add_func ("/core/plan/a-requirement-enters-no-mean-of-the-whole", test_mean_of_the_whole);
  return g_test_run ();
}
