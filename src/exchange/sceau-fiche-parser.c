/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-fiche-parser-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-fiche-fields-private.h"
#include "sceau-text.h"

/* Every element that the flow V4.1 is known to hold below FICHE, the unused ones included. */
static const char *const known_elements[] = {
  "ABREGE", "ACCESSIBLE_NOUVELLE_CALEDONIE", "ACCESSIBLE_POLYNESIE_FRANCAISE", "ACTIF", "ACTIVITES_VISEES",
  "ANCIENNES_CERTIFICATIONS", "ANCIENNE_CERTIFICATION", "ANNEE", "ANNEES_PROMOTIONS_NIVEAU", "BLOCS_COMPETENCES",
  "BLOC_COMPETENCES", "CAPACITES_ATTESTEES", "CCN_1", "CCN_2", "CCN_3", "CERTIFICATEUR", "CERTIFICATEURS", "CODE",
  "CODES_IDCC", "CODES_NSF", "CODES_ROME", "COMPOSITION", "CORRESPONDANCE", "CORRESPONDANCES", "DATE_ACTIF",
  "DATE_DECISION", "DATE_DERNIERE_MODIFICATION", "DATE_DERNIERE_MODIFICATION_ETAT", "DATE_DERNIER_JO",
  "DATE_DE_PUBLICATION", "DATE_EFFET", "DATE_FIN_ENREGISTREMENT", "DATE_LIMITE_DELIVRANCE", "DATE_PUBLICATION_JO",
  "DESTINATION", "DUREE_ENREGISTREMENT", "DUREE_VALIDITE", "ETAT_CERTIFICATEUR", "ETAT_FICHE", "ETAT_HABILITATION",
  "EXISTENCE_PARTENAIRES", "FICHE", "FORMACODE", "FORMACODES", "HABILITATION_PARTENAIRE", "IDCC", "ID_FICHE",
  "ID_FICHE_ANCIENNE_CERTIFICATION", "ID_FICHE_NOUVELLE_CERTIFICATION", "INTITULE", "LIBELLE", "LIEN_URL_DESCRIPTION",
  "LISTE_COMPETENCES", "MODALITES_EVALUATION", "MODALITES_RENOUVELLEMENT", "NIVEAU", "NIVEAU_MAITRISE_COMPETENCES",
  "NOMBRE_CERTIFIES", "NOMBRE_CERTIFIES_VAE", "NOMENCLATURE_EUROPE", "NOM_CERTIFICATEUR", "NOM_COMMERCIAL",
  "NOM_PARTENAIRE", "NOUVELLES_CERTIFICATIONS", "NOUVELLE_CERTIFICATION", "NSF", "NUMERO", "NUMERO_FICHE",
  "OBJECTIFS_CONTEXTE", "PARTENAIRE", "PARTENAIRES", "PREREQUIS_ENTREE_FORMATION", "PREREQUIS_ENTREE_FORMATION_BLOC",
  "PREREQUIS_VALIDATION_BLOC", "PREREQUIS_VALIDATION_CERTIFICATION", "PUBLICATION_DECRET_AUTRE",
  "PUBLICATION_DECRET_CREATION", "PUBLICATION_DECRET_GENERAL", "PUBLICATION_JO", "REGLEMENTATIONS_ACTIVITES", "ROME",
  "SECTEURS_ACTIVITE", "SIRET_CERTIFICATEUR", "SIRET_PARTENAIRE", "SITE_INTERNET", "SI_JURY_CA", "SI_JURY_CL",
  "SI_JURY_CQ", "SI_JURY_FC", "SI_JURY_FI", "SI_JURY_VAE", "SOURCE", "STATISTIQUES_PROMOTION",
  "STATISTIQUES_PROMOTIONS", "TAUX_INSERTION_GLOBAL_6MOIS", "TAUX_INSERTION_METIER_2ANS",
  "TAUX_INSERTION_METIER_6MOIS", "TITRE", "TYPE_EMPLOI_ACCESSIBLES", "TYPE_ENREGISTREMENT", "VALIDATION_PARTIELLE",
  "VALIDATION_PARTIELLE_PERIMETRE",
};

static int
compare_names (const void *a, const void *b)
{
  return strcmp (a, *(const char *const *) b);
}

