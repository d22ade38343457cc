/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-session-life.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* Zeroed: every appeal, latest first. */
typedef struct
{
  gint64 session_id; /* 0: all */
  gboolean open;     /* only those not answered yet */
  guint offset;
  guint limit;       /* 0: all */
} SceauAppealQuery;

/* Filed; sets its id. The decision must be sealed and notified. */
gboolean     sceau_appeal_table_insert (SceauSchool *school, SceauAppeal *appeal, GError **error);
/* The answer: once, and for ever. */
gboolean     sceau_appeal_table_answer (SceauSchool *school, const SceauAppeal *appeal, GError **error);
SceauAppeal *sceau_appeal_table_find   (SceauSchool *school, gint64 id, GError **error);
GPtrArray   *sceau_appeal_table_list   (SceauSchool *school, const SceauAppealQuery *query, GError **error);
gint64       sceau_appeal_table_count  (SceauSchool *school, const SceauAppealQuery *query, GError **error);

G_END_DECLS
