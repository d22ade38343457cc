/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-plan-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

#define NOT_FOUND N_("The certification “%s” has no evaluation plan. Import or write one first.")

/* Saving ------------------------------------------------------------------------- */

static gboolean
save_head (SceauDatabase *database, const SceauPlan *plan, GError **error)
{
  return sceau_database_run (database, error,
                             "INSERT INTO plan (certification_code, retakes) VALUES ($1, $2) "
                             "ON CONFLICT (certification_code) DO UPDATE SET retakes = excluded.retakes",
                             "tt", plan->certification_code, sceau_retake_policy_to_id (plan->retakes));
}

static gboolean
delete_lists (SceauDatabase *database, const char *code, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM modality_competence WHERE certification_code = $1",
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

static gpointer
read_code (SceauStatement *row)
{
  return sceau_statement_dup_text (row, 0);
}

/* Modalities that left the plan; one with results refuses to go. */
static gboolean
delete_vanished_modalities (SceauDatabase *database, const SceauPlan *plan, GError **error)
{
  SceauStatement *statement = sceau_statement_new (database, "SELECT code FROM modality WHERE certification_code = $1", error);
  g_autoptr (GPtrArray) stored = NULL;

  if (statement == NULL)
    return FALSE;
  sceau_statement_bind_text (statement, 1, plan->certification_code);
  stored = sceau_table_collect (statement, read_code, g_free, error);
  for (guint i = 0; stored != NULL && i < stored->len; i++)
    if (sceau_plan_find_modality (plan, g_ptr_array_index (stored, i)) == NULL
        && !sceau_database_run (database, error, "DELETE FROM modality WHERE certification_code = $1 AND code = $2", "tt",
                                plan->certification_code, g_ptr_array_index (stored, i)))
      return FALSE;
  return stored != NULL;
}

static gboolean
save_competences (SceauDatabase *database, const char *code, const SceauModality *modality, GError **error)
{
  for (guint i = 0; i < modality->competences->len; i++)
    if (!sceau_database_run (database, error,
                             "INSERT INTO modality_competence (certification_code, modality_code, position, competence) "
                             "VALUES ($1, $2, $3, $4)",
                             "ttii", code, modality->code, (int) i, g_array_index (modality->competences, int, i)))
      return FALSE;
  return TRUE;
}

static gboolean
run_modality (SceauDatabase *database, const char *sql, const char *code, const SceauModality *modality, int position,
              GError **error)
{
  g_autoptr (SceauStatement) statement = sceau_statement_new (database, sql, error);

  if (statement == NULL)
    return FALSE;
  sceau_statement_bind_int (statement, 1, position);
  sceau_statement_bind_text (statement, 2, modality->block_code);
  sceau_statement_bind_text (statement, 3, sceau_modality_type_to_id (modality->type));
  sceau_statement_bind_text (statement, 4, modality->title);
  sceau_statement_bind_text (statement, 5, modality->deliverable);
  sceau_statement_bind_int (statement, 6, modality->collective ? 1 : 0);
  sceau_statement_bind_int (statement, 7, modality->weight);
  sceau_statement_bind_text (statement, 8, sceau_scale_to_id (modality->scale));
  sceau_statement_bind_int (statement, 9, modality->pass_mark);
  if (modality->floor >= 0)
    sceau_statement_bind_int (statement, 10, modality->floor);
  sceau_statement_bind_text (statement, 11, code);
  sceau_statement_bind_text (statement, 12, modality->code);
  return sceau_statement_run (statement, error);
}

static gboolean
save_modality (SceauDatabase *database, const char *code, const SceauModality *modality, int position, GError **error)
{
  if (!run_modality (database,
                     "UPDATE modality SET position = $1, block_code = $2, type = $3, title = $4, deliverable = $5, "
                     "collective = $6, weight = $7, scale = $8, pass_mark = $9, floor = $10 "
                     "WHERE certification_code = $11 AND code = $12",
                     code, modality, position, error))
    return FALSE;
  if (sceau_database_changes (database) == 0
      && !run_modality (database,
                        "INSERT INTO modality (position, block_code, type, title, deliverable, collective, weight, scale, "
                        "pass_mark, floor, certification_code, code) "
                        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                        code, modality, position, error))
    return FALSE;
  return save_competences (database, code, modality, error);
}

static gboolean
save_modalities (SceauDatabase *database, const SceauPlan *plan, GError **error)
{
  for (guint i = 0; i < plan->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (plan->modalities, i);

      if (sceau_plan_find_modality (plan, modality->code) != modality)
        {
          g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT,
                       _("The plan of “%s” has two modalities with the code “%s”. Give one of them another code."),
                       plan->certification_code, modality->code);
          return FALSE;
        }
      if (!save_modality (database, plan->certification_code, modality, (int) i, error))
        return FALSE;
    }
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
         && delete_vanished_modalities (database, plan, error) && save_modalities (database, plan, error)
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
  return plan;
}

