/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-learner-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"
#include "sceau-text.h"

#define NOT_FOUND N_("There is no learner number %s.")
#define NOT_FOUND_ID N_("There is no learner with the internal number %s.")

#define COLUMNS \
  "l.id, l.number, l.sex, l.birth_name, l.usage_name, l.first_name, l.other_names, l.birth_date, l.birth_commune, " \
  "l.birth_place, l.birth_country, l.email"

static gpointer
read_learner (SceauStatement *row)
{
  SceauLearner *learner = sceau_learner_new ();

  learner->id = sceau_statement_get_int (row, 0);
  learner->number = sceau_statement_dup_text (row, 1);
  SCEAU_TABLE_GET_ENUM (row, 2, sceau_sex_from_text, &learner->sex);
  learner->birth_name = sceau_statement_dup_text (row, 3);
  learner->usage_name = sceau_statement_dup_text (row, 4);
  learner->first_name = sceau_statement_dup_text (row, 5);
  learner->other_names = sceau_statement_dup_text (row, 6);
  learner->birth_date = sceau_statement_get_date (row, 7);
  learner->birth_commune = sceau_statement_dup_text (row, 8);
  learner->birth_place = sceau_statement_dup_text (row, 9);
  learner->birth_country = sceau_statement_dup_text (row, 10);
  learner->email = sceau_statement_dup_text (row, 11);
  return learner;
}

/* What lists sort by and searches look into is computed here, once, so that every record agrees with its row. */
static gboolean
write_learner (SceauSchool *school, const SceauLearner *learner, const char *sql, GError **error)
{
  g_autofree char *sorted_name = sceau_learner_sorted_name (learner);
  g_autofree char *sort_key = sceau_text_fold (sorted_name);
  g_autofree char *names = g_strjoin (" ", learner->birth_name, learner->first_name,
                                      learner->other_names != NULL ? learner->other_names : "",
                                      learner->usage_name != NULL ? learner->usage_name : "", learner->number, NULL);
  g_autofree char *search = sceau_text_fold (names);

  return sceau_database_run (sceau_school_database (school), error, sql, "ttttttdtttttttr", learner->number,
                             sceau_sex_to_id (learner->sex), learner->birth_name, learner->usage_name, learner->first_name,
                             learner->other_names, learner->birth_date, learner->birth_commune, learner->birth_place,
                             learner->birth_country, learner->email, sorted_name, sort_key, search, learner->id);
}

gboolean
sceau_learner_table_insert (SceauSchool *school, SceauLearner *learner, GError **error)
{
  g_return_val_if_fail (school != NULL && learner != NULL, FALSE);
  g_return_val_if_fail (learner->id == 0, FALSE);

  if (!write_learner (school, learner,
                      "INSERT INTO learner (number, sex, birth_name, usage_name, first_name, other_names, birth_date, "
                      "birth_commune, birth_place, birth_country, email, sorted_name, sort_key, search, id) "
                      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
                      error))
    return FALSE;
  learner->id = sceau_database_last_id (sceau_school_database (school));
  return TRUE;
}

gboolean
sceau_learner_table_update (SceauSchool *school, const SceauLearner *learner, GError **error)
{
  g_return_val_if_fail (school != NULL && learner != NULL, FALSE);

  return write_learner (school, learner,
                        "UPDATE learner SET number = $1, sex = $2, birth_name = $3, usage_name = $4, first_name = $5, "
                        "other_names = $6, birth_date = $7, birth_commune = $8, birth_place = $9, birth_country = $10, "
                        "email = $11, sorted_name = $12, sort_key = $13, search = $14 WHERE id = $15",
                        error)
         && sceau_table_check_one (school, _(NOT_FOUND), learner->number, error);
}

gboolean
sceau_learner_table_delete (SceauSchool *school, gint64 id, GError **error)
{
  g_return_val_if_fail (school != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error, "DELETE FROM learner WHERE id = $1", "l", id)
         && sceau_table_check_id (school, _(NOT_FOUND_ID), id, error);
}

SceauLearner *
sceau_learner_table_find (SceauSchool *school, gint64 id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), "SELECT " COLUMNS " FROM learner AS l WHERE l.id = $1", error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, id);
  return sceau_table_find_id (statement, read_learner, _(NOT_FOUND_ID), id, error);
}

SceauLearner *
sceau_learner_table_find_by_number (SceauSchool *school, const char *number, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && number != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), "SELECT " COLUMNS " FROM learner AS l WHERE l.number = $1", error);
  if (statement != NULL)
    sceau_statement_bind_text (statement, 1, number);
  return sceau_table_find (statement, read_learner, _(NOT_FOUND), number, error);
}

