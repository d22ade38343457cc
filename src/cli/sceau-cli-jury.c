/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli-answer.h"
#include "sceau-cli-jury.h"

#include <glib/gi18n-lib.h>

#include "sceau-appeal-table.h"
#include "sceau-cli-output.h"
#include "sceau-jury-table.h"
#include "sceau-print-session.h"
#include "sceau-text.h"

static SceauCliStatus
jury_new (SceauCli *cli)
{
  g_autofree char *certification = NULL, *cohort = NULL, *date_text = NULL, *place = NULL;
  SceauDate date;
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "certification", 0, 0, G_OPTION_ARG_STRING, &certification },
    { "cohort", 0, 0, G_OPTION_ARG_STRING, &cohort },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date_text },
    { "place", 0, 0, G_OPTION_ARG_STRING, &place },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 0, 0)
      || !sceau_cli_require (cli, "--certification", certification, "--cohort", cohort, "--date", date_text, "--place",
                             place, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_date (cli, "--date", date_text, &date) || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  id = sceau_plan_jury (cli->school, certification, cohort, date, place, cli->faults, &error);
  if (id == 0)
    return sceau_cli_refuse (cli, error);
  sceau_cli_print_faults (cli);
  sceau_cli_print_id (cli, id);
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
jury_convene (SceauCli *cli)
{
  g_autofree char *jurors_text = NULL, *president_text = NULL, *alternates_text = NULL;
  g_autoptr (GArray) jurors = NULL;
  g_autoptr (GArray) alternates = NULL;
  SceauPanel panel = { NULL };
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "juror", 0, 0, G_OPTION_ARG_STRING, &jurors_text },
    { "president", 0, 0, G_OPTION_ARG_STRING, &president_text },
    { "alternate", 0, 0, G_OPTION_ARG_STRING, &alternates_text },
    { NULL },
  };

  if (!sceau_cli_parse_session (cli, entries, 1, &id)
      || !sceau_cli_require (cli, "--juror", jurors_text, "--president", president_text, NULL))
    return SCEAU_CLI_USAGE;
  jurors = sceau_cli_read_ids (cli, "--juror", jurors_text);
  alternates = sceau_cli_read_ids (cli, "--alternate", alternates_text != NULL ? alternates_text : "");
  if (jurors == NULL || alternates == NULL || !sceau_cli_read_id (cli, "--president", president_text, &panel.president)
      || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  panel.titulars = (const gint64 *) jurors->data;
  panel.n_titulars = jurors->len;
  panel.alternates = (const gint64 *) alternates->data;
  panel.n_alternates = alternates->len;
  if (!sceau_convene_panel (cli->school, id, &panel, cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_done (cli, ngettext ("Session %d is convened with %u juror.\n", "Session %d is convened with %u jurors.\n", jurors->len),
                             (int) id, jurors->len);
}

static SceauCliStatus
jury_open (SceauCli *cli)
{
  g_autofree char *present_text = NULL, *derogation = NULL;
  g_autoptr (GArray) present = NULL;
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "present", 0, 0, G_OPTION_ARG_STRING, &present_text },
    { "derogation", 0, 0, G_OPTION_ARG_STRING, &derogation },
    { NULL },
  };

  if (!sceau_cli_parse_session (cli, entries, 1, &id) || !sceau_cli_require (cli, "--present", present_text, NULL))
    return SCEAU_CLI_USAGE;
  present = sceau_cli_read_ids (cli, "--present", present_text);
  if (present == NULL || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_open_jury (cli->school, id, (const gint64 *) present->data, present->len, derogation, cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_done (cli, ngettext ("Session %d is open with %u juror present.\n", "Session %d is open with %u jurors present.\n", present->len),
                             (int) id, present->len);
}

static SceauCliStatus
print_session (SceauCli *cli, gint64 id)
{
  g_autoptr (GError) error = NULL;
  const SceauAppealQuery query = { .session_id = id };
  g_autoptr (SceauJuryFile) file = sceau_load_jury (cli->school, id, &error);
  g_autoptr (GPtrArray) appeals = file != NULL ? sceau_appeal_table_list (cli->school, &query, &error) : NULL;

  if (appeals == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    sceau_cli_print_jury_json (file, appeals);
  else
    sceau_cli_print_jury (file);
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
jury_propose (SceauCli *cli)
{
  gint64 id;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse_session (cli, NULL, 1, &id))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_propose_decisions (cli->school, id, NULL, NULL, &error))
    return sceau_cli_refuse (cli, error);
  return print_session (cli, id);
}

/* Options of a verdict; the texts live as long as this. */
typedef struct
{
  char *learner, *outcome, *blocks, *reason, *votes;
  char **block_codes;
  SceauVerdict verdict;
} VerdictOptions;

static void
verdict_options_clear (VerdictOptions *self)
{
  g_free (self->learner);
  g_free (self->outcome);
  g_free (self->blocks);
  g_free (self->reason);
  g_free (self->votes);
  g_strfreev (self->block_codes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VerdictOptions, verdict_options_clear)

static gboolean
read_votes (SceauCli *cli, VerdictOptions *self)
{
  g_autoptr (GArray) votes = NULL;

  self->verdict.votes_for = self->verdict.votes_against = self->verdict.votes_abstain = -1;
  if (self->votes == NULL)
    return TRUE;
  votes = sceau_cli_read_numbers (cli, "--votes", self->votes);
  if (votes == NULL)
    return FALSE;
  if (votes->len != 3)
    {
      sceau_cli_refuse_text (cli, _("--votes takes three numbers: for, against, abstentions (4,1,0)."));
      return FALSE;
    }
  self->verdict.votes_for = (int) g_array_index (votes, gint64, 0);
  self->verdict.votes_against = (int) g_array_index (votes, gint64, 1);
  self->verdict.votes_abstain = (int) g_array_index (votes, gint64, 2);
  return TRUE;
}

static gboolean
read_verdict (SceauCli *cli, VerdictOptions *self)
{
  if (!sceau_outcome_from_id (self->outcome, &self->verdict.outcome))
    {
      g_autofree char *shown = sceau_text_show (self->outcome);
      g_autofree char *sentence
        = g_strdup_printf (_("“%s” is not an outcome: certified, partial, failed, deferred, absent, excused, withdrawn or "
                             "fraud."),
                           shown);

      sceau_cli_refuse_text (cli, sentence);
      return FALSE;
    }
  self->verdict.learner_number = self->learner;
  self->verdict.reason = self->reason;
  if (self->blocks != NULL)
    {
      self->block_codes = g_strsplit (self->blocks, ",", -1);
      for (char **code = self->block_codes; *code != NULL; code++)
        g_strstrip (*code);
      /* --blocks "" says that none is acquired. */
      if (self->block_codes[0] != NULL && *self->block_codes[0] == '\0' && self->block_codes[1] == NULL)
        g_clear_pointer (&self->block_codes[0], g_free);
      self->verdict.blocks = (const char *const *) self->block_codes;
    }
  return read_votes (cli, self);
}

static SceauCliStatus
jury_decide (SceauCli *cli)
{
  g_auto (VerdictOptions) options = { 0 };
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "learner", 0, 0, G_OPTION_ARG_STRING, &options.learner },
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &options.outcome },
    { "blocks", 0, 0, G_OPTION_ARG_STRING, &options.blocks },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason },
    { "votes", 0, 0, G_OPTION_ARG_STRING, &options.votes },
    { NULL },
  };

  if (!sceau_cli_parse_session (cli, entries, 1, &id)
      || !sceau_cli_require (cli, "--learner", options.learner, "--outcome", options.outcome, NULL))
    return SCEAU_CLI_USAGE;
  if (!read_verdict (cli, &options) || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_decide (cli->school, id, &options.verdict, cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_done (cli, _("Decision for learner %s: %s.\n"), options.learner, sceau_outcome_title (options.verdict.outcome));
}

static SceauCliStatus
jury_accept (SceauCli *cli)
{
  gint64 id;
  guint n = 0;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse_session (cli, NULL, 1, &id))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_accept_proposals (cli->school, id, &n, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_done (cli,
                             ngettext ("%u proposal is accepted; the deliberation is closed.\n",
                                       "%u proposals are accepted; the deliberation is closed.\n", n),
                             n);
}

static SceauCliStatus
jury_seal (SceauCli *cli)
{
  gint64 id;
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse_session (cli, NULL, 1, &id))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_seal_jury (cli->school, id, cli->faults, NULL, NULL, &error))
    return sceau_cli_refuse (cli, error);
  session = sceau_jury_table_find (cli->school, id, &error);
  if (session == NULL)
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_done (cli, _("Session %d is sealed: %s\n"), (int) id, session->seal);
}

