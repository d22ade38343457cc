/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A process that dies at any write of a seal, or when the disk is asked to keep what was written: before, in the middle of or
 * after the first, the second, … every one.  Whoever opens the school
 * afterwards finds the session as it was, or sealed with its minutes, and nothing between. */

#include <gio/gio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sceau-jury-fixture.h"
#include "sceau-jury-table.h"
#include "sceau-keep-school.h"
#include "sceau-minutes-table.h"

#define LEARNERS 8
#define LEAST_POINTS 200
#define KILLED 9
/* The sanitizers take their time: they see every fourth point, which goes through all moments of a call; the plain run sees all. */
#ifdef __SANITIZE_ADDRESS__
#define STRIDE 4
#else
#define STRIDE 1
#endif

static const char *program;

/* In the process that dies ----------------------------------------------------------- */

/* How much of the deadly call is done before the process dies. */
enum
{
  NOTHING,
  A_HALF,
  THE_WHOLE,
  N_MOMENTS
};

static int countdown;
static int moment;

static gboolean
is_deadly (void)
{
  return --countdown == 0;
}

static ssize_t
dying_pwrite (int file, const void *data, size_t length, off_t offset)
{
  size_t part = moment == NOTHING ? 0 : moment == A_HALF ? length / 2 : length;

  if (!is_deadly ())
    return pwrite (file, data, length, offset);
  _exit (part > 0 && pwrite (file, data, part, offset) < 0 ? 1 : KILLED);
}

static ssize_t
dying_write (int file, const void *data, size_t length)
{
  size_t part = moment == NOTHING ? 0 : moment == A_HALF ? length / 2 : length;

  if (!is_deadly ())
    return write (file, data, length);
  _exit (part > 0 && write (file, data, part) < 0 ? 1 : KILLED);
}

static int
dying_ftruncate (int file, off_t length)
{
  if (!is_deadly ())
    return ftruncate (file, length);
  _exit (moment == THE_WHOLE && ftruncate (file, length) < 0 ? 1 : KILLED);
}

static int
dying_unlink (const char *path)
{
  if (!is_deadly ())
    return unlink (path);
  _exit (moment == THE_WHOLE && unlink (path) < 0 ? 1 : KILLED);
}

static sqlite3_io_methods dying_methods; /* of every file of the school */
static int (*lasting_open) (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags);
static int (*lasting_sync) (sqlite3_file *file, int flags);

/* It has no middle. */
static int
dying_sync (sqlite3_file *file, int flags)
{
  if (!is_deadly ())
    return lasting_sync (file, flags);
  _exit (moment == THE_WHOLE && lasting_sync (file, flags) != SQLITE_OK ? 1 : KILLED);
}

static int
dying_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  int result = lasting_open (vfs, name, file, flags, out_flags);

  if (result != SQLITE_OK || file->pMethods == NULL)
    return result;
  lasting_sync = file->pMethods->xSync;
  dying_methods = *file->pMethods;
  dying_methods.xSync = dying_sync;
  file->pMethods = &dying_methods;
  return SQLITE_OK;
}

static int
seal_and_die (const char *path, gint64 id, int point)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  SceauSchool *school;

  lasting_open = vfs->xOpen;
  vfs->xOpen = dying_open;
  school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_assert_no_error (error);
  countdown = 1 + point / N_MOMENTS;
  moment = point % N_MOMENTS;
  vfs->xSetSystemCall (vfs, "pwrite", (sqlite3_syscall_ptr) dying_pwrite);
  vfs->xSetSystemCall (vfs, "pwrite64", (sqlite3_syscall_ptr) dying_pwrite);
  vfs->xSetSystemCall (vfs, "write", (sqlite3_syscall_ptr) dying_write);
  vfs->xSetSystemCall (vfs, "ftruncate", (sqlite3_syscall_ptr) dying_ftruncate);
  vfs->xSetSystemCall (vfs, "unlink", (sqlite3_syscall_ptr) dying_unlink);
  sceau_seal_jury (school, id, faults, NULL, NULL, &error);
  g_assert_no_error (error);
  sceau_school_close (school);
  return 0;
}

/* In the test -------------------------------------------------------------------------- */

static void
copy_school (const char *from, const char *to)
{
  static const char *const beside[] = { "", "-journal", "-wal", "-shm" };
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *path = g_strconcat (to, beside[i], NULL);

      unlink (path);
    }
  g_file_get_contents (from, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (to, contents, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* TRUE when the process lived to the end of the seal. */
static gboolean
kill_at (const char *path, gint64 id, int point)
{
  g_autofree char *session = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *step = g_strdup_printf ("%d", point);
  char *words[] = { (char *) program, (char *) "--seal", (char *) path, session, step, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, words, NULL, 0, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  if (status == 0)
    return TRUE;
  g_spawn_check_wait_status (status, &error);
  g_assert_error (error, G_SPAWN_EXIT_ERROR, KILLED);
  return FALSE;
}

static gboolean
is_sealed (const char *path, gint64 id)
{
  g_autoptr (GError) error = NULL;
  SceauSchool *school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GBytes) minutes = NULL;
  gboolean sealed;

  g_assert_no_error (error);
  g_assert_true (sceau_check_school (school, faults, &error));
  g_assert_no_error (error);
  if (sceau_faults_length (faults) > 0)
    g_error ("%s", sceau_faults_get (faults, 0)->reason);
  session = sceau_jury_table_find (school, id, &error);
  g_assert_no_error (error);
  sealed = session->state == SCEAU_SESSION_SEALED;
  g_assert_true (sealed || session->state == SCEAU_SESSION_DELIBERATED);
  minutes = sceau_minutes_table_load (school, id, NULL);
  g_assert_true (sealed == (minutes != NULL) && sealed == (session->seal != NULL));
  sceau_school_close (school);
  return sealed;
}

static void
test_every_write (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (LEARNERS);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  g_autofree char *path = g_build_filename (fixture->base->folder, "killed.sceau", NULL);
  int point = 0, n_sealed = 0;

  for (;; point += STRIDE)
    {
      gboolean lived;

      copy_school (fixture->base->path, path);
      lived = kill_at (path, id, point);
      n_sealed += is_sealed (path, id);
      if (lived)
        break;
    }
  g_test_message ("%d points, sealed after %d of them", point / STRIDE, n_sealed);
  g_assert_true (n_sealed >= 1 && n_sealed < point);
  g_assert_cmpint (point, >=, LEAST_POINTS);
}

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 5 && strcmp (argv[1], "--seal") == 0)
    return seal_and_die (argv[2], g_ascii_strtoll (argv[3], NULL, 10), (int) g_ascii_strtoll (argv[4], NULL, 10));
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/seal-killed/at-every-write-and-sync", test_every_write);
  return g_test_run ();
}
