/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-keep-school.h"

#include "sceau-journal.h"
#include "sceau-workflow-fixture.h"

static SceauSchoolIdentity *
make_identity (const char *name, const char *siret)
{
  SceauSchoolIdentity *identity = sceau_school_identity_new ();

  identity->name = g_strdup (name);
  identity->siret = g_strdup (siret);
  return identity;
}

static void
test_found_begins_the_journal (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_load_identity (fixture->school, NULL);

  g_assert_cmpstr (identity->name, ==, "École fictive du Nord");
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "school.found"), ==, 1);
}

/* Each row is an identity that no school can have, and a word of the reason. */
static void
test_found_refuses_a_wrong_identity (void)
{
  static const struct
  {
    const char *name;
    const char *siret;
    const char *words;
  } rows[] = {
    { NULL, "73282932000074", "name" },
    { "   ", "73282932000074", "name" },
    { "École fictive", NULL, "SIRET" },
    { "École fictive", "73282932000075", "SIRET" },
    { "École fictive", "7328293200007", "SIRET" },
    { "École fictive", "7328293200007A", "SIRET" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
      g_autofree char *path = g_build_filename (fixture->folder, "other.sceau", NULL);
      g_autoptr (SceauSchoolIdentity) identity = make_identity (rows[i].name, rows[i].siret);
      g_autoptr (GError) error = NULL;

      g_assert_null (sceau_found_school (path, identity, fixture->faults, &error));
      g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
      g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_ERROR, 0, rows[i].words));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_found_takes_a_siret_as_people_write_it (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "other.sceau", NULL);
  g_autoptr (SceauSchoolIdentity) identity = make_identity (" École fictive ", "732 829 320 00074");
  g_autoptr (SceauSchool) school = sceau_found_school (path, identity, fixture->faults, NULL);
  g_autoptr (SceauSchoolIdentity) stored = sceau_school_load_identity (school, NULL);

  g_assert_cmpstr (stored->siret, ==, "73282932000074");
  g_assert_cmpstr (stored->name, ==, "École fictive");
}

static void
test_found_never_overwrites (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauSchoolIdentity) identity = make_identity ("Autre", "73282932000074");
  g_autofree char *before = sceau_workflow_fixture_digest (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (sceau_found_school (fixture->path, identity, fixture->faults, &error));
  g_assert_nonnull (error);
  after = sceau_workflow_fixture_digest (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_edit_keeps_before_and_after (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_load_identity (fixture->school, NULL);
  SceauJournalQuery query = { .limit = 1 };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const SceauJournalEntry *entry;

  identity->signatory = g_strdup ("Ada Fictive");
  g_assert_true (sceau_edit_identity (fixture->school, identity, fixture->faults, &error));
  g_assert_no_error (error);

  entries = sceau_journal_list (fixture->school, &query, NULL);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->verb, ==, "school.edit");
  g_assert_null (g_strstr_len (entry->before, -1, "Ada Fictive"));
  g_assert_nonnull (g_strstr_len (entry->after, -1, "Ada Fictive"));
}

static void
test_edit_refuses_and_writes_nothing (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauSchoolIdentity) identity = make_identity ("Autre", "12345678901234");
  g_autofree char *before = sceau_workflow_fixture_digest (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_edit_identity (fixture->school, identity, fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  after = sceau_workflow_fixture_digest (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_backup_comes_back_whole (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_cohort (NULL);
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.sceau", NULL);
  g_autofree char *restored = g_build_filename (fixture->folder, "restored.sceau", NULL);
  g_autofree char *head = sceau_journal_get_head (fixture->school, NULL);
  g_autofree char *head_restored = NULL;
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (GError) error = NULL;

  sceau_workflow_fixture_forget_faults (fixture);
  g_assert_true (sceau_back_up_school (fixture->school, backup, &error));
  g_assert_no_error (error);
  g_assert_true (sceau_restore_school (backup, restored, fixture->faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (fixture->faults), ==, 0);

  school = sceau_school_open (restored, SCEAU_SCHOOL_READ_ONLY, &error);
  g_assert_no_error (error);
  head_restored = sceau_journal_get_head (school, NULL);
  g_assert_cmpstr (head, ==, head_restored);
}

static void
test_restore_refuses_what_is_no_backup (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *backup = sceau_workflow_fixture_write (fixture, "backup.sceau", "not a school");
  g_autofree char *restored = g_build_filename (fixture->folder, "restored.sceau", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_restore_school (backup, restored, fixture->faults, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (restored, G_FILE_TEST_EXISTS));
}

static void
test_check_finds_a_sound_school_sound (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new_with_cohort (NULL);
  g_autoptr (GError) error = NULL;

  sceau_workflow_fixture_forget_faults (fixture);
  g_assert_true (sceau_check_school (fixture->school, fixture->faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_count_errors (fixture->faults), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/keep-school/found-begins-the-journal", test_found_begins_the_journal);
  g_test_add_func ("/workflows/keep-school/found-refuses-a-wrong-identity", test_found_refuses_a_wrong_identity);
  g_test_add_func ("/workflows/keep-school/found-takes-a-siret-as-people-write-it", test_found_takes_a_siret_as_people_write_it);
  g_test_add_func ("/workflows/keep-school/found-never-overwrites", test_found_never_overwrites);
  g_test_add_func ("/workflows/keep-school/edit-keeps-before-and-after", test_edit_keeps_before_and_after);
  g_test_add_func ("/workflows/keep-school/edit-refuses-and-writes-nothing", test_edit_refuses_and_writes_nothing);
  g_test_add_func ("/workflows/keep-school/backup-comes-back-whole", test_backup_comes_back_whole);
  g_test_add_func ("/workflows/keep-school/restore-refuses-what-is-no-backup", test_restore_refuses_what_is_no_backup);
  g_test_add_func ("/workflows/keep-school/check-finds-a-sound-school-sound", test_check_finds_a_sound_school_sound);
  return g_test_run ();
}
