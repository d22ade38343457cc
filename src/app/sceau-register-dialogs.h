/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-form-dialog.h"
#include "sceau-page.h"

G_BEGIN_DECLS

/* What happens to parchemins after they were issued, asked and written down: the form closes itself once it is in the register. */

/* An edition, a spoiled sheet, a hand-over, a posting or a return of @numbers (NULL-terminated). */
SceauFormDialog *sceau_register_act_dialog_new (SceauPage *page, SceauRegisterActKind kind, const char *const *numbers);
/* The register of a year, or all of it, as PDF, CSV or XLSX: asks for the year, then for the file. */
SceauFormDialog *sceau_register_export_dialog_new (SceauPage *page);
/* What the above leads to once the user has chosen. @year 0: all. */
void             sceau_register_write          (SceauPage *page, int year, const char *path);

G_END_DECLS
