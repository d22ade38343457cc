/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-evaluation.h"

G_BEGIN_DECLS

/* One modality as it stands for one enrolment. */
typedef struct
{
  const SceauModality *modality;
  SceauMark mark;  /* of the counting result; blank when there is none */
  gboolean open;   /* a mark that counts is still to come: nothing may be lost on what stands now */
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
/* The title of the modality, or its code when it has none. */
const char     *sceau_assessment_name     (const SceauAssessment *self);
/* "« Étude de cas » (8 sur 20, seuil de 10)", "« Oral » (absence injustifiée)" */
char           *sceau_assessment_describe (const SceauAssessment *self);
/* "9,75 sur 20", "B", "PA" */
char           *sceau_value_describe      (gint32 value, SceauScale scale);
/* The text is French prose typed with ordinary spaces; takes it and gives it back with no-break ones. */
char           *sceau_french_sentence     (char *text);

SceauRequirementVerdict *sceau_requirement_evaluate (const SceauDossier *dossier, const SceauRequirement *requirement);

G_END_DECLS
