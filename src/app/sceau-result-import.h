/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

#include "sceau-context.h"

G_BEGIN_DECLS

/* Reads a CSV of results without writing, shows what it would bring and what is wrong with it, and records
 * it when the user goes on. */
void sceau_result_import_start  (GtkWidget    *from,
                                 SceauContext *context,
                                 const char   *path,
                                 const char   *certification_code,
                                 const char   *cohort,
                                 int           attempt);

/* The same of the points of a criteria grid: one line a learner, a column for each criterion. */
void sceau_grid_import_start    (GtkWidget    *from,
                                 SceauContext *context,
                                 const char   *path,
                                 const char   *certification_code,
                                 const char   *cohort,
                                 const char   *modality_code,
                                 int           attempt);

/* Writes a CSV with the learners of the cohort and a column for each modality, to be filled in. */
void sceau_result_template_save (GtkWidget    *from,
                                 SceauContext *context,
                                 const char   *path,
                                 const char   *certification_code,
                                 const char   *cohort);

G_END_DECLS
