/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* result: sheets of marks, who is missing, submission, double entry, groups, grids, history. */

#include "sceau-cli.h"
#include "sceau-cli-answer.h"
#include "sceau-cli-import.h"
#include "sceau-cli-lookup.h"
#include "sceau-cli-output.h"
#include "sceau-cli-sheet-show.h"

#include <glib/gi18n-lib.h>

#include "sceau-enrolment-table.h"
#include "sceau-mark-sheet-table.h"
#include "sceau-plan-table.h"
#include "sceau-record-results.h"
#include "sceau-result-table.h"
#include "sceau-results-reader.h"
#include "sceau-text.h"

/* What most of these verbs take. */
typedef struct
{
  char *certification, *cohort, *modality, *examiner, *date, *comment, *reason, *mark, *group, *learner, *points;
  int attempt;
  gboolean incomplete, keep_adjusted, dry_run, accept_valid;
} Options;

static void
options_clear (Options *self)
{
  char **all[] = { &self->certification, &self->cohort, &self->modality, &self->examiner, &self->date, &self->comment,
                   &self->reason,        &self->mark,   &self->group,    &self->learner,  &self->points };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_between (SceauCli *cli, Options *self, int fewest, int most)
{
  const GOptionEntry entries[] = {
    { "certification", 0, 0, G_OPTION_ARG_STRING, &self->certification },
    { "cohort", 0, 0, G_OPTION_ARG_STRING, &self->cohort },
    { "modality", 0, 0, G_OPTION_ARG_STRING, &self->modality },
    { "attempt", 0, 0, G_OPTION_ARG_INT, &self->attempt },
    { "examiner", 0, 0, G_OPTION_ARG_STRING, &self->examiner },
    { "date", 0, 0, G_OPTION_ARG_STRING, &self->date },
    { "comment", 0, 0, G_OPTION_ARG_STRING, &self->comment },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &self->reason },
    { "mark", 0, 0, G_OPTION_ARG_STRING, &self->mark },
    { "group", 0, 0, G_OPTION_ARG_STRING, &self->group },
    { "learner", 0, 0, G_OPTION_ARG_STRING, &self->learner },
    { "points", 0, 0, G_OPTION_ARG_STRING, &self->points },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self->dry_run },
    { "accept-valid", 0, 0, G_OPTION_ARG_NONE, &self->accept_valid },
    { "incomplete", 0, 0, G_OPTION_ARG_NONE, &self->incomplete },
    { "keep-adjusted", 0, 0, G_OPTION_ARG_NONE, &self->keep_adjusted },
    { NULL },
  };

  self->attempt = 1;
  return sceau_cli_parse (cli, entries, fewest, most)
         && sceau_cli_require (cli, "--certification", self->certification, "--cohort", self->cohort, NULL);
}

static gboolean
parse (SceauCli *cli, Options *self, int words)
{
  return parse_between (cli, self, words, words);
}

/* What only asks would find nothing at attempt 0, and look as if nothing were missing. */
static gboolean
has_attempt (SceauCli *cli, const Options *self)
{
  if (self->attempt >= 1)
    return TRUE;
  sceau_cli_refuse_text (cli, _("Attempts are numbered from 1: give --attempt 1 for the first session."));
  return FALSE;
}

/* The modality of the plan, whose scale says how a mark is written; NULL when refused, which was said. @plan: (out) owns it. */
static const SceauModality *
find_modality (SceauCli *cli, const Options *self, SceauPlan **plan)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  const SceauModality *modality;

  *plan = sceau_plan_table_find (cli->school, self->certification, &error);
  if (*plan == NULL)
    {
      sceau_cli_refuse (cli, error);
      return NULL;
    }
  modality = sceau_plan_find_modality (*plan, self->modality);
  if (modality == NULL)
    {
      g_autofree char *shown = sceau_text_show (self->modality);

      sentence = g_strdup_printf (_("The plan has no modality “%s”."), shown);
      sceau_cli_refuse_text (cli, sentence);
    }
  return modality;
}

