/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"
#include "sceau-session-life.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_APPEAL_DIALOG (sceau_appeal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauAppealDialog, sceau_appeal_dialog, SCEAU, APPEAL_DIALOG, AdwWindow)

/* An appeal against one decision of a session.  Closes when it is in the school.
 * @decisions: (element-type SceauDecision): whose candidates can appeal. */
SceauAppealDialog *sceau_appeal_dialog_new        (GtkWindow *parent, SceauContext *context, gint64 session_id, GPtrArray *decisions);
/* The answer to an appeal, given once and for ever. */
SceauAppealDialog *sceau_appeal_dialog_new_answer (GtkWindow *parent, SceauContext *context, const SceauAppeal *appeal);

G_END_DECLS
