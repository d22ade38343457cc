/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-evaluation.h"
#include "sceau-worker.h"

G_BEGIN_DECLS

/* One enrolment with everything around it. */
typedef struct
{
  SceauEnrolment *enrolment;
  SceauCertification *certification;
  SceauPlan *plan;            /* or NULL */
  GPtrArray *results;         /* (element-type SceauResult) */
  GPtrArray *acquired_blocks; /* (element-type SceauAcquiredBlock): of the learner, in this certification */
  GPtrArray *decisions;       /* (element-type SceauDecision): earliest first */
  GPtrArray *certificates;    /* (element-type SceauCertificate) */
} SceauParcours;

/* All that the school knows of one learner. */
typedef struct
{
  SceauLearner *learner;
  GPtrArray *parcours; /* (element-type SceauParcours) */
} SceauLearnerFile;

/* In the worker's thread: one consistent view of the file. */
SceauLearnerFile *sceau_learner_file_load (SceauSchool *school, gint64 learner_id, GError **error);
void              sceau_learner_file_free (SceauLearnerFile *self);
/* What the rules of evaluation ask for; borrows everything from @self. */
SceauDossier      sceau_parcours_get_dossier (const SceauParcours *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauLearnerFile, sceau_learner_file_free)

G_END_DECLS
