/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

#include "sceau-context.h"

G_BEGIN_DECLS

/* A directory of jurors from a CSV: read, shown with everything that is wrong, and taken when the user agrees. */
void sceau_juror_import_start (GtkWidget *from, SceauContext *context, const char *path);

G_END_DECLS
