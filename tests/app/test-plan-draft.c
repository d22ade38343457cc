/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A plan while it is edited: every edit, the way back, and what it says of itself. No widget. */

#include "sceau-plan-draft.h"

typedef struct
{
  SceauPlanDraft *draft;
  guint changes;
} Fixture;

static SceauBlock *
make_block (const char *code)
{
  SceauBlock *block = sceau_block_new ();

  block->code = g_strdup (code);
  block->title = g_strdup (code);
  for (guint i = 1; i <= 3; i++)
    g_ptr_array_add (block->competences, g_strdup_printf ("Compétence %u", i));
  return block;
}

static void
add_modality (SceauPlan *plan, const char *code, const char *block_code)
{
  SceauModality *modality = sceau_modality_new ();
  int first = 1;

  modality->code = g_strdup (code);
  modality->title = g_strdup_printf ("Modalité %s", code);
  modality->block_code = g_strdup (block_code);
  modality->pass_mark = 1000;
  if (block_code != NULL)
    g_array_append_val (modality->competences, first);
  g_ptr_array_add (plan->modalities, modality);
}

static void
changed_cb (SceauPlanDraft *draft, Fixture *fixture)
{
  fixture->changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  SceauCertification *certification = sceau_certification_new ();
  SceauPlan *plan = sceau_plan_new ("RNCP1");
  SceauRequirement *thesis = sceau_requirement_new ();

  certification->code = g_strdup ("RNCP1");
  g_ptr_array_add (certification->blocks, make_block ("RNCP1BC01"));
  g_ptr_array_add (certification->blocks, make_block ("RNCP1BC02"));
  add_modality (plan, "BC01-EC1", "RNCP1BC01");
  add_modality (plan, "BC01-TP1", "RNCP1BC01");
  add_modality (plan, "BC02-EC1", "RNCP1BC02");
  add_modality (plan, "THESE", NULL);
  thesis->code = g_strdup ("these");
  thesis->title = g_strdup ("Thèse");
  thesis->kind = SCEAU_REQUIREMENT_MODALITY;
  thesis->modality_code = g_strdup ("THESE");
  g_ptr_array_add (plan->requirements, thesis);
  fixture->draft = sceau_plan_draft_new (certification, plan);
  g_signal_connect (fixture->draft, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->draft);
}

static const SceauPlan *
plan_of (Fixture *fixture)
{
  return sceau_plan_draft_get_plan (fixture->draft);
}

static void
assert_order (Fixture *fixture, const char *codes)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < plan_of (fixture)->modalities->len; i++)
    g_string_append_printf (order, "%s%s", i > 0 ? " " : "",
                            ((SceauModality *) g_ptr_array_index (plan_of (fixture)->modalities, i))->code);
  g_assert_cmpstr (order->str, ==, codes);
}

static void
is_whole_at_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauFaults) faults = sceau_plan_draft_check (fixture->draft);

  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  g_assert_false (sceau_plan_draft_is_modified (fixture->draft));
  g_assert_false (sceau_plan_draft_can_undo (fixture->draft));
  g_assert_false (sceau_plan_draft_can_redo (fixture->draft));
}

static void
takes_an_edit_back_and_forth (Fixture *fixture, gconstpointer data)
{
  sceau_plan_draft_toggle_competence (fixture->draft, "BC01-EC1", 3);
  sceau_plan_draft_set_appeal_days (fixture->draft, 60);
  g_assert_cmpuint (fixture->changes, ==, 2);
  g_assert_true (sceau_plan_draft_is_modified (fixture->draft));
  sceau_plan_draft_undo (fixture->draft);
  g_assert_cmpint (plan_of (fixture)->appeal_days, ==, 0);
  g_assert_true (sceau_plan_draft_is_covered (fixture->draft, "RNCP1BC01", 3));
  sceau_plan_draft_undo (fixture->draft);
  g_assert_false (sceau_plan_draft_is_covered (fixture->draft, "RNCP1BC01", 3));
  g_assert_false (sceau_plan_draft_is_modified (fixture->draft));
  sceau_plan_draft_redo (fixture->draft);
  sceau_plan_draft_redo (fixture->draft);
  g_assert_cmpint (plan_of (fixture)->appeal_days, ==, 60);
  g_assert_false (sceau_plan_draft_can_redo (fixture->draft));
}

