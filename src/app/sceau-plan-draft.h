/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-plan.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_PLAN_DRAFT (sceau_plan_draft_get_type ())
G_DECLARE_FINAL_TYPE (SceauPlanDraft, sceau_plan_draft, SCEAU, PLAN_DRAFT, GObject)

/**
 * SceauPlanDraft: an evaluation plan while it is edited: a copy in memory, every step of which can be taken
 * back.  It knows no widget and no file.  An edit that changes nothing is no step; a draft brought back to what was
 * saved is not modified any more.
 *
 * Signal "changed" (void): the plan, or whether it is modified, is another one.  Records taken from the plan
 * before are gone then.
 */

/* @certification, @plan: (transfer full): the fiche, and the plan as it is saved. */
SceauPlanDraft           *sceau_plan_draft_new               (SceauCertification *certification, SceauPlan *plan);
const SceauPlan          *sceau_plan_draft_get_plan          (SceauPlanDraft *self);
const SceauCertification *sceau_plan_draft_get_certification (SceauPlanDraft *self);
/* (transfer full): what sceau_plan_check() says of it now. */
SceauFaults              *sceau_plan_draft_check             (SceauPlanDraft *self);

gboolean sceau_plan_draft_is_modified (SceauPlanDraft *self);
/* (nullable): what the school file is known to hold: what was read, or saved last. */
const SceauPlan *sceau_plan_draft_get_saved (SceauPlanDraft *self);
/* @plan: (nullable): what the school file holds now; %NULL: no plan. */
void     sceau_plan_draft_mark_saved  (SceauPlanDraft *self, const SceauPlan *plan);
gboolean sceau_plan_draft_can_undo    (SceauPlanDraft *self);
gboolean sceau_plan_draft_can_redo    (SceauPlanDraft *self);
void     sceau_plan_draft_undo        (SceauPlanDraft *self);
void     sceau_plan_draft_redo        (SceauPlanDraft *self);

/* Another plan in its place, as from a file. */
void     sceau_plan_draft_replace     (SceauPlanDraft *self, const SceauPlan *plan);

/* (transfer full): a modality with a free code, for a block or, with NULL, beside the blocks. It is not in the plan yet. */
SceauModality *sceau_plan_draft_propose_modality (SceauPlanDraft *self, const char *block_code);
/* Takes a copy of @modality in the place of the one called @code, or at the end of its block with %NULL.  A requirement
 * follows a modality whose code changes; competences of another block are dropped. */
void     sceau_plan_draft_put_modality       (SceauPlanDraft *self, const char *code, const SceauModality *modality);
/* A requirement that asks for it stays and is a fault: what else it should ask for is not ours to say. */
void     sceau_plan_draft_remove_modality    (SceauPlanDraft *self, const char *code);
/* (transfer full): the code of the copy, which stands after it. */
char    *sceau_plan_draft_duplicate_modality (SceauPlanDraft *self, const char *code);
/* By one place among those of its block, @step -1 or 1; FALSE at the end. */
gboolean sceau_plan_draft_move_modality      (SceauPlanDraft *self, const char *code, int step);

/* @competence: 1-based. */
gboolean sceau_modality_covers               (const SceauModality *modality, int competence);
void     sceau_plan_draft_toggle_competence  (SceauPlanDraft *self, const char *code, int competence);
gboolean sceau_plan_draft_is_covered         (SceauPlanDraft *self, const char *block_code, int competence);

/* @block_code: %NULL for a certification assessed as a whole. */
void     sceau_plan_draft_set_block_rule     (SceauPlanDraft *self, const char *block_code, SceauBlockRuleKind kind, gint32 threshold);
void     sceau_plan_draft_set_retakes        (SceauPlanDraft *self, SceauRetakePolicy retakes);
void     sceau_plan_draft_set_appeal_days    (SceauPlanDraft *self, int days);

/* Take a copy in the place of number @index, or at the end with -1. */
void     sceau_plan_draft_put_requirement    (SceauPlanDraft *self, int index, const SceauRequirement *requirement);
void     sceau_plan_draft_remove_requirement (SceauPlanDraft *self, int index);
void     sceau_plan_draft_put_quota          (SceauPlanDraft *self, int index, const SceauQuota *quota);
void     sceau_plan_draft_remove_quota       (SceauPlanDraft *self, int index);

/* In the place of the rule of its route, or beside the others. */
void     sceau_plan_draft_put_jury_rule      (SceauPlanDraft *self, const SceauJuryRule *rule);
void     sceau_plan_draft_remove_jury_rule   (SceauPlanDraft *self, SceauRoute route);

G_END_DECLS
