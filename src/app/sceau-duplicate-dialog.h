/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-form-dialog.h"
#include "sceau-page.h"

G_BEGIN_DECLS

/* Asks why @number is made once more and who asked for it, then for a file. @has_key: whether a passphrase can sign its code. */
SceauFormDialog *sceau_duplicate_dialog_new   (SceauPage *page, const char *number, gboolean has_key);
/* What choosing a file leads to: the duplicate is made, kept in the register and written. */
void             sceau_duplicate_dialog_write (SceauFormDialog *dialog, const char *path);

G_END_DECLS