/* Something new in the flow must be seen, but 25 000 fiches need not say it each. */
static void
report_unknown_elements (const xmlNode *parent, GHashTable *unknown, SceauFaults *faults)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      const char *name = (const char *) node->name;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (bsearch (name, known_elements, G_N_ELEMENTS (known_elements), sizeof *known_elements, compare_names) == NULL
          && g_hash_table_add (unknown, g_strdup (name)))
        sceau_fiche_fault (
            faults, SCEAU_FAULT_WARNING, node, NULL,
            _("This element is not known and its content is not used; it is said once for the whole file."),
            _("Check whether a newer version of Sceau knows it."));
      report_unknown_elements (node, unknown, faults);
    }
}

static void
parse_identity (const xmlNode *fiche, SceauCertification *self, SceauFaults *faults)
{
  const xmlNode *number = sceau_fiche_child (fiche, "NUMERO_FICHE", NULL);

  self->code = sceau_fiche_mandatory (
      fiche, "NUMERO_FICHE", _("Download the fiche again: without its number it cannot be told apart."), faults);
  if (self->code != NULL && (strlen (self->code) > 12 || !sceau_register_from_code (self->code, &self->register_kind)))
    sceau_fiche_fault (faults, SCEAU_FAULT_ERROR, number, self->code, _("This is not the number of a fiche."),
                       _("A number is RNCP, RS or INV and digits, for instance RNCP41445."));
  self->title = sceau_fiche_mandatory (fiche, "INTITULE",
                                       _("Download the fiche again: the title goes on the parchemin."), faults);
  self->state = sceau_fiche_text (fiche, "ETAT_FICHE", faults);
  self->active = sceau_fiche_boolean (fiche, "ACTIF", TRUE, faults);
  self->registration_type = sceau_fiche_text (fiche, "TYPE_ENREGISTREMENT", faults);
  self->description_url = sceau_fiche_text (fiche, "LIEN_URL_DESCRIPTION", faults);
}

static void
parse_level (const xmlNode *fiche, SceauCertification *self, SceauFaults *faults)
{
  const xmlNode *nomenclature = sceau_fiche_child (fiche, "NOMENCLATURE_EUROPE", faults);
  const xmlNode *node;
  g_autofree char *level = NULL;

  if (nomenclature == NULL)
    return;
  self->level_label = sceau_fiche_text (nomenclature, "LIBELLE", faults);
  node = sceau_fiche_child (nomenclature, "NIVEAU", faults);
  level = node != NULL ? sceau_fiche_node_text (node) : NULL;
  if (level == NULL || strcmp (level, "AUCUN") == 0 || strcmp (level, "REPRISE") == 0)
    return;
  if (strlen (level) == 4 && g_str_has_prefix (level, "NIV") && level[3] >= '3' && level[3] <= '8')
    self->level = level[3] - '0';
  else
    sceau_fiche_fault (faults, SCEAU_FAULT_ERROR, node, level, _("This is not a national level of qualification."),
                       _("Levels are NIV3 to NIV8, or AUCUN."));
}

/* Not in the fiches we have seen: "3", "3 ans", "permanente". */
static void
parse_validity (const xmlNode *fiche, SceauCertification *self, SceauFaults *faults)
{
  const xmlNode *node = sceau_fiche_child (fiche, "DUREE_VALIDITE", faults);
  g_autofree char *text = node != NULL ? sceau_fiche_node_text (node) : NULL;
  g_autofree char *folded = text != NULL ? sceau_text_fold (text) : NULL;
  g_auto (GStrv) words = NULL;
  gint64 years = 0;

  if (folded == NULL || strstr (folded, "permanent") != NULL || strstr (folded, "illimite") != NULL
      || strcmp (folded, "sans objet") == 0)
    return;
  words = g_strsplit (folded, " ", 2);
  if (g_ascii_string_to_signed (words[0], 10, 0, 50, &years, NULL)
      && (words[1] == NULL || g_str_has_prefix (words[1], "an")))
    self->validity_years = (int) years;
  else
    sceau_fiche_fault (faults, SCEAU_FAULT_WARNING, node, text,
                       _("The validity is not a number of years; it is taken as permanent."),
                       _("Enter the validity of the certificates by hand."));
}

/* A date before another one that it must not precede. */
static void
check_order (const xmlNode *fiche, const char *name, SceauDate date, SceauDate earlier, SceauFaultSeverity severity,
             const char *reason, SceauFaults *faults)
{
  g_autofree char *value = NULL;

  if (date == SCEAU_NO_DATE || date >= earlier)
    return;
  value = sceau_date_format_french (date);
  sceau_fiche_fault (faults, severity, sceau_fiche_child (fiche, name, NULL), value, reason,
                     _("Compare with the fiche on francecompetences.fr."));
}

