/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The school's signing key: "key …", and "journal key" for the scripts that were written before it. */

#include "sceau-keep-key.h"

#include <glib/gi18n-lib.h>

#include "sceau-cli-answer.h"
#include "sceau-cli-journal.h"
#include "sceau-cli-output.h"
#include "sceau-cli-passphrase.h"
#include "sceau-signing-key-table.h"
#include "sceau-verifier-page.h"

static void
print_keys_json (GPtrArray *keys)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < keys->len; i++)
    {
      const SceauSigningKey *key = g_ptr_array_index (keys, i);
      g_autofree char *id = sceau_verifier_key_id (key->public_key);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "id", id);
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
  g_autoptr (SceauCliTable) table = sceau_cli_table_new (_("Key"), _("Public key"), _("Made"), _("Retired"), NULL);

  for (guint i = 0; i < keys->len; i++)
    {
      const SceauSigningKey *key = g_ptr_array_index (keys, i);
      g_autofree char *id = sceau_verifier_key_id (key->public_key);
      g_autofree char *created = sceau_date_format_iso (key->created);
      g_autofree char *retired = sceau_date_format_iso (key->retired);

      sceau_cli_table_add (table, id, key->public_key, created, retired, NULL);
    }
  sceau_cli_table_print (table);
}

static SceauCliStatus
list (SceauCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) keys = sceau_signing_key_table_list (cli->school, &error);

  if (keys == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    print_keys_json (keys);
  else
    print_keys (keys);
  return SCEAU_CLI_DONE;
}

static gboolean
rotate (SceauCli *cli, const char *file, const char *new_file, GError **error)
{
  g_auto (SceauCliPassphrase) passphrase = { NULL };
  g_auto (SceauCliPassphrase) new_passphrase = { NULL };

  return sceau_cli_read_passphrase (&passphrase, file, SCEAU_CLI_PASSPHRASE, _("Passphrase of the signing key:"), FALSE)
         && sceau_cli_read_passphrase (&new_passphrase, new_file, SCEAU_CLI_NEW_PASSPHRASE, _("Passphrase for the new signing key:"), TRUE)
         && sceau_rotate_signing_key (cli->school, passphrase.text, new_passphrase.text, cli->faults, error);
}

/* With @may_list, --rotate makes it a rotation. */
static SceauCliStatus
list_or_rotate (SceauCli *cli, gboolean may_list)
{
  gboolean wants_new = FALSE;
  g_autofree char *file = NULL, *new_file = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &file },
    { "new-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &new_file },
    { may_list ? "rotate" : NULL, 0, 0, G_OPTION_ARG_NONE, &wants_new },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 0, 0))
    return SCEAU_CLI_USAGE;
  wants_new = wants_new || !may_list;
  if (!sceau_cli_open (cli, wants_new ? SCEAU_SCHOOL_READ_WRITE : SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (wants_new && !rotate (cli, file, new_file, &error))
    return sceau_cli_refuse (cli, error);
  return list (cli);
}

SceauCliStatus
sceau_cli_journal_key (SceauCli *cli)
{
  return list_or_rotate (cli, TRUE);
}

static SceauCliStatus
key_rotate (SceauCli *cli)
{
  return list_or_rotate (cli, FALSE);
}

static SceauCliStatus
key_list (SceauCli *cli)
{
  if (!sceau_cli_parse (cli, NULL, 0, 0))
    return SCEAU_CLI_USAGE;
  return sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY) ? list (cli) : SCEAU_CLI_REFUSED;
}

static SceauCliStatus
key_make (SceauCli *cli)
{
  g_auto (SceauCliPassphrase) passphrase = { NULL };
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &file }, { NULL } };

  if (!sceau_cli_parse (cli, entries, 0, 0))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE)
      || !sceau_cli_read_passphrase (&passphrase, file, SCEAU_CLI_PASSPHRASE, _("Passphrase for the new signing key:"), TRUE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_make_signing_key (cli->school, passphrase.text, cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  sceau_cli_print_error ("%s\n", _("A signing key was made. Nobody can find its passphrase again: write it down in a safe place."));
  return list (cli);
}

static SceauCliStatus
key_export (SceauCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 1, 1))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!sceau_export_public_keys (cli->school, cli->arguments[0], &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_path (cli, cli->arguments[0]);
}

const SceauCliCommand sceau_cli_key_commands[] = {
  { "key", "make", "[--passphrase-file FILE]",
    N_("Make the school’s signing key. The passphrase can also come from SCEAU_PASSPHRASE, or is asked."), key_make },
  { "key", "rotate", "[--passphrase-file FILE] [--new-passphrase-file FILE]",
    N_("Replace the signing key by a new one; the old one still verifies what it signed. The new passphrase can also come from SCEAU_NEW_PASSPHRASE."),
    key_rotate },
  { "key", "list", "", N_("List the signing keys, the one in use first."), key_list },
  { "key", "export", "OUT.pem", N_("Write the public keys as PEM, to be published."), key_export },
  { NULL },
};
