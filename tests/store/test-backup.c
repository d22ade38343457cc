/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A copy of a school in use, and the way back. */

#include "sceau-backup.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "sceau-learner-table.h"
#include "sceau-school-check.h"
#include "sceau-store-error.h"
#include "sceau-test-school.h"

static void
assert_sound (const char *path, gint64 learners)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_backup_verify (path, faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  school = sceau_school_open (path, SCEAU_SCHOOL_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sceau_learner_table_count (school, NULL, &error), ==, learners);
}

static void
test_there_and_back (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (4);
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.sceau", NULL);
  g_autofree char *restored = g_build_filename (fixture->folder, "restored.sceau", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  sceau_test_school_add_results (fixture);
  sceau_test_school_seal (fixture);
  g_assert_true (sceau_backup_create (fixture->school, backup, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (backup, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  assert_sound (backup, 4);
  sceau_test_school_add_late_learner (fixture);
  assert_sound (backup, 4);
  g_assert_true (sceau_backup_restore (backup, restored, &error));
  g_assert_no_error (error);
  assert_sound (restored, 4);
  assert_sound (fixture->path, 5);
}

static void
test_never_overwrites (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.sceau", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (backup, "precious", -1, NULL));
  g_assert_false (sceau_backup_create (fixture->school, backup, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (sceau_backup_restore (fixture->path, fixture->path, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_EXISTS);
}

static void
test_refuses_inside_an_operation (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.sceau", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_school_begin (fixture->school, &error));
  g_assert_false (sceau_backup_create (fixture->school, backup, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_BUSY);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
}

static void
test_refuses_an_unsound_backup (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autofree char *restored = g_build_filename (fixture->folder, "restored.sceau", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "DROP TRIGGER journal_delete", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  g_assert_false (sceau_backup_restore (fixture->path, restored, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CORRUPT);
  g_test_message ("%s", error->message);
  g_assert_false (g_file_test (restored, G_FILE_TEST_EXISTS));
}

static void
test_from_a_read_only_school (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.sceau", NULL);
  g_autoptr (SceauSchool) reader = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  reader = sceau_school_open (fixture->path, SCEAU_SCHOOL_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (sceau_backup_create (reader, backup, &error));
  g_assert_no_error (error);
  assert_sound (backup, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/backup/there-and-back", test_there_and_back);
  g_test_add_func ("/store/backup/never-overwrites", test_never_overwrites);
  g_test_add_func ("/store/backup/refuses-inside-an-operation", test_refuses_inside_an_operation);
  g_test_add_func ("/store/backup/refuses-an-unsound-backup", test_refuses_an_unsound_backup);
  g_test_add_func ("/store/backup/from-a-read-only-school", test_from_a_read_only_school);
  return g_test_run ();
}
