/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The journal outside its school: as CSV, and as an anchor that finds out what was written anew. */

#include "sceau-anchor-journal.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "sceau-csv-reader.h"
#include "sceau-journal.h"
#include "sceau-keep-key.h"
#include "sceau-keep-school.h"
#include "sceau-signing-key-table.h"
#include "sceau-workflow-fixture.h"

#define PASSPHRASE "un phare dans la brume"
#define NEW_PASSPHRASE "deux phares dans la nuit"

static char *
in_folder (SceauWorkflowFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
make_key (SceauWorkflowFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_make_signing_key (fixture->school, PASSPHRASE, fixture->faults, &error));
  g_assert_no_error (error);
}

/* (transfer full): the anchor's path. */
static char *
anchor (SceauWorkflowFixture *fixture, const char *name)
{
  char *path = in_folder (fixture, name);
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_anchor_journal (fixture->school, PASSPHRASE, path, &error));
  g_assert_no_error (error);
  return path;
}

static void
assert_verifies (SceauWorkflowFixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;

  sceau_workflow_fixture_forget_faults (fixture);
  g_assert_true (sceau_verify_anchor (fixture->school, path, fixture->faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (fixture->faults), ==, 0);
}

static void
assert_differs (SceauWorkflowFixture *fixture, const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;

  sceau_workflow_fixture_forget_faults (fixture);
  sceau_verify_anchor (fixture->school, path, fixture->faults, &error);
  g_assert_cmpuint (sceau_faults_count_errors (fixture->faults), >, 0);
  g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_ERROR, 0, words));
}

static void
add_entries (SceauWorkflowFixture *fixture, guint n, const char *after)
{
  g_assert_true (sceau_school_begin (fixture->school, NULL));
  for (guint i = 0; i < n; i++)
    g_assert_true (sceau_journal_append (fixture->school, "test.note", "=1+1", NULL, after, NULL));
  g_assert_true (sceau_school_commit (fixture->school, NULL));
}

