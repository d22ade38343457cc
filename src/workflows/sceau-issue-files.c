/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The files of a delivery: one each, one of all, a zip.  What is there and right stays; what is there and other is a fault. */

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "sceau-archive-writer.h"
#include "sceau-certificate-table.h"
#include "sceau-file-set.h"
#include "sceau-issue-run-private.h"
#include "sceau-staging.h"

/* Files of earlier runs that are written in one go. */
#define FILES_AT_ONCE 100

char *
sceau_issue_files_path (const SceauIssueRun *run, const SceauDelivery *delivery)
{
  g_autofree char *name = sceau_issue_run_file_name (delivery);

  return g_build_filename (run->options->folder, name, NULL);
}

static gboolean
is_taken (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

static void
refuse_taken (const char *path, const char *reason, SceauFaults *faults)
{
  g_autofree char *name = g_filename_display_name (path);

  sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, name, NULL, NULL, reason, _("Move it away or choose another folder."));
}

/* What is there already ------------------------------------------------------------------ */

/* A file under the name of a parchemin must be that parchemin. */
static gboolean
check_file (const char *path, const SceauCertificate *certificate, SceauFaults *faults, GError **error)
{
  g_autofree char *sha256 = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  if (!is_taken (path))
    return TRUE;
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      if (!g_file_get_contents (path, &contents, &length, error))
        return FALSE;
      sha256 = sceau_sha256 (contents, length);
    }
  if (g_strcmp0 (sha256, certificate->sha256) == 0)
    return TRUE;
  reason = g_strdup_printf (_("This file exists already, is not the parchemin %s, and is not overwritten."), certificate->number);
  refuse_taken (path, reason, faults);
  return TRUE;
}

/* The number that a parchemin to be issued will have is known, but nobody can have its bytes yet. */
static void
check_free (const char *path, SceauFaults *faults)
{
  if (is_taken (path))
    refuse_taken (path, _("This file exists already and is not overwritten."), faults);
}

/* @path: (transfer full): what the run will write, once. */
static void
claim (GHashTable *claimed, char *path, SceauFaults *faults)
{
  g_autofree char *name = g_filename_display_name (path);

  if (g_hash_table_add (claimed, path))
    return;
  sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, name, NULL, NULL, _("Two documents would have this name."),
                       _("Choose another name for the merged file."));
}

static gboolean
check_folder (const SceauIssueRun *run, GHashTable *claimed, SceauFaults *faults, GError **error)
{
  const gboolean dated = run->options->delivered != SCEAU_NO_DATE;
  int sequence = dated ? sceau_certificate_table_next_sequence (run->school, sceau_date_year (run->options->delivered), error) : 1;

  for (guint i = 0; sequence > 0 && i < run->deliveries->len; i++)
    {
      SceauDelivery *delivery = g_ptr_array_index (run->deliveries, i);
      SceauDelivery shown = { .learner = delivery->learner, .certificate = delivery->certificate };
      g_autoptr (SceauCertificate) foreseen = NULL;
      g_autofree char *path = NULL;

      if (delivery->certificate == NULL && (delivery->refused || !dated))
        continue;
      if (delivery->certificate == NULL)
        shown.certificate = foreseen = sceau_issue_run_number (run, delivery, sequence++);
      path = sceau_issue_files_path (run, &shown);
      claim (claimed, g_canonicalize_filename (path, NULL), faults);
      if (foreseen != NULL)
        check_free (path, faults);
      else if (!check_file (path, shown.certificate, faults, error))
        return FALSE;
    }
  return sequence > 0;
}

