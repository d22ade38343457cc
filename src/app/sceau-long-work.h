/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

#include "sceau-context.h"

G_BEGIN_DECLS

/**
 * SceauLongWorkDone: on the main thread, when the work has ended and @from is still in a window.
 * @job: what was given to sceau_long_work_run(), valid during the call.
 * @error: (nullable): why it failed; the faults, if any, are in the job.
 */
typedef void (*SceauLongWorkDone) (GtkWidget *from, gpointer job, const GError *error);

/**
 * sceau_long_work_run: changes the school from a widget: runs @func in the worker and,
 * when it takes longer than half a second, shows what it says and a button that cancels it.
 * Work that the user cancelled ends with a toast and without @done.
 * @title: what is being done, a translated phrase: "Importing the roster".
 * @job: (transfer full).
 */
void sceau_long_work_run (GtkWidget        *from,
                          SceauContext     *context,
                          const char       *title,
                          SceauWorkerFunc   func,
                          gpointer          job,
                          GDestroyNotify    job_free,
                          SceauLongWorkDone done);

G_END_DECLS