static void
forgets_what_was_undone_at_the_next_edit (Fixture *fixture, gconstpointer data)
{
  sceau_plan_draft_set_appeal_days (fixture->draft, 60);
  sceau_plan_draft_undo (fixture->draft);
  sceau_plan_draft_set_retakes (fixture->draft, SCEAU_RETAKE_LAST);
  g_assert_false (sceau_plan_draft_can_redo (fixture->draft));
  sceau_plan_draft_redo (fixture->draft);
  g_assert_cmpint (plan_of (fixture)->appeal_days, ==, 0);
}

static void
takes_no_step_for_an_edit_that_changes_nothing (Fixture *fixture, gconstpointer data)
{
  sceau_plan_draft_set_appeal_days (fixture->draft, 0);
  sceau_plan_draft_set_block_rule (fixture->draft, "RNCP1BC01", SCEAU_BLOCK_RULE_ALL_PASSED, 0);
  sceau_plan_draft_put_modality (fixture->draft, "THESE", sceau_plan_find_modality (plan_of (fixture), "THESE"));
  g_assert_false (sceau_plan_draft_move_modality (fixture->draft, "BC01-EC1", -1));
  g_assert_cmpuint (fixture->changes, ==, 0);
  g_assert_false (sceau_plan_draft_can_undo (fixture->draft));
}

static void
keeps_a_bounded_number_of_steps (Fixture *fixture, gconstpointer data)
{
  guint back = 0;

  for (int i = 1; i <= 250; i++)
    sceau_plan_draft_set_appeal_days (fixture->draft, i);
  for (; sceau_plan_draft_can_undo (fixture->draft); back++)
    sceau_plan_draft_undo (fixture->draft);
  g_assert_cmpuint (back, ==, 200);
  g_assert_cmpint (plan_of (fixture)->appeal_days, ==, 50);
}

static void
is_not_modified_once_saved (Fixture *fixture, gconstpointer data)
{
  sceau_plan_draft_set_appeal_days (fixture->draft, 60);
  sceau_plan_draft_mark_saved (fixture->draft, plan_of (fixture));
  g_assert_false (sceau_plan_draft_is_modified (fixture->draft));
  sceau_plan_draft_undo (fixture->draft);
  g_assert_true (sceau_plan_draft_is_modified (fixture->draft));
}

static void
proposes_a_free_code_in_the_block (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauModality) proposed = sceau_plan_draft_propose_modality (fixture->draft, "RNCP1BC01");
  g_autoptr (SceauModality) next = NULL;

  g_assert_cmpstr (proposed->code, ==, "BC01-M1");
  g_assert_cmpint (proposed->pass_mark, ==, 1000);
  proposed->title = g_strdup ("Nouvelle");
  sceau_plan_draft_put_modality (fixture->draft, NULL, proposed);
  assert_order (fixture, "BC01-EC1 BC01-TP1 BC01-M1 BC02-EC1 THESE");
  next = sceau_plan_draft_propose_modality (fixture->draft, "RNCP1BC01");
  g_assert_cmpstr (next->code, ==, "BC01-M2");
}

static void
duplicates_beside_the_original (Fixture *fixture, gconstpointer data)
{
  g_autofree char *code = sceau_plan_draft_duplicate_modality (fixture->draft, "BC01-EC1");

  g_assert_cmpstr (code, ==, "BC01-EC2");
  assert_order (fixture, "BC01-EC1 BC01-EC2 BC01-TP1 BC02-EC1 THESE");
  g_assert_true (sceau_modality_covers (sceau_plan_find_modality (plan_of (fixture), code), 1));
}

