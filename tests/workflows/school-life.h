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
  SceauSchool *school;
  SessionModel *model;
  GRand *rand;
  GString *story; /* what was done, to be read when it goes wrong */
  GBytes *bytes;  /* of the file before the command */
  gint64 entries;
  gint64 focus;     /* the session that commands are mostly about */
  gboolean written; /* by the command; the same bytes are the same school */
} SchoolLife;

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

G_END_DECLS
