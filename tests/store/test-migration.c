/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Every schema that was ever released is opened by today's code: schemas/NNN.sql is a dump of a school of version NNN. */

#include "sceau-migration.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "sceau-backup.h"
#include "sceau-certificate-table.h"
#include "sceau-jury-table.h"
#include "sceau-learner-table.h"
#include "sceau-result-table.h"
#include "sceau-school-check.h"
#include "sceau-store-error.h"
#include "sceau-test-school.h"

/* A school file of the dump, in a folder of its own. */
static char *
restore_dump (int version)
{
  g_autofree char *name = g_strdup_printf ("%03d.sql", version);
  g_autofree char *dump = g_test_build_filename (G_TEST_DIST, "store", "schemas", name, NULL);
  g_autofree char *folder = g_dir_make_tmp ("sceau-migration-XXXXXX", NULL);
  g_autofree char *script = NULL;
  char *path = g_build_filename (folder, "old.sceau", NULL);
  sqlite3 *handle;
  char *complaint = NULL;

  g_assert_true (g_file_get_contents (dump, &script, NULL, NULL));
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, script, NULL, NULL, &complaint);
  g_assert_cmpstr (complaint, ==, NULL);
  sqlite3_close (handle);
  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_chmod (path, 0600);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_old_schema (gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autofree char *path = restore_dump (version);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchool) school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (SceauLearner) learner = NULL;
  g_autoptr (SceauResult) result = NULL;

  g_assert_no_error (error);
  g_assert_true (sceau_school_check (school, faults, &error));
  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      g_autofree char *text = sceau_fault_to_string (sceau_faults_get (faults, i));
      g_test_message ("%s", text);
    }
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  learner = sceau_learner_table_find_by_number (school, "A001", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (learner->birth_name, ==, "Żółkiewska");
  result = sceau_result_table_find (school, 1, "BC01-EC1", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->mark.value, ==, 1200);
  g_clear_pointer (&school, sceau_school_close);
  remove_file (path);
}

static void
run (const char *path, const char *sql)
{
  sqlite3 *handle;
  char *complaint = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &complaint);
  g_assert_cmpstr (complaint, ==, NULL);
  sqlite3_close (handle);
}

/* A session that was sealed in the first form keeps its seal, by that form: what came later is not in it. */
static void
test_first_form_of_the_seal (void)
{
  g_autofree char *path = restore_dump (3);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchool) school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_autoptr (SceauJurySession) session = NULL;
  g_autofree char *untouched = NULL;
  g_autofree char *later = NULL;
  g_autofree char *altered = NULL;

  g_assert_no_error (error);
  session = sceau_jury_table_find (school, 1, &error);
  untouched = sceau_jury_table_compute_seal (school, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (untouched, ==, session->seal);
  run (path, "DROP TRIGGER jury_member_update; UPDATE jury_member SET alternate = 1, field = 'x'");
  later = sceau_jury_table_compute_seal (school, 1, &error);
  g_assert_cmpstr (later, ==, session->seal);
  run (path, "UPDATE jury_member SET employer = 'x'");
  altered = sceau_jury_table_compute_seal (school, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (altered, !=, session->seal);
  g_clear_pointer (&school, sceau_school_close);
  remove_file (path);
}

static char *
seal_after (SceauSchool *school, const char *path, gint64 session_id, const char *sql)
{
  g_autoptr (GError) error = NULL;
  char *seal;

  run (path, sql);
  seal = sceau_jury_table_compute_seal (school, session_id, &error);
  g_assert_no_error (error);
  return seal;
}

/* The second form knows nothing of sittings, the third one does. */
static void
test_sitting_is_in_the_third_form_of_the_seal (void)
{
  g_autofree char *path = restore_dump (7);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchool) school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_autoptr (SceauJurySession) second = sceau_jury_table_find (school, 2, &error);
  g_autoptr (SceauJurySession) third = sceau_jury_table_find (school, 3, &error);
  g_autofree char *second_later = NULL;
  g_autofree char *second_altered = NULL;
  g_autofree char *third_altered = NULL;

  g_assert_no_error (error);
  run (path, "DROP TRIGGER jury_decision_update");
  second_later = seal_after (school, path, 2, "UPDATE jury_decision SET sitting = 1 WHERE session_id = 2");
  g_assert_cmpstr (second_later, ==, second->seal);
  second_altered = seal_after (school, path, 2, "UPDATE jury_decision SET votes_for = 0 WHERE session_id = 2");
  g_assert_cmpstr (second_altered, !=, second->seal);
  third_altered = seal_after (school, path, 3, "UPDATE jury_decision SET sitting = 2 WHERE session_id = 3");
  g_assert_cmpstr (third_altered, !=, third->seal);
  g_clear_pointer (&school, sceau_school_close);
  remove_file (path);
}

