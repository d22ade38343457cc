/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-long-work.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-progress-dialog.h"

#define PATIENCE_MS 500

typedef struct
{
  GtkWidget *from; /* (owned) */
  char *title;
  GCancellable *cancellable;
  SceauLongWorkDone done;
  SceauProgressDialog *dialog; /* (owned) or NULL as long as it is quick */
  guint patience;
} Work;

static void
work_free (Work *work)
{
  g_clear_handle_id (&work->patience, g_source_remove);
  if (work->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (work->dialog));
  g_clear_object (&work->dialog);
  g_object_unref (work->from);
  g_object_unref (work->cancellable);
  g_free (work->title);
  g_free (work);
}

static gboolean
patience_cb (gpointer data)
{
  Work *work = data;
  GtkRoot *root = gtk_widget_get_root (work->from);

  work->patience = 0;
  if (root == NULL)
    return G_SOURCE_REMOVE;
  work->dialog = g_object_ref (sceau_progress_dialog_new (GTK_WINDOW (root), work->title, work->cancellable));
  gtk_window_present (GTK_WINDOW (work->dialog));
  return G_SOURCE_REMOVE;
}

static void
report_cb (double fraction, const char *what, gpointer user_data)
{
  Work *work = user_data;

  if (work->dialog != NULL)
    sceau_progress_dialog_report (work->dialog, fraction, what);
}

static void
ended_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (GtkWidget) from = g_object_ref (work->from);
  SceauLongWorkDone done = work->done;
  g_autoptr (GError) error = NULL;
  gboolean cancelled;

  sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);
  cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* First, so that a dialog that @done opens is not under the one that goes. */
  work_free (work);

  if (gtk_widget_get_root (from) == NULL)
    return;
  if (cancelled)
    sceau_toast (from, _("Cancelled: nothing was changed."));
  else
    done (from, sceau_worker_get_job (result), error);
}

void
sceau_long_work_run (GtkWidget        *from,
                     SceauContext     *context,
                     const char       *title,
                     SceauWorkerFunc   func,
                     gpointer          job,
                     GDestroyNotify    job_free,
                     SceauLongWorkDone done)
{
  Work *work = g_new0 (Work, 1);

  work->from = g_object_ref (from);
  work->title = g_strdup (title);
  work->cancellable = g_cancellable_new ();
  work->done = done;
  work->patience = g_timeout_add (PATIENCE_MS, patience_cb, work);
  sceau_worker_change_async (sceau_context_get_worker (context), func, job, job_free,
                             report_cb, work, work->cancellable, ended_cb, work);
}
