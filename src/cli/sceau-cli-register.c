/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* certificate: what happens to the sheets, and the register as a file. */

#include "sceau-cli-answer.h"
#include "sceau-cli-output.h"
#include "sceau-cli-passphrase.h"
#include "sceau-cli.h"

#include <glib/gi18n-lib.h>

#include "sceau-keep-register.h"

static SceauCliStatus
record_act (SceauCli *cli, SceauRegisterActKind kind, const char *sentence, const char *sentences)
{
  g_autofree char *date_text = NULL, *person = NULL, *detail = NULL, *reason = NULL;
  SceauRegisterAct act = { .kind = kind };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date_text },
    { "person", 0, 0, G_OPTION_ARG_STRING, &person },
    { "detail", 0, 0, G_OPTION_ARG_STRING, &detail },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, -1) || !sceau_cli_require (cli, "--date", date_text, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_date (cli, "--date", date_text, &act.date) || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  act.person = person;
  act.detail = detail;
  act.reason = reason;
  if (!sceau_record_register_act (cli->school, (const char *const *) cli->arguments, &act, cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_finish (cli, TRUE, cli->arguments[1] == NULL ? sentence : sentences, NULL);
}

static SceauCliStatus
certificate_print (SceauCli *cli)
{
  return record_act (cli, SCEAU_REGISTER_PRINTED, _("The edition is in the register."), _("The editions are in the register."));
}

static SceauCliStatus
certificate_spoil (SceauCli *cli)
{
  return record_act (cli, SCEAU_REGISTER_SPOILED, _("The spoiled sheet is in the register."), _("The spoiled sheets are in the register."));
}

static SceauCliStatus
certificate_hand (SceauCli *cli)
{
  return record_act (cli, SCEAU_REGISTER_HANDED, _("The hand-over is in the register."), _("The hand-overs are in the register."));
}

static SceauCliStatus
certificate_post (SceauCli *cli)
{
  return record_act (cli, SCEAU_REGISTER_POSTED, _("The posting is in the register."), _("The postings are in the register."));
}

static SceauCliStatus
certificate_returned (SceauCli *cli)
{
  return record_act (cli, SCEAU_REGISTER_RETURNED, _("The return is in the register."), _("The returns are in the register."));
}

/* Nobody is asked on the terminal: a script that knows of no key still replaces, and is warned. */
static gboolean
find_passphrase (SceauCliPassphrase *passphrase, const char *file)
{
  if (file == NULL && g_getenv (SCEAU_CLI_PASSPHRASE) == NULL)
    return TRUE;
  return sceau_cli_read_passphrase (passphrase, file, SCEAU_CLI_PASSPHRASE, _("Passphrase of the signing key:"), FALSE);
}

static SceauCliStatus
say_replaced (SceauCli *cli, const char *number, const char *path)
{
  g_autofree char *printed = sceau_certificate_print_number (number);
  g_autoptr (JsonBuilder) builder = NULL;

  if (!cli->json)
    return sceau_cli_say_written (cli, path, _("Parchemin %s takes its place and is in %s.\n"), printed, path);
  sceau_cli_print_faults (cli);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  sceau_cli_json_text (builder, "number", printed);
  sceau_cli_json_text (builder, "written", path);
  json_builder_end_object (builder);
  sceau_cli_json_print (builder);
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
certificate_replace (SceauCli *cli)
{
  g_auto (SceauCliPassphrase) passphrase = { NULL };
  g_autofree char *date_text = NULL, *place = NULL, *reason = NULL, *proof = NULL, *file = NULL, *number = NULL;
  SceauReplacement replacement = { 0 };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date_text },
    { "place", 0, 0, G_OPTION_ARG_STRING, &place },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason },
    { "proof", 0, 0, G_OPTION_ARG_STRING, &proof },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &file },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 2, 2)
      || !sceau_cli_require (cli, "--date", date_text, "--place", place, "--reason", reason, "--proof", proof, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_date (cli, "--date", date_text, &replacement.delivered) || !find_passphrase (&passphrase, file)
      || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  replacement.place = place;
  replacement.reason = reason;
  replacement.proof = proof;
  replacement.passphrase = passphrase.text;
  number = sceau_replace_certificate (cli->school, cli->arguments[0], &replacement, cli->arguments[1], cli->faults, &error);
  return number != NULL ? say_replaced (cli, number, cli->arguments[1]) : sceau_cli_refuse (cli, error);
}

static SceauCliStatus
certificate_register (SceauCli *cli)
{
  g_autofree char *year_text = NULL;
  gint64 year = 0;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "year", 0, 0, G_OPTION_ARG_STRING, &year_text }, { NULL } };

  if (!sceau_cli_parse (cli, entries, 1, 1))
    return SCEAU_CLI_USAGE;
  if ((year_text != NULL && !sceau_cli_read_number (cli, "--year", year_text, &year)) || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (year > 9999)
    return sceau_cli_refuse_text (cli, _("A year has four digits, such as 2026."));
  if (!sceau_export_register (cli->school, (int) year, cli->arguments[0], NULL, NULL, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_written (cli, cli->arguments[0], _("The register is in %s.\n"), cli->arguments[0]);
}

const SceauCliCommand sceau_cli_register_commands[] = {
  { "certificate", "print", "NUMBER… --date D [--detail SHEET]", N_("Write down that a sheet left the printer."), certificate_print },
  { "certificate", "spoil", "NUMBER… --date D --reason R", N_("Write down that the printed sheet was lost or destroyed."),
    certificate_spoil },
  { "certificate", "hand", "NUMBER… --date D [--person P] [--detail PROOF]", N_("Write down who signed for a parchemin: its holder unless somebody else is named."),
    certificate_hand },
  { "certificate", "post", "NUMBER… --date D --detail TRACKING [--person CARRIER]", N_("Write down that a parchemin was posted."),
    certificate_post },
  { "certificate", "returned", "NUMBER… --date D --reason R", N_("Write down that what was posted came back."), certificate_returned },
  { "certificate", "replace", "NUMBER OUT.pdf --date D --place P --reason R --proof DOCUMENT [--passphrase-file FILE]",
    N_("Issue another parchemin after a correction of the civil status; the old one stays visible as replaced."), certificate_replace },
  { "certificate", "register", "OUT.(pdf|csv|xlsx) [--year Y]", N_("Write the register as a document or as a table."), certificate_register },
  { NULL },
};
