/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-context.h"
#include "sceau-form-dialog.h"
#include "sceau-learner-file.h"

G_BEGIN_DECLS

/* What happens to somebody on the way; each form writes when it is accepted. */

SceauFormDialog *sceau_departure_dialog_new (GtkWidget *from, SceauContext *context, const SceauEnrolment *enrolment);
SceauFormDialog *sceau_return_dialog_new    (GtkWidget *from, SceauContext *context, const SceauEnrolment *enrolment);
/* A block acquired elsewhere or earlier, with its proof: one that the learner does not have yet. */
SceauFormDialog *sceau_acquired_dialog_new  (GtkWidget *from, SceauContext *context, const SceauParcours *parcours);

G_END_DECLS
