/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The file of a session: what is in it, whole or not at all, and checked without a school. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "sceau-archive-reader.h"
#include "sceau-archive-writer.h"
#include "sceau-csv-reader.h"
#include "sceau-export-session.h"
#include "sceau-jury-fixture.h"
#include "sceau-notify-results.h"

/* More kills than there are files, so that some fall before, some after, and some between. */
#define KILLS 40

static const char *program;

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
  g_assert_true (sceau_verify_session_file (path, NULL, fixture->base->faults, &error));
  g_assert_no_error (error);
  faults = sceau_jury_fixture_take_faults (fixture);
  g_assert_cmpstr (faults, ==, "");
}

static void
assert_finds (SceauJuryFixture *fixture, const char *path, const char *words)
{
  g_autofree char *faults = NULL;

  sceau_workflow_fixture_forget_faults (fixture->base);
  g_assert_true (sceau_verify_session_file (path, NULL, fixture->base->faults, NULL));
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

/* The manifest @text with one piece of it replaced wherever it stands. */
static void
doctor (const char *text, const char *path, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);
  g_autofree char *doctored = g_strjoinv (to, parts);

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  g_assert_true (g_file_set_contents (path, doctored, -1, NULL));
}

/* Two lines of one file, or two lists of files: one reader takes the first and another the last. */
static void
test_a_manifest_that_says_things_twice_is_refused (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *path = export (fixture, id, "session");
  g_autofree char *place = g_build_filename (path, "manifest.json", NULL);
  g_autoptr (SceauManifest) manifest = NULL;
  g_autofree char *kept = NULL, *brackets = NULL;

  g_assert_true (sceau_verify_session_file (path, &manifest, fixture->base->faults, NULL));
  g_assert_cmpint (manifest->session, ==, id);
  g_assert_cmpuint (strlen (manifest->seal), ==, 64);
  g_assert_true (g_file_get_contents (place, &kept, NULL, NULL));
  doctor (kept, place, "\"explications.csv\"", "\"decisions.csv\"");
  assert_finds (fixture, path, "The manifest names this file twice");
  doctor (kept, place, "\"files\" :", "\"files\":[],\"files\" :");
  assert_finds (fixture, path, "The key stands twice");
  brackets = g_strnfill (100000, '[');
  g_assert_true (g_file_set_contents (place, brackets, -1, NULL));
  assert_finds (fixture, path, "nested too deep");
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
  g_autofree char *kept = NULL, *list = NULL, *altered = NULL, *doubled = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (csv, &kept, &length, NULL));
  altered = g_strndup (kept, length);
  altered[length - 3] ^= 1;
  g_assert_true (g_file_set_contents (csv, altered, (gssize) length, NULL));
  assert_finds (fixture, path, "decisions.csv: This file is not as its manifest says");
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
  doctor (list, manifest, "\"decisions.csv\"", "\"../x\"");
  assert_finds (fixture, path, "../x: The manifest names a place outside");
  doctor (list, manifest, "\"sceau_session_file\" : 1", "\"sceau_session_file\" : 2");
  assert_finds (fixture, path, "not the manifest of a session");
  g_assert_true (g_file_set_contents (manifest, "[]", -1, NULL));
  assert_finds (fixture, path, "manifest.json: An object is expected here");
  g_assert_true (g_file_set_contents (manifest, "", -1, NULL));
  assert_finds (fixture, path, "This is not a JSON file that can be read");
  doubled = g_strconcat (list, "{}", NULL);
  g_assert_true (g_file_set_contents (manifest, doubled, -1, NULL));
  assert_finds (fixture, path, "more than one value");
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
      sceau_verify_session_file (path, NULL, fixture->base->faults, NULL);
      faults = sceau_jury_fixture_take_faults (fixture);
      g_assert_cmpstr (faults, !=, "");
    }
  g_assert_true (g_file_set_contents (path, whole, (gssize) length / 2, NULL));
  if (sceau_verify_session_file (path, NULL, fixture->base->faults, &error))
    g_assert_cmpuint (sceau_faults_count_errors (fixture->base->faults), >, 0);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "no zip", -1, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_false (sceau_verify_session_file (path, NULL, fixture->base->faults, &error));
  g_assert_nonnull (error);
}

/* Every file of it is there, and only the list at the end of the archive is not whole. */
static void
test_refuses_a_zip_whose_end_was_cut_off (void)
{
  static const gsize cuts[] = { 1, 21, 22, 100, 500, 2000 };
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *path = export (fixture, id, "session.zip");
  g_autofree char *whole = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, whole, (gssize) (length - cuts[i]), NULL));
      g_assert_false (sceau_verify_session_file (path, NULL, fixture->base->faults, &error));
      sceau_assert_contains (error->message, "its end was cut off");
    }
  g_assert_true (g_file_set_contents (path, whole, (gssize) length, NULL));
  assert_sound (fixture, path);
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

/* What is in it ---------------------------------------------------------------------- */

