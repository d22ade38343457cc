/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-form-dialog.h"
#include "sceau-page.h"

G_BEGIN_DECLS

/* Another parchemin in the place of @certificate, after a correction of the civil status: what was corrected, what proves it, when
 * and where the new one is delivered; then the file of the new one. */
SceauFormDialog *sceau_replace_dialog_new   (SceauPage *page, const SceauCertificate *certificate);
/* What the form leads to once the user has chosen a file. */
void             sceau_replace_dialog_write (SceauFormDialog *dialog, const char *path);

G_END_DECLS
