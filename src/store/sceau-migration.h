/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-database.h"

G_BEGIN_DECLS

/* The number of the newest migration, which is the schema that this program reads and writes. */
int         sceau_migration_newest      (void);
/* (transfer full): that schema as sceau_database_list_schema() tells it of a file. (element-type utf8 utf8) */
GHashTable *sceau_migration_list_newest (void);
/**
 * sceau_migration_run: brings @database to the newest schema: an empty one, which nobody else knows yet, at once, another
 * one by one transaction a step.  A step that fails leaves the file at the step before.  A schema that is newer than
 * sceau_migration_newest() is refused with SCEAU_STORE_ERROR_NEWER_SCHEMA.
 */
gboolean    sceau_migration_run         (SceauDatabase *database, GError **error);

G_END_DECLS
