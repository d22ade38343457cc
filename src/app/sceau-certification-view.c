/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certification-view.h"

#include <glib/gi18n-lib.h>

#include "sceau-rows.h"

struct _SceauCertificationView
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkBox *tags;
  AdwPreferencesGroup *registration;
  AdwPreferencesGroup *blocks;
  AdwPreferencesGroup *whole;
  AdwPreferencesGroup *routes;
  AdwPreferencesGroup *quotas;
  AdwPreferencesGroup *classification;
  AdwPreferencesGroup *texts;
};

G_DEFINE_FINAL_TYPE (SceauCertificationView, sceau_certification_view, ADW_TYPE_BIN)

static void
add_date (AdwPreferencesGroup *group, const char *name, SceauDate date)
{
  g_autofree char *text = date != SCEAU_NO_DATE ? sceau_date_format_long (date) : NULL;

  sceau_group_add_property (group, name, text);
}

static void
add_tags (SceauCertificationView *self, const SceauCertification *certification)
{
  gtk_box_append (self->tags, sceau_tag_new (certification->code, SCEAU_TAG_PLAIN));
  if (certification->level > 0)
    {
      g_autofree char *level = g_strdup_printf (_("Level %d"), certification->level);

      gtk_box_append (self->tags, sceau_tag_new (level, SCEAU_TAG_PLAIN));
    }
  gtk_box_append (self->tags, certification->active ? sceau_tag_new (_("Active"), SCEAU_TAG_SUCCESS)
                                                    : sceau_tag_new (C_("fiche", "Inactive"), SCEAU_TAG_WARNING));
}

static void
add_registration (SceauCertificationView *self, const SceauCertification *certification)
{
  g_autofree char *validity = NULL;

  for (guint i = 0; i < certification->certifiers->len; i++)
    {
      const SceauCertifier *certifier = g_ptr_array_index (certification->certifiers, i);
      g_autofree char *text = certifier->siret != NULL ? g_strdup_printf (_("%s, SIRET %s"), certifier->name, certifier->siret)
                                                       : g_strdup (certifier->name);

      sceau_group_add_property (self->registration, _("Certifier"), text);
    }
  add_date (self->registration, _("Decision"), certification->decision_date);
  add_date (self->registration, _("Effect"), certification->effect_date);
  add_date (self->registration, _("End of registration: last entries"), certification->registration_end);
  add_date (self->registration, _("Last delivery of a certificate"), certification->last_delivery);
  if (certification->validity_years > 0)
    validity = g_strdup_printf (ngettext ("%d year", "%d years", (gulong) certification->validity_years),
                                certification->validity_years);
  sceau_group_add_property (self->registration, _("Validity for its holder"), validity != NULL ? validity : _("Permanent"));
  sceau_group_add_property (self->registration, _("Partial certification"),
                            certification->partial_allowed ? _("Yes, by blocks") : _("No: assessed as a whole"));
}

/* "Étude de cas · coefficient 2 · admis à 10" */
static char *
describe_modality (const SceauModality *modality)
{
  g_autoptr (GString) text = g_string_new (sceau_modality_type_title (modality->type));
  g_autofree char *pass = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, modality->pass_mark }, modality->scale);

  if (modality->weight % 100 == 0)
    g_string_append_printf (text, _(" · weight %d"), modality->weight / 100);
  else
    g_string_append_printf (text, _(" · weight %d,%02d"), modality->weight / 100, modality->weight % 100);
  g_string_append_printf (text, _(" · passed from %s"), pass);
  if (modality->collective)
    g_string_append (text, _(" · one mark for the group"));
  if (modality->deliverable != NULL)
    g_string_append_printf (text, "\n%s", modality->deliverable);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static AdwActionRow *
modality_row_new (const SceauModality *modality)
{
  g_autofree char *subtitle = describe_modality (modality);
  AdwActionRow *row = sceau_row_new (modality->title, subtitle);

  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  adw_action_row_add_prefix (row, gtk_image_new_from_icon_name ("document-edit-symbolic"));
  return row;
}

static char *
describe_rule (const SceauBlockRule *rule)
{
  switch (rule->kind)
    {
    case SCEAU_BLOCK_RULE_WEIGHTED_MEAN:
      return g_strdup_printf (_("Validated by the weighted mean, from %d,%02d"), rule->threshold / 100, rule->threshold % 100);
    case SCEAU_BLOCK_RULE_COMPETENCE_SHARE:
      return g_strdup_printf (_("Validated from %d %% of the competences"), rule->threshold / 100);
    case SCEAU_BLOCK_RULE_ALL_PASSED:
    default:
      return g_strdup (_("Validated when every modality is passed"));
    }
}

static void
add_competences (AdwExpanderRow *expander, const SceauBlock *block)
{
  for (guint i = 0; i < block->competences->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      AdwActionRow *row = sceau_row_new (g_ptr_array_index (block->competences, i), NULL);

      adw_action_row_set_title_lines (row, 0);
      adw_action_row_add_prefix (row, sceau_tag_new (number, SCEAU_TAG_PLAIN));
      adw_expander_row_add_row (expander, GTK_WIDGET (row));
    }
}

