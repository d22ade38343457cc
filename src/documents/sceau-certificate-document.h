/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"

G_BEGIN_DECLS

/**
 * The parchemin: A4 landscape, one page, one certified learner, with the mentions
 * that FORMATS §4.1 requires and none of those it forbids.  For a certification of
 * the répertoire spécifique or of the former inventaire it is a « certificat de
 * compétences », without level.
 *
 * Owns nothing; every record must outlive the call.
 */
typedef struct
{
  const SceauSchoolIdentity *school;       /* the school on top of the page */
  const SceauMandate *mandate;             /* or NULL: the school certifies and signs itself */
  const SceauCertification *certification;
  const SceauLearner *learner;
  const SceauCertificate *certificate;     /* number, decided, delivered, place */
  int duplicate_rank;                      /* 0: the original; else "DUPLICATA n° 1"… */
  SceauDate duplicate_date;                /* day the duplicate is made */
  const char *duplicate_reason;            /* or NULL */
  gboolean specimen;                       /* TRUE: "SPÉCIMEN" across the page, for a preview before issue */
} SceauCertificateContent;

/**
 * sceau_certificate_document_render: the PDF (transfer full).  Same content, same bytes.
 *
 * Returns: %NULL with SCEAU_DOCUMENT_ERROR_GLYPH when a letter of a name is not in the
 *   font (the sentence names both), _FONT when the shipped fonts are missing.
 */
GBytes *sceau_certificate_document_render      (const SceauCertificateContent *content, GError **error);
/* The same pages in one document, in the order given. */
GBytes *sceau_certificate_document_render_many (const SceauCertificateContent *contents, gsize n, GError **error);

G_END_DECLS
