/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-school-private.h"

#include <glib/gi18n-lib.h>

#include "sceau-file-private.h"
#include "sceau-migration.h"

struct _SceauSchool
{
  SceauDatabase *database;
  char *author;
  SceauSchoolClock clock;
  gpointer clock_data;
  GDestroyNotify clock_destroy;
};

/* Life -------------------------------------------------------------------------- */

static gboolean
refuse_unfinished (SceauDatabase *database, GError **error)
{
  g_autofree char *name = NULL;

  if (sceau_database_get_version (database, NULL) != 0)
    return TRUE;
  name = g_filename_display_name (sceau_database_get_path (database));
  g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_A_SCHOOL,
               _("“%s” has no school in it. Open another file, or restore a backup."), name);
  return FALSE;
}

SceauSchool *
sceau_school_open (const char *path, SceauSchoolMode mode, GError **error)
{
  g_autoptr (SceauDatabase) database = NULL;
  SceauSchool *school;

  g_return_val_if_fail (path != NULL, NULL);

  database = sceau_database_open (
    path, mode == SCEAU_SCHOOL_READ_ONLY ? SCEAU_DATABASE_READ_ONLY : SCEAU_DATABASE_READ_WRITE, error);
  if (database == NULL || !refuse_unfinished (database, error) || !sceau_migration_run (database, error)
      || !sceau_database_settle (database, error))
    return NULL;
  school = g_new0 (SceauSchool, 1);
  school->database = g_steal_pointer (&database);
  return school;
}

static gboolean
write_identity (SceauDatabase *database, const SceauSchoolIdentity *identity, gboolean update, GError **error)
{
  return sceau_database_run (database, error,
                             update ? "UPDATE school SET name = $1, trade_name = $2, siret = $3, city = $4, "
                                      "signatory = $5, signatory_title = $6 WHERE id = 1"
                                    : "INSERT INTO school (id, name, trade_name, siret, city, signatory, signatory_title) "
                                      "VALUES (1, $1, $2, $3, $4, $5, $6)",
                             "tttttt", identity->name, identity->trade_name, identity->siret, identity->city,
                             identity->signatory, identity->signatory_title);
}

static gboolean
build (const char *path, const SceauSchoolIdentity *identity, GError **error)
{
  g_autoptr (SceauDatabase) database = sceau_database_create (path, error);

  return database != NULL && sceau_migration_run (database, error)
         && write_identity (database, identity, FALSE, error);
}

/* Built under another name: a school file is whole from the first moment that it is there. */
SceauSchool *
sceau_school_create (const char *path, const SceauSchoolIdentity *identity, GError **error)
{
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (identity != NULL, NULL);

  temporary = sceau_file_begin (path, error);
  if (temporary == NULL)
    return NULL;
  if (!build (temporary, identity, error))
    {
      sceau_file_discard (temporary);
      return NULL;
    }
  return sceau_file_publish (temporary, path, error) ? sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, error) : NULL;
}

void
sceau_school_close (SceauSchool *school)
{
  if (school == NULL)
    return;
  sceau_database_rollback (school->database);
  sceau_database_close (school->database);
  sceau_school_set_clock (school, NULL, NULL, NULL);
  g_free (school->author);
  g_free (school);
}

SceauDatabase *
sceau_school_database (SceauSchool *school)
{
  return school->database;
}

const char *
sceau_school_get_path (SceauSchool *school)
{
  g_return_val_if_fail (school != NULL, NULL);

  return sceau_database_get_path (school->database);
}

gboolean
sceau_school_is_read_only (SceauSchool *school)
{
  g_return_val_if_fail (school != NULL, TRUE);

  return sceau_database_is_read_only (school->database);
}

/* Transactions ------------------------------------------------------------------- */

gboolean
sceau_school_begin (SceauSchool *school, GError **error)
{
  g_return_val_if_fail (school != NULL, FALSE);

  if (sceau_school_is_read_only (school))
    {
      g_autofree char *name = g_filename_display_name (sceau_school_get_path (school));
      g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_READ_ONLY,
                   _("“%s” is opened for reading only: nothing can be changed."), name);
      return FALSE;
    }
  return sceau_database_begin (school->database, error);
}

gboolean
sceau_school_commit (SceauSchool *school, GError **error)
{
  g_return_val_if_fail (sceau_school_in_transaction (school), FALSE);

  return sceau_database_commit (school->database, error);
}

