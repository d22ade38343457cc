/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* Until the seal; sceau_jury_table_find() gives them with the session.  One that was taken back gives way to a new one
 * about the same juror and candidate. */
gboolean   sceau_recusal_table_insert      (SceauSchool *school, gint64 session_id, const SceauRecusal *recusal, GError **error);
/* One that stands is taken back for @reason; the row stays. */
gboolean   sceau_recusal_table_lift        (SceauSchool *school, gint64 session_id, gint64 juror_id, gint64 enrolment_id, const char *reason,
                                            GError **error);
/* (element-type SceauRecusal): those that stand, by candidate, then juror. */
GPtrArray *sceau_recusal_table_list        (SceauSchool *school, gint64 session_id, GError **error);
/* (element-type SceauRecusal): those that were taken back. */
GPtrArray *sceau_recusal_table_list_lifted (SceauSchool *school, gint64 session_id, GError **error);

G_END_DECLS
