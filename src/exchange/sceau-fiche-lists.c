/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-fiche-fields-private.h"
#include "sceau-fiche-parser-private.h"
#include "sceau-statement-splitter.h"

static const xmlNode *
first_item (const xmlNode *fiche, const char *list_name, SceauFaults *faults)
{
  const xmlNode *list = sceau_fiche_child (fiche, list_name, faults);

  return list != NULL ? list->children : NULL;
}

static void
check_block_code (const xmlNode *node, const SceauBlock *block, GHashTable *seen, SceauFaults *faults)
{
  if (block->code == NULL)
    return;
  if (strlen (block->code) > 32 || strpbrk (block->code, " \t\r\n") != NULL)
    sceau_fiche_fault (faults, SCEAU_FAULT_ERROR, node, block->code, _("This is not the code of a block."),
                       _("A code is one word, for instance RNCP41445BC01."));
  if (!g_hash_table_add (seen, g_strdup (block->code)))
    sceau_fiche_fault (faults, SCEAU_FAULT_ERROR, node, block->code, _("Two blocks of this fiche have the same code."),
                       _("Give each block its own code, as on francecompetences.fr."));
}

static SceauBlock *
parse_block (const xmlNode *node, GHashTable *seen, SceauFaults *faults)
{
  SceauBlock *block = sceau_block_new ();

  block->code = sceau_fiche_mandatory (node, "CODE", _("Give the block its code, as on francecompetences.fr."), faults);
  block->title
      = sceau_fiche_mandatory (node, "LIBELLE", _("Give the block its title, as on francecompetences.fr."), faults);
  block->competences_text = sceau_fiche_text (node, "LISTE_COMPETENCES", faults);
  block->modalities_text = sceau_fiche_text (node, "MODALITES_EVALUATION", faults);
  block->prerequisites = sceau_fiche_text (node, "PREREQUIS_VALIDATION_BLOC", faults);
  check_block_code (node, block, seen, faults);
  if (block->competences_text == NULL)
    sceau_fiche_fault (faults, SCEAU_FAULT_WARNING, node, block->code, _("The block lists no competence."),
                       _("Compare with the fiche on francecompetences.fr."));
  g_clear_pointer (&block->competences, g_ptr_array_unref);
  block->competences = sceau_statement_splitter_split (block->competences_text);
  return block;
}

void
sceau_fiche_parse_blocks (const xmlNode *fiche, SceauCertification *self, SceauFaults *faults)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const xmlNode *node = first_item (fiche, "BLOCS_COMPETENCES", faults); node != NULL; node = node->next)
    if (sceau_fiche_is (node, "BLOC_COMPETENCES"))
      g_ptr_array_add (self->blocks, parse_block (node, seen, faults));
}

void
sceau_fiche_parse_routes (const xmlNode *fiche, SceauCertification *self, SceauFaults *faults)
{
  static const char *const names[SCEAU_N_ROUTES] = {
    [SCEAU_ROUTE_INITIAL] = "SI_JURY_FI",
    [SCEAU_ROUTE_APPRENTICESHIP] = "SI_JURY_CA",
    [SCEAU_ROUTE_CONTINUING] = "SI_JURY_FC",
    [SCEAU_ROUTE_PROFESSIONALISATION] = "SI_JURY_CQ",
    [SCEAU_ROUTE_INDIVIDUAL] = "SI_JURY_CL",
    [SCEAU_ROUTE_VAE] = "SI_JURY_VAE",
  };

  for (int i = 0; i < SCEAU_N_ROUTES; i++)
    {
      const xmlNode *node = sceau_fiche_child (fiche, names[i], faults);
      SceauAccessRoute *route;

      if (node == NULL)
        continue;
      route = sceau_access_route_new ((SceauRoute) i);
      route->open = sceau_fiche_boolean (node, "ACTIF", FALSE, faults);
      route->jury_text = sceau_fiche_text (node, "COMPOSITION", faults);
      route->modified = sceau_fiche_date (node, "DATE_DERNIERE_MODIFICATION", faults);
      g_ptr_array_add (self->routes, route);
    }
}

