/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The signing key by the command line, and what strangers verify with. */

#include <gio/gio.h>
#include <string.h>

#include "sceau-test-cli.h"

static void
test_keys (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *first = sceau_test_cli_write (cli, "first.txt", "un phare dans la brume\n", -1);
  g_autofree char *second = sceau_test_cli_write (cli, "second.txt", "deux phares dans la nuit\n", -1);
  g_autofree char *weak = sceau_test_cli_write (cli, "short.txt", "court\n", -1);
  g_autofree char *pem = sceau_test_cli_path (cli, "keys.pem"), *page = sceau_test_cli_path (cli, "page.html"), *html = NULL;
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;
  JsonObject *retired;
  const char *id;

  (void) data;
  sceau_test_cli_found (cli);
  sceau_test_cli_run (cli, 1, "key", "export", pem, NULL);
  sceau_test_cli_run (cli, 1, "key", "make", "--passphrase-file", weak, NULL);
  sceau_test_cli_run (cli, 0, "key", "make", "--passphrase-file", first, NULL);
  sceau_test_cli_run (cli, 1, "key", "make", "--passphrase-file", first, NULL);
  before = sceau_test_cli_json (cli, "key", "list", NULL);
  id = json_object_get_string_member (json_array_get_object_element (json_node_get_array (before), 0), "id");
  sceau_test_cli_run (cli, 1, "key", "rotate", "--passphrase-file", second, "--new-passphrase-file", second, NULL);
  sceau_test_cli_run (cli, 0, "key", "rotate", "--passphrase-file", first, "--new-passphrase-file", second, NULL);
  after = sceau_test_cli_json (cli, "journal", "key", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (after)), ==, 2);
  retired = json_array_get_object_element (json_node_get_array (after), 1);
  g_assert_cmpstr (json_object_get_string_member (retired, "id"), ==, id);
  g_assert_true (json_object_has_member (retired, "retired"));
  sceau_test_cli_run (cli, 0, "key", "export", pem, NULL);
  sceau_test_cli_run (cli, 1, "certificate", "verifier", page, "--passphrase-file", first, NULL);
  sceau_test_cli_assert_said (cli, "not the passphrase");
  sceau_test_cli_run (cli, 0, "certificate", "verifier", page, "--passphrase-file", second, NULL);
  g_assert_true (g_file_get_contents (page, &html, NULL, NULL));
  g_assert_nonnull (strstr (html, id));
  sceau_test_cli_run (cli, 1, "certificate", "badge", "2026-0001", pem, "--passphrase-file", second, NULL);
}

static void
test_texts (SceauTestCli *cli, gconstpointer data)
{
  (void) data;
  sceau_test_cli_found (cli);
  sceau_test_cli_run (cli, 2, "certificate", "verify", NULL);
  sceau_test_cli_run (cli, 1, "certificate", "verify", "--text", "hello", NULL);
  g_assert_nonnull (strstr (cli->output, "SCEAU1|"));
  sceau_test_cli_run (cli, 1, "--json", "certificate", "verify", "--text", "", NULL);
  g_assert_nonnull (strstr (cli->output, "unknown"));
  sceau_test_cli_run (cli, 1, "certificate", "verify", cli->school, NULL);
  sceau_test_cli_run (cli, 1, "certificate", "verify", cli->folder, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/keys/make-list-rotate-export", SceauTestCli, NULL, sceau_test_cli_set_up, test_keys, sceau_test_cli_tear_down);
  g_test_add ("/cli/keys/texts-and-files-that-are-no-paper", SceauTestCli, NULL, sceau_test_cli_set_up, test_texts, sceau_test_cli_tear_down);
  return g_test_run ();
}
