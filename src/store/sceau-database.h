/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-store-error.h"

G_BEGIN_DECLS

/**
 * SceauDatabase: one connection to the engine.  With #SceauStatement and the
 * migrations it is the only place that knows which engine that is; everything
 * above speaks standard SQL with bound values $1, $2…
 *
 * A connection belongs to one thread at a time.
 */
typedef struct _SceauDatabase SceauDatabase;

typedef enum
{
  SCEAU_DATABASE_READ_WRITE,
  SCEAU_DATABASE_READ_ONLY
} SceauDatabaseMode;

/* The first bytes of the file say whose it is: "SCAU". */
#define SCEAU_DATABASE_APPLICATION_ID 0x53434155

/* Makes a new empty file, readable by its owner only; refuses to overwrite. */
SceauDatabase *sceau_database_create       (const char *path, GError **error);
/* Opens what sceau_database_create() made, and nothing else; never creates or changes a foreign file. */
SceauDatabase *sceau_database_open         (const char *path, SceauDatabaseMode mode, GError **error);
void           sceau_database_close        (SceauDatabase *self);

const char    *sceau_database_get_path     (SceauDatabase *self);
gboolean       sceau_database_is_read_only (SceauDatabase *self);

/* Writers begin with a write lock, so that a transaction that could begin can also write. */
gboolean       sceau_database_begin          (SceauDatabase *self, GError **error);
gboolean       sceau_database_begin_read     (SceauDatabase *self, GError **error); /* one snapshot for many reads */
gboolean       sceau_database_commit         (SceauDatabase *self, GError **error);
void           sceau_database_rollback       (SceauDatabase *self);
gboolean       sceau_database_in_transaction (SceauDatabase *self);
/* Commits no longer wait for the disk: for a file that nobody counts on yet. */
gboolean       sceau_database_postpone_sync  (SceauDatabase *self, GError **error);

/* Several statements without values: migrations and pragmas. */
gboolean       sceau_database_exec        (SceauDatabase *self, const char *script, GError **error);
/**
 * sceau_database_run: prepares, binds and runs one statement that gives no row.
 * @types: one letter for each value that follows: 't' const char * (NULL is NULL),
 *   'i' int, 'l' gint64, 'r' gint64 where 0 is NULL (an optional reference),
 *   'd' #SceauDate (SCEAU_NO_DATE is NULL), 'b' GBytes * (NULL is NULL).
 */
gboolean       sceau_database_run         (SceauDatabase *self, GError **error, const char *sql, const char *types, ...);
/* The first column of the first row as a number; @absent when there is no row.  FALSE on errors only. */
gboolean       sceau_database_query_int   (SceauDatabase *self, gint64 *value, gint64 absent, GError **error,
                                           const char *sql, const char *types, ...);
/* (transfer full): the first column of the first row as text; *@text is NULL when there is no row or it is NULL. */
gboolean       sceau_database_query_text  (SceauDatabase *self, char **text, GError **error,
                                           const char *sql, const char *types, ...);
gint64         sceau_database_last_id     (SceauDatabase *self);
int            sceau_database_changes     (SceauDatabase *self); /* rows of the last statement */

gint64         sceau_database_get_version (SceauDatabase *self, GError **error); /* schema number, -1 on errors */
/* Changes with every commit, of this connection or of another process. */
gboolean       sceau_database_get_change_counter (SceauDatabase *self, guint64 *counter, GError **error);
/* Changes with every commit of another connection, and with none of this one. */
gboolean       sceau_database_get_outside_version (SceauDatabase *self, gint64 *version, GError **error);
/* Can the file be written at all, whatever the mode it was opened in? An older schema needs it. */
gboolean       sceau_database_file_is_writable   (SceauDatabase *self);
/* After the migrations: references are enforced, and READ_ONLY is. */
gboolean       sceau_database_settle             (SceauDatabase *self, GError **error);
/* Every complaint of the engine about its file, one line each; NULL on errors. (element-type utf8) */
GPtrArray     *sceau_database_check_integrity    (SceauDatabase *self, GError **error);
/* Every table, index and trigger as "kind name" → its definition with single spaces; NULL on errors. (element-type utf8 utf8) */
GHashTable    *sceau_database_list_schema        (SceauDatabase *self, GError **error);
/* (transfer full): a definition (nullable) in that form. */
char          *sceau_database_squeeze            (const char *definition);
/* A consistent copy of a database in use, into the empty database @target. */
gboolean       sceau_database_copy               (SceauDatabase *self, SceauDatabase *target, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauDatabase, sceau_database_close)

G_END_DECLS
