/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_JUROR_VIEW (sceau_juror_view_get_type ())
G_DECLARE_FINAL_TYPE (SceauJurorView, sceau_juror_view, SCEAU, JUROR_VIEW, AdwBin)

/**
 * SceauJurorView: one juror: who it is, conflicts, recognitions, days away, and the way to change them.
 * Signal "removed" (void): there is no such juror any more.
 */
SceauJurorView *sceau_juror_view_new    (SceauContext *context, gint64 juror_id);
void            sceau_juror_view_reload (SceauJurorView *self);

G_END_DECLS
