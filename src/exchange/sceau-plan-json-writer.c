/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <string.h>

#include "sceau-atomic-file.h"
#include "sceau-plan-json.h"

/* Written by hand rather than by json-glib, whose numbers go through doubles: the same plan must
 * give the same bytes, and 12.35 must not become 12.3499999. */
typedef struct
{
  GString *text;
  int depth;
  gboolean first; /* nothing stands yet in the innermost object or list */
} Writer;

static void
begin_value (Writer *writer, const char *key)
{
  if (!writer->first)
    g_string_append_c (writer->text, ',');
  g_string_append_printf (writer->text, "\n%*s", writer->depth * 2, "");
  if (key != NULL)
    g_string_append_printf (writer->text, "\"%s\": ", key);
  writer->first = FALSE;
}

static void
open_bracket (Writer *writer, const char *key, char bracket)
{
  if (writer->text->len > 0)
    begin_value (writer, key);
  g_string_append_c (writer->text, bracket);
  writer->depth++;
  writer->first = TRUE;
}

static void
close_bracket (Writer *writer, char bracket)
{
  writer->depth--;
  if (!writer->first)
    g_string_append_printf (writer->text, "\n%*s", writer->depth * 2, "");
  g_string_append_c (writer->text, bracket);
  writer->first = FALSE;
}

