/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli.h"
#include "sceau-cli-answer.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>

#include "sceau-issue-certificates.h"
#include "sceau-keep-school.h"

static SceauCliStatus
school_new (SceauCli *cli)
{
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_identity_new ();
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &identity->name },
    { "trade-name", 0, 0, G_OPTION_ARG_STRING, &identity->trade_name },
    { "siret", 0, 0, G_OPTION_ARG_STRING, &identity->siret },
    { "city", 0, 0, G_OPTION_ARG_STRING, &identity->city },
    { "signatory", 0, 0, G_OPTION_ARG_STRING, &identity->signatory },
    { "signatory-title", 0, 0, G_OPTION_ARG_STRING, &identity->signatory_title },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, 1)
      || !sceau_cli_require (cli, "--name", identity->name, "--siret", identity->siret, NULL))
    return SCEAU_CLI_USAGE;
  school = sceau_found_school (cli->arguments[0], identity, cli->faults, &error);
  if (school == NULL)
    return sceau_cli_refuse (cli, error);

  sceau_cli_print_faults (cli);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "path", cli->arguments[0]);
      sceau_cli_json_text (builder, "name", identity->name);
      sceau_cli_json_text (builder, "siret", identity->siret);
      json_builder_end_object (builder);
      sceau_cli_json_print (builder);
    }
  else
    {
      sceau_cli_print (_("The school “%s” is founded in %s.\n"), identity->name, cli->arguments[0]);
    }
  return SCEAU_CLI_DONE;
}

static void
print_check_json (SceauCli *cli)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sceau_cli_json_boolean (builder, "sound", sceau_faults_count_errors (cli->faults) == 0);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sceau_faults_length (cli->faults); i++)
    {
      g_autofree char *text = sceau_fault_to_string (sceau_faults_get (cli->faults, i));

      json_builder_add_string_value (builder, text);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sceau_cli_json_print (builder);
}

static SceauCliStatus
school_check (SceauCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 0, 0))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!sceau_check_school (cli->school, cli->faults, &error))
    return sceau_cli_refuse (cli, error);

  if (cli->json)
    print_check_json (cli);
  sceau_cli_print_faults (cli);
  if (sceau_faults_count_errors (cli->faults) > 0)
    return SCEAU_CLI_REFUSED;
  if (!cli->json)
    sceau_cli_print ("%s\n", _("The school is sound: structure, journal, seals, documents and numbers agree."));
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
school_backup (SceauCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 1, 1))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!sceau_back_up_school (cli->school, cli->arguments[0], &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_written (cli, cli->arguments[0], _("The school is backed up in %s.\n"), cli->arguments[0]);
}

static SceauCliStatus
school_restore (SceauCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 1, 1) || !sceau_cli_require (cli, "--school", cli->school_path, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_restore_school (cli->arguments[0], cli->school_path, cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_written (cli, cli->school_path, _("The school is restored to %s.\n"), cli->school_path);
}

/* A centre delivers in the certifier's name, and only with the certifier's written mandate. */
static SceauCliStatus
school_mandate (SceauCli *cli)
{
  g_autoptr (SceauMandate) mandate = sceau_mandate_new ();
  g_autofree char *start = NULL, *end = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "certification", 0, 0, G_OPTION_ARG_STRING, &mandate->certification_code },
    { "certifier", 0, 0, G_OPTION_ARG_STRING, &mandate->certifier_name },
    { "signatory", 0, 0, G_OPTION_ARG_STRING, &mandate->signatory },
    { "signatory-title", 0, 0, G_OPTION_ARG_STRING, &mandate->signatory_title },
    { "reference", 0, 0, G_OPTION_ARG_STRING, &mandate->reference },
    { "start", 0, 0, G_OPTION_ARG_STRING, &start },
    { "end", 0, 0, G_OPTION_ARG_STRING, &end },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 0, 0)
      || !sceau_cli_require (cli, "--certification", mandate->certification_code, "--certifier", mandate->certifier_name,
                             "--signatory", mandate->signatory, "--signatory-title", mandate->signatory_title,
                             "--reference", mandate->reference, "--start", start, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_date (cli, "--start", start, &mandate->start)
      || (end != NULL && !sceau_cli_read_date (cli, "--end", end, &mandate->end))
      || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_record_mandate (cli->school, mandate, cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_done (cli, _("The mandate for %s is recorded.\n"), mandate->certification_code);
}

const SceauCliCommand sceau_cli_school_commands[] = {
  { "school", "new", "FILE --name NAME --siret N [--trade-name NAME] [--city C] [--signatory NAME --signatory-title T]",
    N_("Found a school: one file that holds everything."), school_new },
  { "school", "check", "", N_("Check structure, journal, seals, documents and numbers of the file."), school_check },
  { "school", "backup", "OUT", N_("Copy the school to a new file."), school_backup },
  { "school", "restore", "BACKUP --school FILE", N_("Bring a checked backup to a new file."), school_restore },
  { "school", "mandate",
    "--certification CODE --certifier NAME --signatory NAME --signatory-title T --reference R --start D [--end D]",
    N_("Record the certifier's written mandate to deliver in its name."), school_mandate },
  { NULL },
};
