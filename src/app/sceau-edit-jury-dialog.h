/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"
#include "sceau-jury.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_EDIT_JURY_DIALOG (sceau_edit_jury_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauEditJuryDialog, sceau_edit_jury_dialog, SCEAU, EDIT_JURY_DIALOG, AdwWindow)

/* When and where a session meets, and until when its results are kept back.  Closes when it is in the school. */
SceauEditJuryDialog *sceau_edit_jury_dialog_new (GtkWindow *parent, SceauContext *context, const SceauJurySession *session);

G_END_DECLS
