/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"
#include "sceau-mark-sheet-file.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_GRID_DIALOG (sceau_grid_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauGridDialog, sceau_grid_dialog, SCEAU, GRID_DIALOG, AdwWindow)

/* The points of one learner, criterion by criterion, and the mark that they make.  Closes when it is recorded. */
SceauGridDialog *sceau_grid_dialog_new (GtkWindow *parent, SceauContext *context, const SceauMarkSheetFile *file,
                                        const SceauEnrolment *enrolment);

G_END_DECLS
