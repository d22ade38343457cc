/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-plan-list.h"

#include <glib/gi18n-lib.h>

#include "sceau-plan-dialogs.h"
#include "sceau-plan-rows.h"
#include "sceau-rows.h"

struct _SceauPlanList
{
  AdwBin parent_instance;

  SceauPlanDraft *draft;
  SceauPlanListKind kind;
};

G_DEFINE_FINAL_TYPE (SceauPlanList, sceau_plan_list, ADW_TYPE_BIN)

static char *
describe_requirement (const SceauPlan *plan, const SceauRequirement *requirement)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const SceauModality *modality = NULL;
  gboolean first = TRUE;

  if (requirement->kind == SCEAU_REQUIREMENT_COMPANY_PERIOD)
    g_string_append_printf (text, _("Period in a company of %d to %d months"), requirement->min_months, requirement->max_months);
  else
    {
      modality = sceau_plan_find_modality (plan, requirement->modality_code);
      g_string_append_printf (text, _("Passed: %s"), modality != NULL ? modality->title : requirement->modality_code);
    }
  for (guint i = 0; i < SCEAU_N_ROUTES; i++)
    if (requirement->exempt_routes & (1u << i))
      {
        g_string_append_printf (text, "%s%s", first ? _(" · not asked of: ") : ", ", sceau_route_title ((SceauRoute) i));
        first = FALSE;
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_jury (const SceauJuryRule *rule)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (rule->members > 0)
    g_string_append_printf (text, ngettext ("%d member", "%d members", (gulong) rule->members), rule->members);
  else
    g_string_append (text, _("Any number of members"));
  if (rule->internal > 0)
    g_string_append_printf (text, ngettext (" · %d internal", " · %d internal", (gulong) rule->internal), rule->internal);
  if (rule->external > 0)
    g_string_append_printf (text, ngettext (" · %d external", " · %d external", (gulong) rule->external), rule->external);
  if (rule->quorum > 0)
    g_string_append_printf (text, _(" · quorum %d"), rule->quorum);
  if (rule->qualified > 0)
    g_string_append_printf (text, ngettext (" · %d qualified", " · %d qualified", (gulong) rule->qualified), rule->qualified);
  for (guint i = 0; i < rule->functions->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "\n" : ", ", (const char *) g_ptr_array_index (rule->functions, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle, int index)
{
  adw_preferences_group_add (group, sceau_plan_row_new (title, subtitle, "list.edit", "list.remove", index));
}

static void
add_requirements (AdwPreferencesGroup *group, const SceauPlan *plan)
{
  for (guint i = 0; i < plan->requirements->len; i++)
    {
      const SceauRequirement *requirement = g_ptr_array_index (plan->requirements, i);
      g_autofree char *text = describe_requirement (plan, requirement);

      add_row (group, requirement->title, text, (int) i);
    }
}

static void
add_quotas (AdwPreferencesGroup *group, const SceauPlan *plan)
{
  for (guint i = 0; i < plan->quotas->len; i++)
    {
      const SceauQuota *quota = g_ptr_array_index (plan->quotas, i);
      g_autofree char *text = g_strdup_printf (_("%s · at most %d %% of the cohort"), quota->code, quota->max_percent);

      add_row (group, quota->title != NULL ? quota->title : quota->code, text, (int) i);
    }
}

static void
add_juries (AdwPreferencesGroup *group, const SceauPlan *plan)
{
  for (guint i = 0; i < plan->jury_rules->len; i++)
    {
      const SceauJuryRule *rule = g_ptr_array_index (plan->jury_rules, i);
      g_autofree char *text = describe_jury (rule);

      add_row (group, sceau_route_title (rule->route), text, (int) i);
    }
}

static void
rebuild (SceauPlanList *self)
{
  const SceauPlan *plan = sceau_plan_draft_get_plan (self->draft);
  AdwPreferencesGroup *group;

  switch (self->kind)
    {
    case SCEAU_PLAN_LIST_REQUIREMENTS:
      group = sceau_plan_group_new (_("Asked Beside the Blocks"), plan->requirements->len > 0 ? NULL : _("Nothing else is asked."));
      sceau_plan_group_add_button (group, _("Add a requirement"), "list.add", NULL);
      add_requirements (group, plan);
      break;
    case SCEAU_PLAN_LIST_QUOTAS:
      group = sceau_plan_group_new (_("Quotas of Derogations"), plan->quotas->len > 0 ? NULL : _("Derogations are not limited."));
      sceau_plan_group_add_button (group, _("Add a quota"), "list.add", NULL);
      add_quotas (group, plan);
      break;
    case SCEAU_PLAN_LIST_JURIES:
    default:
      group = sceau_plan_group_new (_("Composition of the Jury"),
                                    plan->jury_rules->len > 0 ? NULL : _("Any jury may sit: the plan asks for nothing."));
      sceau_plan_group_add_button (group, _("Add an access route"), "list.add", NULL);
      add_juries (group, plan);
      break;
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
}

static void
open_dialog (SceauPlanList *self, int index)
{
  GtkWidget *widget = GTK_WIDGET (self);
  SceauFormDialog *dialog;

  if (self->kind == SCEAU_PLAN_LIST_REQUIREMENTS)
    dialog = sceau_requirement_dialog_new (widget, self->draft, index);
  else if (self->kind == SCEAU_PLAN_LIST_QUOTAS)
    dialog = sceau_quota_dialog_new (widget, self->draft, index);
  else
    dialog = sceau_jury_rule_dialog_new (widget, self->draft, index);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *target)
{
  open_dialog (SCEAU_PLAN_LIST (widget), -1);
}

static void
edit_action (GtkWidget *widget, const char *action, GVariant *target)
{
  open_dialog (SCEAU_PLAN_LIST (widget), g_variant_get_int32 (target));
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *target)
{
  SceauPlanList *self = SCEAU_PLAN_LIST (widget);
  int index = g_variant_get_int32 (target);
  const SceauPlan *plan = sceau_plan_draft_get_plan (self->draft);

  if (self->kind == SCEAU_PLAN_LIST_REQUIREMENTS)
    sceau_plan_draft_remove_requirement (self->draft, index);
  else if (self->kind == SCEAU_PLAN_LIST_QUOTAS)
    sceau_plan_draft_remove_quota (self->draft, index);
  else
    sceau_plan_draft_remove_jury_rule (self->draft, ((SceauJuryRule *) g_ptr_array_index (plan->jury_rules, index))->route);
}

static void
sceau_plan_list_finalize (GObject *object)
{
  g_clear_object (&SCEAU_PLAN_LIST (object)->draft);
  G_OBJECT_CLASS (sceau_plan_list_parent_class)->finalize (object);
}

static void
sceau_plan_list_class_init (SceauPlanListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_plan_list_finalize;
  gtk_widget_class_install_action (widget_class, "list.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "list.edit", "i", edit_action);
  gtk_widget_class_install_action (widget_class, "list.remove", "i", remove_action);
}

static void
sceau_plan_list_init (SceauPlanList *self)
{
}

SceauPlanList *
sceau_plan_list_new (SceauPlanDraft *draft, SceauPlanListKind kind)
{
  SceauPlanList *self = g_object_new (SCEAU_TYPE_PLAN_LIST, NULL);

  self->draft = g_object_ref (draft);
  self->kind = kind;
  g_signal_connect_object (draft, "changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
  return self;
}
