/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Designs and templates of papers, as files. */

#include "sceau-cli-answer.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>

#include "sceau-keep-layouts.h"

static void
print_json (GPtrArray *layouts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < layouts->len; i++)
    {
      const SceauLayout *layout = g_ptr_array_index (layouts, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "kind", layout->kind);
      sceau_cli_json_text (builder, "id", layout->id);
      sceau_cli_json_text (builder, "title", layout->title);
      sceau_cli_json_boolean (builder, "own", layout->own);
      sceau_cli_json_boolean (builder, "in_use", layout->in_use);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static void
print_table (GPtrArray *layouts)
{
  g_autoptr (SceauCliTable) table = sceau_cli_table_new (_("Kind"), _("Id"), _("Title"), _("From"), _("In use"), NULL);

  for (guint i = 0; i < layouts->len; i++)
    {
      const SceauLayout *layout = g_ptr_array_index (layouts, i);

      sceau_cli_table_add (table, layout->kind, layout->id, layout->title, layout->own ? _("the school") : "Sceau",
                           layout->in_use ? _("yes") : "", NULL);
    }
  sceau_cli_table_print (table);
}

static SceauCliStatus
layout_list (SceauCli *cli)
{
  g_autoptr (GPtrArray) layouts = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 0, 0))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  layouts = sceau_list_layouts (cli->school, &error);
  if (layouts == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    print_json (layouts);
  else
    print_table (layouts);
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
layout_check (SceauCli *cli)
{
  gboolean done;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 1, 1))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  done = sceau_check_layout (cli->school, cli->arguments[0], cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The layout can be imported."), error);
}

static SceauCliStatus
layout_import (SceauCli *cli)
{
  gboolean done;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 1, 1))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  done = sceau_import_layout (cli->school, cli->arguments[0], cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The layout is the school’s own now."), error);
}

static SceauCliStatus
layout_export (SceauCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 3, 3))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!sceau_export_layout (cli->school, cli->arguments[0], cli->arguments[1], cli->arguments[2], &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_path (cli, cli->arguments[2]);
}

static SceauCliStatus
layout_remove (SceauCli *cli)
{
  gboolean done;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 2, 2))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  done = sceau_remove_layout (cli->school, cli->arguments[0], cli->arguments[1], &error);
  return sceau_cli_finish (cli, done, _("The school’s own layout is gone; what comes with Sceau stays."), error);
}

const SceauCliCommand sceau_cli_layout_commands[] = {
  { "layout", "list", "", N_("List designs and templates, the school’s own and those that come with Sceau."), layout_list },
  { "layout", "check", "FILE.json", N_("Say everything that is wrong with a design or a template; nothing is written."), layout_check },
  { "layout", "import", "FILE.json", N_("Make a design or a template the school’s own."), layout_import },
  { "layout", "export", "design|template ID OUT.json", N_("Write a design or a template to a file, to be changed there."), layout_export },
  { "layout", "remove", "design|template ID", N_("Take one of the school’s own away."), layout_remove },
  { NULL },
};
