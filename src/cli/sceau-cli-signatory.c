/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Who signs for the school, from when to when. */

#include "sceau-cli-answer.h"
#include "sceau-cli-house-style.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>

#include "sceau-house-style-table.h"
#include "sceau-keep-house-style.h"

typedef struct
{
  SceauSignatory *signatory;
  char *start, *end, *signature;
} SignatoryOptions;

static void
signatory_options_clear (SignatoryOptions *self)
{
  sceau_signatory_free (self->signatory);
  g_free (self->start);
  g_free (self->end);
  g_free (self->signature);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SignatoryOptions, signatory_options_clear)

static gboolean
parse_options (SceauCli *cli, SignatoryOptions *self, int words)
{
  SceauSignatory *signatory = self->signatory = sceau_signatory_new ();
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &signatory->name },
    { "title", 0, 0, G_OPTION_ARG_STRING, &signatory->title },
    { "reference", 0, 0, G_OPTION_ARG_STRING, &signatory->reference },
    { "start", 0, 0, G_OPTION_ARG_STRING, &self->start },
    { "end", 0, 0, G_OPTION_ARG_STRING, &self->end },
    { "signature", 0, 0, G_OPTION_ARG_FILENAME, &self->signature },
    { NULL },
  };

  return sceau_cli_parse (cli, entries, words, words);
}

static gboolean
read_options (SceauCli *cli, SignatoryOptions *self)
{
  SceauSignatory *signatory = self->signatory;

  if ((self->start != NULL && !sceau_cli_read_date (cli, "--start", self->start, &signatory->start))
      || (self->end != NULL && *self->end != '\0' && !sceau_cli_read_date (cli, "--end", self->end, &signatory->end)))
    return FALSE;
  if (self->signature != NULL)
    signatory->signature = sceau_cli_read_picture (cli, self->signature);
  return self->signature == NULL || signatory->signature != NULL;
}

static SceauCliStatus
signatory_add (SceauCli *cli)
{
  g_auto (SignatoryOptions) options = { NULL };
  gint64 id;
  g_autoptr (GError) error = NULL;

  if (!parse_options (cli, &options, 0)
      || !sceau_cli_require (cli, "--name", options.signatory->name, "--title", options.signatory->title, "--start", options.start, NULL))
    return SCEAU_CLI_USAGE;
  if (!read_options (cli, &options) || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  id = sceau_add_signatory (cli->school, options.signatory, cli->faults, &error);
  if (id == 0)
    return sceau_cli_refuse (cli, error);
  sceau_cli_print_faults (cli);
  sceau_cli_print_id (cli, id);
  return SCEAU_CLI_DONE;
}

static void
keep_text (char **given, char **standing)
{
  if (*given == NULL)
    *given = g_steal_pointer (standing);
}

/* What was not said stays as it is; an empty text takes a reference or an end away. */
static void
complete (SignatoryOptions *self, SceauSignatory *standing)
{
  SceauSignatory *signatory = self->signatory;

  signatory->id = standing->id;
  keep_text (&signatory->name, &standing->name);
  keep_text (&signatory->title, &standing->title);
  keep_text (&signatory->reference, &standing->reference);
  if (self->start == NULL)
    signatory->start = standing->start;
  if (self->end == NULL)
    signatory->end = standing->end;
}

static gboolean
edit (SceauCli *cli, SignatoryOptions *options, gint64 id, GError **error)
{
  g_autoptr (SceauSignatory) standing = sceau_signatory_table_find (cli->school, id, error);

  if (standing == NULL)
    return FALSE;
  complete (options, standing);
  return sceau_edit_signatory (cli->school, options->signatory, cli->faults, error);
}

static SceauCliStatus
signatory_edit (SceauCli *cli)
{
  g_auto (SignatoryOptions) options = { NULL };
  gint64 id;
  g_autoptr (GError) error = NULL;

  if (!parse_options (cli, &options, 1))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_id (cli, _("signatory"), cli->arguments[0], &id) || !read_options (cli, &options)
      || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!edit (cli, &options, id, &error)
      || (options.signatory->signature != NULL && !sceau_set_signature (cli->school, id, options.signatory->signature, &error)))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_done (cli, "%s\n", _("The signatory is changed."));
}

