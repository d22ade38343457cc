/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-backup.h"

#include <glib/gi18n-lib.h>

#include "sceau-file-private.h"
#include "sceau-school-check.h"
#include "sceau-school-private.h"

static gboolean
copy_to (SceauSchool *school, const char *temporary, GError **error)
{
  g_autoptr (SceauDatabase) target = sceau_database_create (temporary, error);

  return target != NULL && sceau_database_copy (sceau_school_database (school), target, error);
}

gboolean
sceau_backup_create (SceauSchool *school, const char *path, GError **error)
{
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (school != NULL && path != NULL, FALSE);

  temporary = sceau_file_begin (path, error);
  if (temporary == NULL)
    return FALSE;
  if (!copy_to (school, temporary, error))
    {
      sceau_file_discard (temporary);
      return FALSE;
    }
  return sceau_file_publish (temporary, path, error);
}

gboolean
sceau_backup_verify (const char *path, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauSchool) school = NULL;

  g_return_val_if_fail (path != NULL && faults != NULL, FALSE);

  school = sceau_school_open (path, SCEAU_SCHOOL_READ_ONLY, error);
  return school != NULL && sceau_school_check (school, faults, error);
}

gboolean
sceau_backup_restore (const char *backup, const char *path, GError **error)
{
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (SceauFaults) faults = NULL;

  g_return_val_if_fail (backup != NULL && path != NULL, FALSE);

  school = sceau_school_open (backup, SCEAU_SCHOOL_READ_ONLY, error);
  faults = sceau_faults_new ();
  if (school == NULL || !sceau_school_check (school, faults, error))
    return FALSE;
  if (sceau_faults_count_errors (faults) > 0)
    {
      g_autofree char *name = g_filename_display_name (backup);
      g_autofree char *first = sceau_fault_to_string (sceau_faults_get (faults, 0));

      g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CORRUPT,
                   _("The backup “%s” is not sound and was not restored. Choose an earlier one. First fault: %s"), name, first);
      return FALSE;
    }
  return sceau_backup_create (school, path, error);
}
