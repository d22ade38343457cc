/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SCEAU_TYPE_START_PAGE (sceau_start_page_get_type ())
G_DECLARE_FINAL_TYPE (SceauStartPage, sceau_start_page, SCEAU, START_PAGE, AdwBin)

/* What a window without a school shows: new school, open, and the schools opened before. */
void sceau_start_page_refresh (SceauStartPage *self);

G_END_DECLS
