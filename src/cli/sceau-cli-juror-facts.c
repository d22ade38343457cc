/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is known of one juror: "juror show", and what is added to it or taken away. */

#include <glib/gi18n-lib.h>

#include "sceau-cli-answer.h"
#include "sceau-cli-output.h"
#include "sceau-cli.h"
#include "sceau-cohort-table.h"
#include "sceau-keep-jurors.h"

static void
add_conflicts (JsonBuilder *builder, GPtrArray *conflicts)
{
  json_builder_set_member_name (builder, "conflicts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const SceauJurorConflict *conflict = g_ptr_array_index (conflicts, i);

      json_builder_begin_object (builder);
      sceau_cli_json_integer (builder, "id", conflict->id);
      sceau_cli_json_text (builder, "kind", sceau_conflict_kind_to_id (conflict->kind));
      sceau_cli_json_text (builder, "learner", conflict->learner_number);
      json_builder_set_member_name (builder, "cohort");
      if (conflict->cohort_id != 0)
        json_builder_add_int_value (builder, conflict->cohort_id);
      else
        json_builder_add_null_value (builder);
      sceau_cli_json_text (builder, "note", conflict->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_recognitions (JsonBuilder *builder, GPtrArray *recognitions)
{
  json_builder_set_member_name (builder, "recognitions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < recognitions->len; i++)
    {
      const SceauJurorRecognition *recognition = g_ptr_array_index (recognitions, i);

      json_builder_begin_object (builder);
      sceau_cli_json_integer (builder, "id", recognition->id);
      sceau_cli_json_text (builder, "title", recognition->title);
      sceau_cli_json_text (builder, "reference", recognition->reference);
      sceau_cli_json_date (builder, "start", recognition->start);
      sceau_cli_json_date (builder, "end", recognition->end);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_absences (JsonBuilder *builder, GPtrArray *absences)
{
  json_builder_set_member_name (builder, "away");
  json_builder_begin_array (builder);
  for (guint i = 0; i < absences->len; i++)
    {
      const SceauUnavailability *days = g_ptr_array_index (absences, i);

      json_builder_begin_object (builder);
      sceau_cli_json_integer (builder, "id", days->id);
      sceau_cli_json_date (builder, "from", days->start);
      sceau_cli_json_date (builder, "to", days->end);
      sceau_cli_json_text (builder, "note", days->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const SceauJurorFile *file)
{
  const SceauJuror *juror = file->juror;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sceau_cli_json_integer (builder, "id", juror->id);
  sceau_cli_json_text (builder, "name", juror->name);
  sceau_cli_json_text (builder, "function", juror->function);
  sceau_cli_json_text (builder, "employer", juror->employer);
  sceau_cli_json_boolean (builder, "internal", juror->internal);
  sceau_cli_json_text (builder, "sex", juror->sex == SCEAU_SEX_UNKNOWN ? NULL : sceau_sex_to_id (juror->sex));
  sceau_cli_json_text (builder, "field", juror->field);
  sceau_cli_json_text (builder, "email", juror->email);
  sceau_cli_json_text (builder, "phone", juror->phone);
  sceau_cli_json_text (builder, "address", juror->address);
  sceau_cli_json_date (builder, "mandate_start", juror->mandate_start);
  sceau_cli_json_date (builder, "mandate_end", juror->mandate_end);
  sceau_cli_json_boolean (builder, "retired", juror->retired);
  sceau_cli_json_integer (builder, "sessions", file->sessions);
  add_conflicts (builder, file->conflicts);
  add_recognitions (builder, file->recognitions);
  add_absences (builder, file->unavailabilities);
  json_builder_end_object (builder);
  sceau_cli_json_print (builder);
}

static void
print_text (const SceauJurorFile *file)
{
  const SceauJuror *juror = file->juror;

  sceau_cli_print (_("Juror %d: %s, %s, %s (%s)\n"), (int) juror->id, juror->name, juror->function, juror->employer,
                   juror->internal ? _("internal") : _("external"));
  if (juror->retired)
    sceau_cli_print (_("Retired.\n"));
  for (guint i = 0; i < file->conflicts->len; i++)
    {
      const SceauJurorConflict *conflict = g_ptr_array_index (file->conflicts, i);

      if (conflict->learner_number != NULL)
        sceau_cli_print (_("Conflict %d: %s, learner %s\n"), (int) conflict->id, sceau_conflict_kind_title (conflict->kind),
                         conflict->learner_number);
      else
        sceau_cli_print (_("Conflict %d: %s, a whole cohort\n"), (int) conflict->id, sceau_conflict_kind_title (conflict->kind));
    }
  for (guint i = 0; i < file->recognitions->len; i++)
    {
      const SceauJurorRecognition *recognition = g_ptr_array_index (file->recognitions, i);
      g_autofree char *end = sceau_date_format_iso (recognition->end);

      if (recognition->end == SCEAU_NO_DATE)
        sceau_cli_print (_("Recognition %d: %s\n"), (int) recognition->id, recognition->title);
      else
        sceau_cli_print (_("Recognition %d: %s, until %s\n"), (int) recognition->id, recognition->title, end);
    }
  for (guint i = 0; i < file->unavailabilities->len; i++)
    {
      const SceauUnavailability *days = g_ptr_array_index (file->unavailabilities, i);
      g_autofree char *start = sceau_date_format_iso (days->start);
      g_autofree char *end = sceau_date_format_iso (days->end);

      sceau_cli_print (_("Away %d: from %s to %s\n"), (int) days->id, start, end);
    }
}

static gboolean
parse_juror (SceauCli *cli, const GOptionEntry *entries, gint64 *id)
{
  return sceau_cli_parse (cli, entries, 1, 1) && sceau_cli_read_id (cli, "ID", cli->arguments[0], id);
}

static SceauCliStatus
juror_show (SceauCli *cli)
{
  gint64 id;
  g_autoptr (SceauJurorFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse_juror (cli, NULL, &id))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  file = sceau_load_juror (cli->school, id, &error);
  if (file == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    print_json (file);
  else
    print_text (file);
  return SCEAU_CLI_DONE;
}

/* One handler takes a fact back by its number, another enters it. */
static SceauCliStatus
take_back (SceauCli *cli, const char *option, const char *number, gboolean (*remove) (SceauSchool *, gint64, GError **))
{
  gint64 fact;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_read_id (cli, option, number, &fact))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (!remove (cli->school, fact, &error))
    return sceau_cli_refuse (cli, error);
  return sceau_cli_say_done (cli, "%s", _("Removed.\n"));
}

static SceauCliStatus
finish_fact (SceauCli *cli, gboolean done, gint64 id, const GError *error)
{
  if (!done)
    return sceau_cli_refuse (cli, error);
  sceau_cli_print_faults (cli);
  sceau_cli_print_id (cli, id);
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
juror_conflict (SceauCli *cli)
{
  g_autofree char *kind = NULL, *learner = NULL, *certification = NULL, *cohort = NULL, *note = NULL, *remove = NULL;
  g_autoptr (SceauJurorConflict) conflict = sceau_juror_conflict_new ();
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind },       { "learner", 0, 0, G_OPTION_ARG_STRING, &learner },
    { "certification", 0, 0, G_OPTION_ARG_STRING, &certification },
    { "cohort", 0, 0, G_OPTION_ARG_STRING, &cohort },   { "note", 0, 0, G_OPTION_ARG_STRING, &note },
    { "remove", 0, 0, G_OPTION_ARG_STRING, &remove },   { NULL },
  };
  gboolean done;

  if (!parse_juror (cli, entries, &conflict->juror_id))
    return SCEAU_CLI_USAGE;
  if (remove != NULL)
    return take_back (cli, "--remove", remove, sceau_withdraw_conflict);
  if (!sceau_cli_require (cli, "--kind", kind, NULL)
      || (cohort != NULL && !sceau_cli_require (cli, "--certification", certification, NULL)))
    return SCEAU_CLI_USAGE;
  if (!sceau_conflict_kind_from_id (kind, &conflict->kind))
    return sceau_cli_refuse_text (cli, _("--kind is trainer, tutor, employer, family or personal."));
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  if (cohort != NULL)
    {
      g_autoptr (SceauCohort) found = sceau_cohort_table_find_by_name (cli->school, certification, cohort, &error);

      if (found == NULL)
        return sceau_cli_refuse (cli, error);
      conflict->cohort_id = found->id;
    }
  conflict->learner_number = g_steal_pointer (&learner);
  conflict->note = g_steal_pointer (&note);
  done = sceau_declare_conflict (cli->school, conflict, cli->faults, &error);
  return finish_fact (cli, done, conflict->id, error);
}

static SceauCliStatus
juror_recognition (SceauCli *cli)
{
  g_autofree char *title = NULL, *reference = NULL, *start = NULL, *end = NULL, *remove = NULL;
  g_autoptr (SceauJurorRecognition) recognition = sceau_juror_recognition_new ();
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &title }, { "reference", 0, 0, G_OPTION_ARG_STRING, &reference },
    { "start", 0, 0, G_OPTION_ARG_STRING, &start }, { "end", 0, 0, G_OPTION_ARG_STRING, &end },
    { "remove", 0, 0, G_OPTION_ARG_STRING, &remove }, { NULL },
  };
  gboolean done;

  if (!parse_juror (cli, entries, &recognition->juror_id))
    return SCEAU_CLI_USAGE;
  if (remove != NULL)
    return take_back (cli, "--remove", remove, sceau_remove_recognition);
  if (!sceau_cli_require (cli, "--title", title, NULL))
    return SCEAU_CLI_USAGE;
  if ((start != NULL && !sceau_cli_read_date (cli, "--start", start, &recognition->start))
      || (end != NULL && !sceau_cli_read_date (cli, "--end", end, &recognition->end))
      || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  recognition->title = g_steal_pointer (&title);
  recognition->reference = g_steal_pointer (&reference);
  done = sceau_record_recognition (cli->school, recognition, cli->faults, &error);
  return finish_fact (cli, done, recognition->id, error);
}

static SceauCliStatus
juror_away (SceauCli *cli)
{
  g_autofree char *from = NULL, *to = NULL, *note = NULL, *remove = NULL;
  g_autoptr (SceauUnavailability) days = sceau_unavailability_new ();
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from }, { "to", 0, 0, G_OPTION_ARG_STRING, &to },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note }, { "remove", 0, 0, G_OPTION_ARG_STRING, &remove },
    { NULL },
  };
  gboolean done;

  if (!parse_juror (cli, entries, &days->juror_id))
    return SCEAU_CLI_USAGE;
  if (remove != NULL)
    return take_back (cli, "--remove", remove, sceau_remove_unavailability);
  if (!sceau_cli_require (cli, "--from", from, "--to", to, NULL))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_read_date (cli, "--from", from, &days->start) || !sceau_cli_read_date (cli, "--to", to, &days->end)
      || !sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  days->note = g_steal_pointer (&note);
  done = sceau_record_unavailability (cli->school, days, cli->faults, &error);
  return finish_fact (cli, done, days->id, error);
}

const SceauCliCommand sceau_cli_juror_fact_commands[] = {
  { "juror", "show", "ID", N_("Show a juror: contact, mandate, conflicts, recognitions, absences."), juror_show },
  { "juror", "conflict", "ID --kind K (--learner N | --certification CODE --cohort NAME) [--note T] | ID --remove CONFLICT",
    N_("Declare a conflict of interest: the juror takes no part in these cases; prints its number."), juror_conflict },
  { "juror", "recognition", "ID --title T [--reference R] [--start D] [--end D] | ID --remove RECOGNITION",
    N_("Record a label or membership of a juror; prints its number."), juror_recognition },
  { "juror", "away", "ID --from D --to D [--note T] | ID --remove AWAY", N_("Record days on which a juror cannot sit; prints their number."),
    juror_away },
  { NULL },
};
