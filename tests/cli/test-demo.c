/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-test-cli.h"

#include <string.h>

static void
makes_every_file_it_lists (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *folder = sceau_test_cli_path (cli, "demo");
  g_autofree char *school = g_build_filename (folder, "ecole-de-demonstration.sceau", NULL);
  g_autoptr (JsonNode) files = sceau_test_cli_json (cli, "demo", folder, "--learners", "20", NULL);
  JsonArray *array = json_node_get_array (files);

  g_assert_cmpuint (json_array_get_length (array), >, 12);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *file = json_array_get_object_element (array, i);
      g_autofree char *path = g_build_filename (folder, json_object_get_string_member (file, "path"), NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  sceau_test_cli_run (cli, 0, "--school", school, "school", "check", NULL);
  sceau_test_cli_run (cli, 0, "--school", school, "journal", "verify", NULL);
  /* What is there is not overwritten. */
  sceau_test_cli_run (cli, 1, "demo", folder, NULL);
}

static JsonObject *
find_candidate (JsonNode *session, const char *key, const char *value)
{
  JsonArray *candidates = json_object_get_array_member (json_node_get_object (session), "candidates");

  for (guint i = 0; i < json_array_get_length (candidates); i++)
    {
      JsonObject *candidate = json_array_get_object_element (candidates, i);

      if (g_strcmp0 (json_object_get_string_member (candidate, key), value) == 0)
        return candidate;
    }
  return NULL;
}

/* Each turn that a session can take is in the story, and stands in the school file as the program tells it. */
static void
goes_through_the_course_of_a_session (SceauTestCli *cli, gconstpointer data)
{
  static const char *const proposals[] = { "certified", "partial", "deferred", "absent", "withdrawn", "fraud" };
  g_autofree char *folder = sceau_test_cli_path (cli, "demo");
  g_autofree char *file = g_build_filename (folder, "RNCP41445-dossier-de-session.zip", NULL);
  g_autoptr (JsonNode) past = NULL;
  g_autoptr (JsonNode) mended = NULL;
  g_autoptr (JsonNode) appeals = NULL;
  g_autoptr (JsonNode) scans = NULL;
  const char *wronged;

  sceau_test_cli_run (cli, 0, "demo", folder, "--learners", "30", NULL);
  g_free (cli->school);
  cli->school = g_build_filename (folder, "ecole-de-demonstration.sceau", NULL);

  past = sceau_test_cli_json (cli, "jury", "show", "2", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    g_assert_nonnull (find_candidate (past, "proposal", proposals[i]));
  appeals = sceau_test_cli_json (cli, "jury", "appeals", "2", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (appeals)), ==, 2);
  scans = sceau_test_cli_json (cli, "jury", "attachments", "2", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (scans)), ==, 1);

  /* The appeal that was right is mended by a session of its own; the first decision stays. */
  mended = sceau_test_cli_json (cli, "jury", "show", "3", NULL);
  g_assert_nonnull (find_candidate (mended, "decision", "certified"));
  wronged = json_object_get_string_member (find_candidate (mended, "decision", "certified"), "learner");
  g_assert_cmpstr (json_object_get_string_member (find_candidate (past, "learner", wronged), "decision"), ==, "partial");

  sceau_test_cli_run (cli, 0, "jury", "verify-file", file, NULL);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

static void
same_seed_gives_same_bytes (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *first = sceau_test_cli_path (cli, "first");
  g_autofree char *second = sceau_test_cli_path (cli, "second");
  g_autofree char *third = sceau_test_cli_path (cli, "third");
  const char *names[] = { "ecole-de-demonstration.sceau", "RNCP41445-proces-verbal.pdf",
                          "RNCP41445-parchemins-a-imprimer.pdf", "RNCP41445-dossier-de-session.zip",
                          "RNCP41445-convocations/invitation.ics", "journal.csv", "RNCP41445-statistiques.csv" };

  sceau_test_cli_run (cli, 0, "demo", first, "--learners", "16", "--seed", "7", NULL);
  sceau_test_cli_run (cli, 0, "demo", second, "--learners", "16", "--seed", "7", NULL);
  sceau_test_cli_run (cli, 0, "demo", third, "--learners", "16", "--seed", "8", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *one = g_build_filename (first, names[i], NULL);
      g_autofree char *two = g_build_filename (second, names[i], NULL);
      g_autofree char *three = g_build_filename (third, names[i], NULL);
      g_autofree char *hash_one = sceau_test_cli_hash (one);
      g_autofree char *hash_two = sceau_test_cli_hash (two);
      g_autofree char *hash_three = sceau_test_cli_hash (three);

      g_assert_cmpstr (hash_one, ==, hash_two);
      if (!g_str_equal (names[i], "RNCP41445-statistiques.csv") && !g_str_has_suffix (names[i], ".ics"))
        g_assert_cmpstr (hash_one, !=, hash_three);
    }
}

static void
works_for_a_single_learner (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *folder = sceau_test_cli_path (cli, "one");

  sceau_test_cli_run (cli, 0, "demo", folder, "--learners", "1", NULL);
  sceau_test_cli_run (cli, 1, "demo", folder, "--learners", "0", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/demo/makes-every-file-it-lists", SceauTestCli, NULL, sceau_test_cli_set_up, makes_every_file_it_lists,
              sceau_test_cli_tear_down);
  g_test_add ("/cli/demo/goes-through-the-course-of-a-session", SceauTestCli, NULL, sceau_test_cli_set_up,
              goes_through_the_course_of_a_session, sceau_test_cli_tear_down);
  g_test_add ("/cli/demo/same-seed-gives-same-bytes", SceauTestCli, NULL, sceau_test_cli_set_up,
              same_seed_gives_same_bytes, sceau_test_cli_tear_down);
  g_test_add ("/cli/demo/works-for-a-single-learner", SceauTestCli, NULL, sceau_test_cli_set_up,
              works_for_a_single_learner, sceau_test_cli_tear_down);
  return g_test_run ();
}
