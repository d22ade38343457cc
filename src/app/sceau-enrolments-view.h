/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"
#include "sceau-enrolment.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_ENROLMENTS_VIEW (sceau_enrolments_view_get_type ())
G_DECLARE_FINAL_TYPE (SceauEnrolmentsView, sceau_enrolments_view, SCEAU, ENROLMENTS_VIEW, AdwBin)

/**
 * SceauEnrolmentsView: the learners of one cohort, or of all, in a table that is read as one scrolls.
 * @cohort_id: 0 for every cohort.
 * Signal "chosen" (gint64 learner_id, const char *name): one was activated.
 */
SceauEnrolmentsView *sceau_enrolments_view_new    (SceauContext *context, gint64 cohort_id);
/* @text: "" for everybody. */
void                 sceau_enrolments_view_search (SceauEnrolmentsView *self, const char *text);
void                 sceau_enrolments_view_reload (SceauEnrolmentsView *self);
GListModel          *sceau_enrolments_view_get_model (SceauEnrolmentsView *self); /* (transfer none) */

G_END_DECLS
