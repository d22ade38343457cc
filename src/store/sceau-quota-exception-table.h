/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* Somebody admitted although the quota was full, and how it stood then. */
typedef struct
{
  gint64 id;
  gint64 enrolment_id;
  char *learner_number; /* given by the store */
  char *learner_name;   /* given by the store */
  char *quota_code;
  SceauDate date;
  char *reason;
  int learners;
  int places;
  int used;
} SceauQuotaException;

SceauQuotaException *sceau_quota_exception_new          (void);
void                 sceau_quota_exception_free         (SceauQuotaException *self);
/* The number that the file gave, or 0 on errors. */
gint64               sceau_quota_exception_table_insert (SceauSchool *school, const SceauQuotaException *exception, GError **error);
/* (element-type SceauQuotaException): of a cohort, by name; of every cohort for 0. */
GPtrArray           *sceau_quota_exception_table_list   (SceauSchool *school, gint64 cohort_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauQuotaException, sceau_quota_exception_free)

G_END_DECLS
