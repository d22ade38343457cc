/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

#include "sceau-context.h"

G_BEGIN_DECLS

/**
 * sceau_fiche_import_start: brings the fiches of an official file into the school.
 * @review: first reads the file without writing and shows what it would bring and
 *   what is wrong with it; without, the fiches come in at once and only faults are shown.
 */
void sceau_fiche_import_start (GtkWidget *from, SceauContext *context, const char *path, gboolean review);

G_END_DECLS
