/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-import-fiche.h"
#include "sceau-text.h"

/* Most schools mark on twenty and pass at ten. */
#define PASS_MARK 1000
#define WEIGHT 100

/* What the fiche says of a block's assessment, in folded words, from the most telling to the least. */
static const struct
{
  const char *words;
  SceauModalityType type;
} modality_words[] = {
  { "these professionnelle", SCEAU_MODALITY_THESIS },
  { "etude de cas", SCEAU_MODALITY_CASE_STUDY },
  { "mise en situation", SCEAU_MODALITY_PROFESSIONAL_SITUATION },
  { "travaux pratiques", SCEAU_MODALITY_PRACTICAL_WORK },
  { "projet", SCEAU_MODALITY_PROJECT },
  { "memoire", SCEAU_MODALITY_THESIS },
  { "questionnaire", SCEAU_MODALITY_QUIZ },
  { "qcm", SCEAU_MODALITY_QUIZ },
  { "dossier", SCEAU_MODALITY_PORTFOLIO },
  { "ecrit", SCEAU_MODALITY_WRITTEN },
  { "oral", SCEAU_MODALITY_ORAL },
};

static SceauModalityType
guess_type (const char *text)
{
  g_autofree char *folded = sceau_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (modality_words); i++)
    if (strstr (folded, modality_words[i].words) != NULL)
      return modality_words[i].type;
  return SCEAU_MODALITY_PROFESSIONAL_SITUATION;
}

/* "RNCP41445BC01" is BC01 in its own plan; a block called "01" keeps its name. */
static const char *
short_block_code (const SceauCertification *certification, const SceauBlock *block)
{
  gsize prefix = strlen (certification->code);

  if (g_str_has_prefix (block->code, certification->code) && block->code[prefix] != '\0')
    return block->code + prefix;
  return block->code;
}

static SceauModality *
draft_modality (const char *modalities_text)
{
  SceauModality *modality = sceau_modality_new ();

  modality->type = guess_type (modalities_text);
  modality->weight = WEIGHT;
  modality->scale = SCEAU_SCALE_TWENTY;
  modality->pass_mark = PASS_MARK;
  modality->floor = -1;
  return modality;
}

static void
draft_block (SceauPlan *plan, const SceauCertification *certification, const SceauBlock *block)
{
  SceauModality *modality = draft_modality (block->modalities_text);
  const char *code = short_block_code (certification, block);

  modality->code = g_strdup_printf ("%s-E1", code);
  modality->block_code = g_strdup (block->code);
  /* A plan is French like the fiche that it reads, whatever the language of the screen. */
  modality->title = g_strdup_printf ("Évaluation du bloc %s", code);
  for (int i = 1; block->competences != NULL && i <= (int) block->competences->len; i++)
    g_array_append_val (modality->competences, i);
  g_ptr_array_add (plan->modalities, modality);
  g_ptr_array_add (plan->block_rules, sceau_block_rule_new (block->code, SCEAU_BLOCK_RULE_ALL_PASSED, 0));
}

static void
draft_whole (SceauPlan *plan)
{
  SceauModality *modality = draft_modality (NULL);

  modality->code = g_strdup ("E1");
  modality->title = g_strdup ("Évaluation de la certification");
  g_ptr_array_add (plan->modalities, modality);
  g_ptr_array_add (plan->block_rules, sceau_block_rule_new (NULL, SCEAU_BLOCK_RULE_ALL_PASSED, 0));
}

/* The fiche says in prose who sits; the only numbers that hold for every school are those
 * of D6412-6 of the Code du travail for VAE: at least two persons, one of them qualified. */
static SceauJuryRule *
draft_jury_rule (SceauRoute route)
{
  SceauJuryRule *rule = sceau_jury_rule_new (route);

  if (route == SCEAU_ROUTE_VAE)
    {
      rule->quorum = 2;
      rule->qualified = 1;
    }
  return rule;
}

SceauPlan *
sceau_draft_plan (const SceauCertification *certification)
{
  SceauPlan *plan = sceau_plan_new (certification->code);

  for (guint i = 0; i < certification->blocks->len; i++)
    draft_block (plan, certification, g_ptr_array_index (certification->blocks, i));
  if (certification->blocks->len == 0)
    draft_whole (plan);

  for (guint i = 0; i < certification->routes->len; i++)
    {
      const SceauAccessRoute *route = g_ptr_array_index (certification->routes, i);

      if (route->open)
        g_ptr_array_add (plan->jury_rules, draft_jury_rule (route->route));
    }
  plan->retakes = SCEAU_RETAKE_BEST;
  return plan;
}
