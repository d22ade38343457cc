/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* A sealed session that has certified people who have no certificate in force. */
typedef struct
{
  SceauJurySession *session; /* (owned) */
  guint left;                /* how many certificates are still to be issued, never 0 */
} SceauDeliverableSession;

void       sceau_deliverable_session_free  (SceauDeliverableSession *self);
/* In the worker's thread; (element-type SceauDeliverableSession): latest first. */
GPtrArray *sceau_deliverable_sessions_load (SceauSchool *school, GError **error);

G_END_DECLS
