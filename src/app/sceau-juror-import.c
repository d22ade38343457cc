/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-juror-import.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-keep-jurors.h"
#include "sceau-import-report.h"
#include "sceau-long-work.h"
#include "sceau-workflow-error.h"

typedef struct
{
  SceauContext *context; /* (owned) */
  char *path;
  SceauImportFlags flags;
  SceauImportSummary summary;
  SceauFaults *faults;
} JurorImport;

static void
juror_import_free (gpointer data)
{
  JurorImport *job = data;

  g_object_unref (job->context);
  g_free (job->path);
  g_clear_pointer (&job->faults, sceau_faults_free);
  g_free (job);
}

static void
juror_import_free_closure (gpointer data, GClosure *closure)
{
  juror_import_free (data);
}

static JurorImport *
juror_import_new (SceauContext *context, const char *path, SceauImportFlags flags)
{
  JurorImport *job = g_new0 (JurorImport, 1);

  job->context = g_object_ref (context);
  job->path = g_strdup (path);
  job->flags = flags;
  job->faults = sceau_faults_new ();
  return job;
}

static gboolean
import_jurors (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  JurorImport *job = data;

  return sceau_import_jurors (school, job->path, job->flags, &job->summary, job->faults, progress, cancellable, error);
}

static char *
summarise (const SceauImportSummary *summary)
{
  g_autofree char *lines = g_strdup_printf (ngettext ("%u line read", "%u lines read", summary->lines), summary->lines);
  g_autofree char *good = g_strdup_printf (ngettext ("%u juror to take", "%u jurors to take", summary->written),
                                           summary->written);
  g_autofree char *known = g_strdup_printf (ngettext ("%u already known", "%u already known", summary->unchanged),
                                            summary->unchanged);
  g_autofree char *refused = g_strdup_printf (ngettext ("%u line refused", "%u lines refused", summary->refused),
                                              summary->refused);

  return g_strdup_printf ("%s · %s · %s · %s", lines, good, known, refused);
}

static char *
verb_for (const SceauImportSummary *summary)
{
  if (summary->written == 0)
    return NULL;
  if (summary->refused == 0)
    return g_strdup_printf (ngettext ("_Take %u Juror", "_Take %u Jurors", summary->written), summary->written);
  return g_strdup_printf (ngettext ("_Take the Valid Line", "_Take the %u Valid Lines", summary->written),
                          summary->written);
}

static void
imported_cb (GtkWidget *from, gpointer data, const GError *error)
{
  JurorImport *job = data;
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      sceau_show_error (from, _("The jurors could not be imported"), error);
      return;
    }
  text = g_strdup_printf (ngettext ("%u juror imported", "%u jurors imported", job->summary.written),
                          job->summary.written);
  sceau_toast (from, text);
}

/* What the report needs when it is accepted, beside the widget that asked. */
static void
accepted_cb (SceauImportReport *report, JurorImport *reviewed)
{
  GtkWidget *from = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (report)));
  JurorImport *job = juror_import_new (reviewed->context, reviewed->path, SCEAU_IMPORT_ACCEPT_VALID);

  sceau_long_work_run (from, job->context, _("Importing the jurors"), import_jurors, job, juror_import_free, imported_cb);
}

static void
reviewed_cb (GtkWidget *from, gpointer data, const GError *error)
{
  JurorImport *job = data;
  g_autofree char *summary = NULL;
  g_autofree char *verb = NULL;
  SceauImportReport *report;

  /* Lines that would be refused are what the report is for; anything else stops here. */
  if (error != NULL && !g_error_matches (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY))
    {
      sceau_show_error (from, _("The file of jurors could not be read"), error);
      return;
    }
  summary = job->summary.lines > 0 || error == NULL ? summarise (&job->summary) : g_strdup (error->message);
  verb = verb_for (&job->summary);
  report = sceau_import_report_new (GTK_WINDOW (gtk_widget_get_root (from)), _("Import Jurors"), summary,
                                    g_steal_pointer (&job->faults), verb);
  g_signal_connect_data (report, "accepted", G_CALLBACK (accepted_cb),
                         juror_import_new (job->context, job->path, SCEAU_IMPORT_DEFAULT),
                         juror_import_free_closure, 0);
  gtk_window_present (GTK_WINDOW (report));
}

void
sceau_juror_import_start (GtkWidget *from, SceauContext *context, const char *path)
{
  JurorImport *job = juror_import_new (context, path, SCEAU_IMPORT_DRY_RUN | SCEAU_IMPORT_ACCEPT_VALID);

  sceau_long_work_run (from, context, _("Reading the file of jurors"), import_jurors, job, juror_import_free, reviewed_cb);
}
