/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli.h"
#include "sceau-cli-answer.h"
#include "sceau-cli-import.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-atomic-file.h"
#include "sceau-cohort-table.h"
#include "sceau-enrol-learners.h"
#include "sceau-enrolment-table.h"
#include "sceau-learner-table.h"
#include "sceau-result-table.h"
#include "sceau-text.h"
#include "sceau-cli-result.h"

static SceauCliStatus
learner_template (SceauCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 1, 1))
    return SCEAU_CLI_USAGE;
  if (!g_str_has_suffix (cli->arguments[0], ".csv"))
    return sceau_cli_refuse_text (cli, _("The template is a CSV file: give a name that ends in .csv."));
  if (!sceau_write_roster_template (cli->arguments[0], &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_written (cli, cli->arguments[0], _("The template of a roster is in %s.\n"), cli->arguments[0]);
}

static SceauCliStatus
learner_import (SceauCli *cli)
{
  g_autofree char *certification = NULL, *cohort = NULL;
  gboolean dry_run = FALSE, accept_valid = FALSE, done;
  SceauImportSummary summary = { 0 };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "certification", 0, 0, G_OPTION_ARG_STRING, &certification },
    { "cohort", 0, 0, G_OPTION_ARG_STRING, &cohort },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run },
    { "accept-valid", 0, 0, G_OPTION_ARG_NONE, &accept_valid },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, 1)
      || !sceau_cli_require (cli, "--certification", certification, "--cohort", cohort, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, dry_run ? SCEAU_SCHOOL_READ_ONLY : SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  done = sceau_enrol_from_roster (cli->school, cli->arguments[0], certification, cohort,
                                  sceau_cli_import_flags (dry_run, accept_valid), &summary, cli->faults, NULL, NULL,
                                  &error);
  return sceau_cli_finish_import (cli, done, dry_run, &summary, error);
}

/* The cohorts that a name means: several certifications may each have a "2026". */
static GPtrArray *
find_cohorts (SceauCli *cli, const char *name, GError **error)
{
  g_autoptr (GPtrArray) cohorts = sceau_cohort_table_list (cli->school, NULL, error);

  if (cohorts == NULL)
    return NULL;
  for (guint i = cohorts->len; i > 0; i--)
    {
      const SceauCohort *cohort = g_ptr_array_index (cohorts, i - 1);

      if (!g_str_equal (cohort->name, name))
        g_ptr_array_remove_index (cohorts, i - 1);
    }
  if (cohorts->len == 0)
    {
      g_autofree char *shown = sceau_text_show (name);

      g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND,
                   _("There is no cohort “%s”; “cohort list” names those there are."), shown);
      return NULL;
    }
  return g_steal_pointer (&cohorts);
}

static GPtrArray *
list_learners (SceauCli *cli, const char *cohort_name, const char *search, GError **error)
{
  SceauLearnerQuery query = { .search = search };
  g_autoptr (GPtrArray) cohorts = NULL;
  g_autoptr (GPtrArray) learners = NULL;

  if (cohort_name == NULL)
    return sceau_learner_table_list (cli->school, &query, error);
  cohorts = find_cohorts (cli, cohort_name, error);
  if (cohorts == NULL)
    return NULL;
  for (guint i = 0; i < cohorts->len; i++)
    {
      g_autoptr (GPtrArray) page = NULL;

      query.cohort_id = ((const SceauCohort *) g_ptr_array_index (cohorts, i))->id;
      page = sceau_learner_table_list (cli->school, &query, error);
      if (page == NULL)
        return NULL;
      if (learners == NULL)
        learners = g_steal_pointer (&page);
      else
        g_ptr_array_extend_and_steal (learners, g_steal_pointer (&page));
    }
  return g_steal_pointer (&learners);
}

static void
add_learner (JsonBuilder *builder, const SceauLearner *learner)
{
  g_autofree char *name = sceau_learner_sorted_name (learner);

  sceau_cli_json_text (builder, "number", learner->number);
  sceau_cli_json_text (builder, "name", name);
  sceau_cli_json_text (builder, "sex", sceau_sex_to_id (learner->sex));
  sceau_cli_json_text (builder, "birth_name", learner->birth_name);
  sceau_cli_json_text (builder, "usage_name", learner->usage_name);
  sceau_cli_json_text (builder, "first_name", learner->first_name);
  sceau_cli_json_text (builder, "other_names", learner->other_names);
  sceau_cli_json_date (builder, "birth_date", learner->birth_date);
  sceau_cli_json_text (builder, "birth_commune", learner->birth_commune);
  sceau_cli_json_text (builder, "birth_place", learner->birth_place);
  sceau_cli_json_text (builder, "birth_country", learner->birth_country);
  sceau_cli_json_text (builder, "email", learner->email);
}

