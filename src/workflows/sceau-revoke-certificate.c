/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-text.h"

gboolean
sceau_revoke_certificate (SceauSchool *school, const char *number, const char *reason, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauCertificate) before = NULL;
  g_autoptr (SceauCertificate) after = NULL;
  g_autofree char *kept = sceau_text_to_paragraph (reason);
  g_autofree char *subject = g_strdup_printf ("certificate %s", number);

  if (kept == NULL)
    {
      g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                           _("A revocation needs a reason: it stays in the register for ever."));
      return FALSE;
    }
  if (sceau_text_refuse (kept, SCEAU_TEXT_NOTE, error))
    return FALSE;
  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  before = sceau_require_certificate (school, number, error);
  if (before == NULL)
    return FALSE;
  if (before->state == SCEAU_CERTIFICATE_REVOKED)
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                   _("The parchemin %s is revoked already: %s"), number, before->revocation_reason);
      return FALSE;
    }
  if (!sceau_certificate_table_revoke (school, number, kept, sceau_school_today (school), error))
    return FALSE;
  after = sceau_require_certificate (school, number, error);
  return after != NULL
         && sceau_journal_record (school, "certificate.revoke", subject, sceau_json_from_certificate (before),
                                  sceau_json_from_certificate (after), error)
         && sceau_transaction_commit (&transaction, error);
}
