/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_LETTER_VIEW (sceau_letter_view_get_type ())
G_DECLARE_FINAL_TYPE (SceauLetterView, sceau_letter_view, SCEAU, LETTER_VIEW, AdwBin)

/**
 * SceauLetterView: the letters of result of a session one after the other, as they are sent: ← → to move.
 * @order: (element-type gint64): enrolments.  @names: (element-type utf8): of the same learners.
 */
SceauLetterView *sceau_letter_view_new    (SceauContext *context, gint64 session_id, GArray *order, GPtrArray *names, guint position);
void             sceau_letter_view_reload (SceauLetterView *self);

G_END_DECLS
