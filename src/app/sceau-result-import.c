/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-result-import.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-long-work.h"
#include "sceau-record-results.h"
#include "sceau-workflow-error.h"

typedef struct
{
  SceauContext *context; /* (owned) */
  char *path;
  char *certification_code;
  char *cohort;
  char *modality_code; /* of the grids; NULL: a table of results */
  int attempt;
  SceauImportFlags flags;
  SceauImportSummary summary;
  SceauFaults *faults;
} ResultsImport;

static void
results_import_free (gpointer data)
{
  ResultsImport *job = data;

  g_object_unref (job->context);
  g_free (job->path);
  g_free (job->certification_code);
  g_free (job->cohort);
  g_free (job->modality_code);
  g_clear_pointer (&job->faults, sceau_faults_free);
  g_free (job);
}

static void
results_import_free_closure (gpointer data, GClosure *closure)
{
  results_import_free (data);
}

static ResultsImport *
results_import_new (SceauContext *context, const char *path, const char *code, const char *cohort, const char *modality_code,
                    int attempt, SceauImportFlags flags)
{
  ResultsImport *job = g_new0 (ResultsImport, 1);

  job->context = g_object_ref (context);
  job->path = g_strdup (path);
  job->certification_code = g_strdup (code);
  job->cohort = g_strdup (cohort);
  job->modality_code = g_strdup (modality_code);
  job->attempt = attempt;
  job->flags = flags;
  job->faults = sceau_faults_new ();
  return job;
}

static gboolean
record (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  ResultsImport *job = data;

  if (job->modality_code != NULL)
    return sceau_record_grids_from_file (school, job->path, job->certification_code, job->cohort, job->modality_code, job->attempt,
                                         job->flags, &job->summary, job->faults, error);
  return sceau_record_results_from_file (school, job->path, job->certification_code, job->cohort, job->attempt, job->flags,
                                         &job->summary, job->faults, progress, cancellable, error);
}

static char *
summarise (const SceauImportSummary *summary)
{
  g_autofree char *lines = g_strdup_printf (ngettext ("%u line read", "%u lines read", summary->lines), summary->lines);
  g_autofree char *good = g_strdup_printf (ngettext ("%u line with marks to record", "%u lines with marks to record", summary->written),
                                           summary->written);
  g_autofree char *known = g_strdup_printf (ngettext ("%u without change", "%u without change", summary->unchanged),
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
    return g_strdup_printf (ngettext ("_Record %u Line", "_Record %u Lines", summary->written), summary->written);
  return g_strdup_printf (ngettext ("_Record the Valid Line", "_Record the %u Valid Lines", summary->written),
                          summary->written);
}

static void
recorded_cb (GtkWidget *from, gpointer data, const GError *error)
{
  ResultsImport *job = data;
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      sceau_show_error (from, _("The results could not be recorded"), error);
      return;
    }
  text = g_strdup_printf (ngettext ("%u line of marks recorded", "%u lines of marks recorded", job->summary.written),
                          job->summary.written);
  sceau_toast (from, text);
}

/* What the report needs when it is accepted, beside the widget that asked. */
static void
accepted_cb (SceauImportReport *report, ResultsImport *reviewed)
{
  GtkWidget *from = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (report)));
  ResultsImport *job = results_import_new (reviewed->context, reviewed->path, reviewed->certification_code,
                                           reviewed->cohort, reviewed->modality_code, reviewed->attempt,
                                           SCEAU_IMPORT_ACCEPT_VALID);

  sceau_long_work_run (from, job->context, _("Recording the results"), record, job, results_import_free, recorded_cb);
}

static void
reviewed_cb (GtkWidget *from, gpointer data, const GError *error)
{
  ResultsImport *job = data;
  g_autofree char *summary = NULL;
  g_autofree char *verb = NULL;
  SceauImportReport *report;

  /* Lines that would be refused are what the report is for; anything else stops here. */
  if (error != NULL && !g_error_matches (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY))
    {
      sceau_show_error (from, _("The results could not be read"), error);
      return;
    }
  summary = job->summary.lines > 0 || error == NULL ? summarise (&job->summary) : g_strdup (error->message);
  verb = verb_for (&job->summary);
  report = sceau_import_report_new (GTK_WINDOW (gtk_widget_get_root (from)), job->modality_code != NULL ? _("Import Grids") : _("Import Results"), summary,
                                    g_steal_pointer (&job->faults), verb);
  g_signal_connect_data (report, "accepted", G_CALLBACK (accepted_cb),
                         results_import_new (job->context, job->path, job->certification_code, job->cohort,
                                             job->modality_code, job->attempt, SCEAU_IMPORT_DEFAULT),
                         results_import_free_closure, 0);
  gtk_window_present (GTK_WINDOW (report));
}

void
sceau_result_import_start (GtkWidget    *from,
                           SceauContext *context,
                           const char   *path,
                           const char   *certification_code,
                           const char   *cohort,
                           int           attempt)
{
  ResultsImport *job = results_import_new (context, path, certification_code, cohort, NULL, attempt,
                                           SCEAU_IMPORT_DRY_RUN | SCEAU_IMPORT_ACCEPT_VALID);

  sceau_long_work_run (from, context, _("Reading the results"), record, job, results_import_free, reviewed_cb);
}

void
sceau_grid_import_start (GtkWidget    *from,
                         SceauContext *context,
                         const char   *path,
                         const char   *certification_code,
                         const char   *cohort,
                         const char   *modality_code,
                         int           attempt)
{
  ResultsImport *job = results_import_new (context, path, certification_code, cohort, modality_code, attempt,
                                           SCEAU_IMPORT_DRY_RUN | SCEAU_IMPORT_ACCEPT_VALID);

  sceau_long_work_run (from, context, _("Reading the grids"), record, job, results_import_free, reviewed_cb);
}

static gboolean
write_template (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  ResultsImport *job = data;

  return sceau_write_results_template (school, job->certification_code, job->cohort, job->path, error);
}

static void
template_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (gtk_widget_get_root (from) == NULL)
    return;
  if (written)
    sceau_toast (from, _("Template saved: fill it in with a spreadsheet, one learner a line."));
  else
    sceau_show_error (from, _("The template could not be saved"), error);
}

void
sceau_result_template_save (GtkWidget    *from,
                            SceauContext *context,
                            const char   *path,
                            const char   *certification_code,
                            const char   *cohort)
{
  ResultsImport *job = results_import_new (context, path, certification_code, cohort, NULL, 1, SCEAU_IMPORT_DEFAULT);

  sceau_worker_run_async (sceau_context_get_worker (context), write_template, job, results_import_free, NULL,
                          template_written_cb, g_object_ref (from));
}
