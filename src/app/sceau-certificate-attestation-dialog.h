/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_CERTIFICATE_ATTESTATION_DIALOG (sceau_certificate_attestation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauCertificateAttestationDialog, sceau_certificate_attestation_dialog, SCEAU,
                      CERTIFICATE_ATTESTATION_DIALOG, AdwWindow)

/* Chooses a paper, what a learner has got from a jury and a day, and writes that attestation or supplement. */
SceauCertificateAttestationDialog *sceau_certificate_attestation_dialog_new   (SceauPage *page);
/* Whether certifications are listed, and one is selected. */
gboolean                           sceau_certificate_attestation_dialog_is_whole (SceauCertificateAttestationDialog *self);
/* Writes it for what is selected, as the button does once a file is chosen. */
void                               sceau_certificate_attestation_dialog_write (SceauCertificateAttestationDialog *self, const char *path);

G_END_DECLS
