/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-plan-modalities-private.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

/* Other tables refer to modalities (results, sheets, second entries) and to criteria (points), so these are changed where
 * they stand; only the competences are written anew.  What leaves the plan goes first, criteria before their modality, and
 * the references refuse what is in use. */

/* What leaves the plan ------------------------------------------------------------- */

/* A criterion of the file, by the codes that other tables know it by. */
typedef struct
{
  char *modality_code;
  char *code;
} Criterion;

static void
criterion_free (Criterion *self)
{
  g_free (self->modality_code);
  g_free (self->code);
  g_free (self);
}

static gpointer
read_criterion (SceauStatement *row)
{
  Criterion *criterion = g_new0 (Criterion, 1);

  criterion->modality_code = sceau_statement_dup_text (row, 0);
  criterion->code = sceau_statement_dup_text (row, 1);
  return criterion;
}

static gboolean
has_criterion (const SceauPlan *plan, const Criterion *criterion)
{
  const SceauModality *modality = sceau_plan_find_modality (plan, criterion->modality_code);

  for (guint i = 0; modality != NULL && i < modality->criteria->len; i++)
    if (g_strcmp0 (((const SceauCriterion *) g_ptr_array_index (modality->criteria, i))->code, criterion->code) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
delete_vanished_criteria (SceauDatabase *database, const SceauPlan *plan, GError **error)
{
  SceauStatement *statement
    = sceau_statement_new (database, "SELECT modality_code, code FROM criterion WHERE certification_code = $1", error);
  g_autoptr (GPtrArray) stored = NULL;

  if (statement == NULL)
    return FALSE;
  sceau_statement_bind_text (statement, 1, plan->certification_code);
  stored = sceau_table_collect (statement, read_criterion, (GDestroyNotify) criterion_free, error);
  for (guint i = 0; stored != NULL && i < stored->len; i++)
    {
      const Criterion *criterion = g_ptr_array_index (stored, i);

      if (!has_criterion (plan, criterion)
          && !sceau_database_run (database, error,
                                  "DELETE FROM criterion WHERE certification_code = $1 AND modality_code = $2 AND code = $3", "ttt",
                                  plan->certification_code, criterion->modality_code, criterion->code))
        return FALSE;
    }
  return stored != NULL;
}

static gpointer
read_code (SceauStatement *row)
{
  return sceau_statement_dup_text (row, 0);
}

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
delete_vanished (SceauDatabase *database, const SceauPlan *plan, GError **error)
{
  return sceau_database_run (database, error, "DELETE FROM modality_competence WHERE certification_code = $1", "t",
                             plan->certification_code)
         && delete_vanished_criteria (database, plan, error) && delete_vanished_modalities (database, plan, error);
}

/* What stays, and what is new ------------------------------------------------------- */

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

/* Those that stay have a negative place until their turn comes: so none stands in another's way, and a second criterion of
 * the same code finds nobody to overwrite. */
static gboolean
save_criteria (SceauDatabase *database, const char *code, const SceauModality *modality, GError **error)
{
  if (!sceau_database_run (database, error,
                           "UPDATE criterion SET position = -1 - position WHERE certification_code = $1 AND modality_code = $2",
                           "tt", code, modality->code))
    return FALSE;
  for (guint i = 0; i < modality->criteria->len; i++)
    {
      const SceauCriterion *criterion = g_ptr_array_index (modality->criteria, i);

      if (!sceau_database_run (database, error,
                               "UPDATE criterion SET position = $1, title = $2, points = $3, competence = $4 "
                               "WHERE certification_code = $5 AND modality_code = $6 AND code = $7 AND position < 0",
                               "itiittt", (int) i, criterion->title, (int) criterion->points, criterion->competence, code,
                               modality->code, criterion->code))
        return FALSE;
      if (sceau_database_changes (database) == 0
          && !sceau_database_run (database, error,
                                  "INSERT INTO criterion (position, title, points, competence, certification_code, modality_code, "
                                  "code) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                                  "itiittt", (int) i, criterion->title, (int) criterion->points, criterion->competence, code,
                                  modality->code, criterion->code))
        return FALSE;
    }
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
  sceau_statement_bind_int (statement, 11, modality->double_entry ? 1 : 0);
  sceau_statement_bind_int (statement, 12, modality->max_attempts);
  sceau_statement_bind_int (statement, 13, modality->retake_delay);
  if (modality->retake_cap >= 0)
    sceau_statement_bind_int (statement, 14, modality->retake_cap);
  sceau_statement_bind_text (statement, 15, code);
  sceau_statement_bind_text (statement, 16, modality->code);
  return sceau_statement_run (statement, error);
}

static gboolean
save_modality (SceauDatabase *database, const char *code, const SceauModality *modality, int position, GError **error)
{
  if (!run_modality (database,
                     "UPDATE modality SET position = $1, block_code = $2, type = $3, title = $4, deliverable = $5, "
                     "collective = $6, weight = $7, scale = $8, pass_mark = $9, floor = $10, double_entry = $11, "
                     "max_attempts = $12, retake_delay = $13, retake_cap = $14 WHERE certification_code = $15 AND code = $16",
                     code, modality, position, error))
    return FALSE;
  if (sceau_database_changes (database) == 0
      && !run_modality (database,
                        "INSERT INTO modality (position, block_code, type, title, deliverable, collective, weight, scale, "
                        "pass_mark, floor, double_entry, max_attempts, retake_delay, retake_cap, certification_code, code) "
                        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
                        code, modality, position, error))
    return FALSE;
  return save_competences (database, code, modality, error) && save_criteria (database, code, modality, error);
}

gboolean
sceau_plan_modalities_save (SceauDatabase *database, const SceauPlan *plan, GError **error)
{
  if (!delete_vanished (database, plan, error))
    return FALSE;
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

/* Loading -------------------------------------------------------------------------- */

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
  modality->double_entry = (gboolean) sceau_statement_get_int (row, 10);
  modality->max_attempts = (int) sceau_statement_get_int (row, 11);
  modality->retake_delay = (int) sceau_statement_get_int (row, 12);
  modality->retake_cap = sceau_statement_is_null (row, 13) ? -1 : (gint32) sceau_statement_get_int (row, 13);
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
add_criterion (SceauPlan *plan, SceauStatement *row)
{
  const SceauModality *modality = sceau_plan_find_modality (plan, sceau_statement_get_text (row, 0));
  SceauCriterion *criterion;

  if (modality == NULL)
    return;
  criterion = sceau_criterion_new ();
  criterion->code = sceau_statement_dup_text (row, 1);
  criterion->title = sceau_statement_dup_text (row, 2);
  criterion->points = (gint32) sceau_statement_get_int (row, 3);
  criterion->competence = (int) sceau_statement_get_int (row, 4);
  g_ptr_array_add (modality->criteria, criterion);
}

gboolean
sceau_plan_modalities_load (SceauDatabase *database, SceauPlan *plan, GError **error)
{
  return sceau_plan_load_list (database, plan,
                               "SELECT code, block_code, type, title, deliverable, collective, weight, scale, pass_mark, floor, "
                               "double_entry, max_attempts, retake_delay, retake_cap FROM modality WHERE certification_code = $1 "
                               "ORDER BY position",
                               add_modality, error)
         && sceau_plan_load_list (database, plan,
                                  "SELECT modality_code, competence FROM modality_competence WHERE certification_code = $1 "
                                  "ORDER BY modality_code, position",
                                  add_competence, error)
         && sceau_plan_load_list (database, plan,
                                  "SELECT modality_code, code, title, points, competence FROM criterion "
                                  "WHERE certification_code = $1 ORDER BY modality_code, position",
                                  add_criterion, error);
}
