/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_JURORS_VIEW (sceau_jurors_view_get_type ())
G_DECLARE_FINAL_TYPE (SceauJurorsView, sceau_jurors_view, SCEAU, JURORS_VIEW, AdwBin)

/**
 * SceauJurorsView: the directory of jurors, and the ways to add to it.
 * Signal "chosen" (gint64 juror_id, const char *name): one was activated.
 */
SceauJurorsView *sceau_jurors_view_new    (SceauContext *context);
void             sceau_jurors_view_reload (SceauJurorsView *self);
void             sceau_jurors_view_search (SceauJurorsView *self, const char *text);

G_END_DECLS