static void
append_quoted (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (text, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (text, "\\n");
      else if ((guchar) *p < 0x20)
        g_string_append_printf (text, "\\u%04x", (guint) *p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
write_text (Writer *writer, const char *key, const char *value)
{
  if (value == NULL)
    return;
  begin_value (writer, key);
  append_quoted (writer->text, value);
}

static void
write_integer (Writer *writer, const char *key, int value)
{
  begin_value (writer, key);
  g_string_append_printf (writer->text, "%d", value);
}

static void
write_hundredths (Writer *writer, const char *key, gint32 value)
{
  begin_value (writer, key);
  g_string_append_printf (writer->text, "%d", value / 100);
  if (value % 100 != 0)
    g_string_append_printf (writer->text, value % 10 != 0 ? ".%02d" : ".%d",
                            value % 10 != 0 ? value % 100 : value % 100 / 10);
}

static void
write_mark (Writer *writer, const char *key, gint32 value, SceauScale scale)
{
  g_autofree char *text = NULL;

  if (scale == SCEAU_SCALE_TWENTY)
    {
      write_hundredths (writer, key, value);
      return;
    }
  text = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, value }, scale);
  write_text (writer, key, text);
}

/* Short lists stay on one line. */
static void
write_texts (Writer *writer, const char *key, GPtrArray *texts)
{
  begin_value (writer, key);
  g_string_append_c (writer->text, '[');
  for (guint i = 0; i < texts->len; i++)
    {
      if (i > 0)
        g_string_append (writer->text, ", ");
      append_quoted (writer->text, g_ptr_array_index (texts, i));
    }
  g_string_append_c (writer->text, ']');
}

typedef void (*WriteFunc) (Writer *writer, gconstpointer record);

static void
write_list (Writer *writer, const char *key, GPtrArray *records, WriteFunc write_one)
{
  open_bracket (writer, key, '[');
  for (guint i = 0; i < records->len; i++)
    {
      open_bracket (writer, NULL, '{');
      write_one (writer, g_ptr_array_index (records, i));
      close_bracket (writer, '}');
    }
  close_bracket (writer, ']');
}

static void
write_criterion (Writer *writer, const SceauCriterion *criterion)
{
  write_text (writer, "code", criterion->code);
  write_text (writer, "title", criterion->title);
  write_hundredths (writer, "points", criterion->points);
  if (criterion->competence > 0)
    write_integer (writer, "competence", criterion->competence);
}

/* What a plan does not say is not written: plans from before these keys keep their bytes. */
static void
write_retakes (Writer *writer, const SceauModality *modality)
{
  if (modality->max_attempts > 0)
    write_integer (writer, "max_attempts", modality->max_attempts);
  if (modality->retake_delay > 0)
    write_integer (writer, "retake_delay", modality->retake_delay);
  if (modality->retake_cap >= 0)
    write_mark (writer, "retake_cap", modality->retake_cap, modality->scale);
}

static void
write_modality (Writer *writer, const SceauModality *modality)
{
  write_text (writer, "code", modality->code);
  write_text (writer, "block", modality->block_code);
  write_text (writer, "type", sceau_modality_type_to_id (modality->type));
  write_text (writer, "title", modality->title);
  write_text (writer, "deliverable", modality->deliverable);
  begin_value (writer, "collective");
  g_string_append (writer->text, modality->collective ? "true" : "false");
  if (modality->double_entry)
    {
      begin_value (writer, "double_entry");
      g_string_append (writer->text, "true");
    }
  write_hundredths (writer, "weight", modality->weight);
  write_text (writer, "scale", sceau_scale_to_id (modality->scale));
  write_mark (writer, "pass_mark", modality->pass_mark, modality->scale);
  if (modality->floor >= 0)
    write_mark (writer, "floor", modality->floor, modality->scale);
  write_retakes (writer, modality);
  begin_value (writer, "competences");
  g_string_append_c (writer->text, '[');
  for (guint i = 0; i < modality->competences->len; i++)
    g_string_append_printf (writer->text, "%s%d", i > 0 ? ", " : "", g_array_index (modality->competences, int, i));
  g_string_append_c (writer->text, ']');
  if (modality->criteria->len > 0)
    write_list (writer, "criteria", modality->criteria, (WriteFunc) write_criterion);
}

static void
write_block_rule (Writer *writer, const SceauBlockRule *rule)
{
  write_text (writer, "block", rule->block_code);
  write_text (writer, "kind", sceau_block_rule_kind_to_id (rule->kind));
  if (rule->kind != SCEAU_BLOCK_RULE_ALL_PASSED)
    write_hundredths (writer, "threshold", rule->threshold);
}

static void
write_requirement (Writer *writer, const SceauRequirement *requirement)
{
  g_autoptr (GPtrArray) routes = g_ptr_array_new ();

  for (int route = 0; route < SCEAU_N_ROUTES; route++)
    if (requirement->exempt_routes & (1u << route))
      g_ptr_array_add (routes, (gpointer) sceau_route_to_id ((SceauRoute) route));
  write_text (writer, "code", requirement->code);
  write_text (writer, "title", requirement->title);
  write_text (writer, "kind", sceau_requirement_kind_to_id (requirement->kind));
  write_text (writer, "modality", requirement->modality_code);
  if (requirement->kind == SCEAU_REQUIREMENT_COMPANY_PERIOD || requirement->min_months != 0 || requirement->max_months != 0)
    {
      write_integer (writer, "min_months", requirement->min_months);
      write_integer (writer, "max_months", requirement->max_months);
    }
  write_texts (writer, "exempt_routes", routes);
}

static void
write_quota (Writer *writer, const SceauQuota *quota)
{
  g_autoptr (GPtrArray) admissions = g_ptr_array_new ();

  for (int admission = SCEAU_ADMISSION_NORMAL; admission <= SCEAU_ADMISSION_DEROGATION_B; admission++)
    if (quota->admissions & (1u << admission))
      g_ptr_array_add (admissions, (gpointer) sceau_admission_to_id ((SceauAdmission) admission));
  write_text (writer, "code", quota->code);
  write_text (writer, "title", quota->title);
  write_texts (writer, "admissions", admissions);
  write_integer (writer, "max_percent", quota->max_percent);
}

static void
write_jury_rule (Writer *writer, const SceauJuryRule *rule)
{
  write_text (writer, "route", sceau_route_to_id (rule->route));
  write_integer (writer, "members", rule->members);
  write_integer (writer, "internal", rule->internal);
  write_integer (writer, "external", rule->external);
  write_texts (writer, "functions", rule->functions);
  write_integer (writer, "quorum", rule->quorum);
  write_integer (writer, "qualified", rule->qualified);
}

char *
sceau_plan_json_write (const SceauPlan *plan)
{
  Writer writer = { .text = g_string_new (NULL), .first = TRUE };

  g_return_val_if_fail (plan != NULL, NULL);

  open_bracket (&writer, NULL, '{');
  write_integer (&writer, "sceau_plan", 1);
  write_text (&writer, "certification", plan->certification_code);
  write_text (&writer, "retakes", sceau_retake_policy_to_id (plan->retakes));
  if (plan->appeal_days > 0)
    write_integer (&writer, "appeal_days", plan->appeal_days);
  write_list (&writer, "modalities", plan->modalities, (WriteFunc) write_modality);
  write_list (&writer, "block_rules", plan->block_rules, (WriteFunc) write_block_rule);
  write_list (&writer, "requirements", plan->requirements, (WriteFunc) write_requirement);
  write_list (&writer, "quotas", plan->quotas, (WriteFunc) write_quota);
  write_list (&writer, "jury_rules", plan->jury_rules, (WriteFunc) write_jury_rule);
  close_bracket (&writer, '}');
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
