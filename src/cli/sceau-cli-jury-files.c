/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is printed for a session, and the file of all of it. */

#include "sceau-cli.h"

#include <glib/gi18n-lib.h>

#include "sceau-cli-answer.h"
#include "sceau-cli-output.h"
#include "sceau-export-session.h"
#include "sceau-print-session.h"

static gboolean
parse_session (SceauCli *cli, const GOptionEntry *entries, int words, gint64 *id)
{
  return sceau_cli_parse (cli, entries, words, words) && sceau_cli_read_id (cli, "ID", cli->arguments[0], id);
}

/* @document: (transfer full) (nullable): NULL after an error. */
static SceauCliStatus
write_document (SceauCli *cli, GBytes *document, GError **error)
{
  g_autoptr (GBytes) owned = document;

  if (owned == NULL || !sceau_write_document (owned, cli->arguments[1], error))
    return sceau_cli_refuse (cli, *error);
  return sceau_cli_say_path (cli, cli->arguments[1]);
}

static SceauCliStatus
jury_convocations (SceauCli *cli)
{
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) paths = NULL;
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &folder },
    { NULL },
  };

  if (!parse_session (cli, entries, 1, &id) || !sceau_cli_require (cli, "--out", folder, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  paths = sceau_write_convocations (cli->school, id, folder, &error);
  if (paths == NULL)
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_paths (cli, paths);
}

static SceauCliStatus
jury_invitation (SceauCli *cli)
{
  g_autofree char *organiser = NULL;
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "organiser", 0, 0, G_OPTION_ARG_STRING, &organiser },
    { NULL },
  };

  if (!parse_session (cli, entries, 2, &id))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  return write_document (cli, sceau_render_invitation_from (cli->school, id, organiser, &error), &error);
}

static SceauCliStatus
jury_attendance (SceauCli *cli)
{
  gboolean jurors = FALSE, candidates = FALSE;
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "jurors", 0, 0, G_OPTION_ARG_NONE, &jurors },
    { "candidates", 0, 0, G_OPTION_ARG_NONE, &candidates },
    { NULL },
  };

  if (!parse_session (cli, entries, 2, &id) || !sceau_cli_require (cli, "--jurors | --candidates", jurors != candidates ? "" : NULL, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  return write_document (cli, sceau_render_attendance (cli->school, id, jurors ? SCEAU_ATTENDANCE_JURORS : SCEAU_ATTENDANCE_CANDIDATES, &error), &error);
}

static SceauCliStatus
jury_grids (SceauCli *cli)
{
  g_autofree char *modality = NULL;
  gint64 id;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "modality", 0, 0, G_OPTION_ARG_STRING, &modality },
    { NULL },
  };

  if (!parse_session (cli, entries, 2, &id) || !sceau_cli_require (cli, "--modality", modality, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  return write_document (cli, sceau_render_grids (cli->school, id, modality, &error), &error);
}

static SceauCliStatus
jury_export (SceauCli *cli)
{
  gint64 id;
  g_autoptr (GError) error = NULL;

  if (!parse_session (cli, NULL, 2, &id))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!sceau_export_session (cli->school, id, cli->arguments[1], NULL, NULL, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_path (cli, cli->arguments[1]);
}

static void
print_manifest_json (gboolean intact, const SceauManifest *manifest)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sceau_cli_json_boolean (builder, "intact", intact);
  if (manifest != NULL)
    {
      sceau_cli_json_integer (builder, "session", manifest->session);
      sceau_cli_json_text (builder, "state", manifest->state);
      sceau_cli_json_text (builder, "seal", manifest->seal);
      sceau_cli_json_text (builder, "journal_head", manifest->journal_head);
    }
  json_builder_end_object (builder);
  sceau_cli_json_print (builder);
}

/* What a manifest without a signature shows, and what it does not. */
static void
print_manifest (const SceauManifest *manifest)
{
  int id = (int) manifest->session;

  sceau_cli_print ("%s\n", _("Every file is as the manifest says."));
  if (manifest->seal != NULL)
    sceau_cli_print (_("Seal of session %d: %s\nThe manifest is not signed: compare this seal with the one that the signed minutes print, "
                       "or that “jury show %d” says at the school.\n"), id, manifest->seal, id);
  else
    sceau_cli_print (_("Session %d was not sealed when it was exported: nothing in it is final, and nobody has signed it.\n"), id);
  if (manifest->journal_head != NULL)
    sceau_cli_print (_("Head of the journal at the export: %s\nAn anchor that the school has signed (“journal anchor”) proves that this head "
                       "is its own.\n"), manifest->journal_head);
}

/* Needs no school: whoever received the file can check it. */
static SceauCliStatus
jury_verify_file (SceauCli *cli)
{
  gboolean sound;
  g_autoptr (SceauManifest) manifest = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 1, 1))
    return SCEAU_CLI_USAGE;
  if (!sceau_verify_session_file (cli->arguments[0], &manifest, cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  sound = sceau_faults_count_errors (cli->faults) == 0;
  if (cli->json)
    print_manifest_json (sound, manifest);
  else if (sound)
    print_manifest (manifest);
  sceau_cli_print_faults (cli);
  return sound ? SCEAU_CLI_DONE : SCEAU_CLI_REFUSED;
}

const SceauCliCommand sceau_cli_jury_files_commands[] = {
  { "jury", "convocations", "ID --out DIR", N_("Write a letter for each member, and the appointment for their calendars."), jury_convocations },
  { "jury", "invitation", "ID OUT.ics [--organiser EMAIL]",
    N_("Write the appointment; with an address, members can answer it."), jury_invitation },
  { "jury", "attendance", "ID OUT.pdf (--jurors | --candidates)", N_("Print the sheet that members or candidates sign."), jury_attendance },
  { "jury", "grids", "ID OUT.pdf --modality CODE", N_("Print the evaluation grids of a modality, a page a candidate."), jury_grids },
  { "jury", "export", "ID OUT(.zip | folder)", N_("Write everything about a session, with a manifest of hashes."), jury_export },
  { "jury", "verify-file", "PATH", N_("Check the file of a session against its manifest; no school is needed."), jury_verify_file },
  { NULL },
};
