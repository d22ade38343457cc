/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-exchange-error.h"
#include "sceau-input-file.h"
#include "sceau-json-fields-private.h"
#include "sceau-plan-json.h"

#define MAX_PLAN_BYTES (1024 * 1024)
#define MAX_WEIGHT 10000 /* coefficient 100 */
#define MAX_POINTS 100000 /* 1000 points */
#define MAX_ATTEMPTS 99
#define MAX_DAYS 3650

static void
unknown_identifier (SceauJsonObject *object, const char *key, const char *value)
{
  sceau_json_fault (object, key, value, _("This word is not one of those that may stand here."),
                    _("See the list in the documentation of the plan."));
}

/* A mark in the words of its scale: a number out of 20, a letter, or A, PA, NA. */
static gint32
read_mark (SceauJsonObject *object, const char *key, SceauScale scale, gint32 absent)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  SceauMark mark;

  if (scale == SCEAU_SCALE_TWENTY || !sceau_json_is_text (object, key))
    return sceau_json_hundredths (object, key, 0, sceau_scale_maximum (scale), absent);
  text = sceau_json_text (object, key);
  if (text != NULL && sceau_mark_parse (text, scale, &mark, &error) && mark.kind == SCEAU_MARK_VALUE)
    return mark.value;
  sceau_json_fault (object, key, text, error != NULL ? error->message : _("This is not a value of the scale."),
                    _("Write a value of the scale of the modality."));
  return absent;
}

static void
read_competences (SceauJsonObject *object, GArray *competences)
{
  guint n = sceau_json_length (object, "competences");

  for (guint i = 0; i < n; i++)
    {
      int number = sceau_json_element_integer (object, "competences", i, 1, 200, 0);

      if (number > 0)
        g_array_append_val (competences, number);
    }
}

static void
read_criterion (SceauModality *modality, SceauJsonObject *object)
{
  SceauCriterion *criterion = sceau_criterion_new ();

  criterion->code = sceau_json_mandatory (object, "code");
  criterion->title = sceau_json_mandatory (object, "title");
  if (!sceau_json_has (object, "points"))
    sceau_json_fault (object, "points", NULL, _("The key is missing or empty."), _("Add it."));
  criterion->points = sceau_json_hundredths (object, "points", 1, MAX_POINTS, 0);
  criterion->competence = sceau_json_integer (object, "competence", 1, 200, 0);
  g_ptr_array_add (modality->criteria, criterion);
}

static void
read_criteria (SceauJsonObject *object, SceauModality *modality)
{
  guint n = sceau_json_length (object, "criteria");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SceauJsonObject) criterion = sceau_json_element_object (object, "criteria", i);

      if (criterion != NULL)
        read_criterion (modality, criterion);
    }
}

static void
read_modality (SceauPlan *plan, SceauJsonObject *object)
{
  SceauModality *modality = sceau_modality_new ();
  g_autofree char *type = sceau_json_mandatory (object, "type");
  g_autofree char *scale = sceau_json_text (object, "scale");

  modality->code = sceau_json_mandatory (object, "code");
  modality->block_code = sceau_json_text (object, "block");
  modality->title = sceau_json_mandatory (object, "title");
  modality->deliverable = sceau_json_text (object, "deliverable");
  modality->collective = sceau_json_boolean (object, "collective", FALSE);
  modality->double_entry = sceau_json_boolean (object, "double_entry", FALSE);
  modality->weight = sceau_json_hundredths (object, "weight", 1, MAX_WEIGHT, 100);
  if (type != NULL && !sceau_modality_type_from_id (type, &modality->type))
    unknown_identifier (object, "type", type);
  if (scale != NULL && !sceau_scale_from_id (scale, &modality->scale))
    unknown_identifier (object, "scale", scale);
  if (!sceau_json_has (object, "pass_mark"))
    sceau_json_fault (object, "pass_mark", NULL, _("The key is missing or empty."), _("Add it."));
  modality->pass_mark = read_mark (object, "pass_mark", modality->scale, 0);
  modality->floor = read_mark (object, "floor", modality->scale, -1);
  modality->max_attempts = sceau_json_integer (object, "max_attempts", 0, MAX_ATTEMPTS, 0);
  modality->retake_delay = sceau_json_integer (object, "retake_delay", 0, MAX_DAYS, 0);
  modality->retake_cap = read_mark (object, "retake_cap", modality->scale, -1);
  read_criteria (object, modality);
  read_competences (object, modality->competences);
  g_ptr_array_add (plan->modalities, modality);
}

