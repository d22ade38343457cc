/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-block-attestation-document.h"

#include "sceau-diploma-page.h"
#include "sceau-mentions.h"

#include <string.h>

#define NBSP "\u00A0"

/* Some fiches number their blocks "01": alone it would name nothing. */
static char *
make_block_heading (const SceauBlockAttestationContent *content)
{
  const char *code = content->block->code;

  if (strlen (code) > 4)
    return g_strdup_printf ("Bloc %s", code);
  return g_strdup_printf ("Bloc n°" NBSP "%s de la fiche %s", code, content->certification->code);
}

static void
add_block (SceauStack *stack, const SceauBlockAttestationContent *content)
{
  g_autofree char *heading = make_block_heading (content);

  sceau_stack_add (stack, &sceau_diploma_text, 14, 1, 0.8, heading);
  sceau_stack_add (stack, &sceau_diploma_title, 10, 4, 0.62, content->block->title);
  sceau_stack_add (stack, &sceau_diploma_phrase, 13, 2, 0.8, "un des blocs de compétences de la certification");
  sceau_stack_add (stack, &sceau_diploma_text, 9, 4, 0.85, content->certification->title);
}

static void
add_holder (SceauStack *stack, const SceauBlockAttestationContent *content)
{
  g_autofree char *name = sceau_mention_name (content->learner);
  g_autofree char *birth = sceau_mention_birth (content->learner);
  g_autofree char *others = sceau_mention_other_names (content->learner);
  g_autofree char *date = sceau_date_format_long (content->decided);
  g_autofree char *jury = g_strdup_printf ("a validé, par décision du jury du" NBSP "%s,", date);

  sceau_stack_add (stack, &sceau_diploma_phrase, 16, 1, 0.8, "Le certificateur atteste que");
  sceau_stack_add (stack, &sceau_diploma_name, 13, 2, 0.6, name);
  sceau_stack_add (stack, &sceau_diploma_text, 10, 2, 0.8, birth);
  sceau_stack_add (stack, &sceau_diploma_secondary, 6, 2, 0.8, others);
  sceau_stack_add (stack, &sceau_diploma_text, 11, 1, 0.8, jury);
}

static void
add_mentions (SceauStack *stack, const SceauBlockAttestationContent *content)
{
  static const char scope[]
    = "La présente attestation porte sur ce seul bloc de compétences, qui est définitivement acquis. Elle ne vaut pas"
      " délivrance de la certification dans son ensemble" NBSP "; un bloc n’a pas de niveau de qualification propre.";
  g_autofree char *certifier = sceau_mention_certifier (content->school, content->mandate, content->certification);
  g_autofree char *registration = sceau_mention_registration (content->certification);
  g_autofree char *level = sceau_mention_level (content->certification);
  g_autofree char *nsf = sceau_mention_nsf (content->certification);
  g_autofree char *whole = level != NULL ? g_strdup_printf ("Niveau de la certification complète" NBSP ": %c%s",
                                                            g_ascii_tolower (*level), level + 1)
                                         : NULL;

  sceau_stack_add (stack, &sceau_diploma_mention, 18, 4, 1, scope);
  sceau_stack_add (stack, &sceau_diploma_mention, 9, 3, 1, certifier);
  sceau_stack_add (stack, &sceau_diploma_mention, 5, 4, 1, registration);
  sceau_stack_add (stack, &sceau_diploma_mention, 5, 3, 1, whole);
  sceau_stack_add (stack, &sceau_diploma_mention, 5, 4, 1, nsf);
}

static void
fill (SceauStack *stack, gconstpointer data)
{
  const SceauBlockAttestationContent *content = data;
  g_autofree char *centre = sceau_mention_centre (content->school, content->mandate);
  g_autofree char *delivery = sceau_mention_delivery (content->place, content->delivered);
  const char *issuer = content->mandate != NULL
                         ? sceau_mention_certifier_name (content->school, content->mandate, content->certification)
                         : content->school->name;

  sceau_stack_add (stack, &sceau_diploma_issuer, 0, 3, 0.7, issuer);
  sceau_stack_add (stack, &sceau_diploma_secondary, 7, 2, 0.8, centre);
  sceau_stack_add_divider (stack, 11);
  sceau_stack_add (stack, &sceau_diploma_kind, 14, 2, 0.8, "Attestation de validation d’un bloc de compétences");
  add_holder (stack, content);
  add_block (stack, content);
  add_mentions (stack, content);
  sceau_stack_add (stack, &sceau_diploma_text, 16, 2, 0.8, delivery);
}

GBytes *
sceau_block_attestation_document_render (const SceauBlockAttestationContent *content, GError **error)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autofree char *number = NULL;
  SceauDiplomaPage page = {
    .width = SCEAU_PDF_A4_SHORT,
    .height = SCEAU_PDF_A4_LONG,
    .fill = fill,
    .content = content,
    .school = content->school,
    .mandate = content->mandate,
    .learner = content->learner,
  };

  if (content->reference != NULL)
    number = g_strdup_printf ("Réf." NBSP "%s", content->reference);
  page.number = number;
  sceau_diploma_page_draw (pdf, &page);
  sceau_diploma_describe (pdf, "Attestation de validation d’un bloc de compétences", content->block->title, content->learner,
                          content->school);
  sceau_pdf_set_created (pdf, content->delivered);
  return sceau_pdf_finish (pdf, error);
}