/* Who sat when the jury met again; the texts live as long as this. */
typedef struct
{
  char *date, *present, *president, *derogation;
  GArray *numbers;
  SceauMeeting meeting;
} MeetingOptions;

static void
meeting_options_clear (MeetingOptions *self)
{
  g_free (self->date);
  g_free (self->present);
  g_free (self->president);
  g_free (self->derogation);
  g_clear_pointer (&self->numbers, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MeetingOptions, meeting_options_clear)

static gboolean
read_meeting (SceauCli *cli, MeetingOptions *self)
{
  self->meeting.date = sceau_date_today ();
  self->meeting.derogation = self->derogation;
  if (self->date != NULL && !sceau_cli_read_date (cli, "--date", self->date, &self->meeting.date))
    return FALSE;
  if (self->present != NULL && (self->numbers = sceau_cli_read_numbers (cli, "--present", self->present)) == NULL)
    return FALSE;
  self->meeting.present = self->numbers;
  return self->president == NULL || sceau_cli_read_number (cli, "--president", self->president, &self->meeting.president);
}

static SceauCliStatus
jury_rectify (SceauCli *cli)
{
  g_auto (VerdictOptions) options = { 0 };
  g_auto (MeetingOptions) meeting = { 0 };
  gint64 id, rectifying;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "learner", 0, 0, G_OPTION_ARG_STRING, &options.learner },
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &options.outcome },
    { "blocks", 0, 0, G_OPTION_ARG_STRING, &options.blocks },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason },
    { "date", 0, 0, G_OPTION_ARG_STRING, &meeting.date },
    { "present", 0, 0, G_OPTION_ARG_STRING, &meeting.present },
    { "president", 0, 0, G_OPTION_ARG_STRING, &meeting.president },
    { "derogation", 0, 0, G_OPTION_ARG_STRING, &meeting.derogation },
    { NULL },
  };

  if (!sceau_cli_parse_session (cli, entries, 1, &id)
      || !sceau_cli_require (cli, "--learner", options.learner, "--outcome", options.outcome, "--reason",
                             options.reason, NULL))
    return SCEAU_CLI_USAGE;
  if (!read_verdict (cli, &options) || !read_meeting (cli, &meeting) || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  rectifying = sceau_rectify_jury_at (cli->school, id, &options.verdict, &meeting.meeting, cli->faults, &error);
  if (rectifying == 0)
    return sceau_cli_refuse (cli, error);
  sceau_cli_print_faults (cli);
  sceau_cli_print_id (cli, rectifying);
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
jury_show (SceauCli *cli)
{
  gint64 id;

  if (!sceau_cli_parse_session (cli, NULL, 1, &id))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  return print_session (cli, id);
}

static SceauCliStatus
jury_minutes (SceauCli *cli)
{
  gint64 id;
  gboolean anonymous = FALSE;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "anonymous", 0, 0, G_OPTION_ARG_NONE, &anonymous }, { NULL } };

  if (!sceau_cli_parse_session (cli, entries, 2, &id))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  pdf = anonymous ? sceau_render_anonymous_minutes (cli->school, id, &error) : sceau_render_minutes (cli->school, id, &error);
  if (pdf == NULL || !sceau_write_document (pdf, cli->arguments[1], &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_written (cli, cli->arguments[1], _("The minutes of session %d are in %s.\n"), (int) id, cli->arguments[1]);
}

static void
print_list_json (GPtrArray *sessions)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < sessions->len; i++)
    {
      const SceauJurySession *session = g_ptr_array_index (sessions, i);

      json_builder_begin_object (builder);
      sceau_cli_json_integer (builder, "id", session->id);
      sceau_cli_json_text (builder, "certification", session->certification_code);
      sceau_cli_json_text (builder, "cohort", session->cohort_name);
      sceau_cli_json_date (builder, "date", session->date);
      sceau_cli_json_text (builder, "place", session->place);
      sceau_cli_json_text (builder, "state", sceau_session_state_to_id (session->state));
      sceau_cli_json_text (builder, "seal", session->seal);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static SceauCliStatus
jury_list (SceauCli *cli)
{
  const SceauJuryQuery everything = { 0 };
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (SceauCliTable) table = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 0, 0))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  sessions = sceau_jury_table_list (cli->school, &everything, &error);
  if (sessions == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    {
      print_list_json (sessions);
      return SCEAU_CLI_DONE;
    }

  table = sceau_cli_table_new (_("Session"), _("Certification"), _("Cohort"), _("Date"), _("State"), NULL);
  for (guint i = 0; i < sessions->len; i++)
    {
      const SceauJurySession *session = g_ptr_array_index (sessions, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, session->id);
      g_autofree char *date = sceau_date_format_iso (session->date);

      sceau_cli_table_add (table, id, session->certification_code, session->cohort_name, date,
                           sceau_session_state_title (session->state), NULL);
    }
  sceau_cli_table_print (table);
  return SCEAU_CLI_DONE;
}

