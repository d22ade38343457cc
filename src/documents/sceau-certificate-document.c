/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certificate-document.h"

#include "sceau-diploma-page.h"
#include "sceau-mentions.h"

#define NBSP "\u00A0"

static char *
make_validity (const SceauCertificateContent *content)
{
  const SceauCertification *certification = content->certification;
  g_autofree char *date = NULL;

  /* The holder's certificate runs out in the répertoire spécifique only (FORMATS §5). */
  if (certification->register_kind != SCEAU_REGISTER_RS || certification->validity_years <= 0)
    return NULL;
  date = sceau_date_format_long (sceau_date_add_years (content->certificate->delivered, certification->validity_years));
  return g_strdup_printf ("Certificat valable jusqu’au" NBSP "%s", date);
}

static char *
make_jury_line (const SceauCertificateContent *content)
{
  g_autofree char *date = sceau_date_format_long (content->certificate->decided);

  return g_strdup_printf ("par décision du jury réuni le" NBSP "%s", date);
}

static void
add_title (SceauStack *stack, const SceauCertificateContent *content)
{
  g_autofree char *centre = sceau_mention_centre (content->school, content->mandate);
  const char *issuer = content->mandate != NULL
                         ? sceau_mention_certifier_name (content->school, content->mandate, content->certification)
                         : content->school->name;

  sceau_stack_add (stack, &sceau_diploma_issuer, 0, 2, 0.7, issuer);
  sceau_stack_add (stack, &sceau_diploma_secondary, 7, 2, 0.8, centre);
  sceau_stack_add_divider (stack, 11);
  sceau_stack_add (stack, &sceau_diploma_kind, 13, 1, 0.7, sceau_mention_kind (content->certification));
  sceau_stack_add (stack, &sceau_diploma_title, 11, 3, 0.6, content->certification->title);
}

static void
add_holder (SceauStack *stack, const SceauCertificateContent *content)
{
  g_autofree char *name = sceau_mention_name (content->learner);
  g_autofree char *birth = sceau_mention_birth (content->learner);
  g_autofree char *others = sceau_mention_other_names (content->learner);
  g_autofree char *jury = make_jury_line (content);

  sceau_stack_add (stack, &sceau_diploma_phrase, 13, 1, 0.8, content->certification->register_kind == SCEAU_REGISTER_RNCP ? "délivrée à" : "délivré à");
  sceau_stack_add (stack, &sceau_diploma_name, 12, 2, 0.66, name);
  sceau_stack_add (stack, &sceau_diploma_text, 10, 2, 0.8, birth);
  sceau_stack_add (stack, &sceau_diploma_secondary, 6, 2, 0.8, others);
  sceau_stack_add (stack, &sceau_diploma_text, 9, 1, 0.8, jury);
}

static void
add_mentions (SceauStack *stack, const SceauCertificateContent *content)
{
  g_autofree char *certifier = sceau_mention_certifier (content->school, content->mandate, content->certification);
  g_autofree char *registration = sceau_mention_registration (content->certification);
  g_autofree char *level = sceau_mention_level (content->certification);
  g_autofree char *nsf = sceau_mention_nsf (content->certification);
  g_autofree char *validity = make_validity (content);

  sceau_stack_add (stack, &sceau_diploma_mention, 15, 2, 1, certifier);
  sceau_stack_add (stack, &sceau_diploma_mention, 5, 3, 1, registration);
  sceau_stack_add (stack, &sceau_diploma_mention, 5, 2, 1, level);
  sceau_stack_add (stack, &sceau_diploma_mention, 5, 3, 1, nsf);
  sceau_stack_add (stack, &sceau_diploma_mention, 5, 1, 1, validity);
}

static void
fill (SceauStack *stack, gconstpointer data)
{
  const SceauCertificateContent *content = data;
  g_autofree char *delivery = sceau_mention_delivery (content->certificate->place, content->certificate->delivered);

  add_title (stack, content);
  add_holder (stack, content);
  add_mentions (stack, content);
  sceau_stack_add (stack, &sceau_diploma_text, 12, 2, 0.8, delivery);
}

static char *
make_band (const SceauCertificateContent *content)
{
  g_autofree char *date = NULL;

  if (content->duplicate_rank <= 0)
    return NULL;
  date = sceau_date_format_long (content->duplicate_date);
  if (content->duplicate_reason == NULL || *content->duplicate_reason == '\0')
    return g_strdup_printf ("DUPLICATA n°" NBSP "%d — établi le" NBSP "%s", content->duplicate_rank, date);
  return g_strdup_printf ("DUPLICATA n°" NBSP "%d — établi le" NBSP "%s (%s)", content->duplicate_rank, date,
                          content->duplicate_reason);
}

static void
draw (SceauPdf *pdf, const SceauCertificateContent *content)
{
  g_autofree char *number = g_strdup_printf ("Parchemin n°" NBSP "%s", content->certificate->number);
  g_autofree char *band = make_band (content);
  const SceauDiplomaPage page = {
    .width = SCEAU_PDF_A4_LONG,
    .height = SCEAU_PDF_A4_SHORT,
    .fill = fill,
    .content = content,
    .number = number,
    .band = band,
    .watermark = content->specimen ? "SPÉCIMEN" : NULL,
    .school = content->school,
    .mandate = content->mandate,
    .learner = content->learner,
  };

  sceau_diploma_page_draw (pdf, &page);
}

GBytes *
sceau_certificate_document_render_many (const SceauCertificateContent *contents, gsize n, GError **error)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  SceauDate created = SCEAU_NO_DATE;

  g_return_val_if_fail (contents != NULL && n > 0, NULL);

  for (gsize i = 0; i < n && !sceau_pdf_has_failed (pdf); i++)
    {
      draw (pdf, &contents[i]);
      created = MAX (created, contents[i].duplicate_rank > 0 ? contents[i].duplicate_date : contents[i].certificate->delivered);
    }
  sceau_diploma_describe (pdf, n == 1 ? "Parchemin" : "Parchemins", contents[0].certification->title,
                          n == 1 ? contents[0].learner : NULL, contents[0].school);
  sceau_pdf_set_created (pdf, created);
  return sceau_pdf_finish (pdf, error);
}

GBytes *
sceau_certificate_document_render (const SceauCertificateContent *content, GError **error)
{
  return sceau_certificate_document_render_many (content, 1, error);
}
