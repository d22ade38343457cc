/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <sqlite3.h>

#include "sceau-database.h"

G_BEGIN_DECLS

/* For the files of the driver only: the one place that knows the engine. */
struct _SceauDatabase
{
  sqlite3 *handle;
  char *path;
  SceauDatabaseMode mode;
  GHashTable *prepared; /* (element-type utf8 sqlite3_stmt): ready for the next caller of the same SQL */
};

/* Opens @path with the engine's @flags and sets what holds for every connection. */
SceauDatabase *sceau_database_connect    (const char *path, SceauDatabaseMode mode, int flags, GError **error);
/* The engine's @result as an error of ours. Always returns FALSE. */
gboolean       sceau_database_fail       (SceauDatabase *self, int result, GError **error);
char          *sceau_database_dup_name   (SceauDatabase *self); /* of the file, for people */

G_END_DECLS
