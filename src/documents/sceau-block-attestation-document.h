/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"

G_BEGIN_DECLS

/**
 * The « attestation de validation de bloc de compétences » (Code du travail, L6323-6):
 * A4 portrait, one page.  It says that it attests this block only: no level,
 * not the certification (FORMATS §4.2).
 *
 * Owns nothing; every record must outlive the call.
 */
typedef struct
{
  const SceauSchoolIdentity *school;
  const SceauMandate *mandate;             /* or NULL */
  const SceauCertification *certification;
  const SceauBlock *block;
  const SceauLearner *learner;
  const char *reference;                   /* of the attestation in the school's files, or NULL */
  SceauDate decided;                       /* day of the jury */
  SceauDate delivered;
  const char *place;
} SceauBlockAttestationContent;

/* The PDF (transfer full); errors as sceau_certificate_document_render(). */
GBytes *sceau_block_attestation_document_render (const SceauBlockAttestationContent *content, GError **error);

G_END_DECLS
