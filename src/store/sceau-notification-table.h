/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* The act after the seal. Refused for a session that is not sealed, twice, or before its embargo. */
gboolean   sceau_notification_table_insert      (SceauSchool *school, gint64 session_id, SceauDate date, int appeal_days, GError **error);
/* NOT_FOUND until the results are notified. @appeal_days: (out) (optional): as the plan said on that day. */
gboolean   sceau_notification_table_find        (SceauSchool *school, gint64 session_id, SceauDate *date, int *appeal_days, GError **error);

/* The letter of one candidate, for ever; in the transaction of the notification. */
gboolean   sceau_result_letter_table_insert     (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GBytes *pdf, GError **error);
/* (transfer full); NOT_FOUND when none was kept. */
GBytes    *sceau_result_letter_table_find       (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error);

G_END_DECLS
