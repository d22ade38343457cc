/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>

#include "sceau-hold-jury.h"
#include "sceau-juror-table.h"

static SceauCliStatus
juror_add (SceauCli *cli)
{
  g_autoptr (SceauJuror) juror = sceau_juror_new ();
  g_autofree char *sex = NULL, *start = NULL, *end = NULL;
  gboolean internal = FALSE, external = FALSE;
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &juror->name },
    { "function", 0, 0, G_OPTION_ARG_STRING, &juror->function },
    { "employer", 0, 0, G_OPTION_ARG_STRING, &juror->employer },
    { "internal", 0, 0, G_OPTION_ARG_NONE, &internal },
    { "external", 0, 0, G_OPTION_ARG_NONE, &external },
    { "sex", 0, 0, G_OPTION_ARG_STRING, &sex },
    { "mandate-start", 0, 0, G_OPTION_ARG_STRING, &start },
    { "mandate-end", 0, 0, G_OPTION_ARG_STRING, &end },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 0, 0)
      || !sceau_cli_require (cli, "--name", juror->name, "--function", juror->function, "--employer", juror->employer,
                             internal == external ? _("either --internal or --external") : "--internal",
                             internal == external ? NULL : "", NULL))
    return SCEAU_CLI_USAGE;
  juror->internal = internal;
  if (sex != NULL && !sceau_sex_from_text (sex, &juror->sex))
    return sceau_cli_refuse_text (cli, _("--sex is F or M."));
  if ((start != NULL && !sceau_cli_read_date (cli, "--mandate-start", start, &juror->mandate_start))
      || (end != NULL && !sceau_cli_read_date (cli, "--mandate-end", end, &juror->mandate_end))
      || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  id = sceau_add_juror (cli->school, juror, cli->faults, &error);
  if (id == 0)
    return sceau_cli_refuse (cli, error);
  sceau_cli_print_faults (cli);
  sceau_cli_print_id (cli, id);
  return SCEAU_CLI_DONE;
}

static void
print_list_json (GPtrArray *jurors)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < jurors->len; i++)
    {
      const SceauJuror *juror = g_ptr_array_index (jurors, i);

      json_builder_begin_object (builder);
      sceau_cli_json_integer (builder, "id", juror->id);
      sceau_cli_json_text (builder, "name", juror->name);
      sceau_cli_json_text (builder, "function", juror->function);
      sceau_cli_json_text (builder, "employer", juror->employer);
      sceau_cli_json_boolean (builder, "internal", juror->internal);
      sceau_cli_json_text (builder, "sex", juror->sex == SCEAU_SEX_UNKNOWN ? NULL : sceau_sex_to_id (juror->sex));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static SceauCliStatus
juror_list (SceauCli *cli)
{
  g_autoptr (GPtrArray) jurors = NULL;
  g_autoptr (SceauCliTable) table = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 0, 0))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  jurors = sceau_juror_table_list (cli->school, NULL, &error);
  if (jurors == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    {
      print_list_json (jurors);
      return SCEAU_CLI_DONE;
    }

  table = sceau_cli_table_new (_("No."), _("Name"), _("Function"), _("Employer"), _("Side"), NULL);
  for (guint i = 0; i < jurors->len; i++)
    {
      const SceauJuror *juror = g_ptr_array_index (jurors, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, juror->id);

      sceau_cli_table_add (table, id, juror->name, juror->function, juror->employer,
                           juror->internal ? _("internal") : _("external"), NULL);
    }
  sceau_cli_table_print (table);
  return SCEAU_CLI_DONE;
}

const SceauCliCommand sceau_cli_juror_commands[] = {
  { "juror", "add",
    "--name N --function F --employer E (--internal|--external) [--sex F|M] [--mandate-start D] [--mandate-end D]",
    N_("Add a juror to the directory; prints the juror's number."), juror_add },
  { "juror", "list", "", N_("List the jurors."), juror_list },
  { NULL },
};
