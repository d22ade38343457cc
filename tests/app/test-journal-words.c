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
  { "cohort Promotion 2026 of RNCP41445, 2 second entries", "Promotion 2026 · RNCP41445, 2 second entries" },
  { "BC01-EC1, attempt 1, cohort Promotion 2026 of RNCP41445", "BC01-EC1, attempt 1, Promotion 2026 · RNCP41445" },
  { "group G1, BC01-EC1, 3 results of RNCP41445", "Group G1, BC01-EC1, 3 results · RNCP41445" },
  { "group G1, cohort Promotion 2026 of RNCP41445", "Group G1, Promotion 2026 · RNCP41445" },
  { "key 12ab34cd", "Signing key 12ab34cd" },
  { "jurors", "Jurors" },
  { "something else 12", "something else 12" },
  { "", "" },
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

/* Names of files have the same shape as verbs. */
static gboolean
is_file_name (const char *text)
{
  static const char *const endings[] = { ".csv", ".ics", ".json", ".pdf", ".xlsx", ".xml", ".zip" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (text, endings[i]))
      return TRUE;
  return FALSE;
}

/* Adds every "noun.verb" of a source, its comments left out. */
static void
collect_verbs (const char *path, GHashTable *found)
{
  g_autoptr (GRegex) comment = g_regex_new ("/\\*.*?\\*/", G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GRegex) verb = g_regex_new ("\"([a-z]+\\.[a-z-]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *code = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  code = g_regex_replace_literal (comment, text, -1, 0, "", 0, &error);
  g_assert_no_error (error);
  for (g_regex_match (verb, code, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *text_of = g_match_info_fetch (match, 1);

      if (!is_file_name (text_of))
        g_hash_table_add (found, g_steal_pointer (&text_of));
    }
}

/* What the workflows write into the journal is read from their sources: no verb can be forgotten here. */
static void
names_every_verb_written (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "workflows", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer verb;
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".c"))
        collect_verbs (path, found);
    }
  g_assert_cmpuint (g_hash_table_size (found), >=, 50);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &verb, NULL))
    {
      if (g_str_equal (sceau_journal_verb_title (verb), verb))
        {
          g_test_message ("“%s” has no words in sceau-journal-words.c.", (const char *) verb);
          g_test_fail ();
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/journal-words/names-subjects", names_subjects);
  g_test_add_func ("/app/journal-words/names-verbs", names_verbs);
  g_test_add_func ("/app/journal-words/names-every-verb-written", names_every_verb_written);
  return g_test_run ();
}
