/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-evaluation.h"
#include "sceau-frozen-result-table.h"
#include "sceau-jury.h"
#include "sceau-worker.h"

G_BEGIN_DECLS

/* What an earlier session decided for the same enrolment. */
typedef struct
{
  SceauDecision *decision;
  SceauJurySession *session;
} SceauEarlierDecision;

/* All that a jury looks at to decide on one candidate. */
typedef struct
{
  SceauJurySession *session;
  SceauCertification *certification;
  SceauPlan *plan;
  SceauEnrolment *enrolment;
  SceauDecision *decision;
  SceauProposal *proposal;    /* with the requirements; of a sealed session too, from what froze */
  GPtrArray *results;         /* (element-type SceauResult): every attempt; under a seal those that froze */
  GPtrArray *acquired_blocks; /* (element-type SceauAcquiredBlock) */
  GPtrArray *changes;         /* (element-type SceauMarkChange): of this candidate, during the deliberation */
  GPtrArray *history;         /* (element-type SceauEarlierDecision): earliest first */
  GPtrArray *recusals;        /* (element-type SceauRecusal): members who take no part in this case; of the session */
  GPtrArray *steps;           /* (element-type SceauProposalStep): how the proposal was reached */
} SceauCandidateFile;

/* In the worker's thread: one consistent view of the file. */
SceauCandidateFile *sceau_candidate_file_load (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error);
void                sceau_candidate_file_free (SceauCandidateFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauCandidateFile, sceau_candidate_file_free)

G_END_DECLS
