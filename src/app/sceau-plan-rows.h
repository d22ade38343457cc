/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the sections of the plan's editor are made of. */

/* A column of groups that scrolls. @box: (out): where they go. */
GtkWidget           *sceau_plan_scrolled_new      (GtkBox **box);
/* Texts are plain. @description: (nullable). */
AdwPreferencesGroup *sceau_plan_group_new         (const char *title, const char *description);
/* A button that adds to the group, called @name by a screen reader. @target: (nullable): floating. */
void                 sceau_plan_group_add_button  (AdwPreferencesGroup *group, const char *name, const char *action, GVariant *target);
/* A row that is edited when activated, with a button that removes it; both actions get @index. */
GtkWidget           *sceau_plan_row_new           (const char *title, const char *subtitle, const char *edit, const char *remove, int index);

G_END_DECLS
