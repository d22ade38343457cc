/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_JURY_PAGE (sceau_jury_page_get_type ())
G_DECLARE_FINAL_TYPE (SceauJuryPage, sceau_jury_page, SCEAU, JURY_PAGE, SceauPage)

/* The page "Juries": sessions, the directory of jurors, one session, one candidate in deliberation. */

G_END_DECLS
