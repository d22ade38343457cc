/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_DASHBOARD_PAGE (sceau_dashboard_page_get_type ())
G_DECLARE_FINAL_TYPE (SceauDashboardPage, sceau_dashboard_page, SCEAU, DASHBOARD_PAGE, SceauPage)

/* The page "Dashboard": what is due and what comes next. */

G_END_DECLS
