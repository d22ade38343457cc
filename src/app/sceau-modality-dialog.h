/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-form-dialog.h"
#include "sceau-plan-draft.h"

G_BEGIN_DECLS

/**
 * sceau_modality_dialog_new: the form of one modality; what it says is put into @draft when it is accepted.
 * @code: of the modality that is edited, or %NULL for a new one.
 * @block_code: (nullable): of a new one.
 */
SceauFormDialog *sceau_modality_dialog_new (GtkWidget *from, SceauPlanDraft *draft, const char *code, const char *block_code);

G_END_DECLS
