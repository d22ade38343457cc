/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-cli.h"
#include "sceau-enrolment.h"

G_BEGIN_DECLS

/* The school of the call, opened; and the cohort that --certification and --cohort name. NULL when refused, which was said. */
SceauCohort    *sceau_cli_open_cohort    (SceauCli *cli, SceauSchoolMode mode, const char *certification, const char *name);
/* The enrolment of the learner with this number in the cohort. */
SceauEnrolment *sceau_cli_find_enrolment (SceauCli *cli, gint64 cohort_id, const char *number);
/* The same, with the school to be opened first. */
SceauEnrolment *sceau_cli_open_enrolment (SceauCli *cli, SceauSchoolMode mode, const char *certification, const char *cohort, const char *number);
/* A day that may be left out; FALSE when it is no day, which was said. */
gboolean        sceau_cli_read_optional_date (SceauCli *cli, const char *option, const char *text, SceauDate *date);

G_END_DECLS
