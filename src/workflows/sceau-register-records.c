/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What the verbs of the register ask before they write a line of it. */

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-document-error.h"
#include "sceau-font.h"
#include "sceau-keep-register-private.h"
#include "sceau-workflow-error.h"

gboolean
sceau_check_register_text (const char *text, GError **error)
{
  g_autoptr (GError) local = NULL;

  /* A missing font is for whoever prints to hear of. */
  if (text == NULL || sceau_pdf_check_text (SCEAU_FACE_SANS, _("The remark"), text, NULL, &local)
      || !g_error_matches (local, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH))
    return TRUE;
  g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, local->message);
  return FALSE;
}

gboolean
sceau_require_register_act (SceauSchool *school, const SceauCertificate *certificate, const SceauRegisterAct *act, GError **error)
{
  g_autoptr (GPtrArray) acts = sceau_certificate_table_list_acts (school, certificate->number, error);
  g_autoptr (GError) local = NULL;

  if (acts == NULL)
    return FALSE;
  if (sceau_register_allows (certificate, acts, act, &local))
    return TRUE;
  g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, local->message);
  return FALSE;
}

gboolean
sceau_register_refused (const GError *error)
{
  return g_error_matches (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID)
         || g_error_matches (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND)
         || g_error_matches (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
}
