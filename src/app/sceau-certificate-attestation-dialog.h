/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_CERTIFICATE_ATTESTATION_DIALOG (sceau_certificate_attestation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauCertificateAttestationDialog, sceau_certificate_attestation_dialog, SCEAU,
                      CERTIFICATE_ATTESTATION_DIALOG, AdwWindow)

/* Chooses a learner's acquired block and a day, and writes the attestation of that block. */
SceauCertificateAttestationDialog *sceau_certificate_attestation_dialog_new   (SceauPage *page);
/* Writes it for the block that is selected, as the button does once a file is chosen. */
void                               sceau_certificate_attestation_dialog_write (SceauCertificateAttestationDialog *self, const char *path);

G_END_DECLS
