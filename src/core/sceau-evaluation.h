/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"

G_BEGIN_DECLS

/* What the jury says, or what the program proposes, for one enrolment as a whole. */
typedef enum
{
  SCEAU_OUTCOME_CERTIFIED,
  SCEAU_OUTCOME_PARTIAL,   /* some blocks acquired; never for a certification without partial results */
  SCEAU_OUTCOME_FAILED,
  SCEAU_OUTCOME_DEFERRED,  /* ajourné: results are missing */
  SCEAU_OUTCOME_ABSENT,
  SCEAU_OUTCOME_EXCUSED,
  SCEAU_OUTCOME_WITHDRAWN,
  SCEAU_OUTCOME_FRAUD,
  SCEAU_N_OUTCOMES
} SceauOutcome;

typedef enum
{
  SCEAU_BLOCK_NOT_TARGETED, /* the learner did not come for it */
  SCEAU_BLOCK_ACQUIRED,
  SCEAU_BLOCK_NOT_ACQUIRED,
  SCEAU_BLOCK_PENDING       /* a result is missing, pending or excused */
} SceauBlockState;

/* The verdict on one block; @reason is French, in words a candidate could read. */
typedef struct
{
  char *block_code;
  SceauBlockState state;
  SceauAcquisitionKind how; /* when acquired */
  gint32 mean;              /* hundredths; -1 when the rule computes none */
  char *reason;
} SceauBlockVerdict;

typedef struct
{
  char *requirement_code;
  gboolean met;
  gboolean pending; /* not met yet because something is missing */
  char *reason;
} SceauRequirementVerdict;

/* One step of the reasoning, for the auditor's table; French texts. */
typedef struct
{
  char *subject;  /* a block's code, a modality's, a requirement's, or "ENSEMBLE" */
  char *rule;     /* "seuil", "plancher", "moyenne pondérée", "part des compétences", "passages", "rattrapage plafonné"… */
  char *found;    /* "9,75 sur 20 (2e passage, plafonné)" */
  char *expected; /* "au moins 10 sur 20" */
  gboolean decisive; /* the outcome rests on it */
  gboolean met;
  gboolean pending;  /* neither met nor lost yet */
} SceauProposalStep;

typedef struct
{
  SceauOutcome outcome;
  GPtrArray *blocks;       /* (element-type SceauBlockVerdict): every block of the fiche, in its order */
  GPtrArray *requirements; /* (element-type SceauRequirementVerdict) */
  char *reason;            /* French, the whole in a few sentences */
} SceauProposal;

/* All that the rules need to know about one enrolment; owns nothing. */
typedef struct
{
  const SceauCertification *certification;
  const SceauPlan *plan;
  const SceauEnrolment *enrolment;
  GPtrArray *results;         /* (element-type SceauResult): every attempt of this enrolment */
  GPtrArray *acquired_blocks; /* (element-type SceauAcquiredBlock): of this learner in this certification */
} SceauDossier;

/**
 * sceau_block_evaluate: the verdict on one block (or, with @block_code NULL, on the
 * certification as a whole) by the rule that the plan declares.  Blocks never
 * compensate each other; a block acquired before stays acquired.
 */
SceauBlockVerdict *sceau_block_evaluate  (const SceauDossier *dossier, const char *block_code);
/* Exact: (sum of weight × mark) / sum of weights, rounded half up to the hundredth; exempt
 * modalities weigh nothing; FALSE when nothing has a weight. Rounding never lifts a mean over the
 * threshold: sceau_block_evaluate() compares the exact fraction. */
gboolean           sceau_weighted_mean   (const gint32 *marks, const int *weights, guint n, gint32 *mean);
/* The result that counts among the attempts of a modality (best or last, as the plan says), or NULL.
 * Blank attempts are none; a fraud voids what came before it and counts unless a later attempt follows;
 * where the best counts, retakes are compared as they are capped. */
