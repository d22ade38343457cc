/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* Stores the proposal with its verdicts and, when decided, the decision with its acquired blocks; replaces what the
 * session had for this enrolment.  A decision that differs from the proposal needs a reason: SCEAU_STORE_ERROR_CONSTRAINT.
 * A proposal just made is not outdated; the file itself says when it becomes so. */
gboolean       sceau_decision_table_save              (SceauSchool *school, const SceauDecision *decision, GError **error);
gboolean       sceau_decision_table_delete            (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error);
SceauDecision *sceau_decision_table_find              (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error);
/* All (element-type SceauDecision), sorted by the learner's name, in three queries. */
GPtrArray     *sceau_decision_table_list_by_session   (SceauSchool *school, gint64 session_id, GError **error);
/* The history of one enrolment, earliest session first, whatever the state of the session. */
GPtrArray     *sceau_decision_table_list_by_enrolment (SceauSchool *school, gint64 enrolment_id, GError **error);
/* Sealed decision that holds now for the enrolment (the latest; a rectification supersedes), or NULL with NOT_FOUND. */
SceauDecision *sceau_decision_table_find_in_force     (SceauSchool *school, gint64 enrolment_id, GError **error);
/* Sessions are sealed in the order of their days, since the latest sealed decision is the one in force: refused with
 * SCEAU_STORE_ERROR_CONSTRAINT when a later one was sealed on a candidate of this session. */
gboolean       sceau_decision_table_check_order       (SceauSchool *school, gint64 session_id, GError **error);
/* How many decisions of a session have been taken, and how many there are. */
gboolean       sceau_decision_table_count             (SceauSchool *school, gint64 session_id, int *decided, int *all, GError **error);

G_END_DECLS
