/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-school-private.h"

G_BEGIN_DECLS

/* What every -table file does with its rows. */

/* Makes a record of the row that the statement stands on. */
typedef gpointer (*SceauRowReader) (SceauStatement *row);

/* (transfer full): one record a row, or NULL on errors. Takes the statement, which may be NULL with @error set. */
GPtrArray *sceau_table_collect     (SceauStatement *statement, SceauRowReader read, GDestroyNotify destroy, GError **error);
/* (transfer full): the record of the first row; without a row NULL and NOT_FOUND, with @sentence made of @key. Takes the statement. */
gpointer   sceau_table_find        (SceauStatement *statement, SceauRowReader read, const char *sentence, const char *key, GError **error);
gpointer   sceau_table_find_id     (SceauStatement *statement, SceauRowReader read, const char *sentence, gint64 id, GError **error);
/* (transfer full): the kept bytes of the first row, whose columns are their SHA-256 and they; NOT_FOUND with @absent, CORRUPT
 * with @altered when they are not what the SHA-256 says, both made of @id. Takes the statement. */
GBytes    *sceau_table_find_document (SceauStatement *statement, const char *absent, const char *altered, gint64 id, GError **error);
/* Takes the statement; -1 on errors. */
gint64     sceau_table_count       (SceauStatement *statement, GError **error);
gboolean   sceau_table_exists      (SceauStatement *statement);
/* After an UPDATE or DELETE of one row by its key: NOT_FOUND when there was none. */
gboolean   sceau_table_check_one   (SceauSchool *school, const char *sentence, const char *key, GError **error);
gboolean   sceau_table_check_id    (SceauSchool *school, const char *sentence, gint64 id, GError **error);

/* A search finds rows whose folded column has every word: four patterns, at places @place to @place + 3. */
#define SCEAU_TABLE_SEARCH_PATTERNS 4
void       sceau_table_bind_search (SceauStatement *statement, int place, const char *search);
/* LIMIT at @place and OFFSET at @place + 1; a limit of 0 is none. */
void       sceau_table_bind_page   (SceauStatement *statement, int place, guint limit, guint offset);

/* A field of an identifier's kind: CHECKs of the schema keep it to those that @from_id knows. */
#define SCEAU_TABLE_GET_ENUM(row, column, from_id, field) \
  G_STMT_START \
  { \
    if (!sceau_statement_is_null (row, column)) \
      from_id (sceau_statement_get_text (row, column), field); \
  } \
  G_STMT_END

G_END_DECLS
