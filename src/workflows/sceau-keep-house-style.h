/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-house-style.h"
#include "sceau-picture-reader.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* Logo, colours, ornaments, seal and signatories: how the school's papers look, and who signs them.  What they are drawn with is
 * read by sceau-house-look.h, designs and templates are kept by sceau-keep-layouts.h. */

/* Around and between the lines of a paper. */
typedef struct
{
  SceauBorder border;
  SceauDivider divider;
  SceauSeal seal;
} SceauOrnaments;

/* The design that a school makes of another one by its own ornaments. */
#define SCEAU_OWN_DESIGN "school"

/**
 * sceau_save_house_style: how the papers look from now on; what was issued stays as it is.
 * @base: (nullable): what was edited: when the school has another style by now nothing is written, SCEAU_WORKFLOW_ERROR_CHANGED.
 * @ornaments: (nullable): in the place of those of the design that @style names; where they differ, the school gets a design
 *   SCEAU_OWN_DESIGN, made of that one, and the style names it.
 * Colours that can hardly be read are a warning; a design that cannot serve a template of the school is refused.
 */
gboolean sceau_save_house_style (SceauSchool *school, const SceauHouseStyle *base, const SceauHouseStyle *style,
                                 const SceauOrnaments *ornaments, SceauFaults *faults, GError **error);

/**
 * Signatories are ended, never removed, and nobody is habilitated twice on one day.  A school has one head at a time: who has no
 * reference of a delegation.  Where several may sign on one day the latest habilitation does, which is a warning.
 */
gint64   sceau_add_signatory    (SceauSchool *school, const SceauSignatory *signatory, SceauFaults *faults, GError **error);
/* Its name, title, reference and dates; the picture stays. */
gboolean sceau_edit_signatory   (SceauSchool *school, const SceauSignatory *signatory, SceauFaults *faults, GError **error);
gboolean sceau_end_signatory    (SceauSchool *school, gint64 id, SceauDate end, SceauFaults *faults, GError **error);
/* @signature: (nullable): NULL: signed by hand. */
gboolean sceau_set_signature    (SceauSchool *school, gint64 id, const SceauPicture *signature, GError **error);

/**
 * sceau_preview_paper: a specimen of @paper as it would look, whether saved or not: drawn by the engine that draws the real ones,
 * about a person who is invented and called so, « PROJET » across it, and with a code that verifies nothing.
 * @style: (nullable): the school's own.
 * @ornaments: (nullable): those of the design.
 */
GBytes  *sceau_preview_paper    (SceauSchool *school, const SceauHouseStyle *style, const SceauOrnaments *ornaments, SceauPaper paper,
                                 GError **error);

G_END_DECLS
