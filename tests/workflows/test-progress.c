/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-progress.h"

typedef struct
{
  guint reports;
  double last;
} Seen;

static void
report (double fraction, const char *what, gpointer data)
{
  Seen *seen = data;

  g_assert_cmpfloat (fraction, >=, seen->last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  seen->reports++;
  seen->last = fraction;
}

static void
test_says_the_first_and_the_last_and_few_between (void)
{
  Seen seen = { 0, 0.0 };
  SceauProgress progress = { report, &seen, 0 };

  for (guint i = 0; i < 100000; i++)
    sceau_progress_report (&progress, i, 100000, "x");
  g_assert_cmpuint (seen.reports, >=, 1);
  g_assert_cmpuint (seen.reports, <, 1000);

  sceau_progress_report (&progress, 100000, 100000, NULL);
  g_assert_cmpfloat (seen.last, ==, 1.0);
}

static void
test_nobody_listening_is_no_trouble (void)
{
  SceauProgress silent = { NULL, NULL, 0 };

  sceau_progress_report (NULL, 1, 2, "x");
  sceau_progress_report (&silent, 1, 2, "x");
  g_assert_cmpint (silent.last, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/progress/says-the-first-and-the-last-and-few-between", test_says_the_first_and_the_last_and_few_between);
  g_test_add_func ("/workflows/progress/nobody-listening-is-no-trouble", test_nobody_listening_is_no_trouble);
  return g_test_run ();
}
