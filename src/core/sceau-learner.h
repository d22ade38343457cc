/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-date.h"
#include "sceau-fault.h"

G_BEGIN_DECLS

typedef enum
{
  SCEAU_SEX_UNKNOWN, /* allowed for a juror, never for a learner: the declaration to the CDC needs it */
  SCEAU_SEX_FEMALE,
  SCEAU_SEX_MALE
} SceauSex;

/**
 * A person, with the civil status that the parchemin and the CDC need
 * (FORMATS §1.2, rows 8.1 to 8.14).  Names are kept in NFC, trimmed.
 */
typedef struct
{
  gint64 id;           /* row of the school file, 0 before it is stored */
  char *number;        /* the school's own number of the learner: unique, never reused */
  SceauSex sex;
  char *birth_name;    /* nom de naissance, 1–60 characters */
  char *usage_name;    /* nom d'usage, or NULL */
  char *first_name;    /* prénom 1, 1–60 characters */
  char *other_names;   /* prénoms 2 et 3, separated by a comma, or NULL */
  SceauDate birth_date;
  char *birth_commune; /* INSEE code of five characters, 99xxx abroad, or NULL */
  char *birth_place;   /* name of the commune or of the foreign town, or NULL */
  char *birth_country; /* name, or NULL for France */
  char *email;         /* or NULL */
} SceauLearner;

SceauLearner *sceau_learner_new          (void);
void          sceau_learner_free         (SceauLearner *self);
SceauLearner *sceau_learner_copy         (const SceauLearner *self);
/* "Zoé LEFÈVRE (usage: MARTIN)" is for no one: screens say "LEFÈVRE Zoé", documents "Zoé LEFÈVRE". */
char         *sceau_learner_sorted_name  (const SceauLearner *self);
char         *sceau_learner_full_name    (const SceauLearner *self);
/**
 * sceau_learner_check: the civil status as the CDC and the parchemin will want it:
 * a number that can name a file and stand in a spreadsheet (no control character, "/" or "\",
 * none of "=+-@" in front), names present and at most 60 characters, no control character, sex, a real birth
 * date (1900 … fourteen years ago), a birth commune that is well formed (FORMATS §6).
 * A missing birth commune is a warning: the CDC often cannot match the person.
 * @line: the line of the source file for the faults, or 0.
 */
gboolean      sceau_learner_check        (const SceauLearner *self, int line, SceauFaults *faults);
const char   *sceau_sex_to_id            (SceauSex sex);   /* "F", "M", "" */
gboolean      sceau_sex_from_text        (const char *text, SceauSex *sex); /* F, M, H, femme, homme, Mme, M., 1, 2 */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauLearner, sceau_learner_free)

G_END_DECLS
