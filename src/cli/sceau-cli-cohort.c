/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli.h"
#include "sceau-cli-answer.h"
#include "sceau-cli-lookup.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>

#include "sceau-cohort-table.h"
#include "sceau-enrol-learners.h"
#include "sceau-quota-exception-table.h"
#include "sceau-text.h"

static SceauCliStatus
cohort_new (SceauCli *cli)
{
  g_autofree char *certification = NULL, *name = NULL, *start_text = NULL, *end_text = NULL, *planned_text = NULL;
  gint64 planned = 0;
  SceauDate start, end;
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "certification", 0, 0, G_OPTION_ARG_STRING, &certification },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name },
    { "start", 0, 0, G_OPTION_ARG_STRING, &start_text },
    { "end", 0, 0, G_OPTION_ARG_STRING, &end_text },
    { "planned", 0, 0, G_OPTION_ARG_STRING, &planned_text },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 0, 0)
      || !sceau_cli_require (cli, "--certification", certification, "--name", name, "--start", start_text, "--end",
                             end_text, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_date (cli, "--start", start_text, &start) || !sceau_cli_read_date (cli, "--end", end_text, &end)
      || (planned_text != NULL && !sceau_cli_read_number (cli, "--planned", planned_text, &planned))
      || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  id = sceau_open_cohort (cli->school, certification, name, start, end, (int) planned, cli->faults, &error);
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
      sceau_cli_json_integer (builder, "planned", cohort->planned_learners);
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

static SceauCliStatus
cohort_edit (SceauCli *cli)
{
  g_autofree char *certification = NULL, *name = NULL, *new_name = NULL, *start = NULL, *end = NULL, *planned_text = NULL;
  g_autoptr (SceauCohort) cohort = NULL;
  g_autoptr (GError) error = NULL;
  gint64 planned;
  gboolean done;
  const GOptionEntry entries[] = {
    { "certification", 0, 0, G_OPTION_ARG_STRING, &certification },
    { "cohort", 0, 0, G_OPTION_ARG_STRING, &name },
    { "name", 0, 0, G_OPTION_ARG_STRING, &new_name },
    { "start", 0, 0, G_OPTION_ARG_STRING, &start },
    { "end", 0, 0, G_OPTION_ARG_STRING, &end },
    { "planned", 0, 0, G_OPTION_ARG_STRING, &planned_text },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 0, 0) || !sceau_cli_require (cli, "--certification", certification, "--cohort", name, NULL))
    return SCEAU_CLI_USAGE;
  cohort = sceau_cli_open_cohort (cli, SCEAU_SCHOOL_READ_WRITE, certification, name);
  if (cohort == NULL || (start != NULL && !sceau_cli_read_date (cli, "--start", start, &cohort->start))
      || (end != NULL && !sceau_cli_read_date (cli, "--end", end, &cohort->end))
      || (planned_text != NULL && !sceau_cli_read_number (cli, "--planned", planned_text, &planned)))
    return SCEAU_CLI_REFUSED;
  if (planned_text != NULL)
    cohort->planned_learners = (int) planned;
  if (new_name != NULL)
    {
      g_free (cohort->name);
      cohort->name = g_strdup (new_name);
    }
  done = sceau_amend_cohort (cli->school, cohort, cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The cohort is amended."), error);
}

/* "a=2,b=1": so many more learners on each basis. */
static GArray *
read_more (SceauCli *cli, const char *text)
{
  g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (SceauAdmission));
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      g_auto (GStrv) pair = g_strsplit (*part, "=", 2);
      SceauAdmission admission;
      gint64 n;

      if (g_strv_length (pair) != 2 || !sceau_admission_from_text (g_strstrip (pair[0]), &admission)
          || !sceau_cli_read_number (cli, "--add", g_strstrip (pair[1]), &n) || n > 10000)
        {
          g_autofree char *shown = sceau_text_show (*part);

          sceau_cli_print_error (_("sceau-cli: --add “%s” does not say how many learners come on which basis; write “a=2,b=1”.\n"), shown);
          return NULL;
        }
      for (gint64 i = 0; i < n; i++)
        g_array_append_val (more, admission);
    }
  return g_steal_pointer (&more);
}

