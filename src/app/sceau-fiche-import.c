/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-fiche-import.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-import-fiche.h"
#include "sceau-import-report.h"
#include "sceau-long-work.h"

typedef struct
{
  SceauContext *context; /* (owned) */
  char *path;
  gboolean dry_run;
  SceauFaults *faults;
  GPtrArray *fiches; /* (element-type SceauImportedFiche) or NULL */
} FicheImport;

static void
fiche_import_free (gpointer data)
{
  FicheImport *job = data;

  g_object_unref (job->context);
  g_free (job->path);
  g_clear_pointer (&job->faults, sceau_faults_free);
  g_clear_pointer (&job->fiches, g_ptr_array_unref);
  g_free (job);
}

static gboolean
import_fiches (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  FicheImport *job = data;

  job->fiches = sceau_import_fiche (school, job->path, NULL, job->dry_run, job->faults, progress, cancellable, error);
  return job->fiches != NULL;
}

static guint
count_fate (const FicheImport *job, SceauFicheFate fate)
{
  guint count = 0;

  for (guint i = 0; i < job->fiches->len; i++)
    if (((SceauImportedFiche *) g_ptr_array_index (job->fiches, i))->fate == fate)
      count++;
  return count;
}

static char *
summarise (const FicheImport *job)
{
  guint added = count_fate (job, SCEAU_FICHE_ADDED);
  guint updated = count_fate (job, SCEAU_FICHE_UPDATED);
  guint unchanged = count_fate (job, SCEAU_FICHE_UNCHANGED);
  g_autofree char *first = g_strdup_printf (ngettext ("%u new fiche", "%u new fiches", added), added);
  g_autofree char *second = g_strdup_printf (ngettext ("%u corrected", "%u corrected", updated), updated);
  g_autofree char *third = g_strdup_printf (ngettext ("%u unchanged", "%u unchanged", unchanged), unchanged);

  return g_strdup_printf ("%s · %s · %s", first, second, third);
}

/* One fiche is named, several are counted. */
static char *
summarise_review (const FicheImport *job)
{
  g_autofree char *counts = summarise (job);
  const SceauImportedFiche *fiche;

  if (job->fiches->len != 1)
    return g_steal_pointer (&counts);
  fiche = g_ptr_array_index (job->fiches, 0);
  return g_strdup_printf ("%s – %s\n%s", fiche->code, fiche->title, counts);
}

static void
show_report (GtkWidget *from, const char *summary, FicheImport *job, const char *verb, GCallback accepted)
{
  SceauImportReport *report = sceau_import_report_new (GTK_WINDOW (gtk_widget_get_root (from)), _("Import a Fiche"),
                                                       summary, g_steal_pointer (&job->faults), verb);

  if (accepted != NULL)
    {
      g_object_set_data_full (G_OBJECT (report), "path", g_strdup (job->path), g_free);
      g_object_set_data_full (G_OBJECT (report), "context", g_object_ref (job->context), g_object_unref);
      g_signal_connect_object (report, "accepted", accepted, from, 0);
    }
  gtk_window_present (GTK_WINDOW (report));
}

static void
accepted_cb (SceauImportReport *report, GtkWidget *from)
{
  sceau_fiche_import_start (from, g_object_get_data (G_OBJECT (report), "context"),
                            g_object_get_data (G_OBJECT (report), "path"), FALSE);
}

static void
show_refusal (GtkWidget *from, FicheImport *job, const GError *error)
{
  if (sceau_faults_length (job->faults) > 0)
    show_report (from, error->message, job, NULL, NULL);
  else
    sceau_show_error (from, _("The fiche could not be imported"), error);
}

static void
reviewed_cb (GtkWidget *from, gpointer data, const GError *error)
{
  FicheImport *job = data;
  g_autofree char *summary = NULL;
  guint coming;

  if (error != NULL)
    {
      show_refusal (from, job, error);
      return;
    }
  summary = summarise_review (job);
  coming = count_fate (job, SCEAU_FICHE_ADDED) + count_fate (job, SCEAU_FICHE_UPDATED);
  show_report (from, summary, job,
               coming > 0 && sceau_faults_count_errors (job->faults) == 0 ? _("_Import") : NULL, G_CALLBACK (accepted_cb));
}

static void
imported_cb (GtkWidget *from, gpointer data, const GError *error)
{
  FicheImport *job = data;
  g_autofree char *summary = NULL;

  if (error != NULL)
    {
      show_refusal (from, job, error);
      return;
    }
  summary = summarise (job);
  sceau_toast (from, summary);
}

void
sceau_fiche_import_start (GtkWidget *from, SceauContext *context, const char *path, gboolean review)
{
  FicheImport *job = g_new0 (FicheImport, 1);

  job->context = g_object_ref (context);
  job->path = g_strdup (path);
  job->dry_run = review;
  job->faults = sceau_faults_new ();
  sceau_long_work_run (from, context, review ? _("Reading the fiche") : _("Importing the fiche"), import_fiches,
                       job, fiche_import_free, review ? reviewed_cb : imported_cb);
}
