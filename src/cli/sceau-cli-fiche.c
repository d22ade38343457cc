/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli.h"
#include "sceau-cli-answer.h"
#include "sceau-cli-fiche-json.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>

#include "sceau-certification-table.h"
#include "sceau-import-fiche.h"
#include "sceau-plan-json.h"
#include "sceau-plan-table.h"

static const char *
fate_to_id (SceauFicheFate fate)
{
  static const char *const ids[] = { "added", "updated", "unchanged" };

  return ids[fate];
}

static const char *
fate_title (SceauFicheFate fate, gboolean dry_run)
{
  switch (fate)
    {
    case SCEAU_FICHE_ADDED:
      return dry_run ? _("would be added") : _("added");
    case SCEAU_FICHE_UPDATED:
      return dry_run ? _("would be updated") : _("updated");
    case SCEAU_FICHE_UNCHANGED:
    default:
      return _("unchanged");
    }
}

static void
print_imported_json (GPtrArray *fiches, gboolean dry_run)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sceau_cli_json_boolean (builder, "dry_run", dry_run);
  json_builder_set_member_name (builder, "fiches");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fiches->len; i++)
    {
      const SceauImportedFiche *fiche = g_ptr_array_index (fiches, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "code", fiche->code);
      sceau_cli_json_text (builder, "title", fiche->title);
      sceau_cli_json_text (builder, "fate", fate_to_id (fiche->fate));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sceau_cli_json_print (builder);
}

static void
print_imported (GPtrArray *fiches, gboolean dry_run)
{
  g_autoptr (SceauCliTable) table = sceau_cli_table_new (_("Code"), _("Fate"), _("Title"), NULL);

  for (guint i = 0; i < fiches->len; i++)
    {
      const SceauImportedFiche *fiche = g_ptr_array_index (fiches, i);

      sceau_cli_table_add (table, fiche->code, fate_title (fiche->fate, dry_run), fiche->title, NULL);
    }
  sceau_cli_table_print (table);
}

static SceauCliStatus
fiche_import (SceauCli *cli)
{
  g_auto (GStrv) codes = NULL;
  gboolean dry_run = FALSE;
  g_autoptr (GPtrArray) fiches = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "code", 0, 0, G_OPTION_ARG_STRING_ARRAY, &codes },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, 1))
    return SCEAU_CLI_USAGE;
  /* A dry run writes too, and rolls back. */
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_WRITE))
    return SCEAU_CLI_REFUSED;
  fiches = sceau_import_fiche (cli->school, cli->arguments[0], (const char *const *) codes, dry_run, cli->faults, NULL,
                               NULL, &error);
  if (fiches == NULL)
    return sceau_cli_refuse (cli, error);

  sceau_cli_print_faults (cli);
  if (cli->json)
    print_imported_json (fiches, dry_run);
  else
    print_imported (fiches, dry_run);
  return SCEAU_CLI_DONE;
}

static void
print_list_json (GPtrArray *certifications)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < certifications->len; i++)
    {
      const SceauCertification *certification = g_ptr_array_index (certifications, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "code", certification->code);
      sceau_cli_json_text (builder, "title", certification->title);
      sceau_cli_json_text (builder, "register", sceau_register_to_id (certification->register_kind));
      sceau_cli_json_figure (builder, "level", certification->level > 0 ? certification->level : -1);
      sceau_cli_json_date (builder, "decision_date", certification->decision_date);
      sceau_cli_json_date (builder, "registration_end", certification->registration_end);
      sceau_cli_json_date (builder, "last_delivery", certification->last_delivery);
      sceau_cli_json_boolean (builder, "active", certification->active);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sceau_cli_json_print (builder);
}

static SceauCliStatus
fiche_list (SceauCli *cli)
{
  const SceauCertificationQuery everything = { 0 };
  g_autoptr (GPtrArray) certifications = NULL;
  g_autoptr (SceauCliTable) table = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 0, 0))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  certifications = sceau_certification_table_list (cli->school, &everything, &error);
  if (certifications == NULL)
    return sceau_cli_refuse (cli, error);
  if (cli->json)
    {
      print_list_json (certifications);
      return SCEAU_CLI_DONE;
    }

  table = sceau_cli_table_new (_("Code"), _("Level"), _("Registered until"), _("Title"), NULL);
  for (guint i = 0; i < certifications->len; i++)
    {
      const SceauCertification *certification = g_ptr_array_index (certifications, i);
      g_autofree char *level
        = certification->level > 0 ? g_strdup_printf ("%d", certification->level) : g_strdup ("–");
      g_autofree char *end = sceau_date_format_iso (certification->registration_end);

      sceau_cli_table_add (table, certification->code, level, end, certification->title, NULL);
    }
  sceau_cli_table_print (table);
  return SCEAU_CLI_DONE;
}

