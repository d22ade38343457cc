/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-replace-file.h"

#include <string.h>

char *
sceau_replace_file_beside (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *old = g_path_get_basename (path);
  const char *dot = strrchr (old, '.');
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf (".%s%s", id, dot != NULL ? dot : "");

  return g_build_filename (folder, name, NULL);
}

gboolean
sceau_replace_file_finish (const char *beside, const char *path, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (beside);
  g_autoptr (GFile) to = g_file_new_for_path (path);

  if (g_file_move (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
    return TRUE;
  g_file_delete (from, NULL, NULL);
  return FALSE;
}
