/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-candidate-file.h"
#include "sceau-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SCEAU_TYPE_RECUSE_DIALOG (sceau_recuse_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauRecuseDialog, sceau_recuse_dialog, SCEAU, RECUSE_DIALOG, AdwWindow)

/* Which member takes no part in the case of @file's candidate, and why.  Closes when it is in the school. */
SceauRecuseDialog *sceau_recuse_dialog_new (GtkWindow *parent, SceauContext *context, const SceauCandidateFile *file);

G_END_DECLS
