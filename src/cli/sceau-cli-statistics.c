/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli.h"
#include "sceau-cli-answer.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>

#include "sceau-survey-insertion.h"

static void
add_rate (JsonBuilder *builder, const char *key, SceauRate rate)
{
  sceau_cli_json_figure (builder, key, rate.state == SCEAU_RATE_KNOWN ? rate.percent : -1);
}

/* Numerator and denominator always stand beside a rate; "text" is what the fiche would show. */
static void
add_terms (JsonBuilder *builder, const char *key, SceauRate rate)
{
  g_autofree char *text = sceau_rate_to_text (rate);

  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  sceau_cli_json_integer (builder, "numerator", rate.numerator);
  sceau_cli_json_integer (builder, "denominator", rate.denominator);
  sceau_cli_json_text (builder, "text", text);
  json_builder_end_object (builder);
}

static void
add_year (JsonBuilder *builder, const SceauStatisticsYear *year)
{
  json_builder_begin_object (builder);
  sceau_cli_json_integer (builder, "year", year->year);
  sceau_cli_json_integer (builder, "certified", year->certified);
  sceau_cli_json_integer (builder, "certified_vae", year->certified_vae);
  add_rate (builder, "global_6m", year->global_6m);
  add_rate (builder, "target_6m", year->target_6m);
  add_rate (builder, "target_24m", year->target_24m);
  json_builder_set_member_name (builder, "terms");
  json_builder_begin_object (builder);
  add_terms (builder, "global_6m", year->global_6m);
  add_terms (builder, "target_6m", year->target_6m);
  add_terms (builder, "target_24m", year->target_24m);
  json_builder_end_object (builder);
  sceau_cli_json_integer (builder, "respondents_6m", year->respondents_6m);
  sceau_cli_json_integer (builder, "neutralised_6m", year->neutralised_6m);
  sceau_cli_json_integer (builder, "respondents_24m", year->respondents_24m);
  sceau_cli_json_integer (builder, "neutralised_24m", year->neutralised_24m);
  json_builder_end_object (builder);
}

static char *
rate_with_terms (SceauRate rate)
{
  g_autofree char *text = sceau_rate_to_text (rate);

  return rate.state == SCEAU_RATE_KNOWN ? g_strdup_printf ("%s (%d/%d)", text, rate.numerator, rate.denominator)
                                        : g_steal_pointer (&text);
}

static void
print_years (GPtrArray *years)
{
  g_autoptr (SceauCliTable) table
    = sceau_cli_table_new (_("Year"), C_("people", "Certified"), _("of which VAE"), _("Answers at 6 months"),
                           _("Global rate, 6 months"), _("Target job, 6 months"), _("Answers at 2 years"),
                           _("Target job, 2 years"), NULL);

  for (guint i = 0; i < years->len; i++)
    {
      const SceauStatisticsYear *year = g_ptr_array_index (years, i);
      g_autofree char *number = g_strdup_printf ("%d", year->year);
      g_autofree char *certified = g_strdup_printf ("%d", year->certified);
      g_autofree char *vae = g_strdup_printf ("%d", year->certified_vae);
      g_autofree char *answers_6m = g_strdup_printf ("%d/%d", year->respondents_6m, year->certified);
      g_autofree char *answers_24m = g_strdup_printf ("%d/%d", year->respondents_24m, year->certified);
      g_autofree char *global_6m = rate_with_terms (year->global_6m);
      g_autofree char *target_6m = rate_with_terms (year->target_6m);
      g_autofree char *target_24m = rate_with_terms (year->target_24m);

      sceau_cli_table_add (table, number, certified, vae, answers_6m, global_6m, target_6m, answers_24m, target_24m,
                           NULL);
    }
  sceau_cli_table_print (table);
}

static SceauCliStatus
statistics_show (SceauCli *cli)
{
  g_autofree char *certification = NULL;
  g_autoptr (GPtrArray) years = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "certification", 0, 0, G_OPTION_ARG_STRING, &certification }, { NULL } };

  if (!sceau_cli_parse (cli, entries, 0, 0) || !sceau_cli_require (cli, "--certification", certification, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  years = sceau_compute_statistics (cli->school, certification, sceau_school_today (cli->school), &error);
  if (years == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_array (builder);
      for (guint i = 0; i < years->len; i++)
        add_year (builder, g_ptr_array_index (years, i));
      json_builder_end_array (builder);
      sceau_cli_json_print (builder);
    }
  else
    {
      print_years (years);
    }
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
statistics_export (SceauCli *cli)
{
  g_autofree char *certification = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "certification", 0, 0, G_OPTION_ARG_STRING, &certification }, { NULL } };

  if (!sceau_cli_parse (cli, entries, 1, 1) || !sceau_cli_require (cli, "--certification", certification, NULL))
    return SCEAU_CLI_USAGE;
  if (!g_str_has_suffix (cli->arguments[0], ".csv"))
    return sceau_cli_refuse_text (cli, _("The table is exported as CSV: give a name that ends in .csv."));
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!sceau_export_statistics (cli->school, certification, sceau_school_today (cli->school), cli->arguments[0],
                                &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_written (cli, cli->arguments[0], _("The statistics of %s are in %s.\n"), certification, cli->arguments[0]);
}

const SceauCliCommand sceau_cli_statistics_commands[] = {
  { "statistics", "show", "--certification CODE", N_("Show the table of the fiche, as the school's own data give it."),
    statistics_show },
  { "statistics", "export", "--certification CODE OUT.csv", N_("Export that table, with what stands behind each rate."),
    statistics_export },
  { NULL },
};
