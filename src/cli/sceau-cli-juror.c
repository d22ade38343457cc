/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli-answer.h"
#include "sceau-cli-import.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>

#include "sceau-hold-jury.h"
#include "sceau-juror-table.h"
#include "sceau-keep-jurors.h"

/* What is said of a juror; the texts are the juror's. */
typedef struct
{
  SceauJuror *juror;
  char *sex, *start, *end;
  gboolean internal, external;
} JurorOptions;

static void
juror_options_clear (JurorOptions *self)
{
  sceau_juror_free (self->juror);
  g_free (self->sex);
  g_free (self->start);
  g_free (self->end);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JurorOptions, juror_options_clear)

static gboolean
parse_options (SceauCli *cli, JurorOptions *self, int words)
{
  SceauJuror *juror = self->juror = sceau_juror_new ();
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &juror->name },
    { "function", 0, 0, G_OPTION_ARG_STRING, &juror->function },
    { "employer", 0, 0, G_OPTION_ARG_STRING, &juror->employer },
    { "internal", 0, 0, G_OPTION_ARG_NONE, &self->internal },
    { "external", 0, 0, G_OPTION_ARG_NONE, &self->external },
    { "sex", 0, 0, G_OPTION_ARG_STRING, &self->sex },
    { "field", 0, 0, G_OPTION_ARG_STRING, &juror->field },
    { "email", 0, 0, G_OPTION_ARG_STRING, &juror->email },
    { "phone", 0, 0, G_OPTION_ARG_STRING, &juror->phone },
    { "address", 0, 0, G_OPTION_ARG_STRING, &juror->address },
    { "mandate-start", 0, 0, G_OPTION_ARG_STRING, &self->start },
    { "mandate-end", 0, 0, G_OPTION_ARG_STRING, &self->end },
    { NULL },
  };

  return sceau_cli_parse (cli, entries, words, words);
}

