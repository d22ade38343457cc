/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-plan-rules.h"

#include <glib/gi18n-lib.h>

#include "sceau-plan-list.h"
#include "sceau-plan-rows.h"
#include "sceau-rows.h"

struct _SceauPlanRules
{
  AdwBin parent_instance;

  SceauPlanDraft *draft;
  GtkBox *box;
  GPtrArray *rules; /* (element-type Rule) */
  AdwComboRow *retakes;
  GtkSpinButton *appeal_days;
  gboolean showing; /* controls are being set to what the draft says */
};

G_DEFINE_FINAL_TYPE (SceauPlanRules, sceau_plan_rules, ADW_TYPE_BIN)

/* The controls of one block; they are the box's. */
typedef struct
{
  SceauPlanRules *section;
  char *block_code; /* NULL: the whole */
  AdwComboRow *kind;
  AdwActionRow *threshold_row;
  GtkSpinButton *threshold;
} Rule;

static void
rule_free (gpointer data)
{
  Rule *rule = data;

  g_free (rule->block_code);
  g_free (rule);
}

/* What is usual: half of the scale, three quarters of the competences. */
static gint32
usual_threshold (SceauBlockRuleKind kind)
{
  switch (kind)
    {
    case SCEAU_BLOCK_RULE_WEIGHTED_MEAN:
      return 1000;
    case SCEAU_BLOCK_RULE_COMPETENCE_SHARE:
      return 7500;
    case SCEAU_BLOCK_RULE_ALL_PASSED:
    default:
      return 0;
    }
}

static void
kind_cb (Rule *rule)
{
  SceauBlockRuleKind kind = (SceauBlockRuleKind) adw_combo_row_get_selected (rule->kind);

  if (!rule->section->showing)
    sceau_plan_draft_set_block_rule (rule->section->draft, rule->block_code, kind, usual_threshold (kind));
}

static void
threshold_cb (Rule *rule)
{
  SceauBlockRuleKind kind = (SceauBlockRuleKind) adw_combo_row_get_selected (rule->kind);

  if (!rule->section->showing)
    sceau_plan_draft_set_block_rule (rule->section->draft, rule->block_code, kind,
                                     (gint32) (gtk_spin_button_get_value (rule->threshold) * 100 + 0.5));
}

/* A number at the end of a row; undo is the plan's, not the field's. */
static GtkSpinButton *
number_new (AdwActionRow *row, double max, guint digits, const char *name)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, max, 1);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), digits);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (spin), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 6);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (row, spin);
  adw_action_row_set_activatable_widget (row, spin);
  return GTK_SPIN_BUTTON (spin);
}

static AdwComboRow *
combo_new (const char *title, const char *const *choices)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  /* Below the title a choice has the whole width, beside it it would be cut. */
  adw_combo_row_set_use_subtitle (row, TRUE);
  return row;
}

static void
add_rule (SceauPlanRules *self, const char *title, const char *block_code)
{
  const char *kinds[] = { _("Every modality passed"), _("Weighted mean with floors"), _("Share of the competences"), NULL };
  AdwPreferencesGroup *group = sceau_plan_group_new (title, NULL);
  Rule *rule = g_new0 (Rule, 1);
  g_autofree char *name = g_strdup_printf (_("Threshold: %s"), title);

  rule->section = self;
  rule->block_code = g_strdup (block_code);
  rule->kind = combo_new (_("Validated by"), kinds);
  rule->threshold_row = sceau_row_new (_("From"), NULL);
  rule->threshold = number_new (rule->threshold_row, 100, 2, name);
  g_signal_connect_swapped (rule->kind, "notify::selected", G_CALLBACK (kind_cb), rule);
  g_signal_connect_swapped (rule->threshold, "value-changed", G_CALLBACK (threshold_cb), rule);
  adw_preferences_group_add (group, GTK_WIDGET (rule->kind));
  adw_preferences_group_add (group, GTK_WIDGET (rule->threshold_row));
  gtk_box_append (self->box, GTK_WIDGET (group));
  g_ptr_array_add (self->rules, rule);
}

