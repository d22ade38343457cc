/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-worker.h"

#include <gio/gio.h>

typedef struct
{
  GMainLoop *loop;
  GString *order;
  guint pending;
  guint reports;
  guint changed;
  gboolean ended;
} Fixture;

typedef struct
{
  Fixture *fixture;
  char letter;
  gboolean fails;
  gboolean waits;
  gboolean *freed;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  if (step->freed != NULL)
    *step->freed = TRUE;
  g_free (step);
}

static Step *
step_new (Fixture *fixture, char letter)
{
  Step *step = g_new0 (Step, 1);

  step->fixture = fixture;
  step->letter = letter;
  return step;
}

static gboolean
run_step (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Step *step = job;

  g_assert_null (school);
  for (guint i = 0; i < 3 && progress != NULL; i++)
    progress->report (i / 3.0, "step", progress->user_data);
  /* Until it is cancelled: the test never lets it go on otherwise. */
  while (step->waits && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_thread_yield ();
  if (step->waits)
    return FALSE;
  if (step->fails)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "step %c failed", step->letter);
  return !step->fails;
}

static void
note (Fixture *fixture, char letter)
{
  g_string_append_c (fixture->order, letter);
  if (--fixture->pending == 0)
    g_main_loop_quit (fixture->loop);
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Step *step = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean ok = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  g_assert_true (ok != step->fails || step->waits);
  if (step->fails)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  if (step->waits)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  step->fixture->ended = TRUE;
  note (step->fixture, step->letter);
}

static void
report_cb (double fraction, const char *what, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_false (fixture->ended);
  g_assert_cmpstr (what, ==, "step");
  fixture->reports++;
}

static void
changed_cb (SceauWorker *worker, Fixture *fixture)
{
  fixture->changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->order = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_main_loop_unref (fixture->loop);
  g_string_free (fixture->order, TRUE);
}

static void
keeps_the_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauWorker) worker = sceau_worker_new ();

  fixture->pending = 26;
  for (char letter = 'a'; letter <= 'z'; letter++)
    sceau_worker_run_async (worker, run_step, step_new (fixture, letter), step_free, NULL, done_cb, NULL);
  g_main_loop_run (fixture->loop);
  g_assert_cmpstr (fixture->order->str, ==, "abcdefghijklmnopqrstuvwxyz");
  g_assert_finalize_object (g_steal_pointer (&worker));
}

static void
hands_errors_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauWorker) worker = sceau_worker_new ();
  Step *step = step_new (fixture, 'a');

  step->fails = TRUE;
  fixture->pending = 2;
  sceau_worker_run_async (worker, run_step, step, step_free, NULL, done_cb, NULL);
  sceau_worker_run_async (worker, run_step, step_new (fixture, 'b'), step_free, NULL, done_cb, NULL);
  g_main_loop_run (fixture->loop);
  g_assert_cmpstr (fixture->order->str, ==, "ab");
}

static void
cancels_running_work (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauWorker) worker = sceau_worker_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Step *step = step_new (fixture, 'a');

  step->waits = TRUE;
  fixture->pending = 1;
  sceau_worker_run_async (worker, run_step, step, step_free, cancellable, done_cb, NULL);
  g_cancellable_cancel (cancellable);
  g_main_loop_run (fixture->loop);
  g_assert_cmpstr (fixture->order->str, ==, "a");
}

static void
tells_of_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauWorker) worker = sceau_worker_new ();
  Step *failing = step_new (fixture, 'b');

  failing->fails = TRUE;
  fixture->pending = 3;
  g_signal_connect (worker, "changed", G_CALLBACK (changed_cb), fixture);
  sceau_worker_change_async (worker, run_step, step_new (fixture, 'a'), step_free, NULL, NULL, NULL, done_cb, NULL);
  sceau_worker_change_async (worker, run_step, failing, step_free, NULL, NULL, NULL, done_cb, NULL);
  sceau_worker_run_async (worker, run_step, step_new (fixture, 'c'), step_free, NULL, done_cb, NULL);
  g_assert_true (sceau_worker_is_changing (worker));
  g_main_loop_run (fixture->loop);
  g_assert_false (sceau_worker_is_changing (worker));
  g_assert_cmpuint (fixture->changed, ==, 1);
  g_assert_cmpuint (sceau_worker_get_changes (worker), ==, 1);
}

static void
reports_before_it_ends (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauWorker) worker = sceau_worker_new ();

  fixture->pending = 1;
  sceau_worker_change_async (worker, run_step, step_new (fixture, 'a'), step_free, report_cb, fixture, NULL, done_cb, NULL);
  g_main_loop_run (fixture->loop);
  g_assert_cmpuint (fixture->reports, ==, 3);
}

static void
outlives_its_owner (Fixture *fixture, gconstpointer data)
{
  SceauWorker *worker = sceau_worker_new ();
  gpointer alive = worker;
  gboolean freed = FALSE;
  Step *step = step_new (fixture, 'a');

  step->freed = &freed;
  fixture->pending = 1;
  g_object_add_weak_pointer (G_OBJECT (worker), &alive);
  sceau_worker_run_async (worker, run_step, step, step_free, NULL, done_cb, NULL);
  g_object_unref (worker);
  g_assert_nonnull (alive);
  g_main_loop_run (fixture->loop);
  while (alive != NULL)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (freed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/app/worker/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("keeps-the-order", keeps_the_order);
  ADD ("hands-errors-over", hands_errors_over);
  ADD ("cancels-running-work", cancels_running_work);
  ADD ("tells-of-changes", tells_of_changes);
  ADD ("reports-before-it-ends", reports_before_it_ends);
  ADD ("outlives-its-owner", outlives_its_owner);
#undef ADD
  return g_test_run ();
}
