/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-database.h"

G_BEGIN_DECLS

/* The number of the newest migration, which is the schema that this program reads and writes. */
int      sceau_migration_newest (void);
/**
 * sceau_migration_run: brings @database to the newest schema, one transaction a step.
 * A step that fails leaves the file at the step before.  A schema that is newer than
 * sceau_migration_newest() is refused with SCEAU_STORE_ERROR_NEWER_SCHEMA.
 */
gboolean sceau_migration_run    (SceauDatabase *database, GError **error);

G_END_DECLS
