/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-test-demo.h"

#include <glib/gstdio.h>

#include "sceau-run-demo.h"

#define LEARNERS 6

static char *made; /* folder of the demonstration */

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* (transfer full): the school of the demonstration. */
static GFile *
get_original (void)
{
  g_autofree char *parent = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  if (made == NULL)
    {
      parent = g_dir_make_tmp ("sceau-demo-XXXXXX", &error);
      g_assert_no_error (error);
      made = g_steal_pointer (&parent);
      files = sceau_run_demo (made, LEARNERS, 1, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  return g_file_new_build_filename (made, "ecole-de-demonstration.sceau", NULL);
}

void
sceau_test_demo_set_up (SceauTestDemo *demo, gconstpointer data)
{
  g_autoptr (GFile) original = get_original ();
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GError) error = NULL;

  demo->folder = g_dir_make_tmp ("sceau-demo-copy-XXXXXX", &error);
  g_assert_no_error (error);
  demo->path = g_build_filename (demo->folder, "school.sceau", NULL);
  copy = g_file_new_for_path (demo->path);
  g_file_copy (original, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
sceau_test_demo_tear_down (SceauTestDemo *demo, gconstpointer data)
{
  if (demo->window != NULL)
    sceau_test_window_close (demo->window);
  remove_tree (demo->folder);
  g_free (demo->folder);
  g_free (demo->path);
}

void
sceau_test_demo_remove (void)
{
  if (made != NULL)
    remove_tree (made);
  g_clear_pointer (&made, g_free);
}

void
sceau_test_demo_show (SceauTestDemo *demo, const char *page)
{
  demo->window = sceau_test_window_open (demo->path);
  sceau_window_show_page (demo->window, page);
}

SceauSchool *
sceau_test_demo_open (SceauTestDemo *demo, SceauSchoolMode mode)
{
  g_autoptr (GError) error = NULL;
  SceauSchool *school = sceau_school_open (demo->path, mode, &error);

  g_assert_no_error (error);
  return school;
}

GtkWidget *
sceau_test_demo_find (SceauTestDemo *demo, GType type, const char *text)
{
  return sceau_test_find (GTK_WIDGET (demo->window), type, text);
}
