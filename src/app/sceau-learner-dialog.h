/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-context.h"
#include "sceau-form-dialog.h"
#include "sceau-learner.h"

G_BEGIN_DECLS

/* The rows of a civil status in a form; they live as long as it. */
typedef struct _SceauCivilStatus SceauCivilStatus;

/* @learner: (nullable): what they say at first. */
SceauCivilStatus *sceau_civil_status_add        (SceauFormDialog *dialog, const SceauLearner *learner);
/* (transfer full): what they say now; the rest is as in @learner (nullable). */
SceauLearner     *sceau_civil_status_read       (SceauCivilStatus *self, const SceauLearner *learner);
/* (nullable): what is missing. */
const char       *sceau_civil_status_find_fault (SceauCivilStatus *self);

/* The form that edits the civil status of a learner. */
SceauFormDialog  *sceau_learner_dialog_new      (GtkWidget *from, SceauContext *context, const SceauLearner *learner);

G_END_DECLS
