/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Whether a plan can assess its certification: said before anybody is assessed with it. */

#include "sceau-plan.h"

#include <glib/gi18n-lib.h>

#include "sceau-assessment-private.h"
#include "sceau-text.h"

/* Far above any in use: who writes more has written something else. */
#define GREATEST_ATTEMPTS 99
#define GREATEST_DAYS 3650
#define GREATEST_POINTS 100000
/* Coefficients up to 1000: far above any in use, and sums of them stay exact. */
#define GREATEST_WEIGHT 100000
#define FULL_SHARE 10000

/* What is checked, and where in the plan. */
typedef struct
{
  const SceauPlan *plan;
  const SceauCertification *certification;
  SceauFaults *faults;
  const char *place;
} Check;

static void
add_error (const Check *check, const char *field, const char *value, const char *reason, const char *remedy)
{
  sceau_faults_add_at (check->faults, SCEAU_FAULT_ERROR, check->place, field, value, reason, remedy);
}

static void
add_warning (const Check *check, const char *field, const char *value, const char *reason, const char *remedy)
{
  sceau_faults_add_at (check->faults, SCEAU_FAULT_WARNING, check->place, field, value, reason, remedy);
}

static void
check_number (const Check *check, const char *field, gint64 number, gint64 least, gint64 greatest, const char *reason)
{
  g_autofree char *shown = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char *remedy = NULL;

  if (number >= least && number <= greatest)
    return;
  remedy = g_strdup_printf (_("Give a number from %d to %d."), (int) least, (int) greatest);
  add_error (check, field, shown, reason, remedy);
}

/* Every code once, and none empty. @seen holds the codes before this one. */
static void
check_code (const Check *check, GHashTable *seen, const char *code)
{
  if (code == NULL || *code == '\0')
    add_error (check, "code", NULL, _("The code is missing."), _("Give a code that nothing else in the plan has."));
  else if (!g_hash_table_add (seen, (gpointer) code))
    add_error (check, "code", code, _("This code is there twice."), _("Give each its own code."));
}

static void
check_block_code (const Check *check, const char *block_code)
{
  if (block_code != NULL && sceau_certification_find_block (check->certification, block_code) == NULL)
    add_error (check, "block", block_code, _("The certification has no block of this code."),
               _("Give the code of one of its blocks, or none for what is transversal."));
}

/* Of the block that @modality assesses. */
static int
count_competences (const Check *check, const SceauModality *modality)
{
  const SceauBlock *block
      = modality->block_code != NULL ? sceau_certification_find_block (check->certification, modality->block_code) : NULL;

  return block != NULL ? (int) block->competences->len : 0;
}

static void
check_competences (const Check *check, const SceauModality *modality)
{
  int last = count_competences (check, modality);

  for (guint i = 0; i < modality->competences->len; i++)
    {
      int number = g_array_index (modality->competences, int, i);
      g_autofree char *shown = g_strdup_printf ("%d", number);

      if (number < 1 || number > last)
        add_error (check, "competences", shown, _("The block has no competence of this number."),
                   _("Count the competences of the block from 1, in the order of the fiche."));
      for (guint j = 0; j < i; j++)
        if (g_array_index (modality->competences, int, j) == number)
          add_error (check, "competences", shown, _("The modality names this competence twice."), _("Name it once."));
    }
}

static void
check_criteria (const Check *check, const SceauModality *modality)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  int last = count_competences (check, modality);

  for (guint i = 0; i < modality->criteria->len; i++)
    {
      const SceauCriterion *criterion = g_ptr_array_index (modality->criteria, i);
      g_autofree char *title = sceau_text_normalise (criterion->title);
      g_autofree char *shown = g_strdup_printf ("%d", criterion->competence);

      check_code (check, seen, criterion->code);
      if (title == NULL)
        add_error (check, "criteria", criterion->code, _("The criterion has no title."), _("Say what the examiner looks at."));
      check_number (check, "points", criterion->points, 1, GREATEST_POINTS, _("The criterion is worth no points."));
      if (criterion->competence < 0 || criterion->competence > last)
        add_error (check, "criteria", shown, _("The block has no competence of this number."),
                   _("Count the competences of the block from 1, in the order of the fiche."));
    }
  if (modality->criteria->len > 0 && modality->scale != SCEAU_SCALE_TWENTY)
    add_warning (check, "criteria", NULL, _("Points make a mark from 0 to 20 only: on this scale the grid is a guide."),
                 _("Enter the mark itself, or change the scale."));
}

