/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-keep-register-private.h"
#include "sceau-text.h"

static gboolean
write_revocation (SceauSchool *school, const SceauCertificate *before, const SceauRegisterAct *act, GError **error)
{
  g_autoptr (SceauCertificate) after = NULL;
  g_autofree char *subject = g_strdup_printf ("certificate %s", before->number);

  if (!sceau_certificate_table_add_act (school, act, NULL, error))
    return FALSE;
  after = sceau_require_certificate (school, before->number, error);
  return after != NULL
         && sceau_journal_record (school, "certificate.revoke", subject, sceau_json_from_certificate (before),
                                  sceau_json_from_certificate (after), error);
}

gboolean
sceau_revoke_certificate (SceauSchool *school, const char *number, const char *reason, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauCertificate) certificate = NULL;
  g_autoptr (SceauRegisterAct) act = sceau_register_act_new ();

  act->kind = SCEAU_REGISTER_REVOKED;
  act->date = sceau_school_today (school);
  act->reason = sceau_text_to_paragraph (reason);
  if (act->reason == NULL)
    {
      g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                           _("A revocation needs a reason: it stays in the register for ever."));
      return FALSE;
    }
  if (sceau_text_refuse (act->reason, SCEAU_TEXT_NOTE, error) || !sceau_check_register_text (act->reason, error))
    return FALSE;
  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  certificate = sceau_require_certificate (school, number, error);
  if (certificate == NULL || !sceau_require_register_act (school, certificate, act, error))
    return FALSE;
  act->number = g_strdup (certificate->number);
  return write_revocation (school, certificate, act, error) && sceau_transaction_commit (&transaction, error);
}
