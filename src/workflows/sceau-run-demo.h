/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-date.h"
#include "sceau-progress.h"

G_BEGIN_DECLS

/* A file that the demonstration made, with one sentence on what it is. */
typedef struct
{
  char *path;    /* relative to the folder */
  char *purpose; /* translated */
} SceauDemoFile;

void sceau_demo_file_free (SceauDemoFile *self);

/**
 * sceau_run_demo: makes a demonstration school in @folder that goes through the whole cycle by
 * the very workflows of the program; every person is invented.  The same seed and number of learners give
 * the same bytes, whatever the clock and the user.
 *
 * Returns: (transfer full) (element-type SceauDemoFile): what was made, in the order of the story.
 */
GPtrArray *sceau_run_demo (const char *folder, guint learners, guint32 seed, SceauProgress *progress,
                           GCancellable *cancellable, GError **error);

G_END_DECLS
