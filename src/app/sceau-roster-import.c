/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-roster-import.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-enrol-learners.h"
#include "sceau-import-report.h"
#include "sceau-long-work.h"
#include "sceau-workflow-error.h"

typedef struct
{
  SceauContext *context; /* (owned) */
  char *path;
  char *certification_code;
  char *cohort;
  SceauImportFlags flags;
  SceauImportSummary summary;
  SceauFaults *faults;
} RosterImport;

static void
roster_import_free (gpointer data)
{
  RosterImport *job = data;

  g_object_unref (job->context);
  g_free (job->path);
  g_free (job->certification_code);
  g_free (job->cohort);
  g_clear_pointer (&job->faults, sceau_faults_free);
  g_free (job);
}

static void
roster_import_free_closure (gpointer data, GClosure *closure)
{
  roster_import_free (data);
}

static RosterImport *
roster_import_new (SceauContext *context, const char *path, const char *code, const char *cohort, SceauImportFlags flags)
{
  RosterImport *job = g_new0 (RosterImport, 1);

  job->context = g_object_ref (context);
  job->path = g_strdup (path);
  job->certification_code = g_strdup (code);
  job->cohort = g_strdup (cohort);
  job->flags = flags;
  job->faults = sceau_faults_new ();
  return job;
}

static gboolean
enrol (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  RosterImport *job = data;

  return sceau_enrol_from_roster (school, job->path, job->certification_code, job->cohort, job->flags, &job->summary,
                                  job->faults, progress, cancellable, error);
}

static char *
summarise (const SceauImportSummary *summary)
{
  g_autofree char *lines = g_strdup_printf (ngettext ("%u line read", "%u lines read", summary->lines), summary->lines);
  g_autofree char *good = g_strdup_printf (ngettext ("%u learner to enrol", "%u learners to enrol", summary->written),
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
    return g_strdup_printf (ngettext ("_Enrol %u Learner", "_Enrol %u Learners", summary->written), summary->written);
  return g_strdup_printf (ngettext ("_Enrol the Valid Line", "_Enrol the %u Valid Lines", summary->written),
                          summary->written);
}

static void
enrolled_cb (GtkWidget *from, gpointer data, const GError *error)
{
  RosterImport *job = data;
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      sceau_show_error (from, _("The learners could not be enrolled"), error);
      return;
    }
  text = g_strdup_printf (ngettext ("%u learner enrolled", "%u learners enrolled", job->summary.written),
                          job->summary.written);
  sceau_toast (from, text);
}

/* What the report needs when it is accepted, beside the widget that asked. */
static void
accepted_cb (SceauImportReport *report, RosterImport *reviewed)
{
  GtkWidget *from = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (report)));
  RosterImport *job = roster_import_new (reviewed->context, reviewed->path, reviewed->certification_code,
                                         reviewed->cohort, SCEAU_IMPORT_ACCEPT_VALID);

  sceau_long_work_run (from, job->context, _("Enrolling the learners"), enrol, job, roster_import_free, enrolled_cb);
}

static void
reviewed_cb (GtkWidget *from, gpointer data, const GError *error)
{
  RosterImport *job = data;
  g_autofree char *summary = NULL;
  g_autofree char *verb = NULL;
  SceauImportReport *report;

  /* Lines that would be refused are what the report is for; anything else stops here. */
  if (error != NULL && !g_error_matches (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY))
    {
      sceau_show_error (from, _("The roster could not be read"), error);
      return;
    }
  summary = job->summary.lines > 0 || error == NULL ? summarise (&job->summary) : g_strdup (error->message);
  verb = verb_for (&job->summary);
  report = sceau_import_report_new (GTK_WINDOW (gtk_widget_get_root (from)), _("Import a Roster"), summary,
                                    g_steal_pointer (&job->faults), verb);
  g_signal_connect_data (report, "accepted", G_CALLBACK (accepted_cb),
                         roster_import_new (job->context, job->path, job->certification_code, job->cohort,
                                            SCEAU_IMPORT_DEFAULT),
                         roster_import_free_closure, 0);
  gtk_window_present (GTK_WINDOW (report));
}

void
sceau_roster_import_start (GtkWidget    *from,
                           SceauContext *context,
                           const char   *path,
                           const char   *certification_code,
                           const char   *cohort)
{
  RosterImport *job = roster_import_new (context, path, certification_code, cohort,
                                         SCEAU_IMPORT_DRY_RUN | SCEAU_IMPORT_ACCEPT_VALID);

  sceau_long_work_run (from, context, _("Reading the roster"), enrol, job, roster_import_free, reviewed_cb);
}
