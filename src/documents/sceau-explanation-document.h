/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-jury.h"

G_BEGIN_DECLS

/* The reasoning for one candidate. */
typedef struct
{
  const SceauDecision *decision;
  GPtrArray *steps; /* (element-type SceauProposalStep) */
} SceauExplanationCandidate;

/**
 * The annex for the auditor: candidate by candidate, every step of the reasoning that led to the
 * proposal, the proposal, and what the jury decided.  A4 portrait, as many pages as it takes.
 * "PROJET" stands across each page until the session is sealed.
 *
 * Owns nothing; every record must outlive the call.
 */
typedef struct
{
  const SceauSchoolIdentity *school;
  const SceauCertification *certification;
  const SceauJurySession *session;
  const SceauExplanationCandidate *candidates;
  gsize n_candidates;
  gboolean anonymous; /* the numbers of the candidates in the place of their names */
  GPtrArray *learners; /* (element-type SceauLearner) (nullable): as in #SceauMinutesContent */
} SceauExplanationContent;

/* The PDF (transfer full); errors as sceau_certificate_document_render(). */
GBytes *sceau_explanation_document_render (const SceauExplanationContent *content, GError **error);

G_END_DECLS
