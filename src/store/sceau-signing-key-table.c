/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-signing-key-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

#define NOT_FOUND N_("There is no signing key number %s.")
#define SELECT "SELECT id, created, retired, public_key, sealed_private FROM signing_key"

void
sceau_signing_key_free (SceauSigningKey *self)
{
  if (self == NULL)
    return;
  g_free (self->public_key);
  g_clear_pointer (&self->sealed_private, g_bytes_unref);
  g_free (self);
}

gint64
sceau_signing_key_table_insert (SceauSchool *school, const SceauSigningKey *key, GError **error)
{
  SceauDatabase *database;

  g_return_val_if_fail (school != NULL && key != NULL && key->sealed_private != NULL, 0);

  database = sceau_school_database (school);
  if (!sceau_database_run (database, error,
                           "INSERT INTO signing_key (created, retired, public_key, sealed_private) VALUES ($1, $2, $3, $4)",
                           "ddtb", key->created, key->retired, key->public_key, key->sealed_private))
    return 0;
  return sceau_database_last_id (database);
}

gboolean
sceau_signing_key_table_retire (SceauSchool *school, gint64 id, SceauDate date, GError **error)
{
  g_return_val_if_fail (school != NULL && date != SCEAU_NO_DATE, FALSE);

  return sceau_database_run (sceau_school_database (school), error, "UPDATE signing_key SET retired = $1 WHERE id = $2", "dl", date,
                             id)
         && sceau_table_check_id (school, _(NOT_FOUND), id, error);
}

gboolean
sceau_signing_key_table_reseal (SceauSchool *school, gint64 id, GBytes *sealed_private, GError **error)
{
  g_return_val_if_fail (school != NULL && sealed_private != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error, "UPDATE signing_key SET sealed_private = $1 WHERE id = $2", "bl",
                             sealed_private, id)
         && sceau_table_check_id (school, _(NOT_FOUND), id, error);
}

static gpointer
read_key (SceauStatement *row)
{
  SceauSigningKey *key = g_new0 (SceauSigningKey, 1);

  key->id = sceau_statement_get_int (row, 0);
  key->created = sceau_statement_get_date (row, 1);
  key->retired = sceau_statement_get_date (row, 2);
  key->public_key = sceau_statement_dup_text (row, 3);
  key->sealed_private = sceau_statement_dup_bytes (row, 4);
  return key;
}

SceauSigningKey *
sceau_signing_key_table_find_current (SceauSchool *school, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return sceau_table_find (sceau_statement_new (sceau_school_database (school), SELECT " WHERE retired IS NULL", error), read_key,
                           _("The school has no signing key in use. Make one first."), NULL, error);
}

GPtrArray *
sceau_signing_key_table_list (SceauSchool *school, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return sceau_table_collect (sceau_statement_new (sceau_school_database (school), SELECT " ORDER BY id DESC", error), read_key,
                              (GDestroyNotify) sceau_signing_key_free, error);
}
