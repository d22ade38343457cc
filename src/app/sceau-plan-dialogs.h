/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-form-dialog.h"
#include "sceau-plan-draft.h"

G_BEGIN_DECLS

/* The forms of the short lists of a plan; what they say is put into @draft when they are accepted.
 * @index: of what is edited, or -1 for something new. */
SceauFormDialog *sceau_requirement_dialog_new (GtkWidget *from, SceauPlanDraft *draft, int index);
SceauFormDialog *sceau_quota_dialog_new       (GtkWidget *from, SceauPlanDraft *draft, int index);
SceauFormDialog *sceau_jury_rule_dialog_new   (GtkWidget *from, SceauPlanDraft *draft, int index);

G_END_DECLS
