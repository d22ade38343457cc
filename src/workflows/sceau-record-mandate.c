/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-issue-certificates-private.h"
#include "sceau-mandate-table.h"
#include "sceau-text.h"

static gboolean
names_a_certifier (const SceauCertification *certification, const char *name)
{
  for (guint i = 0; i < certification->certifiers->len; i++)
    if (sceau_text_same (((SceauCertifier *) g_ptr_array_index (certification->certifiers, i))->name, name))
      return TRUE;
  return FALSE;
}

static SceauMandate *
take_mandate (const SceauMandate *mandate, const SceauCertification *certification, SceauFaults *faults)
{
  SceauMandate *kept = sceau_mandate_new ();

  kept->certification_code = g_strdup (certification->code);
  kept->certifier_name = sceau_take_text (mandate->certifier_name, "certifier_name",
                                          _("A mandate names the certifier who gives it."), faults);
  kept->signatory = sceau_take_text (mandate->signatory, "signatory",
                                     _("A mandate names who signs for the certifier."), faults);
  kept->signatory_title = sceau_take_text (mandate->signatory_title, "signatory_title",
                                           _("A mandate gives the title of the certifier’s signatory."), faults);
  kept->reference = sceau_take_text (mandate->reference, "reference",
                                     _("A mandate is a written document: its reference is missing."), faults);
  kept->start = mandate->start;
  kept->end = mandate->end;
  if (kept->certifier_name != NULL && !names_a_certifier (certification, kept->certifier_name))
    sceau_faults_add_field (faults, "certifier_name", kept->certifier_name, _("This body is not a certifier of the fiche."),
                            _("Write its name as the fiche does."));
  if (kept->start != SCEAU_NO_DATE && kept->end != SCEAU_NO_DATE && kept->end < kept->start)
    {
      g_autofree char *end = sceau_date_format_iso (kept->end);

      sceau_faults_add_field (faults, "end", end, _("The mandate ends before it begins."), _("Correct one of the two dates."));
    }
  return kept;
}

/* A certifier needs nobody's mandate. */
static gboolean
check_role (SceauSchool *school, const SceauCertification *certification, GError **error)
{
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_load_identity (school, error);

  if (identity == NULL)
    return FALSE;
  if (sceau_school_role (identity, certification) == SCEAU_SCHOOL_CENTRE)
    return TRUE;
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
               _("%s certifies %s itself: it needs no mandate."), identity->name, certification->code);
  return FALSE;
}

gboolean
sceau_record_mandate (SceauSchool *school, const SceauMandate *mandate, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauCertification) certification = NULL;
  g_autoptr (SceauMandate) kept = NULL;
  g_autofree char *subject = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  certification = sceau_require_certification (school, mandate->certification_code, error);
  if (certification == NULL || !check_role (school, certification, error))
    return FALSE;
  kept = take_mandate (mandate, certification, faults);
  if (sceau_faults_refuse (faults, known, error) || !sceau_mandate_table_insert (school, kept, error))
    return FALSE;
  subject = g_strdup_printf ("certification %s", certification->code);
  return sceau_journal_record (school, "mandate.record", subject, NULL, sceau_json_from_mandate (kept), error)
         && sceau_transaction_commit (&transaction, error);
}