/* Fourteen digits with the key of Luhn; the sites of La Poste are numbered by another rule. */
static gboolean
siret_is_valid (const char *siret)
{
  int luhn = 0, sum = 0;

  if (strlen (siret) != 14 || strspn (siret, "0123456789") != 14)
    return FALSE;
  for (int i = 0; i < 14; i++)
    {
      int digit = siret[i] - '0';
      int doubled = i % 2 == 0 ? 2 * digit : digit;

      sum += digit;
      luhn += doubled > 9 ? doubled - 9 : doubled;
    }
  return luhn % 10 == 0 || (g_str_has_prefix (siret, "356000000") && sum % 5 == 0);
}

static SceauCertifier *
parse_certifier (const xmlNode *node, SceauFaults *faults)
{
  SceauCertifier *certifier = sceau_certifier_new ();
  g_autofree char *state = sceau_fiche_text (node, "ETAT_CERTIFICATEUR", faults);

  certifier->name
      = sceau_fiche_mandatory (node, "NOM_CERTIFICATEUR", _("Name the certifier: it goes on the parchemin."), faults);
  certifier->siret = sceau_fiche_text (node, "SIRET_CERTIFICATEUR", faults);
  certifier->trade_name = sceau_fiche_text (node, "NOM_COMMERCIAL", faults);
  certifier->website = sceau_fiche_text (node, "SITE_INTERNET", faults);
  certifier->active = state == NULL || strcmp (state, "Actif") == 0;
  if (certifier->siret != NULL && !siret_is_valid (certifier->siret))
    sceau_fiche_fault (faults, SCEAU_FAULT_WARNING, sceau_fiche_child (node, "SIRET_CERTIFICATEUR", NULL),
                       certifier->siret, _("This is not a valid SIRET: fourteen digits whose key is right."),
                       _("Look the certifier up in the Sirene directory."));
  return certifier;
}

void
sceau_fiche_parse_certifiers (const xmlNode *fiche, SceauCertification *self, SceauFaults *faults)
{
  for (const xmlNode *node = first_item (fiche, "CERTIFICATEURS", faults); node != NULL; node = node->next)
    if (sceau_fiche_is (node, "CERTIFICATEUR"))
      g_ptr_array_add (self->certifiers, parse_certifier (node, faults));
  if (self->certifiers->len == 0)
    sceau_fiche_fault (faults, SCEAU_FAULT_WARNING, fiche, NULL, _("The fiche names no certifier."),
                       _("Compare with the fiche on francecompetences.fr."));
}

static void
parse_code_list (const xmlNode *fiche, const char *list_name, const char *name, const char *pattern, GPtrArray *codes,
                 SceauFaults *faults)
{
  for (const xmlNode *node = first_item (fiche, list_name, faults); node != NULL; node = node->next)
    {
      g_autofree char *code = NULL;
      g_autofree char *label = NULL;

      if (!sceau_fiche_is (node, name))
        continue;
      code = sceau_fiche_mandatory (node, "CODE", _("Compare with the fiche on francecompetences.fr."), faults);
      label = sceau_fiche_text (node, "LIBELLE", faults);
      if (code == NULL)
        continue;
      if (!g_regex_match_simple (pattern, code, 0, 0))
        sceau_fiche_fault (faults, SCEAU_FAULT_WARNING, node, code,
                           _("The code does not look like one of this nomenclature."),
                           _("Compare with the fiche on francecompetences.fr."));
      g_ptr_array_add (codes, sceau_code_new (code, label));
    }
}

void
sceau_fiche_parse_codes (const xmlNode *fiche, SceauCertification *self, SceauFaults *faults)
{
  parse_code_list (fiche, "CODES_NSF", "NSF", "^[0-9]{3}[a-z]?$", self->nsf, faults);
  parse_code_list (fiche, "CODES_ROME", "ROME", "^[A-Z][0-9]{4}$", self->rome, faults);
  parse_code_list (fiche, "FORMACODES", "FORMACODE", "^[0-9]{5}$", self->formacodes, faults);
}

