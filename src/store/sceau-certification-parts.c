/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certification-parts-private.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

/* Saving ------------------------------------------------------------------------- */

/* What only the fiche refers to is simply written again. */
static gboolean
delete_lists (SceauDatabase *database, const char *code, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM competence WHERE certification_code = $1",
    "DELETE FROM access_route WHERE certification_code = $1",
    "DELETE FROM certifier WHERE certification_code = $1",
    "DELETE FROM classification WHERE certification_code = $1",
    "DELETE FROM published_statistics WHERE certification_code = $1",
    "DELETE FROM eligible_year WHERE certification_code = $1",
    "DELETE FROM certification_link WHERE certification_code = $1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!sceau_database_run (database, error, statements[i], "t", code))
      return FALSE;
  return TRUE;
}

gboolean
sceau_certification_parts_delete (SceauDatabase *database, const char *code, GError **error)
{
  return delete_lists (database, code, error)
         && sceau_database_run (database, error, "DELETE FROM block WHERE certification_code = $1", "t", code);
}

static gpointer
read_code (SceauStatement *row)
{
  return sceau_statement_dup_text (row, 0);
}

/* Blocks that are no longer in the fiche; one that is in use refuses to go. */
static gboolean
delete_vanished_blocks (SceauDatabase *database, const SceauCertification *certification, GError **error)
{
  SceauStatement *statement = sceau_statement_new (database, "SELECT code FROM block WHERE certification_code = $1", error);
  g_autoptr (GPtrArray) stored = NULL;

  if (statement == NULL)
    return FALSE;
  sceau_statement_bind_text (statement, 1, certification->code);
  stored = sceau_table_collect (statement, read_code, g_free, error);
  for (guint i = 0; stored != NULL && i < stored->len; i++)
    if (sceau_certification_find_block (certification, g_ptr_array_index (stored, i)) == NULL
        && !sceau_database_run (database, error, "DELETE FROM block WHERE certification_code = $1 AND code = $2", "tt",
                                certification->code, g_ptr_array_index (stored, i)))
      return FALSE;
  return stored != NULL;
}

static gboolean
save_competences (SceauDatabase *database, const char *code, const SceauBlock *block, GError **error)
{
  for (guint i = 0; i < block->competences->len; i++)
    if (!sceau_database_run (database, error,
                             "INSERT INTO competence (certification_code, block_code, number, text) VALUES ($1, $2, $3, $4)",
                             "ttit", code, block->code, (int) i + 1, g_ptr_array_index (block->competences, i)))
      return FALSE;
  return TRUE;
}

static gboolean
save_block (SceauDatabase *database, const char *code, const SceauBlock *block, int position, GError **error)
{
  static const char update[] = "UPDATE block SET position = $1, title = $2, competences_text = $3, modalities_text = $4, "
                               "prerequisites = $5, optional = $6 WHERE certification_code = $7 AND code = $8";
  static const char insert[] = "INSERT INTO block (position, title, competences_text, modalities_text, prerequisites, "
                               "optional, certification_code, code) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
  const char *sql = update;

  /* Not an upsert: a block keeps its row, so that what refers to it is never without it. */
  for (int i = 0; i < 2; i++, sql = insert)
    {
      if (!sceau_database_run (database, error, sql, "ittttitt", position, block->title, block->competences_text,
                               block->modalities_text, block->prerequisites, block->optional ? 1 : 0, code, block->code))
        return FALSE;
      if (sceau_database_changes (database) > 0)
        break;
    }
  return save_competences (database, code, block, error);
}

