/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Zips of our own and of others, and what is written under a hidden name until it is whole. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sceau-archive-reader.h"
#include "sceau-archive-writer.h"
#include "sceau-exchange-error.h"
#include "sceau-staging.h"

typedef struct
{
  char *folder;
} Place;

static void
place_set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("sceau-archive-XXXXXX", NULL);
}

static void
place_tear_down (Place *place, gconstpointer data)
{
  sceau_staging_discard (place->folder);
  g_assert_false (g_file_test (place->folder, G_FILE_TEST_EXISTS));
  g_free (place->folder);
}

static char *
write_zip (Place *place, const char *name, const char *zone)
{
  char *path = g_build_filename (place->folder, name, NULL);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL, 0600);
  g_autoptr (GBytes) long_text = g_bytes_new_take (g_strnfill (300000, 'x'), 300000);
  g_autoptr (GBytes) short_text = g_bytes_new_static ("hello", 5);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (SceauArchiveWriter) writer = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("TZ", zone, TRUE);
  writer = sceau_archive_writer_new (fd, path, &error);
  g_assert_no_error (error);
  g_assert_true (sceau_archive_writer_add (writer, "folder/long.txt", long_text, &error));
  g_assert_true (sceau_archive_writer_add (writer, "short.txt", short_text, &error));
  g_assert_true (sceau_archive_writer_add (writer, "empty", nothing, &error));
  g_assert_true (sceau_archive_writer_close (writer, &error));
  g_assert_no_error (error);
  close (fd);
  return path;
}

/* "name size" of each entry; "damaged" where the reading ends early. */
static char *
list_zip (const char *path)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauArchiveReader) reader = sceau_archive_reader_open (path, &error);
  SceauArchiveStep step;

  g_assert_no_error (error);
  while ((step = sceau_archive_reader_next (reader)) == SCEAU_ARCHIVE_ENTRY)
    {
      char buffer[1000];
      gsize size = 0;
      gssize n;

      g_assert_true (sceau_archive_reader_is_file (reader));
      while ((n = sceau_archive_reader_read (reader, buffer, sizeof buffer)) > 0)
        size += (gsize) n;
      g_string_append_printf (text, "%s %" G_GSIZE_FORMAT "%s\n", sceau_archive_reader_get_name (reader), size, n < 0 ? " damaged" : "");
    }
  if (step == SCEAU_ARCHIVE_DAMAGED)
    g_string_append (text, "damaged\n");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_reads_what_it_wrote (Place *place, gconstpointer data)
{
  g_autofree char *path = write_zip (place, "a.zip", "UTC");
  g_autofree char *list = list_zip (path);

  g_assert_cmpstr (list, ==, "folder/long.txt 300000\nshort.txt 5\nempty 0\n");
}

static void
test_depends_on_its_files_alone (Place *place, gconstpointer data)
{
  g_autofree char *a = write_zip (place, "a.zip", "UTC");
  g_autofree char *b = write_zip (place, "b.zip", "America/New_York");
  g_autofree char *bytes_a = NULL, *bytes_b = NULL;
  gsize length_a, length_b;

  g_assert_true (g_file_get_contents (a, &bytes_a, &length_a, NULL));
  g_assert_true (g_file_get_contents (b, &bytes_b, &length_b, NULL));
  g_assert_cmpmem (bytes_a, length_a, bytes_b, length_b);
  g_setenv ("TZ", "UTC", TRUE);
}

/* A full disk is said, not survived in silence. */
static void
test_says_when_the_disk_is_full (void)
{
  int fd = g_open ("/dev/full", O_WRONLY | O_CLOEXEC, 0);
  g_autoptr (GBytes) noise = NULL;
  g_autoptr (SceauArchiveWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  guint8 *random = g_malloc (200000);

  for (guint i = 0; i < 200000; i++)
    random[i] = (guint8) g_test_rand_int_range (0, 256);
  noise = g_bytes_new_take (random, 200000);
  g_assert_cmpint (fd, >=, 0);
  writer = sceau_archive_writer_new (fd, "out.zip", &error);
  g_assert_no_error (error);
  if (sceau_archive_writer_add (writer, "noise", noise, &error))
    g_assert_false (sceau_archive_writer_close (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "“out.zip”"));
  g_clear_pointer (&writer, sceau_archive_writer_free);
  close (fd);
}

static void
test_refuses_what_is_no_zip (Place *place, gconstpointer data)
{
  static const char *const contents[] = { "", "PK", "hello, this is no archive", "%PDF-1.7\n" };
  g_autofree char *missing = g_build_filename (place->folder, "missing.zip", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *path = g_build_filename (place->folder, "not.zip", NULL);
      g_autoptr (GError) refusal = NULL;
      g_autoptr (SceauArchiveReader) reader = NULL;

      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      reader = sceau_archive_reader_open (path, &refusal);
      if (reader == NULL)
        g_assert_error (refusal, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE);
      else
        g_assert_cmpint (sceau_archive_reader_next (reader), !=, SCEAU_ARCHIVE_ENTRY);
    }
  g_assert_null (sceau_archive_reader_open (missing, &error));
  g_assert_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE);
}

