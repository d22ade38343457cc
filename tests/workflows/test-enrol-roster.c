/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-enrol-learners.h"

#include <string.h>

#include "sceau-acquired-block-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-cohort-table.h"
#include "sceau-journal.h"
#include "sceau-learner-table.h"
#include "sceau-quota-exception-table.h"
#include "sceau-workflow-fixture.h"

#define HEADER "number;sex;birth_name;first_name;birth_date;birth_commune;route;admission;acquired_blocks\n"
#define ZOE "A001;F;LEFÈVRE;Zoé;1994-03-07;31555;FC;;\n"
#define LUKASZ "A002;M;ŁUKASIEWICZ;Łukasz;28/02/1990;99122;VAE;a;\n"
#define INES "A003;F;DUPONT;Inès;1992-11-30;2A004;CA;;RNCP41445BC01=earlier:2024-06-28:PV 2024-06\n"

typedef struct
{
  SceauWorkflowFixture *fixture;
  gint64 cohort;
  SceauImportSummary summary;
  GError *error;
} Import;

static void
import_clear (Import *self)
{
  sceau_workflow_fixture_free (self->fixture);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static Import
make_import (void)
{
  Import import = { NULL };

  import.fixture = sceau_workflow_fixture_new_with_cohort (&import.cohort);
  return import;
}

static gboolean
run (Import *import, const char *text, SceauImportFlags flags)
{
  g_autofree char *path = sceau_workflow_fixture_write (import->fixture, "roster.csv", text);

  g_clear_error (&import->error);
  sceau_workflow_fixture_forget_faults (import->fixture);
  return sceau_enrol_from_roster (import->fixture->school, path, SCEAU_FIXTURE_CODE, SCEAU_FIXTURE_COHORT, flags, &import->summary,
                                  import->fixture->faults, NULL, NULL, &import->error);
}

static gint64
count_enrolments (Import *import)
{
  SceauEnrolmentQuery query = { .cohort_id = import->cohort };

  return sceau_enrolment_table_count (import->fixture->school, &query, NULL);
}

static void
test_a_good_roster_comes_in_whole (void)
{
  g_auto (Import) import = make_import ();
  g_autoptr (SceauLearner) learner = NULL;
  g_autoptr (GPtrArray) blocks = NULL;

  g_assert_true (run (&import, HEADER ZOE LUKASZ INES, SCEAU_IMPORT_DEFAULT));
  g_assert_no_error (import.error);
  g_assert_cmpuint (import.summary.lines, ==, 3);
  g_assert_cmpuint (import.summary.written, ==, 3);
  g_assert_cmpuint (import.summary.refused, ==, 0);
  g_assert_cmpint (count_enrolments (&import), ==, 3);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (import.fixture, "learner.enrol"), ==, 1);

  learner = sceau_learner_table_find_by_number (import.fixture->school, "A003", NULL);
  blocks = sceau_acquired_block_table_list_by_learner (import.fixture->school, learner->id, SCEAU_FIXTURE_CODE, NULL);
  g_assert_cmpuint (blocks->len, ==, 1);
  g_assert_cmpstr (((SceauAcquiredBlock *) g_ptr_array_index (blocks, 0))->proof, ==, "PV 2024-06");
}

static void
test_the_journal_keeps_every_learner (void)
{
  g_auto (Import) import = make_import ();
  SceauJournalQuery query = { .limit = 1 };
  g_autoptr (GPtrArray) entries = NULL;
  const SceauJournalEntry *entry;

  g_assert_true (run (&import, HEADER ZOE LUKASZ INES, SCEAU_IMPORT_DEFAULT));
  entries = sceau_journal_list (import.fixture->school, &query, NULL);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->verb, ==, "learner.enrol");
  g_assert_nonnull (strstr (entry->after, "LEFÈVRE"));
  g_assert_nonnull (strstr (entry->after, "ŁUKASIEWICZ"));
  g_assert_nonnull (strstr (entry->after, "PV 2024-06"));
}

