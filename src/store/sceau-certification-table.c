/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certification-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-certification-parts-private.h"
#include "sceau-table-private.h"
#include "sceau-text.h"

#define NOT_FOUND N_("The school has no certification “%s”. Import its fiche first.")

#define COLUMNS \
  "code, register, title, state, active, level, level_label, decision_date, effect_date, duration_years, " \
  "registration_end, last_delivery, registration_type, validity_years, partial_allowed, objectives, activities, " \
  "capacities, sectors, jobs, regulations, entry_prerequisites, validation_prerequisites, description_url"

static gpointer
read_head (SceauStatement *row)
{
  SceauCertification *certification = sceau_certification_new ();
  int i = 0;

  certification->code = sceau_statement_dup_text (row, i++);
  SCEAU_TABLE_GET_ENUM (row, i, sceau_register_from_id, &certification->register_kind);
  i++;
  certification->title = sceau_statement_dup_text (row, i++);
  certification->state = sceau_statement_dup_text (row, i++);
  certification->active = (gboolean) sceau_statement_get_int (row, i++);
  certification->level = (int) sceau_statement_get_int (row, i++);
  certification->level_label = sceau_statement_dup_text (row, i++);
  certification->decision_date = sceau_statement_get_date (row, i++);
  certification->effect_date = sceau_statement_get_date (row, i++);
  certification->duration_years = (int) sceau_statement_get_int (row, i++);
  certification->registration_end = sceau_statement_get_date (row, i++);
  certification->last_delivery = sceau_statement_get_date (row, i++);
  certification->registration_type = sceau_statement_dup_text (row, i++);
  certification->validity_years = (int) sceau_statement_get_int (row, i++);
  certification->partial_allowed = (gboolean) sceau_statement_get_int (row, i++);
  certification->objectives = sceau_statement_dup_text (row, i++);
  certification->activities = sceau_statement_dup_text (row, i++);
  certification->capacities = sceau_statement_dup_text (row, i++);
  certification->sectors = sceau_statement_dup_text (row, i++);
  certification->jobs = sceau_statement_dup_text (row, i++);
  certification->regulations = sceau_statement_dup_text (row, i++);
  certification->entry_prerequisites = sceau_statement_dup_text (row, i++);
  certification->validation_prerequisites = sceau_statement_dup_text (row, i++);
  certification->description_url = sceau_statement_dup_text (row, i++);
  return certification;
}

static gboolean
write_head (SceauDatabase *database, const SceauCertification *self, const char *sql, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%s %s", self->code, self->title);
  g_autofree char *search = sceau_text_fold (text);

  return sceau_database_run (
    database, error, sql, "tttiitddiddtiittttttttttt", sceau_register_to_id (self->register_kind), self->title, self->state,
    self->active ? 1 : 0, self->level, self->level_label, self->decision_date, self->effect_date, self->duration_years,
    self->registration_end, self->last_delivery, self->registration_type, self->validity_years,
    self->partial_allowed ? 1 : 0, self->objectives, self->activities, self->capacities, self->sectors, self->jobs,
    self->regulations, self->entry_prerequisites, self->validation_prerequisites, self->description_url, search, self->code);
}

static const char update_sql[]
  = "UPDATE certification SET register = $1, title = $2, state = $3, active = $4, level = $5, level_label = $6, "
    "decision_date = $7, effect_date = $8, duration_years = $9, registration_end = $10, last_delivery = $11, "
    "registration_type = $12, validity_years = $13, partial_allowed = $14, objectives = $15, activities = $16, "
    "capacities = $17, sectors = $18, jobs = $19, regulations = $20, entry_prerequisites = $21, "
    "validation_prerequisites = $22, description_url = $23, search = $24 WHERE code = $25";

static const char insert_sql[]
  = "INSERT INTO certification (register, title, state, active, level, level_label, decision_date, effect_date, "
    "duration_years, registration_end, last_delivery, registration_type, validity_years, partial_allowed, objectives, "
    "activities, capacities, sectors, jobs, regulations, entry_prerequisites, validation_prerequisites, "
    "description_url, search, code) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, "
    "$17, $18, $19, $20, $21, $22, $23, $24, $25)";

/* The same file imported again is kept once. */
static gboolean
write_fiche (SceauSchool *school, const char *code, GBytes *fiche, GError **error)
{
  SceauDatabase *database = sceau_school_database (school);
  g_autofree char *now = sceau_school_now (school);
  g_autofree char *sha256 = sceau_sha256 (g_bytes_get_data (fiche, NULL), g_bytes_get_size (fiche));
  gint64 known;

  if (!sceau_database_query_int (database, &known, 0, error,
                                 "SELECT count (*) FROM fiche WHERE certification_code = $1 AND sha256 = $2", "tt", code, sha256))
    return FALSE;
  return known > 0
         || sceau_database_run (database, error,
                                "INSERT INTO fiche (certification_code, imported_at, sha256, content) VALUES ($1, $2, $3, $4)",
                                "tttb", code, now, sha256, fiche);
}

static gboolean
save (SceauSchool *school, const SceauCertification *certification, GBytes *fiche, GError **error)
{
  SceauDatabase *database = sceau_school_database (school);

  if (!write_head (database, certification, update_sql, error))
    return FALSE;
  if (sceau_database_changes (database) == 0 && !write_head (database, certification, insert_sql, error))
    return FALSE;
  return sceau_certification_parts_save (database, certification, error)
         && (fiche == NULL || write_fiche (school, certification->code, fiche, error));
}

