/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-house-style.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* One row for the school; the default where nothing was chosen yet. */
SceauHouseStyle *sceau_house_style_table_load (SceauSchool *school, GError **error);
gboolean         sceau_house_style_table_save (SceauSchool *school, const SceauHouseStyle *style, GError **error);

/* Signatories are ended, never removed: papers that they signed name them. */
gint64           sceau_signatory_table_insert (SceauSchool *school, const SceauSignatory *signatory, GError **error);
gboolean         sceau_signatory_table_update (SceauSchool *school, const SceauSignatory *signatory, GError **error);
/* Who may sign on @date: NOT_FOUND when nobody may; the latest habilitation when several may. */
SceauSignatory  *sceau_signatory_table_find_on (SceauSchool *school, SceauDate date, GError **error);
SceauSignatory  *sceau_signatory_table_find   (SceauSchool *school, gint64 id, GError **error);
/* (element-type SceauSignatory): latest habilitation first. */
GPtrArray       *sceau_signatory_table_list   (SceauSchool *school, GError **error);

/* The school's own designs and templates, as the JSON text that was accepted; shipped ones are files. */
gboolean         sceau_layout_table_save      (SceauSchool *school, const char *kind, const char *id, const char *json, GError **error);
char            *sceau_layout_table_load      (SceauSchool *school, const char *kind, const char *id, GError **error);
gboolean         sceau_layout_table_remove    (SceauSchool *school, const char *kind, const char *id, GError **error);
/* (transfer full) (element-type utf8): ids. */
GPtrArray       *sceau_layout_table_list      (SceauSchool *school, const char *kind, GError **error);
/* What @kind is above. */
#define SCEAU_LAYOUT_DESIGN "design"
#define SCEAU_LAYOUT_TEMPLATE "template"

G_END_DECLS
