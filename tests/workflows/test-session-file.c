/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is printed for a session, and its file: whole or not at all, and checked without a school. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "sceau-archive-reader.h"
#include "sceau-archive-writer.h"
#include "sceau-export-session.h"
#include "sceau-jury-fixture.h"
#include "sceau-print-session.h"

static char *
in_folder (SceauJuryFixture *fixture, const char *name)
{
  return g_build_filename (fixture->base->folder, name, NULL);
}

/* (transfer full): where the session was exported to. */
static char *
export (SceauJuryFixture *fixture, gint64 id, const char *name)
{
  char *path = in_folder (fixture, name);
  g_autoptr (GError) error = NULL;

  sceau_export_session (fixture->school, id, path, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static void
assert_sound (SceauJuryFixture *fixture, const char *path)
{
  g_autofree char *faults = NULL;
  g_autoptr (GError) error = NULL;

  sceau_workflow_fixture_forget_faults (fixture->base);
  g_assert_true (sceau_verify_session_file (path, fixture->base->faults, &error));
  g_assert_no_error (error);
  faults = sceau_jury_fixture_take_faults (fixture);
  g_assert_cmpstr (faults, ==, "");
}

static void
assert_finds (SceauJuryFixture *fixture, const char *path, const char *words)
{
  g_autofree char *faults = NULL;

  sceau_workflow_fixture_forget_faults (fixture->base);
  g_assert_true (sceau_verify_session_file (path, fixture->base->faults, NULL));
  faults = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (faults, words);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_a_folder_in_every_state (void)
{
  for (int state = SCEAU_SESSION_PREPARATION; state <= SCEAU_SESSION_SEALED; state++)
    {
      g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
      gint64 id = sceau_jury_fixture_bring (fixture, (SceauSessionState) state);
      g_autofree char *path = export (fixture, id, "session");
      g_autofree char *letter = g_build_filename (path, "convocations", "convocation-01-Claire_DUMONT.pdf", NULL);
      g_autofree char *decisions = g_build_filename (path, "decisions.csv", NULL);
      g_autofree char *text = NULL;

      assert_sound (fixture, path);
      g_assert_cmpint (g_file_test (letter, G_FILE_TEST_EXISTS), ==, state >= SCEAU_SESSION_CONVENED);
      g_assert_true (g_file_get_contents (decisions, &text, NULL, NULL));
      g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBFNuméro;Nom;Voie d’accès;Proposition;Décision;RNCP41445BC01;"));
      if (state == SCEAU_SESSION_SEALED)
        sceau_assert_contains (text, "A001;LEFÈVRE-AB Zoé;Après un parcours de formation continue;");
    }
}

static void
test_the_same_session_gives_the_same_zip (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *first = export (fixture, id, "first.zip");
  g_autofree char *second = NULL, *bytes_a = NULL, *bytes_b = NULL;
  gsize length_a, length_b;
  GStatBuf status;

  g_usleep (1100000); /* a second that a clock would have noted */
  second = export (fixture, id, "second.ZIP");
  g_assert_true (g_file_get_contents (first, &bytes_a, &length_a, NULL));
  g_assert_true (g_file_get_contents (second, &bytes_b, &length_b, NULL));
  g_assert_cmpmem (bytes_a, length_a, bytes_b, length_b);
  assert_sound (fixture, first);
  g_assert_cmpint (g_stat (first, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_finds_every_difference_in_a_folder (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *path = export (fixture, id, "session");
  g_autofree char *csv = g_build_filename (path, "decisions.csv", NULL);
  g_autofree char *extra = g_build_filename (path, "emargement", "notes.txt", NULL);
  g_autofree char *manifest = g_build_filename (path, "manifest.json", NULL);
  g_autofree char *kept = NULL, *list = NULL, *altered = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (csv, &kept, &length, NULL));
  altered = g_strndup (kept, length);
  altered[length - 3] ^= 1;
  g_assert_true (g_file_set_contents (csv, altered, (gssize) length, NULL));
  assert_finds (fixture, path, "decisions.csv: This file is not the one that was exported");
  g_assert_cmpint (g_unlink (csv), ==, 0);
  assert_finds (fixture, path, "decisions.csv: This file is missing");
  g_assert_cmpint (symlink ("/etc/passwd", csv), ==, 0);
  assert_finds (fixture, path, "decisions.csv: This is no file");
  g_assert_cmpint (g_unlink (csv), ==, 0);
  g_assert_true (g_file_set_contents (csv, kept, (gssize) length, NULL));
  assert_sound (fixture, path);
  g_assert_true (g_file_set_contents (extra, "x", -1, NULL));
  assert_finds (fixture, path, "emargement/notes.txt: This file does not belong");
  g_assert_cmpint (g_unlink (extra), ==, 0);

  g_assert_true (g_file_get_contents (manifest, &list, NULL, NULL));
  g_assert_true (g_file_set_contents (manifest, "{\"sceau_session_file\":1,\"files\":[1,{\"path\":2},{\"path\":\"../x\"}]}", -1, NULL));
  assert_finds (fixture, path, "../x: The manifest names a place outside");
  g_assert_true (g_file_set_contents (manifest, "[]", -1, NULL));
  assert_finds (fixture, path, "not the manifest of a session");
  g_assert_cmpint (g_unlink (manifest), ==, 0);
  assert_finds (fixture, path, "The manifest is missing");
}

/* A zip by somebody who wishes no good. */
static void
test_finds_a_hostile_zip (void)
{
  static const char *const names[] = { "../../etc/x", "/etc/x", "a//b", "C:x", "./x", "a/../b" };
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autofree char *path = in_folder (fixture, "hostile.zip");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
      g_autoptr (SceauArchiveWriter) writer = sceau_archive_writer_new (fd, path, NULL);

      g_assert_true (sceau_archive_writer_add (writer, names[i], bytes, NULL));
      g_assert_true (sceau_archive_writer_close (writer, NULL));
      close (fd);
      g_test_message ("%s", names[i]);
      assert_finds (fixture, path, "leads out of the folder");
    }
}

static void
test_finds_a_damaged_zip (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *path = export (fixture, id, "session.zip");
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  for (guint part = 1; part < 8; part++)
    {
      g_autofree char *damaged = g_memdup2 (whole, length);
      g_autofree char *faults = NULL;

      memset (damaged + length / 9 * part, 0x5a, 64);
      g_assert_true (g_file_set_contents (path, damaged, (gssize) length, NULL));
      sceau_verify_session_file (path, fixture->base->faults, NULL);
      faults = sceau_jury_fixture_take_faults (fixture);
      g_assert_cmpstr (faults, !=, "");
    }
  g_assert_true (g_file_set_contents (path, whole, (gssize) length / 2, NULL));
  if (sceau_verify_session_file (path, fixture->base->faults, &error))
    g_assert_cmpuint (sceau_faults_count_errors (fixture->base->faults), >, 0);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "no zip", -1, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_false (sceau_verify_session_file (path, fixture->base->faults, &error));
  g_assert_nonnull (error);
}

static void
cancel_at_once (double fraction, const char *what, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_whole_or_not_at_all (void)
{
  static const char *const names[] = { "session", "session.zip" };
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  struct rlimit free_limit, limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &free_limit), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = in_folder (fixture, names[i]);
      g_autofree char *nowhere = g_build_filename (fixture->base->folder, "none", names[i], NULL);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      SceauProgress progress = { .report = cancel_at_once, .user_data = cancellable };
      g_autoptr (GError) error = NULL;
      guint before = count_files (fixture->base->folder);

      g_assert_false (sceau_export_session (fixture->school, id, path, &progress, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      g_assert_false (sceau_export_session (fixture->school, id, nowhere, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_clear_error (&error);
      limit = free_limit;
      limit.rlim_cur = 20000; /* as if the disk ended there */
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      g_assert_false (sceau_export_session (fixture->school, id, path, NULL, NULL, &error));
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &free_limit), ==, 0);
      g_assert_nonnull (strstr (error->message, "cannot be written"));
      g_clear_error (&error);
      g_assert_cmpuint (count_files (fixture->base->folder), ==, before);

      g_assert_true (g_file_set_contents (path, "kept", -1, NULL));
      g_assert_false (sceau_export_session (fixture->school, id, path, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
      g_assert_cmpuint (count_files (fixture->base->folder), ==, before + 1);
    }
}

static void
test_letters_only_once_convened (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 planned = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_PREPARATION);
  gint64 convened = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autofree char *folder = in_folder (fixture, "convocations");
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (sceau_render_convocation (fixture->school, planned, 0, &error));
  g_assert_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (sceau_render_invitation (fixture->school, planned, &error));
  g_assert_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (sceau_render_convocation (fixture->school, convened, 999, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  g_clear_error (&error);
  paths = sceau_write_convocations (fixture->school, convened, folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (paths->len, ==, 6);
  g_assert_cmpuint (count_files (folder), ==, 6);
  g_assert_null (sceau_write_convocations (fixture->school, convened, folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

static void
test_grids_of_one_modality (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autofree char *path = in_folder (fixture, "grids.pdf"), *words = NULL;
  g_autoptr (GBytes) pdf = sceau_render_grids (fixture->school, id, "BC01-EC1", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_write_document (pdf, path, &error));
  g_assert_no_error (error);
  g_assert_false (sceau_write_document (pdf, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (sceau_render_grids (fixture->school, id, "NONE", &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  words = sceau_pdf_words (path);
  if (words == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  sceau_assert_contains (words, "LEFÈVRE-AB");
  sceau_assert_contains (words, "LEFÈVRE-AC");
}

/* A later version of the appointment replaces the earlier one in every calendar. */
static void
test_the_appointment_keeps_its_name (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autoptr (GBytes) first = sceau_render_invitation (fixture->school, id, NULL);
  g_autoptr (GBytes) again = sceau_render_invitation (fixture->school, id, NULL);
  g_autoptr (GBytes) later = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (first, NULL), g_bytes_get_size (first));
  g_autofree char *uid = NULL, *then = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_bytes_equal (first, again));
  uid = g_strndup (strstr (text, "UID:"), strcspn (strstr (text, "UID:"), "\r"));
  sceau_assert_contains (text, "SEQUENCE:1\r\n");
  sceau_convene_jury (fixture->school, id, fixture->jurors, 5, fixture->jurors[1], fixture->base->faults, &error);
  g_assert_no_error (error);
  later = sceau_render_invitation (fixture->school, id, NULL);
  then = g_strndup (g_bytes_get_data (later, NULL), g_bytes_get_size (later));
  sceau_assert_contains (then, uid);
  sceau_assert_contains (then, "SEQUENCE:2\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add_func ("/workflows/session-file/" name, test)
  ADD ("a-folder-in-every-state", test_a_folder_in_every_state);
  ADD ("the-same-session-gives-the-same-zip", test_the_same_session_gives_the_same_zip);
  ADD ("finds-every-difference-in-a-folder", test_finds_every_difference_in_a_folder);
  ADD ("finds-a-hostile-zip", test_finds_a_hostile_zip);
  ADD ("finds-a-damaged-zip", test_finds_a_damaged_zip);
  ADD ("whole-or-not-at-all", test_whole_or_not_at_all);
  ADD ("letters-only-once-convened", test_letters_only_once_convened);
  ADD ("grids-of-one-modality", test_grids_of_one_modality);
  ADD ("the-appointment-keeps-its-name", test_the_appointment_keeps_its_name);
#undef ADD
  return g_test_run ();
}
