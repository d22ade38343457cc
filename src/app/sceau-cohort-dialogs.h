/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-context.h"
#include "sceau-enrolment.h"
#include "sceau-form-dialog.h"

G_BEGIN_DECLS

/* Name, dates and planned number of a cohort. */
SceauFormDialog *sceau_cohort_dialog_new (GtkWidget *from, SceauContext *context, const SceauCohort *cohort);
/* Which learners form a group. @enrolments: (element-type SceauEnrolment): those of the cohort. */
SceauFormDialog *sceau_group_dialog_new  (GtkWidget *from, SceauContext *context, gint64 cohort_id, const GPtrArray *enrolments);

G_END_DECLS