static SceauCliStatus
signatory_end (SceauCli *cli)
{
  g_autofree char *text = NULL;
  SceauDate date;
  gint64 id;
  gboolean done;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "date", 0, 0, G_OPTION_ARG_STRING, &text }, { NULL } };

  if (!sceau_cli_parse (cli, entries, 1, 1) || !sceau_cli_require (cli, "--date", text, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_id (cli, _("signatory"), cli->arguments[0], &id) || !sceau_cli_read_date (cli, "--date", text, &date)
      || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  done = sceau_end_signatory (cli->school, id, date, cli->faults, &error);
  return sceau_cli_finish (cli, done, _("The habilitation ends on that day."), error);
}

static SceauCliStatus
signatory_sign (SceauCli *cli)
{
  gboolean none = FALSE;
  gint64 id;
  g_autoptr (SceauPicture) picture = NULL;
  gboolean done;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "none", 0, 0, G_OPTION_ARG_NONE, &none }, { NULL } };

  if (!sceau_cli_parse (cli, entries, 1, 2)
      || !sceau_cli_require (cli, _("either FILE or --none"), none == (cli->arguments[1] != NULL) ? NULL : "", NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_id (cli, _("signatory"), cli->arguments[0], &id))
    return SCEAU_CLI_REFUSED;
  if (!none)
    picture = sceau_cli_read_picture (cli, cli->arguments[1]);
  if ((!none && picture == NULL) || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  done = sceau_set_signature (cli->school, id, picture, &error);
  return sceau_cli_finish (cli, done, none ? _("Papers are signed by hand.") : _("Papers bear this signature."), error);
}

/* Listing ---------------------------------------------------------------------------- */

static void
print_json (GPtrArray *signatories, SceauDate today)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < signatories->len; i++)
    {
      const SceauSignatory *signatory = g_ptr_array_index (signatories, i);

      json_builder_begin_object (builder);
      sceau_cli_json_integer (builder, "id", signatory->id);
      sceau_cli_json_text (builder, "name", signatory->name);
      sceau_cli_json_text (builder, "title", signatory->title);
      sceau_cli_json_text (builder, "reference", signatory->reference);
      sceau_cli_json_date (builder, "start", signatory->start);
      sceau_cli_json_date (builder, "end", signatory->end);
      sceau_cli_json_boolean (builder, "may_sign_today", sceau_signatory_may_sign (signatory, today));
      sceau_cli_json_picture (builder, "signature", signatory->signature);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static void
print_table (GPtrArray *signatories)
{
  g_autoptr (SceauCliTable) table
    = sceau_cli_table_new (_("Number"), _("Name"), _("Function"), _("Delegation"), _("From"), _("Until"), _("Signature"), NULL);

  for (guint i = 0; i < signatories->len; i++)
    {
      const SceauSignatory *signatory = g_ptr_array_index (signatories, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, signatory->id);
      g_autofree char *start = sceau_date_format_iso (signatory->start);
      g_autofree char *end = sceau_date_format_iso (signatory->end);

      sceau_cli_table_add (table, id, signatory->name, signatory->title, signatory->reference != NULL ? signatory->reference : "", start,
                           end, signatory->signature != NULL ? _("picture") : _("by hand"), NULL);
    }
  sceau_cli_table_print (table);
}

static SceauCliStatus
signatory_list (SceauCli *cli)
{
  g_autoptr (GPtrArray) signatories = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 0, 0))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  signatories = sceau_signatory_table_list (cli->school, &error);
  if (signatories == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    print_json (signatories, sceau_school_today (cli->school));
  else
    print_table (signatories);
  return SCEAU_CLI_DONE;
}

const SceauCliCommand sceau_cli_signatory_commands[] = {
  { "signatory", "add", "--name NAME --title T --start D [--end D] [--reference R] [--signature FILE]",
    N_("Say who signs for the school, and from when; somebody other than its head gives the reference of the delegation."), signatory_add },
  { "signatory", "edit", "ID [--name NAME] [--title T] [--reference R] [--start D] [--end D] [--signature FILE]",
    N_("Correct what is said of a signatory; an empty reference or end is taken away."), signatory_edit },
  { "signatory", "end", "ID --date D", N_("Say until which day somebody signs."), signatory_end },
  { "signatory", "sign", "ID FILE|--none", N_("Put a picture of the signature on papers, or take it away."), signatory_sign },
  { "signatory", "list", "", N_("List who signs and who signed, the latest first."), signatory_list },
  { NULL },
};
