/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-plan-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-plan-modalities-private.h"
#include "sceau-table-private.h"

#define NOT_FOUND N_("The certification “%s” has no evaluation plan. Import or write one first.")

/* Saving ------------------------------------------------------------------------- */

static gboolean
save_head (SceauDatabase *database, const SceauPlan *plan, GError **error)
{
  return sceau_database_run (database, error,
                             "INSERT INTO plan (certification_code, retakes, appeal_days) VALUES ($1, $2, $3) "
                             "ON CONFLICT (certification_code) DO UPDATE SET retakes = excluded.retakes, "
                             "appeal_days = excluded.appeal_days",
                             "tti", plan->certification_code, sceau_retake_policy_to_id (plan->retakes), plan->appeal_days);
}

static gboolean
delete_lists (SceauDatabase *database, const char *code, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM requirement WHERE certification_code = $1",
    "DELETE FROM block_rule WHERE certification_code = $1",
    "DELETE FROM quota WHERE certification_code = $1",
    "DELETE FROM jury_rule_function WHERE certification_code = $1",
    "DELETE FROM jury_rule WHERE certification_code = $1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!sceau_database_run (database, error, statements[i], "t", code))
      return FALSE;
  return TRUE;
}

static gboolean
save_rules (SceauDatabase *database, const SceauPlan *plan, GError **error)
{
  for (guint i = 0; i < plan->block_rules->len; i++)
    {
      const SceauBlockRule *rule = g_ptr_array_index (plan->block_rules, i);

      if (!sceau_database_run (database, error,
                               "INSERT INTO block_rule (certification_code, position, block_code, kind, threshold) "
                               "VALUES ($1, $2, $3, $4, $5)",
                               "titti", plan->certification_code, (int) i, rule->block_code,
                               sceau_block_rule_kind_to_id (rule->kind), (int) rule->threshold))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_requirements (SceauDatabase *database, const SceauPlan *plan, GError **error)
{
  for (guint i = 0; i < plan->requirements->len; i++)
    {
      const SceauRequirement *requirement = g_ptr_array_index (plan->requirements, i);

      if (!sceau_database_run (database, error,
                               "INSERT INTO requirement (certification_code, position, code, title, kind, modality_code, "
                               "min_months, max_months, exempt_routes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                               "tittttiii", plan->certification_code, (int) i, requirement->code, requirement->title,
                               sceau_requirement_kind_to_id (requirement->kind), requirement->modality_code,
                               requirement->min_months, requirement->max_months, (int) requirement->exempt_routes))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_quotas (SceauDatabase *database, const SceauPlan *plan, GError **error)
{
  for (guint i = 0; i < plan->quotas->len; i++)
    {
      const SceauQuota *quota = g_ptr_array_index (plan->quotas, i);

      if (!sceau_database_run (database, error,
                               "INSERT INTO quota (certification_code, position, code, title, admissions, max_percent) "
                               "VALUES ($1, $2, $3, $4, $5, $6)",
                               "tittii", plan->certification_code, (int) i, quota->code, quota->title,
                               (int) quota->admissions, quota->max_percent))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_functions (SceauDatabase *database, const char *code, const SceauJuryRule *rule, int position, GError **error)
{
  for (guint i = 0; i < rule->functions->len; i++)
    if (!sceau_database_run (database, error,
                             "INSERT INTO jury_rule_function (certification_code, jury_rule_position, position, function) "
                             "VALUES ($1, $2, $3, $4)",
                             "tiit", code, position, (int) i, g_ptr_array_index (rule->functions, i)))
      return FALSE;
  return TRUE;
}

static gboolean
save_jury_rules (SceauDatabase *database, const SceauPlan *plan, GError **error)
{
  for (guint i = 0; i < plan->jury_rules->len; i++)
    {
      const SceauJuryRule *rule = g_ptr_array_index (plan->jury_rules, i);

      if (!sceau_database_run (database, error,
                               "INSERT INTO jury_rule (certification_code, position, route, members, internal, external, "
                               "quorum, qualified) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                               "titiiiii", plan->certification_code, (int) i, sceau_route_to_id (rule->route), rule->members,
                               rule->internal, rule->external, rule->quorum, rule->qualified)
          || !save_functions (database, plan->certification_code, rule, (int) i, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sceau_plan_table_save (SceauSchool *school, const SceauPlan *plan, GError **error)
{
  SceauDatabase *database;
  gboolean own;
  gboolean done;

  g_return_val_if_fail (school != NULL && plan != NULL, FALSE);

  database = sceau_school_database (school);
  if (!sceau_school_enter (school, &own, error))
    return FALSE;
  done = save_head (database, plan, error) && delete_lists (database, plan->certification_code, error)
         && sceau_plan_modalities_save (database, plan, error)
         && save_rules (database, plan, error) && save_requirements (database, plan, error)
         && save_quotas (database, plan, error) && save_jury_rules (database, plan, error);
  return sceau_school_leave (school, own, done, error);
}

/* Loading -------------------------------------------------------------------------- */

static gpointer
read_head (SceauStatement *row)
{
  SceauPlan *plan = sceau_plan_new (sceau_statement_get_text (row, 0));

  SCEAU_TABLE_GET_ENUM (row, 1, sceau_retake_policy_from_id, &plan->retakes);
  plan->appeal_days = (int) sceau_statement_get_int (row, 2);
  return plan;
}

static void
add_rule (SceauPlan *plan, SceauStatement *row)
{
  SceauBlockRuleKind kind = SCEAU_BLOCK_RULE_ALL_PASSED;

  SCEAU_TABLE_GET_ENUM (row, 1, sceau_block_rule_kind_from_id, &kind);
  g_ptr_array_add (plan->block_rules, sceau_block_rule_new (sceau_statement_get_text (row, 0), kind,
                                                            (gint32) sceau_statement_get_int (row, 2)));
}

static void
add_requirement (SceauPlan *plan, SceauStatement *row)
{
  SceauRequirement *requirement = sceau_requirement_new ();

  requirement->code = sceau_statement_dup_text (row, 0);
  requirement->title = sceau_statement_dup_text (row, 1);
  SCEAU_TABLE_GET_ENUM (row, 2, sceau_requirement_kind_from_id, &requirement->kind);
  requirement->modality_code = sceau_statement_dup_text (row, 3);
  requirement->min_months = (int) sceau_statement_get_int (row, 4);
  requirement->max_months = (int) sceau_statement_get_int (row, 5);
  requirement->exempt_routes = (guint) sceau_statement_get_int (row, 6);
  g_ptr_array_add (plan->requirements, requirement);
}

static void
add_quota (SceauPlan *plan, SceauStatement *row)
{
  SceauQuota *quota = sceau_quota_new ();

  quota->code = sceau_statement_dup_text (row, 0);
  quota->title = sceau_statement_dup_text (row, 1);
  quota->admissions = (guint) sceau_statement_get_int (row, 2);
  quota->max_percent = (int) sceau_statement_get_int (row, 3);
  g_ptr_array_add (plan->quotas, quota);
}

static void
add_jury_rule (SceauPlan *plan, SceauStatement *row)
{
  SceauRoute route = SCEAU_ROUTE_INITIAL;
  SceauJuryRule *rule;

  SCEAU_TABLE_GET_ENUM (row, 0, sceau_route_from_id, &route);
  rule = sceau_jury_rule_new (route);
  rule->members = (int) sceau_statement_get_int (row, 1);
  rule->internal = (int) sceau_statement_get_int (row, 2);
  rule->external = (int) sceau_statement_get_int (row, 3);
  rule->quorum = (int) sceau_statement_get_int (row, 4);
  rule->qualified = (int) sceau_statement_get_int (row, 5);
  g_ptr_array_add (plan->jury_rules, rule);
}

static void
add_function (SceauPlan *plan, SceauStatement *row)
{
  guint position = (guint) sceau_statement_get_int (row, 0);

  if (position < plan->jury_rules->len)
    g_ptr_array_add (((SceauJuryRule *) g_ptr_array_index (plan->jury_rules, position))->functions,
                     sceau_statement_dup_text (row, 1));
}

static const struct
{
  const char *sql;
  SceauPlanAdd add;
} lists[] = {
  { "SELECT block_code, kind, threshold FROM block_rule WHERE certification_code = $1 ORDER BY position", add_rule },
  { "SELECT code, title, kind, modality_code, min_months, max_months, exempt_routes FROM requirement "
    "WHERE certification_code = $1 ORDER BY position", add_requirement },
  { "SELECT code, title, admissions, max_percent FROM quota WHERE certification_code = $1 ORDER BY position", add_quota },
  { "SELECT route, members, internal, external, quorum, qualified FROM jury_rule WHERE certification_code = $1 ORDER BY position",
    add_jury_rule },
  { "SELECT jury_rule_position, function FROM jury_rule_function WHERE certification_code = $1 "
    "ORDER BY jury_rule_position, position", add_function },
};

gboolean
sceau_plan_load_list (SceauDatabase *database, SceauPlan *plan, const char *sql, SceauPlanAdd add, GError **error)
{
  g_autoptr (SceauStatement) rows = sceau_statement_new (database, sql, error);
  SceauStep step;

  if (rows == NULL)
    return FALSE;
  sceau_statement_bind_text (rows, 1, plan->certification_code);
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    add (plan, rows);
  return step == SCEAU_STEP_DONE;
}

SceauPlan *
sceau_plan_table_find (SceauSchool *school, const char *certification_code, GError **error)
{
  SceauDatabase *database;
  SceauStatement *statement;
  g_autoptr (SceauPlan) plan = NULL;

  g_return_val_if_fail (school != NULL && certification_code != NULL, NULL);

  database = sceau_school_database (school);
  statement = sceau_statement_new (database, "SELECT certification_code, retakes, appeal_days FROM plan WHERE certification_code = $1",
                                   error);
  if (statement == NULL)
    return NULL;
  sceau_statement_bind_text (statement, 1, certification_code);
  plan = sceau_table_find (statement, read_head, _(NOT_FOUND), certification_code, error);
  if (plan == NULL || !sceau_plan_modalities_load (database, plan, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!sceau_plan_load_list (database, plan, lists[i].sql, lists[i].add, error))
      return NULL;
  return g_steal_pointer (&plan);
}

gboolean
sceau_plan_table_exists (SceauSchool *school, const char *certification_code)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, FALSE);

  statement = sceau_statement_new (sceau_school_database (school), "SELECT 1 FROM plan WHERE certification_code = $1", NULL);
  if (statement != NULL)
    sceau_statement_bind_text (statement, 1, certification_code);
  return sceau_table_exists (statement);
}
