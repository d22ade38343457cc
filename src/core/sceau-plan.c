/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-plan.h"

#include <glib/gi18n-lib.h>

#include "sceau-id-private.h"
#include "sceau-text.h"

SCEAU_DEFINE_IDS (sceau_modality_type, SceauModalityType, "case_study", "professional_situation", "practical_work",
                  "project", "thesis", "written", "oral", "quiz", "portfolio")
SCEAU_DEFINE_IDS (sceau_block_rule_kind, SceauBlockRuleKind, "all_passed", "weighted_mean", "competence_share")
SCEAU_DEFINE_IDS (sceau_requirement_kind, SceauRequirementKind, "modality", "company_period")
SCEAU_DEFINE_IDS (sceau_admission, SceauAdmission, "normal", "derogation_a", "derogation_b")
SCEAU_DEFINE_IDS (sceau_retake_policy, SceauRetakePolicy, "best", "last")

static const char *const modality_type_titles[] = {
  N_("Case study"),  N_("Professional situation"), N_("Practical work"), N_("Project"),   N_("Thesis"),
  N_("Written exam"), N_("Oral exam"),             N_("Quiz"),           N_("Portfolio"),
};
static const char *const admission_titles[] = { N_("Normal admission"), N_("Derogation a"), N_("Derogation b") };

G_STATIC_ASSERT (G_N_ELEMENTS (modality_type_titles) == SCEAU_N_MODALITY_TYPES);

static const SceauSynonym admission_words[] = {
  { "n", SCEAU_ADMISSION_NORMAL },
  { "normal", SCEAU_ADMISSION_NORMAL },
  { "normale", SCEAU_ADMISSION_NORMAL },
  { "admission normale", SCEAU_ADMISSION_NORMAL },
  { "a", SCEAU_ADMISSION_DEROGATION_A },
  { "vapp", SCEAU_ADMISSION_DEROGATION_A },
  { "derogation a", SCEAU_ADMISSION_DEROGATION_A },
  { "b", SCEAU_ADMISSION_DEROGATION_B },
  { "derogation b", SCEAU_ADMISSION_DEROGATION_B },
  { NULL, 0 },
};

SceauModality *
sceau_modality_new (void)
{
  SceauModality *self = g_new0 (SceauModality, 1);

  self->weight = 100;
  self->floor = -1;
  self->retake_cap = -1;
  self->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_criterion_free);
  self->competences = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

void
sceau_modality_free (SceauModality *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->block_code);
  g_free (self->title);
  g_free (self->deliverable);
  g_array_unref (self->competences);
  g_ptr_array_unref (self->criteria);
  g_free (self);
}

SceauCriterion *
sceau_criterion_new (void)
{
  return g_new0 (SceauCriterion, 1);
}

void
sceau_criterion_free (SceauCriterion *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->title);
  g_free (self);
}

SceauBlockRule *
sceau_block_rule_new (const char *block_code, SceauBlockRuleKind kind, gint32 threshold)
{
  SceauBlockRule *self = g_new0 (SceauBlockRule, 1);

  self->block_code = g_strdup (block_code);
  self->kind = kind;
  self->threshold = threshold;
  return self;
}

void
sceau_block_rule_free (SceauBlockRule *self)
{
  if (self == NULL)
    return;
  g_free (self->block_code);
  g_free (self);
}

SceauRequirement *
sceau_requirement_new (void)
{
  return g_new0 (SceauRequirement, 1);
}

void
sceau_requirement_free (SceauRequirement *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->title);
  g_free (self->modality_code);
  g_free (self);
}

SceauQuota *
sceau_quota_new (void)
{
  return g_new0 (SceauQuota, 1);
}

void
sceau_quota_free (SceauQuota *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->title);
  g_free (self);
}

SceauJuryRule *
sceau_jury_rule_new (SceauRoute route)
{
  SceauJuryRule *self = g_new0 (SceauJuryRule, 1);

  self->route = route;
  self->functions = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
sceau_jury_rule_free (SceauJuryRule *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->functions);
  g_free (self);
}

SceauPlan *
sceau_plan_new (const char *certification_code)
{
  SceauPlan *self = g_new0 (SceauPlan, 1);

  self->certification_code = g_strdup (certification_code);
  self->modalities = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_modality_free);
  self->block_rules = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_block_rule_free);
  self->requirements = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_requirement_free);
  self->quotas = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_quota_free);
  self->jury_rules = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_jury_rule_free);
  return self;
}

void
sceau_plan_free (SceauPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->certification_code);
  g_ptr_array_unref (self->modalities);
  g_ptr_array_unref (self->block_rules);
  g_ptr_array_unref (self->requirements);
  g_ptr_array_unref (self->quotas);
  g_ptr_array_unref (self->jury_rules);
  g_free (self);
}

const SceauModality *
sceau_plan_find_modality (const SceauPlan *self, const char *code)
{
  for (guint i = 0; i < self->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (self->modalities, i);

      if (g_strcmp0 (modality->code, code) == 0)
        return modality;
    }
  return NULL;
}

const SceauBlockRule *
sceau_plan_find_block_rule (const SceauPlan *self, const char *block_code)
{
  static const SceauBlockRule understood = { NULL, SCEAU_BLOCK_RULE_ALL_PASSED, 0 };

  for (guint i = 0; i < self->block_rules->len; i++)
    {
      const SceauBlockRule *rule = g_ptr_array_index (self->block_rules, i);

      if (g_strcmp0 (rule->block_code, block_code) == 0)
        return rule;
    }
  return &understood;
}

const SceauJuryRule *
sceau_plan_find_jury_rule (const SceauPlan *self, SceauRoute route)
{
  for (guint i = 0; i < self->jury_rules->len; i++)
    {
      const SceauJuryRule *rule = g_ptr_array_index (self->jury_rules, i);

      if (rule->route == route)
        return rule;
    }
  return NULL;
}

GPtrArray *
sceau_plan_list_modalities (const SceauPlan *self, const char *block_code)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (self->modalities, i);

      if (g_strcmp0 (modality->block_code, block_code) == 0)
        g_ptr_array_add (list, (gpointer) modality);
    }
  return list;
}

const char *
sceau_modality_type_title (SceauModalityType type)
{
  g_return_val_if_fail ((guint) type < SCEAU_N_MODALITY_TYPES, "");

  return _(modality_type_titles[type]);
}

gboolean
sceau_admission_from_text (const char *text, SceauAdmission *admission)
{
  g_autofree char *trimmed = sceau_text_normalise (text);
  int found;

  /* Only an empty cell means normal; "?" and bytes that are no text fold to nothing as well. */
  if (trimmed == NULL && (text == NULL || g_utf8_validate (text, -1, NULL)))
    {
      *admission = SCEAU_ADMISSION_NORMAL;
      return TRUE;
    }
  if (trimmed != NULL && sceau_admission_from_id (trimmed, admission))
    return TRUE;
  found = sceau_synonym_find (admission_words, trimmed);
  if (found < 0)
    return FALSE;
  *admission = (SceauAdmission) found;
  return TRUE;
}

const char *
sceau_admission_title (SceauAdmission admission)
{
  g_return_val_if_fail ((guint) admission < G_N_ELEMENTS (admission_titles), "");

  return _(admission_titles[admission]);
}
