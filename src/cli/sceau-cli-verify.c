/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* "certificate verify", and what lets strangers verify: the page and the badge. */

#include "sceau-verify-certificate.h"

#include <glib/gi18n-lib.h>

#include "sceau-cli-answer.h"
#include "sceau-cli-output.h"
#include "sceau-cli-passphrase.h"

static void
print_code_json (JsonBuilder *builder, const SceauVerificationCode *code)
{
  json_builder_set_member_name (builder, "code");
  json_builder_begin_object (builder);
  sceau_cli_json_text (builder, "paper", sceau_paper_to_id (code->paper));
  sceau_cli_json_text (builder, "key", code->key_id);
  sceau_cli_json_text (builder, "number", code->number);
  sceau_cli_json_integer (builder, "duplicate_rank", code->duplicate_rank);
  sceau_cli_json_text (builder, "holder", code->holder);
  sceau_cli_json_date (builder, "birth_date", code->birth_date);
  sceau_cli_json_text (builder, "certification", code->certification_code);
  sceau_cli_json_text (builder, "title", code->title);
  sceau_cli_json_text (builder, "block", code->block_code);
  sceau_cli_json_date (builder, "decided", code->decided);
  sceau_cli_json_date (builder, "delivered", code->delivered);
  sceau_cli_json_text (builder, "place", code->place);
  sceau_cli_json_text (builder, "issuer", code->issuer);
  sceau_cli_json_text (builder, "siret", code->siret);
  json_builder_end_object (builder);
}

static void
print_verified_json (const SceauVerified *verified)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sceau_cli_json_text (builder, "verification", sceau_verification_to_id (verified->verification));
  sceau_cli_json_text (builder, "number", verified->number);
  sceau_cli_json_text (builder, "explanation", verified->explanation);
  if (verified->code != NULL)
    print_code_json (builder, verified->code);
  json_builder_end_object (builder);
  sceau_cli_json_print (builder);
}

static void
print_verified (const SceauVerified *verified)
{
  const SceauVerificationCode *code = verified->code;

  sceau_cli_print ("%s%s%s\n", verified->number != NULL ? verified->number : "", verified->number != NULL ? " – " : "", verified->explanation);
  if (code != NULL)
    {
      g_autofree char *born = sceau_date_say (code->birth_date);
      g_autofree char *decided = sceau_date_say (code->decided);

      /* What a person holds against the paper. */
      sceau_cli_print (_("The code says: %s, born on %s, %s (%s), decided on %s.\n"), code->holder, born, code->title != NULL ? code->title : "",
                       code->certification_code != NULL ? code->certification_code : "", decided);
    }
}

static SceauCliStatus
certificate_verify (SceauCli *cli)
{
  g_autofree char *text = NULL;
  g_autoptr (SceauVerified) verified = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "text", 0, 0, G_OPTION_ARG_STRING, &text }, { NULL } };

  if (!sceau_cli_parse (cli, entries, 0, 1) || (text == NULL && !sceau_cli_require (cli, "FILE.pdf", cli->arguments[0], NULL)))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  verified = text != NULL ? sceau_verify_certificate_text (cli->school, text, &error)
                          : sceau_verify_certificate_file (cli->school, cli->arguments[0], &error);
  if (verified == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    print_verified_json (verified);
  else
    print_verified (verified);
  return verified->verification == SCEAU_VERIFY_GENUINE || verified->verification == SCEAU_VERIFY_DUPLICATE ? SCEAU_CLI_DONE
                                                                                                            : SCEAU_CLI_REFUSED;
}

/* Options of both exports: the school must be open and the passphrase read. */
static SceauCliStatus
start_export (SceauCli *cli, int words, SceauCliPassphrase *passphrase)
{
  g_autofree char *file = NULL;
  const GOptionEntry entries[] = { { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &file }, { NULL } };

  if (!sceau_cli_parse (cli, entries, words, words))
    return SCEAU_CLI_USAGE;
  /* The first signature makes the key. */
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE)
      || !sceau_cli_read_passphrase (passphrase, file, SCEAU_CLI_PASSPHRASE, _("Passphrase of the signing key:"), FALSE))
    return SCEAU_CLI_REFUSED;
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
certificate_verifier (SceauCli *cli)
{
  g_auto (SceauCliPassphrase) passphrase = { NULL };
  g_autoptr (GError) error = NULL;
  SceauCliStatus status = start_export (cli, 1, &passphrase);

  if (status != SCEAU_CLI_DONE)
    return status;
  if (!sceau_export_verifier (cli->school, passphrase.text, cli->arguments[0], cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_path (cli, cli->arguments[0]);
}

static SceauCliStatus
certificate_badge (SceauCli *cli)
{
  g_auto (SceauCliPassphrase) passphrase = { NULL };
  g_autoptr (GError) error = NULL;
  SceauCliStatus status = start_export (cli, 2, &passphrase);

  if (status != SCEAU_CLI_DONE)
    return status;
  if (!sceau_export_open_badge (cli->school, cli->arguments[0], passphrase.text, cli->arguments[1], cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_path (cli, cli->arguments[1]);
}

const SceauCliCommand sceau_cli_verify_commands[] = {
  { "certificate", "verify", "(FILE.pdf | --text PAYLOAD)",
    N_("Say whether a PDF is the very one that was issued, or whether the school signed the text of a QR code."), certificate_verify },
  { "certificate", "verifier", "OUT.html [--passphrase-file FILE]",
    N_("Write one page, with the school’s public keys and its signed list, that verifies codes offline in a browser."), certificate_verifier },
  { "certificate", "badge", "NUMBER OUT.json [--passphrase-file FILE]", N_("Write a parchemin as a signed Open Badges 3.0 credential."),
    certificate_badge },
  { NULL },
};
