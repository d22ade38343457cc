/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_COHORTS_PAGE (sceau_cohorts_page_get_type ())
G_DECLARE_FINAL_TYPE (SceauCohortsPage, sceau_cohorts_page, SCEAU, COHORTS_PAGE, SceauPage)

/* The page "Cohorts": cohorts, their learners, and one learner. */

G_END_DECLS