static void
moves_inside_its_block_only (Fixture *fixture, gconstpointer data)
{
  g_assert_true (sceau_plan_draft_move_modality (fixture->draft, "BC01-EC1", 1));
  assert_order (fixture, "BC01-TP1 BC01-EC1 BC02-EC1 THESE");
  g_assert_false (sceau_plan_draft_move_modality (fixture->draft, "BC01-EC1", 1));
  g_assert_false (sceau_plan_draft_move_modality (fixture->draft, "BC02-EC1", -1));
}

static void
requirements_follow_a_code (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauModality) thesis = sceau_modality_copy (sceau_plan_find_modality (plan_of (fixture), "THESE"));
  g_autoptr (SceauFaults) faults = NULL;

  g_free (thesis->code);
  thesis->code = g_strdup ("MEMOIRE");
  sceau_plan_draft_put_modality (fixture->draft, "THESE", thesis);
  g_assert_cmpstr (((SceauRequirement *) g_ptr_array_index (plan_of (fixture)->requirements, 0))->modality_code, ==, "MEMOIRE");
  faults = sceau_plan_draft_check (fixture->draft);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
}

static void
a_removed_modality_leaves_a_fault (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauFaults) faults = NULL;

  sceau_plan_draft_remove_modality (fixture->draft, "THESE");
  sceau_plan_draft_remove_modality (fixture->draft, "BC02-EC1");
  faults = sceau_plan_draft_check (fixture->draft);
  g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 2);
}

static void
drops_the_competences_of_another_block (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauModality) moved = sceau_modality_copy (sceau_plan_find_modality (plan_of (fixture), "BC01-EC1"));

  g_free (moved->block_code);
  moved->block_code = g_strdup ("RNCP1BC02");
  sceau_plan_draft_put_modality (fixture->draft, "BC01-EC1", moved);
  assert_order (fixture, "BC01-TP1 BC02-EC1 BC01-EC1 THESE");
  g_assert_cmpuint (sceau_plan_find_modality (plan_of (fixture), "BC01-EC1")->competences->len, ==, 0);
}

static void
ticks_competences_in_their_order (Fixture *fixture, gconstpointer data)
{
  const SceauModality *modality;

  sceau_plan_draft_toggle_competence (fixture->draft, "BC01-TP1", 3);
  sceau_plan_draft_toggle_competence (fixture->draft, "BC01-TP1", 2);
  sceau_plan_draft_toggle_competence (fixture->draft, "BC01-TP1", 1);
  modality = sceau_plan_find_modality (plan_of (fixture), "BC01-TP1");
  g_assert_cmpuint (modality->competences->len, ==, 2);
  g_assert_cmpint (g_array_index (modality->competences, int, 0), ==, 2);
  g_assert_cmpint (g_array_index (modality->competences, int, 1), ==, 3);
}

static void
keeps_one_rule_a_block_and_one_jury_a_route (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauJuryRule) jury = sceau_jury_rule_new (SCEAU_ROUTE_VAE);

  sceau_plan_draft_set_block_rule (fixture->draft, "RNCP1BC01", SCEAU_BLOCK_RULE_WEIGHTED_MEAN, 1000);
  sceau_plan_draft_set_block_rule (fixture->draft, "RNCP1BC01", SCEAU_BLOCK_RULE_WEIGHTED_MEAN, 1200);
  g_assert_cmpuint (plan_of (fixture)->block_rules->len, ==, 1);
  jury->members = 2;
  sceau_plan_draft_put_jury_rule (fixture->draft, jury);
  jury->members = 3;
  sceau_plan_draft_put_jury_rule (fixture->draft, jury);
  g_assert_cmpuint (plan_of (fixture)->jury_rules->len, ==, 1);
  g_assert_cmpint (sceau_plan_find_jury_rule (plan_of (fixture), SCEAU_ROUTE_VAE)->members, ==, 3);
  sceau_plan_draft_remove_jury_rule (fixture->draft, SCEAU_ROUTE_VAE);
  g_assert_cmpuint (plan_of (fixture)->jury_rules->len, ==, 0);
}

