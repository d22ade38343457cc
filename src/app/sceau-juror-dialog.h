/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"
#include "sceau-juror.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_JUROR_DIALOG (sceau_juror_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauJurorDialog, sceau_juror_dialog, SCEAU, JUROR_DIALOG, AdwWindow)

/* Who a juror is: name, function, employer, side, sex, field, contact, mandate.  Closes when it is in the school.
 * @juror: (nullable): whose record is edited; NULL for somebody new. */
SceauJurorDialog *sceau_juror_dialog_new (GtkWindow *parent, SceauContext *context, const SceauJuror *juror);

G_END_DECLS
