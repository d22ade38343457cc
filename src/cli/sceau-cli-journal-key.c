/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The journal outside its school, and the key that signs it. */

#include "sceau-cli-answer.h"
#include "sceau-cli-journal.h"

#include <glib/gi18n-lib.h>

#include "sceau-anchor-journal.h"
#include "sceau-cli-output.h"
#include "sceau-cli-passphrase.h"
#include "sceau-signing-key-table.h"

#define VARIABLE "SCEAU_PASSPHRASE"
#define NEW_VARIABLE "SCEAU_NEW_PASSPHRASE"

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
  if (!sceau_cli_read_passphrase (&passphrase, file, VARIABLE,
                                  exists ? _("Passphrase of the signing key:") : _("Passphrase for the new signing key:"), !exists))
    return SCEAU_CLI_REFUSED;
  if (!require_key (cli, exists, passphrase.text, &error)
      || !sceau_anchor_journal (cli->school, passphrase.text, cli->arguments[0], &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_path (cli, cli->arguments[0]);
}

static void
print_keys_json (GPtrArray *keys)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < keys->len; i++)
    {
      const SceauSigningKey *key = g_ptr_array_index (keys, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "public_key", key->public_key);
      sceau_cli_json_date (builder, "created", key->created);
      sceau_cli_json_date (builder, "retired", key->retired);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static void
print_keys (GPtrArray *keys)
{
  g_autoptr (SceauCliTable) table = sceau_cli_table_new (_("Public key"), _("Made"), _("Retired"), NULL);

  for (guint i = 0; i < keys->len; i++)
    {
      const SceauSigningKey *key = g_ptr_array_index (keys, i);
      g_autofree char *created = sceau_date_format_iso (key->created);
      g_autofree char *retired = sceau_date_format_iso (key->retired);

      sceau_cli_table_add (table, key->public_key, created, retired, NULL);
    }
  sceau_cli_table_print (table);
}

static gboolean
rotate (SceauCli *cli, const char *file, const char *new_file, GError **error)
{
  g_auto (SceauCliPassphrase) passphrase = { NULL };
  g_auto (SceauCliPassphrase) new_passphrase = { NULL };

  return sceau_cli_read_passphrase (&passphrase, file, VARIABLE, _("Passphrase of the signing key:"), FALSE)
         && sceau_cli_read_passphrase (&new_passphrase, new_file, NEW_VARIABLE, _("Passphrase for the new signing key:"), TRUE)
         && sceau_rotate_signing_key (cli->school, passphrase.text, new_passphrase.text, cli->faults, error);
}

SceauCliStatus
sceau_cli_journal_key (SceauCli *cli)
{
  gboolean wants_new = FALSE;
  g_autofree char *file = NULL, *new_file = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "rotate", 0, 0, G_OPTION_ARG_NONE, &wants_new },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &file },
    { "new-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &new_file },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 0, 0))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, wants_new ? SCEAU_SCHOOL_READ_WRITE : SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (wants_new && !rotate (cli, file, new_file, &error))
    return sceau_cli_refuse (cli, error);
  keys = sceau_signing_key_table_list (cli->school, &error);
  if (keys == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    print_keys_json (keys);
  else
    print_keys (keys);
  return SCEAU_CLI_DONE;
}