gboolean
sceau_learner_table_find_namesake (SceauSchool *school, const SceauLearner *learner, char **number, GError **error)
{
  g_autofree char *sorted_name = NULL;
  g_autofree char *sort_key = NULL;
  SceauStep step;

  g_return_val_if_fail (school != NULL && learner != NULL && number != NULL, FALSE);

  *number = NULL;
  g_autoptr (SceauStatement) row
    = sceau_statement_new (sceau_school_database (school),
                           "SELECT number FROM learner WHERE sort_key = $1 AND birth_date = $2 AND number <> $3 ORDER BY id LIMIT 1", error);
  if (row == NULL)
    return FALSE;
  sorted_name = sceau_learner_sorted_name (learner);
  sort_key = sceau_text_fold (sorted_name);
  sceau_statement_bind_text (row, 1, sort_key);
  sceau_statement_bind_date (row, 2, learner->birth_date);
  sceau_statement_bind_text (row, 3, learner->number);
  step = sceau_statement_step (row, error);
  if (step == SCEAU_STEP_ROW)
    *number = sceau_statement_dup_text (row, 0);
  return step == SCEAU_STEP_ROW || step == SCEAU_STEP_DONE;
}

/* One text for each shape of query, so that each finds its index; values are bound. */
#define EVERYBODY " FROM learner AS l WHERE $1 = 0"
#define COHORT " FROM learner AS l WHERE l.id IN (SELECT learner_id FROM enrolment WHERE cohort_id = $1)"
#define FOUND " AND l.search LIKE $2 AND l.search LIKE $3 AND l.search LIKE $4 AND l.search LIKE $5"
#define BY_NAME " ORDER BY l.sort_key, l.id LIMIT $6 OFFSET $7"
#define BY_NUMBER " ORDER BY l.number LIMIT $6 OFFSET $7"

static SceauStatement *
prepare_query (SceauSchool *school, const char *sql, const SceauLearnerQuery *query, GError **error)
{
  SceauStatement *statement = sceau_statement_new (sceau_school_database (school), sql, error);

  if (statement == NULL)
    return NULL;
  sceau_statement_bind_int (statement, 1, query->cohort_id);
  sceau_table_bind_search (statement, 2, query->search);
  return statement;
}

GPtrArray *
sceau_learner_table_list (SceauSchool *school, const SceauLearnerQuery *query, GError **error)
{
  static const SceauLearnerQuery all = { 0 };
  static const char *const sql[2][2] = {
    { "SELECT " COLUMNS EVERYBODY FOUND BY_NAME, "SELECT " COLUMNS EVERYBODY FOUND BY_NUMBER },
    { "SELECT " COLUMNS COHORT FOUND BY_NAME, "SELECT " COLUMNS COHORT FOUND BY_NUMBER },
  };
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  query = query != NULL ? query : &all;
  statement = prepare_query (school, sql[query->cohort_id != 0][query->sort == SCEAU_LEARNER_SORT_NUMBER], query, error);
  if (statement != NULL)
    sceau_table_bind_page (statement, 6, query->limit, query->offset);
  return sceau_table_collect (statement, read_learner, (GDestroyNotify) sceau_learner_free, error);
}

gint64
sceau_learner_table_count (SceauSchool *school, const SceauLearnerQuery *query, GError **error)
{
  static const SceauLearnerQuery all = { 0 };

  g_return_val_if_fail (school != NULL, -1);

  query = query != NULL ? query : &all;
  return sceau_table_count (prepare_query (school,
                                           query->cohort_id != 0 ? "SELECT count (*)" COHORT FOUND
                                                                 : "SELECT count (*)" EVERYBODY FOUND,
                                           query, error),
                            error);
}

GHashTable *
sceau_learner_table_list_numbers (SceauSchool *school, GError **error)
{
  g_autoptr (GHashTable) numbers = NULL;
  SceauStep step;

  g_return_val_if_fail (school != NULL, NULL);

  g_autoptr (SceauStatement) rows = sceau_statement_new (sceau_school_database (school), "SELECT number, id FROM learner", error);
  if (rows == NULL)
    return NULL;
  numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    {
      gint64 id = sceau_statement_get_int (rows, 1);

      g_hash_table_insert (numbers, sceau_statement_dup_text (rows, 0), g_memdup2 (&id, sizeof id));
    }
  return step == SCEAU_STEP_DONE ? g_steal_pointer (&numbers) : NULL;
}
