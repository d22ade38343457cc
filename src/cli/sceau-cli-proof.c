/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* certificate: the lists that learners sign, for their civil status and for their parchemin. */

#include "sceau-cli-answer.h"
#include "sceau-cli-output.h"
#include "sceau-cli.h"

#include <glib/gi18n-lib.h>

#include "sceau-keep-register.h"

static void
print_proofs_json (GPtrArray *lines)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    {
      const SceauProofLine *line = g_ptr_array_index (lines, i);
      g_autofree char *number = line->certificate != NULL ? sceau_certificate_print_number (line->certificate) : NULL;

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "learner", line->learner_number);
      sceau_cli_json_text (builder, "name", line->learner_name);
      sceau_cli_json_text (builder, "state", sceau_proof_state_to_id (line->state));
      sceau_cli_json_date (builder, "date", line->date);
      sceau_cli_json_text (builder, "correction", line->remark);
      sceau_cli_json_boolean (builder, "outdated", line->outdated);
      sceau_cli_json_boolean (builder, "due", sceau_proof_line_is_due (line));
      sceau_cli_json_text (builder, "certificate", number);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static void
print_proofs (GPtrArray *lines)
{
  g_autoptr (SceauCliTable) table = sceau_cli_table_new (_("Learner"), _("Name"), _("Proof"), _("Day"), _("Correction asked for"), NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const SceauProofLine *line = g_ptr_array_index (lines, i);
      g_autofree char *day = line->date != SCEAU_NO_DATE ? sceau_date_format_iso (line->date) : g_strdup ("");

      sceau_cli_table_add (table, line->learner_number, line->learner_name,
                           line->outdated ? _("Changed since") : sceau_proof_state_title (line->state), day,
                           line->remark != NULL ? line->remark : "", NULL);
    }
  sceau_cli_table_print (table);
}

static SceauCliStatus
list_proofs (SceauCli *cli, gint64 jury)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  lines = sceau_list_proofs (cli->school, jury, &error);
  if (lines == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    print_proofs_json (lines);
  else
    print_proofs (lines);
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
certificate_proofs (SceauCli *cli)
{
  g_autofree char *jury_text = NULL;
  gint64 jury;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "jury", 0, 0, G_OPTION_ARG_STRING, &jury_text }, { NULL } };

  if (!sceau_cli_parse (cli, entries, 0, 1) || !sceau_cli_require (cli, "--jury", jury_text, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_id (cli, "--jury", jury_text, &jury))
    return SCEAU_CLI_REFUSED;
  if (cli->arguments[0] == NULL)
    return list_proofs (cli, jury);
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_print_proofs (cli->school, jury, cli->arguments[0], cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_written (cli, cli->arguments[0], _("The list to sign is in %s.\n"), cli->arguments[0]);
}

static SceauCliStatus
certificate_proof (SceauCli *cli)
{
  g_autofree char *jury_text = NULL, *date_text = NULL, *correction = NULL;
  gboolean agreed = FALSE;
  gint64 jury;
  SceauDate date;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "jury", 0, 0, G_OPTION_ARG_STRING, &jury_text },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date_text },
    { "agreed", 0, 0, G_OPTION_ARG_NONE, &agreed },
    { "correction", 0, 0, G_OPTION_ARG_STRING, &correction },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, -1) || !sceau_cli_require (cli, "--jury", jury_text, "--date", date_text, NULL))
    return SCEAU_CLI_USAGE;
  if (agreed == (correction != NULL))
    {
      sceau_cli_print_error ("%s\n", _("Say what the learner said: --agreed, or --correction with what is to be corrected."));
      return SCEAU_CLI_USAGE;
    }
  if (!sceau_cli_read_id (cli, "--jury", jury_text, &jury) || !sceau_cli_read_date (cli, "--date", date_text, &date)
      || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_record_proofs (cli->school, jury, (const char *const *) cli->arguments, agreed ? SCEAU_PROOF_SIGNED : SCEAU_PROOF_REFUSED, date,
                            correction, cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_finish (cli, TRUE, agreed ? _("The agreement is recorded.") : _("The correction that is asked for is recorded."), NULL);
}

/* A session, or the numbers that follow the file. */
static SceauCliStatus
certificate_handover (SceauCli *cli)
{
  g_autofree char *jury_text = NULL;
  const char *const *numbers;
  gint64 jury = 0;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "jury", 0, 0, G_OPTION_ARG_STRING, &jury_text }, { NULL } };

  if (!sceau_cli_parse (cli, entries, 1, -1))
    return SCEAU_CLI_USAGE;
  numbers = (const char *const *) cli->arguments + 1;
  if ((jury_text != NULL) == (*numbers != NULL))
    {
      sceau_cli_print_error ("%s\n", _("Say what is handed over: --jury with the number of a session, or the numbers of parchemins."));
      return SCEAU_CLI_USAGE;
    }
  if ((jury_text != NULL && !sceau_cli_read_id (cli, "--jury", jury_text, &jury)) || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!sceau_print_handover (cli->school, jury, jury_text != NULL ? NULL : numbers, cli->arguments[0], cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_written (cli, cli->arguments[0], _("The sheet of the hand-over is in %s.\n"), cli->arguments[0]);
}

const SceauCliCommand sceau_cli_proof_commands[] = {
  { "certificate", "proofs", "--jury ID [OUT.pdf]", N_("List what learners said of their civil status, or print what is left to sign."),
    certificate_proofs },
  { "certificate", "proof", "LEARNER… --jury ID --date D (--agreed | --correction TEXT)",
    N_("Record that a learner agrees to the civil status, or what is to be corrected."), certificate_proof },
  { "certificate", "handover", "OUT.pdf (--jury ID | NUMBER…)", N_("Print the sheet that holders sign for their parchemin."),
    certificate_handover },
  { NULL },
};
