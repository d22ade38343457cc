/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-settings.h"

#include "sceau-config.h"

static GSettingsSchema *
find_schema (void)
{
  g_autofree char *tree = g_path_get_dirname (SCEAU_BUILD_LOCALE_DIR);
  g_autofree char *folder = g_build_filename (tree, "data", NULL);
  g_autoptr (GSettingsSchemaSource) source = NULL;
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  GSettingsSchema *schema = NULL;

  if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, SCEAU_APPLICATION_ID, TRUE);
  if (schema != NULL)
    return schema;
  source = g_settings_schema_source_new_from_directory (folder, installed, TRUE, NULL);
  return source != NULL ? g_settings_schema_source_lookup (source, SCEAU_APPLICATION_ID, FALSE) : NULL;
}

GSettings *
sceau_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