static SceauPublishedStatistics *
parse_statistics_row (const xmlNode *node, SceauFaults *faults)
{
  int year = sceau_fiche_integer (node, "ANNEE", 1970, 2100, -1, faults);
  SceauPublishedStatistics *row = sceau_published_statistics_new (year);

  row->certified = sceau_fiche_integer (node, "NOMBRE_CERTIFIES", 0, 1000000, -1, faults);
  row->certified_vae = sceau_fiche_integer (node, "NOMBRE_CERTIFIES_VAE", 0, 1000000, -1, faults);
  row->global_6m = sceau_fiche_integer (node, "TAUX_INSERTION_GLOBAL_6MOIS", 0, 100, -1, faults);
  row->target_6m = sceau_fiche_integer (node, "TAUX_INSERTION_METIER_6MOIS", 0, 100, -1, faults);
  row->target_24m = sceau_fiche_integer (node, "TAUX_INSERTION_METIER_2ANS", 0, 100, -1, faults);
  if (row->certified_vae > row->certified)
    {
      g_autofree char *value = g_strdup_printf ("%d", row->certified_vae);

      sceau_fiche_fault (faults, SCEAU_FAULT_WARNING, node, value,
                         _("More people are certified by VAE than are certified at all."),
                         _("Compare with the fiche on francecompetences.fr."));
    }
  return row;
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const SceauPublishedStatistics *left = *(SceauPublishedStatistics *const *) a;
  const SceauPublishedStatistics *right = *(SceauPublishedStatistics *const *) b;

  return right->year - left->year;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static gboolean
has_year (GPtrArray *statistics, int year)
{
  for (guint i = 0; i < statistics->len; i++)
    if (((SceauPublishedStatistics *) g_ptr_array_index (statistics, i))->year == year)
      return TRUE;
  return FALSE;
}

static void
add_statistics_row (SceauCertification *self, const xmlNode *node, SceauFaults *faults)
{
  SceauPublishedStatistics *row = parse_statistics_row (node, faults);

  if (row->year >= 0 && !has_year (self->statistics, row->year))
    {
      g_ptr_array_add (self->statistics, row);
      return;
    }
  sceau_fiche_fault (faults, SCEAU_FAULT_WARNING, node, NULL,
                     row->year < 0 ? _("The row of the statistics has no year and is left out.")
                                   : _("The statistics give this year twice; the second row is left out."),
                     _("Compare with the fiche on francecompetences.fr."));
  g_free (row);
}

static void
add_eligible_year (SceauCertification *self, const xmlNode *node, SceauFaults *faults)
{
  g_autofree char *text = sceau_fiche_node_text (node);
  gint64 year = 0;

  if (text != NULL && g_ascii_string_to_signed (text, 10, 1970, 2100, &year, NULL))
    {
      int value = (int) year;

      g_array_append_val (self->eligible_years, value);
    }
  else
    sceau_fiche_fault (faults, SCEAU_FAULT_WARNING, node, text, _("This is not a year; it is left out."),
                       _("Write it with four digits, for instance 2025."));
}

void
sceau_fiche_parse_statistics (const xmlNode *fiche, SceauCertification *self, SceauFaults *faults)
{
  for (const xmlNode *node = first_item (fiche, "STATISTIQUES_PROMOTIONS", faults); node != NULL; node = node->next)
    if (sceau_fiche_is (node, "STATISTIQUES_PROMOTION"))
      add_statistics_row (self, node, faults);
  g_ptr_array_sort (self->statistics, compare_latest_first);

  for (const xmlNode *node = first_item (fiche, "ANNEES_PROMOTIONS_NIVEAU", faults); node != NULL; node = node->next)
    if (sceau_fiche_is (node, "ANNEE"))
      add_eligible_year (self, node, faults);
  g_array_sort (self->eligible_years, compare_years);
}
