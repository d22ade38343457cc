/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-context.h"
#include "sceau-enrolment.h"
#include "sceau-form-dialog.h"

G_BEGIN_DECLS

/**
 * sceau_enrolment_dialog_new: the form of one enrolment, which is written when it is accepted.  A derogation beyond its quota
 * is refused first, and then asks for the reason of a written exception.
 * @certification, @plan: (nullable plan): copied from, not kept.
 * @cohort_id: where a new learner enters; then @enrolment is %NULL and the civil status is asked too.
 * @enrolment: (nullable): the one that is edited.
 */
SceauFormDialog *sceau_enrolment_dialog_new (GtkWidget *from, SceauContext *context, const SceauCertification *certification,
                                             const SceauPlan *plan, gint64 cohort_id, const SceauEnrolment *enrolment);

G_END_DECLS