static void
check_retakes (const Check *check, const SceauModality *modality)
{
  check_number (check, "max_attempts", modality->max_attempts, 0, GREATEST_ATTEMPTS,
                _("The number of attempts is not one that can be held."));
  check_number (check, "retake_delay", modality->retake_delay, 0, GREATEST_DAYS,
                _("The delay of a retake is not a number of days."));
  check_number (check, "retake_cap", modality->retake_cap, -1, sceau_scale_maximum (modality->scale),
                _("The cap of a retake is not on the scale."));
  if (modality->max_attempts == 1 && (modality->retake_cap >= 0 || modality->retake_delay > 0))
    add_warning (check, "max_attempts", "1", _("One attempt leaves no retake: its cap and its delay serve nothing."),
                 _("Allow more attempts, or take the cap and the delay away."));
  else if (modality->retake_cap >= 0 && modality->retake_cap < modality->pass_mark)
    add_warning (check, "retake_cap", NULL, _("The cap lies below the pass mark: no retake could ever pass."),
                 _("Give the pass mark as the cap, as most rules do."));
}

static void
check_modality (Check *check, const SceauModality *modality, GHashTable *seen)
{
  g_autofree char *place = g_strdup_printf (_("modality %s"), modality->code != NULL ? modality->code : "");
  g_autofree char *title = sceau_text_normalise (modality->title);
  gint32 maximum = sceau_scale_maximum (modality->scale);

  check->place = place;
  check_code (check, seen, modality->code);
  if (title == NULL)
    add_error (check, "title", NULL, _("The title is missing."), _("Give the name that the learners know."));
  check_block_code (check, modality->block_code);
  check_number (check, "weight", modality->weight, 1, GREATEST_WEIGHT, _("The weight is not a positive coefficient."));
  check_number (check, "pass_mark", modality->pass_mark, 0, maximum, _("The pass mark is not on the scale."));
  check_number (check, "floor", modality->floor, -1, maximum, _("The floor is not on the scale."));
  check_competences (check, modality);
  check_retakes (check, modality);
  check_criteria (check, modality);
  check->place = NULL;
}

static void
check_mean (const Check *check, const SceauBlockRule *rule)
{
  g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (check->plan, rule->block_code);

  check_number (check, "threshold", rule->threshold, 1, sceau_scale_maximum (SCEAU_SCALE_TWENTY),
                _("The threshold of a mean is not on the scale."));
  for (guint i = 0; i < modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (modalities, i);

      /* What a requirement claims for itself enters no mean. */
      if (rule->block_code == NULL && sceau_plan_claims (check->plan, modality))
        continue;
      if (modality->scale != SCEAU_SCALE_TWENTY)
        add_error (check, "scale", modality->code, _("A mean needs marks from 0 to 20."),
                   _("Change the scale of the modality or the rule of the block."));
    }
}

static gboolean
is_covered (GPtrArray *modalities, int competence)
{
  for (guint i = 0; i < modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (modalities, i);

      for (guint j = 0; j < modality->competences->len; j++)
        if (g_array_index (modality->competences, int, j) == competence)
          return TRUE;
    }
  return FALSE;
}

static void
check_share (const Check *check, const SceauBlockRule *rule)
{
  const SceauBlock *block
      = rule->block_code != NULL ? sceau_certification_find_block (check->certification, rule->block_code) : NULL;
  g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (check->plan, rule->block_code);

  check_number (check, "threshold", rule->threshold, 1, FULL_SHARE,
                _("The threshold of a share is not a percentage in hundredths."));
  if (block == NULL || block->competences->len == 0)
    {
      add_error (check, "rule", NULL, _("There are no competences to take a share of."),
                 _("Choose another rule, or add the competences of the block."));
      return;
    }
  for (int number = 1; number <= (int) block->competences->len; number++)
    {
      g_autofree char *shown = g_strdup_printf ("%d", number);

      if (!is_covered (modalities, number))
        add_error (check, "competences", shown, _("No modality covers this competence: nobody can acquire it."),
                   _("Name it in a modality of the block."));
    }
}

static void
check_rules (Check *check)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < check->plan->block_rules->len; i++)
    {
      const SceauBlockRule *rule = g_ptr_array_index (check->plan->block_rules, i);
      const char *code = rule->block_code != NULL ? rule->block_code : "";
      g_autofree char *place = g_strdup_printf (_("rule of block %s"), code);

      check->place = place;
      if (!g_hash_table_add (seen, (gpointer) code))
        add_error (check, "block", code, _("This block has two rules."), _("Keep one of them."));
      check_block_code (check, rule->block_code);
      if (rule->kind == SCEAU_BLOCK_RULE_WEIGHTED_MEAN)
        check_mean (check, rule);
      else if (rule->kind == SCEAU_BLOCK_RULE_COMPETENCE_SHARE)
        check_share (check, rule);
      check->place = NULL;
    }
}

/* A certification without blocks needs a modality of its own, beside those of its requirements. */
static void
check_whole (const Check *check)
{
  g_autoptr (GPtrArray) transversal = sceau_plan_list_modalities (check->plan, NULL);

  for (guint i = 0; i < transversal->len; i++)
    if (!sceau_plan_claims (check->plan, g_ptr_array_index (transversal, i)))
      return;
  add_error (check, "modalities", NULL, _("No modality assesses the certification."), _("Add one to the plan."));
}