static void
print_quotas_json (GPtrArray *outlooks, GPtrArray *exceptions)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "quotas");
  json_builder_begin_array (builder);
  for (guint i = 0; i < outlooks->len; i++)
    {
      const SceauQuotaOutlook *outlook = g_ptr_array_index (outlooks, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "code", outlook->code);
      sceau_cli_json_text (builder, "title", outlook->title);
      sceau_cli_json_integer (builder, "max_percent", outlook->max_percent);
      sceau_cli_json_integer (builder, "learners", outlook->learners);
      sceau_cli_json_integer (builder, "places", outlook->places);
      sceau_cli_json_integer (builder, "used", outlook->used);
      sceau_cli_json_integer (builder, "left", outlook->left);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "exceptions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < exceptions->len; i++)
    {
      const SceauQuotaException *exception = g_ptr_array_index (exceptions, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "learner", exception->learner_number);
      sceau_cli_json_text (builder, "name", exception->learner_name);
      sceau_cli_json_text (builder, "quota", exception->quota_code);
      sceau_cli_json_date (builder, "date", exception->date);
      sceau_cli_json_text (builder, "reason", exception->reason);
      sceau_cli_json_integer (builder, "learners", exception->learners);
      sceau_cli_json_integer (builder, "places", exception->places);
      sceau_cli_json_integer (builder, "used", exception->used);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sceau_cli_json_print (builder);
}

static void
print_quotas (GPtrArray *outlooks, GPtrArray *exceptions)
{
  for (guint i = 0; i < outlooks->len; i++)
    {
      g_autofree char *line = sceau_quota_outlook_describe (g_ptr_array_index (outlooks, i));

      sceau_cli_print ("%s\n", line);
    }
  for (guint i = 0; i < exceptions->len; i++)
    {
      const SceauQuotaException *exception = g_ptr_array_index (exceptions, i);

      /* Translators: a learner's name, the code of a quota, a reason. */
      sceau_cli_print (_("exception: %s, quota %s: %s\n"), exception->learner_name, exception->quota_code, exception->reason);
    }
}

static SceauCliStatus
cohort_quotas (SceauCli *cli)
{
  g_autofree char *certification = NULL, *name = NULL, *add = NULL;
  g_autoptr (SceauCohort) cohort = NULL;
  g_autoptr (GArray) more = NULL;
  g_autoptr (GPtrArray) outlooks = NULL;
  g_autoptr (GPtrArray) exceptions = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "certification", 0, 0, G_OPTION_ARG_STRING, &certification },
    { "cohort", 0, 0, G_OPTION_ARG_STRING, &name },
    { "add", 0, 0, G_OPTION_ARG_STRING, &add },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 0, 0) || !sceau_cli_require (cli, "--certification", certification, "--cohort", name, NULL))
    return SCEAU_CLI_USAGE;
  more = read_more (cli, add);
  cohort = more != NULL ? sceau_cli_open_cohort (cli, SCEAU_SCHOOL_READ_ONLY, certification, name) : NULL;
  if (cohort == NULL)
    return SCEAU_CLI_REFUSED;
  outlooks = sceau_foresee_quotas (cli->school, cohort->id, (const SceauAdmission *) more->data, more->len, &error);
  exceptions = outlooks != NULL ? sceau_quota_exception_table_list (cli->school, cohort->id, &error) : NULL;
  if (exceptions == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    print_quotas_json (outlooks, exceptions);
  else
    print_quotas (outlooks, exceptions);
  return SCEAU_CLI_DONE;
}

const SceauCliCommand sceau_cli_cohort_commands[] = {
  { "cohort", "new", "--certification CODE --name NAME --start D --end D [--planned N]", N_("Open a cohort of a certification."),
    cohort_new },
  { "cohort", "edit", "--certification CODE --cohort NAME [--name NAME] [--start D] [--end D] [--planned N]",
    N_("Amend a cohort; --planned 0 when the number is not known."), cohort_edit },
  { "cohort", "quotas", "--certification CODE --cohort NAME [--add a=2,b=1]",
    N_("Show how the quotas stand, and would stand with more learners."), cohort_quotas },
  { "cohort", "list", "", N_("List the cohorts."), cohort_list },
  { NULL },
};
