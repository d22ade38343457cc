/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Nothing is lost: a process that dies, or a disk that fills up, leaves the school before or after an operation. */

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sceau-backup.h"
#include "sceau-journal.h"
#include "sceau-learner-table.h"
#include "sceau-school-check.h"
#include "sceau-store-error.h"
#include "sceau-test-school.h"

#define LEARNERS_AT_ONCE 40

/* One operation: many learners and one journal entry, in one transaction. */
static gboolean
enrol_many (SceauSchool *school, int round, GError **error)
{
  if (!sceau_school_begin (school, error))
    return FALSE;
  for (int i = 0; i < LEARNERS_AT_ONCE; i++)
    {
      g_autoptr (SceauLearner) learner = sceau_learner_new ();

      learner->number = g_strdup_printf ("R%04d-%03d", round, i);
      learner->sex = SCEAU_SEX_FEMALE;
      learner->birth_name = g_strnfill (60, 'X');
      learner->first_name = g_strnfill (60, 'Y');
      if (!sceau_learner_table_insert (school, learner, error))
        {
          sceau_school_rollback (school);
          return FALSE;
        }
    }
  if (!sceau_journal_append (school, "learner.import", "test", NULL, "{\"n\":40}", error))
    {
      sceau_school_rollback (school);
      return FALSE;
    }
  return sceau_school_commit (school, error);
}

static void
write_for_ever (const char *path)
{
  g_autoptr (SceauSchool) school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, NULL);
  gint64 done = school != NULL ? sceau_journal_count (school, NULL, NULL) : 0;

  for (int round = (int) done; school != NULL && enrol_many (school, round, NULL); round++)
    ;
  _exit (1);
}

static void
assert_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchool) school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  gint64 entries;

  g_assert_no_error (error);
  entries = sceau_journal_count (school, NULL, &error);
  g_assert_no_error (error);
  /* The first entry is the fixture's, which made no learner. */
  g_assert_cmpint (sceau_learner_table_count (school, NULL, &error), ==, (entries - 1) * LEARNERS_AT_ONCE);
  g_assert_true (sceau_school_check (school, faults, &error));
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
}

static void
test_killed (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  gint64 last = 0;

  sceau_school_close (fixture->school);
  fixture->school = NULL;
  for (int i = 0; i < 25; i++)
    {
      int status;
      pid_t child = fork ();

      if (child == 0)
        write_for_ever (fixture->path);
      g_usleep (g_test_rand_int_range (1000, 60000));
      g_assert_cmpint (kill (child, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status));
      assert_whole (fixture->path);
    }
  g_autoptr (SceauSchool) school = sceau_school_open (fixture->path, SCEAU_SCHOOL_READ_ONLY, NULL);
  last = sceau_journal_count (school, NULL, NULL);
  g_test_message ("%d operations survived", (int) last - 1);
  g_assert_cmpint (last, >, 1);
}

/* A reader is the first to come after a crash. */
static void
test_reader_after_crash (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autoptr (SceauSchool) reader = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  pid_t child;

  sceau_school_close (fixture->school);
  fixture->school = NULL;
  child = fork ();
  if (child == 0)
    {
      sqlite3 *handle;

      /* A cache of nothing: the changed pages are in the file long before the commit. */
      sqlite3_open (fixture->path, &handle);
      sqlite3_exec (handle, "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE; "
                            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
                            "INSERT INTO learner (number, sex, birth_name, first_name, sorted_name, sort_key, search) "
                            "SELECT 'K' || i, 'F', 'X', 'Y', 'X Y', 'x y', 'x y' FROM n", NULL, NULL, NULL);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  reader = sceau_school_open (fixture->path, SCEAU_SCHOOL_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sceau_learner_table_count (reader, NULL, &error), ==, 0);
  g_clear_pointer (&reader, sceau_school_close);
  assert_whole (fixture->path);
}

static void
test_full_disk (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (GError) error = NULL;
  GStatBuf status;
  struct rlimit before;
  struct rlimit limit;
  int round = 1;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = (rlim_t) status.st_size + 64 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  while (enrol_many (fixture->school, round, &error))
    round++;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NO_SPACE);
  g_assert_false (sceau_school_in_transaction (fixture->school));
  assert_whole (fixture->path);
  g_clear_error (&error);
  g_assert_true (enrol_many (fixture->school, round, &error));
  g_assert_no_error (error);
  assert_whole (fixture->path);
}

static void
test_backup_on_full_disk (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (20);
  g_autofree char *path = g_build_filename (fixture->folder, "copy.sceau", NULL);
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before;
  struct rlimit limit;
  const char *name;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 32 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (sceau_backup_create (fixture->school, path, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NO_SPACE);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_false (g_str_has_prefix (name, "copy"));
}

/* A school appears whole or not at all. */
static void
test_killed_while_creating (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-create-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "new.sceau", NULL);
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_identity_new ();
  const char *name;

  identity->name = g_strdup ("École inventée");
  identity->siret = g_strdup ("73282932000074");
  for (int i = 0; i < 20; i++)
    {
      int status;
      pid_t child = fork ();

      if (child == 0)
        {
          sceau_school_create (path, identity, NULL);
          _exit (0);
        }
      g_usleep (g_test_rand_int_range (0, 30000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_autoptr (SceauFaults) faults = sceau_faults_new ();
          g_autoptr (GError) error = NULL;

          g_assert_true (sceau_backup_verify (path, faults, &error));
          g_assert_no_error (error);
          g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
          g_remove (path);
        }
    }
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *left = g_build_filename (folder, name, NULL);

      g_remove (left);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/durability/killed", test_killed);
  g_test_add_func ("/store/durability/reader-after-crash", test_reader_after_crash);
  g_test_add_func ("/store/durability/full-disk", test_full_disk);
  g_test_add_func ("/store/durability/backup-on-full-disk", test_backup_on_full_disk);
  g_test_add_func ("/store/durability/killed-while-creating", test_killed_while_creating);
  return g_test_run ();
}
