/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gdk/gdk.h>

#include "sceau-keep-house-style.h"

G_BEGIN_DECLS

/* All that the editor of the school's papers begins with. */
typedef struct
{
  SceauHouseStyle *style;
  GPtrArray *designs;     /* (element-type SceauDesign): the shipped ones before the school's */
  GPtrArray *specimens;   /* (element-type GBytes): a parchemin in each of them, PDF */
  GPtrArray *layouts;     /* (element-type SceauLayout) */
  GPtrArray *signatories; /* (element-type SceauSignatory): latest habilitation first */
  SceauDate today;
} SceauHouseFile;

/* In the worker's thread. */
SceauHouseFile    *sceau_house_file_load        (SceauSchool *school, GError **error);
void               sceau_house_file_free        (SceauHouseFile *self);
/* The design of this id; NULL is the first. */
const SceauDesign *sceau_house_file_find_design (const SceauHouseFile *self, const char *id);
/* A picture of the school's as the toolkit shows it (transfer full); NULL for NULL, and for one that cannot be shown. */
GdkTexture        *sceau_house_texture_new      (const SceauPicture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauHouseFile, sceau_house_file_free)

G_END_DECLS
