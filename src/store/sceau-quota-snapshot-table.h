/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-quota.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* How a quota stood when the jury decided. */
typedef struct
{
  char *code;
  char *title;
  int max_percent;
  int learners; /* active learners of the cohort */
  int places;
  int used;
} SceauQuotaSnapshot;

SceauQuotaSnapshot *sceau_quota_snapshot_new  (void);
void                sceau_quota_snapshot_free (SceauQuotaSnapshot *self);

gboolean   sceau_quota_snapshot_table_insert (SceauSchool *school, gint64 session_id, const SceauQuotaState *state, int learners, GError **error);
/* (element-type SceauQuotaSnapshot) */
GPtrArray *sceau_quota_snapshot_table_list   (SceauSchool *school, gint64 session_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauQuotaSnapshot, sceau_quota_snapshot_free)

G_END_DECLS
