/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_LEARNER_CHOOSER (sceau_learner_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SceauLearnerChooser, sceau_learner_chooser, SCEAU, LEARNER_CHOOSER, AdwBin)

/**
 * SceauLearnerChooser: one learner of the school, found by typing some of the name or the number.  It shows the
 * first few who fit, read as one types; Enter takes the first.
 * Signal "changed" (void): another learner, or none, is chosen.
 */
void        sceau_learner_chooser_set_context (SceauLearnerChooser *self, SceauContext *context);
/* (transfer none) (nullable): the number of the learner who is chosen. */
const char *sceau_learner_chooser_get_number  (SceauLearnerChooser *self);

G_END_DECLS