/* (transfer full): the result that the options describe, for one enrolment; NULL when refused, which was said. */
static SceauResult *
make_result (SceauCli *cli, const Options *self, gint64 enrolment_id, gboolean needs_mark)
{
  g_autoptr (SceauPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  const SceauModality *modality = find_modality (cli, self, &plan);
  SceauMark mark = SCEAU_MARK_NONE;
  g_autoptr (SceauResult) result = NULL;

  if (modality == NULL)
    return NULL;
  if (needs_mark && !sceau_mark_parse (self->mark, modality->scale, &mark, &error))
    {
      sceau_cli_refuse (cli, error);
      return NULL;
    }
  result = sceau_result_new (enrolment_id, self->modality, self->attempt, mark);
  result->examiner = g_strdup (self->examiner);
  result->comment = g_strdup (self->comment);
  return sceau_cli_read_optional_date (cli, "--date", self->date, &result->date) ? g_steal_pointer (&result) : NULL;
}

static SceauCliStatus
result_sheets (SceauCli *cli)
{
  g_auto (Options) options = { NULL };
  g_autoptr (SceauCohort) cohort = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (SceauCliTable) table = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse (cli, &options, 0))
    return SCEAU_CLI_USAGE;
  cohort = sceau_cli_open_cohort (cli, SCEAU_SCHOOL_READ_ONLY, options.certification, options.cohort);
  if (cohort == NULL)
    return SCEAU_CLI_REFUSED;
  sheets = sceau_mark_sheet_table_list (cli->school, cohort->id, &error);
  if (sheets == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    {
      sceau_cli_print_sheets_json (sheets);
      return SCEAU_CLI_DONE;
    }
  table = sceau_cli_table_new (_("Modality"), _("Attempt"), _("State"), _("Entered"), _("Examiner"), NULL);
  for (guint i = 0; i < sheets->len; i++)
    {
      const SceauMarkSheet *sheet = g_ptr_array_index (sheets, i);
      g_autofree char *attempt = g_strdup_printf ("%d", sheet->attempt);
      g_autofree char *entered = g_strdup_printf ("%d/%d", sheet->entered, sheet->expected);

      sceau_cli_table_add (table, sheet->modality_code, attempt, sceau_sheet_state_title (sheet->state), entered,
                           sheet->examiner != NULL ? sheet->examiner : "–", NULL);
    }
  sceau_cli_table_print (table);
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
result_missing (SceauCli *cli)
{
  g_auto (Options) options = { NULL };
  g_autoptr (SceauCohort) cohort = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse (cli, &options, 0))
    return SCEAU_CLI_USAGE;
  if (!has_attempt (cli, &options))
    return SCEAU_CLI_REFUSED;
  cohort = sceau_cli_open_cohort (cli, SCEAU_SCHOOL_READ_ONLY, options.certification, options.cohort);
  if (cohort == NULL)
    return SCEAU_CLI_REFUSED;
  missing = sceau_list_missing_marks (cli->school, cohort->id, options.modality, options.attempt, &error);
  if (missing == NULL)
    return sceau_cli_refuse (cli, error);
  sceau_cli_print_missing (cli, missing);
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
result_submit (SceauCli *cli)
{
  g_auto (Options) options = { NULL };
  g_autoptr (SceauCohort) cohort = NULL;
  g_autoptr (GError) error = NULL;
  SceauDate date;
  gboolean done;

  if (!parse (cli, &options, 0) || !sceau_cli_require (cli, "--modality", options.modality, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_optional_date (cli, "--date", options.date, &date))
    return SCEAU_CLI_REFUSED;
  cohort = sceau_cli_open_cohort (cli, SCEAU_SCHOOL_READ_WRITE, options.certification, options.cohort);
  if (cohort == NULL)
    return SCEAU_CLI_REFUSED;
  done = sceau_submit_sheet (cli->school, cohort->id, options.modality, options.attempt, options.examiner, date, options.incomplete, cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The sheet is submitted."), error);
}

static SceauCliStatus
result_reopen (SceauCli *cli)
{
  g_auto (Options) options = { NULL };
  g_autoptr (SceauCohort) cohort = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!parse (cli, &options, 0) || !sceau_cli_require (cli, "--modality", options.modality, "--reason", options.reason, NULL))
    return SCEAU_CLI_USAGE;
  cohort = sceau_cli_open_cohort (cli, SCEAU_SCHOOL_READ_WRITE, options.certification, options.cohort);
  if (cohort == NULL)
    return SCEAU_CLI_REFUSED;
  done = sceau_reopen_sheet (cli->school, cohort->id, options.modality, options.attempt, options.reason, cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The sheet is open again."), error);
}

/* (element-type SceauSecondEntry): the marks of a file, as second entries; NULL when refused. */
static GPtrArray *
read_second_entries (SceauCli *cli, const Options *options, gint64 cohort_id, GError **error)
{
  const SceauEnrolmentQuery query = { .cohort_id = cohort_id };
  g_autoptr (SceauPlan) plan = sceau_plan_table_find (cli->school, options->certification, error);
  g_autoptr (GPtrArray) enrolments = plan != NULL ? sceau_enrolment_table_list (cli->school, &query, error) : NULL;
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (cli->arguments[0]);
  g_autoptr (GPtrArray) read = NULL;
  GPtrArray *entries;

  for (guint i = 0; enrolments != NULL && i < enrolments->len; i++)
    g_hash_table_insert (numbers, ((SceauEnrolment *) g_ptr_array_index (enrolments, i))->learner_number, g_ptr_array_index (enrolments, i));
  read = enrolments != NULL ? sceau_results_reader_read (file, plan, numbers, cli->faults, NULL, error) : NULL;
  if (read == NULL || sceau_faults_count_errors (cli->faults) > 0)
    return NULL;
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_second_entry_free);
  for (guint i = 0; i < read->len; i++)
    {
      const SceauResultEntry *one = g_ptr_array_index (read, i);
      SceauSecondEntry *entry = sceau_second_entry_new ();

      entry->enrolment_id = ((SceauEnrolment *) g_hash_table_lookup (numbers, one->number))->id;
      entry->modality_code = g_strdup (one->modality_code);
      entry->attempt = one->attempt != 0 ? one->attempt : options->attempt;
      entry->mark = one->mark;
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

static SceauCliStatus
result_second (SceauCli *cli)
{
  g_auto (Options) options = { NULL };
  g_autoptr (SceauCohort) cohort = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!parse (cli, &options, 1))
    return SCEAU_CLI_USAGE;
  if (!has_attempt (cli, &options))
    return SCEAU_CLI_REFUSED;
  cohort = sceau_cli_open_cohort (cli, SCEAU_SCHOOL_READ_WRITE, options.certification, options.cohort);
  if (cohort == NULL)
    return SCEAU_CLI_REFUSED;
  entries = read_second_entries (cli, &options, cohort->id, &error);
  if (entries == NULL)
    return sceau_cli_refuse (cli, error);
  done = sceau_record_second_entries (cli->school, cohort->id, entries, cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The second entries are recorded."), error);
}

/* Two entries that do not agree are an answer, and a no. */
static SceauCliStatus
result_compare (SceauCli *cli)
{
  g_auto (Options) options = { NULL };
  g_autoptr (SceauCohort) cohort = NULL;
  g_autoptr (SceauPlan) plan = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;
  const SceauModality *modality;

  if (!parse (cli, &options, 0) || !sceau_cli_require (cli, "--modality", options.modality, NULL))
    return SCEAU_CLI_USAGE;
  if (!has_attempt (cli, &options))
    return SCEAU_CLI_REFUSED;
  cohort = sceau_cli_open_cohort (cli, SCEAU_SCHOOL_READ_ONLY, options.certification, options.cohort);
  modality = cohort != NULL ? find_modality (cli, &options, &plan) : NULL;
  if (modality == NULL)
    return SCEAU_CLI_REFUSED;
  differences = sceau_compare_entries (cli->school, cohort->id, options.modality, options.attempt, &error);
  if (differences == NULL)
    return sceau_cli_refuse (cli, error);
  sceau_cli_print_differences (cli, differences, modality->scale);
  return differences->len == 0 ? SCEAU_CLI_DONE : SCEAU_CLI_REFUSED;
}

/* The enrolment of --learner and what the options say about it; FALSE when refused. */
static gboolean
open_one (SceauCli *cli, const Options *options, gboolean needs_mark, SceauEnrolment **enrolment, SceauResult **result)
{
  *enrolment = sceau_cli_open_enrolment (cli, SCEAU_SCHOOL_READ_WRITE, options->certification, options->cohort, options->learner);
  *result = *enrolment != NULL ? make_result (cli, options, (*enrolment)->id, needs_mark) : NULL;
  return *result != NULL;
}

static gboolean
parse_one (SceauCli *cli, Options *options)
{
  return parse (cli, options, 0)
         && sceau_cli_require (cli, "--learner", options->learner, "--modality", options->modality, "--mark", options->mark, NULL);
}

static SceauCliStatus
result_settle (SceauCli *cli)
{
  g_auto (Options) options = { NULL };
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autoptr (SceauResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!parse_one (cli, &options))
    return SCEAU_CLI_USAGE;
  if (!open_one (cli, &options, TRUE, &enrolment, &result))
    return SCEAU_CLI_REFUSED;
  done = sceau_settle_difference (cli->school, enrolment->id, options.modality, options.attempt, result->mark, &error);
  return sceau_cli_finish (cli, done, _("Both entries are what the paper says."), error);
}

static SceauCliStatus
result_set (SceauCli *cli)
{
  g_auto (Options) options = { NULL };
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autoptr (SceauResult) result = NULL;
  g_autoptr (GPtrArray) results = g_ptr_array_new ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!parse_one (cli, &options))
    return SCEAU_CLI_USAGE;
  if (!open_one (cli, &options, TRUE, &enrolment, &result))
    return SCEAU_CLI_REFUSED;
  g_ptr_array_add (results, result);
  done = sceau_record_results (cli->school, results, &before, &error);
  return sceau_cli_finish (cli, done, done && before->len == 0 ? _("This mark stands already: nothing was changed.") : _("The mark is recorded."),
                           error);
}

static SceauCliStatus
result_adjust (SceauCli *cli)
{
  g_auto (Options) options = { NULL };
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autoptr (SceauResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!parse_one (cli, &options) || !sceau_cli_require (cli, "--comment", options.comment, NULL))
    return SCEAU_CLI_USAGE;
  if (!open_one (cli, &options, TRUE, &enrolment, &result))
    return SCEAU_CLI_REFUSED;
  done = sceau_adjust_group_mark (cli->school, result, cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The mark of the learner is adjusted."), error);
}

static SceauCliStatus
result_group (SceauCli *cli)
{
  g_auto (Options) options = { NULL };
  g_autoptr (SceauCohort) cohort = NULL;
  g_autoptr (SceauResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!parse (cli, &options, 0)
      || !sceau_cli_require (cli, "--group", options.group, "--modality", options.modality, "--mark", options.mark, NULL))
    return SCEAU_CLI_USAGE;
  cohort = sceau_cli_open_cohort (cli, SCEAU_SCHOOL_READ_WRITE, options.certification, options.cohort);
  result = cohort != NULL ? make_result (cli, &options, 0, TRUE) : NULL;
  if (result == NULL)
    return SCEAU_CLI_REFUSED;
  done = sceau_record_group_mark (cli->school, cohort->id, options.group, result, options.keep_adjusted, cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The mark of the group is recorded."), error);
}

/* "C1=3,5;C2=4": the points of each criterion; NULL when refused, which was said. */
static GPtrArray *
read_points (const Options *options, gint64 enrolment_id)
{
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_criterion_points_free);
  g_auto (GStrv) parts = g_strsplit_set (options->points, "; ", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      g_auto (GStrv) pair = g_strsplit (*part, "=", 2);
      SceauCriterionPoints *one;
      gint32 value = 0;

      if (**part == '\0')
        continue;
      if (g_strv_length (pair) != 2 || !sceau_points_parse (pair[1], G_MAXINT32, &value))
        {
          g_autofree char *shown = sceau_text_show (*part);

          sceau_cli_print_error (_("sceau-cli: --points “%s” does not say what a criterion got; write “C1=3,5;C2=4”.\n"), shown);
          return NULL;
        }
      one = sceau_criterion_points_new ();
      one->enrolment_id = enrolment_id;
      one->modality_code = g_strdup (options->modality);
      one->attempt = options->attempt;
      one->criterion = g_strdup (pair[0]);
      one->points = value;
      g_ptr_array_add (points, one);
    }
  return g_steal_pointer (&points);
}

/* The grids of a whole cohort. */
static SceauCliStatus
import_grids (SceauCli *cli, const Options *options)
{
  SceauImportSummary summary = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!sceau_cli_open (cli, options->dry_run ? SCEAU_SCHOOL_READ_ONLY : SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  done = sceau_record_grids_from_file (cli->school, cli->arguments[0], options->certification, options->cohort, options->modality, options->attempt,
                                       sceau_cli_import_flags (options->dry_run, options->accept_valid), &summary, cli->faults, &error);
  return sceau_cli_finish_import (cli, done, options->dry_run, &summary, error);
}

static SceauCliStatus
result_grid (SceauCli *cli)
{
  g_auto (Options) options = { NULL };
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autoptr (SceauResult) result = NULL;
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!parse_between (cli, &options, 0, 1) || !sceau_cli_require (cli, "--modality", options.modality, NULL))
    return SCEAU_CLI_USAGE;
  if (cli->arguments[0] != NULL)
    return import_grids (cli, &options);
  if (!sceau_cli_require (cli, "--learner", options.learner, "--points", options.points, NULL))
    return SCEAU_CLI_USAGE;
  if (!open_one (cli, &options, options.mark != NULL, &enrolment, &result))
    return SCEAU_CLI_REFUSED;
  points = read_points (&options, enrolment->id);
  if (points == NULL)
    return SCEAU_CLI_REFUSED;
  done = sceau_record_grid (cli->school, result, points, cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The grid is recorded."), error);
}

static SceauCliStatus
result_history (SceauCli *cli)
{
  g_auto (Options) options = { NULL };
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autoptr (SceauPlan) plan = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  const SceauModality *modality;

  if (!parse (cli, &options, 1) || !sceau_cli_require (cli, "--modality", options.modality, NULL))
    return SCEAU_CLI_USAGE;
  if (!has_attempt (cli, &options))
    return SCEAU_CLI_REFUSED;
  enrolment = sceau_cli_open_enrolment (cli, SCEAU_SCHOOL_READ_ONLY, options.certification, options.cohort, cli->arguments[0]);
  modality = enrolment != NULL ? find_modality (cli, &options, &plan) : NULL;
  if (modality == NULL)
    return SCEAU_CLI_REFUSED;
  versions = sceau_result_table_list_versions (cli->school, enrolment->id, options.modality, options.attempt, &error);
  if (versions == NULL)
    return sceau_cli_refuse (cli, error);
  sceau_cli_print_history (cli, versions, modality->scale);
  return SCEAU_CLI_DONE;
}

#define SHEET "--certification CODE --cohort NAME --modality M [--attempt N]"

const SceauCliCommand sceau_cli_sheet_commands[] = {
  { "result", "sheets", "--certification CODE --cohort NAME", N_("List the sheets of marks and their states."), result_sheets },
  { "result", "missing", "--certification CODE --cohort NAME [--modality M [--attempt N]]", N_("List who is missing which mark."), result_missing },
  { "result", "submit", SHEET " [--examiner E] [--date D] [--incomplete]", N_("Hand the marks of a sheet in."), result_submit },
  { "result", "reopen", SHEET " --reason R", N_("Take the submission of a sheet back."), result_reopen },
  { "result", "set", SHEET " --learner N --mark MARK [--examiner E] [--date D] [--comment C]", N_("Record one mark."), result_set },
  { "result", "second", "FILE.csv --certification CODE --cohort NAME [--attempt N]", N_("Record the second entry of a double entry."), result_second },
  { "result", "compare", SHEET, N_("Compare the two entries of a sheet; 1 when they differ."), result_compare },
  { "result", "settle", SHEET " --learner N --mark MARK", N_("Settle a difference by what the paper says."), result_settle },
  { "result", "group", SHEET " --group G --mark MARK [--keep-adjusted] [--examiner E] [--date D] [--comment C]",
    N_("Record one mark for a group."), result_group },
  { "result", "adjust", SHEET " --learner N --mark MARK --comment REASON", N_("Give a member another mark than the group’s."), result_adjust },
  { "result", "grid", "(FILE.csv [--dry-run] [--accept-valid] | --learner N --points C1=3,5;C2=4 [--mark MARK]) " SHEET,
    N_("Record the points of criteria grids."), result_grid },
  { "result", "history", "NUMBER " SHEET, N_("Show every value that a mark has had."), result_history },
  { NULL },
};