static void
assert_school_is_sound (SceauWorkflowFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  sceau_workflow_fixture_forget_faults (fixture);
  g_assert_true (sceau_check_school (fixture->school, fixture->faults, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < sceau_faults_length (fixture->faults); i++)
    {
      g_autofree char *text = sceau_fault_to_string (sceau_faults_get (fixture->faults, i));

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (sceau_faults_count_errors (fixture->faults), ==, 0);
}

static void
test_rotation_keeps_the_history (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *before = NULL, *after = in_folder (fixture, "after.json");
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GError) error = NULL;

  make_key (fixture);
  before = anchor (fixture, "before.json");
  g_assert_false (sceau_rotate_signing_key (fixture->school, "not the passphrase", NEW_PASSPHRASE, fixture->faults, &error));
  g_assert_nonnull (strstr (error->message, "not the passphrase"));
  g_clear_error (&error);
  g_assert_false (sceau_rotate_signing_key (fixture->school, PASSPHRASE, "short", fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_clear_error (&error);
  g_assert_true (sceau_rotate_signing_key (fixture->school, PASSPHRASE, NEW_PASSPHRASE, fixture->faults, &error));
  g_assert_no_error (error);

  keys = sceau_signing_key_table_list (fixture->school, NULL);
  g_assert_cmpuint (keys->len, ==, 2);
  g_assert_cmpuint (((SceauSigningKey *) g_ptr_array_index (keys, 0))->retired, ==, SCEAU_NO_DATE);
  g_assert_cmpuint (((SceauSigningKey *) g_ptr_array_index (keys, 1))->retired, ==, sceau_date_new (2026, 11, 22));
  g_assert_false (sceau_anchor_journal (fixture->school, PASSPHRASE, after, &error));
  g_clear_error (&error);
  g_assert_true (sceau_anchor_journal (fixture->school, NEW_PASSPHRASE, after, &error));
  assert_verifies (fixture, before);
  assert_verifies (fixture, after);
  assert_school_is_sound (fixture);
}

/* The anchor ------------------------------------------------------------------------- */

static void
test_attests_what_was_before_it (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *path = NULL, *second = NULL, *text = NULL, *head = NULL, *said = NULL;
  gint64 count;
  GStatBuf status;

  make_key (fixture);
  head = sceau_journal_get_head (fixture->school, NULL);
  count = sceau_journal_count (fixture->school, NULL, NULL);
  path = anchor (fixture, "anchor.json");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  said = g_strdup_printf ("\"count\" : %" G_GINT64_FORMAT, count);
  g_assert_nonnull (strstr (text, head));
  g_assert_nonnull (strstr (text, said));
  g_assert_cmpint (sceau_journal_count (fixture->school, NULL, NULL), ==, count + 1);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  assert_verifies (fixture, path);
  add_entries (fixture, 5, NULL);
  second = anchor (fixture, "second.json");
  assert_verifies (fixture, path);
  assert_verifies (fixture, second);
}

/* Each row changes one thing in the file of an anchor. */
static void
test_finds_an_altered_anchor (void)
{
  static const struct
  {
    const char *from, *to, *words;
  } rows[] = {
    { "\"count\" : 2", "\"count\" : 1", "signature does not fit" },
    { "\"count\" : 2", "\"count\" : 2000", "fewer entries" },
    { "\"count\" : 2", "\"count\" : -2", "“count”" },
    { "\"count\" : 2", "\"count\" : \"2\"", "“count”" },
    { "École fictive", "Ecole fictive", "signature does not fit" },
    { "73282932000074", "73282932000082", "signature does not fit" },
    { "2026-11-22T", "2026-11-21T", "signature does not fit" },
    { "\"head\" : \"", "\"head\" : \"x", "hexadecimal" },
    { "\"public_key\"", "\"other_key\"", "public_key" },
    { "\"signature\" : \"", "\"signature\" : \"00", "hexadecimal" },
    { "\"sceau_anchor\" : 1", "\"sceau_anchor\" : 2", "sceau_anchor" },
    { "}", ", \"more\" : 1}", "more" },
  };
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *path = NULL, *text = NULL, *altered = in_folder (fixture, "altered.json");

  make_key (fixture);
  path = anchor (fixture, "anchor.json");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text, rows[i].from, 2);
      g_autofree char *now = g_strjoinv (rows[i].to, parts);

      g_test_message ("%s → %s", rows[i].from, rows[i].to);
      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_assert_true (g_file_set_contents (altered, now, -1, NULL));
      assert_differs (fixture, altered, rows[i].words);
    }
}

static void
test_refuses_what_is_no_anchor (void)
{
  static const char *const rows[] = { "", "[]", "{}", "hello", "{\"sceau_anchor\":1}", "null" };
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *missing = in_folder (fixture, "missing.json");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = sceau_workflow_fixture_write (fixture, "not.json", rows[i]);
      g_autoptr (GError) refusal = NULL;

      g_assert_false (sceau_verify_anchor (fixture->school, path, fixture->faults, &refusal));
      g_assert_nonnull (refusal);
    }
  g_assert_false (sceau_verify_anchor (fixture->school, missing, fixture->faults, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (sceau_verify_anchor (fixture->school, fixture->folder, fixture->faults, &error));
  g_assert_nonnull (error);
}

/* Somebody puts an older state of the file back, and goes on from there. */
static void
test_finds_a_journal_that_was_written_anew (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *backup = in_folder (fixture, "older.sceau"), *restored = in_folder (fixture, "restored.sceau");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  make_key (fixture);
  g_assert_true (sceau_back_up_school (fixture->school, backup, &error));
  add_entries (fixture, 3, NULL);
  path = anchor (fixture, "anchor.json");
  sceau_school_close (fixture->school);
  g_assert_true (sceau_restore_school (backup, restored, fixture->faults, &error));
  g_assert_no_error (error);
  fixture->school = sceau_school_open (restored, SCEAU_SCHOOL_READ_WRITE, &error);
  g_assert_no_error (error);
  assert_differs (fixture, path, "fewer entries");
  add_entries (fixture, 10, NULL);
  assert_differs (fixture, path, "written anew");
}

static void
test_knows_another_schools_anchor (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauWorkflowFixture) other = sceau_workflow_fixture_new ();
  g_autofree char *path = NULL;

  make_key (fixture);
  make_key (other);
  path = anchor (other, "anchor.json");
  assert_differs (fixture, path, "never had this key");
}

static void
test_a_new_name_is_only_a_warning (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauSchoolIdentity) identity = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  make_key (fixture);
  path = anchor (fixture, "anchor.json");
  identity = sceau_school_load_identity (fixture->school, NULL);
  g_free (identity->name);
  identity->name = g_strdup ("École fictive du Sud");
  g_assert_true (sceau_edit_identity (fixture->school, identity, fixture->faults, &error));
  g_assert_true (sceau_verify_anchor (fixture->school, path, fixture->faults, &error));
  g_assert_cmpuint (sceau_faults_count_errors (fixture->faults), ==, 0);
  g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_WARNING, 0, "another name"));
}

