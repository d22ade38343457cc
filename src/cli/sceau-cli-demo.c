/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>

#include "sceau-run-demo.h"

#define DEFAULT_LEARNERS 30
#define DEFAULT_SEED 41445

static void
print_files_json (GPtrArray *files)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < files->len; i++)
    {
      const SceauDemoFile *file = g_ptr_array_index (files, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "path", file->path);
      sceau_cli_json_text (builder, "purpose", file->purpose);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static SceauCliStatus
demo (SceauCli *cli)
{
  g_autofree char *learners_text = NULL, *seed_text = NULL;
  gint64 learners = DEFAULT_LEARNERS, seed = DEFAULT_SEED;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "learners", 0, 0, G_OPTION_ARG_STRING, &learners_text },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &seed_text },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, 1))
    return SCEAU_CLI_USAGE;
  if ((learners_text != NULL && !sceau_cli_read_number (cli, "--learners", learners_text, &learners))
      || (seed_text != NULL && !sceau_cli_read_number (cli, "--seed", seed_text, &seed)))
    return SCEAU_CLI_REFUSED;
  files = sceau_run_demo (cli->arguments[0], (guint) learners, (guint32) seed, NULL, NULL, &error);
  if (files == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    {
      print_files_json (files);
      return SCEAU_CLI_DONE;
    }
  for (guint i = 0; i < files->len; i++)
    {
      const SceauDemoFile *file = g_ptr_array_index (files, i);

      sceau_cli_print ("%s\n    %s\n", file->path, file->purpose);
    }
  return SCEAU_CLI_DONE;
}

const SceauCliCommand sceau_cli_demo_commands[] = {
  { "demo", NULL, "DIR [--learners N] [--seed N]",
    N_("Make a demonstration school that goes through the whole cycle; every person is invented."), demo },
  { NULL },
};
