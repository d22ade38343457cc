/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-evaluation.h"

G_BEGIN_DECLS

/* One modality as it stands for one enrolment. */
typedef struct
{
  const SceauModality *modality;
  SceauMark mark;     /* that counts: capped when it is a retake; blank when there is none */
  SceauMark obtained; /* the same before the cap */
  int attempt;        /* at which it was obtained; 0 when there is none */
  int used;           /* attempts used up: a justified absence uses none */
  gboolean open;      /* a mark that counts is still to come: nothing may be lost on what stands now */
} SceauAssessment;

/* Whether a requirement asks for this modality by itself: it is then no part of the evaluation of the whole. */
gboolean        sceau_plan_claims         (const SceauPlan *plan, const SceauModality *modality);
SceauAssessment sceau_dossier_assess      (const SceauDossier *dossier, const SceauModality *modality);
/* (element-type SceauAssessment): the modalities of a block; for NULL those of the certification as a
 * whole, that is the ones of no block that no requirement claims for itself. */
GArray         *sceau_dossier_assess_all  (const SceauDossier *dossier, const char *block_code);
gboolean        sceau_assessment_passes   (const SceauAssessment *self);
/* Lost for good: neither passed nor open. */
gboolean        sceau_assessment_is_lost  (const SceauAssessment *self);
/* The plan allows no further attempt. */
gboolean        sceau_assessment_is_exhausted (const SceauAssessment *self);
gboolean        sceau_assessment_is_capped (const SceauAssessment *self);
gboolean        sceau_assessment_misses_floor (const SceauAssessment *self);
/* The title of the modality, or its code when it has none. */
const char     *sceau_assessment_name     (const SceauAssessment *self);
/* "« Étude de cas » (8 sur 20, seuil de 10)", "« Oral » (absence injustifiée)" */
char           *sceau_assessment_describe (const SceauAssessment *self);
/* "14 sur 20 (2e passage, plafonné à 10)", "absence injustifiée": for the auditor's table */
char           *sceau_assessment_describe_found (const SceauAssessment *self);
/* "1er", "2e"… */
char           *sceau_ordinal_describe    (int n);
/* "9,75 sur 20", "B", "PA" */
char           *sceau_value_describe      (gint32 value, SceauScale scale);
/* The text is French prose typed with ordinary spaces; takes it and gives it back with no-break ones. */
char           *sceau_french_sentence     (char *text);

/* How a verdict was reached: the words of its step in the auditor's table, each (owned). */
typedef struct
{
  char *rule;
  char *found;
  char *expected;
} SceauGrounds;

void sceau_grounds_clear (SceauGrounds *self);

/* A block, or the whole, with all that its verdict rests on. */
typedef struct
{
  SceauBlockVerdict *verdict;
  SceauBlockRuleKind kind;
  GArray *assessments; /* (element-type SceauAssessment): what was judged; of a block acquired before, the frauds alone */
  gboolean kept;       /* acquired before: nothing here can take it away */
  SceauGrounds grounds;
} SceauBlockExamination;

/* Into @self, which sceau_block_examination_clear() empties. */
void sceau_block_examine           (const SceauDossier *dossier, const char *block_code, SceauBlockExamination *self);
void sceau_block_examination_clear (SceauBlockExamination *self);
/* A block that was passed beside others that were not, where the fiche admits no partial result: it comes with the whole
 * or not at all. @state: pending or not acquired, as the whole is. */
void sceau_block_examination_withhold (SceauBlockExamination *self, SceauBlockState state);

typedef struct
{
  SceauRequirementVerdict *verdict;
  SceauAssessment assessment; /* its modality is NULL unless the requirement rests on one here */
  SceauGrounds grounds;
} SceauRequirementExamination;

void sceau_requirement_examine           (const SceauDossier *dossier, const SceauRequirement *requirement,
                                          SceauRequirementExamination *self);
void sceau_requirement_examination_clear (SceauRequirementExamination *self);
SceauRequirementVerdict *sceau_requirement_evaluate (const SceauDossier *dossier, const SceauRequirement *requirement);

/**
 * SceauJudgement: one enrolment judged as a whole.  The proposal and the auditor's table are two ways to
 * tell it; nothing is worked out twice.
 */
typedef struct
{
  const SceauDossier *dossier;
  SceauProposal *proposal;   /* outcome and reason included */
  GArray *blocks;            /* (element-type SceauBlockExamination): those of proposal->blocks, verdicts borrowed */
  SceauBlockExamination whole; /* of a certification without blocks; its verdict is NULL otherwise */
  GArray *requirements;      /* (element-type SceauRequirementExamination): verdicts borrowed */
  GArray *counting;          /* (element-type SceauAssessment): what the enrolment is assessed on */
  guint n_withheld;          /* blocks passed that the fiche does not let be acquired alone */
} SceauJudgement;

void     sceau_judgement_init          (SceauJudgement *self, const SceauDossier *dossier);
void     sceau_judgement_clear         (SceauJudgement *self);
/* Whether the enrolment can end with the whole certification: who came for a few blocks is not told
 * about a thesis, nor waited for. */
gboolean sceau_judgement_aims_at_whole (const SceauJudgement *self);
/* "exclusion pour fraude le 12 mars 2026, après audition le 5 mars 2026"; NULL for a parcours that goes on. */
char    *sceau_departure_describe      (const SceauEnrolment *enrolment);
/* (transfer full): the outcome in a few French sentences. */
char    *sceau_judgement_explain       (const SceauJudgement *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SceauJudgement, sceau_judgement_clear)

G_END_DECLS
