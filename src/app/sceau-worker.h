/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-progress.h"
#include "sceau-school.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_WORKER (sceau_worker_get_type ())
G_DECLARE_FINAL_TYPE (SceauWorker, sceau_worker, SCEAU, WORKER, GObject)

/**
 * SceauWorker: the one thread that touches the school file, so that the window
 * never waits for a disk.  Jobs run one after the other, in the order they were
 * asked for; their callbacks run on the main thread, in the same order.
 *
 * A job is a record with what the function needs and what it found.  It belongs
 * to the worker from the call on and is freed on the main thread after the
 * callback, so it may hold references to widgets, which the function must not use.
 */

/**
 * SceauWorkerFunc: runs in the worker's thread.
 * @school: the open school, or %NULL when none is open.
 * @progress: where a long verb reports; delivered on the main thread.
 * Returns: FALSE with @error set when it failed.
 */
typedef gboolean (*SceauWorkerFunc) (SceauSchool   *school,
                                     gpointer       job,
                                     SceauProgress *progress,
                                     GCancellable  *cancellable,
                                     GError       **error);

/* What #SceauProgress reports, brought to the main thread. */
typedef void (*SceauWorkerProgressFunc) (double fraction, const char *what, gpointer user_data);

SceauWorker *sceau_worker_new          (void);

/* A job that only reads. */
void         sceau_worker_run_async    (SceauWorker        *self,
                                        SceauWorkerFunc     func,
                                        gpointer            job,
                                        GDestroyNotify      job_free,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);

/* A job that changes the file: when it succeeds, ::changed is emitted before its callback.
 * @report may be %NULL; it is not called any more once the callback has been. */
void         sceau_worker_change_async (SceauWorker            *self,
                                        SceauWorkerFunc         func,
                                        gpointer                job,
                                        GDestroyNotify          job_free,
                                        SceauWorkerProgressFunc report,
                                        gpointer                report_data,
                                        GCancellable           *cancellable,
                                        GAsyncReadyCallback     callback,
                                        gpointer                user_data);

/* The outcome of either; on success the job is valid until the callback returns. */
gboolean     sceau_worker_run_finish   (SceauWorker *self, GAsyncResult *result, GError **error);
/* The job behind @result (transfer none), also after a failure. */
gpointer     sceau_worker_get_job      (GAsyncResult *result);

/* Only from a job: the worker owns @school (transfer full) from now on and closes the one before, with
 * @close in its own thread. */
void         sceau_worker_take_school  (SceauWorker *self, SceauSchool *school, GDestroyNotify close);

/* How often the school was changed through this worker: pages compare it with what they last showed. */
guint        sceau_worker_get_changes  (SceauWorker *self);
/* Whether a change is running or waiting: the window must not close before it has ended. */
gboolean     sceau_worker_is_changing  (SceauWorker *self);

G_END_DECLS
