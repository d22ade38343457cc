/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

#include "sceau-config.h"
#include "sceau-text.h"

static const SceauCliCommand *const command_tables[] = {
  sceau_cli_demo_commands,       sceau_cli_school_commands,      sceau_cli_house_style_commands,
  sceau_cli_signatory_commands,  sceau_cli_layout_commands,      sceau_cli_fiche_commands,
  sceau_cli_cohort_commands,     sceau_cli_learner_commands,     sceau_cli_result_commands,
  sceau_cli_juror_commands,      sceau_cli_juror_fact_commands,  sceau_cli_jury_commands,
  sceau_cli_jury_course_commands, sceau_cli_jury_sequel_commands, sceau_cli_jury_files_commands,
  sceau_cli_certificate_commands, sceau_cli_register_commands, sceau_cli_proof_commands, sceau_cli_verify_commands, sceau_cli_enrolment_commands,
  sceau_cli_sheet_commands,
  sceau_cli_statistics_commands, sceau_cli_journal_commands, sceau_cli_key_commands,
};

static char *
command_synopsis (const SceauCliCommand *command)
{
  return g_strjoin (" ", command->noun, command->verb != NULL ? command->verb : command->usage,
                    command->verb != NULL && *command->usage != '\0' ? command->usage : NULL, NULL);
}

static void
print_help (const char *noun)
{
  sceau_cli_print ("%s\n", _("Usage: sceau-cli [--school FILE] [--json] NOUN VERB …"));
  sceau_cli_print ("%s\n\n", _("The school can also come from the variable SCEAU_SCHOOL. Dates are written 2026-11-22."));
  sceau_cli_print ("%s\n\n", _("With --json every verb answers in JSON: what it lists or shows; {\"written\": PATH} for a file, the list of the paths "
                               "for several; {\"id\": N} or {\"done\": true} for a change."));
  for (guint i = 0; i < G_N_ELEMENTS (command_tables); i++)
    for (const SceauCliCommand *command = command_tables[i]; command->noun != NULL; command++)
      {
        g_autofree char *synopsis = command_synopsis (command);

        if (noun == NULL || g_str_equal (noun, command->noun))
          sceau_cli_print ("  %s\n      %s\n", synopsis, _(command->help));
      }
}

static void
print_usage_error (SceauCli *cli, const char *sentence)
{
  sceau_cli_print_error (_("sceau-cli: %s\n"), sentence);
  if (cli->command != NULL)
    {
      g_autofree char *synopsis = command_synopsis (cli->command);

      sceau_cli_print_error (_("Usage: sceau-cli [--school FILE] %s\n"), synopsis);
    }
  else
    {
      sceau_cli_print_error ("%s\n", _("“sceau-cli --help” lists the commands."));
    }
}

static void
drop_first (char **words)
{
  g_free (words[0]);
  memmove (words, words + 1, sizeof (char *) * (g_strv_length (words + 1) + 1));
}

/* (transfer full): GLib says that a conversion failed, and neither of what nor why. */
static char *
explain_parse_error (char **words, const GError *error)
{
  for (guint i = 0; error->domain == G_CONVERT_ERROR && words[i] != NULL; i++)
    {
      g_autofree char *text = g_locale_to_utf8 (words[i], -1, NULL, NULL, NULL);
      g_autofree char *shown = text == NULL ? sceau_text_show (words[i]) : NULL;

      if (shown != NULL)
        return g_strdup_printf (_("“%s” holds bytes that are no letters in the encoding of this terminal: type it again, in UTF-8."), shown);
    }
  return g_strdup (error->message);
}

gboolean
sceau_cli_parse (SceauCli *cli, const GOptionEntry *entries, int minimum, int maximum)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  int count;

  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse_strv (context, &cli->arguments, &error))
    {
      g_autofree char *sentence = explain_parse_error (cli->arguments, error);

      print_usage_error (cli, sentence);
      return FALSE;
    }
  /* The first word stands for the program's name, as GOption wants it. */
  drop_first (cli->arguments);
  if (g_strcmp0 (cli->arguments[0], "--") == 0)
    drop_first (cli->arguments);
  count = (int) g_strv_length (cli->arguments);
  if (count < minimum)
    print_usage_error (cli, _("a word is missing after the command."));
  else if (maximum >= 0 && count > maximum)
    {
      g_autofree char *shown = sceau_text_show (cli->arguments[maximum]);
      g_autofree char *sentence = g_strdup_printf (_("“%s” is one word too many."), shown);

      print_usage_error (cli, sentence);
    }
  return count >= minimum && (maximum < 0 || count <= maximum);
}

