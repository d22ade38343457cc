/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli-answer.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

#include "sceau-cli-output.h"

static void
print_done_json (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sceau_cli_json_boolean (builder, "done", TRUE);
  json_builder_end_object (builder);
  sceau_cli_json_print (builder);
}

static void
print_written_json (const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sceau_cli_json_text (builder, "written", path);
  json_builder_end_object (builder);
  sceau_cli_json_print (builder);
}

static void
print_paths_json (GPtrArray *paths)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < paths->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (paths, i));
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static void
print_sentence (const char *format, va_list arguments)
{
  g_autofree char *sentence = g_strdup_vprintf (format, arguments);

  sceau_cli_print ("%s", sentence);
}

SceauCliStatus
sceau_cli_say_done (SceauCli *cli, const char *format, ...)
{
  va_list arguments;

  sceau_cli_print_faults (cli);
  va_start (arguments, format);
  if (cli->json)
    print_done_json ();
  else
    print_sentence (format, arguments);
  va_end (arguments);
  return SCEAU_CLI_DONE;
}

SceauCliStatus
sceau_cli_say_written (SceauCli *cli, const char *path, const char *format, ...)
{
  va_list arguments;

  sceau_cli_print_faults (cli);
  va_start (arguments, format);
  if (cli->json)
    print_written_json (path);
  else
    print_sentence (format, arguments);
  va_end (arguments);
  return SCEAU_CLI_DONE;
}

SceauCliStatus
sceau_cli_say_path (SceauCli *cli, const char *path)
{
  /* Translators: a file or a folder. */
  return sceau_cli_say_written (cli, path, _("Written to %s.\n"), path);
}

SceauCliStatus
sceau_cli_say_paths (SceauCli *cli, GPtrArray *paths)
{
  sceau_cli_print_faults (cli);
  if (cli->json)
    print_paths_json (paths);
  for (guint i = 0; !cli->json && i < paths->len; i++)
    sceau_cli_print ("%s\n", (const char *) g_ptr_array_index (paths, i));
  return SCEAU_CLI_DONE;
}

SceauCliStatus
sceau_cli_finish (SceauCli *cli, gboolean done, const char *sentence, const GError *error)
{
  return done ? sceau_cli_say_done (cli, "%s\n", sentence) : sceau_cli_refuse (cli, error);
}
