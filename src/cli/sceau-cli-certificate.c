/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli.h"
#include "sceau-cli-answer.h"
#include "sceau-cli-output.h"
#include "sceau-cli-passphrase.h"

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-issue-certificates.h"
#include "sceau-print-session.h"

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

/* The words of an issue, a check or a preview. */
typedef struct
{
  char *jury, *date, *place, *out, *merged, *archive, *passphrase_file;
  gboolean accept_valid;
  SceauCliPassphrase passphrase;
  SceauIssueOptions options;
} IssueCall;

static void
issue_call_clear (IssueCall *self)
{
  g_free (self->jury);
  g_free (self->date);
  g_free (self->place);
  g_free (self->out);
  g_free (self->merged);
  g_free (self->archive);
  g_free (self->passphrase_file);
  sceau_cli_passphrase_clear (&self->passphrase);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IssueCall, issue_call_clear)

/* Nobody is asked on the terminal: a script that knows of no key still issues, and is warned. */
static gboolean
find_passphrase (SceauCliPassphrase *passphrase, const char *file)
{
  if (file == NULL && g_getenv (SCEAU_CLI_PASSPHRASE) == NULL)
    return TRUE;
  return sceau_cli_read_passphrase (passphrase, file, SCEAU_CLI_PASSPHRASE, _("Passphrase of the signing key:"), FALSE);
}

static SceauCliStatus
read_issue_call (SceauCli *cli, IssueCall *call, int words, SceauSchoolMode mode)
{
  const GOptionEntry entries[] = {
    { "jury", 0, 0, G_OPTION_ARG_STRING, &call->jury },
    { "date", 0, 0, G_OPTION_ARG_STRING, &call->date },
    { "place", 0, 0, G_OPTION_ARG_STRING, &call->place },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &call->out },
    { "merged", 0, 0, G_OPTION_ARG_FILENAME, &call->merged },
    { "zip", 0, 0, G_OPTION_ARG_FILENAME, &call->archive },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &call->passphrase_file },
    { "accept-valid", 0, 0, G_OPTION_ARG_NONE, &call->accept_valid },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, words, words)
      || !sceau_cli_require (cli, "--jury", call->jury, "--date", call->date, "--place", call->place, NULL))
    return SCEAU_CLI_USAGE;
  call->options.place = call->place;
  call->options.folder = call->out;
  call->options.merged = call->merged;
  call->options.archive = call->archive;
  call->options.accept_valid = call->accept_valid;
  if (!sceau_cli_read_id (cli, "--jury", call->jury, &call->options.session_id)
      || !sceau_cli_read_date (cli, "--date", call->date, &call->options.delivered)
      || !find_passphrase (&call->passphrase, call->passphrase_file) || !sceau_cli_open (cli, mode))
    return SCEAU_CLI_REFUSED;
  call->options.passphrase = call->passphrase.text;
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
certificate_issue (SceauCli *cli)
{
  g_auto (IssueCall) call = { NULL };
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GError) error = NULL;
  const SceauCliStatus status = read_issue_call (cli, &call, 0, SCEAU_SCHOOL_READ_WRITE);

  if (status != SCEAU_CLI_DONE)
    return status;
  if (call.out == NULL && call.merged == NULL && call.archive == NULL && !sceau_cli_require (cli, "--out", call.out, NULL))
    return SCEAU_CLI_USAGE;
  certificates = sceau_issue_certificates (cli->school, &call.options, cli->faults, NULL, NULL, &error);
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

static void
print_faults_json (const SceauFaults *faults)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      const SceauFault *fault = sceau_faults_get (faults, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "severity", fault->severity == SCEAU_FAULT_ERROR ? "error" : "warning");
      sceau_cli_json_text (builder, "place", fault->place);
      sceau_cli_json_text (builder, "field", fault->field);
      sceau_cli_json_text (builder, "value", fault->value);
      sceau_cli_json_text (builder, "reason", fault->reason);
      sceau_cli_json_text (builder, "remedy", fault->remedy);
      sceau_cli_json_text (builder, "source", fault->source);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static SceauCliStatus
