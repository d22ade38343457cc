/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_SEQUEL_VIEW (sceau_sequel_view_get_type ())
G_DECLARE_FINAL_TYPE (SceauSequelView, sceau_sequel_view, SCEAU, SEQUEL_VIEW, AdwBin)

/**
 * SceauSequelView: what follows the seal of a session: notification, letters, appeals, the signed minutes.
 * Signal "letter-chosen" (guint position): a letter is to be looked at.
 */
void       sceau_sequel_view_load      (SceauSequelView *self, SceauContext *context, gint64 session_id);
/* (transfer full) (element-type gint64): the enrolments whose letters there are. */
GArray    *sceau_sequel_view_get_order (SceauSequelView *self);
/* (transfer full) (element-type utf8): the names of the same learners. */
GPtrArray *sceau_sequel_view_get_names (SceauSequelView *self);

G_END_DECLS