/* The fiche's own blocks can not name one twice: an update would silently keep the last. */
static gboolean
check_unique_blocks (const SceauCertification *certification, GError **error)
{
  for (guint i = 0; i < certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (certification->blocks, i);

      if (sceau_certification_find_block (certification, block->code) != block)
        {
          g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT,
                       _("The certification “%s” has two blocks with the code “%s”. Correct the fiche."),
                       certification->code, block->code);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
save_routes (SceauDatabase *database, const SceauCertification *certification, GError **error)
{
  for (guint i = 0; i < certification->routes->len; i++)
    {
      const SceauAccessRoute *route = g_ptr_array_index (certification->routes, i);

      if (!sceau_database_run (database, error,
                               "INSERT INTO access_route (certification_code, position, route, open, jury_text, modified) "
                               "VALUES ($1, $2, $3, $4, $5, $6)",
                               "tititd", certification->code, (int) i, sceau_route_to_id (route->route),
                               route->open ? 1 : 0, route->jury_text, route->modified))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_certifiers (SceauDatabase *database, const SceauCertification *certification, GError **error)
{
  for (guint i = 0; i < certification->certifiers->len; i++)
    {
      const SceauCertifier *certifier = g_ptr_array_index (certification->certifiers, i);

      if (!sceau_database_run (database, error,
                               "INSERT INTO certifier (certification_code, position, name, siret, trade_name, website, active) "
                               "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                               "titttti", certification->code, (int) i, certifier->name, certifier->siret,
                               certifier->trade_name, certifier->website, certifier->active ? 1 : 0))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_codes (SceauDatabase *database, const char *certification_code, const char *kind, GPtrArray *codes, GError **error)
{
  for (guint i = 0; i < codes->len; i++)
    {
      const SceauCode *code = g_ptr_array_index (codes, i);

      if (!sceau_database_run (database, error,
                               "INSERT INTO classification (certification_code, kind, position, code, label) "
                               "VALUES ($1, $2, $3, $4, $5)",
                               "ttitt", certification_code, kind, (int) i, code->code, code->label))
        return FALSE;
    }
  return TRUE;
}

/* -1 stands for an absent figure in the record, NULL in the file. */
static void
bind_figure (SceauStatement *statement, int place, int figure)
{
  if (figure < 0)
    sceau_statement_bind_null (statement, place);
  else
    sceau_statement_bind_int (statement, place, figure);
}

static gboolean
save_statistics (SceauDatabase *database, const SceauCertification *certification, GError **error)
{
  g_autoptr (SceauStatement) statement = sceau_statement_new (
    database,
    "INSERT INTO published_statistics (certification_code, position, year, certified, certified_vae, global_6m, target_6m, "
    "target_24m) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < certification->statistics->len; i++)
    {
      const SceauPublishedStatistics *row = g_ptr_array_index (certification->statistics, i);

      sceau_statement_bind_text (statement, 1, certification->code);
      sceau_statement_bind_int (statement, 2, i);
      sceau_statement_bind_int (statement, 3, row->year);
      bind_figure (statement, 4, row->certified);
      bind_figure (statement, 5, row->certified_vae);
      bind_figure (statement, 6, row->global_6m);
      bind_figure (statement, 7, row->target_6m);
      bind_figure (statement, 8, row->target_24m);
      if (!sceau_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_years (SceauDatabase *database, const SceauCertification *certification, GError **error)
{
  for (guint i = 0; i < certification->eligible_years->len; i++)
    if (!sceau_database_run (database, error,
                             "INSERT INTO eligible_year (certification_code, position, year) VALUES ($1, $2, $3)", "tii",
                             certification->code, (int) i, g_array_index (certification->eligible_years, int, i)))
      return FALSE;
  return TRUE;
}

static gboolean
save_links (SceauDatabase *database, const char *code, const char *direction, GPtrArray *links, GError **error)
{
  for (guint i = 0; i < links->len; i++)
    if (!sceau_database_run (database, error,
                             "INSERT INTO certification_link (certification_code, direction, position, code) "
                             "VALUES ($1, $2, $3, $4)",
                             "ttit", code, direction, (int) i, g_ptr_array_index (links, i)))
      return FALSE;
  return TRUE;
}

gboolean
sceau_certification_parts_save (SceauDatabase *database, const SceauCertification *certification, GError **error)
{
  const char *code = certification->code;

  if (!check_unique_blocks (certification, error) || !delete_lists (database, code, error)
      || !delete_vanished_blocks (database, certification, error))
    return FALSE;
  for (guint i = 0; i < certification->blocks->len; i++)
    if (!save_block (database, code, g_ptr_array_index (certification->blocks, i), (int) i, error))
      return FALSE;
  return save_routes (database, certification, error) && save_certifiers (database, certification, error)
         && save_codes (database, code, "nsf", certification->nsf, error)
         && save_codes (database, code, "rome", certification->rome, error)
         && save_codes (database, code, "formacode", certification->formacodes, error)
         && save_statistics (database, certification, error) && save_years (database, certification, error)
         && save_links (database, code, "former", certification->former_codes, error)
         && save_links (database, code, "newer", certification->newer_codes, error);
}

/* Loading -------------------------------------------------------------------------- */

static gpointer
read_block (SceauStatement *row)
{
  SceauBlock *block = sceau_block_new ();

  block->code = sceau_statement_dup_text (row, 0);
  block->title = sceau_statement_dup_text (row, 1);
  block->competences_text = sceau_statement_dup_text (row, 2);
  block->modalities_text = sceau_statement_dup_text (row, 3);
  block->prerequisites = sceau_statement_dup_text (row, 4);
  block->optional = (gboolean) sceau_statement_get_int (row, 5);
  return block;
}

static gpointer
read_route (SceauStatement *row)
{
  SceauRoute kind = SCEAU_ROUTE_INITIAL;
  SceauAccessRoute *route;

  SCEAU_TABLE_GET_ENUM (row, 0, sceau_route_from_id, &kind);
  route = sceau_access_route_new (kind);
  route->open = (gboolean) sceau_statement_get_int (row, 1);
  route->jury_text = sceau_statement_dup_text (row, 2);
  route->modified = sceau_statement_get_date (row, 3);
  return route;
}

static gpointer
read_certifier (SceauStatement *row)
{
  SceauCertifier *certifier = sceau_certifier_new ();

  certifier->name = sceau_statement_dup_text (row, 0);
  certifier->siret = sceau_statement_dup_text (row, 1);
  certifier->trade_name = sceau_statement_dup_text (row, 2);
  certifier->website = sceau_statement_dup_text (row, 3);
  certifier->active = (gboolean) sceau_statement_get_int (row, 4);
  return certifier;
}

static gpointer
read_classification (SceauStatement *row)
{
  return sceau_code_new (sceau_statement_get_text (row, 0), sceau_statement_get_text (row, 1));
}

static int
get_figure (SceauStatement *row, int column)
{
  return sceau_statement_is_null (row, column) ? -1 : (int) sceau_statement_get_int (row, column);
}

static gpointer
read_statistics (SceauStatement *row)
{
  SceauPublishedStatistics *statistics = sceau_published_statistics_new ((int) sceau_statement_get_int (row, 0));

  statistics->certified = get_figure (row, 1);
  statistics->certified_vae = get_figure (row, 2);
  statistics->global_6m = get_figure (row, 3);
  statistics->target_6m = get_figure (row, 4);
  statistics->target_24m = get_figure (row, 5);
  return statistics;
}

/* Fills an array of the record, whose own destroy function stays. @kind is bound to $2 when there is one. */
static gboolean
load_list (SceauDatabase *database, GPtrArray *list, const char *code, const char *kind, const char *sql, SceauRowReader read,
           GError **error)
{
  g_autoptr (SceauStatement) rows = sceau_statement_new (database, sql, error);
  SceauStep step;

  if (rows == NULL)
    return FALSE;
  sceau_statement_bind_text (rows, 1, code);
  if (kind != NULL)
    sceau_statement_bind_text (rows, 2, kind);
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    g_ptr_array_add (list, read (rows));
  return step == SCEAU_STEP_DONE;
}

static gboolean
load_competences (SceauDatabase *database, SceauCertification *certification, GError **error)
{
  SceauStep step;

  g_autoptr (SceauStatement) rows = sceau_statement_new (
    database, "SELECT block_code, text FROM competence WHERE certification_code = $1 ORDER BY block_code, number", error);
  if (rows == NULL)
    return FALSE;
  sceau_statement_bind_text (rows, 1, certification->code);
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    {
      const SceauBlock *block = sceau_certification_find_block (certification, sceau_statement_get_text (rows, 0));

      if (block != NULL)
        g_ptr_array_add (block->competences, sceau_statement_dup_text (rows, 1));
    }
  return step == SCEAU_STEP_DONE;
}

static gboolean
load_years (SceauDatabase *database, SceauCertification *certification, GError **error)
{
  SceauStep step;

  g_autoptr (SceauStatement) rows = sceau_statement_new (
    database, "SELECT year FROM eligible_year WHERE certification_code = $1 ORDER BY position", error);
  if (rows == NULL)
    return FALSE;
  sceau_statement_bind_text (rows, 1, certification->code);
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    {
      int year = (int) sceau_statement_get_int (rows, 0);

      g_array_append_val (certification->eligible_years, year);
    }
  return step == SCEAU_STEP_DONE;
}

#define CLASSIFICATION "SELECT code, label FROM classification WHERE certification_code = $1 AND kind = $2 ORDER BY position"
#define LINK "SELECT code FROM certification_link WHERE certification_code = $1 AND direction = $2 ORDER BY position"

gboolean
sceau_certification_parts_load (SceauDatabase *database, SceauCertification *certification, GError **error)
{
  const char *code = certification->code;

  return load_list (database, certification->blocks, code, NULL,
                    "SELECT code, title, competences_text, modalities_text, prerequisites, optional FROM block "
                    "WHERE certification_code = $1 ORDER BY position",
                    read_block, error)
         && load_competences (database, certification, error)
         && load_list (database, certification->routes, code, NULL,
                       "SELECT route, open, jury_text, modified FROM access_route WHERE certification_code = $1 ORDER BY position",
                       read_route, error)
         && load_list (database, certification->certifiers, code, NULL,
                       "SELECT name, siret, trade_name, website, active FROM certifier WHERE certification_code = $1 ORDER BY position",
                       read_certifier, error)
         && load_list (database, certification->nsf, code, "nsf", CLASSIFICATION, read_classification, error)
         && load_list (database, certification->rome, code, "rome", CLASSIFICATION, read_classification, error)
         && load_list (database, certification->formacodes, code, "formacode", CLASSIFICATION, read_classification, error)
         && load_list (database, certification->statistics, code, NULL,
                       "SELECT year, certified, certified_vae, global_6m, target_6m, target_24m FROM published_statistics "
                       "WHERE certification_code = $1 ORDER BY position",
                       read_statistics, error)
         && load_years (database, certification, error)
         && load_list (database, certification->former_codes, code, "former", LINK, read_code, error)
         && load_list (database, certification->newer_codes, code, "newer", LINK, read_code, error);
}
