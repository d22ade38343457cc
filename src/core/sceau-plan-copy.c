/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A plan that is edited is edited on a copy, and compared with what it was. */

#include <string.h>

#include "sceau-plan-parts-private.h"

/* Copies one element of the plan's lists. */
typedef gpointer (*CopyElement) (gconstpointer element);

static void
copy_list (GPtrArray *to, const GPtrArray *from, CopyElement copy)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, copy (g_ptr_array_index (from, i)));
}

static gboolean
same_list (const GPtrArray *a, const GPtrArray *b, SceauSameFunc same)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!same (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

gboolean
sceau_same_text (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b) == 0;
}

static gpointer
copy_text (gconstpointer text)
{
  return g_strdup (text);
}

static gpointer
copy_criterion (gconstpointer data)
{
  const SceauCriterion *from = data;
  SceauCriterion *to = sceau_criterion_new ();

  to->code = g_strdup (from->code);
  to->title = g_strdup (from->title);
  to->points = from->points;
  to->competence = from->competence;
  return to;
}

static gboolean
same_criterion (gconstpointer first, gconstpointer second)
{
  const SceauCriterion *a = first, *b = second;

  return sceau_same_text (a->code, b->code) && sceau_same_text (a->title, b->title) && a->points == b->points
         && a->competence == b->competence;
}

gboolean
sceau_same_criteria (const GPtrArray *a, const GPtrArray *b)
{
  return same_list (a, b, same_criterion);
}

SceauModality *
sceau_modality_copy (const SceauModality *self)
{
  SceauModality *copy = sceau_modality_new ();

  copy->code = g_strdup (self->code);
  copy->block_code = g_strdup (self->block_code);
  copy->type = self->type;
  copy->title = g_strdup (self->title);
  copy->deliverable = g_strdup (self->deliverable);
  copy->collective = self->collective;
  copy->double_entry = self->double_entry;
  copy->weight = self->weight;
  copy->scale = self->scale;
  copy->pass_mark = self->pass_mark;
  copy->floor = self->floor;
  copy->max_attempts = self->max_attempts;
  copy->retake_delay = self->retake_delay;
  copy->retake_cap = self->retake_cap;
  g_array_append_vals (copy->competences, self->competences->data, self->competences->len);
  copy_list (copy->criteria, self->criteria, copy_criterion);
  return copy;
}

static gpointer
copy_modality (gconstpointer modality)
{
  return sceau_modality_copy (modality);
}

gboolean
sceau_same_competences (const GArray *a, const GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (int)) == 0);
}

gboolean
sceau_modality_equal (const SceauModality *a, const SceauModality *b)
{
  return sceau_same_text (a->code, b->code) && sceau_same_text (a->block_code, b->block_code) && a->type == b->type
         && sceau_same_text (a->title, b->title) && sceau_same_text (a->deliverable, b->deliverable)
         && a->collective == b->collective && a->double_entry == b->double_entry
         && a->weight == b->weight && a->scale == b->scale && a->pass_mark == b->pass_mark && a->floor == b->floor
         && a->max_attempts == b->max_attempts && a->retake_delay == b->retake_delay && a->retake_cap == b->retake_cap
         && sceau_same_competences (a->competences, b->competences) && sceau_same_criteria (a->criteria, b->criteria);
}

gboolean
sceau_same_modality (gconstpointer a, gconstpointer b)
{
  return sceau_modality_equal (a, b);
}

static gpointer
copy_block_rule (gconstpointer data)
{
  const SceauBlockRule *from = data;

  return sceau_block_rule_new (from->block_code, from->kind, from->threshold);
}

gboolean
sceau_same_block_rule (gconstpointer first, gconstpointer second)
{
  const SceauBlockRule *a = first, *b = second;

  return sceau_same_text (a->block_code, b->block_code) && a->kind == b->kind && a->threshold == b->threshold;
}

SceauRequirement *
sceau_requirement_copy (const SceauRequirement *self)
{
  SceauRequirement *copy = sceau_requirement_new ();

  copy->code = g_strdup (self->code);
  copy->title = g_strdup (self->title);
  copy->kind = self->kind;
  copy->modality_code = g_strdup (self->modality_code);
  copy->min_months = self->min_months;
  copy->max_months = self->max_months;
  copy->exempt_routes = self->exempt_routes;
  return copy;
}

static gpointer
copy_requirement (gconstpointer requirement)
{
  return sceau_requirement_copy (requirement);
}

gboolean
sceau_same_requirement (gconstpointer first, gconstpointer second)
{
  const SceauRequirement *a = first, *b = second;

  return sceau_same_text (a->code, b->code) && sceau_same_text (a->title, b->title) && a->kind == b->kind
         && sceau_same_text (a->modality_code, b->modality_code) && a->min_months == b->min_months
         && a->max_months == b->max_months && a->exempt_routes == b->exempt_routes;
}

SceauQuota *
sceau_quota_copy (const SceauQuota *self)
{
  SceauQuota *copy = sceau_quota_new ();

  copy->code = g_strdup (self->code);
  copy->title = g_strdup (self->title);
  copy->admissions = self->admissions;
  copy->max_percent = self->max_percent;
  return copy;
}

static gpointer
copy_quota (gconstpointer quota)
{
  return sceau_quota_copy (quota);
}

gboolean
sceau_same_quota (gconstpointer first, gconstpointer second)
{
  const SceauQuota *a = first, *b = second;

  return sceau_same_text (a->code, b->code) && sceau_same_text (a->title, b->title) && a->admissions == b->admissions
         && a->max_percent == b->max_percent;
}

SceauJuryRule *
sceau_jury_rule_copy (const SceauJuryRule *self)
{
  SceauJuryRule *copy = sceau_jury_rule_new (self->route);

  copy->members = self->members;
  copy->internal = self->internal;
  copy->external = self->external;
  copy->quorum = self->quorum;
  copy->qualified = self->qualified;
  copy_list (copy->functions, self->functions, copy_text);
  return copy;
}

static gpointer
copy_jury_rule (gconstpointer rule)
{
  return sceau_jury_rule_copy (rule);
}

gboolean
sceau_same_jury_rule (gconstpointer first, gconstpointer second)
{
  const SceauJuryRule *a = first, *b = second;

  return a->route == b->route && a->members == b->members && a->internal == b->internal && a->external == b->external
         && a->quorum == b->quorum && a->qualified == b->qualified && same_list (a->functions, b->functions, sceau_same_text);
}

SceauPlan *
sceau_plan_copy (const SceauPlan *self)
{
  SceauPlan *copy = sceau_plan_new (self->certification_code);

  copy_list (copy->modalities, self->modalities, copy_modality);
  copy_list (copy->block_rules, self->block_rules, copy_block_rule);
  copy_list (copy->requirements, self->requirements, copy_requirement);
  copy_list (copy->quotas, self->quotas, copy_quota);
  copy_list (copy->jury_rules, self->jury_rules, copy_jury_rule);
  copy->retakes = self->retakes;
  copy->appeal_days = self->appeal_days;
  return copy;
}

gboolean
sceau_plan_equal (const SceauPlan *a, const SceauPlan *b)
{
  return sceau_same_text (a->certification_code, b->certification_code) && a->retakes == b->retakes
         && a->appeal_days == b->appeal_days && same_list (a->modalities, b->modalities, sceau_same_modality)
         && same_list (a->block_rules, b->block_rules, sceau_same_block_rule)
         && same_list (a->requirements, b->requirements, sceau_same_requirement)
         && same_list (a->quotas, b->quotas, sceau_same_quota) && same_list (a->jury_rules, b->jury_rules, sceau_same_jury_rule);
}