static void
test_a_dry_run_says_the_same_and_writes_nothing (void)
{
  g_auto (Import) import = make_import ();
  g_autofree char *before = sceau_workflow_fixture_digest (import.fixture);
  g_autofree char *after = NULL;
  SceauImportSummary dry;

  g_assert_true (run (&import, HEADER ZOE LUKASZ INES, SCEAU_IMPORT_DRY_RUN));
  dry = import.summary;
  after = sceau_workflow_fixture_digest (import.fixture);
  g_assert_cmpstr (before, ==, after);

  g_assert_true (run (&import, HEADER ZOE LUKASZ INES, SCEAU_IMPORT_DEFAULT));
  g_assert_cmpmem (&dry, sizeof dry, &import.summary, sizeof import.summary);
}

/* Each row is a line that cannot come in, after a good one; a word of its fault. */
static void
test_bad_lines_leave_the_school_as_it_was (void)
{
  static const struct
  {
    const char *line;
    const char *words;
  } rows[] = {
    { "A001;M;DURAND;Paul;1990-01-01;31555;FC;;\n", "line 2" },     /* the number of the line above */
    { "A009;M;DURAND;Paul;31/02/1990;31555;FC;;\n", "31/02/1990" }, /* no such day */
    { "A009;M;;Paul;1990-01-01;31555;FC;;\n", "birth_name" },
    { "A009;M;DURAND;;1990-01-01;31555;FC;;\n", "first_name" },
    { "A009;;DURAND;Paul;1990-01-01;31555;FC;;\n", "sex" },
    { "A009;M;DURAND;Paul;1990-01-01;31555;XX;;\n", "XX" },
    { "A009;M;DURAND;Paul;1990-01-01;31555;CL;;\n", "route" },      /* closed on this fiche */
    { "A009;M;DURAND;Paul;1990-01-01;31555;FC;z;\n", "admission" },
    { "A009;M;DURAND;Paul;1990-01-01;31555;FC;;RNCP41445BC09=earlier:2024-06-28:PV 1\n", "RNCP41445BC09" },
    { "A009;M;DURAND;Paul;1990-01-01;31555;FC;;RNCP41445BC01=jury:2024-06-28:PV 1\n", "acquired_blocks" },
    { "A009;M;DURAND;Paul;1990-01-01;31555;FC;;RNCP41445BC01=earlier:2034-06-28:PV 1\n", "future" },
    { "A009;M;DURAND;Paul;1990-01-01;31555;FC;;;one cell too many\n", "" },
  };
  g_auto (Import) import = make_import ();
  g_autofree char *before = sceau_workflow_fixture_digest (import.fixture);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strconcat (HEADER ZOE, rows[i].line, NULL);
      g_autofree char *after = NULL;
      SceauImportSummary real;

      g_assert_false (run (&import, text, SCEAU_IMPORT_DEFAULT));
      g_assert_error (import.error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
      g_assert_true (sceau_workflow_fixture_has_fault (import.fixture, SCEAU_FAULT_ERROR, 3, rows[i].words));
      g_assert_cmpuint (import.summary.refused, ==, 1);
      g_assert_cmpuint (import.summary.lines, ==, 2);
      g_assert_cmpuint (import.summary.written, ==, 0);
      real = import.summary;

      g_assert_false (run (&import, text, SCEAU_IMPORT_DRY_RUN));
      g_assert_cmpmem (&real, sizeof real, &import.summary, sizeof import.summary);
      after = sceau_workflow_fixture_digest (import.fixture);
      g_assert_cmpstr (before, ==, after);
    }
}

