/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-candidate-file.h"
#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_RECTIFY_DIALOG (sceau_rectify_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauRectifyDialog, sceau_rectify_dialog, SCEAU, RECTIFY_DIALOG, AdwWindow)

/**
 * SceauRectifyDialog: mends a sealed decision: outcome, blocks, day and reason, who of the jury met again, and why they
 * may decide when a check says that they may not.  Says what it will do before it is done; the first decision is kept.
 * Closes when the rectification has been sealed.
 */
SceauRectifyDialog *sceau_rectify_dialog_new (GtkWindow *parent, SceauContext *context, const SceauCandidateFile *file);

G_END_DECLS
