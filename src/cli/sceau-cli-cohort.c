/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>

#include "sceau-cohort-table.h"
#include "sceau-enrol-learners.h"

static SceauCliStatus
cohort_new (SceauCli *cli)
{
  g_autofree char *certification = NULL, *name = NULL, *start_text = NULL, *end_text = NULL;
  SceauDate start, end;
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "certification", 0, 0, G_OPTION_ARG_STRING, &certification },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name },
    { "start", 0, 0, G_OPTION_ARG_STRING, &start_text },
    { "end", 0, 0, G_OPTION_ARG_STRING, &end_text },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 0, 0)
      || !sceau_cli_require (cli, "--certification", certification, "--name", name, "--start", start_text, "--end",
                             end_text, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_date (cli, "--start", start_text, &start) || !sceau_cli_read_date (cli, "--end", end_text, &end)
      || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  id = sceau_open_cohort (cli->school, certification, name, start, end, cli->faults, &error);
  if (id == 0)
    return sceau_cli_refuse (cli, error);

  sceau_cli_print_faults (cli);
  if (cli->json)
    sceau_cli_print_id (cli, id);
  else
    sceau_cli_print (_("The cohort “%s” of %s is open.\n"), name, certification);
  return SCEAU_CLI_DONE;
}

static void
print_list_json (GPtrArray *cohorts, GHashTable *enrolments)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < cohorts->len; i++)
    {
      const SceauCohort *cohort = g_ptr_array_index (cohorts, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "certification", cohort->certification_code);
      sceau_cli_json_text (builder, "name", cohort->name);
      sceau_cli_json_date (builder, "start", cohort->start);
      sceau_cli_json_date (builder, "end", cohort->end);
      sceau_cli_json_integer (builder, "learners", GPOINTER_TO_INT (g_hash_table_lookup (enrolments, &cohort->id)));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static SceauCliStatus
cohort_list (SceauCli *cli)
{
  g_autoptr (GPtrArray) cohorts = NULL;
  g_autoptr (GHashTable) enrolments = NULL;
  g_autoptr (SceauCliTable) table = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 0, 0))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  cohorts = sceau_cohort_table_list (cli->school, NULL, &error);
  enrolments = cohorts != NULL ? sceau_cohort_table_count_enrolments (cli->school, &error) : NULL;
  if (enrolments == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    {
      print_list_json (cohorts, enrolments);
      return SCEAU_CLI_DONE;
    }

  table = sceau_cli_table_new (_("Certification"), _("Cohort"), _("Start"), _("End"), _("Learners"), NULL);
  for (guint i = 0; i < cohorts->len; i++)
    {
      const SceauCohort *cohort = g_ptr_array_index (cohorts, i);
      g_autofree char *start = sceau_date_format_iso (cohort->start);
      g_autofree char *end = sceau_date_format_iso (cohort->end);
      g_autofree char *count
        = g_strdup_printf ("%d", GPOINTER_TO_INT (g_hash_table_lookup (enrolments, &cohort->id)));

      sceau_cli_table_add (table, cohort->certification_code, cohort->name, start, end, count, NULL);
    }
  sceau_cli_table_print (table);
  return SCEAU_CLI_DONE;
}

const SceauCliCommand sceau_cli_cohort_commands[] = {
  { "cohort", "new", "--certification CODE --name NAME --start D --end D", N_("Open a cohort of a certification."),
    cohort_new },
  { "cohort", "list", "", N_("List the cohorts."), cohort_list },
  { NULL },
};
