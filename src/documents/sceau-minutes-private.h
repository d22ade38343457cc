/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-flow.h"
#include "sceau-minutes-document.h"

G_BEGIN_DECLS

/* sceau-minutes-results.c: the table of candidates, and the reasons and votes below it. */
void sceau_minutes_draw_results (SceauFlow *flow, const SceauMinutesContent *content);
void sceau_minutes_draw_reasons (SceauFlow *flow, const SceauMinutesContent *content);

/* sceau-minutes-rectification.c: what the rectified session had decided, and why it changes. */
void sceau_minutes_draw_rectification (SceauFlow *flow, const SceauMinutesContent *content);

/* What the jury decided, else the dash of what is not decided yet. */
const char *sceau_minutes_outcome (const SceauDecision *decision);

G_END_DECLS
