/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Making, opening and holding a school file; every file that is not one, and every way in which one can be out of reach. */

#include "sceau-school.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sceau-learner-table.h"
#include "sceau-store-error.h"
#include "sceau-test-school.h"

static char *folder;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static SceauSchoolIdentity *
invent_identity (void)
{
  SceauSchoolIdentity *identity = sceau_school_identity_new ();

  identity->name = g_strdup ("École inventée");
  identity->siret = g_strdup ("73282932000074");
  return identity;
}

static char *
make_school (const char *name)
{
  g_autoptr (SceauSchoolIdentity) identity = invent_identity ();
  g_autoptr (GError) error = NULL;
  char *path = path_of (name);
  g_autoptr (SceauSchool) school = sceau_school_create (path, identity, &error);

  g_assert_no_error (error);
  g_assert_nonnull (school);
  return path;
}

static int
mode_of (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

/* The sentence names the file and is one sentence or two, not a code. */
static void
assert_refused (const char *path, SceauSchoolMode mode, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = g_path_get_basename (path);
  gsize length_before = 0;
  gsize length_after = 0;
  gboolean there = g_file_get_contents (path, &before, &length_before, NULL);
  SceauSchool *school = sceau_school_open (path, mode, &error);

  g_assert_null (school);
  g_assert_error (error, SCEAU_STORE_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpint (g_file_get_contents (path, &after, &length_after, NULL), ==, there);
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_create (void)
{
  g_autofree char *path = NULL;
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (SceauSchoolIdentity) identity = NULL;
  g_autoptr (GError) error = NULL;
  mode_t umask_before = umask (0);

  path = make_school ("created.sceau");
  umask (umask_before);
  g_assert_cmpint (mode_of (path), ==, 0600);
  school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sceau_school_get_path (school), ==, path);
  g_assert_false (sceau_school_is_read_only (school));
  identity = sceau_school_load_identity (school, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (identity->name, ==, "École inventée");
  g_assert_null (identity->city);
}

static void
test_create_with_narrow_umask (void)
{
  mode_t umask_before = umask (0777);
  g_autofree char *path = make_school ("narrow.sceau");

  umask (umask_before);
  g_assert_cmpint (mode_of (path), ==, 0600);
}

static void
test_create_never_overwrites (void)
{
  g_autofree char *path = make_school ("first.sceau");
  g_autofree char *missing = path_of ("nowhere/school.sceau");
  g_autoptr (SceauSchoolIdentity) identity = invent_identity ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sceau_school_create (path, identity, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (sceau_school_create (missing, identity, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
}

static void
test_create_leaves_nothing_behind (void)
{
  g_autofree char *path = path_of ("refused.sceau");
  g_autoptr (SceauSchoolIdentity) identity = invent_identity ();
  g_autoptr (GDir) directory = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  g_free (identity->siret);
  identity->siret = g_strdup ("12");
  g_assert_null (sceau_school_create (path, identity, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  directory = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    g_assert_false (g_str_has_prefix (name, "refused"));
}

static void
test_missing (void)
{
  g_autofree char *path = path_of ("missing.sceau");

  assert_refused (path, SCEAU_SCHOOL_READ_WRITE, SCEAU_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_folder (void)
{
  g_autofree char *path = path_of ("folder.sceau");

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_refused (path, SCEAU_SCHOOL_READ_WRITE, SCEAU_STORE_ERROR_NOT_A_SCHOOL);
  g_rmdir (path);
}

static void
test_pipe (void)
{
  g_autofree char *path = path_of ("pipe.sceau");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_null (sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_A_SCHOOL);
}

static void
test_foreign_bytes (void)
{
  static const struct { const char *name; const char *bytes; gsize length; int code; } files[] = {
    { "empty.sceau", "", 0, SCEAU_STORE_ERROR_NOT_A_SCHOOL },
    { "short.sceau", "x", 1, SCEAU_STORE_ERROR_NOT_A_SCHOOL },
    { "letter.sceau", "Bonjour, ceci est une lettre.\n", 31, SCEAU_STORE_ERROR_NOT_A_SCHOOL },
    { "fiche.sceau", "<?xml version=\"1.0\"?><FICHES/>", 30, SCEAU_STORE_ERROR_NOT_A_SCHOOL },
    { "zip.sceau", "PK\003\004", 4, SCEAU_STORE_ERROR_NOT_A_SCHOOL },
    { "stump.sceau", "SQLite format 3\0\020\0", 18, SCEAU_STORE_ERROR_CORRUPT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = path_of (files[i].name);

      g_assert_true (g_file_set_contents (path, files[i].bytes, (gssize) files[i].length, NULL));
      assert_refused (path, SCEAU_SCHOOL_READ_WRITE, files[i].code);
      assert_refused (path, SCEAU_SCHOOL_READ_ONLY, files[i].code);
    }
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_other_application (void)
{
  g_autofree char *path = path_of ("other.sceau");

  run_sql (path, "CREATE TABLE bookmarks (url); PRAGMA application_id = 42");
  assert_refused (path, SCEAU_SCHOOL_READ_WRITE, SCEAU_STORE_ERROR_NOT_A_SCHOOL);
}

static void
test_no_school_inside (void)
{
  g_autofree char *path = path_of ("hollow.sceau");

  run_sql (path, "CREATE TABLE school (x); PRAGMA application_id = 0x53434155");
  assert_refused (path, SCEAU_SCHOOL_READ_WRITE, SCEAU_STORE_ERROR_NOT_A_SCHOOL);
}

static void
test_newer_schema (void)
{
  g_autofree char *path = make_school ("newer.sceau");

  run_sql (path, "PRAGMA user_version = 4000");
  assert_refused (path, SCEAU_SCHOOL_READ_WRITE, SCEAU_STORE_ERROR_NEWER_SCHEMA);
  assert_refused (path, SCEAU_SCHOOL_READ_ONLY, SCEAU_STORE_ERROR_NEWER_SCHEMA);
}

static void
test_truncated (void)
{
  g_autofree char *path = make_school ("truncated.sceau");
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (truncate (path, status.st_size / 2), ==, 0);
  assert_refused (path, SCEAU_SCHOOL_READ_WRITE, SCEAU_STORE_ERROR_CORRUPT);
}

static void
test_damaged (void)
{
  g_autofree char *path = make_school ("damaged.sceau");
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes + 100, 0xa5, 3996);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  assert_refused (path, SCEAU_SCHOOL_READ_WRITE, SCEAU_STORE_ERROR_CORRUPT);
}

static void
test_read_only_file (void)
{
  g_autofree char *path = make_school ("readonly.sceau");
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (SceauSchoolIdentity) identity = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  assert_refused (path, SCEAU_SCHOOL_READ_WRITE, SCEAU_STORE_ERROR_READ_ONLY);
  school = sceau_school_open (path, SCEAU_SCHOOL_READ_ONLY, &error);
  g_assert_no_error (error);
  identity = sceau_school_load_identity (school, &error);
  g_assert_no_error (error);
  g_assert_false (sceau_school_begin (school, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_READ_ONLY);
}

static void
test_read_only_mode (void)
{
  g_autofree char *path = make_school ("reader.sceau");
  g_autoptr (SceauSchoolIdentity) identity = invent_identity ();
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (GError) error = NULL;

  school = sceau_school_open (path, SCEAU_SCHOOL_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (sceau_school_is_read_only (school));
  g_assert_false (sceau_school_save_identity (school, identity, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_READ_ONLY);
}

/* A child that takes the lock and holds it until the pipe closes. */
static pid_t
lock_elsewhere (const char *path, int *release)
{
  int ready[2];
  int go[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (go), ==, 0);
  child = fork ();
  if (child == 0)
    {
      sqlite3 *handle;

      close (go[1]);
      if (sqlite3_open (path, &handle) != SQLITE_OK
          || sqlite3_exec (handle, "BEGIN EXCLUSIVE", NULL, NULL, NULL) != SQLITE_OK)
        _exit (1);
      if (write (ready[1], "x", 1) != 1 || read (go[0], &byte, 1) < 0)
        _exit (2);
      _exit (0);
    }
  close (go[0]);
  close (ready[1]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);
  *release = go[1];
  return child;
}

static void
test_locked_by_another_process (void)
{
  g_autofree char *path = make_school ("locked.sceau");
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (GError) error = NULL;
  int release;
  int status;
  pid_t child;

  school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_assert_no_error (error);
  child = lock_elsewhere (path, &release);
  assert_refused (path, SCEAU_SCHOOL_READ_WRITE, SCEAU_STORE_ERROR_BUSY);
  g_assert_false (sceau_school_begin (school, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_BUSY);
  g_clear_error (&error);
  close (release);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (sceau_school_begin (school, &error));
  g_assert_no_error (error);
  g_assert_true (sceau_school_commit (school, &error));
}

static gboolean
rename_school (SceauSchool *school, const char *name, GError **error)
{
  g_autoptr (SceauSchoolIdentity) identity = invent_identity ();

  g_free (identity->name);
  identity->name = g_strdup (name);
  return sceau_school_save_identity (school, identity, error);
}

static void
assert_name (SceauSchool *school, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_load_identity (school, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (identity->name, ==, name);
}

static void
test_second_opener (void)
{
  g_autofree char *path = make_school ("shared.sceau");
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchool) first = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_autoptr (SceauSchool) second = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  guint64 counter;

  g_assert_no_error (error);
  counter = sceau_school_get_change_counter (second);
  g_assert_true (sceau_school_begin (first, &error));
  g_assert_true (rename_school (first, "Autre nom", &error));
  assert_name (second, "École inventée");
  g_assert_false (sceau_school_begin (second, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_true (sceau_school_commit (first, &error));
  assert_name (second, "Autre nom");
  g_assert_cmpuint (sceau_school_get_change_counter (second), !=, counter);
}

static void
test_transactions (void)
{
  g_autofree char *path = make_school ("transactions.sceau");
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchool) school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  guint64 counter = sceau_school_get_change_counter (school);

  g_assert_no_error (error);
  g_assert_true (sceau_school_begin (school, &error));
  g_assert_true (sceau_school_in_transaction (school));
  g_assert_false (sceau_school_begin (school, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_true (rename_school (school, "Oubliée", &error));
  sceau_school_rollback (school);
  assert_name (school, "École inventée");
  sceau_school_rollback (school);
  g_assert_true (sceau_school_begin (school, &error));
  g_assert_true (rename_school (school, "Gardée", &error));
  g_assert_true (sceau_school_commit (school, &error));
  assert_name (school, "Gardée");
  g_assert_cmpuint (sceau_school_get_change_counter (school), !=, counter);
}

static void
test_reads_see_one_moment (void)
{
  g_autofree char *path = make_school ("moment.sceau");
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchool) reader = sceau_school_open (path, SCEAU_SCHOOL_READ_ONLY, &error);

  g_assert_no_error (error);
  g_assert_true (sceau_school_begin_read (reader, &error));
  assert_name (reader, "École inventée");
  sceau_school_end_read (reader);
  g_assert_false (sceau_school_in_transaction (reader));
}

static gint64
eight_o_clock (gpointer data)
{
  return *(gint64 *) data;
}

static void
test_clock_and_author (void)
{
  g_autofree char *path = make_school ("clock.sceau");
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchool) school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  gint64 time = G_GINT64_CONSTANT (1767254400) * G_USEC_PER_SEC;
  g_autofree char *now = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (sceau_school_today (school), ==, sceau_date_today ());
  g_assert_cmpint (strlen (sceau_school_get_author (school)), >, 0);
  sceau_school_set_clock (school, eight_o_clock, &time, NULL);
  now = sceau_school_now (school);
  g_assert_cmpstr (now, ==, "2026-01-01T08:00:00Z");
  g_assert_cmpuint (sceau_school_today (school), ==, sceau_date_new (2026, 1, 1));
  sceau_school_set_author (school, "secrétaire");
  g_assert_cmpstr (sceau_school_get_author (school), ==, "secrétaire");
  sceau_school_set_author (school, NULL);
  g_assert_cmpstr (sceau_school_get_author (school), !=, "secrétaire");
}

static void
remove_folder (void)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = path_of (name);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

/* The engine alone would write on into a file without a name. */
static void
test_deleted_under_us (void)
{
  g_autofree char *path = path_of ("deleted.sceau");
  g_autofree char *aside = path_of ("aside.sceau");
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchoolIdentity) identity = invent_identity ();
  g_autoptr (SceauSchool) school = sceau_school_create (path, identity, &error);

  g_assert_no_error (error);
  g_assert_cmpint (g_rename (path, aside), ==, 0);
  g_assert_false (sceau_school_begin (school, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_cmpint (g_rename (aside, path), ==, 0);
  g_assert_true (sceau_school_begin (school, &error));
  g_assert_no_error (error);
  sceau_school_rollback (school);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("sceau-test-school-XXXXXX", NULL);
  g_test_add_func ("/store/school/create", test_create);
  g_test_add_func ("/store/school/create-with-narrow-umask", test_create_with_narrow_umask);
  g_test_add_func ("/store/school/create-never-overwrites", test_create_never_overwrites);
  g_test_add_func ("/store/school/create-leaves-nothing-behind", test_create_leaves_nothing_behind);
  g_test_add_func ("/store/school/missing", test_missing);
  g_test_add_func ("/store/school/folder", test_folder);
  g_test_add_func ("/store/school/pipe", test_pipe);
  g_test_add_func ("/store/school/foreign-bytes", test_foreign_bytes);
  g_test_add_func ("/store/school/other-application", test_other_application);
  g_test_add_func ("/store/school/no-school-inside", test_no_school_inside);
  g_test_add_func ("/store/school/newer-schema", test_newer_schema);
  g_test_add_func ("/store/school/truncated", test_truncated);
  g_test_add_func ("/store/school/damaged", test_damaged);
  g_test_add_func ("/store/school/read-only-file", test_read_only_file);
  g_test_add_func ("/store/school/read-only-mode", test_read_only_mode);
  g_test_add_func ("/store/school/locked-by-another-process", test_locked_by_another_process);
  g_test_add_func ("/store/school/deleted-under-us", test_deleted_under_us);
  g_test_add_func ("/store/school/second-opener", test_second_opener);
  g_test_add_func ("/store/school/transactions", test_transactions);
  g_test_add_func ("/store/school/reads-see-one-moment", test_reads_see_one_moment);
  g_test_add_func ("/store/school/clock-and-author", test_clock_and_author);
  result = g_test_run ();
  remove_folder ();
  return result;
}
