/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-journal.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "sceau-canonical-private.h"
#include "sceau-table-private.h"

/* What stands before the first entry. */
#define BEGINNING "0000000000000000000000000000000000000000000000000000000000000000"
#define COLUMNS "id, at, who, verb, subject, before, after, previous, hash"

void
sceau_journal_entry_free (SceauJournalEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->at);
  g_free (self->who);
  g_free (self->verb);
  g_free (self->subject);
  g_free (self->before);
  g_free (self->after);
  g_free (self->previous);
  g_free (self->hash);
  g_free (self);
}

static gpointer
read_entry (SceauStatement *row)
{
  SceauJournalEntry *entry = g_new0 (SceauJournalEntry, 1);

  entry->id = sceau_statement_get_int (row, 0);
  entry->at = sceau_statement_dup_text (row, 1);
  entry->who = sceau_statement_dup_text (row, 2);
  entry->verb = sceau_statement_dup_text (row, 3);
  entry->subject = sceau_statement_dup_text (row, 4);
  entry->before = sceau_statement_dup_text (row, 5);
  entry->after = sceau_statement_dup_text (row, 6);
  entry->previous = sceau_statement_dup_text (row, 7);
  entry->hash = sceau_statement_dup_text (row, 8);
  return entry;
}

/* Adding --------------------------------------------------------------------------- */

/* @fields: at, who, verb, subject, before, after, previous. The same for writing and for verifying. */
static void
hash_entry (GChecksum *checksum, gint64 id, const char *const *fields)
{
  char number[24];

  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, id);
  sceau_canonical_add (checksum, number);
  for (int i = 0; i < 7; i++)
    sceau_canonical_add (checksum, fields[i]);
}

static gboolean
check_json (const char *text, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;

  if (text == NULL)
    return TRUE;
  parser = json_parser_new ();
  if (json_parser_load_from_data (parser, text, -1, NULL))
    return TRUE;
  g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT, "The journal takes JSON, not: %s", text);
  return FALSE;
}

static gboolean
load_head (SceauSchool *school, gint64 *count, char **head, GError **error)
{
  SceauStep step;

  g_autoptr (SceauStatement) row
    = sceau_statement_new (sceau_school_database (school), "SELECT count, head FROM journal_head WHERE id = 1", error);
  if (row == NULL)
    return FALSE;
  step = sceau_statement_step (row, error);
  *count = step == SCEAU_STEP_ROW ? sceau_statement_get_int (row, 0) : 0;
  *head = step == SCEAU_STEP_ROW ? sceau_statement_dup_text (row, 1) : g_strdup (BEGINNING);
  return step != SCEAU_STEP_ERROR;
}

gboolean
sceau_journal_append (SceauSchool *school, const char *verb, const char *subject, const char *before, const char *after,
                      GError **error)
{
  g_autoptr (GChecksum) checksum = NULL;
  g_autofree char *now = NULL;
  g_autofree char *previous = NULL;
  gint64 count;

  g_return_val_if_fail (school != NULL && verb != NULL && subject != NULL, FALSE);
  g_return_val_if_fail (sceau_school_in_transaction (school), FALSE);

  if (!check_json (before, error) || !check_json (after, error) || !load_head (school, &count, &previous, error))
    return FALSE;
  now = sceau_school_now (school);
  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  hash_entry (checksum, count + 1,
              (const char *[]){ now, sceau_school_get_author (school), verb, subject, before, after, previous });
  return sceau_database_run (sceau_school_database (school), error,
                             "INSERT INTO journal (" COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", "ltttttttt",
                             count + 1, now, sceau_school_get_author (school), verb, subject, before, after, previous,
                             g_checksum_get_string (checksum));
}

char *
sceau_journal_get_head (SceauSchool *school, GError **error)
{
  g_autofree char *head = NULL;
  gint64 count;

  g_return_val_if_fail (school != NULL, NULL);

  return load_head (school, &count, &head, error) ? g_steal_pointer (&head) : NULL;
}

/* Reading -------------------------------------------------------------------------- */

/* The search compares as it is written: verbs and numbers, not names. */
#define FOUND " FROM journal WHERE ($1 IS NULL OR instr (verb || ' ' || subject || ' ' || who, $1) > 0) AND id > $2"

