/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The journal outside its school. */

#include "sceau-cli-journal.h"

#include <glib/gi18n-lib.h>

#include "sceau-anchor-journal.h"
#include "sceau-cli-answer.h"
#include "sceau-cli-output.h"
#include "sceau-cli-passphrase.h"
#include "sceau-keep-key.h"

SceauCliStatus
sceau_cli_journal_export (SceauCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 1, 1))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!sceau_export_journal (cli->school, cli->arguments[0], NULL, NULL, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_path (cli, cli->arguments[0]);
}

/* The first anchor makes the key. */
static gboolean
require_key (SceauCli *cli, gboolean exists, const char *passphrase, GError **error)
{
  if (exists)
    return TRUE;
  if (!sceau_make_signing_key (cli->school, passphrase, cli->faults, error))
    return FALSE;
  sceau_cli_print_error ("%s\n", _("A signing key was made. Nobody can find its passphrase again: write it down in a safe place."));
  return TRUE;
}

SceauCliStatus
sceau_cli_journal_anchor (SceauCli *cli)
{
  g_auto (SceauCliPassphrase) passphrase = { NULL };
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;
  gboolean exists;
  const GOptionEntry entries[] = {
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &file },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, 1))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  exists = sceau_has_signing_key (cli->school, &error);
  if (error != NULL)
    return sceau_cli_refuse (cli, error);
  if (!sceau_cli_read_passphrase (&passphrase, file, SCEAU_CLI_PASSPHRASE,
                                  exists ? _("Passphrase of the signing key:") : _("Passphrase for the new signing key:"), !exists))
    return SCEAU_CLI_REFUSED;
  if (!require_key (cli, exists, passphrase.text, &error)
      || !sceau_anchor_journal (cli->school, passphrase.text, cli->arguments[0], &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_path (cli, cli->arguments[0]);
}
