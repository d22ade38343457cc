/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SCEAU_TYPE_INFO_BAR (sceau_info_bar_get_type ())
G_DECLARE_FINAL_TYPE (SceauInfoBar, sceau_info_bar, SCEAU, INFO_BAR, AdwBin)

/* A line over the page that stays as long as what it says is true; AdwBanner came after libadwaita 1.2.
 * Properties: "text" (NULL or "" hides it). */
void sceau_info_bar_set_text (SceauInfoBar *self, const char *text);

G_END_DECLS