gboolean
sceau_cli_require (SceauCli *cli, const char *option, const char *value, ...)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *sentence = NULL;
  va_list arguments;
  guint n;

  va_start (arguments, value);
  while (option != NULL)
    {
      if (value == NULL)
        g_ptr_array_add (missing, (gpointer) option);
      option = va_arg (arguments, const char *);
      if (option != NULL)
        value = va_arg (arguments, const char *);
    }
  va_end (arguments);
  if (missing->len == 0)
    return TRUE;

  n = missing->len;
  g_ptr_array_add (missing, NULL);
  list = g_strjoinv (", ", (char **) missing->pdata);
  sentence = g_strdup_printf (ngettext ("%s must be given.", "%s must be given.", n), list);
  print_usage_error (cli, sentence);
  return FALSE;
}

gboolean
sceau_cli_open (SceauCli *cli, SceauSchoolMode mode)
{
  g_autoptr (GError) error = NULL;

  if (cli->school_path == NULL)
    {
      sceau_cli_print_error (_("sceau-cli: %s\n"), _("No school is named: give --school FILE, or set SCEAU_SCHOOL."));
      return FALSE;
    }
  cli->school = sceau_school_open (cli->school_path, mode, &error);
  if (cli->school == NULL)
    sceau_cli_print_error (_("sceau-cli: %s\n"), error->message);
  return cli->school != NULL;
}

void
sceau_cli_print_faults (SceauCli *cli)
{
  for (guint i = 0; i < sceau_faults_length (cli->faults); i++)
    {
      const SceauFault *fault = sceau_faults_get (cli->faults, i);
      g_autofree char *text = sceau_fault_to_string (fault);

      sceau_cli_print_error (fault->severity == SCEAU_FAULT_WARNING ? _("warning: %s\n") : _("error: %s\n"), text);
    }
}

SceauCliStatus
sceau_cli_refuse (SceauCli *cli, const GError *error)
{
  sceau_cli_print_faults (cli);
  if (error != NULL)
    sceau_cli_print_error (_("sceau-cli: %s\n"), error->message);
  return SCEAU_CLI_REFUSED;
}

SceauCliStatus
sceau_cli_refuse_text (SceauCli *cli, const char *sentence)
{
  sceau_cli_print_faults (cli);
  sceau_cli_print_error (_("sceau-cli: %s\n"), sentence);
  return SCEAU_CLI_REFUSED;
}

void
sceau_cli_print_id (SceauCli *cli, gint64 id)
{
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      sceau_cli_json_integer (builder, "id", id);
      json_builder_end_object (builder);
      sceau_cli_json_print (builder);
    }
  else
    {
      sceau_cli_print ("%" G_GINT64_FORMAT "\n", id);
    }
}

gboolean
sceau_cli_read_date (SceauCli *cli, const char *option, const char *text, SceauDate *date)
{
  g_autofree char *shown = NULL;

  if (sceau_date_parse_iso (text, date))
    return TRUE;
  shown = sceau_text_show (text);
  sceau_cli_print_error (_("sceau-cli: %s “%s” is not a day of the calendar; write it as 2026-11-22.\n"), option, shown);
  return FALSE;
}

gboolean
sceau_cli_read_number (SceauCli *cli, const char *option, const char *text, gint64 *number)
{
  g_autofree char *shown = NULL;

  if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, number, NULL))
    return TRUE;
  shown = sceau_text_show (text);
  sceau_cli_print_error (_("sceau-cli: %s “%s” is not a whole number.\n"), option, shown);
  return FALSE;
}

/* 0 stands for "none" inside, and would be taken for that. */
gboolean
sceau_cli_read_id (SceauCli *cli, const char *option, const char *text, gint64 *id)
{
  g_autofree char *shown = NULL;

  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT32, id, NULL))
    return TRUE;
  shown = sceau_text_show (text);
  sceau_cli_print_error (_("sceau-cli: %s “%s” is not a number that a list of this school gives: they begin at 1.\n"), option, shown);
  return FALSE;
}

static GArray *
read_list (SceauCli *cli, const char *option, const char *text, gboolean (*read) (SceauCli *, const char *, const char *, gint64 *))
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (char **word = words; *word != NULL; word++)
    {
      gint64 number;

      if (!read (cli, option, g_strstrip (*word), &number))
        return NULL;
      g_array_append_val (numbers, number);
    }
  return g_steal_pointer (&numbers);
}

