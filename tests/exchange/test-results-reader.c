/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gstdio.h>

#include "exchange-test.h"
#include "sceau-plan-json.h"
#include "sceau-results-reader.h"

typedef struct
{
  SceauPlan *plan;
  GHashTable *numbers;
  SceauFaults *faults;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = test_fixture_text ("plan.json", NULL);

  fixture->faults = sceau_faults_new ();
  fixture->plan = sceau_plan_json_read (text, -1, fixture->faults, NULL);
  g_assert_nonnull (fixture->plan);
  fixture->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (fixture->numbers, (gpointer) "001");
  g_hash_table_add (fixture->numbers, (gpointer) "002");
  g_hash_table_add (fixture->numbers, (gpointer) "003");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_plan_free (fixture->plan);
  g_hash_table_unref (fixture->numbers);
  sceau_faults_free (fixture->faults);
}

static GPtrArray *
read_file (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = sceau_results_reader_read (file, fixture->plan, fixture->numbers, fixture->faults, NULL, &error);

  g_assert_no_error (error);
  test_print_faults (fixture->faults);
  return entries;
}

/* "001 EC1 1450" for values, "002 EC1 absent" for the states. */
static char *
show (GPtrArray *entries)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const SceauResultEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (text, "%s%s %s ", i > 0 ? ", " : "", entry->number, entry->modality_code);
      if (entry->mark.kind == SCEAU_MARK_VALUE)
        g_string_append_printf (text, "%d", entry->mark.value);
      else
        g_string_append (text, sceau_mark_kind_to_id (entry->mark.kind));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_reads_wide (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = test_fixture ("results-wide.csv");
  g_autoptr (GPtrArray) entries = read_file (fixture, path);
  g_autofree char *shown = show (entries);

  g_assert_cmpuint (sceau_faults_length (fixture->faults), ==, 0);
  g_assert_cmpstr (shown, ==,
                   "001 EC1 1450, 001 ORAL 500, 001 QUIZ 100, 002 EC1 absent, 002 QUIZ 0, 003 EC1 1225, 003 ORAL 400");
  g_assert_cmpint (((SceauResultEntry *) g_ptr_array_index (entries, 6))->line, ==, 4);
  g_assert_cmpint (((SceauResultEntry *) g_ptr_array_index (entries, 6))->column, ==, 4);
}

static void
test_reads_long (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = test_fixture ("results-long.csv");
  g_autoptr (GPtrArray) entries = read_file (fixture, path);
  g_autofree char *shown = show (entries);
  const SceauResultEntry *first = g_ptr_array_index (entries, 0);

  g_assert_cmpuint (sceau_faults_length (fixture->faults), ==, 0);
  g_assert_cmpstr (shown, ==, "001 EC1 1450, 002 EC1 0, 003 ORAL exempt");
  g_assert_cmpstr (first->examiner, ==, "Mme Arnaud");
  g_assert_cmpstr (first->comment, ==, "Clair");
  g_assert_cmpuint (first->date, ==, sceau_date_new (2026, 6, 12));
}

static void
test_names_every_fault (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int line;
    int column;
    const char *field;
    const char *says;
  } rows[] = {
    { 1, 5, "EC9", "no such modality" }, { 2, 3, "EC1", "20,5" },           { 3, 1, "number", "404" },
    { 4, 3, "EC1", "douze" },            { 4, 4, "ORAL", "G" },             { 5, 1, "number", "missing" },
    { 7, 3, "EC1", "Line 6" },
  };
  g_autofree char *path = test_fixture ("results-faulty.csv");
  g_autoptr (GPtrArray) entries = read_file (fixture, path);
  g_autofree char *shown = show (entries);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const SceauFault *fault = test_find_fault (fixture->faults, rows[i].field, rows[i].says);

      g_assert_nonnull (fault);
      g_assert_cmpint (fault->line, ==, rows[i].line);
      g_assert_cmpint (fault->column, ==, rows[i].column);
    }
  g_assert_cmpuint (sceau_faults_count_errors (fixture->faults), ==, G_N_ELEMENTS (rows));
  g_assert_cmpstr (shown, ==, "001 ORAL 500, 003 EC1 1100, 003 ORAL 300");
}

