/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-candidate-file.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_DECISION_PANEL (sceau_decision_panel_get_type ())
G_DECLARE_FINAL_TYPE (SceauDecisionPanel, sceau_decision_panel, SCEAU, DECISION_PANEL, AdwBin)

/**
 * SceauDecisionPanel: where the jury's word is entered: an outcome, the blocks acquired, the reason when it is not
 * the proposal, the votes when there were any.
 * Signals: "submitted" (void): the user said that this is the decision; "changed" (void): it is another one now.
 */
/* @file must live until another one is shown. */
void         sceau_decision_panel_show        (SceauDecisionPanel *self, const SceauCandidateFile *file);
SceauOutcome sceau_decision_panel_get_outcome (SceauDecisionPanel *self);
/* Chooses an outcome with the blocks that go with it, as its button does; the reason gets the keyboard when it is needed. */
void         sceau_decision_panel_choose      (SceauDecisionPanel *self, SceauOutcome outcome);
/* Whether what is entered is another decision than the proposal, so that a reason is needed. */
gboolean     sceau_decision_panel_differs     (SceauDecisionPanel *self);
/* Whether it can be recorded; if not, says on the panel why, and goes there. */
gboolean     sceau_decision_panel_validate    (SceauDecisionPanel *self);
/* (transfer full): codes of the blocks ticked. */
char       **sceau_decision_panel_get_blocks  (SceauDecisionPanel *self);
/* (transfer full) (nullable) */
char        *sceau_decision_panel_get_reason  (SceauDecisionPanel *self);
/* Whether the keyboard is where votes are counted, and a digit is a number of votes. */
gboolean     sceau_decision_panel_is_voting   (SceauDecisionPanel *self);
/* -1 for each when no vote was taken. */
void         sceau_decision_panel_get_votes   (SceauDecisionPanel *self, int *votes_for, int *votes_against, int *votes_abstain);

G_END_DECLS
