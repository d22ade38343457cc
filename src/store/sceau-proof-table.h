/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-paper-lint.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* « Bon à tirer »: the latest state for each enrolment; earlier ones are in the journal. */
gboolean    sceau_proof_table_save (SceauSchool *school, const SceauProof *proof, GError **error);
/* NOT_FOUND when none was printed. */
SceauProof *sceau_proof_table_find (SceauSchool *school, gint64 enrolment_id, GError **error);
/* (element-type SceauProof): those of a session's candidates, in the order of enrolments. */
GPtrArray  *sceau_proof_table_list_by_session (SceauSchool *school, gint64 session_id, GError **error);
/* (element-type SceauProof): every one, in the order of enrolments. */
GPtrArray  *sceau_proof_table_list_all (SceauSchool *school, GError **error);

G_END_DECLS