certificate_check (SceauCli *cli)
{
  g_auto (IssueCall) call = { NULL };
  g_autoptr (GError) error = NULL;
  const SceauCliStatus status = read_issue_call (cli, &call, 0, SCEAU_SCHOOL_READ_ONLY);

  if (status != SCEAU_CLI_DONE)
    return status;
  if (!sceau_check_certificates (cli->school, &call.options, cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    print_faults_json (cli->faults);
  else
    sceau_cli_print_faults (cli);
  if (sceau_faults_count_errors (cli->faults) > 0)
    return SCEAU_CLI_REFUSED;
  if (!cli->json)
    sceau_cli_print ("%s\n", _("Nothing stands in the way of these parchemins."));
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
certificate_preview (SceauCli *cli)
{
  g_auto (IssueCall) call = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  const SceauCliStatus status = read_issue_call (cli, &call, 1, SCEAU_SCHOOL_READ_ONLY);

  if (status != SCEAU_CLI_DONE)
    return status;
  pdf = sceau_preview_certificates (cli->school, &call.options, NULL, &error);
  if (pdf == NULL || !sceau_write_document (pdf, cli->arguments[0], &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_written (cli, cli->arguments[0], _("The pages as they would be are in %s, marked “PROJET”.\n"), cli->arguments[0]);
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
  g_auto (SceauCliPassphrase) passphrase = { NULL };
  g_autofree char *number = NULL;
  g_autofree char *reason = NULL, *requested_by = NULL, *file = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason },
    { "requested-by", 0, 0, G_OPTION_ARG_STRING, &requested_by },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &file },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 2, 2) || !sceau_cli_require (cli, "--reason", reason, NULL))
    return SCEAU_CLI_USAGE;
  if (!find_passphrase (&passphrase, file) || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_duplicate_certificate (cli->school, cli->arguments[0], cli->arguments[1], reason, requested_by, passphrase.text,
                                    cli->faults, &error))
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

/* Which of the three papers the words name; FALSE unless it is one. */
static gboolean
choose_paper (const char *block, gboolean success, gboolean supplement, SceauPaper *paper)
{
  if ((block != NULL) + success + supplement != 1)
    {
      sceau_cli_print_error ("%s\n", _("sceau-cli: say what is attested by one of --block CODE, --success and --supplement."));
      return FALSE;
    }
  *paper = block != NULL ? SCEAU_PAPER_BLOCK_ATTESTATION : success ? SCEAU_PAPER_SUCCESS_ATTESTATION : SCEAU_PAPER_SUPPLEMENT;
  return TRUE;
}

static SceauCliStatus
say_attested (SceauCli *cli, const SceauAttestation *attestation)
{
  const char *path = cli->arguments[0];

  if (attestation->paper == SCEAU_PAPER_BLOCK_ATTESTATION)
    return sceau_cli_say_written (cli, path, _("The attestation of block %s is in %s.\n"), attestation->block_code, path);
  if (attestation->paper == SCEAU_PAPER_SUPPLEMENT)
    return sceau_cli_say_written (cli, path, _("The supplement of learner %s is in %s.\n"), attestation->learner_number, path);
  return sceau_cli_say_written (cli, path, _("The attestation of success of learner %s is in %s.\n"), attestation->learner_number, path);
}

static SceauCliStatus
attestation_issue (SceauCli *cli)
{
  g_auto (SceauCliPassphrase) passphrase = { NULL };
  g_autofree char *learner = NULL, *block = NULL, *certification = NULL, *date_text = NULL, *place = NULL, *file = NULL;
  gboolean success = FALSE, supplement = FALSE;
  SceauAttestation attestation = { .delivered = sceau_date_today () };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "learner", 0, 0, G_OPTION_ARG_STRING, &learner },
    { "block", 0, 0, G_OPTION_ARG_STRING, &block },
    { "success", 0, 0, G_OPTION_ARG_NONE, &success },
    { "supplement", 0, 0, G_OPTION_ARG_NONE, &supplement },
    { "certification", 0, 0, G_OPTION_ARG_STRING, &certification },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date_text },
    { "place", 0, 0, G_OPTION_ARG_STRING, &place },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &file },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, 1) || !sceau_cli_require (cli, "--learner", learner, NULL)
      || !choose_paper (block, success, supplement, &attestation.paper))
    return SCEAU_CLI_USAGE;
  if ((date_text != NULL && !sceau_cli_read_date (cli, "--date", date_text, &attestation.delivered))
      || !find_passphrase (&passphrase, file) || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  attestation.learner_number = learner;
  attestation.block_code = block;
  attestation.certification_code = certification;
  attestation.place = place;
  attestation.passphrase = passphrase.text;
  if (!sceau_issue_attestation (cli->school, &attestation, cli->arguments[0], cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  return say_attested (cli, &attestation);
}

const SceauCliCommand sceau_cli_certificate_commands[] = {
  { "certificate", "check", "--jury ID --date D --place P",
    N_("Say what stands in the way of the parchemins of a sealed session, and issue nothing."), certificate_check },
  { "certificate", "preview", "OUT.pdf --jury ID --date D --place P",
    N_("Draw the parchemins that a sealed session would deliver, marked as drafts."), certificate_preview },
  { "certificate", "issue",
    "--jury ID --date D --place P --out DIR [--merged FILE.pdf] [--zip FILE.zip] [--passphrase-file FILE] [--accept-valid]",
    N_("Deliver the parchemins of a sealed session; the same call goes on where one was stopped."), certificate_issue },
  { "certificate", "list", "", N_("List the register."), certificate_list },
  { "certificate", "reprint", "NUMBER OUT.pdf", N_("Print a parchemin again, byte for byte."), certificate_reprint },
  { "certificate", "duplicate", "NUMBER OUT.pdf --reason R [--requested-by NAME] [--passphrase-file FILE]",
    N_("Make a duplicate, marked as such."), certificate_duplicate },
  { "certificate", "revoke", "NUMBER --reason R", N_("Revoke a parchemin; it stays in the register."),
    certificate_revoke },
  { "attestation", "issue",
    "--learner N (--block CODE | --success | --supplement) OUT.pdf [--certification CODE] [--date D] [--place P] [--passphrase-file FILE]",
    N_("Attest one acquired block, or a success whose parchemin is to come, or list what a certification was won with."), attestation_issue },
  { NULL },
};