gboolean
sceau_certification_table_save (SceauSchool *school, const SceauCertification *certification, GBytes *fiche, GError **error)
{
  gboolean own;

  g_return_val_if_fail (school != NULL && certification != NULL, FALSE);

  return sceau_school_enter (school, &own, error)
         && sceau_school_leave (school, own, save (school, certification, fiche, error), error);
}

gboolean
sceau_certification_table_delete (SceauSchool *school, const char *code, GError **error)
{
  SceauDatabase *database;
  gboolean own;
  gboolean done;

  g_return_val_if_fail (school != NULL && code != NULL, FALSE);

  database = sceau_school_database (school);
  if (!sceau_school_enter (school, &own, error))
    return FALSE;
  done = sceau_certification_parts_delete (database, code, error)
         && sceau_database_run (database, error, "DELETE FROM fiche WHERE certification_code = $1", "t", code)
         && sceau_database_run (database, error, "DELETE FROM certification WHERE code = $1", "t", code)
         && sceau_table_check_one (school, _(NOT_FOUND), code, error);
  return sceau_school_leave (school, own, done, error);
}

gboolean
sceau_certification_table_exists (SceauSchool *school, const char *code)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, FALSE);

  statement = sceau_statement_new (sceau_school_database (school), "SELECT 1 FROM certification WHERE code = $1", NULL);
  if (statement != NULL)
    sceau_statement_bind_text (statement, 1, code);
  return sceau_table_exists (statement);
}

SceauCertification *
sceau_certification_table_find (SceauSchool *school, const char *code, GError **error)
{
  SceauStatement *statement;
  g_autoptr (SceauCertification) certification = NULL;

  g_return_val_if_fail (school != NULL && code != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), "SELECT " COLUMNS " FROM certification WHERE code = $1", error);
  if (statement == NULL)
    return NULL;
  sceau_statement_bind_text (statement, 1, code);
  certification = sceau_table_find (statement, read_head, _(NOT_FOUND), code, error);
  if (certification == NULL || !sceau_certification_parts_load (sceau_school_database (school), certification, error))
    return NULL;
  return g_steal_pointer (&certification);
}

#define CONDITION \
  " FROM certification WHERE search LIKE $1 AND search LIKE $2 AND search LIKE $3 AND search LIKE $4 AND active >= $5"

static SceauStatement *
prepare_query (SceauSchool *school, const char *sql, const SceauCertificationQuery *query, GError **error)
{
  SceauStatement *statement = sceau_statement_new (sceau_school_database (school), sql, error);

  if (statement == NULL)
    return NULL;
  sceau_table_bind_search (statement, 1, query->search);
  sceau_statement_bind_int (statement, 5, query->active_only ? 1 : 0);
  return statement;
}

GPtrArray *
sceau_certification_table_list (SceauSchool *school, const SceauCertificationQuery *query, GError **error)
{
  static const SceauCertificationQuery all = { 0 };
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  query = query != NULL ? query : &all;
  statement = prepare_query (school, "SELECT " COLUMNS CONDITION " ORDER BY code LIMIT $6 OFFSET $7", query, error);
  if (statement != NULL)
    sceau_table_bind_page (statement, 6, query->limit, query->offset);
  return sceau_table_collect (statement, read_head, (GDestroyNotify) sceau_certification_free, error);
}

gint64
sceau_certification_table_count (SceauSchool *school, const SceauCertificationQuery *query, GError **error)
{
  static const SceauCertificationQuery all = { 0 };

  g_return_val_if_fail (school != NULL, -1);

  return sceau_table_count (prepare_query (school, "SELECT count (*)" CONDITION, query != NULL ? query : &all, error), error);
}

GBytes *
sceau_certification_table_load_fiche (SceauSchool *school, const char *code, char **sha256, GError **error)
{
  SceauStep step;

  g_return_val_if_fail (school != NULL && code != NULL, NULL);

  g_autoptr (SceauStatement) row
    = sceau_statement_new (sceau_school_database (school),
                           "SELECT content, sha256 FROM fiche WHERE certification_code = $1 ORDER BY id DESC LIMIT 1", error);
  if (row == NULL)
    return NULL;
  sceau_statement_bind_text (row, 1, code);
  step = sceau_statement_step (row, error);
  if (step == SCEAU_STEP_DONE)
    g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND, _("No fiche was imported for “%s”."), code);
  if (step != SCEAU_STEP_ROW)
    return NULL;
  if (sha256 != NULL)
    *sha256 = sceau_statement_dup_text (row, 1);
  return sceau_statement_dup_bytes (row, 0);
}

void
sceau_fiche_original_free (SceauFicheOriginal *self)
{
  if (self == NULL)
    return;
  g_free (self->sha256);
  g_free (self->imported_at);
  g_free (self);
}

static gpointer
read_original (SceauStatement *row)
{
  SceauFicheOriginal *original = g_new0 (SceauFicheOriginal, 1);

  original->sha256 = sceau_statement_dup_text (row, 0);
  original->imported_at = sceau_statement_dup_text (row, 1);
  return original;
}

GPtrArray *
sceau_certification_table_list_originals (SceauSchool *school, const char *code, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && code != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT sha256, imported_at FROM fiche WHERE certification_code = $1 ORDER BY id", error);
  if (statement != NULL)
    sceau_statement_bind_text (statement, 1, code);
  return sceau_table_collect (statement, read_original, (GDestroyNotify) sceau_fiche_original_free, error);
}
