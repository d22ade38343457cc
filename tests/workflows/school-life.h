/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury-fixture.h"
#include "session-model.h"

G_BEGIN_DECLS

/* One life of a school and of its model, side by side. */
typedef struct
{
  SceauJuryFixture *fixture; /* the school that every life begins with */
  SceauCertification *certification;
  SceauPlan *plan;
  gint64 jurors[MODEL_JURORS];
  char *scans[3];           /* two files that are scans, and one that is none */
  SceauSchool *school;
  SessionModel *model;
  GRand *rand;
  GString *story; /* what was done, to be read when it goes wrong */
  GBytes *bytes;  /* of the file before the command */
  gint64 entries;
  gint64 focus;     /* the session that commands are mostly about */
  ModelAnswer answer; /* to the last command; when it wrote nothing the school is the same */
} SchoolLife;

/* By the numbers that the model gives them. */
extern const char *const school_life_places[3];
extern const char *const school_life_times[3];

/* A copy of the fixture's school, as it is, and a model of it. */
void school_life_begin          (SchoolLife *self, guint32 seed);
/* Checks the whole school file. */
void school_life_end            (SchoolLife *self);
/* What is about to be done. */
void school_life_tell           (SchoolLife *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The outcome of a command beside the answer of the model: what is refused says why, and what is not written leaves
 * every byte of the file as it was. */
void school_life_compare_answer (SchoolLife *self, ModelAnswer expected, gboolean done, const GError *error);
/* The school holds what the model holds, and the journal verifies. */
void school_life_compare_state  (SchoolLife *self);

/* By lot; wrong ones are drawn now and then. */
int         school_life_draw         (SchoolLife *self, int n);
gboolean    school_life_seldom       (SchoolLife *self);
gint64      school_life_draw_session (SchoolLife *self);
SceauDate   school_life_draw_date    (SchoolLife *self);
int         school_life_draw_learner (SchoolLife *self); /* -1: one who is not of the school */

/* What the life of a session has beside its decisions: who sits, pauses, recusals, the calendar, and what follows the seal. */
void school_life_convene (SchoolLife *self, SceauFaults *faults);
void school_life_open    (SchoolLife *self, SceauFaults *faults);
void school_life_amend   (SchoolLife *self, SceauFaults *faults);
void school_life_remove  (SchoolLife *self, SceauFaults *faults);
void school_life_suspend (SchoolLife *self, SceauFaults *faults);
void school_life_resume  (SchoolLife *self, SceauFaults *faults);
void school_life_recuse  (SchoolLife *self, SceauFaults *faults);
void school_life_lift    (SchoolLife *self, SceauFaults *faults);
void school_life_notify  (SchoolLife *self, SceauFaults *faults);
void school_life_attach  (SchoolLife *self, SceauFaults *faults);
void school_life_appeal  (SchoolLife *self, SceauFaults *faults);
void school_life_reply   (SchoolLife *self, SceauFaults *faults);

G_END_DECLS
