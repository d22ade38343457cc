/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

#include "sceau-context.h"

G_BEGIN_DECLS

/* Holds the file of a session, of this school or of another, against its manifest and tells what came of it. */
void sceau_check_session_file (GtkWidget *from, SceauContext *context, const char *path);

G_END_DECLS
