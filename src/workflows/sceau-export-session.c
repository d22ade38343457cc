/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The file of a session: written under a hidden name beside its place, which it takes when it is whole. */

#include "sceau-export-session.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "sceau-archive-writer.h"
#include "sceau-config.h"
#include "sceau-export-private.h"
#include "sceau-hold-jury-private.h"
#include "sceau-notification-table.h"
#include "sceau-print-session.h"
#include "sceau-signed-minutes-table.h"
#include "sceau-staging.h"

typedef struct
{
  SceauSchool *school;
  const char *path;
  char *hidden;
  int fd;                  /* of the zip; -1: a folder */
  SceauArchiveWriter *zip; /* NULL: a folder */
  SceauJuryFile *file;
  SceauSessionHistory *history;
  JsonArray *files;        /* of the manifest */
  guint done, total;
  SceauProgress *progress;
  GCancellable *cancellable;
} Export;

static void
export_clear (Export *self)
{
  g_clear_pointer (&self->zip, sceau_archive_writer_free);
  if (self->fd >= 0)
    close (self->fd);
  if (self->hidden != NULL)
    sceau_staging_discard (self->hidden);
  g_free (self->hidden);
  sceau_jury_file_free (self->file);
  sceau_session_history_free (self->history);
  g_clear_pointer (&self->files, json_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

/* One file ------------------------------------------------------------------------- */

static gboolean
write_into_folder (const Export *self, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (self->hidden, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean written;
  int error_number;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return sceau_staging_set_error (error, self->path, errno);
  fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return sceau_staging_set_error (error, self->path, errno);
  written = sceau_staging_write (fd, bytes, FALSE);
  error_number = errno;
  if (close (fd) != 0 && written)
    return sceau_staging_set_error (error, self->path, errno);
  return written || sceau_staging_set_error (error, self->path, error_number);
}

static gboolean
write_file (Export *self, const char *name, GBytes *bytes, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  sceau_progress_report (self->progress, MIN (self->done++, self->total), self->total, _("Writing the file of the session"));
  return self->zip != NULL ? sceau_archive_writer_add (self->zip, name, bytes, error) : write_into_folder (self, name, bytes, error);
}

/* @bytes: (transfer full) (nullable): NULL after an error. */
static gboolean
add_file (Export *self, const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) owned = bytes;
  g_autofree char *sha256 = NULL;
  JsonObject *line;

  if (owned == NULL || !write_file (self, name, owned, error))
    return FALSE;
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, owned);
  line = json_object_new ();
  sceau_json_set_text (line, "path", name);
  json_object_set_int_member (line, "size", (gint64) g_bytes_get_size (owned));
  sceau_json_set_text (line, "sha256", sha256);
  json_array_add_object_element (self->files, line);
  return TRUE;
}

/* What is in it -------------------------------------------------------------------- */

static gboolean
add_convocations (Export *self, GError **error)
{
  const SceauJurySession *session = self->file->session;

  if (session->state < SCEAU_SESSION_CONVENED || session->members->len == 0)
    return TRUE;
  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);
      g_autofree char *safe = sceau_session_file_name (member->juror->name);
      g_autofree char *name = g_strdup_printf ("convocations/convocation-%02u-%s.pdf", i + 1, safe);

      if (!add_file (self, name, sceau_render_convocation (self->school, session->id, member->juror->id, error), error))
        return FALSE;
    }
  return add_file (self, "convocations/invitation.ics", sceau_render_invitation (self->school, session->id, error), error)
         && add_file (self, "emargement/membres.pdf", sceau_render_attendance (self->school, session->id, SCEAU_ATTENDANCE_JURORS, error), error);
}

static gboolean
add_candidates_sheet (Export *self, GError **error)
{
  return add_file (self, "emargement/candidats.pdf",
                   sceau_render_attendance (self->school, self->file->session->id, SCEAU_ATTENDANCE_CANDIDATES, error), error);
}

/* Only modalities that have one. */
static gboolean
add_grids (Export *self, GError **error)
{
  const GPtrArray *modalities = self->file->plan->modalities;

  for (guint i = 0; i < modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (modalities, i);
      g_autofree char *safe = sceau_session_file_name (modality->code);
      g_autofree char *name = g_strdup_printf ("grilles/%02u-%s.pdf", i + 1, safe);

      if (modality->criteria->len > 0
          && !add_file (self, name, sceau_render_grids (self->school, self->file->session->id, modality->code, error), error))
        return FALSE;
    }
  return TRUE;
}

static const char *
extension_of (const char *media_type)
{
  return g_str_equal (media_type, "image/jpeg") ? "jpg" : g_str_equal (media_type, "image/png") ? "png"
         : g_str_equal (media_type, "image/tiff") ? "tiff" : "pdf";
}

static gboolean
add_minutes (Export *self, GError **error)
{
  const gint64 id = self->file->session->id;
  g_autoptr (GPtrArray) scans = sceau_signed_minutes_table_list (self->school, id, error);

  if (scans == NULL || !add_file (self, "proces-verbal/proces-verbal.pdf", sceau_render_minutes (self->school, id, error), error)
      || !add_file (self, "proces-verbal/proces-verbal-anonyme.pdf", sceau_render_anonymous_minutes (self->school, id, error), error))
    return FALSE;
  for (guint i = 0; i < scans->len; i++)
    {
      const SceauSignedMinutes *scan = g_ptr_array_index (scans, i);
      g_autofree char *name = g_strdup_printf ("proces-verbal/proces-verbal-signe-%u.%s", i + 1, extension_of (scan->media_type));

      if (!add_file (self, name, sceau_signed_minutes_table_read (self->school, scan->id, error), error))
        return FALSE;
    }
  return TRUE;
}

