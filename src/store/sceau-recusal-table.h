/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* Until the seal; sceau_jury_table_find() gives them with the session. */
gboolean   sceau_recusal_table_insert (SceauSchool *school, gint64 session_id, const SceauRecusal *recusal, GError **error);
gboolean   sceau_recusal_table_delete (SceauSchool *school, gint64 session_id, gint64 juror_id, gint64 enrolment_id, GError **error);
/* (element-type SceauRecusal): by candidate, then juror. */
GPtrArray *sceau_recusal_table_list   (SceauSchool *school, gint64 session_id, GError **error);

G_END_DECLS
