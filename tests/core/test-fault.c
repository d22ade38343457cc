/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Faults: kept in order, counted, and said in one line that can be mended from. */

#include "sceau-fault.h"
#include "test-rows.h"

typedef struct
{
  const char *sentence;
  int line, column;
  const char *place, *field, *value, *remedy;
  const char *expected;
} Row;

static const Row rows[] = {
  { "line, column, field, value, reason and remedy stand in one line", 12, 3, NULL, "birth_date", "31/02/1999", "Check the day.",
    "line 12, column 3 (birth_date) “31/02/1999”: It is no day. Check the day." },
  { "a line without a column is a line", 12, 0, NULL, NULL, NULL, NULL, "line 12: It is no day." },
  { "a column without a line is no place", 0, 3, NULL, NULL, NULL, NULL, "It is no day." },
  { "a place is said as it is given", 0, 0, "block BC02", "weight", NULL, NULL, "block BC02 (weight): It is no day." },
  { "a field alone has no brackets", 0, 0, NULL, "weight", "-1", NULL, "weight “-1”: It is no day." },
  { "a value alone has its quotation marks", 0, 0, NULL, NULL, "-1", NULL, "“-1”: It is no day." },
  { "a field is called as people call it", 0, 0, "Ada", "birth_date", NULL, NULL, "Ada (birth date): It is no day." },
  { "what is no field of ours stays as it is", 0, 0, NULL, "files[3].path", NULL, NULL, "files[3].path: It is no day." },
  { "a day is told as people write it", 0, 0, NULL, "admission", "2026-03-05", NULL, "admission “5 March 2026”: It is no day." },
  { "the first of a month too", 0, 0, NULL, "votes", "2026-08-01", NULL, "votes “1 August 2026”: It is no day." },
  { "a day in a file stays as it stands there", 3, 0, NULL, NULL, "2026-03-05", NULL, "line 3 “2026-03-05”: It is no day." },
  { "control characters reach the terminal as their numbers only", 0, 0, NULL, NULL, "a\033[2Jb\nc", NULL, "“a\\u001B[2Jb c”: It is no day." },
  { "bytes that are no text are replaced", 0, 0, NULL, NULL, "Zo\351", NULL, "“Zo\357\277\275”: It is no day." },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autofree char *text = NULL;

  if (row->place != NULL)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, row->place, row->field, row->value, "It is no day.", row->remedy);
  else
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, row->line, row->column, row->field, row->value, "It is no day.",
                      row->remedy);
  text = sceau_fault_to_string (sceau_faults_get (faults, 0));
  g_assert_cmpstr (text, ==, row->expected);
}

typedef struct
{
  const char *sentence;
  int length;        /* characters read */
  int shown;         /* characters kept */
  gboolean ellipsis;
} LengthRow;

static const LengthRow length_rows[] = {
  { "sixty characters are kept whole", 60, 60, FALSE },
  { "sixty-one are shortened to sixty", 61, 60, TRUE },
  { "a million are shortened to sixty", 1000000, 60, TRUE },
};

static void
test_length (gconstpointer data)
{
  const LengthRow *row = data;
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GString) value = g_string_new (NULL);
  const SceauFault *fault;

  for (int i = 0; i < row->length; i++)
    g_string_append (value, "é");
  sceau_faults_add (faults, SCEAU_FAULT_WARNING, 1, 1, NULL, value->str, "Too long.", NULL);
  fault = sceau_faults_get (faults, 0);
  g_assert_cmpint (g_utf8_strlen (fault->value, -1), ==, row->shown);
  g_assert_cmpint (g_str_has_suffix (fault->value, "…"), ==, row->ellipsis);
}

static void
test_count (void)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  sceau_faults_add (faults, SCEAU_FAULT_WARNING, 4, 1, NULL, NULL, "First.", NULL);
  sceau_faults_add (faults, SCEAU_FAULT_ERROR, 2, 1, NULL, NULL, "Second.", NULL);
  sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, NULL, NULL, NULL, "Third.", NULL);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 3);
  g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 2);
  g_assert_cmpstr (sceau_faults_get (faults, 2)->reason, ==, "Third.");
  g_assert_true (sceau_faults_line_has_error (faults, 2));
  g_assert_false (sceau_faults_line_has_error (faults, 4));
  g_assert_false (sceau_faults_line_has_error (faults, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("fault", rows, test_row);
  TEST_ROWS_ADD ("fault/length", length_rows, test_length);
  g_test_add_func ("/core/fault/errors-are-counted-and-warnings-are-not", test_count);
  return g_test_run ();
}
