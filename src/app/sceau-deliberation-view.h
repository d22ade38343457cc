/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_DELIBERATION_VIEW (sceau_deliberation_view_get_type ())
G_DECLARE_FINAL_TYPE (SceauDeliberationView, sceau_deliberation_view, SCEAU, DELIBERATION_VIEW, AdwBin)

/**
 * SceauDeliberationView: one candidate at a time before the jury.  ← and → move, 1 to 8 choose an outcome, Enter
 * records it and goes to the next candidate, Ctrl+Z goes back to the one decided last.
 * @order: (element-type gint64): enrolments, in the order in which they come; a reference is kept.
 * @enrolment_id: the first one to show, or 0 for the first of @order.
 */
SceauDeliberationView *sceau_deliberation_view_new           (SceauContext *context, gint64 session_id, GArray *order, gint64 enrolment_id);
void                   sceau_deliberation_view_reload        (SceauDeliberationView *self);
/* Shows the number instead of the name, for a screen that others see. */
void                   sceau_deliberation_view_set_anonymous (SceauDeliberationView *self, gboolean anonymous);
/* The enrolment that is shown. */
gint64                 sceau_deliberation_view_get_enrolment (SceauDeliberationView *self);

G_END_DECLS
