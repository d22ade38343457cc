/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-school-watch.h"

/* Milliseconds: a transaction touches the file more than once. */
#define SETTLE_TIME 150

struct _SceauSchoolWatch
{
  GObject parent_instance;

  SceauWorker *worker;
  GFileMonitor *monitor; /* or NULL where files cannot be watched */
  guint timeout;
  gboolean known;
  gint64 version;
};

enum
{
  SIGNAL_CHANGED_ELSEWHERE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauSchoolWatch, sceau_school_watch, G_TYPE_OBJECT)

static gboolean
read_version (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  return sceau_school_get_outside_version (school, job, error);
}

/* A file that cannot be read now is asked about again; whoever reads a page says what is wrong with it. */
static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauSchoolWatch) self = user_data;
  const gint64 *version = sceau_worker_get_job (result);
  gboolean known = self->known;

  if (self->worker == NULL || !sceau_worker_run_finish (SCEAU_WORKER (object), result, NULL)
      || (known && self->version == *version))
    return;
  self->known = TRUE;
  self->version = *version;
  if (known)
    g_signal_emit (self, signals[SIGNAL_CHANGED_ELSEWHERE], 0);
}

static gboolean
settled_cb (gpointer user_data)
{
  SceauSchoolWatch *self = SCEAU_SCHOOL_WATCH (user_data);

  self->timeout = 0;
  sceau_school_watch_ask (self);
  return G_SOURCE_REMOVE;
}

static void
touched_cb (SceauSchoolWatch *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (SETTLE_TIME, settled_cb, self);
}

static void
sceau_school_watch_dispose (GObject *object)
{
  SceauSchoolWatch *self = SCEAU_SCHOOL_WATCH (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (sceau_school_watch_parent_class)->dispose (object);
}

static void
sceau_school_watch_class_init (SceauSchoolWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sceau_school_watch_dispose;
  signals[SIGNAL_CHANGED_ELSEWHERE] = g_signal_new ("changed-elsewhere", SCEAU_TYPE_SCHOOL_WATCH, G_SIGNAL_RUN_LAST, 0,
                                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sceau_school_watch_init (SceauSchoolWatch *self)
{
}

SceauSchoolWatch *
sceau_school_watch_new (SceauContext *context)
{
  SceauSchoolWatch *self = g_object_new (SCEAU_TYPE_SCHOOL_WATCH, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (sceau_context_get_path (context));

  self->worker = g_object_ref (sceau_context_get_worker (context));
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
  sceau_school_watch_ask (self);
  return self;
}

void
sceau_school_watch_ask (SceauSchoolWatch *self)
{
  g_return_if_fail (SCEAU_IS_SCHOOL_WATCH (self));

  sceau_worker_run_async (self->worker, read_version, g_new0 (gint64, 1), g_free, NULL, read_cb, g_object_ref (self));
}
