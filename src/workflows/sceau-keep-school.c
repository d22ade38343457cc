/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-keep-school.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sceau-backup.h"
#include "sceau-journal.h"
#include "sceau-keep-school-private.h"
#include "sceau-school-check.h"
#include "sceau-text.h"
#include "sceau-workflow-private.h"

/* (transfer full): as it will be stored: trimmed, empty fields are NULL, the SIRET without the blanks people write. */
static SceauSchoolIdentity *
tidy_identity (const SceauSchoolIdentity *identity)
{
  SceauSchoolIdentity *tidy = sceau_school_identity_new ();

  tidy->name = sceau_text_normalise (identity->name);
  tidy->trade_name = sceau_text_normalise (identity->trade_name);
  tidy->city = sceau_text_normalise (identity->city);
  tidy->signatory = sceau_text_normalise (identity->signatory);
  tidy->signatory_title = sceau_text_normalise (identity->signatory_title);
  if (identity->siret != NULL)
    {
      GString *digits = g_string_new (NULL);

      for (const char *p = identity->siret; *p != '\0'; p++)
        if (!g_ascii_isspace (*p))
          g_string_append_c (digits, *p);
      tidy->siret = g_string_free (digits, FALSE);
    }
  return tidy;
}

static void
check_line (const char *text, const char *field, SceauFaults *faults)
{
  g_autofree char *reason = NULL;
  g_autofree char *remedy = NULL;

  if (!sceau_text_check (text, SCEAU_TEXT_LINE, &reason, &remedy))
    sceau_faults_add_field (faults, field, text, reason, remedy);
}

static gboolean
check_identity (const SceauSchoolIdentity *identity, SceauFaults *faults, GError **error)
{
  guint known = sceau_faults_count_errors (faults);

  check_line (identity->name, "name", faults);
  check_line (identity->trade_name, "trade_name", faults);
  check_line (identity->city, "city", faults);
  check_line (identity->signatory, "signatory", faults);
  check_line (identity->signatory_title, "signatory_title", faults);

  if (identity->name == NULL)
    sceau_faults_add_field (faults, "name", NULL, _("The name of the school is missing."),
                            _("Give the corporate name that stands on its documents."));
  if (identity->siret == NULL || !sceau_siret_check (identity->siret))
    sceau_faults_add_field (faults, "siret", identity->siret, _("This is not a SIRET: its fourteen digits end with a control key."),
                            _("Copy it from the registration of the school."));
  return !sceau_faults_refuse (faults, known, error);
}

/* The first entry of the journal: with it the chain begins at the founding. */
static gboolean
journal_founding (SceauSchool *school, const SceauSchoolIdentity *identity, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  if (!sceau_journal_record (school, "school.found", "school", NULL, sceau_json_from_identity (identity), error))
    return FALSE;
  return sceau_transaction_commit (&transaction, error);
}

SceauSchool *
sceau_found_school_at (const char *path, const SceauSchoolIdentity *identity, const SceauFounding *founding,
                       SceauFaults *faults, GError **error)
{
  g_autoptr (SceauSchoolIdentity) tidy = tidy_identity (identity);
  g_autoptr (SceauSchool) school = NULL;

  if (!check_identity (tidy, faults, error))
    return NULL;

  school = sceau_school_create (path, tidy, error);
  if (school == NULL)
    return NULL;

  if (founding != NULL)
    {
      sceau_school_set_clock (school, founding->clock, founding->clock_data, NULL);
      sceau_school_set_author (school, founding->author);
    }
  if (!journal_founding (school, tidy, error))
    {
      /* The file is ours and a moment old: without its first entry it must not be taken for a school. */
      g_clear_pointer (&school, sceau_school_close);
      g_unlink (path);
      return NULL;
    }
  return g_steal_pointer (&school);
}

SceauSchool *
sceau_found_school (const char *path, const SceauSchoolIdentity *identity, SceauFaults *faults, GError **error)
{
  return sceau_found_school_at (path, identity, NULL, faults, error);
}

gboolean
sceau_edit_identity (SceauSchool *school, const SceauSchoolIdentity *identity, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauSchoolIdentity) tidy = tidy_identity (identity);
  g_autoptr (SceauSchoolIdentity) before = NULL;

  if (!check_identity (tidy, faults, error))
    return FALSE;
  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;

  before = sceau_school_load_identity (school, error);
  if (before == NULL)
    return FALSE;
  if (sceau_json_same (sceau_json_from_identity (before), sceau_json_from_identity (tidy)))
    return TRUE;
  if (!sceau_school_save_identity (school, tidy, error))
    return FALSE;
  if (!sceau_journal_record (school, "school.edit", "school", sceau_json_from_identity (before),
                             sceau_json_from_identity (tidy), error))
    return FALSE;
  return sceau_transaction_commit (&transaction, error);
}

gboolean
sceau_verify_journal (SceauSchool *school, SceauFaults *faults, gint64 *entries, GError **error)
{
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_journal_verify (school, faults, entries, error))
    return FALSE;
  /* The first bad entry is the answer; a chain that is whole says nothing of the tables beside it. */
  return sceau_faults_count_errors (faults) > known || sceau_school_check_frozen (school, faults, error);
}

gboolean
sceau_check_school (SceauSchool *school, SceauFaults *faults, GError **error)
{
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_school_check (school, faults, error))
    return FALSE;
  /* A file that contradicts itself has said enough, and a broken journal proves nothing. */
  if (sceau_faults_count_errors (faults) > known)
    return TRUE;
  return sceau_compare_journal (school, faults, error)
         && (sceau_faults_count_errors (faults) > known || sceau_school_check_derived (school, faults, error));
}

gboolean
sceau_back_up_school (SceauSchool *school, const char *path, GError **error)
{
  return sceau_backup_create (school, path, error);
}

gboolean
sceau_restore_school (const char *backup, const char *path, SceauFaults *faults, GError **error)
{
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_backup_verify (backup, faults, error))
    return FALSE;
  if (sceau_faults_count_errors (faults) > known)
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY,
                   _("The backup “%s” is damaged and was not restored. Take an older one."), backup);
      return FALSE;
    }
  return sceau_backup_restore (backup, path, error);
}
