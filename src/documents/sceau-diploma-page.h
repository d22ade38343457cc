/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-stack.h"

G_BEGIN_DECLS

/* What the parchemin and the block attestation have in common: the border, a stack of
 * centred lines, and the row of signatures. */

extern const SceauPdfStyle sceau_diploma_issuer;
extern const SceauPdfStyle sceau_diploma_kind;
extern const SceauPdfStyle sceau_diploma_title;
extern const SceauPdfStyle sceau_diploma_phrase;
extern const SceauPdfStyle sceau_diploma_name;
extern const SceauPdfStyle sceau_diploma_text;
extern const SceauPdfStyle sceau_diploma_secondary;
extern const SceauPdfStyle sceau_diploma_mention;

typedef struct
{
  double width, height;
  void (*fill) (SceauStack *stack, gconstpointer content); /* called again with a smaller scale until it fits */
  gconstpointer content;
  const char *number;    /* under the rosette, or NULL */
  const char *band;      /* across the top, or NULL */
  const char *watermark; /* or NULL */
  const SceauSchoolIdentity *school;
  const SceauMandate *mandate;
  const SceauLearner *learner;
} SceauDiplomaPage;

/* Adds one page. */
void sceau_diploma_page_draw (SceauPdf *pdf, const SceauDiplomaPage *page);
/* Title, author and subject of the file; @learner NULL: of many. */
void sceau_diploma_describe  (SceauPdf *pdf, const char *kind, const char *subject, const SceauLearner *learner, const SceauSchoolIdentity *school);

G_END_DECLS
