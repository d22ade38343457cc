/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli-answer.h"
#include "sceau-cli-result.h"

#include <glib/gi18n-lib.h>

#include "sceau-cli-import.h"
#include "sceau-cohort-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-plan-table.h"
#include "sceau-record-results.h"
#include "sceau-result-table.h"

static SceauCliStatus
result_template (SceauCli *cli)
{
  g_autofree char *certification = NULL, *cohort = NULL, *modality = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "certification", 0, 0, G_OPTION_ARG_STRING, &certification },
    { "cohort", 0, 0, G_OPTION_ARG_STRING, &cohort },
    { "modality", 0, 0, G_OPTION_ARG_STRING, &modality },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, 1)
      || !sceau_cli_require (cli, "--certification", certification, "--cohort", cohort, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!(modality != NULL ? sceau_write_grid_template (cli->school, certification, cohort, modality, cli->arguments[0], &error)
                         : sceau_write_results_template (cli->school, certification, cohort, cli->arguments[0], &error)))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_written (cli, cli->arguments[0], _("The grid of the cohort is in %s.\n"), cli->arguments[0]);
}

static SceauCliStatus
result_import (SceauCli *cli)
{
  g_autofree char *certification = NULL, *cohort = NULL;
  int attempt = 1;
  gboolean dry_run = FALSE, accept_valid = FALSE, done;
  SceauImportSummary summary = { 0 };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "certification", 0, 0, G_OPTION_ARG_STRING, &certification },
    { "cohort", 0, 0, G_OPTION_ARG_STRING, &cohort },
    { "attempt", 0, 0, G_OPTION_ARG_INT, &attempt },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run },
    { "accept-valid", 0, 0, G_OPTION_ARG_NONE, &accept_valid },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, 1)
      || !sceau_cli_require (cli, "--certification", certification, "--cohort", cohort, NULL))
    return SCEAU_CLI_USAGE;
  if (attempt < 1)
    return sceau_cli_refuse_text (cli, _("Attempts are numbered from 1: give --attempt 1 for the first session."));
  if (!sceau_cli_open (cli, dry_run ? SCEAU_SCHOOL_READ_ONLY : SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  done = sceau_record_results_from_file (cli->school, cli->arguments[0], certification, cohort, attempt,
                                         sceau_cli_import_flags (dry_run, accept_valid), &summary, cli->faults, NULL,
                                         NULL, &error);
  return sceau_cli_finish_import (cli, done, dry_run, &summary, error);
}

/* A value is written as an exact decimal text: JSON numbers would pass through a double. */
void
sceau_cli_json_result (JsonBuilder *builder, const SceauResult *result)
{
  g_autofree char *value = NULL;

  if (result->mark.kind == SCEAU_MARK_VALUE)
    value = g_strdup_printf ("%d.%02d", result->mark.value / 100, result->mark.value % 100);
  sceau_cli_json_text (builder, "modality", result->modality_code);
  sceau_cli_json_integer (builder, "attempt", result->attempt);
  sceau_cli_json_text (builder, "state", sceau_mark_kind_to_id (result->mark.kind));
  sceau_cli_json_text (builder, "value", value);
  sceau_cli_json_text (builder, "examiner", result->examiner);
  sceau_cli_json_date (builder, "date", result->date);
  sceau_cli_json_text (builder, "comment", result->comment);
}

typedef struct
{
  SceauPlan *plan;
  GPtrArray *enrolments; /* (element-type SceauEnrolment) */
  GHashTable *by_id;     /* enrolment id → SceauEnrolment */
  GPtrArray *results;    /* (element-type SceauResult) */
} CohortResults;

static void
cohort_results_clear (CohortResults *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->enrolments, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->plan, sceau_plan_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CohortResults, cohort_results_clear)

static gboolean
load_cohort_results (SceauCli *cli, const char *certification, const char *name, CohortResults *all, GError **error)
{
  g_autoptr (SceauCohort) cohort = sceau_cohort_table_find_by_name (cli->school, certification, name, error);
  SceauEnrolmentQuery query = { 0 };

  if (cohort == NULL)
    return FALSE;
  query.cohort_id = cohort->id;
  all->plan = sceau_plan_table_find (cli->school, certification, error);
  if (all->plan != NULL)
    all->enrolments = sceau_enrolment_table_list (cli->school, &query, error);
  if (all->enrolments != NULL)
    all->results = sceau_result_table_list_by_cohort (cli->school, cohort->id, error);
  if (all->results == NULL)
    return FALSE;

  all->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < all->enrolments->len; i++)
    {
      SceauEnrolment *enrolment = g_ptr_array_index (all->enrolments, i);

      g_hash_table_insert (all->by_id, &enrolment->id, enrolment);
    }
  return TRUE;
}

static void
print_results_json (const CohortResults *all)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < all->results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (all->results, i);
      const SceauEnrolment *enrolment = g_hash_table_lookup (all->by_id, &result->enrolment_id);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "learner", enrolment->learner_number);
      sceau_cli_json_text (builder, "name", enrolment->learner_name);
      sceau_cli_json_result (builder, result);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static void
print_results (const CohortResults *all)
{
  g_autoptr (SceauCliTable) table
    = sceau_cli_table_new (_("Learner"), _("Name"), _("Modality"), _("Attempt"), _("Mark"), NULL);

  for (guint i = 0; i < all->results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (all->results, i);
      const SceauEnrolment *enrolment = g_hash_table_lookup (all->by_id, &result->enrolment_id);
      const SceauModality *modality = sceau_plan_find_modality (all->plan, result->modality_code);
      g_autofree char *attempt = g_strdup_printf ("%d", result->attempt);
      g_autofree char *mark
        = sceau_mark_to_text (result->mark, modality != NULL ? modality->scale : SCEAU_SCALE_TWENTY);

      sceau_cli_table_add (table, enrolment->learner_number, enrolment->learner_name, result->modality_code, attempt,
                           mark, NULL);
    }
  sceau_cli_table_print (table);
}

static SceauCliStatus
result_list (SceauCli *cli)
{
  g_autofree char *certification = NULL, *cohort = NULL;
  g_auto (CohortResults) all = { 0 };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "certification", 0, 0, G_OPTION_ARG_STRING, &certification },
    { "cohort", 0, 0, G_OPTION_ARG_STRING, &cohort },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 0, 0)
      || !sceau_cli_require (cli, "--certification", certification, "--cohort", cohort, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!load_cohort_results (cli, certification, cohort, &all, &error))
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    print_results_json (&all);
  else
    print_results (&all);
  return SCEAU_CLI_DONE;
}

const SceauCliCommand sceau_cli_result_commands[] = {
  { "result", "template", "OUT.csv --certification CODE --cohort NAME [--modality M]",
    N_("Write the marks of a cohort to fill in, or the criteria grids of one modality."),
    result_template },
  { "result", "import", "FILE.csv --certification CODE --cohort NAME [--attempt N] [--dry-run] [--accept-valid]",
    N_("Record the marks of a file."), result_import },
  { "result", "list", "--certification CODE --cohort NAME", N_("List the marks of a cohort."), result_list },
  { NULL },
};
