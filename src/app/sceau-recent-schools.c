/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-recent-schools.h"

#include <gtk/gtk.h>

#define MIME_TYPE "application/x-sceau"

void
sceau_recent_school_free (SceauRecentSchool *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

static SceauRecentSchool *
school_from_info (GtkRecentInfo *info)
{
  g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);
  SceauRecentSchool *school;

  if (path == NULL || g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) != 0
      || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  school = g_new0 (SceauRecentSchool, 1);
  school->path = g_steal_pointer (&path);
  school->name = g_strdup (gtk_recent_info_get_display_name (info));
  return school;
}

static int
compare_visited (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((gpointer) b), gtk_recent_info_get_visited ((gpointer) a));
}

GPtrArray *
sceau_recent_schools_list (guint limit)
{
  GPtrArray *schools = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_recent_school_free);
  GList *infos = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_visited);

  for (GList *link = infos; link != NULL && schools->len < limit; link = link->next)
    {
      SceauRecentSchool *school = school_from_info (link->data);

      if (school != NULL)
        g_ptr_array_add (schools, school);
    }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  return schools;
}

void
sceau_recent_schools_add (const char *path, const char *name)
{
  static char *groups[] = { NULL };
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkRecentData data = {
    .display_name = (char *) name,
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) g_get_application_name (),
    .app_exec = (char *) "sceau %u",
    .groups = groups,
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