static void
parse_dates (const xmlNode *fiche, SceauCertification *self, SceauFaults *faults)
{
  self->decision_date = sceau_fiche_date (fiche, "DATE_DECISION", faults);
  self->effect_date = sceau_fiche_date (fiche, "DATE_EFFET", faults);
  self->registration_end = sceau_fiche_date (fiche, "DATE_FIN_ENREGISTREMENT", faults);
  self->last_delivery = sceau_fiche_date (fiche, "DATE_LIMITE_DELIVRANCE", faults);
  self->duration_years = sceau_fiche_integer (fiche, "DUREE_ENREGISTREMENT", 0, 50, 0, faults);
  check_order (fiche, "DATE_FIN_ENREGISTREMENT", self->registration_end, self->decision_date, SCEAU_FAULT_ERROR,
               _("The registration ends before it was decided."), faults);
  check_order (fiche, "DATE_FIN_ENREGISTREMENT", self->registration_end, self->effect_date, SCEAU_FAULT_WARNING,
               _("The registration ends before it takes effect."), faults);
  check_order (fiche, "DATE_LIMITE_DELIVRANCE", self->last_delivery, self->decision_date, SCEAU_FAULT_ERROR,
               _("The last day of delivery lies before the decision of registration."), faults);
  check_order (fiche, "DATE_LIMITE_DELIVRANCE", self->last_delivery, self->registration_end, SCEAU_FAULT_WARNING,
               _("The last day of delivery lies before the end of the registration."), faults);
}

static void
parse_texts (const xmlNode *fiche, SceauCertification *self, SceauFaults *faults)
{
  self->objectives = sceau_fiche_text (fiche, "OBJECTIFS_CONTEXTE", faults);
  self->activities = sceau_fiche_text (fiche, "ACTIVITES_VISEES", faults);
  self->capacities = sceau_fiche_text (fiche, "CAPACITES_ATTESTEES", faults);
  self->sectors = sceau_fiche_text (fiche, "SECTEURS_ACTIVITE", faults);
  self->jobs = sceau_fiche_text (fiche, "TYPE_EMPLOI_ACCESSIBLES", faults);
  self->regulations = sceau_fiche_text (fiche, "REGLEMENTATIONS_ACTIVITES", faults);
  self->entry_prerequisites = sceau_fiche_text (fiche, "PREREQUIS_ENTREE_FORMATION", faults);
  self->validation_prerequisites = sceau_fiche_text (fiche, "PREREQUIS_VALIDATION_CERTIFICATION", faults);
}

static void
parse_links (const xmlNode *fiche,
             const char *list_name,
             const char *name,
             const char *id,
             GPtrArray *codes,
             SceauFaults *faults)
{
  const xmlNode *list = sceau_fiche_child (fiche, list_name, faults);

  for (const xmlNode *node = list != NULL ? list->children : NULL; node != NULL; node = node->next)
    {
      char *code = sceau_fiche_is (node, name) ? sceau_fiche_text (node, id, faults) : NULL;

      if (code != NULL)
        g_ptr_array_add (codes, code);
    }
}

SceauCertification *
sceau_fiche_parse (const xmlNode *fiche, GHashTable *unknown, SceauFaults *faults)
{
  SceauCertification *self = sceau_certification_new ();
  gboolean partial;

  report_unknown_elements (fiche, unknown, faults);
  parse_identity (fiche, self, faults);
  parse_level (fiche, self, faults);
  parse_validity (fiche, self, faults);
  parse_dates (fiche, self, faults);
  parse_texts (fiche, self, faults);
  parse_links (fiche, "ANCIENNES_CERTIFICATIONS", "ANCIENNE_CERTIFICATION", "ID_FICHE_ANCIENNE_CERTIFICATION",
               self->former_codes, faults);
  parse_links (fiche, "NOUVELLES_CERTIFICATIONS", "NOUVELLE_CERTIFICATION", "ID_FICHE_NOUVELLE_CERTIFICATION",
               self->newer_codes, faults);
  sceau_fiche_parse_blocks (fiche, self, faults);
  sceau_fiche_parse_routes (fiche, self, faults);
  sceau_fiche_parse_certifiers (fiche, self, faults);
  sceau_fiche_parse_codes (fiche, self, faults);
  sceau_fiche_parse_statistics (fiche, self, faults);
  /* The flow says VALIDATION_PARTIELLE for the RS only; in the RNCP the blocks decide (L6113-1). */
  partial = sceau_fiche_boolean (fiche, "VALIDATION_PARTIELLE", FALSE, faults);
  self->partial_allowed = self->register_kind == SCEAU_REGISTER_RNCP ? self->blocks->len > 0 : partial;
  return self;
}
