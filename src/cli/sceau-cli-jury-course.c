/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A session moved, taken back, checked, suspended and resumed; recusals; why a proposal is what it is. */

#include <glib/gi18n-lib.h>

#include "sceau-cli-answer.h"
#include "sceau-cli-jury.h"
#include "sceau-cli-output.h"
#include "sceau-enrolment-table.h"
#include "sceau-jury-table.h"
#include "sceau-learner-table.h"
#include "sceau-print-session.h"

gboolean
sceau_cli_parse_session (SceauCli *cli, const GOptionEntry *entries, int words, gint64 *id)
{
  return sceau_cli_parse (cli, entries, words, words) && sceau_cli_read_id (cli, "ID", cli->arguments[0], id);
}

gint64
sceau_cli_find_candidate (SceauCli *cli, gint64 session_id, const char *number, GError **error)
{
  g_autoptr (SceauJurySession) session = sceau_jury_table_find (cli->school, session_id, error);
  g_autoptr (SceauLearner) learner = session != NULL ? sceau_learner_table_find_by_number (cli->school, number, error) : NULL;
  g_autoptr (GPtrArray) enrolments = NULL;
  SceauEnrolmentQuery query = { 0 };

  if (learner == NULL)
    return 0;
  query.cohort_id = session->cohort_id;
  query.learner_id = learner->id;
  enrolments = sceau_enrolment_table_list (cli->school, &query, error);
  if (enrolments == NULL)
    return 0;
  if (enrolments->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The learner %s is not in the cohort “%s” that this session decides on."),
                   number, session->cohort_name);
      return 0;
    }
  return ((SceauEnrolment *) g_ptr_array_index (enrolments, 0))->id;
}

static SceauCliStatus
finish (SceauCli *cli, gboolean done, const GError *error, const char *format, gint64 id)
{
  return done ? sceau_cli_say_done (cli, format, (int) id) : sceau_cli_refuse (cli, error);
}

static void
replace (char **text, char **given)
{
  if (*given == NULL)
    return;
  g_free (*text);
  *text = g_steal_pointer (given);
}

static SceauCliStatus
jury_edit (SceauCli *cli)
{
  g_autofree char *date = NULL, *time = NULL, *place = NULL, *embargo = NULL;
  g_autoptr (SceauJurySession) session = NULL;
  SceauDate day = SCEAU_NO_DATE, until = SCEAU_NO_DATE;
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date },   { "time", 0, 0, G_OPTION_ARG_STRING, &time },
    { "place", 0, 0, G_OPTION_ARG_STRING, &place }, { "embargo", 0, 0, G_OPTION_ARG_STRING, &embargo },
    { NULL },
  };
  gboolean done;

  if (!sceau_cli_parse_session (cli, entries, 1, &id))
    return SCEAU_CLI_USAGE;
  /* --embargo "" lifts it. */
  if ((date != NULL && !sceau_cli_read_date (cli, "--date", date, &day))
      || (embargo != NULL && *embargo != '\0' && !sceau_cli_read_date (cli, "--embargo", embargo, &until))
      || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  session = sceau_jury_table_find (cli->school, id, &error);
  if (session == NULL)
    return sceau_cli_refuse (cli, error);
  session->date = date != NULL ? day : session->date;
  session->embargo = embargo != NULL ? until : session->embargo;
  replace (&session->place, &place);
  replace (&session->start_time, &time);
  done = sceau_amend_jury (cli->school, session, cli->faults, &error);
  return finish (cli, done, error, _("Session %d is changed.\n"), id);
}

static SceauCliStatus
jury_remove (SceauCli *cli)
{
  gboolean done;
  gint64 id;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse_session (cli, NULL, 1, &id))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  done = sceau_remove_jury (cli->school, id, &error);
  return finish (cli, done, error, _("Session %d is removed.\n"), id);
}

