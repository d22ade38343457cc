/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-certification.h"
#include "sceau-plan.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_CERTIFICATION_VIEW (sceau_certification_view_get_type ())
G_DECLARE_FINAL_TYPE (SceauCertificationView, sceau_certification_view, SCEAU, CERTIFICATION_VIEW, AdwBin)

/**
 * SceauCertificationView: all that a fiche says, and how the school assesses it.
 * @plan: (nullable).  Neither record is kept.
 */
SceauCertificationView *sceau_certification_view_new (const SceauCertification *certification, const SceauPlan *plan);

G_END_DECLS
