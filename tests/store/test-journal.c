/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The chain of the journal: what it keeps, and that every way to change it is found at the right place. */

#include "sceau-journal.h"

#include <sqlite3.h>
#include <string.h>

#include "sceau-store-error.h"
#include "sceau-test-school.h"

static void
add_entries (SceauTestSchool *fixture, int n)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_school_begin (fixture->school, &error));
  for (int i = 0; i < n; i++)
    {
      g_autofree char *subject = g_strdup_printf ("learner A%03d", i);

      g_assert_true (sceau_journal_append (fixture->school, "learner.change", subject, "{\"email\":null}",
                                           "{\"email\":\"é@exemple.invalid\"}", &error));
      g_assert_no_error (error);
    }
  g_assert_true (sceau_school_commit (fixture->school, &error));
}

static void
test_keeps_what_it_is_given (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  const SceauJournalEntry *last;

  add_entries (fixture, 3);
  entries = sceau_journal_list (fixture->school, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 4);
  last = g_ptr_array_index (entries, 0);
  g_assert_cmpint (last->id, ==, 4);
  g_assert_cmpstr (last->at, ==, "2026-11-22T10:00:00Z");
  g_assert_cmpstr (last->who, ==, "secrétaire");
  g_assert_cmpstr (last->verb, ==, "learner.change");
  g_assert_cmpstr (last->subject, ==, "learner A002");
  g_assert_cmpstr (last->before, ==, "{\"email\":null}");
  g_assert_cmpstr (last->previous, ==, ((SceauJournalEntry *) g_ptr_array_index (entries, 1))->hash);
  head = sceau_journal_get_head (fixture->school, &error);
  g_assert_cmpstr (head, ==, last->hash);
}

static void
test_pages_and_search (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  const SceauJournalQuery page = { .search = "learner.", .oldest_first = TRUE, .offset = 2, .limit = 3 };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  add_entries (fixture, 10);
  entries = sceau_journal_list (fixture->school, &page, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpint (((SceauJournalEntry *) g_ptr_array_index (entries, 0))->id, ==, 4);
  g_assert_cmpint (sceau_journal_count (fixture->school, &page, &error), ==, 10);
  g_assert_cmpint (sceau_journal_count (fixture->school, NULL, &error), ==, 11);
}

static void
test_refuses_what_is_not_json (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_school_begin (fixture->school, &error));
  g_assert_false (sceau_journal_append (fixture->school, "verb", "subject", "{", NULL, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  sceau_school_rollback (fixture->school);
}

/* The hash of an entry never changes from one version of Sceau to the next. */
static void
test_known_hash (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *expected = g_compute_checksum_for_string (
    G_CHECKSUM_SHA256,
    "1:1,20:2026-11-22T10:00:00Z,11:secrétaire,11:school.test,9:RNCP99901,-,21:{\"made\":\"for a test\"},"
    "64:0000000000000000000000000000000000000000000000000000000000000000,",
    -1);

  entries = sceau_journal_list (fixture->school, NULL, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((SceauJournalEntry *) g_ptr_array_index (entries, 0))->hash, ==, expected);
}

/* Without the triggers: what the chain itself finds. */
static const struct
{
  const char *name;
  const char *sql;
  const char *first_bad; /* number of the entry that is named, NULL when nothing is wrong */
} changes[] = {
  { "untouched", "SELECT 1", NULL },
  { "author", "UPDATE journal SET who = 'x' WHERE id = 5", "5" },
  { "time", "UPDATE journal SET at = '2020-01-01T00:00:00Z' WHERE id = 5", "5" },
  { "verb", "UPDATE journal SET verb = verb || ' ' WHERE id = 5", "5" },
  { "after-emptied", "UPDATE journal SET after = NULL WHERE id = 5", "5" },
  { "text-moved-between-fields", "UPDATE journal SET verb = verb || substr (subject, 1, 1), subject = substr (subject, 2) WHERE id = 5", "5" },
  { "hash", "UPDATE journal SET hash = (SELECT hash FROM journal WHERE id = 6) WHERE id = 5", "5" },
  { "previous", "UPDATE journal SET previous = hash WHERE id = 5", "5" },
  { "first-removed", "DELETE FROM journal WHERE id = 1", "1" },
  { "middle-removed", "DELETE FROM journal WHERE id = 5", "5" },
  { "removed-and-renumbered", "DELETE FROM journal WHERE id = 5; UPDATE journal SET id = id - 1 WHERE id > 5", "5" },
  { "swapped", "UPDATE journal SET id = 1000 WHERE id = 5; UPDATE journal SET id = 5 WHERE id = 6; UPDATE journal SET id = 6 WHERE id = 1000", "5" },
  { "slipped-in", "UPDATE journal SET id = -id WHERE id > 5; UPDATE journal SET id = 1 - id WHERE id < 0; INSERT INTO journal SELECT 6, at, who, verb, subject, before, after, hash, previous FROM journal WHERE id = 5", "6" },
  { "moved-further", "UPDATE journal SET id = 1000 WHERE id = 5; UPDATE journal SET id = id - 1 WHERE id BETWEEN 6 AND 8; UPDATE journal SET id = 8 WHERE id = 1000", "5" },
  { "slipped-in-first", "UPDATE journal SET id = -id; UPDATE journal SET id = 1 - id WHERE id < 0; INSERT INTO journal SELECT 1, at, who, verb, subject, before, after, previous, hash FROM journal WHERE id = 6", "1" },
  { "exchanged", "UPDATE journal SET subject = (SELECT subject FROM journal WHERE id = 7) WHERE id = 5", "5" },
  { "tail-cut", "DELETE FROM journal WHERE id > 8", "9" },
  { "emptied", "DELETE FROM journal", "1" },
  { "appended", "INSERT INTO journal SELECT 12, at, who, verb, subject, before, after, previous, hash FROM journal WHERE id = 11", "12" },
  { "appended-with-head", "INSERT INTO journal SELECT 12, at, who, verb, subject, before, after, hash, previous FROM journal WHERE id = 11; UPDATE journal_head SET count = 12, head = (SELECT hash FROM journal WHERE id = 12)", "12" },
  { "head-lowered", "DELETE FROM journal WHERE id > 8; UPDATE journal_head SET count = 8", "8" },
};

static void
test_change (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  char *message = NULL;
  sqlite3 *handle;

  add_entries (fixture, 10);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "DROP TRIGGER journal_insert; DROP TRIGGER journal_inserted; DROP TRIGGER journal_update; "
                                 "DROP TRIGGER journal_delete; DROP TRIGGER journal_head_update; "
                                 "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_exec (handle, changes[i].sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);

  g_assert_true (sceau_journal_verify (fixture->school, faults, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (faults), ==, changes[i].first_bad != NULL ? 1 : 0);
  if (changes[i].first_bad != NULL)
    {
      g_autofree char *text = sceau_fault_to_string (sceau_faults_get (faults, 0));

      g_test_message ("%s", text);
      g_assert_cmpstr (sceau_faults_get (faults, 0)->value, ==, changes[i].first_bad);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/journal/keeps-what-it-is-given", test_keeps_what_it_is_given);
  g_test_add_func ("/store/journal/pages-and-search", test_pages_and_search);
  g_test_add_func ("/store/journal/refuses-what-is-not-json", test_refuses_what_is_not_json);
  g_test_add_func ("/store/journal/known-hash", test_known_hash);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *name = g_strconcat ("/store/journal/verify-", changes[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_change);
    }
  return g_test_run ();
}