const SceauResult *sceau_dossier_counting_result (const SceauDossier *dossier, const char *modality_code);
/* What that result counts for: its mark, or the cap when it is a retake that exceeds it; blank when there is none. */
SceauMark          sceau_dossier_counting_mark   (const SceauDossier *dossier, const char *modality_code);
/**
 * sceau_proposal_new: the outcome that is proposed to the jury.  A withdrawal, then an exclusion or a fraud
 * in what the enrolment targets, then an interruption (deferred) come first; certified wants every required block and
 * every requirement.  What is missing is neither won nor lost: the outcome is deferred
 * when it depends on it, and never failed for it.  Without blocks in the fiche the whole
 * is judged, #SceauProposal.blocks is empty and no outcome is partial.
 */
SceauProposal     *sceau_proposal_new    (const SceauDossier *dossier);
/* The same reasoning as a table: (transfer full) (element-type SceauProposalStep), modalities of each block in the
 * order of the plan, then the block, then the requirements, a departure, and the whole last.  What is decisive tells
 * the outcome: a fraud or a departure, or else all met is certified, one pending is deferred (or excused), a block met
 * beside something lost is partial, and nothing met is failed (or absent). */
GPtrArray         *sceau_proposal_explain (const SceauDossier *dossier);
void               sceau_proposal_step_free (SceauProposalStep *self);
/**
 * sceau_dossier_check_attempt: whether the plan lets this learner take a modality for the
 * @attempt-th time on @date: the number allowed, the delay since the attempt before, nothing left to
 * win once the block is acquired or the modality dispensed.  Only attempts before @attempt are looked at, and
 * a justified absence is none of them: it uses up nothing and delays nothing.  @date may be SCEAU_NO_DATE: then the delay is not judged.
 * Faults are errors with what is allowed and from when on.
 */
gboolean           sceau_dossier_check_attempt (const SceauDossier *dossier, const char *modality_code, int attempt,
                                                SceauDate date, SceauFaults *faults);

/* Whether a company period of these days, the last one included, is as long as @self asks: what the rules say of it,
 * while it is typed. */
gboolean           sceau_requirement_allows_period (const SceauRequirement *self, SceauDate start, SceauDate end);
/* (transfer full): "5 months", "4 months and 12 days"; NULL without both days. */
char              *sceau_describe_period      (SceauDate start, SceauDate end);
/* (transfer full) (nullable): a sentence when the company period is not as long as @plan, which may be NULL, asks of the route. */
char              *sceau_judge_company_period (const SceauPlan *plan, SceauRoute route, SceauDate start, SceauDate end);

/* Whether the learner is to be evaluated by @modality at all: one of a block that is targeted or, for a transversal one, of an
 * enrolment that leads to the whole certification together with the blocks acquired before. */
gboolean           sceau_dossier_asks_modality (const SceauDossier *dossier, const SceauModality *modality);

void               sceau_block_verdict_free       (SceauBlockVerdict *self);
void               sceau_requirement_verdict_free (SceauRequirementVerdict *self);
void               sceau_proposal_free            (SceauProposal *self);
const SceauBlockVerdict *sceau_proposal_find_block (const SceauProposal *self, const char *block_code);

const char *sceau_outcome_to_id        (SceauOutcome outcome); /* "certified", "partial"… as in the command line */
gboolean    sceau_outcome_from_id      (const char *id, SceauOutcome *outcome);
const char *sceau_outcome_title        (SceauOutcome outcome); /* translated, for the screen */
const char *sceau_outcome_french       (SceauOutcome outcome); /* for documents: "Certifié(e)", "Validation partielle"… */
const char *sceau_block_state_to_id    (SceauBlockState state); /* "not_targeted", "acquired", "not_acquired", "pending" */
gboolean    sceau_block_state_from_id  (const char *id, SceauBlockState *state);
const char *sceau_block_state_title    (SceauBlockState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauBlockVerdict, sceau_block_verdict_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauProposal, sceau_proposal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauProposalStep, sceau_proposal_step_free)

G_END_DECLS
