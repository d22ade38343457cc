/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-config.h"
#include "sceau-import-fiche.h"
#include "sceau-workflow-private.h"

char *
sceau_find_shipped_folder (const char *name)
{
  const char *const bases[] = { g_getenv ("SCEAU_DATA_DIR"), SCEAU_DATA_DIR, SCEAU_SOURCE_DATA_DIR };

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      g_autofree char *folder = bases[i] != NULL ? g_build_filename (bases[i], name, NULL) : NULL;

      if (folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&folder);
    }
  return NULL;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
sceau_list_shipped_fiches (void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = sceau_find_shipped_folder ("referentials");
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  return paths;
}