/* @bytes: (transfer full) */
static void
assert_file_is (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_nonnull (bytes);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (contents, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_bytes_unref (bytes);
}

static SceauCsv *
read_table (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  SceauCsv *csv = sceau_csv_read (file, faults, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  return csv;
}

/* One candidate's rows from @row on are those of the auditor's table; gives the row after them. */
static guint
assert_explains (const SceauCsv *csv, guint row, const char *number, const GPtrArray *steps)
{
  g_assert_cmpuint (steps->len, >, 12);
  for (guint i = 0; i < steps->len; i++, row++)
    {
      const SceauProposalStep *step = g_ptr_array_index (steps, i);

      g_assert_cmpuint (row, <, sceau_csv_n_rows (csv));
      g_assert_cmpstr (sceau_csv_cell (csv, row, 0), ==, number);
      g_assert_cmpstr (sceau_csv_cell (csv, row, 3), ==, step->subject);
      g_assert_cmpstr (sceau_csv_cell (csv, row, 5), ==, step->found != NULL ? step->found : "");
      g_assert_cmpstr (sceau_csv_cell (csv, row, 6), ==, step->expected != NULL ? step->expected : "");
      g_assert_cmpstr (sceau_csv_cell (csv, row, 7), ==, step->pending ? "en attente" : step->met ? "oui" : "non");
      g_assert_cmpstr (sceau_csv_cell (csv, row, 8), ==, step->decisive ? "oui" : "non");
    }
  return row;
}

/* The table as the file has it, held against what the workflow says of each candidate. */
static void
assert_explains_all (SceauJuryFixture *fixture, gint64 id, const char *path)
{
  g_autoptr (SceauJuryFile) file = sceau_load_jury (fixture->school, id, NULL);
  g_autoptr (SceauCsv) csv = read_table (path, "explications.csv");
  g_autofree char *annex = g_build_filename (path, "explications.pdf", NULL);
  guint row = 0;

  g_assert_true (g_file_test (annex, G_FILE_TEST_IS_REGULAR));
  for (guint i = 0; i < file->decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (file->decisions, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) steps = sceau_explain_proposal (fixture->school, id, decision->enrolment_id, &error);

      g_assert_no_error (error);
      row = assert_explains (csv, row, decision->learner_number, steps);
    }
  g_assert_cmpuint (row, ==, sceau_csv_n_rows (csv));
}

static void
test_explains_before_and_after_the_seal (void)
{
  static const SceauSessionState states[] = { SCEAU_SESSION_DELIBERATED, SCEAU_SESSION_SEALED };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (3);
      g_autofree char *path = NULL;
      gint64 id;

      sceau_jury_fixture_fail_block (fixture, 1);
      id = sceau_jury_fixture_bring (fixture, states[i]);
      path = export (fixture, id, "session");
      assert_explains_all (fixture, id, path);
    }
}

/* Two signed scans of two kinds. */
static void
attach_scans (SceauJuryFixture *fixture, gint64 id)
{
  g_autofree char *pdf = sceau_workflow_fixture_write (fixture->base, "scan.pdf", "%PDF-1.4 signed %%EOF");
  g_autofree char *jpeg = sceau_workflow_fixture_write (fixture->base, "scan.jpg", "\xff\xd8\xff\xe0 signed");
  const char *const paths[] = { pdf, jpeg };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SceauSignedMinutes) kept = sceau_attach_signed_minutes (fixture->school, id, paths[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (kept);
    }
}

static void
assert_holds_letters (SceauJuryFixture *fixture, gint64 id, const char *path)
{
  static const char *const names[]
      = { "lettres/001-A001-LEFEVRE-AB_Zoe.pdf", "lettres/002-A002-LEFEVRE-AC_Zoe.pdf", "lettres/003-A003-LEFEVRE-AD_Zoe.pdf" };
  g_autofree char *folder = g_build_filename (path, "lettres", NULL);

  g_assert_cmpuint (count_files (folder), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_file_is (path, names[i],
                    sceau_render_result_letter (fixture->school, id, g_array_index (fixture->enrolments, gint64, i), NULL));
}

/* A session that went to its end: one failed a block, all were told, the minutes came back signed. */
static void
test_a_notified_session_holds_letters_and_scans (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (3);
  g_autofree char *silent = NULL, *path = NULL, *zip = NULL, *letters = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  sceau_jury_fixture_fail_block (fixture, 1);
  id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  silent = export (fixture, id, "silent");
  letters = g_build_filename (silent, "lettres", NULL);
  g_assert_false (g_file_test (letters, G_FILE_TEST_EXISTS));

  attach_scans (fixture, id);
  sceau_notify_results (fixture->school, id, sceau_date_new (2026, 11, 22), fixture->base->faults, NULL, NULL, &error);
  g_assert_no_error (error);
  path = export (fixture, id, "session");
  zip = export (fixture, id, "session.zip");
  assert_sound (fixture, path);
  assert_sound (fixture, zip);
  assert_file_is (path, "proces-verbal/proces-verbal.pdf", sceau_render_minutes (fixture->school, id, NULL));
  assert_file_is (path, "proces-verbal/proces-verbal-signe-1.pdf", g_bytes_new_static ("%PDF-1.4 signed %%EOF", 21));
  assert_file_is (path, "proces-verbal/proces-verbal-signe-2.jpg", g_bytes_new_static ("\xff\xd8\xff\xe0 signed", 11));
  assert_holds_letters (fixture, id, path);
}

/* The variant for those who may not know who it was. */
static void
test_the_anonymous_minutes_name_no_candidate (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (3);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *path = export (fixture, id, "session");
  g_autofree char *anonymous = g_build_filename (path, "proces-verbal", "proces-verbal-anonyme.pdf", NULL);
  g_autofree char *words = sceau_pdf_words (anonymous);

  assert_file_is (path, "proces-verbal/proces-verbal-anonyme.pdf", sceau_render_anonymous_minutes (fixture->school, id, NULL));
  if (words == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  for (guint i = 1; i <= fixture->enrolments->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("A%03u", i);

      sceau_assert_contains (words, number);
    }
  sceau_assert_contains (words, "Version anonyme");
  g_assert_null (strstr (words, "LEFÈVRE"));
  g_assert_null (strstr (words, "Zoé"));
}

/* Kills ------------------------------------------------------------------------------ */

/* What this program does when the test starts it once more: "--export FILE ID OUT". */
static int
export_and_exit (const char *school_path, const char *id, const char *path)
{
  g_autoptr (SceauSchool) school = sceau_school_open (school_path, SCEAU_SCHOOL_READ_ONLY, NULL);

  return school != NULL && sceau_export_session (school, g_ascii_strtoll (id, NULL, 10), path, NULL, NULL, NULL) ? 0 : 1;
}

/* The microseconds that an export took before it was killed; @patience 0: it may end. */
static gint64
run_export (const char *school_path, gint64 id, const char *path, gint64 patience)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GSubprocess) child
      = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--export", school_path, number, path, NULL);

  g_assert_no_error (error);
  if (patience > 0)
    {
      g_usleep ((gulong) patience);
      g_subprocess_force_exit (child);
    }
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  return g_get_monotonic_time () - start;
}

/* TRUE when it is there, and then it is whole. */
static gboolean
look_at_export (SceauJuryFixture *fixture, const char *path)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;
  assert_sound (fixture, path);
  return TRUE;
}