/* Nothing is signed, and nothing stands in the journal, when the anchor cannot be kept. */
static void
test_an_anchor_that_cannot_be_kept (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *taken = sceau_workflow_fixture_write (fixture, "taken.json", "kept");
  g_autofree char *text = NULL, *none = in_folder (fixture, "none.json");
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_anchor_journal (fixture->school, PASSPHRASE, none, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  make_key (fixture);
  g_assert_false (sceau_anchor_journal (fixture->school, PASSPHRASE, taken, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (sceau_anchor_journal (fixture->school, PASSPHRASE, "/proc/sceau/anchor.json", &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (taken, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "kept");
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "journal.anchor"), ==, 0);
}

/* The CSV ---------------------------------------------------------------------------- */

static void
test_exports_every_entry (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *path = in_folder (fixture, "journal.csv"), *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SceauCsv) csv = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  add_entries (fixture, 2500, "{\"note\":\"a;b \\\"c\\\"\"}");
  g_assert_true (sceau_export_journal (fixture->school, path, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  csv = sceau_csv_read_bytes (bytes, fixture->faults, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_csv_n_rows (csv), ==, 2501);
  g_assert_cmpstr (sceau_csv_cell (csv, 0, 3), ==, "school.found");
  g_assert_cmpstr (sceau_csv_cell (csv, 2500, 0), ==, "2501");
  g_assert_cmpstr (sceau_csv_cell (csv, 2500, 6), ==, "{\"note\":\"a;b \\\"c\\\"\"}");
  g_assert_nonnull (strstr (text, ";'=1+1;")); /* no spreadsheet runs it */
  g_assert_false (sceau_export_journal (fixture->school, path, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
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
cancel_at_once (double fraction, const char *what, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_an_export_that_fails_leaves_nothing (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *path = in_folder (fixture, "journal.csv"), *nowhere = g_build_filename (fixture->folder, "none", "journal.csv", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SceauProgress progress = { .report = cancel_at_once, .user_data = cancellable };
  struct rlimit free_limit, limit;
  g_autoptr (GError) error = NULL;
  guint before;

  add_entries (fixture, 3000, "{\"note\":\"0123456789012345678901234567890123456789\"}");
  before = count_files (fixture->folder);
  g_assert_false (sceau_export_journal (fixture->school, path, &progress, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (sceau_export_journal (fixture->school, nowhere, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* As if the disk ended after so much. */
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &free_limit), ==, 0);
  limit = free_limit;
  limit.rlim_cur = 100000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (sceau_export_journal (fixture->school, path, NULL, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &free_limit), ==, 0);
  g_assert_nonnull (strstr (error->message, "cannot be written"));
  g_assert_cmpuint (count_files (fixture->folder), ==, before);
}

static long
peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss; /* KiB */
}

/* The address sanitizer keeps what is freed, and says nothing about memory then. */
#ifdef __SANITIZE_ADDRESS__
#define MEMORY_IS_FREED FALSE
#else
#define MEMORY_IS_FREED TRUE
#endif

static void
test_exports_in_constant_memory (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *small = in_folder (fixture, "small.csv"), *large = in_folder (fixture, "large.csv");
  g_autofree char *filling = g_strnfill (4000, 'x');
  g_autofree char *note = g_strdup_printf ("{\"note\":\"%s\"}", filling);
  g_autoptr (GError) error = NULL;
  GStatBuf status;
  long before;

  add_entries (fixture, 2500, note);
  g_assert_true (sceau_export_journal (fixture->school, small, NULL, NULL, &error));
  add_entries (fixture, 15000, note);
  before = peak_memory ();
  g_assert_true (sceau_export_journal (fixture->school, large, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (large, &status), ==, 0);
  g_assert_cmpint (status.st_size, >, 64 * 1024 * 1024);
  if (MEMORY_IS_FREED)
    g_assert_cmpint (peak_memory () - before, <, 16 * 1024);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add_func ("/workflows/anchor-journal/" name, test)
  ADD ("exports-in-constant-memory", test_exports_in_constant_memory);
  ADD ("exports-every-entry", test_exports_every_entry);
  ADD ("an-export-that-fails-leaves-nothing", test_an_export_that_fails_leaves_nothing);
  ADD ("rotation-keeps-the-history", test_rotation_keeps_the_history);
  ADD ("attests-what-was-before-it", test_attests_what_was_before_it);
  ADD ("finds-an-altered-anchor", test_finds_an_altered_anchor);
  ADD ("refuses-what-is-no-anchor", test_refuses_what_is_no_anchor);
  ADD ("finds-a-journal-that-was-written-anew", test_finds_a_journal_that_was_written_anew);
  ADD ("knows-another-schools-anchor", test_knows_another_schools_anchor);
  ADD ("a-new-name-is-only-a-warning", test_a_new_name_is_only_a_warning);
  ADD ("an-anchor-that-cannot-be-kept", test_an_anchor_that_cannot_be_kept);
#undef ADD
  return g_test_run ();
}
