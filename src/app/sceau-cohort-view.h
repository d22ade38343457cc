/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-enrolments-view.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_COHORT_VIEW (sceau_cohort_view_get_type ())
G_DECLARE_FINAL_TYPE (SceauCohortView, sceau_cohort_view, SCEAU, COHORT_VIEW, AdwBin)

/* SceauCohortView: one cohort: its quotas while it fills, and its learners. */
SceauCohortView     *sceau_cohort_view_new            (SceauContext *context, gint64 cohort_id);
SceauEnrolmentsView *sceau_cohort_view_get_enrolments (SceauCohortView *self);
void                 sceau_cohort_view_reload         (SceauCohortView *self);
/* The forms: of a new learner, of the cohort itself, of a group.  Nothing happens before the cohort has been read. */
void                 sceau_cohort_view_enrol          (SceauCohortView *self);
void                 sceau_cohort_view_edit           (SceauCohortView *self);
void                 sceau_cohort_view_form_group     (SceauCohortView *self);

G_END_DECLS