static void
print_checks (SceauCli *cli)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < sceau_faults_length (cli->faults); i++)
    {
      const SceauFault *fault = sceau_faults_get (cli->faults, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "severity", fault->severity == SCEAU_FAULT_ERROR ? "error" : "warning");
      sceau_cli_json_text (builder, "place", fault->place);
      sceau_cli_json_text (builder, "field", fault->field);
      sceau_cli_json_text (builder, "reason", fault->reason);
      sceau_cli_json_text (builder, "remedy", fault->remedy);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

/* "Could it open?": a fault is a no. */
static SceauCliStatus
jury_check (SceauCli *cli)
{
  g_autofree char *present_text = NULL;
  g_autoptr (GArray) present = NULL;
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "present", 0, 0, G_OPTION_ARG_STRING, &present_text }, { NULL } };

  if (!sceau_cli_parse_session (cli, entries, 1, &id))
    return SCEAU_CLI_USAGE;
  present = present_text != NULL ? sceau_cli_read_ids (cli, "--present", present_text) : g_array_new (FALSE, FALSE, sizeof (gint64));
  if (present == NULL || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!sceau_check_jury (cli->school, id, (const gint64 *) present->data, present->len, cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    print_checks (cli);
  else
    sceau_cli_print_faults (cli);
  if (sceau_faults_count_errors (cli->faults) > 0)
    return SCEAU_CLI_REFUSED;
  if (!cli->json)
    sceau_cli_print (_("Session %d can open.\n"), (int) id);
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
jury_suspend (SceauCli *cli)
{
  g_autofree char *reason = NULL;
  gboolean done;
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "reason", 0, 0, G_OPTION_ARG_STRING, &reason }, { NULL } };

  if (!sceau_cli_parse_session (cli, entries, 1, &id) || !sceau_cli_require (cli, "--reason", reason, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  done = sceau_suspend_jury (cli->school, id, reason, cli->faults, &error);
  return finish (cli, done, error, _("Session %d is suspended.\n"), id);
}

static SceauCliStatus
jury_resume (SceauCli *cli)
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
  gboolean done;

  if (!sceau_cli_parse_session (cli, entries, 1, &id) || !sceau_cli_require (cli, "--present", present_text, NULL))
    return SCEAU_CLI_USAGE;
  present = sceau_cli_read_ids (cli, "--present", present_text);
  if (present == NULL || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  done = sceau_resume_jury (cli->school, id, (const gint64 *) present->data, present->len, derogation, cli->faults, &error);
  return finish (cli, done, error, _("Session %d goes on.\n"), id);
}

static SceauCliStatus
jury_recuse (SceauCli *cli)
{
  g_autofree char *juror = NULL, *learner = NULL, *kind = NULL, *reason = NULL;
  SceauRecusal recusal = { 0 };
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "juror", 0, 0, G_OPTION_ARG_STRING, &juror }, { "learner", 0, 0, G_OPTION_ARG_STRING, &learner },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind },   { "reason", 0, 0, G_OPTION_ARG_STRING, &reason },
    { NULL },
  };
  gboolean done;

  if (!sceau_cli_parse_session (cli, entries, 1, &id)
      || !sceau_cli_require (cli, "--juror", juror, "--learner", learner, "--kind", kind, NULL)
      || !sceau_cli_read_id (cli, "--juror", juror, &recusal.juror_id))
    return SCEAU_CLI_USAGE;
  if (!sceau_conflict_kind_from_id (kind, &recusal.kind))
    return sceau_cli_refuse_text (cli, _("--kind is trainer, tutor, employer, family or personal."));
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  recusal.enrolment_id = sceau_cli_find_candidate (cli, id, learner, &error);
  recusal.reason = reason;
  done = recusal.enrolment_id != 0 && sceau_recuse_member (cli->school, id, &recusal, cli->faults, &error);
  return finish (cli, done, error, _("The juror takes no part in this case of session %d.\n"), id);
}

static SceauCliStatus
jury_lift (SceauCli *cli)
{
  g_autofree char *juror = NULL, *learner = NULL, *reason = NULL;
  gint64 id, juror_id, enrolment_id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "juror", 0, 0, G_OPTION_ARG_STRING, &juror },
    { "learner", 0, 0, G_OPTION_ARG_STRING, &learner },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason },
    { NULL },
  };
  gboolean done;

  if (!sceau_cli_parse_session (cli, entries, 1, &id)
      || !sceau_cli_require (cli, "--juror", juror, "--learner", learner, "--reason", reason, NULL)
      || !sceau_cli_read_id (cli, "--juror", juror, &juror_id))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  enrolment_id = sceau_cli_find_candidate (cli, id, learner, &error);
  done = enrolment_id != 0 && sceau_lift_recusal (cli->school, id, juror_id, enrolment_id, reason, cli->faults, &error);
  return finish (cli, done, error, _("The recusal in session %d is lifted.\n"), id);
}