/* Beside blocks, what no requirement asks for counts nowhere. */
static void
check_transversal (Check *check)
{
  g_autoptr (GPtrArray) transversal = sceau_plan_list_modalities (check->plan, NULL);

  for (guint i = 0; i < transversal->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (transversal, i);
      g_autofree char *place = g_strdup_printf (_("modality %s"), modality->code != NULL ? modality->code : "");

      check->place = place;
      if (!sceau_plan_claims (check->plan, modality))
        add_warning (check, "block", NULL, _("This modality is of no block and no requirement asks for it: it counts nowhere."),
                     _("Give it a block, or add a requirement for it."));
      check->place = NULL;
    }
}

/* Nobody could be certified with a block that nothing assesses. */
static void
check_coverage (Check *check)
{
  GPtrArray *blocks = check->certification->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (blocks, i);
      g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (check->plan, block->code);
      g_autofree char *place = g_strdup_printf (_("block %s"), block->code);

      check->place = place;
      if (modalities->len == 0)
        add_error (check, "modalities", NULL, _("No modality assesses this block."), _("Add one to the plan."));
      check->place = NULL;
    }
  if (blocks->len == 0)
    check_whole (check);
}

static void
check_requirement (Check *check, const SceauRequirement *requirement, GHashTable *seen)
{
  g_autofree char *place = g_strdup_printf (_("requirement %s"), requirement->code != NULL ? requirement->code : "");

  check->place = place;
  check_code (check, seen, requirement->code);
  if (requirement->kind == SCEAU_REQUIREMENT_MODALITY)
    {
      const SceauModality *modality = sceau_plan_find_modality (check->plan, requirement->modality_code);

      if (modality == NULL)
        add_error (check, "modality", requirement->modality_code, _("The plan has no modality of this code."),
                   _("Give the code of a transversal modality."));
      else if (modality->block_code != NULL)
        add_error (check, "modality", requirement->modality_code,
                   _("This modality assesses a block: as a requirement it would be asked for twice."),
                   _("Give the code of a transversal modality, or take its block away."));
    }
  else if (requirement->min_months < 0 || requirement->max_months < 0
           || (requirement->min_months == 0 && requirement->max_months == 0)
           || (requirement->max_months > 0 && requirement->max_months < requirement->min_months))
    add_error (check, "months", NULL, _("The bounds of the company period do not fit."),
               _("Give at least one bound, and the longest not below the shortest."));
  check->place = NULL;
}

static void
check_quota (Check *check, const SceauQuota *quota, GHashTable *seen)
{
  g_autofree char *place = g_strdup_printf (_("quota %s"), quota->code != NULL ? quota->code : "");

  check->place = place;
  check_code (check, seen, quota->code);
  check_number (check, "max_percent", quota->max_percent, 0, 100, _("The quota is not a percentage."));
  if (quota->admissions == 0)
    add_error (check, "admissions", NULL, _("The quota counts no admission."), _("Name what it counts."));
  check->place = NULL;
}

static void
check_jury_rule (Check *check, const SceauJuryRule *rule)
{
  check->place = sceau_route_title (rule->route);
  if (rule->members < 0 || rule->internal < 0 || rule->external < 0 || rule->quorum < 0 || rule->qualified < 0)
    add_error (check, "jury", NULL, _("A number of jury members is below 0."), _("Give 0 when any number will do."));
  else if (rule->members > 0
           && (rule->internal + rule->external > rule->members || rule->quorum > rule->members
               || rule->qualified > rule->members || (int) rule->functions->len > rule->members))
    add_error (check, "jury", NULL, _("The jury has fewer members than the rule asks for among them."),
               _("Raise the number of members, or lower what is asked."));
  check->place = NULL;
}

gboolean
sceau_plan_check (const SceauPlan *self, const SceauCertification *certification, SceauFaults *faults)
{
  guint n_before = sceau_faults_count_errors (faults);
  Check check = { self, certification, faults, NULL };
  g_autoptr (GHashTable) modalities = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) requirements = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) quotas = g_hash_table_new (g_str_hash, g_str_equal);

  if (g_strcmp0 (self->certification_code, certification->code) != 0)
    add_error (&check, "certification", self->certification_code, _("The plan is for another certification."),
               _("Import it with its own certification."));
  check_number (&check, "appeal_days", self->appeal_days, 0, GREATEST_DAYS, _("The delay of an appeal is not a number of days."));
  for (guint i = 0; i < self->modalities->len; i++)
    check_modality (&check, g_ptr_array_index (self->modalities, i), modalities);
  check_rules (&check);
  check_coverage (&check);
  for (guint i = 0; i < self->requirements->len; i++)
    check_requirement (&check, g_ptr_array_index (self->requirements, i), requirements);
  if (certification->blocks->len > 0)
    check_transversal (&check);
  for (guint i = 0; i < self->quotas->len; i++)
    check_quota (&check, g_ptr_array_index (self->quotas, i), quotas);
  for (guint i = 0; i < self->jury_rules->len; i++)
    check_jury_rule (&check, g_ptr_array_index (self->jury_rules, i));
  return sceau_faults_count_errors (faults) == n_before;
}