static void
add_block (SceauCertificationView *self, const SceauBlock *block, const SceauPlan *plan)
{
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%s · %u competence", "%s · %u competences", block->competences->len),
                                               block->code, block->competences->len);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), block->title);
  adw_expander_row_set_subtitle (expander, subtitle);
  add_competences (expander, block);
  if (plan != NULL)
    {
      g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (plan, block->code);
      g_autofree char *rule = describe_rule (sceau_plan_find_block_rule (plan, block->code));

      for (guint i = 0; i < modalities->len; i++)
        adw_expander_row_add_row (expander, GTK_WIDGET (modality_row_new (g_ptr_array_index (modalities, i))));
      adw_expander_row_add_row (expander, GTK_WIDGET (sceau_property_row_new (_("Rule"), rule)));
    }
  if (block->modalities_text != NULL)
    adw_expander_row_add_row (expander, GTK_WIDGET (sceau_property_row_new (_("Modalities, in the words of the fiche"),
                                                                           block->modalities_text)));
  adw_preferences_group_add (self->blocks, GTK_WIDGET (expander));
}

static void
add_whole (SceauCertificationView *self, const SceauCertification *certification, const SceauPlan *plan)
{
  g_autoptr (GPtrArray) modalities = plan != NULL ? sceau_plan_list_modalities (plan, NULL) : NULL;

  for (guint i = 0; modalities != NULL && i < modalities->len; i++)
    adw_preferences_group_add (self->whole, GTK_WIDGET (modality_row_new (g_ptr_array_index (modalities, i))));
  for (guint i = 0; plan != NULL && i < plan->requirements->len; i++)
    {
      const SceauRequirement *requirement = g_ptr_array_index (plan->requirements, i);

      sceau_group_add_property (self->whole, _("Requirement"), requirement->title);
    }
  if (certification->blocks->len == 0)
    adw_preferences_group_set_title (self->whole, _("Evaluation"));
  gtk_widget_set_visible (GTK_WIDGET (self->whole),
                          plan != NULL && (modalities->len > 0 || plan->requirements->len > 0));
}

static void
add_routes (SceauCertificationView *self, const SceauCertification *certification)
{
  for (guint i = 0; i < certification->routes->len; i++)
    {
      const SceauAccessRoute *route = g_ptr_array_index (certification->routes, i);
      AdwActionRow *row = sceau_row_new (sceau_route_title (route->route), route->jury_text);

      adw_action_row_set_subtitle_lines (row, 0);
      adw_action_row_add_suffix (row, route->open ? sceau_tag_new (_("Yes"), SCEAU_TAG_SUCCESS)
                                                  : sceau_tag_new (_("No"), SCEAU_TAG_PLAIN));
      adw_preferences_group_add (self->routes, GTK_WIDGET (row));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->routes), certification->routes->len > 0);
}

static void
add_quotas (SceauCertificationView *self, const SceauPlan *plan)
{
  for (guint i = 0; plan != NULL && i < plan->quotas->len; i++)
    {
      const SceauQuota *quota = g_ptr_array_index (plan->quotas, i);
      g_autofree char *text = g_strdup_printf (_("at most %d %% of the cohort"), quota->max_percent);

      sceau_group_add_property (self->quotas, quota->title, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->quotas), plan != NULL && plan->quotas->len > 0);
}

static void
add_codes (AdwPreferencesGroup *group, const char *name, GPtrArray *codes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    {
      const SceauCode *code = g_ptr_array_index (codes, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", code->code);
      if (code->label != NULL && *code->label != '\0')
        g_string_append_printf (text, " – %s", code->label);
    }
  sceau_group_add_property (group, name, text->str);
}

static void
sceau_certification_view_class_init (SceauCertificationViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-certification-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauCertificationView, title);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificationView, tags);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificationView, registration);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificationView, blocks);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificationView, whole);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificationView, routes);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificationView, quotas);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificationView, classification);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificationView, texts);
}

static void
sceau_certification_view_init (SceauCertificationView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SceauCertificationView *
sceau_certification_view_new (const SceauCertification *certification, const SceauPlan *plan)
{
  SceauCertificationView *self = g_object_new (SCEAU_TYPE_CERTIFICATION_VIEW, NULL);

  gtk_label_set_text (self->title, certification->title);
  add_tags (self, certification);
  add_registration (self, certification);
  for (guint i = 0; i < certification->blocks->len; i++)
    add_block (self, g_ptr_array_index (certification->blocks, i), plan);
  gtk_widget_set_visible (GTK_WIDGET (self->blocks), certification->blocks->len > 0);
  add_whole (self, certification, plan);
  add_routes (self, certification);
  add_quotas (self, plan);
  add_codes (self->classification, _("NSF"), certification->nsf);
  add_codes (self->classification, _("Formacodes"), certification->formacodes);
  add_codes (self->classification, _("ROME"), certification->rome);
  sceau_group_add_property (self->texts, _("Entry prerequisites"), certification->entry_prerequisites);
  sceau_group_add_property (self->texts, _("Asked beside the blocks"), certification->validation_prerequisites);
  sceau_group_add_property (self->texts, _("Objectives"), certification->objectives);
  sceau_group_add_property (self->texts, _("Jobs"), certification->jobs);
  return self;
}