GPtrArray *
sceau_journal_list (SceauSchool *school, const SceauJournalQuery *query, GError **error)
{
  static const SceauJournalQuery all = { 0 };
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  query = query != NULL ? query : &all;
  statement = sceau_statement_new (sceau_school_database (school),
                                   query->oldest_first ? "SELECT " COLUMNS FOUND " ORDER BY id LIMIT $3 OFFSET $4"
                                                       : "SELECT " COLUMNS FOUND " ORDER BY id DESC LIMIT $3 OFFSET $4",
                                   error);
  if (statement != NULL)
    {
      sceau_statement_bind_text (statement, 1, query->search);
      sceau_statement_bind_int (statement, 2, query->after);
      sceau_table_bind_page (statement, 3, query->limit, query->offset);
    }
  return sceau_table_collect (statement, read_entry, (GDestroyNotify) sceau_journal_entry_free, error);
}

gint64
sceau_journal_count (SceauSchool *school, const SceauJournalQuery *query, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, -1);

  statement = sceau_statement_new (sceau_school_database (school), "SELECT count (*)" FOUND, error);
  if (statement != NULL)
    {
      sceau_statement_bind_text (statement, 1, query != NULL ? query->search : NULL);
      sceau_statement_bind_int (statement, 2, query != NULL ? query->after : 0);
    }
  return sceau_table_count (statement, error);
}

/* Verifying ------------------------------------------------------------------------ */

static void
add_fault (SceauFaults *faults, gint64 id, const char *reason)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  sceau_faults_add (faults, SCEAU_FAULT_ERROR, 0, 0, "journal", number, reason,
                    _("Somebody changed the file outside Sceau: compare it with the last backup."));
}

/* What is wrong with the entry of this row, or NULL. */
static const char *
check_entry (SceauStatement *row, gint64 expected, const char *previous, GChecksum *checksum)
{
  const char *fields[7];
  gint64 id = sceau_statement_get_int (row, 0);

  if (id > expected)
    return _("The journal lacks this entry: it was removed.");
  if (id < expected)
    return _("The journal has an entry that does not belong to it.");
  for (int i = 0; i < 7; i++)
    fields[i] = sceau_statement_get_text (row, i + 1);
  g_checksum_reset (checksum);
  hash_entry (checksum, id, fields);
  if (g_strcmp0 (g_checksum_get_string (checksum), sceau_statement_get_text (row, 8)) != 0)
    return _("This entry of the journal was altered.");
  if (g_strcmp0 (fields[6], previous) != 0)
    return _("This entry of the journal does not follow the one before it: one of both was replaced, moved or slipped in.");
  return NULL;
}

/* The end of the chain against what is noted beside it. */
static gboolean
check_end (SceauSchool *school, gint64 length, const char *last, SceauFaults *faults, GError **error)
{
  g_autofree char *head = NULL;
  gint64 count;

  if (!load_head (school, &count, &head, error))
    return FALSE;
  if (count > length)
    add_fault (faults, length + 1, _("The journal lacks this entry and those after it: its end was cut off."));
  else if (count < length)
    add_fault (faults, count + 1, _("The journal has an entry that does not belong to it."));
  else if (g_strcmp0 (head, last) != 0)
    add_fault (faults, length, _("The last entry of the journal was replaced."));
  return TRUE;
}

gboolean
sceau_journal_verify (SceauSchool *school, SceauFaults *faults, gint64 *entries, GError **error)
{
  g_autoptr (GChecksum) checksum = NULL;
  g_autoptr (GString) previous = NULL;
  gint64 length = 0;
  SceauStep step;

  g_return_val_if_fail (school != NULL && faults != NULL, FALSE);

  g_autoptr (SceauStatement) rows
    = sceau_statement_new (sceau_school_database (school), "SELECT " COLUMNS " FROM journal ORDER BY id", error);
  if (rows == NULL)
    return FALSE;
  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  previous = g_string_new (BEGINNING);
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    {
      const char *reason = check_entry (rows, length + 1, previous->str, checksum);

      if (reason != NULL)
        {
          /* The first one says it all: what follows hangs on it. */
          add_fault (faults, length + 1, reason);
          return TRUE;
        }
      length++;
      g_string_assign (previous, sceau_statement_get_text (rows, 8));
    }
  if (step == SCEAU_STEP_ERROR || !check_end (school, length, previous->str, faults, error))
    return FALSE;
  if (entries != NULL)
    *entries = length;
  return TRUE;
}
