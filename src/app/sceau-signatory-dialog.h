/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-context.h"
#include "sceau-form-dialog.h"
#include "sceau-house-style.h"

G_BEGIN_DECLS

/**
 * sceau_signatory_dialog_new: somebody who signs for the school, added or corrected: name, title, delegation, days, and the picture of the signature.
 * @signatory: (nullable): NULL: a new one, from @today on.
 */
SceauFormDialog *sceau_signatory_dialog_new (GtkWidget *from, SceauContext *context, const SceauSignatory *signatory, SceauDate today);

G_END_DECLS