GArray *
sceau_cli_read_numbers (SceauCli *cli, const char *option, const char *text)
{
  return read_list (cli, option, text, sceau_cli_read_number);
}

GArray *
sceau_cli_read_ids (SceauCli *cli, const char *option, const char *text)
{
  return read_list (cli, option, text, sceau_cli_read_id);
}

static const SceauCliCommand *
find_command (const char *noun, const char *verb, gboolean *noun_known)
{
  *noun_known = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (command_tables); i++)
    for (const SceauCliCommand *command = command_tables[i]; command->noun != NULL; command++)
      if (g_str_equal (command->noun, noun))
        {
          *noun_known = TRUE;
          if (command->verb == NULL || g_strcmp0 (command->verb, verb) == 0)
            return command;
        }
  return NULL;
}

static void
set_school_path (SceauCli *cli, const char *path)
{
  g_free (cli->school_path);
  cli->school_path = g_strdup (path);
}

/* Takes "--name VALUE", "--name=VALUE" and "--name" out of @words wherever they stand before "--". */
static gboolean
take_global_options (SceauCli *cli, char **words, GStrvBuilder *rest, gboolean *help, gboolean *version)
{
  gboolean literal = FALSE;

  for (char **word = words; *word != NULL; word++)
    {
      literal = literal || g_str_equal (*word, "--");
      if (literal)
        g_strv_builder_add (rest, *word);
      else if (g_str_equal (*word, "--json"))
        cli->json = TRUE;
      else if (g_str_equal (*word, "--help") || g_str_equal (*word, "-h"))
        *help = TRUE;
      else if (g_str_equal (*word, "--version"))
        *version = TRUE;
      else if (g_str_has_prefix (*word, "--school="))
        set_school_path (cli, *word + strlen ("--school="));
      else if (g_str_equal (*word, "--school"))
        {
          if (*++word == NULL)
            return FALSE;
          set_school_path (cli, *word);
        }
      else
        g_strv_builder_add (rest, *word);
    }
  return TRUE;
}

static int
run_command (SceauCli *cli, char **words)
{
  gboolean noun_known;

  cli->command = find_command (words[0], words[1], &noun_known);
  if (cli->command == NULL)
    {
      g_autofree char *noun = sceau_text_show (words[0]);
      g_autofree char *verb = words[1] != NULL ? sceau_text_show (words[1]) : NULL;
      g_autofree char *sentence = noun_known && verb == NULL ? g_strdup_printf (_("“%s” needs a verb."), noun)
                                  : noun_known               ? g_strdup_printf (_("“%s %s” is not a command."), noun, verb)
                                                             : g_strdup_printf (_("“%s” is not a command."), noun);

      print_usage_error (cli, sentence);
      return SCEAU_CLI_USAGE;
    }
  /* The last word of the command stays in front: GOption takes it for the program's name. */
  cli->arguments = g_strdupv (words + (cli->command->verb != NULL ? 1 : 0));
  return cli->command->run (cli);
}

int
sceau_cli_main (char **arguments)
{
  SceauCli cli = { .faults = sceau_faults_new (), .school_path = g_strdup (g_getenv ("SCEAU_SCHOOL")) };
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  gboolean help = FALSE, version = FALSE;
  int status = SCEAU_CLI_DONE;

  if (!take_global_options (&cli, arguments + 1, rest, &help, &version))
    {
      print_usage_error (&cli, _("--school must be followed by a file."));
      status = SCEAU_CLI_USAGE;
    }
  words = g_strv_builder_end (rest);
  if (status != SCEAU_CLI_DONE)
    ;
  else if (version)
    sceau_cli_print ("sceau-cli %s\n", SCEAU_VERSION);
  else if (help)
    print_help (words[0]);
  else if (words[0] == NULL)
    {
      print_usage_error (&cli, _("a noun and a verb must be given."));
      status = SCEAU_CLI_USAGE;
    }
  else
    status = run_command (&cli, words);

  g_clear_pointer (&cli.school, sceau_school_close);
  g_clear_pointer (&cli.arguments, g_strfreev);
  sceau_faults_free (cli.faults);
  g_free (cli.school_path);
  if (!sceau_cli_end_output () && status == SCEAU_CLI_DONE)
    status = SCEAU_CLI_REFUSED;
  return status;
}
