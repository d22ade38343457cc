/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-context.h"

#include "sceau-keep-school.h"

struct _SceauContext
{
  GObject parent_instance;

  SceauWorker *worker;
  char *path;
  SceauSchoolIdentity *identity;
  gboolean read_only;
};

G_DEFINE_FINAL_TYPE (SceauContext, sceau_context, G_TYPE_OBJECT)

/* What it takes to have an open school; @identity is given for a new one, found for another. */
typedef struct
{
  SceauWorker *worker; /* (unowned): runs the job */
  char *path;
  SceauSchoolIdentity *identity;
  gboolean read_only;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_clear_pointer (&opening->identity, sceau_school_identity_free);
  g_free (opening);
}

static void
close_school (gpointer school)
{
  sceau_school_close (school);
}

static SceauSchool *
open_as_permitted (Opening *opening, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  SceauSchool *school = sceau_school_open (opening->path, SCEAU_SCHOOL_READ_WRITE, &local_error);

  if (school != NULL)
    return school;
  if (g_error_matches (local_error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_READ_ONLY))
    return sceau_school_open (opening->path, SCEAU_SCHOOL_READ_ONLY, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
open_school (SceauSchool *none, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Opening *opening = job;
  g_autoptr (SceauSchool) school = open_as_permitted (opening, error);

  if (school == NULL)
    return FALSE;
  opening->identity = sceau_school_load_identity (school, error);
  if (opening->identity == NULL)
    return FALSE;
  opening->read_only = sceau_school_is_read_only (school);
  sceau_worker_take_school (opening->worker, g_steal_pointer (&school), close_school);
  return TRUE;
}

static gboolean
create_school (SceauSchool *none, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Opening *opening = job;
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  SceauSchool *school = sceau_found_school (opening->path, opening->identity, faults, error);

  if (school == NULL)
    return FALSE;
  sceau_worker_take_school (opening->worker, school, close_school);
  return TRUE;
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SceauWorker *worker = SCEAU_WORKER (object);
  Opening *opening = sceau_worker_get_job (result);
  SceauContext *self;
  GError *error = NULL;

  if (!sceau_worker_run_finish (worker, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self = g_object_new (SCEAU_TYPE_CONTEXT, NULL);
  self->worker = g_object_ref (worker);
  self->path = g_strdup (opening->path);
  self->identity = sceau_school_identity_copy (opening->identity);
  self->read_only = opening->read_only;
  g_task_return_pointer (task, self, g_object_unref);
}

static void
start (Opening *opening, SceauWorkerFunc func, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (SceauWorker) worker = sceau_worker_new ();
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  opening->worker = worker;
  sceau_worker_run_async (worker, func, opening, opening_free, NULL, opened_cb, task);
}

static void
sceau_context_finalize (GObject *object)
{
  SceauContext *self = SCEAU_CONTEXT (object);

  g_clear_object (&self->worker);
  g_free (self->path);
  g_clear_pointer (&self->identity, sceau_school_identity_free);
  G_OBJECT_CLASS (sceau_context_parent_class)->finalize (object);
}

static void
sceau_context_class_init (SceauContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sceau_context_finalize;
}

static void
sceau_context_init (SceauContext *self)
{
}

void
sceau_context_open_async (const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  start (opening, open_school, callback, user_data);
}

void
sceau_context_create_async (const char                *path,
                            const SceauSchoolIdentity *identity,
                            GAsyncReadyCallback        callback,
                            gpointer                   user_data)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->identity = sceau_school_identity_copy (identity);
  start (opening, create_school, callback, user_data);
}

SceauContext *
sceau_context_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

SceauWorker *
sceau_context_get_worker (SceauContext *self)
{
  return self->worker;
}

const char *
sceau_context_get_path (SceauContext *self)
{
  return self->path;
}

const SceauSchoolIdentity *
sceau_context_get_identity (SceauContext *self)
{
  return self->identity;
}

gboolean
sceau_context_is_read_only (SceauContext *self)
{
  return self->read_only;
}
