/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cohort-view.h"

#include <glib/gi18n-lib.h>

#include "sceau-cohort-dialogs.h"
#include "sceau-cohort-file.h"
#include "sceau-dialogs.h"
#include "sceau-enrolment-dialog.h"
#include "sceau-enrolment-table.h"
#include "sceau-page.h"
#include "sceau-quota-strip.h"

struct _SceauCohortView
{
  AdwBin parent_instance;

  SceauQuotaStrip *strip;
  SceauEnrolmentsView *enrolments;
  SceauContext *context;
  SceauCohortFile *file; /* or NULL until it has been read */
  gint64 cohort_id;
  guint asked;           /* how often the file was asked for: an older answer is none */
};

G_DEFINE_FINAL_TYPE (SceauCohortView, sceau_cohort_view, ADW_TYPE_BIN)

typedef struct
{
  gint64 cohort_id;
  GArray *more; /* (element-type SceauAdmission) */
  guint asked;
  SceauCohortFile *file;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_array_unref (reading->more);
  sceau_cohort_file_free (reading->file);
  g_free (reading);
}

static gboolean
read_cohort (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;

  reading->file = sceau_cohort_file_load (school, reading->cohort_id, (const SceauAdmission *) reading->more->data,
                                          reading->more->len, error);
  return reading->file != NULL;
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauCohortView) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || reading->asked != self->asked)
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      sceau_page_read_failed (GTK_WIDGET (self), _("The cohort could not be read"), error);
      return;
    }
  sceau_cohort_file_free (self->file);
  self->file = g_steal_pointer (&reading->file);
  sceau_quota_strip_show (self->strip, self->file->outlooks);
}

static void
load (SceauCohortView *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->cohort_id = self->cohort_id;
  reading->more = sceau_quota_strip_get_more (self->strip);
  reading->asked = ++self->asked;
  sceau_worker_run_async (sceau_context_get_worker (self->context), read_cohort, reading, reading_free, NULL,
                          read_cb, g_object_ref (self));
}

/* Everybody in the cohort, for a group. */
typedef struct
{
  gint64 cohort_id;
  GPtrArray *enrolments;
} Listing;

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_clear_pointer (&listing->enrolments, g_ptr_array_unref);
  g_free (listing);
}

static gboolean
list_enrolments (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Listing *listing = job;
  const SceauEnrolmentQuery query = { .cohort_id = listing->cohort_id, .active_only = TRUE };

  listing->enrolments = sceau_enrolment_table_list (school, &query, error);
  return listing->enrolments != NULL;
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauCohortView) self = user_data;
  Listing *listing = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    sceau_show_error (GTK_WIDGET (self), _("The learners could not be read"), error);
  else
    gtk_window_present (GTK_WINDOW (sceau_group_dialog_new (GTK_WIDGET (self), self->context, self->cohort_id, listing->enrolments)));
}

static void
sceau_cohort_view_finalize (GObject *object)
{
  SceauCohortView *self = SCEAU_COHORT_VIEW (object);

  g_clear_object (&self->context);
  sceau_cohort_file_free (self->file);
  G_OBJECT_CLASS (sceau_cohort_view_parent_class)->finalize (object);
}

static void
sceau_cohort_view_class_init (SceauCohortViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sceau_cohort_view_finalize;
}

static void
sceau_cohort_view_init (SceauCohortView *self)
{
}

SceauCohortView *
sceau_cohort_view_new (SceauContext *context, gint64 cohort_id)
{
  SceauCohortView *self = g_object_new (SCEAU_TYPE_COHORT_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->context = g_object_ref (context);
  self->cohort_id = cohort_id;
  self->strip = sceau_quota_strip_new ();
  self->enrolments = sceau_enrolments_view_new (context, cohort_id);
  gtk_widget_set_vexpand (GTK_WIDGET (self->enrolments), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->strip));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->enrolments));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->strip, "simulated", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

SceauEnrolmentsView *
sceau_cohort_view_get_enrolments (SceauCohortView *self)
{
  return self->enrolments;
}

void
sceau_cohort_view_reload (SceauCohortView *self)
{
  sceau_enrolments_view_reload (self->enrolments);
  load (self);
}

void
sceau_cohort_view_enrol (SceauCohortView *self)
{
  if (self->file != NULL)
    gtk_window_present (GTK_WINDOW (sceau_enrolment_dialog_new (GTK_WIDGET (self), self->context, self->file->certification,
                                                                self->file->plan, self->cohort_id, NULL)));
}

void
sceau_cohort_view_edit (SceauCohortView *self)
{
  if (self->file != NULL)
    gtk_window_present (GTK_WINDOW (sceau_cohort_dialog_new (GTK_WIDGET (self), self->context, self->file->cohort)));
}

void
sceau_cohort_view_form_group (SceauCohortView *self)
{
  Listing *listing = g_new0 (Listing, 1);

  listing->cohort_id = self->cohort_id;
  sceau_worker_run_async (sceau_context_get_worker (self->context), list_enrolments, listing, listing_free, NULL,
                          listed_cb, g_object_ref (self));
}
