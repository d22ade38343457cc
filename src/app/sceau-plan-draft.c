/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-plan-draft.h"

#include <string.h>

/* Steps that can be taken back.  A plan is a few kilobytes, so that each step keeps a whole one. */
#define KEPT_STEPS 200

struct _SceauPlanDraft
{
  GObject parent_instance;

  SceauCertification *certification;
  SceauPlan *saved; /* (nullable): in the school file */
  SceauPlan *plan;
  GQueue done;   /* (element-type SceauPlan): before each step, the latest at the tail */
  GQueue undone; /* (element-type SceauPlan): the next to come back at the tail */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauPlanDraft, sceau_plan_draft, G_TYPE_OBJECT)

static void
clear_steps (GQueue *steps)
{
  g_queue_clear_full (steps, (GDestroyNotify) sceau_plan_free);
}

/* Makes @after (transfer full) the plan, unless it is what the plan says already. */
static void
take (SceauPlanDraft *self, SceauPlan *after)
{
  if (sceau_plan_equal (self->plan, after))
    {
      sceau_plan_free (after);
      return;
    }
  g_queue_push_tail (&self->done, self->plan);
  if (self->done.length > KEPT_STEPS)
    sceau_plan_free (g_queue_pop_head (&self->done));
  clear_steps (&self->undone);
  self->plan = after;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
step (SceauPlanDraft *self, GQueue *from, GQueue *to)
{
  if (from->length == 0)
    return;
  g_queue_push_tail (to, self->plan);
  self->plan = g_queue_pop_tail (from);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static int
find_modality (const SceauPlan *plan, const char *code)
{
  for (guint i = 0; i < plan->modalities->len; i++)
    if (g_strcmp0 (((SceauModality *) g_ptr_array_index (plan->modalities, i))->code, code) == 0)
      return (int) i;
  return -1;
}

/* "BC01-EC1" → "BC01-EC2", or "BC01-EC1" itself when it is free. */
static char *
free_code (const SceauPlan *plan, const char *stem, guint first)
{
  for (guint n = first;; n++)
    {
      g_autofree char *code = g_strdup_printf ("%s%u", stem, n);

      if (find_modality (plan, code) < 0)
        return g_steal_pointer (&code);
    }
}

static char *
stem_of (const char *code)
{
  gsize length = code != NULL ? strlen (code) : 0;

  while (length > 0 && g_ascii_isdigit (code[length - 1]))
    length--;
  return length > 0 ? g_strndup (code, length) : g_strdup ("M");
}

static void
sceau_plan_draft_finalize (GObject *object)
{
  SceauPlanDraft *self = SCEAU_PLAN_DRAFT (object);

  clear_steps (&self->done);
  clear_steps (&self->undone);
  g_clear_pointer (&self->plan, sceau_plan_free);
  g_clear_pointer (&self->saved, sceau_plan_free);
  g_clear_pointer (&self->certification, sceau_certification_free);
  G_OBJECT_CLASS (sceau_plan_draft_parent_class)->finalize (object);
}

static void
sceau_plan_draft_class_init (SceauPlanDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sceau_plan_draft_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SCEAU_TYPE_PLAN_DRAFT, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sceau_plan_draft_init (SceauPlanDraft *self)
{
  g_queue_init (&self->done);
  g_queue_init (&self->undone);
}

SceauPlanDraft *
sceau_plan_draft_new (SceauCertification *certification, SceauPlan *plan)
{
  SceauPlanDraft *self;

  g_return_val_if_fail (certification != NULL && plan != NULL, NULL);

  self = g_object_new (SCEAU_TYPE_PLAN_DRAFT, NULL);
  self->certification = certification;
  self->plan = plan;
  self->saved = sceau_plan_copy (plan);
  return self;
}

const SceauPlan *
sceau_plan_draft_get_plan (SceauPlanDraft *self)
{
  return self->plan;
}

const SceauCertification *
sceau_plan_draft_get_certification (SceauPlanDraft *self)
{
  return self->certification;
}

SceauFaults *
sceau_plan_draft_check (SceauPlanDraft *self)
{
  SceauFaults *faults = sceau_faults_new ();

  sceau_plan_check (self->plan, self->certification, faults);
  return faults;
}

gboolean
sceau_plan_draft_is_modified (SceauPlanDraft *self)
{
  return self->saved == NULL || !sceau_plan_equal (self->plan, self->saved);
}

const SceauPlan *
sceau_plan_draft_get_saved (SceauPlanDraft *self)
{
  return self->saved;
}

void
sceau_plan_draft_mark_saved (SceauPlanDraft *self, const SceauPlan *plan)
{
  g_clear_pointer (&self->saved, sceau_plan_free);
  self->saved = plan != NULL ? sceau_plan_copy (plan) : NULL;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
sceau_plan_draft_can_undo (SceauPlanDraft *self)
{
  return self->done.length > 0;
}

gboolean
sceau_plan_draft_can_redo (SceauPlanDraft *self)
{
  return self->undone.length > 0;
}

void
sceau_plan_draft_undo (SceauPlanDraft *self)
{
  step (self, &self->done, &self->undone);
}

void
sceau_plan_draft_redo (SceauPlanDraft *self)
{
  step (self, &self->undone, &self->done);
}

void
sceau_plan_draft_replace (SceauPlanDraft *self, const SceauPlan *plan)
{
  take (self, sceau_plan_copy (plan));
}

/* "RNCP41445BC02" → "BC02-": how the modalities of a block are called. */
static char *
stem_for_block (const char *block_code)
{
  const char *short_code = block_code != NULL ? g_strrstr (block_code, "BC") : NULL;

  if (block_code == NULL)
    return g_strdup ("T");
  return g_strdup_printf ("%s-M", short_code != NULL ? short_code : block_code);
}

SceauModality *
sceau_plan_draft_propose_modality (SceauPlanDraft *self, const char *block_code)
{
  SceauModality *modality = sceau_modality_new ();
  g_autofree char *stem = stem_for_block (block_code);

  modality->code = free_code (self->plan, stem, 1);
  modality->block_code = g_strdup (block_code);
  modality->scale = SCEAU_SCALE_TWENTY;
  modality->pass_mark = sceau_scale_maximum (SCEAU_SCALE_TWENTY) / 2;
  return modality;
}

/* After the last of its block, so that blocks stay together. */
static int
place_for (const SceauPlan *plan, const char *block_code)
{
  int place = -1;

  for (guint i = 0; i < plan->modalities->len; i++)
    if (g_strcmp0 (((SceauModality *) g_ptr_array_index (plan->modalities, i))->block_code, block_code) == 0)
      place = (int) i + 1;
  return place;
}

static void
follow_code (SceauPlan *plan, const char *before, const char *after)
{
  for (guint i = 0; i < plan->requirements->len; i++)
    {
      SceauRequirement *requirement = g_ptr_array_index (plan->requirements, i);

      if (requirement->modality_code == NULL || g_strcmp0 (requirement->modality_code, before) != 0)
        continue;
      g_free (requirement->modality_code);
      requirement->modality_code = g_strdup (after);
    }
}

static void
forget_competences (SceauModality *modality)
{
  g_array_set_size (modality->competences, 0);
  for (guint i = 0; i < modality->criteria->len; i++)
    ((SceauCriterion *) g_ptr_array_index (modality->criteria, i))->competence = 0;
}

void
sceau_plan_draft_put_modality (SceauPlanDraft *self, const char *code, const SceauModality *modality)
{
  SceauPlan *after = sceau_plan_copy (self->plan);
  SceauModality *copy = sceau_modality_copy (modality);
  int index = code != NULL ? find_modality (after, code) : -1;

  if (index < 0)
    g_ptr_array_insert (after->modalities, place_for (after, copy->block_code), copy);
  else
    {
      g_autoptr (SceauModality) before = g_ptr_array_steal_index (after->modalities, (guint) index);
      gboolean moved = g_strcmp0 (before->block_code, copy->block_code) != 0;

      if (moved)
        forget_competences (copy);
      g_ptr_array_insert (after->modalities, moved ? place_for (after, copy->block_code) : index, copy);
      follow_code (after, before->code, copy->code);
    }
  take (self, after);
}

void
sceau_plan_draft_remove_modality (SceauPlanDraft *self, const char *code)
{
  SceauPlan *after = sceau_plan_copy (self->plan);
  int index = find_modality (after, code);

  if (index >= 0)
    g_ptr_array_remove_index (after->modalities, (guint) index);
  take (self, after);
}

char *
sceau_plan_draft_duplicate_modality (SceauPlanDraft *self, const char *code)
{
  SceauPlan *after = sceau_plan_copy (self->plan);
  int index = find_modality (after, code);
  g_autofree char *stem = stem_of (code);
  SceauModality *copy;
  char *name;

  g_return_val_if_fail (index >= 0, NULL);

  copy = sceau_modality_copy (g_ptr_array_index (after->modalities, index));
  g_free (copy->code);
  copy->code = free_code (after, stem, 1);
  name = g_strdup (copy->code);
  g_ptr_array_insert (after->modalities, index + 1, copy);
  take (self, after);
  return name;
}

gboolean
sceau_plan_draft_move_modality (SceauPlanDraft *self, const char *code, int step_by)
{
  SceauPlan *after = sceau_plan_copy (self->plan);
  int index = find_modality (after, code);
  SceauModality *modality = index >= 0 ? g_ptr_array_index (after->modalities, index) : NULL;

  for (int other = index + step_by; modality != NULL && other >= 0 && other < (int) after->modalities->len; other += step_by)
    {
      SceauModality *neighbour = g_ptr_array_index (after->modalities, other);

      if (g_strcmp0 (neighbour->block_code, modality->block_code) != 0)
        continue;
      after->modalities->pdata[index] = neighbour;
      after->modalities->pdata[other] = modality;
      take (self, after);
      return TRUE;
    }
  sceau_plan_free (after);
  return FALSE;
}

gboolean
sceau_modality_covers (const SceauModality *modality, int competence)
{
  for (guint i = 0; i < modality->competences->len; i++)
    if (g_array_index (modality->competences, int, i) == competence)
      return TRUE;
  return FALSE;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

void
sceau_plan_draft_toggle_competence (SceauPlanDraft *self, const char *code, int competence)
{
  SceauPlan *after = sceau_plan_copy (self->plan);
  int index = find_modality (after, code);
  SceauModality *modality;

  g_return_if_fail (index >= 0);

  modality = g_ptr_array_index (after->modalities, index);
  if (!sceau_modality_covers (modality, competence))
    g_array_append_val (modality->competences, competence);
  else
    for (guint i = modality->competences->len; i > 0; i--)
      if (g_array_index (modality->competences, int, i - 1) == competence)
        g_array_remove_index (modality->competences, i - 1);
  g_array_sort (modality->competences, compare_numbers);
  take (self, after);
}

gboolean
sceau_plan_draft_is_covered (SceauPlanDraft *self, const char *block_code, int competence)
{
  g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (self->plan, block_code);

  for (guint i = 0; i < modalities->len; i++)
    if (sceau_modality_covers (g_ptr_array_index (modalities, i), competence))
      return TRUE;
  return FALSE;
}

void
sceau_plan_draft_set_block_rule (SceauPlanDraft *self, const char *block_code, SceauBlockRuleKind kind, gint32 threshold)
{
  SceauPlan *after = sceau_plan_copy (self->plan);
  const SceauBlockRule *now = sceau_plan_find_block_rule (after, block_code);
  SceauBlockRule *rule = NULL;

  /* What is understood without a rule needs none. */
  if (now->kind == kind && now->threshold == threshold)
    {
      sceau_plan_free (after);
      return;
    }
  for (guint i = 0; i < after->block_rules->len && rule == NULL; i++)
    {
      SceauBlockRule *candidate = g_ptr_array_index (after->block_rules, i);

      if (g_strcmp0 (candidate->block_code, block_code) == 0)
        rule = candidate;
    }
  if (rule == NULL)
    {
      rule = sceau_block_rule_new (block_code, kind, threshold);
      g_ptr_array_add (after->block_rules, rule);
    }
  rule->kind = kind;
  rule->threshold = threshold;
  take (self, after);
}

void
sceau_plan_draft_set_retakes (SceauPlanDraft *self, SceauRetakePolicy retakes)
{
  SceauPlan *after = sceau_plan_copy (self->plan);

  after->retakes = retakes;
  take (self, after);
}

void
sceau_plan_draft_set_appeal_days (SceauPlanDraft *self, int days)
{
  SceauPlan *after = sceau_plan_copy (self->plan);

  after->appeal_days = days;
  take (self, after);
}

/* @element: (transfer full). */
static void
put (GPtrArray *list, int index, gpointer element)
{
  if (index >= 0 && index < (int) list->len)
    g_ptr_array_remove_index (list, (guint) index);
  else
    index = -1;
  g_ptr_array_insert (list, index, element);
}

void
sceau_plan_draft_put_requirement (SceauPlanDraft *self, int index, const SceauRequirement *requirement)
{
  SceauPlan *after = sceau_plan_copy (self->plan);

  put (after->requirements, index, sceau_requirement_copy (requirement));
  take (self, after);
}

void
sceau_plan_draft_remove_requirement (SceauPlanDraft *self, int index)
{
  SceauPlan *after = sceau_plan_copy (self->plan);

  g_ptr_array_remove_index (after->requirements, (guint) index);
  take (self, after);
}

void
sceau_plan_draft_put_quota (SceauPlanDraft *self, int index, const SceauQuota *quota)
{
  SceauPlan *after = sceau_plan_copy (self->plan);

  put (after->quotas, index, sceau_quota_copy (quota));
  take (self, after);
}

void
sceau_plan_draft_remove_quota (SceauPlanDraft *self, int index)
{
  SceauPlan *after = sceau_plan_copy (self->plan);

  g_ptr_array_remove_index (after->quotas, (guint) index);
  take (self, after);
}

static int
find_jury_rule (const SceauPlan *plan, SceauRoute route)
{
  for (guint i = 0; i < plan->jury_rules->len; i++)
    if (((SceauJuryRule *) g_ptr_array_index (plan->jury_rules, i))->route == route)
      return (int) i;
  return -1;
}

void
sceau_plan_draft_put_jury_rule (SceauPlanDraft *self, const SceauJuryRule *rule)
{
  SceauPlan *after = sceau_plan_copy (self->plan);

  put (after->jury_rules, find_jury_rule (after, rule->route), sceau_jury_rule_copy (rule));
  take (self, after);
}

void
sceau_plan_draft_remove_jury_rule (SceauPlanDraft *self, SceauRoute route)
{
  SceauPlan *after = sceau_plan_copy (self->plan);
  int index = find_jury_rule (after, route);

  if (index >= 0)
    g_ptr_array_remove_index (after->jury_rules, (guint) index);
  take (self, after);
}
