/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-house-style.h"

G_BEGIN_DECLS

/* A line of the supplement: one modality of a block, as the jury had it before it. */
typedef struct
{
  const char *block_code;   /* or NULL: transversal */
  const char *title;
  const char *result;       /* « 14,50 / 20 », « acquis » */
  SceauDate date;           /* or SCEAU_NO_DATE */
} SceauPaperResult;

/* A block of the supplement. */
typedef struct
{
  const SceauBlock *block;
  const char *how;          /* French: « acquis le … », « acquis par VAE le … » */
} SceauPaperBlock;

/**
 * What one paper says; owns nothing, every record must outlive the call.  The same content with
 * the same look gives the same bytes.
 */
typedef struct
{
  SceauPaper paper;
  const SceauSchoolIdentity *school;
  const SceauMandate *mandate;       /* or NULL: the school certifies and signs itself */
  const SceauSignatory *signatory;   /* or NULL: the identity's own */
  const SceauCertification *certification;
  const SceauLearner *learner;
  const SceauBlock *block;           /* of a block attestation */
  const char *number;                /* key of the register, or reference of an attestation; or NULL */
  SceauDate decided;
  SceauDate delivered;
  const char *place;
  int duplicate_rank;                /* 0: the original */
  SceauDate duplicate_date;
  const char *duplicate_reason;      /* or NULL */
  gboolean draft;                    /* « PROJET » across the page until it is issued */
  const char *code_text;             /* of the QR code, or NULL */
  const SceauPaperBlock *blocks;     /* of a supplement */
  gsize n_blocks;
  const SceauPaperResult *results;   /* of a supplement */
  gsize n_results;
} SceauPaperContent;

/* The French text of @field (transfer full), or %NULL when it has nothing to say. */
char *sceau_paper_field (const SceauPaperContent *content, SceauField field);
/* A template line with its fields, or %NULL when each of its fields is empty. */
char *sceau_paper_line  (const SceauPaperContent *content, const SceauTemplateLine *line);

G_END_DECLS
