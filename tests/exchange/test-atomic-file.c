/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A file is there whole or not at all, and a refusal says what to do. */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "sceau-atomic-file.h"

typedef struct
{
  char *folder;
  char *path;
  GBytes *bytes;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("sceau-atomic-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "parchemin.pdf", NULL);
  place->bytes = g_bytes_new_static ("%PDF-1.3\nessai", 14);
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_unlink (place->path);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0); /* nothing is left under a hidden name */
  g_free (place->folder);
  g_free (place->path);
  g_bytes_unref (place->bytes);
}

static gboolean
save (Place *place, const char *path, gboolean overwrite, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return sceau_atomic_file_save (file, place->bytes, overwrite, error);
}

static void
assert_refused (Place *place, const char *path, gboolean overwrite, const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (place, path, overwrite, &error));
  g_assert_cmpuint (error->domain, ==, G_IO_ERROR);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, reason));
}

static void
assert_holds (const char *path, const char *text)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, text);
}

static void
test_is_for_its_owner (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (save (place, place->path, FALSE, &error));
  g_assert_no_error (error);
  assert_holds (place->path, "%PDF-1.3\nessai");
  g_assert_cmpint (g_stat (place->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_existing_file (Place *place, gconstpointer data)
{
  g_assert_true (g_file_set_contents (place->path, "before", -1, NULL));
  assert_refused (place, place->path, FALSE, "already there");
  assert_holds (place->path, "before");
  g_assert_true (save (place, place->path, TRUE, NULL));
  assert_holds (place->path, "%PDF-1.3\nessai");
}

/* A link to nowhere is something that is there as well. */
static void
test_dangling_link (Place *place, gconstpointer data)
{
  g_assert_cmpint (symlink ("/nonexistent/x", place->path), ==, 0);
  assert_refused (place, place->path, FALSE, "already there");
  g_assert_true (g_file_test (place->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_missing_folder (Place *place, gconstpointer data)
{
  g_autofree char *path = g_build_filename (place->folder, "none", "x.pdf", NULL);

  assert_refused (place, path, FALSE, "does not exist");
}

static void
test_folder_in_place_of_file (Place *place, gconstpointer data)
{
  assert_refused (place, place->folder, FALSE, "it is a folder");
  assert_refused (place, place->folder, TRUE, "it is a folder");
}

static void
test_read_only_folder (Place *place, gconstpointer data)
{
  /* Nobody may write there, root included. */
  assert_refused (place, "/proc/sceau.pdf", FALSE, "cannot be written");
}

static void
test_full_disk (Place *place, gconstpointer data)
{
  struct rlimit unlimited, limit;
  g_autoptr (GError) error = NULL;
  gboolean saved;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_true (g_file_set_contents (place->path, "before", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &unlimited), ==, 0);
  limit = unlimited;
  limit.rlim_cur = 4; /* as if the disk ended there */
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  saved = save (place, place->path, TRUE, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &unlimited), ==, 0);
  g_assert_false (saved);
  g_assert_nonnull (strstr (error->message, "cannot be written"));
  assert_holds (place->path, "before");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/exchange/atomic-file/" name, Place, NULL, set_up, test, tear_down)
  ADD ("is-for-its-owner", test_is_for_its_owner);
  ADD ("existing-file", test_existing_file);
  ADD ("dangling-link", test_dangling_link);
  ADD ("missing-folder", test_missing_folder);
  ADD ("folder-in-place-of-file", test_folder_in_place_of_file);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("full-disk", test_full_disk);
#undef ADD
  return g_test_run ();
}
