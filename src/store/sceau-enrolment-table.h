/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* Zeroed: every enrolment, sorted by the learner's name. */
typedef struct
{
  gint64 cohort_id;               /* 0: all */
  gint64 learner_id;              /* 0: all */
  const char *certification_code; /* NULL: all */
  const char *group;              /* NULL: all */
  const char *search;             /* words of the learner's name or number; NULL: all */
  gboolean active_only;           /* without those who left, be it only for a while */
  guint offset;
  guint limit;                    /* 0: all */
} SceauEnrolmentQuery;

gboolean        sceau_enrolment_table_insert  (SceauSchool *school, SceauEnrolment *enrolment, GError **error); /* sets its id */
gboolean        sceau_enrolment_table_update  (SceauSchool *school, const SceauEnrolment *enrolment, GError **error);
gboolean        sceau_enrolment_table_delete  (SceauSchool *school, gint64 id, GError **error); /* without results or decisions only */
SceauEnrolment *sceau_enrolment_table_find    (SceauSchool *school, gint64 id, GError **error);
/* (element-type SceauEnrolment): with learner's number and name, cohort's name and targeted blocks, in two queries. */
GPtrArray      *sceau_enrolment_table_list    (SceauSchool *school, const SceauEnrolmentQuery *query, GError **error);
gint64          sceau_enrolment_table_count   (SceauSchool *school, const SceauEnrolmentQuery *query, GError **error);
/* (element-type SceauAdmission): bases of the learners who count in the quotas of a cohort, for sceau_quota_evaluate(): those
 * in training, and those who interrupted, since they may come back to their place. Who withdrew or was excluded gave it up. */
GArray         *sceau_enrolment_table_list_admissions (SceauSchool *school, gint64 cohort_id, GError **error);

G_END_DECLS
