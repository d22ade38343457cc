/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"
#include "sceau-mark-sheet-file.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_SUBMIT_DIALOG (sceau_submit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauSubmitDialog, sceau_submit_dialog, SCEAU, SUBMIT_DIALOG, AdwWindow)

/* Who hands a sheet of marks in, and when it was assessed.  Closes when it is handed in. */
SceauSubmitDialog *sceau_submit_dialog_new (GtkWindow *parent, SceauContext *context, const SceauMarkSheetFile *file);

G_END_DECLS
