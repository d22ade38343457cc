/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_WINDOW (sceau_window_get_type ())
G_DECLARE_FINAL_TYPE (SceauWindow, sceau_window, SCEAU, WINDOW, AdwApplicationWindow)

/**
 * SceauWindow: one school at work, or the start page.  Everything it can do is an
 * action (sceau-window-actions.c); it keeps no record of the school.
 */
SceauWindow  *sceau_window_new            (AdwApplication *application);

/* Opens a school here, or presents the window that shows it already.  What goes wrong is shown. */
void          sceau_window_open           (SceauWindow *self, const char *path);
/* (nullable): the school that is shown. */
SceauContext *sceau_window_get_context    (SceauWindow *self);
/* Back to the start page. */
void          sceau_window_close_school   (SceauWindow *self);

/* Shows a page of the sidebar by its name. */
void          sceau_window_show_page      (SceauWindow *self, const char *name);
const char   *sceau_window_get_page_name  (SceauWindow *self);

G_END_DECLS
