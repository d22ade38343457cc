/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_CERTIFICATE_ISSUE_DIALOG (sceau_certificate_issue_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauCertificateIssueDialog, sceau_certificate_issue_dialog, SCEAU, CERTIFICATE_ISSUE_DIALOG, AdwWindow)

/* Asks for a sealed session, the day, the place and where the files go, says what will happen, and issues. */
SceauCertificateIssueDialog *sceau_certificate_issue_dialog_new        (SceauPage *page);
/* Where the files go; until then a new folder beside the school file. */
void                         sceau_certificate_issue_dialog_set_folder (SceauCertificateIssueDialog *self, const char *folder);

G_END_DECLS
