/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-house-style.h"
#include "sceau-paper-document.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* All that is needed to draw the papers of the school; freed with sceau_house_look_free(). */
typedef struct
{
  SceauSchoolIdentity *identity;
  SceauHouseStyle *style;
  SceauDesign *design;
  SceauTemplate *templates[SCEAU_N_PAPERS];
} SceauHouseLook;

/* The design and templates that are shipped with Sceau, for the school as it is now. */
SceauHouseLook *sceau_load_house_look  (SceauSchool *school, GError **error);
void            sceau_house_look_free  (SceauHouseLook *self);
/* How @paper looks: points into @self. */
SceauPaperLook  sceau_house_look_of    (const SceauHouseLook *self, SceauPaper paper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauHouseLook, sceau_house_look_free)

G_END_DECLS