static void
edits_quotas_and_requirements_in_their_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauQuota) quota = sceau_quota_new ();
  g_autoptr (SceauRequirement) period = sceau_requirement_new ();

  quota->code = g_strdup ("a");
  quota->max_percent = 40;
  sceau_plan_draft_put_quota (fixture->draft, -1, quota);
  quota->max_percent = 30;
  sceau_plan_draft_put_quota (fixture->draft, 0, quota);
  g_assert_cmpuint (plan_of (fixture)->quotas->len, ==, 1);
  g_assert_cmpint (((SceauQuota *) g_ptr_array_index (plan_of (fixture)->quotas, 0))->max_percent, ==, 30);
  period->code = g_strdup ("periode");
  sceau_plan_draft_put_requirement (fixture->draft, -1, period);
  g_assert_cmpuint (plan_of (fixture)->requirements->len, ==, 2);
  sceau_plan_draft_remove_requirement (fixture->draft, 0);
  sceau_plan_draft_remove_quota (fixture->draft, 0);
  g_assert_cmpstr (((SceauRequirement *) g_ptr_array_index (plan_of (fixture)->requirements, 0))->code, ==, "periode");
  g_assert_cmpuint (plan_of (fixture)->quotas->len, ==, 0);
}

/* Each field by itself: a copy that forgets one would be called the same. */
static void
a_copy_says_the_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauModality) modality = sceau_modality_copy (sceau_plan_find_modality (plan_of (fixture), "BC01-EC1"));
  g_autoptr (SceauModality) copy = NULL;
  SceauCriterion *criterion = sceau_criterion_new ();

  criterion->code = g_strdup ("C1");
  criterion->points = 250;
  criterion->competence = 2;
  g_ptr_array_add (modality->criteria, criterion);
  modality->collective = modality->double_entry = TRUE;
  modality->floor = 700;
  modality->max_attempts = 2;
  modality->retake_delay = 30;
  modality->retake_cap = 1000;
  copy = sceau_modality_copy (modality);
  g_assert_true (sceau_modality_equal (modality, copy));
  copy->retake_cap = 1100;
  g_assert_false (sceau_modality_equal (modality, copy));
  copy->retake_cap = 1000;
  ((SceauCriterion *) g_ptr_array_index (copy->criteria, 0))->points = 300;
  g_assert_false (sceau_modality_equal (modality, copy));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/app/plan-draft/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("is-whole-at-first", is_whole_at_first);
  ADD ("takes-an-edit-back-and-forth", takes_an_edit_back_and_forth);
  ADD ("forgets-what-was-undone-at-the-next-edit", forgets_what_was_undone_at_the_next_edit);
  ADD ("takes-no-step-for-an-edit-that-changes-nothing", takes_no_step_for_an_edit_that_changes_nothing);
  ADD ("keeps-a-bounded-number-of-steps", keeps_a_bounded_number_of_steps);
  ADD ("is-not-modified-once-saved", is_not_modified_once_saved);
  ADD ("proposes-a-free-code-in-the-block", proposes_a_free_code_in_the_block);
  ADD ("duplicates-beside-the-original", duplicates_beside_the_original);
  ADD ("moves-inside-its-block-only", moves_inside_its_block_only);
  ADD ("requirements-follow-a-code", requirements_follow_a_code);
  ADD ("a-removed-modality-leaves-a-fault", a_removed_modality_leaves_a_fault);
  ADD ("drops-the-competences-of-another-block", drops_the_competences_of_another_block);
  ADD ("ticks-competences-in-their-order", ticks_competences_in_their_order);
  ADD ("keeps-one-rule-a-block-and-one-jury-a-route", keeps_one_rule_a_block_and_one_jury_a_route);
  ADD ("edits-quotas-and-requirements-in-their-place", edits_quotas_and_requirements_in_their_place);
  ADD ("a-copy-says-the-same", a_copy_says_the_same);
  return g_test_run ();
}