static void
add_modality (SceauPlan *plan, SceauStatement *row)
{
  SceauModality *modality = sceau_modality_new ();

  modality->code = sceau_statement_dup_text (row, 0);
  modality->block_code = sceau_statement_dup_text (row, 1);
  SCEAU_TABLE_GET_ENUM (row, 2, sceau_modality_type_from_id, &modality->type);
  modality->title = sceau_statement_dup_text (row, 3);
  modality->deliverable = sceau_statement_dup_text (row, 4);
  modality->collective = (gboolean) sceau_statement_get_int (row, 5);
  modality->weight = (int) sceau_statement_get_int (row, 6);
  SCEAU_TABLE_GET_ENUM (row, 7, sceau_scale_from_id, &modality->scale);
  modality->pass_mark = (gint32) sceau_statement_get_int (row, 8);
  modality->floor = sceau_statement_is_null (row, 9) ? -1 : (gint32) sceau_statement_get_int (row, 9);
  g_ptr_array_add (plan->modalities, modality);
}

static void
add_competence (SceauPlan *plan, SceauStatement *row)
{
  const SceauModality *modality = sceau_plan_find_modality (plan, sceau_statement_get_text (row, 0));
  int number = (int) sceau_statement_get_int (row, 1);

  if (modality != NULL)
    g_array_append_val (modality->competences, number);
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
  void (*add) (SceauPlan *plan, SceauStatement *row);
} lists[] = {
  { "SELECT code, block_code, type, title, deliverable, collective, weight, scale, pass_mark, floor FROM modality "
    "WHERE certification_code = $1 ORDER BY position", add_modality },
  { "SELECT modality_code, competence FROM modality_competence WHERE certification_code = $1 ORDER BY modality_code, position",
    add_competence },
  { "SELECT block_code, kind, threshold FROM block_rule WHERE certification_code = $1 ORDER BY position", add_rule },
  { "SELECT code, title, kind, modality_code, min_months, max_months, exempt_routes FROM requirement "
    "WHERE certification_code = $1 ORDER BY position", add_requirement },
  { "SELECT code, title, admissions, max_percent FROM quota WHERE certification_code = $1 ORDER BY position", add_quota },
  { "SELECT route, members, internal, external, quorum, qualified FROM jury_rule WHERE certification_code = $1 ORDER BY position",
    add_jury_rule },
  { "SELECT jury_rule_position, function FROM jury_rule_function WHERE certification_code = $1 "
    "ORDER BY jury_rule_position, position", add_function },
};

static gboolean
load_list (SceauDatabase *database, SceauPlan *plan, guint list, GError **error)
{
  g_autoptr (SceauStatement) rows = sceau_statement_new (database, lists[list].sql, error);
  SceauStep step;

  if (rows == NULL)
    return FALSE;
  sceau_statement_bind_text (rows, 1, plan->certification_code);
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    lists[list].add (plan, rows);
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
  statement = sceau_statement_new (database, "SELECT certification_code, retakes FROM plan WHERE certification_code = $1", error);
  if (statement == NULL)
    return NULL;
  sceau_statement_bind_text (statement, 1, certification_code);
  plan = sceau_table_find (statement, read_head, _(NOT_FOUND), certification_code, error);
  for (guint i = 0; plan != NULL && i < G_N_ELEMENTS (lists); i++)
    if (!load_list (database, plan, i, error))
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
