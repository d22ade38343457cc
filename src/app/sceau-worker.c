/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-worker.h"

#include <glib/gi18n-lib.h>

/* What travels to the thread and back.  The thread uses func, data, cancellable, ok and error
 * only; everything else, the task included, is touched on the main thread alone. */
typedef struct
{
  SceauWorkerFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GCancellable *cancellable;
  GTask *task; /* holds a reference to the worker, which so outlives its jobs */
  gboolean changes;
  gboolean ok;
  GError *error;
  SceauWorkerProgressFunc report;
  gpointer report_data;
} Job;

struct _SceauWorker
{
  GObject parent_instance;

  GThread *thread;
  GAsyncQueue *queue;
  guint changes;
  guint changing;

  /* The thread's own. */
  SceauSchool *school;
  GDestroyNotify close;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauWorker, sceau_worker, G_TYPE_OBJECT)

/* Pushed by finalize: an address that no job has. */
static Job stop_marker;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->data_free != NULL)
    job->data_free (job->data);
  g_clear_object (&job->cancellable);
  g_clear_error (&job->error);
  g_free (job);
}

/* One report on its way to the main thread. */
typedef struct
{
  Job *job;
  double fraction;
  char *what;
} Report;

static void
report_free (gpointer data)
{
  Report *report = data;

  g_free (report->what);
  g_free (report);
}

static gboolean
deliver_report (gpointer data)
{
  Report *report = data;

  report->job->report (report->fraction, report->what, report->job->report_data);
  return G_SOURCE_REMOVE;
}

/* In the thread.  The job outlives its reports: sources of one priority are dispatched in order. */
static void
send_report (double fraction, const char *what, gpointer user_data)
{
  Report *report = g_new0 (Report, 1);

  report->job = user_data;
  report->fraction = fraction;
  report->what = g_strdup (what);
  g_idle_add_full (G_PRIORITY_DEFAULT, deliver_report, report, report_free);
}

static gboolean
finish_job (gpointer data)
{
  Job *job = data;
  g_autoptr (GTask) task = g_steal_pointer (&job->task);
  SceauWorker *self = g_task_get_source_object (task);

  if (job->changes)
    {
      self->changing--;
      if (job->ok)
        {
          self->changes++;
          g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
        }
    }

  if (job->ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&job->error));
  return G_SOURCE_REMOVE;
}

static void
close_school (SceauWorker *self)
{
  if (self->school != NULL)
    self->close (self->school);
  self->school = NULL;
}

static void
run_job (SceauWorker *self, Job *job)
{
  SceauProgress progress = { send_report, job, 0 };

  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    return;
  job->ok = job->func (self->school, job->data, job->report != NULL ? &progress : NULL, job->cancellable, &job->error);
  g_assert (job->ok || job->error != NULL);
}

static gpointer
worker_thread (gpointer data)
{
  SceauWorker *self = data;

  for (Job *job = g_async_queue_pop (self->queue); job != &stop_marker; job = g_async_queue_pop (self->queue))
    {
      run_job (self, job);
      /* The same priority as the progress reports, so that these never come after the end. */
      g_idle_add_full (G_PRIORITY_DEFAULT, finish_job, job, NULL);
    }
  close_school (self);
  return NULL;
}

static void
sceau_worker_finalize (GObject *object)
{
  SceauWorker *self = SCEAU_WORKER (object);

  /* Every job holds a reference through its task: the thread is idle now and ends at once. */
  g_async_queue_push (self->queue, &stop_marker);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  G_OBJECT_CLASS (sceau_worker_parent_class)->finalize (object);
}

static void
sceau_worker_class_init (SceauWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sceau_worker_finalize;

  /* ::changed: the school file holds something new. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SCEAU_TYPE_WORKER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sceau_worker_init (SceauWorker *self)
{
  self->queue = g_async_queue_new ();
  self->thread = g_thread_new ("sceau-worker", worker_thread, self);
}

SceauWorker *
sceau_worker_new (void)
{
  return g_object_new (SCEAU_TYPE_WORKER, NULL);
}

static Job *
job_new (SceauWorker        *self,
         SceauWorkerFunc     func,
         gpointer            data,
         GDestroyNotify      data_free,
         GCancellable       *cancellable,
         GAsyncReadyCallback callback,
         gpointer            user_data)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  job->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (job->task, sceau_worker_run_async);
  g_task_set_task_data (job->task, job, job_free);
  return job;
}

void
sceau_worker_run_async (SceauWorker        *self,
                        SceauWorkerFunc     func,
                        gpointer            job,
                        GDestroyNotify      job_destroy,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_return_if_fail (SCEAU_IS_WORKER (self));
  g_return_if_fail (func != NULL);

  g_async_queue_push (self->queue, job_new (self, func, job, job_destroy, cancellable, callback, user_data));
}

void
sceau_worker_change_async (SceauWorker            *self,
                           SceauWorkerFunc         func,
                           gpointer                data,
                           GDestroyNotify          data_free,
                           SceauWorkerProgressFunc report,
                           gpointer                report_data,
                           GCancellable           *cancellable,
                           GAsyncReadyCallback     callback,
                           gpointer                user_data)
{
  Job *job;

  g_return_if_fail (SCEAU_IS_WORKER (self));
  g_return_if_fail (func != NULL);

  job = job_new (self, func, data, data_free, cancellable, callback, user_data);
  job->changes = TRUE;
  job->report = report;
  job->report_data = report_data;
  self->changing++;
  g_async_queue_push (self->queue, job);
}

gboolean
sceau_worker_run_finish (SceauWorker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gpointer
sceau_worker_get_job (GAsyncResult *result)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  return job->data;
}

void
sceau_worker_take_school (SceauWorker *self, SceauSchool *school, GDestroyNotify close)
{
  g_return_if_fail (g_thread_self () == self->thread);

  close_school (self);
  self->school = school;
  self->close = close;
}

guint
sceau_worker_get_changes (SceauWorker *self)
{
  return self->changes;
}

gboolean
sceau_worker_is_changing (SceauWorker *self)
{
  return self->changing > 0;
}
