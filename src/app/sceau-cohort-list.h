/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"
#include "sceau-worker.h"

G_BEGIN_DECLS

/* A cohort with what a list says of it. */
typedef struct
{
  SceauCohort *cohort;
  char *certification_title;
  int enrolments;
} SceauCohortLine;

void       sceau_cohort_line_free (SceauCohortLine *self);

/* In the worker's thread: (transfer full) (element-type SceauCohortLine): by certification, the latest first. */
GPtrArray *sceau_cohort_lines_load (SceauSchool *school, GError **error);

G_END_DECLS
