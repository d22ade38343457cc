/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-hold-jury-private.h"
#include "sceau-house-look.h"
#include "sceau-issue-certificates-private.h"

G_BEGIN_DECLS

/* What the files of attestations share; no one else includes it. */

/* What is attested, and of whom. */
typedef struct
{
  const SceauAttestation *asked;
  SceauLearner *learner;
  SceauAcquiredBlock *acquired;       /* of a block attestation, else NULL */
  SceauDeliberation *deliberation;    /* of the learner alone, in the session that certified; NULL of a block attestation */
  SceauCertification *certification;
  SceauJurySession *session;          /* NULL where another body decided */
  SceauHouseLook *look;
  SceauMandate *mandate;
  SceauSignatory *signatory;
  SceauDate decided;
  char *place;
  char *reference;
  char *code_text;
  GArray *blocks;                     /* (element-type SceauPaperBlock): of a supplement, else NULL */
  GArray *results;                    /* (element-type SceauPaperResult) */
  GPtrArray *texts;                   /* (element-type utf8): that the two point to */
} SceauAttested;

/* What the blocks and results of a supplement say. */
void sceau_attest_list_blocks (SceauAttested *self);

G_END_DECLS
