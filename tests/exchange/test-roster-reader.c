/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gstdio.h>

#include "exchange-test.h"
#include "sceau-roster-reader.h"

static GPtrArray *
read_fixture (const char *name, SceauFaults *faults)
{
  g_autofree char *path = test_fixture (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = sceau_roster_reader_read (file, faults, NULL, &error);

  g_assert_no_error (error);
  test_print_faults (faults);
  return entries;
}

static GPtrArray *
read_text (const char *text, SceauFaults *faults)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return sceau_roster_reader_read_bytes (bytes, faults, NULL);
}

static void
test_reads_english (void)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) entries = read_fixture ("roster.csv", faults);
  const SceauRosterEntry *first = g_ptr_array_index (entries, 0);
  const SceauRosterEntry *second = g_ptr_array_index (entries, 1);
  const SceauRosterEntry *third = g_ptr_array_index (entries, 2);
  const SceauAcquiredBlock *block = g_ptr_array_index (second->acquired_blocks, 0);

  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpstr (first->learner->number, ==, "2025-001");
  g_assert_cmpstr (first->learner->birth_name, ==, "Lefèvre");
  g_assert_cmpstr (first->learner->usage_name, ==, "Martin");
  g_assert_cmpstr (first->learner->other_names, ==, "Anne, Lou");
  g_assert_cmpint (first->learner->sex, ==, SCEAU_SEX_FEMALE);
  g_assert_cmpuint (first->learner->birth_date, ==, sceau_date_new (1994, 3, 7));
  g_assert_cmpint (first->enrolment->route, ==, SCEAU_ROUTE_INITIAL);
  g_assert_cmpuint (first->enrolment->entry, ==, sceau_date_new (2025, 9, 1));
  g_assert_cmpuint (first->enrolment->company_end, ==, sceau_date_new (2026, 8, 31));
  g_assert_cmpuint (first->enrolment->targeted_blocks->len, ==, 0);
  g_assert_cmpint (second->enrolment->route, ==, SCEAU_ROUTE_VAE);
  g_assert_cmpuint (second->enrolment->entry, ==, SCEAU_NO_DATE);
  g_assert_cmpuint (second->enrolment->targeted_blocks->len, ==, 2);
  g_assert_cmpuint (second->acquired_blocks->len, ==, 1);
  g_assert_cmpstr (block->block_code, ==, "RNCP99999BC01");
  g_assert_cmpint (block->kind, ==, SCEAU_ACQUISITION_VAE);
  g_assert_cmpstr (block->proof, ==, "PV 2024-06");
  g_assert_cmpint (third->line, ==, 4);
  g_assert_cmpstr (third->learner->birth_commune, ==, "2A004");
  g_assert_cmpint (third->enrolment->admission, ==, SCEAU_ADMISSION_DEROGATION_A);
  g_assert_cmpint (third->enrolment->route, ==, SCEAU_ROUTE_APPRENTICESHIP);
}

static void
test_reads_french (void)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) entries = read_fixture ("roster-french.csv", faults);
  const SceauRosterEntry *first = g_ptr_array_index (entries, 0);

  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 1);
  g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, "Couleur");
  g_assert_cmpint (sceau_faults_get (faults, 0)->severity, ==, SCEAU_FAULT_WARNING);
  g_assert_cmpint (sceau_faults_get (faults, 0)->column, ==, 11);
  g_assert_cmpstr (first->learner->first_name, ==, "Élodie");
  g_assert_cmpstr (first->learner->other_names, ==, "Marie");
  g_assert_cmpint (first->learner->sex, ==, SCEAU_SEX_FEMALE);
  g_assert_cmpint (first->enrolment->route, ==, SCEAU_ROUTE_CONTINUING);
  g_assert_cmpint (first->enrolment->admission, ==, SCEAU_ADMISSION_DEROGATION_B);
}

static void
test_names_every_faulty_line (void)
{
  static const struct
  {
    int line;
    const char *field;
    const char *says;
  } rows[] = {
    { 2, "birth_date", "31/02/1999" },  { 3, "sex", "X" },
    { 4, "birth_name", "missing" },     { 5, "number", "line 2" },
    { 6, "birth_date", "serial" },      { 7, "birth_commune", "01053" },
    { 8, "number", "digits are lost" }, { 9, "route", "poste" },
    { 10, "route", "missing" },         { 11, "admission", "z" },
    { 12, "acquired_blocks", "RNCP1BC01" }, { 13, "acquired_blocks", "jury" },
    { 14, NULL, "13 in" },           { 15, NULL, ": 3 in" },
  };
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) entries = read_fixture ("roster-faulty.csv", faults);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const SceauFault *fault = test_find_fault (faults, rows[i].field, rows[i].says);

      g_test_message ("line %d", rows[i].line);
      g_assert_nonnull (fault);
      g_assert_cmpint (fault->line, ==, rows[i].line);
      g_assert_cmpint (fault->column, >, 0);
      g_assert_nonnull (fault->remedy);
    }
  /* One fault a line and no second one about the same cell; the last line only warns about the address. */
  g_assert_cmpuint (sceau_faults_count_errors (faults), ==, G_N_ELEMENTS (rows));
  g_assert_cmpuint (sceau_faults_length (faults), ==, G_N_ELEMENTS (rows) + 1);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpint (((SceauRosterEntry *) g_ptr_array_index (entries, 0))->line, ==, 16);
}

static void
test_names_missing_columns (void)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) entries = read_text ("number;nom;Prénom\n1;Un;Anne\n", faults);

  g_assert_cmpuint (entries->len, ==, 0);
  g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 3);
  g_assert_nonnull (test_find_fault (faults, "sex", "“sexe”"));
  g_assert_nonnull (test_find_fault (faults, "birth_date", "“date de naissance”"));
  g_assert_nonnull (test_find_fault (faults, "route", "“voie d’accès”"));
}

static void
test_warns_of_doubled_columns (void)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) entries = read_text ("number;sexe;civilité;nom;prénom;date de naissance;insee;voie\n"
                                             "1;F;Mme;Un;Anne;01/02/1990;31555;FI\n", faults);

  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 1);
  g_assert_nonnull (test_find_fault (faults, "civilité", "column 2"));
}

static void
test_template_reads_back (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-roster-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "roster.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_true (sceau_roster_template_write (file, FALSE, &error));
  g_assert_no_error (error);
  entries = sceau_roster_reader_read (file, faults, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 0);
  /* Nothing else is wrong with it than that nobody filled it in. */
  g_assert_cmpuint (sceau_faults_length (faults), ==, 1);
  g_assert_cmpint (sceau_faults_get (faults, 0)->severity, ==, SCEAU_FAULT_ERROR);
  g_assert_true (g_str_has_prefix (sceau_faults_get (faults, 0)->reason, "There is no learner in the file"));
  g_assert_false (sceau_roster_template_write (file, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/roster-reader/reads-english", test_reads_english);
  g_test_add_func ("/exchange/roster-reader/reads-french", test_reads_french);
  g_test_add_func ("/exchange/roster-reader/names-every-faulty-line", test_names_every_faulty_line);
  g_test_add_func ("/exchange/roster-reader/names-missing-columns", test_names_missing_columns);
  g_test_add_func ("/exchange/roster-reader/warns-of-doubled-columns", test_warns_of_doubled_columns);
  g_test_add_func ("/exchange/roster-reader/template-reads-back", test_template_reads_back);
  return g_test_run ();
}
