/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certification.h"
#include "sceau-learner.h"
#include "sceau-plan.h"

G_BEGIN_DECLS

/* The learners who follow one certification in one period. */
typedef struct
{
  gint64 id;
  char *certification_code;
  char *name;  /* unique in the certification */
  SceauDate start;
  SceauDate end;
  int planned_learners; /* how many are expected, for the quotas while enrolling; 0: not known */
} SceauCohort;

SceauCohort *sceau_cohort_new  (void);
void         sceau_cohort_free (SceauCohort *self);

typedef enum
{
  SCEAU_ENROLMENT_ACTIVE,
  SCEAU_ENROLMENT_WITHDRAWN,   /* abandon */
  SCEAU_ENROLMENT_INTERRUPTED, /* interruption: the learner may come back */
  SCEAU_ENROLMENT_EXCLUDED     /* excluded for fraud, after having been heard */
} SceauEnrolmentState;

/* A learner in a certification: parcours. */
typedef struct
{
  gint64 id;
  gint64 learner_id;
  char *learner_number;
  char *learner_name;      /* "LEFÈVRE Zoé": given by the store for lists, not stored twice */
  gint64 cohort_id;
  char *cohort_name;       /* given by the store */
  char *certification_code;
  SceauRoute route;
  SceauAdmission admission;
  SceauDate entry;         /* first day of the parcours, or day of the VAE receivability */
  SceauDate company_start; /* période en entreprise */
  SceauDate company_end;
  char *company;           /* employer or host company, or NULL */
  GPtrArray *targeted_blocks; /* (element-type utf8): block codes; empty: the whole certification */
  char *tutor;             /* tuteur or accompagnateur VAE, for the conflicts of jurors; or NULL */
  char *group;             /* group of the collective modalities, or NULL */
  SceauEnrolmentState state;
  SceauDate state_since;   /* day of the withdrawal, interruption or exclusion */
  char *state_reason;      /* or NULL */
  SceauDate hearing;       /* day on which somebody who is excluded was heard */
} SceauEnrolment;

SceauEnrolment *sceau_enrolment_new     (void);
void            sceau_enrolment_free    (SceauEnrolment *self);
gboolean        sceau_enrolment_targets (const SceauEnrolment *self, const char *block_code);
/* Against the fiche: the route is open, the entry lies inside the registration,
 * targeted blocks exist and may be had alone, the company period is not reversed, a departure has its day, and
 * an exclusion its reason and the hearing before it. */
gboolean        sceau_enrolment_check   (const SceauEnrolment *self, const SceauCertification *certification, int line, SceauFaults *faults);

/* How a block came to be acquired; each way needs its proof. */
typedef enum
{
  SCEAU_ACQUISITION_JURY,           /* by a jury of this school for this enrolment */
  SCEAU_ACQUISITION_EARLIER,        /* by an earlier enrolment, here or elsewhere */
  SCEAU_ACQUISITION_VAE,
  SCEAU_ACQUISITION_CORRESPONDENCE, /* by correspondence from a former fiche */
  SCEAU_ACQUISITION_DISPENSE        /* dispense, foreign equivalence */
} SceauAcquisitionKind;

/* A block that a learner has: it stays acquired, whatever happens later. */
typedef struct
{
  gint64 id;
  gint64 learner_id;
  char *certification_code;
  char *block_code;
  SceauAcquisitionKind kind;
  SceauDate date;
  char *proof;      /* reference of the document, never empty unless a jury of this file decided */
  gint64 session_id; /* the jury session, 0 when another body decided */
} SceauAcquiredBlock;

/* "active", "withdrawn", "interrupted", "excluded" */
const char     *sceau_enrolment_state_to_id   (SceauEnrolmentState state);
gboolean        sceau_enrolment_state_from_id (const char *id, SceauEnrolmentState *state);
const char     *sceau_enrolment_state_title   (SceauEnrolmentState state); /* translated, for the screen */

SceauAcquiredBlock *sceau_acquired_block_new    (void);
void                sceau_acquired_block_free   (SceauAcquiredBlock *self);
const char         *sceau_acquisition_kind_to_id   (SceauAcquisitionKind kind); /* "jury", "earlier", "vae", "correspondence", "dispense" */
gboolean            sceau_acquisition_kind_from_id (const char *id, SceauAcquisitionKind *kind);
const char         *sceau_acquisition_kind_title   (SceauAcquisitionKind kind);

/* What a learner got for one modality at one attempt. */
typedef struct
{
  gint64 enrolment_id;
  char *modality_code;
  int attempt;      /* 1: first session; an earlier one is never overwritten by a later */
  SceauMark mark;
  gint32 group_value; /* of a collective modality: the mark of the group, hundredths; -1 when there is none */
  char *examiner;   /* or NULL */
  SceauDate date;
  char *comment;    /* or NULL */
} SceauResult;

SceauResult *sceau_result_new  (gint64 enrolment_id, const char *modality_code, int attempt, SceauMark mark);
void         sceau_result_free (SceauResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauCohort, sceau_cohort_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauEnrolment, sceau_enrolment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauAcquiredBlock, sceau_acquired_block_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauResult, sceau_result_free)

G_END_DECLS
