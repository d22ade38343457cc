/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-house-file.h"

G_BEGIN_DECLS

/* The lists of the editor of the school's papers; their rows activate the editor's actions "house.…". */

/* Each gives back the rows that it added to @group (transfer container) (element-type GtkWidget), to be taken out by
 * sceau_house_list_clear() before it is filled again. */
GPtrArray *sceau_house_list_signatories (AdwPreferencesGroup *group, const SceauHouseFile *file, gboolean may_change);
/* Templates, and the designs that the school has of its own. */
GPtrArray *sceau_house_list_layouts     (AdwPreferencesGroup *group, const SceauHouseFile *file, gboolean may_change);
void       sceau_house_list_clear       (AdwPreferencesGroup *group, GPtrArray **rows);

/* What a list of choices says, in the order of the enumerations (transfer full). */
GListModel *sceau_house_borders_new     (void);
GListModel *sceau_house_dividers_new    (void);
GListModel *sceau_house_seals_new       (void);

G_END_DECLS
