/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What a field says on one paper, from the mentions of the law. */

#include "sceau-paper.h"

#include <string.h>

#include "sceau-mentions.h"

#define NBSP "\u00A0"

typedef char *(*Describe) (const SceauPaperContent *content);

static char *
describe_issuer (const SceauPaperContent *content)
{
  return g_strdup (content->mandate != NULL ? sceau_mention_certifier_name (content->school, content->mandate, content->certification)
                                            : content->school->name);
}

static char *
describe_centre (const SceauPaperContent *content)
{
  return sceau_mention_centre (content->school, content->mandate);
}

static char *
describe_certifier (const SceauPaperContent *content)
{
  return sceau_mention_certifier (content->school, content->mandate, content->certification);
}

static char *
describe_kind (const SceauPaperContent *content)
{
  switch (content->paper)
    {
    case SCEAU_PAPER_BLOCK_ATTESTATION:
      return g_strdup ("Attestation de validation d’un bloc de compétences");
    case SCEAU_PAPER_SUCCESS_ATTESTATION:
      return g_strdup ("Attestation de réussite");
    case SCEAU_PAPER_SUPPLEMENT:
      return g_strdup (content->certification->register_kind == SCEAU_REGISTER_RNCP ? "Supplément au parchemin" : "Supplément au certificat");
    case SCEAU_PAPER_CERTIFICATE:
    default:
      return g_strdup (sceau_mention_kind (content->certification));
    }
}

static char *
describe_title (const SceauPaperContent *content)
{
  return g_strdup (content->certification->title);
}

static char *
describe_code (const SceauPaperContent *content)
{
  return g_strdup (content->certification->code);
}

static char *
describe_granted_to (const SceauPaperContent *content)
{
  return g_strdup (content->certification->register_kind == SCEAU_REGISTER_RNCP ? "délivrée à" : "délivré à");
}

static char *
describe_name (const SceauPaperContent *content)
{
  return sceau_mention_name (content->learner);
}

static char *
describe_birth (const SceauPaperContent *content)
{
  return sceau_mention_birth (content->learner);
}

static char *
describe_other_names (const SceauPaperContent *content)
{
  return sceau_mention_other_names (content->learner);
}

static char *
describe_jury (const SceauPaperContent *content)
{
  g_autofree char *date = sceau_date_format_long (content->decided);

  return content->decided != SCEAU_NO_DATE ? g_strdup_printf ("par décision du jury réuni le" NBSP "%s", date) : NULL;
}

static char *
describe_registration (const SceauPaperContent *content)
{
  return sceau_mention_registration (content->certification);
}

/* A block has no level of its own (FORMATS §4.2): its attestation says whose level it is. */
static char *
describe_level (const SceauPaperContent *content)
{
  g_autofree char *level = sceau_mention_level (content->certification);

  if (level == NULL || content->paper != SCEAU_PAPER_BLOCK_ATTESTATION)
    return g_steal_pointer (&level);
  return g_strdup_printf ("Niveau de la certification complète" NBSP ": %c%s", g_ascii_tolower (*level), level + 1);
}

static char *
describe_nsf (const SceauPaperContent *content)
{
  return sceau_mention_nsf (content->certification);
}

/* The holder's certificate runs out in the répertoire spécifique only (FORMATS §5). */
static char *
describe_validity (const SceauPaperContent *content)
{
  const SceauCertification *certification = content->certification;
  g_autofree char *date = NULL;

  if (certification->register_kind != SCEAU_REGISTER_RS || certification->validity_years <= 0 || content->delivered == SCEAU_NO_DATE)
    return NULL;
  date = sceau_date_format_long (sceau_date_add_years (content->delivered, certification->validity_years));
  return g_strdup_printf ("Certificat valable jusqu’au" NBSP "%s", date);
}

static char *
describe_delivery (const SceauPaperContent *content)
{
  return sceau_mention_delivery (content->place, content->delivered);
}

static char *
describe_signatory (const SceauPaperContent *content)
{
  if (content->mandate == NULL && content->signatory != NULL)
    return g_strdup (content->signatory->name);
  return g_strdup (sceau_mention_signatory (content->school, content->mandate));
}

static char *
describe_signatory_title (const SceauPaperContent *content)
{
  if (content->mandate == NULL && content->signatory != NULL)
    return g_strdup (content->signatory->title);
  return g_strdup (sceau_mention_signatory_title (content->school, content->mandate));
}

static char *
describe_holder (const SceauPaperContent *content)
{
  return g_strdup (sceau_mention_holder (content->learner));
}

