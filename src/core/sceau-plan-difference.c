/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What two people made of one plan, in lines that either of them can read. */

#include <glib/gi18n-lib.h>

#include "sceau-plan-parts-private.h"

/* One list of a plan: how its elements are told apart, compared and called. */
typedef struct
{
  SceauSameFunc same_key;
  SceauSameFunc same;
  char *(*name) (gconstpointer element);              /* (transfer full) */
  char *(*what) (gconstpointer a, gconstpointer b);   /* (transfer full): the fields that differ; NULL: not said */
} Kind;

static gboolean
same_code_of_modality (gconstpointer a, gconstpointer b)
{
  return sceau_same_text (((const SceauModality *) a)->code, ((const SceauModality *) b)->code);
}

static gboolean
same_block_of_rule (gconstpointer a, gconstpointer b)
{
  return sceau_same_text (((const SceauBlockRule *) a)->block_code, ((const SceauBlockRule *) b)->block_code);
}

static gboolean
same_code_of_requirement (gconstpointer a, gconstpointer b)
{
  return sceau_same_text (((const SceauRequirement *) a)->code, ((const SceauRequirement *) b)->code);
}

static gboolean
same_code_of_quota (gconstpointer a, gconstpointer b)
{
  return sceau_same_text (((const SceauQuota *) a)->code, ((const SceauQuota *) b)->code);
}

static gboolean
same_route (gconstpointer a, gconstpointer b)
{
  return ((const SceauJuryRule *) a)->route == ((const SceauJuryRule *) b)->route;
}

static char *
name_modality (gconstpointer element)
{
  return g_strdup_printf (_("Modality %s"), ((const SceauModality *) element)->code);
}

static char *
name_block_rule (gconstpointer element)
{
  const SceauBlockRule *rule = element;

  return rule->block_code != NULL ? g_strdup_printf (_("Rule of the block %s"), rule->block_code) : g_strdup (_("Rule of the whole"));
}

static char *
name_requirement (gconstpointer element)
{
  return g_strdup_printf (_("Requirement %s"), ((const SceauRequirement *) element)->code);
}

static char *
name_quota (gconstpointer element)
{
  return g_strdup_printf (_("Quota %s"), ((const SceauQuota *) element)->code);
}

static char *
name_jury_rule (gconstpointer element)
{
  return g_strdup_printf (_("Jury, %s"), sceau_route_title (((const SceauJuryRule *) element)->route));
}

static char *
say_fields_of_modality (gconstpointer first, gconstpointer second)
{
  const SceauModality *a = first, *b = second;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const struct
  {
    gboolean same;
    const char *name;
  } fields[] = {
    { sceau_same_text (a->block_code, b->block_code), _("block") },
    { a->type == b->type, _("kind") },
    { sceau_same_text (a->title, b->title), _("title") },
    { sceau_same_text (a->deliverable, b->deliverable), _("deliverable") },
    { a->collective == b->collective, _("one mark for a group") },
    { a->double_entry == b->double_entry, _("double entry") },
    { a->weight == b->weight, _("weight") },
    { a->scale == b->scale, _("scale") },
    { a->pass_mark == b->pass_mark, _("pass mark") },
    { a->floor == b->floor, _("floor") },
    { a->max_attempts == b->max_attempts, _("attempts") },
    { a->retake_delay == b->retake_delay, _("delay of a retake") },
    { a->retake_cap == b->retake_cap, _("cap of a retake") },
    { sceau_same_competences (a->competences, b->competences), _("competences") },
    { sceau_same_criteria (a->criteria, b->criteria), _("criteria") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!fields[i].same)
      g_ptr_array_add (names, (gpointer) fields[i].name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* (nullable) */
static gconstpointer
find (const GPtrArray *list, gconstpointer element, SceauSameFunc same_key)
{
  for (guint i = 0; i < list->len; i++)
    if (same_key (g_ptr_array_index (list, i), element))
      return g_ptr_array_index (list, i);
  return NULL;
}

static void
say_change (GPtrArray *lines, gconstpointer was, gconstpointer is, const Kind *kind)
{
  g_autofree char *name = kind->name (is);
  g_autofree char *fields = NULL;

  if (kind->what == NULL)
    {
      /* Translators: %s is a part of an evaluation plan. */
      g_ptr_array_add (lines, g_strdup_printf (_("%s – changed"), name));
      return;
    }
  fields = kind->what (was, is);
  /* Translators: a part of an evaluation plan, then the names of its fields. */
  g_ptr_array_add (lines, g_strdup_printf (_("%s – changed: %s"), name, fields));
}

static void
say_list (GPtrArray *lines, const GPtrArray *before, const GPtrArray *after, const Kind *kind)
{
  for (guint i = 0; i < before->len; i++)
    {
      gconstpointer was = g_ptr_array_index (before, i);
      gconstpointer is = find (after, was, kind->same_key);
      g_autofree char *name = kind->name (was);

      if (is == NULL)
        /* Translators: %s is a part of an evaluation plan. */
        g_ptr_array_add (lines, g_strdup_printf (_("%s – removed"), name));
      else if (!kind->same (was, is))
        say_change (lines, was, is, kind);
    }
  for (guint i = 0; i < after->len; i++)
    {
      g_autofree char *name = kind->name (g_ptr_array_index (after, i));

      if (find (before, g_ptr_array_index (after, i), kind->same_key) == NULL)
        /* Translators: %s is a part of an evaluation plan. */
        g_ptr_array_add (lines, g_strdup_printf (_("%s – new"), name));
    }
}

GPtrArray *
sceau_plan_list_differences (const SceauPlan *before, const SceauPlan *after)
{
  const Kind modalities = { same_code_of_modality, sceau_same_modality, name_modality, say_fields_of_modality };
  const Kind rules = { same_block_of_rule, sceau_same_block_rule, name_block_rule, NULL };
  const Kind requirements = { same_code_of_requirement, sceau_same_requirement, name_requirement, NULL };
  const Kind quotas = { same_code_of_quota, sceau_same_quota, name_quota, NULL };
  const Kind juries = { same_route, sceau_same_jury_rule, name_jury_rule, NULL };
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  say_list (lines, before->modalities, after->modalities, &modalities);
  say_list (lines, before->block_rules, after->block_rules, &rules);
  say_list (lines, before->requirements, after->requirements, &requirements);
  say_list (lines, before->quotas, after->quotas, &quotas);
  say_list (lines, before->jury_rules, after->jury_rules, &juries);
  if (before->retakes != after->retakes)
    g_ptr_array_add (lines, g_strdup (_("Which attempt counts – changed")));
  if (before->appeal_days != after->appeal_days)
    g_ptr_array_add (lines, g_strdup (_("Days to appeal – changed")));
  if (lines->len == 0 && !sceau_plan_equal (before, after))
    g_ptr_array_add (lines, g_strdup (_("The order – changed")));
  return lines;
}