static void
print_steps_json (GPtrArray *steps)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < steps->len; i++)
    {
      const SceauProposalStep *step = g_ptr_array_index (steps, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "subject", step->subject);
      sceau_cli_json_text (builder, "rule", step->rule);
      sceau_cli_json_text (builder, "found", step->found);
      sceau_cli_json_text (builder, "expected", step->expected);
      sceau_cli_json_boolean (builder, "met", step->met);
      sceau_cli_json_boolean (builder, "pending", step->pending);
      sceau_cli_json_boolean (builder, "decisive", step->decisive);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static void
print_steps (GPtrArray *steps)
{
  g_autoptr (SceauCliTable) table = sceau_cli_table_new (_("Subject"), _("Rule"), _("Found"), _("Expected"), _("Met"), NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const SceauProposalStep *step = g_ptr_array_index (steps, i);

      sceau_cli_table_add (table, step->subject, step->rule, step->found != NULL ? step->found : "",
                           step->expected != NULL ? step->expected : "", step->met ? _("Yes") : step->pending ? "–" : _("No"), NULL);
    }
  sceau_cli_table_print (table);
}

/* The annex of the minutes: of every candidate. */
static SceauCliStatus
print_explanation (SceauCli *cli, gint64 id, gboolean anonymous)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  pdf = sceau_render_explanation (cli->school, id, anonymous, &error);
  if (pdf == NULL || !sceau_write_document (pdf, cli->arguments[1], &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_path (cli, cli->arguments[1]);
}

static SceauCliStatus
jury_explain (SceauCli *cli)
{
  g_autofree char *learner = NULL;
  gboolean anonymous = FALSE;
  g_autoptr (GPtrArray) steps = NULL;
  gint64 id, enrolment_id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "learner", 0, 0, G_OPTION_ARG_STRING, &learner },
    { "anonymous", 0, 0, G_OPTION_ARG_NONE, &anonymous },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, 2) || !sceau_cli_read_id (cli, "ID", cli->arguments[0], &id)
      || !sceau_cli_require (cli, "--learner | OUT.pdf", (learner != NULL) != (cli->arguments[1] != NULL) ? "" : NULL, NULL))
    return SCEAU_CLI_USAGE;
  if (learner == NULL)
    return print_explanation (cli, id, anonymous);
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  enrolment_id = sceau_cli_find_candidate (cli, id, learner, &error);
  steps = enrolment_id != 0 ? sceau_explain_proposal (cli->school, id, enrolment_id, &error) : NULL;
  if (steps == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    print_steps_json (steps);
  else
    print_steps (steps);
  return SCEAU_CLI_DONE;
}

const SceauCliCommand sceau_cli_jury_course_commands[] = {
  { "jury", "edit", "ID [--date D] [--time HH:MM] [--place P] [--embargo D]", N_("Move a session, or set its embargo."), jury_edit },
  { "jury", "remove", "ID", N_("Take a session back that was never opened."), jury_remove },
  { "jury", "check", "ID [--present N[,N…]]", N_("Say whether the session could open."), jury_check },
  { "jury", "suspend", "ID --reason R", N_("Suspend the deliberation."), jury_suspend },
  { "jury", "resume", "ID --present N[,N…] [--derogation REASON]", N_("Go on with those present."), jury_resume },
  { "jury", "recuse", "ID --juror N --learner N --kind K [--reason R]", N_("Keep a member out of one candidate’s case."), jury_recuse },
  { "jury", "lift", "ID --juror N --learner N --reason R", N_("Take a recusal back."), jury_lift },
  { "jury", "explain", "ID (--learner N | OUT.pdf [--anonymous])",
    N_("Show the reasoning behind a proposal, step by step, or print it for every candidate."), jury_explain },
  { NULL },
};
