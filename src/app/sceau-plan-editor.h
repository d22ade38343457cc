/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"
#include "sceau-plan-draft.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_PLAN_EDITOR (sceau_plan_editor_get_type ())
G_DECLARE_FINAL_TYPE (SceauPlanEditor, sceau_plan_editor, SCEAU, PLAN_EDITOR, AdwBin)

/**
 * SceauPlanEditor: the evaluation plan of a certification while it is edited: modalities, matrix, rules, quotas and juries,
 * with what is wrong beside them.  Ctrl+S saves, Ctrl+Z and Ctrl+Shift+Z take a step back and forth, Alt+1 to Alt+5
 * choose the section.  It is pushed as a level of a #SceauPage and tells it what would be lost.
 */
SceauPlanEditor *sceau_plan_editor_new        (SceauContext *context, SceauPlanDraft *draft);
/* (transfer full): the buttons for the header bar while it is on top. */
GtkWidget       *sceau_plan_editor_new_header (SceauPlanEditor *self);

G_END_DECLS
