/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_NEW_COHORT_DIALOG (sceau_new_cohort_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauNewCohortDialog, sceau_new_cohort_dialog, SCEAU, NEW_COHORT_DIALOG, AdwWindow)

/**
 * SceauNewCohortDialog: opens a cohort of one certification.
 * @certifications: (element-type SceauCertification): at least one; heads are enough; not kept.
 */
SceauNewCohortDialog *sceau_new_cohort_dialog_new (GtkWindow *parent, SceauContext *context, GPtrArray *certifications);

G_END_DECLS