static void
print_fiche (const SceauCertification *certification, const SceauPlan *plan)
{
  g_autofree char *decided = sceau_date_format_iso (certification->decision_date);
  g_autofree char *end = sceau_date_format_iso (certification->registration_end);
  g_autofree char *delivery = sceau_date_format_iso (certification->last_delivery);

  sceau_cli_print ("%s – %s\n", certification->code, certification->title);
  if (certification->level > 0)
    sceau_cli_print (_("Level %d\n"), certification->level);
  sceau_cli_print (_("Decision: %s; registered until: %s; last delivery: %s\n"), decided, end, delivery);
  for (guint i = 0; i < certification->certifiers->len; i++)
    {
      const SceauCertifier *certifier = g_ptr_array_index (certification->certifiers, i);

      sceau_cli_print (_("Certifier: %s (SIRET %s)\n"), certifier->name,
                       certifier->siret != NULL ? certifier->siret : "–");
    }
  for (guint i = 0; i < certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (certification->blocks, i);
      g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (plan, block->code);

      sceau_cli_print ("\n%s – %s\n", block->code, block->title);
      sceau_cli_print (ngettext ("  %u competence\n", "  %u competences\n", block->competences->len),
                       block->competences->len);
      for (guint j = 0; j < modalities->len; j++)
        {
          const SceauModality *modality = g_ptr_array_index (modalities, j);

          sceau_cli_print (_("  %s  %s: %s\n"), modality->code, sceau_modality_type_title (modality->type),
                           modality->title);
        }
    }
  sceau_cli_print ("\n");
  for (guint i = 0; i < certification->routes->len; i++)
    {
      const SceauAccessRoute *route = g_ptr_array_index (certification->routes, i);

      sceau_cli_print (_("%s: %s\n"), sceau_route_title (route->route), route->open ? _("Yes") : _("No"));
    }
}

static SceauCliStatus
fiche_show (SceauCli *cli)
{
  g_autoptr (SceauCertification) certification = NULL;
  g_autoptr (SceauPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 1, 1))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  certification = sceau_certification_table_find (cli->school, cli->arguments[0], &error);
  if (certification == NULL)
    return sceau_cli_refuse (cli, error);
  if (sceau_plan_table_exists (cli->school, certification->code))
    plan = sceau_plan_table_find (cli->school, certification->code, &error);
  else
    plan = sceau_plan_new (certification->code);
  if (plan == NULL)
    return sceau_cli_refuse (cli, error);

  if (cli->json)
    sceau_cli_print_fiche_json (certification, plan);
  else
    print_fiche (certification, plan);
  return SCEAU_CLI_DONE;
}

static SceauCliStatus
fiche_plan (SceauCli *cli)
{
  g_autofree char *import = NULL, *export = NULL, *text = NULL;
  g_autoptr (SceauPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &import },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &export },
    { NULL },
  };

  if (!sceau_cli_parse (cli, entries, 1, 1))
    return SCEAU_CLI_USAGE;
  if (import != NULL && export != NULL)
    {
      sceau_cli_print_error (_("sceau-cli: --import and --export exclude each other.\n"));
      return SCEAU_CLI_USAGE;
    }
  if (!sceau_cli_open (cli, import != NULL ? SCEAU_SCHOOL_READ_WRITE : SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (import != NULL && !sceau_import_plan (cli->school, cli->arguments[0], import, cli->faults, &error))
    return sceau_cli_refuse (cli, error);
  if (export != NULL && !sceau_export_plan (cli->school, cli->arguments[0], export, &error))
    return sceau_cli_refuse (cli, error);
  if (import != NULL)
    return sceau_cli_say_done (cli, _("The evaluation plan of %s is replaced.\n"), cli->arguments[0]);
  if (export != NULL)
    return sceau_cli_say_written (cli, export, _("The evaluation plan of %s is in %s.\n"), cli->arguments[0], export);

  plan = sceau_plan_table_find (cli->school, cli->arguments[0], &error);
  if (plan == NULL)
    return sceau_cli_refuse (cli, error);
  text = sceau_plan_json_write (plan);
  sceau_cli_print ("%s", text);
  return SCEAU_CLI_DONE;
}

const SceauCliCommand sceau_cli_fiche_commands[] = {
  { "fiche", "import", "FILE.xml [--code CODE]… [--dry-run]",
    N_("Import official fiches (France compétences, XML V4.1)."), fiche_import },
  { "fiche", "list", "", N_("List the certifications of the school."), fiche_list },
  { "fiche", "show", "CODE", N_("Show a certification: blocks, competences, modalities, routes."), fiche_show },
  { "fiche", "plan", "CODE [--import PLAN.json | --export PLAN.json]",
    N_("Show, replace or export the evaluation plan of a certification."), fiche_plan },
  { NULL },
};
