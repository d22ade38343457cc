/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"
#include "sceau-school.h"

G_BEGIN_DECLS

gboolean     sceau_cohort_table_insert       (SceauSchool *school, SceauCohort *cohort, GError **error); /* sets its id */
gboolean     sceau_cohort_table_update       (SceauSchool *school, const SceauCohort *cohort, GError **error);
gboolean     sceau_cohort_table_delete       (SceauSchool *school, gint64 id, GError **error); /* empty ones only */
SceauCohort *sceau_cohort_table_find         (SceauSchool *school, gint64 id, GError **error);
SceauCohort *sceau_cohort_table_find_by_name (SceauSchool *school, const char *certification_code, const char *name, GError **error);
/* (element-type SceauCohort): latest start first; @certification_code NULL: all. */
GPtrArray   *sceau_cohort_table_list         (SceauSchool *school, const char *certification_code, GError **error);
/* (element-type gint64 int): number of enrolments of each cohort that has any, keyed by &cohort->id (g_int64_hash). */
GHashTable  *sceau_cohort_table_count_enrolments (SceauSchool *school, GError **error);

G_END_DECLS