/* REFUSED with a sentence, or DONE. */
static SceauCliStatus
read_options (SceauCli *cli, JurorOptions *self)
{
  SceauJuror *juror = self->juror;

  if (self->sex != NULL && !sceau_sex_from_text (self->sex, &juror->sex))
    return sceau_cli_refuse_text (cli, _("--sex is F or M."));
  if ((self->start != NULL && !sceau_cli_read_date (cli, "--mandate-start", self->start, &juror->mandate_start))
      || (self->end != NULL && !sceau_cli_read_date (cli, "--mandate-end", self->end, &juror->mandate_end)))
    return SCEAU_CLI_REFUSED;
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
juror_add (SceauCli *cli)
{
  g_auto (JurorOptions) options = { NULL };
  gint64 id;
  g_autoptr (GError) error = NULL;

  if (!parse_options (cli, &options, 0)
      || !sceau_cli_require (cli, "--name", options.juror->name, "--function", options.juror->function, "--employer",
                             options.juror->employer,
                             options.internal == options.external ? _("either --internal or --external") : "--internal",
                             options.internal == options.external ? NULL : "", NULL))
    return SCEAU_CLI_USAGE;
  options.juror->internal = options.internal;
  if (read_options (cli, &options) != SCEAU_CLI_DONE || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  id = sceau_add_juror (cli->school, options.juror, cli->faults, &error);
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

/* What was not said stays as it is; an empty text takes a contact away. */
static void
complete (JurorOptions *options, SceauJuror *standing)
{
  SceauJuror *juror = options->juror;

  juror->id = standing->id;
  juror->retired = standing->retired;
  juror->internal = options->internal || (!options->external && standing->internal);
  keep_text (&juror->name, &standing->name);
  keep_text (&juror->function, &standing->function);
  keep_text (&juror->employer, &standing->employer);
  keep_text (&juror->field, &standing->field);
  keep_text (&juror->email, &standing->email);
  keep_text (&juror->phone, &standing->phone);
  keep_text (&juror->address, &standing->address);
  if (options->sex == NULL)
    juror->sex = standing->sex;
  if (options->start == NULL)
    juror->mandate_start = standing->mandate_start;
  if (options->end == NULL)
    juror->mandate_end = standing->mandate_end;
}

static SceauCliStatus
juror_edit (SceauCli *cli)
{
  g_auto (JurorOptions) options = { NULL };
  g_autoptr (SceauJurorFile) file = NULL;
  gint64 id;
  g_autoptr (GError) error = NULL;

  if (!parse_options (cli, &options, 1) || !sceau_cli_read_id (cli, "ID", cli->arguments[0], &id))
    return SCEAU_CLI_USAGE;
  if (options.internal && options.external)
    return sceau_cli_refuse_text (cli, _("A juror is either --internal or --external."));
  if (read_options (cli, &options) != SCEAU_CLI_DONE || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  file = sceau_load_juror (cli->school, id, &error);
  if (file == NULL)
    return sceau_cli_refuse (cli, error);
  complete (&options, file->juror);
  if (!sceau_edit_juror (cli->school, options.juror, cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_done (cli, _("Juror %d: %s\n"), (int) id, options.juror->name);
}

static SceauCliStatus
juror_remove (SceauCli *cli)
{
  gint64 id;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 1, 1) || !sceau_cli_read_id (cli, "ID", cli->arguments[0], &id))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_remove_juror (cli->school, id, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_done (cli, _("Juror %d is removed.\n"), (int) id);
}

static SceauCliStatus
juror_retire (SceauCli *cli)
{
  gint64 id;
  gboolean back = FALSE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "back", 0, 0, G_OPTION_ARG_NONE, &back }, { NULL } };

  if (!sceau_cli_parse (cli, entries, 1, 1) || !sceau_cli_read_id (cli, "ID", cli->arguments[0], &id))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!sceau_retire_juror (cli->school, id, !back, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_done (cli, back ? _("Juror %d is back in the directory.\n") : _("Juror %d is retired.\n"), (int) id);
}

static SceauCliStatus
juror_import (SceauCli *cli)
{
  gboolean dry_run = FALSE, accept_valid = FALSE, done;
  SceauImportSummary summary = { 0 };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run },
    { "accept-valid", 0, 0, G_OPTION_ARG_NONE, &accept_valid },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, 1))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, dry_run ? SCEAU_SCHOOL_READ_ONLY : SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  done = sceau_import_jurors (cli->school, cli->arguments[0], sceau_cli_import_flags (dry_run, accept_valid), &summary, cli->faults,
                              NULL, NULL, &error);
  return sceau_cli_finish_import (cli, done, dry_run, &summary, error);
}

static SceauCliStatus
juror_template (SceauCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 1, 1))
    return SCEAU_CLI_USAGE;
  if (!sceau_write_juror_template (cli->arguments[0], &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_written (cli, cli->arguments[0], _("The empty directory is in %s.\n"), cli->arguments[0]);
}

static void
print_list_json (GPtrArray *jurors)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < jurors->len; i++)
    {
      const SceauJuror *juror = g_ptr_array_index (jurors, i);

      json_builder_begin_object (builder);
      sceau_cli_json_integer (builder, "id", juror->id);
      sceau_cli_json_text (builder, "name", juror->name);
      sceau_cli_json_text (builder, "function", juror->function);
      sceau_cli_json_text (builder, "employer", juror->employer);
      sceau_cli_json_boolean (builder, "internal", juror->internal);
      sceau_cli_json_text (builder, "sex", juror->sex == SCEAU_SEX_UNKNOWN ? NULL : sceau_sex_to_id (juror->sex));
      sceau_cli_json_text (builder, "field", juror->field);
      sceau_cli_json_date (builder, "mandate_start", juror->mandate_start);
      sceau_cli_json_date (builder, "mandate_end", juror->mandate_end);
      sceau_cli_json_boolean (builder, "retired", juror->retired);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static SceauCliStatus
juror_list (SceauCli *cli)
{
  g_autoptr (GPtrArray) jurors = NULL;
  g_autoptr (SceauCliTable) table = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 0, 0))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  jurors = sceau_juror_table_list (cli->school, NULL, &error);
  if (jurors == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    {
      print_list_json (jurors);
      return SCEAU_CLI_DONE;
    }

  table = sceau_cli_table_new (_("No."), _("Name"), _("Function"), _("Employer"), _("Side"), NULL);
  for (guint i = 0; i < jurors->len; i++)
    {
      const SceauJuror *juror = g_ptr_array_index (jurors, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, juror->id);

      sceau_cli_table_add (table, id, juror->name, juror->function, juror->employer,
                           juror->internal ? _("internal") : _("external"), NULL);
    }
  sceau_cli_table_print (table);
  return SCEAU_CLI_DONE;
}

const SceauCliCommand sceau_cli_juror_commands[] = {
  { "juror", "add",
    "--name N --function F --employer E (--internal|--external) [--sex F|M] [--field T] [--email T] [--phone T] [--address T] "
    "[--mandate-start D] [--mandate-end D]",
    N_("Add a juror to the directory; prints the juror's number."), juror_add },
  { "juror", "edit",
    "ID [--name N] [--function F] [--employer E] [--internal|--external] [--sex F|M] [--field T] [--email T] [--phone T] "
    "[--address T] [--mandate-start D] [--mandate-end D]",
    N_("Change what is said; the rest stays."), juror_edit },
  { "juror", "remove", "ID", N_("Remove a juror who never sat."), juror_remove },
  { "juror", "retire", "ID [--back]", N_("Propose a juror no longer for new sessions, or again."), juror_retire },
  { "juror", "import", "FILE.csv [--dry-run] [--accept-valid]", N_("Bring the directory of jurors up to date from a spreadsheet."),
    juror_import },
  { "juror", "template", "OUT.csv", N_("Write an empty directory with every column."), juror_template },
  { "juror", "list", "", N_("List the jurors."), juror_list },
  { NULL },
};
