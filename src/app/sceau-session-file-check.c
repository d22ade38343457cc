/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-session-file-check.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-export-session.h"
#include "sceau-import-report.h"

typedef struct
{
  char *path;
  SceauManifest *manifest;
  SceauFaults *faults;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->manifest, sceau_manifest_free);
  g_clear_pointer (&job->faults, sceau_faults_free);
  g_free (job->path);
  g_free (job);
}

/* The worker only keeps the window free: the school is not looked at. */
static gboolean
check (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return sceau_verify_session_file (job->path, &job->manifest, job->faults, error);
}

/* What the manifest cannot prove is said with what it proves: nobody has signed it. */
static char *
describe (const SceauManifest *manifest)
{
  int id = (int) manifest->session;

  if (manifest->seal == NULL)
    return g_strdup_printf (_("Session %d was not sealed when it was exported: nothing in it is final, and nobody has signed it."), id);
  return g_strdup_printf (_("Seal of session %d: %s\n\nThe manifest is not signed: compare this seal with the one that the signed minutes print."),
                          id, manifest->seal);
}

static void
checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  Job *job = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean read = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);
  g_autofree char *body = NULL;

  if (gtk_widget_get_root (from) == NULL)
    return;
  if (sceau_faults_length (job->faults) > 0)
    {
      gtk_window_present (GTK_WINDOW (sceau_import_report_new (GTK_WINDOW (gtk_widget_get_root (from)), _("Session File"),
                                                               error != NULL ? error->message : _("The files are not those of the manifest."),
                                                               g_steal_pointer (&job->faults), NULL)));
      return;
    }
  if (!read)
    {
      sceau_show_error (from, _("The file of the session could not be checked"), error);
      return;
    }
  body = describe (job->manifest);
  sceau_show_message (from, _("Every file is as the manifest says"), body);
}

void
sceau_check_session_file (GtkWidget *from, SceauContext *context, const char *path)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->faults = sceau_faults_new ();
  sceau_worker_run_async (sceau_context_get_worker (context), check, job, job_free, NULL, checked_cb, g_object_ref (from));
}
