/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* Adds what happens now; the store's clock gives the time. @reason, @present: (nullable) */
gboolean   sceau_session_event_table_append (SceauSchool *school, gint64 session_id, SceauSessionEventKind kind,
                                             const char *reason, const char *present, GError **error);
/* (element-type SceauSessionEvent): in their order. */
GPtrArray *sceau_session_event_table_list   (SceauSchool *school, gint64 session_id, GError **error);

G_END_DECLS