static void
print_list_json (GPtrArray *learners)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < learners->len; i++)
    {
      json_builder_begin_object (builder);
      add_learner (builder, g_ptr_array_index (learners, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static SceauCliStatus
learner_list (SceauCli *cli)
{
  g_autofree char *cohort = NULL, *search = NULL;
  g_autoptr (GPtrArray) learners = NULL;
  g_autoptr (SceauCliTable) table = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "cohort", 0, 0, G_OPTION_ARG_STRING, &cohort },
    { "search", 0, 0, G_OPTION_ARG_STRING, &search },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 0, 0))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  learners = list_learners (cli, cohort, search, &error);
  if (learners == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    {
      print_list_json (learners);
      return SCEAU_CLI_DONE;
    }

  table = sceau_cli_table_new (_("Number"), _("Name"), _("Born"), _("At"), NULL);
  for (guint i = 0; i < learners->len; i++)
    {
      const SceauLearner *learner = g_ptr_array_index (learners, i);
      g_autofree char *name = sceau_learner_sorted_name (learner);
      g_autofree char *born = sceau_date_format_iso (learner->birth_date);

      sceau_cli_table_add (table, learner->number, name, born,
                           learner->birth_place != NULL ? learner->birth_place : "–", NULL);
    }
  sceau_cli_table_print (table);
  return SCEAU_CLI_DONE;
}

static void
add_results (JsonBuilder *builder, GPtrArray *results)
{
  json_builder_set_member_name (builder, "results");
  json_builder_begin_array (builder);
  for (guint i = 0; i < results->len; i++)
    {
      json_builder_begin_object (builder);
      sceau_cli_json_result (builder, g_ptr_array_index (results, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static gboolean
add_enrolments (SceauCli *cli, JsonBuilder *builder, gint64 learner_id, GError **error)
{
  const SceauEnrolmentQuery query = { .learner_id = learner_id };
  g_autoptr (GPtrArray) enrolments = sceau_enrolment_table_list (cli->school, &query, error);

  if (enrolments == NULL)
    return FALSE;
  json_builder_set_member_name (builder, "enrolments");
  json_builder_begin_array (builder);
  for (guint i = 0; i < enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (enrolments, i);
      g_autoptr (GPtrArray) results = sceau_result_table_list_by_enrolment (cli->school, enrolment->id, error);

      if (results == NULL)
        return FALSE;
      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "certification", enrolment->certification_code);
      sceau_cli_json_text (builder, "cohort", enrolment->cohort_name);
      sceau_cli_json_text (builder, "route", sceau_route_to_id (enrolment->route));
      sceau_cli_json_text (builder, "admission", sceau_admission_to_id (enrolment->admission));
      sceau_cli_json_date (builder, "entry", enrolment->entry);
      sceau_cli_json_text (builder, "company", enrolment->company);
      sceau_cli_json_date (builder, "company_start", enrolment->company_start);
      sceau_cli_json_date (builder, "company_end", enrolment->company_end);
      add_results (builder, results);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}

/* A person's right of access: all that the school holds on one learner. */
static SceauCliStatus
learner_export_data (SceauCli *cli)
{
  g_autoptr (SceauLearner) learner = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  if (!sceau_cli_parse (cli, NULL, 2, 2))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  learner = sceau_learner_table_find_by_number (cli->school, cli->arguments[0], &error);
  if (learner == NULL)
    return sceau_cli_refuse (cli, error);
  json_builder_begin_object (builder);
  add_learner (builder, learner);
  if (!add_enrolments (cli, builder, learner->id, &error))
    return sceau_cli_refuse (cli, error);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  bytes = g_bytes_new_take (text, strlen (text));
  file = g_file_new_for_commandline_arg (cli->arguments[1]);
  if (!sceau_atomic_file_save (file, bytes, FALSE, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_written (cli, cli->arguments[1], _("The data of learner %s are in %s.\n"), learner->number, cli->arguments[1]);
}

const SceauCliCommand sceau_cli_learner_commands[] = {
  { "learner", "template", "OUT.csv", N_("Write an empty roster to fill in."), learner_template },
  { "learner", "import", "FILE.csv --certification CODE --cohort NAME [--dry-run] [--accept-valid]",
    N_("Enrol the learners of a roster."), learner_import },
  { "learner", "list", "[--cohort NAME] [--search TEXT]", N_("List the learners."), learner_list },
  { "learner", "export-data", "NUMBER OUT.json", N_("Export what the school holds on one person."),
    learner_export_data },
  { NULL },
};
