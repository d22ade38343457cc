/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* What is acquired stays acquired: rows are added and never changed or removed.  One that a jury gave by error
 * is annulled beside it, by the session that rectifies that jury, and is left out of the lists below. */
gboolean   sceau_acquired_block_table_insert          (SceauSchool *school, SceauAcquiredBlock *block, GError **error); /* sets its id */
/* All (element-type SceauAcquiredBlock). @certification_code NULL: all. */
GPtrArray *sceau_acquired_block_table_list_by_learner (SceauSchool *school, gint64 learner_id, const char *certification_code, GError **error);
/* Of every learner of the cohort, in the cohort's certification; sorted by learner. */
GPtrArray *sceau_acquired_block_table_list_by_cohort  (SceauSchool *school, gint64 cohort_id, GError **error);
/* What a session gave, annulled since or not: its seal covers it. */
GPtrArray *sceau_acquired_block_table_list_by_session (SceauSchool *school, gint64 session_id, GError **error);
/* Takes back a block that a jury gave: @session_id rectifies a session that decided on the same enrolment, and is not sealed yet. */
gboolean   sceau_acquired_block_table_annul           (SceauSchool *school, gint64 id, gint64 session_id, const char *reason, GError **error);

G_END_DECLS