/* What was an event of a parchemin is a line of its register, with the same words, day and bytes. */
static void
test_events_become_acts (void)
{
  g_autofree char *path = restore_dump (7);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (SceauCertificate) certificate = NULL;
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) acts = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) duplicate = NULL;
  const SceauRegisterAct *first;
  const SceauRegisterAct *last;

  run (path, "INSERT INTO certificate_event (id, number, kind, rank, date, reason, sha256, pdf) "
             "SELECT 7, number, 'duplicate', 1, '2026-11-10', 'Perte', sha256, pdf FROM certificate;"
             "UPDATE certificate SET state = 'revoked', revocation_reason = 'Fraude';"
             "INSERT INTO certificate_event (id, number, kind, rank, date, reason) "
             "SELECT 9, number, 'revocation', 0, '2026-11-12', 'Fraude' FROM certificate");
  school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_assert_no_error (error);
  certificate = sceau_certificate_table_find (school, "2026-0001", &error);
  g_assert_cmpint (certificate->state, ==, SCEAU_CERTIFICATE_REVOKED);
  g_assert_cmpint (certificate->ended, ==, sceau_date_new (2026, 11, 12));
  g_assert_cmpint (certificate->duplicates, ==, 1);
  acts = sceau_certificate_table_list_acts (school, "2026-0001", &error);
  g_assert_cmpuint (acts->len, ==, 2);
  first = g_ptr_array_index (acts, 0);
  last = g_ptr_array_index (acts, 1);
  g_assert_cmpint (first->id, ==, 7);
  g_assert_cmpint (first->kind, ==, SCEAU_REGISTER_DUPLICATE);
  g_assert_cmpstr (first->reason, ==, "Perte");
  g_assert_cmpint (last->id, ==, 9);
  g_assert_cmpint (last->kind, ==, SCEAU_REGISTER_REVOKED);
  g_assert_cmpint (last->date, ==, certificate->ended);
  pdf = sceau_certificate_table_load_pdf (school, "2026-0001", &error);
  duplicate = sceau_certificate_table_load_duplicate (school, "2026-0001", 1, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (pdf, duplicate));
  g_assert_true (sceau_school_check (school, faults, &error));
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  g_clear_pointer (&school, sceau_school_close);
  remove_file (path);
}

/* Somebody took the line of a revocation away before the step: the file opens, and the check tells. */
static void
test_revoked_without_event (void)
{
  g_autofree char *path = restore_dump (7);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  run (path, "UPDATE certificate SET state = 'revoked', revocation_reason = 'Fraude'");
  school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (sceau_school_check (school, faults, &error));
  g_assert_cmpuint (sceau_faults_length (faults), ==, 1);
  g_clear_pointer (&school, sceau_school_close);
  remove_file (path);
}

/* A reader may not change a file that it can not write, so an older one has to be brought up to date first. */
static void
test_old_and_read_only (void)
{
  g_autofree char *path = restore_dump (1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_null (sceau_school_open (path, SCEAU_SCHOOL_READ_ONLY, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_READ_ONLY);
  remove_file (path);
}

/* A step that fails leaves the file at the step before, byte for byte. */
static void
test_failing_step (void)
{
  g_autofree char *path = restore_dump (1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length_before;
  gsize length_after;
  sqlite3 *handle;

  /* The name is taken, so the second step can not make its trigger. */
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "CREATE TRIGGER certificate_event_delete BEFORE DELETE ON certificate_event BEGIN SELECT 1; END",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  g_assert_null (sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  remove_file (path);
}

static void
assert_schema (const char *path, GHashTable *expected)
{
  g_autoptr (GError) error = NULL;
  SceauDatabase *database = sceau_database_open (path, SCEAU_DATABASE_READ_ONLY, &error);
  g_autoptr (GHashTable) found = database != NULL ? sceau_database_list_schema (database, &error) : NULL;
  GHashTableIter iter;
  gpointer name;
  gpointer definition;

  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (found), ==, g_hash_table_size (expected));
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, &definition))
    g_assert_cmpstr (definition, ==, g_hash_table_lookup (expected, name));
  g_assert_cmpint (sceau_database_get_version (database, NULL), ==, sceau_migration_newest ());
  sceau_database_close (database);
}

/* A new school takes no steps; it is what the first one became by all of them. */
static void
test_new_school_is_what_the_steps_make (void)
{
  g_autoptr (GHashTable) newest = sceau_migration_list_newest ();
  g_autofree char *path = restore_dump (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchool) stepped = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  SceauTestSchool *made = sceau_test_school_new (1);

  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (newest), >, 300);
  assert_schema (path, newest);
  assert_schema (made->path, newest);
  g_clear_pointer (&stepped, sceau_school_close);
  sceau_test_school_free (made);
  remove_file (path);
}

static void
test_number_of_dumps (void)
{
  /* A new migration comes with a dump of the schema before it, and of its own. */
  for (int version = 1; version <= sceau_migration_newest (); version++)
    {
      g_autofree char *path = restore_dump (version);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
      remove_file (path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int version = 1; version <= sceau_migration_newest (); version++)
    {
      g_autofree char *name = g_strdup_printf ("/store/migration/opens-%03d", version);

      g_test_add_data_func (name, GINT_TO_POINTER (version), test_old_schema);
    }
  g_test_add_func ("/store/migration/first-form-of-the-seal", test_first_form_of_the_seal);
  g_test_add_func ("/store/migration/sitting-is-in-the-third-form-of-the-seal", test_sitting_is_in_the_third_form_of_the_seal);
  g_test_add_func ("/store/migration/events-become-acts", test_events_become_acts);
  g_test_add_func ("/store/migration/revoked-without-event", test_revoked_without_event);
  g_test_add_func ("/store/migration/old-and-read-only", test_old_and_read_only);
  g_test_add_func ("/store/migration/failing-step", test_failing_step);
  g_test_add_func ("/store/migration/new-school-is-what-the-steps-make", test_new_school_is_what_the_steps_make);
  g_test_add_func ("/store/migration/number-of-dumps", test_number_of_dumps);
  return g_test_run ();
}
