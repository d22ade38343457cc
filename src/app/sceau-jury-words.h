/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"
#include "sceau-rows.h"

G_BEGIN_DECLS

/* How the pages of a jury say and colour what the core knows. */

SceauTagStyle sceau_outcome_style     (SceauOutcome outcome);
SceauTagStyle sceau_block_state_style (SceauBlockState state);
/* The key that chooses an outcome in deliberation: 1 to 8, in the order of the outcomes. */
int           sceau_outcome_digit     (SceauOutcome outcome);
/* FALSE when @keyval chooses none.  The top row of a French keyboard gives "&é"…" where others give digits. */
gboolean      sceau_outcome_from_key  (guint keyval, SceauOutcome *outcome);
/* What the session asks for now, one or two sentences. */
const char   *sceau_session_advice       (const SceauJurySession *session);
/* (transfer full): "Jury no. 3 of 22/11/2026", or "Rectification no. 4 of …". */
char         *sceau_jury_session_title (const SceauJurySession *session);
/* Whether the decision is another one than the proposal: outcome or blocks. */
gboolean      sceau_decision_differs  (const SceauDecision *decision);
/* (transfer full): "32 certified · 5 partial": how many of each outcome that occurs. */
char         *sceau_count_outcomes    (const guint counts[SCEAU_N_OUTCOMES]);

G_END_DECLS
