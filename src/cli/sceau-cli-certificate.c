/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli.h"
#include "sceau-cli-answer.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-issue-certificates.h"

/* (transfer full): the number as paper says it; what is no number stays as it was typed. */
static char *
print_number (const char *typed)
{
  g_autofree char *number = typed != NULL ? sceau_certificate_read_number (typed, NULL) : NULL;

  return number != NULL ? sceau_certificate_print_number (number) : g_strdup (typed);
}

static void
print_certificates_json (GPtrArray *certificates)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < certificates->len; i++)
    {
      const SceauCertificate *certificate = g_ptr_array_index (certificates, i);
      g_autofree char *number = print_number (certificate->number);
      g_autofree char *replaces = print_number (certificate->replaces);
      g_autofree char *replaced_by = print_number (certificate->replaced_by);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "number", number);
      sceau_cli_json_text (builder, "learner", certificate->learner_number);
      sceau_cli_json_text (builder, "name", certificate->learner_name);
      sceau_cli_json_text (builder, "certification", certificate->certification_code);
      sceau_cli_json_date (builder, "decided", certificate->decided);
      sceau_cli_json_date (builder, "delivered", certificate->delivered);
      sceau_cli_json_text (builder, "state", sceau_certificate_state_to_id (certificate->state));
      sceau_cli_json_integer (builder, "duplicates", certificate->duplicates);
      sceau_cli_json_text (builder, "revocation_reason", certificate->revocation_reason);
      sceau_cli_json_date (builder, "ended", certificate->ended);
      sceau_cli_json_text (builder, "replaces", replaces);
      sceau_cli_json_text (builder, "replaced_by", replaced_by);
      sceau_cli_json_text (builder, "sha256", certificate->sha256);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static void
print_certificates (GPtrArray *certificates)
{
  g_autoptr (SceauCliTable) table = sceau_cli_table_new (_("Number"), _("Holder"), _("Certification"), _("Decided"),
                                                         _("Delivered"), _("State"), NULL);

  for (guint i = 0; i < certificates->len; i++)
    {
      const SceauCertificate *certificate = g_ptr_array_index (certificates, i);
      g_autofree char *number = print_number (certificate->number);
      g_autofree char *decided = sceau_date_format_iso (certificate->decided);
      g_autofree char *delivered = sceau_date_format_iso (certificate->delivered);

      sceau_cli_table_add (table, number, certificate->learner_name, certificate->certification_code,
                           decided, delivered, sceau_certificate_state_title (certificate->state), NULL);
    }
  sceau_cli_table_print (table);
}

static SceauCliStatus
certificate_issue (SceauCli *cli)
{
  g_autofree char *jury_text = NULL, *date_text = NULL, *place = NULL, *out = NULL, *merged = NULL;
  gboolean accept_valid = FALSE;
  gint64 jury;
  SceauDate date;
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "jury", 0, 0, G_OPTION_ARG_STRING, &jury_text },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date_text },
    { "place", 0, 0, G_OPTION_ARG_STRING, &place },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &out },
    { "merged", 0, 0, G_OPTION_ARG_FILENAME, &merged },
    { "accept-valid", 0, 0, G_OPTION_ARG_NONE, &accept_valid },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 0, 0)
      || !sceau_cli_require (cli, "--jury", jury_text, "--date", date_text, "--place", place, "--out", out, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_id (cli, "--jury", jury_text, &jury)
      || !sceau_cli_read_date (cli, "--date", date_text, &date) || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  certificates = sceau_issue_certificates (cli->school, jury, date, place, out, merged, accept_valid, cli->faults, NULL,
                                           NULL, &error);
  if (certificates == NULL)
    return sceau_cli_refuse (cli, error);

  sceau_cli_print_faults (cli);
  if (cli->json)
    print_certificates_json (certificates);
  else if (certificates->len == 0)
    sceau_cli_print ("%s\n", _("No parchemin is left to deliver: each one certified by this session has theirs, or nobody is."));
  else
    print_certificates (certificates);
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
certificate_list (SceauCli *cli)
{
  const SceauCertificateQuery everything = { 0 };
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 0, 0))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  certificates = sceau_certificate_table_list (cli->school, &everything, &error);
  if (certificates == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    print_certificates_json (certificates);
  else
    print_certificates (certificates);
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
certificate_reprint (SceauCli *cli)
{
  g_autofree char *number = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 2, 2))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!sceau_reprint_certificate (cli->school, cli->arguments[0], cli->arguments[1], &error))
    return sceau_cli_refuse (cli, error);
  number = print_number (cli->arguments[0]);
  return sceau_cli_say_written (cli, cli->arguments[1], _("Parchemin %s is in %s, byte for byte as issued.\n"), number,
                                cli->arguments[1]);
}

