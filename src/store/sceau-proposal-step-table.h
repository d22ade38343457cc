/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-evaluation.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* The auditor's table of one candidate, kept before the seal; (element-type SceauProposalStep). */
gboolean   sceau_proposal_step_table_save (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GPtrArray *steps, GError **error);
GPtrArray *sceau_proposal_step_table_list (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error);

G_END_DECLS