static char *
describe_number (const SceauPaperContent *content)
{
  g_autofree char *printed = NULL;

  if (content->number == NULL)
    return NULL;
  if (content->paper != SCEAU_PAPER_CERTIFICATE)
    return g_strdup_printf ("Réf." NBSP "%s", content->number);
  printed = sceau_certificate_print_number (content->number);
  return g_strdup_printf ("Parchemin n°" NBSP "%s", printed);
}

/* Some fiches number their blocks "01": alone it would name nothing. */
static char *
describe_block (const SceauPaperContent *content)
{
  if (content->block == NULL)
    return NULL;
  if (strlen (content->block->code) > 4)
    return g_strdup_printf ("Bloc %s", content->block->code);
  return g_strdup_printf ("Bloc n°" NBSP "%s de la fiche %s", content->block->code, content->certification->code);
}

static char *
describe_block_title (const SceauPaperContent *content)
{
  return content->block != NULL ? g_strdup (content->block->title) : NULL;
}

static char *
describe_block_scope (const SceauPaperContent *content)
{
  if (content->block == NULL)
    return NULL;
  return g_strdup ("La présente attestation porte sur ce seul bloc de compétences, qui est définitivement acquis. Elle ne vaut pas"
                   " délivrance de la certification dans son ensemble" NBSP "; un bloc n’a pas de niveau de qualification propre.");
}

static char *
describe_pending (const SceauPaperContent *content)
{
  if (content->paper != SCEAU_PAPER_SUCCESS_ATTESTATION)
    return NULL;
  return g_strdup ("La présente attestation est remise dans l’attente de la délivrance du parchemin, qu’elle ne remplace pas.");
}

static const Describe descriptions[SCEAU_N_FIELDS] = {
  [SCEAU_FIELD_ISSUER] = describe_issuer,
  [SCEAU_FIELD_CENTRE] = describe_centre,
  [SCEAU_FIELD_CERTIFIER] = describe_certifier,
  [SCEAU_FIELD_KIND] = describe_kind,
  [SCEAU_FIELD_TITLE] = describe_title,
  [SCEAU_FIELD_CODE] = describe_code,
  [SCEAU_FIELD_GRANTED_TO] = describe_granted_to,
  [SCEAU_FIELD_NAME] = describe_name,
  [SCEAU_FIELD_BIRTH] = describe_birth,
  [SCEAU_FIELD_OTHER_NAMES] = describe_other_names,
  [SCEAU_FIELD_JURY] = describe_jury,
  [SCEAU_FIELD_REGISTRATION] = describe_registration,
  [SCEAU_FIELD_LEVEL] = describe_level,
  [SCEAU_FIELD_NSF] = describe_nsf,
  [SCEAU_FIELD_VALIDITY] = describe_validity,
  [SCEAU_FIELD_DELIVERY] = describe_delivery,
  [SCEAU_FIELD_SIGNATORY] = describe_signatory,
  [SCEAU_FIELD_SIGNATORY_TITLE] = describe_signatory_title,
  [SCEAU_FIELD_HOLDER] = describe_holder,
  [SCEAU_FIELD_NUMBER] = describe_number,
  [SCEAU_FIELD_BLOCK] = describe_block,
  [SCEAU_FIELD_BLOCK_TITLE] = describe_block_title,
  [SCEAU_FIELD_BLOCK_SCOPE] = describe_block_scope,
  [SCEAU_FIELD_PENDING] = describe_pending,
};

char *
sceau_paper_field (const SceauPaperContent *content, SceauField field)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail ((guint) field < SCEAU_N_FIELDS, NULL);

  text = descriptions[field](content);
  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* --- Lines ---------------------------------------------------------------- */

typedef struct
{
  const SceauPaperContent *content;
  GString *text;
  guint n_fields, n_filled;
} Line;

static void
add_piece (SceauField field, const char *literal, gpointer data)
{
  Line *line = data;
  g_autofree char *value = NULL;

  if (literal != NULL)
    {
      g_string_append (line->text, literal);
      return;
    }
  value = sceau_paper_field (line->content, field);
  line->n_fields++;
  if (value == NULL)
    return;
  line->n_filled++;
  g_string_append (line->text, value);
}

char *
sceau_paper_line (const SceauPaperContent *content, const SceauTemplateLine *template_line)
{
  Line line = { .content = content, .text = g_string_new (NULL) };
  gboolean whole = template_line->text != NULL && sceau_template_split (template_line->text, add_piece, &line, NULL);

  if (!whole || line.text->len == 0 || (line.n_fields > 0 && line.n_filled == 0))
    {
      g_string_free (line.text, TRUE);
      return NULL;
    }
  return g_string_free (line.text, FALSE);
}