gboolean
sceau_issue_files_check (SceauIssueRun *run, guint n_pending, SceauFaults *faults, GError **error)
{
  g_autoptr (GHashTable) claimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *const wholes[] = { run->options->merged, run->options->archive };

  if (run->options->folder != NULL && !check_folder (run, claimed, faults, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      if (wholes[i] == NULL)
        continue;
      claim (claimed, g_canonicalize_filename (wholes[i], NULL), faults);
      /* With nothing new it may be the very file that an earlier call made. */
      if (n_pending > 0)
        check_free (wholes[i], faults);
    }
  return TRUE;
}

/* Files of earlier runs ------------------------------------------------------------------ */

static gboolean
write_set (SceauFileSet *files, SceauFaults *faults, GCancellable *cancellable, GError **error)
{
  const guint known = sceau_faults_count_errors (faults);

  sceau_file_set_check (files, faults);
  return !sceau_faults_refuse (faults, known, error) && sceau_file_set_stage (files, cancellable, error)
         && sceau_file_set_publish (files, error);
}

/* From the kept bytes, as they were issued. */
static gboolean
write_missing (SceauIssueRun *run, SceauFaults *faults, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < run->deliveries->len;)
    {
      g_autoptr (SceauFileSet) files = sceau_file_set_new ();

      for (guint n = 0; n < FILES_AT_ONCE && i < run->deliveries->len; i++)
        {
          const SceauDelivery *delivery = g_ptr_array_index (run->deliveries, i);
          g_autofree char *path = delivery->issued_before ? sceau_issue_files_path (run, delivery) : NULL;
          g_autoptr (GBytes) pdf = NULL;

          if (path == NULL || is_taken (path))
            continue;
          pdf = sceau_load_certificate_pdf (run->school, delivery->certificate->number, error);
          if (pdf == NULL)
            return FALSE;
          sceau_file_set_add (files, path, pdf);
          n++;
        }
      if (!write_set (files, faults, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* One file of all ------------------------------------------------------------------------ */

/* Whether both have the same bytes; FALSE when one cannot be read. */
static gboolean
is_same (const char *one, const char *other)
{
  g_autoptr (GMappedFile) a = g_mapped_file_new (one, FALSE, NULL);
  g_autoptr (GMappedFile) b = g_mapped_file_new (other, FALSE, NULL);
  g_autoptr (GBytes) bytes_a = a != NULL ? g_mapped_file_get_bytes (a) : NULL;
  g_autoptr (GBytes) bytes_b = b != NULL ? g_mapped_file_get_bytes (b) : NULL;

  return bytes_a != NULL && bytes_b != NULL && g_bytes_equal (bytes_a, bytes_b);
}

/* A hidden file gets its name, unless the same is there. */
static gboolean
publish_whole (const char *hidden, const char *path, SceauFaults *faults, GError **error)
{
  const guint known = sceau_faults_count_errors (faults);
  g_autofree char *folder = g_path_get_dirname (path);

  if (is_taken (path) && !is_same (hidden, path))
    refuse_taken (path, _("This file exists already with another content and is not overwritten."), faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;
  if (is_taken (path))
    return TRUE;
  if (!sceau_staging_flush (folder) || !sceau_staging_publish (hidden, path, FALSE))
    return sceau_staging_set_error (error, path, errno);
  sceau_staging_settle (path);
  return TRUE;
}

typedef gboolean (*WriteWhole) (SceauIssueRun *run, GPtrArray *deliveries, int fd, const char *path, GCancellable *cancellable,
                                GError **error);

/* Written beside its place in constant memory. */
static gboolean
make_whole (SceauIssueRun *run, GPtrArray *deliveries, const char *path, WriteWhole write_whole, SceauFaults *faults,
            GCancellable *cancellable, GError **error)
{
  g_autofree char *place = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (place);
  g_autofree char *hidden = NULL;
  gboolean done;
  int fd;

  if (deliveries->len == 0)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return sceau_staging_set_error (error, place, errno);
  sceau_staging_sweep (folder);
  hidden = sceau_staging_make_file (place, &fd);
  if (hidden == NULL)
    return sceau_staging_set_error (error, place, errno);
  done = write_whole (run, deliveries, fd, place, cancellable, error);
  if (close (fd) != 0 && done)
    done = sceau_staging_set_error (error, place, errno);
  done = done && publish_whole (hidden, place, faults, error);
  sceau_staging_discard (hidden);
  return done;
}

/* The merged file ------------------------------------------------------------------------ */

typedef struct
{
  SceauIssueRun *run;
  GPtrArray *deliveries; /* (element-type SceauDelivery) */
  gboolean *same;        /* of each, whether it is drawn as it was issued; NULL while merging */
  SceauPaperContent content;
} Drawing;

static gboolean
describe_next (guint index, const SceauPaperContent **content, gpointer data, GError **error)
{
  Drawing *drawing = data;

  if (drawing->same == NULL)
    sceau_issue_run_tick (drawing->run, _("Writing the file of all parchemins"));
  drawing->content = sceau_issue_run_describe (drawing->run, g_ptr_array_index (drawing->deliveries, index));
  *content = &drawing->content;
  return TRUE;
}

static gboolean
compare_page (guint index, GBytes *pdf, gpointer data, GError **error)
{
  const Drawing *drawing = data;
  const SceauDelivery *delivery = g_ptr_array_index (drawing->deliveries, index);
  g_autofree char *sha256 = sceau_sha256 (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));

  drawing->same[index] = g_str_equal (sha256, delivery->certificate->sha256);
  return TRUE;
}

/* Who signed on the day of an earlier delivery. */
static gboolean
recall (SceauIssueRun *run, SceauDelivery *delivery, GError **error)
{
  if (delivery->own_mandate != NULL || delivery->own_signatory != NULL)
    return TRUE;
  return sceau_certificate_find_mandate (run->school, run->look->identity, run->deliberation->certification,
                                         delivery->certificate->delivered, &delivery->own_mandate, error)
         && sceau_find_paper_signatory (run->school, delivery->certificate->delivered, &delivery->own_signatory, error);
}

/* Those of earlier runs that can be drawn at all. (element-type SceauDelivery) */
static GPtrArray *
list_earlier (SceauIssueRun *run, GError **error)
{
  const SceauPaperLook look = sceau_house_look_of (run->look, SCEAU_PAPER_CERTIFICATE);
  g_autoptr (GPtrArray) earlier = g_ptr_array_new ();

  for (guint i = 0; i < run->deliveries->len; i++)
    {
      SceauDelivery *delivery = g_ptr_array_index (run->deliveries, i);
      g_autoptr (SceauFaults) letters = sceau_faults_new ();
      SceauPaperContent content;

      if (!delivery->issued_before || delivery->learner == NULL)
        continue;
      if (!recall (run, delivery, error))
        return NULL;
      content = sceau_issue_run_describe (run, delivery);
      if (sceau_paper_document_check (&look, &content, letters))
        g_ptr_array_add (earlier, delivery);
    }
  return g_steal_pointer (&earlier);
}

static void
warn_left_out (const SceauDelivery *delivery, SceauFaults *faults)
{
  g_autofree char *name = sceau_jury_candidate_name (delivery->decision->learner_name, delivery->decision->learner_number);

  sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, name, "merged", delivery->certificate->number,
                       _("The merged file is without this parchemin: it was issued with another look, or the learner’s file was changed since."),
                       _("Print it from its own file."));
}

/* What an earlier run issued is in the merged file only if its page is the same to the byte. (element-type SceauDelivery) */
static GPtrArray *
list_mergeable (SceauIssueRun *run, SceauFaults *faults, GCancellable *cancellable, GError **error)
{
  const SceauPaperLook look = sceau_house_look_of (run->look, SCEAU_PAPER_CERTIFICATE);
  g_autoptr (GPtrArray) mergeable = g_ptr_array_new ();
  g_autoptr (GPtrArray) earlier = list_earlier (run, error);
  g_autofree gboolean *same = earlier != NULL ? g_new0 (gboolean, earlier->len + 1) : NULL;
  Drawing drawing = { .run = run, .deliveries = earlier, .same = same };
  guint next = 0;

  if (earlier == NULL
      || (earlier->len > 0
          && !sceau_paper_document_render_each (&look, earlier->len, describe_next, compare_page, &drawing, cancellable, error)))
    return NULL;
  for (guint i = 0; i < run->deliveries->len; i++)
    {
      SceauDelivery *delivery = g_ptr_array_index (run->deliveries, i);
      const gboolean drawn = next < earlier->len && g_ptr_array_index (earlier, next) == delivery;

      if (delivery->certificate == NULL)
        continue;
      if (!delivery->issued_before || (drawn && same[next]))
        g_ptr_array_add (mergeable, delivery);
      else
        warn_left_out (delivery, faults);
      next += drawn;
    }
  return g_steal_pointer (&mergeable);
}

static gboolean
write_merged (SceauIssueRun *run, GPtrArray *deliveries, int fd, const char *path, GCancellable *cancellable, GError **error)
{
  const SceauPaperLook look = sceau_house_look_of (run->look, SCEAU_PAPER_CERTIFICATE);
  g_autoptr (GOutputStream) out = g_unix_output_stream_new (fd, FALSE);
  g_autoptr (GError) local = NULL;
  Drawing drawing = { .run = run, .deliveries = deliveries };

  if (sceau_paper_document_render_merged (&look, deliveries->len, describe_next, &drawing, out, cancellable, &local))
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return sceau_staging_set_error (error, path, ENOSPC);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The zip -------------------------------------------------------------------------------- */

static gboolean
write_archive (SceauIssueRun *run, GPtrArray *deliveries, int fd, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (SceauArchiveWriter) zip = sceau_archive_writer_new (fd, path, error);

  for (guint i = 0; zip != NULL && i < deliveries->len; i++)
    {
      const SceauDelivery *delivery = g_ptr_array_index (deliveries, i);
      g_autofree char *name = sceau_issue_run_file_name (delivery);
      g_autoptr (GBytes) pdf = sceau_load_certificate_pdf (run->school, delivery->certificate->number, error);

      if (pdf == NULL || g_cancellable_set_error_if_cancelled (cancellable, error)
          || !sceau_archive_writer_add (zip, name, pdf, error))
        return FALSE;
    }
  return zip != NULL && sceau_archive_writer_close (zip, error);
}

/* (element-type SceauDelivery) (transfer container) */
static GPtrArray *
list_in_force (const SceauIssueRun *run)
{
  GPtrArray *in_force = g_ptr_array_new ();

  for (guint i = 0; i < run->deliveries->len; i++)
    {
      SceauDelivery *delivery = g_ptr_array_index (run->deliveries, i);

      if (delivery->certificate != NULL)
        g_ptr_array_add (in_force, delivery);
    }
  return in_force;
}

static gboolean
finish_merged (SceauIssueRun *run, SceauFaults *faults, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) mergeable = list_mergeable (run, faults, cancellable, error);

  return mergeable != NULL && make_whole (run, mergeable, run->options->merged, write_merged, faults, cancellable, error);
}

gboolean
sceau_issue_files_finish (SceauIssueRun *run, SceauFaults *faults, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) in_force = list_in_force (run);

  if ((run->options->folder != NULL && !write_missing (run, faults, cancellable, error))
      || (run->options->merged != NULL && !finish_merged (run, faults, cancellable, error))
      || (run->options->archive != NULL
          && !make_whole (run, in_force, run->options->archive, write_archive, faults, cancellable, error)))
    return FALSE;
  sceau_issue_run_end (run);
  return TRUE;
}