/* Only those that were sent: a draft of a letter is in no file. */
static gboolean
add_letters (Export *self, GError **error)
{
  if (self->file->session->notified == SCEAU_NO_DATE)
    return TRUE;
  for (guint i = 0; i < self->file->decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (self->file->decisions, i);
      g_autofree char *text = g_strdup_printf ("%s-%s", decision->learner_number, decision->learner_name);
      g_autofree char *safe = sceau_session_file_name (text);
      g_autofree char *name = g_strdup_printf ("lettres/%03u-%s.pdf", i + 1, safe);
      GBytes *letter;

      if (!sceau_find_sent_letter (self->school, decision->session_id, decision->enrolment_id, &letter, error)
          || (letter != NULL && !add_file (self, name, letter, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_tables (Export *self, GError **error)
{
  return add_file (self, "decisions.csv", sceau_session_decisions_csv (self->file), error)
         && add_file (self, "decisions.xlsx", sceau_session_decisions_xlsx (self->file, error), error)
         && add_file (self, "explications.csv", sceau_session_explanations (self->school, self->file, error), error)
         && add_file (self, "explications.pdf", sceau_render_explanation (self->school, self->file->session->id, FALSE, error), error)
         && add_file (self, "journal.csv", sceau_session_journal (self->history), error);
}

static GBytes *
make_manifest (Export *self, const SceauSchoolIdentity *identity, const char *head)
{
  const SceauJurySession *session = self->file->session;
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *manifest = json_object_new ();
  g_autofree char *text = NULL;

  json_object_set_int_member (manifest, "sceau_session_file", 1);
  sceau_json_set_text (manifest, "program", "Sceau " SCEAU_VERSION);
  sceau_json_set_text (manifest, "school", identity->name);
  sceau_json_set_text (manifest, "siret", identity->siret);
  json_object_set_int_member (manifest, "session", session->id);
  sceau_json_set_text (manifest, "certification", session->certification_code);
  sceau_json_set_text (manifest, "cohort", session->cohort_name);
  sceau_json_set_date (manifest, "date", session->date);
  sceau_json_set_text (manifest, "state", sceau_session_state_to_id (session->state));
  sceau_json_set_text (manifest, "seal", session->seal);
  sceau_json_set_text (manifest, "sealed_at", session->sealed_at);
  sceau_json_set_text (manifest, "journal_head_at_seal", session->journal_head);
  sceau_json_set_text (manifest, "journal_head", head);
  json_object_set_array_member (manifest, "files", json_array_ref (self->files));
  json_node_take_object (root, manifest);
  text = json_to_string (root, TRUE);
  return g_bytes_new_take (g_steal_pointer (&text), strlen (text));
}

static gboolean
add_manifest (Export *self, GError **error)
{
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_load_identity (self->school, error);
  g_autofree char *head = identity != NULL ? sceau_journal_get_head (self->school, error) : NULL;
  g_autoptr (GBytes) manifest = head != NULL ? make_manifest (self, identity, head) : NULL;

  return manifest != NULL && write_file (self, SCEAU_SESSION_MANIFEST, manifest, error);
}

/* The whole ------------------------------------------------------------------------ */

static gboolean
begin (Export *self, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (self->path, -1);
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (g_file_test (self->path, G_FILE_TEST_EXISTS) || g_file_test (self->path, G_FILE_TEST_IS_SYMLINK))
    return sceau_staging_set_error (error, self->path, EEXIST);
  sceau_staging_sweep (folder);
  self->hidden = g_str_has_suffix (lower, ".zip") ? sceau_staging_make_file (self->path, &self->fd) : sceau_staging_make_folder (self->path);
  if (self->hidden == NULL)
    return sceau_staging_set_error (error, self->path, errno);
  if (self->fd < 0)
    return TRUE;
  self->zip = sceau_archive_writer_new (self->fd, self->path, error);
  return self->zip != NULL;
}

static gboolean
finish (Export *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (self->zip != NULL && !sceau_archive_writer_close (self->zip, error))
    return FALSE;
  if (!sceau_staging_flush (folder) || !sceau_staging_publish (self->hidden, self->path, FALSE))
    return sceau_staging_set_error (error, self->path, errno);
  g_clear_pointer (&self->hidden, g_free);
  sceau_staging_settle (self->path);
  return TRUE;
}

static gboolean
load (Export *self, gint64 session_id, GError **error)
{
  self->file = sceau_load_jury (self->school, session_id, error);
  if (self->file == NULL)
    return FALSE;
  self->history = sceau_session_history_load (self->school, session_id, error);
  self->total = 10 + self->file->session->members->len
                + (self->file->session->notified != SCEAU_NO_DATE ? self->file->decisions->len : 0);
  return self->history != NULL;
}

gboolean
sceau_export_session (SceauSchool *school, gint64 session_id, const char *path, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  g_auto (Export) self = { .school = school, .fd = -1, .progress = progress, .cancellable = cancellable };
  g_autofree char *place = g_canonicalize_filename (path, NULL);
  guint64 before = sceau_school_get_change_counter (school);

  self.path = place;
  self.files = json_array_new ();
  if (!load (&self, session_id, error) || !begin (&self, error))
    return FALSE;
  if (!add_convocations (&self, error) || !add_candidates_sheet (&self, error) || !add_grids (&self, error)
      || !add_minutes (&self, error) || !add_letters (&self, error)
      || !add_tables (&self, error) || !add_manifest (&self, error))
    return FALSE;
  /* Each document is of one moment; all of them are only when nobody wrote meanwhile. */
  if (sceau_school_get_change_counter (school) != before)
    {
      g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                           _("The school was changed while the file of the session was being written. Try again."));
      return FALSE;
    }
  return finish (&self, error);
}
