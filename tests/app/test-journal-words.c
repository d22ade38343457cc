/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-journal-words.h"

static const struct
{
  const char *subject;
  const char *title;
} subjects[] = {
  { "school", "School" },
  { "learner 2026-014", "Learner 2026-014" },
  { "cohort Promotion 2026 of RNCP41445", "Promotion 2026 · RNCP41445" },
  { "cohort Master of Science of RNCP41445, 1 learners", "Master of Science · RNCP41445, 1 learner" },
  { "survey, 23 answers", "Survey, 23 answers" },
  { "cohort Promotion 2026 of RNCP41445, attempt 2, 31 results", "Promotion 2026 · RNCP41445, attempt 2, 31 results" },
  { "something else 12", "something else 12" },
};

static void
names_subjects (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autofree char *title = sceau_journal_subject_title (subjects[i].subject);

      g_assert_cmpstr (title, ==, subjects[i].title);
    }
}

static void
names_verbs (void)
{
  g_assert_cmpstr (sceau_journal_verb_title ("jury.seal"), ==, "Jury sealed");
  g_assert_cmpstr (sceau_journal_verb_title ("moon.land"), ==, "moon.land");
}

static void
tells_the_time_of_here (void)
{
  g_autofree char *time = sceau_journal_time ("2026-11-22T13:04:50Z");
  g_autofree char *other = sceau_journal_time ("yesterday");

  g_assert_cmpstr (time, ==, "22/11/2026 14:04");
  g_assert_cmpstr (other, ==, "yesterday");
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "Europe/Paris", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/journal-words/names-subjects", names_subjects);
  g_test_add_func ("/app/journal-words/names-verbs", names_verbs);
  g_test_add_func ("/app/journal-words/tells-the-time-of-here", tells_the_time_of_here);
  return g_test_run ();
}
