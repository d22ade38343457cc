/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* How the papers look and who signs them, by the command line: done, shown, refused with every fault at once. */

#include "sceau-test-alter.h"

#include <glib/gstdio.h>
#include <string.h>

static void
found_school (SceauTestCli *cli)
{
  sceau_test_cli_run (cli, 0, "school", "new", cli->school, "--name", "École d’exemple", "--siret", "73282932000074", NULL);
}

static void
a_style_is_changed_and_shown (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *logo = sceau_test_cli_write_picture (cli, "logo.png");

  found_school (cli);
  sceau_test_cli_run (cli, 0, "school", "style", NULL);
  g_assert_nonnull (strstr (cli->output, "classic"));
  sceau_test_cli_run (cli, 0, "school", "style", "--design", "contemporary", "--primary", "#123456", "--logo", logo, "--seal", "none", NULL);
  g_assert_nonnull (strstr (cli->output, "school"));
  g_assert_nonnull (strstr (cli->output, "#123456"));
  g_assert_nonnull (strstr (cli->output, "32 × 32"));
  sceau_test_cli_run (cli, 0, "school", "style", "--design", "classic", "--primary", "design", "--no-logo", NULL);
  g_assert_null (strstr (cli->output, "#123456"));
  g_assert_null (strstr (cli->output, "32 × 32"));
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

static void
every_fault_of_a_style_is_said (SceauTestCli *cli, gconstpointer data)
{
  static const char *const said[] = { "--primary", "--accent", "--border", "--divider", "--seal", "--proof", "--logo", "--seal-picture" };
  g_autofree char *text = sceau_test_cli_write (cli, "logo.png", "Ceci n’est pas une image.\n", -1);

  found_school (cli);
  sceau_test_cli_run (cli, 1, "school", "style", "--primary", "bleu", "--accent", "#12345", "--border", "gold", "--divider", "x", "--seal",
                      "wax", "--proof", "perhaps", "--logo", text, "--seal-picture", "/nonexistent.png", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    g_assert_nonnull (strstr (cli->errors, said[i]));
  g_assert_nonnull (strstr (cli->errors, "neither a PNG nor a JPEG"));
  sceau_test_cli_run (cli, 1, "school", "style", "--design", "../classic", NULL);
  sceau_test_cli_run (cli, 0, "journal", "list", NULL);
  g_assert_null (strstr (cli->output, "style.save"));
}

static void
signatories_come_and_go (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *picture = sceau_test_cli_write_picture (cli, "signature.png");

  found_school (cli);
  sceau_test_cli_run (cli, 0, "signatory", "add", "--name", "Ada EXEMPLE", "--title", "Directrice", "--start", "2026-01-01", NULL);
  g_assert_cmpstr (cli->output, ==, "1\n");
  sceau_test_cli_run (cli, 1, "signatory", "add", "--name", "Bo EXEMPLE", "--title", "Directeur", "--start", "2026-07-01", NULL);
  g_assert_nonnull (strstr (cli->errors, "Two heads"));
  sceau_test_cli_run (cli, 1, "signatory", "end", "1", "--date", "2025-12-31", NULL);
  sceau_test_cli_run (cli, 0, "signatory", "end", "1", "--date", "2026-06-30", NULL);
  sceau_test_cli_run (cli, 0, "signatory", "add", "--name", "Bo EXEMPLE", "--title", "Directeur", "--start", "2026-07-01", NULL);
  sceau_test_cli_run (cli, 0, "signatory", "sign", "2", picture, NULL);
  sceau_test_cli_run (cli, 0, "signatory", "edit", "2", "--title", "Le directeur", "--end", "", NULL);
  sceau_test_cli_run (cli, 0, "signatory", "list", NULL);
  g_assert_nonnull (strstr (cli->output, "Le directeur"));
  g_assert_nonnull (strstr (cli->output, "2026-06-30"));
  sceau_test_cli_run (cli, 1, "signatory", "sign", "9", picture, NULL);
  sceau_test_cli_run (cli, 2, "signatory", "sign", "2", NULL);
  sceau_test_cli_run (cli, 2, "signatory", "sign", "2", picture, "--none", NULL);
  sceau_test_cli_run (cli, 2, "signatory", "add", "--name", "Cy EXEMPLE", NULL);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

static void
a_specimen_of_each_paper_is_written (SceauTestCli *cli, gconstpointer data)
{
  static const char *const papers[] = { "certificate", "block_attestation", "success_attestation", "supplement" };

  found_school (cli);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *name = g_strconcat (papers[i], ".pdf", NULL);
      g_autofree char *path = sceau_test_cli_path (cli, name);
      g_autofree char *bytes = NULL;

      sceau_test_cli_run (cli, 0, "school", "specimen", path, "--paper", papers[i], NULL);
      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
      g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
      sceau_test_cli_run (cli, 1, "school", "specimen", path, "--paper", papers[i], NULL); /* it is there */
    }
  sceau_test_cli_run (cli, 1, "school", "specimen", "x.pdf", "--paper", "diploma", NULL);
}

static void
layouts_go_out_and_in (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *path = sceau_test_cli_path (cli, "template.json");
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *faulty = NULL;
  g_autofree char *faulty_path = NULL;

  found_school (cli);
  sceau_test_cli_run (cli, 0, "layout", "export", "template", "certificate", path, NULL);
  sceau_test_cli_run (cli, 1, "layout", "export", "template", "certificate", path, NULL);
  sceau_test_cli_run (cli, 1, "layout", "export", "poster", "certificate", "x.json", NULL);
  sceau_test_cli_run (cli, 0, "layout", "check", path, NULL);
  sceau_test_cli_run (cli, 0, "layout", "import", path, NULL);
  sceau_test_cli_run (cli, 1, "layout", "remove", "design", "classic", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, "{level}", 2);
  faulty = g_strjoinv ("grade de master", parts);
  faulty_path = sceau_test_cli_write (cli, "faulty.json", faulty, -1);
  sceau_test_cli_run (cli, 1, "layout", "check", faulty_path, NULL);
  g_assert_nonnull (strstr (cli->errors, "{level}"));
  g_assert_nonnull (strstr (cli->errors, "master"));
  sceau_test_cli_run (cli, 1, "layout", "import", faulty_path, NULL);
  sceau_test_cli_run (cli, 0, "layout", "remove", "template", "certificate", NULL);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

#define ADD(name, func) g_test_add ("/cli/house-style/" name, SceauTestCli, NULL, sceau_test_cli_set_up, func, sceau_test_cli_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-style-is-changed-and-shown", a_style_is_changed_and_shown);
  ADD ("every-fault-of-a-style-is-said", every_fault_of_a_style_is_said);
  ADD ("signatories-come-and-go", signatories_come_and_go);
  ADD ("a-specimen-of-each-paper-is-written", a_specimen_of_each_paper_is_written);
  ADD ("layouts-go-out-and-in", layouts_go_out_and_in);
  return g_test_run ();
}
