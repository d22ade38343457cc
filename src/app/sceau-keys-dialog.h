/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_KEYS_DIALOG (sceau_keys_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauKeysDialog, sceau_keys_dialog, SCEAU, KEYS_DIALOG, AdwWindow)

/**
 * SceauKeysDialog: the keys that sign the school's papers, in use and retired, and what others verify with: the first one made,
 * another in its place, the public keys and the page that verifies offline written to a file.
 */
SceauKeysDialog *sceau_keys_dialog_new           (SceauPage *page);

/* What choosing a file leads to. */
void             sceau_keys_dialog_write_keys    (SceauKeysDialog *self, const char *path);
/* (transfer none): the form that asks for the passphrase. */
GtkWindow       *sceau_keys_dialog_sign_verifier (SceauKeysDialog *self, const char *path);

G_END_DECLS