static void
assert_no_stray (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, ".sceau-"))
      g_error ("“%s” was left in “%s”", name, folder);
}

static void
kill_exports (const char *ending)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *folder = in_folder (fixture, "out");
  g_autofree char *first = g_strdup_printf ("%s/first%s", folder, ending);
  g_autofree char *last = g_strdup_printf ("%s/last%s", folder, ending);
  guint there = 0;
  gint64 whole;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  whole = run_export (fixture->base->path, id, first, 0);
  g_assert_true (look_at_export (fixture, first));
  for (guint i = 1; i <= KILLS; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/killed-%u%s", folder, i, ending);

      run_export (fixture->base->path, id, path, whole * 5 * i / (4 * KILLS));
      there += look_at_export (fixture, path);
    }
  g_test_message ("%u of %u exports were done when they were killed", there, KILLS);
  g_assert_cmpuint (there, <, KILLS); /* the first falls at once; how many of the last are done depends on the machine */
  run_export (fixture->base->path, id, last, 0);
  g_assert_true (look_at_export (fixture, last));
  assert_no_stray (folder);
  g_assert_cmpuint (count_files (folder), ==, there + 2);
}

static void
test_a_killed_export_is_there_or_not (void)
{
  kill_exports ("");
  kill_exports (".zip");
}

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 5 && g_str_equal (argv[1], "--export"))
    return export_and_exit (argv[2], argv[3], argv[4]);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add_func ("/workflows/session-file/" name, test)
  ADD ("a-folder-in-every-state", test_a_folder_in_every_state);
  ADD ("the-same-session-gives-the-same-zip", test_the_same_session_gives_the_same_zip);
  ADD ("a-manifest-that-says-things-twice-is-refused", test_a_manifest_that_says_things_twice_is_refused);
  ADD ("finds-every-difference-in-a-folder", test_finds_every_difference_in_a_folder);
  ADD ("finds-a-hostile-zip", test_finds_a_hostile_zip);
  ADD ("finds-a-damaged-zip", test_finds_a_damaged_zip);
  ADD ("refuses-a-zip-whose-end-was-cut-off", test_refuses_a_zip_whose_end_was_cut_off);
  ADD ("whole-or-not-at-all", test_whole_or_not_at_all);
  ADD ("explains-before-and-after-the-seal", test_explains_before_and_after_the_seal);
  ADD ("a-notified-session-holds-letters-and-scans", test_a_notified_session_holds_letters_and_scans);
  ADD ("the-anonymous-minutes-name-no-candidate", test_the_anonymous_minutes_name_no_candidate);
  ADD ("a-killed-export-is-there-or-not", test_a_killed_export_is_there_or_not);
#undef ADD
  return g_test_run ();
}
