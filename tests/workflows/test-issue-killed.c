/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A delivery whose process is killed on its way: whole groups are issued, and the next call goes on with the rest. */

#include "sceau-backup.h"
#include "sceau-certificate-table.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-jury-fixture.h"
#include "sceau-keep-school.h"
#include "sceau-verify-certificate.h"

#define LEARNERS 5
#define GROUP 2
#define KILLS 16

static const char *program;

static GPtrArray *
issue (SceauSchool *school, gint64 id, const char *folder, GError **error)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  const SceauIssueOptions options
      = { .session_id = id, .delivered = sceau_date_new (2026, 11, 21), .place = "Lille", .folder = folder };

  return sceau_issue_certificates_by (school, &options, NULL, GROUP, faults, NULL, NULL, error);
}

/* What this program does when the test starts it once more: "--issue FILE ID FOLDER". */
static int
issue_and_exit (const char *path, const char *id, const char *folder)
{
  g_autoptr (SceauSchool) school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, NULL);
  g_autoptr (GPtrArray) certificates
      = school != NULL ? issue (school, g_ascii_strtoll (id, NULL, 10), folder, NULL) : NULL;

  return certificates != NULL ? 0 : 1;
}

static gint64
run_issue (const char *path, gint64 id, const char *folder, gint64 patience)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GSubprocess) child
      = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--issue", path, number, folder, NULL);

  g_assert_no_error (error);
  if (patience > 0)
    {
      g_usleep ((gulong) patience);
      g_subprocess_force_exit (child);
    }
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  return g_get_monotonic_time () - start;
}

/* Every file that has a name is a whole parchemin of the register. Returns how many there are, hidden ones counted apart. */
static guint
look_at_folder (SceauSchool *school, const char *folder, guint *n_hidden)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  *n_hidden = 0;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (SceauVerified) verified = NULL;
      g_autoptr (GError) error = NULL;

      if (name[0] == '.')
        {
          (*n_hidden)++;
          continue;
        }
      verified = sceau_verify_certificate_file (school, path, &error);
      g_assert_no_error (error);
      g_assert_cmpint (verified->verification, ==, SCEAU_VERIFY_GENUINE);
      n++;
    }
  return n;
}

/* Numbers have no gap, however often the run was killed. */
static void
assert_all_issued (SceauSchool *school)
{
  const SceauCertificateQuery query = { 0 };
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) certificates = sceau_certificate_table_list (school, &query, NULL);

  g_assert_cmpuint (certificates->len, ==, LEARNERS);
  for (guint i = 0; i < LEARNERS; i++)
    g_assert_cmpint (((SceauCertificate *) g_ptr_array_index (certificates, i))->sequence, ==, (int) i + 1);
  g_assert_true (sceau_check_school (school, faults, NULL));
  g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 0);
}

/* Returns how many were issued before the kill. */
static gint64
kill_once (SceauJuryFixture *fixture, gint64 id, guint index, gint64 patience, gint64 *took)
{
  g_autofree char *path = g_strdup_printf ("%s/killed-%u.sceau", fixture->base->folder, index);
  g_autofree char *folder = g_strdup_printf ("%s/killed-%u", fixture->base->folder, index);
  const SceauCertificateQuery query = { 0 };
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GError) error = NULL;
  gint64 issued;
  guint n_hidden;

  sceau_backup_create (fixture->school, path, &error);
  g_assert_no_error (error);
  *took = run_issue (path, id, folder, patience);
  school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_assert_no_error (error);
  issued = sceau_certificate_table_count (school, &query, NULL);
  g_assert_true (issued == LEARNERS || issued % GROUP == 0);
  g_assert_cmpuint (look_at_folder (school, folder, &n_hidden), <=, issued);

  rest = issue (school, id, folder, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rest->len, ==, LEARNERS - issued);
  g_assert_cmpuint (look_at_folder (school, folder, &n_hidden), ==, LEARNERS);
  g_assert_cmpuint (n_hidden, ==, 0);
  assert_all_issued (school);
  return issued;
}

static void
test_goes_on_after_a_kill (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (LEARNERS);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  gint64 whole, took, least = LEARNERS;

  g_assert_cmpint (kill_once (fixture, id, 0, 0, &whole), ==, LEARNERS);
  for (guint i = 1; i <= KILLS; i++)
    {
      const gint64 issued = kill_once (fixture, id, i, whole * i / KILLS, &took);

      g_test_message ("killed after %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " µs: %" G_GINT64_FORMAT " issued", took, whole, issued);
      least = MIN (least, issued);
    }
  /* The first falls at once; how far the others come depends on the machine. */
  g_assert_cmpint (least, <, LEARNERS);
}

static void
test_takes_away_what_a_killed_run_left (void)
{
  static const struct
  {
    const char *name;
    gboolean stays;
  } files[] = {
    { ".sceau-4999999-a1B2c3", FALSE },
    { ".sceau-1-a1B2c3", TRUE },
    { ".sceau-4999999-notes.txt", TRUE },
    { ".sceau-a1B2c3", TRUE },
    { ".sceau--a1B2c3", TRUE },
    { "sceau-4999999-a1B2c3", TRUE },
  };
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_free (sceau_workflow_fixture_write (fixture->base, files[i].name, "rest"));
  certificates = issue (fixture->school, id, fixture->base->folder, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->base->folder, files[i].name, NULL);

      g_test_message ("%s", files[i].name);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == files[i].stays);
    }
}

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 5 && g_str_equal (argv[1], "--issue"))
    return issue_and_exit (argv[2], argv[3], argv[4]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/issue-killed/takes-away-what-a-killed-run-left", test_takes_away_what_a_killed_run_left);
  g_test_add_func ("/workflows/issue-killed/goes-on-after-a-kill", test_goes_on_after_a_kill);
  return g_test_run ();
}