static void
read_block_rule (SceauPlan *plan, SceauJsonObject *object)
{
  g_autofree char *block = sceau_json_text (object, "block");
  g_autofree char *id = sceau_json_mandatory (object, "kind");
  SceauBlockRuleKind kind = SCEAU_BLOCK_RULE_ALL_PASSED;
  gint32 maximum;
  gint32 threshold;

  if (id != NULL && !sceau_block_rule_kind_from_id (id, &kind))
    unknown_identifier (object, "kind", id);
  maximum = kind == SCEAU_BLOCK_RULE_WEIGHTED_MEAN ? sceau_scale_maximum (SCEAU_SCALE_TWENTY) : 10000;
  threshold = sceau_json_hundredths (object, "threshold", 0, maximum, 0);
  if (kind != SCEAU_BLOCK_RULE_ALL_PASSED && !sceau_json_has (object, "threshold"))
    sceau_json_fault (object, "threshold", NULL, _("The key is missing or empty."), _("Add it."));
  g_ptr_array_add (plan->block_rules, sceau_block_rule_new (block, kind, threshold));
}

static void
read_requirement (SceauPlan *plan, SceauJsonObject *object)
{
  SceauRequirement *requirement = sceau_requirement_new ();
  g_autofree char *kind = sceau_json_mandatory (object, "kind");
  guint n = sceau_json_length (object, "exempt_routes");

  requirement->code = sceau_json_mandatory (object, "code");
  requirement->title = sceau_json_mandatory (object, "title");
  requirement->modality_code = sceau_json_text (object, "modality");
  requirement->min_months = sceau_json_integer (object, "min_months", 0, 120, 0);
  requirement->max_months = sceau_json_integer (object, "max_months", 0, 120, 0);
  if (kind != NULL && !sceau_requirement_kind_from_id (kind, &requirement->kind))
    unknown_identifier (object, "kind", kind);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = sceau_json_element_text (object, "exempt_routes", i);
      SceauRoute route;

      if (id != NULL && sceau_route_from_id (id, &route))
        requirement->exempt_routes |= 1u << route;
      else if (id != NULL)
        unknown_identifier (object, "exempt_routes", id);
    }
  if (requirement->max_months > 0 && requirement->max_months < requirement->min_months)
    sceau_json_fault (object, "max_months", NULL, _("The longest period is shorter than the shortest one."),
                      _("Exchange min_months and max_months."));
  g_ptr_array_add (plan->requirements, requirement);
}

static void
read_quota (SceauPlan *plan, SceauJsonObject *object)
{
  SceauQuota *quota = sceau_quota_new ();
  guint n = sceau_json_length (object, "admissions");

  quota->code = sceau_json_mandatory (object, "code");
  quota->title = sceau_json_mandatory (object, "title");
  if (!sceau_json_has (object, "max_percent"))
    sceau_json_fault (object, "max_percent", NULL, _("The key is missing or empty."), _("Add it."));
  quota->max_percent = sceau_json_integer (object, "max_percent", 0, 100, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = sceau_json_element_text (object, "admissions", i);
      SceauAdmission admission;

      if (id != NULL && sceau_admission_from_id (id, &admission))
        quota->admissions |= 1u << admission;
      else if (id != NULL)
        unknown_identifier (object, "admissions", id);
    }
  g_ptr_array_add (plan->quotas, quota);
}

