/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <string.h>

#include "sceau-atomic-file.h"
#include "sceau-json-writer-private.h"
#include "sceau-plan-json.h"

static void
write_mark (SceauJsonWriter *writer, const char *key, gint32 value, SceauScale scale)
{
  g_autofree char *text = NULL;

  if (scale == SCEAU_SCALE_TWENTY)
    {
      sceau_json_writer_hundredths (writer, key, value);
      return;
    }
  text = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, value }, scale);
  sceau_json_writer_text (writer, key, text);
}

static void
write_criterion (SceauJsonWriter *writer, const SceauCriterion *criterion)
{
  sceau_json_writer_text (writer, "code", criterion->code);
  sceau_json_writer_text (writer, "title", criterion->title);
  sceau_json_writer_hundredths (writer, "points", criterion->points);
  if (criterion->competence > 0)
    sceau_json_writer_integer (writer, "competence", criterion->competence);
}

/* What a plan does not say is not written: plans from before these keys keep their bytes. */
static void
write_retakes (SceauJsonWriter *writer, const SceauModality *modality)
{
  if (modality->max_attempts > 0)
    sceau_json_writer_integer (writer, "max_attempts", modality->max_attempts);
  if (modality->retake_delay > 0)
    sceau_json_writer_integer (writer, "retake_delay", modality->retake_delay);
  if (modality->retake_cap >= 0)
    write_mark (writer, "retake_cap", modality->retake_cap, modality->scale);
}

static void
write_modality (SceauJsonWriter *writer, const SceauModality *modality)
{
  sceau_json_writer_text (writer, "code", modality->code);
  sceau_json_writer_text (writer, "block", modality->block_code);
  sceau_json_writer_text (writer, "type", sceau_modality_type_to_id (modality->type));
  sceau_json_writer_text (writer, "title", modality->title);
  sceau_json_writer_text (writer, "deliverable", modality->deliverable);
  sceau_json_writer_boolean (writer, "collective", modality->collective);
  if (modality->double_entry)
    sceau_json_writer_boolean (writer, "double_entry", TRUE);
  sceau_json_writer_hundredths (writer, "weight", modality->weight);
  sceau_json_writer_text (writer, "scale", sceau_scale_to_id (modality->scale));
  write_mark (writer, "pass_mark", modality->pass_mark, modality->scale);
  if (modality->floor >= 0)
    write_mark (writer, "floor", modality->floor, modality->scale);
  write_retakes (writer, modality);
  sceau_json_writer_begin (writer, "competences");
  g_string_append_c (writer->text, '[');
  for (guint i = 0; i < modality->competences->len; i++)
    g_string_append_printf (writer->text, "%s%d", i > 0 ? ", " : "", g_array_index (modality->competences, int, i));
  g_string_append_c (writer->text, ']');
  if (modality->criteria->len > 0)
    sceau_json_writer_list (writer, "criteria", modality->criteria, (SceauJsonWriteFunc) write_criterion);
}

static void
write_block_rule (SceauJsonWriter *writer, const SceauBlockRule *rule)
{
  sceau_json_writer_text (writer, "block", rule->block_code);
  sceau_json_writer_text (writer, "kind", sceau_block_rule_kind_to_id (rule->kind));
  if (rule->kind != SCEAU_BLOCK_RULE_ALL_PASSED)
    sceau_json_writer_hundredths (writer, "threshold", rule->threshold);
}

static void
write_requirement (SceauJsonWriter *writer, const SceauRequirement *requirement)
{
  g_autoptr (GPtrArray) routes = g_ptr_array_new ();

  for (int route = 0; route < SCEAU_N_ROUTES; route++)
    if (requirement->exempt_routes & (1u << route))
      g_ptr_array_add (routes, (gpointer) sceau_route_to_id ((SceauRoute) route));
  sceau_json_writer_text (writer, "code", requirement->code);
  sceau_json_writer_text (writer, "title", requirement->title);
  sceau_json_writer_text (writer, "kind", sceau_requirement_kind_to_id (requirement->kind));
  sceau_json_writer_text (writer, "modality", requirement->modality_code);
  if (requirement->kind == SCEAU_REQUIREMENT_COMPANY_PERIOD || requirement->min_months != 0 || requirement->max_months != 0)
    {
      sceau_json_writer_integer (writer, "min_months", requirement->min_months);
      sceau_json_writer_integer (writer, "max_months", requirement->max_months);
    }
  sceau_json_writer_texts (writer, "exempt_routes", routes);
}

static void
write_quota (SceauJsonWriter *writer, const SceauQuota *quota)
{
  g_autoptr (GPtrArray) admissions = g_ptr_array_new ();

  for (int admission = SCEAU_ADMISSION_NORMAL; admission <= SCEAU_ADMISSION_DEROGATION_B; admission++)
    if (quota->admissions & (1u << admission))
      g_ptr_array_add (admissions, (gpointer) sceau_admission_to_id ((SceauAdmission) admission));
  sceau_json_writer_text (writer, "code", quota->code);
  sceau_json_writer_text (writer, "title", quota->title);
  sceau_json_writer_texts (writer, "admissions", admissions);
  sceau_json_writer_integer (writer, "max_percent", quota->max_percent);
}

static void
write_jury_rule (SceauJsonWriter *writer, const SceauJuryRule *rule)
{
  sceau_json_writer_text (writer, "route", sceau_route_to_id (rule->route));
  sceau_json_writer_integer (writer, "members", rule->members);
  sceau_json_writer_integer (writer, "internal", rule->internal);
  sceau_json_writer_integer (writer, "external", rule->external);
  sceau_json_writer_texts (writer, "functions", rule->functions);
  sceau_json_writer_integer (writer, "quorum", rule->quorum);
  sceau_json_writer_integer (writer, "qualified", rule->qualified);
}

char *
sceau_plan_json_write (const SceauPlan *plan)
{
  SceauJsonWriter writer = SCEAU_JSON_WRITER_INIT;

  g_return_val_if_fail (plan != NULL, NULL);

  sceau_json_writer_open (&writer, NULL, '{');
  sceau_json_writer_integer (&writer, "sceau_plan", 1);
  sceau_json_writer_text (&writer, "certification", plan->certification_code);
  sceau_json_writer_text (&writer, "retakes", sceau_retake_policy_to_id (plan->retakes));
  if (plan->appeal_days > 0)
    sceau_json_writer_integer (&writer, "appeal_days", plan->appeal_days);
  sceau_json_writer_list (&writer, "modalities", plan->modalities, (SceauJsonWriteFunc) write_modality);
  sceau_json_writer_list (&writer, "block_rules", plan->block_rules, (SceauJsonWriteFunc) write_block_rule);
  sceau_json_writer_list (&writer, "requirements", plan->requirements, (SceauJsonWriteFunc) write_requirement);
  sceau_json_writer_list (&writer, "quotas", plan->quotas, (SceauJsonWriteFunc) write_quota);
  sceau_json_writer_list (&writer, "jury_rules", plan->jury_rules, (SceauJsonWriteFunc) write_jury_rule);
  sceau_json_writer_close (&writer, '}');
  g_string_append_c (writer.text, '\n');
  return g_string_free (writer.text, FALSE);
}

gboolean
sceau_plan_json_write_file (const SceauPlan *plan, GFile *file, gboolean overwrite, GError **error)
{
  g_autofree char *text = sceau_plan_json_write (plan);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return sceau_atomic_file_save (file, bytes, overwrite, error);
}
