/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

#include "sceau-context.h"

G_BEGIN_DECLS

/* Designs and templates as files, from the window: each says by itself what became of it. */

/* Asks for a file and imports it. */
void sceau_house_choose_layout (GtkWidget *from, SceauContext *context);
void sceau_house_import_layout (GtkWidget *from, SceauContext *context, const char *path);
/* Asks where it goes; an existing file is replaced when the user agreed. */
void sceau_house_export_layout (GtkWidget *from, SceauContext *context, const char *kind, const char *id);
void sceau_house_remove_layout (GtkWidget *from, SceauContext *context, const char *kind, const char *id);

G_END_DECLS
