/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_LEARNER_VIEW (sceau_learner_view_get_type ())
G_DECLARE_FINAL_TYPE (SceauLearnerView, sceau_learner_view, SCEAU, LEARNER_VIEW, AdwBin)

/* One learner: civil status, enrolments, results with every attempt, acquired blocks, decisions, certificates. */
SceauLearnerView *sceau_learner_view_new    (SceauContext *context, gint64 learner_id);
void              sceau_learner_view_reload (SceauLearnerView *self);

G_END_DECLS