static void
read_jury_rule (SceauPlan *plan, SceauJsonObject *object)
{
  g_autofree char *id = sceau_json_mandatory (object, "route");
  SceauRoute route = SCEAU_ROUTE_INITIAL;
  SceauJuryRule *rule;
  guint n = sceau_json_length (object, "functions");

  if (id != NULL && !sceau_route_from_id (id, &route))
    unknown_identifier (object, "route", id);
  rule = sceau_jury_rule_new (route);
  rule->members = sceau_json_integer (object, "members", 0, 100, 0);
  rule->internal = sceau_json_integer (object, "internal", 0, 100, 0);
  rule->external = sceau_json_integer (object, "external", 0, 100, 0);
  rule->quorum = sceau_json_integer (object, "quorum", 0, 100, 0);
  rule->qualified = sceau_json_integer (object, "qualified", 0, 100, 0);
  for (guint i = 0; i < n; i++)
    {
      char *function = sceau_json_element_text (object, "functions", i);

      if (function != NULL)
        g_ptr_array_add (rule->functions, function);
    }
  if (rule->members > 0 && rule->internal + rule->external > rule->members)
    sceau_json_fault (object, "members", NULL, _("The internal and the external members are more than all members."),
                      _("Correct one of the three numbers."));
  g_ptr_array_add (plan->jury_rules, rule);
}

static void
read_list (SceauPlan *plan, SceauJsonObject *root, const char *key, void (*read_one) (SceauPlan *, SceauJsonObject *))
{
  guint n = sceau_json_length (root, key);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SceauJsonObject) object = sceau_json_element_object (root, key, i);

      if (object != NULL)
        read_one (plan, object);
    }
}

static SceauPlan *
read_plan (SceauJsonObject *root)
{
  g_autofree char *code = sceau_json_mandatory (root, "certification");
  g_autofree char *retakes = sceau_json_text (root, "retakes");
  SceauPlan *plan = sceau_plan_new (code);
  SceauRegister kind;

  if (sceau_json_integer (root, "sceau_plan", 1, 1, 0) == 0 && !sceau_json_has (root, "sceau_plan"))
    sceau_json_fault (root, "sceau_plan", NULL, _("The file does not say that it is an evaluation plan of version 1."),
                      _("Add “\"sceau_plan\": 1”, or export a plan and edit that file."));
  if (code != NULL && !sceau_register_from_code (code, &kind))
    sceau_json_fault (root, "certification", code, _("This is not the number of a fiche."),
                      _("A number is RNCP, RS or INV and digits, for instance RNCP41445."));
  if (retakes != NULL && !sceau_retake_policy_from_id (retakes, &plan->retakes))
    unknown_identifier (root, "retakes", retakes);
  plan->appeal_days = sceau_json_integer (root, "appeal_days", 0, MAX_DAYS, 0);
  read_list (plan, root, "modalities", read_modality);
  read_list (plan, root, "block_rules", read_block_rule);
  read_list (plan, root, "requirements", read_requirement);
  read_list (plan, root, "quotas", read_quota);
  read_list (plan, root, "jury_rules", read_jury_rule);
  return plan;
}

SceauPlan *
sceau_plan_json_read (const char *text, gssize length, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauJson) json = NULL;
  g_autoptr (SceauPlan) plan = NULL;
  SceauJsonObject *root;
  guint errors;

  g_return_val_if_fail (text != NULL && faults != NULL, NULL);

  errors = sceau_faults_count_errors (faults);
  json = sceau_json_new (text, length, faults, error);
  if (json == NULL)
    return NULL;
  root = sceau_json_root (json);
  if (root != NULL)
    plan = read_plan (root);
  sceau_json_object_close (root);
  if (sceau_faults_count_errors (faults) == errors)
    return g_steal_pointer (&plan);
  g_set_error (
      error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_FAULTY,
      ngettext ("The plan has %u fault.", "The plan has %u faults.", sceau_faults_count_errors (faults) - errors),
      sceau_faults_count_errors (faults) - errors);
  return NULL;
}

SceauPlan *
sceau_plan_json_read_file (GFile *file, SceauFaults *faults, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = sceau_input_file_load (file, MAX_PLAN_BYTES, cancellable, error);
  gsize length = 0;
  const char *text;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  return sceau_plan_json_read (text != NULL ? text : "", (gssize) length, faults, error);
}