/* Every cut and many altered bytes: never a crash, and never the contents as if nothing had been. */
static void
test_survives_damage (Place *place, gconstpointer data)
{
  g_autofree char *path = write_zip (place, "a.zip", "UTC");
  g_autofree char *whole = NULL, *list = list_zip (path);
  gsize length;

  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  for (gsize cut = 0; cut < length; cut += 7)
    {
      g_autoptr (SceauArchiveReader) reader = NULL;
      g_autofree char *now = NULL;

      g_assert_true (g_file_set_contents (path, whole, (gssize) cut, NULL));
      reader = sceau_archive_reader_open (path, NULL);
      now = reader != NULL ? list_zip (path) : NULL;
      if (cut < length / 2)
        g_assert_cmpstr (now, !=, list);
    }
  for (gsize at = 0; at < length; at++)
    {
      g_autoptr (SceauArchiveReader) reader = NULL;
      g_autofree char *damaged = g_memdup2 (whole, length);
      char block[512];

      damaged[at] ^= 0x55;
      g_assert_true (g_file_set_contents (path, damaged, (gssize) length, NULL));
      reader = sceau_archive_reader_open (path, NULL);
      while (reader != NULL && sceau_archive_reader_next (reader) == SCEAU_ARCHIVE_ENTRY)
        while (sceau_archive_reader_read (reader, block, sizeof block) > 0)
          ;
    }
}

static void
test_never_replaces (Place *place, gconstpointer data)
{
  g_autofree char *taken = g_build_filename (place->folder, "taken", NULL);
  g_autofree char *folder = NULL, *file = NULL, *kept = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;
  int fd;

  g_assert_true (g_file_set_contents (taken, "kept", -1, NULL));
  file = sceau_staging_make_file (taken, &fd);
  g_assert_nonnull (file);
  g_assert_true (sceau_staging_write (fd, bytes, TRUE));
  close (fd);
  g_assert_false (sceau_staging_publish (file, taken, FALSE));
  g_assert_cmpint (errno, ==, EEXIST);
  g_assert_false (sceau_staging_set_error (&error, taken, errno));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (taken, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "kept");

  folder = sceau_staging_make_folder (taken);
  g_assert_nonnull (folder);
  g_assert_false (sceau_staging_publish (folder, taken, FALSE));
  g_assert_true (sceau_staging_publish (file, taken, TRUE));
  sceau_staging_discard (folder);
}

/* Names of what a process that is gone left behind, and names that only look like it. */
static void
test_sweeps_what_the_dead_left (Place *place, gconstpointer data)
{
  static const char *const stay[] = { ".sceau-1-AAAAAA", ".sceau--AAAAAA", ".sceau-x-AAAAAA", "notes", ".sceau" };
  g_autofree char *own_target = g_build_filename (place->folder, "own", NULL);
  g_autofree char *left_folder = NULL, *left_file = NULL, *inside = NULL, *own = NULL;
  int fd;
  pid_t child = fork ();

  if (child == 0)
    _exit (0);
  waitpid (child, NULL, 0);
  left_folder = g_strdup_printf ("%s/.sceau-%d-AbCdEf", place->folder, (int) child);
  left_file = g_strdup_printf ("%s/.sceau-%d-GhIjKl", place->folder, (int) child);
  inside = g_build_filename (left_folder, "a", "b", NULL);
  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  g_assert_true (g_file_set_contents (left_file, "half", -1, NULL));
  own = sceau_staging_make_file (own_target, &fd);
  close (fd);
  for (guint i = 0; i < G_N_ELEMENTS (stay); i++)
    {
      g_autofree char *path = g_build_filename (place->folder, stay[i], NULL);

      g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
    }

  sceau_staging_sweep (place->folder);
  g_assert_false (g_file_test (left_folder, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (left_file, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (own, G_FILE_TEST_EXISTS));
  for (guint i = 0; i < G_N_ELEMENTS (stay); i++)
    {
      g_autofree char *path = g_build_filename (place->folder, stay[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* A link in what is removed is removed; what it points to is not. */
static void
test_discards_no_more_than_its_own (Place *place, gconstpointer data)
{
  g_autofree char *precious = g_build_filename (place->folder, "precious", NULL);
  g_autofree char *inside = g_build_filename (precious, "file", NULL);
  g_autofree char *target = g_build_filename (place->folder, "target", NULL);
  g_autofree char *hidden = sceau_staging_make_folder (target);
  g_autofree char *link_path = g_build_filename (hidden, "link", NULL);

  g_assert_cmpint (g_mkdir (precious, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "x", -1, NULL));
  g_assert_cmpint (symlink (precious, link_path), ==, 0);
  sceau_staging_discard (hidden);
  g_assert_false (g_file_test (hidden, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (inside, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/exchange/archive/" name, Place, NULL, place_set_up, test, place_tear_down)
  ADD ("reads-what-it-wrote", test_reads_what_it_wrote);
  ADD ("depends-on-its-files-alone", test_depends_on_its_files_alone);
  ADD ("refuses-what-is-no-zip", test_refuses_what_is_no_zip);
  ADD ("survives-damage", test_survives_damage);
  ADD ("never-replaces", test_never_replaces);
  ADD ("sweeps-what-the-dead-left", test_sweeps_what_the_dead_left);
  ADD ("discards-no-more-than-its-own", test_discards_no_more_than_its_own);
#undef ADD
  g_test_add_func ("/exchange/archive/says-when-the-disk-is-full", test_says_when_the_disk_is_full);
  return g_test_run ();
}
