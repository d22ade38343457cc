/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli-fiche-json.h"

#include "sceau-cli-output.h"

/* A mark, a weight or a threshold: hundredths written as people say them, exactly. */
static void
add_hundredths (JsonBuilder *builder, const char *key, gint32 hundredths)
{
  json_builder_set_member_name (builder, key);
  if (hundredths % 100 == 0)
    json_builder_add_int_value (builder, hundredths / 100);
  else
    json_builder_add_double_value (builder, hundredths / 100.0);
}

static void
add_modality (JsonBuilder *builder, const SceauModality *modality)
{
  json_builder_begin_object (builder);
  sceau_cli_json_text (builder, "code", modality->code);
  sceau_cli_json_text (builder, "type", sceau_modality_type_to_id (modality->type));
  sceau_cli_json_text (builder, "title", modality->title);
  sceau_cli_json_text (builder, "deliverable", modality->deliverable);
  sceau_cli_json_boolean (builder, "collective", modality->collective);
  add_hundredths (builder, "weight", modality->weight);
  sceau_cli_json_text (builder, "scale", sceau_scale_to_id (modality->scale));
  add_hundredths (builder, "pass_mark", modality->pass_mark);
  json_builder_set_member_name (builder, "competences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < modality->competences->len; i++)
    json_builder_add_int_value (builder, g_array_index (modality->competences, int, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_modalities (JsonBuilder *builder, const SceauPlan *plan, const char *block_code)
{
  g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (plan, block_code);

  json_builder_set_member_name (builder, "modalities");
  json_builder_begin_array (builder);
  for (guint i = 0; i < modalities->len; i++)
    add_modality (builder, g_ptr_array_index (modalities, i));
  json_builder_end_array (builder);
}

static void
add_blocks (JsonBuilder *builder, const SceauCertification *certification, const SceauPlan *plan)
{
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (certification->blocks, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "code", block->code);
      sceau_cli_json_text (builder, "title", block->title);
      json_builder_set_member_name (builder, "competences");
      json_builder_begin_array (builder);
      for (guint j = 0; j < block->competences->len; j++)
        json_builder_add_string_value (builder, g_ptr_array_index (block->competences, j));
      json_builder_end_array (builder);
      add_modalities (builder, plan, block->code);
      sceau_cli_json_text (builder, "modalities_text", block->modalities_text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_requirements (JsonBuilder *builder, const SceauPlan *plan)
{
  json_builder_set_member_name (builder, "requirements");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plan->requirements->len; i++)
    {
      const SceauRequirement *requirement = g_ptr_array_index (plan->requirements, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "code", requirement->code);
      sceau_cli_json_text (builder, "title", requirement->title);
      sceau_cli_json_text (builder, "kind", sceau_requirement_kind_to_id (requirement->kind));
      if (requirement->kind == SCEAU_REQUIREMENT_MODALITY)
        sceau_cli_json_text (builder, "modality", requirement->modality_code);
      else
        {
          sceau_cli_json_integer (builder, "min_months", requirement->min_months);
          sceau_cli_json_integer (builder, "max_months", requirement->max_months);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_jury_rule (JsonBuilder *builder, const SceauJuryRule *rule)
{
  json_builder_set_member_name (builder, "jury_rule");
  if (rule == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  sceau_cli_json_integer (builder, "members", rule->members);
  sceau_cli_json_integer (builder, "internal", rule->internal);
  sceau_cli_json_integer (builder, "external", rule->external);
  sceau_cli_json_integer (builder, "quorum", rule->quorum);
  sceau_cli_json_integer (builder, "qualified", rule->qualified);
  json_builder_set_member_name (builder, "functions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rule->functions->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (rule->functions, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_routes (JsonBuilder *builder, const SceauCertification *certification, const SceauPlan *plan)
{
  json_builder_set_member_name (builder, "access_routes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < certification->routes->len; i++)
    {
      const SceauAccessRoute *route = g_ptr_array_index (certification->routes, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "route", sceau_route_to_id (route->route));
      sceau_cli_json_boolean (builder, "open", route->open);
      sceau_cli_json_text (builder, "jury_text", route->jury_text);
      add_jury_rule (builder, sceau_plan_find_jury_rule (plan, route->route));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_certifiers (JsonBuilder *builder, const SceauCertification *certification)
{
  json_builder_set_member_name (builder, "certifiers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < certification->certifiers->len; i++)
    {
      const SceauCertifier *certifier = g_ptr_array_index (certification->certifiers, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "name", certifier->name);
      sceau_cli_json_text (builder, "siret", certifier->siret);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_codes (JsonBuilder *builder, const char *key, GPtrArray *codes)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < codes->len; i++)
    {
      const SceauCode *code = g_ptr_array_index (codes, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "code", code->code);
      sceau_cli_json_text (builder, "label", code->label);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_statistics (JsonBuilder *builder, const SceauCertification *certification)
{
  json_builder_set_member_name (builder, "statistics");
  json_builder_begin_array (builder);
  for (guint i = 0; i < certification->statistics->len; i++)
    {
      const SceauPublishedStatistics *year = g_ptr_array_index (certification->statistics, i);

      json_builder_begin_object (builder);
      sceau_cli_json_integer (builder, "year", year->year);
      sceau_cli_json_figure (builder, "certified", year->certified);
      sceau_cli_json_figure (builder, "certified_vae", year->certified_vae);
      sceau_cli_json_figure (builder, "global_6m", year->global_6m);
      sceau_cli_json_figure (builder, "target_6m", year->target_6m);
      sceau_cli_json_figure (builder, "target_24m", year->target_24m);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
sceau_cli_print_fiche_json (const SceauCertification *certification, const SceauPlan *plan)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sceau_cli_json_text (builder, "code", certification->code);
  sceau_cli_json_text (builder, "title", certification->title);
  sceau_cli_json_text (builder, "register", sceau_register_to_id (certification->register_kind));
  sceau_cli_json_figure (builder, "level", certification->level > 0 ? certification->level : -1);
  sceau_cli_json_boolean (builder, "active", certification->active);
  sceau_cli_json_date (builder, "decision_date", certification->decision_date);
  sceau_cli_json_date (builder, "effect_date", certification->effect_date);
  sceau_cli_json_integer (builder, "duration_years", certification->duration_years);
  sceau_cli_json_date (builder, "registration_end", certification->registration_end);
  sceau_cli_json_date (builder, "last_delivery", certification->last_delivery);
  sceau_cli_json_boolean (builder, "partial_allowed", certification->partial_allowed);
  add_blocks (builder, certification, plan);
  /* The transversal modalities, or all of them when the certification is assessed as a whole. */
  add_modalities (builder, plan, NULL);
  add_requirements (builder, plan);
  add_routes (builder, certification, plan);
  add_certifiers (builder, certification);
  add_codes (builder, "nsf", certification->nsf);
  add_codes (builder, "rome", certification->rome);
  add_codes (builder, "formacodes", certification->formacodes);
  json_builder_set_member_name (builder, "eligible_years");
  json_builder_begin_array (builder);
  for (guint i = 0; i < certification->eligible_years->len; i++)
    json_builder_add_int_value (builder, g_array_index (certification->eligible_years, int, i));
  json_builder_end_array (builder);
  sceau_cli_json_text (builder, "validation_prerequisites", certification->validation_prerequisites);
  add_statistics (builder, certification);
  json_builder_end_object (builder);
  sceau_cli_json_print (builder);
}
