/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* learner: one person enrolled, amended, gone, back; and the blocks that somebody brings along. */

#include "sceau-cli.h"
#include "sceau-cli-answer.h"
#include "sceau-cli-lookup.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>

#include "sceau-enrol-learners.h"
#include "sceau-learner-table.h"
#include "sceau-text.h"

/* The words of the options about a person and a parcours, as they were given. */
typedef struct
{
  char *certification, *cohort, *exception;
  char *sex, *birth_name, *usage_name, *first_name, *other_names, *birth_date, *commune, *place, *country, *email, *number;
  char *route, *admission, *entry, *company_start, *company_end, *company, *tutor, *group, *blocks;
} Words;

static void
words_clear (Words *self)
{
  char **all = (char **) self;

  for (guint i = 0; i < sizeof (Words) / sizeof (char *); i++)
    g_free (all[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

#define COHORT_ENTRIES(words) \
  { "certification", 0, 0, G_OPTION_ARG_STRING, &(words).certification }, { "cohort", 0, 0, G_OPTION_ARG_STRING, &(words).cohort }
#define PERSON_ENTRIES(words) \
  { "sex", 0, 0, G_OPTION_ARG_STRING, &(words).sex }, { "birth-name", 0, 0, G_OPTION_ARG_STRING, &(words).birth_name }, \
  { "usage-name", 0, 0, G_OPTION_ARG_STRING, &(words).usage_name }, { "first-name", 0, 0, G_OPTION_ARG_STRING, &(words).first_name }, \
  { "other-names", 0, 0, G_OPTION_ARG_STRING, &(words).other_names }, { "birth-date", 0, 0, G_OPTION_ARG_STRING, &(words).birth_date }, \
  { "birth-commune", 0, 0, G_OPTION_ARG_STRING, &(words).commune }, { "birth-place", 0, 0, G_OPTION_ARG_STRING, &(words).place }, \
  { "birth-country", 0, 0, G_OPTION_ARG_STRING, &(words).country }, { "email", 0, 0, G_OPTION_ARG_STRING, &(words).email }, \
  { "number", 0, 0, G_OPTION_ARG_STRING, &(words).number }
#define PARCOURS_ENTRIES(words) \
  { "route", 0, 0, G_OPTION_ARG_STRING, &(words).route }, { "admission", 0, 0, G_OPTION_ARG_STRING, &(words).admission }, \
  { "entry", 0, 0, G_OPTION_ARG_STRING, &(words).entry }, { "company-start", 0, 0, G_OPTION_ARG_STRING, &(words).company_start }, \
  { "company-end", 0, 0, G_OPTION_ARG_STRING, &(words).company_end }, { "company", 0, 0, G_OPTION_ARG_STRING, &(words).company }, \
  { "tutor", 0, 0, G_OPTION_ARG_STRING, &(words).tutor }, { "group", 0, 0, G_OPTION_ARG_STRING, &(words).group }, \
  { "blocks", 0, 0, G_OPTION_ARG_STRING, &(words).blocks }, { "exception", 0, 0, G_OPTION_ARG_STRING, &(words).exception }

/* An option that was not given leaves the text as it is; an empty one takes it away. */
static void
take_text (char **text, const char *given)
{
  if (given == NULL)
    return;
  g_free (*text);
  *text = *given != '\0' ? g_strdup (given) : NULL;
}

static gboolean
take_date (SceauCli *cli, const char *option, SceauDate *date, const char *given)
{
  if (given == NULL)
    return TRUE;
  if (*given != '\0')
    return sceau_cli_read_date (cli, option, given, date);
  *date = SCEAU_NO_DATE;
  return TRUE;
}

static gboolean
take_person (SceauCli *cli, SceauLearner *learner, const Words *words)
{
  take_text (&learner->number, words->number);
  take_text (&learner->birth_name, words->birth_name);
  take_text (&learner->usage_name, words->usage_name);
  take_text (&learner->first_name, words->first_name);
  take_text (&learner->other_names, words->other_names);
  take_text (&learner->birth_commune, words->commune);
  take_text (&learner->birth_place, words->place);
  take_text (&learner->birth_country, words->country);
  take_text (&learner->email, words->email);
  if (words->sex != NULL && !sceau_sex_from_text (words->sex, &learner->sex))
    {
      g_autofree char *shown = sceau_text_show (words->sex);

      sceau_cli_print_error (_("sceau-cli: --sex “%s” is not F or M.\n"), shown);
      return FALSE;
    }
  return take_date (cli, "--birth-date", &learner->birth_date, words->birth_date);
}

static void
take_blocks (SceauEnrolment *enrolment, const char *given)
{
  g_auto (GStrv) codes = g_strsplit_set (given, ",; ", -1);

  g_ptr_array_set_size (enrolment->targeted_blocks, 0);
  for (char **code = codes; *code != NULL; code++)
    if (**code != '\0')
      g_ptr_array_add (enrolment->targeted_blocks, g_strdup (*code));
}

static gboolean
take_parcours (SceauCli *cli, SceauEnrolment *enrolment, const Words *words)
{
  if (words->route != NULL && !sceau_route_from_text (words->route, &enrolment->route))
    {
      g_autofree char *shown = sceau_text_show (words->route);

      sceau_cli_print_error (_("sceau-cli: --route “%s” is not an access route; write FI, CA, FC, CQ, CL or VAE.\n"), shown);
      return FALSE;
    }
  if (words->admission != NULL && !sceau_admission_from_id (words->admission, &enrolment->admission)
      && !sceau_admission_from_text (words->admission, &enrolment->admission))
    {
      g_autofree char *shown = sceau_text_show (words->admission);

      sceau_cli_print_error (_("sceau-cli: --admission “%s” is not a basis of admission; write normal, a or b.\n"), shown);
      return FALSE;
    }
  take_text (&enrolment->company, words->company);
  take_text (&enrolment->tutor, words->tutor);
  take_text (&enrolment->group, words->group);
  if (words->blocks != NULL)
    take_blocks (enrolment, words->blocks);
  return take_date (cli, "--entry", &enrolment->entry, words->entry)
         && take_date (cli, "--company-start", &enrolment->company_start, words->company_start)
         && take_date (cli, "--company-end", &enrolment->company_end, words->company_end);
}

static SceauCliStatus
learner_add (SceauCli *cli)
{
  g_auto (Words) words = { NULL };
  g_autoptr (SceauLearner) learner = sceau_learner_new ();
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_new ();
  g_autoptr (SceauCohort) cohort = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;
  const GOptionEntry entries[] = { COHORT_ENTRIES (words), PERSON_ENTRIES (words), PARCOURS_ENTRIES (words), { NULL } };

  if (!sceau_cli_parse (cli, entries, 0, 0)
      || !sceau_cli_require (cli, "--certification", words.certification, "--cohort", words.cohort, "--number", words.number, "--route",
                             words.route, NULL))
    return SCEAU_CLI_USAGE;
  if (!take_person (cli, learner, &words) || !take_parcours (cli, enrolment, &words))
    return SCEAU_CLI_REFUSED;
  cohort = sceau_cli_open_cohort (cli, SCEAU_SCHOOL_READ_WRITE, words.certification, words.cohort);
  if (cohort == NULL)
    return SCEAU_CLI_REFUSED;
  done = sceau_enrol_learner_by_exception (cli->school, learner, enrolment, cohort->id, words.exception, cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The learner is enrolled."), error);
}

static SceauCliStatus
learner_edit (SceauCli *cli)
{
  g_auto (Words) words = { NULL };
  g_autoptr (SceauLearner) learner = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;
  const GOptionEntry entries[] = { PERSON_ENTRIES (words), { NULL } };

  if (!sceau_cli_parse (cli, entries, 1, 1))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  learner = sceau_learner_table_find_by_number (cli->school, cli->arguments[0], &error);
  if (learner == NULL)
    return sceau_cli_refuse (cli, error);
  if (!take_person (cli, learner, &words))
    return SCEAU_CLI_REFUSED;
  done = sceau_edit_learner (cli->school, learner, cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The civil status is amended."), error);
}

static SceauCliStatus
learner_enrolment (SceauCli *cli)
{
  g_auto (Words) words = { NULL };
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;
  const GOptionEntry entries[] = { COHORT_ENTRIES (words), PARCOURS_ENTRIES (words), { NULL } };

  if (!sceau_cli_parse (cli, entries, 1, 1)
      || !sceau_cli_require (cli, "--certification", words.certification, "--cohort", words.cohort, NULL))
    return SCEAU_CLI_USAGE;
  enrolment = sceau_cli_open_enrolment (cli, SCEAU_SCHOOL_READ_WRITE, words.certification, words.cohort, cli->arguments[0]);
  if (enrolment == NULL || !take_parcours (cli, enrolment, &words))
    return SCEAU_CLI_REFUSED;
  done = sceau_amend_enrolment (cli->school, enrolment, words.exception, cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The enrolment is amended."), error);
}

static SceauCliStatus
learner_leave (SceauCli *cli)
{
  g_auto (Words) words = { NULL };
  g_autofree char *date = NULL, *reason = NULL, *hearing = NULL;
  gboolean withdrawn = FALSE, interrupted = FALSE, excluded = FALSE, done;
  SceauDeparture departure = { SCEAU_ENROLMENT_WITHDRAWN, SCEAU_NO_DATE, NULL, SCEAU_NO_DATE };
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    COHORT_ENTRIES (words),
    { "withdrawn", 0, 0, G_OPTION_ARG_NONE, &withdrawn },
    { "interrupted", 0, 0, G_OPTION_ARG_NONE, &interrupted },
    { "excluded", 0, 0, G_OPTION_ARG_NONE, &excluded },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason },
    { "hearing", 0, 0, G_OPTION_ARG_STRING, &hearing },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, 1)
      || !sceau_cli_require (cli, "--certification", words.certification, "--cohort", words.cohort, "--date", date, "--reason", reason, NULL)
      || !sceau_cli_require (cli, "--withdrawn|--interrupted|--excluded", withdrawn + interrupted + excluded == 1 ? "" : NULL, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_date (cli, "--date", date, &departure.since) || !sceau_cli_read_optional_date (cli, "--hearing", hearing, &departure.hearing))
    return SCEAU_CLI_REFUSED;
  enrolment = sceau_cli_open_enrolment (cli, SCEAU_SCHOOL_READ_WRITE, words.certification, words.cohort, cli->arguments[0]);
  if (enrolment == NULL)
    return SCEAU_CLI_REFUSED;
  departure.state = interrupted ? SCEAU_ENROLMENT_INTERRUPTED : excluded ? SCEAU_ENROLMENT_EXCLUDED : SCEAU_ENROLMENT_WITHDRAWN;
  departure.reason = reason;
  done = sceau_record_departure (cli->school, enrolment->id, &departure, cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The departure is recorded."), error);
}

static SceauCliStatus
learner_return (SceauCli *cli)
{
  g_auto (Words) words = { NULL };
  g_autofree char *reason = NULL;
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;
  const GOptionEntry entries[] = { COHORT_ENTRIES (words), { "reason", 0, 0, G_OPTION_ARG_STRING, &reason }, { NULL } };

  if (!sceau_cli_parse (cli, entries, 1, 1)
      || !sceau_cli_require (cli, "--certification", words.certification, "--cohort", words.cohort, "--reason", reason, NULL))
    return SCEAU_CLI_USAGE;
  enrolment = sceau_cli_open_enrolment (cli, SCEAU_SCHOOL_READ_WRITE, words.certification, words.cohort, cli->arguments[0]);
  if (enrolment == NULL)
    return SCEAU_CLI_REFUSED;
  done = sceau_record_return (cli->school, enrolment->id, reason, cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The return is recorded."), error);
}

static SceauCliStatus
learner_block (SceauCli *cli)
{
  g_autofree char *certification = NULL, *block = NULL, *kind = NULL, *date = NULL, *proof = NULL;
  SceauAcquiredBlock acquired = { 0 };
  g_autoptr (SceauLearner) learner = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;
  const GOptionEntry entries[] = {
    { "certification", 0, 0, G_OPTION_ARG_STRING, &certification },
    { "block", 0, 0, G_OPTION_ARG_STRING, &block },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date },
    { "proof", 0, 0, G_OPTION_ARG_STRING, &proof },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, 1)
      || !sceau_cli_require (cli, "--certification", certification, "--block", block, "--kind", kind, "--date", date, "--proof", proof, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_acquisition_kind_from_id (kind, &acquired.kind))
    return sceau_cli_refuse_text (cli, _("--kind is one of: earlier, vae, correspondence, dispense."));
  if (!sceau_cli_read_date (cli, "--date", date, &acquired.date) || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  learner = sceau_learner_table_find_by_number (cli->school, cli->arguments[0], &error);
  if (learner == NULL)
    return sceau_cli_refuse (cli, error);
  acquired.learner_id = learner->id;
  acquired.certification_code = certification;
  acquired.block_code = block;
  acquired.proof = proof;
  done = sceau_record_acquired_block (cli->school, &acquired, cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The acquired block is recorded."), error);
}

const SceauCliCommand sceau_cli_enrolment_commands[] = {
  { "learner", "add",
    "--certification CODE --cohort NAME --number N --sex F|M --birth-name N --first-name N --birth-date D --route R [--usage-name N] "
    "[--other-names N] [--birth-commune C] [--birth-place P] [--birth-country C] [--email E] [--admission A] [--entry D] "
    "[--company-start D] [--company-end D] [--company C] [--tutor T] [--group G] [--blocks B[,B…]] [--exception REASON]",
    N_("Enrol one learner."), learner_add },
  { "learner", "edit",
    "NUMBER [--number N] [--sex F|M] [--birth-name N] [--first-name N] [--birth-date D] [--usage-name N] [--other-names N] "
    "[--birth-commune C] [--birth-place P] [--birth-country C] [--email E]",
    N_("Amend the civil status of a learner; an empty text takes it away."), learner_edit },
  { "learner", "enrolment",
    "NUMBER --certification CODE --cohort NAME [--route R] [--admission A] [--entry D] [--company-start D] [--company-end D] "
    "[--company C] [--tutor T] [--group G] [--blocks B[,B…]] [--exception REASON]",
    N_("Amend an enrolment; an empty text takes it away."), learner_enrolment },
  { "learner", "leave",
    "NUMBER --certification CODE --cohort NAME (--withdrawn|--interrupted|--excluded) --date D --reason R [--hearing D]",
    N_("Record that a learner withdraws, interrupts or is excluded."), learner_leave },
  { "learner", "return", "NUMBER --certification CODE --cohort NAME --reason R", N_("Record that a learner comes back."), learner_return },
  { "learner", "block", "NUMBER --certification CODE --block CODE --kind earlier|vae|correspondence|dispense --date D --proof TEXT",
    N_("Record a block acquired elsewhere."), learner_block },
  { NULL },
};
