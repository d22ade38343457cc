/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-minutes-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

gboolean
sceau_minutes_table_insert (SceauSchool *school, gint64 session_id, GBytes *pdf, char **sha256, GError **error)
{
  g_autofree char *hash = NULL;

  g_return_val_if_fail (school != NULL && pdf != NULL && sha256 != NULL, FALSE);

  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  if (!sceau_database_run (sceau_school_database (school), error,
                           "INSERT INTO jury_minutes (session_id, sha256, pdf) VALUES ($1, $2, $3)", "ltb", session_id, hash,
                           pdf))
    return FALSE;
  *sha256 = g_steal_pointer (&hash);
  return TRUE;
}

typedef struct
{
  char *sha256;
  GBytes *pdf;
} Kept;

static void
kept_free (Kept *self)
{
  g_free (self->sha256);
  g_bytes_unref (self->pdf);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Kept, kept_free)

static gpointer
read_kept (SceauStatement *row)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->sha256 = sceau_statement_dup_text (row, 0);
  kept->pdf = sceau_statement_dup_bytes (row, 1);
  return kept;
}

GBytes *
sceau_minutes_table_load (SceauSchool *school, gint64 session_id, GError **error)
{
  g_autoptr (Kept) kept = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, session_id);
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), "SELECT sha256, pdf FROM jury_minutes WHERE session_id = $1", error);
  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, session_id);
  kept = sceau_table_find (statement, read_kept, _("No minutes were kept for the jury session number %s."), number, error);
  if (kept == NULL)
    return NULL;

  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, kept->pdf);
  if (g_strcmp0 (sha256, kept->sha256) == 0)
    return g_bytes_ref (kept->pdf);
  g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CORRUPT,
               _("The minutes kept for the jury session number %s are not those of its seal. Restore a backup of the school."),
               number);
  return NULL;
}
