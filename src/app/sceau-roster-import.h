/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

#include "sceau-context.h"

G_BEGIN_DECLS

/**
 * sceau_roster_import_start: enrols the learners of a CSV roster in a cohort.  The roster is
 * read first without writing; a report says what it would bring and what is wrong with it, and
 * the user decides whether the valid lines come in.
 */
void sceau_roster_import_start (GtkWidget    *from,
                                SceauContext *context,
                                const char   *path,
                                const char   *certification_code,
                                const char   *cohort);

G_END_DECLS
