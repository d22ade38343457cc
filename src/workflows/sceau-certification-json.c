/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-workflow-private.h"

/* Figures that the fiche leaves out are left out here. */
static void
set_figure (JsonObject *object, const char *name, int figure)
{
  if (figure >= 0)
    json_object_set_int_member (object, name, figure);
}

static JsonObject *
block_to_json (const SceauBlock *block)
{
  JsonObject *object = json_object_new ();

  sceau_json_set_text (object, "code", block->code);
  sceau_json_set_text (object, "title", block->title);
  sceau_json_set_texts (object, "competences", block->competences);
  sceau_json_set_text (object, "competences_text", block->competences_text);
  sceau_json_set_text (object, "modalities_text", block->modalities_text);
  sceau_json_set_text (object, "prerequisites", block->prerequisites);
  if (block->optional)
    json_object_set_boolean_member (object, "optional", TRUE);
  return object;
}

static JsonObject *
route_to_json (const SceauAccessRoute *route)
{
  JsonObject *object = json_object_new ();

  sceau_json_set_text (object, "route", sceau_route_to_id (route->route));
  json_object_set_boolean_member (object, "open", route->open);
  sceau_json_set_text (object, "jury_text", route->jury_text);
  sceau_json_set_date (object, "modified", route->modified);
  return object;
}

static JsonObject *
certifier_to_json (const SceauCertifier *certifier)
{
  JsonObject *object = json_object_new ();

  sceau_json_set_text (object, "name", certifier->name);
  sceau_json_set_text (object, "siret", certifier->siret);
  sceau_json_set_text (object, "trade_name", certifier->trade_name);
  sceau_json_set_text (object, "website", certifier->website);
  json_object_set_boolean_member (object, "active", certifier->active);
  return object;
}

static JsonObject *
code_to_json (const SceauCode *code)
{
  JsonObject *object = json_object_new ();

  sceau_json_set_text (object, "code", code->code);
  sceau_json_set_text (object, "label", code->label);
  return object;
}

static JsonObject *
statistics_to_json (const SceauPublishedStatistics *row)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "year", row->year);
  set_figure (object, "certified", row->certified);
  set_figure (object, "certified_vae", row->certified_vae);
  set_figure (object, "global_6m", row->global_6m);
  set_figure (object, "target_6m", row->target_6m);
  set_figure (object, "target_24m", row->target_24m);
  return object;
}

typedef JsonObject *(*RecordToJson) (gconstpointer record);

static void
set_records (JsonObject *object, const char *name, GPtrArray *records, RecordToJson to_json)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < records->len; i++)
    json_array_add_object_element (array, to_json (g_ptr_array_index (records, i)));
  json_object_set_array_member (object, name, array);
}

static void
set_registration (JsonObject *object, const SceauCertification *certification)
{
  sceau_json_set_text (object, "state", certification->state);
  json_object_set_boolean_member (object, "active", certification->active);
  json_object_set_int_member (object, "level", certification->level);
  sceau_json_set_text (object, "level_label", certification->level_label);
  sceau_json_set_date (object, "decision_date", certification->decision_date);
  sceau_json_set_date (object, "effect_date", certification->effect_date);
  json_object_set_int_member (object, "duration_years", certification->duration_years);
  sceau_json_set_date (object, "registration_end", certification->registration_end);
  sceau_json_set_date (object, "last_delivery", certification->last_delivery);
  sceau_json_set_text (object, "registration_type", certification->registration_type);
  json_object_set_int_member (object, "validity_years", certification->validity_years);
  json_object_set_boolean_member (object, "partial_allowed", certification->partial_allowed);
}

static void
set_prose (JsonObject *object, const SceauCertification *certification)
{
  sceau_json_set_text (object, "objectives", certification->objectives);
  sceau_json_set_text (object, "activities", certification->activities);
  sceau_json_set_text (object, "capacities", certification->capacities);
  sceau_json_set_text (object, "sectors", certification->sectors);
  sceau_json_set_text (object, "jobs", certification->jobs);
  sceau_json_set_text (object, "regulations", certification->regulations);
  sceau_json_set_text (object, "entry_prerequisites", certification->entry_prerequisites);
  sceau_json_set_text (object, "validation_prerequisites", certification->validation_prerequisites);
  sceau_json_set_text (object, "description_url", certification->description_url);
}

JsonObject *
sceau_json_from_certification (const SceauCertification *certification)
{
  JsonObject *object = json_object_new ();
  JsonArray *years = json_array_new ();

  sceau_json_set_text (object, "code", certification->code);
  sceau_json_set_text (object, "title", certification->title);
  sceau_json_set_text (object, "register", sceau_register_to_id (certification->register_kind));
  set_registration (object, certification);
  set_prose (object, certification);
  set_records (object, "blocks", certification->blocks, (RecordToJson) block_to_json);
  set_records (object, "access_routes", certification->routes, (RecordToJson) route_to_json);
  set_records (object, "certifiers", certification->certifiers, (RecordToJson) certifier_to_json);
  set_records (object, "nsf", certification->nsf, (RecordToJson) code_to_json);
  set_records (object, "rome", certification->rome, (RecordToJson) code_to_json);
  set_records (object, "formacodes", certification->formacodes, (RecordToJson) code_to_json);
  set_records (object, "statistics", certification->statistics, (RecordToJson) statistics_to_json);
  for (guint i = 0; i < certification->eligible_years->len; i++)
    json_array_add_int_element (years, g_array_index (certification->eligible_years, int, i));
  json_object_set_array_member (object, "eligible_years", years);
  sceau_json_set_texts (object, "former_codes", certification->former_codes);
  sceau_json_set_texts (object, "newer_codes", certification->newer_codes);
  return object;
}
