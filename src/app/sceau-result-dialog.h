/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"
#include "sceau-plan.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_RESULT_DIALOG (sceau_result_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauResultDialog, sceau_result_dialog, SCEAU, RESULT_DIALOG, AdwWindow)

/* One mark: who examined and when, a comment, and everything that it was before.  @title: the cell in words;
 * @lock: (nullable): why nothing can be changed there. */
SceauResultDialog *sceau_result_dialog_new (GtkWindow *parent, SceauContext *context, const char *title, gint64 enrolment_id,
                                            const SceauModality *modality, int attempt, const char *lock);

G_END_DECLS
