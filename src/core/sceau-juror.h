/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-learner.h"

G_BEGIN_DECLS

/* Somebody who can sit in a jury. */
typedef struct
{
  gint64 id;        /* the number that the command line and the list show */
  char *name;       /* "Prénom NOM" */
  char *function;   /* "Directeur des programmes" */
  char *employer;
  gboolean internal; /* of the school; FALSE: external professional */
  SceauSex sex;
  char *field;      /* domaine of competence: "réponse à incident"; or NULL */
  char *email;      /* or NULL */
  char *phone;      /* or NULL */
  char *address;    /* postal, with line breaks, for letters; or NULL */
  SceauDate mandate_start; /* SCEAU_NO_DATE: unbounded */
  SceauDate mandate_end;
  gboolean retired; /* no longer proposed for new sessions; never removed once in a sealed one */
} SceauJuror;

SceauJuror *sceau_juror_new   (void);
void        sceau_juror_free  (SceauJuror *self);
SceauJuror *sceau_juror_copy  (const SceauJuror *self);
/* Name, function and employer present, contact well formed, mandate not reversed. */
gboolean    sceau_juror_check (const SceauJuror *self, int line, SceauFaults *faults);

/* Why a juror takes no part in a candidate's case: D6412-6 for VAE, the règlement and good practice for all. */
typedef enum
{
  SCEAU_CONFLICT_TRAINER,  /* formateur of the candidate */
  SCEAU_CONFLICT_TUTOR,    /* tuteur, maître d'apprentissage, accompagnateur VAE */
  SCEAU_CONFLICT_EMPLOYER, /* works for the candidate's employer */
  SCEAU_CONFLICT_FAMILY,
  SCEAU_CONFLICT_PERSONAL, /* any other relation, past or present */
  SCEAU_N_CONFLICTS
} SceauConflictKind;

/* A conflict that a juror declared or the school knows: with one learner, or with a whole cohort (a trainer). */
typedef struct
{
  gint64 id;
  gint64 juror_id;
  SceauConflictKind kind;
  char *learner_number; /* or NULL */
  gint64 cohort_id;     /* or 0 */
  char *note;           /* or NULL */
} SceauJurorConflict;

/* A label or membership that a juror holds: ExpertCyber, InterCERT… */
typedef struct
{
  gint64 id;
  gint64 juror_id;
  char *title;
  char *reference; /* or NULL */
  SceauDate start; /* SCEAU_NO_DATE: unbounded */
  SceauDate end;
} SceauJurorRecognition;

/* Days on which a juror cannot sit, both included. */
typedef struct
{
  gint64 id;
  gint64 juror_id;
  SceauDate start;
  SceauDate end;
  char *note; /* or NULL */
} SceauUnavailability;

SceauJurorConflict    *sceau_juror_conflict_new     (void);
void                   sceau_juror_conflict_free    (SceauJurorConflict *self);
SceauJurorRecognition *sceau_juror_recognition_new  (void);
void                   sceau_juror_recognition_free (SceauJurorRecognition *self);
SceauUnavailability   *sceau_unavailability_new     (void);
void                   sceau_unavailability_free    (SceauUnavailability *self);

const char *sceau_conflict_kind_to_id   (SceauConflictKind kind); /* "trainer", "tutor", "employer", "family", "personal" */
gboolean    sceau_conflict_kind_from_id (const char *id, SceauConflictKind *kind);
const char *sceau_conflict_kind_title   (SceauConflictKind kind); /* translated, for the screen */
const char *sceau_conflict_kind_french  (SceauConflictKind kind); /* for documents: "formateur du candidat" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauJuror, sceau_juror_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauJurorConflict, sceau_juror_conflict_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauJurorRecognition, sceau_juror_recognition_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauUnavailability, sceau_unavailability_free)

G_END_DECLS
