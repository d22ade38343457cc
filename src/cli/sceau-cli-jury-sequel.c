/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* After the seal: notification, letters, appeals, the signed minutes. */

#include <glib/gi18n-lib.h>

#include "sceau-appeal-table.h"
#include "sceau-cli-answer.h"
#include "sceau-cli-jury.h"
#include "sceau-cli-output.h"
#include "sceau-notify-results.h"
#include "sceau-print-session.h"

static SceauCliStatus
jury_notify (SceauCli *cli)
{
  g_autofree char *text = NULL;
  SceauDate date;
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "date", 0, 0, G_OPTION_ARG_STRING, &text }, { NULL } };

  if (!sceau_cli_parse_session (cli, entries, 1, &id) || !sceau_cli_require (cli, "--date", text, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_date (cli, "--date", text, &date) || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_notify_results (cli->school, id, date, cli->faults, NULL, NULL, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_done (cli, _("The results of session %d are notified.\n"), (int) id);
}

static SceauCliStatus
jury_letter (SceauCli *cli)
{
  g_autofree char *learner = NULL;
  g_autoptr (GBytes) pdf = NULL;
  gint64 id, enrolment_id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "learner", 0, 0, G_OPTION_ARG_STRING, &learner }, { NULL } };

  if (!sceau_cli_parse_session (cli, entries, 2, &id) || !sceau_cli_require (cli, "--learner", learner, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  enrolment_id = sceau_cli_find_candidate (cli, id, learner, &error);
  pdf = enrolment_id != 0 ? sceau_render_result_letter (cli->school, id, enrolment_id, &error) : NULL;
  if (pdf == NULL || !sceau_write_document (pdf, cli->arguments[1], &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_written (cli, cli->arguments[1], _("The letter is in %s.\n"), cli->arguments[1]);
}

static SceauCliStatus
jury_letters (SceauCli *cli)
{
  g_autofree char *out = NULL;
  g_autoptr (GPtrArray) paths = NULL;
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "out", 0, 0, G_OPTION_ARG_FILENAME, &out }, { NULL } };

  if (!sceau_cli_parse_session (cli, entries, 1, &id) || !sceau_cli_require (cli, "--out", out, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  paths = sceau_write_result_letters (cli->school, id, out, NULL, NULL, &error);
  if (paths == NULL)
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_paths (cli, paths);
}

static SceauCliStatus
jury_appeal (SceauCli *cli)
{
  g_autofree char *learner = NULL, *date = NULL;
  g_autoptr (SceauAppeal) appeal = sceau_appeal_new ();
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "learner", 0, 0, G_OPTION_ARG_STRING, &learner },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date },
    { "ground", 0, 0, G_OPTION_ARG_STRING, &appeal->ground },
    { NULL },
  };

  if (!sceau_cli_parse_session (cli, entries, 1, &appeal->session_id)
      || !sceau_cli_require (cli, "--learner", learner, "--date", date, "--ground", appeal->ground, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_date (cli, "--date", date, &appeal->filed) || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  appeal->enrolment_id = sceau_cli_find_candidate (cli, appeal->session_id, learner, &error);
  if (appeal->enrolment_id == 0 || !sceau_file_appeal (cli->school, appeal, cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  sceau_cli_print_faults (cli);
  sceau_cli_print_id (cli, appeal->id);
  return SCEAU_CLI_DONE;
}

void
sceau_cli_add_appeals (JsonBuilder *builder, GPtrArray *appeals)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < appeals->len; i++)
    {
      const SceauAppeal *appeal = g_ptr_array_index (appeals, i);

      json_builder_begin_object (builder);
      sceau_cli_json_integer (builder, "id", appeal->id);
      sceau_cli_json_integer (builder, "session", appeal->session_id);
      sceau_cli_json_text (builder, "learner", appeal->learner_number);
      sceau_cli_json_text (builder, "name", appeal->learner_name);
      sceau_cli_json_date (builder, "filed", appeal->filed);
      sceau_cli_json_text (builder, "ground", appeal->ground);
      sceau_cli_json_text (builder, "outcome", sceau_appeal_state_to_id (appeal->state));
      sceau_cli_json_date (builder, "answered", appeal->answered);
      sceau_cli_json_text (builder, "answer", appeal->answer);
      json_builder_set_member_name (builder, "rectifying");
      if (appeal->rectifying_id != 0)
        json_builder_add_int_value (builder, appeal->rectifying_id);
      else
        json_builder_add_null_value (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_appeals (GPtrArray *appeals)
{
  g_autoptr (SceauCliTable) table = sceau_cli_table_new (_("Appeal"), _("Session"), _("Learner"), _("Filed"), _("Outcome"), NULL);

  for (guint i = 0; i < appeals->len; i++)
    {
      const SceauAppeal *appeal = g_ptr_array_index (appeals, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, appeal->id);
      g_autofree char *session = g_strdup_printf ("%" G_GINT64_FORMAT, appeal->session_id);
      g_autofree char *filed = sceau_date_format_iso (appeal->filed);

      sceau_cli_table_add (table, id, session, appeal->learner_number, filed, sceau_appeal_state_title (appeal->state), NULL);
    }
  sceau_cli_table_print (table);
}

static SceauCliStatus
jury_appeals (SceauCli *cli)
{
  SceauAppealQuery query = { 0 };
  g_autoptr (GPtrArray) appeals = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 0, 1)
      || (cli->arguments[0] != NULL && !sceau_cli_read_id (cli, "ID", cli->arguments[0], &query.session_id)))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  appeals = sceau_appeal_table_list (cli->school, &query, &error);
  if (appeals == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      sceau_cli_add_appeals (builder, appeals);
      sceau_cli_json_print (builder);
    }
  else
    print_appeals (appeals);
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
jury_answer (SceauCli *cli)
{
  g_autofree char *outcome = NULL, *date = NULL, *session = NULL;
  g_autoptr (SceauAppeal) appeal = sceau_appeal_new ();
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &outcome },        { "date", 0, 0, G_OPTION_ARG_STRING, &date },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &appeal->answer }, { "session", 0, 0, G_OPTION_ARG_STRING, &session },
    { NULL },
  };

  if (!sceau_cli_parse_session (cli, entries, 1, &appeal->id)
      || !sceau_cli_require (cli, "--outcome", outcome, "--date", date, "--reason", appeal->answer, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_appeal_state_from_id (outcome, &appeal->state))
    return sceau_cli_refuse_text (cli, _("--outcome is inadmissible, rejected or upheld."));
  if ((session != NULL && !sceau_cli_read_id (cli, "--session", session, &appeal->rectifying_id))
      || !sceau_cli_read_date (cli, "--date", date, &appeal->answered) || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_answer_appeal (cli->school, appeal, cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_done (cli, _("Appeal %d: %s.\n"), (int) appeal->id, sceau_appeal_state_title (appeal->state));
}

static SceauCliStatus
jury_attach (SceauCli *cli)
{
  g_autoptr (SceauSignedMinutes) scan = NULL;
  gint64 id;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse_session (cli, NULL, 2, &id))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  scan = sceau_attach_signed_minutes (cli->school, id, cli->arguments[1], &error);
  if (scan == NULL)
    return sceau_cli_refuse (cli, error);
  sceau_cli_print_id (cli, scan->id);
  return SCEAU_CLI_DONE;
}

static void
print_scans_json (GPtrArray *scans)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < scans->len; i++)
    {
      const SceauSignedMinutes *scan = g_ptr_array_index (scans, i);

      json_builder_begin_object (builder);
      sceau_cli_json_integer (builder, "id", scan->id);
      sceau_cli_json_text (builder, "file", scan->name);
      sceau_cli_json_text (builder, "media_type", scan->media_type);
      sceau_cli_json_integer (builder, "size", (gint64) scan->size);
      sceau_cli_json_text (builder, "sha256", scan->sha256);
      sceau_cli_json_text (builder, "attached_at", scan->attached_at);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static SceauCliStatus
jury_attachments (SceauCli *cli)
{
  g_autoptr (GPtrArray) scans = NULL;
  gint64 id;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse_session (cli, NULL, 1, &id))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  scans = sceau_signed_minutes_table_list (cli->school, id, &error);
  if (scans == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    {
      print_scans_json (scans);
      return SCEAU_CLI_DONE;
    }
  for (guint i = 0; i < scans->len; i++)
    {
      const SceauSignedMinutes *scan = g_ptr_array_index (scans, i);

      sceau_cli_print ("%d  %s  %s\n", (int) scan->id, scan->name, scan->sha256);
    }
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
jury_extract (SceauCli *cli)
{
  gint64 id;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse_session (cli, NULL, 2, &id))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!sceau_extract_signed_minutes (cli->school, id, cli->arguments[1], &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_written (cli, cli->arguments[1], _("The signed minutes are in %s.\n"), cli->arguments[1]);
}

const SceauCliCommand sceau_cli_jury_sequel_commands[] = {
  { "jury", "notify", "ID --date D", N_("Notify the results: the letters are drawn and kept."), jury_notify },
  { "jury", "letter", "ID --learner N OUT.pdf", N_("Print the letter of one candidate; a draft before the notification."), jury_letter },
  { "jury", "letters", "ID --out DIR", N_("Write every letter into a folder."), jury_letters },
  { "jury", "appeal", "ID --learner N --date D --ground G", N_("Record an appeal; prints its number."), jury_appeal },
  { "jury", "appeals", "[ID]", N_("List the appeals, of one session or of all."), jury_appeals },
  { "jury", "answer", "APPEAL --outcome O --date D --reason R [--session N]", N_("Answer an appeal, once and for ever."), jury_answer },
  { "jury", "attach", "ID FILE", N_("Keep the scan of the signed minutes; prints its number."), jury_attach },
  { "jury", "attachments", "ID", N_("List the scans of the signed minutes."), jury_attachments },
  { "jury", "extract", "N OUT", N_("Write a scan of the signed minutes out again."), jury_extract },
  { NULL },
};
