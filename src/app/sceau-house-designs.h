/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-house-file.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_HOUSE_DESIGNS (sceau_house_designs_get_type ())
G_DECLARE_FINAL_TYPE (SceauHouseDesigns, sceau_house_designs, SCEAU, HOUSE_DESIGNS, AdwBin)

/**
 * SceauHouseDesigns: the designs as small parchemins, one of them chosen: Tab and Space, or a click.
 *
 * Signal "changed" (void): the user chose another one.
 */
SceauHouseDesigns *sceau_house_designs_new    (void);
/* In the place of those that are shown. */
void               sceau_house_designs_fill   (SceauHouseDesigns *self, const SceauHouseFile *file);
/* Without "changed". */
void               sceau_house_designs_choose (SceauHouseDesigns *self, const char *id);
/* (nullable): the id of the chosen one. */
const char        *sceau_house_designs_get    (SceauHouseDesigns *self);

G_END_DECLS