static void
test_refuses_by_shape (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *field;
    const char *says;
  } rows[] = {
    { "number;modality\n001;EC1\n", "mark", "missing" },
    { "modality;mark\nEC1;10\n", "number", "missing" },
    { "name;EC1\nZoé;10\n", "number", "missing" },
    { "number;modality;mark\n001;EC9;10\n", "modality", "no such modality" },
    { "number;modality;mark\n001;EC1;10\n001;ec1;11\n", "EC1", "Line 2" },
    { "number;modality;mark;date\n001;EC1;10;31/02/2026\n", "date", "31/02/2026" },
    { "number;EC1;ec1\n001;10;11\n", "ec1", "same modality" },
    { "number;EC1\n1,2E+05;10\n", "number", "digits are lost" },
    { "number;EC1\n001;14,555\n", "EC1", "14,555" },
    { "number;EC1\n001;-1\n", "EC1", "-1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (rows[i].text, strlen (rows[i].text));
      g_autoptr (SceauFaults) faults = sceau_faults_new ();
      g_autoptr (GPtrArray) entries
          = sceau_results_reader_read_bytes (bytes, fixture->plan, fixture->numbers, faults, NULL);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 1);
      g_assert_nonnull (test_find_fault (faults, rows[i].field, rows[i].says));
    }
}

/* The template of a cohort, filled in, is what the reader understands; what is there already stays. */
static void
test_template_reads_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-results-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "results.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) enrolments = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_enrolment_free);
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;

  for (int i = 1; i <= 3; i++)
    {
      SceauEnrolment *enrolment = sceau_enrolment_new ();

      enrolment->id = i;
      enrolment->learner_number = g_strdup_printf ("00%d", i);
      enrolment->learner_name = g_strdup ("=LEFÈVRE; Zoé");
      g_ptr_array_add (enrolments, enrolment);
    }
  g_ptr_array_add (results, sceau_result_new (1, "EC1", 1, (SceauMark) { SCEAU_MARK_VALUE, 1450 }));
  g_ptr_array_add (results, sceau_result_new (2, "ORAL", 1, (SceauMark) { SCEAU_MARK_VALUE, 0 }));
  g_ptr_array_add (results, sceau_result_new (2, "QUIZ", 1, (SceauMark) { SCEAU_MARK_VALUE, 50 }));
  g_ptr_array_add (results, sceau_result_new (3, "EC1", 1, (SceauMark) { SCEAU_MARK_FRAUD, 0 }));
  g_assert_true (sceau_results_template_write (file, fixture->plan, enrolments, results, FALSE, &error));
  g_assert_no_error (error);
  entries = read_file (fixture, path);
  g_assert_cmpuint (sceau_faults_length (fixture->faults), ==, 0);
  shown = show (entries);
  g_assert_cmpstr (shown, ==, "001 EC1 1450, 002 ORAL 0, 002 QUIZ 50, 003 EC1 fraud");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_a_header_alone_is_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const headers[] = { "number;EC1;ORAL\n", "number;modality;mark\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (headers[i], strlen (headers[i]));
      g_autoptr (SceauFaults) faults = sceau_faults_new ();
      g_autoptr (GPtrArray) entries = sceau_results_reader_read_bytes (bytes, fixture->plan, fixture->numbers, faults, NULL);

      g_assert_cmpuint (entries->len, ==, 0);
      g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 1);
      g_assert_true (g_str_has_prefix (sceau_faults_get (faults, 0)->reason, "There is no result in the file"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/exchange/results-reader/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("reads-wide", test_reads_wide);
  ADD ("reads-long", test_reads_long);
  ADD ("names-every-fault", test_names_every_fault);
  ADD ("refuses-by-shape", test_refuses_by_shape);
  ADD ("a-header-alone-is-refused", test_a_header_alone_is_refused);
  ADD ("template-reads-back", test_template_reads_back);
#undef ADD
  return g_test_run ();
}
