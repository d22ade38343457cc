/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"
#include "sceau-jury.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/**
 * SceauTestSchool: a school file in a fresh folder, with one certification of two
 * blocks (RNCP99901), its plan, one cohort and a few learners.  Everybody is invented.
 */
typedef struct
{
  char *folder;
  char *path;
  SceauSchool *school;   /* opened to read and write; its clock stands still */
  const char *certification_code;
  gint64 cohort_id;
  GArray *enrolments;    /* (element-type gint64): ids, in the order of the learners' numbers "A001", "A002"… */
  gint64 jurors[5];      /* two internal, then three external */
} SceauTestSchool;

SceauTestSchool *sceau_test_school_new          (int learners);
void             sceau_test_school_free         (SceauTestSchool *self); /* closes, removes the folder */
/* One learner more, with the results of the first modality only and no decision. Returns the enrolment. */
gint64           sceau_test_school_add_late_learner (SceauTestSchool *self);
/* The learner of this place in the list leaves, with an invented reason. */
void             sceau_test_school_leave        (SceauTestSchool *self, guint index, SceauEnrolmentState state);
/* Passing results for everybody at the first attempt: four modalities each. */
void             sceau_test_school_add_results  (SceauTestSchool *self);
/* A session of 15 October 2026 in preparation, with the five jurors and no decision. Returns its id. */
gint64           sceau_test_school_plan         (SceauTestSchool *self);
/* One step forward, not to the seal. */
void             sceau_test_school_advance      (SceauTestSchool *self, gint64 session_id, SceauSessionState to);
/* A session that decides on everybody as certified, in the state "open". Returns its id. */
gint64           sceau_test_school_open         (SceauTestSchool *self);
/* The same in the state "deliberated". */
gint64           sceau_test_school_deliberate   (SceauTestSchool *self);
/* sceau_test_school_deliberate(), then the seal. Returns the session's id. */
gint64           sceau_test_school_seal         (SceauTestSchool *self);
/* One parchemin for an enrolment that a sealed session certified. (transfer full): its number. */
char            *sceau_test_school_issue        (SceauTestSchool *self, gint64 session_id, gint64 enrolment_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauTestSchool, sceau_test_school_free)

G_END_DECLS
