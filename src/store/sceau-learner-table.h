/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-learner.h"
#include "sceau-school.h"

G_BEGIN_DECLS

typedef enum
{
  SCEAU_LEARNER_SORT_NAME,
  SCEAU_LEARNER_SORT_NUMBER
} SceauLearnerSort;

/* Zeroed: every learner, sorted by name. */
typedef struct
{
  gint64 cohort_id;    /* 0: all */
  const char *search;  /* words of the name or the number, without case or accents; NULL: all */
  SceauLearnerSort sort;
  guint offset;
  guint limit;         /* 0: all */
} SceauLearnerQuery;

gboolean      sceau_learner_table_insert         (SceauSchool *school, SceauLearner *learner, GError **error); /* sets its id */
gboolean      sceau_learner_table_update         (SceauSchool *school, const SceauLearner *learner, GError **error);
gboolean      sceau_learner_table_delete         (SceauSchool *school, gint64 id, GError **error); /* without enrolment only */
SceauLearner *sceau_learner_table_find           (SceauSchool *school, gint64 id, GError **error);
SceauLearner *sceau_learner_table_find_by_number (SceauSchool *school, const char *number, GError **error);
/* Somebody else with the same folded names and birth date: found by the index of names. @number: (out) (transfer full): of
 * the first such learner, or NULL when there is none. FALSE on errors. */
gboolean      sceau_learner_table_find_namesake  (SceauSchool *school, const SceauLearner *learner, char **number, GError **error);
/* (element-type SceauLearner) */
GPtrArray    *sceau_learner_table_list           (SceauSchool *school, const SceauLearnerQuery *query, GError **error);
gint64        sceau_learner_table_count          (SceauSchool *school, const SceauLearnerQuery *query, GError **error); /* -1 on errors */
/* (element-type utf8 gint64*): every number in use → its id, for imports. */
GHashTable   *sceau_learner_table_list_numbers   (SceauSchool *school, GError **error);

G_END_DECLS