static SceauCliStatus
certificate_duplicate (SceauCli *cli)
{
  g_autofree char *number = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "reason", 0, 0, G_OPTION_ARG_STRING, &reason }, { NULL } };

  if (!sceau_cli_parse (cli, entries, 2, 2) || !sceau_cli_require (cli, "--reason", reason, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_duplicate_certificate (cli->school, cli->arguments[0], cli->arguments[1], reason, &error))
    return sceau_cli_refuse (cli, error);
  number = print_number (cli->arguments[0]);
  return sceau_cli_say_written (cli, cli->arguments[1], _("A duplicate of parchemin %s is in %s.\n"), number, cli->arguments[1]);
}

static SceauCliStatus
certificate_revoke (SceauCli *cli)
{
  g_autofree char *number = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "reason", 0, 0, G_OPTION_ARG_STRING, &reason }, { NULL } };

  if (!sceau_cli_parse (cli, entries, 1, 1) || !sceau_cli_require (cli, "--reason", reason, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_revoke_certificate (cli->school, cli->arguments[0], reason, &error))
    return sceau_cli_refuse (cli, error);
  number = print_number (cli->arguments[0]);
  return sceau_cli_say_done (cli, _("Parchemin %s is revoked; it stays visible in the register.\n"), number);
}

static SceauCliStatus
attestation_issue (SceauCli *cli)
{
  g_autofree char *learner = NULL, *block = NULL, *date_text = NULL;
  SceauDate date = sceau_date_today ();
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "learner", 0, 0, G_OPTION_ARG_STRING, &learner },
    { "block", 0, 0, G_OPTION_ARG_STRING, &block },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date_text },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, 1)
      || !sceau_cli_require (cli, "--learner", learner, "--block", block, NULL))
    return SCEAU_CLI_USAGE;
  if ((date_text != NULL && !sceau_cli_read_date (cli, "--date", date_text, &date))
      || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_issue_block_attestation (cli->school, learner, block, date, cli->arguments[0], cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_written (cli, cli->arguments[0], _("The attestation of block %s is in %s.\n"), block, cli->arguments[0]);
}

const SceauCliCommand sceau_cli_certificate_commands[] = {
  { "certificate", "issue", "--jury ID --date D --place P --out DIR [--merged FILE.pdf] [--accept-valid]",
    N_("Deliver the parchemins of a sealed session."), certificate_issue },
  { "certificate", "list", "", N_("List the register."), certificate_list },
  { "certificate", "reprint", "NUMBER OUT.pdf", N_("Print a parchemin again, byte for byte."), certificate_reprint },
  { "certificate", "duplicate", "NUMBER OUT.pdf --reason R", N_("Make a duplicate, marked as such."),
    certificate_duplicate },
  { "certificate", "revoke", "NUMBER --reason R", N_("Revoke a parchemin; it stays in the register."),
    certificate_revoke },
  { "attestation", "issue", "--learner N --block CODE OUT.pdf [--date D]",
    N_("Print the attestation of one acquired block."), attestation_issue },
  { NULL },
};
