/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* When a copy of the results was taken. */
typedef enum
{
  SCEAU_FREEZE_OPENING, /* the session opens: what the jury was given */
  SCEAU_FREEZE_SEAL     /* the seal: what the decision rests on; the results themselves are locked from then on */
} SceauFreeze;

/* A mark that is not the same at the seal as at the opening: changed in deliberation. */
typedef struct
{
  gint64 enrolment_id;
  char *modality_code;
  int attempt;
  gboolean existed; /* before the deliberation */
  SceauMark before; /* blank when it did not exist */
  SceauMark after;  /* blank when it was removed */
} SceauMarkChange;

void       sceau_mark_change_free                 (SceauMarkChange *self);
/* Copies every result of the enrolments that the session has to decide on, in one statement; replaces an earlier opening copy. */
gboolean   sceau_frozen_result_table_freeze       (SceauSchool *school, gint64 session_id, SceauFreeze moment, GError **error);
/* The opening copy of one enrolment that joins the session later: the copies of the others stay as they are. */
gboolean   sceau_frozen_result_table_join                 (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error);
/* (element-type SceauResult) */
GPtrArray *sceau_frozen_result_table_list         (SceauSchool *school, gint64 session_id, SceauFreeze moment, GError **error);
/* The SHA-256 of one copy of a session, row by row. */
char      *sceau_frozen_result_table_digest       (SceauSchool *school, gint64 session_id, SceauFreeze moment, GError **error);
/* (element-type SceauMarkChange): opening against the seal, or against today's results until then; empty when no opening copy was taken. */
GPtrArray *sceau_frozen_result_table_list_changes (SceauSchool *school, gint64 session_id, GError **error);
/* The same for one enrolment. */
GPtrArray *sceau_frozen_result_table_list_changes_of (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error);

/* A result that the seal of a session locks, with every attempt before it. */
typedef struct
{
  gint64 enrolment_id;
  char *modality_code;
  int attempt;
  gint64 session_id;
  SceauDate session_date;
} SceauSealedResult;

void       sceau_sealed_result_free               (SceauSealedResult *self);
/* (element-type SceauSealedResult): of every learner of a cohort in one query, by enrolment, modality and attempt. */
GPtrArray *sceau_frozen_result_table_list_sealed  (SceauSchool *school, gint64 cohort_id, GError **error);

G_END_DECLS