/* Each row is a file of which no line can be used. */
static void
test_useless_files_leave_the_school_as_it_was (void)
{
  static const char *const texts[] = {
    "",
    "number;sex\nA001;F\n",
    "number|sex|birth_name\nA001|F|X\n",
    "number;sex;birth_name;first_name;birth_date;route\n\xe9\xe8;F;X;Y;1990-01-01;FC\n",
    HEADER "A001;F;\"LEFÈVRE;Zoé;1994-03-07;31555;FC;;\n",
  };
  g_auto (Import) import = make_import ();
  g_autofree char *before = sceau_workflow_fixture_digest (import.fixture);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *after = NULL;

      g_assert_false (run (&import, texts[i], SCEAU_IMPORT_ACCEPT_VALID));
      g_assert_nonnull (import.error);
      after = sceau_workflow_fixture_digest (import.fixture);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_good_lines_come_in_when_accepted (void)
{
  g_auto (Import) import = make_import ();

  g_assert_true (run (&import, HEADER ZOE "A002;M;;Paul;1990-01-01;31555;FC;;\n" INES, SCEAU_IMPORT_ACCEPT_VALID));
  g_assert_no_error (import.error);
  g_assert_cmpuint (import.summary.lines, ==, 3);
  g_assert_cmpuint (import.summary.written, ==, 2);
  g_assert_cmpuint (import.summary.refused, ==, 1);
  g_assert_cmpint (count_enrolments (&import), ==, 2);
}

static void
test_accepting_nothing_but_faults_is_refused (void)
{
  g_auto (Import) import = make_import ();

  g_assert_false (run (&import, HEADER "A002;M;;Paul;1990-01-01;31555;FC;;\n", SCEAU_IMPORT_ACCEPT_VALID));
  g_assert_error (import.error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
}

static void
test_the_same_roster_again_changes_nothing (void)
{
  g_auto (Import) import = make_import ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (run (&import, HEADER ZOE LUKASZ, SCEAU_IMPORT_DEFAULT));
  before = sceau_workflow_fixture_digest (import.fixture);
  g_assert_true (run (&import, HEADER ZOE LUKASZ, SCEAU_IMPORT_DEFAULT));
  g_assert_cmpuint (import.summary.unchanged, ==, 2);
  g_assert_cmpuint (import.summary.written, ==, 0);
  g_assert_true (sceau_workflow_fixture_has_fault (import.fixture, SCEAU_FAULT_WARNING, 2, "already"));
  after = sceau_workflow_fixture_digest (import.fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_whoever_is_in_already_cannot_come_otherwise (void)
{
  g_auto (Import) import = make_import ();

  g_assert_true (run (&import, HEADER ZOE, SCEAU_IMPORT_DEFAULT));
  g_assert_false (run (&import, HEADER "A001;F;LEFÈVRE;Zoé;1994-03-07;31555;VAE;;\n", SCEAU_IMPORT_DEFAULT));
  g_assert_true (sceau_workflow_fixture_has_fault (import.fixture, SCEAU_FAULT_ERROR, 2, "already"));
}

static void
test_a_known_number_must_carry_the_same_person (void)
{
  g_auto (Import) import = make_import ();
  g_autoptr (GError) error = NULL;

  g_assert_true (run (&import, HEADER ZOE, SCEAU_IMPORT_DEFAULT));
  g_assert_false (run (&import, HEADER "A001;M;DURAND;Paul;1990-01-01;31555;FC;;\n", SCEAU_IMPORT_DEFAULT));
  g_assert_true (sceau_workflow_fixture_has_fault (import.fixture, SCEAU_FAULT_ERROR, 2, "LEFÈVRE Zoé"));
}

static void
test_a_known_learner_enters_a_second_cohort (void)
{
  g_auto (Import) import = make_import ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  SceauLearnerQuery query = { 0 };

  g_assert_true (run (&import, HEADER ZOE, SCEAU_IMPORT_DEFAULT));
  g_assert_cmpint (sceau_open_cohort (import.fixture->school, SCEAU_FIXTURE_CODE, "2026 B", sceau_date_new (2026, 2, 5),
                                      sceau_date_new (2026, 12, 18), 0, import.fixture->faults, NULL),
                   >, 0);
  path = sceau_workflow_fixture_write (import.fixture, "second.csv", HEADER "A001;F;lefevre;ZOE;1994-03-07;31555;FC;;\n");
  g_assert_true (sceau_enrol_from_roster (import.fixture->school, path, SCEAU_FIXTURE_CODE, "2026 B", SCEAU_IMPORT_DEFAULT,
                                          &import.summary, import.fixture->faults, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (import.summary.written, ==, 1);
  g_assert_cmpint (sceau_learner_table_count (import.fixture->school, &query, NULL), ==, 1);
}

/* One person under two numbers, in one file or against the school, is a warning that names the other number. */
static void
test_one_person_under_two_numbers_is_a_warning (void)
{
  g_auto (Import) import = make_import ();

  g_assert_true (run (&import, HEADER ZOE "A021;F;Lefevre;ZOE;07/03/1994;31555;FC;;\n"
                      "A022;F;LEFÈVRE;Zoé;1994-03-08;31555;FC;;\n" "A023;F;LEFÈVRE;Anne;1994-03-07;31555;FC;;\n",
                      SCEAU_IMPORT_DRY_RUN));
  g_assert_true (sceau_workflow_fixture_has_fault (import.fixture, SCEAU_FAULT_WARNING, 3, "A001"));
  g_assert_false (sceau_workflow_fixture_has_fault (import.fixture, SCEAU_FAULT_WARNING, 2, "twice"));
  g_assert_false (sceau_workflow_fixture_has_fault (import.fixture, SCEAU_FAULT_WARNING, 4, "twice"));
  g_assert_false (sceau_workflow_fixture_has_fault (import.fixture, SCEAU_FAULT_WARNING, 5, "twice"));

  g_assert_true (run (&import, HEADER ZOE, SCEAU_IMPORT_DEFAULT));
  g_assert_cmpuint (sceau_faults_length (import.fixture->faults), ==, 0);
  g_assert_true (run (&import, HEADER "A021;F;Lefevre;ZOE;07/03/1994;31555;FC;;\n", SCEAU_IMPORT_DEFAULT));
  g_assert_true (sceau_workflow_fixture_has_fault (import.fixture, SCEAU_FAULT_WARNING, 2, "A001"));
  g_assert_cmpint (count_enrolments (&import), ==, 2);
}

static void
test_an_unknown_cohort_names_those_that_exist (void)
{
  g_auto (Import) import = make_import ();
  g_autofree char *path = sceau_workflow_fixture_write (import.fixture, "roster.csv", HEADER ZOE);
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_enrol_from_roster (import.fixture->school, path, SCEAU_FIXTURE_CODE, "2031", SCEAU_IMPORT_DEFAULT, &import.summary,
                                           import.fixture->faults, NULL, NULL, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, SCEAU_FIXTURE_COHORT));
}

static void
cancel_once_writing (double fraction, const char *what, gpointer data)
{
  if (fraction >= 0.5)
    g_cancellable_cancel (data);
}

/* Cancelled while it writes, not before it begins. */
static void
test_cancelled_half_way_leaves_nothing (void)
{
  g_auto (Import) import = make_import ();
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SceauProgress progress = { cancel_once_writing, cancellable, 0 };
  g_autofree char *path = NULL;
  g_autofree char *before = sceau_workflow_fixture_digest (import.fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "N%05u;F;LEFÈVRE;Zoé;1994-03-07;31555;FC;;\n", i);
  path = sceau_workflow_fixture_write (import.fixture, "roster.csv", text->str);
  g_assert_false (sceau_enrol_from_roster (import.fixture->school, path, SCEAU_FIXTURE_CODE, SCEAU_FIXTURE_COHORT, SCEAU_IMPORT_DEFAULT,
                                           &import.summary, import.fixture->faults, &progress, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = sceau_workflow_fixture_digest (import.fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (count_enrolments (&import), ==, 0);
}

static void
test_the_template_is_never_written_over (void)
{
  g_auto (Import) import = make_import ();
  g_autofree char *path = g_build_filename (import.fixture->folder, "template.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_write_roster_template (path, &error));
  g_assert_no_error (error);
  g_assert_false (sceau_write_roster_template (path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

/* With two learners planned there is no place for a derogation: the reason stands in the roster, under a French heading too. */
static void
test_an_exception_comes_with_its_reason (void)
{
  static const char *const headings[] = { "exception", "Motif de l’exception" };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_auto (Import) import = make_import ();
      g_autoptr (SceauCohort) cohort = sceau_cohort_table_find (import.fixture->school, import.cohort, NULL);
      g_autofree char *header = g_strdup_printf ("number;sex;birth_name;first_name;birth_date;birth_commune;route;admission;%s\n", headings[i]);
      g_autofree char *without = g_strconcat (header, "A001;F;LEFÈVRE;Zoé;1994-03-07;31555;FC;a;\n", NULL);
      g_autofree char *with = g_strconcat (header, "A001;F;LEFÈVRE;Zoé;1994-03-07;31555;FC;a;Accord du certificateur\n", NULL);
      g_autoptr (GPtrArray) kept = NULL;

      cohort->planned_learners = 2;
      g_assert_true (sceau_amend_cohort (import.fixture->school, cohort, import.fixture->faults, NULL));
      g_assert_false (run (&import, without, SCEAU_IMPORT_DEFAULT));
      g_assert_error (import.error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
      g_assert_cmpint (count_enrolments (&import), ==, 0);
      g_assert_true (run (&import, with, SCEAU_IMPORT_DEFAULT));
      g_assert_no_error (import.error);
      kept = sceau_quota_exception_table_list (import.fixture->school, import.cohort, NULL);
      g_assert_cmpuint (kept->len, >=, 1);
      g_assert_cmpstr (((SceauQuotaException *) g_ptr_array_index (kept, 0))->reason, ==, "Accord du certificateur");
      g_assert_cmpint (((SceauQuotaException *) g_ptr_array_index (kept, 0))->places, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/enrol-roster/a-good-roster-comes-in-whole", test_a_good_roster_comes_in_whole);
  g_test_add_func ("/workflows/enrol-roster/the-journal-keeps-every-learner", test_the_journal_keeps_every_learner);
  g_test_add_func ("/workflows/enrol-roster/a-dry-run-says-the-same-and-writes-nothing", test_a_dry_run_says_the_same_and_writes_nothing);
  g_test_add_func ("/workflows/enrol-roster/bad-lines-leave-the-school-as-it-was", test_bad_lines_leave_the_school_as_it_was);
  g_test_add_func ("/workflows/enrol-roster/useless-files-leave-the-school-as-it-was", test_useless_files_leave_the_school_as_it_was);
  g_test_add_func ("/workflows/enrol-roster/good-lines-come-in-when-accepted", test_good_lines_come_in_when_accepted);
  g_test_add_func ("/workflows/enrol-roster/accepting-nothing-but-faults-is-refused", test_accepting_nothing_but_faults_is_refused);
  g_test_add_func ("/workflows/enrol-roster/the-same-roster-again-changes-nothing", test_the_same_roster_again_changes_nothing);
  g_test_add_func ("/workflows/enrol-roster/whoever-is-in-already-cannot-come-otherwise", test_whoever_is_in_already_cannot_come_otherwise);
  g_test_add_func ("/workflows/enrol-roster/a-known-number-must-carry-the-same-person", test_a_known_number_must_carry_the_same_person);
  g_test_add_func ("/workflows/enrol-roster/a-known-learner-enters-a-second-cohort", test_a_known_learner_enters_a_second_cohort);
  g_test_add_func ("/workflows/enrol-roster/an-unknown-cohort-names-those-that-exist", test_an_unknown_cohort_names_those_that_exist);
  g_test_add_func ("/workflows/enrol-roster/one-person-under-two-numbers-is-a-warning", test_one_person_under_two_numbers_is_a_warning);
  g_test_add_func ("/workflows/enrol-roster/cancelled-half-way-leaves-nothing", test_cancelled_half_way_leaves_nothing);
  g_test_add_func ("/workflows/enrol-roster/the-template-is-never-written-over", test_the_template_is_never_written_over);
  g_test_add_func ("/workflows/enrol-roster/an-exception-comes-with-its-reason", test_an_exception_comes_with_its_reason);
  return g_test_run ();
}
