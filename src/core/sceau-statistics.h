/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certification.h"

G_BEGIN_DECLS

/* Situation of a certified person at 6 or 24 months (FORMATS §3.2 and §3.3). */
typedef enum
{
  SCEAU_SITUATION_NO_ANSWER,
  SCEAU_SITUATION_PERMANENT,      /* CDI */
  SCEAU_SITUATION_FIXED_TERM,     /* CDD */
  SCEAU_SITUATION_TEMPORARY,      /* intérim */
  SCEAU_SITUATION_SELF_EMPLOYED,  /* indépendant, création d'entreprise */
  SCEAU_SITUATION_SEEKING,        /* recherche d'emploi */
  SCEAU_SITUATION_INACTIVE,       /* autre inactivité */
  SCEAU_SITUATION_WORK_STUDY,     /* alternance: neutralised */
  SCEAU_SITUATION_STUDIES,        /* poursuite d'études: neutralised */
  SCEAU_SITUATION_INCAPACITY,     /* inactivité contrainte: neutralised */
  SCEAU_SITUATION_ABROAD,         /* à l'étranger: neutralised */
  SCEAU_N_SITUATIONS
} SceauSituation;

typedef struct
{
  gint64 enrolment_id;
  int year;             /* of certification: given by the store */
  gboolean vae;         /* given by the store */
  int horizon;          /* months: 6 or 24 */
  SceauSituation situation;
  gboolean target_job;  /* works in the target job of the fiche */
  SceauDate answered;
} SceauSurveyAnswer;

SceauSurveyAnswer *sceau_survey_answer_new  (void);
void               sceau_survey_answer_free (SceauSurveyAnswer *self);

const char *sceau_situation_to_id          (SceauSituation situation);
gboolean    sceau_situation_from_id        (const char *id, SceauSituation *situation);
const char *sceau_situation_title          (SceauSituation situation);
gboolean    sceau_situation_is_neutralised (SceauSituation situation);
gboolean    sceau_situation_is_employment  (SceauSituation situation);

/* A rate is never shown without its terms. */
typedef enum
{
  SCEAU_RATE_KNOWN,
  SCEAU_RATE_NONE,   /* n.c.: nobody in the denominator */
  SCEAU_RATE_NOT_DUE /* "-": the horizon is not reached for the whole promotion */
} SceauRateState;

typedef struct
{
  SceauRateState state;
  int numerator;
  int denominator; /* respondents minus neutralised */
  int percent;     /* rounded half up; meaningful when known */
} SceauRate;

/* One year of the fiche's table, with what stands behind it. */
typedef struct
{
  int year;
  int certified;
  int certified_vae;
  int respondents_6m, neutralised_6m;
  int respondents_24m, neutralised_24m;
  SceauRate global_6m;
  SceauRate target_6m;
  SceauRate target_24m;
} SceauStatisticsYear;

/* Counts of one year, as the store adds them up. */
typedef struct
{
  int year;
  int certified, certified_vae;
  SceauDate last_certified; /* latest decision of the year: decides whether a horizon is due */
  int respondents[2], neutralised[2], employed[2], target[2]; /* [0]: 6 months, [1]: 24 months */
} SceauStatisticsCounts;

/* Computes the rates; @today decides what is due. */
void  sceau_statistics_compute (const SceauStatisticsCounts *counts, SceauDate today, SceauStatisticsYear *year);
SceauRate sceau_rate_new (int numerator, int denominator);
/* "79 %" with a no-break space, "n.c.", "-" */
char *sceau_rate_to_text (SceauRate rate);

G_END_DECLS
