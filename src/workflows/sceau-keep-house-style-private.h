/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-keep-house-style.h"
#include "sceau-keep-layouts.h"
#include "sceau-workflow-private.h"

G_BEGIN_DECLS

/* What sceau-keep-house-style and sceau-keep-layouts share with each other, the preview and the comparison. */

/* As the journal keeps them (transfer full); a picture is its digest and its size. */
JsonObject  *sceau_json_from_house_style (const SceauHouseStyle *style);
JsonObject  *sceau_json_from_signatory   (const SceauSignatory *signatory);
JsonObject  *sceau_json_from_layout      (const char *kind, const char *id, const char *content);

/* @design with other ornaments under SCEAU_OWN_DESIGN, or NULL (no error) where they are those it has. */
SceauDesign *sceau_design_adorn          (const SceauDesign *design, const SceauOrnaments *ornaments, GError **error);
/* Whether @design has every style that the templates in force name: one fault for each that it lacks. FALSE on errors of the file only. */
gboolean     sceau_check_design_styles   (SceauSchool *school, const SceauDesign *design, SceauFaults *faults, GError **error);
/* A warning when text of @colour, named @field, can hardly be read on white. */
void         sceau_warn_pale             (const char *field, guint32 colour, double contrast, SceauFaults *faults);

G_END_DECLS
