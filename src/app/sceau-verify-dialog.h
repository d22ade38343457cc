/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_VERIFY_DIALOG (sceau_verify_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauVerifyDialog, sceau_verify_dialog, SCEAU, VERIFY_DIALOG, AdwWindow)

/**
 * SceauVerifyDialog: holds a paper against the register and the school's keys: a PDF that is chosen or dropped on the
 * window, or the text of a QR code that is pasted, or typed by a scanner.  It stays open for the next one.
 */
SceauVerifyDialog *sceau_verify_dialog_new        (SceauPage *page);

/* What dropping a file and scanning a code lead to. */
void               sceau_verify_dialog_check_file (SceauVerifyDialog *self, const char *path);
void               sceau_verify_dialog_check_text (SceauVerifyDialog *self, const char *text);

G_END_DECLS