void
sceau_school_rollback (SceauSchool *school)
{
  g_return_if_fail (school != NULL);

  sceau_database_rollback (school->database);
}

gboolean
sceau_school_postpone_sync (SceauSchool *school, GError **error)
{
  return sceau_database_postpone_sync (school->database, error);
}

gboolean
sceau_school_in_transaction (SceauSchool *school)
{
  g_return_val_if_fail (school != NULL, FALSE);

  return sceau_database_in_transaction (school->database);
}

gboolean
sceau_school_begin_read (SceauSchool *school, GError **error)
{
  g_return_val_if_fail (school != NULL, FALSE);

  return sceau_database_begin_read (school->database, error);
}

void
sceau_school_end_read (SceauSchool *school)
{
  g_return_if_fail (school != NULL);

  sceau_database_rollback (school->database);
}

gboolean
sceau_school_enter (SceauSchool *school, gboolean *own, GError **error)
{
  *own = !sceau_school_in_transaction (school);
  return !*own || sceau_school_begin (school, error);
}

gboolean
sceau_school_leave (SceauSchool *school, gboolean own, gboolean done, GError **error)
{
  if (!own)
    return done;
  if (done)
    return sceau_school_commit (school, error);
  sceau_school_rollback (school);
  return FALSE;
}

guint64
sceau_school_get_change_counter (SceauSchool *school)
{
  guint64 counter;

  g_return_val_if_fail (school != NULL, 0);

  return sceau_database_get_change_counter (school->database, &counter, NULL) ? counter : 0;
}

gboolean
sceau_school_get_outside_version (SceauSchool *school, gint64 *version, GError **error)
{
  g_return_val_if_fail (school != NULL, FALSE);

  return sceau_database_get_outside_version (school->database, version, error);
}

/* Identity ------------------------------------------------------------------------ */

SceauSchoolIdentity *
sceau_school_load_identity (SceauSchool *school, GError **error)
{
  SceauSchoolIdentity *identity;
  SceauStep step;

  g_return_val_if_fail (school != NULL, NULL);

  g_autoptr (SceauStatement) row = sceau_statement_new (
    school->database, "SELECT name, trade_name, siret, city, signatory, signatory_title FROM school", error);
  if (row == NULL)
    return NULL;
  step = sceau_statement_step (row, error);
  if (step == SCEAU_STEP_DONE)
    g_set_error_literal (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND,
                         _("The file does not say which school it belongs to. Restore it from its last backup."));
  if (step != SCEAU_STEP_ROW)
    return NULL;
  identity = sceau_school_identity_new ();
  identity->name = sceau_statement_dup_text (row, 0);
  identity->trade_name = sceau_statement_dup_text (row, 1);
  identity->siret = sceau_statement_dup_text (row, 2);
  identity->city = sceau_statement_dup_text (row, 3);
  identity->signatory = sceau_statement_dup_text (row, 4);
  identity->signatory_title = sceau_statement_dup_text (row, 5);
  return identity;
}

gboolean
sceau_school_save_identity (SceauSchool *school, const SceauSchoolIdentity *identity, GError **error)
{
  g_return_val_if_fail (school != NULL && identity != NULL, FALSE);

  return write_identity (school->database, identity, TRUE, error);
}

/* Who and when ---------------------------------------------------------------------- */

void
sceau_school_set_clock (SceauSchool *school, SceauSchoolClock clock, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (school != NULL);

  if (school->clock_destroy != NULL)
    school->clock_destroy (school->clock_data);
  school->clock = clock;
  school->clock_data = data;
  school->clock_destroy = destroy;
}

static GDateTime *
read_clock (SceauSchool *school)
{
  gint64 now = school->clock != NULL ? school->clock (school->clock_data) : g_get_real_time ();

  return g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
}

char *
sceau_school_now (SceauSchool *school)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (school != NULL, NULL);

  now = read_clock (school);
  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

SceauDate
sceau_school_today (SceauSchool *school)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (school != NULL, SCEAU_NO_DATE);

  if (school->clock == NULL)
    return sceau_date_today ();
  now = read_clock (school);
  return sceau_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

void
sceau_school_set_author (SceauSchool *school, const char *who)
{
  g_return_if_fail (school != NULL);

  g_free (school->author);
  school->author = g_strdup (who);
}

const char *
sceau_school_get_author (SceauSchool *school)
{
  g_return_val_if_fail (school != NULL, NULL);

  if (school->author == NULL)
    school->author = g_utf8_make_valid (g_get_user_name (), -1);
  return school->author;
}