static void
retakes_cb (SceauPlanRules *self)
{
  if (!self->showing)
    sceau_plan_draft_set_retakes (self->draft, (SceauRetakePolicy) adw_combo_row_get_selected (self->retakes));
}

static void
appeal_cb (SceauPlanRules *self)
{
  if (!self->showing)
    sceau_plan_draft_set_appeal_days (self->draft, gtk_spin_button_get_value_as_int (self->appeal_days));
}

static void
add_attempts (SceauPlanRules *self)
{
  const char *policies[] = { _("The best attempt"), _("The last attempt"), NULL };
  AdwPreferencesGroup *group = sceau_plan_group_new (_("Attempts and Appeals"), NULL);
  AdwActionRow *row = sceau_row_new (_("Days to appeal"), _("After the results were notified; 0: the plan does not say"));

  self->retakes = combo_new (_("What counts"), policies);
  adw_action_row_set_subtitle_lines (row, 0);
  self->appeal_days = number_new (row, 365, 0, _("Days to appeal"));
  g_signal_connect_swapped (self->retakes, "notify::selected", G_CALLBACK (retakes_cb), self);
  g_signal_connect_swapped (self->appeal_days, "value-changed", G_CALLBACK (appeal_cb), self);
  adw_preferences_group_add (group, GTK_WIDGET (self->retakes));
  adw_preferences_group_add (group, GTK_WIDGET (row));
  gtk_box_append (self->box, GTK_WIDGET (group));
}

static void
show_rule (SceauPlanRules *self, Rule *rule)
{
  const SceauBlockRule *now = sceau_plan_find_block_rule (sceau_plan_draft_get_plan (self->draft), rule->block_code);
  gboolean mean = now->kind == SCEAU_BLOCK_RULE_WEIGHTED_MEAN;

  adw_combo_row_set_selected (rule->kind, now->kind);
  gtk_widget_set_visible (GTK_WIDGET (rule->threshold_row), now->kind != SCEAU_BLOCK_RULE_ALL_PASSED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rule->threshold_row), mean ? _("Mean of at least, out of 20")
                                                                                : _("Share of at least, in per cent"));
  gtk_spin_button_set_range (rule->threshold, 0, mean ? 20 : 100);
  gtk_spin_button_set_value (rule->threshold, now->threshold / 100.0);
}

static void
show (SceauPlanRules *self)
{
  const SceauPlan *plan = sceau_plan_draft_get_plan (self->draft);

  self->showing = TRUE;
  for (guint i = 0; i < self->rules->len; i++)
    show_rule (self, g_ptr_array_index (self->rules, i));
  adw_combo_row_set_selected (self->retakes, plan->retakes);
  gtk_spin_button_set_value (self->appeal_days, plan->appeal_days);
  self->showing = FALSE;
}

static void
sceau_plan_rules_dispose (GObject *object)
{
  SceauPlanRules *self = SCEAU_PLAN_RULES (object);

  /* The controls point to their rule. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (sceau_plan_rules_parent_class)->dispose (object);
}

static void
sceau_plan_rules_class_init (SceauPlanRulesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sceau_plan_rules_dispose;
}

static void
sceau_plan_rules_init (SceauPlanRules *self)
{
  self->rules = g_ptr_array_new_with_free_func (rule_free);
  adw_bin_set_child (ADW_BIN (self), sceau_plan_scrolled_new (&self->box));
}

SceauPlanRules *
sceau_plan_rules_new (SceauPlanDraft *draft)
{
  SceauPlanRules *self = g_object_new (SCEAU_TYPE_PLAN_RULES, NULL);
  const SceauCertification *certification = sceau_plan_draft_get_certification (draft);

  self->draft = g_object_ref (draft);
  for (guint i = 0; i < certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (certification->blocks, i);

      add_rule (self, block->title, block->code);
    }
  if (certification->blocks->len == 0)
    add_rule (self, _("The Whole"), NULL);
  gtk_box_append (self->box, GTK_WIDGET (sceau_plan_list_new (draft, SCEAU_PLAN_LIST_REQUIREMENTS)));
  add_attempts (self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return self;
}
