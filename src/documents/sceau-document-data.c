/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-document-data.h"

#include "sceau-config.h"

char *
sceau_document_data_path (const char *folder, const char *file)
{
  const char *chosen = g_getenv ("SCEAU_DATA_DIR");
  g_autofree char *installed = g_build_filename (SCEAU_DATA_DIR, folder, NULL);

  if (chosen != NULL && *chosen != '\0')
    return g_build_filename (chosen, folder, file, NULL);
  if (g_file_test (installed, G_FILE_TEST_IS_DIR))
    return g_build_filename (installed, file, NULL);
  return g_build_filename (SCEAU_SOURCE_DATA_DIR, folder, file, NULL);
}
