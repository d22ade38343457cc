/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrol-learners.h"
#include "sceau-workflow-private.h"

G_BEGIN_DECLS

/**
 * SceauEnrolDesk: what it takes to say whether somebody can enter a cohort.  What the school
 * knows is fetched once, so that a line of a roster costs the same in a large school as in a small one.
 */
typedef struct
{
  SceauSchool *school;
  SceauFaults *faults;
  SceauCertification *certification;
  SceauCohort *cohort;
  SceauPlan *plan;
  GHashTable *numbers;  /* (element-type utf8 gint64): every number in use → id of the learner */
  GHashTable *enrolled; /* (element-type utf8 SceauEnrolment): of this cohort, by number */
  GPtrArray *enrolments; /* owns those of @enrolled */
  GHashTable *newcomers; /* (element-type utf8 utf8): folded names and birth date of the people checked → number */
} SceauEnrolDesk;

typedef enum
{
  SCEAU_ENROL_REFUSED,   /* its errors are in the list */
  SCEAU_ENROL_UNCHANGED, /* the cohort has this very enrolment already */
  SCEAU_ENROL_NEW
} SceauEnrolVerdict;

gboolean sceau_enrol_desk_open  (SceauEnrolDesk *self, SceauSchool *school, SceauCohort *cohort /* (transfer full) */,
                                 SceauFaults *faults, GError **error);
void     sceau_enrol_desk_clear (SceauEnrolDesk *self);

/**
 * sceau_enrol_desk_check: whether @learner can be enrolled as @enrolment says.  The entry defaults to
 * the start of the cohort.  @line: of the roster, or 0.  FALSE on errors of the school file only.
 */
gboolean sceau_enrol_desk_check (SceauEnrolDesk *self, SceauLearner *learner, SceauEnrolment *enrolment, int line,
                                 SceauEnrolVerdict *verdict, GError **error);
/* A block that a learner brings along. */
void     sceau_enrol_desk_check_block (SceauEnrolDesk *self, const SceauAcquiredBlock *block, int line);
/* Stores both and sets their ids; a learner whom the school knows keeps the civil status that it has. */
gboolean sceau_enrol_desk_write (SceauEnrolDesk *self, SceauLearner *learner, SceauEnrolment *enrolment, GError **error);
/* What the quotas say once people of these @admissions (element-type SceauAdmission) are in too: warnings here, errors at the jury. */
gboolean sceau_enrol_desk_warn_quotas (SceauEnrolDesk *self, GArray *admissions, GError **error);

/* A block acquired elsewhere: known to the fiche, with a date that has come and a proof. */
void     sceau_check_acquired_block (const SceauAcquiredBlock *block, const SceauCertification *certification,
                                     SceauDate today, int line, SceauFaults *faults);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SceauEnrolDesk, sceau_enrol_desk_clear)

G_END_DECLS