const SceauCliCommand sceau_cli_jury_commands[] = {
  { "jury", "new", "--certification CODE --cohort NAME --date D --place P",
    N_("Prepare a session for a cohort; prints the session's number."), jury_new },
  { "jury", "list", "", N_("List the sessions."), jury_list },
  { "jury", "convene", "ID --juror N[,N…] --president N [--alternate N[,N…]]", N_("Name the members and convene them."), jury_convene },
  { "jury", "open", "ID --present N[,N…] [--derogation REASON]", N_("Open the session with those present."), jury_open },
  { "jury", "propose", "ID", N_("Propose a decision for every candidate, with its reason."), jury_propose },
  { "jury", "decide", "ID --learner N --outcome O [--blocks B[,B…]] [--reason R] [--votes FOR,AGAINST,ABSTAIN]",
    N_("Record what the jury decides for one candidate."), jury_decide },
  { "jury", "accept", "ID", N_("Take every proposal not decided otherwise."), jury_accept },
  { "jury", "seal", "ID", N_("Seal the session: nothing of it can change any more."), jury_seal },
  { "jury", "rectify", "ID --learner N --outcome O --reason R [--blocks B[,B…]] [--date D] [--present N[,N…]] [--president N] [--derogation REASON]",
    N_("Mend a sealed decision by a rectifying session; prints its number."), jury_rectify },
  { "jury", "show", "ID", N_("Show a session: jurors, candidates, decisions, seal."), jury_show },
  { "jury", "minutes", "ID OUT.pdf [--anonymous]", N_("Print the minutes."), jury_minutes },
  { NULL },
};
