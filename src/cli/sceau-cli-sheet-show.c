/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli-sheet-show.h"

#include <glib/gi18n-lib.h>

#include "sceau-cli-result.h"
#include "sceau-moment.h"

void
sceau_cli_print_sheets_json (GPtrArray *sheets)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < sheets->len; i++)
    {
      const SceauMarkSheet *sheet = g_ptr_array_index (sheets, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "modality", sheet->modality_code);
      sceau_cli_json_integer (builder, "attempt", sheet->attempt);
      sceau_cli_json_text (builder, "state", sceau_sheet_state_to_id (sheet->state));
      sceau_cli_json_integer (builder, "expected", sheet->expected);
      sceau_cli_json_integer (builder, "entered", sheet->entered);
      sceau_cli_json_integer (builder, "frozen", sheet->frozen);
      sceau_cli_json_text (builder, "examiner", sheet->examiner);
      sceau_cli_json_date (builder, "date", sheet->date);
      sceau_cli_json_text (builder, "submitted_by", sheet->submitted_by);
      sceau_cli_json_text (builder, "submitted_at", sheet->submitted_at);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

void
sceau_cli_print_missing (SceauCli *cli, GPtrArray *missing)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (SceauCliTable) table = sceau_cli_table_new (_("Modality"), _("Attempt"), _("Learner"), _("Name"), NULL);

  json_builder_begin_array (builder);
  for (guint i = 0; i < missing->len; i++)
    {
      const SceauMissingMark *mark = g_ptr_array_index (missing, i);
      g_autofree char *attempt = g_strdup_printf ("%d", mark->attempt);

      sceau_cli_table_add (table, mark->modality_code, attempt, mark->learner_number, mark->learner_name, NULL);
      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "modality", mark->modality_code);
      sceau_cli_json_integer (builder, "attempt", mark->attempt);
      sceau_cli_json_text (builder, "learner", mark->learner_number);
      sceau_cli_json_text (builder, "name", mark->learner_name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cli->json)
    sceau_cli_json_print (builder);
  else
    sceau_cli_table_print (table);
}

void
sceau_cli_print_differences (SceauCli *cli, GPtrArray *differences, SceauScale scale)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (SceauCliTable) table = sceau_cli_table_new (_("Learner"), _("Name"), _("First entry"), _("Second entry"), NULL);

  json_builder_begin_array (builder);
  for (guint i = 0; i < differences->len; i++)
    {
      const SceauEntryDifference *one = g_ptr_array_index (differences, i);
      g_autofree char *first = sceau_mark_to_text (one->first, scale);
      g_autofree char *second = sceau_mark_to_text (one->second, scale);

      sceau_cli_table_add (table, one->learner_number, one->learner_name, first, second, NULL);
      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "learner", one->learner_number);
      sceau_cli_json_text (builder, "name", one->learner_name);
      sceau_cli_json_text (builder, "first", first);
      sceau_cli_json_text (builder, "second", second);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cli->json)
    sceau_cli_json_print (builder);
  else
    sceau_cli_table_print (table);
}

void
sceau_cli_print_history (SceauCli *cli, GPtrArray *versions, SceauScale scale)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (SceauCliTable) table = sceau_cli_table_new (_("When"), _("Who"), _("Mark"), _("Evaluated on"), _("Examiner"), _("Comment"), NULL);

  json_builder_begin_array (builder);
  for (guint i = 0; i < versions->len; i++)
    {
      const SceauResultVersion *version = g_ptr_array_index (versions, i);
      g_autofree char *mark = sceau_mark_to_text (version->result->mark, scale);
      g_autofree char *when = sceau_moment_format (version->at, SCEAU_MOMENT_SECOND);
      g_autofree char *evaluated = sceau_date_format_iso (version->result->date);

      sceau_cli_table_add (table, when != NULL ? when : "–", version->who != NULL ? version->who : "–", mark,
                           *evaluated != '\0' ? evaluated : "–",
                           version->result->examiner != NULL ? version->result->examiner : "–",
                           version->result->comment != NULL ? version->result->comment : "–", NULL);
      json_builder_begin_object (builder);
      sceau_cli_json_result (builder, version->result);
      sceau_cli_json_integer (builder, "entry", version->entry);
      sceau_cli_json_text (builder, "at", version->at);
      sceau_cli_json_text (builder, "who", version->who);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cli->json)
    sceau_cli_json_print (builder);
  else
    sceau_cli_table_print (table);
}
