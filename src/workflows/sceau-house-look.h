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

/* The design of a school that has not chosen one. */
#define SCEAU_FIRST_DESIGN "classic"

/* As the school is and wants it now: its style, the design that it chose, its templates. */
SceauHouseLook *sceau_load_house_look      (SceauSchool *school, GError **error);
void            sceau_house_look_free      (SceauHouseLook *self);
/* How @paper looks: points into @self. */
SceauPaperLook  sceau_house_look_of        (const SceauHouseLook *self, SceauPaper paper);

/* The school's own design of this id, else the shipped one; @id %NULL: the first. */
SceauDesign    *sceau_load_design          (SceauSchool *school, const char *id, GError **error);
/* The school's own template for @paper, kept under the id of the paper, else the shipped one. */
SceauTemplate  *sceau_load_template        (SceauSchool *school, SceauPaper paper, GError **error);
/* The ids of the shipped designs, the first first. (element-type utf8) (transfer full) */
GPtrArray      *sceau_list_shipped_designs (GError **error);

/**
 * sceau_find_paper_signatory: who signs papers of @day.
 * @signatory: (out) (transfer full) (nullable): NULL where the school has habilitated nobody yet, and whom its identity names
 *   signs; where others are habilitated, but nobody on that day, the latest of them, whom the linter refuses.
 */
gboolean        sceau_find_paper_signatory (SceauSchool *school, SceauDate day, SceauSignatory **signatory, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauHouseLook, sceau_house_look_free)

G_END_DECLS
