/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-table-private.h"

#include <string.h>

#include "sceau-text.h"

GPtrArray *
sceau_table_collect (SceauStatement *statement, SceauRowReader read, GDestroyNotify destroy, GError **error)
{
  g_autoptr (SceauStatement) rows = statement;
  g_autoptr (GPtrArray) records = NULL;
  SceauStep step;

  if (rows == NULL)
    return NULL;
  records = g_ptr_array_new_with_free_func (destroy);
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    g_ptr_array_add (records, read (rows));
  return step == SCEAU_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

gpointer
sceau_table_find (SceauStatement *statement, SceauRowReader read, const char *sentence, const char *key, GError **error)
{
  g_autoptr (SceauStatement) rows = statement;
  g_autofree char *shown = NULL;
  SceauStep step;

  if (rows == NULL)
    return NULL;
  step = sceau_statement_step (rows, error);
  if (step == SCEAU_STEP_ROW)
    return read (rows);
  shown = sceau_text_show (key);
  if (step == SCEAU_STEP_DONE)
    g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND, sentence, shown != NULL ? shown : "");
  return NULL;
}

gpointer
sceau_table_find_id (SceauStatement *statement, SceauRowReader read, const char *sentence, gint64 id, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return sceau_table_find (statement, read, sentence, key, error);
}

typedef struct
{
  char *sha256;
  GBytes *bytes;
} Document;

static void
document_free (Document *self)
{
  g_free (self->sha256);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, document_free)

static gpointer
read_document (SceauStatement *row)
{
  Document *document = g_new0 (Document, 1);

  document->sha256 = sceau_statement_dup_text (row, 0);
  document->bytes = sceau_statement_dup_bytes (row, 1);
  return document;
}

GBytes *
sceau_table_find_document (SceauStatement *statement, const char *absent, const char *altered, gint64 id, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *sha256 = NULL;
  g_autoptr (Document) document = sceau_table_find (statement, read_document, absent, number, error);

  if (document == NULL)
    return NULL;
  sha256 = document->bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document->bytes) : NULL;
  if (sha256 != NULL && g_strcmp0 (sha256, document->sha256) == 0)
    return g_bytes_ref (document->bytes);
  g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CORRUPT, altered, number);
  return NULL;
}

gint64
sceau_table_count (SceauStatement *statement, GError **error)
{
  g_autoptr (SceauStatement) rows = statement;

  if (rows == NULL || sceau_statement_step (rows, error) != SCEAU_STEP_ROW)
    return -1;
  return sceau_statement_get_int (rows, 0);
}

gboolean
sceau_table_exists (SceauStatement *statement)
{
  g_autoptr (SceauStatement) rows = statement;

  return rows != NULL && sceau_statement_step (rows, NULL) == SCEAU_STEP_ROW;
}

gboolean
sceau_table_check_one (SceauSchool *school, const char *sentence, const char *key, GError **error)
{
  if (sceau_database_changes (sceau_school_database (school)) > 0)
    return TRUE;
  g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND, sentence, key);
  return FALSE;
}

gboolean
sceau_table_check_id (SceauSchool *school, const char *sentence, gint64 id, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return sceau_table_check_one (school, sentence, key, error);
}

/* SQLite refuses patterns of more than 50 000 bytes with a message of its own; no record holds such a word. */
#define MAX_WORD 40000

/* (transfer full): NULL for what no text contains, since nothing is like NULL. */
static char *
make_pattern (const char *word)
{
  return strlen (word) <= MAX_WORD ? g_strconcat ("%", word, "%", NULL) : NULL;
}

void
sceau_table_bind_search (SceauStatement *statement, int place, const char *search)
{
  g_autofree char *folded = search != NULL ? sceau_text_fold (search) : NULL;
  g_auto (GStrv) words = g_strsplit (folded != NULL ? folded : "", " ", SCEAU_TABLE_SEARCH_PATTERNS);
  guint length = g_strv_length (words);

  /* Folded text has no punctuation, so no wildcard of its own; what stands after the fourth word is looked for
   * as it is written. */
  for (guint i = 0; i < SCEAU_TABLE_SEARCH_PATTERNS; i++)
    {
      g_autofree char *pattern = i < length ? make_pattern (words[i]) : g_strdup ("%");

      sceau_statement_bind_text (statement, place + (int) i, pattern);
    }
}

void
sceau_table_bind_page (SceauStatement *statement, int place, guint limit, guint offset)
{
  sceau_statement_bind_int (statement, place, limit > 0 ? (gint64) limit : G_MAXINT64);
  sceau_statement_bind_int (statement, place + 1, offset);
}
