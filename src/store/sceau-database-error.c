/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-database-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-store-error-private.h"

/* Each case of the engine that a user can do something about, with what to do. */
static const struct
{
  int result; /* primary code */
  SceauStoreError code;
  const char *sentence; /* with one %s: the file */
} cases[] = {
  { SQLITE_BUSY, SCEAU_STORE_ERROR_BUSY,
    N_("“%s” is being used by another window or program. Wait until it has finished, or close it.") },
  { SQLITE_LOCKED, SCEAU_STORE_ERROR_BUSY,
    N_("“%s” is being used by another operation of this program. Wait until it has finished.") },
  { SQLITE_READONLY, SCEAU_STORE_ERROR_READ_ONLY,
    N_("“%s” can not be written. Give yourself the permission to write it and its folder, or copy it elsewhere.") },
  { SQLITE_PERM, SCEAU_STORE_ERROR_READ_ONLY,
    N_("“%s” can not be written. Give yourself the permission to write it and its folder, or copy it elsewhere.") },
  { SQLITE_FULL, SCEAU_STORE_ERROR_NO_SPACE,
    N_("The disk refuses to write “%s”: most often it is full. Free some space and do it again: nothing was changed.") },
  { SQLITE_CORRUPT, SCEAU_STORE_ERROR_CORRUPT,
    N_("“%s” is damaged or cut short. Restore the school from its last backup.") },
  { SQLITE_NOTADB, SCEAU_STORE_ERROR_CORRUPT,
    N_("“%s” is damaged or cut short. Restore the school from its last backup.") },
  { SQLITE_CANTOPEN, SCEAU_STORE_ERROR_IO,
    N_("“%s”, or the working file beside it, can not be opened. Check the permissions of the folder.") },
  { SQLITE_TOOBIG, SCEAU_STORE_ERROR_CONSTRAINT, N_("A text or document is too large to be kept in “%s”.") },
};

/* A quota, a size limit and a full network disk arrive as a write that failed, and by then the system's own number
 * of the error may be gone. */
static gboolean
is_no_space (int result)
{
  return result == SQLITE_IOERR_WRITE || result == SQLITE_IOERR_TRUNCATE || result == SQLITE_IOERR_FSYNC;
}

static void
set_constraint (SceauDatabase *self, int result, GError **error)
{
  const char *message = sqlite3_errmsg (self->handle);

  if (result == SQLITE_CONSTRAINT_TRIGGER && sceau_store_error_set_from_token (error, message))
    return;
  if (strstr (message, "decision_needs_reason") != NULL)
    g_set_error_literal (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT,
                         _("A decision that differs from the proposal needs a reason."));
  else if (result == SQLITE_CONSTRAINT_FOREIGNKEY)
    g_set_error_literal (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT,
                         _("Something else refers to this, or this refers to something that is not there: "
                           "remove what depends on it first, or create what is missing."));
  else if (result == SQLITE_CONSTRAINT_UNIQUE || result == SQLITE_CONSTRAINT_PRIMARYKEY)
    /* Translators: %s names columns, such as "learner.number". */
    g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT, _("This is already there (%s)."),
                 g_str_has_prefix (message, "UNIQUE constraint failed: ") ? message + 26 : message);
  else
    /* Translators: %s is a rule of the file, in English. */
    g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT,
                 _("A value is missing or can not be stored (%s)."), message);
}

gboolean
sceau_database_fail (SceauDatabase *self, int result, GError **error)
{
  g_autofree char *name = sceau_database_dup_name (self);
  int primary = result & 0xff;

  if (is_no_space (result))
    primary = SQLITE_FULL;
  if (primary == SQLITE_CONSTRAINT)
    {
      set_constraint (self, result, error);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].result == primary)
      {
        g_set_error (error, SCEAU_STORE_ERROR, cases[i].code, _(cases[i].sentence), name);
        return FALSE;
      }
  g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_IO, _("“%s” can not be read or written: %s."), name,
               sqlite3_errmsg (self->handle));
  return FALSE;
}
