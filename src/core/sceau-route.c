/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The access routes of a fiche: their identifiers, their words, and what rosters call them. */

#include "sceau-certification.h"

#include <glib/gi18n-lib.h>

#include "sceau-id-private.h"
#include "sceau-text.h"

SCEAU_DEFINE_IDS (sceau_route, SceauRoute, "initial", "apprenticeship", "continuing", "professionalisation",
                  "individual", "vae")

static const char *const route_titles[] = {
  N_("Initial training"),
  N_("Apprenticeship"),
  N_("Continuing training"),
  N_("Professional training contract"),
  N_("Individual candidate"),
  N_("VAE (by experience)"),
};

/* The words of the table "Voie d'accès à la certification" of the fiches. */
static const char *const route_french[] = {
  "Après un parcours de formation sous statut d’élève ou d’étudiant",
  "En contrat d’apprentissage",
  "Après un parcours de formation continue",
  "En contrat de professionnalisation",
  "Par candidature individuelle",
  "Par expérience",
};

G_STATIC_ASSERT (G_N_ELEMENTS (route_titles) == SCEAU_N_ROUTES);
G_STATIC_ASSERT (G_N_ELEMENTS (route_french) == SCEAU_N_ROUTES);

static const SceauSynonym route_words[] = {
  { "fi", SCEAU_ROUTE_INITIAL },
  { "initial", SCEAU_ROUTE_INITIAL },
  { "initiale", SCEAU_ROUTE_INITIAL },
  { "formation initiale", SCEAU_ROUTE_INITIAL },
  { "eleve", SCEAU_ROUTE_INITIAL },
  { "etudiant", SCEAU_ROUTE_INITIAL },
  { "etudiante", SCEAU_ROUTE_INITIAL },
  { "statut etudiant", SCEAU_ROUTE_INITIAL },
  { "ca", SCEAU_ROUTE_APPRENTICESHIP },
  { "apprenti", SCEAU_ROUTE_APPRENTICESHIP },
  { "apprentie", SCEAU_ROUTE_APPRENTICESHIP },
  { "apprenticeship", SCEAU_ROUTE_APPRENTICESHIP },
  { "apprentissage", SCEAU_ROUTE_APPRENTICESHIP },
  { "contrat apprentissage", SCEAU_ROUTE_APPRENTICESHIP },
  { "contrat d apprentissage", SCEAU_ROUTE_APPRENTICESHIP },
  { "fc", SCEAU_ROUTE_CONTINUING },
  { "continue", SCEAU_ROUTE_CONTINUING },
  { "continuing", SCEAU_ROUTE_CONTINUING },
  { "formation continue", SCEAU_ROUTE_CONTINUING },
  { "cq", SCEAU_ROUTE_PROFESSIONALISATION },
  { "cp", SCEAU_ROUTE_PROFESSIONALISATION },
  { "contrat pro", SCEAU_ROUTE_PROFESSIONALISATION },
  { "contrat professionnalisation", SCEAU_ROUTE_PROFESSIONALISATION },
  { "contrat de professionnalisation", SCEAU_ROUTE_PROFESSIONALISATION },
  { "professionalisation", SCEAU_ROUTE_PROFESSIONALISATION },
  { "professionnalisation", SCEAU_ROUTE_PROFESSIONALISATION },
  { "cl", SCEAU_ROUTE_INDIVIDUAL },
  { "individual", SCEAU_ROUTE_INDIVIDUAL },
  { "individuel", SCEAU_ROUTE_INDIVIDUAL },
  { "individuelle", SCEAU_ROUTE_INDIVIDUAL },
  { "candidat libre", SCEAU_ROUTE_INDIVIDUAL },
  { "candidate libre", SCEAU_ROUTE_INDIVIDUAL },
  { "candidature individuelle", SCEAU_ROUTE_INDIVIDUAL },
  { "vae", SCEAU_ROUTE_VAE },
  { "experience", SCEAU_ROUTE_VAE },
  { "par experience", SCEAU_ROUTE_VAE },
  { "validation des acquis de l experience", SCEAU_ROUTE_VAE },
  { NULL, 0 },
};

gboolean
sceau_route_from_text (const char *text, SceauRoute *route)
{
  int found = sceau_synonym_find (route_words, text);

  for (int i = 0; found < 0 && i < SCEAU_N_ROUTES; i++)
    if (sceau_text_same (text, route_french[i]))
      found = i;
  if (found < 0)
    return FALSE;
  *route = (SceauRoute) found;
  return TRUE;
}

const char *
sceau_route_title (SceauRoute route)
{
  g_return_val_if_fail ((guint) route < SCEAU_N_ROUTES, "");

  return _(route_titles[route]);
}

const char *
sceau_route_french (SceauRoute route)
{
  return sceau_id_get (route_french, G_N_ELEMENTS (route_french), route);
}
